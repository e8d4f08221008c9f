// What goes well through the C door: each answer is compared with what was put in.
#include <cstring>
#include <nlohmann/json.hpp>

#include "house.h"
#include "script.h"

using namespace guanxi;
using namespace guanxi::test;

TEST_CASE("the script runs, in memory and in a file") {
  gx_error* error = nullptr;
  const std::int32_t code = run_script(":memory:", &error);
  INFO(said(error));
  CHECK(code == GX_OK);
  Folder folder;
  error = nullptr;
  const std::int32_t in_file = run_script(folder.file("script.gx").c_str(), &error);
  INFO(said(error));
  CHECK(in_file == GX_OK);
}

TEST_CASE("versions, features and names of codes") {
  CHECK(gx_version_number() == 1000);
  CHECK(std::string(gx_version_text()) == "0.1.0");
  CHECK(gx_abi_version() == GX_ABI_VERSION);
  CHECK(gx_has_feature("arrow", -1) == 1);
  CHECK(gx_has_feature("time travel", -1) == 0);
  CHECK(std::string(gx_code_name(GX_E_FORKED)) == "forked");
  CHECK(std::string(gx_code_name(GX_ROW)) == "row");
  for (std::int32_t code = GX_E_HOST; code < 0; ++code) CHECK(std::string(gx_code_name(code)) != "ok");
}

TEST_CASE("ids go to text and back") {
  std::uint8_t id[16];
  char text[37];
  GOOD(gx_id_parse("018f3c5e-7b1a-7c3d-9e2f-0123456789ab", -1, id, &error));
  GOOD(gx_id_text(id, text, &error));
  CHECK(std::string(text) == "018f3c5e-7b1a-7c3d-9e2f-0123456789ab");
  BAD(gx_id_parse("018f", -1, id, &error), GX_E_INVALID, "018f");
}

