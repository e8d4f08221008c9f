// What becomes of rows: values, blanks, dirt, duplicates, and the file of those that were refused.
#include "desk.h"

using namespace guanxi;
using namespace guanxi::test;

TEST_CASE("an import stores what the cells say") {
  at_a_desk([](Desk& desk) {
    const auto report = desk.import(
        "客户名称,客户类型,统一社会信用代码,电话,人数,注册资本,成立日期,大客户,标签,备注\r\n"
        "样例贸易（上海）有限公司,,91310000607232606T,021-5555 0101,1200,1.2万元,2003年5月6日,是,甲;乙,\"两行\r\n备注\"\r\n"
        "\r\n"
        "样例工业有限公司,NULL,－,,,,,,,\r\n");
    CHECK(report.rows == 2);
    CHECK(report.created == 2);
    CHECK(report.refused == 0);
    CHECK(report.change_set != 0);
    CHECK_FALSE(std::filesystem::exists(desk.error_path()));  // nothing was refused
    const auto row = account_named(desk.world.admin, "样例贸易（上海）有限公司");
    CHECK(row[Account.tax_id] == "91310000607232606T");
    CHECK(row[Account.employees] == 1200);
    CHECK(row[Account.capital] == Money{1'200'000, CNY});
    CHECK(row[Account.founded].text() == "2003-05-06");
    CHECK(row[Account.key_account]);
    CHECK(row[Account.tags] == "|乙|甲|");
    CHECK(row[Account.note] == "两行\r\n备注");
    CHECK(row[Account.status] == "potential");  // by rule
    CHECK(row[Account.owner] == desk.world.admin.user());
    const auto other = account_named(desk.world.admin, "样例工业有限公司");
    CHECK_FALSE(other.get(Account.tax_id).is_set());
    CHECK_FALSE(other.get(Account.phone).is_set());
  });
}

TEST_CASE("GB18030 and UTF-16 are read as they are") {
  at_a_desk([](Desk& desk) {
    desk.import(encode("客户名称\t城市\r\n样例甲有限公司\t重庆\r\n", Encoding::gb18030));
    desk.import("\xFF\xFE" + encode("客户名称\t城市\r\n样例乙有限公司\t成都\r\n", Encoding::utf16le));
    CHECK(account_named(desk.world.admin, "样例甲有限公司")[Account.city] == "重庆");
    CHECK(account_named(desk.world.admin, "样例乙有限公司")[Account.city] == "成都");
  });
}

TEST_CASE("defaults fill blank cells") {
  at_a_desk([](Desk& desk) {
    desk.import("Name,City,Branch\r\nOne,Basel,North\r\nTwo,,\r\n", {.defaults = {{"city", "Bern"}, {"note", "Branch {Branch}"}, {"industry", "software"}}});
    CHECK(account_named(desk.world.admin, "One")[Account.city] == "Basel");
    CHECK(account_named(desk.world.admin, "One")[Account.note] == "Branch North");
    CHECK(account_named(desk.world.admin, "Two")[Account.city] == "Bern");
    CHECK_FALSE(account_named(desk.world.admin, "Two").get(Account.note).is_set());
    CHECK(account_named(desk.world.admin, "Two")[Account.industry] == "software");
  });
}

TEST_CASE("one bad row is refused whole and does not lose the others") {
  at_a_desk([](Desk& desk) {
    const auto report = desk.import(
        "Name,Founded,Capital,Employees\r\n"
        "Good one,2020-01-01,10,5\r\n"
        "Bad date,2023-02-30,10,5\r\n"
        "Bad money,2020-01-01,99999999999999999999,5\r\n"
        "Bad number,2020-01-01,10,many\r\n"
        ",2020-01-01,10,5\r\n"
        "Good two,,,\r\n");
    CHECK(report.rows == 6);
    CHECK(report.created == 2);
    CHECK(report.refused == 4);
    REQUIRE(report.problems.size() == 4);
    CHECK(report.problems[0].row == 3);
    CHECK(report.problems[0].line == 3);
    CHECK(report.problems[0].column == "Founded");
    CHECK(report.problems[0].value == "2023-02-30");
    CHECK(report.problems[0].reason.find("2023-02-30") != std::string::npos);
    CHECK(report.problems[1].column == "Capital");
    CHECK(report.problems[2].column == "Employees");
    CHECK(report.problems[3].column == "Name");
    CHECK(report.problems[3].reason == "Account name is required: give it a value.");
    CHECK(all_of(desk.world.admin, number_of(Account)).size() == 2);
  });
}

