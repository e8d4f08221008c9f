// The handles of the C door, how they are made and freed, and what every function does first.
//
// A handle keeps a share of the store it belongs to, and of the session, so that the order in which a host frees them does not
// matter. It begins with a mark of its kind, by which a handle of another kind, or none, is known.
#pragma once

#include <atomic>
#include <memory>
#include <new>
#include <optional>
#include <string>

#include "base/check.h"
#include "capi/door/host.h"
#include "capi/door/models.h"
#include "crm/transaction.h"
#include "guanxi/session.h"

namespace guanxi::door {

namespace messages {
inline constexpr Message no_handle{"door.no_handle", "The {0} is NULL: pass the one that the library gave you.", "{0} 为 NULL：请传入程序库返回的对象。"};
inline constexpr Message wrong_handle{"door.wrong_handle", "What was passed as {0} is none, or is freed: pass the one that the library gave you.",
                                      "传入的 {0} 无效或已释放：请传入程序库返回的对象。"};
inline constexpr Message no_place{"door.no_place", "The place for {0} is NULL: pass a pointer to it.", "{0} 的输出地址为 NULL：请传入有效指针。"};
inline constexpr Message bad_utf8{"door.bad_utf8", "A text is not UTF-8: convert it first.", "文本不是 UTF-8：请先转换编码。"};
inline constexpr Message bad_length{"door.bad_length", "A text has no address and the length {0}: pass both, or neither.", "文本没有地址，而长度为 {0}：两者请一并提供。"};
inline constexpr Message bad_count{"door.bad_count", "The count {0} cannot be, or its array is NULL.", "数量 {0} 无效，或数组为 NULL。"};
inline constexpr Message forked{"door.forked", "The store was opened by the parent of this process: open it again in the child.",
                                "该数据库由父进程打开：请在子进程中重新打开。"};
inline constexpr Message in_use{"door.in_use", "The session is in use by another call: use one session for each thread, and none within its own callbacks.",
                                "会话正被另一个调用使用：每个线程请使用各自的会话，且不要在回调中使用同一会话。"};
inline constexpr Message bad_limit{"door.bad_limit", "The limit {0} cannot be: give 1 to 100,000.", "条数 {0} 无效：请给出 1 到 100,000。"};
inline constexpr Message no_shape{"door.no_shape", "There is no entity, command or query with the number {0}: use those of guanxi_fields.h.",
                                  "没有编号为 {0} 的对象、命令或查询：请使用 guanxi_fields.h 中的编号。"};
inline constexpr Message bad_language{"door.bad_language", "There is no language {0}: use GX_ENGLISH or GX_CHINESE.", "没有语言 {0}：请使用 GX_ENGLISH 或 GX_CHINESE。"};
}  // namespace messages

// A store with what the host brought, shared by all handles made from it.
struct Core {
  Core();

  Host host;  // goes last
  std::optional<Store> store;
  Language language = Language::english;
  std::int64_t process;
  std::vector<EntityType> shapes;  // of arguments and rows, by number
  DecisionModels models;

  Result<void> check_process() const;
  bool forked() const noexcept;
  // An entity of the schema, or one of the shapes.
  Result<const EntityType*> type(const Schema& schema, std::uint32_t number) const;
};

// The last share in a forked child closes nothing.
std::shared_ptr<Core> make_core();

// A session, one call at a time.
struct SessionBox {
  SessionBox(std::shared_ptr<Core> of, Session made) noexcept : core(std::move(of)), session(std::move(made)) {}

