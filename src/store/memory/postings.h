// A set of rids in 8 bytes while it has one member, and about a byte a member after: most characters stand together once or
// very often.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/function_ref.h"

namespace guanxi::store::memory {

class Postings {
 public:
  Postings() = default;
  Postings(Postings&& other) noexcept : handle_(std::exchange(other.handle_, 0)) {}
  Postings& operator=(Postings&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Postings();

  bool empty() const noexcept { return handle_ == 0; }
  // Both do nothing where the rid is there, or is not. Adding behind the last is quick, all else takes a walk.
  void insert(std::uint32_t rid);
  void erase(std::uint32_t rid);
  bool contains(std::uint32_t rid) const;
  void each(FunctionRef<void(std::uint32_t)> take) const;
  std::size_t bytes() const noexcept;  // besides the object itself

 private:
  struct List;  // in memory of its own: the differences of the rids as varints

  bool single() const noexcept { return (handle_ & 1) != 0; }
  std::uint32_t only() const noexcept { return static_cast<std::uint32_t>(handle_ >> 1); }
  List* list() const noexcept { return reinterpret_cast<List*>(handle_); }
  void append(std::uint32_t rid);
  void rebuild(std::uint32_t rid, bool with);

  std::uintptr_t handle_ = 0;  // 0: empty; odd: the only rid; else a List
};
static_assert(sizeof(std::uintptr_t) == 8);

}  // namespace guanxi::store::memory
