// What must not come in at the C door: a code and a sentence, and nothing lost.
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>

#include "house.h"

using namespace guanxi;
using namespace guanxi::test;

TEST_CASE("NULL and handles of another kind are told apart") {
  House house;
  gx_record* record = house.record(GX_ENTITY_ACCOUNT);
  gx_text* text = nullptr;
  auto* wrong = reinterpret_cast<gx_session*>(record);
  BAD(gx_session_archive(nullptr, 1, nullptr, nullptr, nullptr, &error), GX_E_MISUSE, "gx_session is NULL");
  BAD(gx_session_create(wrong, record, nullptr, nullptr, &error), GX_E_MISUSE, "passed as gx_session");
  BAD(gx_session_create(house.session, nullptr, nullptr, nullptr, &error), GX_E_MISUSE, "gx_record is NULL");
  BAD(gx_store_info(nullptr, &text, &error), GX_E_MISUSE, "gx_store is NULL");
  BAD(gx_store_info(house.store, nullptr, &error), GX_E_MISUSE, "place for out");
  BAD(gx_record_view(record, nullptr, 3, nullptr, &error), GX_E_MISUSE, "count 3");
  BAD(gx_record_view(record, nullptr, -1, nullptr, &error), GX_E_MISUSE, "count -1");
  BAD(gx_tx_commit(nullptr, &error), GX_E_MISUSE, "gx_tx is NULL");
  BAD(gx_batch_run(nullptr, nullptr, nullptr, 0, nullptr, &error), GX_E_MISUSE, "gx_batch is NULL");
  BAD(gx_cursor_next(nullptr, nullptr, &error), GX_E_MISUSE, "gx_cursor is NULL");
  BAD(gx_query_open(nullptr, nullptr, &error), GX_E_MISUSE, "gx_query is NULL");
  BAD(gx_card_names(nullptr, nullptr, nullptr, nullptr, &error), GX_E_MISUSE, "gx_card is NULL");
  CHECK(gx_text_view(nullptr, nullptr) == GX_E_MISUSE);
  CHECK(gx_error_message(nullptr, nullptr) == GX_E_MISUSE);
  CHECK(gx_options_init(nullptr, 16) == GX_E_MISUSE);
  CHECK(gx_store_tick(nullptr, nullptr) == GX_E_MISUSE);
  gx_session_free(wrong);  // left alone
  gx_record_free(nullptr);
  gx_error_free(nullptr);
  gx_record_free(record);
}

TEST_CASE("a failed call zeroes what it would have given") {
  House house;
  gx_record* record = reinterpret_cast<gx_record*>(&house);
  BAD(gx_record_new(house.store, 9999, &record, &error), GX_E_NOT_FOUND, "9999");
  CHECK(record == nullptr);
  std::uint32_t number = 7;
  BAD(gx_store_entity(house.store, "nothing", -1, &number, &error), GX_E_NOT_FOUND, "nothing");
  CHECK(number == 0);
  gx_outcome outcome;
  gx_options_init(&outcome, sizeof outcome);
  outcome.revision = 9;
  const std::uint8_t none[16] = {};
  BAD(gx_session_archive(house.session, GX_ENTITY_ACCOUNT, none, nullptr, &outcome, &error), GX_E_NOT_FOUND, "no Account");
  CHECK(outcome.revision == 0);
}

TEST_CASE("text that is not UTF-8, or has no address, is refused") {
  House house;
  gx_record* record = house.record(GX_ENTITY_ACCOUNT);
  BAD(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, "\xff\xfe", 2, &error), GX_E_MISUSE, "UTF-8");
  BAD(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, nullptr, 2, &error), GX_E_MISUSE, "no address");
  BAD(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, "x", -2, &error), GX_E_MISUSE, "-2");
  gx_session* session = nullptr;
  BAD(gx_session_open(house.store, "\xc3", 1, GX_ENGLISH, &session, &error), GX_E_MISUSE, "UTF-8");
  BAD(gx_session_open(house.store, "nobody", -1, GX_ENGLISH, &session, &error), GX_E_DENIED, "nobody");
  BAD(gx_session_open(house.store, "admin", -1, 7, &session, &error), GX_E_MISUSE, "language 7");
  gx_value value{};
  value.type = GX_TYPE_TEXT;
  value.state = GX_STATE_SET;
  value.length = 1;
  value.as.bytes = "\xff";
  const std::uint32_t name = GX_FIELD_ACCOUNT_NAME;
  BAD(gx_record_apply(record, &name, 1, &value, &error), GX_E_MISUSE, "UTF-8");
  value.as.bytes = nullptr;
  BAD(gx_record_apply(record, &name, 1, &value, &error), GX_E_MISUSE, "no address");
  gx_record_free(record);
}

