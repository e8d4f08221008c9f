// The quick start of the README: a host that embeds the library.
#include <iostream>

#include "guanxi/session.h"

using namespace guanxi;

Result<void> run() {
  auto store = Store::create(":memory:", {"Sample Admin", "admin"});
  if (!store) return std::move(store).error();
  auto session = store->session("admin");
  if (!session) return std::move(session).error();

  Record<Account> account;
  account[Account.name] = "上海样例网络科技有限公司";
  account[Account.tier] = "A";
  account[Account.employees] = 120;
  if (auto created = session->create(account); !created) return std::move(created).error();

  auto hits = session->search(number_of(Account), "shanghai yangli");  // 上海, yangli, sh, or any piece of the name
  if (!hits) return std::move(hits).error();
  auto page = session->find<Account>(Account.tier == "A" && Account.employees > 100);
  if (!page) return std::move(page).error();
  std::cout << hits->size() << " found, " << *page->rows[0][Account.name] << '\n';

  Record<Account> twin;
  twin[Account.name] = "上海樣例網絡科技有限公司";  // the same in traditional characters
  if (auto refused = session->create(twin); !refused) std::cout << refused.error().text() << '\n';
  return {};
}

int main() {
  if (auto done = run(); !done) {
    std::cerr << done.error().text() << '\n';
    return 1;
  }
}
