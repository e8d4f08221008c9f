#include "base/numeral.h"

#include <array>

#include "base/check.h"
#include "base/checked.h"
#include "base/excerpt.h"
#include "base/plain.h"

namespace guanxi {
namespace {

constexpr Message number_form{"number.form", "“{0}” is not a number: write it as 1234.50.",
                            "“{0}”不是数字，请写成 1234.50 这样的形式。"};
constexpr Message unclear{
    "number.unclear",
    "“{0}” can be read as different numbers: write it without thousands marks, and with a point before the decimals "
    "(1234.50).",
    "“{0}”可以读成不同的数字：请去掉千分位符号，小数点用“.”（例如 1234.50）。"};
constexpr Message large{"number.large", "“{0}” is too large: numbers end at 9223372036854775807 of their smallest unit.",
                        "“{0}”过大：最多为 9223372036854775807 个最小单位。"};

constexpr std::string_view group_marks = ", '";

// Digits, one after the other, into a numeral.
class Accumulator {
 public:
  // False when a digit before the point does not fit any more.
  bool add_whole(char digit) noexcept { return append(digit, 0); }

  void add_fraction(char digit) noexcept {
    ++number_.written_scale;
    ++zeros_;
    if (digit == '0') return;
    const int zeros = zeros_ - 1;
    zeros_ = 0;
    if (!append(digit, zeros)) {
      number_.scale = boundless_scale;
    } else if (number_.scale != boundless_scale) {
      number_.scale += zeros + 1;
    }
  }

  const Numeral& number() const noexcept { return number_; }

 private:
  bool append(char digit, int zeros) noexcept {
    constexpr auto last_power = static_cast<int>(powers_of_ten.size()) - 1;
    const auto value = static_cast<std::uint64_t>(digit - '0');
    if (number_.coefficient == 0) {
      number_.coefficient = value;
      return true;
    }
    if (zeros + 1 > last_power) return false;
    const auto shifted = multiply(number_.coefficient, powers_of_ten[static_cast<std::size_t>(zeros) + 1]);
    if (!shifted || *shifted > std::numeric_limits<std::uint64_t>::max() - value) return false;
    number_.coefficient = *shifted + value;
    return true;
  }

  Numeral number_;
  int zeros_ = 0;  // behind the point and not yet counted
};

bool add_all(Accumulator& sum, std::string_view whole, std::string_view fraction) noexcept {
  for (const char c : whole) {
    if (is_digit(c) && !sum.add_whole(c)) return false;
  }
  for (const char c : fraction) sum.add_fraction(c);
  return true;
}

// One to three digits, then groups of three behind one kind of mark; or no mark at all.
bool is_grouped(std::string_view whole) noexcept {
  const std::size_t first = whole.find_first_of(group_marks);
  if (first == std::string_view::npos) return true;
  if (first == 0 || first > 3 || whole.size() % 4 != first) return false;
  for (std::size_t at = first; at < whole.size(); at += 4) {
    if (whole[at] != whole[first]) return false;
    for (std::size_t i = 1; i <= 3; ++i) {
      if (!is_digit(whole[at + i])) return false;
    }
  }
  return true;
}

// The number in `digits`, of which `text` is what the user wrote.
Result<Numeral> read_digits(std::string_view digits, std::string_view text) {
  const std::size_t point = digits.find('.');
  const std::string_view whole = digits.substr(0, point);
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view() : digits.substr(point + 1);
  if (point != std::string_view::npos && fraction.empty()) return not_a_number(text);
  const bool clear = is_grouped(whole) && fraction.find_first_not_of("0123456789") == std::string_view::npos;
  if (!clear) return Error(Code::invalid, unclear, {excerpt(text)});
  Accumulator sum;
  if (!add_all(sum, whole, fraction)) return number_too_large(text);
  return sum.number();
}

struct Multiplier {
  std::string_view word;
  int zeros;
};

constexpr auto multipliers = std::to_array<Multiplier>(
    {{"十", 1}, {"百", 2}, {"千", 3}, {"仟", 3}, {"万", 4}, {"萬", 4}, {"亿", 8}, {"億", 8}});

// Cuts the multipliers off the front of `words` and returns the zeros for which they stand.
int take_multipliers(std::string_view& words) noexcept {
  int zeros = 0;
  for (std::size_t i = 0; i < multipliers.size();) {
    if (take(words, multipliers[i].word)) {
      zeros += multipliers[i].zeros;
      i = 0;
    } else {
      ++i;
    }
  }
  return zeros;
}

// How many characters at `first` belong to the number: digits, and marks that stand before a digit.
std::size_t extent(std::string_view text, std::size_t first) noexcept {
  std::size_t end = first;
  for (std::size_t at = first; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      end = at + 1;
    } else if (text[at] != '.' && group_marks.find(text[at]) == std::string_view::npos) {
      break;
    }
  }
  return end - first;
}

// Cuts the signs off both ends of what stands before a number, and a minus off the front of what stands behind it.
// Returns how many there were.
int take_signs(std::string_view& before, std::string_view& after, bool& negative) noexcept {
  int signs = 0;
  const auto is_sign = [&](char c, std::string_view which) {
    if (which.find(c) == std::string_view::npos) return false;
    ++signs;
    negative = negative || c == '-';
    return true;
  };
  if (!before.empty() && is_sign(before.front(), "-+")) before = trim(before.substr(1));
  if (!before.empty() && is_sign(before.back(), "-+")) before = trim(before.substr(0, before.size() - 1));
  if (!after.empty() && is_sign(after.front(), "-")) after = trim(after.substr(1));
  return signs;
}

// "(12)" → "12"
bool take_brackets(std::string_view& text) noexcept {
  if (text.size() < 2 || text.front() != '(' || text.back() != ')') return false;
  text = trim(text.substr(1, text.size() - 2));
  return true;
}

}  // namespace

