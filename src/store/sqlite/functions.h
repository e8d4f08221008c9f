// The SQL functions of ours, by which conditions reach what is packed.
#pragma once

#include "store/sqlite/connection.h"

namespace guanxi::store {

// gx_field(custom, number): the value of a custom field, of money the amount; null where there is none.
// gx_currency(custom, number): the currency of a custom money field.
// gx_key_value(custom, number): the value as it stands in gx_key.
// gx_formula(formula, value …): whether a formula holds on a row, as SqlWriter calls it.
Result<void> add_functions(Connection& connection);

// Binds a formula's address, which SQL cannot make up; it must last until the statement ends.
int bind_formula(sqlite3_stmt* statement, int at, const Value& formula) noexcept;

}  // namespace guanxi::store
