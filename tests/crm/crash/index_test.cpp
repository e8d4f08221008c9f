// kill -9 while the index of the duplicate check is written, by two processes on one store: what is found is what an index made from the
// rows finds. GUANXI_CRASH_ROUNDS sets how often (10 without it).
#include <chrono>
#include <filesystem>
#include <thread>

#include "crm/world.h"
#include "guanxi/duplicates.h"
#include "seed.h"
#include "support/process.h"
#include "support/effort.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

constexpr int kept_customers = 600;

std::vector<std::string> found_in(const std::string& path, bool saved, std::uint64_t& read) {
  StoreOptions options;
  options.save_indexes = saved;
  Store store = need(Store::open(path, options));
  Session session = need(store.session("admin"));
  read = need(prepare_duplicates(session, number_of(Account))).read;
  std::vector<std::string> out;
  need(session.each(number_of(Account), {}, {}, [&](AnyRecord& row) {
    if (row.rid() % 29 != 0) return true;
    const auto hits = need(check_duplicates(session, account(row.get(Account.name).view()), {.limit = 1})).hits;
    REQUIRE_FALSE(hits.empty());
    CHECK(hits[0].record == row.id());
    out.push_back(hits[0].name + " " + hits[0].verdict);
    return true;
  }));
  return out;
}

void make_customers(const std::string& path) {
  World world(path, {});
  need(world.admin.transaction([&]() -> Result<void> {
    for (int i = 0; i < kept_customers; ++i) {
      const std::string name = "样例" + std::to_string(i * 7919 % 9973) + "精密机械有限公司", town = "第" + std::to_string(i) + "镇";
      auto row = account(name);
      row[Account.city] = Text(town);
      row[Account.employees] = std::int64_t{i % 20};
      need(world.admin.create(row, {.on_duplicate = OnDuplicate::allow}));
    }
    return {};
  }));
  need(prepare_duplicates(world.admin, number_of(Account)));
}

}  // namespace

TEST_CASE("the index survives the end of its writers, or is made anew") {
  auto random = seeded_random();
  const Folder folder;
  const std::string path = folder.file("store.gx");
  make_customers(path);
  int served = 0;
  for (int round = 0; round < crash_rounds(); ++round) {
    CAPTURE(round);
    {
      Process one({GUANXI_INDEX_PROGRAM, path, std::to_string(100 * round)}), two({GUANXI_INDEX_PROGRAM, path, std::to_string(100 * round + 50)});
      for (std::uint64_t i = random() % 4; i > 0; --i) REQUIRE_MESSAGE(one.line(), "the program ended by itself");
      std::this_thread::sleep_for(std::chrono::microseconds(random() % 60'000));
      one.kill();
      two.kill();
      one.wait();
      two.wait();
    }
    std::uint64_t read = 0, all = 0;
    const auto found = found_in(path, true, read);
    CHECK(found == found_in(path, false, all));
    CHECK(all == kept_customers);
    served += read < all;
  }
  CHECK(served > 0);
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(path).parent_path())) files += entry.path().filename().string().find("-match-account") != std::string::npos;
  CHECK(files <= 2);  // the index, and what the last crash left of another
}
