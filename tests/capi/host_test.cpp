// What a host brings: its clock, ids, users, facts, log, memory and events; and callbacks that fail, throw or call back.
#include <cstring>
#include <memory>
#include <stdexcept>
#include <vector>

#include "house.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

// How the host behaves, and what it has heard.
struct Host {
  enum { well, fails, fails_silently, throws, calls_back } mood = well;
  int ended = 0;
  int asked = 0;
  std::int64_t time = INT64_C(1'700'000'000'000'000);
  std::vector<std::string> heard;
  gx_session* session = nullptr;
  std::int32_t code_of_call_back = 0;
  std::int64_t memory = 0;

  std::int32_t answer(gx_error** err) {
    ++asked;
    if (mood == throws) throw std::runtime_error("the host threw this");
    if (mood == fails_silently) return -77;
    if (mood == calls_back) code_of_call_back = gx_session_changes(session, 0, 1, nullptr, nullptr);
    if (mood != fails) return GX_OK;
    *err = gx_error_create(GX_E_IO, "the host said this", -1);
    return GX_E_IO;
  }
};

void end(void* host) { ++static_cast<Host*>(host)->ended; }

std::int32_t now(void* host, std::int64_t* out, gx_error** err) {
  auto& self = *static_cast<Host*>(host);
  *out = self.time++;
  return self.answer(err);
}

std::int32_t next_id(void* host, std::int64_t, std::uint8_t* out16, gx_error** err) {
  auto& self = *static_cast<Host*>(host);
  std::memset(out16, 0, 16);
  const std::int64_t n = self.time++;
  std::memcpy(out16, &n, sizeof n);
  return self.answer(err);
}

void write_log(void* host, std::int32_t, const char* text, std::int64_t len) {
  static_cast<Host*>(host)->heard.emplace_back(text, static_cast<std::size_t>(len));
}

void heard(void* host, const gx_event* event) {
  auto& self = *static_cast<Host*>(host);
  self.heard.push_back(text_of(event->command));
  gx_error* error = nullptr;
  self.answer(&error);
  gx_error_free(error);
}

std::int32_t facts(void* host, const std::uint8_t*, gx_fact_list* list, gx_error** err) {
  const gx_str name = str("open_invoices"), label = str("Open invoices"), value = str("3");
  gx_fact_add(list, &name, &label, &value, 5, err);
  return static_cast<Host*>(host)->answer(err);
}

std::int32_t users(void* host, gx_principal_list* list, gx_error** err) {
  gx_principal user;
  gx_options_init(&user, sizeof user);
  std::memset(user.id, 0x42, 16);
  user.login = str("vera");
  user.name = str("Vera Sample");
  user.level = 100;
  user.roles = str("service,sales");
  const std::int32_t code = gx_principal_add(list, &user, err);
  return code < 0 ? code : static_cast<Host*>(host)->answer(err);
}

void* allocate(void* host, std::int64_t size) {
  auto& self = *static_cast<Host*>(host);
  if (self.mood == Host::throws) throw std::bad_alloc();
  if (self.mood == Host::fails) return nullptr;
  self.memory += size;
  return ::operator new(static_cast<std::size_t>(size));
}

void release(void* host, void* block, std::int64_t size) {
  static_cast<Host*>(host)->memory -= size;
  ::operator delete(block);
}

}  // namespace

