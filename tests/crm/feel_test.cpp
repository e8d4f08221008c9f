// Conditions in FEEL through a session: asked on the spot, saved, as segments, and what they say when they are wrong.
#include "refusal.h"
#include "world.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

std::vector<std::string> names_under(Session& session, std::string_view feel) {
  const Expr condition = need(session.condition(Account, feel));
  const auto page = need(session.find<Account>(condition));
  CHECK(need(session.count(number_of(Account), condition)) == static_cast<std::int64_t>(page.rows.size()));
  std::vector<std::string> names;
  for (const auto& row : page.rows) names.emplace_back(row[Account.name]);
  return names;
}

Id customer(Session& session, std::string_view name, std::string_view tier, std::int64_t employees, std::string_view roles = {}) {
  auto row = account(name);
  if (!tier.empty()) row[Account.tier] = Picklist(tier);
  if (employees >= 0) row[Account.employees] = employees;
  if (!roles.empty()) row[Account.roles] = CodeSet(roles);
  return need(session.create(row)).record;
}

void deal(Session& session, std::string_view name, const Id& account, std::int64_t yuan, std::string_view stage, Currency currency = CNY) {
  Record<Opportunity> row;
  row[Opportunity.name] = Text(name);
  row[Opportunity.account] = Ref<AccountEntity>(account);
  row[Opportunity.amount] = Money{yuan * 100, currency};
  row[Opportunity.stage] = Picklist(stage);
  need(session.create(row));
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a condition in FEEL finds what it says") {
  on_both_backends([](World& world) {
    Session& s = world.admin;
    const Id one = customer(s, "Sample One", "A", 500, "|bank|customer|");
    const Id two = customer(s, "Sample Two", "B", 50);
    customer(s, "样品三", "", -1);
    deal(s, "First", one, 5000, "prospecting");
    deal(s, "Second", one, 70000, "proposal");
    deal(s, "Third", two, 100, "prospecting", Currency{840});
    CHECK(names_under(s, "tier = \"A\" and employees > 100") == Names{"Sample One"});
    CHECK(names_under(s, "客户级别 = \"A\"") == Names{"Sample One"});
    CHECK(names_under(s, "tier != \"A\"") == Names{"Sample Two", "样品三"});  // what is not known is not A
    CHECK(names_under(s, "not(employees > 100)") == Names{"Sample Two"});      // but it is not known to be up to 100
    CHECK(names_under(s, "tier = null or employees between 40 and 60") == Names{"Sample Two", "样品三"});
    CHECK(names_under(s, "\"bank\" in roles") == Names{"Sample One"});
    CHECK(names_under(s, "matches(name, \"^Sample T\") and tier in (\"A\", \"B\")") == Names{"Sample Two"});
    CHECK(names_under(s, "string length(name) = 3") == Names{"样品三"});
    CHECK(names_under(s, "count(opportunity) >= 2") == Names{"Sample One"});
    CHECK(names_under(s, "count(opportunity[stage = \"proposal\"]) = 0") == Names{"Sample Two", "样品三"});
    CHECK(names_under(s, "some o in opportunity satisfies o.amount > money(6000, \"CNY\")") == Names{"Sample One"});
    CHECK(names_under(s, "every o in opportunity satisfies o.amount.amount < 1000") == Names{"Sample Two", "样品三"});
    CHECK(names_under(s, "created_at > now() - duration(\"P1D\") and founded = null").size() == 3);
    CHECK(names_under(s, "created_by = me").size() == 3);
    const Expr rich = need(s.condition(Opportunity, "account.tier = \"A\" and amount >= money(5000.00, \"CNY\")"));
    CHECK(need(s.count(number_of(Opportunity), rich)) == 2);
    const Expr unlike = need(s.condition(Opportunity, "not(amount = money(100, \"CNY\"))"));
    CHECK(need(s.count(number_of(Opportunity), unlike)) == 2);  // an amount in dollars is not known to differ
    CHECK(need(s.count(number_of(Opportunity), need(s.condition(Opportunity, "account.owner.login = \"admin\"")))) == 3);
  });
}

