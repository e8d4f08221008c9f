#include "crm/matching/recent.h"

#include <algorithm>

namespace guanxi::matching {
namespace {

constexpr std::size_t most_readings = 4096;  // of entries that are not taken in: those of a long transaction would need much memory
constexpr std::size_t kept_on = 512;         // entries after they were taken in, for checks that began before

}  // namespace

void Recent::add(Entry entry) {
  trim();
  if (end() - taken_ >= most_readings) entry.reading.reset();
  Number& last = newest_.try_emplace(entry.rid, none).first->second;
  entry.before = last;
  entries_.push_back(std::move(entry));
  last = end() - 1;
}

void Recent::trim() {
  if (taken_ - first_ <= kept_on) return;
  for (; first_ != taken_; ++first_) {
    const auto last = newest_.find(entries_.front().rid);
    if (last->second == first_) newest_.erase(last);
    entries_.pop_front();
  }
  newcomers_.clear();
  listed_ = first_;
}

// What they left among the newcomers leads to whoever gets their number, which costs a comparison.
void Recent::drop_from(Number number) {
  while (end() > number) {
    const Entry& last = entries_.back();
    if (last.before == none || last.before < first_) newest_.erase(last.rid);
    else newest_[last.rid] = last.before;
    entries_.pop_back();
  }
  listed_ = std::min(listed_, end());
  taken_ = std::min(taken_, end());
}

void Recent::drop_after(std::int64_t seq) {
  Number number = end();
  while (number > taken_ && (*this)[number - 1].seq > seq) --number;
  drop_from(number);
}

Recent::Number Recent::newest(std::int64_t rid) const noexcept {
  const auto found = newest_.find(rid);
  return found == newest_.end() ? none : found->second;
}

std::vector<match::Search::Candidate> Recent::like(const match::Trail& trail, Number from) {
  std::vector<match::Search::Candidate> out;
  if (from >= end()) return out;
  for (; listed_ != end(); ++listed_) newcomers_.add(listed_, (*this)[listed_].stored);
  for (const auto& candidate : newcomers_.find(trail, from)) {
    const Number number = candidate.record;
    if (number < end() && (*this)[number].live && newest((*this)[number].rid) == number) out.push_back(candidate);
  }
  return out;
}

}  // namespace guanxi::matching
