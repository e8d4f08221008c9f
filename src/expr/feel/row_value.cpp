#include "expr/feel/row_value.h"

#include <algorithm>

#include "base/id_text.h"
#include "expr/feel/temporal.h"
#include "guanxi/money.h"

namespace guanxi::feel {
namespace {

Value codes_of(std::string_view set, Memory& memory) {
  std::vector<Value> codes;
  while (set.size() > 1) {
    set.remove_prefix(1);
    const std::size_t end = std::min(set.find('|'), set.size());
    codes.push_back(Value::string(set.substr(0, end)));
    set.remove_prefix(end);
  }
  return memory.list(codes);
}

Value amount_of(const guanxi::Value& v, Memory& memory) {
  const Currency currency{static_cast<std::uint16_t>(v.length)};
  const Entry entries[]{{"amount", Value::number(v.integer, static_cast<std::int16_t>(-currency.digits()))},
                              {"currency", Value::string(currency.code())}};
  return memory.context(entries);
}

Value moment_of(std::int64_t us, Memory& memory) {
  constexpr std::int64_t us_per_day = nanos_per_day / 1000;
  const std::int64_t days = us / us_per_day - (us % us_per_day < 0 ? 1 : 0);
  return memory.moment(Kind::date_time, {days, (us - days * us_per_day) * 1000, {Zone::offset, 0, nullptr}});
}

}  // namespace

Value seen(const guanxi::Value& v, Memory& memory) {
  if (!v.is_set()) return {};
  switch (v.type) {
    case guanxi::Type::boolean: return Value::of(v.integer != 0);
    case guanxi::Type::integer: return Value::number(v.integer);
    case guanxi::Type::decimal: return Value::number(v.integer, static_cast<std::int16_t>(-static_cast<int>(v.length)));
    case guanxi::Type::money: return amount_of(v, memory);
    case guanxi::Type::date: return Value::of(Kind::date, v.integer);
    case guanxi::Type::instant: return moment_of(v.integer, memory);
    case guanxi::Type::text:
    case guanxi::Type::picklist: return Value::string(v.view());
    case guanxi::Type::set: return codes_of(v.view(), memory);
    case guanxi::Type::id: {
      char* const text = memory.array<char>(id_text_size);
      write_id(Id::from_bytes(v.bytes), text);
      return Value::string({text, id_text_size});
    }
    case guanxi::Type::none: break;
  }
  return {};
}

}  // namespace guanxi::feel
