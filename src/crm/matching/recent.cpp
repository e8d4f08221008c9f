#include "crm/matching/recent.h"

namespace guanxi::matching {
namespace {

constexpr std::size_t most_readings = 8192;  // of entries that are not taken in: those of a long transaction would need much memory
constexpr std::size_t kept_on = 128;         // entries after they were taken in, for checks that began before …
constexpr std::size_t let_go = 384;          // … and so many go together: those that stay are listed anew

}  // namespace

void Recent::add(Entry entry) {
  trim();
  if (entry.reading && end() - taken_ >= most_readings) {
    entry.keys = match::Newcomers::keys(*entry.reading);
    entry.reading.reset();
  }
  Number& last = newest_.try_emplace(entry.rid, none).first->second;
  entry.before = last;
  entries_.push_back(std::move(entry));
  last = end() - 1;
}

void Recent::trim() {
  if (taken_ - first_ < kept_on + let_go) return;
  for (; taken_ - first_ > kept_on; ++first_) {
    if (newest(entries_.front().rid) == first_) newest_.erase(entries_.front().rid);
    entries_.pop_front();
  }
  newcomers_.clear();
  listed_ = first_;
}

// They keep their numbers, by which they are known to whoever has found them.
void Recent::drop_from(Number number) {
  for (Number at = end(); at > std::max(number, taken_); --at) {
    Entry& last = entries_[at - 1 - first_];
    if (last.seq == 0) continue;
    if (last.before == none || last.before < first_) newest_.erase(last.rid);
    else newest_[last.rid] = last.before;
    last = {};
  }
  while (undecided() && (*this)[taken_].seq == 0) ++taken_;
}

void Recent::drop_after(std::int64_t seq) {
  Number number = end();
  while (number > taken_ && ((*this)[number - 1].seq > seq || (*this)[number - 1].seq == 0)) --number;
  drop_from(number);
}

std::int64_t Recent::last_seq() const noexcept {
  const auto last = std::find_if(entries_.rbegin(), entries_.rend(), [](const Entry& entry) { return entry.seq != 0; });
  return last == entries_.rend() ? 0 : last->seq;
}

Recent::Number Recent::newest(std::int64_t rid) const noexcept {
  const auto found = newest_.find(rid);
  return found == newest_.end() ? none : found->second;
}

std::vector<match::Search::Candidate> Recent::like(const match::Trail& trail, Number from) {
  std::vector<match::Search::Candidate> out;
  if (from >= end()) return out;
  for (; listed_ != end(); ++listed_) {
    const Entry& entry = (*this)[listed_];
    if (entry.reading) newcomers_.add(listed_, *entry.reading);
    else newcomers_.add(listed_, entry.keys);
  }
  for (const auto& candidate : newcomers_.find(trail, from)) {
    const Number number = candidate.record;
    if (number < end() && (*this)[number].live && newest((*this)[number].rid) == number) out.push_back(candidate);
  }
  return out;
}

}  // namespace guanxi::matching
