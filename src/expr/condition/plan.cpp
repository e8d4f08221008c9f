#include "expr/condition/plan.h"

#include "base/check.h"

namespace guanxi::condition {

Result<Plan> plan(const std::shared_ptr<const Checked>& checked, const Meaning& meaning, const SqlNames& names, std::string_view alias,
                  SqlDialect dialect) {
  Plan out;
  const std::uint16_t entity = checked->places[0].entity;
  for (const std::uint32_t term : terms_of(*checked)) {
    GUANXI_ASSIGN(Expr one, translate(checked, term, meaning));
    Sql trial;
    SqlWriter writer(trial, names, dialect);
    GUANXI_CHECK(writer.condition(one, entity, alias));
    (writer.asks_rows() ? out.by_row : out.by_database).push_back(words_of(*checked, term));
    if (!writer.asks_rows()) out.in_database = std::move(out.in_database) && std::move(one);
  }
  GUANXI_CHECK(SqlWriter(out.sql, names, dialect).condition(out.in_database, entity, alias));
  return out;
}

}  // namespace guanxi::condition
