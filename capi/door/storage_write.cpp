// Writing to a host's storage. Settings, outcomes and sequences are bytes under names: m:NAME, o:KEY, s:NAME; outcomes stand in a queue,
// q:NUMBER, so that old ones are found again without a function for that.
#include "capi/door/door.h"
#include "capi/door/storage_access.h"

namespace guanxi::door {
namespace {

constexpr Message tx_over{"storage.over", "This transaction has ended: begin another one.", "该事务已结束：请开始新的事务。"};
constexpr Message no_id{"storage.no_id", "A record of {0} has no id: give it one before it is stored.", "{0}的记录没有编号：请先赋予编号。"};
constexpr Message id_taken{"storage.duplicate_id", "A record of {0} with the id {1} is stored already.", "{0}中已有编号为 {1} 的记录。"};
constexpr Message changed_since{"storage.conflict", "The record {1} of {0} was changed by somebody else meanwhile: read it again and repeat the change.",
                                "{0}的记录 {1} 已被他人修改：请重新读取后再改。"};
constexpr Message no_rid{"storage.no_rid", "The storage gave a new record of {0} the number {1}: it must be greater than all before.",
                         "存储为新的{0}记录返回了编号 {1}：必须大于此前所有编号。"};
constexpr Message no_mark{"storage.no_mark", "There is no savepoint {0} in this transaction.", "该事务中没有保存点 {0}。"};
constexpr Message cannot_undo{"storage.no_savepoints",
                              "This storage cannot undo a part of a transaction (its savepoint is NULL), so that all of it is undone: repeat it without what failed.",
                              "该存储不能撤销事务的一部分（savepoint 为 NULL），因此整个事务将被撤销：请去掉失败的部分后重试。"};

constexpr std::string_view queue_first = "first", queue_end = "end";

// The key of a new struct is the old one, without what lies in its gaps.
const std::vector<gx_storage_key>& keys_out(std::span<const Key> from, std::vector<gx_storage_key>& to) {
  to.clear();
  for (const Key& key : from) {
    gx_storage_key one{key.space, 0, {}};
    std::memcpy(&one.value, &key.value, sizeof one.value);
    to.push_back(one);
  }
  return to;
}

gx_storage_put put_out(const store::Put& put) {
  gx_storage_put out{};
  out.struct_size = sizeof out;
  out.entity = put.type->number();
  const Id id = put.after->id();
  std::memcpy(out.id, id.bytes.data(), sizeof out.id);
  out.count = put.after->slots();
  out.values = values_of(*put.after);
  out.search_before = str(put.search_before);
  out.search = str(put.search_after);
  if (put.before == nullptr) return out;
  out.rid = put.before->rid();
  out.before_count = put.before->slots();
  out.before = values_of(*put.before);
  out.before_revision = put.before->revision();
  return out;
}

Error put_failed(const store::Put& put, Error&& error) {
  const bool known = error.code() == Code::duplicate || error.code() == Code::conflict;
  if (!known) return std::move(error);
  return Error(error.code(), error.code() == Code::duplicate ? id_taken : changed_since, {std::string(put.type->name()), put.after->id().text()});
}

void append_number(std::int64_t number, std::string& out) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  out.append(bytes, sizeof bytes);
}

std::int64_t number_at_start(std::string_view bytes) {
  std::int64_t number = 0;
  if (bytes.size() >= sizeof number) std::memcpy(&number, bytes.data(), sizeof number);
  return number;
}

}  // namespace

Result<void> HostWriter::check_open() const {
  if (spoilt_) return spoilt_->clone();
  if (!open_) return Error(Code::misuse, tx_over);
  return {};
}

Result<void> HostWriter::begin() {
  at_ = nullptr;
  spoilt_.reset();
  marks_.clear();
  changes_ = 0;
  GUANXI_CHECK(backend_.ask("storage.begin", [&](gx_error** err) { return backend_.calls().begin(backend_.user(), &at_, err); }));
  open_ = true;
  return {};
}

Result<void> HostWriter::commit() {
  if (spoilt_) {
    rollback();
    return spoilt_->clone();
  }
  GUANXI_CHECK(check_open());
  open_ = false;
  void* tx = std::exchange(at_, nullptr);
  return backend_.ask("storage.commit", [&](gx_error** err) { return backend_.calls().commit(backend_.user(), tx, err); });
}

void HostWriter::rollback() noexcept {
  if (!open_) return;
  open_ = false;
  void* tx = std::exchange(at_, nullptr);
  try {
    (void)backend_.ask("storage.rollback", [&](gx_error**) { return backend_.calls().rollback(backend_.user(), tx), GX_OK; });
  } catch (...) {  // it cannot say more than that it is over
  }
}

template <class Call>
Result<void> HostWriter::change(const char* what, Call&& call) {
  GUANXI_CHECK(check_open());
  ++changes_;
  return backend_.ask(what, std::forward<Call>(call));
}

Result<void> HostWriter::put(std::span<store::Put> batch) {
  for (store::Put& put : batch) GUANXI_CHECK(put_one(put));
  return {};
}

Result<void> HostWriter::put_one(store::Put& put) {
  if (put.after->id().empty()) return Error(Code::misuse, no_id, {std::string(put.type->name())});
  gx_storage_put out = put_out(put);
  const auto& added = keys_out(put.keys_added, keys_[0]);
  const auto& removed = keys_out(put.keys_removed, keys_[1]);
  out.added = added.data();
  out.added_count = static_cast<std::int64_t>(added.size());
  out.removed = removed.data();
  out.removed_count = static_cast<std::int64_t>(removed.size());
  std::int64_t rid = 0;
  auto done = change("storage.put", [&](gx_error** err) { return backend_.calls().put(backend_.user(), at_, &out, &rid, err); });
  if (!done) return put_failed(put, std::move(done).error());
  if (out.rid == 0 && rid < 1) return Error(Code::corrupt, no_rid, {std::string(put.type->name()), std::to_string(rid)});
  put.after->set_rid(out.rid == 0 ? rid : out.rid);
  return {};
}

