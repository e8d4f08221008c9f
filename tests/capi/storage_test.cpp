// A storage of the host's own: whole and half tables, tables of other versions, and callbacks that fail, throw and call back.
#include <cstddef>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <vector>

#include "examples/host_storage/sorted_storage.h"
#include "house.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

gx_storage_vtable sorted() {
  gx_storage_vtable table;
  REQUIRE(sorted_storage(&table));
  return table;
}

// What is needed, and nothing else.
gx_storage_vtable bare() {
  gx_storage_vtable table = sorted();
  table.savepoint = nullptr;
  table.release = nullptr;
  table.rollback_to = nullptr;
  table.probe = nullptr;
  table.keys = nullptr;
  table.prepare = nullptr;
  table.info = nullptr;
  return table;
}

struct HostHouse {
  explicit HostHouse(const gx_storage_vtable& table) {
    const gx_store_options with = options();
    GOOD(gx_store_open_storage(&table, &with, &store, &error));
    GOOD(gx_session_open(store, "admin", -1, GX_ENGLISH, &session, &error));
  }
  HostHouse(const HostHouse&) = delete;
  HostHouse& operator=(const HostHouse&) = delete;
  ~HostHouse() {
    gx_session_free(session);
    gx_store_free(store);
  }

  std::int32_t add(const char* name, gx_error** err, std::uint8_t* out16 = nullptr) {
    gx_record* record = nullptr;
    std::int32_t code = gx_record_new(store, GX_ENTITY_ACCOUNT, &record, err);
    if (code >= 0) code = gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, name, -1, err);
    if (code >= 0) code = gx_session_create(session, record, nullptr, nullptr, err);
    if (code >= 0 && out16 != nullptr) code = gx_record_get_id(record, GX_FIELD_ACCOUNT_ID, out16, err);
    gx_record_free(record);
    return code;
  }
  std::int64_t count(const char* words = nullptr) {
    gx_query* query = nullptr;
    std::int64_t out = -1;
    GOOD(gx_query_new(session, GX_ENTITY_ACCOUNT, &query, &error));
    if (words != nullptr) GOOD(gx_query_search(query, words, -1, &error));
    GOOD(gx_query_count(query, &out, &error));
    gx_query_free(query);
    return out;
  }
  // The names on a page in the order of creation, and where to go on.
  std::string first_page(std::int64_t limit) {
    gx_query* query = nullptr;
    gx_cursor* cursor = nullptr;
    const gx_record* row = nullptr;
    std::string names;
    GOOD(gx_query_new(session, GX_ENTITY_ACCOUNT, &query, &error));
    GOOD(gx_query_page(query, limit, nullptr, 0, &error));
    GOOD(gx_query_open(query, &cursor, &error));
    while (gx_cursor_next(cursor, &row, nullptr) == GX_ROW) {
      gx_str name{};
      GOOD(gx_record_get_text(row, GX_FIELD_ACCOUNT_NAME, &name, &error));
      names += (names.empty() ? "" : ", ") + text_of(name);
    }
    gx_str token{};
    GOOD(gx_cursor_token(cursor, &token, &error));
    CHECK(token.len > 0);
    gx_cursor_free(cursor);
    gx_query_free(query);
    return names;
  }
  std::string info() {
    gx_text* text = nullptr;
    GOOD(gx_store_info(store, &text, &error));
    return taken(text);
  }
  std::string findings() {
    gx_text* text = nullptr;
    GOOD(gx_store_integrity(store, nullptr, nullptr, &text, &error));
    return taken(text);
  }

  gx_store* store = nullptr;
  gx_session* session = nullptr;
};

std::string lacks(const gx_storage_vtable& table, std::int32_t language = GX_ENGLISH) {
  gx_text* text = nullptr;
  GOOD(gx_storage_lacks(&table, language, &text, &error));
  return taken(text);
}

void check_day(const gx_storage_vtable& table) {
  HostHouse house(table);
  std::uint8_t id[16];
  GOOD(house.add("Sample Trading Ltd", &error, id));
  GOOD(house.add("样品贸易公司", &error));
  BAD(house.add("Sample Trading Ltd", &error), GX_E_DUPLICATE, "Sample Trading Ltd");
  CHECK(house.count() == 2);
  CHECK(house.first_page(1) == "Sample Trading Ltd");
  CHECK(house.count("trading") == 1);
  CHECK(house.count("ypmy") == 1);
  gx_card* card = nullptr;
  GOOD(gx_session_card(house.session, id, &card, &error));
  gx_card_free(card);
  gx_outcome outcome;
  gx_options_init(&outcome, sizeof outcome);
  GOOD(gx_session_archive(house.session, GX_ENTITY_ACCOUNT, id, nullptr, &outcome, &error));
  CHECK(house.count() == 1);
  GOOD(gx_session_undo(house.session, outcome.change_set, 0, nullptr, nullptr, nullptr, &error));
  CHECK(house.count() == 2);
  CHECK(house.findings() == "[]");
}

