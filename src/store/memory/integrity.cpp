#include "store/memory/integrity.h"

#include <algorithm>

#include "base/check.h"

namespace guanxi::store::memory {
namespace {

constexpr Message stopped{"memory.stopped", "The check was stopped before its end.", "检查在完成前被中止。"};

class Checker {
 public:
  Checker(const State& state, const Progress& progress, std::vector<std::string>& findings)
      : state_(state), progress_(progress), findings_(findings) {
    for (const auto& [entity, table] : state.tables) total_ += table.size();
  }

  Result<void> run() {
    for (const auto& [entity, table] : state_.tables) GUANXI_CHECK(check_table(*state_.schema->find(entity), table));
    check_keys();
    return {};
  }

 private:
  Result<void> check_table(const EntityType& type, const Table& table) {
    AnyRecord record = type.record();
    for (std::uint32_t rid = 1; rid <= table.size(); ++rid) {
      const Row& row = *table.at(rid);
      check_row(type, table, row, rid);
      row.fill(*table.layout(), {}, record);
      derive(type, record, derived_);
      if (!table.tokens().has(rid, derived_.search)) find(type, rid, "is not found by its text");
      for (const Key& key : derived_.keys) expected_.push_back({state_.hash(key), rid, type.number()});
      if (++done_ % 1024 == 0 && progress_ && !progress_(done_, total_)) return Error(Code::cancelled, stopped);
    }
    for (const FieldIndex& index : table.indexes())
      if (index.size() != table.size()) find(type, 0, "an index has " + std::to_string(index.size()) + " entries for " + std::to_string(table.size()) + " rows");
    return {};
  }

  void check_row(const EntityType& type, const Table& table, const Row& row, std::uint32_t rid) {
    if (row.rid() != rid || table.find(row.id()) != &row) find(type, rid, "is not found by its id");
    for (const FieldIndex& index : table.indexes()) {
      const auto value_of = table.value_of(index.slot());
      const auto at = index.find(value_of(rid), rid, value_of);
      if (at == index.end() || index.rid(at) != rid)
        find(type, rid, "is not in the index on " + std::string(type.fields()[index.slot()]->name));
    }
  }

  void check_keys() {
    std::sort(expected_.begin(), expected_.end());
    std::vector<KeyEntry> present;
    state_.keys.each([&](const KeyEntry& key) { present.push_back(key); });
    std::vector<KeyEntry> odd;
    std::set_difference(expected_.begin(), expected_.end(), present.begin(), present.end(), std::back_inserter(odd));
    for (const KeyEntry& key : odd) find(*state_.schema->find(key.entity), key.rid, "lacks a key that follows from it");
    odd.clear();
    std::set_difference(present.begin(), present.end(), expected_.begin(), expected_.end(), std::back_inserter(odd));
    for (const KeyEntry& key : odd) find(*state_.schema->find(key.entity), key.rid, "has a key that does not follow from it");
  }

  void find(const EntityType& type, std::uint32_t rid, std::string_view what) {
    std::string finding(type.name());
    if (rid != 0) finding += " row " + std::to_string(rid);
    findings_.push_back(finding + (rid != 0 ? " " : ": ") + std::string(what));
  }

  const State& state_;
  const Progress& progress_;
  std::vector<std::string>& findings_;
  std::uint64_t done_ = 0, total_ = 0;
  Derived derived_;
  std::vector<KeyEntry> expected_;
};

}  // namespace

Result<void> check_integrity(const State& state, const Progress& progress, std::vector<std::string>& findings) {
  return Checker(state, progress, findings).run();
}

}  // namespace guanxi::store::memory
