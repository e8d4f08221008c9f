#include <algorithm>
#include <array>
#include <optional>

#include "base/plain.h"
#include "guanxi/text.h"
#include "model/normalize.h"
#include "model/normalize/world_phone.h"

namespace guanxi {

namespace {

// What stands between the digits of one number.
constexpr bool joins_digits(char c) noexcept { return c == '-' || c == ' ' || c == '(' || c == ')' || c == '.'; }
constexpr std::size_t least_digits = 7, most_digits = 15;

// The digits of one number as they were written: in groups, with or without a sign that a country code follows.
struct Written {
  std::string digits;
  std::array<std::uint8_t, 8> groups{};  // lengths, as far as there is room
  std::size_t count = 0;
  bool international = false;

  std::size_t first() const noexcept { return count == 0 ? 0 : groups[0]; }

  void add(char c, bool opens) {
    if (opens && count < groups.size()) ++count;
    if (count > 0) ++groups[count - 1];
    digits += c;
  }
  // Forgets the first `n` digits.
  void skip(std::size_t n) {
    digits.erase(0, n);
    for (std::size_t i = 0; n > 0 && i < count; ++i) {
      const auto part = std::min<std::size_t>(n, groups[i]);
      groups[i] = static_cast<std::uint8_t>(groups[i] - part);
      n -= part;
    }
    const auto* begin = std::find_if(groups.begin(), groups.begin() + count, [](auto g) { return g != 0; });
    const auto gone = static_cast<std::size_t>(begin - groups.begin());
    std::rotate(groups.begin(), groups.begin() + gone, groups.begin() + count);
    count -= gone;
  }
};

// What opens an extension, in NFKC.
constexpr std::string_view extension_words[]{"转", "轉", "分机", "分機", "内线", "內線", "ext", "Ext", "EXT", "x", "X", "#", "*"};

bool opens_extension(std::string_view rest) noexcept {
  return std::any_of(std::begin(extension_words), std::end(extension_words), [&](auto word) { return rest.starts_with(word); });
}

Written read(std::string_view text) {
  Written w;
  bool opens = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (w.digits.empty() && c == '+') w.international = true;
    if (c == '(' && w.international && text.substr(i).starts_with("(0)")) {
      i += 2;
      opens = true;
    } else if (is_digit(c)) {
      w.add(c, std::exchange(opens, false));
    } else if (!joins_digits(c) && !w.digits.empty() && opens_extension(text.substr(i))) {
      break;
    } else {
      opens = true;
    }
  }
  return w;
}

// "26771188-8001": a short last group behind a whole number is an extension.
void drop_extension(Written& w) {
  if (w.count < 2 || w.count == w.groups.size()) return;
  const auto last = w.groups[w.count - 1], before = w.groups[w.count - 2];
  const bool whole = before == 7 || before == 8 || before == 11 || before == 12;
  if (last < 2 || last > 5 || !whole) return;
  w.digits.erase(w.digits.size() - last);
  --w.count;
}

bool is_placeholder(std::string_view digits) noexcept {
  const auto tail = digits.substr(digits.size() - least_digits);
  return digits.find_first_not_of(digits.front()) == std::string_view::npos || tail.find_first_not_of('0') == std::string_view::npos ||
         std::string_view("01234567890123456789").find(digits) != std::string_view::npos;
}

bool is_mobile(std::string_view d) noexcept { return d.size() == 11 && d[0] == '1' && d[1] >= '3'; }

// The length of the Chinese area code with which the digits begin, its 0 included; 0 where they are no such number.
std::size_t area_code(std::string_view d) noexcept {
  if (d.size() < 11 || d.size() > 12 || d[0] != '0') return 0;
  const bool short_code = d.starts_with("010") || d[1] == '2';
  if (short_code) return d.size() == 11 ? 3 : 0;
  return d[1] >= '3' ? 4 : 0;
}

// Chinese national digits → E.164, where they are a number there.
std::optional<std::string> chinese(std::string_view d) {
  const auto trunk = d.starts_with('0') && is_mobile(d.substr(1)) ? d.substr(1) : d;
  if (is_mobile(trunk)) return "+86" + std::string(trunk);
  if (area_code(d) != 0) return "+86" + std::string(d.substr(1));
  if (d.size() == 10 && d.starts_with("400")) return "+86" + std::string(d);
  return std::nullopt;
}

// Digits of the country code with which an international number begins, by the zones of ITU-T E.164.
std::size_t country_code(std::string_view d) noexcept {
  constexpr std::string_view two[]{"20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
                                   "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
                                   "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98"};
  static_assert(std::is_sorted(std::begin(two), std::end(two)));
  if (d[0] == '1' || d[0] == '7') return 1;
  return std::binary_search(std::begin(two), std::end(two), d.substr(0, 2)) ? 2 : 3;
}

// Countries whose numbers may really begin with 0 behind the country code.
bool keeps_zero(std::string_view country) noexcept { return country == "39" || country == "225" || country == "241" || country == "242"; }

std::string international(std::string_view d) {
  if (d.front() == '0') return {};  // no country code begins so
  const auto length = country_code(d);
  const auto country = d.substr(0, length);
  auto rest = d.substr(length);
  while (!keeps_zero(country) && rest.starts_with('0')) rest.remove_prefix(1);
  if (length + rest.size() < least_digits) return {};
  return std::string("+").append(country).append(rest);
}

// A country code written without a sign, told by its group: "86-755-26771188", "886-2-25317099", "1 (415) 555-0100".
bool has_bare_country(const Written& w) noexcept {
  const std::string_view d = w.digits;
  if (d.size() == 13 && d.starts_with("86") && is_mobile(d.substr(2))) return true;
  if (w.count < 2) return false;
  if (w.first() == 2 && d.starts_with("86")) return d.size() >= 12 && d.size() <= 14;
  if (w.first() == 3 && d.starts_with("886")) return d.size() >= 11 && d.size() <= 13;
  return w.first() == 1 && d.starts_with('1') && d.size() == 11 && d[1] >= '2';
}

// The number behind the dialling prefix 00 and before an extension.
Written number_in(std::string_view text) {
  auto w = read(text);
  if (!w.international && w.digits.starts_with("00")) {
    w.international = true;
    w.skip(2);
  }
  drop_extension(w);
  return w;
}

std::string form(const Written& w, std::string_view country) {
  const auto size = w.digits.size();
  if (size < least_digits || size > most_digits || is_placeholder(w.digits)) return {};
  if (!country.empty())
    if (auto known = world_phone((w.international ? "+" : "") + w.digits, country); !known.empty()) return known;
  if (w.international || has_bare_country(w)) return international(w.digits);
  if (auto found = chinese(w.digits)) return *std::move(found);
  return w.digits;
}

// "0755" of the Chinese landline from which the normal form came; empty where it has none.
std::string_view area_of(const Written& w) noexcept {
  const std::string_view d = w.digits;
  return w.international ? std::string_view() : d.substr(0, area_code(d));
}

// Walks over the numbers of a text, remembering the area code.
class Numbers {
 public:
  Numbers(std::string_view country, FunctionRef<void(std::string&&)> sink) : country_(country), sink_(sink) {}

