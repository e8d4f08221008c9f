// Text as JSON writes it.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace guanxi {

// Appends the text as a JSON string (RFC 8259). It is UTF-8 already.
void append_json_string(std::string_view text, std::string& out);

// A JSON text that grows value by value; the commas come by themselves. What it was given stays the caller's.
class JsonText {
 public:
  // One value: an element of the open list, or the value of the name said last.
  JsonText& text(std::string_view value);
  JsonText& raw(std::string_view json);  // JSON already
  JsonText& flag(bool value) { return raw(value ? "true" : "false"); }
  template <std::integral Number>
  JsonText& number(Number value) {
    return raw(std::to_string(value));
  }
  JsonText& open(char bracket);
  JsonText& close(char bracket);

  // A member of the open object.
  JsonText& name(std::string_view name);
  JsonText& text(std::string_view name, std::string_view value) { return this->name(name).text(value); }
  JsonText& raw(std::string_view name, std::string_view json) { return this->name(name).raw(json); }
  JsonText& flag(std::string_view name, bool value) { return this->name(name).flag(value); }
  template <std::integral Number>
  JsonText& number(std::string_view name, Number value) {
    return this->name(name).number(value);
  }
  JsonText& decimals(std::string_view name, double value);  // two of them; 0.00 for what is no number

  // A list of all of a range: `write` gets each of them, inside an object of its own in `objects`.
  template <class All, class Write>
  JsonText& list(const All& all, Write&& write) {
    open('[');
    for (const auto& one : all) write(one);
    return close(']');
  }
  template <class All, class Write>
  JsonText& objects(const All& all, Write&& write) {
    return list(all, [&](const auto& one) {
      open('{');
      write(one);
      close('}');
    });
  }
  template <class All>
  JsonText& texts(const All& all) {
    return list(all, [this](const auto& one) { text(one); });
  }

  std::string take() { return std::move(out_); }

 private:
  void separate();
  std::string out_;
  bool first_ = true;
};

}  // namespace guanxi
