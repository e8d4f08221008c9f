// Create, update, archive, restore: what every record goes through.
#include "world.h"

using namespace guanxi;
using namespace guanxi::test;

TEST_CASE("a new record gets an id, a revision, dates and its owner") {
  on_both_backends([](World& world) {
    Session ann = world.as("ann");
    auto row = account("Sample Trading Ltd");
    const Outcome outcome = need(ann.create(row));
    CHECK(outcome.record == row.id());
    CHECK(outcome.revision == 1);
    CHECK(outcome.change_set > 0);
    const auto stored = need(ann.get<Account>(outcome.record));
    CHECK(stored[Account.name] == "Sample Trading Ltd");
    CHECK(stored[Account.owner] == world.ann);
    CHECK(stored[Account.department] == world.east);
    CHECK(stored[Account.status] == "potential");
    CHECK(stored[Account.created_by] == world.ann);
    CHECK(stored[Account.created_at].us > 0);
  });
}

TEST_CASE("an update changes what it names and leaves the rest") {
  on_both_backends([](World& world) {
    Session ann = world.as("ann");
    auto row = account("样例贸易有限公司");
    row[Account.city] = "上海";
    row[Account.employees] = 12;
    const Id id = need(ann.create(row)).record;
    Record<Account> patch;
    patch[Account.employees] = 30;
    patch[Account.city] = nullptr;
    CHECK(need(ann.update(id, patch)).revision == 2);
    const auto stored = need(ann.get<Account>(id));
    CHECK(stored[Account.employees] == 30);
    CHECK_FALSE(stored.get(Account.city).is_set());
    CHECK(stored[Account.name] == "样例贸易有限公司");
    // The same again changes nothing and says so.
    const Outcome same = need(ann.update(id, patch));
    CHECK(same.affected == 0);
    CHECK(same.revision == 2);
  });
}

TEST_CASE("a revision that is not the expected one is a conflict") {
  on_both_backends([](World& world) {
    const Id id = add_account(world.admin, "Sample A");
    Record<Account> patch;
    patch[Account.employees] = 3;
    need(world.admin.update(id, patch, {.expected_revision = 1}));
    patch[Account.employees] = 4;
    const auto late = world.admin.update(id, patch, {.expected_revision = 1});
    REQUIRE_FALSE(late);
    CHECK(late.error().code() == Code::conflict);
    CHECK(late.error().text() ==
          "The Account \"Sample A\" was changed since you read it (revision 1, now 2): read it again and repeat your change.");
    CHECK(late.error().text(Language::chinese) == "客户“Sample A”在您读取后已被修改（版本 1，当前 2）：请重新读取后再改。");
    CHECK(need(world.admin.get<Account>(id))[Account.employees] == 3);
  });
}

TEST_CASE("fields that the library keeps and fields of commands are refused") {
  on_both_backends([](World& world) {
    auto row = account("Sample B");
    row[Account.suspended] = true;
    const auto refused = world.admin.create(row);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().field() == "suspended");
    const Id id = add_account(world.admin, "Sample B");
    Record<Account> patch;
    patch[Account.owner] = Ref<UserEntity>(world.ann);
    const auto moved = world.admin.update(id, patch);
    REQUIRE_FALSE(moved);
    CHECK(moved.error().text() == "Owner is changed by a command of its own, not by a plain update.");
    CHECK(moved.error().text(Language::chinese) == "“负责人”须通过专门的命令修改，不能直接编辑。");
    Record<Account> mine;
    mine[Account.revision] = 9;
    CHECK(world.admin.update(id, mine).error().field() == "revision");
  });
}

TEST_CASE("a failed create leaves the caller's record and the store as they were") {
  on_both_backends([](World& world) {
    Record<Account> row;
    row[Account.city] = "Berlin";
    const auto refused = world.admin.create(row);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == Code::invalid);
    CHECK(refused.error().field() == "name");
    CHECK(row.id().empty());
    CHECK(need(world.admin.count(number_of(Account))) == 0);
  });
}

TEST_CASE("an archived record is out of sight until it is restored") {
  on_both_backends([](World& world) {
    const Id id = add_account(world.admin, "Sample C");
    CHECK(need(world.admin.archive(Account, id)).revision == 2);
    CHECK(need(world.admin.find<Account>()).rows.empty());
    CHECK(need(world.admin.search(number_of(Account), "sample")).empty());
    CHECK(need(world.admin.find<Account>({}, {.archived = true})).rows.size() == 1);
    Record<Account> patch;
    patch[Account.employees] = 1;
    const auto refused = world.admin.update(id, patch);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text() == "The Account \"Sample C\" is archived: restore it before you change it.");
    CHECK(need(world.admin.archive(Account, id)).affected == 0);
    need(world.admin.restore(Account, id));
    CHECK(need(world.admin.find<Account>()).rows.size() == 1);
    CHECK(need(world.admin.search(number_of(Account), "sample")).size() == 1);
  });
}