TEST_CASE("text that a wrong encoding made is refused with a sentence") {
  at_a_desk([](Desk& desk) {
    const auto report = desk.import("客户名称,城市\r\n娉涘井缃戠粶,上海\r\n样例\xEF\xBF\xBD司,上海\r\n样例好公司,上海\r\n");
    CHECK(report.created == 1);
    REQUIRE(report.problems.size() == 2);
    CHECK(report.problems[0].reason == "Account name: “娉涘井缃戠粶” was read in a wrong encoding before it came into this file. Export it again, or mend the text.");
    CHECK(report.problems[1].reason ==
          "Account name: “样例\xEF\xBF\xBD司” has characters that could not be decoded. Choose the file's encoding, or mend the text.");
    Session chinese = desk.world.as("admin", Language::chinese);
    const auto again = need(run_import(chinese, need(plan_import(chinese, desk.put("客户名称,城市\r\n娉涘井缃戠粶,上海\r\n样例\xEF\xBF\xBD司,上海\r\n")))));
    REQUIRE(again.problems.size() == 2);
    CHECK(again.problems[0].reason == "客户名称：“娉涘井缃戠粶”是编码错误造成的乱码，请重新导出或修正文字。");
    CHECK(again.problems[1].reason == "客户名称：“样例\xEF\xBF\xBD司”含有无法解码的字符，请指定文件编码或修正文字。");
  });
}

TEST_CASE("malformed and misshapen rows are refused where they cannot be put right") {
  at_a_desk([](Desk& desk) {
    const auto report = desk.import(
        "Name,Address,City\r\n"
        "One,\"12, Sample Street\",Basel\r\n"
        "Two,13, Sample Street,Basel\r\n"      // not quoted: put together
        "Three,14,Sample Street,Basel\r\n"     // no telling
        "\"Four\" x,15,Basel\r\n"              // text behind a quote
        "Five\r\n"                             // blank cells behind
        "Six,16,Basel,,\r\n");
    CHECK(report.rows == 6);
    CHECK(report.created == 4);
    CHECK(report.mended == 1);
    CHECK(account_named(desk.world.admin, "Two")[Account.address] == "13, Sample Street");
    CHECK(account_named(desk.world.admin, "Two")[Account.city] == "Basel");
    REQUIRE(report.problems.size() == 2);
    CHECK(report.problems[0].row == 4);
    CHECK(report.problems[0].reason == "The row has 4 cells, the header 3: put cells that contain the separator in quotes.");
    CHECK(report.problems[1].row == 5);
    CHECK(report.problems[1].value == "\"Four\" x,15,Basel");
    CHECK(report.problems[1].reason == "Row 5 (line 5): text follows the closing quote of column 1. Write a quote inside a field twice (\"\").");
  });
}

TEST_CASE("a NUL byte and a field of ten megabytes do not harm the others") {
  at_a_desk([](Desk& desk) {
    std::string text = "Name,Note\r\nOne,";
    text.append(10U << 20, 'x');
    text += "\r\nTwo,a";
    text += '\0';
    text += "b\r\nThree,\r\n";
    const auto report = desk.import(text);
    CHECK(report.created == 2);
    CHECK(Text(account_named(desk.world.admin, "One")[Account.note]).size() == (10U << 20));
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].reason == "Row 3 (line 3): column 2 holds a NUL byte, which no text has. Remove it, or export the file again.");
  });
}

