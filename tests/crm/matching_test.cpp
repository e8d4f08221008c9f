// The detector behind the duplicate check: what it finds, what it may not tell, and how its index follows the rows.
#include <sqlite3.h>

#include <algorithm>
#include <fstream>

#include "guanxi/duplicates.h"
#include "guanxi/import.h"
#include "world.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

Record<Account> full_account(std::string_view name, std::string_view phone, std::string_view city, std::string_view address) {
  auto row = account(name);
  row[Account.phone] = Text(phone);
  row[Account.city] = Text(city);
  row[Account.address] = Text(address);
  return row;
}

Record<Account> known() { return full_account("上海样例精密机械制造有限公司", "021-55550142", "上海", "样本路 88 号"); }
// The same, as somebody else would type it: no key of the two is equal but the telephone number.
Record<Account> retyped() { return full_account("样例精密机械", "(021) 5555 0142", "上海市", "样本路88号3楼"); }

// Some other customers, so that what is rare is rare.
void add_others(Session& session) {
  const std::vector<std::string> brands{"青禾", "远帆", "同泰", "蓝桥", "宏景", "北辰", "嘉和", "立新", "云际", "东篱"};
  const std::vector<std::string> trades{"贸易", "软件", "食品", "物流", "电子"};
  need(session.transaction([&]() -> Result<void> {
    for (const auto& brand : brands)
      for (const auto& trade : trades) add_account(session, "示例" + brand + trade + "有限公司");
    return {};
  }));
}

std::vector<DuplicateHit> like(Session& session, const AnyRecord& row) { return need(check_duplicates(session, row)).hits; }

void set_rule(World& world, std::string_view source, std::string_view choice, std::optional<std::int64_t> refuse_at = {}) {
  Record<DuplicateRule> rule;
  rule[DuplicateRule.entity] = "account";
  if (!source.empty()) rule[DuplicateRule.source] = Text(source);
  rule[DuplicateRule.choice] = Picklist(choice);
  if (refuse_at) rule[DuplicateRule.refuse_at] = *refuse_at;
  need(world.admin.create(rule));
}

}  // namespace

TEST_CASE("a customer typed another way is found, with the parts of its score in both languages") {
  on_both_backends([](World& world) {
    add_others(world.admin);
    auto row = known();
    const Id id = need(world.admin.create(row)).record;
    const DuplicateCheck check = need(check_duplicates(world.admin, retyped()));
    REQUIRE_FALSE(check.hits.empty());
    CHECK(check.verdict == "same");
    CHECK(check.hits[0].record == id);
    CHECK(check.hits[0].score > 0);
    CHECK(check.hits[0].explanation.find("Phone") != std::string::npos);
    CHECK(check.hits[0].explanation.find(" · ") != std::string::npos);
    CHECK_FALSE(check.partial);
    Session chinese = world.as("admin", Language::chinese);
    CHECK(like(chinese, retyped())[0].explanation.find("电话") != std::string::npos);
    CHECK(need(check_duplicates(world.admin, account("毫不相干的客户"))).verdict == "new");
  });
}

TEST_CASE("create and update refuse what is the same, store it when told to, and say so") {
  on_both_backends([](World& world) {
    add_others(world.admin);
    auto row = known();
    const Id id = need(world.admin.create(row)).record;
    auto again = retyped();
    const auto refused = world.admin.create(again);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == Code::duplicate);
    const Outcome stored = need(world.admin.create(again, {.reason = "two plants", .on_duplicate = OnDuplicate::allow}));
    REQUIRE_FALSE(stored.duplicates.empty());
    CHECK(stored.duplicates[0].record == id);
    CHECK(stored.duplicates[0].verdict == "same");

    const Id other = add_account(world.admin, "另一家公司");
    Record<Account> patch = retyped();
    const auto changed = world.admin.update(other, patch);
    REQUIRE_FALSE(changed);
    CHECK(changed.error().code() == Code::duplicate);
    Record<Account> harmless;
    harmless[Account.note] = "nothing that is compared";
    CHECK(need(world.admin.update(stored.record, harmless)).duplicates.empty());
  });
}

