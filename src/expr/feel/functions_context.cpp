#include <algorithm>

#include "expr/feel/functions.h"

namespace guanxi::feel {
namespace {

constexpr Message no_key{"feel.no_key", "{0}: the context has no entry “{1}”.", "{0}：上下文没有条目“{1}”。"};
constexpr Message no_entry{"feel.no_entry", "context: an entry needs a text under “key” and something under “value”.", "context：条目必须在“key”下有文本，在“value”下有值。"};
constexpr Message same_key{"feel.same_key", "context: the key “{0}” stands twice.", "context：键“{0}”出现了两次。"};
constexpr Message no_keys{"feel.no_keys", "context put: the list of keys is empty.", "context put：键列表为空。"};

Value get_value(Machine& machine, Arguments arguments) {
  FEEL_WANT(context, 0, Kind::context, "m");
  FEEL_WANT(key, 1, Kind::string, "key");
  const Value* const found = find(context, key.view());
  return found == nullptr ? machine.null(no_key, {"get value", key.view()}) : *found;
}

Value get_entries(Machine& machine, Arguments arguments) {
  FEEL_WANT(context, 0, Kind::context, "m");
  std::vector<Value> out;
  for (std::uint32_t i = 0; i < context.size; ++i) {
    const Entry pair[]{{"key", Value::string(context.entries[i].key)}, {"value", context.entries[i].value}};
    out.push_back(machine.memory().context(pair));
  }
  return machine.memory().list(out);
}

Value context_of(Machine& machine, Arguments arguments) {
  if (arguments[0].null()) return machine.wrong_argument("entries", "list<context>", arguments[0]);
  std::vector<Entry> out;
  for (const Value& item : items_of(arguments[0])) {
    if (!machine.charge(1 + static_cast<std::int64_t>(out.size()) / 8)) return {};
    const Value* const key = item.is(Kind::context) ? find(item, "key") : nullptr;
    const Value* const value = item.is(Kind::context) ? find(item, "value") : nullptr;
    if (key == nullptr || value == nullptr || !key->is(Kind::string)) return machine.null(no_entry, {}, item);
    const bool twice = std::any_of(out.begin(), out.end(), [&](const Entry& e) { return e.key == key->view(); });
    if (twice) return machine.null(same_key, {key->view()});
    out.push_back({key->view(), *value});
  }
  return machine.memory().context(out);
}

Value with_entry(Machine& machine, const Value& context, std::string_view key, const Value& value) {
  std::vector<Entry> out(context.entries, context.entries + context.size);
  const auto found = std::find_if(out.begin(), out.end(), [&](const Entry& e) { return e.key == key; });
  if (found == out.end()) {
    out.push_back({key, value});
  } else {
    found->value = value;
  }
  if (!machine.charge(1 + static_cast<std::int64_t>(out.size()) / 8)) return {};
  return machine.memory().context(out);
}

Value put_deep(Machine& machine, const Value& context, Arguments keys, const Value& value) {
  if (!context.is(Kind::context)) return machine.wrong_argument("context", "context", context);
  if (!keys[0].is(Kind::string)) return machine.wrong_argument("keys", "list<string>", keys[0]);
  if (keys.size() == 1) return with_entry(machine, context, keys[0].view(), value);
  const Value* const inner = find(context, keys[0].view());
  const Value changed = put_deep(machine, inner == nullptr ? machine.memory().context({}) : *inner, keys.subspan(1), value);
  return changed.null() ? changed : with_entry(machine, context, keys[0].view(), changed);
}

Value context_put(Machine& machine, Arguments arguments) {
  FEEL_WANT(context, 0, Kind::context, "context");
  if (arguments.size() == 4) {  // named: key, not keys
    FEEL_WANT(key, 3, Kind::string, "key");
    return with_entry(machine, context, key.view(), arguments[2]);
  }
  const Arguments keys = items_of(arguments[1]);
  if (keys.empty()) return machine.null(no_keys);
  if (keys.size() > 100) return machine.wrong_argument("keys", "list<string>", arguments[1]);
  return put_deep(machine, context, keys, arguments[2]);
}

Value context_merge(Machine& machine, Arguments arguments) {
  if (arguments[0].null()) return machine.wrong_argument("contexts", "list<context>", arguments[0]);
  Value out = machine.memory().context({});
  for (const Value& item : items_of(arguments[0])) {
    if (!item.is(Kind::context)) return machine.wrong_argument("contexts", "list<context>", item);
    for (std::uint32_t i = 0; i < item.size; ++i) out = with_entry(machine, out, item.entries[i].key, item.entries[i].value);
  }
  return out;
}

}  // namespace

std::span<const Builtin> context_functions() noexcept {
  static constexpr Builtin all[]{
      {"get value", "m,key", get_value},
      {"get entries", "m", get_entries},
      {"context", "entries", context_of},
      {"context put", "context,keys,value|!context,?,value,key", context_put},
      {"context merge", "contexts", context_merge},
  };
  return all;
}

}  // namespace guanxi::feel
