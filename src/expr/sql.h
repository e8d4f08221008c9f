// Conditions as SQL: the WHERE clause whose truth on a row is that of the condition (evaluate.h), three-valued logic and all.
//
// Values become bound parameters; names come from the caller, who takes them from descriptors. Nothing of a
// condition's own text gets into the statement. A formula that is an exact comparison becomes that comparison. Any other is,
// for SQLite, gx_formula(parameter, value …), with its currency behind each amount; the parameter is a set Value of Type::none
// that holds the formula's address (row_formula.h). For PostgreSQL it is left out, so that more rows pass, and
// asks_rows() says that the condition itself must be evaluated on those.
//
// Columns hold what slots hold (value.h): numbers, dates and moments are 64-bit integers, booleans too; ids are 16 bytes. Texts are
// compared byte by byte: in PostgreSQL their columns have COLLATE "C".
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expr/row_formula.h"
#include "guanxi/error.h"
#include "guanxi/expr.h"
#include "guanxi/field.h"

namespace guanxi {

enum class SqlDialect : std::uint8_t { sqlite, postgres };

// A statement in the making. Texts of parameters are borrowed from the condition, or owned here.
struct Sql {
  std::string text;
  std::vector<Value> parameters;
  std::deque<std::string> owned;
};

// How the caller's tables hold the fields. `alias` names the row in the statement.
class SqlNames {
 public:
  virtual ~SqlNames() = default;

  // nullptr where there is no such field.
  virtual const AnyField* find(std::uint16_t entity, std::uint16_t field) const = 0;
  // Appends the expression of a field's value: of decimals the coefficient at the field's scale, of money the amount.
  virtual void value(std::string& out, const AnyField& field, std::string_view alias) const = 0;
  // Appends the expression of a money field's currency.
  virtual void currency(std::string& out, const AnyField& field, std::string_view alias) const = 0;
  // Appends the table of an entity for a FROM clause, with its alias.
  virtual void table(std::string& out, std::uint16_t entity, std::string_view alias) const = 0;
  // Appends " AND …" where the table holds rows of other entities too; nothing otherwise.
  virtual void rows(std::string& out, std::uint16_t entity, std::string_view alias) const = 0;
};

// The sign of a comparison, blanks around it.
std::string_view sql_sign(Expr::Op op) noexcept;

class SqlWriter {
 public:
  SqlWriter(Sql& out, const SqlNames& names, SqlDialect dialect = SqlDialect::sqlite) noexcept
      : out_(out), names_(names), dialect_(dialect) {}

  // Appends the condition on rows of `entity`, which the statement calls `alias`. The errors are those of
  // Predicate::compile, and Code::limit for more than 30,000 values.
  Result<void> condition(const Expr& condition, std::uint16_t entity, std::string_view alias);
  // Appends the term that starts at node `at` of a condition.
  Result<void> term(const Expr& condition, std::size_t at, std::uint16_t entity, std::string_view alias);
  // Whether something of what was appended is told by evaluating rows: SQLite's function does so, elsewhere the caller must.
  bool asks_rows() const noexcept { return asks_rows_; }

  // Appends a placeholder and notes its value.
  void parameter(const Value& value);
  void parameter_text(std::string text);

 private:
  // Where a term stands. `exact`: unknown and false differ, since the term lies below a "not". `denied`: below an odd number of
  // them, so that more rows pass the whole where fewer pass the term.
  struct Place {
    const Expr& condition;
    std::uint16_t entity;
    std::string_view alias;
    bool exact;
    bool denied;
    int depth;
  };

  Result<void> node(const Place& place, std::size_t at);
  Result<void> joined(const Place& place, std::size_t at);
  Result<void> negation(const Place& place, std::size_t at);
  Result<void> leaf(const Place& place, std::size_t at);
  Result<void> compare(const Place& place, const AnyField& field, Expr::Op op, const Value& literal);
  Result<void> list(const Place& place, std::size_t at, const AnyField& field);
  void any_amount(const Place& place, const AnyField& field, std::span<const Expr::Node> literals);
  Result<void> part(const Place& place, const AnyField& field, Expr::Op op, const Value& literal);
  bool is_found_by_index(const Expr& condition, std::size_t at) const;
  Result<void> link(const Place& place, std::size_t at);
  Result<void> formula(const Place& place, std::size_t at);
  void call(const Place& place, const RowFormula& formula);
  bool comparison(const Place& place, const RowFormula& formula);
  void guard(const Place& place, const RowFormula& formula, std::int64_t most);
  void outcome(const Place& place, const RowFormula& formula);
  void compared(const Place& place, const RowFormula& formula);
  void amounts(const Place& place, const RowFormula& formula, std::string_view sign);
  void side(const Place& place, const RowFormula& formula, std::span<const RowComparison::Term>& rest, int scale, bool computed);
  void leaf_number(const Place& place, const RowFormula& formula, const RowComparison::Term& term, int scale, bool computed);
  void number(const Place& place, const AnyField& field, Expr::Op op, const Value& literal);
  void money(const Place& place, const AnyField& field, Expr::Op op, const Value& literal);
  void prefix(const Place& place, const AnyField& field, std::string_view text);
  void same_for_all(const Place& place, const AnyField& field, bool truth);
  void value(const Place& place, const AnyField& field) { names_.value(out_.text, field, place.alias); }
  void constant(bool truth);
  void unknown();
  Error fault(const Place& place) const;

  Sql& out_;
  const SqlNames& names_;
  SqlDialect dialect_;
  std::uint16_t entity_ = 0;  // of the rows asked for
  int aliases_ = 0;
  bool asks_rows_ = false;
};

}  // namespace guanxi
