#include "match/index/postings.h"

#include <algorithm>
#include <array>

namespace guanxi::match {

namespace {

// Where a list stands: a byte behind the start of the packed ones, or the one record itself.
constexpr std::uint32_t single = 0x80000000;

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
  for (std::size_t i = 0; i < tables_.slots.size(); ++i) {
    const auto key = static_cast<KeyHash>(tables_.slots[i] >> 32);
    if (tables_.slots[i] == 0) continue;
    const auto list = find(key);
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

// The table is ordered by key, with a ninth of its places left free: each key stands at its home or a little behind it.
void Postings::pack_all(std::span<const std::uint64_t> entries) {
  std::size_t keys = 0;
  for (std::size_t i = 0; i < entries.size(); i += run_at(entries, i)) ++keys;
  homes_ = keys + keys / 8 + 1;
  std::vector<std::uint64_t> slots;
  slots.reserve(homes_ + 64);
  tables_.packed.assign(1, 0);
  auto cut = cut_.cbegin();
  for (std::size_t i = 0; i < entries.size();) {
    const auto run = run_at(entries, i);
    const auto key = static_cast<KeyHash>(entries[i] >> 32);
    while (cut != cut_.end() && cut->first < key) ++cut;
    const auto before = cut != cut_.end() && cut->first == key ? cut->second : 0;
    slots.resize(std::max<std::size_t>(slots.size(), home(key)), 0);
    slots.push_back(std::uint64_t{key} << 32 | pack(entries.subspan(i, run), static_cast<std::uint32_t>(run) + before));
    i += run;
  }
  slots.resize(std::max<std::size_t>(slots.size(), homes_) + 1, 0);
  slots.shrink_to_fit();
  tables_.slots.take(std::move(slots));
  tables_.packed.shrink();
  cut_ = {};
}

// Where the list stands now.
std::uint32_t Postings::pack(std::span<const std::uint64_t> list, std::uint32_t size) {
  if (size == 1) return single | static_cast<std::uint32_t>(list[0]);
  const auto where = static_cast<std::uint32_t>(tables_.packed.size());
  put(tables_.packed, size);
  std::uint32_t before = 0;
  for (const auto entry : list.first(std::min<std::size_t>(list.size(), longest))) {
    put(tables_.packed, static_cast<std::uint32_t>(entry) - before);
    before = static_cast<std::uint32_t>(entry);
  }
  return where;
}

void Postings::catch_up() {
  for (const auto entry : pending_) recent_.add(static_cast<KeyHash>(entry >> 32), static_cast<std::uint32_t>(entry));
  pending_.clear();
}

void Postings::clear() { *this = {}; }

void Postings::adopt(std::span<std::uint64_t> slots, std::span<std::uint8_t> packed, std::size_t settled, std::uint64_t homes) {
  clear();
  tables_.slots.adopt(slots);
  tables_.packed.adopt(packed);
  settled_ = settled;
  homes_ = homes;
}

void Postings::prepare(KeyHash key) const noexcept {
  if (homes_ != 0) __builtin_prefetch(tables_.slots.at(home(key)));
  recent_.prepare(key);
}

// Where the settled list stands; 0 where there is none.
std::uint32_t Postings::locate(KeyHash key) const noexcept {
  if (homes_ == 0) return 0;
  const auto* slot = tables_.slots.at(home(key));
  while (*slot != 0 && *slot >> 32 < key) ++slot;
  if (*slot == 0 || *slot >> 32 != key) return 0;
  const auto where = static_cast<std::uint32_t>(*slot);
  if ((where & single) == 0) __builtin_prefetch(tables_.packed.at(where));
  return where;
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
  out.packed_ = tables_.packed.at(where);
  out.size_ = PostingList::unpack(out.packed_);
  out.kept_ = std::min(out.size_, longest);
  return out;
}

std::size_t Postings::bytes() const noexcept {
  return tables_.slots.bytes() + tables_.packed.bytes() + recent_.bytes() + pending_.capacity() * sizeof(std::uint64_t);
}

}  // namespace guanxi::match
