// Commands: everything that changes.
#include <cstddef>
#include <cstring>

#include "base/json_text.h"
#include "capi/door/door.h"

namespace guanxi::door {
namespace {

constexpr Message no_command{"door.no_command", "There is no command \"{0}\": use a name of guanxi_commands.h.", "没有命令“{0}”：请使用 guanxi_commands.h 中的名称。"};
constexpr Message bad_duplicate{"door.bad_duplicate", "on_duplicate is {0}, which there is not: use GX_DUPLICATE_...", "on_duplicate 的值 {0} 不存在：请使用 GX_DUPLICATE_…。"};

constexpr std::size_t least_outcome = offsetof(gx_outcome, record);

const EntityType* command_named(const Core& core, std::string_view name) {
  for (const EntityType& shape : core.shapes)
    if (shape.number() < 600 && shape.name() == name) return &shape;
  return nullptr;
}

std::string report_json(const UndoReport& report) {
  JsonText json;
  json.open('{').number("change_set", report.change_set).number("undone", report.undone).number("skipped_count", report.skipped_count);
  json.name("skipped").objects(report.skipped, [&](const UndoReport::Skipped& skipped) {
    json.text("entity", skipped.entity).text("record", skipped.record.text()).text("name", skipped.name).text("why", skipped.why);
  });
  return json.close('}').take();
}

// A command that gives an outcome.
template <class Run>
std::int32_t command(gx_session* session, const gx_command_options* options, gx_outcome* out, gx_error** err, Run&& run) noexcept {
  return in_session(session, err, [&](Session& in) -> Status {
    GUANXI_CHECK(clear_outcome(out));
    GUANXI_ASSIGN(const CommandOptions with, command_options(options));
    GUANXI_ASSIGN(const Outcome outcome, run(in, with));
    fill_outcome(outcome, out);
    return GX_OK;
  });
}

}  // namespace

Result<CommandOptions> command_options(const gx_command_options* given) {
  CommandOptions options;
  GUANXI_ASSIGN(const gx_command_options from, copy_struct(given, "gx_command_options", offsetof(gx_command_options, expected_revision)));
  if (from.on_duplicate < GX_DUPLICATE_REFUSE || from.on_duplicate > GX_DUPLICATE_ALLOW)
    return Error(Code::misuse, bad_duplicate, {std::to_string(from.on_duplicate)});
  GUANXI_ASSIGN(const std::string_view key, text_in(from.idempotency_key));
  GUANXI_ASSIGN(const std::string_view reason, text_in(from.reason));
  GUANXI_ASSIGN(const std::string_view source, text_in(from.source));
  options.idempotency_key = key;
  options.reason = reason;
  options.source = source;
  options.expected_revision = from.expected_revision;
  options.on_duplicate = static_cast<OnDuplicate>(from.on_duplicate);
  return options;
}

Result<void> clear_outcome(gx_outcome* out) {
  if (out == nullptr) return {};
  const std::uint32_t size = out->struct_size;
  if (size < least_outcome || size > largest_struct) return Error(Code::misuse, messages::bad_size, {"gx_outcome", std::to_string(size)});
  std::memset(reinterpret_cast<char*>(out) + sizeof size, 0, size - sizeof size);
  return {};
}

void fill_outcome(const Outcome& from, gx_outcome* out) noexcept {
  if (out == nullptr) return;
  gx_outcome full{};
  full.struct_size = out->struct_size;
  full.repeated = from.repeated ? 1 : 0;
  std::memcpy(full.record, from.record.bytes.data(), 16);
  full.revision = from.revision;
  full.change_set = from.change_set;
  full.affected = from.affected;
  full.duplicates = static_cast<std::int64_t>(from.duplicates.size());
  std::memcpy(out, &full, std::min<std::size_t>(out->struct_size, sizeof full));
}

}  // namespace guanxi::door

using namespace guanxi;
using door::check_handle;
using door::command;
using door::in_session;
using door::Status;

int32_t gx_session_create(gx_session* session, gx_record* record, const gx_command_options* options, gx_outcome* out, gx_error** err) {
  return command(session, options, out, err, [&](Session& in, const CommandOptions& with) -> Result<Outcome> {
    GUANXI_CHECK(check_handle(record));
    return in.create(record->row, with);
  });
}

int32_t gx_session_update(gx_session* session, const uint8_t* id16, const gx_record* patch, const gx_command_options* options, gx_outcome* out,
                          gx_error** err) {
  return command(session, options, out, err, [&](Session& in, const CommandOptions& with) -> Result<Outcome> {
    GUANXI_CHECK(check_handle(patch));
    GUANXI_ASSIGN(const Id id, door::id_in(id16));
    return in.update(id, patch->row, with);
  });
}

