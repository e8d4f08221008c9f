#include "store/memory/row.h"

#include <cstdlib>
#include <new>

#include "base/check.h"

namespace guanxi::store::memory {
namespace {

constexpr Message wrong_type{"memory.wrong_type", "Field number {0} of entity {1} was given a value of another type: coerce it first.",
                             "对象 {1} 第 {0} 个字段的值类型不符，请先转换。"};

void put_number(std::uint64_t n, std::string& out) {
  for (; n >= 0x80; n >>= 7) out.push_back(static_cast<char>(n | 0x80));
  out.push_back(static_cast<char>(n));
}

std::uint64_t zigzag(std::int64_t n) noexcept {
  return static_cast<std::uint64_t>(n) << 1 ^ static_cast<std::uint64_t>(n >> 63);
}
std::int64_t unzigzag(std::uint64_t n) noexcept { return static_cast<std::int64_t>(n >> 1 ^ (~(n & 1) + 1)); }

bool has_length(Type type) noexcept { return type == Type::decimal || type == Type::money; }

void put_value(const Value& v, Type type, std::string& out) {
  if (type == Type::id) {
    out.append(v.bytes, 16);
  } else if (type >= Type::text) {
    put_number(v.length, out);
    out.append(v.view());
  } else {
    put_number(zigzag(v.integer), out);
    if (has_length(type)) put_number(v.length, out);
  }
}

bool fits(const Value& v, Type type) noexcept {
  return type == Type::id ? v.type == type && v.length == 16 : v.has_bytes() == (type >= Type::text) && v.type != Type::id;
}

}  // namespace

Layout layout_of(const EntityType& type) {
  Layout layout;
  for (const AnyField* field : type.fields()) layout.push_back(field->type);
  return layout;
}

Value PayloadReader::next(Type type) noexcept {
  if (type == Type::id) {
    at_ += 16;
    return Value::of_bytes(type, at_ - 16, 16);
  }
  const std::uint64_t n = number();
  if (type >= Type::text) {
    at_ += n;
    return Value::of_bytes(type, at_ - n, n);
  }
  return Value::number(type, unzigzag(n), has_length(type) ? static_cast<std::uint32_t>(number()) : 0);
}

void PayloadReader::skip(Type type) noexcept {
  if (type == Type::id) {
    at_ += 16;
    return;
  }
  const std::uint64_t n = number();
  if (type >= Type::text) at_ += n;
  if (has_length(type)) number();
}

Result<RowPtr> Row::pack(const Layout& layout, const AnyRecord& record, std::uint32_t rid) {
  std::string payload;
  const auto count = static_cast<std::uint16_t>(layout.size());
  put_number(count, payload);
  const std::size_t bits = payload.size();
  payload.append((count + 7u) / 8, '\0');
  for (std::uint16_t slot = 1; slot < count; ++slot) {
    const Value& value = record.at(slot);
    if (!value.is_set()) continue;
    if (!fits(value, layout[slot])) return Error(Code::misuse, wrong_type, {std::to_string(slot), std::to_string(record.entity())});
    payload[bits + (slot >> 3)] = static_cast<char>(payload[bits + (slot >> 3)] | 1 << (slot & 7));
    put_value(value, layout[slot], payload);
  }
  void* memory = std::malloc(sizeof(Row) + payload.size());
  if (memory == nullptr) throw std::bad_alloc();
  auto* row = new (memory) Row(rid, record.id(), static_cast<std::uint32_t>(payload.size()));
  std::memcpy(static_cast<char*>(memory) + sizeof(Row), payload.data(), payload.size());
  return RowPtr(row);
}

void Row::destroy(const Row* row) noexcept {
  row->~Row();
  std::free(const_cast<Row*>(row));
}

std::int64_t Row::revision() const noexcept {
  PayloadReader payload(this->payload());
  return payload.is_set(common::revision) ? payload.next(Type::integer).integer : 0;
}

void Row::read(const Layout& layout, const std::vector<std::uint16_t>& slots, std::vector<Value>& values) const {
  PayloadReader payload(this->payload());
  std::uint16_t at = 1;
  for (const std::uint16_t slot : slots) {
    if (slot == common::id) {
      values[slot] = Value::of_bytes(Type::id, reinterpret_cast<const char*>(id_.bytes.data()), 16);
      continue;
    }
    for (; at < slot && at < payload.slots(); ++at)
      if (payload.is_set(at)) payload.skip(layout[at]);
    const bool set = slot < payload.slots() && payload.is_set(slot);
    values[slot] = set ? payload.next(layout[slot]) : Value::null(layout[slot]);
    at = static_cast<std::uint16_t>(slot + 1);
  }
}

Value Row::value(const Layout& layout, std::uint16_t slot) const {
  Value found = Value::null(layout[slot]);
  each(layout, [&](std::uint16_t at, const Value& value) {
    if (at == slot) found = value;
    return at < slot;
  });
  return found;
}

void Row::fill(const Layout& layout, std::span<const std::uint16_t> slots, AnyRecord& out) const {
  out.clear();
  out.set_rid(rid_);
  const auto count = static_cast<std::uint16_t>(layout.size());
  if (slots.empty())
    for (std::uint16_t slot = 0; slot < count; ++slot) out.put(slot, Value::null(layout[slot]));
  for (const std::uint16_t slot : slots) out.put(slot, Value::null(layout[slot]));
  each(layout, [&](std::uint16_t slot, const Value& value) {
    if (slot <= common::revision || out.at(slot).state == guanxi::State::null) out.put(slot, value);
    return true;
  });
}

}  // namespace guanxi::store::memory
