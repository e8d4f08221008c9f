#include "capi/door/door.h"

#include <algorithm>

#include "base/os/process.h"
#include "capi/door/shapes.h"
#include "guanxi/text.h"

// The bytes follow the head in the same block.
struct gx_text : guanxi::door::Head {
  std::shared_ptr<guanxi::door::Core> core;
  std::size_t size;
};

gx_store::gx_store(std::shared_ptr<guanxi::door::Core> of) noexcept : Head{guanxi::door::mark_of<gx_store>}, core(std::move(of)) {}
gx_session::gx_session(std::shared_ptr<guanxi::door::SessionBox> of) noexcept
    : Head{guanxi::door::mark_of<gx_session>}, box(std::move(of)) {}
gx_tx::gx_tx(std::shared_ptr<guanxi::door::SessionBox> of) noexcept
    : Head{guanxi::door::mark_of<gx_tx>}, box(std::move(of)), transaction(guanxi::SessionAccess::state(box->session)) {}
gx_record::gx_record(std::shared_ptr<guanxi::door::Core> of, std::shared_ptr<const guanxi::Schema> in, const guanxi::EntityType* as,
                     guanxi::AnyRecord&& values) noexcept
    : Head{guanxi::door::mark_of<gx_record>}, core(std::move(of)), schema(std::move(in)), type(as), row(std::move(values)) {}

namespace guanxi::door {

Core::Core() : process(os::process_id()) {
  for (const AnyEntity* arguments : builtin_commands()) shapes.emplace_back(*arguments);
  for (const QueryEntry& query : queries()) shapes.emplace_back(*query.arguments);
  for (const AnyEntity* row : row_shapes()) shapes.emplace_back(*row);
}

bool Core::forked() const noexcept { return process != os::process_id(); }

Result<void> Core::check_process() const {
  if (forked()) return Error(Code::forked, messages::forked);
  return {};
}

Result<const EntityType*> Core::type(const Schema& schema, std::uint32_t number) const {
  const EntityType* found = nullptr;
  if (number <= 0xffff) {
    const auto same = [&](const EntityType& shape) { return shape.number() == number; };
    const auto shape = std::find_if(shapes.begin(), shapes.end(), same);
    found = shape == shapes.end() ? schema.find(static_cast<std::uint16_t>(number)) : &*shape;
  }
  if (found == nullptr) return Error(Code::not_found, messages::no_shape, {std::to_string(number)});
  return found;
}

std::shared_ptr<Core> make_core() {
  return std::shared_ptr<Core>(new Core, [](Core* core) {
    if (!core->forked()) delete core;
  });
}

Result<void> check_count(std::int64_t count, const void* array) {
  constexpr std::int64_t most = 1 << 24;
  if (count < 0 || count > most || (count > 0 && array == nullptr)) return Error(Code::misuse, messages::bad_count, {std::to_string(count)});
  return {};
}

Result<std::string_view> text_in(const char* text, std::int64_t len) {
  if (text == nullptr && len > 0) return Error(Code::misuse, messages::bad_length, {std::to_string(len)});
  if (text == nullptr) return std::string_view("");
  if (len < -1) return Error(Code::misuse, messages::bad_count, {std::to_string(len)});
  const std::string_view given = len < 0 ? std::string_view(text) : std::string_view(text, static_cast<std::size_t>(len));
  if (!text::is_valid(given)) return Error(Code::misuse, messages::bad_utf8);
  return given;
}

Result<Id> id_in(const std::uint8_t* id16) {
  GUANXI_CHECK(check_place(id16, "id16"));
  return Id::from_bytes(id16);
}

Result<Language> language_in(std::int32_t language) {
  if (language != GX_ENGLISH && language != GX_CHINESE) return Error(Code::misuse, messages::bad_language, {std::to_string(language)});
  return language == GX_CHINESE ? Language::chinese : Language::english;
}

Progress progress_of(gx_progress progress, void* user_data) {
  if (progress == nullptr) return {};
  return [=](std::uint64_t done, std::uint64_t total) {
    bool go_on = false;
    auto asked = ask_host("progress", [&](gx_error**) {
      go_on = progress(user_data, static_cast<std::int64_t>(done), static_cast<std::int64_t>(total)) != 0;
      return GX_OK;
    });
    if (!asked) throw HostFailure{std::move(asked).error()};
    return go_on;
  };
}

// ---- Texts ----

namespace {

// For texts that belong to no store.
const Host& plain_host() {
  static const Host host;
  return host;
}

const Host& host_of(const std::shared_ptr<Core>& core) { return core == nullptr ? plain_host() : core->host; }

}  // namespace

gx_text* make_text(const std::shared_ptr<Core>& core, std::string_view text) {
  void* block = host_of(core).allocate(sizeof(gx_text) + text.size());
  auto* made = new (block) gx_text{{mark_of<gx_text>}, core, text.size()};
  std::copy(text.begin(), text.end(), reinterpret_cast<char*>(made + 1));
  return made;
}

}  // namespace guanxi::door

using namespace guanxi;

int32_t gx_text_view(const gx_text* text, gx_str* out) {
  if (out == nullptr) return GX_E_MISUSE;
  const bool good = text != nullptr && text->mark == door::mark_of<gx_text>;
  *out = good ? gx_str{reinterpret_cast<const char*>(text + 1), static_cast<int64_t>(text->size)} : gx_str{nullptr, 0};
  return good ? GX_OK : GX_E_MISUSE;
}

void gx_text_free(gx_text* text) {
  if (text == nullptr || text->mark != door::mark_of<gx_text>) return;
  const std::shared_ptr<door::Core> core = text->core;
  if (core != nullptr && core->forked()) return;
  const std::size_t size = sizeof(gx_text) + text->size;
  text->mark = 0;
  text->~gx_text();
  door::host_of(core).release(text, size);
}
