// guanxi dedupe, guanxi lookup
#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <unordered_set>

#include "commands.h"
#include "format.h"
#include "matching_file.h"
#include "progress.h"
#include "sentences.h"

namespace cli {

namespace {

using Clock = std::chrono::steady_clock;

struct Arguments {
  std::string csv, pairs, queries, query_id, hits;
  std::int64_t top = 5;
  bool all = false, why = false;
  MatchingOptions matching;
};

std::string number(std::uint64_t n) { return grouped(static_cast<std::int64_t>(n)); }

std::string score_text(double score) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", score);
  return text;
}

std::string since(const Context& c, Clock::time_point start) { return duration(std::chrono::duration<double>(Clock::now() - start).count(), c.language); }

// A CSV file that is written whole or reported.
class Output {
 public:
  // Standard output where the path is empty. What stands in the file stays until the first row. Ends the command where it is one of `read`.
  Output(const Context& c, const std::string& path, std::initializer_list<std::string_view> read) : c_(c), path_(path) {
    for (const auto source : read) {
      std::error_code none;
      if (!path.empty() && std::filesystem::equivalent(path, source, none)) throw Stop{usage, c.say(say::output_is_input, {path}), "usage"};
    }
    if (path.empty()) return;
    const bool there = std::filesystem::exists(path);
    out_.open(path, std::ios::binary | std::ios::app);
    if (!out_) throw Stop{trouble, c.say(say::cannot_write, {path}), "io"};
    out_.close();
    if (!there) std::filesystem::remove(path);
  }
  void row(const std::vector<std::string_view>& fields) {
    if (!path_.empty() && !out_.is_open()) out_.open(path_, std::ios::binary);
    text_.clear();
    write_csv_row(text_, fields);
    if (path_.empty()) print(text_);
    else out_ << text_;
  }
  void close() {
    if (path_.empty()) return;
    out_.close();
    if (!out_) throw Stop{trouble, c_.say(say::cannot_write, {path_}), "io"};
  }

