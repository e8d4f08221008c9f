// Which records have a key: flat tables made by settle(), and an overlay for what came since.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "match/index/column.h"
#include "match/index/overlay.h"

namespace guanxi::match {

// The records under one key: settled ones, packed, by their number, then those that came since, the newest first.
class PostingList {
 public:
  PostingList() = default;
  explicit PostingList(const Overlay::List& recent) noexcept : recent_(recent) {}
  std::size_t size() const noexcept { return size_ + recent_.size(); }

  // Hands over the first `most` numbers.
  template <class Use>
  void each(std::size_t most, Use use) const {
    const auto settled = most < kept_ ? most : kept_;
    if (packed_ == nullptr) {
      if (settled == 1) use(only_);
    } else {
      const auto* at = packed_;
      std::uint32_t number = 0;
      for (std::size_t i = 0; i < settled; ++i) use(number += unpack(at));
    }
    recent_.each(most - settled, use);
  }

 private:
  friend class Postings;
  static std::uint32_t unpack(const std::uint8_t*& at) noexcept {
    std::uint32_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const std::uint8_t byte = *at++;
      value |= static_cast<std::uint32_t>(byte & 127) << shift;
      if (byte < 128) return value;
    }
  }

  const std::uint8_t* packed_ = nullptr;  // distances from number to number, seven bits a byte
  std::uint32_t only_ = 0;                // the one number, where nothing is packed
  std::uint32_t size_ = 0, kept_ = 0;     // settled numbers, and how many of them were written down
  Overlay::List recent_;
};

class Postings {
 public:
  // Of a longer list only the beginning is kept: it says next to nothing about any of its records.
  static constexpr std::uint32_t longest = 16'384;

  void add(KeyHash key, std::uint32_t record) { pending_.push_back(std::uint64_t{key} << 32 | record); }
  // Records added so far become findable: cheaply found by settle(), else by catch_up().
  void settle();
  void catch_up();
  std::size_t unsettled() const noexcept { return recent_.size() + pending_.size(); }
  std::size_t settled() const noexcept { return settled_; }
  void clear();

  PostingList find(KeyHash key) const noexcept { return read(key, locate(key)); }
  // In four steps, so that what several will look at is fetched at once: the bucket, the keys in it, the list.
  void prepare(KeyHash key) const noexcept;
  void approach(KeyHash key) const noexcept;
  std::uint32_t locate(KeyHash key) const noexcept;
  PostingList read(KeyHash key, std::uint32_t where) const noexcept;
  std::size_t bytes() const noexcept;

  // What the settled ones lie in. Keys are ordered and parted into buckets by their first bits, so that of most tables only their last 16 bits are written down.
  class Tables {
   public:
    bool fit() const noexcept;  // whether the columns, from a file, belong together
    // Hands each column to `use`, in a fixed order: for a file.
    template <class Use>
    void each_column(Use use) {
      use(begins_), use(low_), use(high_), use(wheres_), use(packed_);
    }

   private:
    friend class Postings;
    int bits() const noexcept { return std::countr_zero(begins_.size() - 1); }  // of a key, that choose its bucket
    std::size_t bucket(KeyHash key) const noexcept { return static_cast<std::size_t>(std::uint64_t{key} << bits() >> 32); }
    KeyHash key(std::size_t bucket, std::size_t at) const noexcept;

    Column<std::uint32_t> begins_;      // of each bucket, and the end of the last one
    Column<std::uint16_t> low_, high_;  // halves of each key; no high ones where the bucket tells them
    Column<std::uint32_t> wheres_;      // where the list of each key stands
    Column<std::uint8_t> packed_;       // lists: how many, then the distances
  };
  Tables& tables() noexcept { return tables_; }
  // After the columns came from a file.
  void adopted(std::size_t settled) noexcept { settled_ = settled; }

 private:
  std::vector<std::uint64_t> merged();
  void pack_all(std::span<const std::uint64_t> entries);
  std::uint32_t pack(std::span<const std::uint64_t> list, std::uint32_t size);

  Tables tables_;
  std::vector<std::pair<KeyHash, std::uint32_t>> cut_;  // sizes of lists that were cut, while they are merged
  std::size_t settled_ = 0;
  Overlay recent_;
  std::vector<std::uint64_t> pending_;  // key << 32 | record
};

}  // namespace guanxi::match
