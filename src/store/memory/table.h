// The rows of one entity with their indexes, as committed.
#pragma once

#include <memory>
#include <vector>

#include "store/memory/field_index.h"
#include "store/memory/id_index.h"
#include "store/memory/row.h"
#include "store/memory/token_index.h"

namespace guanxi::store::memory {

class Table {
 public:
  // Takes over new fields and builds the indexes they ask for.
  void prepare(const EntityType& type);

  // Shared, since readers unpack rows after their lock is given back.
  const std::shared_ptr<const Layout>& layout() const noexcept { return layout_; }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(rows_.size()); }

  // Null where there is no such row.
  const Row* find(const Id& id) const;
  const Row* at(std::uint32_t rid) const noexcept;

  // Adds the next row, or replaces the one with its rid.
  void put(const RowPtr& row);

  // The index of a field; null where it has none.
  const FieldIndex* index(std::uint16_t slot) const noexcept;
  const std::vector<FieldIndex>& indexes() const noexcept { return indexes_; }
  // How an index looks values up.
  auto value_of(std::uint16_t slot) const {
    return [this, slot](std::uint32_t rid) { return at(rid)->value(*layout_, slot); };
  }

  TokenIndex& tokens() noexcept { return tokens_; }
  const TokenIndex& tokens() const noexcept { return tokens_; }
  std::size_t bytes() const;

 private:
  std::shared_ptr<const Layout> layout_;
  std::vector<RowPtr> rows_;  // rids are given out without gaps: rid n stands at n - 1
  IdIndex by_id_;
  std::vector<FieldIndex> indexes_;
  TokenIndex tokens_;
};

}  // namespace guanxi::store::memory