  void add(std::string_view text) {
    auto w = number_in(text);
    if (w.digits.size() > most_digits && text.find(' ') != std::string_view::npos) return add_each(text);
    if (!area_.empty() && !w.international && (w.digits.size() == 7 || w.digits.size() == 8)) w = number_in(area_ + std::string(text));
    auto normal = form(w, country_);
    if (const auto area = area_of(w); !area.empty()) area_ = area;
    if (!normal.empty()) sink_(std::move(normal));
  }

 private:
  // Too many digits for one number: each part between blanks is one.
  void add_each(std::string_view text) {
    while (!text.empty()) {
      const auto end = std::min(text.find(' '), text.size());
      if (end > 0) add(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  std::string_view country_;
  FunctionRef<void(std::string&&)> sink_;
  std::string area_;
};

constexpr std::string_view separators[]{"、", "或", "/", ";", ",", "|", "\n", "\r"};

// The length of the separator at the beginning of `rest`; 0 where there is none.
std::size_t separator(std::string_view rest) noexcept {
  if (is_digit(rest.front()) || joins_digits(rest.front())) return 0;
  for (const auto s : separators)
    if (rest.starts_with(s)) return s.size();
  return 0;
}

}  // namespace

void each_phone(std::string_view text, FunctionRef<void(std::string&&)> sink) { each_phone(text, {}, sink); }

void each_phone(std::string_view text, std::string_view country, FunctionRef<void(std::string&&)> sink) {
  const bool plain = std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  const auto composed = plain ? std::string() : text::normalize(text);
  const std::string_view all = plain ? text : std::string_view(composed);
  Numbers numbers(country, sink);
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= all.size();) {
    const auto length = i == all.size() ? 1 : separator(all.substr(i));
    if (length != 0 && i > begin) numbers.add(all.substr(begin, i - begin));
    i += std::max<std::size_t>(length, 1);
    if (length != 0) begin = i;
  }
}

std::string normal_phone(std::string_view phone) {
  std::string first;
  each_phone(phone, [&](std::string&& normal) {
    if (first.empty()) first = std::move(normal);
  });
  return first;
}

}  // namespace guanxi