TEST_CASE("custom fields and labels are names like others") {
  on_both_backends([](World& world) {
    Record<CustomField> field;
    field[CustomField.entity] = "account";
    field[CustomField.name] = "fleet";
    field[CustomField.type] = "integer";
    field[CustomField.label_zh] = "车队规模";
    need(world.admin.create(field));
    auto row = account("Sample One");
    row.set(*world.admin.schema()->find("account")->find("fleet"), Codec<Int>::pack(7));
    need(world.admin.create(row));
    add_account(world.admin, "Sample Two");
    CHECK(names_under(world.admin, "fleet > 5") == Names{"Sample One"});
    CHECK(names_under(world.admin, "车队规模 * 2 = 14") == Names{"Sample One"});
  });
}

TEST_CASE("related records that may not be read count as not there") {
  on_both_backends([](World& world) {
    Session ann = world.as("ann");
    Session wei = world.as("wei");
    const Id one = customer(ann, "Sample One", "A", 1);
    const Id hidden = customer(wei, "Sample Hidden", "A", 9);
    need(world.admin.condition(Account, "parent.employees = 9"));
    Record<Account> patch;
    patch[Account.parent] = Ref<AccountEntity>(hidden);
    need(world.admin.update(one, patch));
    CHECK(names_under(world.admin, "parent.employees = 9") == Names{"Sample One"});
    CHECK(names_under(ann, "parent.employees = 9").empty());
    CHECK(names_under(ann, "parent.employees = null") == Names{"Sample One"});
    CHECK(names_under(ann, "parent.employees != 9 and upper case(parent.name) = null") == Names{"Sample One"});
  });
}

TEST_CASE("a condition that cannot be says where and what was expected") {
  World world(":memory:", {});
  Session& s = world.admin;
  const auto said = [&](std::string_view feel) { return refusal(s.condition(Account, feel)); };
  CHECK(said("tierr = \"A\"") == "Character 1: account has nothing called “tierr”. Perhaps you mean one of: tier.");
  CHECK(said("tier = \"Z\"").starts_with("Character 8: “Z” is none of the values of tier: "));
  CHECK(said("tier = ") == "Character 8: expected an expression, found the end.");
  CHECK(said("employees > \"many\"") == "Character 11: number and string cannot stand on the two sides of “>”.");
  CHECK(said("revenue > 100") ==
        "Character 1: an amount has a currency. Compare it with money(1000, \"CNY\"), or its number as revenue.amount.");
  CHECK(said("revenue > money(1, \"XXY\")") == "Character 16: there is no currency “XXY”: use a code of ISO 4217 such as CNY.");
  CHECK(said("owner = \"Ann\"") == "Character 9: “Ann” is no record's id, with which owner could be compared.");
  CHECK(said("parent.employees > employees") ==
        "Character 18: this looks at parent.employees and employees at once, which are fields of different records: compare each with a constant.");
  CHECK(said("sum(opportunity.probability) > 1").find("can be asked with “some … satisfies”") != std::string::npos);
  CHECK(refusal(s.condition(4711, "true")) == "There is no entity number 4711 to ask.");
  const auto loop = need(s.condition(Account, "count(for i in 1..1000000 return string length(name)) > 0"));
  add_account(s, "Sample One");
  CHECK(refusal(s.find<Account>(loop)) == "The evaluation took more than 200000 steps and was stopped.");
  CHECK(refusal(s.count(number_of(Account), loop)) == "The evaluation took more than 200000 steps and was stopped.");
}

TEST_CASE("a plan shows what the database answers and what is left for each row") {
  on_both_backends([](World& world) {
    const auto plan = need(world.admin.explain(number_of(Account), "客户级别 = \"A\" and matches(name, \"上海.*\") and count(opportunity) > 1 and employees + 1 > 5"));
    CHECK(plan.by_database == std::vector<std::string>{"tier = \"A\"", "count(opportunity) > 1", "(employees + 1) > 5"});
    CHECK(plan.by_row == std::vector<std::string>{"matches(name, \"上海.*\")"});
    CHECK(plan.sql == "(account.tier = ?1 AND (SELECT count(*) FROM opportunity t1 WHERE t1.account = account.id AND t1.archived_at IS NULL) >= ?2 AND "
                      "account.employees > ?3)");
    CHECK(plan.values == std::vector<std::string>{"\"A\"", "2", "4"});
    const auto sides = need(world.admin.explain(number_of(Opportunity), "probability * 2 > score + 1 or created_at < updated_at"));
    CHECK(sides.by_row.empty());
  });
}

