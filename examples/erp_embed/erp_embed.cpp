// An ERP that keeps its customers with Guanxi in its own SQLite database: its order and the customer's activity commit together,
// or neither does.
//
//   erp_embed [DATABASE]     in memory where no file is named
#include <sqlite3.h>

#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

#include "guanxi/session.h"

using namespace guanxi;

// The ERP's own way with its database.
class Database {
 public:
  explicit Database(const std::string& path) {
    sqlite3* db = nullptr;
    const int code = sqlite3_open(path.c_str(), &db);
    db_.reset(db);
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db));
  }
  void run(const std::string& sql) {
    if (sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_.get()));
  }
  sqlite3* handle() { return db_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
  };
  std::unique_ptr<sqlite3, Close> db_;
};

template <class T>
T need(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().text());
  return std::move(result).value();
}
void need(Result<void> result) {
  if (!result) throw std::runtime_error(result.error().text());
}

// The ERP's transaction around `work`, whose outcome the store is told.
template <class Work>
void in_transaction(Database& erp, Store& store, Work&& work) {
  erp.run("BEGIN IMMEDIATE");
  try {
    work();
    erp.run("COMMIT");
  } catch (...) {
    erp.run("ROLLBACK");
    need(store.outcome(false));
    throw;
  }
  need(store.outcome(true));
}

// An order in the ERP, and an activity that the customer's people see.
void place_order(Database& erp, Store& store, Session& session, const Id& customer, std::int64_t amount) {
  in_transaction(erp, store, [&] {
    erp.run("INSERT INTO erp_order(customer, amount) VALUES('" + customer.text() + "', " + std::to_string(amount) + ")");
    Record<Activity> activity;
    activity[Activity.type] = "task";
    activity[Activity.subject] = Text("Confirm the order of " + std::to_string(amount));
    activity[Activity.account] = Ref<AccountEntity>(customer);
    need(session.create(activity));
    if (amount > 1000) throw std::runtime_error("the order is beyond the credit limit");
  });
}

void run(const std::string& path) {
  Database erp(path);
  erp.run("CREATE TABLE IF NOT EXISTS erp_order(id INTEGER PRIMARY KEY, customer TEXT, amount INTEGER CHECK(amount > 0))");

  const Administrator administrator{"Sample Admin", "admin"};
  StoreOptions options;
  int told = 0;
  options.events = [&](const Event&) { ++told; };
  Store store = need(Store::lend({erp.handle(), sqlite3_libversion}, &administrator, options));
  Session session = need(store.session("admin"));

  Record<Account> account;
  account[Account.name] = "Sample Trading Ltd";
  CommandOptions once;
  once.idempotency_key = "sample customer";
  const Id customer = need(session.create(account, once)).record;
  told = 0;

  place_order(erp, store, session, customer, 250);
  for (const std::int64_t amount : {std::int64_t{-1}, std::int64_t{5000}}) {
    try {
      place_order(erp, store, session, customer, amount);
    } catch (const std::exception& refused) {
      std::cout << "refused: " << refused.what() << '\n';
    }
  }
  std::cout << need(session.count(number_of(Activity))) << " activity, " << told << " event\n";
}

int main(int argc, char** argv) {
  try {
    run(argc > 1 ? argv[1] : ":memory:");
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
}
