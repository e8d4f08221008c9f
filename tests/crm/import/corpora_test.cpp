// Files of customers as they really are. The counts were measured on the files by themselves, with Python's csv module.
#include "corpora.h"
#include "support/effort.h"

#include "guanxi/duplicates.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

// Runs the test in both kinds of store, with the folder of the files.
void with_corpora(const std::function<void(Desk&, const std::string&)>& test) {
  const std::string& folder = Corpora::folder();
  if (folder.empty()) return;
  at_a_desk([&](Desk& desk) { test(desk, folder); });
}

ImportReport import_file(Desk& desk, const std::string& path, ImportOptions options = {}) {
  options.error_file = desk.error_path();
  const auto plan = need(plan_import(desk.world.admin, path, options));
  const auto report = need(run_import(desk.world.admin, plan));
  CHECK(report.created + report.updated + report.unchanged + report.refused == report.rows);
  MESSAGE(path.substr(path.rfind('/') + 1) << ": " << report.rows << " rows, " << report.created << " created, " << report.updated << " updated, "
                                           << report.unchanged << " unchanged, " << report.refused << " refused, " << report.warned << " warned, "
                                           << report.mended << " mended, " << static_cast<std::uint64_t>(static_cast<double>(report.rows) / report.seconds)
                                           << " rows/s");
  for (std::size_t i = 0; i < std::min<std::size_t>(report.problems.size(), 3); ++i)
    MESSAGE("  row " << report.problems[i].row << " " << report.problems[i].column << ": " << report.problems[i].reason);
  return report;
}

std::int64_t count(Desk& desk, const AnyEntity& entity, const Expr& condition = {}) { return need(desk.world.admin.count(number_of(entity), condition)); }

}  // namespace

TEST_CASE("northwind: 91 customers, 24 of them with a comma in an address that is not quoted") {
  with_corpora([](Desk& desk, const std::string& folder) {
    const auto plan = need(plan_import(desk.world.admin, folder + "northwind/customers.csv"));
    CHECK(said_of(plan, "companyName") == "name (header)");
    CHECK(said_of(plan, "customerID") == "number (header (similar))");
    CHECK(said_of(plan, "postalCode") == "postcode (header)");
    CHECK(said_of(plan, "region") == "province (header)");
    CHECK(said_of(plan, "contactName") == "");
    const auto report = import_file(desk, folder + "northwind/customers.csv");
    CHECK(report.created == 91);
    CHECK(report.mended == 24);
    const auto row = account_named(desk.world.admin, "Victuailles en stock");
    CHECK(row[Account.address] == "2, rue du Commerce");
    CHECK(row[Account.city] == "Lyon");
    CHECK_FALSE(row.get(Account.province).is_set());  // NULL
  });
}

TEST_CASE("maven: 85 accounts, then 8,800 opportunities of 30 sellers") {
  with_corpora([](Desk& desk, const std::string& folder) {
    const auto accounts = import_file(desk, folder + "maven/accounts.csv");
    CHECK(accounts.rows == 85);
    CHECK(accounts.created == 72);
    REQUIRE(accounts.refused == 13);  // "technolgy", row by row, and one that belongs to such a row
    for (const ImportProblem& problem : accounts.problems) {
      if (problem.column == "subsidiary_of") continue;
      CHECK(problem.column == "sector");
      CHECK(problem.value == "technolgy");
    }
    std::string refused = read_file(desk.error_path());
    for (std::size_t at = refused.rfind("technolgy"); at != std::string::npos; at = refused.rfind("technolgy")) refused.replace(at, 9, "technology");
    const auto mended = desk.import(refused, {.error_file = desk.folder.file("left.csv")});
    CHECK(mended.created == 13);
    CHECK(account_named(desk.world.admin, "Bluth Company")[Account.parent] == account_named(desk.world.admin, "Acme Corporation").id());

    const ImportOptions options{.entity = "opportunity", .defaults = {{"name", "{product} {opportunity_id}"}}, .create_missing_references = true};
    const auto plan = need(plan_import(desk.world.admin, folder + "maven/sales_pipeline.csv", options));
    CHECK(said_of(plan, "sales_agent") == "owner (header)");
    CHECK(said_of(plan, "deal_stage") == "stage (header)");
    CHECK(plan.columns[5].date_order == "mdy");
    const auto report = import_file(desk, folder + "maven/sales_pipeline.csv", options);
    CHECK(report.rows == 8800);
    CHECK(report.created == 8800);
    CHECK(count(desk, Opportunity, Opportunity.stage == "won") == 4238);
    CHECK(count(desk, Opportunity, Opportunity.stage == "lost") == 2473);
    CHECK(count(desk, Opportunity, is_null(Opportunity.account)) == 1425);
    CHECK(count(desk, Opportunity, Opportunity.product == Text("GTXPro")) == 1480);
    CHECK(count(desk, User) == 5 + 30);
    need(desk.world.admin.undo(report.change_set));
    CHECK(count(desk, Opportunity) == 0);
    CHECK(count(desk, User) == 5);
  });
}

