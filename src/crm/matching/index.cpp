#include "crm/matching/index.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/check.h"

namespace guanxi::matching {
namespace {

constexpr std::size_t most_compared = 16;  // records that one check compares in full
constexpr double enough = 1000;            // records that show what is rare
constexpr std::size_t few = 4096;          // the detector sees for itself that it counts again when there are more

// What stands in a file beside the detector, before the row of each of its records (0: none).
struct Attached {
  std::uint64_t origin = 0, records = 0;
};

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

// Nobody sees it any more, and no rollback will bring it back.
void Index::retire(match::Number number) noexcept {
  see(number, Seen::by_nobody);
  if (number != none) detector_.remove(number);
}

match::Number Index::add(std::int64_t rid, const match::Reading& reading, Seen seen) {
  rids_.push_back(static_cast<std::uint32_t>(rid));
  seen_.push_back(seen);
  const match::Number number = detector_.add(reading);
  // Of few records each new one changes what is rare.
  if (ready_ && detector_.size() <= few && detector_.size() >= 2 * settled_) ready();
  return number;
}

void Index::ready() {
  detector_.settle();
  rids_.shrink_to_fit(), seen_.shrink_to_fit(), numbers_.shrink_to_fit();
  settled_ = detector_.size();
  ready_ = true;
}

void Index::settle(std::int64_t rid, const match::Reading* reading) {
  if (reading == nullptr && number_of_row(rid) == none) return;
  retire(number_of_row(rid));
  ++unsaved_;
  set_number(rid, reading == nullptr ? none : add(rid, *reading, Seen::by_all));
}

Step Index::put(std::int64_t rid, const match::Reading* reading, std::int64_t seq) {
  Step step{place_, seq, rid, number_of_row(rid), none};
  ++unsaved_;
  // What only the writer has seen leaves without a trace.
  if (step.gone != none) see(step.gone, seen_[step.gone] == Seen::by_all ? Seen::by_readers : Seen::by_nobody);
  if (reading != nullptr) step.come = add(rid, *reading, Seen::by_writer);
  set_number(rid, step.come);
  return step;
}

void Index::publish(const Step& step) noexcept {
  if (step.gone != none && seen_[step.gone] != Seen::by_all) retire(step.gone);
  if (step.come != none && seen_[step.come] == Seen::by_writer) see(step.come, Seen::by_all);
}

void Index::revert(const Step& step) noexcept {
  retire(step.come);
  if (step.gone != none) see(step.gone, seen_[step.gone] == Seen::by_readers ? Seen::by_all : Seen::by_writer);
  numbers_[static_cast<std::size_t>(step.rid)] = step.gone;
}

std::string Index::train() {
  detector_.train();
  learnt_ = detector_.learnt();
  return learnt_;
}

// What was learnt for other fields, by another version, is as good as nothing.
void Index::learn(const std::string& learnt) {
  if (learnt == learnt_) return;
  learnt_ = detector_.learn(learnt) ? learnt : std::string();
  if (learnt_.empty()) detector_.learn({});
}

Result<void> Index::save(const std::string& path, std::int64_t watermark, std::uint64_t origin, const std::string& like) {
  const Attached head{origin, detector_.size()};
  std::vector<std::byte> attached(sizeof head + rids_.size() * sizeof(std::uint32_t));
  std::memcpy(attached.data(), &head, sizeof head);
  for (std::size_t number = 0; number < rids_.size(); ++number) {
    const std::uint32_t rid = seen_[number] == Seen::by_all ? rids_[number] : 0;
    std::memcpy(attached.data() + sizeof head + number * sizeof rid, &rid, sizeof rid);
  }
  GUANXI_CHECK(detector_.save(path, {.watermark = static_cast<std::uint64_t>(watermark), .attached = attached, .like = like}));
  unsaved_ = 0;
  return {};
}

std::optional<Index::Saved> Index::open(std::size_t place, const std::string& path) {
  auto opened = match::Detector::open(path, configuration_of(place));
  if (!opened || opened->attached.size() < sizeof(Attached)) return std::nullopt;
  Attached head;
  std::memcpy(&head, opened->attached.data(), sizeof head);
  const auto rids = opened->attached.subspan(sizeof head);
  if (head.records != opened->detector.size() || rids.size() != head.records * sizeof(std::uint32_t)) return std::nullopt;
  auto index = std::make_unique<Index>(place);
  index->detector_ = std::move(opened->detector);
  index->rids_.resize(head.records);
  std::memcpy(index->rids_.data(), rids.data(), rids.size());
  index->seen_.assign(head.records, Seen::by_all);
  for (match::Number number = 0; number < head.records; ++number) {
    if (index->rids_[number] == 0) index->see(number, Seen::by_nobody);
    else index->set_number(index->rids_[number], number);
  }
  index->learnt_ = index->detector_.learnt();
  index->settled_ = head.records;
  index->ready_ = true;
  return Saved{std::move(index), static_cast<std::int64_t>(opened->watermark), head.origin};
}

Hit Index::hit_of(const match::Match& match, const match::Reading& reading, Language language) const {
  Hit hit{rids_[match.record], match.score, match.verdict, {}, {}, {}};
  const auto explanation = detector_.explain(reading, match.record);
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

Hits Index::check(const match::Reading& reading, const Ask& ask) const {
  const auto found =
      detector_.check(reading, {.limit = most_compared, .at_least = ask.at_least, .most_postings = ask.effort, .most_comparisons = most_compared});
  Hits out;
  out.partial = found.partial;
  out.caution = std::max(0.0, std::log2(enough / static_cast<double>(std::max<std::size_t>(live(), 1))));
  for (const match::Match& match : found.hits) {
    const Seen seen = seen_[match.record];
    const bool visible = seen == Seen::by_all || seen == (ask.writing ? Seen::by_writer : Seen::by_readers);
    if (!visible || match.verdict == match::Verdict::different || rids_[match.record] == ask.itself) continue;
    out.all.push_back(hit_of(match, reading, ask.language));
    if (out.all.size() == ask.limit) break;
  }
  return out;
}

std::optional<Hit> Index::explain(const match::Reading& reading, std::int64_t other, Language language) const {
  const match::Number number = number_of_row(other);
  if (number == none) return std::nullopt;
  const auto explanation = detector_.explain(reading, number);
  return hit_of({number, explanation.score, explanation.verdict}, reading, language);
}

std::size_t Index::bytes() const noexcept {
  return detector_.bytes() + rids_.capacity() * sizeof(std::int64_t) + seen_.capacity() + numbers_.capacity() * sizeof(match::Number);
}

}  // namespace guanxi::matching
