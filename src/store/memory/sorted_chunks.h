// A sorted sequence of small values in chunks: a two-level B-tree without pointers, for indexes that must be compact.
// Finding costs two binary searches; inserting and erasing move at most one chunk.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace guanxi::store::memory {

template <class T>
class SortedChunks {
 public:
  // A place between values. Changed sequences make places stale.
  struct Place {
    std::size_t chunk = 0, index = 0;
    bool operator==(const Place&) const = default;
  };

  std::size_t size() const noexcept { return size_; }
  std::size_t bytes() const noexcept {
    std::size_t total = chunks_.capacity() * sizeof(std::vector<T>);
    for (const auto& chunk : chunks_) total += chunk.capacity() * sizeof(T);
    return total;
  }

  Place begin() const noexcept { return {}; }
  Place end() const noexcept { return {chunks_.size(), 0}; }
  const T& operator[](Place at) const { return chunks_[at.chunk][at.index]; }
  T& operator[](Place at) { return chunks_[at.chunk][at.index]; }  // the order must stay
  Place next(Place at) const {
    return ++at.index < chunks_[at.chunk].size() ? at : Place{at.chunk + 1, 0};
  }
  Place previous(Place at) const {
    if (at.index > 0) return {at.chunk, at.index - 1};
    return {at.chunk - 1, chunks_[at.chunk - 1].size() - 1};
  }

  // The first value for which before(value) is false; the values must be so divided.
  template <class Before>
  Place find(Before before) const {
    const auto chunk = std::partition_point(chunks_.begin(), chunks_.end(), [&](const auto& c) { return before(c.back()); });
    if (chunk == chunks_.end()) return end();
    const auto value = std::partition_point(chunk->begin(), chunk->end(), before);
    return {static_cast<std::size_t>(chunk - chunks_.begin()), static_cast<std::size_t>(value - chunk->begin())};
  }

  // Values from `from` up to `to`.
  std::size_t count(Place from, Place to) const {
    std::size_t n = 0;
    for (; from.chunk < to.chunk; from = {from.chunk + 1, 0}) n += chunks_[from.chunk].size() - from.index;
    return n + to.index - from.index;
  }

  // Inserts before `at`, a place that find() gave.
  void insert(Place at, T value) {
    if (at == end()) at = append();
    auto* chunk = &chunks_[at.chunk];
    if (chunk->size() == capacity) {
      at = split(at);
      chunk = &chunks_[at.chunk];
    }
    if (chunk->size() == chunk->capacity()) chunk->reserve(chunk->size() + step);
    chunk->insert(chunk->begin() + static_cast<std::ptrdiff_t>(at.index), std::move(value));
    ++size_;
  }

  void erase(Place at) {
    auto& chunk = chunks_[at.chunk];
    chunk.erase(chunk.begin() + static_cast<std::ptrdiff_t>(at.index));
    if (chunk.empty()) chunks_.erase(chunks_.begin() + static_cast<std::ptrdiff_t>(at.chunk));
    --size_;
  }

  // Takes over values that are sorted already.
  void assign(const std::vector<T>& sorted) {
    chunks_.clear();
    for (std::size_t i = 0; i < sorted.size(); i += capacity) {
      const auto first = sorted.begin() + static_cast<std::ptrdiff_t>(i);
      chunks_.emplace_back(first, first + static_cast<std::ptrdiff_t>(std::min(capacity, sorted.size() - i)));
    }
    size_ = sorted.size();
  }

 private:
  static constexpr std::size_t capacity = 512, step = 32;

  // The end of the last chunk that has room: values that only grow leave full chunks behind.
  Place append() {
    if (chunks_.empty() || chunks_.back().size() == capacity) chunks_.emplace_back();
    return {chunks_.size() - 1, chunks_.back().size()};
  }

  Place split(Place at) {
    auto& left = chunks_[at.chunk];
    const std::size_t half = capacity / 2;
    std::vector<T> right(std::make_move_iterator(left.begin() + half), std::make_move_iterator(left.end()));
    left.erase(left.begin() + half, left.end());
    left.shrink_to_fit();
    chunks_.insert(chunks_.begin() + static_cast<std::ptrdiff_t>(at.chunk) + 1, std::move(right));
    return at.index <= half ? at : Place{at.chunk + 1, at.index - half};
  }

  std::vector<std::vector<T>> chunks_;
  std::size_t size_ = 0;
};

}  // namespace guanxi::store::memory
