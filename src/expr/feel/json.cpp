#include "expr/feel/json.h"

#include <nlohmann/json.hpp>

#include "expr/feel/machine.h"
#include "expr/feel/temporal.h"

namespace guanxi::feel {
namespace {

constexpr Message no_json{"feel.json", "This is no JSON object: byte {0} cannot be read.", "这不是 JSON 对象：第 {0} 字节无法识别。"};
constexpr Message deep_json{"feel.deep_json", "The JSON is nested more than {0} deep.", "JSON 嵌套超过 {0} 层。"};

// Builds values while the JSON is read, so that numbers keep the digits they are written with.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Builder(Memory& memory) : memory_(memory) {}

  bool null() override { return put({}); }
  bool boolean(bool b) override { return put(Value::of(b)); }
  bool number_integer(number_integer_t n) override { return put(Value::number(n)); }
  bool number_unsigned(number_unsigned_t n) override { return put(memory_.number(Decimal34{n, 0, false})); }
  bool number_float(number_float_t, const string_t& written) override {
    const auto number = Decimal34::parse(written);
    return put(number ? memory_.number(*number) : Value{});
  }
  bool string(string_t& s) override { return put(memory_.string(s)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(); }
  bool start_array(std::size_t) override { return open(); }
  bool key(string_t& key) override {
    open_.back().keys.push_back(memory_.keep(std::string_view(key)));
    return true;
  }
  bool end_object() override {
    const Level level = close();
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < level.items.size(); ++i) entries.push_back({level.keys[i], level.items[i]});
    return put(memory_.context(entries));
  }
  bool end_array() override { return put(memory_.list(close().items)); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    position_ = position;
    return false;
  }

  Value value;
  std::size_t position_ = 0;
  bool too_deep = false;
  static constexpr std::size_t greatest_depth = 200;

 private:
  struct Level {
    std::vector<std::string_view> keys;
    std::vector<Value> items;
  };

  bool put(const Value& v) {
    if (open_.empty()) {
      value = v;
    } else {
      open_.back().items.push_back(v);
    }
    return true;
  }
  bool open() {
    too_deep = open_.size() >= greatest_depth;
    open_.emplace_back();
    return !too_deep;
  }
  Level close() {
    Level out = std::move(open_.back());
    open_.pop_back();
    return out;
  }

  Memory& memory_;
  std::vector<Level> open_;
};

std::string json_quoted(std::string_view s) {
  return nlohmann::json(s).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

Result<Value> from_json(std::string_view json, Memory& memory) {
  Builder builder(memory);
  if (nlohmann::json::sax_parse(json.begin(), json.end(), &builder)) return builder.value;
  if (builder.too_deep) return Error(Code::limit, deep_json, {std::to_string(Builder::greatest_depth)});
  return Error(Code::invalid, no_json, {std::to_string(builder.position_)});
}

std::string json_of(const Value& value) {
  switch (value.kind) {
    case Kind::null: return "null";
    case Kind::boolean:
    case Kind::number: return text_of(value);
    case Kind::list: {
      std::string out = "[";
      for (const Value& item : value) out += (out.size() > 1 ? "," : "") + json_of(item);
      return out + "]";
    }
    case Kind::context: {
      std::string out = "{";
      for (std::uint32_t i = 0; i < value.size; ++i) {
        out += (i == 0 ? "" : ",") + json_quoted(value.entries[i].key) + ":" + json_of(value.entries[i].value);
      }
      return out + "}";
    }
    default: return json_quoted(text_of(value));
  }
}

Value read_as(const Value& value, const Type& type, Memory& memory, Zones& zones) {
  const bool temporal = type.form == Type::simple && type.kind >= Kind::date && type.kind <= Kind::months_duration;
  if (temporal && value.is(Kind::string)) {
    const auto read = parse_temporal(value.view(), zones, memory);
    return read && read->kind == type.kind ? *read : value;
  }
  if (type.form == Type::list && type.element != nullptr && value.is(Kind::list)) {
    std::vector<Value> items;
    for (const Value& item : value) items.push_back(read_as(item, *type.element, memory, zones));
    return memory.list(items);
  }
  if (type.form == Type::context && value.is(Kind::context)) {
    std::vector<Entry> entries(value.entries, value.entries + value.size);
    for (Entry& entry : entries) {
      if (const Type* const member = type.member(entry.key)) entry.value = read_as(entry.value, *member, memory, zones);
    }
    return memory.context(entries);
  }
  return value;
}

std::string reasons_of(const Value& null, Language language) {
  std::string out;
  for (const Reason* reason = null.null() ? null.reason : nullptr; reason != nullptr; reason = reason->cause) {
    const Error said(Code::invalid, *reason->message, {reason->arguments, reason->arguments + reason->count});
    out += (out.empty() ? "" : "\n") + said.text(language);
  }
  return out;
}

}  // namespace guanxi::feel
