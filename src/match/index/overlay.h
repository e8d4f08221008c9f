// Keys and records that came since a table was made: lists in one array, found through a table of keys.
#pragma once

#include <cstdint>
#include <vector>

namespace guanxi::match {

using KeyHash = std::uint32_t;  // two keys with one hash only cost a comparison

class Overlay {
 public:
  struct Node {
    std::uint32_t record = 0;
    std::uint32_t older = 0;  // the node behind it; 0: none
  };

  // The records under one key, the newest first. Valid until the next add().
  class List {
   public:
    List() = default;
    List(const Node* nodes, std::uint32_t newest, std::uint32_t size) noexcept : nodes_(nodes), newest_(newest), size_(size) {}
    std::size_t size() const noexcept { return size_; }
    template <class Use>
    void each(std::size_t most, Use use) const {
      for (auto at = newest_; at != 0 && most > 0; at = nodes_[at].older, --most) use(nodes_[at].record);
    }

   private:
    const Node* nodes_ = nullptr;
    std::uint32_t newest_ = 0, size_ = 0;
  };

  // The same record twice running under a key counts once.
  void add(KeyHash key, std::uint32_t record);
  List find(KeyHash key) const noexcept;
  void prepare(KeyHash key) const noexcept {
    if (!slots_.empty()) __builtin_prefetch(&slots_[home(key)]);
  }
  std::size_t size() const noexcept { return nodes_.empty() ? 0 : nodes_.size() - 1; }
  std::size_t bytes() const noexcept { return nodes_.capacity() * sizeof(Node) + slots_.capacity() * sizeof(Slot); }

  // Hands over every key and record.
  template <class Use>
  void each(Use use) const {
    for (const auto& slot : slots_)
      for (auto at = slot.newest; at != 0; at = nodes_[at].older) use(slot.key, nodes_[at].record);
  }

 private:
  struct Slot {
    KeyHash key = 0;
    std::uint32_t newest = 0, size = 0;  // 0: the slot is free
  };

  std::size_t home(KeyHash key) const noexcept { return static_cast<std::size_t>(std::uint64_t{key} * slots_.size() >> 32); }
  std::size_t slot(KeyHash key) const noexcept;
  void grow();

  std::vector<Node> nodes_;  // the first stands for none
  std::vector<Slot> slots_;
  std::size_t keys_ = 0;
};

}  // namespace guanxi::match
