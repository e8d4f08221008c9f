#include "store/sqlite/fts.h"

#include <new>

#include "base/check.h"
#include "store/search/tokens.h"

namespace guanxi::store {
namespace {

using Give = int (*)(void*, int, const char*, int, int, int);

int create(void*, const char**, int, Fts5Tokenizer** out) noexcept {
  static char instance;  // nothing is kept; FTS5 wants an address
  *out = reinterpret_cast<Fts5Tokenizer*>(&instance);
  return SQLITE_OK;
}

void destroy(Fts5Tokenizer*) noexcept {}

// What is asked for is a token already; what is stored is cut into tokens.
int tokenize(Fts5Tokenizer*, void* context, int flags, const char* text, int size, Give give) noexcept {
  if ((flags & FTS5_TOKENIZE_QUERY) != 0) return give(context, 0, text, size, 0, size);
  int code = SQLITE_OK;
  try {
    search::tokens({text, static_cast<std::size_t>(size)}, [&](std::string_view token) {
      code = give(context, 0, token.data(), static_cast<int>(token.size()), 0, 0);
      return code == SQLITE_OK;
    });
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  }
  return code;
}

Result<fts5_api*> api_of(Connection& connection) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(connection.handle(), "SELECT fts5(?1)", -1, &statement, nullptr) != SQLITE_OK) return connection.error();
  sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
  sqlite3_step(statement);
  if (sqlite3_finalize(statement) != SQLITE_OK || api == nullptr) return connection.error();
  return api;
}

void append_test(const search::TokenTest& test, std::string& out) {
  out.append(1, '"').append(test.token).append(1, '"');  // tokens hold no quotes
  if (test.prefix) out += '*';
}

void append_term(const search::Term& term, std::string& out) {
  out += '(';
  for (const auto& tests : term.alternatives()) {
    if (out.back() != '(') out += " OR ";
    for (std::size_t i = 0; i < tests.size(); ++i) {
      out += i == 0 ? (tests.size() > 1 ? "(" : "") : " AND ";
      append_test(tests[i], out);
    }
    if (tests.size() > 1) out += ')';
  }
  out += ')';
}

Result<void> change(Connection& db, const std::string& sql, std::int64_t rid, std::string_view text) {
  GUANXI_ASSIGN(Query query, db.query(sql));
  query.bind(1, rid).bind(2, text);
  return query.run();
}

}  // namespace

Result<void> add_tokenizer(Connection& connection) {
  GUANXI_ASSIGN(fts5_api* api, api_of(connection));
  fts5_tokenizer functions{create, destroy, tokenize};
  const int code = api->xCreateTokenizer(api, "guanxi", nullptr, &functions, nullptr);  // which the connection knows nothing of
  return code == SQLITE_OK ? Result<void>() : Result<void>(connection.error(code));
}

std::string create_search_table(const std::string& table) {
  return "CREATE VIRTUAL TABLE " + table + " USING fts5(text,content='',columnsize=0,detail=none,tokenize='guanxi')";
}

std::string match_expression(const search::SearchQuery& query) {
  std::string out;
  for (const search::Term& term : query.terms()) {
    if (!out.empty()) out += " AND ";
    append_term(term, out);
  }
  return out;
}

Result<void> enter_text(Connection& db, const std::string& table, std::int64_t rid, std::string_view text) {
  return change(db, "INSERT INTO " + table + "(rowid,text)VALUES(?,?)", rid, text);
}

Result<void> remove_text(Connection& db, const std::string& table, std::int64_t rid, std::string_view text) {
  return change(db, "INSERT INTO " + table + '(' + table + ",rowid,text)VALUES('delete',?,?)", rid, text);
}

}  // namespace guanxi::store
