// The plans that matter, as SQLite explains them: pages come from an index without sorting, counts from the covering
// index, indexed custom fields from gx_key.
#include <doctest/doctest.h>

#include "accounts.h"
#include "guanxi/query.h"
#include "model/schema_builder.h"
#include "store/sqlite/keyset.h"
#include "store/sqlite/scan.h"
#include "support/folder.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

const Id somebody = Id::from_bytes("0123456789abcdef");

std::shared_ptr<const Schema> with_custom_field() {
  SchemaBuilder builder;
  Record<CustomField> row;
  row[CustomField.entity] = "account";
  row[CustomField.name] = "branch";
  row[CustomField.number] = 1000;
  row[CustomField.type] = "text";
  row[CustomField.has_index] = true;
  REQUIRE(builder.add_field(row).ok());
  return std::move(builder).build();
}

class Plans {
 public:
  Plans() : schema_(with_custom_field()) {
    SqliteOptions options;
    options.path = folder_.file("store.db");
    auto accounts = Accounts::open(options, schema_);
    REQUIRE(accounts.ok());
    REQUIRE(accounts->storage().write([&](Writer& writer) { return accounts->add_all(writer, 1, 50); }, no_news).ok());
    ConnectionOptions connection;
    connection.path = options.path;
    auto db = Connection::open(connection);
    REQUIRE(db.ok());
    db_ = std::move(db).value();
  }

  const EntityType& type() const { return schema_->of(Account); }

  // How SQLite goes about rows under the condition, in the order, after a token of it.
  std::string of(const Expr& condition, std::vector<OrderTerm> order, std::string_view list, std::string_view token = {}) {
    const Table table(type());
    const RowSource source(table, type(), *schema_, &condition);
    auto keyset = Keyset::of(type(), order);
    REQUIRE(keyset.ok());
    if (!token.empty()) REQUIRE(keyset->start_behind(token).ok());
    Sql sql;
    SqlWriter writer(sql, source.names());
    sql.text = "EXPLAIN QUERY PLAN SELECT " + std::string(list.empty() ? table.all() : list);
    REQUIRE(source.append(sql, writer).ok());
    const KeysetNames names{source.names(), source.rid()};
    keyset->behind(sql, writer, names, 0);
    if (list.empty()) sql.text += " ORDER BY " + keyset->order_by(names) + " LIMIT 50";
    INFO(sql.text);
    auto query = query_of(*db_, sql);
    INFO((query ? std::string() : query.error().text()));
    REQUIRE(query.ok());
    std::string plan;
    while (*query->next()) plan += std::string(query->text(3)) + '\n';
    return plan;
  }

  std::string token(const AnyRecord& row, std::vector<OrderTerm> order) {
    std::string out;
    Keyset::of(type(), order)->token(row, out);
    return out;
  }

 private:
  Folder folder_;
  std::shared_ptr<const Schema> schema_;
  std::unique_ptr<Connection> db_;
};

bool has(const std::string& plan, std::string_view part) { return plan.find(part) != plan.npos; }

}  // namespace

TEST_CASE("an owner's page by last change comes from one index, also from the middle on") {
  Plans plans;
  const Expr own = Account.owner == somebody && is_null(Account.archived_at);
  const std::vector<OrderTerm> order{descending(Account.updated_at)};
  const std::string first = plans.of(own, order, "");
  CAPTURE(first);
  CHECK(has(first, "gxi_account_owner (owner=?)"));
  CHECK_FALSE(has(first, "TEMP B-TREE"));

  AnyRecord row = plans.type().record();
  row.put(common::updated_at, Codec<Instant>::pack({5}));
  const std::string next = plans.of(own, order, "", plans.token(row, order));
  CAPTURE(next);
  CHECK(has(next, "gxi_account_owner (owner=? AND updated_at<?)"));
  CHECK_FALSE(has(next, "TEMP B-TREE"));
}

