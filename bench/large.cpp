// Bulk import into an empty store, then the large store it leaves: counts by six dimensions, search.
//
// The raw side has its rows, keys, search texts and change rows ready in memory and only writes them; the library reads
// them out of CSV. Both write the same rows in batches of the same size, into one change set, with the same page cache,
// and build the same indexes at the end: the library does so beyond 100,000 rows, so ask for more than that.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <unordered_map>

#include "benchmarks.h"
#include "guanxi/duplicates.h"
#include "guanxi/import.h"
#include "raw/raw.h"
#include "sample.h"

namespace guanxi::bench {
namespace {

void write_csv(const std::string& file, std::uint64_t accounts) {
  std::ofstream out(file, std::ios::binary);
  const std::vector<const AnyField*> fields{&Account.name, &Account.short_name, &Account.number, &Account.tax_id, &Account.phone, &Account.email, &Account.website,
                                            &Account.country, &Account.province, &Account.city, &Account.address, &Account.postcode, &Account.employees,
                                            &Account.capital, &Account.tier, &Account.size, &Account.source, &Account.status};
  std::string line;
  std::vector<std::string_view> header;
  for (const AnyField* field : fields) header.push_back(field->name);
  write_csv_row(line, header);
  for (std::uint64_t i = 0; i < accounts; ++i) {
    const auto row = sample_account(i);
    std::vector<std::string> texts;
    for (const AnyField* field : fields) texts.push_back(text_of(row.get(*field)));
    write_csv_row(line, {texts.begin(), texts.end()});
    if (line.size() > (1u << 20)) {
      out << line;
      line.clear();
    }
  }
  out << line;
}

void import_all(Session& session, const std::string& csv) {
  ImportOptions options;
  options.on_duplicate = OnDuplicate::allow;
  const ImportReport report = need(run_import(session, need(plan_import(session, csv, options))));
  if (report.refused != 0) {
    fmt::print(stderr, "{} rows were refused: {}\n", report.refused, report.problems.front().reason);
    exit(1);
  }
}

// Six dimensions counted by hand from the covering index.
struct Counter {
  std::unordered_map<std::string, std::int64_t> counts;
};

void count_by_hand(sqlite3_stmt* statement) {
  Counter counters[6];
  std::string value;
  while (sqlite3_step(statement) == SQLITE_ROW) {
    for (int i = 0; i < 6; ++i) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
      value.assign(text == nullptr ? "" : text, static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
      ++counters[i].counts[value];
    }
  }
  sqlite3_reset(statement);
  for (const Counter& counter : counters) sink += counter.counts.size();
}

void count_dimensions(Table& table, Session& session, RawStore& raw) {
  sqlite3_stmt* scan = raw.prepare("SELECT tier,status,industry,size,source,province FROM gx_account WHERE archived_at IS NULL");
  const auto pair = compare(
      3, 1, [&](int) { sink += need(session.dimensions(number_of(Account))).size(); }, [&](int) { count_by_hand(scan); });
  table.add("counts of six dimensions, whole store", pair, "raw covering scan", "≤ 1.1");
}

double search_time(Session& session, std::string_view text) {
  std::vector<double> times;
  for (int i = 0; i < 200; ++i) {
    const double start = cpu_seconds();
    sink += need(session.search(number_of(Account), text, 20)).size();
    times.push_back(cpu_seconds() - start);
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

// Right after a bulk import no text waits to be taken into the index; after 16 commits of one row as many do as commits of one leave.
void search_names(Table& table, Session& session, std::uint64_t accounts) {
  const auto all = [&](std::string_view when) {
    for (const std::string_view text : {"恒瑞", "hengrui", "chongqing"})
      table.note(fmt::format("search “{}” among {} accounts, 20 hits, median{}", text, accounts, when), show_time(search_time(session, text)), text == "恒瑞" ? "≤ 100 µs" : "");
  };
  all("");
  for (std::uint64_t i = 0; i < 16; ++i) {
    auto row = sample_account(10'000'000 + i);
    need(session.create(row, {.on_duplicate = OnDuplicate::allow}));
  }
  all(", 16 texts waiting");
}

}  // namespace

void large_store(Table& table, std::uint64_t accounts) {
  Folder folder;
  const std::string csv = folder.file("accounts.csv"), file = folder.file("ours.gx"), empty = folder.file("empty.gx");
  write_csv(csv, accounts);
  Id owner;
  {
    Fresh fresh(empty);
    owner = fresh.session.user();
  }
  double ours = 0, index = 0, reference = 0;
  {
    Fresh fresh(file);
    auto special = sample_account(accounts + 1);
    special[Account.name] = "江苏恒瑞样例医药股份有限公司";
    need(fresh.session.create(special));
    const double start = cpu_seconds();
    import_all(fresh.session, csv);
    ours = cpu_seconds() - start;
    const double imported = cpu_seconds();
    need(prepare_duplicates(fresh.session, number_of(Account)));
    index = cpu_seconds() - imported;
  }
  {
    RawStore raw(empty, folder.file("raw-bulk.gx"));
    raw.execute("PRAGMA cache_size=-262144");  // as in the library's bulk mode
    raw.one_set();
    constexpr std::uint64_t piece = 20'000;
    const std::uint64_t batch = ImportOptions().batch;
    std::vector<std::string> indexes;
    sqlite3_stmt* all = raw.prepare("SELECT sql FROM sqlite_schema WHERE type='index' AND name LIKE 'gxi_%'");
    while (sqlite3_step(all) == SQLITE_ROW) indexes.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(all, 0)));
    sqlite3_reset(all);
    for (const std::string& sql : indexes) raw.execute(("DROP INDEX " + sql.substr(13, sql.find(" ON ") - 13)).c_str());
    for (std::uint64_t at = 0; at < accounts; at += piece) {
      const auto rows = raw_accounts(at, std::min(piece, accounts - at), owner);
      const double start = cpu_seconds();
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % batch == 0) raw.begin();
        raw.insert(rows[i]);
        if (i % batch == batch - 1 || i + 1 == rows.size()) raw.commit();
      }
      reference += cpu_seconds() - start;
    }
    const double start = cpu_seconds();
    for (const std::string& sql : indexes) raw.execute(sql.c_str());
    reference += cpu_seconds() - start;
  }
  const double n = static_cast<double>(accounts);
  table.add({fmt::format("bulk import of {} accounts from CSV (CPU an account)", accounts), show_time(ours / n), "raw bulk, rows ready in memory " + show_time(reference / n),
             fmt::format("{:.2f} of the raw rate", reference / ours), "≥ 0.7"});
  table.note(fmt::format("the index of duplicates of these {} accounts, made afterwards (CPU an account)", accounts), show_time(index / n), "");

  RawStore raw(file, folder.file("raw.gx"), RawStore::For::reading);
  Store store = need(Store::open(file));
  Session session = need(store.session("admin"));
  count_dimensions(table, session, raw);
  search_names(table, session, accounts + 1);
}

}  // namespace guanxi::bench
