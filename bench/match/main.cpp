// match_bench [RECORDS] [--queries N] [--bulk] [--write FOLDER]: how fast, how small and how sure the duplicate detector is among generated accounts, beside
// what SQLite offers. With --write the names and queries for rivals that are other programs.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <optional>

#include "guanxi/match.h"
#include "match/accounts.h"
#include "match/sqlite.h"
#include "measure.h"

using namespace guanxi;
using namespace guanxi::bench;

namespace {

struct Query {
  std::string text;
  std::size_t record;
  Corruption kind;
};

struct World {
  std::vector<Account> accounts;
  std::vector<std::string> names;
  std::vector<Query> queries;
};

World make_world(std::size_t records, std::size_t queries) {
  Accounts source(20'260'401);
  World out;
  for (std::size_t i = 0; i < records; ++i) {
    out.accounts.push_back(source.make());
    out.names.push_back(out.accounts.back().name());
  }
  std::mt19937_64 random(7);
  while (out.queries.size() < queries) {
    const auto record = static_cast<std::size_t>(random() % records);
    const auto kind = static_cast<Corruption>(random() % corruptions);
    auto text = source.corrupted(out.accounts[record], kind);
    if (kind != Corruption::none && text == out.names[record]) continue;
    out.queries.push_back({std::move(text), record, kind});
  }
  return out;
}

// Whether a record answers a query: it is the one, or what was typed fits it as well.
bool answers(const World& world, const Query& query, std::size_t record) {
  const auto &a = world.accounts[query.record], &b = world.accounts[record];
  if (a.brand != b.brand) return false;
  switch (query.kind) {
    case Corruption::no_trade: return a.region == b.region;
    case Corruption::short_name: return a.trade.substr(0, 6) == b.trade.substr(0, 6);
    case Corruption::no_region: return a.trade == b.trade;
    default: return a.region == b.region && a.trade == b.trade;
  }
}

struct Figures {
  std::vector<double> seconds;
  std::array<std::size_t, corruptions> asked{}, first{}, among_five{};
  std::size_t partial = 0;

