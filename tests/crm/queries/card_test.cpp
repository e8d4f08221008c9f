#include <doctest/doctest.h>

#include <stdexcept>

#include "crm/queries/customers.h"
#include "guanxi/query.h"
#include "refusal.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

const CardCount& count_named(const CustomerCard& card, std::string_view name) {
  for (const CardCount& count : card.counts)
    if (count.name == name) return count;
  FAIL("the card has no count " << name);
  return card.counts.front();
}

template <class Rows>
std::vector<Id> ids(const Rows& rows) {
  std::vector<Id> out;
  for (const auto& row : rows) out.push_back(row.id());
  return out;
}

std::vector<Id> contact_ids(const CustomerCard& card) {
  std::vector<Id> out;
  for (const auto& [link, contact] : card.contacts) out.push_back(contact.id());
  return out;
}

void check_drills(Session& session, const CustomerCard& card) {
  for (const CardCount& count : card.counts) {
    CAPTURE(count.name);
    const EntityType* type = session.schema()->find(count.drill.entity);
    REQUIRE(type != nullptr);
    CHECK(need(session.count(type->number(), count.drill.condition)) == count.count);
    CHECK(need(session.find(type->number(), count.drill.condition)).rows.size() == static_cast<std::size_t>(count.count));
  }
}

}  // namespace

TEST_CASE("the card shows a customer whole, with names, lists, numbers and a way on from each number") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session ann = world.as("ann");
    const CustomerCard card = need(ann.card(c.alpha));
    CHECK(card.account[Account.name] == "Sample Alpha Trading");
    CHECK(card.owner_name == "Ann Sample");
    CHECK(card.department_name == "East");
    CHECK(card.parent_name.empty());  // Mia's, not Ann's to see
    CHECK(card.children.empty());
    CHECK(contact_ids(card) == std::vector<Id>{c.primary, c.secondary, c.own_contact});
    CHECK(card.contacts[0].first[AccountContact.primary]);
    CHECK(card.contacts[2].first.id().empty());
    CHECK(card.contacts[2].first[AccountContact.contact] == c.own_contact);
    CHECK(ids(card.opportunities) == std::vector<Id>{c.foreign, c.first, c.lost, c.won});
    CHECK(ids(card.requests) == std::vector<Id>{c.open_request, c.closed_request});
    CHECK(ids(card.contracts) == std::vector<Id>{c.draft, c.contract});
    CHECK(ids(card.next_activities) == std::vector<Id>{c.overdue, c.tomorrow, c.meeting, c.someday});
    CHECK(card.documents.size() == 2);
    CHECK(card.projects.size() == 1);
    CHECK(card.timeline.size() == 15);
    CHECK(card.facts.empty());
    CHECK(card.fact_errors.empty());
    check_drills(ann, card);
  });
}

