// What the host brought: its tables of callbacks, copied, and the options of the C++ side that call them.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>

#include "capi/door/errors.h"
#include "guanxi/store.h"

namespace guanxi::door {

namespace messages {
inline constexpr Message bad_size{"door.struct_size", "The struct_size of {0} is {1}, which cannot be: set it to sizeof({0}).",
                                  "{0} 的 struct_size 为 {1}，不正确：请设为 sizeof({0})。"};
}

inline constexpr std::uint32_t largest_struct = 4096;

// A copy of the caller's struct as this version knows it: what a shorter one lacks is zero, what a longer one adds is left.
template <class T>
Result<T> copy_struct(const T* given, const char* name, std::size_t least) {
  T out{};
  if (given == nullptr) return out;
  const std::uint32_t size = given->struct_size;
  if (size < least || size > largest_struct) return Error(Code::misuse, messages::bad_size, {name, std::to_string(size)});
  std::memcpy(&out, given, std::min<std::size_t>(size, sizeof(T)));
  out.struct_size = sizeof(T);
  return out;
}

// A table of callbacks, with its `destroy` called at the end. Without one all members are zero.
template <class T>
class Table {
 public:
  Table() = default;
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  Table(Table&& other) noexcept : callbacks_(std::exchange(other.callbacks_, T{})) {}
  Table& operator=(Table&& other) noexcept {
    std::swap(callbacks_, other.callbacks_);
    return *this;
  }
  ~Table() {
    if (callbacks_.destroy == nullptr) return;
    try {
      callbacks_.destroy(callbacks_.user_data);
    } catch (...) {  // nothing is left to be told
    }
  }

  void take(const T& callbacks) noexcept { callbacks_ = callbacks; }
  const T* operator->() const noexcept { return &callbacks_; }

 private:
  T callbacks_{};
};

// Everything that a store's options brought. Moved into place before anything that can fail, so that each table ends once.
struct Host {
  static constexpr std::size_t most_facts = 16;

  Table<gx_allocator> allocator;
  Table<gx_clock> clock;
  Table<gx_ids> ids;
  Table<gx_log> log;
  Table<gx_principals> principals;
  Table<gx_org_chart> org_chart;
  Table<gx_events> events;
  std::array<Table<gx_facts>, most_facts> facts;
  std::size_t facts_count = 0;

  // Memory that crosses the door. Throws std::bad_alloc.
  void* allocate(std::size_t size) const;
  void release(void* block, std::size_t size) const noexcept;
};

// Copies the tables out of the options; first of all, and also when the rest of the options is wrong.
Result<void> take_tables(const gx_store_options& options, Host& host);

// The options of the C++ side; their callbacks call `host`, which outlives the store.
Result<StoreOptions> store_options(const gx_store_options& options, const Host& host);

}  // namespace guanxi::door
