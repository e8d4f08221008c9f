// Custom fields, custom entities and picklist items, declared at run time.
#include "world.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

Record<CustomField> field(std::string_view entity, std::string_view name, std::string_view type) {
  Record<CustomField> row;
  row[CustomField.entity] = Text(entity);
  row[CustomField.name] = Text(name);
  row[CustomField.type] = Picklist(type);
  row[CustomField.label_en] = Text(name);
  return row;
}

const AnyField& find(Session& session, std::string_view entity, std::string_view name) {
  const AnyField* found = session.schema()->find(entity)->find(name);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("a custom field is stored, filtered, ordered and shown like any other") {
  on_both_backends([](World& world) {
    auto plain = field("account", "fleet_size", "integer");
    need(world.admin.create(plain));
    auto indexed_field = field("account", "route", "text");
    indexed_field[CustomField.has_index] = true;
    need(world.admin.create(indexed_field));
    const AnyField &fleet = find(world.admin, "account", "fleet_size"), &route = find(world.admin, "account", "route");
    CHECK(fleet.number == 1000);
    CHECK(route.number == 1001);
    for (int i = 0; i < 10; ++i) {
      auto row = account("Sample " + std::to_string(i));
      row.set(fleet, Codec<Int>::pack(i));
      row.set(route, Codec<Text>::pack(i % 2 == 0 ? "north" : "south"));
      need(world.admin.create(row));
    }
    const Expr north = Expr::compare(Expr::Op::equal, route.entity, route.number, Codec<Text>::pack("north"));
    const Expr big = Expr::compare(Expr::Op::greater, fleet.entity, fleet.number, Codec<Int>::pack(4));
    CHECK(need(world.admin.count(number_of(Account), north)) == 5);
    CHECK(need(world.admin.count(number_of(Account), big)) == 5);
    const auto page = need(world.admin.find<Account>(north && big, {.order = {descending(fleet)}}));
    REQUIRE(page.rows.size() == 2);
    CHECK(page.rows[0][Account.name] == "Sample 8");
    const auto history = need(world.admin.history(number_of(Account), page.rows[0].id()));
    bool shown = false;
    for (const auto& diff : history.at(0).fields) shown = shown || (diff.field == "route" && diff.after == "north");
    CHECK(shown);
  });
}

TEST_CASE("rows from before a custom field was declared read as not set") {
  on_both_backends([](World& world) {
    const Id id = add_account(world.admin, "Sample A");
    auto row = field("account", "later", "text");
    need(world.admin.create(row));
    const AnyField& later = find(world.admin, "account", "later");
    auto stored = need(world.admin.get<Account>(id));
    CHECK_FALSE(stored.get(later).is_set());
    Record<Account> patch;
    patch.set(later, Codec<Text>::pack("now"));
    need(world.admin.update(id, patch));
    CHECK(need(world.admin.get<Account>(id)).get(later).view() == "now");
  });
}

TEST_CASE("a custom entity has records of its own") {
  on_both_backends([](World& world) {
    Record<CustomEntity> entity;
    entity[CustomEntity.name] = "vehicle";
    entity[CustomEntity.label_en] = "Vehicle";
    need(world.admin.create(entity));
    auto plate = field("vehicle", "plate", "text");
    plate[CustomField.must_be_set] = true;
    need(world.admin.create(plate));
    const EntityType* type = world.admin.schema()->find("vehicle");
    REQUIRE(type != nullptr);
    AnyRecord row = type->record();
    CHECK(world.admin.create(row).error().field() == "plate");
    row.set(*type->find("plate"), Codec<Text>::pack("SAMPLE 1"));
    const Id id = need(world.admin.create(row)).record;
    CHECK(need(world.admin.get(type->number(), id)).get(*type->find("plate")).view() == "SAMPLE 1");
    CHECK(need(world.admin.find(type->number(), {})).rows.size() == 1);
  });
}

TEST_CASE("declarations that cannot be are refused and leave the schema as it was") {
  on_both_backends([](World& world) {
    auto taken = field("account", "name", "text");
    const auto refused = world.admin.create(taken);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text() == "\"name\" is taken already: choose another name.");
    CHECK(refused.error().text(Language::chinese) == "名称“name”已被占用：请换一个。");
    auto nowhere = field("ghost", "x", "text");
    CHECK(world.admin.create(nowhere).error().text() ==
          "The custom field \"x\" names the entity \"ghost\", which does not exist: use the name of an entity.");
    auto odd = field("account", "select from", "text");
    CHECK_FALSE(world.admin.create(odd));
    auto fine = field("account", "fine", "text");
    const Id id = need(world.admin.create(fine)).record;
    Record<CustomField> rename;
    rename[CustomField.name] = "finer";
    CHECK(world.admin.update(id, rename).error().text() ==
          "Name, entity and type of a custom field stay as they are: archive it and declare another.");
    Session ann = world.as("ann");
    auto hers = field("account", "hers", "text");
    CHECK(ann.create(hers).error().code() == Code::denied);
    // Undone in a transaction, it leaves no trace.
    CHECK_FALSE(world.admin.transaction([&]() -> Result<void> {
      auto inside = field("account", "inside", "text");
      need(world.admin.create(inside));
      CHECK(world.admin.schema()->find("account")->find("inside") != nullptr);
      return std::move(world.admin.get(number_of(Account), Id{{9}})).error();
    }));
    CHECK(world.admin.schema()->find("account")->find("inside") == nullptr);
  });
}

TEST_CASE("a picklist item added at run time can be chosen, a retired one no longer") {
  on_both_backends([](World& world) {
    Record<PicklistItem> item;
    item[PicklistItem.list] = "account_tier";
    item[PicklistItem.code] = "S";
    item[PicklistItem.label_zh] = "S级";
    item[PicklistItem.label_en] = "S";
    const Id id = need(world.admin.create(item)).record;
    auto row = account("Sample A");
    row[Account.tier] = "S";
    need(world.admin.create(row));
    Record<PicklistItem> retire;
    retire[PicklistItem.retired] = true;
    need(world.admin.update(id, retire));
    auto second = account("Sample B");
    second[Account.tier] = "S";
    CHECK(world.admin.create(second).error().field() == "tier");
    CHECK(need(world.admin.find<Account>(Account.tier == "S")).rows.size() == 1);
  });
}

TEST_CASE("what was declared is there when the store is opened again, and for another process") {
  Folder folder;
  const std::string path = folder.file("test.gx");
  {
    World world(path, {});
    auto row = field("account", "later", "text");
    need(world.admin.create(row));
  }
  Store first = need(Store::open(path)), second = need(Store::open(path));
  Session one = need(first.session("admin")), two = need(second.session("admin"));
  CHECK(one.schema()->find("account")->find("later") != nullptr);
  auto row = field("account", "even_later", "text");
  need(one.create(row));
  auto sample = account("Sample A");
  need(two.create(sample));  // the next command of the other sees what was declared
  CHECK(two.schema()->find("account")->find("even_later") != nullptr);
}
