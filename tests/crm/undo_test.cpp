// Undo by change set.
#include "world.h"

using namespace guanxi;
using namespace guanxi::test;

TEST_CASE("undo takes back creates, updates and archivings, and can be undone itself") {
  on_both_backends([](World& world) {
    auto row = account("Sample A");
    const Outcome created = need(world.admin.create(row));
    Record<Account> patch;
    patch[Account.city] = "Harbin";
    const Outcome updated = need(world.admin.update(created.record, patch));
    const Outcome archived = need(world.admin.archive(Account, created.record));

    CHECK(need(world.admin.undo(archived.change_set)).undone == 1);
    CHECK(need(world.admin.count(number_of(Account))) == 1);
    const UndoReport back = need(world.admin.undo(updated.change_set));
    CHECK(back.undone == 0);  // edited since: archived and restored
    CHECK(back.skipped_count == 1);
    CHECK(back.skipped.at(0).name == "Sample A");
    CHECK(back.skipped.at(0).entity == "account");

    const Outcome again = need(world.admin.update(created.record, [] {
      Record<Account> p;
      p[Account.city] = "Dalian";
      return p;
    }()));
    const UndoReport undone = need(world.admin.undo(again.change_set));
    CHECK(undone.undone == 1);
    CHECK(need(world.admin.get<Account>(created.record))[Account.city] == "Harbin");
    CHECK(need(world.admin.undo(undone.change_set)).undone == 1);
    CHECK(need(world.admin.get<Account>(created.record))[Account.city] == "Dalian");
  });
}

TEST_CASE("rows edited since are left as they are and listed with the change in the way") {
  on_both_backends([](World& world) {
    std::vector<Id> ids;
    std::int64_t set = 0;
    need(world.admin.transaction([&]() -> Result<void> {
      for (int i = 0; i < 3; ++i) ids.push_back(add_account(world.admin, "Sample " + std::to_string(i)));
      return {};
    }));
    Record<HandOver> arguments;
    arguments[HandOver.from] = Ref<UserEntity>(world.admin.user());
    arguments[HandOver.to] = Ref<UserEntity>(world.ann);
    set = need(world.admin.run(arguments)).change_set;
    Record<Account> patch;
    patch[Account.city] = "Ningbo";
    const std::int64_t edit = need(world.admin.update(ids[1], patch)).change_set;

    const UndoReport planned = need(world.admin.undo(set, true));
    CHECK(planned.undone == 2);
    CHECK(planned.skipped_count == 1);
    CHECK(need(world.admin.get<Account>(ids[0]))[Account.owner] == world.ann);  // a dry run changes nothing

    const UndoReport report = need(world.admin.undo(set));
    CHECK(report.undone == 2);
    REQUIRE(report.skipped.size() == 1);
    CHECK(report.skipped[0].record == ids[1]);
    CHECK(report.skipped[0].why == "Edited since by change " + std::to_string(edit) + " (update): undo that one first, or change the record by hand.");
    CHECK(need(world.admin.get<Account>(ids[0]))[Account.owner] == world.admin.user());
    CHECK(need(world.admin.get<Account>(ids[1]))[Account.owner] == world.ann);
  });
}

TEST_CASE("undoing a set that is not there says so") {
  on_both_backends([](World& world) {
    const auto nothing = world.admin.undo(987654);
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code() == Code::not_found);
    CHECK(nothing.error().text() == "There is no change set 987654: use the number that the command or import reported.");
    CHECK(nothing.error().text(Language::chinese) == "没有变更集 987654：请使用命令或导入返回的编号。");
  });
}

TEST_CASE("whoever may not delete cannot undo a create") {
  on_both_backends([](World& world) {
    Session ann = world.as("ann");
    auto row = account("Sample B");
    const Outcome created = need(ann.create(row));
    const auto refused = ann.undo(created.change_set);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == Code::denied);
    CHECK(need(ann.count(number_of(Account))) == 1);
  });
}
