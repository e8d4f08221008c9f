#include "raw/raw.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "model/delta.h"
#include "model/derive.h"
#include "sample.h"
#include "store/sqlite/sqlite_storage.h"
#include "store/sqlite/table.h"

namespace guanxi::bench {
namespace {

std::vector<const AnyField*> columns() {
  std::vector<const AnyField*> out;
  Record<Account> row = sample_account(0);
  const AnyEntity& account = Account;
  for (std::size_t i = 0; i < account.count; ++i) {
    const AnyField& field = *account.fields[i];
    const bool common_field = field.slot < common::archived_at;
    if (common_field || row.get(field).is_set() || field.number == Account.owner.number) out.push_back(&field);
  }
  return out;
}

std::string column_list() {
  std::string names, marks;
  for (const AnyField* field : raw_columns()) {
    names += (names.empty() ? "" : ",") + std::string("\"") + std::string(field->name) + "\"";
    marks += marks.empty() ? "?" : ",?";
    if (field->type != Type::money) continue;
    names += ",\"" + std::string(field->name) + "_currency\"";
    marks += ",?";
  }
  return "(" + names + ")VALUES(" + marks + ")";
}

void fill_common(Record<Account>& row, IdSource& ids, const Id& owner) {
  const std::int64_t now = 1'760'000'000'000'000;
  row.put(common::id, Codec<Id>::pack(ids.next(now)));
  row.put(common::revision, Codec<Int>::pack(1));
  row.put(common::created_at, Codec<Instant>::pack({now}));
  row.put(common::created_by, Codec<Id>::pack(owner));
  row.put(common::updated_at, Codec<Instant>::pack({now}));
  row.put(common::updated_by, Codec<Id>::pack(owner));
  row[Account.owner] = Ref<UserEntity>(owner);
}

}  // namespace

const std::vector<const AnyField*>& raw_columns() {
  static const std::vector<const AnyField*> all = columns();
  return all;
}

std::vector<RawAccount> raw_accounts(std::uint64_t first, std::uint64_t count, const Id& owner) {
  const auto schema = Schema::builtin();
  const EntityType& type = schema->of(Account);
  static IdSource ids(42);
  std::vector<RawAccount> out;
  Derived derived;
  for (std::uint64_t i = first; i < first + count; ++i) {
    RawAccount account{sample_account(i), {}, {}, {}};
    fill_common(account.row, ids, owner);
    derived.clear();
    derive(type, account.row, derived);
    for (const Key& key : derived.keys) account.keys.emplace_back(key.space, std::string(key.value.view()));
    account.search = derived.search;
    pack_delta(type, nullptr, account.row, account.delta);
    out.push_back(std::move(account));
  }
  return out;
}

RawStore::RawStore(const std::string& store_file, const std::string& copy, For purpose, bool full_durability) {
  std::filesystem::copy_file(store_file, copy);
  store::ConnectionOptions options;
  options.path = copy;
  const store::SqliteOptions same;
  options.cache_kib = purpose == For::writing ? same.writer_cache_kib : same.reader_cache_kib;
  connection_ = need(store::Connection::open(options));
  execute(full_durability ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
  begin_ = prepare("BEGIN IMMEDIATE");
  commit_ = prepare("COMMIT");
  row_ = prepare("INSERT INTO gx_account" + column_list());
  key_ = prepare("INSERT OR IGNORE INTO gx_key(space,value,entity,rid)VALUES(?,?,1,?)");
  change_ = prepare("INSERT INTO gx_change(seq,\"set\",at,actor,command,entity,rid,record,kind,delta)VALUES(?,?,?,?,'create',1,?,?,1,?)");
  search_ = prepare("INSERT INTO " + store::Table(Schema::builtin()->of(Account)).search() + "(rowid,text)VALUES(?,?)");
  sqlite3_stmt* last = prepare("SELECT max(seq) FROM gx_change");
  sqlite3_step(last);
  seq_ = sqlite3_column_int64(last, 0);
  sqlite3_reset(last);
}

RawStore::~RawStore() {
  for (sqlite3_stmt* statement : statements_) sqlite3_finalize(statement);
}

sqlite3_stmt* RawStore::prepare(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(handle(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
    fprintf(stderr, "%s: %s\n", sql.c_str(), sqlite3_errmsg(handle()));
    exit(1);
  }
  statements_.push_back(statement);
  return statement;
}

void RawStore::execute(const char* sql) {
  if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(handle()));
    exit(1);
  }
}

void RawStore::run(sqlite3_stmt* statement) {
  const int code = sqlite3_step(statement);
  if (code != SQLITE_DONE && code != SQLITE_ROW) {
    fprintf(stderr, "%s: %s\n", sqlite3_sql(statement), sqlite3_errmsg(handle()));
    exit(1);
  }
  sqlite3_reset(statement);
}

void RawStore::bind_row(const RawAccount& account) {
  int at = 1;
  for (const AnyField* field : raw_columns()) {
    const Value& v = account.row.get(*field);
    if (field->type == Type::id)
      sqlite3_bind_blob(row_, at++, v.bytes, 16, SQLITE_STATIC);
    else if (v.has_bytes())
      sqlite3_bind_text(row_, at++, v.bytes, static_cast<int>(v.length), SQLITE_STATIC);
    else
      sqlite3_bind_int64(row_, at++, v.integer);
    if (field->type == Type::money) sqlite3_bind_int64(row_, at++, v.length);
  }
}

void RawStore::insert(const RawAccount& account) {
  bind_row(account);
  run(row_);
  const sqlite3_int64 rid = sqlite3_last_insert_rowid(handle());
  for (const auto& [space, value] : account.keys) {
    sqlite3_bind_int(key_, 1, space);
    sqlite3_bind_text(key_, 2, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    sqlite3_bind_int64(key_, 3, rid);
    run(key_);
  }
  sqlite3_bind_int64(search_, 1, rid);
  sqlite3_bind_text(search_, 2, account.search.data(), static_cast<int>(account.search.size()), SQLITE_STATIC);
  run(search_);
  const Value& actor = account.row.at(common::created_by);
  const Value& id = account.row.at(common::id);
  sqlite3_bind_int64(change_, 1, ++seq_);
  sqlite3_bind_int64(change_, 2, set_ == 0 ? seq_ : set_);
  sqlite3_bind_int64(change_, 3, account.row.at(common::created_at).integer);
  sqlite3_bind_blob(change_, 4, actor.bytes, 16, SQLITE_STATIC);
  sqlite3_bind_int64(change_, 5, rid);
  sqlite3_bind_blob(change_, 6, id.bytes, 16, SQLITE_STATIC);
  sqlite3_bind_blob(change_, 7, account.delta.data(), static_cast<int>(account.delta.size()), SQLITE_STATIC);
  run(change_);
}

std::uint64_t read_row(sqlite3_stmt* statement) {
  std::uint64_t sink = 0;
  const int columns = sqlite3_column_count(statement);
  for (int i = 0; i < columns; ++i) {
    switch (sqlite3_column_type(statement, i)) {
      case SQLITE_INTEGER: sink += static_cast<std::uint64_t>(sqlite3_column_int64(statement, i)); break;
      case SQLITE_NULL: break;
      default: {
        const auto* bytes = static_cast<const unsigned char*>(sqlite3_column_blob(statement, i));
        const int size = sqlite3_column_bytes(statement, i);
        sink += static_cast<std::uint64_t>(size) + (size == 0 ? 0u : bytes[0]);
      }
    }
  }
  return sink;
}

}  // namespace guanxi::bench
