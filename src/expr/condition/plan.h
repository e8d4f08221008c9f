// How a database answers a condition: which of the terms that must all hold it can tell, and which are left for each row.
#pragma once

#include "expr/condition/translate.h"
#include "expr/sql.h"

namespace guanxi::condition {

struct Plan {
  std::vector<std::string> by_database, by_row;  // terms, as FEEL writes them
  Expr in_database;                              // those of the database; `sql` borrows its texts
  Sql sql;
};

// `alias` is what the statement calls the row.
Result<Plan> plan(const std::shared_ptr<const Checked>& checked, const Meaning& meaning, const SqlNames& names, std::string_view alias,
                  SqlDialect dialect = SqlDialect::sqlite);

}  // namespace guanxi::condition
