#include <doctest/doctest.h>

#include <set>

#include "crm/queries/customers.h"
#include "guanxi/query.h"
#include "refusal.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

const FieldDiff& field(const ChangeEntry& entry, std::string_view name) {
  for (const FieldDiff& diff : entry.fields)
    if (diff.field == name) return diff;
  FAIL("the change has no field " << name);
  return entry.fields.front();
}

void change_owner(Session& session, const Id& account, const Id& owner) {
  Record<ChangeOwner> arguments;
  arguments[ChangeOwner.entity] = "account";
  arguments[ChangeOwner.record] = account;
  arguments[ChangeOwner.owner] = owner;
  CommandOptions options;
  options.reason = "sample move";
  need(session.run(arguments, options));
}

}  // namespace

TEST_CASE("the history of a record names who changed what from what to what") {
  with_customers([](World& world, const Customers& c, const SampleClock& clock) {
    clock.set(at(3, 10, 9));
    Session mia = world.as("mia");
    change_owner(mia, c.alpha, world.bob);
    const auto entries = need(mia.history(number_of(Account), c.alpha));
    REQUIRE(entries.size() == 3);
    const ChangeEntry& move = entries[0];
    CHECK(move.at == at(3, 10, 9));
    CHECK(move.actor == world.manager);
    CHECK(move.actor_name == "Mia Sample");
    CHECK(move.command == "change_owner");
    CHECK(move.reason == "sample move");
    CHECK(move.kind == "update");
    CHECK(move.entity == "account");
    CHECK(move.record == c.alpha);
    REQUIRE(move.fields.size() == 1);
    CHECK(move.fields[0].label == "Owner");
    CHECK(move.fields[0].before == "Ann Sample");
    CHECK(move.fields[0].after == "Bob Sample");
    CHECK(entries[1].reason == "sample review");
    CHECK(field(entries[1], "tier").before == "B");
    CHECK(field(entries[1], "tier").after == "A");
    const ChangeEntry& creation = entries[2];
    CHECK(creation.kind == "create");
    CHECK(creation.actor.empty());
    CHECK(creation.actor_name == "System");
    CHECK(creation.reason == "sample set-up");
    CHECK(field(creation, "parent").after == "Sample Group");
    CHECK(field(creation, "revenue").after == "5000000.00 CNY");
    CHECK(field(creation, "revenue").before.empty());
    CHECK(creation.seq < move.seq);
    CHECK(need(mia.history(number_of(Account), c.alpha, 1)).size() == 1);
    CHECK(need(mia.history(number_of(Account), c.alpha, 0)).empty());
  });
}

TEST_CASE("the history speaks the session's language and names only what may be seen") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session ann = world.as("ann", Language::chinese);
    Record<Account> patch;
    patch[Account.key_account] = true;
    patch[Account.roles] = "|bank|customer|";
    patch[Account.founded] = on(1, 2);
    need(ann.update(c.alpha, patch));
    const auto entries = need(ann.history(number_of(Account), c.alpha));
    REQUIRE(entries.size() == 3);
    CHECK(field(entries[0], "key_account").label == "大客户");
    CHECK(field(entries[0], "key_account").after == "是");
    CHECK(field(entries[0], "roles").after == "银行、客户");
    CHECK(field(entries[0], "founded").after == "2026-01-02");
    CHECK(field(entries[1], "tier").label == "客户级别");
    CHECK(field(entries[1], "tier").after == "A级");
    CHECK(entries[2].actor_name == "系统");
    CHECK(field(entries[2], "parent").after == c.group.text());  // Mia's group stays an id
    Session wei = world.as("wei");
    CHECK(refusal(wei.history(number_of(Account), c.alpha)).find("There is no Account") == 0);
    CHECK(refusal(wei.history(4711, c.alpha)) == "There is no entity 4711: use one that the data dictionary names.");
  });
}

TEST_CASE("an archived record keeps its history") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session mia = world.as("mia");
    need(mia.archive(Account, c.alpha));
    need(mia.restore(Account, c.alpha));
    const auto entries = need(mia.history(number_of(Account), c.alpha));
    REQUIRE(entries.size() == 4);
    CHECK(entries[0].kind == "restore");
    CHECK(entries[1].kind == "archive");
    CHECK(need(mia.timeline(c.alpha))[0].title == "Account restored");
  });
}

TEST_CASE("the change feed misses nothing that may be seen and shows nothing else") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session admin = world.as("admin"), ann = world.as("ann");
    const auto all = need(admin.changes_since(0));
    REQUIRE(all.size() > 50);
    std::int64_t last = 0;
    for (const ChangeEntry& entry : all) {
      CHECK(entry.seq > last);
      last = entry.seq;
    }
    CHECK(need(admin.changes_since(last)).empty());
    CHECK(need(world.store.system_session("sample check").changes_since(0)).size() == all.size());

    const auto seen = need(ann.changes_since(0));
    CHECK(seen.size() < all.size());
    std::set<Id> records;
    for (const ChangeEntry& entry : seen) records.insert(entry.record);
    CHECK(records.contains(c.alpha));
    CHECK(records.contains(c.pool));
    CHECK(records.contains(c.first));
    CHECK(records.contains(world.east));  // departments are open to all
    for (const Id& other : {c.beta, c.group, c.hidden}) CHECK_FALSE(records.contains(other));

    std::vector<std::int64_t> paged;
    for (std::int64_t after = 0;;) {
      const auto page = need(ann.changes_since(after, 3));
      if (page.empty()) break;
      CHECK(page.size() <= 3);
      for (const ChangeEntry& entry : page) paged.push_back(entry.seq);
      after = page.back().seq;
    }
    std::vector<std::int64_t> whole;
    for (const ChangeEntry& entry : seen) whole.push_back(entry.seq);
    CHECK(paged == whole);
    CHECK(need(ann.changes_since(0, 0)).empty());
  });
}

TEST_CASE("one command's changes share their set") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session ann = world.as("ann");
    const std::int64_t before = need(world.as("admin").changes_since(0)).back().seq;
    Record<Opportunity> next;
    next[Opportunity.stage] = "negotiation";
    const Outcome outcome = need(ann.update(c.first, next));
    const auto changes = need(ann.changes_since(before));
    REQUIRE(changes.size() == 2);  // the opportunity, and the step in its stage history
    CHECK(changes[0].change_set == outcome.change_set);
    CHECK(changes[1].change_set == outcome.change_set);
    CHECK(changes[0].entity == "opportunity");
    CHECK(changes[1].entity == "stage_change");
  });
}
