// Walks every built-in entity: what the compiler cannot check about the one-line declarations.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <map>
#include <set>

#include "model/labels.h"
#include "model/picklists/picklists.h"
#include "model/schema_builder.h"
#include "said.h"

using namespace guanxi;

namespace {

template <class F>
void each_field(F visit) {
  for (const auto* entity : builtin_entities())
    for (std::uint16_t i = 0; i < entity->count; ++i) visit(*entity, *entity->fields[i]);
}

std::string path(const AnyEntity& entity, const AnyField& field) { return std::string(entity.name).append(".").append(field.name); }

// An empty database in memory that tells whether it takes a statement.
struct Database {
  sqlite3* handle = nullptr;
  Database() { REQUIRE(sqlite3_open(":memory:", &handle) == SQLITE_OK); }
  ~Database() { sqlite3_close(handle); }
  bool takes(const std::string& statement) const { return sqlite3_exec(handle, statement.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK; }
};

}  // namespace

TEST_CASE("the built-in entities stand in the order of their numbers, each once") {
  std::set<std::string_view> names;
  std::uint16_t last = 0;
  for (const auto* entity : builtin_entities()) {
    CAPTURE(entity->name);
    CHECK(entity->number > last);
    last = entity->number;
    CHECK(names.insert(entity->name).second);
    CHECK_FALSE(half_of(entity->labels, Language::chinese).empty());
    CHECK_FALSE(half_of(entity->labels, Language::english).empty());
  }
  CHECK(last == 32);
}

TEST_CASE("names of fields are fit for SQL and FEEL and used once in an entity") {
  std::set<std::string> seen;
  each_field([&](const AnyEntity& entity, const AnyField& field) {
    CAPTURE(path(entity, field));
    CHECK(said(check_name(field.name)) == "");
    CHECK(seen.insert(path(entity, field)).second);
  });
}

TEST_CASE("SQLite takes every name without quotes") {
  const Database database;
  each_field([&](const AnyEntity& entity, const AnyField& field) {
    const std::string name(field.name), table(entity.name);
    CAPTURE(path(entity, field));
    CHECK(database.takes("CREATE TABLE " + table + "(" + name + ")"));
    CHECK(database.takes("SELECT " + name + " FROM " + table + " WHERE " + name + " > 1 ORDER BY " + name));
    CHECK(database.takes("DROP TABLE " + table));
  });
}

TEST_CASE("field numbers are used once, built-in ones below 1000, and slots follow the declarations") {
  std::set<std::pair<std::uint16_t, std::uint16_t>> seen;
  for (const auto* entity : builtin_entities())
    for (std::uint16_t i = 0; i < entity->count; ++i) {
      const auto& field = *entity->fields[i];
      CAPTURE(path(*entity, field));
      CHECK(seen.emplace(field.entity, field.number).second);
      CHECK(field.entity == entity->number);
      CHECK(field.slot == i);
      CHECK(field.number == (i < common::count ? i + 1 : field.number));
      CHECK((field.number < 10) == (i < common::count));
      CHECK(field.number < 1000);
    }
}

TEST_CASE("every field has labels in both languages, and no header means two fields of an entity") {
  std::map<std::string, std::string> fields_by_header;
  each_field([&](const AnyEntity& entity, const AnyField& field) {
    CAPTURE(path(entity, field));
    CHECK_FALSE(half_of(field.labels, Language::chinese).empty());
    CHECK_FALSE(half_of(field.labels, Language::english).empty());
    for (const auto label : all_labels(field.labels)) {
      const auto key = std::string(entity.name).append("/").append(label);
      const auto [place, is_new] = fields_by_header.emplace(key, field.name);
      CHECK_MESSAGE((is_new || place->second == field.name), key << " is a header of " << place->second << " too");
    }
  });
}

TEST_CASE("picklists exist, belong to fields that choose, and every built-in picklist is used") {
  const auto schema = Schema::builtin();
  std::set<std::string_view> used;
  each_field([&](const AnyEntity& entity, const AnyField& field) {
    CAPTURE(path(entity, field));
    if (field.type == Type::picklist) CHECK_FALSE(field.picklist.empty());
    if (field.picklist.empty()) return;
    CHECK((field.type == Type::picklist || field.type == Type::set));
    CHECK(schema->picklist(field.picklist) != nullptr);
    used.insert(field.picklist);
  });
  for (const auto& list : schema->picklists()) CHECK_MESSAGE(used.contains(list.name), list.name << " is used by no field");
}

TEST_CASE("references point to entities, bounds and roles stand where they mean something") {
  const auto schema = Schema::builtin();
  each_field([&](const AnyEntity& entity, const AnyField& field) {
    CAPTURE(path(entity, field));
    if (field.target != 0) CHECK(schema->find(field.target) != nullptr);
    if (field.bounded()) CHECK(field.type == Type::integer);
    if (field.role != MatchRole::none) CHECK(field.type == Type::text);
    if (field.has(searchable)) CHECK(field.type == Type::text);
    if (field.scale != 0) CHECK(field.type == Type::decimal);
  });
}

TEST_CASE("a label is that of the language, of the other one, or the name") {
  CHECK(label_of(Account.tier, Language::chinese) == "客户级别");
  CHECK(label_of(Account.tier, Language::english) == "Tier");
  CHECK(first_label("仅中文,别名", Language::english) == "仅中文");
  CHECK(first_label("|Only English", Language::chinese) == "Only English");
  AnyEntity owner(EntityName{999, "x", ""});
  const AnyField bare(Draft{&owner, 10, "bare", ""}, Type::text, 0);
  CHECK(label_of(bare, Language::chinese) == "bare");
  CHECK(all_labels("甲,乙|A,B") == std::vector<std::string_view>{"甲", "乙", "A", "B"});
  CHECK(all_labels("|A") == std::vector<std::string_view>{"A"});
  CHECK(all_labels("").empty());
}
