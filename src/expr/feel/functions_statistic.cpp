#include <algorithm>

#include "expr/feel/functions.h"

namespace guanxi::feel {
namespace {

constexpr Message empty_list{"feel.empty", "{0}: the list is empty.", "{0}：列表为空。"};
constexpr Message too_few{"feel.too_few", "stddev: at least two numbers are needed.", "stddev：至少需要两个数。"};
constexpr Message unlike_items{"feel.unlike_items", "{0}: the items do not compare with each other.", "{0}：各项之间不能比较。"};

// The numbers of the arguments, or the null that says which is none.
std::optional<Value> numbers_of(Machine& machine, Arguments arguments, std::vector<Decimal34>& out) {
  for (const Value& item : items_of(arguments)) {
    if (!machine.charge(1)) return Value{};
    if (!item.is(Kind::number)) return machine.wrong_argument("list", "list<number>", item);
    out.push_back(item.number());
  }
  if (out.empty()) return machine.null(empty_list, {machine.running()});
  return std::nullopt;
}

template <class F>
Value over_numbers(Machine& machine, Arguments arguments, F&& compute) {
  std::vector<Decimal34> numbers;
  if (const auto fault = numbers_of(machine, arguments, numbers)) return *fault;
  return machine.number(compute(numbers));
}

using Numbers = std::vector<Decimal34>;

std::optional<Decimal34> sum_of(const Numbers& numbers) {
  std::optional<Decimal34> total = numbers[0];
  for (std::size_t i = 1; i < numbers.size() && total; ++i) total = guanxi::add(*total, numbers[i]);
  return total;
}

std::optional<Decimal34> mean_of(const Numbers& numbers) {
  const auto total = sum_of(numbers);
  return total ? guanxi::divide(*total, Decimal34::of(static_cast<std::int64_t>(numbers.size()))) : std::nullopt;
}

std::optional<Decimal34> product_of(const Numbers& numbers) {
  std::optional<Decimal34> total = numbers[0];
  for (std::size_t i = 1; i < numbers.size() && total; ++i) total = guanxi::multiply(*total, numbers[i]);
  return total;
}

std::optional<Decimal34> median_of(Numbers numbers) {
  std::sort(numbers.begin(), numbers.end(), [](const Decimal34& a, const Decimal34& b) { return guanxi::compare(a, b) < 0; });
  const std::size_t middle = numbers.size() / 2;
  if (numbers.size() % 2 != 0) return numbers[middle];
  return mean_of({numbers[middle - 1], numbers[middle]});
}

// Of a sample: divided by one less than there are.
std::optional<Decimal34> deviation_of(const Numbers& numbers) {
  const auto mean = mean_of(numbers);
  std::optional<Decimal34> total = Decimal34{};
  for (std::size_t i = 0; i < numbers.size() && mean && total; ++i) {
    const auto apart = guanxi::subtract(numbers[i], *mean);
    const auto square = apart ? guanxi::multiply(*apart, *apart) : std::nullopt;
    total = square ? guanxi::add(*total, *square) : std::nullopt;
  }
  if (!mean || !total) return std::nullopt;
  const auto variance = guanxi::divide(*total, Decimal34::of(static_cast<std::int64_t>(numbers.size()) - 1));
  return variance ? square_root(*variance) : std::nullopt;
}

Value sum(Machine& machine, Arguments arguments) {
  const Arguments items = items_of(arguments);
  const bool durations = !items.empty() && (items[0].is(Kind::days_duration) || items[0].is(Kind::months_duration));
  if (!durations) return over_numbers(machine, arguments, sum_of);
  Value total = items[0];
  for (std::size_t i = 1; i < items.size(); ++i) total = feel::add(machine, total, items[i]);
  return total;
}

Value mean(Machine& machine, Arguments arguments) { return over_numbers(machine, arguments, mean_of); }
Value product(Machine& machine, Arguments arguments) { return over_numbers(machine, arguments, product_of); }
Value median(Machine& machine, Arguments arguments) { return over_numbers(machine, arguments, median_of); }

Value stddev(Machine& machine, Arguments arguments) {
  if (items_of(arguments).size() < 2) return machine.null(too_few);
  return over_numbers(machine, arguments, deviation_of);
}

Value mode(Machine& machine, Arguments arguments) {
  if (arguments.size() == 1 && arguments[0].null()) return machine.wrong_argument("list", "list<number>", arguments[0]);
  Numbers numbers;
  if (const auto fault = numbers_of(machine, arguments, numbers)) return numbers.empty() && items_of(arguments).empty() ? machine.memory().list({}) : *fault;
  std::sort(numbers.begin(), numbers.end(), [](const Decimal34& a, const Decimal34& b) { return guanxi::compare(a, b) < 0; });
  std::size_t best = 0;
  std::vector<Value> out;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t end = i;
    while (end < numbers.size() && guanxi::compare(numbers[end], numbers[i]) == 0) ++end;
    if (end - i > best) out.clear();
    if (end - i >= best) out.push_back(machine.memory().number(numbers[i]));
    best = std::max(best, end - i);
    i = end;
  }
  return machine.memory().list(out);
}

template <int wanted>
Value extreme(Machine& machine, Arguments arguments) {
  const Arguments items = items_of(arguments);
  if (items.empty()) return machine.null(empty_list, {machine.running()});
  Value best = items[0];
  for (const Value& item : items) {
    int order = 0;
    if (!machine.charge(1)) return {};
    if (!compare(item, best, order)) return machine.null(unlike_items, {machine.running()}, item);
    if (order == wanted) best = item;
  }
  return best;
}

// All true for `all`, any true for `any`; unsure where an item is neither.
template <bool decisive>
Value of_booleans(Machine& machine, Arguments arguments) {
  if (arguments.size() == 1 && arguments[0].null()) return machine.wrong_argument("list", "list<boolean>", arguments[0]);
  Value unsure = Value::of(!decisive);
  for (const Value& item : items_of(arguments)) {
    if (!item.is(Kind::boolean)) unsure = machine.wrong_argument("list", "list<boolean>", item);
    if (item.is(Kind::boolean) && item.is_true() == decisive) return item;
  }
  return unsure;
}

}  // namespace

std::span<const Builtin> statistic_functions() noexcept {
  static constexpr Builtin all[]{
      {"min", "list*", extreme<-1>},  {"max", "list*", extreme<1>},    {"sum", "list*", sum},
      {"mean", "list*", mean},        {"product", "list*", product},   {"median", "list*", median},
      {"stddev", "list*", stddev},    {"mode", "list*", mode},         {"all", "list*", of_booleans<false>},
      {"any", "list*", of_booleans<true>},
  };
  return all;
}

}  // namespace guanxi::feel