// A call of one of the functions below is changed by this.
struct Spoiler {
  gx_storage_vtable inner;
  enum class Way { none, fails, throws, odd_type, reenters, undo_fails } way = Way::none;
  gx_store* store = nullptr;
  std::string answer{};
};

Spoiler* spoiler = nullptr;

std::int32_t spoilt_put(void* data, void* tx, const gx_storage_put* put, std::int64_t* out_rid, gx_error** err) {
  if (spoiler->way == Spoiler::Way::fails) {
    *err = gx_error_create(GX_E_FULL, "the shelf is full", -1);
    return GX_E_FULL;
  }
  if (spoiler->way == Spoiler::Way::undo_fails) {
    const std::int32_t code = spoiler->inner.put(data, tx, put, out_rid, err);
    return code == GX_OK ? GX_E_IO : code;
  }
  if (spoiler->way == Spoiler::Way::throws) throw std::runtime_error("the shelf fell");
  if (spoiler->way == Spoiler::Way::reenters) {
    gx_text* text = nullptr;
    gx_error* inner = nullptr;
    CHECK(gx_store_info(spoiler->store, &text, &inner) == GX_E_MISUSE);
    spoiler->answer = said(inner);
  }
  return spoiler->inner.put(data, tx, put, out_rid, err);
}

std::int32_t spoilt_get(void* data, void* at, std::uint32_t entity, const std::uint8_t* id16, std::int64_t rid, gx_storage_rows* out, gx_error** err) {
  if (spoiler->way != Spoiler::Way::odd_type) return spoiler->inner.get(data, at, entity, id16, rid, out, err);
  gx_value values[2] = {};
  values[0].type = GX_TYPE_INTEGER;
  values[0].state = GX_STATE_SET;
  gx_storage_row row{};
  row.struct_size = sizeof row;
  row.rid = 1;
  row.count = 2;
  row.values = values;
  return gx_storage_rows_add(out, &row);
}

std::int32_t spoilt_rollback_to(void* data, void* tx, std::int32_t mark, gx_error** err) {
  return spoiler->way == Spoiler::Way::undo_fails ? GX_E_IO : spoiler->inner.rollback_to(data, tx, mark, err);
}

gx_storage_vtable spoilt(Spoiler& by) {
  spoiler = &by;
  by.inner = sorted();
  gx_storage_vtable table = by.inner;
  table.put = spoilt_put;
  table.get = spoilt_get;
  table.rollback_to = spoilt_rollback_to;
  return table;
}

}  // namespace

TEST_CASE("a host's storage carries a day's work, whole and with nothing but what is needed") {
  SUBCASE("whole") { check_day(sorted()); }
  SUBCASE("whole, its rows given on as they come") {
    gx_storage_vtable table = sorted();
    table.flags = GX_STORAGE_CONCURRENT;
    check_day(table);
  }
  SUBCASE("bare") { check_day(bare()); }
}

TEST_CASE("a table says what it lacks, and what follows") {
  gx_storage_vtable table = sorted();
  const std::string whole = lacks(table);
  CHECK(whole.find("\"search\",\"needed\":false,\"follows\":\"Every search reads all rows of its entity.\"") != std::string::npos);
  CHECK(whole.find("probe") == std::string::npos);
  table.put = nullptr;
  CHECK(lacks(table, GX_CHINESE).find("{\"function\":\"put\",\"needed\":true,\"follows\":\"无法保存记录。\"}") != std::string::npos);
  gx_store* store = nullptr;
  const gx_store_options with = options();
  BAD(gx_store_open_storage(&table, &with, &store, &error), GX_E_MISUSE, "lacks its function put: set it. No row can be kept.");
  CHECK(store == nullptr);
  gx_storage_vtable half = sorted();
  half.release = nullptr;
  BAD(gx_store_open_storage(&half, &with, &store, &error), GX_E_MISUSE, "only some of the functions savepoint, release, rollback_to");
}

