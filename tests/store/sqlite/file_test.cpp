// Files that are not what one hopes for: the sentence that the user reads, and the file left as it was.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <fstream>

#include "accounts.h"
#include "store/sqlite/connection.h"
#include "support/folder.h"

using namespace guanxi;
using namespace guanxi::store;

namespace {

SqliteOptions brief(const std::string& path, bool create = false) {
  SqliteOptions options;
  options.path = path;
  options.create = create;
  options.busy_timeout = std::chrono::milliseconds(50);
  return options;
}

void write_file(const std::string& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void run_sql(const std::string& path, const std::string& sql) {
  ConnectionOptions options;
  options.path = path;
  options.create = true;
  auto db = Connection::open(options);
  REQUIRE(db.ok());
  const auto done = (*db)->execute(sql);
  INFO((done ? std::string() : done.error().text()));
  REQUIRE(done.ok());
}

void refuses(const SqliteOptions& options, Code code, const std::string& english, const std::string& chinese) {
  const auto opened = open_sqlite(options);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().code() == code);
  CHECK(opened.error().text() == english);
  CHECK(opened.error().text(Language::chinese) == chinese);
}

}  // namespace

TEST_CASE("a file that is not there") {
  const Folder folder;
  const std::string path = folder.file("none.db");
  refuses(brief(path), Code::not_found, "There is no database " + path + ": check the path, or create it first.",
          "数据库 " + path + " 不存在，请检查路径或先创建。");
  CHECK_FALSE(std::filesystem::exists(path));
  refuses(brief(""), Code::invalid, "The path of the database is empty: give it a name.", "数据库路径为空，请指定文件名。");
}

TEST_CASE("a folder that is not there, and a folder in place of a file") {
  const Folder folder;
  const std::string path = folder.file("no/such/folder.db");
  refuses(brief(path, true), Code::io,
          path + " cannot be opened (unable to open database file): check that its folder exists and may be read and written.",
          "无法打开 " + path + "（unable to open database file），请确认所在文件夹存在并且可以读写。");
  CHECK(open_sqlite(brief(folder.path().string())).error().code() == Code::io);
}

TEST_CASE("a file that is no database stays as it was") {
  const Folder folder;
  const std::string path = folder.file("letter.txt");
  const std::string text(5000, 'a');
  write_file(path, text);
  for (const bool create : {false, true})
    refuses(brief(path, create), Code::not_a_database, path + " is not a Guanxi database: check the path.",
            path + " 不是 Guanxi 数据库，请检查路径。");
  CHECK(read_file(path) == text);
}

TEST_CASE("the database of another program stays as it was") {
  const Folder folder;
  const std::string path = folder.file("other.db");
  run_sql(path, "CREATE TABLE song(title TEXT)");
  const std::string before = read_file(path);
  for (const bool create : {false, true})
    refuses(brief(path, create), Code::not_a_database, path + " is a database of another program: check the path.",
            path + " 是其他程序的数据库，请检查路径。");
  CHECK(read_file(path) == before);
}

TEST_CASE("an empty file becomes a database only when one is to be made") {
  const Folder folder;
  const std::string path = folder.file("empty.db");
  write_file(path, "");
  refuses(brief(path), Code::not_a_database, path + " is empty and not a database yet: create it first.",
          path + " 是空文件，还不是数据库，请先创建。");
  CHECK(open_sqlite(brief(path, true)).ok());
  CHECK(open_sqlite(brief(path)).ok());
}

TEST_CASE("a file of a newer version is not touched") {
  const Folder folder;
  const std::string path = folder.file("new.db");
  REQUIRE(Accounts::open(brief(path)).ok());
  run_sql(path, "PRAGMA user_version=99");
  refuses(brief(path), Code::too_new,
          path + " was written by a newer version (layout 99, this one knows 3): update this program, or restore a backup made by it.",
          path + " 由更新的版本写入（布局 99，当前仅支持到 3）；请升级本程序，或恢复由当前版本生成的备份。");
}