TEST_CASE("values of every type come back as they were put") {
  House house;
  gx_record* record = house.record(GX_ENTITY_ACCOUNT);
  const Id parent = house.account("Sample Parent");
  GOOD(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, "样例贸易", -1, &error));
  GOOD(gx_record_set_text(record, GX_FIELD_ACCOUNT_TIER, "A", 1, &error));
  GOOD(gx_record_set_text(record, GX_FIELD_ACCOUNT_TAGS, "|east|key|", -1, &error));
  GOOD(gx_record_set_integer(record, GX_FIELD_ACCOUNT_KEY_ACCOUNT, 1, &error));
  GOOD(gx_record_set_money(record, GX_FIELD_ACCOUNT_REVENUE, 99'00, 840, &error));
  GOOD(gx_record_set_integer(record, GX_FIELD_ACCOUNT_FOUNDED, 10'000, &error));
  GOOD(gx_record_set_id(record, GX_FIELD_ACCOUNT_PARENT, parent.bytes.data(), &error));
  GOOD(gx_record_set_null(record, GX_FIELD_ACCOUNT_CITY, &error));
  gx_outcome outcome;
  gx_options_init(&outcome, sizeof outcome);
  GOOD(gx_session_create(house.session, record, nullptr, &outcome, &error));
  CHECK(outcome.revision == 1);
  CHECK(outcome.affected == 1);

  gx_record* read = nullptr;
  GOOD(gx_session_get(house.session, GX_ENTITY_ACCOUNT, outcome.record, &read, &error));
  const std::uint32_t fields[] = {GX_FIELD_ACCOUNT_NAME, GX_FIELD_ACCOUNT_TIER, GX_FIELD_ACCOUNT_KEY_ACCOUNT, GX_FIELD_ACCOUNT_REVENUE,
                                  GX_FIELD_ACCOUNT_FOUNDED, GX_FIELD_ACCOUNT_PARENT, GX_FIELD_ACCOUNT_CITY};
  gx_value values[7];
  GOOD(gx_record_view(read, fields, 7, values, &error));
  CHECK(std::string(values[0].as.bytes, values[0].length) == "样例贸易");
  CHECK(values[1].type == GX_TYPE_PICKLIST);
  CHECK(values[2].as.integer == 1);
  CHECK(values[3].as.integer == 9900);
  CHECK(values[3].length == 840);
  CHECK(values[4].as.integer == 10'000);
  CHECK(std::memcmp(values[5].as.bytes, parent.bytes.data(), 16) == 0);
  CHECK(values[6].state == GX_STATE_NULL);
  CHECK(values[6].type == GX_TYPE_TEXT);

  std::int64_t minor = 0;
  std::int32_t currency = 0;
  GOOD(gx_record_get_money(read, GX_FIELD_ACCOUNT_REVENUE, &minor, &currency, &error));
  CHECK(minor == 9900);
  gx_str text{};
  CHECK(gx_record_get_text(read, GX_FIELD_ACCOUNT_CITY, &text, nullptr) == GX_DONE);
  gx_text* shown = nullptr;
  GOOD(gx_record_show(read, GX_FIELD_ACCOUNT_REVENUE, &shown, &error));
  CHECK(taken(shown) == "99.00 USD");

  gx_text* json = nullptr;
  GOOD(gx_record_to_json(read, &json, &error));
  const std::string written = taken(json);
  const auto parsed = nlohmann::json::parse(written);
  CHECK(parsed["revenue"]["amount"] == "99.00");
  CHECK(parsed["tags"].size() == 2);
  CHECK(parsed["founded"] == "1997-05-19");
  gx_record* again = house.record(GX_ENTITY_ACCOUNT);
  GOOD(gx_record_from_json(again, written.data(), static_cast<std::int64_t>(written.size()), &error));
  gx_value copy[7];
  GOOD(gx_record_view(again, fields, 7, copy, &error));
  for (int i = 0; i < 6; ++i) {
    CHECK(copy[i].length == values[i].length);
    if (values[i].type >= GX_TYPE_TEXT)
      CHECK(std::memcmp(copy[i].as.bytes, values[i].as.bytes, values[i].length) == 0);
    else
      CHECK(copy[i].as.integer == values[i].as.integer);
  }
  for (gx_record* one : {record, read, again}) gx_record_free(one);
}

TEST_CASE("a cursor gives every row once, over pages, and its token goes on") {
  House house;
  for (int i = 0; i < 300; ++i) house.account(("Sample " + std::to_string(1000 + i)).c_str());
  gx_query* query = nullptr;
  gx_cursor* cursor = nullptr;
  GOOD(gx_query_new(house.session, GX_ENTITY_ACCOUNT, &query, &error));
  GOOD(gx_query_order(query, GX_FIELD_ACCOUNT_NAME, 1, &error));
  GOOD(gx_query_open(query, &cursor, &error));
  int rows = 0;
  const gx_record* row = nullptr;
  while (gx_cursor_next(cursor, &row, nullptr) == GX_ROW) {
    gx_str name{};
    GOOD(gx_record_get_text(row, GX_FIELD_ACCOUNT_NAME, &name, &error));
    CHECK(text_of(name) == "Sample " + std::to_string(1299 - rows));
    ++rows;
  }
  CHECK(rows == 300);
  gx_cursor_free(cursor);

  std::string token;
  int paged = 0;
  do {
    GOOD(gx_query_page(query, 7, token.c_str(), -1, &error));
    GOOD(gx_query_open(query, &cursor, &error));
    const std::uint32_t field = GX_FIELD_ACCOUNT_NAME;
    gx_value values[100];
    std::int64_t got = 0;
    GOOD(gx_cursor_fetch(cursor, &field, 1, 100, values, &got, &error));
    CHECK(got == std::min(7, 300 - paged));
    CHECK(std::string(values[0].as.bytes, values[0].length) == "Sample " + std::to_string(1299 - paged));
    paged += static_cast<int>(got);
    gx_str next{};
    GOOD(gx_cursor_token(cursor, &next, &error));
    token = text_of(next);
    gx_cursor_free(cursor);
  } while (!token.empty());
  CHECK(paged == 300);
  gx_query_free(query);
}

TEST_CASE("conditions in prefix terms find what they say") {
  House house;
  const Id parent = house.account("Sample Holding");
  for (const char* name : {"Sample East", "Sample West"}) {
    gx_record* patch = house.record(GX_ENTITY_ACCOUNT);
    GOOD(gx_record_set_id(patch, GX_FIELD_ACCOUNT_PARENT, parent.bytes.data(), &error));
    GOOD(gx_session_update(house.session, house.account(name).bytes.data(), patch, nullptr, nullptr, &error));
    gx_record_free(patch);
  }
  const auto literal = [](const char* text) {
    gx_value value{};
    value.type = GX_TYPE_TEXT;
    value.state = GX_STATE_SET;
    value.length = static_cast<std::uint32_t>(std::strlen(text));
    value.as.bytes = text;
    return value;
  };
  const auto counted = [&](std::vector<gx_term> terms) {
    gx_query* query = nullptr;
    std::int64_t count = -1;
    GOOD(gx_query_new(house.session, GX_ENTITY_ACCOUNT, &query, &error));
    GOOD(gx_query_where(query, terms.data(), static_cast<std::int64_t>(terms.size()), &error));
    GOOD(gx_query_count(query, &count, &error));
    gx_query_free(query);
    return count;
  };
  const gx_term starts{GX_OP_STARTS_WITH, GX_ENTITY_ACCOUNT, GX_FIELD_ACCOUNT_NAME, 0, 1, 0, literal("Sample")};
  const gx_term east{GX_OP_EQUAL, GX_ENTITY_ACCOUNT, GX_FIELD_ACCOUNT_NAME, 0, 1, 0, literal("Sample East")};
  const gx_term west{GX_OP_EQUAL, GX_ENTITY_ACCOUNT, GX_FIELD_ACCOUNT_NAME, 0, 1, 0, literal("Sample West")};
  const gx_term top{GX_OP_EQUAL, GX_ENTITY_ACCOUNT, GX_FIELD_ACCOUNT_NAME, 0, 1, 0, literal("Sample Holding")};
  const gx_term orphan{GX_OP_IS_NULL, GX_ENTITY_ACCOUNT, GX_FIELD_ACCOUNT_PARENT, 0, 1, 0, {}};
  CHECK(counted({starts}) == 3);
  CHECK(counted({orphan}) == 1);
  CHECK(counted({{GX_OP_ANY, 0, 0, 0, 3, 0, {}}, east, west}) == 2);
  CHECK(counted({{GX_OP_ALL, 0, 0, 0, 3, 0, {}}, starts, east}) == 1);
  CHECK(counted({{GX_OP_ALL, 0, 0, 0, 4, 0, {}}, starts, {GX_OP_NOT, 0, 0, 0, 2, 0, {}}, east}) == 2);
  CHECK(counted({{GX_OP_THROUGH, GX_ENTITY_ACCOUNT, GX_FIELD_ACCOUNT_PARENT, 0, 2, 0, {}}, top}) == 2);
  CHECK(counted({{GX_OP_EXISTS, GX_ENTITY_ACCOUNT, GX_FIELD_ACCOUNT_PARENT, 0, 2, 0, {}}, west}) == 1);
  gx_term in{GX_OP_IN, GX_ENTITY_ACCOUNT, GX_FIELD_ACCOUNT_NAME, 0, 3, 0, {}};
  CHECK(counted({in, {GX_OP_LITERAL, 0, 0, 0, 1, 0, literal("Sample East")}, {GX_OP_LITERAL, 0, 0, 0, 1, 0, literal("Nobody")}}) == 1);
  CHECK(counted({}) == 3);
}

TEST_CASE("transactions commit, roll back, and nest") {
  House house;
  gx_tx* outer = nullptr;
  gx_tx* inner = nullptr;
  GOOD(gx_tx_begin(house.session, &outer, &error));
  house.account("Sample One");
  GOOD(gx_tx_begin(house.session, &inner, &error));
  house.account("Sample Two");
  BAD(gx_tx_commit(outer, &error), GX_E_MISUSE, "still open");
  gx_tx_free(inner);
  CHECK(house.count(GX_ENTITY_ACCOUNT) == 1);
  GOOD(gx_tx_begin(house.session, &inner, &error));
  house.account("Sample Three");
  GOOD(gx_tx_commit(inner, &error));
  BAD(gx_tx_commit(inner, &error), GX_E_MISUSE, "over");
  gx_tx_free(inner);
  GOOD(gx_tx_commit(outer, &error));
  gx_tx_free(outer);
  CHECK(house.count(GX_ENTITY_ACCOUNT) == 2);
  GOOD(gx_tx_begin(house.session, &outer, &error));
  house.account("Sample Four");
  gx_tx_free(outer);
  CHECK(house.count(GX_ENTITY_ACCOUNT) == 2);
}

TEST_CASE("a batch is all or nothing and says which one failed") {
  House house;
  gx_batch* batch = nullptr;
  gx_record* record = house.record(GX_ENTITY_ACCOUNT);
  GOOD(gx_batch_new(house.session, &batch, &error));
  GOOD(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, "Sample One", -1, &error));
  GOOD(gx_batch_create(batch, record, &error));
  GOOD(gx_record_clear(record, &error));
  GOOD(gx_batch_create(batch, record, &error));
  std::int64_t failed = 0;
  gx_outcome outs[2];
  for (gx_outcome& out : outs) gx_options_init(&out, sizeof out);
  BAD(gx_batch_run(batch, nullptr, outs, 2, &failed, &error), GX_E_INVALID, "Account name");
  CHECK(failed == 1);
  CHECK(outs[0].revision == 0);
  CHECK(house.count(GX_ENTITY_ACCOUNT) == 0);
  GOOD(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, "Sample Two", -1, &error));
  GOOD(gx_batch_create(batch, record, &error));
  GOOD(gx_batch_run(batch, nullptr, outs, 1, &failed, &error));
  CHECK(failed == -1);
  CHECK(outs[0].revision == 1);
  CHECK(house.count(GX_ENTITY_ACCOUNT) == 1);
  gx_record_free(record);
  gx_batch_free(batch);
}

TEST_CASE("typed commands and questions reach the same commands as by name") {
  House house;
  const Id id = house.account("Sample One");
  GOOD(gx_account_suspend(house.session, id.bytes.data(), "unpaid", -1, nullptr, nullptr, &error));
  BAD(gx_account_suspend(house.session, id.bytes.data(), nullptr, 0, nullptr, nullptr, &error), GX_E_INVALID, "Reason");
  gx_value account{};
  account.type = GX_TYPE_ID;
  account.state = GX_STATE_SET;
  account.length = 16;
  account.as.bytes = reinterpret_cast<const char*>(id.bytes.data());
  const std::uint32_t argument = GX_ARGUMENT_ACCOUNT_REINSTATE_ACCOUNT;
  GOOD(gx_session_command(house.session, "account.reinstate", -1, &argument, 1, &account, nullptr, nullptr, &error));
  gx_cursor* rows = nullptr;
  GOOD(gx_ask_history(house.session, "account", -1, id.bytes.data(), nullptr, &rows, &error));
  std::vector<std::string> commands;
  const gx_record* row = nullptr;
  while (gx_cursor_next(rows, &row, nullptr) == GX_ROW) {
    gx_str command{};
    GOOD(gx_record_get_text(row, GX_COLUMN_CHANGE_COMMAND, &command, &error));
    commands.push_back(text_of(command));
  }
  gx_cursor_free(rows);
  CHECK(commands == std::vector<std::string>{"account.reinstate", "account.suspend", "create"});
}

TEST_CASE("a caller's number, however written, leads to the card") {
  House house;
  const Id id = house.account("Sample One");
  gx_record* patch = house.record(GX_ENTITY_ACCOUNT);
  GOOD(gx_record_set_text(patch, GX_FIELD_ACCOUNT_PHONE, "021-6100 0000", -1, &error));
  GOOD(gx_session_update(house.session, id.bytes.data(), patch, nullptr, nullptr, &error));
  gx_record_free(patch);
  gx_cursor* callers = nullptr;
  const gx_record* row = nullptr;
  GOOD(gx_ask_callers(house.session, "+86 21 61000000", -1, &callers, &error));
  REQUIRE(gx_cursor_next(callers, &row, nullptr) == GX_ROW);
  std::uint8_t found[16];
  GOOD(gx_record_get_id(row, GX_COLUMN_CALLER_RECORD, found, &error));
  CHECK(Id::from_bytes(found) == id);
  CHECK(gx_cursor_next(callers, &row, nullptr) == GX_DONE);
  CHECK(row == nullptr);
  gx_cursor_free(callers);
  BAD(gx_ask_callers(house.session, "12", -1, &callers, &error), GX_E_INVALID, "seven digits");

  gx_card* card = nullptr;
  GOOD(gx_session_card(house.session, found, &card, &error));
  gx_str owner{};
  GOOD(gx_card_names(card, &owner, nullptr, nullptr, &error));
  CHECK(text_of(owner) == "Sample Admin");
  for (std::int32_t part = GX_CARD_CHILDREN; part <= GX_CARD_FACTS; ++part) {
    gx_cursor* rows = nullptr;
    GOOD(gx_card_part(card, part, &rows, &error));
    std::uint32_t entity = 0;
    GOOD(gx_cursor_entity(rows, &entity, &error));
    CHECK(entity != 0);
    gx_cursor_free(rows);
  }
  gx_text* json = nullptr;
  GOOD(gx_card_to_json(card, &json, &error));
  const auto parsed = nlohmann::json::parse(taken(json));
  CHECK(parsed["account"]["name"] == "Sample One");
  CHECK(parsed["timeline"].is_array());
  gx_card_free(card);
}

TEST_CASE("every query answers, and its rows can be shown as JSON") {
  House house;
  const Id id = house.account("Sample One");
  const std::int64_t from = 0, to = INT64_C(4'000'000'000'000'000);
  const auto drained = [](gx_cursor* cursor) {
    int rows = 0;
    const gx_record* row = nullptr;
    while (gx_cursor_next(cursor, &row, nullptr) == GX_ROW) {
      gx_text* json = nullptr;
      GOOD(gx_record_to_json(row, &json, &error));
      CHECK(nlohmann::json::parse(taken(json)).is_object());
      ++rows;
    }
    gx_cursor_free(cursor);
    return rows;
  };
  gx_session* s = house.session;
  gx_cursor* c = nullptr;
  GOOD(gx_ask_timeline(s, id.bytes.data(), nullptr, nullptr, &c, &error));
  CHECK(drained(c) >= 1);
  GOOD(gx_ask_changes(s, &from, nullptr, &c, &error));
  CHECK(drained(c) > 10);
  GOOD(gx_session_changes(s, 0, 5, &c, &error));
  CHECK(drained(c) == 5);
  GOOD(gx_ask_reads(s, "account", -1, id.bytes.data(), nullptr, &c, &error));
  CHECK(drained(c) == 0);
  GOOD(gx_ask_workload(s, &c, &error));
  CHECK(drained(c) >= 1);
  GOOD(gx_ask_agenda(s, from, to, nullptr, nullptr, &c, &error));
  CHECK(drained(c) == 0);
  GOOD(gx_ask_dimensions(s, "account", -1, "revenue", -1, &c, &error));
  CHECK(drained(c) >= 1);
  GOOD(gx_ask_departments(s, "account", -1, nullptr, 0, &c, &error));
  CHECK(drained(c) >= 1);
  GOOD(gx_ask_permission(s, "read", -1, "account", -1, id.bytes.data(), &c, &error));
  CHECK(drained(c) == 1);
  GOOD(gx_ask_document_links(s, "doc://sample", -1, &c, &error));
  CHECK(drained(c) == 0);
  GOOD(gx_ask_project_links(s, "P-1", -1, &c, &error));
  CHECK(drained(c) == 0);
  GOOD(gx_ask_my_customers(s, nullptr, &c, &error));
  CHECK(drained(c) == 1);
  gx_record* twin = house.record(GX_ENTITY_ACCOUNT);
  GOOD(gx_record_set_text(twin, GX_FIELD_ACCOUNT_NAME, "SAMPLE one", -1, &error));
  GOOD(gx_session_duplicates(s, twin, &c, &error));
  CHECK(drained(c) == 1);
  gx_text* report = nullptr;
  GOOD(gx_session_check_duplicates(s, twin, "web", -1, 5, 64, &report, &error));
  const std::string checked = taken(report);
  CHECK(checked.find("\"partial\":false") != std::string::npos);
  CHECK(checked.find("\"strong\":true") != std::string::npos);
  BAD(gx_session_check_duplicates(s, twin, nullptr, 0, -1, 0, &report, &error), GX_E_LIMIT, "How many hits and how much effort are no negative numbers: -1 is.");
  BAD(gx_session_check_duplicates(s, twin, nullptr, 0, 5, 2'000'000, &report, &error), GX_E_LIMIT, "The effort of a check");
  BAD(gx_session_create(s, twin, nullptr, nullptr, &error), GX_E_DUPLICATE, "exists already");
  gx_record_free(twin);
}

TEST_CASE("where a record comes from chooses the rule of the duplicate check; a caller that knows no source is understood") {
  House house;
  house.account("Sample One");
  gx_record* record = house.record(GX_ENTITY_DUPLICATE_RULE);
  GOOD(gx_record_set_text(record, GX_FIELD_DUPLICATE_RULE_ENTITY, "account", -1, &error));
  GOOD(gx_record_set_text(record, GX_FIELD_DUPLICATE_RULE_SOURCE, "web", -1, &error));
  GOOD(gx_record_set_text(record, GX_FIELD_DUPLICATE_RULE_CHOICE, "refuse", -1, &error));
  GOOD(gx_session_create(house.session, record, nullptr, nullptr, &error));
  gx_record_free(record);
  gx_command_options from;
  gx_options_init(&from, sizeof from);
  from.on_duplicate = GX_DUPLICATE_ALLOW;
  from.source = str("web");
  record = house.record(GX_ENTITY_ACCOUNT);
  GOOD(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, "SAMPLE one", -1, &error));
  BAD(gx_session_create(house.session, record, &from, nullptr, &error), GX_E_DUPLICATE, "a rule of the duplicate check allows no second one");
  from.source = str("\xff");
  BAD(gx_session_create(house.session, record, &from, nullptr, &error), GX_E_MISUSE, "UTF-8");
  from.struct_size = offsetof(gx_command_options, source);
  GOOD(gx_session_create(house.session, record, &from, nullptr, &error));
  gx_record_free(record);
}

TEST_CASE("idempotency keys, revisions, external keys, archive and restore") {
  House house;
  gx_command_options once;
  gx_options_init(&once, sizeof once);
  once.idempotency_key = str("k1");
  gx_outcome first, second;
  gx_options_init(&first, sizeof first);
  gx_options_init(&second, sizeof second);
  gx_record* record = house.record(GX_ENTITY_ACCOUNT);
  GOOD(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, "Sample One", -1, &error));
  GOOD(gx_session_create(house.session, record, &once, &first, &error));
  GOOD(gx_session_create(house.session, record, &once, &second, &error));
  CHECK(second.repeated == 1);
  CHECK(std::memcmp(first.record, second.record, 16) == 0);
  gx_record_free(record);

  gx_command_options stale;
  gx_options_init(&stale, sizeof stale);
  stale.expected_revision = 9;
  gx_record* patch = house.record(GX_ENTITY_ACCOUNT);
  GOOD(gx_record_set_text(patch, GX_FIELD_ACCOUNT_CITY, "Sampletown", -1, &error));
  BAD(gx_session_update(house.session, first.record, patch, &stale, nullptr, &error), GX_E_CONFLICT, "revision 9");

  std::uint8_t resolved[16];
  CHECK(gx_session_resolve(house.session, GX_ENTITY_ACCOUNT, "erp", -1, "42", -1, resolved, nullptr) == GX_DONE);
  GOOD(gx_record_set_text(patch, GX_FIELD_ACCOUNT_NAME, "Sample Two", -1, &error));
  GOOD(gx_session_upsert(house.session, "erp", -1, "42", -1, patch, nullptr, &second, &error));
  CHECK(gx_session_resolve(house.session, GX_ENTITY_ACCOUNT, "erp", -1, "42", -1, resolved, nullptr) == GX_OK);
  CHECK(std::memcmp(resolved, second.record, 16) == 0);
  gx_record_free(patch);

  GOOD(gx_session_archive(house.session, GX_ENTITY_ACCOUNT, resolved, nullptr, nullptr, &error));
  CHECK(house.count(GX_ENTITY_ACCOUNT) == 1);
  GOOD(gx_session_restore(house.session, GX_ENTITY_ACCOUNT, resolved, nullptr, nullptr, &error));
  CHECK(house.count(GX_ENTITY_ACCOUNT) == 2);
}

TEST_CASE("a store says what it is and what it can name") {
  Folder folder;
  House house(options(), folder.file("a.gx").c_str());
  house.account("Sample One");
  gx_text* text = nullptr;
  GOOD(gx_store_info(house.store, &text, &error));
  CHECK(nlohmann::json::parse(taken(text))["backend"] == "sqlite");
  GOOD(gx_store_describe(house.store, &text, &error));
  const auto all = nlohmann::json::parse(taken(text));
  CHECK(all["entities"].size() == builtin_entities().size());
  CHECK(all["queries"].size() == 13);
  GOOD(gx_store_describe(nullptr, &text, &error));
  CHECK(nlohmann::json::parse(taken(text))["commands"] == all["commands"]);
  GOOD(gx_store_dictionary(nullptr, GX_CHINESE, &text, &error));
  CHECK(taken(text).starts_with("# 数据字典"));
  GOOD(gx_store_integrity(house.store, nullptr, nullptr, &text, &error));
  CHECK(taken(text) == "[]");
  GOOD(gx_store_backup(house.store, folder.file("b.gx").c_str(), -1, nullptr, nullptr, &error));
  GOOD(gx_store_tick(house.store, &error));
  std::uint32_t number = 0;
  GOOD(gx_store_entity(house.store, "account.suspend", -1, &number, &error));
  CHECK(number == GX_COMMAND_ACCOUNT_SUSPEND);
  GOOD(gx_store_field(house.store, number, "reason", -1, &number, &error));
  CHECK(number == GX_ARGUMENT_ACCOUNT_SUSPEND_REASON);
  gx_store* copy = nullptr;
  GOOD(gx_store_open(folder.file("b.gx").c_str(), -1, nullptr, &copy, &error));
  gx_store_free(copy);
}

TEST_CASE("handles may be freed in any order") {
  auto* house = new House;
  house->account("Sample One");
  gx_query* query = nullptr;
  gx_cursor* cursor = nullptr;
  gx_record* record = house->record(GX_ENTITY_ACCOUNT);
  gx_text* text = nullptr;
  GOOD(gx_query_new(house->session, GX_ENTITY_ACCOUNT, &query, &error));
  GOOD(gx_query_open(query, &cursor, &error));
  GOOD(gx_record_to_json(record, &text, &error));
  delete house;
  gx_query_free(query);
  const gx_record* row = nullptr;
  CHECK(gx_cursor_next(cursor, &row, nullptr) == GX_ROW);
  gx_cursor_free(cursor);
  gx_record_free(record);
  CHECK(taken(text) == "{}");
}