TEST_CASE("rules say how strict the check is for an entity and a source") {
  on_both_backends([](World& world) {
    add_others(world.admin);
    auto row = known();
    need(world.admin.create(row));
    auto again = retyped();
    set_rule(world, "", "reason");
    const auto unexplained = world.admin.create(again, {.on_duplicate = OnDuplicate::allow});
    REQUIRE_FALSE(unexplained);
    CHECK(unexplained.error().text().find("to create this one anyway, give a reason.") != std::string::npos);
    CHECK(unexplained.error().text(Language::chinese).find("确需新建时必须说明理由。") != std::string::npos);
    CHECK(unexplained.error().text().find("(phone equal)") != std::string::npos);
    CHECK(unexplained.error().text(Language::chinese).find("（电话相同）") != std::string::npos);

    set_rule(world, "web", "refuse");
    const auto never = world.admin.create(again, {.reason = "please", .on_duplicate = OnDuplicate::allow, .source = "web"});
    REQUIRE_FALSE(never);
    CHECK(never.error().text().find("and a rule of the duplicate check allows no second one: open that one, or ask an administrator.") != std::string::npos);
    CHECK(never.error().text(Language::chinese).find("查重规则不允许重复新建：请使用已有记录，或联系管理员。") != std::string::npos);

    set_rule(world, "lenient", "warn");
    CHECK_FALSE(need(world.admin.create(again, {.source = "lenient"})).duplicates.empty());
    set_rule(world, "keys", "exact");
    auto third = retyped();
    third[Account.name] = "上海样例精密机械";
    third[Account.phone] = "021-55550199";
    set_rule(world, "low", "refuse", 1);
    const auto alike = world.admin.create(third, {.source = "low"});
    REQUIRE_FALSE(alike);
    CHECK(alike.error().text().find(" alike)") != std::string::npos);
    CHECK(alike.error().text(Language::chinese).find("相近）") != std::string::npos);
    CHECK(need(world.admin.create(third, {.source = "keys"})).duplicates.empty());
    auto fourth = retyped();
    CHECK(need(world.admin.create(fourth, {.reason = "a plant of its own", .on_duplicate = OnDuplicate::allow})).duplicates.size() >= 2);
  });
}

TEST_CASE("a rule of the check that cannot be meant is refused") {
  World world(":memory:", {});
  const auto refusal = [&](const auto& fill) {
    Record<DuplicateRule> rule;
    rule[DuplicateRule.entity] = "account";
    fill(rule);
    const auto result = world.admin.create(rule);
    REQUIRE_FALSE(result);
    return std::pair(result.error().text(), result.error().text(Language::chinese));
  };
  const auto nowhere = refusal([](auto& rule) { rule[DuplicateRule.entity] = "customer"; });
  CHECK(nowhere.first == "There is no entity \"customer\" for this rule of the duplicate check: write account, contact or lead.");
  CHECK(nowhere.second == "查重规则所指的对象“customer”不存在：请填写 account、contact 或 lead。");
  const auto crossed = refusal([](auto& rule) { rule[DuplicateRule.refuse_at] = 2, rule[DuplicateRule.warn_at] = 5; });
  CHECK(crossed.first == "A score that is refused (2) must not be lower than one that is only named (5): raise refuse_at, or lower warn_at.");
  CHECK(crossed.second == "拒绝阈值（2）不能低于提示阈值（5）：请提高拒绝阈值或降低提示阈值。");
  set_rule(world, "web", "refuse");
  const auto second = refusal([](auto& rule) { rule[DuplicateRule.source] = "web"; });
  CHECK(second.first == "There is a rule of the duplicate check for Account and this source already: change that one.");
  CHECK(second.second == "客户的该来源已有查重规则：请修改已有的规则。");
  set_rule(world, "", "warn");
  CHECK(refusal([](auto&) {}).first == second.first);
  set_rule(world, "erp", "warn");
}

