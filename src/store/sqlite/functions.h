// The SQL functions of ours, by which conditions reach what is packed.
#pragma once

#include "store/sqlite/connection.h"

namespace guanxi::store {

// gx_field(custom, number): the value of a custom field, of money the amount; null where there is none.
// gx_currency(custom, number): the currency of a custom money field.
// gx_key_value(custom, number): the value as it stands in gx_key.
Result<void> add_functions(Connection& connection);

}  // namespace guanxi::store
