// What exports write, for whom, and that the file appears whole or not at all.
#include <nlohmann/json.hpp>

#include "../import/desk.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

// A store with two accounts, one of them with all kinds of values.
void fill(Desk& desk) {
  desk.import(
      "客户名称,客户级别,角色,上级客户,负责人,注册资本,成立日期,大客户,人数,标签,备注\r\n"
      "样例甲有限公司,A,\"customer,supplier\",,ann,1234.5,2003-05-06,是,7,甲;乙,\"两行\n\"\"备注\"\"\"\r\n"
      "样例乙有限公司,,,样例甲有限公司,,,,,,,\r\n");
}

std::string exported(Desk& desk, Session& session, const ExportOptions& options, std::uint64_t expected) {
  const std::string path = desk.folder.file("out");
  CHECK(need(export_records(session, path, options)) == expected);
  return read_file(path);
}

}  // namespace

TEST_CASE("CSV has names and codes for programs, labels for people") {
  at_a_desk([](Desk& desk) {
    fill(desk);
    ExportOptions options;
    options.fields = {"name", "tier", "roles", "parent", "owner", "capital", "founded", "key_account", "employees", "tags", "note"};
    const std::string parent = account_named(desk.world.admin, "样例甲有限公司").id().text();
    CHECK(exported(desk, desk.world.admin, options, 2) ==
          "name,tier,roles,parent,owner,capital,founded,key_account,employees,tags,note\r\n"
          "样例甲有限公司,A,customer;supplier,," + desk.world.ann.text() + ",1234.50 CNY,2003-05-06,true,7,乙;甲,\"两行\n\"\"备注\"\"\"\r\n"
          "样例乙有限公司,,," + parent + "," + desk.world.admin.user().text() + ",,,,,,\r\n");
    options.labels = true;
    Session chinese = desk.world.as("admin", Language::chinese);
    const std::string people = exported(desk, chinese, options, 2);
    CHECK(people.starts_with("客户名称,客户级别,角色,上级客户,负责人,注册资本,成立日期,大客户,员工人数,标签,备注\r\n"));
    CHECK(people.find(",Ann Sample,1234.50 CNY,2003-05-06,是,7,") != std::string::npos);
    CHECK(people.find("样例乙有限公司,,,样例甲有限公司,Sample Admin,") != std::string::npos);
    CHECK(people.find("客户;供应商") != std::string::npos);
  });
}

TEST_CASE("what was exported can be imported again") {
  at_a_desk([](Desk& desk) {
    fill(desk);
    for (const bool labels : {false, true}) {
      const std::string text = exported(desk, desk.world.admin, {.labels = labels}, 2);
      const auto again = desk.import(text, {.key = "name"});
      CHECK(again.refused == 0);
      CHECK(again.unchanged == 2);
    }
  });
}

TEST_CASE("JSON Lines have JSON's own types") {
  at_a_desk([](Desk& desk) {
    fill(desk);
    const std::string text = exported(desk, desk.world.admin, {.format = ExportFormat::json_lines, .fields = {"id", "name", "tags", "capital", "key_account", "employees", "founded", "note"}}, 2);
    std::istringstream lines(text);
    std::string line;
    std::getline(lines, line);
    const auto first = nlohmann::json::parse(line);
    CHECK(first["name"] == "样例甲有限公司");
    CHECK(first["tags"] == nlohmann::json::array({"乙", "甲"}));
    CHECK(first["capital"]["amount"] == "1234.50");
    CHECK(first["capital"]["currency"] == "CNY");
    CHECK(first["key_account"] == true);
    CHECK(first["employees"] == 7);
    CHECK(first["founded"] == "2003-05-06");
    CHECK(first["note"] == "两行\n\"备注\"");
    CHECK(first["id"].get<std::string>().size() == 36);
    std::getline(lines, line);
    CHECK_FALSE(nlohmann::json::parse(line).contains("tags"));  // what is not set is left out
  });
}

TEST_CASE("the library's own fields are left out unless they are named") {
  at_a_desk([](Desk& desk) {
    fill(desk);
    const std::string text = exported(desk, desk.world.admin, {}, 2);
    CHECK(text.starts_with("name,short_name,"));
    CHECK(text.find("revision") == std::string::npos);
  });
}

