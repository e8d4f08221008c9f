#include "store/sqlite/custom.h"

#include <algorithm>
#include <vector>

#include "base/check.h"
#include "model/delta.h"
#include "store/sqlite/row.h"

namespace guanxi::store {
namespace {

void append_varint(std::uint64_t n, std::string& out) {
  for (; n >= 0x80; n >>= 7) out.push_back(static_cast<char>(n | 0x80));
  out.push_back(static_cast<char>(n));
}

}  // namespace

Result<void> pack_custom(const EntityType& type, const AnyRecord& row, std::string& out) {
  std::string value;
  std::vector<const AnyField*> fields(type.fields().begin() + type.builtin_count(), type.fields().end());
  std::sort(fields.begin(), fields.end(), [](const AnyField* a, const AnyField* b) { return a->number < b->number; });
  for (const AnyField* field : fields) {
    if (!row.at(field->slot).is_set()) continue;
    GUANXI_ASSIGN(const Value stored, at_scale(row.at(field->slot), *field));
    value.clear();
    pack_value(stored, value);
    append_varint(field->number, out);
    append_varint(value.size(), out);
    out += value;
  }
  return {};
}

bool CustomFields::next() noexcept {
  if (rest_.empty() || damaged_) return false;
  number_ = static_cast<std::uint16_t>(varint());
  const std::uint64_t size = varint();
  damaged_ |= size > rest_.size();
  if (damaged_) return false;
  value_ = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return true;
}

std::uint64_t CustomFields::varint() noexcept {
  std::uint64_t n = 0;
  for (int shift = 0; shift < 63; shift += 7) {
    if (rest_.empty()) break;
    const auto byte = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    n |= std::uint64_t{byte & 0x7fu} << shift;
    if (byte < 0x80) return n;
  }
  damaged_ = true;
  return 0;
}

std::optional<Value> CustomFields::value() noexcept {
  std::string_view bytes = value_;
  auto value = unpack_value(bytes);
  if (value && bytes.empty()) return *value;
  damaged_ = true;
  return std::nullopt;
}

std::optional<Value> custom_value(std::string_view packed, std::uint16_t number) noexcept {
  CustomFields fields(packed);
  while (fields.next()) {
    if (fields.number() == number) return fields.value();
    if (fields.number() > number) break;
  }
  return std::nullopt;
}

std::string money_key(const Value& money) {
  const auto amount = static_cast<std::uint64_t>(money.integer) ^ std::uint64_t{1} << 63;
  std::string key;
  for (int shift = 8; shift >= 0; shift -= 8) key.push_back(static_cast<char>(money.length >> shift));
  for (int shift = 56; shift >= 0; shift -= 8) key.push_back(static_cast<char>(amount >> shift));
  return key;
}

}  // namespace guanxi::store
