#include "format.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace cli {

namespace {

std::string printed(const char* pattern, double n, int digits) {
  std::array<char, 64> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), pattern, digits, n);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

// One digit behind the point where it tells something: 1.2, 12, 120.
std::string rounded(double n) {
  auto text = printed("%.*f", n, std::abs(n) < 99.95 ? 1 : 0);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

struct Unit {
  double size;
  const char* name;
  double from = size;  // the least that is told in it
};

std::string in_units(double n, std::initializer_list<Unit> units) {
  for (const auto& unit : units)
    if (std::abs(n) >= unit.from * 0.99995) return rounded(n / unit.size) + unit.name;
  return rounded(n);
}

double major_units(Money money) {
  return static_cast<double>(money.minor) / std::pow(10, money.currency.digits());
}

std::string_view sign_of(Currency currency) {
  const auto code = currency.code();
  if (code == "CNY") return "¥";
  if (code == "USD") return "$";
  if (code == "EUR") return "€";
  if (code == "GBP") return "£";
  if (code == "TWD") return "NT$";
  return {};
}

}  // namespace

std::string grouped(std::int64_t n) {
  auto text = std::to_string(n);
  const std::size_t first = n < 0 ? 1 : 0;
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > static_cast<std::ptrdiff_t>(first); at -= 3)
    text.insert(static_cast<std::size_t>(at), ",");
  return text;
}

std::string amount(Money money) {
  auto text = money.text();  // "-1234.50 CNY"
  const bool negative = text.starts_with('-');
  const auto end = text.find_first_of(". ");
  const auto whole = grouped(std::stoll(text.substr(0, end)));
  return (negative && !whole.starts_with('-') ? "-" : "") + whole + text.substr(end == std::string::npos ? text.size() : end);
}

std::string amounts(const std::vector<Money>& sums) {
  std::string out;
  for (const auto& sum : sums) out.append(out.empty() ? "" : " + ").append(amount(sum));
  return out;
}

std::string short_number(double n, Language language) {
  if (language == Language::chinese) return in_units(n, {{1e12, "万亿"}, {1e8, "亿"}, {1e4, "万"}});
  return in_units(n, {{1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e3, "k", 1e4}});
}

std::string short_amount(Money money, Language language) {
  const auto number = short_number(major_units(money), language);
  const auto sign = sign_of(money.currency);
  if (!sign.empty()) return number.starts_with('-') ? "-" + std::string(sign) + number.substr(1) : std::string(sign) + number;
  return money.currency.code().empty() ? number : number + " " + std::string(money.currency.code());
}

std::string short_amounts(const std::vector<Money>& sums, Language language) {
  std::string out;
  for (const auto& sum : sums) out.append(out.empty() ? "" : " + ").append(short_amount(sum, language));
  return out;
}

std::string percent(double share) {
  const double n = share * 100;
  if (n > 0 && n < 0.1) return "<0.1 %";
  return printed("%.*f %%", n, n > 0 && n < 10 && std::abs(n - std::round(n)) >= 0.05 ? 1 : 0);
}

std::string file_size(std::int64_t bytes) {
  const auto n = static_cast<double>(bytes);
  if (bytes < 1000) return std::to_string(bytes) + " B";
  return in_units(n, {{1e12, " TB"}, {1e9, " GB"}, {1e6, " MB"}, {1e3, " kB"}});
}

std::string duration(double seconds, Language language) {
  const bool chinese = language == Language::chinese;
  const auto whole = static_cast<std::int64_t>(std::llround(seconds));
  if (seconds < 9.95) return printed("%.*f", seconds, 1) + (chinese ? " 秒" : " s");
  if (whole < 60) return std::to_string(whole) + (chinese ? " 秒" : " s");
  if (whole < 3600) return std::to_string(whole / 60) + (chinese ? " 分 " : " min ") + std::to_string(whole % 60) + (chinese ? " 秒" : " s");
  return std::to_string(whole / 3600) + (chinese ? " 小时 " : " h ") + std::to_string(whole % 3600 / 60) + (chinese ? " 分" : " min");
}

std::string encoding_label(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: return "UTF-8";
    case Encoding::gb18030: return "GB18030";
    case Encoding::utf16le: return "UTF-16LE";
    case Encoding::utf16be: return "UTF-16BE";
    case Encoding::windows1252: return "Windows-1252";
    case Encoding::big5: return "Big5";
  }
  return {};
}

}  // namespace cli
