// Many threads at the C door: each with a session of its own, the store being freed while they work. Checks happen on the test's own thread.
#include <atomic>
#include <thread>
#include <vector>

#include "examples/host_storage/sorted_storage.h"
#include "house.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

constexpr int readers = 6, writers = 2, rounds = 12;

bool read_all(gx_session* session) {
  gx_query* query = nullptr;
  gx_cursor* cursor = nullptr;
  const gx_record* row = nullptr;
  bool good = gx_query_new(session, GX_ENTITY_ACCOUNT, &query, nullptr) == GX_OK && gx_query_open(query, &cursor, nullptr) == GX_OK;
  int rows = 0;
  while (good && gx_cursor_next(cursor, &row, nullptr) == GX_ROW) ++rows;
  gx_cursor_free(cursor);
  gx_query_free(query);
  return good && rows > 0;
}

bool add_one(gx_store* store, gx_session* session, int number) {
  gx_record* record = nullptr;
  const std::string name = "Sample Number " + std::to_string(number);
  const bool good = gx_record_new(store, GX_ENTITY_ACCOUNT, &record, nullptr) == GX_OK &&
                    gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, name.c_str(), -1, nullptr) == GX_OK &&
                    gx_session_create(session, record, nullptr, nullptr, nullptr) == GX_OK;
  gx_record_free(record);
  return good;
}

// Opens sessions, lets them work, and frees the store while they do. The readers go on: the last of them closes it.
void close_while_reading(gx_store* store) {
  std::atomic<int> failures = 0, written = 0;
  std::atomic<bool> freed = false;
  std::vector<std::thread> threads;
  for (int t = 0; t < readers + writers; ++t) {
    gx_session* session = nullptr;
    GOOD(gx_session_open(store, "admin", -1, GX_ENGLISH, &session, &error));
    threads.emplace_back([&, t, session] {
      if (t < writers) {
        for (int r = 0; r < rounds; ++r) failures += add_one(store, session, t * rounds + r) ? 0 : 1;
        ++written;
      } else {
        while (!freed) failures += read_all(session) ? 0 : 1;
        failures += read_all(session) ? 0 : 1;
      }
      gx_session_free(session);
    });
  }
  while (written < writers) std::this_thread::yield();  // who writes needs the handle of the store for new records
  gx_store_free(store);
  freed = true;
  for (std::thread& thread : threads) thread.join();
  CHECK(failures == 0);
}

void add_first(gx_store* store) {
  gx_session* session = nullptr;
  GOOD(gx_session_open(store, "admin", -1, GX_ENGLISH, &session, &error));
  CHECK(add_one(store, session, 1000));
  gx_session_free(session);
}

}  // namespace

TEST_CASE("a store is freed while sessions of other threads read") {
  Folder folder;
  const gx_store_options with = options();
  gx_store* store = nullptr;
  SUBCASE("in memory") { GOOD(gx_store_create(":memory:", -1, &with, &store, &error)); }
  SUBCASE("on file") { GOOD(gx_store_create(folder.file("c.gx").c_str(), -1, &with, &store, &error)); }
  SUBCASE("in a host's storage that takes one call at a time") {
    gx_storage_vtable table;
    REQUIRE(sorted_storage(&table));
    GOOD(gx_store_open_storage(&table, &with, &store, &error));
  }
  add_first(store);
  close_while_reading(store);
}

TEST_CASE("one session in two threads is told apart from two sessions: the second call is refused, and nothing is lost") {
  House house;
  house.account("Sample One");
  std::atomic<int> refused = 0, odd = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int r = 0; r < 50; ++r) {
        gx_query* query = nullptr;
        const std::int32_t code = gx_query_new(house.session, GX_ENTITY_ACCOUNT, &query, nullptr);
        if (code == GX_E_MISUSE) ++refused;
        else if (code != GX_OK) ++odd;
        gx_query_free(query);
      }
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(odd == 0);
  MESSAGE(refused.load() << " calls met another one");
  CHECK(house.count(GX_ENTITY_ACCOUNT) == 1);
}
