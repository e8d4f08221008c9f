#include "store/memory/view.h"

#include "base/check.h"

namespace guanxi::store::memory {
namespace {

constexpr Message unknown_entity{"memory.unknown_entity", "Entity {0} is not in the schema of this store: prepare it with a schema that has it.",
                                 "存储的模式中没有对象 {0}，请先用包含该对象的模式调用 prepare。"};

struct RowValues {
  const std::vector<Value>& values;
  const Value& at(std::uint16_t slot) const noexcept { return values[slot]; }
};

}  // namespace

Matcher::Matcher(std::shared_ptr<const Predicate> predicate, std::shared_ptr<const Layout> layout, RelatedRows& related)
    : predicate_(std::move(predicate)), layout_(std::move(layout)), related_(related), values_(layout_->size()) {}

bool Matcher::operator()(const Row& row) {
  row.read(*layout_, predicate_->slots(), values_);
  return predicate_->passes(RowValues{values_}, &related_);
}

Result<const Table*> View::table(std::uint16_t entity) const {
  const auto found = state_.tables.find(entity);
  if (found == state_.tables.end()) return Error(Code::misuse, unknown_entity, {std::to_string(entity)});
  return &found->second;
}

Result<Matcher> View::matcher(std::uint16_t entity, const Expr* filter) {
  GUANXI_ASSIGN(const Table* rows, table(entity));
  if (filter == nullptr) return Matcher(std::make_shared<const Predicate>(), rows->layout(), *this);
  const auto find = [&](std::uint16_t of, std::uint16_t field) -> const AnyField* {
    const EntityType* type = state_.schema->find(of);
    return type != nullptr ? type->find(field) : nullptr;
  };
  GUANXI_ASSIGN(Predicate predicate, Predicate::compile(*filter, entity, find));
  return Matcher(std::make_shared<const Predicate>(std::move(predicate)), rows->layout(), *this);
}

const Row* View::find(std::uint16_t entity, const Table& table, const Id& id) const {
  if (const Row* row = table.find(id)) return at(entity, table, row->rid());
  const StagedRow* staged = staged_ != nullptr ? staged_->find(entity, id) : nullptr;
  return staged != nullptr ? staged->row.get() : nullptr;
}

const Row* View::at(std::uint16_t entity, const Table& table, std::uint32_t rid) const {
  const StagedRow* staged = staged_ != nullptr ? staged_->find(entity, rid) : nullptr;
  return staged != nullptr ? staged->row.get() : table.at(rid);
}

bool View::is_staged(std::uint16_t entity, std::uint32_t rid) const {
  return staged_ != nullptr && staged_->find(entity, rid) != nullptr;
}

bool View::any(const Link& link, const Value& id) {
  const auto found = state_.tables.find(link.entity);
  if (found == state_.tables.end()) return false;
  const Table& table = found->second;
  Linked& to = linked(link, table);
  if (link.slot == common::id) {
    const Row* row = find(link.entity, table, Codec<Id>::unpack(id));
    return row != nullptr && to.matches(*row);
  }
  if (const FieldIndex* index = table.index(link.slot)) return any_indexed(link, table, *index, id, to.matches);
  if (!to.pointed_to) collect(link, table, to);
  const auto pointing = to.pointed_to->find(Codec<Id>::unpack(id));
  return pointing != to.pointed_to->end() && pointing->second >= link.least;
}

View::Linked& View::linked(const Link& link, const Table& table) {
  const auto found = linked_.find(link.inner.get());
  if (found != linked_.end()) return found->second;
  return linked_.emplace(link.inner.get(), Linked{Matcher(link.inner, table.layout(), *this), {}}).first->second;
}

bool View::any_indexed(const Link& link, const Table& table, const FieldIndex& index, const Value& id, Matcher& matches) const {
  const auto value_of = table.value_of(link.slot);
  std::int64_t missing = link.least;
  for (auto at = index.find(id, 0, value_of); at != index.end() && value_of(index.rid(at)) == id; at = index.next(at))
    if (!is_staged(link.entity, index.rid(at)) && matches(*table.at(index.rid(at))) && --missing == 0) return true;
  each_staged(link.entity, [&](const Row& row) {
    if (missing > 0 && row.value(*table.layout(), link.slot) == id && matches(row)) --missing;
  });
  return missing == 0;
}

void View::collect(const Link& link, const Table& table, Linked& linked) const {
  auto& ids = linked.pointed_to.emplace();
  each(link.entity, table, [&](const Row& row) {
    const Value value = row.value(*table.layout(), link.slot);
    if (value.is_set() && linked.matches(row)) ++ids[Codec<Id>::unpack(value)];
  });
}

}  // namespace guanxi::store::memory
