// The named commands: ownership, handover, suspension, the pool, the parts of contacts, and the rules of entities.
#include "world.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

Id add_opportunity(Session& session, const Id& account, std::string_view name) {
  Record<Opportunity> row;
  row[Opportunity.name] = Text(name);
  row[Opportunity.account] = Ref<AccountEntity>(account);
  row[Opportunity.amount] = Money{100'000, CNY};
  return need(session.create(row)).record;
}

void set_stage(Session& session, const Id& opportunity, std::string_view stage) {
  Record<Opportunity> patch;
  patch[Opportunity.stage] = Picklist(stage);
  need(session.update(opportunity, patch));
}

Record<HandOver> handover(const Id& from, const Id& to) {
  Record<HandOver> arguments;
  arguments[HandOver.from] = Ref<UserEntity>(from);
  arguments[HandOver.to] = Ref<UserEntity>(to);
  return arguments;
}

Record<Suspend> suspension(const Id& account, std::string_view reason) {
  Record<Suspend> arguments;
  arguments[Suspend.account] = Ref<AccountEntity>(account);
  arguments[Suspend.reason] = Text(reason);
  return arguments;
}

}  // namespace

TEST_CASE("a handover moves everything of a leaving colleague and keeps stages, history and custom fields") {
  on_both_backends([](World& world) {
    Record<CustomField> hobby;
    hobby[CustomField.entity] = "account";
    hobby[CustomField.name] = "golf_club";
    hobby[CustomField.type] = "text";
    need(world.admin.create(hobby));

    Session ann = world.as("ann");
    auto row = account("Sample Handover Ltd");
    const AnyField* golf = ann.schema()->of(Account).find("golf_club");
    REQUIRE(golf != nullptr);
    row.set(*golf, Codec<Text>::pack("Sample Links"));
    const Id id = need(ann.create(row)).record;
    const Id deal = add_opportunity(ann, id, "Sample deal");
    set_stage(ann, deal, "qualification");
    const auto before = need(world.admin.get<Opportunity>(deal));
    const auto steps = need(world.admin.find<StageChange>(StageChange.opportunity == Ref<OpportunityEntity>(deal)));
    CHECK(steps.rows.size() == 2);

    const Outcome outcome = need(world.admin.run(handover(world.ann, world.wei), {.reason = "left the company"}));
    CHECK(outcome.affected == 2);

    const auto stored = need(world.admin.get<Account>(id));
    CHECK(stored[Account.owner] == world.wei);
    CHECK(stored[Account.department] == world.west);
    CHECK(Codec<Text>::unpack(stored.get(*golf)) == "Sample Links");
    const auto after = need(world.admin.get<Opportunity>(deal));
    CHECK(after[Opportunity.owner] == world.wei);
    CHECK(after[Opportunity.stage] == "qualification");
    CHECK(after[Opportunity.stage_since] == before[Opportunity.stage_since]);
    CHECK(after[Opportunity.created_by] == world.ann);
    CHECK(need(world.admin.find<StageChange>(StageChange.opportunity == Ref<OpportunityEntity>(deal))).rows.size() == 2);
    CHECK(need(world.admin.history(number_of(Account), id)).size() == 2);
    CHECK_FALSE(ann.get<Account>(id));  // it is no longer hers
    Session wei = world.as("wei");
    CHECK(need(wei.my_customers()).rows.size() == 1);

    const UndoReport undone = need(world.admin.undo(outcome.change_set));
    CHECK(undone.undone == 2);
    CHECK(need(ann.get<Account>(id))[Account.owner] == world.ann);
  });
}

TEST_CASE("a handover may be limited to some entities and refuses what makes no sense") {
  on_both_backends([](World& world) {
    Session ann = world.as("ann");
    const Id id = add_account(ann, "Sample N");
    add_opportunity(ann, id, "Sample deal");
    auto only = handover(world.ann, world.bob);
    only[HandOver.entities] = CodeSet("|opportunity|");
    CHECK(need(world.admin.run(only)).affected == 1);
    CHECK(need(world.admin.get<Account>(id))[Account.owner] == world.ann);

    const auto same = world.admin.run(handover(world.ann, world.ann));
    REQUIRE_FALSE(same);
    CHECK(same.error().text() == "A handover needs two different users.");
    const auto by_seller = ann.run(handover(world.bob, world.ann));
    REQUIRE_FALSE(by_seller);
    CHECK(by_seller.error().code() == Code::denied);

    Record<User> gone;
    gone[User.status] = "left";
    need(world.admin.update(world.wei, gone));
    const auto inactive = world.admin.run(handover(world.ann, world.wei));
    REQUIRE_FALSE(inactive);
    CHECK(inactive.error().text() == "\"Wei Sample\" is not an active user: choose somebody who is.");
    CHECK(inactive.error().text(Language::chinese) == "“Wei Sample”不是启用状态的用户：请选择在职人员。");
    const auto session = world.store.session("wei");
    REQUIRE_FALSE(session);
    CHECK(session.error().code() == Code::denied);
  });
}