TEST_CASE("what is not there says so") {
  on_both_backends([](World& world) {
    const auto nothing = world.admin.get(number_of(Account), Id{{1}});
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code() == Code::not_found);
    CHECK(nothing.error().text() == "There is no Account 01000000-0000-0000-0000-000000000000, or you may not see it: check the id, or ask its owner to share it.");
    const auto entity = world.admin.get(4711, Id{{1}});
    REQUIRE_FALSE(entity);
    CHECK(entity.error().text() == "There is no entity 4711: use one that the data dictionary names.");
    const auto page = world.admin.find(number_of(Account), {}, {.limit = 5000});
    REQUIRE_FALSE(page);
    CHECK(page.error().code() == Code::limit);
    CHECK(page.error().text() == "A page holds at most 1000 records: ask for fewer and go on with the page's `next`.");
  });
}

TEST_CASE("a repeated idempotency key changes nothing and gives the first outcome") {
  on_both_backends([](World& world) {
    auto row = account("Sample D");
    const Outcome first = need(world.admin.create(row, {.idempotency_key = "order-1"}));
    auto again = account("Sample D");
    const Outcome second = need(world.admin.create(again, {.idempotency_key = "order-1"}));
    CHECK(second.repeated);
    CHECK(second.record == first.record);
    CHECK(second.change_set == first.change_set);
    CHECK(need(world.admin.count(number_of(Account))) == 1);
    // A command that failed is not remembered.
    Record<Account> bad;
    CHECK_FALSE(world.admin.create(bad, {.idempotency_key = "order-2"}));
    auto good = account("Sample E");
    CHECK_FALSE(need(world.admin.create(good, {.idempotency_key = "order-2"})).repeated);
  });
}

TEST_CASE("upsert finds its record by the key of another system") {
  on_both_backends([](World& world) {
    auto row = account("Sample F");
    const Outcome created = need(world.admin.upsert("erp", "C-1001", row));
    Record<Account> patch = account("Sample F");
    patch[Account.city] = "Suzhou";
    const Outcome updated = need(world.admin.upsert("erp", "C-1001", patch));
    CHECK(updated.record == created.record);
    CHECK(need(world.admin.get<Account>(created.record))[Account.city] == "Suzhou");
    CHECK(need(world.admin.resolve("account", "erp", "C-1001")) == created.record);
    CHECK(need(world.admin.resolve("account", "erp", "C-9999")).empty());
    CHECK(need(world.admin.resolve("contact", "erp", "C-1001")).empty());
    CHECK(need(world.admin.count(number_of(Account))) == 1);
    auto nameless = account("Sample G");
    const auto refused = world.admin.upsert("erp", "", nameless);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text() == "An upsert needs the name of a system and a key: give both.");
  });
}

TEST_CASE("a transaction commits all or nothing, and may be nested") {
  on_both_backends([](World& world) {
    Id kept;
    need(world.admin.transaction([&]() -> Result<void> {
      kept = add_account(world.admin, "Sample H");
      const auto inner = world.admin.transaction([&]() -> Result<void> {
        add_account(world.admin, "Sample I");
        return std::move(world.admin.get(number_of(Account), Id{{9}})).error();
      });
      CHECK_FALSE(inner);
      CHECK(need(world.admin.count(number_of(Account))) == 1);  // it reads its own writes, the inner part is gone
      return {};
    }));
    CHECK(need(world.admin.find<Account>()).rows.size() == 1);
    CHECK_THROWS_AS((void)world.admin.transaction([&]() -> Result<void> {
      add_account(world.admin, "Sample J");
      throw std::runtime_error("the host failed");
    }),
                    std::runtime_error);
    CHECK(need(world.admin.count(number_of(Account))) == 1);
    add_account(world.admin, "Sample K");  // the writer's turn is free again
    CHECK(need(world.admin.count(number_of(Account))) == 2);
  });
}

TEST_CASE("events are told after the commit, in order, and not for what was undone") {
  std::vector<std::string> heard;
  StoreOptions options;
  options.events = [&heard](const Event& event) { heard.push_back(std::string(event.command) + " " + std::string(event.entity)); };
  on_both_backends(
      [&heard](World& world) {
        heard.clear();
        add_account(world.admin, "Sample L");
        Record<Account> bad;
        CHECK_FALSE(world.admin.create(bad));
        CHECK_FALSE(world.admin.transaction([&]() -> Result<void> {
          add_account(world.admin, "Sample M");
          CHECK(heard.size() == 1);
          return std::move(world.admin.get(number_of(Account), Id{{9}})).error();
        }));
        CHECK(heard == std::vector<std::string>{"create account"});
      },
      options);
}
