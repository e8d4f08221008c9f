#include "match/normalize/date.h"

#include <array>

namespace guanxi::match {

namespace {

struct Groups {
  std::array<std::string, 3> text;
  std::size_t count = 0;
};

Groups digit_groups(std::string_view value) {
  Groups out;
  bool inside = false;
  for (const char c : value) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && inside && out.count == 3) break;
    if (digit && !inside) {
      if (out.count == 3) break;
      ++out.count;
    }
    if (digit && out.text[out.count - 1].size() < 9) out.text[out.count - 1] += c;
    inside = digit;
  }
  return out;
}

std::string two(const std::string& digits) { return digits.size() == 1 ? "0" + digits : digits; }

}  // namespace

std::string normal_date(std::string_view value) {
  auto g = digit_groups(value);
  if (g.count < 3) return g.text[0] + g.text[1];
  auto &first = g.text[0], &second = g.text[1], &third = g.text[2];
  if (first.size() == 4) return first + two(second) + two(third);
  if (third.size() != 4) return first + two(second) + two(third);
  const bool american = second.size() == 2 && second > "12";
  return american ? third + two(first) + two(second) : third + two(second) + two(first);
}

}  // namespace guanxi::match
