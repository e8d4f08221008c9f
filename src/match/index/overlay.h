// Keys and records that came since a table was made: lists in one array, found through a table of keys.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace guanxi::match {

using KeyHash = std::uint32_t;  // two keys with one hash only cost a comparison

class Overlay {
 public:
  // The records under one key, the newest first. Valid until the next add().
  //
  // Most keys have one record, which stands in place of the list. Those that follow stand in blocks of 2, 4 … and then 64, each behind a word that says where
  // the one before it is, the first of them behind the first record; so that a long list is read in the order in which memory gives it.
  class List {
   public:
    List() = default;
    List(const std::uint32_t* words, std::uint32_t newest, std::uint32_t size) noexcept : words_(words), newest_(newest), size_(size) {}
    std::size_t size() const noexcept { return size_; }
    template <class Use>
    void each(std::size_t most, Use use) const {
      auto left = size_;
      auto at = newest_;
      while (left > 1 && most > 0) {
        const auto filled = in_newest(left);
        const auto used = static_cast<std::uint32_t>(std::min<std::size_t>(filled, most));
        for (std::uint32_t i = 0; i < used; ++i) use(words_[at + filled - i]);
        left -= filled, most -= used, at = words_[at];
      }
      if (left == 1 && most > 0) use(at);
    }

   private:
    const std::uint32_t* words_ = nullptr;
    std::uint32_t newest_ = 0, size_ = 0;
  };

  // The same record twice running under a key counts once.
  void add(KeyHash key, std::uint32_t record);
  List find(KeyHash key) const noexcept;
  void prepare(KeyHash key) const noexcept {
    if (!slots_.empty()) __builtin_prefetch(&slots_[home(key)]);
  }
  std::size_t size() const noexcept { return entries_; }
  std::size_t bytes() const noexcept { return words_.capacity() * sizeof(std::uint32_t) + slots_.capacity() * sizeof(Slot); }

  // Hands over every key and record.
  template <class Use>
  void each(Use use) const {
    for (const auto& slot : slots_) list_of(slot).each(slot.size, [&](std::uint32_t record) { use(slot.key, record); });
  }

 private:
  static constexpr std::uint32_t most_in_block = 64;
  struct Slot {
    KeyHash key = 0;
    std::uint32_t newest = 0;  // the one record, or where the newest block of several stands
    std::uint32_t size = 0;    // 0: the slot is free
  };

  // Of a list of so many, more than one.
  static std::uint32_t in_newest(std::uint32_t size) noexcept { return (size < most_in_block ? size - std::bit_floor(size) : size % most_in_block) + 1; }
  List list_of(const Slot& slot) const noexcept { return {words_.data(), slot.newest, slot.size}; }
  std::size_t home(KeyHash key) const noexcept { return static_cast<std::size_t>(std::uint64_t{key} * slots_.size() >> 32); }
  std::size_t slot(KeyHash key) const noexcept;
  void append(Slot& list, std::uint32_t record);
  void grow();

  std::vector<std::uint32_t> words_;
  std::vector<Slot> slots_;
  std::size_t keys_ = 0, entries_ = 0;
};

}  // namespace guanxi::match
