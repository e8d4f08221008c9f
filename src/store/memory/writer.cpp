#include "store/memory/writer.h"

namespace guanxi::store::memory {
namespace {

constexpr Message over{"memory.over", "This transaction has ended: begin a new one.", "该事务已结束，请重新开始事务。"};
constexpr Message no_id{"memory.no_id", "A record of {0} has no id: give it one before it is stored.", "{0} 的记录没有编号，请先赋予编号再保存。"};
constexpr Message duplicate_id{"memory.duplicate_id", "A record of {0} with the id {1} is stored already.", "{0} 中已有编号为 {1} 的记录。"};
constexpr Message conflict{"memory.conflict", "The record {1} of {0} was changed by somebody else meanwhile: read it again and repeat the change.",
                           "{0} 的记录 {1} 已被他人修改，请重新读取后再改。"};
constexpr Message no_mark{"memory.no_mark", "There is no savepoint {0} in this transaction.", "该事务中没有保存点 {0}。"};
constexpr Message table_full{"memory.table_full", "The memory store holds at most 4294967294 records of {0}: use an SQLite store.",
                             "内存存储最多保存 4294967294 条{0}记录，请改用 SQLite 存储。"};

constexpr std::uint32_t last_rid = 0xfffffffe;

Error about(const Put& put, const Message& message, Code code) {
  return Error(code, message, {std::string(put.type->name()), put.after->id().text()});
}

}  // namespace

Result<void> MemoryWriter::check_open() const {
  if (open_) return {};
  return Error(Code::misuse, over);
}

Result<void> MemoryWriter::put(std::span<Put> batch) {
  GUANXI_CHECK(check_open());
  for (Put& put : batch) GUANXI_CHECK(put_one(put));
  return {};
}

Result<void> MemoryWriter::put_one(Put& put) {
  if (put.after->id().empty()) return about(put, no_id, Code::misuse);
  const View view(shared_.state, &staged_);
  GUANXI_ASSIGN(const Table* table, view.table(put.type->number()));
  GUANXI_CHECK(put.before == nullptr ? insert(view, *table, put) : update(view, *table, put));
  set_keys(put);
  return {};
}

Result<void> MemoryWriter::insert(const View& view, const Table& table, Put& put) {
  const std::uint16_t entity = put.type->number();
  if (view.find(entity, table, put.after->id()) != nullptr) return about(put, duplicate_id, Code::duplicate);
  const std::uint32_t rid = table.size() + staged_.inserted(entity) + 1;
  if (rid > last_rid) return about(put, table_full, Code::limit);
  GUANXI_ASSIGN(RowPtr row, Row::pack(*table.layout(), *put.after, rid));
  put.after->set_rid(rid);
  staged_.insert(entity, {std::move(row), {}, std::string(put.search_after)});
  return {};
}

Result<void> MemoryWriter::update(const View& view, const Table& table, Put& put) {
  const std::uint16_t entity = put.type->number();
  const Row* current = view.find(entity, table, put.after->id());
  if (current == nullptr || current->revision() != put.before->revision()) return about(put, conflict, Code::conflict);
  const std::uint32_t rid = current->rid();
  const StagedRow* staged = staged_.find(entity, rid);
  GUANXI_ASSIGN(RowPtr row, Row::pack(*table.layout(), *put.after, rid));
  put.after->set_rid(rid);
  std::string before = staged != nullptr ? staged->search_before : std::string(put.search_before);
  staged_.update(entity, {std::move(row), std::move(before), std::string(put.search_after)});
  return {};
}

void MemoryWriter::set_keys(const Put& put) {
  const auto entry = [&](const Key& key) {
    return KeyEntry{shared_.state.hash(key), static_cast<std::uint32_t>(put.after->rid()), put.type->number()};
  };
  for (const Key& key : put.keys_removed) staged_.set_key(entry(key), false);
  for (const Key& key : put.keys_added) staged_.set_key(entry(key), true);
}

Result<std::int64_t> MemoryWriter::append(const Change& change) {
  GUANXI_CHECK(check_open());
  auto copy = std::make_shared<Change>(change);
  copy->seq = View(shared_.state, &staged_).last_change() + 1;
  if (copy->set == 0) copy->set = copy->seq;
  const std::int64_t seq = copy->seq;
  staged_.append(std::move(copy));
  return seq;
}

Result<void> MemoryWriter::set_meta(std::string_view key, std::string_view value) {
  GUANXI_CHECK(check_open());
  staged_.set_meta(key, value);
  return {};
}

Result<void> MemoryWriter::remember(std::string_view idempotency_key, Instant at, std::string_view outcome) {
  GUANXI_CHECK(check_open());
  staged_.set_outcome(idempotency_key, Outcome{at, std::string(outcome)});
  return {};
}

Result<void> MemoryWriter::forget(Instant before) {
  GUANXI_CHECK(check_open());
  std::vector<std::string> old;
  const auto& by_time = shared_.state.outcomes.get<1>();
  for (auto at = by_time.begin(); at != by_time.lower_bound(before); ++at)
    if (!staged_.outcomes().contains(at->key)) old.push_back(at->key);
  for (const auto& [key, outcome] : staged_.outcomes())
    if (outcome && outcome->at < before) old.push_back(key);
  for (const std::string& key : old) staged_.set_outcome(key, std::nullopt);
  return {};
}

Result<std::int64_t> MemoryWriter::next(std::string_view sequence) {
  GUANXI_CHECK(check_open());
  const std::int64_t number = View(shared_.state, &staged_).sequence(std::string(sequence)) + 1;
  staged_.set_sequence(sequence, number);
  return number;
}

Result<int> MemoryWriter::savepoint() {
  GUANXI_CHECK(check_open());
  return staged_.savepoint();
}

Result<void> MemoryWriter::release(int mark) {
  GUANXI_CHECK(check_open());
  if (!staged_.release(mark)) return Error(Code::misuse, no_mark, {std::to_string(mark)});
  return {};
}

Result<void> MemoryWriter::rollback_to(int mark) {
  GUANXI_CHECK(check_open());
  if (!staged_.rollback_to(mark)) return Error(Code::misuse, no_mark, {std::to_string(mark)});
  return {};
}

void MemoryWriter::publish() {
  {
    const std::lock_guard alone(shared_.gate);
    shared_.half_done = true;
    shared_.state.publish(staged_);
    shared_.half_done = false;
  }
  close();
}

void MemoryWriter::close() noexcept {
  forget_staged();
  open_ = false;
}

}  // namespace guanxi::store::memory