TEST_CASE("one record can be given to another owner") {
  on_both_backends([](World& world) {
    const Id id = add_account(world.admin, "Sample O");
    Record<ChangeOwner> arguments;
    arguments[ChangeOwner.entity] = "account";
    arguments[ChangeOwner.record] = id;
    arguments[ChangeOwner.owner] = Ref<UserEntity>(world.bob);
    need(world.admin.run(arguments));
    CHECK(need(world.admin.get<Account>(id))[Account.department] == world.east);
    arguments[ChangeOwner.entity] = "role";
    const auto no_owner = world.admin.run(arguments);
    REQUIRE_FALSE(no_owner);
    CHECK(no_owner.error().text() == "A Role has no owner: name an entity that has one.");
    arguments[ChangeOwner.entity] = "ghost";
    CHECK(world.admin.run(arguments).error().code() == Code::not_found);
    Record<ChangeOwner> empty;
    CHECK(world.admin.run(empty).error().field() == "entity");
  });
}

TEST_CASE("a suspended account and all that belongs to it refuse changes until it is reinstated") {
  on_both_backends([](World& world) {
    Session ann = world.as("ann");
    const Id id = add_account(ann, "Sample P");
    const Id deal = add_opportunity(ann, id, "Sample deal");
    need(ann.run(suspension(id, "overdue payments")));

    Record<Account> patch;
    patch[Account.city] = "Xi'an";
    const auto refused = ann.update(id, patch);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == Code::denied);
    CHECK(refused.error().text() ==
          "The account \"Sample P\" is suspended (overdue payments): reinstate it before anything of it is changed.");
    CHECK(refused.error().text(Language::chinese) == "客户“Sample P”已冻结（overdue payments）：请先解冻再修改。");
    Record<Opportunity> move;
    move[Opportunity.stage] = "proposal";
    CHECK(ann.update(deal, move).error().code() == Code::denied);
    Record<Activity> call;
    call[Activity.type] = "call";
    call[Activity.subject] = "Sample call";
    call[Activity.account] = Ref<AccountEntity>(id);
    CHECK_FALSE(ann.create(call));
    const auto twice = ann.run(suspension(id, "again"));
    REQUIRE_FALSE(twice);
    CHECK(twice.error().text() == "The account \"Sample P\" is suspended already.");

    Record<Reinstate> reinstate;
    reinstate[Reinstate.account] = Ref<AccountEntity>(id);
    need(ann.run(reinstate));
    need(ann.update(id, patch));
    need(ann.create(call));
    CHECK(ann.run(reinstate).error().text() == "The account \"Sample P\" is not suspended.");
  });
}

TEST_CASE("accounts without an owner form a pool: seen by all sellers, claimed up to a limit") {
  StoreOptions options;
  options.default_claim_limit = 2;
  on_both_backends(
      [](World& world) {
        Session ann = world.as("ann"), bob = world.as("bob");
        const Id first = add_account(ann, "Sample Q"), second = add_account(ann, "Sample R");
        CHECK_FALSE(bob.get<Account>(first));
        Record<Release> release;
        release[Release.account] = Ref<AccountEntity>(first);
        need(ann.run(release));
        CHECK(ann.run(release).error().text() == "The account \"Sample Q\" is in the pool already.");
        CHECK(need(bob.get<Account>(first))[Account.name] == "Sample Q");
        CHECK(need(bob.find<Account>(is_null(Account.owner))).rows.size() == 1);

        Record<Claim> claim;
        claim[Claim.account] = Ref<AccountEntity>(first);
        need(bob.run(claim));
        CHECK(need(bob.get<Account>(first))[Account.owner] == world.bob);
        const auto taken = world.admin.run(claim);
        REQUIRE_FALSE(taken);
        CHECK(taken.error().text() == "The account \"Sample Q\" belongs to Bob Sample: only accounts in the pool can be claimed.");

        add_account(bob, "Sample S");
        release[Release.account] = Ref<AccountEntity>(second);
        need(ann.run(release));
        claim[Claim.account] = Ref<AccountEntity>(second);
        const auto full = bob.run(claim);
        REQUIRE_FALSE(full);
        CHECK(full.error().code() == Code::limit);
        CHECK(full.error().text() == "You own 2 accounts and may own 2: release some before you claim another.");
        CHECK(full.error().text(Language::chinese) == "您名下已有 2 个客户，上限为 2 个：请先释放部分客户再领取。");
        Record<User> more;
        more[User.claim_limit] = 3;
        need(world.admin.update(world.bob, more));
        need(bob.run(claim));

        Session system = world.store.system_session("nightly job");
        CHECK(system.run(claim).error().code() == Code::misuse);
      },
      options);
}

