#include <algorithm>

#include "base/text/unicode.h"
#include "expr/feel/functions.h"
#include "expr/feel/regex.h"
#include "guanxi/text.h"

namespace guanxi::feel {
namespace {

constexpr Message bad_start{"feel.start", "substring: the text has no character {0}.", "substring：文本没有第 {0} 个字符。"};

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::int64_t length_of(std::string_view s) { return std::count_if(s.begin(), s.end(), begins_character); }

// The byte where character `n` begins, counted from 0; the end when there are fewer.
std::size_t byte_of(std::string_view s, std::int64_t n) {
  std::size_t at = 0;
  for (; at < s.size(); ++at) {
    if (begins_character(s[at]) && n-- == 0) return at;
  }
  return at;
}

Value string_length(Machine& machine, Arguments arguments) {
  FEEL_WANT(s, 0, Kind::string, "string");
  return Value::number(length_of(s.view()));
}

Value substring(Machine& machine, Arguments arguments) {
  FEEL_WANT(s, 0, Kind::string, "string");
  FEEL_WANT(place, 1, Kind::number, "start position");
  const std::int64_t length = length_of(s.view());
  std::int64_t start = place.number().truncated().value_or(0);
  std::int64_t count = length;
  if (given(arguments, 2)) {
    FEEL_WANT(wanted, 2, Kind::number, "length");
    count = wanted.number().truncated().value_or(length);
    if (count < 1) return machine.wrong_argument("length", "1…", wanted);
  }
  if (start < 0) start += length + 1;
  if (start < 1 || start > length) return machine.null(bad_start, {text_of(place)});
  const std::size_t from = byte_of(s.view(), start - 1);
  const std::string_view rest = s.view().substr(from);
  return Value::string(rest.substr(0, byte_of(rest, count)));
}

template <void (*change)(std::string&, char32_t)>
Value changed(Machine& machine, Arguments arguments) {
  FEEL_WANT(s, 0, Kind::string, "string");
  std::string out;
  for (std::size_t at = 0; at < s.size;) change(out, text::next(s.view(), at));
  return machine.text(out);
}

constexpr char32_t sharp_s = 0xDF;  // whose capitals are two letters

void upper(std::string& out, char32_t c) {
  if (c == sharp_s) {
    out += "SS";
  } else {
    text::append(out, text::upper(c));
  }
}
void lower(std::string& out, char32_t c) { text::append(out, text::lower(c)); }

Value substring_before(Machine& machine, Arguments arguments) {
  FEEL_WANT(s, 0, Kind::string, "string");
  FEEL_WANT(match, 1, Kind::string, "match");
  const std::size_t at = s.view().find(match.view());
  return Value::string(at == std::string_view::npos ? std::string_view() : s.view().substr(0, at));
}

Value substring_after(Machine& machine, Arguments arguments) {
  FEEL_WANT(s, 0, Kind::string, "string");
  FEEL_WANT(match, 1, Kind::string, "match");
  const std::size_t at = s.view().find(match.view());
  return Value::string(at == std::string_view::npos ? std::string_view() : s.view().substr(at + match.size));
}

Value contains_text(Machine& machine, Arguments arguments) {
  FEEL_WANT(s, 0, Kind::string, "string");
  FEEL_WANT(match, 1, Kind::string, "match");
  return Value::of(s.view().find(match.view()) != std::string_view::npos);
}

Value starts_with(Machine& machine, Arguments arguments) {
  FEEL_WANT(s, 0, Kind::string, "string");
  FEEL_WANT(match, 1, Kind::string, "match");
  return Value::of(s.view().starts_with(match.view()));
}

Value ends_with(Machine& machine, Arguments arguments) {
  FEEL_WANT(s, 0, Kind::string, "string");
  FEEL_WANT(match, 1, Kind::string, "match");
  return Value::of(s.view().ends_with(match.view()));
}

std::optional<std::string_view> flags_in(Arguments arguments, std::size_t i) {
  if (!given(arguments, i)) return std::string_view();
  const Value& flags = single(arguments[i], Kind::string);
  return flags.is(Kind::string) ? std::optional(flags.view()) : std::nullopt;
}

Value matches(Machine& machine, Arguments arguments) {
  FEEL_WANT(input, 0, Kind::string, "input");
  FEEL_WANT(pattern, 1, Kind::string, "pattern");
  const auto flags = flags_in(arguments, 2);
  if (!flags) return machine.wrong_argument("flags", "string", arguments[2]);
  return regex_matches(machine, input.view(), pattern.view(), *flags);
}

Value replace(Machine& machine, Arguments arguments) {
  FEEL_WANT(input, 0, Kind::string, "input");
  FEEL_WANT(pattern, 1, Kind::string, "pattern");
  FEEL_WANT(replacement, 2, Kind::string, "replacement");
  const auto flags = flags_in(arguments, 3);
  if (!flags) return machine.wrong_argument("flags", "string", arguments[3]);
  return regex_replace(machine, input.view(), pattern.view(), replacement.view(), *flags);
}

Value split(Machine& machine, Arguments arguments) {
  FEEL_WANT(input, 0, Kind::string, "string");
  FEEL_WANT(delimiter, 1, Kind::string, "delimiter");
  return regex_split(machine, input.view(), delimiter.view());
}

Value string_join(Machine& machine, Arguments arguments) {
  if (arguments[0].null()) return machine.wrong_argument("list", "list", arguments[0]);
  std::string_view delimiter;
  if (given(arguments, 1)) {
    FEEL_WANT(wanted, 1, Kind::string, "delimiter");
    delimiter = wanted.view();
  }
  std::string out;
  bool first = true;
  for (const Value& item : items_of(arguments[0])) {
    if (item.null()) continue;
    if (!item.is(Kind::string)) return machine.wrong_argument("list", "list<string>", item);
    if (!first) out += delimiter;
    first = false;
    out += item.view();
    if (!machine.charge(1 + static_cast<std::int64_t>(item.size) / 64)) return {};
  }
  return machine.text(out);
}

}  // namespace

std::span<const Builtin> string_functions() noexcept {
  static constexpr Builtin all[]{
      {"string length", "string", string_length},
      {"substring", "string,start position,length?", substring},
      {"upper case", "string", changed<upper>},
      {"lower case", "string", changed<lower>},
      {"substring before", "string,match", substring_before},
      {"substring after", "string,match", substring_after},
      {"contains", "string,match", contains_text},
      {"starts with", "string,match", starts_with},
      {"ends with", "string,match", ends_with},
      {"matches", "input,pattern,flags?", matches},
      {"replace", "input,pattern,replacement,flags?", replace},
      {"split", "string,delimiter", split},
      {"string join", "list,delimiter?", string_join},
  };
  return all;
}

}  // namespace guanxi::feel
