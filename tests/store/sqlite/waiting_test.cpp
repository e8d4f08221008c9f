// Texts that wait before the full-text index takes them in: whoever searches finds what is committed, wherever its text is.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include "accounts.h"
#include "base/check.h"
#include "support/folder.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

constexpr std::string_view all_accounts = "样品公司";

std::int64_t waiting_in(const std::string& path) { return number(path, "SELECT count(*) FROM gx_search_waiting"); }

// The numbers that a search finds, in the order in which it does.
std::vector<std::int64_t> found(Accounts& accounts, std::string_view text, std::size_t limit = 0, const Expr* filter = nullptr) {
  Search search;
  search.type = &accounts.type();
  search.text = text;
  search.limit = limit;
  search.filter = filter;
  std::vector<std::int64_t> rids;
  auto reader = accounts.storage().begin_read();
  REQUIRE(reader.ok());
  REQUIRE((*reader)->search(search, [&](AnyRecord& row) { return rids.push_back(row.rid()), true; }).ok());
  return rids;
}

std::vector<std::int64_t> up_to(std::int64_t last) {
  std::vector<std::int64_t> out;
  for (std::int64_t i = 1; i <= last; ++i) out.push_back(i);
  return out;
}

void check_whole(Accounts& accounts) {
  const auto findings = accounts.findings();
  REQUIRE(findings.ok());
  for (const std::string& finding : *findings) FAIL_CHECK(finding);
}

}  // namespace

TEST_CASE("rows that are added one by one are found at once, whether their texts wait or not") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(at(path));
  REQUIRE(accounts.ok());
  std::int64_t most = 0;
  for (std::int64_t last = 1; last <= 70; ++last) {
    REQUIRE(accounts->add(last).ok());
    const std::int64_t waiting = waiting_in(path);
    CHECK(waiting <= 16);
    most = std::max(most, waiting);
    CHECK(found(*accounts, all_accounts) == up_to(last));
    CHECK(found(*accounts, Accounts::name_of(last)).back() == last);
    if (last % 10 == 0) check_whole(*accounts);
  }
  CHECK(most == 16);
  CHECK(waiting_in(path) < 16);
}

TEST_CASE("another connection, a copy and whoever opens the file again find what waits") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  {
    auto accounts = Accounts::open(at(path));
    REQUIRE(accounts.ok());
    for (std::int64_t last = 1; last <= 5; ++last) REQUIRE(accounts->add(last).ok());
    auto other = Accounts::open(at(path));
    REQUIRE(other.ok());
    CHECK(found(*other, all_accounts) == up_to(5));
    REQUIRE(other->add(6).ok());
    CHECK(found(*accounts, all_accounts) == up_to(6));
    REQUIRE(accounts->storage().backup(folder.file("copy.db"), {}).ok());
  }
  CHECK(waiting_in(path) == 6);
  for (const std::string& file : {path, folder.file("copy.db")}) {
    auto again = Accounts::open(at(file));
    REQUIRE(again.ok());
    CHECK(found(*again, all_accounts) == up_to(6));
    check_whole(*again);
  }
}

TEST_CASE("rows that share a commit wait in greater number, and go in with the next that comes alone") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(at(path));
  REQUIRE(accounts.ok());
  for (std::int64_t first = 1; first < 120; first += 40)
    REQUIRE(accounts->storage().write([&](Writer& writer) { return accounts->add_all(writer, first, 40); }, no_news).ok());
  CHECK(waiting_in(path) == 120);
  CHECK(found(*accounts, all_accounts) == up_to(120));
  check_whole(*accounts);
  REQUIRE(accounts->add(121).ok());
  CHECK(waiting_in(path) == 0);
  for (std::int64_t first = 122; first < 260; first += 40)
    REQUIRE(accounts->storage().write([&](Writer& writer) { return accounts->add_all(writer, first, 40); }, no_news).ok());
  CHECK(waiting_in(path) == 0);
  CHECK(found(*accounts, all_accounts) == up_to(281));
  check_whole(*accounts);
}

TEST_CASE("many rows at once go in, and take along what waits") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(at(path));
  REQUIRE(accounts.ok());
  for (std::int64_t last = 1; last <= 3; ++last) REQUIRE(accounts->add(last).ok());
  CHECK(waiting_in(path) == 3);
  REQUIRE(accounts->storage().write([&](Writer& writer) { return accounts->add_all(writer, 4, 65); }, no_news).ok());
  CHECK(waiting_in(path) == 0);
  CHECK(found(*accounts, all_accounts) == up_to(68));
  check_whole(*accounts);
}

