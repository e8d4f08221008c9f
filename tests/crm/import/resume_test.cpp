// Imports that are stopped and go on end as if they had never been stopped.
#include "../../seed.h"
#include "crm/import/resume.h"
#include "desk.h"
#include "sample_file.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

const ImportOptions everything{.key = "name", .create_missing_references = true, .batch = 13};

std::uint64_t total(const ImportReport& report) { return report.created + report.updated + report.unchanged + report.refused; }

}  // namespace

TEST_CASE("an import that is stopped at any batch goes on behind it") {
  auto random = seeded_random();
  at_a_desk([&](Desk& desk) {
    std::string text = sample_file(random, 400);
    if (random() % 2 == 0) text = encode(text, Encoding::gb18030);
    ImportOptions options = everything;
    options.error_file = desk.error_path();
    const std::string path = desk.put(text);

    Desk other_folder(desk.world);
    World calm(":memory:", {});
    ImportOptions calm_options = everything;
    calm_options.error_file = other_folder.error_path();
    const auto whole = need(run_import(calm.admin, need(plan_import(calm.admin, path, calm_options))));
    CHECK(total(whole) == whole.rows);
    CHECK(whole.refused > 0);

    ImportReport last;
    int parts = 0;
    do {
      int batches = static_cast<int>(random() % 6);
      last = need(run_import(desk.world.admin, need(plan_import(desk.world.admin, path, options)), [&](const ImportProgress& progress) {
        CHECK(progress.bytes <= progress.total_bytes);
        return batches-- > 0;
      }));
      CHECK(last.resumed == (parts > 0));
      ++parts;
    } while (last.stopped);
    CHECK(parts > 3);

    CHECK(last.rows == whole.rows);
    CHECK(last.created == whole.created);
    CHECK(last.updated == whole.updated);
    CHECK(last.unchanged == whole.unchanged);
    CHECK(last.refused == whole.refused);
    CHECK(dump(desk.world.admin, false) == dump(calm.admin, false));
    CHECK(read_file(options.error_file) == read_file(calm_options.error_file));

    const std::string before = dump(desk.world.admin, false);
    const UndoReport undone = need(desk.world.admin.undo(last.change_set));  // all parts are one change set
    CHECK(undone.skipped.empty());
    for (const auto& skipped : undone.skipped) MESSAGE(skipped.name << ": " << skipped.why);
    CHECK(all_of(desk.world.admin, number_of(Account)).empty());
    CHECK(before != dump(desk.world.admin, false));
  });
}

TEST_CASE("only the same file and the same plan go on") {
  at_a_desk([](Desk& desk) {
    std::string text = "Name,City\r\n";
    for (int i = 0; i < 30; ++i) text += "Sample " + std::to_string(i) + ",Basel\r\n";
    const auto run_one_batch = [&](const ImportOptions& options) {
      const auto plan = need(plan_import(desk.world.admin, desk.folder.file("in.csv"), options));
      return need(run_import(desk.world.admin, plan, [](const ImportProgress&) { return false; }));
    };
    desk.put(text);
    const auto first = run_one_batch({.batch = 10});
    CHECK(first.stopped);
    CHECK_FALSE(first.resumed);
    CHECK(first.rows == 10);

    const auto other_plan = run_one_batch({.mapping = {{"City", ""}}, .batch = 10});
    CHECK_FALSE(other_plan.resumed);
    CHECK(other_plan.refused == 10);

    desk.put(text + "Sample 30,Basel\r\n");
    CHECK_FALSE(run_one_batch({.batch = 10}).resumed);

    desk.put(text);
    CHECK_FALSE(run_one_batch({.resume = false, .batch = 10}).resumed);
    const auto second = run_one_batch({.batch = 10});
    CHECK(second.resumed);
    CHECK(second.rows == 20);
  });
}

TEST_CASE("an import that was undone starts anew") {
  at_a_desk([](Desk& desk) {
    const auto plan = desk.plan("Name\r\nOne\r\nTwo\r\nThree\r\n", {.batch = 1});
    const auto stopped = need(run_import(desk.world.admin, plan, [](const ImportProgress&) { return false; }));
    CHECK(stopped.created == 1);
    need(desk.world.admin.undo(stopped.change_set));
    const auto again = need(run_import(desk.world.admin, plan));
    CHECK_FALSE(again.resumed);
    CHECK(again.created == 3);
  });
}

TEST_CASE("a finished import is not taken for an interrupted one") {
  at_a_desk([](Desk& desk) {
    const auto plan = desk.plan("Name\r\nOne\r\nTwo\r\nThree\r\n", {.batch = 2});
    CHECK(need(run_import(desk.world.admin, plan)).created == 3);
    const auto again = need(run_import(desk.world.admin, plan));
    CHECK_FALSE(again.resumed);
    CHECK(again.refused == 3);
  });
}

TEST_CASE("progress tells rows, bytes, rate and the time that is left") {
  at_a_desk([](Desk& desk) {
    std::string text = "Name\r\n";
    for (int i = 0; i < 100; ++i) text += "Sample " + std::to_string(i) + "\r\n";
    std::vector<ImportProgress> seen;
    const auto report = need(run_import(desk.world.admin, desk.plan(text, {.batch = 10}), [&](const ImportProgress& progress) {
      seen.push_back(progress);
      return true;
    }));
    REQUIRE(seen.size() >= 10);
    CHECK(seen[4].rows == 50);
    CHECK(seen[4].bytes < seen[4].total_bytes);
    CHECK(seen[4].rows_per_second > 0);
    CHECK(seen[4].seconds_left > 0);
    CHECK(seen.back().rows == 100);
    CHECK(seen.back().bytes == text.size());
    CHECK(seen.back().seconds_left == 0);
    CHECK(report.seconds > 0);
  });
}

TEST_CASE("a position survives its text, and no other text is one") {
  import::Position position;
  position.point = {1234, 56, 78};
  position.encoding = Encoding::gb18030;
  position.change_set = 99;
  position.error_length = 4321;
  position.counts = {1, 2, 3, 4, 5, 6, 7};
  position.pass = {2, {3, 9, 100000}, {9}, {10, 11, 12}, true};
  const std::string text = import::text_of(position);
  const auto back = import::position_from(text);
  REQUIRE(back);
  CHECK(import::text_of(*back) == text);
  CHECK(back->pass.rows == std::vector<std::uint64_t>{3, 9, 100000});
  CHECK(back->pass.first_put_off.line == 12);
  CHECK_FALSE(import::position_from(""));
  CHECK_FALSE(import::position_from("2 1 1 1"));
  CHECK_FALSE(import::position_from(text.substr(0, text.size() / 2)));
  CHECK_FALSE(import::position_from(text + " 1"));
  CHECK_FALSE(import::position_from("1 x"));
}