 private:
  const Context& c_;
  std::string path_, text_;
  std::ofstream out_;
};

void tell_troubles(const Context& c, const MatchingFile& file, const RowTroubles& troubles) {
  const auto warn = [&](const Phrase& phrase, std::uint64_t count) {
    if (count > 0) print_line(c.paint(Style::warn, "! ") + c.say(phrase, {file.path(), number(count)}));
  };
  warn(say::rows_skipped, troubles.unreadable);
  warn(say::characters_lost, troubles.characters);
}

// Ids that name several rows.
std::size_t repeats_of(const std::vector<std::string>& ids) {
  std::unordered_set<std::string_view> seen, repeated;
  for (const auto& id : ids)
    if (!seen.insert(id).second) repeated.insert(id);
  return repeated.size();
}

void tell_columns(const Context& c, const MatchingFile& file) {
  print_line(c.say(say::columns_used, {clean(file.columns_said())}));
  if (const auto others = file.others_said(); !others.empty()) print_line(c.paint(Style::faint, c.say(say::columns_unused, {clean(others)})));
}

// A file's rows in a detector, and how they are called.
struct Filled {
  match::Detector detector;
  std::vector<std::string> ids;
  RowTroubles troubles;
};

Filled fill(const Context& c, const MatchingFile& file) {
  Filled out{match::Detector(file.configuration()), {}, {}};
  ProgressBar bar(c);
  out.troubles = add_rows(file, out.detector, out.ids, bar.callback());
  out.detector.train();
  return out;
}

// ---- dedupe ----

struct PairCounts {
  std::size_t same = 0, related = 0, groups = 0;
};

PairCounts write_pairs(const Context& c, const Arguments& a, const Filled& file, const match::Duplicates& found, Output& out) {
  PairCounts counts;
  std::set<match::Number> groups;
  std::vector<std::string_view> header{"id_a", "id_b", "score", "verdict"};
  if (a.why) header.push_back("reasons");
  out.row(header);
  for (const auto& pair : found.pairs) {
    const auto score = score_text(pair.score);
    std::string reasons;
    std::vector<std::string_view> row{file.ids[pair.a], file.ids[pair.b], score, name_of(pair.verdict)};
    if (a.why) row.push_back(reasons = file.detector.say(file.detector.explain(pair.a, pair.b), c.language));
    out.row(row);
    const bool same = pair.verdict == match::Verdict::same;
    ++(same ? counts.same : counts.related);
    if (same) groups.insert(found.cluster[pair.a]);
  }
  out.close();
  counts.groups = groups.size();
  return counts;
}

int dedupe(const Context& c, const Arguments& a) {
  const auto start = Clock::now();
  const MatchingFile file(c, a.csv, a.matching);
  Output out(c, a.pairs, {a.csv});
  if (!c.json) tell_columns(c, file);
  const auto filled = fill(c, file);
  match::Duplicates found;
  {
    ProgressBar bar(c);
    found = need(c, filled.detector.duplicates({.all = a.all, .progress = bar.callback()}));
  }
  const auto counts = write_pairs(c, a, filled, found, out);
  const auto repeats = repeats_of(filled.ids);
  if (c.json) {
    print_json({{"rows", filled.ids.size()}, {"unreadable", filled.troubles.unreadable}, {"undecoded", filled.troubles.characters}, {"repeated_ids", repeats},
                {"columns", file.columns_said()}, {"same", counts.same}, {"groups", counts.groups}, {"related", counts.related},
                {"oversize", found.oversize.size()}, {"compared", found.compared}});
    return ok;
  }
  tell_troubles(c, file, filled.troubles);
  if (repeats > 0) print_line(c.paint(Style::warn, "! ") + c.say(say::ids_repeated, {number(repeats)}));
  print_line(c.say(say::pairs_found, {number(filled.ids.size()), number(counts.same), number(counts.groups), since(c, start)}));
  if (a.all) print_line(c.say(say::related_found, {number(counts.related)}));
  if (!found.oversize.empty()) print_line(c.say(say::groups_too_large, {number(found.oversize.size())}));
  print_line(c.paint(Style::faint, c.say(say::pairs_are_in, {a.pairs})));
  return ok;
}

// ---- lookup ----

// The file that is asked with; its columns need not be called alike.
MatchingFile queries_of(const Context& c, const Arguments& a, const match::Configuration& configuration) {
  auto asked = a.matching;
  asked.lenient = a.query_id.empty();
  if (!a.query_id.empty()) asked.id = a.query_id;
  MatchingFile queries(c, a.queries, asked);
  if (queries.columns_said(configuration).empty()) throw Stop{usage, c.say(say::nothing_in_common, {a.queries, a.csv, queries.columns_said()}), "usage"};
  return queries;
}

// What was asked, and what was found for it; told as JSON or as rows.
class Hits {
 public:
  Hits(const Context& c, const Arguments& a, const Filled& file) : c_(c), a_(a), file_(file), out_(c, a.hits, {a.csv, a.queries}), as_json_(c.json && a.hits.empty()) {}

  void begin() {
    if (as_json_) return;
    std::vector<std::string_view> header{"query", "rank", "id", "score", "verdict"};
    if (a_.why) header.push_back("reasons");
    out_.row(header);
  }
  void ask(const std::string& id, std::span<const std::string_view> values) {
    const auto found = file_.detector.check(values, {.limit = static_cast<std::size_t>(a_.top)});
    ++rows;
    same += !found.hits.empty() && found.hits.front().verdict == match::Verdict::same;
    without += found.hits.empty();
    for (std::size_t i = 0; i < found.hits.size(); ++i) {
      const auto& hit = found.hits[i];
      const auto reasons = a_.why ? file_.detector.say(file_.detector.explain(values, hit.record), c_.language) : std::string();
      as_json_ ? keep(id, i + 1, hit, reasons) : write(id, i + 1, hit, reasons);
    }
  }
  nlohmann::ordered_json end() {
    if (!as_json_) out_.close();
    return std::move(kept_);
  }

  std::size_t rows = 0, same = 0, without = 0;

 private:
  void write(const std::string& id, std::size_t rank, const match::Match& hit, const std::string& reasons) {
    const auto place = std::to_string(rank), score = score_text(hit.score);
    std::vector<std::string_view> row{id, place, file_.ids[hit.record], score, name_of(hit.verdict)};
    if (a_.why) row.push_back(reasons);
    out_.row(row);
  }
  void keep(const std::string& id, std::size_t rank, const match::Match& hit, const std::string& reasons) {
    kept_.push_back({{"query", id}, {"rank", rank}, {"id", file_.ids[hit.record]}, {"score", std::stod(score_text(hit.score))}, {"verdict", name_of(hit.verdict)}});
    if (a_.why) kept_.back()["reasons"] = reasons;
  }