TEST_CASE("picklist values are found by label and alias, new ones are added, slips are refused") {
  at_a_desk([](Desk& desk) {
    const auto report = desk.import("Name,Industry\r\nOne,软件\r\nTwo,software\r\nThree,Sample making\r\nFour,Sample making\r\nFive,sofware\r\n");
    CHECK(report.created == 4);
    CHECK(account_named(desk.world.admin, "One")[Account.industry] == account_named(desk.world.admin, "Two")[Account.industry]);
    CHECK(account_named(desk.world.admin, "Three")[Account.industry] == "Sample making");
    CHECK(desk.world.admin.schema()->picklist("industry")->find("Sample making") != nullptr);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].column == "Industry");
    CHECK(report.problems[0].value == "sofware");
    CHECK(report.problems[0].reason.find("did you mean") != std::string::npos);

    const auto strict = desk.import("Name,Industry\r\nSix,Sample taking\r\n", {.keep_unknown_codes = false});
    CHECK(strict.refused == 1);
    Session ann = desk.world.as("ann");  // who may not change the lists
    const auto hers = need(run_import(ann, need(plan_import(ann, desk.put("Name,Industry\r\nSeven,Sample taking\r\n")))));
    REQUIRE(hers.problems.size() == 1);
    CHECK(hers.problems[0].reason.starts_with("Industry has no choice “Sample taking”"));
  });
}

TEST_CASE("a column of many values is no picklist") {
  at_a_desk([](Desk& desk) {
    std::string text = "Name,Industry\r\n";
    for (int i = 0; i < 210; ++i) text += "Sample " + std::to_string(i) + ",kind " + std::string(6, static_cast<char>('a' + i % 26)) + std::to_string(i * 7919) + "\r\n";
    const auto report = desk.import(text);
    CHECK(report.created == 200);
    REQUIRE(report.refused == 10);
    CHECK(report.problems[0].reason.find("would get more than 200 new choices") != std::string::npos);
  });
}

TEST_CASE("duplicates in the file and in the store go through the same seam as a create") {
  at_a_desk([](Desk& desk) {
    add_account(desk.world.admin, "Sample Known Ltd");
    const std::string text = "Name,Tax id\r\nSample Known Ltd,\r\nSample New Ltd,91310000607232606T\r\nSample New Ltd,\r\nAnother name,91310000607232606T\r\n";
    const auto refused = desk.import(text);
    CHECK(refused.created == 1);
    CHECK(refused.refused == 3);
    REQUIRE_FALSE(refused.problems.empty());
    CHECK(refused.problems[0].reason.find("exists already") != std::string::npos);
    need(desk.world.admin.undo(refused.change_set));

    const auto warned = desk.import(text, {.on_duplicate = OnDuplicate::warn});
    CHECK(warned.created == 3);
    CHECK(warned.warned == 2);
    CHECK(warned.refused == 1);  // an equal tax id is certain
    need(desk.world.admin.undo(warned.change_set));

    const auto allowed = desk.import(text, {.on_duplicate = OnDuplicate::allow});
    CHECK(allowed.created == 4);
    CHECK(allowed.warned == 3);
  });
}

TEST_CASE("nobody imports what he may not create") {
  at_a_desk([](Desk& desk) {
    Session ann = desk.world.as("ann");
    const auto hers = need(run_import(ann, need(plan_import(ann, desk.put("Name,Owner\r\nMine,ann\r\nNobody's,\r\nHis,wei\r\n")))));
    CHECK(hers.created == 2);
    CHECK(account_named(ann, "Mine")[Account.owner] == desk.world.ann);
    CHECK(account_named(ann, "Nobody's")[Account.owner] == desk.world.ann);
    REQUIRE(hers.problems.size() == 1);
    CHECK(hers.problems[0].row == 4);
    CHECK(hers.problems[0].reason.starts_with("You may not create this Account"));
  });
}

