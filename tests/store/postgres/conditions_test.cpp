// Conditions in FEEL as SQL of PostgreSQL: what a server finds is what FEEL itself says of each row. Takes GUANXI_TREES.
#include <algorithm>

#include "expr/condition/plan.h"
#include "expr/evaluate.h"
#include "model/vocabulary.h"
#include "seed.h"
#include "server.h"
#include "store/conformance/feel_world.h"

using namespace guanxi;
using namespace guanxi::store;
using guanxi::test::PostgresServer;

namespace {

PostgresServer& server() {
  static PostgresServer one;
  INFO(one.fault());
  REQUIRE(one.fault().empty());
  return one;
}

std::string quoted_name(std::string_view name) { return '"' + std::string(name) + '"'; }

// A table an entity, a column a field.
class Tables final : public SqlNames {
 public:
  explicit Tables(const Schema& schema) noexcept : schema_(schema) {}

  const AnyField* find(std::uint16_t entity, std::uint16_t field) const override {
    const EntityType* const type = schema_.find(entity);
    return type == nullptr ? nullptr : type->find(field);
  }
  void value(std::string& out, const AnyField& field, std::string_view alias) const override { out.append(alias).append(".").append(quoted_name(field.name)); }
  void currency(std::string& out, const AnyField& field, std::string_view alias) const override {
    out.append(alias).append(".").append(quoted_name(std::string(field.name) + "_currency"));
  }
  void table(std::string& out, std::uint16_t entity, std::string_view alias) const override {
    out.append(quoted_name(schema_.find(entity)->name())).append(" ").append(alias);
  }
  void rows(std::string&, std::uint16_t, std::string_view) const override {}

 private:
  const Schema& schema_;
};

std::string column_type(Type type) {
  if (type == Type::id) return " bytea";
  return type >= Type::text ? " text COLLATE \"C\"" : " bigint";
}

void create_table(const EntityType& type) {
  std::string columns = "CREATE TABLE " + quoted_name(type.name()) + " (rid bigint PRIMARY KEY";
  for (const AnyField* field : type.fields()) {
    columns += ", " + quoted_name(field->name) + column_type(field->type);
    if (field->type == Type::money) columns += ", " + quoted_name(std::string(field->name) + "_currency") + " bigint";
  }
  server().run(columns + ")");
}

void insert(const EntityType& type, const AnyRecord& row) {
  Sql sql;
  sql.text = "INSERT INTO " + quoted_name(type.name()) + " VALUES (";
  const auto add = [&](const Value& value) {
    sql.parameters.push_back(value);
    sql.text += (sql.parameters.size() == 1 ? "$" : ",$") + std::to_string(sql.parameters.size());
  };
  add(Value::number(Type::integer, row.rid()));
  for (const AnyField* field : type.fields()) {
    const Value value = row.get(*field);
    add(value);
    if (field->type == Type::money) add(value.is_set() ? Value::number(Type::integer, value.length) : Value::null(Type::integer));
  }
  sql.text += ") RETURNING rid";
  server().rows(sql);
}

std::vector<std::int64_t> found_by(const Tables& names, const Expr& filter, const EntityType& type, bool& asks_rows) {
  Sql sql;
  sql.text = "SELECT t.rid FROM ";
  names.table(sql.text, type.number(), "t");
  sql.text += " WHERE ";
  SqlWriter writer(sql, names, SqlDialect::postgres);
  const auto written = writer.condition(filter, type.number(), "t");
  INFO((written.ok() ? std::string() : written.error().text()));
  REQUIRE(written.ok());
  asks_rows = writer.asks_rows();
  sql.text += " ORDER BY t.rid";
  std::vector<std::int64_t> rids;
  for (const auto& row : server().rows(sql)) rids.push_back(std::stoll(row.front()));
  return rids;
}

// What evaluates the rows that the database leaves.
struct Rows : RelatedRows {
  std::vector<AnyRecord> samples, vehicles;

  bool any(const Link& link, const Value& id) override {
    std::int64_t missing = link.least;
    for (const AnyRecord& row : link.entity == number_of(Sample) ? samples : vehicles)
      if (row.at(link.slot) == id && link.inner->passes(row, this)) --missing;
    return missing <= 0;
  }
};

void store_all(const EntityType& type, const std::vector<AnyRecord>& rows) {
  create_table(type);
  for (const AnyRecord& row : rows) insert(type, row);
  server().run("ANALYZE " + quoted_name(type.name()));
}

}  // namespace

