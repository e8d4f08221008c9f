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

match::Number Index::add(std::int64_t rid, const match::Reading& reading) {
  rids_.push_back(static_cast<std::uint32_t>(rid));
  const match::Number number = detector_.add(reading);
  // Of few records each new one changes what is rare.
  if (ready_ && detector_.size() <= few && detector_.size() >= 2 * settled_) ready();
  return number;
}

void Index::ready() {
  detector_.settle();
  rids_.shrink_to_fit(), numbers_.shrink_to_fit();
  settled_ = detector_.size();
  ready_ = true;
}

void Index::settle(std::int64_t rid, const match::Reading* reading) {
  const match::Number before = number_of_row(rid);
  if (before == none && reading == nullptr) return;
  ++unsaved_;
  if (before != none) {
    detector_.remove(before);
    rids_[before] = 0;
    ++dead_;
  }
  set_number(rid, reading == nullptr ? none : add(rid, *reading));
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
  std::memcpy(attached.data() + sizeof head, rids_.data(), rids_.size() * sizeof(std::uint32_t));
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
  for (match::Number number = 0; number < head.records; ++number) {
    if (index->rids_[number] == 0) ++index->dead_;
    else index->set_number(index->rids_[number], number);
  }
  index->learnt_ = index->detector_.learnt();
  index->settled_ = head.records;
  index->ready_ = true;
  return Saved{std::move(index), static_cast<std::int64_t>(opened->watermark), head.origin};
}

Hit Index::told(std::int64_t rid, const match::Explanation& explanation, Language language) const {
  Hit hit{rid, explanation.score, explanation.verdict, detector_.say(explanation, language), {}, {}};
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

Hits Index::check(const match::Reading& reading, const Ask& ask, match::Trail& trail) const {
  const match::CheckOptions options{.limit = most_compared, .at_least = ask.at_least, .most_postings = ask.effort, .most_comparisons = most_compared};
  const auto found = match::Newcomers::check(detector_, reading, options, trail);
  Hits out;
  out.partial = found.partial;
  out.caution = std::max(0.0, std::log2(enough / static_cast<double>(std::max<std::size_t>(live(), 1))));
  for (const match::Match& match : found.hits) {
    if (match.verdict == match::Verdict::different || rids_[match.record] == ask.itself) continue;
    out.all.push_back(told(rids_[match.record], detector_.explain(reading, match.record), ask.language));
    if (out.all.size() == ask.limit) break;
  }
  return out;
}

std::optional<Hit> Index::explain(const match::Reading& reading, std::int64_t other, Language language) const {
  const match::Number number = number_of_row(other);
  if (number == none) return std::nullopt;
  return told(other, detector_.explain(reading, number), language);
}

Hit Index::explain(const match::Reading& reading, std::int64_t other, const match::Reading& of_other, Language language) const {
  return told(other, detector_.explain(reading, of_other), language);
}

std::vector<Hit> Index::judge(const match::Reading& reading, const Ask& ask, std::span<const match::Newcomers::Candidate> others,
                              std::span<const std::int64_t> rids) const {
  std::vector<Hit> out;
  match::Newcomers::judge(detector_, reading, others, [&](std::size_t i, const match::Match& match) {
    if (match.verdict == match::Verdict::different || match.score < ask.at_least || rids[i] == ask.itself) return;
    out.push_back(explain(reading, rids[i], *others[i].reading, ask.language));
  });
  return out;
}

std::size_t Index::bytes() const noexcept {
  return detector_.bytes() + rids_.capacity() * sizeof(std::uint32_t) + numbers_.capacity() * sizeof(match::Number);
}

}  // namespace guanxi::matching
