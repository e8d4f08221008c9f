// The host's own SQLite connection: its rows and ours commit together, and everything follows the outcome.
#include <sqlite3.h>

#include "house.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

class Erp {
 public:
  explicit Erp(const std::string& path) {
    REQUIRE(sqlite3_open(path.c_str(), &db_) == SQLITE_OK);
    run("CREATE TABLE IF NOT EXISTS account(ledger TEXT); CREATE TABLE IF NOT EXISTS user(x)");
  }
  Erp(const Erp&) = delete;
  Erp& operator=(const Erp&) = delete;
  ~Erp() { CHECK(sqlite3_close(db_) == SQLITE_OK); }

  void run(const char* sql) {
    char* said = nullptr;
    const int code = sqlite3_exec(db_, sql, nullptr, nullptr, &said);
    INFO((said == nullptr ? "" : said));
    CHECK(code == SQLITE_OK);
    sqlite3_free(said);
  }
  std::int64_t number(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr) == SQLITE_OK);
    const std::int64_t out = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
    sqlite3_finalize(statement);
    return out;
  }
  sqlite3* db() { return db_; }

 private:
  sqlite3* db_ = nullptr;
};

void heard(void* list, const gx_event* event) { static_cast<std::vector<std::string>*>(list)->push_back(text_of(event->command)); }

// A store on the host's connection, and what it was told of.
struct Lent {
  explicit Lent(Erp& erp) {
    const gx_events events{sizeof events, &told, nullptr, heard};
    gx_store_options with = options();
    with.events = &events;
    GOOD(gx_store_lend(erp.db(), sqlite3_libversion, &with, &store, &error));
    GOOD(gx_session_open(store, "admin", -1, GX_ENGLISH, &session, &error));
    told.clear();
  }
  Lent(const Lent&) = delete;
  Lent& operator=(const Lent&) = delete;
  ~Lent() {
    gx_session_free(session);
    gx_store_free(store);
  }

  std::int32_t add(const char* name, std::uint8_t* id16 = nullptr, std::uint32_t entity = GX_ENTITY_ACCOUNT, std::uint32_t field = GX_FIELD_ACCOUNT_NAME) {
    gx_record* record = nullptr;
    GOOD(gx_record_new(store, entity, &record, &error));
    GOOD(gx_record_set_text(record, field, name, -1, &error));
    const std::int32_t code = gx_session_create(session, record, nullptr, nullptr, nullptr);
    if (id16 != nullptr) (void)gx_record_get_id(record, GX_FIELD_ACCOUNT_ID, id16, nullptr);
    gx_record_free(record);
    return code;
  }
  std::int64_t found(const char* text) {
    gx_query* query = nullptr;
    gx_cursor* cursor = nullptr;
    GOOD(gx_query_new(session, GX_ENTITY_ACCOUNT, &query, &error));
    GOOD(gx_query_search(query, text, -1, &error));
    GOOD(gx_query_open(query, &cursor, &error));
    std::int64_t rows = 0;
    const gx_record* row = nullptr;
    while (gx_cursor_next(cursor, &row, nullptr) == GX_ROW) ++rows;
    gx_cursor_free(cursor);
    gx_query_free(query);
    return rows;
  }

  std::vector<std::string> told;
  gx_store* store = nullptr;
  gx_session* session = nullptr;
};

const char* other_library() { return "3.0.0 of somebody else"; }

}  // namespace

TEST_CASE("rows of the host and of the library commit together, and events follow") {
  Folder folder;
  Erp erp(folder.file("erp.db"));
  {
    Lent lent(erp);
    erp.run("BEGIN; INSERT INTO account VALUES('L1')");
    CHECK(lent.add("Sample Trading") == GX_OK);
    CHECK(lent.found("trading") == 1);
    CHECK(lent.told.empty());
    erp.run("COMMIT");
    GOOD(gx_store_outcome(lent.store, 1, &error));
    CHECK(lent.told == std::vector<std::string>{"create"});
    erp.run("BEGIN; INSERT INTO account VALUES('L2')");
    CHECK(lent.add("Sample Mining") == GX_OK);
    CHECK(lent.found("mining") == 1);
    erp.run("ROLLBACK");
    GOOD(gx_store_outcome(lent.store, 0, &error));
    CHECK(lent.told.size() == 1);
    CHECK(lent.found("mining") == 0);
    CHECK(lent.found("sample") == 1);
    CHECK(erp.number("SELECT count(*) FROM account") == 1);
    gx_text* findings = nullptr;
    GOOD(gx_store_integrity(lent.store, nullptr, nullptr, &findings, &error));
    CHECK(taken(findings) == "[]");
  }
  Lent again(erp);
  CHECK(again.found("trading") == 1);
}

TEST_CASE("without a transaction of the host a command is one of its own") {
  Folder folder;
  Erp erp(folder.file("erp.db"));
  Lent lent(erp);
  CHECK(lent.add("Sample Trading") == GX_OK);
  CHECK(lent.told.size() == 1);
  CHECK(sqlite3_get_autocommit(erp.db()) == 1);
  gx_tx* tx = nullptr;
  GOOD(gx_tx_begin(lent.session, &tx, &error));
  CHECK(lent.add("Sample Mining") == GX_OK);
  CHECK(sqlite3_get_autocommit(erp.db()) == 0);
  GOOD(gx_tx_rollback(tx, &error));
  gx_tx_free(tx);
  CHECK(sqlite3_get_autocommit(erp.db()) == 1);
  CHECK(lent.found("sample") == 1);
}

