// Cells that name other records: users, accounts, contacts, departments.
#include "desk.h"

using namespace guanxi;
using namespace guanxi::test;

TEST_CASE("owners and departments are named by name, login or id") {
  at_a_desk([](Desk& desk) {
    const World& w = desk.world;
    const auto report = desk.import("Name,Owner,Department\r\nOne,ann,East\r\nTwo,Bob Sample,\r\nThree," + w.wei.text() + ",WEST\r\n");
    CHECK(report.created == 3);
    CHECK(account_named(desk.world.admin, "One")[Account.owner] == w.ann);
    CHECK(account_named(desk.world.admin, "One")[Account.department] == w.east);
    CHECK(account_named(desk.world.admin, "Two")[Account.owner] == w.bob);
    CHECK(account_named(desk.world.admin, "Two")[Account.department] == w.east);  // the owner's
    CHECK(account_named(desk.world.admin, "Three")[Account.owner] == w.wei);
    CHECK(account_named(desk.world.admin, "Three")[Account.department] == w.west);
  });
}

TEST_CASE("a name that is not there refuses the row and names the value") {
  at_a_desk([](Desk& desk) {
    const auto report = desk.import("Name,Owner\r\nOne,Nobody Sample\r\n");
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].column == "Owner");
    CHECK(report.problems[0].value == "Nobody Sample");
    CHECK(report.problems[0].reason == "There is no User “Nobody Sample” that you may see: check the spelling, or import the User first.");
    Session chinese = desk.world.as("admin", Language::chinese);
    const auto again = need(run_import(chinese, need(plan_import(chinese, desk.put("Name,Owner\r\nOne,Nobody Sample\r\n")))));
    REQUIRE(again.problems.size() == 1);
    CHECK(again.problems[0].reason == "找不到用户“Nobody Sample”（或您无权查看）：请核对写法，或先导入该用户。");
  });
}

TEST_CASE("a name that several bear refuses the row") {
  at_a_desk([](Desk& desk) {
    desk.world.user("Ann Sample", "ann2", desk.world.west, "sales");
    const auto report = desk.import("Name,Owner\r\nOne,Ann Sample\r\nTwo,ann2\r\n");
    CHECK(report.created == 1);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].reason == "2 User records are called “Ann Sample”: write the number or id of the right one.");
  });
}

TEST_CASE("accounts are named by number, name, short name or the key of another system") {
  at_a_desk([](Desk& desk) {
    desk.import("Name,Number,Short name,Key\r\n样例水泥股份有限公司,C-1,样泥,k1\r\nSample Steel Ltd,C-2,SST,k2\r\n",
                {.mapping = {{"Number", "number"}}, .external_system = "erp", .external_column = "Key"});
    const Id cement = account_named(desk.world.admin, "样例水泥股份有限公司").id();
    const auto report = desk.import("Name,Account,Title\r\nA,C-1,\r\nB,樣例水泥股份有限公司,\r\nC,样泥,\r\nD,k1,\r\nE,sample steel ltd.,\r\nF,C-3,\r\n",
                                    {.entity = "contact", .external_system = "erp", .external_column = "Title", .on_duplicate = OnDuplicate::allow});
    CHECK(report.created == 0);  // every row needs its own external key
    const auto contacts = desk.import("Name,Account\r\nA,C-1\r\nB,樣例水泥股份有限公司\r\nC,样泥\r\nE,sample steel ltd.\r\nF,C-3\r\n", {.entity = "contact"});
    CHECK(contacts.created == 4);
    CHECK(contacts.refused == 1);
    for (const std::string_view name : {"A", "B", "C"}) {
      const auto found = need(desk.world.admin.find<Contact>(Contact.name == Text(name)));
      REQUIRE(found.rows.size() == 1);
      CHECK(found.rows[0][Contact.account] == cement);
    }
  });
}

TEST_CASE("keys of the other system are understood in references too") {
  at_a_desk([](Desk& desk) {
    desk.import("Name,Key\r\nSample Steel Ltd,k2\r\n", {.external_system = "erp", .external_column = "Key"});
    const auto report = desk.import("Id,Name,Account\r\nd1,Deal,k2\r\n", {.entity = "opportunity", .external_system = "erp", .external_column = "Id"});
    CHECK(report.created == 1);
    const auto deals = need(desk.world.admin.find<Opportunity>({}));
    REQUIRE(deals.rows.size() == 1);
    CHECK(deals.rows[0][Opportunity.account] == account_named(desk.world.admin, "Sample Steel Ltd").id());
  });
}

