#include "expr/condition/checked.h"
#include "expr/feel/temporal.h"
#include "guanxi/money.h"

namespace guanxi::condition {
namespace {

// Enough for any rule that people write, and little enough to be asked for many rows.
constexpr feel::Limits limits_of_a_row{200'000, 1'500, std::size_t{32} << 20};

feel::Value codes_of(std::string_view set, feel::Memory& memory) {
  std::vector<feel::Value> codes;
  while (set.size() > 1) {
    set.remove_prefix(1);
    const std::size_t end = std::min(set.find('|'), set.size());
    codes.push_back(feel::Value::string(set.substr(0, end)));
    set.remove_prefix(end);
  }
  return memory.list(codes);
}

feel::Value amount_of(const Value& v, feel::Memory& memory) {
  const Currency currency{static_cast<std::uint16_t>(v.length)};
  const feel::Entry entries[]{{"amount", feel::Value::number(v.integer, static_cast<std::int16_t>(-currency.digits()))},
                              {"currency", feel::Value::string(currency.code())}};
  return memory.context(entries);
}

feel::Value moment_of(std::int64_t us, feel::Memory& memory) {
  constexpr std::int64_t us_per_day = feel::nanos_per_day / 1000;
  const std::int64_t days = us / us_per_day - (us % us_per_day < 0 ? 1 : 0);
  return memory.moment(feel::Kind::date_time, {days, (us - days * us_per_day) * 1000, {feel::Zone::offset, 0, nullptr}});
}

}  // namespace

feel::Value seen(const Value& v, feel::Memory& memory) {
  if (!v.is_set()) return {};
  switch (v.type) {
    case Type::boolean: return feel::Value::of(v.integer != 0);
    case Type::integer: return feel::Value::number(v.integer);
    case Type::decimal: return feel::Value::number(v.integer, static_cast<std::int16_t>(-static_cast<int>(v.length)));
    case Type::money: return amount_of(v, memory);
    case Type::date: return feel::Value::of(feel::Kind::date, v.integer);
    case Type::instant: return moment_of(v.integer, memory);
    case Type::text:
    case Type::picklist: return feel::Value::string(v.view());
    case Type::set: return codes_of(v.view(), memory);
    case Type::id: return memory.string(Id::from_bytes(v.bytes).text());
    case Type::none: break;
  }
  return {};
}

Run::Run(const Checked& checked, const Circumstances& circumstances)
    : checked_(checked),
      machine_(checked.program, memory_, checked.vocabulary->zones(), circumstances.now, limits_of_a_row),
      outer_(checked.outer_slots),
      own_(checked.slots) {
  if (!circumstances.user.empty()) outer_[checked.user_slot] = memory_.string(circumstances.user.text());
  if (checked.uses_money) outer_[checked.money_slot] = run(checked.money_node);
}

feel::Value Run::seen(const Value& value) { return condition::seen(value, memory_); }

feel::Value Run::run(std::uint32_t node) {
  const feel::Frame outer{outer_.data(), nullptr};
  feel::Frame frame{own_.data(), &outer};
  return machine_.run(node, frame);
}

}  // namespace guanxi::condition