  double at(double share) {
    std::sort(seconds.begin(), seconds.end());
    return seconds[static_cast<std::size_t>(share * static_cast<double>(seconds.size() - 1))];
  }
  static double share(const std::array<std::size_t, corruptions>& part, const std::array<std::size_t, corruptions>& of) {
    std::size_t a = 0, b = 0;
    for (std::size_t i = 0; i < corruptions; ++i) a += part[i], b += of[i];
    return static_cast<double>(a) / static_cast<double>(std::max<std::size_t>(b, 1));
  }
};

using Ask = std::function<std::vector<std::size_t>(const Query&)>;

Figures ask_all(const World& world, std::size_t most, const Ask& ask) {
  Figures out;
  for (std::size_t i = 0; i < std::min(most, world.queries.size()); ++i) {
    const auto& query = world.queries[i];
    const double start = thread_seconds();
    const auto hits = ask(query);
    out.seconds.push_back(thread_seconds() - start);
    const auto kind = static_cast<std::size_t>(query.kind);
    ++out.asked[kind];
    const auto right = std::find_if(hits.begin(), hits.end(), [&](std::size_t record) { return answers(world, query, record); });
    out.first[kind] += !hits.empty() && right == hits.begin();
    out.among_five[kind] += right != hits.end() && right - hits.begin() < 5;
  }
  return out;
}

std::string quick(Figures& f) { return fmt::format("p50 {}, p99 {}, max {}", show_time(f.at(0.5)), show_time(f.at(0.99)), show_time(f.at(1))); }
std::string sure(const Figures& f) { return fmt::format("hit@1 {:.4f}, hit@5 {:.4f}", Figures::share(f.first, f.asked), Figures::share(f.among_five, f.asked)); }

match::Detector filled(const World& world, bool all_fields, Table& table, const std::string& size) {
  auto configuration = match::ready(match::Kind::organisation).with("name", match::Role::organisation_name);
  if (all_fields) configuration.with("phone", match::Role::phone).with("city", match::Role::city);
  match::Detector detector(configuration);
  const double start = cpu_seconds();
  for (std::size_t i = 0; i < world.accounts.size(); ++i) {
    const auto& a = world.accounts[i];
    if (all_fields) detector.add({world.names[i], a.phone, a.city});
    else detector.add({world.names[i]});
  }
  detector.settle();
  const double built = cpu_seconds() - start;
  const auto records = static_cast<double>(world.accounts.size());
  const std::string what = all_fields ? "name, phone, city" : "name";
  table.note(fmt::format("duplicates: build an index of {} accounts ({})", size, what), fmt::format("{}, {} an account", show_time(built), show_time(built / records)), "");
  table.note(fmt::format("duplicates: memory of {} accounts ({})", size, what), fmt::format("{:.0f} B an account", static_cast<double>(detector.bytes()) / records), "≤ 160 B");
  return detector;
}

void measure_kinds(const Figures& f, const std::string& size, Table& table) {
  for (std::size_t i = 0; i < corruptions; ++i) {
    const auto asked = static_cast<double>(std::max<std::size_t>(f.asked[i], 1));
    table.note(fmt::format("duplicates: {} of {} accounts", name_of(static_cast<Corruption>(i)), size),
               fmt::format("hit@1 {:.4f}, hit@5 {:.4f} ({} asked)", static_cast<double>(f.first[i]) / asked, static_cast<double>(f.among_five[i]) / asked, f.asked[i]), "");
  }
}

void measure_file(match::Detector& detector, const std::string& size, Table& table) {
  const std::string path = "match_bench.index";
  double start = cpu_seconds();
  if (const auto saved = detector.save(path); !saved) return table.note("duplicates: the index on file", saved.error().text(), "");
  const double save = cpu_seconds() - start;
  start = cpu_seconds();
  const auto opened = match::Detector::open(path, detector.configuration());
  const double open = cpu_seconds() - start;
  table.note(fmt::format("duplicates: save and open the index of {} accounts", size), fmt::format("{} and {}{}", show_time(save), show_time(open), opened ? "" : " (FAILED)"), "");
  std::remove(path.c_str());
}

// Full scores with the best candidates of a search that leaves nothing out: the pairs that are the hardest to tell apart.
void measure_scores(const World& world, match::Detector& detector, bool all_fields, const std::string& size, Table& table) {
  constexpr std::size_t searching = 20'000, candidates = 48;
  std::vector<match::Reading> readings;
  std::vector<std::vector<match::Number>> others;
  for (std::size_t i = 0; i < std::min(searching, world.accounts.size()); ++i) {
    const auto& a = world.accounts[i];
    const std::array<std::string_view, 3> values{world.names[i], a.phone, a.city};
    readings.push_back(detector.read(std::span(values).first(all_fields ? 3 : 1)));
    const auto found = detector.check(readings.back(), {.limit = candidates, .most_comparisons = candidates, .except = static_cast<match::Number>(i)});
    auto& numbers = others.emplace_back();
    for (const auto& hit : found.hits) numbers.push_back(hit.record);
  }
  std::size_t pairs = 0;
  double sum = 0;
  const double start = thread_seconds();
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (const auto& match : detector.judge(readings[i], others[i])) sum += match.score;
    pairs += others[i].size();
  }
  const double seconds = thread_seconds() - start;
  const auto count = static_cast<double>(std::max<std::size_t>(pairs, 1));
  table.note(fmt::format("duplicates: full scores of candidates among {} accounts ({})", size, all_fields ? "name, phone, city" : "name"),
             fmt::format("{:.2f} M pairs a second, {} a pair ({:.2f} M pairs, {:.1f} bits on the mean)", count / seconds / 1e6, show_time(seconds / count), count / 1e6, sum / count), "≥ 3 M a core");
}

void measure_bulk(match::Detector& detector, const std::string& size, Table& table) {
  double start = cpu_seconds();
  detector.train();
  const double trained = cpu_seconds() - start;
  start = cpu_seconds();
  const auto found = detector.duplicates();
  const double seconds = cpu_seconds() - start;
  table.note(fmt::format("duplicates: all of {} accounts", size),
             fmt::format("{}, {:.2f} M pairs compared, {:.2f} M a second; trained in {}", show_time(seconds), static_cast<double>(found->compared) / 1e6,
                         static_cast<double>(found->compared) / 1e6 / seconds, show_time(trained)),
             "1M ≤ 30 s");
}

