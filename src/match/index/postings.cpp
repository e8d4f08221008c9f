#include "match/index/postings.h"

#include <algorithm>
#include <array>
#include <bit>

namespace guanxi::match {

namespace {

std::size_t home(KeyHash key, std::size_t mask) noexcept { return (key * 0x9E3779B1u >> 5) & mask; }

// By the key, 11 bits a pass; numbers of records ascend already.
void sort_by_key(std::vector<std::uint64_t>& entries) {
  if (entries.size() < 4096) return std::sort(entries.begin(), entries.end());
  std::vector<std::uint64_t> other(entries.size());
  for (int shift = 32; shift < 64; shift += 11) {
    std::array<std::size_t, 2049> begin{};
    const auto digit = [shift](std::uint64_t entry) { return entry >> shift & 2047; };
    for (const auto entry : entries) ++begin[digit(entry) + 1];
    for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
    for (const auto entry : entries) other[begin[digit(entry)]++] = entry;
    entries.swap(other);
  }
}

}  // namespace

void Postings::merge_old(std::vector<std::uint64_t>& entries) const {
  for (const auto& s : slots_)
    for (std::uint32_t i = 0; i < s.count; ++i) entries.push_back(std::uint64_t{s.key} << 32 | records_[s.begin + i]);
  for (const auto& [key, list] : recent_)
    for (const auto record : list) entries.push_back(std::uint64_t{key} << 32 | record);
  entries.insert(entries.end(), pending_.begin(), pending_.end());
}

void Postings::settle() {
  std::vector<std::uint64_t> entries;
  if (slots_.empty() && recent_.empty())
    entries.swap(pending_);
  else
    merge_old(entries);
  sort_by_key(entries);
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  std::size_t keys = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) keys += i == 0 || entries[i] >> 32 != entries[i - 1] >> 32;
  slots_.assign(std::bit_ceil(keys + keys / 3 + 2), {});
  slots_.shrink_to_fit();
  records_.clear();
  records_.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size();) {
    const auto key = static_cast<KeyHash>(entries[i] >> 32);
    auto& s = const_cast<Slot&>(slot(key));
    s = {key, static_cast<std::uint32_t>(records_.size()), 0};
    for (; i < entries.size() && entries[i] >> 32 == key; ++i) records_.push_back(static_cast<std::uint32_t>(entries[i]));
    s.count = static_cast<std::uint32_t>(records_.size()) - s.begin;
  }
  recent_.clear();
  recent_size_ = 0;
  pending_ = {};
}

void Postings::catch_up() {
  for (const auto entry : pending_) {
    auto& list = recent_[static_cast<KeyHash>(entry >> 32)];
    const auto record = static_cast<std::uint32_t>(entry);
    if (list.empty() || list.back() != record) list.push_back(record), ++recent_size_;
  }
  pending_.clear();
}

const Postings::Slot& Postings::slot(KeyHash key) const noexcept {
  const auto mask = slots_.size() - 1;
  auto at = home(key, mask);
  while (slots_[at].count != 0 && slots_[at].key != key) at = (at + 1) & mask;
  return slots_[at];
}

PostingList Postings::find(KeyHash key) const noexcept {
  PostingList out;
  if (!slots_.empty()) {
    const auto& s = slot(key);
    out.settled = std::span(records_).subspan(s.begin, s.count);
  }
  if (!recent_.empty())
    if (const auto found = recent_.find(key); found != recent_.end()) out.recent = found->second;
  return out;
}

std::size_t Postings::bytes() const noexcept {
  return slots_.capacity() * sizeof(Slot) + records_.capacity() * sizeof(std::uint32_t) + recent_size_ * 48 + pending_.capacity() * sizeof(std::uint64_t);
}

}  // namespace guanxi::match
