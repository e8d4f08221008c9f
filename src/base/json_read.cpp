#include "base/json_read.h"

#include <nlohmann/json.hpp>

namespace guanxi {
namespace {

using Json = nlohmann::json;
using Each = FunctionRef<bool(const std::string& name, const JsonValue& value)>;

// The parser's events, at three depths: the object, a member's list or object, and what lies deeper and is not understood.
// A tree is avoided, since taking one down needs memory.
class Members final : public nlohmann::json_sax<Json> {
 public:
  explicit Members(Each each) : each_(each) {}

  bool whole() const noexcept { return started_ && !malformed_; }

  bool null() override {
    JsonValue value;
    value.kind = depth_ == 1 ? JsonValue::Kind::null : JsonValue::Kind::other;
    value.text = "null";
    return scalar(std::move(value));
  }
  bool boolean(bool given) override {
    JsonValue value;
    value.kind = JsonValue::Kind::boolean;
    value.boolean = given;
    value.text = given ? "true" : "false";
    return scalar(std::move(value));
  }
  bool number_integer(number_integer_t number) override {
    JsonValue value;
    value.kind = JsonValue::Kind::integer;
    value.integer = number;
    value.text = std::to_string(number);
    return scalar(std::move(value));
  }
  bool number_unsigned(number_unsigned_t number) override {
    if (number <= INT64_MAX) return number_integer(static_cast<std::int64_t>(number));
    return other(std::to_string(number));
  }
  bool number_float(number_float_t, const string_t& written) override { return other(written); }
  bool string(string_t& text) override {
    JsonValue value;
    value.kind = JsonValue::Kind::text;
    value.text = std::move(text);
    return scalar(std::move(value));
  }
  bool binary(binary_t&) override { return other({}); }

  bool start_object(std::size_t) override { return open(JsonValue::Kind::members, "{"); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(JsonValue::Kind::texts, "["); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    (depth_ == 1 ? name_ : inner_name_) = std::move(name);
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    malformed_ = true;
    return false;
  }

 private:
  bool other(std::string written) {
    JsonValue value;
    value.kind = JsonValue::Kind::other;
    value.text = std::move(written);
    return scalar(std::move(value));
  }

  bool scalar(JsonValue&& value) {
    if (depth_ == 0) return false;
    if (depth_ == 1) return each_(name_, value);
    if (depth_ > 2 || value.kind != JsonValue::Kind::text) {
      nested_.kind = JsonValue::Kind::other;
    } else if (nested_.kind == JsonValue::Kind::texts) {
      nested_.texts.push_back(std::move(value.text));
    } else if (nested_.kind == JsonValue::Kind::members) {
      nested_.members.emplace_back(std::move(inner_name_), std::move(value.text));
    }
    return true;
  }

  bool open(JsonValue::Kind kind, const char* bracket) {
    if (depth_ == 0) {
      started_ = kind == JsonValue::Kind::members;
      ++depth_;
      return started_;
    }
    if (depth_ == 1) {
      nested_ = JsonValue{};
      nested_.kind = kind;
      nested_.text = bracket;
      nested_.text += "...";
    } else {
      nested_.kind = JsonValue::Kind::other;
    }
    ++depth_;
    return depth_ < deepest;
  }

  bool close() {
    --depth_;
    return depth_ != 1 || each_(name_, nested_);
  }

  static constexpr int deepest = 32;

  Each each_;
  int depth_ = 0;
  bool started_ = false;
  bool malformed_ = false;
  std::string name_, inner_name_;
  JsonValue nested_;
};

}  // namespace

const std::string* JsonValue::find(std::string_view name) const noexcept {
  for (const auto& [key, value] : members)
    if (key == name) return &value;
  return nullptr;
}

bool read_json_object(std::string_view json, FunctionRef<bool(const std::string& name, const JsonValue& value)> each) {
  Members members(each);
  Json::sax_parse(json, &members);
  return members.whole();
}

}  // namespace guanxi
