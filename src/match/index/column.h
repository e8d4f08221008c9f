// An array that grows at its end, and whose beginning may lie in a mapped file.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace guanxi::match {

template <class T>
class Column {
 public:
  Column() = default;
  explicit Column(std::size_t size, const T& value = T()) : own_(size, value) {}

  // The beginning, borrowed: it may be written to (the map is private) and outlives the column.
  void adopt(std::span<T> mapped) { mapped_ = mapped, own_ = {}; }
  void assign(std::size_t size, const T& value) { mapped_ = {}, own_.assign(size, value); }
  void take(std::vector<T>&& values) noexcept { mapped_ = {}, own_ = std::move(values); }
  void clear() { take({}); }

  std::size_t size() const noexcept { return mapped_.size() + own_.size(); }
  bool empty() const noexcept { return size() == 0; }
  T& operator[](std::size_t i) noexcept { return i < mapped_.size() ? mapped_[i] : own_[i - mapped_.size()]; }
  const T& operator[](std::size_t i) const noexcept { return i < mapped_.size() ? mapped_[i] : own_[i - mapped_.size()]; }
  // Where element i stands; those that were appended together stand side by side.
  const T* at(std::size_t i) const noexcept { return i < mapped_.size() ? mapped_.data() + i : own_.data() + (i - mapped_.size()); }

  void reserve(std::size_t more) { own_.reserve(own_.size() + more); }
  void push_back(const T& value) { own_.push_back(value); }
  void append(std::span<const T> values) { own_.insert(own_.end(), values.begin(), values.end()); }

  void shrink() { own_.shrink_to_fit(); }

  // All of a column that did not grow since it was adopted.
  std::span<const T> view() const noexcept { return mapped_.empty() ? std::span<const T>(own_) : mapped_; }

  // Both runs, for writing them down.
  std::span<const T> mapped() const noexcept { return mapped_; }
  std::span<const T> own() const noexcept { return own_; }
  std::size_t bytes() const noexcept { return (mapped_.size() + own_.capacity()) * sizeof(T); }

 private:
  std::span<T> mapped_;
  std::vector<T> own_;
};

}  // namespace guanxi::match