TEST_CASE("a file that another process takes to a newer version is written no more") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  auto accounts = Accounts::open(brief(path));
  REQUIRE(accounts.ok());
  REQUIRE(accounts->add(1).ok());
  run_sql(path, "PRAGMA user_version=99");
  CHECK(accounts->add(2).error().code() == Code::too_new);
  CHECK(*accounts->numbers() == std::set<std::int64_t>{1});
}

TEST_CASE("names that mean something to SQLite are names of files") {
  const Folder folder;
  const auto home = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  for (const char* name : {":memory:", "file:store.db?mode=memory"}) {
    CHECK(open_sqlite(brief(name, true)).ok());
    CHECK(std::filesystem::exists(folder.file(name)));
  }
  std::filesystem::current_path(home);
}

TEST_CASE("a damaged page is told as such, by reads and by the check") {
  const Folder folder;
  const std::string path = folder.file("store.db");
  {
    auto accounts = Accounts::open(brief(path));
    REQUIRE(accounts.ok());
    REQUIRE(accounts->storage().write([&](Writer& writer) { return accounts->add_all(writer, 1, 500); }, no_news).ok());
  }
  const auto root = static_cast<std::size_t>(number(path, "SELECT rootpage FROM sqlite_schema WHERE name='gx_account'"));
  std::string bytes = read_file(path);
  bytes.replace((root - 1) * 4096, 64, 64, '\xee');
  write_file(path, bytes);
  auto opened = open_sqlite(brief(path));
  REQUIRE(opened.ok());
  auto schema = Schema::builtin();
  REQUIRE((*opened)->prepare(schema).ok());
  auto reader = (*opened)->begin_read();
  REQUIRE(reader.ok());
  Scan scan;
  scan.type = &schema->of(Account);
  const auto scanned = (*reader)->scan(scan, [](AnyRecord&) { return true; });
  REQUIRE_FALSE(scanned.ok());
  CHECK(scanned.error().code() == Code::corrupt);
  CHECK(scanned.error().text() ==
        path + " is damaged (database disk image is malformed): keep a copy of it and restore the last backup.");
  int findings = 0;
  (void)(*opened)->integrity({}, [&](std::string_view) { ++findings; });
  CHECK(findings > 0);
}

TEST_CASE("backups: whole, of one state, never in the place of something else") {
  const Folder folder;
  auto accounts = Accounts::open(brief(folder.file("store.db")));
  REQUIRE(accounts.ok());
  REQUIRE(accounts->storage().write([&](Writer& writer) { return accounts->add_all(writer, 1, 2000); }, no_news).ok());
  std::vector<std::uint64_t> steps;
  const std::string copy = folder.file("copy.db");
  const Progress progress = [&](std::uint64_t done, std::uint64_t total) {
    if (steps.empty()) CHECK(accounts->add(2001).ok());  // while it is under way
    CHECK(done <= total);
    steps.push_back(done);
    return true;
  };
  REQUIRE(accounts->storage().backup(copy, progress).ok());
  CHECK(std::is_sorted(steps.begin(), steps.end()));
  auto copied = Accounts::open(brief(copy));
  REQUIRE(copied.ok());
  CHECK(copied->findings()->empty());
  CHECK(copied->numbers()->size() == 2000);

  const auto again = accounts->storage().backup(copy, {});
  REQUIRE_FALSE(again.ok());
  CHECK(again.error().code() == Code::misuse);
  CHECK(again.error().text() == copy + " exists already: choose another name for the backup.");

  const auto stopped = accounts->storage().backup(folder.file("half.db"), [](std::uint64_t, std::uint64_t) { return false; });
  CHECK(stopped.error().code() == Code::cancelled);
  CHECK(stopped.error().text(Language::chinese) == "备份到 " + folder.file("half.db") + " 已中止，没有留下文件。");
  for (const auto& file : std::filesystem::directory_iterator(folder.path()))
    CHECK(file.path().filename().string().find("half") == std::string::npos);
}
