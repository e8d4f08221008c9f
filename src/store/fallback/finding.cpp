#include "store/fallback/finding.h"

#include <algorithm>

#include "base/check.h"

namespace guanxi::store::fallback {
namespace {

// The slots that a scan looks at, and those of them that were not asked for. Id and revision are always given.
void choose_slots(const Scan& scan, Plan& plan) {
  if (scan.slots.empty()) return;
  std::vector<std::uint16_t> asked(scan.slots.begin(), scan.slots.end());
  asked.insert(asked.end(), {common::id, common::revision});
  std::sort(asked.begin(), asked.end());
  plan.extra = plan.condition.slots();
  for (const RowOrder::Step& step : plan.order.steps()) plan.extra.push_back(step.slot);
  std::erase_if(plan.extra, [&](std::uint16_t slot) { return std::binary_search(asked.begin(), asked.end(), slot); });
  plan.needed = std::move(asked);
  plan.needed.insert(plan.needed.end(), plan.extra.begin(), plan.extra.end());
  std::sort(plan.needed.begin(), plan.needed.end());
  plan.needed.erase(std::unique(plan.needed.begin(), plan.needed.end()), plan.needed.end());
}

}  // namespace

Result<Plan> Plan::make(const Schema& schema, const Scan& scan) {
  Plan plan;
  const auto find = [&](std::uint16_t entity, std::uint16_t field) -> const AnyField* {
    const EntityType* type = schema.find(entity);
    return type == nullptr ? nullptr : type->find(field);
  };
  if (scan.filter != nullptr) {
    GUANXI_ASSIGN(plan.condition, Predicate::compile(*scan.filter, scan.type->number(), find));
  }
  GUANXI_ASSIGN(plan.order, RowOrder::resolve(*scan.type, scan.order));
  GUANXI_ASSIGN(plan.from, plan.order.place(scan.after));
  choose_slots(scan, plan);
  return plan;
}

void Plan::look_at_all(const EntityType& type, std::span<const std::uint16_t> asked) {
  needed.clear();
  extra.clear();
  if (asked.empty()) return;
  for (std::uint16_t slot = common::revision + 1; slot < type.fields().size(); ++slot)
    if (std::find(asked.begin(), asked.end(), slot) == asked.end()) extra.push_back(slot);
}

bool Gathered::fits(const AnyRecord& row) const {
  if (!ordered_ && !plan_.order.behind(plan_.from, row)) return false;
  return filtered_ || plan_.condition.linked() || plan_.condition.passes(row);
}

bool Gathered::add(AnyRecord&& row) {
  rows_.push_back(std::move(row));
  if (wanted_ == 0 || asks_others()) return true;
  if (ordered_) return rows_.size() < wanted_;
  if (rows_.size() >= 2 * wanted_ + 64) cut();
  return true;
}

void Gathered::cut() {
  const auto before = [this](const AnyRecord& a, const AnyRecord& b) { return plan_.order.before(a, b); };
  if (rows_.size() > wanted_) std::nth_element(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(wanted_), rows_.end(), before);
  rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(std::min(wanted_, rows_.size())), rows_.end());
}

Result<std::vector<AnyRecord>> Gathered::finish(Reader& reader, const Schema& schema) {
  if (asks_others()) {
    StoredRows others(reader, schema);
    std::erase_if(rows_, [&](const AnyRecord& row) { return !plan_.condition.passes(row, &others); });
    GUANXI_CHECK(others.outcome());
  }
  const auto before = [this](const AnyRecord& a, const AnyRecord& b) { return plan_.order.before(a, b); };
  if (!ordered_ && !std::is_sorted(rows_.begin(), rows_.end(), before)) std::sort(rows_.begin(), rows_.end(), before);
  if (wanted_ != 0 && rows_.size() > wanted_) rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(wanted_), rows_.end());
  return std::move(rows_);
}

WordTest::WordTest(const EntityType& type, const search::SearchQuery& words) : type_(type), words_(words) {
  for (const AnyField* field : type.fields()) searchable_ = searchable_ || field->has(searchable);
}

bool WordTest::operator()(const AnyRecord& row, std::optional<std::string_view> text) {
  if (text) return words_.matches(*text);
  derived_.clear();
  append_search_text(type_, row, derived_);
  return words_.matches(derived_);
}

void give_hits(std::vector<KeyHit>& hits, FunctionRef<bool(const KeyHit&)> sink) {
  std::stable_sort(hits.begin(), hits.end(), [](const KeyHit& a, const KeyHit& b) { return a.key < b.key; });
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (sink(hits[i])) continue;
    while (i + 1 < hits.size() && hits[i + 1].key == hits[i].key) ++i;
  }
}

Result<void> probe_rows(Reader& reader, const Schema& schema, std::span<const Key> keys, FunctionRef<bool(const KeyHit&)> sink) {
  std::vector<KeyHit> hits;
  Derived derived;
  for (const auto& type : schema.entities()) {
    GUANXI_CHECK(reader.scan({.type = type.get()}, [&](AnyRecord& row) {
      derive(*type, row, derived);
      for (std::size_t i = 0; i < keys.size(); ++i)
        if (std::find(derived.keys.begin(), derived.keys.end(), keys[i]) != derived.keys.end()) hits.push_back({i, type->number(), row.rid()});
      return true;
    }));
  }
  give_hits(hits, sink);
  return {};
}

}  // namespace guanxi::store::fallback
