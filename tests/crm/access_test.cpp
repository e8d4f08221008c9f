// Who may see and change what: check, filter and masking agree.
#include "world.h"

using namespace guanxi;
using namespace guanxi::test;

TEST_CASE("a seller sees his own, a manager the subtree, an administrator all") {
  on_both_backends([](World& world) {
    Session ann = world.as("ann"), bob = world.as("bob"), mia = world.as("mia"), wei = world.as("wei");
    const Id hers = add_account(ann, "Sample Ann"), his = add_account(bob, "Sample Bob"), far = add_account(wei, "Sample Wei");
    CHECK(need(ann.count(number_of(Account))) == 1);
    CHECK(need(bob.find<Account>()).rows.at(0).id() == his);
    CHECK(need(mia.count(number_of(Account))) == 3);
    CHECK(need(world.admin.count(number_of(Account))) == 3);
    for (const Id& id : {his, far}) CHECK_FALSE(ann.get<Account>(id));
    CHECK(need(ann.search(number_of(Account), "sample")).size() == 1);
    CHECK(need(mia.get<Account>(hers))[Account.name] == "Sample Ann");
    Record<Account> patch;
    patch[Account.city] = "Lhasa";
    CHECK(ann.update(his, patch).error().code() == Code::not_found);
    need(mia.update(his, patch));
    const auto away = ann.archive(Account, hers);
    REQUIRE_FALSE(away);
    CHECK(away.error().text() == "You may not delete Account records: none of your roles grants it. Ask an administrator for a role that does.");
    CHECK(away.error().text(Language::chinese) == "您无权删除客户：您的角色没有此权限，请联系管理员授权。");
    need(mia.archive(Account, hers));
  });
}

TEST_CASE("what belongs to a record of mine is mine to see") {
  on_both_backends([](World& world) {
    Session ann = world.as("ann"), bob = world.as("bob");
    const Id id = add_account(ann, "Sample Ann");
    Record<ContactPoint> point;
    point[ContactPoint.account] = Ref<AccountEntity>(id);
    point[ContactPoint.type] = "phone";
    point[ContactPoint.value] = "021-5555 0100";
    const Id point_id = need(ann.create(point)).record;
    CHECK(need(ann.get<ContactPoint>(point_id))[ContactPoint.value] == "021-5555 0100");
    CHECK_FALSE(bob.get<ContactPoint>(point_id));
    CHECK(need(ann.count(number_of(ContactPoint))) == 1);
    CHECK(need(bob.count(number_of(ContactPoint))) == 0);
    // A colleague's activity on my account is part of my account's story.
    Record<Activity> visit;
    visit[Activity.type] = "visit";
    visit[Activity.subject] = "Sample visit";
    visit[Activity.account] = Ref<AccountEntity>(id);
    const Id visit_id = need(world.admin.create(visit)).record;
    CHECK(need(ann.get<Activity>(visit_id))[Activity.subject] == "Sample visit");
    CHECK_FALSE(bob.get<Activity>(visit_id));
  });
}

TEST_CASE("sensitivity hides a record from lower levels, and what belongs to it") {
  on_both_backends([](World& world) {
    Session mia = world.as("mia");
    auto row = account("Sample Secret");
    row[Account.sensitivity] = 50;
    row[Account.owner] = Ref<UserEntity>(world.ann);
    row[Account.department] = Ref<DepartmentEntity>(world.east);
    const Id id = need(world.admin.create(row)).record;
    Record<Opportunity> deal;
    deal[Opportunity.name] = "Sample deal";
    deal[Opportunity.account] = Ref<AccountEntity>(id);
    deal[Opportunity.owner] = Ref<UserEntity>(world.ann);
    const Id deal_id = need(world.admin.create(deal)).record;
    CHECK_FALSE(mia.get<Account>(id));
    CHECK(need(mia.count(number_of(Account))) == 0);
    CHECK_FALSE(mia.get<Opportunity>(deal_id));
    CHECK(need(mia.count(number_of(Opportunity))) == 0);
    Record<User> cleared;
    cleared[User.level] = 60;
    need(world.admin.update(world.manager, cleared));
    CHECK(need(mia.get<Account>(id))[Account.name] == "Sample Secret");  // an open session follows at once
    CHECK(need(mia.count(number_of(Opportunity))) == 1);
  });
}

TEST_CASE("without a role there is nothing, and a frozen user is refused") {
  on_both_backends([](World& world) {
    Record<User> plain;
    plain[User.name] = "Nora Sample";
    plain[User.login] = "nora";
    const Id id = need(world.admin.create(plain)).record;
    Session nora = world.as("nora");
    add_account(world.admin, "Sample A");
    CHECK(need(nora.count(number_of(Account))) == 0);
    auto row = account("Sample B");
    CHECK(nora.create(row).error().code() == Code::denied);
    Record<User> frozen;
    frozen[User.status] = "frozen";
    need(world.admin.update(id, frozen));
    const auto refused = nora.create(row);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text() == "You may not create this Account: your user is unknown or inactive. Ask an administrator to activate it.");
    CHECK(world.store.session("nobody").error().text() == "There is no user \"nobody\": check the login, or create the user first.");
  });
}

TEST_CASE("check and filter agree on every record for every principal") {
  on_both_backends([](World& world) {
    const std::vector<std::string> logins{"admin", "mia", "ann", "bob", "wei"};
    for (const auto& login : logins) {
      Session session = world.as(login);
      for (int i = 0; i < 4; ++i) {
        auto row = account("Sample " + login + std::to_string(i));
        row[Account.sensitivity] = i * 20;
        const auto id = session.create(row);
        if (id && i == 3) {
          Record<Release> release;
          release[Release.account] = Ref<AccountEntity>(id->record);
          need(world.admin.run(release));
        }
      }
    }
    const auto all = need(world.admin.find<Account>({}, {.limit = 1000}));
    for (const auto& login : logins) {
      CAPTURE(login);
      Session session = world.as(login);
      std::size_t checked = 0;
      for (const auto& row : all.rows) checked += session.get<Account>(row.id()).ok();
      const auto listed = need(session.find<Account>({}, {.limit = 1000})).rows.size();
      CHECK(checked == listed);
      CHECK(static_cast<std::size_t>(need(session.count(number_of(Account)))) == listed);
    }
  });
}

TEST_CASE("roles and grants are rows: giving and taking them works at once") {
  on_both_backends([](World& world) {
    Record<RoleGrant> grant;
    grant[RoleGrant.role] = Ref<RoleEntity>(world.role("sales"));
    grant[RoleGrant.entity] = "account";
    grant[RoleGrant.action] = "delete";
    grant[RoleGrant.scope] = "own";
    Session ann = world.as("ann");
    const Id id = add_account(ann, "Sample A");
    CHECK_FALSE(ann.archive(Account, id));
    const Id grant_id = need(world.admin.create(grant)).record;
    need(ann.archive(Account, id));
    need(world.admin.archive(RoleGrant, grant_id));
    CHECK_FALSE(ann.restore(Account, id));
    Record<RoleGrant> wrong;
    wrong[RoleGrant.role] = Ref<RoleEntity>(world.role("sales"));
    wrong[RoleGrant.entity] = "ghost";
    wrong[RoleGrant.action] = "read";
    wrong[RoleGrant.scope] = "all";
    const auto refused = world.admin.create(wrong);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text() == "A grant cannot name \"ghost\": there is no such entity. Use its name or * for all.");
    CHECK_FALSE(ann.create(wrong));  // a seller grants nothing to himself
  });
}