TEST_CASE("a command that fails leaves the host's transaction as it was") {
  Folder folder;
  Erp erp(folder.file("erp.db"));
  Lent lent(erp);
  CHECK(lent.add("Sample Trading") == GX_OK);
  erp.run("BEGIN; INSERT INTO account VALUES('L1')");
  CHECK(lent.add("SAMPLE trading") == GX_E_DUPLICATE);
  CHECK(lent.add("Sample Mining") == GX_OK);
  erp.run("SAVEPOINT h");
  CHECK(lent.add("Sample Fishing") == GX_OK);
  erp.run("ROLLBACK TO h; COMMIT");
  GOOD(gx_store_outcome(lent.store, 1, &error));
  CHECK(erp.number("SELECT count(*) FROM account") == 1);
  CHECK(lent.found("sample") == 2);
  CHECK(lent.told.size() == 2);  // Trading, and Mining; Fishing never was
}

TEST_CASE("users and custom fields count once the host has committed") {
  Folder folder;
  Erp erp(folder.file("erp.db"));
  Lent lent(erp);
  const auto add_user = [&] {
    gx_record* user = nullptr;
    GOOD(gx_record_new(lent.store, GX_ENTITY_USER, &user, &error));
    GOOD(gx_record_from_json(user, R"({"name":"Vera Sample","login":"vera"})", -1, &error));
    GOOD(gx_session_create(lent.session, user, nullptr, nullptr, &error));
    gx_record_free(user);
  };
  gx_session* vera = nullptr;
  erp.run("BEGIN");
  add_user();
  erp.run("ROLLBACK");
  GOOD(gx_store_outcome(lent.store, 0, &error));
  BAD(gx_session_open(lent.store, "vera", -1, GX_ENGLISH, &vera, &error), GX_E_DENIED, "vera");
  erp.run("BEGIN");
  add_user();
  erp.run("COMMIT");
  GOOD(gx_store_outcome(lent.store, 1, &error));
  GOOD(gx_session_open(lent.store, "vera", -1, GX_ENGLISH, &vera, &error));
  gx_session_free(vera);
}

TEST_CASE("an outcome that is missing, too early or untrue is told") {
  Folder folder;
  Erp erp(folder.file("erp.db"));
  Lent lent(erp);
  erp.run("BEGIN");
  CHECK(lent.add("Sample Trading") == GX_OK);
  BAD(gx_store_outcome(lent.store, 1, &error), GX_E_MISUSE, "still open");
  erp.run("ROLLBACK");
  gx_record* record = nullptr;
  GOOD(gx_record_new(lent.store, GX_ENTITY_ACCOUNT, &record, &error));
  GOOD(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, "Sample Mining", -1, &error));
  BAD(gx_session_create(lent.session, record, nullptr, nullptr, &error), GX_E_MISUSE, "without a word about its outcome");
  gx_record_free(record);
  BAD(gx_store_outcome(lent.store, 1, &error), GX_E_MISUSE, "rolled back");
  CHECK(lent.told.empty());
  erp.run("BEGIN");
  CHECK(lent.add("Sample Trading") == GX_OK);
  erp.run("COMMIT");
  BAD(gx_store_outcome(lent.store, 0, &error), GX_E_MISUSE, "committed");
  CHECK(lent.told.size() == 1);
}

TEST_CASE("two SQLite libraries, no connection, an open transaction and a database without customers are refused") {
  Folder folder;
  Erp erp(folder.file("erp.db"));
  const gx_store_options with = options();
  gx_store* store = nullptr;
  BAD(gx_store_lend(erp.db(), other_library, &with, &store, &error), GX_E_UNSUPPORTED, "another copy of SQLite (3.0.0 of somebody else)");
  BAD(gx_store_lend(nullptr, sqlite3_libversion, &with, &store, &error), GX_E_MISUSE, "No SQLite connection");
  BAD(gx_store_lend(erp.db(), nullptr, &with, &store, &error), GX_E_MISUSE, "No SQLite connection");
  BAD(gx_store_lend(erp.db(), sqlite3_libversion, nullptr, &store, &error), GX_E_NOT_FOUND, "no customers yet");
  erp.run("BEGIN");
  BAD(gx_store_lend(erp.db(), sqlite3_libversion, &with, &store, &error), GX_E_MISUSE, "transaction open");
  erp.run("COMMIT");
  CHECK(erp.number("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'gx%'") == 0);
}

TEST_CASE("the host's tables and settings stay its own") {
  Folder folder;
  Erp erp(folder.file("erp.db"));
  erp.run("PRAGMA user_version=77; PRAGMA application_id=4711; PRAGMA foreign_keys=OFF");
  Lent lent(erp);
  CHECK(lent.add("Sample Trading") == GX_OK);
  CHECK(erp.number("PRAGMA user_version") == 77);
  CHECK(erp.number("PRAGMA application_id") == 4711);
  CHECK(erp.number("PRAGMA foreign_keys") == 0);
  CHECK(erp.number("SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'gx%' AND name NOT LIKE 'sqlite%'") == 2);
  gx_store* plain = nullptr;
  BAD(gx_store_backup(lent.store, folder.file("b").c_str(), -1, nullptr, nullptr, &error), GX_E_UNSUPPORTED, "on the host's side");
  BAD(gx_store_open(folder.file("erp.db").c_str(), -1, nullptr, &plain, &error), GX_E_NOT_A_DATABASE, "another program");
}