TEST_CASE("a table is ended once, also where opening fails") {
  static int ended = 0;
  static void (*inner)(void*) = nullptr;
  gx_storage_vtable table = sorted();
  inner = table.destroy;
  table.destroy = [](void* data) {
    ++ended;
    inner(data);
  };
  gx_store_options nobody;
  gx_options_init(&nobody, sizeof nobody);
  gx_store* store = nullptr;
  BAD(gx_store_open_storage(&table, &nobody, &store, &error), GX_E_NOT_FOUND, "administrator");
  CHECK(ended == 1);
  const gx_storage_vtable fresh = sorted();
  table.user_data = fresh.user_data;
  nobody.durability = 99;
  BAD(gx_store_open_storage(&table, &nobody, &store, &error), GX_E_MISUSE, "durability 99");
  CHECK(ended == 2);
}

TEST_CASE("tables of older and newer versions are understood, and sizes that cannot be are refused") {
  const gx_store_options with = options();
  gx_storage_vtable older = sorted();
  older.struct_size = offsetof(gx_storage_vtable, savepoint);  // the members behind are not there
  CHECK(lacks(older).find("savepoint") != std::string::npos);
  check_day(older);

  struct {
    gx_storage_vtable known;
    void* unknown[4];
  } newer{};
  newer.known = sorted();
  newer.known.struct_size = sizeof newer;
  check_day(newer.known);

  gx_storage_vtable odd = sorted();
  gx_store* store = nullptr;
  for (const std::uint32_t size : {0u, 8u, 5000u}) {
    odd.struct_size = size;
    BAD(gx_store_open_storage(&odd, &with, &store, &error), GX_E_MISUSE, "struct_size of gx_storage_vtable");
  }
  odd.destroy(odd.user_data);
  BAD(gx_store_open_storage(nullptr, &with, &store, &error), GX_E_MISUSE, "storage");
  BAD(gx_storage_lacks(nullptr, GX_ENGLISH, nullptr, &error), GX_E_MISUSE, "out");
}

TEST_CASE("a function of the storage that fails, throws or calls back gives a code and a sentence, and nothing is lost") {
  Spoiler by;
  const gx_storage_vtable table = spoilt(by);
  HostHouse house(table);
  std::uint8_t id[16];
  GOOD(house.add("Sample One", &error, id));
  by.way = Spoiler::Way::fails;
  BAD(house.add("Sample Two", &error), GX_E_FULL, "the shelf is full");
  by.way = Spoiler::Way::throws;
  BAD(house.add("Sample Two", &error), GX_E_HOST, "the shelf fell");
  by.way = Spoiler::Way::odd_type;
  gx_record* record = nullptr;
  BAD(gx_session_get(house.session, GX_ENTITY_ACCOUNT, id, &record, &error), GX_E_CORRUPT, "value of type 2 for the field \"id\" of account");
  by.way = Spoiler::Way::reenters;
  by.store = house.store;
  GOOD(house.add("Sample Three", &error));
  CHECK(by.answer.find("from within its own function storage.info") != std::string::npos);
  by.way = Spoiler::Way::none;
  CHECK(house.count() == 2);
  CHECK(house.findings() == "[]");
}

TEST_CASE("a command that failed halfway and could not be undone spoils its transaction, which then cannot be committed") {
  Spoiler by;
  const gx_storage_vtable table = spoilt(by);
  HostHouse house(table);
  gx_tx* tx = nullptr;
  GOOD(gx_tx_begin(house.session, &tx, &error));
  GOOD(house.add("Sample One", &error));
  by.way = Spoiler::Way::undo_fails;
  BAD(house.add("Sample Two", &error), GX_E_IO, "storage.put");
  by.way = Spoiler::Way::none;
  BAD(house.add("Sample Three", &error), GX_E_MISUSE, "could not be undone");
  BAD(gx_tx_commit(tx, &error), GX_E_MISUSE, "could not be undone");
  gx_tx_free(tx);
  CHECK(house.count() == 0);
  GOOD(house.add("Sample Four", &error));
  CHECK(house.count() == 1);
  CHECK(house.findings() == "[]");
}

TEST_CASE("a storage counts itself, or leaves it to the library") {
  static bool counts = true;
  gx_storage_vtable table = sorted();
  table.count = [](void*, void*, const gx_storage_count* asked, gx_storage_groups* out, gx_error**) -> std::int32_t {
    if (!counts) return GX_DONE;
    CHECK(asked->entity == GX_ENTITY_ACCOUNT);
    CHECK(asked->groupings_count == 1);
    CHECK(asked->groupings[0].count == 0);
    CHECK(gx_storage_groups_add(out, 7, nullptr, 1, nullptr) == GX_E_CORRUPT);
    return gx_storage_groups_add(out, 0, nullptr, 42, nullptr);
  };
  HostHouse house(table);
  counts = false;
  GOOD(house.add("Sample One", &error));
  CHECK(house.count() == 1);
  counts = true;
  gx_query* query = nullptr;
  std::int64_t rows = 0;
  GOOD(gx_query_new(house.session, GX_ENTITY_ACCOUNT, &query, &error));
  BAD(gx_query_count(query, &rows, &error), GX_E_CORRUPT, "size 7");
  gx_query_free(query);
  counts = false;
}

