// Rows as an Arrow stream, read as a consumer of the C data interface reads them.
#include "capi/door/arrow.h"

#include <cstring>

#include "house.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

// A column's value buffer, as numbers.
template <class T>
const T* values_of(const ArrowArray& array, int buffer) {
  return static_cast<const T*>(array.buffers[buffer]);
}

bool valid(const ArrowArray& array, std::int64_t row) {
  if (array.buffers[0] == nullptr) return true;
  return (values_of<unsigned char>(array, 0)[row / 8] >> row % 8 & 1) != 0;
}

std::string text_at(const ArrowArray& array, std::int64_t row) {
  const auto* offsets = values_of<std::int32_t>(array, 1);
  return std::string(values_of<char>(array, 2) + offsets[row], static_cast<std::size_t>(offsets[row + 1] - offsets[row]));
}

}  // namespace

TEST_CASE("a stream has every row and type, in batches, and is freed by its consumer") {
  House house;
  constexpr int rows = 5000;
  gx_batch* batch = nullptr;
  GOOD(gx_batch_new(house.session, &batch, &error));
  for (int i = 0; i < rows; ++i) {
    gx_record* record = house.record(GX_ENTITY_ACCOUNT);
    GOOD(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, ("Sample " + std::to_string(10'000 + i)).c_str(), -1, &error));
    if (i % 2 == 0) GOOD(gx_record_from_json(record, R"({"employees":7,"key_account":true,"revenue":{"amount":"1.25","currency":"USD"},"tags":["a","b"],"founded":"1970-01-11"})", -1, &error));
    GOOD(gx_batch_create(batch, record, &error));
    gx_record_free(record);
  }
  GOOD(gx_batch_run(batch, nullptr, nullptr, 0, nullptr, &error));
  gx_batch_free(batch);

  const std::uint32_t fields[] = {GX_FIELD_ACCOUNT_NAME, GX_FIELD_ACCOUNT_EMPLOYEES, GX_FIELD_ACCOUNT_KEY_ACCOUNT, GX_FIELD_ACCOUNT_REVENUE,
                                  GX_FIELD_ACCOUNT_TAGS, GX_FIELD_ACCOUNT_FOUNDED, GX_FIELD_ACCOUNT_ID};
  gx_query* query = nullptr;
  ArrowArrayStream stream{};
  GOOD(gx_query_new(house.session, GX_ENTITY_ACCOUNT, &query, &error));
  GOOD(gx_query_order(query, GX_FIELD_ACCOUNT_NAME, 0, &error));
  GOOD(gx_query_arrow(query, fields, 7, &stream, &error));
  gx_query_free(query);

  ArrowSchema schema{};
  REQUIRE(stream.get_schema(&stream, &schema) == 0);
  CHECK(std::string(schema.format) == "+s");
  REQUIRE(schema.n_children == 7);
  const char* formats[] = {"u", "l", "b", "+s", "+l", "tdD", "w:16"};
  for (int i = 0; i < 7; ++i) CHECK(std::string(schema.children[i]->format) == formats[i]);
  CHECK(std::string(schema.children[0]->name) == "name");
  CHECK(schema.children[6]->metadata != nullptr);
  schema.release(&schema);
  CHECK(!schema.release);

  std::int64_t seen = 0;
  int batches = 0;
  while (true) {
    ArrowArray array{};
    REQUIRE(stream.get_next(&stream, &array) == 0);
    if (array.release == nullptr) break;
    ++batches;
    for (std::int64_t i = 0; i < array.length; ++i, ++seen) {
      const bool even = seen % 2 == 0;
      CHECK(text_at(*array.children[0], i) == "Sample " + std::to_string(10'000 + seen));
      CHECK(valid(*array.children[1], i) == even);
      CHECK(valid(*array.children[3], i) == even);
      if (!even) continue;
      CHECK(values_of<std::int64_t>(*array.children[1], 1)[i] == 7);
      CHECK((values_of<unsigned char>(*array.children[2], 1)[i / 8] >> i % 8 & 1) == 1);
      CHECK(values_of<std::int64_t>(*array.children[3]->children[0], 1)[i] == 125);
      CHECK(text_at(*array.children[3]->children[1], i) == "USD");
      const auto* lists = values_of<std::int32_t>(*array.children[4], 1);
      CHECK(lists[i + 1] - lists[i] == 2);
      CHECK(text_at(*array.children[4]->children[0], lists[i]) == "a");
      CHECK(values_of<std::int32_t>(*array.children[5], 1)[i] == 10);
    }
    array.release(&array);
  }
  CHECK(seen == rows);
  CHECK(batches == 2);
  stream.release(&stream);
  CHECK(!stream.release);
}

TEST_CASE("a stream outlives its handles, says what went wrong, and asks for fields that there are") {
  auto* house = new House;
  house->account("Sample One");
  gx_query* query = nullptr;
  ArrowArrayStream stream{};
  const std::uint32_t wrong = 4711;
  GOOD(gx_query_new(house->session, GX_ENTITY_ACCOUNT, &query, &error));
  BAD(gx_query_arrow(query, &wrong, 1, &stream, &error), GX_E_NOT_FOUND, "4711");
  BAD(gx_query_arrow(query, nullptr, 0, nullptr, &error), GX_E_MISUSE, "place for out");
  GOOD(gx_query_arrow(query, nullptr, 0, &stream, &error));
  gx_query_free(query);
  GOOD(gx_query_new(house->session, GX_QUERY_TIMELINE, &query, &error));
  ArrowArrayStream failing{};
  GOOD(gx_query_arrow(query, nullptr, 0, &failing, &error));
  gx_query_free(query);
  delete house;
  ArrowArray array{};
  CHECK(failing.get_next(&failing, &array) != 0);
  CHECK(std::string(failing.get_last_error(&failing)).find("Account") != std::string::npos);
  failing.release(&failing);
  REQUIRE(stream.get_next(&stream, &array) == 0);
  CHECK(array.length == 1);
  CHECK(array.n_children > 30);
  array.release(&array);
  stream.release(&stream);
}