TEST_CASE("of several contacts of a name the account's own is meant") {
  at_a_desk([](Desk& desk) {
    desk.import("Name\r\nOne\r\nTwo\r\n");
    desk.import("Name,Account\r\n王样例,One\r\n王样例,Two\r\n", {.entity = "contact", .on_duplicate = OnDuplicate::allow});
    const auto report = desk.import("Name,Contact,Account\r\nDeal,王样例,Two\r\nOther,王样例,\r\n", {.entity = "opportunity"});
    CHECK(report.created == 1);
    CHECK(report.refused == 1);
    const auto deals = need(desk.world.admin.find<Opportunity>({}));
    REQUIRE(deals.rows.size() == 1);
    const auto contact = need(desk.world.admin.get<Contact>(deals.rows[0][Opportunity.contact]));
    CHECK(contact[Contact.account] == account_named(desk.world.admin, "Two").id());
  });
}

TEST_CASE("missing accounts and users are created when asked for, and only for rows that are stored") {
  at_a_desk([](Desk& desk) {
    const auto report = desk.import("Name,Account,Owner,Close date\r\nDeal,Sample Fresh Ltd,Moses Sample,\r\nNext,Sample Fresh Ltd,王 伟,\r\nBad,Sample Lost Ltd,Lost Sample,never\r\nLast,Sample Fresh Ltd,Moses Sample,\r\n",
                                    {.entity = "opportunity", .create_missing_references = true});
    CHECK(report.created == 3);
    CHECK(report.refused == 1);
    CHECK(need(desk.world.admin.find<Account>({})).rows.size() == 1);
    const auto moses = need(desk.world.admin.find<User>(User.name == Text("Moses Sample")));
    REQUIRE(moses.rows.size() == 1);
    CHECK(moses.rows[0][User.login] == "moses.sample");
    const auto wei = need(desk.world.admin.find<User>(User.name == Text("王 伟")));
    REQUIRE(wei.rows.size() == 1);
    CHECK(wei.rows[0][User.login] == "wangwei");
    CHECK(need(desk.world.admin.find<User>(User.name == Text("Lost Sample"))).rows.empty());
    CHECK(need(desk.world.admin.find<Opportunity>(Opportunity.owner == Ref<UserEntity>(moses.rows[0].id()))).rows.size() == 2);
    need(desk.world.admin.undo(report.change_set));
    CHECK(need(desk.world.admin.find<Account>({})).rows.empty());
  });
}

TEST_CASE("a row that fails after part of it was written leaves nothing behind") {
  at_a_desk([](Desk& desk) {
    // The account is created for the row before its own field is refused.
    const auto report = desk.import("Opportunity,Account,Probability\r\nOne,Sample One Ltd,10\r\nTwo,Sample Two Ltd,400\r\nThree,Sample Three Ltd,20\r\nFour,Sample Four Ltd,500\r\n",
                                    {.entity = "opportunity", .create_missing_references = true});
    CHECK(report.rows == 4);
    CHECK(report.created == 2);
    CHECK(report.refused == 2);
    REQUIRE(report.problems.size() == 2);
    CHECK(report.problems[0].row == 3);
    CHECK(report.problems[0].column == "Probability");
    CHECK(report.problems[1].row == 5);
    const auto accounts = all_of(desk.world.admin, number_of(Account));
    REQUIRE(accounts.size() == 2);
    account_named(desk.world.admin, "Sample One Ltd");
    account_named(desk.world.admin, "Sample Three Ltd");
    const std::string refused = read_file(desk.error_path());
    CHECK(std::count(refused.begin(), refused.end(), '\n') == 3);
  });
}

TEST_CASE("a row may name one that stands farther down") {
  at_a_desk([](Desk& desk) {
    const auto report = desk.import("Name,Parent account\r\nGrandchild,Child\r\nChild,Top\r\nLost,Nowhere\r\nTop,\r\nOther,Top\r\n", {.batch = 2});
    CHECK(report.rows == 5);
    CHECK(report.created == 4);
    CHECK(report.refused == 1);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].row == 4);
    CHECK(report.problems[0].value == "Nowhere");
    const Id top = account_named(desk.world.admin, "Top").id();
    CHECK(account_named(desk.world.admin, "Child")[Account.parent] == top);
    CHECK(account_named(desk.world.admin, "Grandchild")[Account.parent] == account_named(desk.world.admin, "Child").id());
    CHECK(account_named(desk.world.admin, "Other")[Account.parent] == top);
  });
}

TEST_CASE("nobody refers to what he may not see") {
  at_a_desk([](Desk& desk) {
    Session wei = desk.world.as("wei");
    add_account(wei, "Sample Hidden Ltd");
    Session ann = desk.world.as("ann");
    const auto hers = need(run_import(ann, need(plan_import(ann, desk.put("Name,Account\r\nContact,Sample Hidden Ltd\r\n"), {.entity = "contact"}))));
    CHECK(hers.created == 0);
    REQUIRE(hers.problems.size() == 1);
    CHECK(hers.problems[0].reason == "There is no Account “Sample Hidden Ltd” that you may see: check the spelling, or import the Account first.");
  });
}
