// The index of the duplicate check in its file: whatever becomes of the file and of the store, answers are those of an index made from the rows.
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "guanxi/duplicates.h"
#include "seed.h"
#include "world.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

constexpr std::size_t customers = 640;

std::string brand_of(std::size_t i) {
  static constexpr std::string_view first[]{"青", "远", "同", "蓝", "宏", "北", "嘉", "立", "云", "东"}, second[]{"禾", "帆", "泰", "桥", "景", "辰", "和", "新"};
  return std::string(first[i % 10]) + std::string(second[i / 10 % 8]) + std::to_string(i * 7919 % 997);
}

Record<Account> customer(std::size_t i) {
  auto row = account("示例" + brand_of(i) + "精密机械有限公司");
  row[Account.phone] = Text("138" + std::to_string(10'000'000 + i * 104'729));
  return row;
}

// As somebody else would type it.
Record<Account> retyped(std::size_t i) { return account("示例" + brand_of(i) + "机械"); }

std::string index_of(const std::string& path) { return path + "-match-account"; }

std::vector<Id> fill(Session& session, std::size_t from = 0, std::size_t to = customers) {
  std::vector<Id> ids;
  need(session.transaction([&]() -> Result<void> {
    for (std::size_t i = from; i < to; ++i) {
      auto row = customer(i);
      ids.push_back(need(session.create(row, {.on_duplicate = OnDuplicate::allow})).record);
    }
    return {};
  }));
  return ids;
}

// A store with so many customers that its index is worth saving, closed.
std::vector<Id> make(const std::string& path) {
  Store store = need(Store::create(path, {"Sample Admin", "admin"}));
  Session session = need(store.session("admin"));
  auto ids = fill(session);
  CHECK(need(prepare_duplicates(session, number_of(Account))).records == customers);
  return ids;
}

using Answers = std::vector<std::string>;

Answers answers(Session& session, std::size_t to = customers) {
  Answers out;
  for (std::size_t i = 0; i < to; i += 37) {
    std::string all;
    for (const DuplicateHit& hit : need(check_duplicates(session, retyped(i), {.limit = 3})).hits) all += hit.name + " " + hit.verdict + "; ";
    out.push_back(all);
  }
  return out;
}

struct Opened {
  std::uint64_t read;
  Answers found;
};

Opened open_and_ask(const std::string& path, std::size_t to = customers) {
  Store store = need(Store::open(path));
  Session session = need(store.session("admin"));
  const std::uint64_t read = need(prepare_duplicates(session, number_of(Account))).read;
  return {read, answers(session, to)};
}

// What an index gives that was made from the rows alone.
Answers from_rows(const std::string& path, std::size_t to = customers) {
  StoreOptions options;
  options.save_indexes = false;
  Store store = need(Store::open(path, options));
  Session session = need(store.session("admin"));
  return answers(session, to);
}

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

void copy(const std::string& from, const std::string& to) { std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing); }

void rename_customer(Session& session, const Id& id, std::string_view name) {
  Record<Account> patch;
  patch[Account.name] = Text(name);
  need(session.update(id, patch, {.on_duplicate = OnDuplicate::allow}));
}

}  // namespace

TEST_CASE("an index is opened where it was saved, and reads the rows that changed since") {
  const Folder folder;
  const std::string path = folder.file("kept.gx");
  const auto ids = make(path);
  REQUIRE(std::filesystem::exists(index_of(path)));
  const auto first = open_and_ask(path);
  CHECK(first.read == 0);
  CHECK(first.found == from_rows(path));
  {
    Store store = need(Store::open(path));
    Session session = need(store.session("admin"));
    rename_customer(session, ids[0], "另一家样例造纸有限公司");
    need(session.archive(Account, ids[37]));
    auto row = account("示例新来的造船有限公司");
    need(session.create(row));
    CHECK(need(check_duplicates(session, account("另一家样例造纸"))).hits.at(0).record == ids[0]);
  }
  const auto then = open_and_ask(path);
  CHECK(then.read == 3);
  CHECK(then.found == from_rows(path));
  Store store = need(Store::open(path));
  Session session = need(store.session("admin"));
  CHECK(need(check_duplicates(session, account("另一家样例造纸"))).hits.at(0).record == ids[0]);
  CHECK(need(check_duplicates(session, account("示例新来的造船"))).hits.size() == 1);
  const auto gone = need(check_duplicates(session, retyped(37))).hits;
  CHECK(std::none_of(gone.begin(), gone.end(), [&](const DuplicateHit& hit) { return hit.record == ids[37]; }));
}

