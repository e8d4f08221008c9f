// What the C interface adds: accounts created by a caller in C, beside the same ones created in C++.
#include "benchmarks.h"
#include "guanxi_fields.h"
#include "sample.h"

#include "guanxi.h"

namespace guanxi::bench {
namespace {

constexpr int rounds = 15;
constexpr std::uint64_t batch = 1000;

// The code, or the end of the run with the sentence.
void need(std::int32_t code, gx_error* error) {
  if (code >= 0) return;
  gx_str said{};
  gx_error_message(error, &said);
  fprintf(stderr, "%.*s\n", static_cast<int>(said.len), said.ptr);
  exit(1);
}

// A store of a caller in C.
struct Door {
  gx_store* store = nullptr;
  gx_session* session = nullptr;

  explicit Door(const std::string& path) {
    gx_store_options options{};
    options.struct_size = sizeof options;
    options.durability = GX_DURABLE_NORMAL;
    options.administrator_name = {"Sample Admin", -1};
    options.administrator_login = {"admin", -1};
    gx_error* error = nullptr;
    need(gx_store_create(path.c_str(), -1, &options, &store, &error), error);
    need(gx_session_open(store, "admin", -1, GX_ENGLISH, &session, &error), error);
  }
  ~Door() {
    gx_session_free(session);
    gx_store_free(store);
  }
};

// The values of a sample account as a caller in C has them.
struct Row {
  std::vector<std::uint32_t> fields;
  std::vector<gx_value> values;

  explicit Row(const Record<Account>& record) {
    for (const AnyField* field : Account.fields()) {
      const Value& value = record.get(*field);
      if (!value.is_set()) continue;
      fields.push_back(field->number);
      gx_value out{};
      static_assert(sizeof out == sizeof value);
      std::memcpy(&out, &value, sizeof out);
      values.push_back(out);
    }
  }
};

}  // namespace
}  // namespace guanxi::bench