TEST_CASE("the numbers on the card are those of the story") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session ann = world.as("ann");
    const CustomerCard card = need(ann.card(c.alpha));
    const auto counted = [&](std::string_view name) { return count_named(card, name).count; };
    const auto sums = [&](std::string_view name) { return count_named(card, name).amounts; };
    CHECK(card.counts.size() == 12);
    CHECK(counted("open_opportunities") == 2);
    CHECK(sums("open_opportunities") == std::vector<Money>{cny(1'000), usd(500)});
    CHECK(counted("won_opportunities") == 1);
    CHECK(sums("won_opportunities") == std::vector<Money>{cny(2'000)});
    CHECK(counted("contracts") == 1);
    CHECK(sums("contracts") == std::vector<Money>{cny(10'000)});
    CHECK(counted("unpaid_instalments") == 2);
    CHECK(sums("unpaid_instalments") == std::vector<Money>{cny(5'000)});  // 3000 − 1000 paid, and 3000
    CHECK(counted("overdue_instalments") == 1);                           // the third is due today
    CHECK(sums("overdue_instalments") == std::vector<Money>{cny(2'000)});
    CHECK(counted("open_requests") == 1);
    CHECK(counted("open_activities") == 4);
    CHECK(counted("overdue_activities") == 1);
    CHECK(counted("children") == 0);
    CHECK(counted("documents") == 2);
    CHECK(counted("projects") == 1);
    CHECK(counted("contacts") == 3);
    CHECK(count_named(card, "contracts").label == "Signed contracts");
    Session chinese = world.as("ann", Language::chinese);
    CHECK(count_named(need(chinese.card(c.alpha)), "contracts").label == "已签合同");
  });
}

TEST_CASE("a manager's card shows what the seller may not see, a colleague has none") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session mia = world.as("mia");
    const CustomerCard card = need(mia.card(c.alpha));
    CHECK(card.parent_name == "Sample Group");
    CHECK(contact_ids(card) == std::vector<Id>{c.primary, c.secondary, c.hidden, c.own_contact});
    CHECK(count_named(card, "contacts").count == 4);
    check_drills(mia, card);
    const CustomerCard group = need(mia.card(c.group));
    CHECK(ids(group.children) == std::vector<Id>{c.alpha});
    CHECK(count_named(group, "children").count == 1);

    Session wei = world.as("wei");
    CHECK(refusal(wei.card(c.alpha)) == "There is no Account " + c.alpha.text() +
                                            ", or you may not see it: check the id, or ask its owner to share it.");
    CHECK(need(wei.card(c.pool)).owner_name.empty());
  });
}

TEST_CASE("a new customer's card is empty but whole") {
  with_customers([](World& world, const Customers&, const SampleClock&) {
    Session ann = world.as("ann");
    const Id bare = add_account(ann, "Sample Bare Shell");
    const CustomerCard card = need(ann.card(bare));
    CHECK(card.contacts.empty());
    CHECK(card.opportunities.empty());
    CHECK(card.next_activities.empty());
    CHECK(card.identifiers.empty());
    REQUIRE(card.counts.size() == 12);
    for (const CardCount& count : card.counts) {
      CHECK(count.count == 0);
      CHECK(count.amounts.empty());
    }
    check_drills(ann, card);
    REQUIRE(card.timeline.size() == 1);
    CHECK(card.timeline[0].title == "Account created");
  });
}

TEST_CASE("the card lists how to reach a customer and by which numbers others know it") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session ann = world.as("ann");
    Record<ContactPoint> point;
    point[ContactPoint.account] = c.alpha;
    point[ContactPoint.type] = "email";
    point[ContactPoint.value] = "office@alpha.example";
    stored<ContactPoint>(ann, point);
    Session system = world.store.system_session("sample set-up");
    for (const Id& account : {c.alpha, c.beta}) {
      Record<PartyIdentifier> identifier;
      identifier[PartyIdentifier.entity] = "account";
      identifier[PartyIdentifier.record] = account;
      identifier[PartyIdentifier.type] = "external";
      identifier[PartyIdentifier.system] = "sample-erp";
      identifier[PartyIdentifier.value] = Text(account.text());
      stored<PartyIdentifier>(system, identifier);
    }
    const CustomerCard card = need(ann.card(c.alpha));
    REQUIRE(card.contact_points.size() == 1);
    CHECK(card.contact_points[0][ContactPoint.value] == "office@alpha.example");
    REQUIRE(card.identifiers.size() == 1);
    CHECK(card.identifiers[0][PartyIdentifier.value] == Text(c.alpha.text()));
  });
}

TEST_CASE("more people than a condition can list are still counted and led to") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session ann = world.as("ann");
    need(ann.transaction([&]() -> Result<void> {
      for (int i = 0; i < 1001; ++i) {
        Record<Contact> row;
        row[Contact.name] = Text("Sample Person " + std::to_string(i));
        row[Contact.account] = c.alpha;
        CommandOptions options;
        options.on_duplicate = OnDuplicate::allow;
        if (auto done = ann.create(row, options); !done) return std::move(done).error();
      }
      return {};
    }));
    const CustomerCard card = need(ann.card(c.alpha));
    CHECK(count_named(card, "contacts").count == 1004);
    const EntityType* type = ann.schema()->find("contact");
    CHECK(need(ann.count(type->number(), count_named(card, "contacts").drill.condition)) == 1004);
    REQUIRE(card.contacts.size() == 50);
    CHECK(card.contacts[0].second.id() == c.primary);
  });
}

TEST_CASE("facts of other systems stand on the card, and failures as sentences") {
  StoreOptions options;
  static constexpr Message down{"sample.down", "the sample ledger is closed at night.", "示例账务系统夜间关闭。"};
  Id asked;
  options.facts.push_back({"finance", [&](const Id& account) -> Result<std::vector<Fact>> {
                             asked = account;
                             return std::vector<Fact>{{"", "open_invoices", "Open invoices", "3", {}}};
                           }});
  options.facts.push_back({"ledger", [](const Id&) -> Result<std::vector<Fact>> { return Error(Code::io, down); }});
  options.facts.push_back({"stock", [](const Id&) -> Result<std::vector<Fact>> { throw std::runtime_error("sample line cut"); }});
  options.facts.push_back({"weather", [](const Id&) -> Result<std::vector<Fact>> { throw 42; }});
  options.facts.push_back({"nothing", {}});
  with_customers(
      [&](World& world, const Customers& c, const SampleClock&) {
        Session ann = world.as("ann");
        const CustomerCard card = need(ann.card(c.alpha));
        CHECK(asked == c.alpha);
        REQUIRE(card.facts.size() == 1);
        CHECK(card.facts[0].source == "finance");
        CHECK(card.facts[0].value == "3");
        CHECK(card.fact_errors == std::vector<std::string>{
                                      "\"ledger\" could not answer: the sample ledger is closed at night.",
                                      "\"stock\" could not answer: sample line cut",
                                      "\"weather\" broke off while answering; its facts are missing.",
                                      "\"nothing\" has no function that could be asked: set FactProvider::facts."});
        Session chinese = world.as("ann", Language::chinese);
        const CustomerCard said = need(chinese.card(c.alpha));
        CHECK(said.fact_errors == std::vector<std::string>{"“ledger”未能提供信息：示例账务系统夜间关闭。",
                                                           "“stock”未能提供信息：sample line cut",
                                                           "“weather”查询时异常中断，信息缺失。",
                                                           "“nothing”没有可调用的查询函数：请设置 FactProvider::facts。"});
        asked = {};
        Session wei = world.as("wei");
        CHECK_FALSE(wei.card(c.alpha).ok());
        CHECK(asked.empty());  // nobody is asked about what may not be seen
      },
      options);
}

TEST_CASE("from a document or project back to its records, as far as they may be seen") {
  with_customers([](World& world, const Customers& c, const SampleClock&) {
    Session ann = world.as("ann"), mia = world.as("mia");
    const auto own = need(ann.links_of_document("doc:sample/2"));
    REQUIRE(own.size() == 1);
    CHECK(own[0][DocumentLink.record] == c.alpha);
    const auto all = need(mia.links_of_document("doc:sample/2"));
    REQUIRE(all.size() == 2);
    CHECK(all[1][DocumentLink.record] == c.beta);
    CHECK(need(ann.links_of_document("doc:sample/none")).empty());
    CHECK(need(ann.links_of_project("PRJ-SAMPLE")).size() == 1);
    CHECK(need(world.as("wei").links_of_project("PRJ-SAMPLE")).empty());
  });
}
