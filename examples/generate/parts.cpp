#include "parts.h"

namespace guanxi::sample {

std::string digits(std::uint64_t number, std::size_t width) {
  std::string out(width, '0');
  for (std::size_t i = width; i > 0; number /= 10) out[--i] = static_cast<char>('0' + number % 10);
  return out;
}

std::string date(int year, int month, int day) {
  const auto part = [](int number, std::size_t width) { return digits(static_cast<std::uint64_t>(number), width); };
  return part(year, 4) + "-" + part(month, 2) + "-" + part(day, 2);
}

std::string random_date(Random& random, int first_year, int last_year) {
  const int year = random.between(first_year, last_year);
  const int month = random.between(1, 12);
  return date(year, month, random.between(1, 28));
}

std::string with_number(string_view pattern, std::uint64_t number) {
  const std::size_t at = pattern.find("{}");
  return std::string(pattern.substr(0, at)) + std::to_string(number) + std::string(pattern.substr(at + 2));
}

}  // namespace guanxi::sample
