// The readers of ids, money, decimals, dates, times and numbers on arbitrary bytes.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/parse.h"
#include "guanxi/value.h"

using namespace guanxi;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

// A result is a value, or an error with a bounded sentence in both languages.
template <class T>
bool is_read(const Result<T>& result) {
  if (result.ok()) return true;
  require(!result.error().text().empty() && result.error().text().size() < 600);
  require(!result.error().text(Language::chinese).empty());
  return false;
}

template <class T>
void comes_back(const Result<T>& result) {
  if (is_read(result)) require(*T::parse(result->text()) == *result);
}

void reads_numbers(std::string_view s, Currency assumed) {
  comes_back(Id::parse(s));
  comes_back(Decimal::parse(s));
  comes_back(parse_decimal_lenient(s));
  const auto money = Money::parse(s, assumed);
  if (is_read(money)) require(*Money::parse(money->text(), money->currency) == *money);
  const auto integer = parse_integer(s);
  if (is_read(integer)) require(*parse_integer(std::to_string(*integer)) == *integer);
  const auto currency = Currency::parse(s);
  if (is_read(currency)) require(*Currency::parse(currency->code()) == *currency);
  is_read(parse_boolean(s));
}

void reads_times(std::string_view s, DateOrder order, int offset_minutes) {
  comes_back(Date::parse(s));
  comes_back(Instant::parse(s));
  const auto day = parse_date_lenient(s, order);
  comes_back(day);
  const auto time = parse_instant_lenient(s, order, offset_minutes);
  comes_back(time);
  if (Date::parse(s).ok()) require(*day == *Date::parse(s));
  if (Instant::parse(s).ok()) require(*time == *Instant::parse(s));
  guess_date_order({&s, 1});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view s(reinterpret_cast<const char*>(bytes) + 2, size - 2);
  const Currency assumed{static_cast<std::uint16_t>(bytes[1] * 4)};
  reads_numbers(s, assumed);
  reads_times(s, static_cast<DateOrder>(bytes[0] % 5), (bytes[1] - 128) * 6);
  CodeSet(s).contains(s.substr(0, size / 2));
  text_of(Value::of_bytes(Type::set, s.data(), s.size()));
  return 0;
}
