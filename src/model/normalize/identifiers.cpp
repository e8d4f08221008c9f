#include <algorithm>
#include <array>

#include "base/plain.h"
#include "guanxi/text.h"
#include "model/normalize.h"

namespace guanxi {

namespace {

constexpr int digit(char c) noexcept { return c - '0'; }

// The digits and letters of GB 32100-2015 in the order of their values; I, O, S, V and Z are left out.
constexpr std::string_view credit_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

bool all_digits(std::string_view s) noexcept { return std::all_of(s.begin(), s.end(), is_digit); }

bool same_throughout(std::string_view s) noexcept { return s.find_first_not_of(s.front()) == std::string_view::npos; }

}  // namespace

std::string normal_tax_id(std::string_view tax_id) {
  std::string normal;
  const bool plain = std::none_of(tax_id.begin(), tax_id.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  const std::string composed = plain ? std::string() : text::normalize(tax_id);
  for (const char c : plain ? tax_id : std::string_view(composed)) {
    if (is_digit(c) || (c >= 'A' && c <= 'Z')) normal += c;
    if (c >= 'a' && c <= 'z') normal += static_cast<char>(c - 'a' + 'A');
  }
  if (normal.size() < 6 || same_throughout(normal) || std::none_of(normal.begin(), normal.end(), is_digit)) normal.clear();
  return normal;
}

bool valid_credit_code(std::string_view code) noexcept {
  if (code.size() != 18) return false;
  std::size_t sum = 0, weight = 1;
  for (std::size_t i = 0; i < 17; ++i) {
    const auto value = credit_alphabet.find(code[i]);
    if (value == std::string_view::npos) return false;
    sum += value * weight;
    weight = weight * 3 % 31;
  }
  return code[17] == credit_alphabet[(31 - sum % 31) % 31];
}

bool claims_credit_code(std::string_view code) noexcept {
  // The department that registers (1 to 9, A, N, Y), the kind of body, then six digits of region.
  constexpr std::string_view departments = "123456789ANY", kinds = "1234569";
  if (code.size() != 18 || departments.find(code[0]) == std::string_view::npos || kinds.find(code[1]) == std::string_view::npos) return false;
  const bool fits = code.find_first_not_of(credit_alphabet) == std::string_view::npos && all_digits(code.substr(2, 6));
  return fits && !valid_citizen_number(code);
}

bool valid_citizen_number(std::string_view number) noexcept {
  if (number.size() != 18 || !all_digits(number.substr(0, 17))) return false;
  int sum = 0, weight = 1;  // 2^(17-i) mod 11, from the right
  for (std::size_t i = 17; i-- > 0;) {
    weight = weight * 2 % 11;
    sum += digit(number[i]) * weight;
  }
  return number[17] == "10X98765432"[sum % 11];
}

bool valid_taiwan_number(std::string_view number) noexcept {
  constexpr std::array<int, 8> weights{1, 2, 1, 2, 1, 2, 4, 1};
  if (number.size() != weights.size() || !all_digits(number) || same_throughout(number)) return false;
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const int product = digit(number[i]) * weights[i];
    sum += product / 10 + product % 10;
  }
  // A seventh digit of 7 gives 28 = 2 + 8 = 10, which may count as 1 or as 0.
  return sum % 5 == 0 || (number[6] == '7' && (sum + 1) % 5 == 0);
}

}  // namespace guanxi
