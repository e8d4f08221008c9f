#include "match/index/candidates.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace guanxi::match {

namespace {
constexpr std::size_t most_neighbours = 8;  // of one word
constexpr float slip = 0.8F;                // what a key counts that is only nearly the same
}  // namespace

void Search::reset(std::size_t postings) {
  const auto size = std::bit_ceil(std::max<std::size_t>(postings * 2, 1024));
  if (cells_.size() < size) cells_.assign(size, {}), epoch_ = 0;
  if (++epoch_ == 0) std::fill(cells_.begin(), cells_.end(), Cell{}), epoch_ = 1;
  found_.clear();
  keys_.clear();
  lists_.clear();
  partial_ = false;
}

void Search::add_list(KeyHash key, const Postings& postings, float factor) {
  if (std::find(keys_.begin(), keys_.end(), key) != keys_.end()) return;
  keys_.push_back(key);
  const auto records = postings.find(key);
  const auto size = records.size();
  if (size == 0 || (size == 1 && own_ != nobody && factor == 1)) return;
  const float bits = std::log2((static_cast<float>(records_) + 16) / static_cast<float>(size));
  lists_.push_back({records, std::max(bits, 0.1F) * factor});
}

void Search::gather(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon, const Postings& postings,
                    const Neighbours& neighbours) {
  each_key(fields, record, lexicon, [&](KeyHash key) { add_list(key, postings, 1); });
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const char domain = domain_of(fields[i].role);
    if (domain != 'n' && domain != 'p') continue;
    for (const auto item : record.field(i)) {
      if (item.part() == Part::form) continue;
      neighbours.find(lexicon.terms(), domain, lexicon.text(item), most_neighbours, near_);
      for (const auto term : near_) add_list(word_key(domain, lexicon.terms().text(term)), postings, slip);
    }
  }
  std::sort(lists_.begin(), lists_.end(), [](const List& a, const List& b) { return a.records.size() < b.records.size(); });
}

void Search::note(std::uint32_t record, float bits) {
  if (record == own_) return;
  const auto mask = cells_.size() - 1;
  auto at = (record * 0x9E3779B1u >> 3) & mask;
  while (cells_[at].epoch == epoch_ && cells_[at].record != record) at = (at + 1) & mask;
  auto& cell = cells_[at];
  if (cell.epoch != epoch_) {
    cell = {record, epoch_, static_cast<std::uint32_t>(found_.size())};
    found_.push_back({record, 0});
  }
  found_[cell.place].bits += bits;
}

void Search::read(const List& list, std::size_t most) {
  const auto settled = list.records.settled.first(std::min(most, list.records.settled.size()));
  for (const auto record : settled) note(record, list.bits);
  for (const auto record : list.records.recent.first(std::min(most - settled.size(), list.records.recent.size()))) note(record, list.bits);
}

std::span<const Search::Candidate> Search::run(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon,
                                               const Postings& postings, const Neighbours& neighbours, Limits limits, std::uint32_t own) {
  own_ = own;
  records_ = lexicon.records();
  reset(limits.postings);
  gather(fields, record, lexicon, postings, neighbours);
  auto left = limits.postings;
  for (const auto& list : lists_) {
    partial_ = partial_ || list.records.size() > left;
    if (list.records.size() > left && !found_.empty()) break;
    const auto most = std::min(left, list.records.size());
    read(list, most);
    left -= most;
  }
  const auto keep = std::min(limits.candidates, found_.size());
  const auto better = [](const Candidate& a, const Candidate& b) { return a.bits != b.bits ? a.bits > b.bits : a.record < b.record; };
  std::partial_sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(keep), found_.end(), better);
  return std::span(found_).first(keep);
}

}  // namespace guanxi::match
