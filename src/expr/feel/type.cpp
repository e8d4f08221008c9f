#include "expr/feel/type.h"

#include <algorithm>
#include <array>

namespace guanxi::feel {
namespace {

struct Known {
  std::string_view name;
  Type type;
};

const std::array<Known, 19>& known_types() {
  static const auto simple = [](std::string_view name, Kind kind) {
    Known out{name, {}};
    out.type.form = Type::simple;
    out.type.kind = kind;
    out.type.name = name;
    return out;
  };
  static const auto form = [](std::string_view name, Type::Form form) {
    Known out{name, {}};
    out.type.form = form;
    out.type.name = name;
    return out;
  };
  static const std::array<Known, 19> types{
      form("Any", Type::any), simple("null", Kind::null), simple("boolean", Kind::boolean), simple("number", Kind::number),
      simple("string", Kind::string), simple("date", Kind::date), simple("time", Kind::time),
      simple("date and time", Kind::date_time), simple("days and time duration", Kind::days_duration),
      simple("years and months duration", Kind::months_duration), form("list", Type::list), form("context", Type::context),
      form("range", Type::range), form("function", Type::function),
      // Spellings of older versions.
      simple("dateTime", Kind::date_time), simple("dayTimeDuration", Kind::days_duration),
      simple("yearMonthDuration", Kind::months_duration), simple("Null", Kind::null), form("any", Type::any)};
  return types;
}

}  // namespace

const Type* Type::member(std::string_view wanted) const noexcept {
  const auto found = std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.name == wanted; });
  return found == members.end() ? nullptr : found->type;
}

const Type* simple_type(std::string_view name) noexcept {
  const auto& types = known_types();
  const auto found = std::find_if(types.begin(), types.end(), [&](const Known& known) { return known.name == name; });
  return found == types.end() ? nullptr : &found->type;
}

const Type* simple_type(Kind kind) noexcept { return simple_type(name_of(kind)); }

const Type* any_type() noexcept { return &known_types()[0].type; }

}  // namespace guanxi::feel