TEST_CASE("nothing in a condition gets into the statement") {
  on_both_backends([](World& world) {
    add_account(world.admin, "Sample'); DROP TABLE gx_account; --");
    CHECK(names_under(world.admin, "name = \"Sample'); DROP TABLE gx_account; --\"").size() == 1);
    CHECK(names_under(world.admin, "name = \"' OR 1=1 --\"").empty());
    CHECK(names_under(world.admin, "ends with(name, \"--\")").size() == 1);
  });
}

TEST_CASE("a saved filter goes by its name, for its owner or for all") {
  on_both_backends([](World& world) {
    Session ann = world.as("ann"), bob = world.as("bob", Language::chinese);
    customer(ann, "Sample One", "A", 500);
    const auto saved = [](std::string_view name, std::string_view entity, std::string_view condition) {
      Record<SavedFilter> row;
      row[SavedFilter.name] = Text(name);
      row[SavedFilter.entity] = Text(entity);
      row[SavedFilter.condition] = Text(condition);
      return row;
    };
    auto row = saved("Big ones", "account", "employees > 100");
    const Id id = need(ann.create(row)).record;
    CHECK(need(ann.find(number_of(Account), need(ann.filter("Big ones")).condition)).rows.size() == 1);
    CHECK(refusal(bob.filter("Big ones")) == "There is no saved filter \"Big ones\" of yours, and no shared one: look at the list of saved filters.");
    Record<SavedFilter> patch;
    patch[SavedFilter.shared] = true;
    const auto shared = need(ann.update(id, patch));
    CHECK(need(bob.filter("Big ones")).text == "employees > 100");
    need(ann.undo(shared.change_set));
    CHECK_FALSE(bob.filter("Big ones"));
    auto again = saved("Big ones", "account", "employees > 200");
    CHECK(refusal(ann.create(again)) == "You have a Saved filter \"Big ones\" already: choose another name, or change that one.");
    auto misspelt = saved("Wrong", "account", "employes > 100");
    const auto wrong = ann.create(misspelt);
    CHECK(refusal(wrong) == "Character 1: account has nothing called “employes”. Perhaps you mean one of: employees.");
    CHECK(wrong.error().field() == "condition");
    auto lost = saved("Lost", "acount", "true");
    CHECK(refusal(ann.create(lost)) == "There is no entity \"acount\": use its name, such as account.");
  });
}

