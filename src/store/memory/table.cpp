#include "store/memory/table.h"

namespace guanxi::store::memory {

void Table::prepare(const EntityType& type) {
  layout_ = std::make_shared<const Layout>(layout_of(type));
  for (const AnyField* field : type.fields()) {
    if (!field->has(indexed) || index(field->slot) != nullptr) continue;
    FieldIndex built(field->slot, field->type);
    built.build(size(), value_of(field->slot));
    indexes_.push_back(std::move(built));
  }
}

const Row* Table::find(const Id& id) const { return by_id_.find(id); }

const Row* Table::at(std::uint32_t rid) const noexcept { return rid == 0 || rid > size() ? nullptr : rows_[rid - 1].get(); }

const FieldIndex* Table::index(std::uint16_t slot) const noexcept {
  for (const FieldIndex& index : indexes_)
    if (index.slot() == slot) return &index;
  return nullptr;
}

void Table::put(const RowPtr& row) {
  const Row* const before = at(row->rid());
  std::vector<Value> old(before != nullptr ? indexes_.size() : 0), now(indexes_.size());
  for (std::size_t i = 0; i < indexes_.size(); ++i) {
    FieldIndex& index = indexes_[i];
    now[i] = row->value(*layout_, index.slot());
    if (before != nullptr) old[i] = before->value(*layout_, index.slot());
    if (before != nullptr && old[i] != now[i]) index.erase(old[i], row->rid(), value_of(index.slot()));
  }
  const RowPtr kept(before);
  if (before == nullptr)
    rows_.push_back(row);
  else
    rows_[row->rid() - 1] = row;
  by_id_.put(*row);
  for (std::size_t i = 0; i < indexes_.size(); ++i)
    if (before == nullptr || old[i] != now[i]) indexes_[i].insert(now[i], row->rid(), value_of(indexes_[i].slot()));
}

std::size_t Table::bytes() const {
  std::size_t total = rows_.capacity() * sizeof(RowPtr) + by_id_.bytes() + tokens_.bytes();
  for (const RowPtr& row : rows_) total += row->bytes();
  for (const FieldIndex& index : indexes_) total += index.bytes();
  return total;
}

}  // namespace guanxi::store::memory
