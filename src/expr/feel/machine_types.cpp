// Types at run time: instance of, coercion, the parts of values.
#include <algorithm>

#include "base/calendar.h"
#include "expr/feel/machine.h"
#include "expr/feel/temporal.h"

namespace guanxi::feel {
namespace {

constexpr Message no_member{"feel.no_member", "{0} has no part called “{1}”.", "{0}没有名为“{1}”的部分。"};
constexpr Message not_of_type{"feel.not_of_type", "The value is {0} and does not fit the type {1}.", "值是{0}，不符合类型 {1}。"};

std::optional<Value> part_of_day(std::int64_t days, std::string_view name) {
  const CivilDay civil = civil_from_days(days);
  if (name == "year") return Value::number(civil.year);
  if (name == "month") return Value::number(civil.month);
  if (name == "day") return Value::number(civil.day);
  if (name == "weekday") return Value::number(weekday_of(days));
  return std::nullopt;
}

std::optional<Value> part_of_clock(Memory& memory, const Moment& moment, std::string_view name) {
  const std::int64_t seconds = moment.nanos / nanos_per_second;
  if (name == "hour") return Value::number(seconds / 3600);
  if (name == "minute") return Value::number(seconds / 60 % 60);
  if (name == "second") return Value::number(seconds % 60);
  if (name == "time offset") {
    const auto offset = offset_of(moment);
    return offset ? days_duration(Int128{*offset} * nanos_per_second) : Value{};
  }
  if (name == "timezone") {
    return moment.zone.form == Zone::named ? memory.string(moment.zone.name->name()) : Value{};
  }
  return std::nullopt;
}

std::optional<Value> part_of_duration(const Value& duration, std::string_view name) {
  if (duration.is(Kind::months_duration)) {
    if (name == "years") return Value::number(duration.integer / 12);
    if (name == "months") return Value::number(duration.integer % 12);
    return std::nullopt;
  }
  const auto seconds = static_cast<std::int64_t>(nanos_of(duration) / nanos_per_second);
  if (name == "days") return Value::number(seconds / seconds_per_day);
  if (name == "hours") return Value::number(seconds / 3600 % 24);
  if (name == "minutes") return Value::number(seconds / 60 % 60);
  if (name == "seconds") return Value::number(seconds % 60);
  return std::nullopt;
}

std::optional<Value> part_of_range(const Range& range, std::string_view name) {
  if (name == "start") return range.start;
  if (name == "end") return range.end;
  if (name == "start included") return Value::of(range.start_included);
  if (name == "end included") return Value::of(range.end_included);
  return std::nullopt;
}

std::optional<Value> part_of(Memory& memory, const Value& value, std::string_view name) {
  switch (value.kind) {
    case Kind::date: return part_of_day(value.integer, name);
    case Kind::time: return part_of_clock(memory, *value.moment, name);
    case Kind::date_time: {
      const auto part = part_of_day(value.moment->days, name);
      return part ? part : part_of_clock(memory, *value.moment, name);
    }
    case Kind::days_duration:
    case Kind::months_duration: return part_of_duration(value, name);
    case Kind::range: return part_of_range(*value.range, name);
    default: return std::nullopt;
  }
}

bool same_type(const Type* a, const Type* b) { return a == b || a == nullptr || b == nullptr || a->form == Type::any || b->form == Type::any; }

}  // namespace

Value Machine::member(const Value& object, std::string_view name) {
  if (object.is(Kind::context)) {
    if (const Value* const found = find(object, name)) return *found;
  } else if (object.is(Kind::list)) {
    charge(object.size / 8);
    Value* const items = memory_.array<Value>(object.size);
    for (std::uint32_t i = 0; i < object.size; ++i) items[i] = member(object.items[i], name);
    Value out = object;
    out.items = items;
    weigh(out);
    return out;
  } else if (const auto part = part_of(memory_, object, name)) {
    return *part;
  }
  return null(no_member, {name_of(object.kind), name}, object);
}

bool Machine::passes(const Value& value, const Type& type) {
  Value* const slots = memory_.array<Value>(type.allowed_slots);
  std::fill_n(slots, type.allowed_slots, Value{});
  slots[0] = value;
  const Frame none;
  Frame frame{slots, &none};
  return run(type.allowed, frame).is_true();
}

bool Machine::conforms_context(const Value& value, const Type& type, bool constraints) {
  return value.is(Kind::context) && std::all_of(type.members.begin(), type.members.end(), [&](const Member& member) {
           const Value* const found = find(value, member.name);
           return found != nullptr && (found->null() || conforms(*found, *member.type, constraints));
         });
}

bool Machine::conforms_function(const Value& value, const Type& type) {
  if (!value.is(Kind::function)) return false;
  if (type.name == "function" || value.function == nullptr || value.function->body == nullptr) return true;
  const Body& body = *value.function->body;
  if (body.names.size() != type.members.size()) return false;
  for (std::size_t i = 0; i < body.types.size(); ++i) {
    if (!same_type(body.types[i], type.members[i].type)) return false;
  }
  const Type* const result = body.result != nullptr ? body.result : program_.node_types[body.node];
  return same_type(result, type.element);
}

bool Machine::conforms(const Value& value, const Type& type, bool constraints) {
  if (value.null()) return type.form == Type::simple && type.kind == Kind::null;
  const auto is_kind = [&] {
    switch (type.form) {
      case Type::any: return true;
      case Type::simple: return value.kind == type.kind;
      case Type::list:
        return value.is(Kind::list) && (type.element == nullptr || std::all_of(value.begin(), value.end(), [&](const Value& item) {
                                          return type.element->form == Type::any || item.null() || conforms(item, *type.element, constraints);
                                        }));
      case Type::range:
        return value.is(Kind::range) && (type.element == nullptr || type.element->form == Type::any ||
                                         ((value.range->start.null() || conforms(value.range->start, *type.element, false)) &&
                                          (value.range->end.null() || conforms(value.range->end, *type.element, false))));
      case Type::context: return conforms_context(value, type, constraints);
      case Type::function: return conforms_function(value, type);
    }
    return false;
  };
  return is_kind() && (!constraints || type.allowed == 0 || passes(value, type));
}

Value Machine::coerce(const Value& value, const Type& type) {
  charge(steps_through(value) / 32);
  if (value.null() || type.form == Type::any || conforms(value, type, true)) return value;
  if (type.form == Type::simple && type.kind == Kind::date_time && value.is(Kind::date)) {
    return memory_.moment(Kind::date_time, Moment{value.integer, 0, {Zone::offset, 0, nullptr}});
  }
  if (type.form != Type::list && value.is(Kind::list) && value.size == 1) {
    const Value inner = coerce(value.items[0], type);
    if (!inner.null()) return inner;
  }
  if (type.form == Type::list && !value.is(Kind::list)) {
    const Value alone = memory_.list(Arguments(&value, 1));
    if (conforms(alone, type, true)) return alone;
  }
  return null(not_of_type, {name_of(value.kind), type.name.empty() ? std::string_view("?") : std::string_view(type.name)});
}

}  // namespace guanxi::feel
