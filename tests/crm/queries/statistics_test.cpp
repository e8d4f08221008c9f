#include <doctest/doctest.h>

#include <limits>

#include "crm/queries/customers.h"
#include "crm/session_state.h"
#include "guanxi/query.h"
#include "refusal.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

using Owned = std::map<std::string, std::int64_t>;

const Dimension& named(const std::vector<Dimension>& all, std::string_view field) {
  for (const Dimension& dimension : all)
    if (dimension.field == field) return dimension;
  FAIL("there is no dimension " << field);
  return all.front();
}

std::string line(const DimensionCount& value) {
  std::string out = value.value + "=" + value.label + ":" + std::to_string(value.count);
  for (const Money& sum : value.sums) out += " " + sum.text();
  return out;
}

std::vector<std::string> lines(const Dimension& dimension) {
  std::vector<std::string> out;
  for (const DimensionCount& value : dimension.values) out.push_back(line(value));
  return out;
}

std::string line(const OrgStatistic& row) {
  std::string out = row.name + " " + std::to_string(row.own) + "/" + std::to_string(row.total);
  for (const Money& sum : row.total_sums) out += " " + sum.text();
  return out;
}

std::vector<std::string> lines(const std::vector<OrgStatistic>& rows) {
  std::vector<std::string> out;
  for (const OrgStatistic& row : rows) out.push_back(line(row));
  return out;
}

// Past every rule, as a damaged or foreign file might have it.
template <const auto& E>
void overwrite(Session& session, const Id& id, const AnyField& field, const Id& value) {
  Engine& engine = *SessionAccess::state(session).engine;
  const Snapshot snapshot = engine.snapshot();
  const EntityType& type = snapshot.schema->of(E);
  need(engine.storage().write(
      [&](store::Writer& writer) -> Result<void> {
        AnyRecord before = type.record();
        if (!need(writer.get(type, id, before))) FAIL("no such row");
        AnyRecord after(before);
        after.set(field, Codec<Id>::pack(value));
        store::Put put;
        put.type = &type;
        put.before = &before;
        put.after = &after;
        return writer.put({&put, 1});
      },
      [] {}));
}

}  // namespace

TEST_CASE("the work load counts what each owner has, the pool last") {
  with_customers([](World& world, const Customers&, const SampleClock&) {
    const auto rows = need(world.as("mia").workload());
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].user == world.ann);
    CHECK(rows[0].name == "Ann Sample");
    CHECK(rows[0].owned ==
          Owned{{"account", 1}, {"activity", 5}, {"contact", 4}, {"contract", 2}, {"opportunity", 4}, {"service_request", 2}});
    CHECK(rows[0].overdue == 1);
    CHECK(rows[1].name == "Wei Sample");
    CHECK(rows[1].owned == Owned{{"account", 1}, {"contact", 1}});
    CHECK(rows[1].overdue == 0);
    CHECK(rows[2].name == "Mia Sample");
    CHECK(rows[2].owned == Owned{{"account", 1}});
    CHECK(rows[3].user.empty());
    CHECK(rows[3].name == "Pool");
    CHECK(rows[3].owned == Owned{{"account", 1}});

    const auto own = need(world.as("ann", Language::chinese).workload());
    REQUIRE(own.size() == 2);
    CHECK(own[0].user == world.ann);
    CHECK(own[1].name == "公海");
  });
}

TEST_CASE("dimensions count every dimension of an entity, with labels and sums") {
  with_customers([](World& world, const Customers&, const SampleClock&) {
    Session mia = world.as("mia");
    const auto all = need(mia.dimensions(number_of(Account), {}, Account.revenue.number));
    CHECK(all.size() == 6);
    CHECK(lines(named(all, "tier")) == std::vector<std::string>{"A=A:2 8000000.00 CNY", "=(not set):1", "B=B:1 1000.00 USD"});
    CHECK(lines(named(all, "status")) == std::vector<std::string>{"potential=Potential:4 8000000.00 CNY 1000.00 USD"});
    CHECK(lines(named(all, "province")) == std::vector<std::string>{"=(not set):4 8000000.00 CNY 1000.00 USD"});
    CHECK(named(all, "tier").label == "Tier");

    const auto some = need(mia.dimensions(number_of(Account), Account.tier == "A"));
    CHECK(lines(named(some, "tier")) == std::vector<std::string>{"A=A:2"});
    const auto own = need(world.as("ann", Language::chinese).dimensions(number_of(Account)));
    CHECK(named(own, "tier").label == "客户级别");
    CHECK(lines(named(own, "tier")) == std::vector<std::string>{"A=A级:1", "B=B级:1"});
    CHECK(need(mia.dimensions(number_of(Department))).empty());
  });
}