TEST_CASE("encodings and the mark for spreadsheets") {
  at_a_desk([](Desk& desk) {
    fill(desk);
    const ExportOptions plain_text{.fields = {"name"}};
    const std::string utf8 = exported(desk, desk.world.admin, plain_text, 2);
    ExportOptions options = plain_text;
    options.bom = true;
    CHECK(exported(desk, desk.world.admin, options, 2) == "\xEF\xBB\xBF" + utf8);
    options.encoding = Encoding::utf16le;
    CHECK(exported(desk, desk.world.admin, options, 2) == "\xFF\xFE" + encode(utf8, Encoding::utf16le));
    options.bom = false;
    options.encoding = Encoding::gb18030;
    CHECK(exported(desk, desk.world.admin, options, 2) == encode(utf8, Encoding::gb18030));
    options.format = ExportFormat::json_lines;
    const auto refused = export_records(desk.world.admin, desk.folder.file("out"), options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text() == "JSON Lines are UTF-8 without a byte order mark: leave out the encoding and the mark, or export CSV.");
    CHECK(refused.error().text(Language::chinese) == "JSON Lines 必须是不带 BOM 的 UTF-8：请去掉编码与 BOM 选项，或改用 CSV。");
  });
}

TEST_CASE("only what may be both read and exported leaves the store") {
  at_a_desk([](Desk& desk) {
    fill(desk);
    Session ann = desk.world.as("ann");
    const auto hers = export_records(ann, desk.folder.file("out"), {});
    REQUIRE_FALSE(hers);  // sellers may read but not export
    CHECK(hers.error().code() == Code::denied);
    CHECK(hers.error().text() == "You may not export Account records: ask an administrator for a role that grants it.");
    CHECK(hers.error().text(Language::chinese) == "您无权导出客户：请联系管理员授权。");
    CHECK_FALSE(std::filesystem::exists(desk.folder.file("out")));
    Session mia = desk.world.as("mia");
    CHECK(exported(desk, mia, {.fields = {"name"}}, 1) == "name\r\n样例甲有限公司\r\n");  // of her departments
    CHECK(exported(desk, desk.world.admin, {.fields = {"name"}, .condition = Account.tier == "A"}, 1) == "name\r\n样例甲有限公司\r\n");
    need(desk.world.admin.archive(Account, account_named(desk.world.admin, "样例甲有限公司").id()));
    CHECK(exported(desk, desk.world.admin, {.fields = {"name"}}, 1) == "name\r\n样例乙有限公司\r\n");
  });
}

TEST_CASE("an export that is stopped or cannot be written leaves the file as it was") {
  at_a_desk([](Desk& desk) {
    fill(desk);
    const std::string path = desk.folder.file("out");
    write_file(path, "as it was");
    const auto stopped = export_records(desk.world.admin, path, {}, [](std::uint64_t done, std::uint64_t total) {
      CHECK(done == 2);
      CHECK(total == 2);
      return false;
    });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code() == Code::cancelled);
    CHECK(stopped.error().text() == "The export was stopped after 2 records; the file " + path + " is as it was.");
    CHECK(stopped.error().text(Language::chinese) == "导出在 2 条记录后中止；文件 " + path + " 未被改动。");
    CHECK(read_file(path) == "as it was");
    const std::string nowhere = desk.folder.file("no/where.csv");
    CHECK(export_records(desk.world.admin, nowhere, {}).error().code() == Code::not_found);
    const auto unknown = export_records(desk.world.admin, path, {.fields = {"nom"}});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().text().starts_with("“nom” is no field of Account: choose one of id, revision,"));
    CHECK(unknown.error().text(Language::chinese).starts_with("“nom”不是客户的字段：可选 id, revision,"));
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(path).parent_path())) ++files;
    CHECK(files == 2);  // out and in.csv: nothing half written is left
  });
}

TEST_CASE("a link stays a link, and who may read the file stays the same") {
  at_a_desk([](Desk& desk) {
    fill(desk);
    const std::string path = desk.folder.file("real.csv");
    write_file(path, "old");
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    std::filesystem::create_symlink(path, desk.folder.file("out"));
    exported(desk, desk.world.admin, {.fields = {"name"}}, 2);
    CHECK(std::filesystem::is_symlink(desk.folder.file("out")));
    CHECK(read_file(path).starts_with("name\r\n"));
    CHECK((std::filesystem::status(path).permissions() & std::filesystem::perms::others_read) == std::filesystem::perms::none);
  });
}

TEST_CASE("many records are exported page by page") {
  at_a_desk([](Desk& desk) {
    std::string text = "Name\r\n";
    for (int i = 0; i < 2500; ++i) text += "Sample " + std::to_string(i) + "\r\n";
    desk.import(text);
    std::vector<std::uint64_t> steps;
    need(export_records(desk.world.admin, desk.folder.file("out"), {.fields = {"name"}}, [&](std::uint64_t done, std::uint64_t total) {
      steps.push_back(done);
      return total == 2500;
    }));
    CHECK(steps == std::vector<std::uint64_t>{1000, 2000, 2500});
    CHECK(read_file(desk.folder.file("out")) == "name" + text.substr(4));
  });
}
