// What a plan shows, warns of and refuses.
#include "desk.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

// The sentence with which planning fails, in both languages.
void check_plan_fails(Desk& desk, const std::string& path, const ImportOptions& options, std::string_view english, std::string_view chinese, Code code) {
  const auto plan = plan_import(desk.world.admin, path, options);
  REQUIRE_FALSE(plan);
  CHECK(plan.error().text() == english);
  CHECK(plan.error().text(Language::chinese) == chinese);
  CHECK(plan.error().code() == code);
}

void check_run_fails(Desk& desk, const ImportPlan& plan, std::string_view english, std::string_view chinese) {
  const auto report = run_import(desk.world.admin, plan);
  REQUIRE_FALSE(report);
  CHECK(report.error().text() == english);
  CHECK(report.error().text(Language::chinese) == chinese);
}

}  // namespace

TEST_CASE("a plan shows encoding, separator, columns with reasons and samples") {
  at_a_desk([](Desk& desk) {
    const auto plan = desk.plan("公司名称;电话;备忘\r\n样例甲有限公司;021-55550101;一\r\n\r\n样例乙有限公司;;二\r\n");
    CHECK(plan.encoding == Encoding::utf8);
    CHECK(plan.separator == ';');
    REQUIRE(plan.columns.size() == 3);
    CHECK(said_of(plan, "公司名称") == "name (header)");
    CHECK(said_of(plan, "电话") == "phone (header)");
    CHECK(plan.columns[0].samples == std::vector<std::string>{"样例甲有限公司", "样例乙有限公司"});
    CHECK(plan.columns[1].samples == std::vector<std::string>{"021-55550101"});
    CHECK(all_of(desk.world.admin, number_of(Account)).empty());  // nothing is stored
  });
}

TEST_CASE("a plan reads the encodings that spreadsheets write") {
  at_a_desk([](Desk& desk) {
    const std::string text = "客户名称,城市\r\n样例商贸有限公司,重庆\r\n";
    for (const Encoding encoding : {Encoding::gb18030, Encoding::utf16le, Encoding::utf16be}) {
      const auto plan = desk.plan(encode(text, encoding));
      CHECK(plan.encoding == encoding);
      CHECK(said_of(plan, "客户名称") == "name (header)");
    }
  });
}

TEST_CASE("headers that stand twice are told apart and reported") {
  at_a_desk([](Desk& desk) {
    const auto plan = desk.plan("Name,Phone,Phone,,\r\nSample,1,2,3,4\r\n");
    REQUIRE(plan.columns.size() == 5);
    CHECK(plan.columns[2].header == "Phone (2)");
    CHECK(plan.columns[3].header == "Column 4");
    CHECK(plan.columns[4].header == "Column 5");
    CHECK(has(plan.warnings, "A header stands twice: the later column is called “Phone (2)” here."));
    CHECK(has(plan.warnings, "Not imported: Phone (2), Column 4, Column 5. Map these columns to fields if they are needed."));
  });
}

TEST_CASE("the order of dates is guessed for each column") {
  at_a_desk([](Desk& desk) {
    const auto plan = desk.plan("Opportunity,Opened on,Close date\r\nA,10/20/2016,3/1/2017\r\nB,1/2/2016,20.12.2017\r\n", {.entity = "opportunity"});
    CHECK(plan.columns[1].date_order == "mdy");
    CHECK(plan.columns[2].date_order == "dmy");
    const auto open = desk.plan("Opportunity,Opened on\r\nA,3/1/2017\r\n", {.entity = "opportunity"});
    CHECK(open.columns[1].date_order == "");
    CHECK(has(open.warnings, "The dates in “Opened on”, such as 3/1/2017, can be read in two ways: set the order (mdy or dmy)."));
    const auto said = desk.plan("Opportunity,Opened on\r\nA,3/1/2017\r\n", {.entity = "opportunity", .date_order = "dmy"});
    CHECK(said.columns[1].date_order == "dmy");
    CHECK(said.warnings.empty());
  });
}

TEST_CASE("a person's name is put together from its parts") {
  at_a_desk([](Desk& desk) {
    const auto western = desk.plan("first_name,surname\r\nAnn,Sample\r\n", {.entity = "contact"});
    REQUIRE(western.options.defaults.size() == 1);
    CHECK(western.options.defaults[0].second == "{first_name} {surname}");
    CHECK(has(western.warnings, "Name is put together from columns: {first_name} {surname}."));
    const auto chinese = desk.plan("姓,名\r\n欧阳,样例\r\n", {.entity = "contact"});
    REQUIRE(chinese.options.defaults.size() == 1);
    CHECK(chinese.options.defaults[0].second == "{姓}{名}");
  });
}

TEST_CASE("a plan warns of what will go wrong, in the session's language") {
  at_a_desk([](Desk& desk) {
    const auto english = desk.plan("Phone,City\r\n021-55550101,娉涘井缃戠粶\r\n");
    CHECK(has(english.warnings, "No column gives Account name, which every Account needs: map one to it, or set a default."));
    CHECK(has(english.warnings, "The column “City” holds text that was read in a wrong encoding (“娉涘井缃戠粶”): such rows are refused."));
    Session chinese = desk.world.as("admin", Language::chinese);
    const auto plan = need(plan_import(chinese, desk.put("一,二\r\n甲,乙\r\n")));
    CHECK(has(plan.warnings, "没有识别出任何属于客户的列：请手工指定对应字段。"));
  });
}

