// A checked expression as the one condition tree. What the tree cannot say exactly becomes a formula of it.
#pragma once

#include "expr/condition/checked.h"
#include "guanxi/expr.h"

namespace guanxi::condition {

// What may be seen of records that the expression leads to: nothing where none may, `always` where all may. What may not
// be seen counts as not there.
using Visible = FunctionRef<std::optional<Expr>(std::uint16_t entity)>;

inline constexpr auto all_visible = [](std::uint16_t) { return std::optional<Expr>(Expr()); };

// The condition that the expression is true. The tree keeps what it needs of `checked`.
Result<Expr> translate(std::shared_ptr<const Checked> checked, const Circumstances& circumstances, Visible visible);
// The condition that the expression is false.
Result<Expr> translate_denial(std::shared_ptr<const Checked> checked, const Circumstances& circumstances, Visible visible);
// The same of one node, such as a term of the whole.
Result<Expr> translate(std::shared_ptr<const Checked> checked, std::uint32_t node, const Circumstances& circumstances, Visible visible);

// The terms that must all hold: the whole, or what “and” joins.
std::vector<std::uint32_t> terms_of(const Checked& checked);

}  // namespace guanxi::condition
