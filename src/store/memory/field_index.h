// The rows of a table in the order of one field, ties by rid. An entry is the beginning of the value and the rid; the
// rest of the value is looked up in the row when beginnings are equal.
#pragma once

#include <cstdint>
#include <utility>

#include "base/function_ref.h"
#include "guanxi/value.h"
#include "store/memory/sorted_chunks.h"

namespace guanxi::store::memory {

class FieldIndex {
 public:
  // The value of the indexed field in a row.
  using ValueOf = FunctionRef<Value(std::uint32_t rid)>;
  using Place = SortedChunks<std::uint64_t>::Place;

  FieldIndex(std::uint16_t slot, Type type) noexcept : slot_(slot), type_(type) {}

  std::uint16_t slot() const noexcept { return slot_; }
  std::size_t size() const noexcept { return entries_.size(); }
  std::size_t bytes() const noexcept { return entries_.bytes(); }

  // Indexes rows 1 to `last` anew.
  void build(std::uint32_t last, ValueOf value_of);
  void insert(const Value& value, std::uint32_t rid, ValueOf value_of);
  // False when the entry was not there.
  bool erase(const Value& value, std::uint32_t rid, ValueOf value_of);

  // The first entry that is not before (value, rid), null being before all.
  Place find(const Value& value, std::uint32_t rid, ValueOf value_of) const;
  Place begin() const noexcept { return to_place(entries_.begin()); }
  Place end() const noexcept { return to_place(entries_.end()); }
  Place next(Place at) const { return to_place(entries_.next(of_place(at))); }
  Place previous(Place at) const { return to_place(entries_.previous(of_place(at))); }
  std::uint32_t rid(Place at) const { return entries_[of_place(at)].rid; }
  std::size_t count(Place from, Place to) const { return entries_.count(of_place(from), of_place(to)); }

 private:
  struct Entry {
    std::uint32_t high, low;  // the value's beginning in two halves, to need no padding
    std::uint32_t rid;
  };
  static Place to_place(SortedChunks<Entry>::Place p) noexcept { return {p.chunk, p.index}; }
  static SortedChunks<Entry>::Place of_place(Place p) noexcept { return {p.chunk, p.index}; }
  static Entry entry(const Value& value, std::uint32_t rid) noexcept;
  bool before(const Entry& a, const Entry& b, const Value& value_of_b, ValueOf value_of) const;

  std::uint16_t slot_;
  Type type_;
  SortedChunks<Entry> entries_;
};

}  // namespace guanxi::store::memory
