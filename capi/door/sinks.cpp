#include "capi/door/sinks.h"

#include <cstring>

#include "base/check.h"
#include "capi/door/backend.h"

namespace guanxi::door {
namespace {

constexpr Message odd_value{"storage.odd_value", "The storage gave a value of type {0} for the field \"{1}\" of {2}: it must give back what it was given.",
                            "存储为{2}的字段“{1}”返回了类型为 {0} 的值：必须原样返回所存的值。"};
constexpr Message odd_row{"storage.odd_row", "The storage gave a row of {0} that has no id or no number: it must give back what it was given.",
                          "存储返回的{0}行没有编号：必须原样返回所存的行。"};
constexpr Message odd_size{"storage.odd_size", "The storage gave a text or a number of values of the size {0}, which cannot be.", "存储返回的大小 {0} 无效。"};

constexpr std::int64_t most_bytes = std::int64_t{1} << 30;

Result<std::string_view> bytes_in(const gx_str& text) {
  if (text.len < 0 || text.len > most_bytes || (text.len > 0 && text.ptr == nullptr)) return Error(Code::corrupt, odd_size, {std::to_string(text.len)});
  return std::string_view(text.ptr == nullptr ? "" : text.ptr, static_cast<std::size_t>(text.len));
}

// Whether a value can be one of the field; what is not set says nothing of its type.
inline bool fits(Type type, const gx_value& given) noexcept {
  if (given.state != GX_STATE_SET) return given.state <= GX_STATE_NULL;
  if (given.type != static_cast<std::uint16_t>(type)) return false;
  return type < Type::text || (type == Type::id ? given.length == 16 && given.as.bytes != nullptr : given.length == 0 || given.as.bytes != nullptr);
}

// Whether values are just what a record holds, as they are where a storage gives back what it was given, and the bytes that they have. Asked of every row:
// type and state are compared as one number, and what differs is gathered, since which values are set is another in each row and a branch on it is guessed wrong.
struct Look {
  bool plain;
  std::size_t bytes;
};
inline Look look_at(std::span<const Type> types, std::span<const gx_value> given) noexcept {
  const auto head = [](std::uint16_t type, std::uint16_t state) { return type | std::uint32_t{state} << 16; };
  constexpr std::uint32_t set = GX_STATE_SET - GX_STATE_NULL;
  std::uint32_t odd = 0;
  std::size_t bytes = 0;
  for (std::size_t slot = 0; slot < given.size(); ++slot) {
    const Type type = types[slot];
    const gx_value& value = given[slot];
    odd |= head(value.type, value.state) - head(static_cast<std::uint16_t>(type), GX_STATE_NULL);  // 0 or set << 16
    if (type < Type::text || value.state != GX_STATE_SET) continue;
    odd |= std::uint32_t{value.as.bytes == nullptr} | std::uint32_t{type == Type::id && value.length != 16};
    bytes += value.length;
  }
  return {(odd & ~(set << 16)) == 0, bytes};
}

// One that fits: its bits are the same on both sides.
inline Value value_of(Type type, const gx_value& given) noexcept {
  if (given.state != GX_STATE_SET) return Value::null(type);
  Value out;
  std::memcpy(static_cast<void*>(&out), &given, sizeof out);
  if (type >= Type::text && given.length == 0) out.bytes = "";
  return out;
}

Error not_as_put(const EntityType& type, const AnyField& field, const gx_value& given) {
  return Error(Code::corrupt, odd_value, {std::to_string(given.type), std::string(field.name), std::string(type.name())});
}

}  // namespace

Result<void> Sink::outcome(Result<void> called) {
  if (thrown_) std::rethrow_exception(thrown_);
  if (error_) return std::move(*error_);
  return called;
}

}  // namespace guanxi::door

using namespace guanxi;

std::int32_t gx_storage_rows::add(const gx_storage_row& row) noexcept {
  ++given;
  return take([&]() -> Result<bool> {
    if (shows_more()) return taken(into, std::nullopt);
    GUANXI_CHECK(fill(row));
    if (row.search.ptr == nullptr) return taken(into, std::nullopt);
    GUANXI_ASSIGN(const std::string_view text, door::bytes_in(row.search));
    return taken(into, text);
  });
}

// A whole row: looked at where it lies, and copied at once. What is not set is null.
Result<void> gx_storage_rows::fill_whole(std::span<const gx_value> given) {
  const auto types = type.types();
  const auto [plain, bytes] = door::look_at(types.first(given.size()), given);
  for (std::size_t slot = 0; !plain && slot < given.size(); ++slot)
    if (!door::fits(types[slot], given[slot])) return door::not_as_put(type, *type.fields()[slot], given[slot]);
  into.assign({reinterpret_cast<const Value*>(given.data()), given.size()}, bytes);
  if (plain && given.size() == types.size()) return {};
  for (std::size_t slot = types.size(); slot-- > 0;)  // from the last on: a short row grows once
    if (const Value& value = into.at(static_cast<std::uint16_t>(slot)); !value.is_set() && (value.type != types[slot] || value.state != State::null))
      into.put(static_cast<std::uint16_t>(slot), Value::null(types[slot]));
  return {};
}

