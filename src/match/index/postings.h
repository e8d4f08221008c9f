// Which records have a key: flat tables made by settle(), and an overlay for what came since.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace guanxi::match {

using KeyHash = std::uint32_t;  // two keys with one hash only cost a comparison

// The records under one key: ascending numbers, in two runs.
struct PostingList {
  std::span<const std::uint32_t> settled, recent;
  std::size_t size() const noexcept { return settled.size() + recent.size(); }
};

class Postings {
 public:
  void add(KeyHash key, std::uint32_t record) { pending_.push_back(std::uint64_t{key} << 32 | record); }
  // Records added so far become findable: cheaply found by settle(), else by catch_up().
  void settle();
  void catch_up();
  std::size_t unsettled() const noexcept { return recent_size_ + pending_.size(); }
  std::size_t settled() const noexcept { return records_.size(); }

  PostingList find(KeyHash key) const noexcept;
  std::size_t bytes() const noexcept;

 private:
  // A slot of the table: a key, and where its records stand. An empty one has count 0.
  struct Slot {
    KeyHash key = 0;
    std::uint32_t begin = 0, count = 0;
  };
  const Slot& slot(KeyHash key) const noexcept;
  void merge_old(std::vector<std::uint64_t>& entries) const;

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> records_;
  std::unordered_map<KeyHash, std::vector<std::uint32_t>> recent_;
  std::size_t recent_size_ = 0;
  std::vector<std::uint64_t> pending_;
};

}  // namespace guanxi::match
