#include "guanxi/money.h"

#include "base/check.h"
#include "base/checked.h"
#include "base/currency.h"
#include "base/excerpt.h"
#include "base/fixed.h"
#include "base/numeral.h"
#include "base/plain.h"

namespace guanxi {
namespace {

constexpr Message finer_than_currency{"money.fine", "“{0}” is finer than {1} allows: it has {2} digits behind the point.",
                           "“{0}”超出了 {1} 的精度：该币种的小数位数为 {2}。"};
constexpr Message two_currencies{"money.currencies", "“{0}” names two currencies, {1} and {2}: keep one of them.",
                                 "“{0}”同时写了 {1} 和 {2} 两种币种：请只保留一种。"};
constexpr Message unlike{"money.unlike", "{0} and {1} are of different currencies: convert one of them before adding.",
                         "{0} 与 {1} 币种不同：请先换算成同一币种再相加。"};
constexpr Message sum_too_large{"money.sum", "The sum of {0} and {1} is too large to be stored.",
                                "{0} 与 {1} 之和过大，无法存储。"};

// What the words before and behind the number agree on; where they leave a choice, the assumed currency.
Result<Currency> agreed(const WrittenNumber& written, Currency assumed, std::string_view text) {
  if (written.before.empty() && written.after.empty()) return assumed;
  const std::string_view first = written.before.empty() ? written.after : written.before;
  GUANXI_ASSIGN(const CurrencyName a, read_currency(first));
  if (written.before.empty() || written.after.empty()) return a.may_mean(assumed) ? assumed : a.usual;
  GUANXI_ASSIGN(const CurrencyName b, read_currency(written.after));
  for (const Currency c : {assumed, a.usual, b.usual}) {
    if (a.may_mean(c) && b.may_mean(c)) return c;
  }
  if (b.is_unit_word() && a.others.empty()) return a.usual;
  return Error(Code::invalid, two_currencies, {excerpt(text), excerpt(first), excerpt(written.after)});
}

// XXX is the code for no currency.
std::string name_of(Currency currency) {
  return std::string(currency.code().empty() ? std::string_view("XXX") : currency.code());
}

}  // namespace

std::string Money::text() const {
  std::string out = fixed_text(minor, currency.digits());
  if (const std::string_view code = currency.code(); !code.empty()) out.append(1, ' ').append(code);
  return out;
}

Result<Money> Money::parse(std::string_view text, Currency assumed) {
  const std::string spelled = plain(text);
  GUANXI_ASSIGN(const WrittenNumber written, read_number(spelled));
  GUANXI_ASSIGN(const Currency currency, agreed(written, assumed, spelled));
  Money money{0, currency};
  switch (fit(written.number, currency.digits(), money.minor)) {
    case Fit::exact: return money;
    case Fit::too_large: return number_too_large(spelled);
    case Fit::too_fine: break;
  }
  return Error(Code::invalid, finer_than_currency, {excerpt(spelled), name_of(currency), std::to_string(currency.digits())});
}

Result<Money> add(Money a, Money b) {
  if (a.currency != b.currency) return Error(Code::invalid, unlike, {a.text(), b.text()});
  const auto sum = add(a.minor, b.minor);
  if (!sum) return Error(Code::limit, sum_too_large, {a.text(), b.text()});
  return Money{*sum, a.currency};
}

}  // namespace guanxi
