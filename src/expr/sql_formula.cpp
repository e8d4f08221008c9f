// Formulas in SQL: as the comparison that they are, where the database computes it exactly, or left to the evaluator.
//
// SQLite has 64 bits and goes over to floating point in silence where they do not suffice. So a computed comparison asks first
// whether every field is so small that nothing can overflow, and leaves the other rows to the evaluator. PostgreSQL computes with
// `numeric`, which is exact; FEEL rounds to 34 digits, so what could be longer is left to the evaluator as well.
#include <algorithm>
#include <limits>

#include "expr/sql.h"

namespace guanxi {
namespace {

using Term = RowComparison::Term;
using Terms = std::span<const Term>;

__extension__ using Magnitude = __int128;
constexpr Magnitude beyond = Magnitude{1} << 125;  // more than anything asked for; two of them can be added
constexpr Magnitude most_of_64_bits = std::numeric_limits<std::int64_t>::max();

Magnitude product(Magnitude a, Magnitude b) noexcept { return b != 0 && a > beyond / b ? beyond : a * b; }

constexpr Magnitude power_of_ten(int digits) noexcept {
  Magnitude power = 1;
  for (; digits > 0; --digits) power *= 10;
  return power;
}

// With so many digits more; powers that 64 bits cannot hold are beyond, whatever they are multiplied with.
Magnitude scaled(Magnitude n, int digits) noexcept { return digits > 18 ? beyond : product(n, power_of_ten(digits)); }

// The magnitude of what starts `rest`, computed at a scale where no field is beyond `most`. `greatest` grows with all that comes up.
Magnitude extent(Terms& rest, int scale, Magnitude most, Magnitude& greatest) noexcept {
  const Term& term = rest.front();
  rest = rest.subspan(1);
  Magnitude out = 0;
  if (term.what == Term::operand || term.what == Term::number) {
    const Magnitude coefficient = term.coefficient < 0 ? -Magnitude{term.coefficient} : Magnitude{term.coefficient};
    out = scaled(term.what == Term::operand ? most : coefficient, scale - term.scale);
  } else if (term.what == Term::multiply) {
    out = extent(rest, rest.front().scale, most, greatest);
    out = product(out, extent(rest, rest.front().scale, most, greatest));
    out = scaled(out, scale - term.scale);
  } else {
    out = extent(rest, scale, most, greatest);
    out = std::min(out + extent(rest, scale, most, greatest), beyond);
  }
  greatest = std::max(greatest, out);
  return out;
}

int scale_of(const RowComparison& comparison) noexcept { return std::max(comparison.left.front().scale, comparison.right.front().scale); }

Magnitude greatest_of(const RowComparison& comparison, Magnitude most) noexcept {
  Magnitude greatest = 0;
  for (Terms side : {Terms(comparison.left), Terms(comparison.right)}) extent(side, scale_of(comparison), most, greatest);
  return greatest;
}

// Two fields as they are stored.
bool is_plain(const RowComparison& comparison) noexcept {
  const auto one = [](Terms side) { return side.size() == 1 && side.front().what == Term::operand; };
  return one(comparison.left) && one(comparison.right) && comparison.left.front().scale == comparison.right.front().scale;
}

// Up to which magnitude of the fields 64 bits suffice; nothing where that would leave too much to the evaluator.
std::optional<std::int64_t> most_for_64_bits(const RowComparison& comparison) noexcept {
  constexpr std::int64_t least_worth = 10'000'000;
  for (std::int64_t most = 1'000'000'000'000'000'000; most >= least_worth; most /= 10)
    if (greatest_of(comparison, most) <= most_of_64_bits) return most;
  return std::nullopt;
}

bool has_34_digits(const RowComparison& comparison) noexcept { return greatest_of(comparison, most_of_64_bits + 1) < power_of_ten(34); }

}  // namespace

Result<void> SqlWriter::formula(const Place& place, std::size_t at) {
  const auto& nodes = place.condition.nodes();
  const RowFormula& formula = formula_of(nodes[at].literal);
  for (const AnyField* field : formula.fields())
    if (field->entity != place.entity || names_.find(field->entity, field->number) == nullptr) return fault(place);
  if (comparison(place, formula)) return {};
  call(place, formula);
  return {};
}

// Left out, it is what lets more rows pass.
void SqlWriter::call(const Place& place, const RowFormula& formula) {
  asks_rows_ = true;
  if (dialect_ != SqlDialect::sqlite) return constant(!place.denied);
  out_.text += "gx_formula(";
  parameter(literal_of(formula));
  for (const AnyField* field : formula.fields()) {
    out_.text += ',';
    value(place, *field);
    if (field->type != Type::money) continue;
    out_.text += ',';
    names_.currency(out_.text, *field, place.alias);
  }
  out_.text += ')';
}

// Whether it could be said.
bool SqlWriter::comparison(const Place& place, const RowFormula& formula) {
  const RowComparison* const asked = formula.comparison();
  if (asked == nullptr) return false;
  if (is_plain(*asked)) return outcome(place, formula), true;
  if (dialect_ != SqlDialect::sqlite) return has_34_digits(*asked) && (outcome(place, formula), true);
  const auto most = most_for_64_bits(*asked);
  if (!most) return false;
  const bool asks_rows = asks_rows_;
  out_.text += "CASE WHEN ";
  guard(place, formula, *most);
  out_.text += " THEN ";
  outcome(place, formula);
  out_.text += " ELSE ";
  call(place, formula);
  out_.text += " END";
  asks_rows_ = asks_rows;  // of so few rows that it is not worth a word
  return true;
}

void SqlWriter::guard(const Place& place, const RowFormula& formula, std::int64_t most) {
  bool first = true;
  for (const AnyField* field : formula.fields()) {
    out_.text += std::exchange(first, false) ? "(" : " AND (";
    value(place, *field);
    out_.text += " IS NULL OR ";
    value(place, *field);
    out_.text += " BETWEEN -" + std::to_string(most) + " AND " + std::to_string(most) + ')';
  }
}

// The comparison, and which of its three outcomes the formula holds for.
void SqlWriter::outcome(const Place& place, const RowFormula& formula) {
  const RowComparison& asked = *formula.comparison();
  if (asked.truth && !asked.or_unknown && !place.exact) {
    out_.text += '(';
    compared(place, formula);
    out_.text += ')';
    return;
  }
  out_.text += "((";
  compared(place, formula);
  out_.text += asked.or_unknown ? ") IS NOT " : ") IS ";
  out_.text += asked.truth != asked.or_unknown ? "TRUE)" : "FALSE)";
}

void SqlWriter::compared(const Place& place, const RowFormula& formula) {
  const RowComparison& asked = *formula.comparison();
  std::string_view sign = sql_sign(asked.op);
  if (asked.left.front().what == Term::operand && formula.fields()[asked.left.front().operand_at]->type == Type::money)
    return amounts(place, formula, sign);
  const bool sqlite = dialect_ == SqlDialect::sqlite;
  if (asked.op == Expr::Op::equal) sign = sqlite ? " IS " : " IS NOT DISTINCT FROM ";
  if (asked.op == Expr::Op::not_equal) sign = sqlite ? " IS NOT " : " IS DISTINCT FROM ";
  const bool computed = !is_plain(asked);
  Terms left(asked.left), right(asked.right);
  side(place, formula, left, scale_of(asked), computed);
  out_.text += sign;
  side(place, formula, right, scale_of(asked), computed);
}

void SqlWriter::amounts(const Place& place, const RowFormula& formula, std::string_view sign) {
  const RowComparison& asked = *formula.comparison();
  const AnyField& a = *formula.fields()[asked.left.front().operand_at];
  const AnyField& b = *formula.fields()[asked.right.front().operand_at];
  out_.text += "CASE WHEN ";
  if (asked.op == Expr::Op::equal || asked.op == Expr::Op::not_equal) {
    value(place, a);
    out_.text += " IS NULL OR ";
    value(place, b);
    out_.text += asked.op == Expr::Op::equal ? " IS NULL THEN (" : " IS NULL THEN NOT (";
    value(place, a);
    out_.text += " IS NULL AND ";
    value(place, b);
    out_.text += " IS NULL) WHEN ";
  }
  names_.currency(out_.text, a, place.alias);
  out_.text += " = ";
  names_.currency(out_.text, b, place.alias);
  out_.text += " THEN ";
  value(place, a);
  out_.text += sign;
  value(place, b);
  out_.text += " END";
}

void SqlWriter::side(const Place& place, const RowFormula& formula, Terms& rest, int scale, bool computed) {
  const Term& term = rest.front();
  rest = rest.subspan(1);
  if (term.what == Term::operand || term.what == Term::number) return leaf_number(place, formula, term, scale, computed);
  const bool times = term.what == Term::multiply;
  out_.text += '(';
  side(place, formula, rest, times ? rest.front().scale : scale, computed);
  out_.text += times ? " * " : term.what == Term::add ? " + " : " - ";
  side(place, formula, rest, times ? rest.front().scale : scale, computed);
  if (times && scale > term.scale) out_.text += " * 1" + std::string(static_cast<std::size_t>(scale - term.scale), '0');
  out_.text += ')';
}

void SqlWriter::leaf_number(const Place& place, const RowFormula& formula, const Term& term, int scale, bool computed) {
  const bool cast = computed && dialect_ == SqlDialect::postgres;
  const bool scaled = scale > term.scale;
  if (scaled) out_.text += '(';
  if (cast) out_.text += "CAST(";
  if (term.what == Term::number) {
    parameter(Value::number(Type::integer, term.coefficient));
  } else {
    const AnyField& field = *formula.fields()[term.operand_at];
    if (field.type == Type::instant) {  // the millisecond, counted downwards before 1970 too
      out_.text += '(';
      value(place, field);
      out_.text += " / 1000 - ";
      out_.text += dialect_ == SqlDialect::postgres ? "CAST(" : "(";
      value(place, field);
      out_.text += dialect_ == SqlDialect::postgres ? " % 1000 < 0 AS integer))" : " % 1000 < 0))";
    } else {
      value(place, field);
    }
  }
  if (cast) out_.text += " AS numeric)";
  if (scaled) out_.text += " * 1" + std::string(static_cast<std::size_t>(scale - term.scale), '0') + ')';
}

}  // namespace guanxi