Result<std::int64_t> HostWriter::append(const store::Change& from) {
  gx_storage_change out{};
  out.struct_size = sizeof out;
  out.entity = from.entity;
  out.set = from.set;
  out.at_us = from.at.us;
  out.rid = from.rid;
  std::memcpy(out.record, from.record.bytes.data(), sizeof out.record);
  std::memcpy(out.actor, from.actor.bytes.data(), sizeof out.actor);
  std::memcpy(out.on_behalf, from.on_behalf.bytes.data(), sizeof out.on_behalf);
  out.kind = static_cast<std::int32_t>(from.kind);
  out.command = str(from.command);
  out.reason = str(from.reason);
  out.delta = str(from.delta);
  std::int64_t seq = 0;
  GUANXI_CHECK(change("storage.append", [&](gx_error** err) { return backend_.calls().append(backend_.user(), at_, &out, &seq, err); }));
  return seq;
}

Result<void> HostWriter::save(std::string_view space, std::string_view name, std::optional<std::string_view> bytes) {
  const std::string key = std::string(space) + std::string(name);
  const char* data = bytes ? (bytes->data() == nullptr ? "" : bytes->data()) : nullptr;
  const auto size = bytes ? static_cast<std::int64_t>(bytes->size()) : 0;
  return change("storage.save", [&](gx_error** err) {
    return backend_.calls().save(backend_.user(), at_, key.data(), static_cast<std::int64_t>(key.size()), data, size, err);
  });
}

Result<std::int64_t> HostWriter::number(std::string_view space, std::string_view name) {
  GUANXI_ASSIGN(const std::optional<std::string> kept, load(space, name));
  return number_at_start(kept.value_or(""));
}

Result<std::int64_t> HostWriter::next(std::string_view sequence) {
  GUANXI_ASSIGN(const std::int64_t last, number("s:", sequence));
  std::string bytes;
  append_number(last + 1, bytes);
  GUANXI_CHECK(save("s:", sequence, bytes));
  return last + 1;
}

Result<void> HostWriter::remember(std::string_view idempotency_key, Instant at, std::string_view outcome) {
  GUANXI_ASSIGN(const std::int64_t end, number("q:", queue_end));
  std::string bytes, following;
  append_number(at.us, bytes);
  bytes += outcome;
  append_number(end + 1, following);
  GUANXI_CHECK(save("o:", idempotency_key, bytes));
  GUANXI_CHECK(save("q:", std::to_string(end), idempotency_key));
  return save("q:", queue_end, following);
}

// The queue begins with the first outcome that stays. An outcome that was remembered again has a later place too.
Result<void> HostWriter::forget(Instant before) {
  GUANXI_ASSIGN(const std::int64_t first, number("q:", queue_first));
  GUANXI_ASSIGN(const std::int64_t end, number("q:", queue_end));
  std::int64_t keep_from = first;
  for (std::int64_t place = first; place < end; ++place) {
    GUANXI_ASSIGN(const std::optional<std::string> key, load("q:", std::to_string(place)));
    GUANXI_ASSIGN(const std::optional<std::string> outcome, key ? load("o:", *key) : Result<std::optional<std::string>>(std::nullopt));
    const bool stays = outcome && number_at_start(*outcome) >= before.us;
    if (!stays && outcome) GUANXI_CHECK(save("o:", *key, std::nullopt));
    if (!stays && key) GUANXI_CHECK(save("q:", std::to_string(place), std::nullopt));
    if (!stays && place == keep_from) ++keep_from;
  }
  std::string bytes;
  append_number(keep_from, bytes);
  return save("q:", queue_first, bytes);
}

Result<int> HostWriter::savepoint() {
  GUANXI_CHECK(check_open());
  const int mark = static_cast<int>(marks_.size()) + 1;
  marks_.reserve(marks_.size() + 1);
  if (backend_.calls().savepoint != nullptr)
    GUANXI_CHECK(backend_.ask("storage.savepoint", [&](gx_error** err) { return backend_.calls().savepoint(backend_.user(), at_, mark, err); }));
  marks_.push_back(changes_);
  return mark;
}

Result<void> HostWriter::check_mark(int mark) const {
  GUANXI_CHECK(check_open());
  if (mark < 1 || mark > static_cast<int>(marks_.size())) return Error(Code::misuse, no_mark, {std::to_string(mark)});
  return {};
}

Result<void> HostWriter::release(int mark) {
  GUANXI_CHECK(check_mark(mark));
  marks_.resize(static_cast<std::size_t>(mark) - 1);
  if (backend_.calls().savepoint == nullptr) return {};
  return backend_.ask("storage.release", [&](gx_error** err) { return backend_.calls().release(backend_.user(), at_, mark, err); });
}

// Without savepoints there is a way back only where nothing has happened since.
Result<void> HostWriter::rollback_to(int mark) {
  GUANXI_CHECK(check_mark(mark));
  marks_.resize(static_cast<std::size_t>(mark));
  if (backend_.calls().savepoint != nullptr)
    return backend_.ask("storage.rollback_to", [&](gx_error** err) { return backend_.calls().rollback_to(backend_.user(), at_, mark, err); });
  if (changes_ == marks_.back()) return {};
  spoilt_ = Error(Code::unsupported, cannot_undo);
  return spoilt_->clone();
}

}  // namespace guanxi::door
