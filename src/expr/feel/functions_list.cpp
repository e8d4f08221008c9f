#include <algorithm>

#include "expr/feel/functions.h"

namespace guanxi::feel {
namespace {

constexpr Message no_place{"feel.no_place", "{0}: the list of {1} items has no place {2}.", "{0}：共 {1} 项的列表没有位置 {2}。"};
constexpr Message no_answer{"feel.precedes", "{0}: the function must answer true or false.", "{0}：函数必须返回真或假。"};

#define FEEL_WANT_LIST(variable, index)                                                                          \
  if (arguments[index].null()) return machine.wrong_argument("list", "list", arguments[index]);                 \
  const Arguments variable = items_of(arguments[index])

bool same(const Value& a, const Value& b) { return equal(a, b).is_true(); }

bool holds(Arguments items, const Value& wanted) {
  return std::any_of(items.begin(), items.end(), [&](const Value& item) { return same(item, wanted); });
}

// A place counted from 1, or from the end when negative, as an index; the list's size when there is no such place.
std::size_t index_of_place(Arguments items, const Value& place) {
  const auto size = static_cast<std::int64_t>(items.size());
  std::int64_t at = place.number().truncated().value_or(0);
  if (at < 0) at += size + 1;
  return at < 1 || at > size ? items.size() : static_cast<std::size_t>(at - 1);
}

Value missing(Machine& machine, Arguments items, const Value& place) {
  return machine.null(no_place, {machine.running(), std::to_string(items.size()), text_of(place)});
}

Value list_contains(Machine& machine, Arguments arguments) {
  FEEL_WANT_LIST(items, 0);
  return Value::of(holds(items, arguments[1]));
}

Value count(Machine& machine, Arguments arguments) {
  FEEL_WANT_LIST(items, 0);
  return Value::number(static_cast<std::int64_t>(items.size()));
}

Value sublist(Machine& machine, Arguments arguments) {
  FEEL_WANT_LIST(items, 0);
  FEEL_WANT(place, 1, Kind::number, "start position");
  const std::size_t start = index_of_place(items, place);
  if (start == items.size()) return missing(machine, items, place);
  std::size_t size = items.size() - start;
  if (given(arguments, 2)) {
    FEEL_WANT(wanted, 2, Kind::number, "length");
    const std::int64_t length = wanted.number().truncated().value_or(-1);
    if (length < 1 || static_cast<std::size_t>(length) > size) return missing(machine, items, wanted);
    size = static_cast<std::size_t>(length);
  }
  return machine.memory().list(items.subspan(start, size));
}

Value append(Machine& machine, Arguments arguments) {
  FEEL_WANT_LIST(items, 0);
  std::vector<Value> out(items.begin(), items.end());
  out.insert(out.end(), arguments.begin() + 1, arguments.end());
  if (!machine.charge(static_cast<std::int64_t>(out.size()) / 16)) return {};
  return machine.memory().list(out);
}

bool join_lists(Machine& machine, Arguments lists, std::vector<Value>& out, const Value*& fault) {
  for (const Value& list : lists) {
    if (list.null()) return fault = &list, false;
    const Arguments items = items_of(list);
    out.insert(out.end(), items.begin(), items.end());
    if (!machine.charge(1 + static_cast<std::int64_t>(items.size()) / 16)) return fault = &list, false;
  }
  return true;
}

Value concatenate(Machine& machine, Arguments arguments) {
  std::vector<Value> out;
  const Value* fault = nullptr;
  if (!join_lists(machine, arguments, out, fault)) return machine.wrong_argument("list", "list", *fault);
  return machine.memory().list(out);
}

Value without_doubles(Machine& machine, Arguments items) {
  std::vector<Value> out;
  for (const Value& item : items) {
    if (!machine.charge(1 + static_cast<std::int64_t>(out.size()) / 8)) return {};
    if (!holds(out, item)) out.push_back(item);
  }
  return machine.memory().list(out);
}

Value union_of(Machine& machine, Arguments arguments) {
  std::vector<Value> out;
  const Value* fault = nullptr;
  if (!join_lists(machine, arguments, out, fault)) return machine.wrong_argument("list", "list", *fault);
  return without_doubles(machine, out);
}

Value distinct_values(Machine& machine, Arguments arguments) {
  FEEL_WANT_LIST(items, 0);
  return without_doubles(machine, items);
}

Value insert_before(Machine& machine, Arguments arguments) {
  FEEL_WANT_LIST(items, 0);
  FEEL_WANT(place, 1, Kind::number, "position");
  const std::size_t at = index_of_place(items, place);
  if (at == items.size()) return missing(machine, items, place);
  std::vector<Value> out(items.begin(), items.end());
  out.insert(out.begin() + static_cast<std::ptrdiff_t>(at), arguments[2]);
  return machine.memory().list(out);
}

Value remove(Machine& machine, Arguments arguments) {
  FEEL_WANT_LIST(items, 0);
  FEEL_WANT(place, 1, Kind::number, "position");
  const std::size_t at = index_of_place(items, place);
  if (at == items.size()) return missing(machine, items, place);
  std::vector<Value> out(items.begin(), items.end());
  out.erase(out.begin() + static_cast<std::ptrdiff_t>(at));
  return machine.memory().list(out);
}

Value list_replace(Machine& machine, Arguments arguments) {
  FEEL_WANT_LIST(items, 0);
  std::vector<Value> out(items.begin(), items.end());
  if (arguments[1].is(Kind::function)) {
    for (Value& item : out) {
      const Value pair[]{item, arguments[2]};
      const Value chosen = machine.call(arguments[1], pair);
      if (!chosen.is(Kind::boolean)) return machine.null(no_answer, {"list replace"}, chosen);
      if (chosen.is_true()) item = arguments[2];
    }
    return machine.memory().list(out);
  }
  FEEL_WANT(place, 1, Kind::number, "position");
  const std::size_t at = index_of_place(items, place);
  if (at == items.size()) return missing(machine, items, place);
  out[at] = arguments[2];
  return machine.memory().list(out);
}

Value reverse(Machine& machine, Arguments arguments) {
  FEEL_WANT_LIST(items, 0);
  return machine.memory().list(std::vector<Value>(items.rbegin(), items.rend()));
}

Value index_of(Machine& machine, Arguments arguments) {
  FEEL_WANT_LIST(items, 0);
  std::vector<Value> out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (same(items[i], arguments[1])) out.push_back(Value::number(static_cast<std::int64_t>(i + 1)));
  }
  return machine.memory().list(out);
}

// What is in lists in lists; steps were charged by the weight of the whole.
void flatten_into(Arguments items, std::vector<Value>& out) {
  for (const Value& item : items) {
    if (item.is(Kind::list)) {
      flatten_into(items_of(item), out);
    } else {
      out.push_back(item);
    }
  }
}

Value flatten(Machine& machine, Arguments arguments) {
  FEEL_WANT_LIST(items, 0);
  std::vector<Value> out;
  if (!machine.charge(steps_through(arguments[0]))) return {};
  flatten_into(items, out);
  return machine.memory().list(out);
}

Value sort(Machine& machine, Arguments arguments) {
  FEEL_WANT_LIST(items, 0);
  std::vector<Value> out(items.begin(), items.end());
  Value fault;
  bool failed = false;
  const auto before = [&](const Value& a, const Value& b) {
    if (failed) return false;
    int order = 0;
    const Value pair[]{a, b};
    const Value answer = given(arguments, 1) ? machine.call(arguments[1], pair) : compare(a, b, order) ? Value::of(order < 0) : Value{};
    failed = !answer.is(Kind::boolean);
    if (failed) fault = answer;
    return answer.is_true();
  };
  std::stable_sort(out.begin(), out.end(), before);
  return failed ? machine.null(no_answer, {"sort"}, fault) : machine.memory().list(out);
}

}  // namespace

std::span<const Builtin> list_functions() noexcept {
  static constexpr Builtin all[]{
      {"list contains", "list,element", list_contains},
      {"count", "list", count},
      {"sublist", "list,start position,length?", sublist},
      {"append", "list,item*", append},
      {"concatenate", "list*", concatenate},
      {"union", "list*", union_of},
      {"distinct values", "list", distinct_values},
      {"insert before", "list,position,newItem", insert_before},
      {"remove", "list,position", remove},
      {"list replace", "list,position,newItem|list,match,newItem", list_replace},
      {"reverse", "list", reverse},
      {"index of", "list,match", index_of},
      {"flatten", "list", flatten},
      {"sort", "list,precedes?", sort},
  };
  return all;
}

}  // namespace guanxi::feel
