#include "store/memory/state.h"

namespace guanxi::store::memory {

void State::prepare(std::shared_ptr<const Schema> next) {
  for (const auto& type : next->entities()) tables[type->number()].prepare(*type);
  schema = std::move(next);
}

void State::publish(const Staged& staged) {
  for (const auto& [key, row] : staged.rows()) {
    Table& table = tables.at(key.first);
    table.put(row.row);
    table.tokens().update(key.second, row.search_before, row.search_after);
  }
  for (const auto& [key, present] : staged.keys()) present ? keys.insert(key) : keys.erase(key);
  for (const ChangePtr& change : staged.changes()) log.append(change);
  for (const auto& [key, value] : staged.meta()) meta[key] = value;
  for (const auto& [name, last] : staged.sequences()) sequences[name] = last;
  for (const auto& [key, outcome] : staged.outcomes()) {
    outcomes.erase(key);
    if (outcome) outcomes.insert({key, outcome->at, outcome->text});
  }
}

std::size_t State::bytes() const {
  std::size_t total = keys.bytes() + log.bytes();
  for (const auto& [entity, table] : tables) total += table.bytes();
  return total;
}

}  // namespace guanxi::store::memory