TEST_CASE("of a storage that has filtered and ordered the last row asked for needs no values; every other row needs them") {
  static std::uint32_t did = 0;
  static decltype(gx_storage_vtable::scan) scan = nullptr;
  static decltype(gx_storage_vtable::get) get = nullptr;
  gx_storage_vtable table = sorted();
  scan = table.scan;
  get = table.get;
  table.scan = [](void* data, void* at, const gx_storage_scan* asked, gx_storage_rows* out, gx_error** err) -> std::int32_t {
    if (asked->entity != GX_ENTITY_ACCOUNT || asked->limit != 2) return scan(data, at, asked, out, err);
    CHECK(gx_storage_rows_did(out, did) == GX_OK);
    CHECK(get(data, at, asked->entity, nullptr, 1, out, err) == GX_OK);
    gx_storage_row nothing{};
    nothing.struct_size = sizeof nothing;
    return gx_storage_rows_add(out, &nothing);
  };
  SUBCASE("gathered") {}
  SUBCASE("given on as they come") { table.flags = GX_STORAGE_CONCURRENT; }
  HostHouse house(table);
  GOOD(house.add("Sample One", &error));
  GOOD(house.add("Sample Two", &error));
  did = GX_SCAN_FILTERED | GX_SCAN_ORDERED;
  CHECK(house.first_page(1) == "Sample One");
  did = GX_SCAN_ORDERED;
  gx_query* query = nullptr;
  gx_cursor* cursor = nullptr;
  GOOD(gx_query_new(house.session, GX_ENTITY_ACCOUNT, &query, &error));
  GOOD(gx_query_page(query, 1, nullptr, 0, &error));
  BAD(gx_query_open(query, &cursor, &error), GX_E_CORRUPT, "a row of account that has no id or no number");
  gx_query_free(query);
}

TEST_CASE("without savepoints a command that fails halfway undoes the whole transaction, and says so") {
  HostHouse house(bare());
  gx_tx* tx = nullptr;
  gx_tx* inner = nullptr;
  GOOD(gx_tx_begin(house.session, &tx, &error));
  GOOD(house.add("Sample One", &error));
  GOOD(gx_tx_begin(house.session, &inner, &error));
  BAD(house.add("", &error), GX_E_INVALID, "name");  // which had changed nothing yet
  GOOD(gx_tx_rollback(inner, &error));
  gx_tx_free(inner);
  GOOD(gx_tx_begin(house.session, &inner, &error));
  GOOD(house.add("Sample Two", &error));
  BAD(gx_tx_rollback(inner, &error), GX_E_UNSUPPORTED, "cannot undo a part of a transaction");
  gx_tx_free(inner);
  BAD(house.add("Sample Three", &error), GX_E_MISUSE, "could not be undone, so that none of it is kept");
  BAD(gx_tx_begin(house.session, &inner, &error), GX_E_MISUSE, "could not be undone");
  BAD(gx_tx_commit(tx, &error), GX_E_MISUSE, "could not be undone");
  gx_tx_free(tx);
  CHECK(house.count() == 0);
  GOOD(house.add("Sample Four", &error));
  CHECK(house.count() == 1);
}

TEST_CASE("a host's storage names itself, and has the backup that it brings") {
  HostHouse house(sorted());
  CHECK(house.info().find("\"backend\":\"sorted\"") != std::string::npos);
  BAD(gx_store_backup(house.store, "nowhere", -1, nullptr, nullptr, &error), GX_E_UNSUPPORTED, "backup is NULL");
  gx_storage_vtable table = sorted();
  table.backup = [](void*, const char*, std::int64_t len, gx_progress progress, void* data, gx_error**) -> std::int32_t {
    return len == 4 && progress(data, 1, 2) == 0 ? GX_E_CANCELLED : GX_OK;
  };
  HostHouse other(table);
  GOOD(gx_store_backup(other.store, "copy", -1, nullptr, nullptr, &error));
  const auto stop = [](void*, std::int64_t, std::int64_t) -> std::int32_t { return 0; };
  BAD(gx_store_backup(other.store, "copy", -1, stop, nullptr, &error), GX_E_CANCELLED, "storage.backup");
}
