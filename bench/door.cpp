// What the C interface adds: accounts created by a caller in C, beside the same ones created in C++.
#include <cstring>

#include "benchmarks.h"
#include "guanxi.h"
#include "guanxi_fields.h"
#include "sample.h"

namespace guanxi::bench {
namespace {

// The code, or the end of the run with the sentence.
void succeed(std::int32_t code, gx_error* error) {
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
    succeed(gx_store_create(path.c_str(), -1, &options, &store, &error), error);
    succeed(gx_session_open(store, "admin", -1, GX_ENGLISH, &session, &error), error);
  }
  ~Door() {
    gx_session_free(session);
    gx_store_free(store);
  }
};

// The values of a sample account, as a caller has them that sets its fields in one go: both sides copy them from here.
struct Values {
  Record<Account> record;
  std::vector<const AnyField*> fields;
  std::vector<std::uint32_t> numbers;
  std::vector<gx_value> values;

  explicit Values(std::uint64_t index) : record(sample_account(index)) {
    for (std::uint16_t slot = 0; slot < Account.count; ++slot) {
      const AnyField& field = *Account.fields[slot];
      const Value& value = record.get(field);
      if (!value.is_set()) continue;
      gx_value out{};
      static_assert(sizeof out == sizeof value);
      std::memcpy(&out, &value, sizeof out);
      out.type = static_cast<std::uint16_t>(field.type);
      fields.push_back(&field);
      numbers.push_back(field.number);
      values.push_back(out);
    }
  }
};

void create(Session& session, const Values& given) {
  Record<Account> row;
  for (const AnyField* field : given.fields) row.set(*field, given.record.get(*field));
  need(session.create(row, {.on_duplicate = OnDuplicate::allow}));
}

void create(const Door& door, const Values& given) {
  gx_command_options options{};
  options.struct_size = sizeof options;
  options.on_duplicate = GX_DUPLICATE_ALLOW;
  gx_record* row = nullptr;
  gx_error* error = nullptr;
  succeed(gx_record_new(door.store, GX_ENTITY_ACCOUNT, &row, &error), error);
  succeed(gx_record_apply(row, given.numbers.data(), static_cast<std::int64_t>(given.numbers.size()), given.values.data(), &error), error);
  succeed(gx_session_create(door.session, row, &options, nullptr, &error), error);
  gx_record_free(row);
}

}  // namespace

void door_create(Table& table) {
  constexpr int rounds = 15;
  constexpr std::uint64_t batch = 1000;
  Folder folder;
  const Door door(folder.file("c.gx"));
  Fresh cxx(folder.file("cxx.gx"));
  std::vector<Values> work;
  for (std::uint64_t i = 0; i < (rounds + 1) * batch; ++i) work.emplace_back(i);
  const auto of = [&](int round, std::uint64_t i) -> const Values& { return work[static_cast<std::size_t>(round) * batch + i]; };
  const auto pair = compare(
      rounds, batch,
      [&](int round) {
        for (std::uint64_t i = 0; i < batch; ++i) create(door, of(round, i));
      },
      [&](int round) {
        for (std::uint64_t i = 0; i < batch; ++i) create(cxx.session, of(round, i));
      });
  table.add("create an account from C (CPU, one commit each)", pair, "C++", "≤ 1.05");
}

}  // namespace guanxi::bench
