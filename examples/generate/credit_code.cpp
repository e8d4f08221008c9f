#include "parts.h"

namespace guanxi::sample {
namespace {

// 主体标识码: eight digits and the check character of GB 11714.
std::string organisation_code(std::uint64_t body) {
  constexpr unsigned weights[]{3, 7, 9, 10, 5, 8, 4, 2};
  std::string code = digits(body, 8);
  unsigned sum = 0;
  for (std::size_t i = 0; i < code.size(); ++i) sum += static_cast<unsigned>(code[i] - '0') * weights[i];
  code += "0X987654321"[sum % 11];
  return code;
}

}  // namespace

char credit_check_digit(string_view first_17) noexcept {
  constexpr string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  std::size_t sum = 0;
  std::size_t weight = 1;
  for (const char c : first_17) {
    sum += alphabet.find(c) * weight;
    weight = weight * 3 % alphabet.size();
  }
  return alphabet[(alphabet.size() - sum % alphabet.size()) % alphabet.size()];
}

std::string credit_code(string_view division, std::uint64_t body) {
  std::string code = "91";
  code += division;
  code += "99";  // a district that does not exist
  code += organisation_code(body);
  code += credit_check_digit(code);
  return code;
}

}  // namespace guanxi::sample