TEST_CASE("columns are mapped by hand over the guess") {
  at_a_desk([](Desk& desk) {
    const auto plan = desk.plan("Name,Trade name,Phone\r\nA,B,1\r\n", {.mapping = {{"Trade name", "name"}, {"Phone", ""}}});
    CHECK(said_of(plan, "Name") == "");
    CHECK(said_of(plan, "Trade name") == "name ()");
    CHECK(said_of(plan, "Phone") == "");
  });
}

TEST_CASE("a file that cannot be planned says why") {
  at_a_desk([](Desk& desk) {
    const std::string missing = desk.folder.file("absent.csv");
    check_plan_fails(desk, missing, {}, "There is no file " + missing + ": check the path.", "文件 " + missing + " 不存在，请检查路径。", Code::not_found);
    const std::string in = desk.put("");
    check_plan_fails(desk, in, {}, "The file " + in + " is empty: choose one that has a header and rows.", "文件 " + in + " 是空的：请选择含有表头和数据的文件。",
                     Code::invalid);
    desk.put("\r\n\r\n");
    check_plan_fails(desk, in, {}, "The file " + in + " is empty: choose one that has a header and rows.", "文件 " + in + " 是空的：请选择含有表头和数据的文件。",
                     Code::invalid);
    desk.put("Sample Ltd,info@sample.example\r\nOther,x\r\n");
    check_plan_fails(desk, in, {}, "The first row of " + in + " holds data (“info@sample.example”), not the names of columns: put a row with the names on top.",
                     in + " 的第一行是数据（“info@sample.example”）而不是列名：请在最上方加一行列名。", Code::invalid);
  });
}

TEST_CASE("options that name what is not there are refused") {
  at_a_desk([](Desk& desk) {
    const std::string in = desk.put("Name,Phone\r\nA,1\r\n");
    const auto code_of = [&](const ImportOptions& options) {
      const auto plan = plan_import(desk.world.admin, in, options);
      REQUIRE_FALSE(plan);
      CHECK_FALSE(plan.error().text(Language::chinese).empty());
      return std::string(plan.error().id());
    };
    CHECK(code_of({.entity = "customer"}) == "import.unknown_entity");
    CHECK(code_of({.mapping = {{"Name", "nom"}}}) == "import.unknown_field");
    CHECK(code_of({.mapping = {{"Name", "suspended"}}}) == "import.unknown_field");
    CHECK(code_of({.mapping = {{"Nom", "name"}}}) == "import.unknown_header");
    CHECK(code_of({.defaults = {{"nom", "x"}}}) == "import.unknown_field");
    CHECK(code_of({.defaults = {{"note", "{Nom}"}}}) == "import.template_column");
    CHECK(code_of({.key = "nom"}) == "import.unknown_field");
    CHECK(code_of({.key = "note"}) == "import.key_not_indexed");
    CHECK(code_of({.external_system = "erp"}) == "import.external_key");
    CHECK(code_of({.date_order = "ydm"}) == "import.unknown_date_order");
    CHECK(code_of({.currency = "XQQ"}) == "import.unknown_currency");
    CHECK(code_of({.batch = 0}) == "import.batch");
    const auto plan = plan_import(desk.world.admin, in, {.mapping = {{"Nom", "name"}}});
    CHECK(plan.error().text() == "The mapping names the column “Nom”, which the file does not have: its columns are Name, Phone.");
    CHECK(plan.error().text(Language::chinese) == "映射中的列“Nom”在文件中不存在：现有列为 Name, Phone。");
  });
}

TEST_CASE("a plan that cannot be carried out is refused before any row") {
  at_a_desk([](Desk& desk) {
    const std::string in = desk.put("一,二\r\n甲,乙\r\n");
    check_run_fails(desk, need(plan_import(desk.world.admin, in)), "No column of " + in + " is mapped to a field of Account: map at least one.",
                    in + " 没有任何列对应客户的字段：请至少指定一列。");
    check_run_fails(desk, desk.plan("Phone\r\n1\r\n"), "No column gives Account name, which every Account needs: map one to it, or set a default.",
                    "没有列对应“客户名称”，而每条客户都必须有它：请指定一列或设置默认值。");
    check_run_fails(desk, desk.plan("Name\r\nA\r\n", {.key = "tax_id"}), "The key Tax id has no column: map one to it, or choose another key.",
                    "键“统一社会信用代码”没有对应的列：请指定一列或另选键。");
    check_run_fails(desk, desk.plan("Name\r\nA\r\n", {.external_system = "erp", .external_column = "Key"}),
                    "The column “Key” with the external key is not in the file: its columns are Name.", "文件中没有外部编号所在的列“Key”：现有列为 Name。");
    ImportPlan twice = desk.plan("Name,Other\r\nA,B\r\n");
    twice.columns[1].field = "name";
    check_run_fails(desk, twice, "Account name is filled by two columns, “Name” and “Other”: choose one of them.", "“Name”和“Other”两列都对应客户名称：请只保留一列。");
    ImportPlan changed = desk.plan("Name,City\r\nA,B\r\n");
    desk.put("Name,Town,Phone\r\nA,B,C\r\n");
    check_run_fails(desk, changed, "The header of " + in + " is not the one that was planned for: plan the import again.",
                    in + " 的表头与导入方案不符：请重新生成导入方案。");
    CHECK(all_of(desk.world.admin, number_of(Account)).empty());
  });
}
