#include "store/memory/staged.h"

#include <limits>

namespace guanxi::store::memory {

template <class Map>
void Staged::assign(Map& map, const typename Map::key_type& key, typename Map::mapped_type value) {
  const auto [at, fresh] = map.try_emplace(key);
  if (!marks_.empty()) {
    if (fresh) {
      undo_.emplace_back([&map, key] { map.erase(key); });
    } else {
      undo_.emplace_back([&map, key, old = at->second] { map[key] = old; });
    }
  }
  at->second = std::move(value);
}

void Staged::set_key(const KeyEntry& key, bool present) { assign(keys_, key, present); }
void Staged::set_meta(std::string_view key, std::string_view value) { assign(meta_, std::string(key), std::string(value)); }
void Staged::set_sequence(std::string_view name, std::int64_t last) { assign(sequences_, std::string(name), last); }
void Staged::set_outcome(std::string_view key, std::optional<Outcome> outcome) {
  assign(outcomes_, std::string(key), std::move(outcome));
}

std::pair<Staged::Rows::const_iterator, Staged::Rows::const_iterator> Staged::rows(std::uint16_t entity) const {
  return {rows_.lower_bound({entity, 0}), rows_.upper_bound({entity, std::numeric_limits<std::uint32_t>::max()})};
}

const StagedRow* Staged::find(std::uint16_t entity, std::uint32_t rid) const {
  const auto found = rows_.find({entity, rid});
  return found == rows_.end() ? nullptr : &found->second;
}

const StagedRow* Staged::find(std::uint16_t entity, const Id& id) const {
  const auto found = inserted_.find({entity, id});
  return found == inserted_.end() ? nullptr : find(entity, found->second);
}

std::uint32_t Staged::inserted(std::uint16_t entity) const {
  const auto found = inserted_count_.find(entity);
  return found == inserted_count_.end() ? 0 : found->second;
}

void Staged::insert(std::uint16_t entity, StagedRow row) {
  assign(inserted_, {entity, row.row->id()}, row.row->rid());
  assign(inserted_count_, entity, inserted(entity) + 1);
  update(entity, std::move(row));
}

void Staged::update(std::uint16_t entity, StagedRow row) {
  const RowKey key{entity, row.row->rid()};
  assign(rows_, key, std::move(row));
}

void Staged::append(ChangePtr change) {
  changes_.push_back(std::move(change));
  if (!marks_.empty()) undo_.emplace_back([this] { changes_.pop_back(); });
}

int Staged::savepoint() {
  marks_.push_back(undo_.size());
  return static_cast<int>(marks_.size());
}

bool Staged::release(int mark) {
  if (mark < 1 || static_cast<std::size_t>(mark) > marks_.size()) return false;
  marks_.resize(static_cast<std::size_t>(mark) - 1);
  if (marks_.empty()) undo_.clear();
  return true;
}

bool Staged::rollback_to(int mark) {
  if (mark < 1 || static_cast<std::size_t>(mark) > marks_.size()) return false;
  marks_.resize(static_cast<std::size_t>(mark));
  for (; undo_.size() > marks_.back(); undo_.pop_back()) undo_.back()();
  return true;
}

}  // namespace guanxi::store::memory