TEST_CASE("values that do not fit their field leave the record as it was") {
  House house;
  gx_record* record = house.record(GX_ENTITY_ACCOUNT);
  GOOD(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, "Sample One", -1, &error));
  const std::uint32_t fields[] = {GX_FIELD_ACCOUNT_CITY, GX_FIELD_ACCOUNT_EMPLOYEES};
  gx_value values[2] = {};
  values[0] = {GX_TYPE_TEXT, GX_STATE_SET, 5, {}};
  values[0].as.bytes = "Alpha";
  values[1] = {GX_TYPE_MONEY, GX_STATE_SET, 156, {}};
  BAD(gx_record_apply(record, fields, 2, values, &error), GX_E_INVALID, "another type");
  gx_str city{};
  CHECK(gx_record_get_text(record, GX_FIELD_ACCOUNT_CITY, &city, nullptr) == GX_DONE);
  values[1].state = GX_STATE_MASKED;
  BAD(gx_record_apply(record, fields, 2, values, &error), GX_E_INVALID, "masked");
  values[1].state = 9;
  BAD(gx_record_apply(record, fields, 2, values, &error), GX_E_MISUSE, "state 9");
  BAD(gx_record_set_money(record, GX_FIELD_ACCOUNT_REVENUE, 1, 12345, &error), GX_E_INVALID, "12345");
  BAD(gx_record_set_integer(record, GX_FIELD_ACCOUNT_NAME, 1, &error), GX_E_INVALID, "another type");
  BAD(gx_record_set_integer(record, 4711, 1, &error), GX_E_NOT_FOUND, "4711");
  BAD(gx_record_set_integer(record, 70000, 1, &error), GX_E_NOT_FOUND, "70000");
  BAD(gx_record_parse(record, GX_FIELD_ACCOUNT_FOUNDED, "no day", -1, &error), GX_E_INVALID, "no day");
  std::int64_t number = 0;
  BAD(gx_record_get_integer(record, GX_FIELD_ACCOUNT_NAME, &number, &error), GX_E_INVALID, "another type");
  BAD(gx_record_get_integer(record, GX_FIELD_ACCOUNT_NAME, nullptr, &error), GX_E_MISUSE, "place for out");
  gx_record_free(record);
}

