#include "guanxi/record.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <new>

namespace guanxi {

const Value AnyRecord::absent_{};

// Overflow of the text area. Chunks never move, so addresses of stored bytes stay.
struct AnyRecord::Chunk {
  Chunk* next;
  char* bytes() noexcept { return reinterpret_cast<char*>(this + 1); }
};

AnyRecord::AnyRecord(std::uint16_t entity, std::uint16_t slots, std::size_t text) : entity_(entity) {
  allocate(slots, text);
  std::uninitialized_fill_n(slots_, slots, Value{});
}

// The slots are nothing yet.
void AnyRecord::allocate(std::uint16_t slots, std::size_t text) {
  const std::size_t values = slots * sizeof(Value);
  auto* memory = static_cast<char*>(std::malloc(values + text));
  if (memory == nullptr) throw std::bad_alloc();
  slots_ = reinterpret_cast<Value*>(memory);
  cursor_ = memory + values;
  end_ = cursor_ + text;
  text_ = static_cast<std::uint32_t>(text);
  count_ = slots;
}

namespace {

std::size_t bytes_of(std::span<const Value> values) noexcept {
  std::size_t bytes = 0;
  for (const Value& value : values)
    if (value.has_bytes()) bytes += value.view().size();
  return bytes;
}

}  // namespace

// All bytes find room in the one allocation, beside that which a new record has for what is written next.
AnyRecord::AnyRecord(const AnyRecord& other) : AnyRecord(other.entity_, other.count_, bytes_of({other.slots_, other.count_}) + other.text_) {
  rid_ = other.rid_;
  text_ = other.text_;
  copy({other.slots_, other.count_});
}

// There is room for all of them.
void AnyRecord::copy(std::span<const Value> values) noexcept {
  Value* to = slots_;
  for (const Value& value : values) {
    *to = value;
    if (value.has_bytes() && value.is_set()) {
      if (value.length != 0) std::memcpy(cursor_, value.bytes, value.length);
      to->bytes = std::exchange(cursor_, cursor_ + value.length);
    }
    ++to;
  }
}

void AnyRecord::assign(std::span<const Value> values) { assign(values, bytes_of(values)); }

void AnyRecord::assign(std::span<const Value> values, std::size_t bytes) {
  assert(bytes == bytes_of(values));
  if (slots_ == nullptr || count_ < values.size() || text_ < bytes) {
    AnyRecord bigger(entity_);
    bigger.allocate(static_cast<std::uint16_t>(std::max<std::size_t>(count_, values.size())), std::max(bytes, usual_text));
    *this = std::move(bigger);
  } else {
    forget();
  }
  copy(values);
  std::uninitialized_fill(slots_ + values.size(), slots_ + count_, Value{});
}

AnyRecord::AnyRecord(AnyRecord&& other) noexcept
    : slots_(std::exchange(other.slots_, nullptr)),
      cursor_(std::exchange(other.cursor_, nullptr)),
      end_(std::exchange(other.end_, nullptr)),
      more_(std::exchange(other.more_, nullptr)),
      rid_(other.rid_),
      text_(other.text_),
      count_(std::exchange(other.count_, std::uint16_t{0})),
      entity_(other.entity_) {}

AnyRecord& AnyRecord::operator=(const AnyRecord& other) {
  if (this != &other) *this = AnyRecord(other);
  return *this;
}

AnyRecord& AnyRecord::operator=(AnyRecord&& other) noexcept {
  if (this == &other) return *this;
  release();
  slots_ = std::exchange(other.slots_, nullptr);
  cursor_ = std::exchange(other.cursor_, nullptr);
  end_ = std::exchange(other.end_, nullptr);
  more_ = std::exchange(other.more_, nullptr);
  rid_ = other.rid_;
  text_ = other.text_;
  count_ = std::exchange(other.count_, std::uint16_t{0});
  entity_ = other.entity_;
  return *this;
}

AnyRecord::~AnyRecord() { release(); }

void AnyRecord::release() noexcept {
  while (more_ != nullptr) std::free(std::exchange(more_, more_->next));
  std::free(slots_);
}

char* AnyRecord::room(std::size_t size) {
  if (static_cast<std::size_t>(end_ - cursor_) < size) {
    const std::size_t capacity = std::max<std::size_t>(size, 1008);
    auto* chunk = static_cast<Chunk*>(std::malloc(sizeof(Chunk) + capacity));
    if (chunk == nullptr) throw std::bad_alloc();
    chunk->next = more_;
    more_ = chunk;
    cursor_ = chunk->bytes();
    end_ = cursor_ + capacity;
  }
  return std::exchange(cursor_, cursor_ + size);
}

void AnyRecord::put(std::uint16_t slot, const Value& value) {
  if (slot >= count_) {
    const std::string bytes(value.has_bytes() ? value.view() : std::string_view());  // which may be ours, and will move
    Value copy = value;
    if (copy.has_bytes()) copy.bytes = bytes.data();
    grow(static_cast<std::uint16_t>(slot + 1));
    return put(slot, copy);
  }
  Value& to = slots_[slot];
  if (!value.has_bytes() || !value.is_set()) {
    to = value;
    return;
  }
  const bool fits = to.has_bytes() && to.is_set() && to.length >= value.length;
  char* bytes = fits ? const_cast<char*>(to.bytes) : room(value.length);
  if (value.length != 0) std::memmove(bytes, value.bytes, value.length);
  to = value;
  to.bytes = bytes;
}

void AnyRecord::grow(std::uint16_t slots) {
  AnyRecord bigger(entity_, slots, text_);
  bigger.rid_ = rid_;
  for (std::uint16_t i = 0; i < count_; ++i) bigger.put(i, slots_[i]);
  *this = std::move(bigger);
}

void AnyRecord::clear(std::uint16_t slot) noexcept {
  if (slot < count_) slots_[slot] = Value{};
}

void AnyRecord::clear() noexcept {
  forget();
  std::fill_n(slots_, count_, Value{});
}

// Gives the room of all bytes back.
void AnyRecord::forget() noexcept {
  while (more_ != nullptr) std::free(std::exchange(more_, more_->next));
  rid_ = 0;
  if (slots_ == nullptr) return;
  cursor_ = reinterpret_cast<char*>(slots_ + count_);
  end_ = cursor_ + text_;
}

}  // namespace guanxi