Error not_a_number(std::string_view text) { return Error(Code::invalid, number_form, {excerpt(text)}); }
Error number_too_large(std::string_view text) { return Error(Code::invalid, large, {excerpt(text)}); }

Fit fit(const Numeral& number, int scale, std::int64_t& units) noexcept {
  units = 0;
  if (number.coefficient == 0) return Fit::exact;
  const int zeros = scale - number.scale;
  if (zeros < 0) return Fit::too_fine;
  if (zeros >= static_cast<int>(powers_of_ten.size())) return Fit::too_large;
  const auto magnitude = multiply(number.coefficient, powers_of_ten[static_cast<std::size_t>(zeros)]);
  const auto value = magnitude ? signed_of(*magnitude, number.negative) : std::nullopt;
  if (!value) return Fit::too_large;
  units = *value;
  return Fit::exact;
}

Result<WrittenNumber> read_number(std::string_view plain_text) {
  std::string_view text = plain_text;
  const bool brackets = take_brackets(text);
  std::size_t first = text.find_first_of("0123456789");
  if (first == std::string_view::npos) return not_a_number(plain_text);
  const bool bare_point = first > 0 && text[first - 1] == '.' && (first == 1 || !is_letter(text[first - 2]));
  if (bare_point) --first;
  const std::size_t size = extent(text, first);

  WrittenNumber out;
  GUANXI_ASSIGN(out.number, read_digits(text.substr(first, size), plain_text));
  out.before = trim(text.substr(0, first));
  out.after = trim(text.substr(first + size));
  if (out.after.find_first_of("0123456789") != std::string_view::npos) return not_a_number(plain_text);

  bool negative = brackets;
  const int signs = take_signs(out.before, out.after, negative);
  if (signs + (brackets ? 1 : 0) > 1) return not_a_number(plain_text);
  out.number.negative = negative;
  const int zeros = take_multipliers(out.after);
  out.after = trim(out.after);
  if (out.number.scale != boundless_scale) out.number.scale -= zeros;
  out.number.written_scale -= zeros;
  return out;
}

Result<Numeral> read_plain_number(std::string_view text) {
  std::string_view digits = text;
  const bool negative = take(digits, "-");
  if (!negative) take(digits, "+");
  const bool plain = !digits.empty() && is_digit(digits.front()) &&
                     digits.find_first_not_of("0123456789.") == std::string_view::npos;
  if (!plain) return not_a_number(text);
  GUANXI_ASSIGN(Numeral number, read_digits(digits, text));
  number.negative = negative;
  return number;
}

}  // namespace guanxi