TEST_CASE("a page of everything by last change sorts nothing, whatever is filtered by the way") {
  Plans plans;
  const Expr tier = Account.tier == "A" && contains(Account.city, "京") && is_null(Account.archived_at);
  const std::string plan = plans.of(tier, {descending(Account.updated_at)}, "");
  CAPTURE(plan);
  CHECK(has(plan, "gxi_account_updated_at"));
  CHECK_FALSE(has(plan, "TEMP B-TREE"));
  CHECK_FALSE(has(plan, "__dimensions"));
}

TEST_CASE("rows in their own order are read in their own order") {
  Plans plans;
  const std::string plan = plans.of(Account.tier == "A", {}, "");
  CAPTURE(plan);
  CHECK(has(plan, "SCAN t"));
  CHECK_FALSE(has(plan, "TEMP B-TREE"));
  AnyRecord row = plans.type().record();
  row.set_rid(7);
  const std::string next = plans.of(Expr(), {}, "", plans.token(row, {}));
  CAPTURE(next);
  CHECK(has(next, "INTEGER PRIMARY KEY (rowid>?)"));
}

TEST_CASE("counts run on the covering index, with the condition of a reader too") {
  Plans plans;
  const std::string_view dimensions = "+t.tier,+t.industry,+t.status,+t.size,+t.source,+t.province";
  const Expr live = is_null(Account.archived_at);
  const std::string all = plans.of(live, {}, dimensions);
  CAPTURE(all);
  CHECK(has(all, "COVERING INDEX gxi_account__dimensions"));
  const std::string readable = plans.of(live && (Account.sensitivity <= 50 || Account.tier == "A"), {}, dimensions);
  CAPTURE(readable);
  CHECK(has(readable, "COVERING INDEX gxi_account__dimensions"));
}

TEST_CASE("an indexed custom field leads") {
  Plans plans;
  const AnyField& branch = *plans.type().find("branch");
  const Expr equal = Expr::compare(Expr::Op::equal, branch.entity, branch.number, Codec<Text>::pack("east")) && Account.tier == "A";
  const std::string plan = plans.of(equal, {}, "");
  CAPTURE(plan);
  CHECK(has(plan, "SEARCH k USING PRIMARY KEY (space=? AND value=? AND entity=?)"));
  CHECK(has(plan, "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)"));
  CHECK_FALSE(has(plan, "TEMP B-TREE"));
}

TEST_CASE("a text's beginning is a range of its index") {
  Plans plans;
  const std::string plan = plans.of(starts_with(Account.number, "C-20"), {ascending(Account.number)}, "");
  CAPTURE(plan);
  CHECK(has(plan, "gxi_account_number (number>? AND number<?)"));
  CHECK_FALSE(has(plan, "TEMP B-TREE"));
}

TEST_CASE("links follow indexes") {
  Plans plans;
  const std::string up = plans.of(through(Account.parent, Account.tier == "A"), {}, "");
  CAPTURE(up);
  CHECK(has(up, "SEARCH t1 USING INDEX sqlite_autoindex_account_1 (id=?)"));
  const std::string down = plans.of(exists(Contact.account, Contact.city == "上海"), {}, "");
  CAPTURE(down);
  CHECK(has(down, "gxi_contact_account (account=?)"));
}

TEST_CASE("links to what an index finds begin there") {
  Plans plans;
  const std::string up = plans.of(through(Account.parent, Account.number == "C-20"), {}, "");
  CAPTURE(up);
  CHECK(has(up, "SEARCH t USING INDEX gxi_account_parent (parent=?)"));
  CHECK(has(up, "SEARCH t1 USING INDEX gxi_account_number (number=?)"));
  const std::string down = plans.of(exists(ContactPoint.account, ContactPoint.normalized == "+8613800138000" && is_null(ContactPoint.archived_at)), {}, "");
  CAPTURE(down);
  CHECK(has(down, "SEARCH t USING INDEX sqlite_autoindex_account_1 (id=?)"));
  CHECK(has(down, "SEARCH t1 USING INDEX gxi_contact_point_normalized (normalized=?)"));
  const std::string without = plans.of(!exists(ContactPoint.account, ContactPoint.normalized == "+8613800138000"), {}, "");
  CAPTURE(without);
  CHECK(has(without, "SCAN t"));
}