TEST_CASE("an index of which much has changed is saved again by tick and by closing, and what was rolled back is not in it") {
  const Folder folder;
  const std::string path = folder.file("kept.gx");
  make(path);
  {
    Store store = need(Store::open(path));
    Session session = need(store.session("admin"));
    (void)need(check_duplicates(session, retyped(0)));
    fill(session, customers, 2 * customers);
    need(store.tick());
    CHECK(open_and_ask(path).read == 0);
    fill(session, 2 * customers, 3 * customers);
    (void)session.transaction([&]() -> Result<void> {
      auto row = account("示例撤回的造船有限公司");
      need(session.create(row));
      return Error(Code::cancelled, Message{"test.stop", "stop", "停止"});
    });
  }
  const auto opened = open_and_ask(path, 3 * customers);
  CHECK(opened.read == 0);
  CHECK(opened.found == from_rows(path, 3 * customers));
  Store store = need(Store::open(path));
  Session session = need(store.session("admin"));
  CHECK(need(check_duplicates(session, account("示例撤回的造船"))).hits.empty());
}

TEST_CASE("whatever bytes change in the file, or of it, answers stay right, and it is made anew") {
  auto random = seeded_random();
  const Folder folder;
  const std::string path = folder.file("kept.gx");
  make(path);
  const std::string good = content(index_of(path));
  const Answers right = from_rows(path);
  for (int round = 0; round < 24; ++round) {
    CAPTURE(round);
    std::string bytes = good;
    switch (random() % 4) {
      case 0: bytes.resize(random() % bytes.size()); break;
      case 1: bytes[random() % bytes.size()] ^= static_cast<char>(1 << random() % 8); break;
      case 2: bytes.insert(random() % bytes.size(), random() % 100 + 1, 'x'); break;
      default:
        for (int i = 0; i < 60; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    write(index_of(path), bytes);
    const auto opened = open_and_ask(path);
    CHECK(opened.read == customers);
    CHECK(opened.found == right);
  }
  CHECK(open_and_ask(path).read == 0);
}

TEST_CASE("an index of another store, or of a later state than the store's, is not believed") {
  const Folder folder;
  const std::string path = folder.file("kept.gx"), other = folder.file("other.gx"), early = folder.file("early");
  auto ids = make(path);
  make(other);
  copy(index_of(other), index_of(path));
  auto opened = open_and_ask(path);
  CHECK(opened.read == customers);
  copy(path, early);
  {
    Store store = need(Store::open(path));
    Session session = need(store.session("admin"));
    (void)need(check_duplicates(session, retyped(0)));
    for (std::size_t i = 0; i < 120; ++i) rename_customer(session, ids[i], "改名样例" + std::to_string(i * 7919) + "造纸有限公司");
  }
  CHECK(open_and_ask(path).read == 0);
  const std::string late = content(index_of(path));

  copy(early, path);  // the backup, beside the index of what came after it
  opened = open_and_ask(path);
  CHECK(opened.read == customers);
  CHECK(opened.found == from_rows(path));

  {  // … and a history that went on in another way and is as long
    Store store = need(Store::open(path));
    Session session = need(store.session("admin"));
    for (std::size_t i = 200; i < 330; ++i) rename_customer(session, ids[i], "又名样例" + std::to_string(i * 7919) + "造船有限公司");
  }
  write(index_of(path), late);
  opened = open_and_ask(path);
  CHECK(opened.read == customers);
  CHECK(opened.found == from_rows(path));
}

TEST_CASE("two stores on one file write and save by turns") {
  const Folder folder;
  const std::string path = folder.file("kept.gx");
  make(path);
  {
    Store one = need(Store::open(path)), two = need(Store::open(path));
    Session here = need(one.session("admin")), there = need(two.session("admin"));
    fill(here, customers, customers + 60);
    fill(there, customers + 60, customers + 120);
    CHECK(answers(here, customers + 120) == answers(there, customers + 120));
    fill(here, customers + 120, customers + 130);
  }
  const auto opened = open_and_ask(path, customers + 130);
  CHECK(opened.read <= 130);
  CHECK(opened.found == from_rows(path, customers + 130));
}

TEST_CASE("what training has learnt stays with the store, whatever becomes of the index") {
  on_both_backends([](World& world) {
    fill(world.admin, 0, 60);
    CHECK(need(train_duplicates(world.admin, number_of(Account))).trained);
    const auto inside = world.admin.transaction([&]() -> Result<void> {
      const auto trained = train_duplicates(world.admin, number_of(Account));
      REQUIRE_FALSE(trained);
      CHECK(trained.error().code() == Code::misuse);
      CHECK(trained.error().text() == "Training cannot be part of a transaction: commit or roll back the open one first.");
      CHECK(trained.error().text(Language::chinese) == "训练不能在事务中进行：请先提交或回滚当前事务。");
      return {};
    });
    CHECK(inside);
  });
  const Folder folder;
  const std::string path = folder.file("kept.gx");
  make(path);
  const auto score = [&](Session& session) { return need(check_duplicates(session, retyped(5))).hits.at(0).score; };
  double untrained = 0, trained = 0;
  {
    Store store = need(Store::open(path)), other = need(Store::open(path));
    Session session = need(store.session("admin")), there = need(other.session("admin"));
    untrained = score(session);
    CHECK(score(there) == doctest::Approx(untrained));
    CHECK(need(train_duplicates(session, number_of(Account))).trained);
    trained = score(session);
    CHECK(trained != doctest::Approx(untrained));
    CHECK(score(there) == doctest::Approx(trained));
  }
  for (const bool saved : {true, false}) {
    CAPTURE(saved);
    if (!saved) std::filesystem::remove(index_of(path));
    Store store = need(Store::open(path));
    Session session = need(store.session("admin"));
    const auto index = need(prepare_duplicates(session, number_of(Account)));
    CHECK(index.trained);
    CHECK(index.read == (saved ? 0 : customers));
    CHECK(score(session) == doctest::Approx(trained));
  }
}

TEST_CASE("the file may be read by those who may read the store's, is not needed, and is not made where nobody wants it") {
  const Folder folder;
  const std::string path = folder.file("kept.gx");
  make(path);
  const Answers right = from_rows(path);
  std::filesystem::remove(index_of(path));
  REQUIRE(::chmod(path.c_str(), 0600) == 0);
  CHECK(open_and_ask(path).found == right);
  struct stat status {};
  REQUIRE(::stat(index_of(path).c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);

  std::filesystem::remove(index_of(path));
  CHECK(from_rows(path) == right);
  CHECK_FALSE(std::filesystem::exists(index_of(path)));

  std::filesystem::create_directory(index_of(path));  // where nothing can be written
  std::vector<std::string> told;
  {
    StoreOptions options;
    options.log = [&](LogLevel, std::string_view text) { told.emplace_back(text); };
    Store store = need(Store::open(path, options));
    Session session = need(store.session("admin"));
    CHECK(need(prepare_duplicates(session, number_of(Account))).read == customers);
    CHECK(answers(session) == right);
  }
  REQUIRE_FALSE(told.empty());
  CHECK(told.front() == index_of(path) + " is a folder: name a file in it.");
}
