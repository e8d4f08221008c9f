// A store for the tests of the C door, with an account or two. All names are made up.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "../crm/world.h"
#include "guanxi_commands.h"

namespace guanxi::test {

inline std::string text_of(const gx_str& text) { return std::string(text.ptr, static_cast<std::size_t>(text.len)); }

// Takes an error: what it says, and frees it.
inline std::string said(gx_error* error) {
  gx_str message{};
  gx_error_message(error, &message);
  std::string out = text_of(message);
  gx_error_free(error);
  return out;
}

inline std::string taken(gx_text* text) {
  gx_str view{};
  CHECK(gx_text_view(text, &view) == GX_OK);
  std::string out = text_of(view);
  gx_text_free(text);
  return out;
}

// A call that must go well: GOOD(gx_tx_commit(tx, &error)).
#define GOOD(call)                                                              \
  do {                                                                          \
    gx_error* error = nullptr;                                                  \
    const std::int32_t code_ = (call);                                          \
    if (code_ < 0) FAIL(gx_code_name(code_) << ": " << guanxi::test::said(error)); \
  } while (false)

// A call that must fail with a code, and what its sentence must hold.
#define BAD(call, expected, piece)                                    \
  do {                                                                \
    gx_error* error = nullptr;                                        \
    const std::int32_t code_ = (call);                                \
    CHECK(code_ == (expected));                                       \
    CHECK(gx_error_code(error) == code_);                             \
    const std::string sentence_ = guanxi::test::said(error);          \
    INFO(sentence_);                                                  \
    CHECK(sentence_.find(piece) != std::string::npos);                \
  } while (false)

inline gx_str str(const char* text) { return {text, -1}; }

inline gx_store_options options() {
  gx_store_options out;
  gx_options_init(&out, sizeof out);
  out.administrator_name = str("Sample Admin");
  out.administrator_login = str("admin");
  return out;
}

struct House {
  explicit House(const gx_store_options& with = options(), const char* path = ":memory:") {
    GOOD(gx_store_create(path, -1, &with, &store, &error));
    GOOD(gx_session_open(store, "admin", -1, GX_ENGLISH, &session, &error));
  }
  House(const House&) = delete;
  House& operator=(const House&) = delete;
  ~House() {
    gx_session_free(session);
    gx_store_free(store);
  }

  gx_record* record(std::uint32_t entity) {
    gx_record* out = nullptr;
    GOOD(gx_record_new(store, entity, &out, &error));
    return out;
  }

  Id account(const char* name) { return add(GX_ENTITY_ACCOUNT, GX_FIELD_ACCOUNT_NAME, name); }

  Id add(std::uint32_t entity, std::uint32_t field, const char* name) {
    gx_record* made = record(entity);
    gx_outcome outcome;
    gx_options_init(&outcome, sizeof outcome);
    GOOD(gx_record_set_text(made, field, name, -1, &error));
    GOOD(gx_session_create(session, made, nullptr, &outcome, &error));
    gx_record_free(made);
    return Id::from_bytes(outcome.record);
  }

  std::int64_t count(std::uint32_t entity) {
    gx_query* query = nullptr;
    std::int64_t out = -1;
    GOOD(gx_query_new(session, entity, &query, &error));
    GOOD(gx_query_count(query, &out, &error));
    gx_query_free(query);
    return out;
  }

  gx_store* store = nullptr;
  gx_session* session = nullptr;
};

}  // namespace guanxi::test