  std::shared_ptr<Core> core;
  Session session;
  std::atomic<bool> busy{false};
};

class Turn {
 public:
  explicit Turn(SessionBox& box) noexcept : box_(box), taken_(!box.busy.exchange(true)) {}
  ~Turn() {
    if (taken_) box_.busy = false;
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  bool taken() const noexcept { return taken_; }

 private:
  SessionBox& box_;
  bool taken_;
};

struct Head {
  std::uint32_t mark;
};

// Marks: the letters of the kind.
template <class Handle>
inline constexpr std::uint32_t mark_of = 0;
template <class Handle>
inline constexpr const char* name_of_handle = "";

// ---- Making and freeing ----

template <class Handle, class... Parts>
Handle* make(const std::shared_ptr<Core>& core, Parts&&... parts) {
  void* block = core->host.allocate(sizeof(Handle));
  try {
    return new (block) Handle(std::forward<Parts>(parts)...);
  } catch (...) {
    core->host.release(block, sizeof(Handle));
    throw;
  }
}

template <class Handle>
const std::shared_ptr<Core>& core_of(const Handle& handle) noexcept {
  if constexpr (requires { handle.box; })
    return handle.box->core;
  else
    return handle.core;
}

// What is no handle of this kind is left alone, and so is everything in a forked child.
template <class Handle>
void dispose(Handle* handle) noexcept {
  if (handle == nullptr || handle->mark != mark_of<Handle>) return;
  const std::shared_ptr<Core> core = core_of(*handle);
  if (core->forked()) return;
  handle->mark = 0;
  handle->~Handle();
  core->host.release(handle, sizeof(Handle));
}

// ---- What comes in ----

template <class Handle>
Result<void> check_handle(const Handle* handle) {
  if (handle == nullptr) return Error(Code::misuse, messages::no_handle, {name_of_handle<Handle>});
  if (handle->mark != mark_of<Handle>) return Error(Code::misuse, messages::wrong_handle, {name_of_handle<Handle>});
  return core_of(*handle)->check_process();
}

template <class Place>
Result<void> check_place(const Place* place, const char* name) {
  if (place == nullptr) return Error(Code::misuse, messages::no_place, {name});
  return {};
}

Result<void> check_count(std::int64_t count, const void* array);
Result<std::string_view> text_in(const char* text, std::int64_t len);
inline Result<std::string_view> text_in(const gx_str& text) { return text_in(text.ptr, text.len); }
Result<Id> id_in(const std::uint8_t* id16);
Result<Language> language_in(std::int32_t language);

inline gx_str str(std::string_view text) noexcept { return {text.data(), static_cast<std::int64_t>(text.size())}; }
gx_text* make_text(const std::shared_ptr<Core>& core, std::string_view text);

// ---- Running ----

// The language in which a handle's errors are said.
template <class Handle>
Language language_of(const Handle* handle) noexcept {
  if (handle == nullptr || handle->mark != mark_of<Handle>) return Language::english;
  if constexpr (requires { handle->box; })
    return handle->box->session.language();
  else
    return core_of(*handle)->language;
}

// A function on a handle: its checks first.
template <class Handle, class Body>
std::int32_t on(Handle* handle, gx_error** err, Body&& body) noexcept {
  return enter(err, language_of(handle), [&]() -> Status {
    GUANXI_CHECK(check_handle(handle));
    return body();
  });
}

// A function that uses the session behind a handle.
template <class Handle, class Body>
std::int32_t in_session(Handle* handle, gx_error** err, Body&& body) noexcept {
  return on(handle, err, [&]() -> Status {
    const Turn turn(*handle->box);
    if (!turn.taken()) return Error(Code::misuse, messages::in_use);
    return body(handle->box->session);
  });
}

}  // namespace guanxi::door

// ---- The handles ----

struct gx_store : guanxi::door::Head {
  explicit gx_store(std::shared_ptr<guanxi::door::Core> of) noexcept;
  std::shared_ptr<guanxi::door::Core> core;
};

struct gx_session : guanxi::door::Head {
  explicit gx_session(std::shared_ptr<guanxi::door::SessionBox> of) noexcept;
  std::shared_ptr<guanxi::door::SessionBox> box;
};

struct gx_tx : guanxi::door::Head {
  explicit gx_tx(std::shared_ptr<guanxi::door::SessionBox> of) noexcept;
  std::shared_ptr<guanxi::door::SessionBox> box;
  guanxi::Transaction transaction;
};

struct gx_record : guanxi::door::Head {
  gx_record(std::shared_ptr<guanxi::door::Core> of, std::shared_ptr<const guanxi::Schema> in, const guanxi::EntityType* as,
            guanxi::AnyRecord&& values) noexcept;
  std::shared_ptr<guanxi::door::Core> core;
  std::shared_ptr<const guanxi::Schema> schema;
  const guanxi::EntityType* type;
  guanxi::AnyRecord row;
};

namespace guanxi::door {
template <> inline constexpr std::uint32_t mark_of<gx_store> = 0x53747265;
template <> inline constexpr std::uint32_t mark_of<gx_session> = 0x53657373;
template <> inline constexpr std::uint32_t mark_of<gx_tx> = 0x54726e73;
template <> inline constexpr std::uint32_t mark_of<gx_record> = 0x52636f72;
template <> inline constexpr std::uint32_t mark_of<gx_batch> = 0x42746368;
template <> inline constexpr std::uint32_t mark_of<gx_query> = 0x51757279;
template <> inline constexpr std::uint32_t mark_of<gx_cursor> = 0x43727372;
template <> inline constexpr std::uint32_t mark_of<gx_card> = 0x43617264;
template <> inline constexpr std::uint32_t mark_of<gx_text> = 0x54657874;
template <> inline constexpr const char* name_of_handle<gx_store> = "gx_store";
template <> inline constexpr const char* name_of_handle<gx_session> = "gx_session";
template <> inline constexpr const char* name_of_handle<gx_tx> = "gx_tx";
template <> inline constexpr const char* name_of_handle<gx_record> = "gx_record";
template <> inline constexpr const char* name_of_handle<gx_batch> = "gx_batch";
template <> inline constexpr const char* name_of_handle<gx_query> = "gx_query";
template <> inline constexpr const char* name_of_handle<gx_cursor> = "gx_cursor";
template <> inline constexpr const char* name_of_handle<gx_card> = "gx_card";
template <> inline constexpr const char* name_of_handle<gx_text> = "gx_text";

// The records of a session are of the schema that it sees.
gx_record* make_record(SessionBox& box, AnyRecord&& row);

// Sets values by field number, all or none, as gx_record_apply says.
Result<void> apply(const EntityType& type, const std::uint32_t* fields, std::int64_t count, const gx_value* values, AnyRecord& row);
Result<const AnyField*> field_of(const EntityType& type, std::uint32_t number);
// Copies a value out; bytes are borrowed from the record.
gx_value value_out(const AnyField& field, const Value& value) noexcept;
Result<Value> value_in(const AnyField& field, const gx_value& given);

Result<CommandOptions> command_options(const gx_command_options* given);
// Clears the outcome, as far as the caller knows it.
Result<void> clear_outcome(gx_outcome* out);
void fill_outcome(const Outcome& from, gx_outcome* out) noexcept;

std::string record_to_json(const EntityType& type, const AnyRecord& row);
Progress progress_of(gx_progress progress, void* user_data);
}  // namespace guanxi::door
