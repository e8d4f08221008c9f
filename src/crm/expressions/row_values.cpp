#include "crm/expressions/row_values.h"

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "expr/feel/temporal.h"

namespace guanxi {
namespace {

using feel::Kind;

// The number in units of 10^-scale, rounded half to even.
std::optional<std::int64_t> units_of(const feel::Value& number, int scale) {
  const auto rounded = number.is(Kind::number) ? quantize(number.number(), -scale, Rounding::half_even) : std::nullopt;
  if (!rounded || rounded->coefficient > static_cast<UInt128>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
  const auto magnitude = static_cast<std::int64_t>(rounded->coefficient);
  return rounded->negative ? -magnitude : magnitude;
}

std::optional<Value> whole_number(const feel::Value& number) {
  const auto n = number.is(Kind::number) ? number.number().truncated() : std::nullopt;
  if (!n || compare(Decimal34::of(*n), number.number()) != 0) return std::nullopt;
  return Codec<Int>::pack(*n);
}

std::optional<Value> amount_in(const feel::Value& amount) {
  const feel::Value* const number = amount.is(Kind::context) ? find(amount, "amount") : nullptr;
  const feel::Value* const code = number == nullptr ? nullptr : find(amount, "currency");
  if (code == nullptr || !code->is(Kind::string)) return std::nullopt;
  const auto currency = Currency::parse(code->view());
  const auto minor = currency ? units_of(*number, currency->digits()) : std::nullopt;
  return minor ? std::optional(Value::number(Type::money, *minor, currency->number)) : std::nullopt;
}

std::optional<Value> instant_in(const feel::Value& moment) {
  if (!moment.is(Kind::date_time) || moment.moment->zone.form == feel::Zone::none) return std::nullopt;
  const feel::Int128 us = feel::instant_of(*moment.moment) / 1000;
  if (us > std::numeric_limits<std::int64_t>::max() || us < std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  return Value::number(Type::instant, static_cast<std::int64_t>(us));
}

// "|a|b|" of a list of texts.
std::optional<std::string> set_of(const feel::Value& list) {
  std::vector<std::string> codes;
  const auto add = [&](const feel::Value& item) { return item.is(Kind::string) && (codes.emplace_back(item.view()), true); };
  if (!(list.is(Kind::list) ? std::all_of(list.begin(), list.end(), add) : add(list))) return std::nullopt;
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  std::string out = "|";
  for (const std::string& code : codes) out.append(code).append("|");
  return out;
}

// The value as the field holds it; its bytes are borrowed from `value` or `room`.
std::optional<Value> stored(const AnyField& field, const feel::Value& value, std::string& room) {
  switch (field.type) {
    case Type::boolean: return value.is(Kind::boolean) ? std::optional(Codec<Bool>::pack(value.is_true())) : std::nullopt;
    case Type::integer: return whole_number(value);
    case Type::decimal: {
      const auto units = units_of(value, field.scale);
      return units ? std::optional(Value::number(Type::decimal, *units, field.scale)) : std::nullopt;
    }
    case Type::money: return amount_in(value);
    case Type::date:
      if (!value.is(Kind::date) || value.integer != static_cast<std::int32_t>(value.integer)) return std::nullopt;
      return Value::number(Type::date, value.integer);
    case Type::instant: return instant_in(value);
    case Type::text:
    case Type::picklist: return value.is(Kind::string) ? std::optional(Value::of_bytes(field.type, value.bytes, value.size)) : std::nullopt;
    case Type::set: {
      auto set = set_of(value);
      if (!set) return std::nullopt;
      room = std::move(*set);
      return Value::of_bytes(Type::set, room.data(), room.size());
    }
    case Type::id: {
      const auto id = value.is(Kind::string) ? Id::parse(value.view()) : Result<Id>(Id{});
      if (!id || id->empty()) return std::nullopt;
      room.assign(reinterpret_cast<const char*>(id->bytes.data()), id->bytes.size());
      return Value::of_bytes(Type::id, room.data(), room.size());
    }
    case Type::none: break;
  }
  return std::nullopt;
}

}  // namespace

bool ReaderRows::any(const Link& link, const Value& id) {
  const EntityType* const type = schema_.find(link.entity);
  if (type == nullptr || !failure_) return false;
  if (link.slot == common::id) {
    AnyRecord row = type->record();
    const auto found = reader_.get(*type, Codec<Id>::unpack(id), row);
    if (!found) return failure_ = found.error().clone(), false;
    return *found && link.inner->passes(row, this);
  }
  const Expr pointing = Expr::compare(Expr::Op::equal, link.entity, type->fields()[link.slot]->number, id);
  std::int64_t missing = link.least;
  store::Scan scan;
  scan.type = type;
  scan.filter = &pointing;
  const auto scanned = reader_.scan(scan, [&](AnyRecord& row) {
    if (link.inner->passes(row, this)) --missing;
    return missing > 0;
  });
  if (!scanned) failure_ = scanned.error().clone();
  return missing == 0;
}

Result<feel::Value> RowExpression::evaluate(const AnyRecord& row, store::Reader& reader, const Schema& schema) {
  return evaluate(row, schema, [&](const EntityType& type, const Id& id, AnyRecord& out) { return reader.get(type, id, out); });
}

Result<feel::Value> RowExpression::evaluate(const AnyRecord& row, View& view) {
  return evaluate(row, view.schema(), [&](const EntityType& type, const Id& id, AnyRecord& out) -> Result<bool> {
    GUANXI_ASSIGN(const bool found, view.reader().get(type, id, out));
    return found && view.check(access::Action::read, type, &out, nullptr).allowed;
  });
}

Result<feel::Value> RowExpression::evaluate(const AnyRecord& row, const Schema& schema, Fetch fetch) {
  std::vector<const AnyRecord*> records{&row};
  for (std::size_t i = 1; i < checked_.places.size(); ++i) {
    const condition::Place& place = checked_.places[i];
    records.push_back(nullptr);
    const AnyRecord* const from = records[place.parent];
    const EntityType* const type = schema.find(place.entity);
    if (place.listed || from == nullptr || type == nullptr || !from->get(*place.reference).is_set()) continue;
    AnyRecord& to = referred_.emplace_back(type->record());
    GUANXI_ASSIGN(const bool found, fetch(*type, Codec<Id>::unpack(from->get(*place.reference)), to));
    if (found) records.back() = &to;
  }
  run_.clear();
  for (std::size_t i = 0; i < checked_.operands.size(); ++i)
    if (const AnyRecord* record = records[checked_.operands[i].place]) run_.set(i, record->get(*checked_.operands[i].field));
  const feel::Value out = run_.run(checked_.root);
  if (auto fault = run_.fault()) return std::move(*fault);
  return out;
}

bool reads_lists(const condition::Checked& checked) noexcept {
  return std::any_of(checked.places.begin(), checked.places.end(), [](const condition::Place& place) { return place.listed; });
}

bool assign(AnyRecord& row, const AnyField& field, const feel::Value& value) {
  if (value.null()) {
    if (row.get(field).is_set()) row.set(field, Value::null(field.type));
    return true;
  }
  std::string room;
  const auto fitting = stored(field, value, room);
  if (fitting && !(row.get(field) == *fitting)) row.set(field, *fitting);
  return fitting.has_value();
}

}  // namespace guanxi