TEST_CASE("a saved filter goes by its name in other conditions") {
  on_both_backends([](World& world) {
    Session ann = world.as("ann"), bob = world.as("bob", Language::chinese);
    customer(ann, "Sample One", "A", 500);
    customer(ann, "Sample Two", "A", 50);
    customer(ann, "Sample Three", "B", 700);
    customer(ann, "Sample Four", "", -1);
    const auto save = [&](std::string_view name, std::string_view condition, std::string_view entity = "account") {
      Record<SavedFilter> row;
      row[SavedFilter.name] = Text(name);
      row[SavedFilter.entity] = Text(entity);
      row[SavedFilter.condition] = Text(condition);
      return ann.create(row);
    };
    const Id big = need(save("Big ones", "employees > 100")).record;
    need(save("Good ones", "filter(\"Big ones\") and tier = \"A\""));
    CHECK(names_under(ann, "filter(\"Big ones\") and tier = \"B\"") == Names{"Sample Three"});
    CHECK(names_under(ann, "筛选(\"Good ones\")") == Names{"Sample One"});
    CHECK(names_under(ann, "not(filter(\"Big ones\"))") == Names{"Sample Two"});  // of the fourth nothing is known
    CHECK(names_under(ann, "if filter(\"Good ones\") then false else tier != null") == Names{"Sample Two", "Sample Three"});
    CHECK(need(ann.find<Account>(need(ann.filter("Good ones")).condition)).rows.size() == 1);
    const auto counted = need(ann.dimensions(number_of(Account), need(ann.condition(Account, "filter(\"Big ones\")"))));
    CHECK_FALSE(counted.empty());
    CHECK(need(ann.explain(number_of(Account), "filter(\"Good ones\")")).by_database == Names{"filter(\"Good ones\")"});

    Record<SavedFilter> patch;
    patch[SavedFilter.condition] = "filter(\"Good ones\")";
    const auto cycle = ann.update(big, patch);
    CHECK(refusal(cycle) == "The saved filter \"Big ones\" leads back to itself: Big ones → Good ones → Big ones. Take it out of one of them.");
    CHECK(cycle.error().field() == "condition");
    CHECK(refusal(save("Self", "filter(\"Self\")")) == "The saved filter \"Self\" leads back to itself: Self → Self. Take it out of one of them.");
    CHECK(refusal(save("Lost", "filter(\"Gone\")")) == "There is no saved filter \"Gone\" of yours, and no shared one: look at the list of saved filters.");
    CHECK(refusal(ann.condition(Contact, "filter(\"Big ones\")")) == "The saved filter \"Big ones\" is about account, this condition about contact.");
    const std::string apart = ": a saved filter stands beside “and”, “or”, “not” and “if”, with its name as a text: filter(\"…\").";
    CHECK(refusal(ann.condition(Account, "string(filter(\"Big ones\")) = \"true\"")).ends_with(apart));
    CHECK(refusal(ann.condition(Account, "filter(name)")).ends_with(apart));
    const auto hers = bob.condition(Account, "filter(\"Big ones\")");
    CHECK(refusal(hers) == "There is no saved filter \"Big ones\" of yours, and no shared one: look at the list of saved filters.");
    CHECK(hers.error().text(Language::chinese) == "没有您的或共享的筛选条件“Big ones”：请查看已保存的筛选条件。");
    std::string last = "Big ones";
    for (int i = 0; i < 8; ++i) {
      const std::string next = "Twice " + std::to_string(i);
      const auto saved = save(next, "filter(\"" + last + "\") or filter(\"" + last + "\")");
      if (!saved) {
        CHECK(refusal(saved) == "The condition comes to more than 200 saved filters, counting each time that one is named: simplify it.");
        break;
      }
      last = next;
      CHECK(i < 7);
    }
    need(world.admin.archive(SavedFilter, big));
    CHECK(refusal(ann.filter("Good ones")) ==
          "There is no saved filter \"Big ones\" of yours, and no shared one: look at the list of saved filters.");
  });
}

TEST_CASE("a segment holds whom its condition finds, with those put on and without those taken off") {
  on_both_backends([](World& world) {
    Session& s = world.admin;
    const Id one = customer(s, "Sample One", "A", 1), two = customer(s, "Sample Two", "A", 2), three = customer(s, "Sample Three", "B", 3);
    Record<Segment> row;
    row[Segment.name] = "Top";
    row[Segment.entity] = "account";
    row[Segment.condition] = "tier = \"A\"";
    const Id segment = need(s.create(row)).record;
    const auto members = [&] {
      Names names;
      for (const auto& found : need(s.find<Account>(need(s.segment("Top")).condition)).rows) names.emplace_back(found[Account.name]);
      return names;
    };
    const auto enter = [&](const Id& record, bool excluded) {
      Record<SegmentMember> member;
      member[SegmentMember.segment] = Ref<SegmentEntity>(segment);
      member[SegmentMember.record] = record;
      if (excluded) member[SegmentMember.excluded] = true;
      return s.create(member);
    };
    CHECK(members() == Names{"Sample One", "Sample Two"});
    need(enter(three, false));
    need(enter(one, true));
    CHECK(members() == Names{"Sample Two", "Sample Three"});
    CHECK(refusal(enter(three, true)) == "The record " + three.text() + " stands in the segment \"Top\" already: change that entry.");
    CHECK(refusal(enter(segment, false)).starts_with("The segment \"Top\" holds records of "));
    Record<Segment> patch;
    patch[Segment.condition] = nullptr;
    need(s.update(segment, patch));
    CHECK(members() == Names{"Sample Three"});
    CHECK(refusal(s.segment("Other")) == "There is no segment \"Other\" of yours, and no shared one: look at the list of segments.");
    CHECK(two != one);
  });
}