// Some values of a row; the others stay absent.
Result<void> gx_storage_rows::fill_some(std::span<const gx_value> given) {
  const auto types = type.types();
  some.resize(types.size());
  for (const std::uint16_t slot : slots) {
    if (slot < given.size() && !door::fits(types[slot], given[slot])) return door::not_as_put(type, *type.fields()[slot], given[slot]);
    some[slot] = slot < given.size() ? door::value_of(types[slot], given[slot]) : Value::null(types[slot]);
  }
  into.assign(some);
  return {};
}

Result<void> gx_storage_rows::fill(const gx_storage_row& row) {
  if (row.count < 0 || row.count > 1 << 16 || (row.count > 0 && row.values == nullptr)) return Error(Code::corrupt, door::odd_size, {std::to_string(row.count)});
  const std::span given(row.values, std::min(type.types().size(), static_cast<std::size_t>(row.count)));
  GUANXI_CHECK(slots.empty() ? fill_whole(given) : fill_some(given));
  into.set_rid(row.rid);
  if (row.rid < 1 || !into.at(common::id).is_set() || !into.at(common::revision).is_set()) return Error(Code::corrupt, door::odd_row, {std::string(type.name())});
  return {};
}

std::int32_t gx_storage_hits::add(std::int64_t index, const gx_storage_key& key, std::uint32_t entity, std::int64_t rid) noexcept {
  return take([&]() -> Result<bool> {
    Key known{key.space, {}};
    std::memcpy(static_cast<void*>(&known.value), &key.value, sizeof known.value);
    return taken(index, known, static_cast<std::uint16_t>(entity), rid);
  });
}

std::int32_t gx_storage_groups::add(std::int64_t index, const gx_value* values, std::int64_t rows, const std::int64_t* sums) noexcept {
  given = true;
  return take([&]() -> Result<bool> {
    const auto place = static_cast<std::size_t>(index);
    if (index < 0 || place >= request.groups.size()) return Error(Code::corrupt, door::odd_size, {std::to_string(index)});
    const auto& slots = request.groups[place];
    if ((!slots.empty() && values == nullptr) || (!request.sums.empty() && sums == nullptr)) return Error(Code::corrupt, door::odd_size, {"0"});
    std::vector<Value> checked;
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const AnyField& field = *request.type->fields()[slots[i]];
      if (!door::fits(field.type, values[i])) return door::not_as_put(*request.type, field, values[i]);
      checked.push_back(door::value_of(field.type, values[i]));
    }
    taken({place, checked, rows, {sums, request.sums.size()}});
    return true;
  });
}

std::int32_t gx_storage_log::add(const gx_storage_change& from) noexcept {
  return take([&]() -> Result<bool> {
    GUANXI_ASSIGN(const std::string_view command, door::bytes_in(from.command));
    GUANXI_ASSIGN(const std::string_view reason, door::bytes_in(from.reason));
    GUANXI_ASSIGN(const std::string_view delta, door::bytes_in(from.delta));
    store::Change change;
    change.seq = from.seq;
    change.set = from.set;
    change.at = Instant{from.at_us};
    change.actor = Id::from_bytes(from.actor);
    change.on_behalf = Id::from_bytes(from.on_behalf);
    change.record = Id::from_bytes(from.record);
    change.entity = static_cast<std::uint16_t>(from.entity);
    change.rid = from.rid;
    change.kind = static_cast<store::ChangeKind>(from.kind);
    change.command = command;
    change.reason = reason;
    change.delta = delta;
    return taken(change);
  });
}

std::int32_t gx_storage_bytes::give(const void* data, std::int64_t len) noexcept {
  return take([&]() -> Result<bool> {
    GUANXI_ASSIGN(const std::string_view given, door::bytes_in({static_cast<const char*>(data), len}));
    bytes.emplace(given);
    return true;
  });
}

int32_t gx_storage_rows_did(gx_storage_rows* rows, uint32_t done) {
  if (rows == nullptr || rows->given != 0) return GX_E_MISUSE;
  rows->did = done;
  return GX_OK;
}

int32_t gx_storage_rows_add(gx_storage_rows* rows, const gx_storage_row* row) {
  return rows == nullptr || row == nullptr || row->struct_size < sizeof *row ? GX_E_MISUSE : rows->add(*row);
}

int32_t gx_storage_hits_add(gx_storage_hits* hits, int64_t index, const gx_storage_key* key, uint32_t entity, int64_t rid) {
  return hits == nullptr || key == nullptr || entity > 0xffff ? GX_E_MISUSE : hits->add(index, *key, entity, rid);
}

int32_t gx_storage_groups_add(gx_storage_groups* groups, int64_t index, const gx_value* values, int64_t rows, const int64_t* sums) {
  return groups == nullptr ? GX_E_MISUSE : groups->add(index, values, rows, sums);
}

int32_t gx_storage_log_add(gx_storage_log* log, const gx_storage_change* change) {
  return log == nullptr || change == nullptr || change->struct_size < sizeof *change ? GX_E_MISUSE : log->add(*change);
}

int32_t gx_storage_bytes_give(gx_storage_bytes* bytes, const void* data, int64_t len) { return bytes == nullptr ? GX_E_MISUSE : bytes->give(data, len); }
