#include "crm/matching/rules.h"

#include <array>

#include "base/check.h"

namespace guanxi::matching {
namespace {

constexpr std::array<std::string_view, 5> choice_names{"caller", "refuse", "reason", "warn", "exact"};
constexpr double never = 1000;

Choice choice_named(std::string_view name) noexcept {
  for (std::size_t i = 0; i < choice_names.size(); ++i)
    if (choice_names[i] == name) return static_cast<Choice>(i);
  return Choice::caller;
}

// A file has rows by the thousand and nobody at hand to ask: likeness alone refuses none of them.
Rule usual(std::string_view source) {
  Rule rule;
  if (source == "import") rule.refuse_at = never;
  return rule;
}

}  // namespace

void Rules::add(const Record<DuplicateRule>& row) {
  Entry entry{std::string(row[DuplicateRule.entity]), std::string(row[DuplicateRule.source]), {}};
  entry.rule = usual(entry.source);
  entry.rule.choice = choice_named(row[DuplicateRule.choice]);
  if (row.get(DuplicateRule.refuse_at).is_set()) entry.rule.refuse_at = static_cast<double>(row[DuplicateRule.refuse_at]);
  if (row.get(DuplicateRule.warn_at).is_set()) entry.rule.warn_at = static_cast<double>(row[DuplicateRule.warn_at]);
  if (row.get(DuplicateRule.effort).is_set()) entry.rule.effort = static_cast<std::size_t>(row[DuplicateRule.effort]);
  entries_.push_back(std::move(entry));
}

Rule Rules::find(std::string_view entity, std::string_view source) const {
  const Entry* wide = nullptr;
  for (const Entry& entry : entries_) {
    if (entry.entity != entity) continue;
    if (!entry.source.empty() && entry.source == source) return entry.rule;
    if (entry.source.empty()) wide = &entry;
  }
  return wide != nullptr ? wide->rule : usual(source);
}

Result<std::shared_ptr<const Rules>> load_rules(store::Reader& reader, const Schema& schema) {
  auto rules = std::make_shared<Rules>();
  const Expr live = is_null(DuplicateRule.archived_at);
  store::Scan scan;
  scan.type = &schema.of(DuplicateRule);
  scan.filter = &live;
  GUANXI_CHECK(reader.scan(scan, [&](AnyRecord& row) {
    rules->add(Record<DuplicateRule>(std::move(row)));
    return true;
  }));
  return std::shared_ptr<const Rules>(std::move(rules));
}

}  // namespace guanxi::matching