TEST_CASE("a host's clock and ids are used, and their faults come back") {
  Host host;
  const gx_clock clock{sizeof clock, &host, end, now};
  const gx_ids ids{sizeof ids, &host, end, next_id};
  gx_store_options with = options();
  with.clock = &clock;
  with.ids = &ids;
  {
    House house(with);
    const Id id = house.account("Sample One");
    std::int64_t n = 0;
    std::memcpy(&n, id.bytes.data(), sizeof n);
    CHECK(n > INT64_C(1'700'000'000'000'000));
    gx_record* record = house.record(GX_ENTITY_ACCOUNT);
    GOOD(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, "Sample Two", -1, &error));
    host.mood = Host::fails;
    BAD(gx_session_create(house.session, record, nullptr, nullptr, &error), GX_E_IO, "the host said this");
    host.mood = Host::throws;
    BAD(gx_session_create(house.session, record, nullptr, nullptr, &error), GX_E_HOST, "the host threw this");
    host.mood = Host::fails_silently;
    BAD(gx_session_create(house.session, record, nullptr, nullptr, &error), GX_E_HOST, "-77");
    host.mood = Host::calls_back;
    host.session = house.session;
    GOOD(gx_session_create(house.session, record, nullptr, nullptr, &error));
    CHECK(host.code_of_call_back == GX_E_MISUSE);
    CHECK(house.count(GX_ENTITY_ACCOUNT) == 2);
    gx_record_free(record);
    CHECK(host.ended == 0);
  }
  CHECK(host.ended == 2);
}

TEST_CASE("tables end once, also when the store cannot be opened") {
  Host host;
  const gx_clock clock{sizeof clock, &host, end, now};
  const gx_log log{sizeof log, &host, end, write_log};
  gx_store_options with = options();
  with.clock = &clock;
  with.log = &log;
  gx_store* store = nullptr;
  BAD(gx_store_open("/nowhere/at/all.gx", -1, &with, &store, &error), GX_E_NOT_FOUND, "nowhere");
  CHECK(host.ended == 2);
  gx_clock bad = clock;
  bad.struct_size = 5;
  with.clock = &bad;
  BAD(gx_store_create(":memory:", -1, &with, &store, &error), GX_E_MISUSE, "gx_clock");
  CHECK(host.ended == 3);
  host.mood = Host::throws;
  with.clock = &clock;
  BAD(gx_store_create(":memory:", -1, &with, &store, &error), GX_E_HOST, "threw");
  CHECK(host.ended == 5);
}

TEST_CASE("events are told after the commit, and one that throws is logged") {
  Host host, log_host;
  const gx_events events{sizeof events, &host, end, heard};
  const gx_log log{sizeof log, &log_host, end, write_log};
  gx_store_options with = options();
  with.events = &events;
  with.log = &log;
  House house(with);
  host.heard.clear();
  gx_tx* tx = nullptr;
  GOOD(gx_tx_begin(house.session, &tx, &error));
  house.account("Sample One");
  CHECK(host.heard.empty());
  GOOD(gx_tx_commit(tx, &error));
  gx_tx_free(tx);
  CHECK(host.heard == std::vector<std::string>{"create"});
  host.mood = Host::throws;
  house.account("Sample Two");
  CHECK(log_host.heard == std::vector<std::string>{"the host threw this"});
  host.mood = Host::calls_back;
  host.session = house.session;
  house.account("Sample Three");
  CHECK(host.code_of_call_back == GX_E_MISUSE);
}

TEST_CASE("facts stand on the card, and so does why there are none") {
  Host host;
  const gx_facts finance{sizeof finance, &host, end, str("finance"), facts};
  const gx_facts* all[] = {&finance};
  gx_store_options with = options();
  with.facts = all;
  with.facts_count = 1;
  House house(with);
  const Id id = house.account("Sample One");
  const auto fact = [&](std::uint32_t column) {
    gx_card* card = nullptr;
    gx_cursor* rows = nullptr;
    const gx_record* row = nullptr;
    GOOD(gx_session_card(house.session, id.bytes.data(), &card, &error));
    GOOD(gx_card_part(card, GX_CARD_FACTS, &rows, &error));
    REQUIRE(gx_cursor_next(rows, &row, nullptr) == GX_ROW);
    gx_str text{};
    (void)gx_record_get_text(row, column, &text, nullptr);
    std::string out = text_of(text);
    gx_cursor_free(rows);
    gx_card_free(card);
    return out;
  };
  CHECK(fact(GX_COLUMN_FACT_VALUE) == "3");
  CHECK(fact(GX_COLUMN_FACT_SOURCE) == "finance");
  host.mood = Host::fails;
  CHECK(fact(GX_COLUMN_FACT_ERROR).find("the host said this") != std::string::npos);
  host.mood = Host::throws;
  CHECK(fact(GX_COLUMN_FACT_ERROR).find("the host threw this") != std::string::npos);
}

TEST_CASE("the host's own users act, and are gone when the host says so") {
  Host host;
  const gx_principals principals{sizeof principals, &host, end, users};
  gx_store_options with = options();
  with.principals = &principals;
  House house(with);
  gx_session* vera = nullptr;
  GOOD(gx_session_open(house.store, "vera", -1, GX_ENGLISH, &vera, &error));
  std::uint8_t id[16];
  GOOD(gx_session_user(vera, id, &error));
  CHECK(id[0] == 0x42);
  gx_record* record = house.record(GX_ENTITY_ACCOUNT);
  GOOD(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, "Sample One", -1, &error));
  GOOD(gx_session_create(vera, record, nullptr, nullptr, &error));
  std::uint8_t account[16];
  GOOD(gx_record_get_id(record, GX_FIELD_ACCOUNT_ID, account, &error));
  gx_card* card = nullptr;
  gx_str owner{};
  GOOD(gx_session_card(vera, account, &card, &error));
  GOOD(gx_card_names(card, &owner, nullptr, nullptr, &error));
  CHECK(text_of(owner) == "Vera Sample");
  gx_card_free(card);
  gx_record_free(record);
  gx_session_free(vera);
  host.mood = Host::fails;
  BAD(gx_store_reload(house.store, &error), GX_E_IO, "the host said this");
}

