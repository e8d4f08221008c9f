// Records: the values of one row, addressed by fields.
//
//   Record<Account> a;
//   a[Account.name] = "上海泛微网络科技股份有限公司";
//   std::string_view name = a[Account.name];
//
// There is one representation: a typed Record<Account> is an AnyRecord whose field access is checked by the compiler.
// Values are kept in slots of 16 bytes followed by their bytes in one allocation; text is copied in. Views of text
// end at the next write to the record and when it is moved from or destroyed.
// Threads: a record is used by one thread at a time.
#pragma once

#include <cassert>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "guanxi/entities.h"

namespace guanxi {

class AnyRecord {
 public:
  static constexpr std::size_t usual_text = 256;

  // An empty record (every slot absent) with room for `slots` values and `text` bytes. Throws std::bad_alloc.
  AnyRecord(std::uint16_t entity, std::uint16_t slots, std::size_t text = usual_text);
  explicit AnyRecord(const AnyEntity& entity) : AnyRecord(entity.number, entity.count) {}
  AnyRecord(const AnyRecord& other);
  AnyRecord(AnyRecord&& other) noexcept;
  AnyRecord& operator=(const AnyRecord& other);
  AnyRecord& operator=(AnyRecord&& other) noexcept;
  ~AnyRecord();

  std::uint16_t entity() const noexcept { return entity_; }
  std::uint16_t slots() const noexcept { return count_; }

  // The value in a slot; absent beyond the last. The bytes are borrowed from the record.
  const Value& at(std::uint16_t slot) const noexcept { return slot < count_ ? slots_[slot] : absent_; }
  const Value& get(const AnyField& field) const noexcept {
    assert(field.entity == entity_);
    return at(field.slot);
  }

  // Copies the value in, its bytes included. A record made before a custom field was declared grows.
  void put(std::uint16_t slot, const Value& value);
  void set(const AnyField& field, const Value& value) {
    assert(field.entity == entity_);
    put(field.slot, value);
  }
  // All values at once, from the first slot on, their bytes in one allocation; whatever was there before is gone, the row number too.
  // The values must not be the record's own. Throws std::bad_alloc, and is then as it was.
  void assign(std::span<const Value> values);
  // The same, by a caller who has counted the bytes of those that are set.
  void assign(std::span<const Value> values, std::size_t bytes);
  void clear(std::uint16_t slot) noexcept;  // back to absent
  void clear() noexcept;                    // all slots absent; keeps the memory

  // The store-local row number; 0 before the row is stored. Never exported.
  std::int64_t rid() const noexcept { return rid_; }
  void set_rid(std::int64_t rid) noexcept { rid_ = rid; }

  Id id() const noexcept { return Codec<Id>::unpack(at(common::id)); }
  std::int64_t revision() const noexcept { return Codec<Int>::unpack(at(common::revision)); }

 private:
  struct Chunk;
  explicit AnyRecord(std::uint16_t entity) noexcept : entity_(entity) {}
  void allocate(std::uint16_t slots, std::size_t text);
  void copy(std::span<const Value> values) noexcept;
  void forget() noexcept;
  char* room(std::size_t size);
  void grow(std::uint16_t slots);
  void release() noexcept;

  static const Value absent_;
  Value* slots_ = nullptr;
  char* cursor_ = nullptr;
  char* end_ = nullptr;
  Chunk* more_ = nullptr;
  std::int64_t rid_ = 0;
  std::uint32_t text_ = 0;
  std::uint16_t count_ = 0;
  std::uint16_t entity_ = 0;
};

// What `record[field]` gives on a record that may be written.
template <class T>
class Slot {
 public:
  Slot(AnyRecord& record, std::uint16_t slot) noexcept : record_(record), slot_(slot) {}
  void operator=(const T& value) const { record_.put(slot_, Codec<T>::pack(value)); }
  void operator=(std::nullptr_t) const { record_.put(slot_, Value::null(Codec<T>::type)); }
  operator T() const { return Codec<T>::unpack(record_.at(slot_)); }
  T operator*() const { return *this; }
  bool is_set() const noexcept { return record_.at(slot_).is_set(); }
  friend bool operator==(const Slot& a, const T& b) { return T(a) == b; }

 private:
  AnyRecord& record_;
  std::uint16_t slot_;
};

template <const auto& E>
class Record : public AnyRecord {
 public:
  using Self = std::remove_cvref_t<decltype(E)>;

  Record() : AnyRecord(E) {}
  // Takes a record of the same entity.
  explicit Record(AnyRecord&& other) noexcept : AnyRecord(std::move(other)) { assert(entity() == number_of(E)); }

  template <class T>
  Slot<T> operator[](const FieldOf<Self, T>& field) {
    return {*this, field.slot};
  }
  template <class T>
  T operator[](const FieldOf<Self, T>& field) const {
    return Codec<T>::unpack(at(field.slot));
  }
  template <class Other, class T>
  void operator[](const FieldOf<Other, T>& field_of_another_entity) = delete;
  template <class Other, class T>
  void operator[](const FieldOf<Other, T>& field_of_another_entity) const = delete;
};

}  // namespace guanxi