namespace {

Result<std::uint16_t> entity_in(const Session& session, std::uint32_t entity) {
  if (entity > 0xffff || session.schema()->find(static_cast<std::uint16_t>(entity)) == nullptr)
    return Error(Code::not_found, door::messages::no_shape, {std::to_string(entity)});
  return static_cast<std::uint16_t>(entity);
}

}  // namespace

int32_t gx_session_archive(gx_session* session, uint32_t entity, const uint8_t* id16, const gx_command_options* options, gx_outcome* out,
                           gx_error** err) {
  return command(session, options, out, err, [&](Session& in, const CommandOptions& with) -> Result<Outcome> {
    GUANXI_ASSIGN(const std::uint16_t number, entity_in(in, entity));
    GUANXI_ASSIGN(const Id id, door::id_in(id16));
    return in.archive(number, id, with);
  });
}

int32_t gx_session_restore(gx_session* session, uint32_t entity, const uint8_t* id16, const gx_command_options* options, gx_outcome* out,
                           gx_error** err) {
  return command(session, options, out, err, [&](Session& in, const CommandOptions& with) -> Result<Outcome> {
    GUANXI_ASSIGN(const std::uint16_t number, entity_in(in, entity));
    GUANXI_ASSIGN(const Id id, door::id_in(id16));
    return in.restore(number, id, with);
  });
}

int32_t gx_session_upsert(gx_session* session, const char* system, int64_t system_len, const char* key, int64_t key_len, gx_record* record,
                          const gx_command_options* options, gx_outcome* out, gx_error** err) {
  return command(session, options, out, err, [&](Session& in, const CommandOptions& with) -> Result<Outcome> {
    GUANXI_CHECK(check_handle(record));
    GUANXI_ASSIGN(const std::string_view of, door::text_in(system, system_len));
    GUANXI_ASSIGN(const std::string_view name, door::text_in(key, key_len));
    return in.upsert(of, name, record->row, with);
  });
}

int32_t gx_session_resolve(gx_session* session, uint32_t entity, const char* system, int64_t system_len, const char* key, int64_t key_len,
                           uint8_t* out16, gx_error** err) {
  if (out16 != nullptr) std::memset(out16, 0, 16);
  return in_session(session, err, [&](Session& in) -> Status {
    GUANXI_CHECK(door::check_place(out16, "out16"));
    GUANXI_ASSIGN(const std::uint16_t number, entity_in(in, entity));
    GUANXI_ASSIGN(const std::string_view of, door::text_in(system, system_len));
    GUANXI_ASSIGN(const std::string_view name, door::text_in(key, key_len));
    GUANXI_ASSIGN(const Id id, in.resolve(in.schema()->find(number)->name(), of, name));
    std::memcpy(out16, id.bytes.data(), 16);
    return id.empty() ? GX_DONE : GX_OK;
  });
}

int32_t gx_session_command(gx_session* session, const char* name, int64_t len, const uint32_t* arguments, int64_t count, const gx_value* values,
                           const gx_command_options* options, gx_outcome* out, gx_error** err) {
  return command(session, options, out, err, [&](Session& in, const CommandOptions& with) -> Result<Outcome> {
    GUANXI_ASSIGN(const std::string_view wanted, door::text_in(name, len));
    const EntityType* type = door::command_named(*session->box->core, wanted);
    if (type == nullptr) return Error(Code::not_found, door::no_command, {std::string(wanted)});
    AnyRecord record = type->record();
    GUANXI_CHECK(door::apply(*type, arguments, count, values, record));
    return in.run(record, with);
  });
}

int32_t gx_session_run(gx_session* session, const gx_record* arguments, const gx_command_options* options, gx_outcome* out, gx_error** err) {
  return command(session, options, out, err, [&](Session& in, const CommandOptions& with) -> Result<Outcome> {
    GUANXI_CHECK(check_handle(arguments));
    return in.run(arguments->row, with);
  });
}

int32_t gx_session_undo(gx_session* session, int64_t change_set, int32_t dry_run, gx_progress progress, void* user_data, gx_text** report,
                        gx_error** err) {
  if (report != nullptr) *report = nullptr;
  return in_session(session, err, [&](Session& in) -> Status {
    GUANXI_ASSIGN(const UndoReport done, in.undo(change_set, dry_run != 0, door::progress_of(progress, user_data)));
    if (report != nullptr) *report = door::make_text(session->box->core, door::report_json(done));
    return GX_OK;
  });
}
