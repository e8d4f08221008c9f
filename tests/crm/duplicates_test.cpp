// The duplicate seam with exact keys.
#include "world.h"

using namespace guanxi;
using namespace guanxi::test;

TEST_CASE("an equal name is refused, whatever its spelling") {
  on_both_backends([](World& world) {
    add_account(world.admin, "上海样例贸易有限公司");
    for (const std::string_view spelling : {"上海样例贸易有限公司", "上海樣例貿易有限公司", " 上海样例贸易 有限公司　"}) {
      CAPTURE(spelling);
      auto row = account(spelling);
      const auto refused = world.admin.create(row);
      REQUIRE_FALSE(refused);
      CHECK(refused.error().code() == Code::duplicate);
      CHECK(refused.error().text() ==
            "Account \"上海样例贸易有限公司\" exists already (name equal): open that one, or create this one anyway and give a reason.");
      CHECK(refused.error().text(Language::chinese) == "客户“上海样例贸易有限公司”已存在（名称相同）：请使用已有记录；确需新建时请说明理由。");
    }
    CHECK(need(world.admin.count(number_of(Account))) == 1);
  });
}

TEST_CASE("the caller chooses what a duplicate means; an equal tax id is refused unless allowed") {
  on_both_backends([](World& world) {
    auto first = account("Sample A");
    first[Account.tax_id] = "SAMPLE-123456";
    need(world.admin.create(first));
    auto same_name = account("SAMPLE  a");
    CHECK_FALSE(world.admin.create(same_name));
    const Outcome warned = need(world.admin.create(same_name, {.on_duplicate = OnDuplicate::warn}));
    REQUIRE(warned.duplicates.size() == 1);
    CHECK(warned.duplicates[0].record == first.id());
    CHECK_FALSE(warned.duplicates[0].certain);

    auto same_tax = account("Another name");
    same_tax[Account.tax_id] = "sample 123456";
    CHECK_FALSE(world.admin.create(same_tax, {.on_duplicate = OnDuplicate::warn}));
    const Outcome allowed = need(world.admin.create(same_tax, {.reason = "two legal persons", .on_duplicate = OnDuplicate::allow}));
    REQUIRE(allowed.duplicates.size() == 1);
    CHECK(allowed.duplicates[0].certain);
    CHECK(allowed.duplicates[0].reason == "tax id equal");
  });
}

TEST_CASE("a shared phone is a hint, not a reason to refuse") {
  on_both_backends([](World& world) {
    auto first = account("Sample A");
    first[Account.phone] = "021-5555 0100";
    need(world.admin.create(first));
    auto second = account("Sample B");
    second[Account.phone] = "+86 21 55550100";
    const auto hits = need(world.admin.duplicates_of(second));
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].reason == "phone equal");
    CHECK_FALSE(hits[0].strong);
    CHECK(need(world.admin.create(second)).duplicates.size() == 1);
  });
}

TEST_CASE("a hit that may not be seen is masked") {
  on_both_backends([](World& world) {
    Session ann = world.as("ann"), bob = world.as("bob", Language::chinese);
    add_account(ann, "Sample Secret Customer");
    auto row = account("sample secret customer");
    const auto hits = need(bob.duplicates_of(row));
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].masked);
    CHECK(hits[0].name.empty());
    CHECK(hits[0].record.empty());
    CHECK(hits[0].reason == "名称相同");
    const auto refused = bob.create(row);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text() == "This Account exists already (name equal), but you may not see it: ask an administrator who looks after it.");
    CHECK(refused.error().text(Language::chinese) == "该客户已存在（名称相同），但您无权查看：请向管理员询问由谁负责。");
  });
}

TEST_CASE("a contact point counts for the account it belongs to") {
  on_both_backends([](World& world) {
    const Id id = add_account(world.admin, "Sample A");
    Record<ContactPoint> point;
    point[ContactPoint.account] = Ref<AccountEntity>(id);
    point[ContactPoint.type] = "email";
    point[ContactPoint.value] = "Office@Sample-A.example";
    need(world.admin.create(point));
    auto row = account("Sample B");
    row[Account.email] = "office@sample-a.example";
    const auto hits = need(world.admin.duplicates_of(row));
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].record == id);
  });
}

TEST_CASE("an archived record is no duplicate, a thousand equal names are bounded") {
  on_both_backends([](World& world) {
    const Id id = add_account(world.admin, "测试公司");
    need(world.admin.archive(Account, id));
    add_account(world.admin, "测试公司");
    for (int i = 0; i < 200; ++i) {
      auto row = account("测试公司");
      const Outcome outcome = need(world.admin.create(row, {.on_duplicate = OnDuplicate::allow}));
      CHECK(outcome.duplicates.size() <= 20);
    }
  });
}
