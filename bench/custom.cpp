// Filtering by a custom field that was declared indexed, beside a wide column with an index.
#include "benchmarks.h"
#include "raw/raw.h"
#include "sample.h"

namespace guanxi::bench {
namespace {

constexpr std::int64_t routes = 1000;

std::string route_of(std::uint64_t i) { return "route " + std::to_string(i % routes); }

const AnyField& declare_route(Session& session) {
  Record<CustomField> field;
  field[CustomField.entity] = "account";
  field[CustomField.name] = "route";
  field[CustomField.type] = "text";
  field[CustomField.has_index] = true;
  need(session.create(field));
  return *session.schema()->of(Account).find("route");
}

}  // namespace

void custom_filter(Table& table) {
  constexpr int rounds = 9;
  constexpr std::uint64_t accounts = 50'000;
  Folder folder;
  const std::string file = folder.file("ours.gx"), copy = folder.file("raw.gx");
  std::uint16_t number = 0;
  {
    Fresh fresh(file);
    const AnyField& route = declare_route(fresh.session);
    number = route.number;
    need(fresh.session.transaction([&]() -> Result<void> {
      for (std::uint64_t i = 0; i < accounts; ++i) {
        auto row = sample_account(i);
        const std::string text = route_of(i);
        row.set(route, Codec<Text>::pack(std::string_view(text)));
        need(fresh.session.create(row, {.on_duplicate = OnDuplicate::allow}));
      }
      return {};
    }));
  }
  RawStore raw(file, copy, RawStore::For::reading);
  raw.execute("ALTER TABLE gx_account ADD COLUMN route TEXT");
  raw.execute("UPDATE gx_account SET route='route '||((rid-1)%1000)");
  raw.execute("CREATE INDEX by_route ON gx_account(route)");
  sqlite3_stmt* filter = raw.prepare("SELECT * FROM gx_account WHERE route=? AND archived_at IS NULL ORDER BY rid LIMIT 51");
  Store store = need(Store::open(file));
  Session session = need(store.session("admin"));
  constexpr std::int64_t queries = 1000;
  const auto pair = compare(
      rounds, queries,
      [&](int round) {
        for (std::int64_t i = 0; i < queries; ++i) {
          const std::string text = route_of(static_cast<std::uint64_t>(i * 31 + round));
          const Expr condition = Expr::compare(Expr::Op::equal, 1, number, Codec<Text>::pack(std::string_view(text)));
          sink += need(session.find<Account>(condition)).rows.size();
        }
      },
      [&](int round) {
        for (std::int64_t i = 0; i < queries; ++i) {
          const std::string text = route_of(static_cast<std::uint64_t>(i * 31 + round));
          sqlite3_bind_text(filter, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
          while (sqlite3_step(filter) == SQLITE_ROW) sink += read_row(filter);
          sqlite3_reset(filter);
        }
      });
  table.add("50 accounts by an indexed custom field", pair, "raw wide column", "≤ 1.2");
}

}  // namespace guanxi::bench
