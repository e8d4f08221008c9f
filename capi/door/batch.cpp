// Several commands, one call, one transaction.
#include <cstring>
#include <optional>

#include "capi/door/door.h"

namespace guanxi::door {
namespace {

enum class Kind { create, update, run };

struct Step {
  Kind kind;
  Id id;
  AnyRecord record;
};

constexpr Message idempotent{"door.batch_key", "A batch is one transaction of several commands: give an idempotency key to single commands only.",
                             "批处理是包含多个命令的一个事务：幂等键只用于单个命令。"};

}  // namespace
}  // namespace guanxi::door

struct gx_batch : guanxi::door::Head {
  explicit gx_batch(std::shared_ptr<guanxi::door::SessionBox> of) noexcept : Head{guanxi::door::mark_of<gx_batch>}, box(std::move(of)) {}
  std::shared_ptr<guanxi::door::SessionBox> box;
  std::vector<guanxi::door::Step> steps;
};

namespace guanxi::door {
namespace {

std::int32_t add(gx_batch* batch, gx_error** err, Kind kind, const gx_record* record, const std::uint8_t* id16) noexcept {
  return on(batch, err, [&]() -> Status {
    GUANXI_CHECK(check_handle(record));
    Id id;
    if (kind == Kind::update) {
      GUANXI_ASSIGN(id, id_in(id16));
    }
    batch->steps.push_back({kind, id, AnyRecord(record->row)});
    return GX_OK;
  });
}

Result<Outcome> perform(Session& session, Step& step, const CommandOptions& options) {
  switch (step.kind) {
    case Kind::create: return session.create(step.record, options);
    case Kind::update: return session.update(step.id, step.record, options);
    case Kind::run: break;
  }
  return session.run(step.record, options);
}

Result<void> run(gx_batch& batch, Session& session, const CommandOptions& options, gx_outcome* outs, std::int64_t* failed_at) {
  Transaction transaction(SessionAccess::state(session));
  GUANXI_CHECK(transaction.begin());
  for (std::size_t i = 0; i < batch.steps.size(); ++i) {
    Result<Outcome> outcome = perform(session, batch.steps[i], options);
    if (!outcome) {
      if (failed_at != nullptr) *failed_at = static_cast<std::int64_t>(i);
      return std::move(outcome).error();
    }
    if (outs != nullptr) fill_outcome(*outcome, &outs[i]);
  }
  return transaction.commit();
}

Result<void> clear(gx_outcome* outs, std::int64_t count) {
  for (std::int64_t i = 0; outs != nullptr && i < count; ++i) GUANXI_CHECK(clear_outcome(&outs[i]));
  return {};
}

}  // namespace
}  // namespace guanxi::door

using namespace guanxi;
using door::in_session;
using door::Status;

int32_t gx_batch_new(gx_session* session, gx_batch** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return in_session(session, err, [&](Session&) -> Status {
    GUANXI_CHECK(door::check_place(out, "out"));
    *out = door::make<gx_batch>(session->box->core, session->box);
    return GX_OK;
  });
}

int32_t gx_batch_create(gx_batch* batch, const gx_record* record, gx_error** err) {
  return door::add(batch, err, door::Kind::create, record, nullptr);
}

int32_t gx_batch_update(gx_batch* batch, const uint8_t* id16, const gx_record* patch, gx_error** err) {
  return door::add(batch, err, door::Kind::update, patch, id16);
}

int32_t gx_batch_run_command(gx_batch* batch, const gx_record* arguments, gx_error** err) {
  return door::add(batch, err, door::Kind::run, arguments, nullptr);
}

int32_t gx_batch_run(gx_batch* batch, const gx_command_options* options, gx_outcome* outs, int64_t count, int64_t* failed_at, gx_error** err) {
  if (failed_at != nullptr) *failed_at = -1;
  return in_session(batch, err, [&](Session& session) -> Status {
    if (outs != nullptr && count != static_cast<int64_t>(batch->steps.size()))
      return Error(Code::misuse, door::messages::bad_count, {std::to_string(count)});
    GUANXI_CHECK(door::clear(outs, count));
    GUANXI_ASSIGN(const CommandOptions with, door::command_options(options));
    if (!with.idempotency_key.empty()) return Error(Code::misuse, door::idempotent);
    Result<void> done = door::run(*batch, session, with, outs, failed_at);
    batch->steps.clear();
    if (done) return GX_OK;
    GUANXI_CHECK(door::clear(outs, count));
    return std::move(done).error();
  });
}

void gx_batch_free(gx_batch* batch) { door::dispose(batch); }