TEST_CASE("sites: 3,337 organisations with line breaks in their fields") {
  with_corpora([](Desk& desk, const std::string& folder) {
    const auto report = import_file(desk, folder + "sites/csv_example_input_with_true_ids.csv", {.on_duplicate = OnDuplicate::allow});
    CHECK(report.rows == 3337);
    CHECK(report.created + report.refused == 3337);
    CHECK(report.refused == 0);
  });
}

TEST_CASE("Taiwan's listed companies of 2022, brought up to date with those of 2023") {
  with_corpora([](Desk& desk, const std::string& folder) {
    const ImportOptions by_number{.key = "number", .on_duplicate = OnDuplicate::allow};
    const auto plan = need(plan_import(desk.world.admin, folder + "tw/L_2022-11-19.csv", by_number));
    CHECK(said_of(plan, "公司代號") == "number (header (similar))");
    CHECK(said_of(plan, "公司名稱") == "name (header)");
    CHECK(said_of(plan, "公司簡稱") == "short_name (header)");
    CHECK(said_of(plan, "營利事業統一編號") == "tax_id (header)");
    CHECK(said_of(plan, "總機電話") == "phone (header)");
    CHECK(said_of(plan, "實收資本額") == "capital (header)");
    CHECK(said_of(plan, "過戶電話") == "");
    const auto first = import_file(desk, folder + "tw/L_2022-11-19.csv", by_number);
    CHECK(first.created == 980);
    const auto second = import_file(desk, folder + "tw/L_2023-08-31.csv", by_number);
    CHECK(second.rows == 992);
    CHECK(second.created == 14);  // as many as the numbers that only the later file has
    CHECK(second.updated == 381);
    CHECK(second.unchanged == 597);
    CHECK(import_file(desk, folder + "tw/L_2023-08-31.csv", by_number).unchanged == 992);
  });
}

TEST_CASE("persons of three test collections become contacts") {
  with_corpora([](Desk& desk, const std::string& folder) {
    const ImportOptions contacts{.entity = "contact", .on_duplicate = OnDuplicate::allow};
    const auto febrl = import_file(desk, folder + "febrl/dataset1.csv", contacts);
    CHECK(febrl.rows == 1000);
    const auto fake = import_file(desk, folder + "splink/fake_1000.csv", contacts);
    CHECK(fake.rows == 1000);
  });
}

TEST_CASE("267,400 short names of Chinese companies") {
  constexpr int names = guanxi::test::sparing == 1 ? 267'397 : 150'000;  // so many that the import is a bulk, by its own estimate
  const std::string& folder = Corpora::folder();
  if (folder.empty()) return;
  Folder target;
  World world(target.file("names.gx"), {.durability = Durability::normal});
  Desk desk(world);
  std::ifstream in(folder + "names/company-short-28w.txt");
  std::string text = "客户名称\r\n", line;
  for (int skipped = 0; skipped < 3; ++skipped) std::getline(in, line);
  for (int name = 0; name < names && std::getline(in, line); ++name) {
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.pop_back();
    write_csv_row(text, {line});
  }
  CHECK(need(prepare_duplicates(world.admin, number_of(Account))).records == 0);
  const auto report = import_file(desk, desk.put(text), {.on_duplicate = OnDuplicate::allow});
  CHECK(report.rows == names);
  CHECK(report.refused == 0);
  CHECK(need(world.admin.count(number_of(Account))) == names);
  // So many rows come in bulk: the index of what is alike did not follow, and is made of them all afterwards.
  const auto index = need(prepare_duplicates(world.admin, number_of(Account)));
  CHECK(index.records == names);
  CHECK(index.read == names);
}
