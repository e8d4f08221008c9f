#define PCRE2_CODE_UNIT_WIDTH 8
#include "expr/feel/regex.h"

#include <pcre2.h>

#include <memory>

#include "base/plain.h"

namespace guanxi::feel {
namespace {

constexpr Message bad_pattern{"feel.pattern", "{0}: “{1}” with the flags “{2}” is no regular expression.", "{0}：“{1}”（标志“{2}”）不是正则表达式。"};
constexpr Message bad_replacement{"feel.replacement", "replace: “{0}” is no replacement; write \\$ for a dollar sign and \\\\ for a backslash.",
                                  "replace：“{0}”不是合法的替换文本；美元符号写作 \\$，反斜杠写作 \\\\。"};
constexpr Message matches_nothing{"feel.matches_nothing", "{0}: “{1}” matches the empty text, so there is no telling how often.",
                                  "{0}：“{1}”能匹配空文本，无法确定次数。"};
constexpr Message too_much{"feel.backtracking", "{0}: “{1}” takes too long on this text.", "{0}：“{1}”在此文本上耗时过长。"};

constexpr std::uint32_t most_matching = 1'000'000, most_depth = 10'000, most_kilobytes = 20'000;

struct Free {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

class Regex {
 public:
  Regex(std::string_view pattern, std::string_view flags) {
    const auto translated = translated_pattern(pattern, flags);
    if (!translated) return;
    std::uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C;
    if (flags.find('i') != std::string_view::npos) options |= PCRE2_CASELESS;
    if (flags.find('m') != std::string_view::npos) options |= PCRE2_MULTILINE;
    int fault = 0;
    std::size_t place = 0;
    code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(translated->data()), translated->size(), options, &fault, &place, nullptr));
    if (!code_) return;
    data_.reset(pcre2_match_data_create_from_pattern(code_.get(), nullptr));
    context_.reset(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(context_.get(), most_matching);
    pcre2_set_depth_limit(context_.get(), most_depth);
    pcre2_set_heap_limit(context_.get(), most_kilobytes);
  }

  explicit operator bool() const { return code_ != nullptr; }

  // How many groups matched from `start` on; 0 for none, below 0 when it took too long.
  int match(std::string_view input, std::size_t start) {
    const int found = pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(input.data()), input.size(), start, 0, data_.get(), context_.get());
    return found == PCRE2_ERROR_NOMATCH ? 0 : found;
  }
  std::string_view group(std::string_view input, std::size_t n) const {
    const std::size_t* const ends = pcre2_get_ovector_pointer(data_.get());
    if (n >= pcre2_get_ovector_count(data_.get()) || ends[2 * n] == PCRE2_UNSET) return {};
    return input.substr(ends[2 * n], ends[2 * n + 1] - ends[2 * n]);
  }
  std::size_t groups() const { return pcre2_get_ovector_count(data_.get()); }

 private:
  std::unique_ptr<pcre2_code, Free> code_;
  std::unique_ptr<pcre2_match_data, Free> data_;
  std::unique_ptr<pcre2_match_context, Free> context_;
};

// "$1" by what matched; false when the replacement is none.
bool append_replacement(const Regex& regex, std::string_view input, std::string_view replacement, std::string& out) {
  for (std::size_t i = 0; i < replacement.size(); ++i) {
    const char next = i + 1 < replacement.size() ? replacement[i + 1] : '\0';
    if (replacement[i] == '\\') {
      if (next != '\\' && next != '$') return false;
      out += next;
      ++i;
    } else if (replacement[i] == '$') {
      if (!is_digit(next)) return false;
      auto n = static_cast<std::size_t>(next - '0');
      ++i;
      while (i + 1 < replacement.size() && is_digit(replacement[i + 1])) {
        const std::size_t longer = n * 10 + static_cast<std::size_t>(replacement[i + 1] - '0');
        if (longer >= regex.groups()) break;
        n = longer;
        ++i;
      }
      out += regex.group(input, n);
    } else {
      out += replacement[i];
    }
  }
  return true;
}

// Calls `found` with what stands before each match; false when it stopped early, `fault` tells why.
template <class F>
bool each_match(Machine& machine, Regex& regex, std::string_view input, std::string_view pattern, Value& fault, std::size_t& end, F&& found) {
  end = 0;
  while (end <= input.size()) {
    const int groups = regex.match(input, end);
    if (groups < 0) return fault = machine.null(too_much, {machine.running(), pattern}), false;
    if (groups == 0 || !machine.charge(10)) return true;
    const std::string_view whole = regex.group(input, 0);
    const auto start = static_cast<std::size_t>(whole.data() - input.data());
    if (!found(input.substr(end, start - end))) return false;
    end = start + whole.size();
  }
  return true;
}

}  // namespace

Value regex_matches(Machine& machine, std::string_view input, std::string_view pattern, std::string_view flags) {
  Regex regex(pattern, flags);
  if (!regex) return machine.null(bad_pattern, {machine.running(), pattern, flags});
  const int groups = regex.match(input, 0);
  if (groups < 0) return machine.null(too_much, {machine.running(), pattern});
  return Value::of(groups > 0);
}

Value regex_replace(Machine& machine, std::string_view input, std::string_view pattern, std::string_view replacement,
                    std::string_view flags) {
  Regex regex(pattern, flags);
  if (!regex) return machine.null(bad_pattern, {machine.running(), pattern, flags});
  if (regex.match({}, 0) > 0) return machine.null(matches_nothing, {machine.running(), pattern});
  std::string out;
  std::size_t end = 0;
  Value fault = machine.null(bad_replacement, {replacement});
  const bool done = each_match(machine, regex, input, pattern, fault, end, [&](std::string_view before) {
    out += before;
    return append_replacement(regex, input, replacement, out);
  });
  return done ? machine.text(out.append(input.substr(end))) : fault;
}

Value regex_split(Machine& machine, std::string_view input, std::string_view pattern) {
  Regex regex(pattern, {});
  if (!regex) return machine.null(bad_pattern, {machine.running(), pattern, std::string_view()});
  if (regex.match({}, 0) > 0) return machine.null(matches_nothing, {machine.running(), pattern});
  std::vector<Value> parts;
  std::size_t end = 0;
  Value fault;
  const bool done = each_match(machine, regex, input, pattern, fault, end, [&](std::string_view before) {
    parts.push_back(Value::string(before));
    return true;
  });
  if (!done) return fault;
  parts.push_back(Value::string(input.substr(end)));
  return machine.memory().list(parts);
}

}  // namespace guanxi::feel