void measure_ours(const World& world, bool all_fields, bool bulk, const std::string& size, Table& table) {
  auto detector = filled(world, all_fields, table, size);
  std::size_t partial = 0;
  auto figures = ask_all(world, world.queries.size(), [&](const Query& query) {
    const auto& a = world.accounts[query.record];
    const auto found = all_fields ? detector.check({query.text, query.record % 2 == 0 ? a.phone : "", a.city}, {}) : detector.check({query.text}, {});
    partial += found.partial;
    std::vector<std::size_t> out;
    for (const auto& hit : found.hits) out.push_back(hit.record);
    return out;
  });
  const std::string what = all_fields ? "name, every second phone, city" : "name alone";
  const bool large = world.accounts.size() > 1'000'000;
  table.note(fmt::format("duplicates: check among {} accounts ({})", size, what), quick(figures), large ? "10M: p50 ≤ 100, p99 ≤ 800 µs" : "1M: p50 ≤ 50, p99 ≤ 300 µs");
  table.note(fmt::format("duplicates: found among {} accounts ({})", size, what),
             fmt::format("{}, {:.1f}% partial", sure(figures), 100.0 * static_cast<double>(partial) / static_cast<double>(world.queries.size())), large ? "10M: hit@5 ≥ .97" : "1M: hit@5 ≥ .99");
  if (!all_fields) measure_kinds(figures, size, table);
  if (!all_fields) measure_file(detector, size, table);
  measure_scores(world, detector, all_fields, size, table);
  if (bulk) measure_bulk(detector, size, table);
}

void measure_rival(const World& world, const std::string& what, std::size_t most, const std::string& size, Table& table, const std::optional<Ask>& ask) {
  if (!ask) return table.note("duplicates: " + what, "left out: this SQLite has no FTS5 trigram", "");
  auto figures = ask_all(world, most, *ask);
  table.add({fmt::format("duplicates: {} among {} names", what, size), "", fmt::format("{}; {}", quick(figures), sure(figures)), "", ""});
}

void write(const World& world, const std::string& folder) {
  std::ofstream names(folder + "/names.tsv"), queries(folder + "/queries.tsv");
  for (std::size_t i = 0; i < world.names.size(); ++i) names << i << '\t' << world.names[i] << '\n';
  for (const auto& query : world.queries) queries << query.record << '\t' << query.text << '\n';
}

}  // namespace

int main(int count, char** arguments) {
  std::size_t records = 200'000, queries = 7'000;
  bool bulk = false, rivals = true;
  std::string folder;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = arguments[i];
    if (word == "--bulk") bulk = true;
    else if (word == "--ours") rivals = false;
    else if (word == "--queries" && i + 1 < count) queries = std::strtoull(arguments[++i], nullptr, 10);
    else if (word == "--write" && i + 1 < count) folder = arguments[++i];
    else records = std::strtoull(arguments[i], nullptr, 10);
  }
  if (records == 0 || queries == 0) return fmt::print(stderr, "match_bench [RECORDS] [--queries N] [--bulk] [--ours] [--write FOLDER]\n"), 2;
  const auto world = make_world(records, queries);
  if (!folder.empty()) write(world, folder);
  const auto size = records % 1'000'000 == 0 ? fmt::format("{}M", records / 1'000'000) : fmt::format("{}k", records / 1000);
  Table table;
  measure_ours(world, false, false, size, table);
  measure_ours(world, true, bulk, size, table);
  if (rivals) {
    SqliteNames sqlite(world.names);
    measure_rival(world, "SQLite, the exact name", 1000, size, table, [&](const Query& q) { return sqlite.equal(q.text); });
    measure_rival(world, "SQLite LIKE '%…%'", 50, size, table, [&](const Query& q) { return sqlite.like(q.text); });
    measure_rival(world, "SQLite FTS5 trigram, the rarest three", 500, size, table,
                  sqlite.has_trigrams() ? std::optional<Ask>([&](const Query& q) { return sqlite.trigrams(q.text); }) : std::nullopt);
  }
  fmt::print("{}", table.markdown());
}
