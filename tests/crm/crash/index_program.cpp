// Opens a store again and again, changes some of its accounts, asks for duplicates and closes it, which saves the index; says "round" after
// each. The test kills it, perhaps while the index is written, perhaps beside another one.
#include <cstdio>
#include <cstdlib>

#include "base/check.h"
#include "guanxi/duplicates.h"

using namespace guanxi;

namespace {

Result<void> round_of_work(const char* path, std::int64_t number) {
  GUANXI_ASSIGN(Store store, Store::open(path));
  GUANXI_ASSIGN(Session session, store.session("admin"));
  FindOptions some;
  some.limit = 30;
  GUANXI_ASSIGN(const auto page, session.find<Account>(Account.employees == number % 20, some));
  GUANXI_CHECK(session.transaction([&]() -> Result<void> {
    for (const auto& row : page.rows) {
      Record<Account> patch;
      const std::string name = "改名样例" + std::to_string(number * 7919 % 9973) + std::string(row[Account.city]) + "有限公司";
      patch[Account.name] = Text(name);
      GUANXI_CHECK(session.update(row.id(), patch, {.on_duplicate = OnDuplicate::allow}));
    }
    return {};
  }));
  Record<Account> asked;
  asked[Account.name] = "改名样例有限公司";
  GUANXI_CHECK(check_duplicates(session, asked));
  return {};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  for (std::int64_t number = std::atoll(arguments[2]);; ++number) {
    const auto done = round_of_work(arguments[1], number);
    if (!done && done.error().code() != Code::busy && done.error().code() != Code::conflict) {
      std::fprintf(stderr, "%s\n", done.error().text().c_str());
      return 1;
    }
    std::printf("round\n");
    std::fflush(stdout);
  }
}