  const Context& c_;
  const Arguments& a_;
  const Filled& file_;
  Output out_;
  bool as_json_;
  nlohmann::ordered_json kept_ = nlohmann::ordered_json::array();
};

int lookup(const Context& c, const Arguments& a) {
  if (a.top < 1 || a.top > 1000) throw Stop{usage, c.say(say::wrong_top, {std::to_string(a.top)}), "usage"};
  const auto start = Clock::now();
  const MatchingFile file(c, a.csv, a.matching);
  const auto configuration = file.configuration();
  const auto queries = queries_of(c, a, configuration);
  const bool talks = !c.json && !a.hits.empty();
  const bool numbered = file.has_ids() && !queries.has_ids();
  if (talks) {
    tell_columns(c, file);
    print_line(c.say(say::asked_with, {a.queries, clean(queries.columns_said(configuration))}));
    if (numbered) print_line(c.say(say::queries_numbered, {a.queries, a.matching.id}));
  }
  const auto filled = fill(c, file);
  Hits hits(c, a, filled);
  hits.begin();
  ProgressBar bar(c);
  const auto troubles = queries.each_row(queries.columns_for(configuration), a.hits.empty() ? Progress() : bar.callback(),
                                         [&](const std::string& id, std::span<const std::string_view> values) { hits.ask(id, values); });
  auto kept = hits.end();
  if (c.json) {
    nlohmann::ordered_json json{{"rows", filled.ids.size()}, {"queries", hits.rows}, {"unreadable", filled.troubles.unreadable + troubles.unreadable},
                                {"same", hits.same}, {"without_hit", hits.without}};
    if (a.hits.empty()) json["hits"] = std::move(kept);
    print_json(json);
    return ok;
  }
  if (!talks) return ok;
  tell_troubles(c, file, filled.troubles);
  tell_troubles(c, queries, troubles);
  print_line(c.say(say::looked_up, {number(hits.rows), number(filled.ids.size()), number(hits.same), since(c, start)}));
  if (hits.without > 0) print_line(c.say(say::without_hits, {number(hits.without)}));
  return ok;
}

Command& matching_options(Command& command, Arguments& a) {
  return command.option("--kind", "organisation|person|site", a.matching.kind, say::opt_kind)
      .option("--id", "COLUMN", a.matching.id, say::opt_id)
      .option("--map", "HEADER=ROLE", a.matching.map, say::opt_matching_role)
      .option("--country", "XX", a.matching.country, say::opt_country)
      .option("--encoding", "NAME", a.matching.encoding, say::opt_encoding_in);
}

}  // namespace

void add_matching(CommandLine& line, const Context& c) {
  auto d = std::make_shared<Arguments>();
  matching_options(line.command("dedupe", say::help_dedupe).positional("CSV", d->csv, say::arg_rows), *d)
      .option("--pairs", "OUT.csv", d->pairs, say::opt_pairs, true)
      .flag("--all", d->all, say::opt_all)
      .flag("--why", d->why, say::opt_why)
      .example("customers.csv --kind organisation --id 编号 --pairs pairs.csv")
      .example("people.csv --kind person --map 'Born=date' --pairs pairs.csv --all --why")
      .does([&c, d] { return dedupe(c, *d); });
  auto l = std::make_shared<Arguments>();
  matching_options(line.command("lookup", say::help_lookup).positional("CSV", l->csv, say::arg_rows), *l)
      .option("--in", "QUERIES.csv", l->queries, say::opt_in, true)
      .option("--in-id", "COLUMN", l->query_id, say::opt_in_id)
      .option("--top", "N", l->top, say::opt_top)
      .option("--out", "HITS.csv", l->hits, say::opt_hits)
      .flag("--why", l->why, say::opt_why)
      .example("customers.csv --in queries.csv --top 5")
      .example("customers.csv --id 编号 --in list.csv --in-id No --out hits.csv --why")
      .does([&c, l] { return lookup(c, *l); });
}

}  // namespace cli