TEST_CASE("only money can be a measure") {
  with_customers([](World& world, const Customers&, const SampleClock&) {
    Session mia = world.as("mia");
    CHECK(refusal(mia.dimensions(number_of(Account), {}, Account.tier.number)) ==
          "\"Tier\" of Account cannot be summed: choose a field of money.");
    CHECK(refusal(mia.dimensions(number_of(Account), {}, 999)) == "Account has no field number 999: choose a field of money.");
    CHECK(refusal(mia.by_department(number_of(Account), {}, 999)) == "Account has no field number 999: choose a field of money.");
    CHECK(refusal(mia.dimensions(4711)) == "There is no entity 4711: use one that the data dictionary names.");
  });
}

TEST_CASE("sums that leave 64 bits are errors, not wrong numbers") {
  with_customers([](World& world, const Customers&, const SampleClock&) {
    Session ann = world.as("ann");
    for (const char* name : {"Sample Huge One", "Sample Huge Two"}) {
      Record<Account> row = account(name);
      row[Account.revenue] = Money{std::numeric_limits<std::int64_t>::max(), CNY};
      stored<Account>(ann, row);
    }
    const auto sums = ann.dimensions(number_of(Account), {}, Account.revenue.number);
    REQUIRE_FALSE(sums.ok());
    CHECK(sums.error().code() == Code::limit);
  });
}

TEST_CASE("records by department roll up the tree, parents before children") {
  with_customers([](World& world, const Customers&, const SampleClock&) {
    Session admin = world.as("admin");
    const auto rows = need(admin.by_department(number_of(Account), {}, Account.revenue.number));
    CHECK(lines(rows) == std::vector<std::string>{"Sales 1/3 8000000.00 CNY", "East 1/1 5000000.00 CNY", "West 1/1 3000000.00 CNY",
                                                  "No department 1/1 1000.00 USD"});
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].parent.empty());
    CHECK(rows[0].own_sums.empty());
    CHECK(rows[1].parent == world.sales);
    CHECK(rows[1].own_sums == std::vector<Money>{cny(5'000'000)});
    CHECK(rows[3].department.empty());

    const auto own = need(world.as("ann", Language::chinese).by_department(number_of(Account)));
    CHECK(lines(own) == std::vector<std::string>{"Sales 0/1", "East 1/1", "West 0/0", "未分配部门 1/1"});
    CHECK(lines(need(admin.by_department(number_of(Account), Account.tier == "A"))) ==
          std::vector<std::string>{"Sales 0/2", "East 1/1", "West 1/1"});
    CHECK(refusal(admin.by_department(number_of(Department))) ==
          "A Department has no department: choose an entity that has one, such as account.");
  });
}

TEST_CASE("an archived department is shown while it holds something") {
  with_customers([](World& world, const Customers&, const SampleClock&) {
    Session admin = world.as("admin");
    need(admin.archive(Department, world.west));
    CHECK(lines(need(admin.by_department(number_of(Account)))) ==
          std::vector<std::string>{"Sales 1/3", "East 1/1", "West 1/1", "No department 1/1"});
    CHECK(lines(need(admin.by_department(number_of(Opportunity)))) == std::vector<std::string>{"Sales 0/4", "East 4/4"});
  });
}

TEST_CASE("circles of departments and unknown departments spoil nothing") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session admin = world.as("admin");
    const Id below = world.department("Below East", world.east);
    overwrite<Department>(admin, world.sales, Department.parent, world.east);  // Sales → East → Sales
    overwrite<Department>(admin, world.west, Department.parent, world.west);   // its own parent
    overwrite<Account>(admin, c.pool, Account.department, Id::parse("0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001").value());
    const auto rows = need(admin.by_department(number_of(Account)));
    std::int64_t own = 0, roots = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      own += rows[i].own;
      if (rows[i].parent.empty()) {
        roots += rows[i].total;
        continue;
      }
      bool seen = false;
      for (std::size_t before = 0; before < i; ++before) seen = seen || rows[before].department == rows[i].parent;
      CHECK(seen);
    }
    CHECK(own == 4);
    CHECK(roots == 4);
    REQUIRE(rows.size() == 5);
    CHECK(lines(rows) == std::vector<std::string>{"Unknown department 1/1", "East 1/2", "Below East 0/0", "Sales 1/1", "West 1/1"});
    CHECK(rows[2].department == below);
  });
}
