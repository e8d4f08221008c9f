#include "model/delta.h"

#include <limits>

#include "base/check.h"

namespace guanxi {

namespace {
constexpr Message damaged{"delta.damaged", "The change log holds a change that cannot be read: check the database and restore a backup.",
                          "变更日志中有一条记录无法读取：请检查数据库，并从备份恢复。"};

Error corrupt() { return Error(Code::corrupt, damaged); }

// The lowest five bits of a value's first byte are its type, the next two its state.
constexpr unsigned type_bits = 5;
constexpr unsigned type_mask = (1u << type_bits) - 1;

void put_varint(std::uint64_t n, std::string& out) {
  char bytes[10];
  std::size_t size = 0;
  for (; n >= 0x80; n >>= 7) bytes[size++] = static_cast<char>(n | 0x80);
  bytes[size++] = static_cast<char>(n);
  out.append(bytes, size);
}

constexpr std::uint64_t zigzag(std::int64_t n) noexcept {
  return static_cast<std::uint64_t>(n) << 1 ^ static_cast<std::uint64_t>(n >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t n) noexcept { return static_cast<std::int64_t>(n >> 1 ^ (~(n & 1) + 1)); }

// False at the end of the bytes and for numbers beyond 64 bits.
bool take_varint(std::string_view& bytes, std::uint64_t& n) noexcept {
  n = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    if (shift == 63 && byte > 1) return false;
    n |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

constexpr bool is_type(unsigned n) noexcept { return n <= 6 || (n >= 16 && n <= 19); }

bool has_unit(Type type) noexcept { return type == Type::money || type == Type::decimal; }

Result<Value> take_number(Type type, std::string_view& bytes) {
  std::uint64_t n = 0, unit = 0;
  if (!take_varint(bytes, n) || (has_unit(type) && !take_varint(bytes, unit))) return corrupt();
  const std::uint64_t most = type == Type::decimal ? 18 : std::numeric_limits<std::uint16_t>::max();
  if (type == Type::none || unit > most || (type == Type::boolean && n != 0 && n != 2)) return corrupt();
  return Value::number(type, unzigzag(n), static_cast<std::uint32_t>(unit));
}

Result<Value> take_bytes(Type type, std::string_view& bytes) {
  std::uint64_t size = 0;
  if (!take_varint(bytes, size) || size > bytes.size() || (type == Type::id && size != 16)) return corrupt();
  const auto value = Value::of_bytes(type, bytes.data(), static_cast<std::size_t>(size));
  bytes.remove_prefix(static_cast<std::size_t>(size));
  return value;
}

// The library's own bookkeeping, which every change implies; the id stands beside the delta.
constexpr bool is_kept_elsewhere(std::uint16_t slot) noexcept { return slot <= common::updated_by; }

bool differ(const Value& before, const Value& after) noexcept {
  return before.is_set() == after.is_set() ? before.is_set() && !(before == after) : true;
}
}  // namespace

void pack_value(const Value& value, std::string& out) {
  out += static_cast<char>(static_cast<unsigned>(value.type) | static_cast<unsigned>(value.state) << type_bits);
  if (!value.is_set()) return;
  if (value.has_bytes()) {
    put_varint(value.length, out);
    out.append(value.bytes, value.length);
  } else {
    put_varint(zigzag(value.integer), out);
    if (has_unit(value.type)) put_varint(value.length, out);
  }
}

Result<Value> unpack_value(std::string_view& bytes) {
  if (bytes.empty()) return corrupt();
  const unsigned head = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  if (head >> type_bits > static_cast<unsigned>(State::masked) || !is_type(head & type_mask)) return corrupt();
  Value value = Value::null(static_cast<Type>(head & type_mask));
  value.state = static_cast<State>(head >> type_bits);
  if (!value.is_set()) return value;
  return value.has_bytes() ? take_bytes(value.type, bytes) : take_number(value.type, bytes);
}

void pack_delta(const EntityType& type, const AnyRecord* before, const AnyRecord& after, std::string& out) {
  const Value absent{};
  for (const auto* field : type.fields()) {
    if (is_kept_elsewhere(field->slot)) continue;
    const Value& old_value = before == nullptr ? absent : before->at(field->slot);
    const Value& new_value = after.at(field->slot);
    if (!differ(old_value, new_value)) continue;
    put_varint(field->number, out);
    pack_value(old_value, out);
    pack_value(new_value, out);
  }
}

Result<void> unpack_delta(std::string_view delta, FunctionRef<void(const FieldChange&)> sink) {
  while (!delta.empty()) {
    std::uint64_t number = 0;
    if (!take_varint(delta, number) || number > std::numeric_limits<std::uint16_t>::max()) return corrupt();
    GUANXI_ASSIGN(const auto before, unpack_value(delta));
    GUANXI_ASSIGN(const auto after, unpack_value(delta));
    sink(FieldChange{static_cast<std::uint16_t>(number), before, after});
  }
  return {};
}

}  // namespace guanxi
