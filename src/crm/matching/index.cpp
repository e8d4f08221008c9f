#include "crm/matching/index.h"

#include <algorithm>
#include <cmath>

namespace guanxi::matching {
namespace {

constexpr std::size_t most_compared = 16;  // records that one check compares in full
constexpr double enough = 1000;            // records that show what is rare
constexpr std::size_t few = 4096;          // the detector sees for itself that it counts again when there are more

}  // namespace

Index::Index(std::size_t place) : place_(place), detector_(configuration_of(place)) {}

match::Number Index::number_of_row(std::int64_t rid) const noexcept {
  const auto at = static_cast<std::size_t>(rid);
  return rid >= 0 && at < numbers_.size() ? numbers_[at] : none;
}

// Rows are numbered from 1 without gaps, so a table by row number is dense.
void Index::set_number(std::int64_t rid, match::Number number) {
  const auto at = static_cast<std::size_t>(rid);
  if (at >= numbers_.size()) numbers_.resize(std::max(at + 1, numbers_.size() + numbers_.size() / 2), none);
  numbers_[at] = number;
}

void Index::see(match::Number number, Seen seen) noexcept {
  if (number == none) return;
  if (seen == Seen::by_nobody && seen_[number] != Seen::by_nobody) ++dead_;
  if (seen != Seen::by_nobody && seen_[number] == Seen::by_nobody) --dead_;
  seen_[number] = seen;
}

match::Number Index::add(std::int64_t rid, const AnyRecord& row, Seen seen) {
  const Values values(place_, row);
  rids_.push_back(rid);
  seen_.push_back(seen);
  const match::Number number = detector_.add(values.all());
  // Of few records each new one changes what is rare.
  if (ready_ && detector_.size() <= few && detector_.size() >= 2 * settled_) ready();
  return number;
}

void Index::ready() {
  detector_.settle();
  settled_ = detector_.size();
  ready_ = true;
}

void Index::settle(std::int64_t rid, const AnyRecord* row) {
  see(number_of_row(rid), Seen::by_nobody);
  if (row == nullptr && number_of_row(rid) == none) return;
  set_number(rid, row == nullptr ? none : add(rid, *row, Seen::by_all));
}

Step Index::put(std::int64_t rid, const AnyRecord* row, std::int64_t seq) {
  Step step{place_, seq, rid, number_of_row(rid), none};
  // What only the writer has seen leaves without a trace.
  if (step.gone != none) see(step.gone, seen_[step.gone] == Seen::by_all ? Seen::by_readers : Seen::by_nobody);
  if (row != nullptr) step.come = add(rid, *row, Seen::by_writer);
  set_number(rid, step.come);
  return step;
}

void Index::publish(const Step& step) noexcept {
  if (step.gone != none && seen_[step.gone] == Seen::by_readers) see(step.gone, Seen::by_nobody);
  if (step.come != none && seen_[step.come] == Seen::by_writer) see(step.come, Seen::by_all);
}

void Index::revert(const Step& step) noexcept {
  see(step.come, Seen::by_nobody);
  if (step.gone != none) see(step.gone, seen_[step.gone] == Seen::by_readers ? Seen::by_all : Seen::by_writer);
  numbers_[static_cast<std::size_t>(step.rid)] = step.gone;
}

void Index::train() {
  detector_.train();
  trained_ = true;
}

Hit Index::hit_of(const match::Match& match, std::span<const std::string_view> values, Language language) const {
  Hit hit{rids_[match.record], match.score, match.verdict, {}, {}, {}};
  const auto explanation = detector_.explain(values, match.record);
  hit.explanation = detector_.say(explanation, language);
  const auto& fields = detector_.configuration().fields;
  for (const match::Reason& reason : explanation.reasons) {
    if (reason.field >= fields.size() || reason.weight <= 0) continue;
    const std::string_view label = fields[reason.field].label;
    const std::size_t bar = label.find('|');
    if (!hit.alike_en.empty()) hit.alike_zh += "、", hit.alike_en += ", ";
    hit.alike_zh += label.substr(0, bar);
    hit.alike_en += label.substr(bar + 1);
  }
  return hit;
}

Hits Index::check(const AnyRecord& row, const Ask& ask) const {
  const Values values(place_, row);
  const auto found = detector_.check(values.all(), {.limit = most_compared,
                                                    .at_least = ask.at_least,
                                                    .most_postings = ask.effort,
                                                    .most_comparisons = most_compared});
  Hits out;
  out.partial = found.partial;
  out.caution = std::max(0.0, std::log2(enough / static_cast<double>(std::max<std::size_t>(live(), 1))));
  for (const match::Match& match : found.hits) {
    const Seen seen = seen_[match.record];
    const bool visible = seen == Seen::by_all || seen == (ask.writing ? Seen::by_writer : Seen::by_readers);
    if (!visible || match.verdict == match::Verdict::different || rids_[match.record] == ask.itself) continue;
    out.all.push_back(hit_of(match, values.all(), ask.language));
    if (out.all.size() == ask.limit) break;
  }
  return out;
}

std::optional<Hit> Index::explain(const AnyRecord& row, std::int64_t other, Language language) const {
  const match::Number number = number_of_row(other);
  if (number == none) return std::nullopt;
  const Values values(place_, row);
  const auto explanation = detector_.explain(values.all(), number);
  return hit_of({number, explanation.score, explanation.verdict}, values.all(), language);
}

std::size_t Index::bytes() const noexcept {
  return detector_.bytes() + rids_.capacity() * sizeof(std::int64_t) + seen_.capacity() + numbers_.capacity() * sizeof(match::Number);
}

}  // namespace guanxi::matching
