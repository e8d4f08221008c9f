// The rows under each exact key. A key is kept as 96 bits of a keyed hash: two keys that hash alike are less likely
// than a fault of the memory they are in, and nobody who lacks the seed can make them.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>

#include "base/function_ref.h"
#include "model/derive.h"
#include "store/memory/sorted_chunks.h"

namespace guanxi::store::memory {

struct KeyHash {
  std::uint32_t a = 0, b = 0, c = 0;
  auto operator<=>(const KeyHash&) const = default;
};

struct KeyEntry {
  KeyHash hash;
  std::uint32_t rid = 0;
  std::uint16_t entity = 0;
  auto operator<=>(const KeyEntry&) const = default;
};

class KeyHasher {
 public:
  explicit KeyHasher(std::uint64_t seed) noexcept : seed_(seed) {}
  // SipHash-2-4 (Aumasson and Bernstein, 2012) of the space and the packed value, in its form with 128 bits.
  KeyHash operator()(const Key& key) const;

 private:
  std::uint64_t seed_;
};

class KeyIndex {
 public:
  // Both do nothing where the entry is there, or is not.
  void insert(const KeyEntry& entry);
  void erase(const KeyEntry& entry);

  bool contains(const KeyEntry& entry) const;
  void each(const KeyHash& hash, FunctionRef<void(const KeyEntry&)> take) const;
  void each(FunctionRef<void(const KeyEntry&)> take) const;
  std::size_t size() const noexcept { return entries_.size(); }
  std::size_t bytes() const noexcept { return entries_.bytes(); }

 private:
  SortedChunks<KeyEntry>::Place find(const KeyEntry& entry) const;
  SortedChunks<KeyEntry> entries_;
};

}  // namespace guanxi::store::memory
