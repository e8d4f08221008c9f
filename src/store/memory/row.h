// One stored version of a row: immutable, packed and counted, so that a reader may keep it while a writer replaces it.
#pragma once

#include <atomic>
#include <boost/smart_ptr/intrusive_ptr.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "guanxi/record.h"
#include "guanxi/schema.h"

namespace guanxi::store::memory {

// The types of an entity's fields, in slot order: all that is needed to read its rows.
using Layout = std::vector<Type>;
Layout layout_of(const EntityType& type);

class Row;
using RowPtr = boost::intrusive_ptr<const Row>;

class Row {
 public:
  // Packs the values that are set. A value whose kind is not that of its field is Code::misuse.
  static Result<RowPtr> pack(const Layout& layout, const AnyRecord& record, std::uint32_t rid);

  const Id& id() const noexcept { return id_; }
  std::uint32_t rid() const noexcept { return rid_; }
  std::int64_t revision() const noexcept;
  std::size_t bytes() const noexcept { return sizeof(Row) + size_; }

  // Calls take(slot, value) for every slot that is set, in order, until it returns false; bytes are borrowed from the row.
  template <class Take>
  void each(const Layout& layout, Take take) const;

  // Writes the values of `slots` (ascending) to values[slot]; those not set become null.
  void read(const Layout& layout, const std::vector<std::uint16_t>& slots, std::vector<Value>& values) const;
  Value value(const Layout& layout, std::uint16_t slot) const;

  // Fills `slots` of the record, or all where it is empty, besides id and revision.
  void fill(const Layout& layout, std::span<const std::uint16_t> slots, AnyRecord& out) const;

 private:
  friend void intrusive_ptr_add_ref(const Row* row) noexcept { row->references_.fetch_add(1, std::memory_order_relaxed); }
  friend void intrusive_ptr_release(const Row* row) noexcept {
    if (row->references_.fetch_sub(1, std::memory_order_acq_rel) == 1) destroy(row);
  }
  Row(std::uint32_t rid, const Id& id, std::uint32_t size) noexcept : size_(size), rid_(rid), id_(id) {}
  static void destroy(const Row* row) noexcept;
  const char* payload() const noexcept { return reinterpret_cast<const char*>(this + 1); }

  mutable std::atomic<std::uint32_t> references_{0};
  std::uint32_t size_;  // of the payload, which follows the object
  std::uint32_t rid_;
  Id id_;
};

// ---- The payload: a count of slots, a bit for each that is set, then the values in slot order without the id. ----

class PayloadReader {
 public:
  explicit PayloadReader(const char* at) noexcept : at_(at), slots_(static_cast<std::uint16_t>(number())), bits_(at_) {
    at_ += (slots_ + 7u) / 8;
  }
  std::uint16_t slots() const noexcept { return slots_; }
  bool is_set(std::uint16_t slot) const noexcept {
    return (static_cast<unsigned char>(bits_[slot >> 3]) >> (slot & 7) & 1) != 0;
  }
  Value next(Type type) noexcept;
  void skip(Type type) noexcept;

 private:
  std::uint64_t number() noexcept {
    auto byte = static_cast<unsigned char>(*at_++);
    std::uint64_t n = byte & 0x7f;
    for (unsigned shift = 7; byte >= 0x80; shift += 7) {
      byte = static_cast<unsigned char>(*at_++);
      n |= std::uint64_t{byte & 0x7fu} << shift;
    }
    return n;
  }

  const char* at_;
  std::uint16_t slots_;
  const char* bits_;
};

template <class Take>
void Row::each(const Layout& layout, Take take) const {
  PayloadReader payload(this->payload());
  if (!take(common::id, Value::of_bytes(Type::id, reinterpret_cast<const char*>(id_.bytes.data()), 16))) return;
  for (std::uint16_t slot = 1; slot < payload.slots(); ++slot)
    if (payload.is_set(slot) && !take(slot, payload.next(layout[slot]))) return;
}

}  // namespace guanxi::store::memory
