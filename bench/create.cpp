// Creating accounts one by one, each a commit of its own: permission, validation, duplicate check, row, keys, search, log.
#include <SQLiteCpp/SQLiteCpp.h>

#include "benchmarks.h"
#include "raw/raw.h"
#include "sample.h"

namespace guanxi::bench {
namespace {

// What a C++ developer would write with a wrapper: the plain row alone, without keys, search or log.
class Wrapped {
 public:
  explicit Wrapped(const std::string& path) : db_(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    db_.exec("PRAGMA journal_mode=WAL");
    db_.exec("PRAGMA synchronous=NORMAL");
    db_.exec("CREATE TABLE account(id INTEGER PRIMARY KEY,name TEXT,number TEXT,tax_id TEXT,phone TEXT,email TEXT,province TEXT,city TEXT,address TEXT,employees INT)");
    db_.exec("CREATE INDEX by_name ON account(name)");
    db_.exec("CREATE INDEX by_phone ON account(phone)");
    db_.exec("CREATE INDEX by_tax_id ON account(tax_id)");
  }
  void insert(const Record<Account>& a) {
    SQLite::Transaction transaction(db_);
    SQLite::Statement insert(db_, "INSERT INTO account(name,number,tax_id,phone,email,province,city,address,employees)VALUES(?,?,?,?,?,?,?,?,?)");
    const Text fields[]{a[Account.name], a[Account.number], a[Account.tax_id], a[Account.phone], a[Account.email], a[Account.province], a[Account.city], a[Account.address]};
    int at = 1;
    for (const Text& field : fields) insert.bind(at++, std::string(field));
    insert.bind(at, static_cast<std::int64_t>(a[Account.employees]));
    insert.exec();
    transaction.commit();
  }

 private:
  SQLite::Database db_;
};

}  // namespace

void create_accounts(Table& table) {
  constexpr int rounds = 7;
  constexpr std::uint64_t batch = 1500;
  constexpr std::uint64_t start_size = 20'000;
  Folder folder;
  const std::string file = folder.file("ours.gx"), copy = folder.file("raw.gx");
  Id owner;
  {
    Fresh fresh(file);
    owner = fresh.session.user();
    create_all(fresh.session, start_size);
  }
  RawStore raw(file, copy);
  Store store = need(Store::open(file, {.durability = Durability::normal}));
  Session session = need(store.session("admin"));
  std::vector<std::vector<RawAccount>> work;
  for (int round = 0; round < 2 * (rounds + 1); ++round) work.push_back(raw_accounts(start_size + static_cast<std::uint64_t>(round) * batch, batch, owner));
  const auto measure = [&](int first) {
    return compare(
        rounds, batch,
        [&, first](int round) {
          for (std::uint64_t i = 0; i < batch; ++i) {
            auto row = sample_account(start_size + static_cast<std::uint64_t>(first + round) * batch + i);
            need(session.create(row, {.on_duplicate = OnDuplicate::allow}));
          }
        },
        [&, first](int round) {
          for (std::uint64_t i = 0; i < batch; ++i) {
            const auto made = sample_account(start_size + static_cast<std::uint64_t>(first + round) * batch + i);  // both sides make their input
            (void)made;
            raw.begin();
            raw.insert(work[static_cast<std::size_t>(first + round)][i]);
            raw.commit();
          }
        });
  };
  table.add("create an account (CPU, one commit each)", measure(0), "raw", "≤ 1.3");
  check_keys_alone(session);
  table.add("… checked by equal keys alone", measure(rounds + 1), "raw", "≤ 1.3");

  Wrapped wrapped(folder.file("wrapped.db"));
  const auto rival = compare(
      3, batch, [&](int round) {
        for (std::uint64_t i = 0; i < batch; ++i) {
          auto row = sample_account(100'000 + static_cast<std::uint64_t>(round) * batch + i);
          need(session.create(row, {.on_duplicate = OnDuplicate::allow}));
        }
      },
      [&](int) {
        for (std::uint64_t i = 0; i < batch; ++i) wrapped.insert(sample_account(i));
      });
  table.add("the same beside a bare row by SQLiteCpp (no keys, search, log)", rival, "SQLiteCpp", "");
}

}  // namespace guanxi::bench