TEST_CASE("the refused rows come in a file that can be mended and imported again as it stands") {
  at_a_desk([](Desk& desk) {
    const auto first = desk.import("Name;Founded;Note\r\nGood;2020-01-01;\r\nBad;2023-02-30;\"a;b\"\r\n\"Worse\" x;;\r\nToo;1;2;3\r\n");
    CHECK(first.created == 1);
    CHECK(first.refused == 3);
    std::string refused = read_file(desk.error_path());
    CHECK(refused.starts_with("\xEF\xBB\xBFRefused: row;Refused: line;Refused: column;Refused: value;Refused: reason;Name;Founded;Note\r\n3;3;Founded;2023-02-30;"));
    CHECK(refused.find(";Bad;2023-02-30;\"a;b\"\r\n") != std::string::npos);
    CHECK(refused.find(";;;\r\n5;5;") != std::string::npos);  // a malformed row has no cells
    CHECK(refused.ends_with(";Too;1;2;3\r\n"));

    const auto again = desk.import(refused, {.error_file = desk.folder.file("again.csv")});
    CHECK(again.refused == 3);  // nothing was mended yet
    const std::string still = read_file(desk.folder.file("again.csv"));
    CHECK(still.find("Refused: row;Refused: line;Refused: column;Refused: value;Refused: reason;Name;Founded;Note\r\n2;2;") != std::string::npos);

    refused.replace(refused.find(";Bad;2023-02-30"), 15, ";Bad;2023-02-28");
    refused.replace(refused.find(";Too;1;2;3"), 10, ";Too;;2 3");
    const auto mended = desk.import(refused, {.error_file = desk.folder.file("again.csv")});
    CHECK(mended.created == 2);
    CHECK(mended.refused == 1);
    CHECK(account_named(desk.world.admin, "Bad")[Account.note] == "a;b");
    CHECK(account_named(desk.world.admin, "Too")[Account.note] == "2 3");
  });
}

TEST_CASE("the error file never overwrites the file that is read, and a folder that is not there is told at once") {
  at_a_desk([](Desk& desk) {
    ImportPlan plan = desk.plan("Name\r\nA\r\n");
    plan.options.error_file = plan.path;
    auto report = run_import(desk.world.admin, plan);
    REQUIRE_FALSE(report);
    CHECK(report.error().text() == plan.path + " is the file that is being imported: name another file for the refused rows.");
    CHECK(report.error().text(Language::chinese) == plan.path + " 正是要导入的文件：请为退回的行另选一个文件。");
    plan.options.error_file = desk.folder.file("no/where.csv");
    report = run_import(desk.world.admin, plan);
    REQUIRE_FALSE(report);
    CHECK(report.error().text() == plan.options.error_file + " cannot be written: its folder does not exist. Make the folder, or check the path.");
    CHECK(all_of(desk.world.admin, number_of(Account)).empty());
  });
}

TEST_CASE("a dry run counts like the import and stores nothing") {
  at_a_desk([](Desk& desk) {
    const std::string before = dump(desk.world.admin, true);
    const std::string text = "Name,Industry,Owner\r\nOne,Sample making,New Agent\r\nTwo,software,\r\nOne,software,\r\nThree,sofware,\r\n";
    ImportOptions options{.create_missing_references = true};
    options.dry_run = true;
    const auto tried = desk.import(text, options);
    CHECK(dump(desk.world.admin, true) == before);
    CHECK(tried.change_set == 0);
    options.dry_run = false;
    const auto done = desk.import(text, options);
    CHECK(done.rows == tried.rows);
    CHECK(done.created == tried.created);
    CHECK(done.refused == tried.refused);
    CHECK(done.created == 2);
    CHECK(done.refused == 2);
  });
}

TEST_CASE("an import inside a transaction is part of it") {
  at_a_desk([](Desk& desk) {
    const auto plan = desk.plan("Name\r\nOne\r\nTwo\r\n", {.batch = 1});
    const auto broken = desk.world.admin.transaction([&]() -> Result<void> {
      CHECK(need(run_import(desk.world.admin, plan)).created == 2);
      CHECK(all_of(desk.world.admin, number_of(Account)).size() == 2);
      static constexpr Message enough{"test.enough", "Enough.", "够了。"};
      return Error(Code::cancelled, enough);
    });
    CHECK_FALSE(broken);
    CHECK(all_of(desk.world.admin, number_of(Account)).empty());
    need(desk.world.admin.transaction([&]() -> Result<void> {
      need(run_import(desk.world.admin, plan));
      return {};
    }));
    CHECK(all_of(desk.world.admin, number_of(Account)).size() == 2);
  });
}
