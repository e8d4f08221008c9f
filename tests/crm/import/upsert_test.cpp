// Imports that change what is there: by natural key and by the key of another system.
#include "desk.h"

using namespace guanxi;
using namespace guanxi::test;

TEST_CASE("an upsert by a natural key creates, updates and leaves what is unchanged alone") {
  at_a_desk([](Desk& desk) {
    const ImportOptions by_tax_id{.key = "tax_id"};
    desk.import("Name,Tax id,Phone,City\r\nOne,91310000607232606T,021-55550101,Basel\r\nTwo,91110000600037341L,,Bern\r\n", by_tax_id);
    const auto one = account_named(desk.world.admin, "One");
    const auto two = account_named(desk.world.admin, "Two");
    const auto report = desk.import("Name,Tax id,Phone,City\r\nOne,9131 0000 6072 3260 6T,021-55550101,Basel\r\nTwo renamed,91110000600037341L,,\r\nThree,913302002517151864,,\r\n", by_tax_id);
    CHECK(report.rows == 3);
    CHECK(report.created == 1);
    CHECK(report.updated == 2);  // the spelling of the first one's tax id differs
    const auto renamed = need(desk.world.admin.get<Account>(two.id()));
    CHECK(renamed[Account.name] == "Two renamed");
    CHECK(renamed[Account.city] == "Bern");  // a blank cell says nothing
    CHECK(renamed.revision() == two.revision() + 1);

    const auto again = desk.import("Name,Tax id,Phone,City\r\nTwo renamed,91110000600037341L,,\r\n", by_tax_id);
    CHECK(again.unchanged == 1);
    CHECK(again.change_set == 0);
    CHECK(need(desk.world.admin.get<Account>(two.id())).revision() == renamed.revision());
    CHECK(need(desk.world.admin.history(number_of(Account), two.id())).size() == 2);
  });
}

TEST_CASE("the key may be a name, a number or several fields") {
  at_a_desk([](Desk& desk) {
    desk.import("Name,Number,City\r\nSample (Shanghai) Ltd,7,Basel\r\nSample West Ltd,8,Bern\r\n", {.mapping = {{"Number", "number"}}});
    CHECK(desk.import("Name,City\r\nSAMPLE Shanghai ltd.,Zug\r\n", {.key = "name"}).updated == 1);
    CHECK(desk.import("Number,City\r\n8,Chur\r\n9,Genf\r\n", {.mapping = {{"Number", "number"}}, .key = "number"}).updated == 1);
    CHECK(account_named(desk.world.admin, "Sample West Ltd")[Account.city] == "Chur");
    desk.import("Name,City\r\nTwin,North\r\nTwin,South\r\n", {.on_duplicate = OnDuplicate::allow});
    const auto both = desk.import("Name,City,Note\r\nTwin,South,warm\r\nTwin,North,cold\r\n", {.key = "name,city"});
    CHECK(both.updated == 2);
    const auto one = desk.import("Name,Note\r\nTwin,lost\r\n", {.key = "name"});
    REQUIRE(one.problems.size() == 1);
    CHECK(one.problems[0].reason == "Several Account records have Account name “Twin”: choose a key that names one of them.");
  });
}

TEST_CASE("a row without a key is refused") {
  at_a_desk([](Desk& desk) {
    const auto report = desk.import("Name,Tax id\r\nOne,\r\nTwo,--\r\nThree,?!?\r\n", {.key = "tax_id"});
    CHECK(report.refused == 3);
    REQUIRE(report.problems.size() == 3);
    CHECK(report.problems[0].reason == "Tax id is the key by which a row's record is found, but it is blank here: give it.");
    CHECK(report.problems[2].reason == "“?!?” is no Tax id by which a record can be found: write the whole value.");
    const auto external = desk.import("Name,Key\r\nOne,\r\n", {.external_system = "erp", .external_column = "Key"});
    REQUIRE(external.problems.size() == 1);
    CHECK(external.problems[0].reason == "Key is the key by which a row's record is found, but it is blank here: give it.");
  });
}