TEST_CASE("odd records are stored, checked and searched, and none is another's duplicate") {
  on_both_backends([](World& world) {
    std::string many;
    for (int i = 0; i < 10'000; ++i) many += "测";
    const std::string names[]{"A", "司", "有限公司", "Ltd", "שלום עולם", "مرحبا co., ltd", "🙂🙂", "上海 Acme שלום", std::string(10'000, 'x'), many, "()", "..."};
    const std::string phones[]{"0000000", "11111111"}, people[]{"ada", "boris", "chen", "dora", "emil", "farah", "gustav", "hana", "ivan", "jutta", "karim", "lena"};
    std::size_t made = 0, tried = 0;
    for (const auto& name : names) {
      auto row = account(name);
      row[Account.phone] = Text(phones[tried % 2]);
      const std::string mail = people[tried++] + "@gmail.com";
      row[Account.email] = Text(mail);
      const auto result = world.admin.create(row, {.on_duplicate = OnDuplicate::warn});
      if (result) ++made;
      CHECK(need(check_duplicates(world.admin, row)).hits.size() <= 10);
    }
    CHECK(made >= 8);  // a name may be too long for its field
    const auto found = need(find_duplicates(world.admin, number_of(Account)));
    CHECK(found.records == made);
    CHECK(found.pairs == 0);
  });
}

TEST_CASE("a hit that may not be seen shows neither name nor score nor what differs") {
  on_both_backends([](World& world) {
    add_others(world.admin);
    Session ann = world.as("ann"), bob = world.as("bob");
    auto row = known();
    need(ann.create(row));
    const auto hits = like(bob, retyped());
    REQUIRE_FALSE(hits.empty());
    CHECK(hits[0].masked);
    CHECK(hits[0].verdict == "same");
    CHECK(hits[0].record.empty());
    CHECK(hits[0].name.empty());
    CHECK(hits[0].score == 0);
    CHECK(hits[0].explanation.empty());
    auto again = retyped();
    const auto refused = bob.create(again);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text().find("but you may not see it: ask an administrator who looks after it.") != std::string::npos);
    CHECK(refused.error().text().find("样例") == std::string::npos);
  });
}

TEST_CASE("the index follows a transaction: seen by its writer at once, by others on commit, by nobody after a rollback") {
  on_both_backends([](World& world) {
    add_others(world.admin);
    Session reader = world.as("admin");
    CHECK(like(reader, retyped()).empty());
    const auto stop = world.admin.transaction([&]() -> Result<void> {
      auto row = known();
      need(world.admin.create(row));
      CHECK_FALSE(like(world.admin, retyped()).empty());
      auto twin = retyped();
      CHECK_FALSE(world.admin.create(twin));
      CHECK(like(reader, retyped()).empty());
      return Error(Code::cancelled, Message{"test.stop", "stop", "停止"});
    });
    CHECK_FALSE(stop);
    CHECK(like(reader, retyped()).empty());
    CHECK(like(world.admin, retyped()).empty());

    auto row = known();
    const Id id = need(world.admin.create(row)).record;
    CHECK(like(reader, retyped()).size() == 1);
    need(world.admin.transaction([&]() -> Result<void> {
      need(world.admin.archive(Account, id));
      CHECK(like(world.admin, retyped()).empty());
      CHECK(like(reader, retyped()).size() == 1);
      return {};
    }));
    CHECK(like(reader, retyped()).empty());
    need(world.admin.restore(Account, id));
    CHECK(like(reader, retyped()).size() == 1);
  });
}

TEST_CASE("a long transaction is checked against all that it wrote, and the index has it afterwards") {
  on_both_backends([](World& world) {
    add_others(world.admin);
    CHECK(like(world.admin, retyped()).empty());
    constexpr int rows = 8300;  // more than are kept as they were read
    Record<Account> late = known();
    need(world.admin.transaction([&]() -> Result<void> {
      for (int i = 0; i < rows; ++i) {
        auto row = account("示例" + std::to_string(i) + "号贸易有限公司");
        need(world.admin.create(row, {.on_duplicate = OnDuplicate::allow}));
      }
      need(world.admin.create(late));
      auto twin = retyped();
      twin[Account.phone] = Text();
      const auto hits = like(world.admin, twin);
      CHECK(std::any_of(hits.begin(), hits.end(), [&](const DuplicateHit& hit) { return hit.record == late.id(); }));
      CHECK(need(explain_duplicates(world.admin, number_of(Account), late.id(), late.id())).score > 6);
      Record<Account> patch;
      patch[Account.name] = "北京无关样品饮料厂";
      patch[Account.address] = "别处街 7 号";
      patch[Account.phone] = Text();
      need(world.admin.update(late.id(), patch));
      CHECK(like(world.admin, twin).empty());
      return {};
    }));
    CHECK(need(prepare_duplicates(world.admin, number_of(Account))).records == rows + 51);
    CHECK_FALSE(like(world.admin, account("北京无关样品饮料公司")).empty());
    CHECK(like(world.admin, retyped()).empty());
  });
}

TEST_CASE("an inner part that is undone leaves the outer one in the index") {
  on_both_backends([](World& world) {
    add_others(world.admin);
    CHECK(like(world.admin, retyped()).empty());
    auto outer = account("外层样例造船有限公司");
    need(world.admin.transaction([&]() -> Result<void> {
      need(world.admin.create(outer));
      (void)world.admin.transaction([&]() -> Result<void> {
        auto row = known();
        need(world.admin.create(row));
        return Error(Code::cancelled, Message{"test.stop", "stop", "停止"});
      });
      CHECK(like(world.admin, retyped()).empty());
      auto another = account("又一家样例造纸有限公司");
      need(world.admin.create(another));
      return {};
    }));
    CHECK(like(world.admin, retyped()).empty());
    CHECK_FALSE(like(world.admin, account("外层样例造船公司")).empty());
    CHECK_FALSE(like(world.admin, account("又一家样例造纸公司")).empty());
  });
}

TEST_CASE("what another process commits is in the index at the next check, and what was looked at before it is looked at again") {
  for (const bool looks_first : {true, false}) {
    Folder folder;
    World world(folder.file("shared.gx"), {});
    add_others(world.admin);
    CHECK(like(world.admin, retyped()).empty());
    {
      Store other = need(Store::open(folder.file("shared.gx")));
      Session there = need(other.session("admin"));
      auto row = known();
      need(there.create(row));
    }
    if (looks_first) CHECK(like(world.admin, retyped()).size() == 1);
    auto twin = retyped();
    twin[Account.phone] = Text();  // which would be an equal key
    CHECK(need(world.admin.create(twin, {.on_duplicate = OnDuplicate::allow})).duplicates.size() == 1);
  }
}

TEST_CASE("on a lent connection the index follows what the host's transaction comes to") {
  Folder folder;
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(folder.file("host.db").c_str(), &db) == SQLITE_OK);
  const auto run = [&](const char* sql) { CHECK(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK); };
  {
    const Administrator who{"Sample Admin", "admin"};
    Store store = need(Store::lend({db, sqlite3_libversion}, &who));
    Session session = need(store.session("admin"));
    add_others(session);
    CHECK(like(session, retyped()).empty());
    for (const bool commits : {false, true}) {
      CAPTURE(commits);
      run("BEGIN");
      auto row = known(), twin = retyped();
      need(session.create(row));
      CHECK_FALSE(session.create(twin));
      run(commits ? "COMMIT" : "ROLLBACK");
      need(store.outcome(commits));
      CHECK(like(session, retyped()).size() == (commits ? 1 : 0));
    }
    run("BEGIN");
    run("SAVEPOINT half");
    auto other = account("又一家样例造纸有限公司");
    need(session.create(other));
    run("ROLLBACK TO half");
    auto another = account("外层样例造船有限公司");
    need(session.create(another));
    run("COMMIT");
    need(store.outcome(true));
    CHECK(like(session, account("又一家样例造纸公司")).empty());
    CHECK(like(session, account("外层样例造船公司")).size() == 1);
  }
  CHECK(sqlite3_close(db) == SQLITE_OK);
}

TEST_CASE("an index is the same whether it grew with the rows or was built from them") {
  Folder folder;
  const std::string path = folder.file("grown.gx");
  std::vector<std::string> grown;
  const auto names = [](Session& session) {
    std::vector<std::string> out;
    for (const auto& hit : like(session, retyped())) out.push_back(hit.name + hit.verdict);
    return out;
  };
  {
    World world(path, {});
    CHECK(like(world.admin, retyped()).empty());
    add_others(world.admin);
    auto row = known();
    const Id id = need(world.admin.create(row)).record;
    Record<Account> patch;
    patch[Account.name] = "上海样例精密机械有限公司";
    need(world.admin.update(id, patch));
    grown = names(world.admin);
    CHECK(grown.size() == 1);
  }
  Store store = need(Store::open(path));
  Session session = need(store.session("admin"));
  CHECK(names(session) == grown);
}

TEST_CASE("not a duplicate is remembered, respected by later checks and searches, and can be undone") {
  on_both_backends([](World& world) {
    add_others(world.admin);
    auto row = known(), twin = retyped();
    const Id a = need(world.admin.create(row)).record;
    const Id b = need(world.admin.create(twin, {.on_duplicate = OnDuplicate::allow})).record;
    CHECK(need(find_duplicates(world.admin, number_of(Account), {.queue = false})).pairs == 1);

    Record<Dismiss> no;
    no[Dismiss.entity] = "account";
    no[Dismiss.first] = b;
    no[Dismiss.second] = a;
    const Outcome dismissed = need(world.admin.run(no));
    CHECK(dismissed.affected == 1);
    CHECK(need(world.admin.run(no)).affected == 0);
    Record<Account> patch;
    patch[Account.address] = "样本路 88 号 4 楼";
    CHECK(need(world.admin.update(b, patch)).duplicates.empty());
    const DuplicateSearch without = need(find_duplicates(world.admin, number_of(Account), {.queue = false}));
    CHECK(without.pairs == 0);
    CHECK(without.dismissed == 1);

    need(world.admin.undo(dismissed.change_set));
    CHECK(need(find_duplicates(world.admin, number_of(Account), {.queue = false})).pairs == 1);

    no[Dismiss.second] = b;
    const auto itself = world.admin.run(no);
    REQUIRE_FALSE(itself);
    CHECK(itself.error().text() == "A record is no duplicate of itself: name two different ones.");
    CHECK(itself.error().text(Language::chinese) == "请提供两条不同的记录。");
  });
}

TEST_CASE("a search fills the queue once, in one change set, best pairs first") {
  on_both_backends([](World& world) {
    add_others(world.admin);
    auto row = known(), twin = retyped();
    const Id a = need(world.admin.create(row)).record;
    const Id b = need(world.admin.create(twin, {.on_duplicate = OnDuplicate::allow})).record;
    std::uint64_t told = 0;
    const DuplicateSearch found = need(find_duplicates(world.admin, number_of(Account), {}, [&](std::uint64_t done, std::uint64_t) {
      told = done;
      return true;
    }));
    CHECK(told > 0);
    CHECK(found.records == 52);
    CHECK(found.pairs == 1);
    CHECK(found.groups == 1);
    CHECK(found.queued == 1);
    REQUIRE(found.listed.size() == 1);
    CHECK(found.listed[0].low == std::min(a, b));
    CHECK(found.listed[0].group == a);
    const auto rows = need(world.admin.find<DuplicatePair>(DuplicatePair.state == "open")).rows;
    REQUIRE(rows.size() == 1);
    CHECK(rows[0][DuplicatePair.verdict] == "same");
    CHECK(std::string_view(rows[0][DuplicatePair.reasons]).find("Phone") != std::string_view::npos);
    CHECK(need(find_duplicates(world.admin, number_of(Account))).queued == 0);
    need(world.admin.undo(found.change_set));
    CHECK(need(world.admin.find<DuplicatePair>()).rows.empty());
  });
}

TEST_CASE("a search sees what its principal sees, and can be stopped") {
  on_both_backends([](World& world) {
    Session ann = world.as("ann"), bob = world.as("bob");
    auto row = known(), twin = retyped();
    need(ann.create(row));
    need(bob.create(twin, {.on_duplicate = OnDuplicate::allow}));
    CHECK(need(find_duplicates(ann, number_of(Account))).records == 1);
    const auto stopped = find_duplicates(world.admin, number_of(Account), {}, [](std::uint64_t, std::uint64_t) { return false; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code() == Code::cancelled);
    CHECK(stopped.error().text() == "The search for duplicates was stopped.");
    const auto users = find_duplicates(world.admin, number_of(User));
    REQUIRE_FALSE(users);
    CHECK(users.error().text() == "User records are not compared with each other: accounts, contacts and leads are.");
    CHECK(users.error().text(Language::chinese) == "用户不参与查重：可查重的有客户、联系人和线索。");
  });
}

TEST_CASE("explain, prepare and train") {
  on_both_backends([](World& world) {
    add_others(world.admin);
    auto row = known(), twin = retyped();
    const Id a = need(world.admin.create(row)).record;
    const Id b = need(world.admin.create(twin, {.on_duplicate = OnDuplicate::allow})).record;
    const DuplicateExplanation why = need(explain_duplicates(world.admin, number_of(Account), a, b));
    CHECK(why.verdict == "same");
    CHECK(why.text.find("Phone") != std::string::npos);
    const DuplicateIndex index = need(prepare_duplicates(world.admin, number_of(Account)));
    CHECK(index.records == 52);
    CHECK(index.bytes > 0);
    CHECK(need(train_duplicates(world.admin, number_of(Account))).trained);
    CHECK(like(world.admin, retyped()).size() >= 2);

    Session ann = world.as("ann");
    const auto denied = train_duplicates(ann, number_of(Account));
    REQUIRE_FALSE(denied);
    CHECK(denied.error().text() == "Training changes what counts as a duplicate for everybody: ask an administrator.");
    CHECK(denied.error().text(Language::chinese) == "训练会影响所有人的查重结果：请联系管理员。");
    need(world.admin.archive(Account, b));
    const auto away = explain_duplicates(world.admin, number_of(Account), a, b);
    REQUIRE_FALSE(away);
    CHECK(away.error().text() == "The Account \"样例精密机械\" is archived: only records in use are compared.");
    CHECK(away.error().text(Language::chinese) == "客户“样例精密机械”已归档：只比较在用的记录。");
    const auto endless = check_duplicates(world.admin, row, {.effort = 1'000'001});
    REQUIRE_FALSE(endless);
    CHECK(endless.error().text() == "The effort of a check is 64 to 1,000,000 entries, or 0 for what the rule says; not 1000001.");
    CHECK(endless.error().text(Language::chinese) == "查重的工作量为 64 至 1000000 条索引项，0 表示按规则；不能是 1000001。");
    const auto many = check_duplicates(world.admin, row, {.limit = 101});
    REQUIRE_FALSE(many);
    CHECK(many.error().text() == "A check gives 1 to 100 hits, not 101.");
    CHECK(many.error().text(Language::chinese) == "查重结果为 1 至 100 条，不能是 101。");
  });
}

TEST_CASE("a check that may not look at everything says so, and gives what it found") {
  on_both_backends([](World& world) {
    // Everybody's name, which takes many entries to read, and a telephone number of one, which takes one.
    need(world.admin.transaction([&]() -> Result<void> {
      for (int i = 0; i < 200; ++i) {
        auto row = full_account("样例贸易有限公司", "021-5555" + std::to_string(1000 + i), "上海", "");
        need(world.admin.create(row, {.on_duplicate = OnDuplicate::allow}));
      }
      return {};
    }));
    const auto asked = account("样例贸易");
    CHECK_FALSE(need(check_duplicates(world.admin, asked, {.effort = 100'000})).partial);
    const DuplicateCheck capped = need(check_duplicates(world.admin, asked, {.effort = 64}));
    CHECK(capped.partial);
    CHECK(capped.hits.size() == 10);
    const DuplicateCheck again = need(check_duplicates(world.admin, asked, {.effort = 64}));
    CHECK(again.partial);
    for (std::size_t i = 0; i < capped.hits.size(); ++i) CHECK(again.hits.at(i).record == capped.hits[i].record);
    // What names one of them alone is read first, and then nothing is missing.
    const DuplicateCheck one = need(check_duplicates(world.admin, full_account("样例贸易", "021-55551007", "", ""), {.effort = 64}));
    CHECK_FALSE(one.partial);
    CHECK(one.hits.at(0).explanation.find("Phone") != std::string::npos);
    CHECK_FALSE(need(check_duplicates(world.admin, account("Zyxwv Qponm"), {.effort = 64})).partial);

    Record<DuplicateRule> rule;
    rule[DuplicateRule.entity] = "account";
    rule[DuplicateRule.source] = "hasty";
    rule[DuplicateRule.effort] = 64;
    need(world.admin.create(rule));
    CHECK(need(check_duplicates(world.admin, asked, {.source = "hasty"})).partial);
    CHECK_FALSE(need(check_duplicates(world.admin, asked, {.source = "hasty", .effort = 100'000})).partial);
    CHECK_FALSE(need(check_duplicates(world.admin, asked)).partial);
  });
}

TEST_CASE("preparing can be stopped and leaves no index") {
  Folder folder;
  const std::string path = folder.file("many.gx");
  { World world(path, {}); }
  Store store = need(Store::open(path));
  Session session = need(store.session("admin"));
  const auto stopped = prepare_duplicates(session, number_of(Account), [](std::uint64_t, std::uint64_t) { return false; });
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().code() == Code::cancelled);
  CHECK(stopped.error().text() == "Building the index for duplicates was stopped: it will be built by the first check.");
  CHECK(stopped.error().text(Language::chinese) == "查重索引的建立已中止：将在首次查重时建立。");
  CHECK(like(session, retyped()).empty());
}

TEST_CASE("an import reports what is like a customer and stores it; a lead is checked when it is converted") {
  on_both_backends([](World& world) {
    add_others(world.admin);
    auto row = known();
    const Id id = need(world.admin.create(row)).record;
    Folder folder;
    const std::string path = folder.file("rows.csv");
    std::ofstream(path) << "客户名称,电话,城市,地址\n样例精密机械,(021) 5555 0142,上海市,样本路88号3楼\n";
    const ImportPlan plan = need(plan_import(world.admin, path));
    const ImportReport report = need(run_import(world.admin, plan));
    CHECK(report.created == 1);
    CHECK(report.warned == 1);
    need(world.admin.undo(report.change_set));

    Record<Lead> lead;
    lead[Lead.name] = "样例人";
    lead[Lead.company] = "样例精密机械";
    lead[Lead.phone] = "(021) 5555 0142";
    const Id lead_id = need(world.admin.create(lead)).record;
    Record<ConvertLead> convert;
    convert[ConvertLead.lead] = Ref<LeadEntity>(lead_id);
    const auto refused = world.admin.run(convert);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == Code::duplicate);
    convert[ConvertLead.account] = Ref<AccountEntity>(id);
    need(world.admin.run(convert));
    const auto converted = need(world.admin.get<Lead>(lead_id));
    CHECK(converted[Lead.status] == "converted");
    CHECK(Id(converted[Lead.account]) == id);
    CHECK(need(world.admin.get<Contact>(converted[Lead.contact]))[Contact.name] == "样例人");
    CHECK(need(world.admin.run(convert)).affected == 0);

    Record<Lead> bare;
    bare[Lead.name] = "无公司样例";
    Record<ConvertLead> nowhere;
    nowhere[ConvertLead.lead] = Ref<LeadEntity>(need(world.admin.create(bare)).record);
    const auto no_company = world.admin.run(nowhere);
    REQUIRE_FALSE(no_company);
    CHECK(no_company.error().text() == "The lead \"无公司样例\" names no company: enter one, or name the account that it belongs to.");
    CHECK(no_company.error().text(Language::chinese) == "线索“无公司样例”没有公司名称：请填写公司，或指定所属客户。");
  });
}