TEST_CASE("conditions in FEEL find in PostgreSQL the rows of which FEEL says true") {
  Fixture store(backends().front());
  Dice dice(seeded_random());
  Author author(std::mt19937_64(static_cast<std::uint64_t>(dice.below(1'000'000'000))));
  const auto schema = sample_schema(true);
  store.prepare(schema);
  const auto words = vocabulary_of(schema);
  const EntityType& type = store.sample();
  Rows rows;
  rows.samples = random_rows(store, dice, type, 40);
  rows.vehicles = random_rows(store, dice, *schema->find("vehicle"), 12);
  store_all(type, rows.samples);
  store_all(*schema->find("vehicle"), rows.vehicles);
  Contexts contexts(*words, rows.samples, rows.vehicles);
  std::vector<std::vector<feel::Value>> frames;
  for (const AnyRecord& row : rows.samples) frames.push_back(contexts.frame(row));
  const Tables names(*schema);
  const auto find = [&](std::uint16_t entity, std::uint16_t field) { return names.find(entity, field); };
  std::int64_t left = 0, found = 0, spared = 0;
  for (int round = trees_wanted(); round > 0; --round) {
    const Author::Text text = author.write(author.below(5));
    CAPTURE(text.checked);
    const auto checked = condition::check(text.checked, type.number(), words);
    REQUIRE(checked.ok());
    const auto filter = condition::translate(*checked, {});
    REQUIRE(filter.ok());
    const Plain plain(*words, type.number(), text.plain);
    std::vector<std::int64_t> expected;
    for (std::size_t i = 0; i < rows.samples.size(); ++i)
      if (plain.holds(frames[i], words->zones())) expected.push_back(rows.samples[i].rid());
    found += static_cast<std::int64_t>(expected.size());
    bool asks_rows = false;
    std::vector<std::int64_t> rids = found_by(names, *filter, type, asks_rows);
    if (asks_rows) {
      ++left;
      spared += static_cast<std::int64_t>(rows.samples.size() - rids.size());
      const auto rest = Predicate::compile(*filter, type.number(), find);
      REQUIRE(rest.ok());
      std::erase_if(rids, [&](std::int64_t rid) {
        const auto row = std::find_if(rows.samples.begin(), rows.samples.end(), [&](const AnyRecord& r) { return r.rid() == rid; });
        return !rest->passes(*row, &rows);
      });
    }
    CHECK(rids == expected);
  }
  MESSAGE(trees_wanted() << " conditions on " << rows.samples.size() << " rows, " << left << " of them with a part that is left for the rows, of which the server spared "
                         << spared << "; " << found << " rows found");
}

TEST_CASE("a plan for PostgreSQL shows what the server answers and what is left for each row") {
  const auto schema = sample_schema(true);
  const auto checked = condition::check_condition(
      "stage = \"won\" and matches(title, \"^a\") and pieces * 2 > ranking and weight / 3 > 1 and pieces + 1 > 5 and amount >= c_price and seen < c_time",
      number_of(Sample), vocabulary_of(schema));
  REQUIRE(checked.ok());
  const auto plan = condition::plan(*checked, {}, Tables(*schema), "t", SqlDialect::postgres);
  REQUIRE(plan.ok());
  CHECK(plan->by_row == std::vector<std::string>{"matches(title, \"^a\")", "(weight / 3) > 1"});
  CHECK(plan->by_database.size() == 5);
  CHECK(plan->sql.text ==
        "(t.\"stage\" = $1 AND ((CAST(t.\"pieces\" AS numeric) * CAST($2 AS numeric)) > CAST(t.\"ranking\" AS numeric)) AND t.\"pieces\" > $3 AND "
        "(CASE WHEN t.\"amount_currency\" = t.\"c_price_currency\" THEN t.\"amount\" >= t.\"c_price\" END) AND "
        "((t.\"seen\" / 1000 - CAST(t.\"seen\" % 1000 < 0 AS integer)) < (t.\"c_time\" / 1000 - CAST(t.\"c_time\" % 1000 < 0 AS integer))))");
}