TEST_CASE("an upsert by the key of another system remembers it") {
  at_a_desk([](Desk& desk) {
    const ImportOptions by_key{.external_system = "erp", .external_column = "Id"};
    CHECK(desk.import("Id,Name\r\n4711,Sample One\r\n4712,Sample Two\r\n", by_key).created == 2);
    const Id one = need(desk.world.admin.resolve("account", "erp", "4711"));
    CHECK(one == account_named(desk.world.admin, "Sample One").id());
    const auto report = desk.import("Id,Name\r\n4711,Sample One Renamed\r\n4712,Sample Two\r\n", by_key);
    CHECK(report.updated == 1);
    CHECK(report.unchanged == 1);
    CHECK(need(desk.world.admin.get<Account>(one))[Account.name] == "Sample One Renamed");
    CHECK(need(desk.world.admin.find<PartyIdentifier>({})).rows.size() == 2);

    // A known record without the key gets it.
    add_account(desk.world.admin, "Sample Three");
    ImportOptions both = by_key;
    both.key = "name";
    CHECK(desk.import("Id,Name\r\n4713,Sample Three\r\n", both).updated == 1);
    CHECK(need(desk.world.admin.resolve("account", "erp", "4713")) == account_named(desk.world.admin, "Sample Three").id());
  });
}

TEST_CASE("a default leaves what a record has") {
  at_a_desk([](Desk& desk) {
    desk.import("Name,City\r\nOne,Basel\r\nTwo,\r\n");
    const auto report = desk.import("Name\r\nOne\r\nTwo\r\n", {.defaults = {{"city", "Bern"}}, .key = "name"});
    CHECK(report.unchanged == 1);
    CHECK(report.updated == 1);
    CHECK(account_named(desk.world.admin, "One")[Account.city] == "Basel");
    CHECK(account_named(desk.world.admin, "Two")[Account.city] == "Bern");
  });
}

TEST_CASE("an update gives away only what the principal may assign") {
  at_a_desk([](Desk& desk) {
    Session ann = desk.world.as("ann");
    const Id id = add_account(ann, "Sample Mine Ltd");
    const auto hers = need(run_import(ann, need(plan_import(ann, desk.put("Name,Owner\r\nSample Mine Ltd,wei\r\n"), {.key = "name"}))));
    CHECK(hers.updated == 0);
    REQUIRE(hers.problems.size() == 1);
    CHECK(hers.problems[0].reason.starts_with("You may not assign"));
    const auto given = desk.import("Name,Owner\r\nSample Mine Ltd,wei\r\n", {.key = "name"});
    CHECK(given.updated == 1);
    CHECK(need(desk.world.admin.get<Account>(id))[Account.owner] == desk.world.wei);
  });
}

TEST_CASE("undoing an import restores the state before it") {
  at_a_desk([](Desk& desk) {
    desk.import("Name,City,Parent account\r\nOne,Basel,\r\nTwo,Bern,One\r\n", {.external_system = "erp", .external_column = "Name"});
    const std::string before = dump(desk.world.admin, true);
    std::string text = "Name,City,Parent account,Owner,Industry\r\nOne,Zug,,New Agent,Sample making\r\nTwo,,Three,,\r\nThree,,,,\r\n";
    for (int i = 0; i < 50; ++i) text += "Sample " + std::to_string(i) + ",Chur,Three,ann,software\r\n";
    const auto report = desk.import(text, {.key = "name", .external_system = "crm", .external_column = "Name", .create_missing_references = true, .batch = 7});
    CHECK(report.created == 50);
    CHECK(report.updated == 3);  // Three was created for the row that names it
    CHECK(dump(desk.world.admin, true) != before);
    const UndoReport undone = need(desk.world.admin.undo(report.change_set));
    CHECK(undone.skipped.empty());
    CHECK(dump(desk.world.admin, true) == before);
    const auto redone = need(desk.world.admin.undo(undone.change_set));
    CHECK(redone.skipped.empty());
    CHECK(account_named(desk.world.admin, "Sample 49")[Account.parent] == account_named(desk.world.admin, "Three").id());
  });
}
