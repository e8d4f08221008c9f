#include "match/index/postings.h"

#include <algorithm>
#include <array>
#include <bit>

namespace guanxi::match {

namespace {

// Where a list stands: a byte behind the start of the packed ones, or the one record itself.
constexpr std::uint32_t single = 0x80000000;
constexpr int keys_of_bucket = 3;  // log₂ of how many there are at least, on the mean
constexpr int half = 16;           // bits of a key

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

// How many entries from `begin` have one key.
std::size_t run_at(std::span<const std::uint64_t> entries, std::size_t begin) noexcept {
  auto end = begin + 1;
  while (end < entries.size() && entries[end] >> 32 == entries[begin] >> 32) ++end;
  return end - begin;
}

void put(Column<std::uint8_t>& out, std::uint32_t value) {
  for (; value >= 128; value >>= 7) out.push_back(static_cast<std::uint8_t>(value | 128));
  out.push_back(static_cast<std::uint8_t>(value));
}

}  // namespace

// Settled entries, then what came since: of one key in ascending order of records, but for those that changed.
std::vector<std::uint64_t> Postings::merged() {
  std::vector<std::uint64_t> entries;
  if (settled_ == 0 && recent_.size() == 0) {
    entries.swap(pending_);
    return entries;
  }
  entries.reserve(settled_ + unsettled());
  cut_.clear();
  for (std::size_t bucket = 0; bucket + 1 < tables_.begins_.size(); ++bucket)
    for (auto i = tables_.begins_[bucket]; i < tables_.begins_[bucket + 1]; ++i) {
      const auto key = tables_.key(bucket, i);
      const auto list = read(key, tables_.wheres_[i]);
      list.each(list.kept_, [&](std::uint32_t record) { entries.push_back(std::uint64_t{key} << 32 | record); });
      if (list.size_ > list.kept_) cut_.emplace_back(key, list.size_ - list.kept_);
    }
  recent_.each([&](KeyHash key, std::uint32_t record) { entries.push_back(std::uint64_t{key} << 32 | record); });
  entries.insert(entries.end(), pending_.begin(), pending_.end());
  return entries;
}

void Postings::settle() {
  if (unsettled() == 0) return;
  auto entries = merged();
  sort_by_key(entries);
  for (std::size_t i = 0; i < entries.size();) {
    const auto end = i + run_at(entries, i);
    const auto run = std::span(entries).subspan(i, end - i);
    if (!std::is_sorted(run.begin(), run.end())) std::sort(run.begin(), run.end());
    i = end;
  }
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  pack_all(entries);
  settled_ = entries.size();
  recent_ = {};
  pending_ = {};
}

void Postings::pack_all(std::span<const std::uint64_t> entries) {
  std::size_t keys = 0;
  for (std::size_t i = 0; i < entries.size(); i += run_at(entries, i)) ++keys;
  const int bits = std::max(static_cast<int>(std::bit_width(keys)) - keys_of_bucket - 1, 0);
  tables_ = {};
  tables_.begins_.assign((std::size_t{1} << bits) + 1, 0);
  tables_.low_.reserve(keys), tables_.wheres_.reserve(keys);
  tables_.packed_.assign(1, 0);
  auto cut = cut_.cbegin();
  for (std::size_t i = 0; i < entries.size();) {
    const auto run = run_at(entries, i);
    const auto key = static_cast<KeyHash>(entries[i] >> 32);
    while (cut != cut_.end() && cut->first < key) ++cut;
    const auto before = cut != cut_.end() && cut->first == key ? cut->second : 0;
    ++tables_.begins_[tables_.bucket(key) + 1];
    tables_.low_.push_back(static_cast<std::uint16_t>(key));
    if (bits < half) tables_.high_.push_back(static_cast<std::uint16_t>(key >> half));
    tables_.wheres_.push_back(pack(entries.subspan(i, run), static_cast<std::uint32_t>(run) + before));
    i += run;
  }
  for (std::size_t i = 1; i < tables_.begins_.size(); ++i) tables_.begins_[i] += tables_.begins_[i - 1];
  tables_.packed_.shrink();
  cut_ = {};
}

KeyHash Postings::Tables::key(std::size_t bucket, std::size_t at) const noexcept {
  const auto high = high_.empty() ? static_cast<KeyHash>(std::uint64_t{bucket} << 32 >> bits()) >> half : high_[at];
  return high << half | low_[at];
}

bool Postings::Tables::fit() const noexcept {
  const auto keys = low_.size();
  if (begins_.empty()) return keys == 0;
  const auto begins = begins_.view();
  return std::has_single_bit(begins.size() - 1) && begins[0] == 0 && begins.back() == keys && std::is_sorted(begins.begin(), begins.end()) && wheres_.size() == keys &&
         high_.size() == (bits() < half ? keys : 0);
}

// Where the list stands now.
std::uint32_t Postings::pack(std::span<const std::uint64_t> list, std::uint32_t size) {
  if (size == 1) return single | static_cast<std::uint32_t>(list[0]);
  const auto where = static_cast<std::uint32_t>(tables_.packed_.size());
  put(tables_.packed_, size);
  std::uint32_t before = 0;
  for (const auto entry : list.first(std::min<std::size_t>(list.size(), longest))) {
    put(tables_.packed_, static_cast<std::uint32_t>(entry) - before);
    before = static_cast<std::uint32_t>(entry);
  }
  return where;
}

void Postings::catch_up() {
  for (const auto entry : pending_) recent_.add(static_cast<KeyHash>(entry >> 32), static_cast<std::uint32_t>(entry));
  pending_.clear();
}

void Postings::clear() { *this = {}; }

void Postings::prepare(KeyHash key) const noexcept {
  if (!tables_.begins_.empty()) __builtin_prefetch(tables_.begins_.at(tables_.bucket(key)));
  recent_.prepare(key);
}

void Postings::approach(KeyHash key) const noexcept {
  if (tables_.begins_.empty()) return;
  const auto begin = *tables_.begins_.at(tables_.bucket(key));
  __builtin_prefetch(tables_.low_.at(begin));
  __builtin_prefetch(tables_.wheres_.at(begin));
}

// Where the settled list stands; 0 where there is none.
std::uint32_t Postings::locate(KeyHash key) const noexcept {
  if (tables_.begins_.empty()) return 0;
  const auto* bucket = tables_.begins_.at(tables_.bucket(key));
  const auto low = static_cast<std::uint16_t>(key), high = static_cast<std::uint16_t>(key >> half);
  const auto *keys = tables_.low_.at(bucket[0]), *end = keys + (bucket[1] - bucket[0]);
  for (const auto* at = std::find(keys, end, low); at != end; at = std::find(at + 1, end, low)) {
    const auto i = bucket[0] + static_cast<std::size_t>(at - keys);
    if (!tables_.high_.empty() && tables_.high_[i] != high) continue;
    const auto where = tables_.wheres_[i];
    if ((where & single) == 0) __builtin_prefetch(tables_.packed_.at(where));
    return where;
  }
  return 0;
}

PostingList Postings::read(KeyHash key, std::uint32_t where) const noexcept {
  PostingList out;
  out.recent_ = recent_.find(key);
  if (where == 0) return out;
  if ((where & single) != 0) {
    out.only_ = where & ~single;
    out.size_ = out.kept_ = 1;
    return out;
  }
  out.packed_ = tables_.packed_.at(where);
  out.size_ = PostingList::unpack(out.packed_);
  out.kept_ = std::min(out.size_, longest);
  return out;
}

std::size_t Postings::bytes() const noexcept {
  return tables_.begins_.bytes() + tables_.low_.bytes() + tables_.high_.bytes() + tables_.wheres_.bytes() + tables_.packed_.bytes() + recent_.bytes() + pending_.capacity() * sizeof(std::uint64_t);
}

}  // namespace guanxi::match
