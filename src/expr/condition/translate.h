// A checked expression as the one condition tree. What the tree cannot say exactly becomes a formula of it.
#pragma once

#include "expr/condition/leaf.h"
#include "guanxi/expr.h"

namespace guanxi::condition {

// What may be seen of records that the expression leads to: nothing where none may, `always` where all may. What may not
// be seen counts as not there.
using Visible = FunctionRef<std::optional<Expr>(std::uint16_t entity)>;

inline constexpr auto all_visible = [](std::uint16_t) { return std::optional<Expr>(Expr()); };

// The saved filter of that name, as the condition that it meets the goal on a row of the entity.
using NamedFilter = FunctionRef<Result<Expr>(std::string_view name, std::uint16_t entity, Goal goal)>;

inline constexpr auto no_filters = [](std::string_view, std::uint16_t, Goal) { return Result<Expr>(Expr::never()); };

// What a condition means besides what it says.
struct Meaning {
  Circumstances circumstances{};
  Visible visible = all_visible;
  NamedFilter filter = no_filters;
};

// The condition that the expression meets the goal. The tree keeps what it needs of `checked`.
Result<Expr> translate(std::shared_ptr<const Checked> checked, const Meaning& meaning, Goal goal = Goal::yes);
// The same of one node, such as a term of the whole.
Result<Expr> translate(std::shared_ptr<const Checked> checked, std::uint32_t node, const Meaning& meaning, Goal goal = Goal::yes);

// The terms that must all hold: the whole, or what “and” joins.
std::vector<std::uint32_t> terms_of(const Checked& checked);

}  // namespace guanxi::condition