TEST_CASE("a contact plays its part for an account; a new primary contact replaces the one before") {
  on_both_backends([](World& world) {
    const Id id = add_account(world.admin, "Sample T");
    const auto add_contact = [&](std::string_view name) {
      Record<Contact> row;
      row[Contact.name] = Text(name);
      return need(world.admin.create(row)).record;
    };
    const auto link = [&](const Id& contact, bool primary) {
      Record<LinkContact> arguments;
      arguments[LinkContact.account] = Ref<AccountEntity>(id);
      arguments[LinkContact.contact] = Ref<ContactEntity>(contact);
      arguments[LinkContact.primary] = primary;
      return need(world.admin.run(arguments)).record;
    };
    const Id first = link(add_contact("First Sample"), true);
    const Id second = link(add_contact("Second Sample"), true);
    CHECK_FALSE(need(world.admin.get<AccountContact>(first))[AccountContact.primary]);
    CHECK(need(world.admin.get<AccountContact>(second))[AccountContact.primary]);
    const auto row = need(world.admin.get<AccountContact>(second));
    CHECK(link(row[AccountContact.contact], true) == second);  // the same link again is the same row
  });
}

TEST_CASE("statuses go their ways, requests and contracts get numbers, moments follow") {
  StoreOptions options;
  options.clock = [] { return need(Instant::parse("2026-03-04T05:06:07Z")); };
  on_both_backends(
      [](World& world) {
        Record<ServiceRequest> request;
        request[ServiceRequest.type] = "complaint";
        request[ServiceRequest.subject] = "Sample complaint";
        const Id id = need(world.admin.create(request)).record;
        CHECK(need(world.admin.get<ServiceRequest>(id))[ServiceRequest.number] == "SR-2026-000001");
        CHECK(need(world.admin.get<ServiceRequest>(id))[ServiceRequest.status] == "new");
        Record<ServiceRequest> second;
        second[ServiceRequest.type] = "need";
        second[ServiceRequest.subject] = "Another sample";
        const Id other = need(world.admin.create(second)).record;
        CHECK(need(world.admin.get<ServiceRequest>(other))[ServiceRequest.number] == "SR-2026-000002");

        Record<ServiceRequest> close;
        close[ServiceRequest.status] = "cancelled";
        need(world.admin.update(id, close));
        CHECK(Instant(need(world.admin.get<ServiceRequest>(id))[ServiceRequest.closed_at]).text() == "2026-03-04T05:06:07Z");

        Record<Contract> contract;
        contract[Contract.name] = "Sample contract";
        contract[Contract.account] = Ref<AccountEntity>(add_account(world.admin, "Sample U"));
        const Id signed_later = need(world.admin.create(contract)).record;
        CHECK(need(world.admin.get<Contract>(signed_later))[Contract.number] == "CT-2026-000001");
        Record<Contract> jump;
        jump[Contract.status] = "completed";
        const auto refused = world.admin.update(signed_later, jump);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code() == Code::invalid);
      },
      options);
}

TEST_CASE("an account cannot be above itself, nor a department; the last administrator stays") {
  on_both_backends([](World& world) {
    const Id mother = add_account(world.admin, "Sample Mother"), child = add_account(world.admin, "Sample Child");
    Record<Account> patch;
    patch[Account.parent] = Ref<AccountEntity>(mother);
    need(world.admin.update(child, patch));
    Record<Account> circle;
    circle[Account.parent] = Ref<AccountEntity>(child);
    const auto refused = world.admin.update(mother, circle);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text() == "\"Sample Mother\" cannot be above itself: choose another parent account.");
    Record<Department> up;
    up[Department.parent] = Ref<DepartmentEntity>(world.east);
    CHECK(world.admin.update(world.sales, up).error().field() == "parent");
    const auto last = world.admin.archive(User, world.admin.user());
    REQUIRE_FALSE(last);
    CHECK(last.error().text() == "\"Sample Admin\" is the last administrator: name another before this one is archived, frozen or leaves.");
  });
}