TEST_CASE("JSON that is none, or names what there is not, leaves the record as it was") {
  House house;
  gx_record* record = house.record(GX_ENTITY_ACCOUNT);
  BAD(gx_record_from_json(record, "[1]", -1, &error), GX_E_INVALID, "JSON object");
  BAD(gx_record_from_json(record, "{\"name\":", -1, &error), GX_E_INVALID, "JSON object");
  BAD(gx_record_from_json(record, "{\"city\":\"Alpha\",\"colour\":1}", -1, &error), GX_E_NOT_FOUND, "colour");
  BAD(gx_record_from_json(record, "{\"city\":\"Alpha\",\"employees\":\"many\"}", -1, &error), GX_E_INVALID, "whole number");
  BAD(gx_record_from_json(record, "{\"employees\":18446744073709551615}", -1, &error), GX_E_INVALID, "whole number");
  BAD(gx_record_from_json(record, "{\"revenue\":{\"amount\":1}}", -1, &error), GX_E_INVALID, "currency");
  BAD(gx_record_from_json(record, "{\"tags\":[1]}", -1, &error), GX_E_INVALID, "array of texts");
  const std::string deep(100'000, '[');
  BAD(gx_record_from_json(record, deep.data(), static_cast<std::int64_t>(deep.size()), &error), GX_E_INVALID, "JSON object");
  gx_text* json = nullptr;
  GOOD(gx_record_to_json(record, &json, &error));
  CHECK(taken(json) == "{}");
  gx_record_free(record);
}

TEST_CASE("unknown commands, missing and surplus arguments") {
  House house;
  const Id id = house.account("Sample One");
  const std::uint32_t arguments[] = {GX_ARGUMENT_ACCOUNT_REINSTATE_ACCOUNT, 99};
  gx_value values[2] = {};
  values[0] = {GX_TYPE_ID, GX_STATE_SET, 16, {}};
  values[0].as.bytes = reinterpret_cast<const char*>(id.bytes.data());
  gx_session* s = house.session;
  BAD(gx_session_command(s, "account.paint", -1, nullptr, 0, nullptr, nullptr, nullptr, &error), GX_E_NOT_FOUND, "account.paint");
  BAD(gx_session_command(s, "account.reinstate", -1, nullptr, 0, nullptr, nullptr, nullptr, &error), GX_E_INVALID, "Account");
  BAD(gx_session_command(s, "account.reinstate", -1, arguments, 2, values, nullptr, nullptr, &error), GX_E_NOT_FOUND, "99");
  values[0].length = 15;
  BAD(gx_session_command(s, "account.reinstate", -1, arguments, 1, values, nullptr, nullptr, &error), GX_E_INVALID, "16 bytes");
  gx_command_options options;
  gx_options_init(&options, sizeof options);
  options.on_duplicate = 5;
  BAD(gx_session_archive(s, GX_ENTITY_ACCOUNT, id.bytes.data(), &options, nullptr, &error), GX_E_MISUSE, "on_duplicate is 5");
  options.struct_size = 3;
  BAD(gx_session_archive(s, GX_ENTITY_ACCOUNT, id.bytes.data(), &options, nullptr, &error), GX_E_MISUSE, "struct_size");
  BAD(gx_session_archive(s, 99999, id.bytes.data(), nullptr, nullptr, &error), GX_E_NOT_FOUND, "99999");
  BAD(gx_session_undo(s, 123456, 0, nullptr, nullptr, nullptr, &error), GX_E_NOT_FOUND, "123456");
  gx_record* account = house.record(GX_ENTITY_ACCOUNT);
  BAD(gx_session_run(s, account, nullptr, nullptr, &error), GX_E_NOT_FOUND, "command");
  gx_record* arguments_record = house.record(GX_COMMAND_ACCOUNT_SUSPEND);
  BAD(gx_session_create(s, arguments_record, nullptr, nullptr, &error), GX_E_NOT_FOUND, "503");
  gx_record_free(arguments_record);
  gx_record_free(account);
}

TEST_CASE("queries refuse what they cannot do") {
  House house;
  gx_query* query = nullptr;
  BAD(gx_query_new(house.session, 4242, &query, &error), GX_E_NOT_FOUND, "4242");
  GOOD(gx_query_new(house.session, GX_QUERY_TIMELINE, &query, &error));
  gx_term term{};
  gx_cursor* cursor = nullptr;
  std::int64_t count = 0;
  BAD(gx_query_where(query, &term, 1, &error), GX_E_UNSUPPORTED, "no condition");
  BAD(gx_query_order(query, 10, 0, &error), GX_E_UNSUPPORTED, "no list of records");
  BAD(gx_query_count(query, &count, &error), GX_E_UNSUPPORTED, "no list of records");
  BAD(gx_query_open(query, &cursor, &error), GX_E_INVALID, "Account");
  gx_query_free(query);
  GOOD(gx_query_new(house.session, GX_ENTITY_ACCOUNT, &query, &error));
  BAD(gx_query_set(query, nullptr, 0, nullptr, &error), GX_E_UNSUPPORTED, "condition");
  BAD(gx_query_order(query, 4711, 0, &error), GX_E_NOT_FOUND, "4711");
  BAD(gx_query_page(query, -1, nullptr, 0, &error), GX_E_INVALID, "-1");
  BAD(gx_query_page(query, 5, "no token", -1, &error), GX_E_INVALID, "gx_cursor_token");
  GOOD(gx_query_page(query, 5, "ff00", -1, &error));
  BAD(gx_query_open(query, &cursor, &error), GX_E_INVALID, "");
  gx_query_free(query);
  BAD(gx_session_changes(house.session, 0, 0, &cursor, &error), GX_E_LIMIT, "0");
}

TEST_CASE("conditions are checked term by term") {
  House house;
  gx_query* query = nullptr;
  GOOD(gx_query_new(house.session, GX_ENTITY_ACCOUNT, &query, &error));
  const auto term = [](std::uint16_t op, std::uint16_t field, std::uint32_t size) {
    return gx_term{op, GX_ENTITY_ACCOUNT, field, 0, size, 0, {GX_TYPE_INTEGER, GX_STATE_SET, 0, {}}};
  };
  const auto refused = [&](std::vector<gx_term> terms, std::int32_t code, const char* piece) {
    BAD(gx_query_where(query, terms.data(), static_cast<std::int64_t>(terms.size()), &error), code, piece);
  };
  refused({term(99, 0, 1)}, GX_E_INVALID, "Term 0");
  refused({term(GX_OP_EQUAL, GX_FIELD_ACCOUNT_EMPLOYEES, 2)}, GX_E_INVALID, "Term 0");
  refused({term(GX_OP_ALL, 0, 1)}, GX_E_INVALID, "Term 0");
  refused({term(GX_OP_ALL, 0, 2), term(GX_OP_EQUAL, GX_FIELD_ACCOUNT_EMPLOYEES, 0)}, GX_E_INVALID, "Term 1");
  refused({term(GX_OP_ALL, 0, 2), term(GX_OP_EQUAL, GX_FIELD_ACCOUNT_EMPLOYEES, 4000000000u)}, GX_E_INVALID, "Term 1");
  refused({term(GX_OP_EQUAL, 4711, 1)}, GX_E_NOT_FOUND, "4711");
  refused({term(GX_OP_EQUAL, GX_FIELD_ACCOUNT_NAME, 1)}, GX_E_INVALID, "another type");
  refused({term(GX_OP_LITERAL, 0, 1)}, GX_E_INVALID, "Term 0");
  refused({term(GX_OP_CONTAINS, GX_FIELD_ACCOUNT_NAME, 1)}, GX_E_INVALID, "Term 0");
  refused({term(GX_OP_CONTAINS, GX_FIELD_ACCOUNT_EMPLOYEES, 1)}, GX_E_INVALID, "Term 0");
  refused({term(GX_OP_THROUGH, GX_FIELD_ACCOUNT_NAME, 1)}, GX_E_INVALID, "Term 0");
  refused(std::vector<gx_term>(20'000), GX_E_LIMIT, "10000");
  std::vector<gx_term> deep;
  for (std::uint32_t i = 0; i < 500; ++i) deep.push_back(term(GX_OP_NOT, 0, 501 - i));
  deep.push_back(term(GX_OP_IS_NULL, GX_FIELD_ACCOUNT_CITY, 1));
  refused(deep, GX_E_INVALID, "Term 101");
  gx_query_free(query);
}

TEST_CASE("options of another version, and sizes that cannot be") {
  gx_store* store = nullptr;
  gx_store_options with = options();
  with.struct_size = 0;
  BAD(gx_store_create(":memory:", -1, &with, &store, &error), GX_E_MISUSE, "struct_size of gx_store_options is 0");
  with.struct_size = 1u << 20;
  BAD(gx_store_create(":memory:", -1, &with, &store, &error), GX_E_MISUSE, "1048576");
  with = options();
  with.durability = 9;
  BAD(gx_store_create(":memory:", -1, &with, &store, &error), GX_E_MISUSE, "durability 9");
  with = options();
  with.language = 5;
  BAD(gx_store_create(":memory:", -1, &with, &store, &error), GX_E_MISUSE, "language 5");
  with = options();
  with.facts_count = 17;
  BAD(gx_store_create(":memory:", -1, &with, &store, &error), GX_E_LIMIT, "17");
  gx_clock clock{};
  clock.struct_size = sizeof clock;
  with = options();
  with.clock = &clock;
  BAD(gx_store_create(":memory:", -1, &with, &store, &error), GX_E_MISUSE, "gx_clock lacks its function now");
  BAD(gx_store_create(":memory:", -1, nullptr, &store, &error), GX_E_INVALID, "administrator");
  BAD(gx_store_create(":memory:", -1, &with, nullptr, &error), GX_E_MISUSE, "");
  BAD(gx_store_open("/nowhere/at/all.gx", -1, nullptr, &store, &error), GX_E_NOT_FOUND, "/nowhere/at/all.gx");

  // An older caller knows less, a newer one more: both are understood.
  with = options();
  with.struct_size = offsetof(gx_store_options, allocator);
  with.clock = &clock;
  GOOD(gx_store_create(":memory:", -1, &with, &store, &error));
  gx_store_free(store);
  struct Newer {
    gx_store_options known;
    std::uint64_t unknown[4];
  } newer{options(), {1, 2, 3, 4}};
  newer.known.struct_size = sizeof newer;
  GOOD(gx_store_create(":memory:", -1, &newer.known, &store, &error));
  gx_session* session = nullptr;
  GOOD(gx_session_open(store, "admin", -1, GX_ENGLISH, &session, &error));
  struct {
    gx_outcome known;
    std::uint64_t unknown;
  } later{};
  later.known.struct_size = sizeof later;
  later.unknown = 7;
  gx_record* record = nullptr;
  GOOD(gx_record_new(store, GX_ENTITY_ACCOUNT, &record, &error));
  GOOD(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, "Sample One", -1, &error));
  GOOD(gx_session_create(session, record, nullptr, &later.known, &error));
  CHECK(later.known.revision == 1);
  CHECK(later.known.struct_size == sizeof later);
  CHECK(later.unknown == 0);
  alignas(gx_outcome) unsigned char older[offsetof(gx_outcome, change_set) + 8];
  std::memset(older, 0x55, sizeof older);
  const std::uint32_t size = offsetof(gx_outcome, change_set);
  std::memcpy(older, &size, sizeof size);
  GOOD(gx_session_archive(session, GX_ENTITY_ACCOUNT, later.known.record, nullptr, reinterpret_cast<gx_outcome*>(older), &error));
  CHECK(older[offsetof(gx_outcome, change_set)] == 0x55);
  gx_record_free(record);
  gx_session_free(session);
  gx_store_free(store);
}

TEST_CASE("errors say all of it, in the session's language") {
  House house;
  gx_session* chinese = nullptr;
  GOOD(gx_session_open(house.store, "admin", -1, GX_CHINESE, &chinese, &error));
  gx_record* record = house.record(GX_ENTITY_ACCOUNT);
  gx_error* error = nullptr;
  CHECK(gx_session_create(chinese, record, nullptr, nullptr, &error) == GX_E_INVALID);
  gx_str id{}, field{}, detail{}, message{};
  CHECK(gx_error_id(error, &id) == GX_OK);
  CHECK(gx_error_field(error, &field) == GX_OK);
  CHECK(gx_error_detail(error, &detail) == GX_OK);
  CHECK(gx_error_message(error, &message) == GX_OK);
  INFO(text_of(detail));
  CHECK(text_of(field) == "name");
  CHECK(text_of(message).find("客户名称") != std::string::npos);
  CHECK(text_of(detail).find("\"field\":\"name\"") != std::string::npos);
  CHECK(text_of(detail).find("\"message\":\"" + text_of(message) + "\",\"message_en\":\"") != std::string::npos);
  CHECK(text_of(detail).find("Account name") != std::string::npos);
  CHECK(text_of(detail).find("\"message_zh\":\"" + text_of(message)) != std::string::npos);
  CHECK(gx_error_retryable(error) == 0);
  CHECK(text_of(id).find('.') != std::string::npos);
  gx_error_free(error);
  const std::uint8_t none[16] = {};
  CHECK(gx_session_archive(chinese, GX_ENTITY_ACCOUNT, none, nullptr, nullptr, &error) == GX_E_NOT_FOUND);
  CHECK(gx_error_detail(error, &detail) == GX_OK);  // its argument differs between the languages
  CHECK(text_of(detail).find("u001f") == std::string::npos);
  CHECK(text_of(detail).find("\"arguments\":[\"客户\"") != std::string::npos);
  CHECK(text_of(detail).find("Account") != std::string::npos);
  gx_error_free(error);
  CHECK(gx_error_code(nullptr) == GX_OK);
  CHECK(gx_error_retryable(nullptr) == 0);
  gx_error* own = gx_error_create(GX_E_BUSY, "the till is closed", -1);
  CHECK(gx_error_retryable(own) == 1);
  CHECK(said(own) == "the till is closed");
  CHECK(gx_session_create(chinese, record, nullptr, nullptr, nullptr) == GX_E_INVALID);
  gx_record_free(record);
  gx_session_free(chinese);
}

TEST_CASE("a count follows what the list would give: archived ones where asked for, and the words of a search") {
  House house;
  const Id id = house.account("Sample One");
  house.account("Sample Two");
  GOOD(gx_session_archive(house.session, GX_ENTITY_ACCOUNT, id.bytes.data(), nullptr, nullptr, &error));
  gx_query* query = nullptr;
  std::int64_t count = 0;
  GOOD(gx_query_new(house.session, GX_ENTITY_ACCOUNT, &query, &error));
  GOOD(gx_query_count(query, &count, &error));
  CHECK(count == 1);
  GOOD(gx_query_archived(query, 1, &error));
  GOOD(gx_query_count(query, &count, &error));
  CHECK(count == 2);
  GOOD(gx_query_archived(query, 0, &error));
  GOOD(gx_query_search(query, "nobody", -1, &error));
  GOOD(gx_query_count(query, &count, &error));
  CHECK(count == 0);
  GOOD(gx_query_search(query, "sample one", -1, &error));
  GOOD(gx_query_count(query, &count, &error));
  CHECK(count == 0);
  GOOD(gx_query_archived(query, 1, &error));
  GOOD(gx_query_count(query, &count, &error));
  CHECK(count == 1);
  gx_cursor* cursor = nullptr;
  const gx_record* row = nullptr;
  GOOD(gx_query_open(query, &cursor, &error));
  CHECK(gx_cursor_next(cursor, &row, nullptr) == GX_ROW);
  gx_str name{};
  GOOD(gx_record_get_text(row, GX_FIELD_ACCOUNT_NAME, &name, &error));
  CHECK(text_of(name) == "Sample One");
  CHECK(gx_cursor_next(cursor, &row, nullptr) == GX_DONE);
  gx_cursor_free(cursor);
  gx_query_free(query);
}

TEST_CASE("a forked child is told, and frees nothing of its parent's") {
  Folder folder;
  House house(options(), folder.file("f.gx").c_str());
  const Id id = house.account("Sample One");
  gx_tx* tx = nullptr;
  GOOD(gx_tx_begin(house.session, &tx, &error));
  const pid_t child = fork();
  if (child == 0) {
    gx_error* error = nullptr;
    gx_record* record = nullptr;
    const bool told = gx_session_get(house.session, GX_ENTITY_ACCOUNT, id.bytes.data(), &record, &error) == GX_E_FORKED &&
                      gx_error_code(error) == GX_E_FORKED && gx_store_tick(house.store, nullptr) == GX_E_FORKED &&
                      gx_tx_commit(tx, nullptr) == GX_E_FORKED;
    gx_tx_free(tx);
    gx_session_free(house.session);
    gx_store_free(house.store);
    _exit(told ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  house.account("Sample Two");
  GOOD(gx_tx_commit(tx, &error));
  gx_tx_free(tx);
  CHECK(house.count(GX_ENTITY_ACCOUNT) == 2);
}
