#include "base/currency.h"

#include <algorithm>

#include "base/check.h"
#include "base/currency_names.h"
#include "base/currency_table.h"
#include "base/excerpt.h"
#include "base/plain.h"

namespace guanxi {
namespace {

constexpr Message unknown{"currency.unknown",
                          "“{0}” is not a currency that the library knows: use its ISO 4217 code, such as CNY or USD.",
                          "“{0}”不是可识别的币种：请使用 ISO 4217 代码，例如 CNY 或 USD。"};

constexpr std::size_t numbers = 1000;

// Row + 1 by number, 0 where there is none.
constexpr auto rows_by_number = [] {
  std::array<std::uint8_t, numbers> rows{};
  for (std::size_t i = 0; i < currency_table.size(); ++i) {
    rows[currency_table[i].number] = static_cast<std::uint8_t>(i + 1);
  }
  return rows;
}();
static_assert(currency_table.size() < 255);

const CurrencyRow* row_of(Currency currency) noexcept {
  if (currency.number >= numbers || rows_by_number[currency.number] == 0) return nullptr;
  return &currency_table[rows_by_number[currency.number] - 1u];
}

Currency of_code(std::string_view code) {
  const auto row = std::lower_bound(currency_table.begin(), currency_table.end(), code,
                                    [](const CurrencyRow& r, std::string_view c) { return r.code < c; });
  return row != currency_table.end() && row->code == code ? Currency{row->number} : Currency{};
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

}  // namespace

bool CurrencyName::is_unit_word() const noexcept { return others == yuan_like; }

bool CurrencyName::may_mean(Currency currency) const noexcept {
  if (currency == usual) return true;
  const std::string_view code = currency.code();
  return !code.empty() && others.find(code) != std::string_view::npos;
}

Result<CurrencyName> read_currency(std::string_view plain_name) {
  if (plain_name.size() == 3) {
    if (const Currency currency = of_code(upper(plain_name)); currency.number != 0) return CurrencyName{currency};
  }
  const std::string name = lower(plain_name);
  const auto found = std::lower_bound(currency_names.begin(), currency_names.end(), std::string_view(name),
                                      [](const NamedCurrency& n, std::string_view s) { return n.name < s; });
  if (found != currency_names.end() && found->name == name) return CurrencyName{of_code(found->usual), found->others};
  return Error(Code::invalid, unknown, {excerpt(plain_name)});
}

std::string_view Currency::code() const noexcept {
  const CurrencyRow* row = row_of(*this);
  return row ? row->code : std::string_view();
}

int Currency::digits() const noexcept {
  const CurrencyRow* row = row_of(*this);
  return row ? row->digits : 2;
}

Result<Currency> Currency::parse(std::string_view text) {
  GUANXI_ASSIGN(const CurrencyName name, read_currency(plain(text)));
  return name.usual;
}

}  // namespace guanxi