TEST_CASE("a row is found by what it says now, though the index has what it said before, or its first text still waits") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(at(path));
  REQUIRE(accounts.ok());
  REQUIRE(accounts->storage().write([&](Writer& writer) { return accounts->add_all(writer, 1, 70); }, no_news).ok());
  REQUIRE(accounts->rename(7, "别名甲").ok());
  CHECK(found(*accounts, "别名") == std::vector<std::int64_t>{7});
  CHECK(found(*accounts, all_accounts).size() == 69);
  REQUIRE(accounts->rename(7, "别名乙").ok());
  CHECK(found(*accounts, "别名甲").empty());
  CHECK(found(*accounts, "别名乙") == std::vector<std::int64_t>{7});
  REQUIRE(accounts->add(71).ok());
  REQUIRE(accounts->rename(71, "别名丙").ok());
  CHECK(found(*accounts, "别名") == std::vector<std::int64_t>{7, 71});
  REQUIRE(accounts->rename(7, Accounts::name_of(7)).ok());
  CHECK(found(*accounts, all_accounts) == up_to(70));
  CHECK(waiting_in(path) == 5);
  REQUIRE(accounts->storage().write([&](Writer& writer) { return accounts->add_all(writer, 72, 65); }, no_news).ok());
  CHECK(waiting_in(path) == 0);
  CHECK(found(*accounts, all_accounts).size() == 135);
  CHECK(found(*accounts, "别名") == std::vector<std::int64_t>{71});
}

TEST_CASE("a text that goes does so at once, and nothing of it is left waiting") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(at(path));
  REQUIRE(accounts.ok());
  for (std::int64_t last = 1; last <= 3; ++last) REQUIRE(accounts->add(last).ok());
  REQUIRE(accounts->rename(2, "").ok());
  CHECK(waiting_in(path) == 0);
  CHECK(found(*accounts, all_accounts) == std::vector<std::int64_t>{1, 3});
  check_whole(*accounts);
}

TEST_CASE("limit, condition and the open transaction hold for what waits") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(at(path));
  REQUIRE(accounts.ok());
  REQUIRE(accounts->storage().write([&](Writer& writer) { return accounts->add_all(writer, 1, 70); }, no_news).ok());
  for (std::int64_t last = 71; last <= 75; ++last) REQUIRE(accounts->add(last).ok());
  REQUIRE(accounts->move(3, "样品市").ok());
  CHECK(found(*accounts, all_accounts, 4) == up_to(4));
  CHECK(found(*accounts, all_accounts, 72) == up_to(72));
  const Expr moved = Account.city == "样品市";
  CHECK(found(*accounts, all_accounts, 0, &moved) == std::vector<std::int64_t>{3});

  const auto undone = accounts->storage().write(
      [&](Writer& writer) -> Result<void> {
        GUANXI_CHECK(accounts->add_all(writer, 76, 2));
        std::size_t seen = 0;
        Search search;
        search.type = &accounts->type();
        search.text = all_accounts;
        search.limit = 0;
        GUANXI_CHECK(writer.search(search, [&](AnyRecord&) { return ++seen, true; }));
        CHECK(seen == 77);
        static constexpr Message no{"test.no", "no", "否"};
        return Error(Code::cancelled, no);
      },
      no_news);
  CHECK_FALSE(undone.ok());
  CHECK(found(*accounts, all_accounts) == up_to(75));
  check_whole(*accounts);
}

TEST_CASE("a waiting text that is lost or changed is told") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(at(path));
  REQUIRE(accounts.ok());
  for (std::int64_t last = 1; last <= 3; ++last) REQUIRE(accounts->add(last).ok());
  REQUIRE(connect(path)->execute("DELETE FROM gx_search_waiting WHERE rid=2; UPDATE gx_search_waiting SET after='别的' WHERE rid=3").ok());
  const auto findings = accounts->findings();
  REQUIRE(findings.ok());
  CHECK(*findings == std::vector<std::string>{"account row 2 is not found by its text, or is found by another",
                                              "account row 3 is not found by its text, or is found by another"});
}

// What another connection commits in the middle of a search, before the index is asked, is none of this search's business.
TEST_CASE("a search on a lent connection sees one state") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(at(path));
  REQUIRE(accounts.ok());
  REQUIRE(accounts->storage().write([&](Writer& writer) { return accounts->add_all(writer, 1, 70); }, no_news).ok());
  const auto own = connect(path);
  auto lent = open_lent({own->handle(), sqlite3_libversion});
  REQUIRE(lent.ok());
  REQUIRE((*lent)->prepare(Schema::builtin()).ok());
  struct Between {
    Accounts& accounts;
    int times = 0;
  } between{*accounts};
  const auto meanwhile = [](unsigned, void* context, void* statement, void* sql) {
    auto& at = *static_cast<Between*>(context);
    const std::string_view text(sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
    if (sql != nullptr && text.find(" MATCH ") != text.npos && at.times++ == 0) CHECK(at.accounts.rename(3, "别名甲").ok());
    return 0;
  };
  REQUIRE(sqlite3_trace_v2(own->handle(), SQLITE_TRACE_STMT, meanwhile, &between) == SQLITE_OK);
  Search search;
  search.type = &accounts->type();
  search.text = all_accounts;
  std::vector<std::string> names;
  auto reader = (*lent)->begin_read();
  REQUIRE(reader.ok());
  REQUIRE((*reader)->search(search, [&](AnyRecord& row) { return names.emplace_back(row.get(Account.name).view()), true; }).ok());
  CHECK(between.times == 1);
  CHECK(names.size() == 50);
  CHECK(names[2] == Accounts::name_of(3));
}