TEST_CASE("handles and texts lie in the host's memory, all of which comes back") {
  Host host;
  const gx_allocator allocator{sizeof allocator, &host, end, allocate, release};
  gx_store_options with = options();
  with.allocator = &allocator;
  {
    House house(with);
    CHECK(host.memory > 0);
    house.account("Sample One");
    gx_record* record = nullptr;
    for (const auto mood : {Host::fails, Host::throws}) {
      host.mood = mood;
      BAD(gx_record_new(house.store, GX_ENTITY_ACCOUNT, &record, &error), GX_E_MEMORY, "no memory");
      CHECK(record == nullptr);
    }
    host.mood = Host::well;
    gx_text* text = nullptr;
    GOOD(gx_store_info(house.store, &text, &error));
    gx_text_free(text);
  }
  CHECK(host.memory == 0);
  CHECK(host.ended == 1);
}

TEST_CASE("a handle that was freed is told apart, as long as the host keeps its memory") {
  std::vector<std::unique_ptr<char[]>> kept;
  const auto keep = [](void* data, std::int64_t size) -> void* {
    auto& blocks = *static_cast<std::vector<std::unique_ptr<char[]>>*>(data);
    return blocks.emplace_back(std::make_unique<char[]>(static_cast<std::size_t>(size))).get();
  };
  const gx_allocator allocator{sizeof allocator, &kept, nullptr, keep, [](void*, void*, std::int64_t) {}};
  gx_store_options with = options();
  with.allocator = &allocator;
  House house(with);
  gx_record* record = house.record(GX_ENTITY_ACCOUNT);
  gx_text* text = nullptr;
  GOOD(gx_record_to_json(record, &text, &error));
  gx_record_free(record);
  gx_text_free(text);
  BAD(gx_record_clear(record, &error), GX_E_MISUSE, "gx_record");
  gx_str view{};
  CHECK(gx_text_view(text, &view) == GX_E_MISUSE);
  gx_record_free(record);
  gx_text_free(text);
  gx_session* session = nullptr;
  GOOD(gx_session_open(house.store, "admin", -1, GX_ENGLISH, &session, &error));
  gx_session_free(session);
  std::uint8_t user[16];
  BAD(gx_session_user(session, user, &error), GX_E_MISUSE, "gx_session");
}
