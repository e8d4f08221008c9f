// What a transaction has changed so far: an overlay over the committed state, with marks to go back to.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/memory/change_log.h"
#include "store/memory/key_index.h"
#include "store/memory/row.h"

namespace guanxi::store::memory {

struct StagedRow {
  RowPtr row;
  std::string search_before;  // as committed; empty for a new row
  std::string search_after;
};

struct Outcome {
  Instant at;
  std::string text;
};

class Staged {
 public:
  using RowKey = std::pair<std::uint16_t, std::uint32_t>;  // entity, rid
  using Rows = std::map<RowKey, StagedRow>;

  Staged() = default;
  Staged(const Staged&) = delete;  // what is to be undone points into it

  // The rows of one entity, by rid.
  std::pair<Rows::const_iterator, Rows::const_iterator> rows(std::uint16_t entity) const;
  const Rows& rows() const noexcept { return rows_; }
  const StagedRow* find(std::uint16_t entity, std::uint32_t rid) const;
  const StagedRow* find(std::uint16_t entity, const Id& id) const;
  std::uint32_t inserted(std::uint16_t entity) const;

  void insert(std::uint16_t entity, StagedRow row);
  void update(std::uint16_t entity, StagedRow row);

  // Keys added (true) and removed; outcomes remembered and forgotten.
  const std::map<KeyEntry, bool>& keys() const noexcept { return keys_; }
  const std::map<std::string, std::string>& meta() const noexcept { return meta_; }
  const std::map<std::string, std::int64_t>& sequences() const noexcept { return sequences_; }
  const std::map<std::string, std::optional<Outcome>>& outcomes() const noexcept { return outcomes_; }
  const std::vector<ChangePtr>& changes() const noexcept { return changes_; }

  void set_key(const KeyEntry& key, bool present);
  void set_meta(std::string_view key, std::string_view value);
  void set_sequence(std::string_view name, std::int64_t last);
  void set_outcome(std::string_view key, std::optional<Outcome> outcome);
  void append(ChangePtr change);

  // Marks nest. Going back to a mark keeps it and drops those made after it. False for a mark that is not there.
  int savepoint();
  bool release(int mark);
  bool rollback_to(int mark);

 private:
  // Sets map[key], and notes how to take that back.
  template <class Map>
  void assign(Map& map, const typename Map::key_type& key, typename Map::mapped_type value);

  Rows rows_;
  std::map<std::pair<std::uint16_t, Id>, std::uint32_t> inserted_;
  std::map<std::uint16_t, std::uint32_t> inserted_count_;
  std::map<KeyEntry, bool> keys_;
  std::map<std::string, std::string> meta_;
  std::map<std::string, std::int64_t> sequences_;
  std::map<std::string, std::optional<Outcome>> outcomes_;
  std::vector<ChangePtr> changes_;

  std::vector<std::function<void()>> undo_;  // kept while there are marks
  std::vector<std::size_t> marks_;
};

}  // namespace guanxi::store::memory
