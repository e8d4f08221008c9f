// guanxi dedupe, guanxi lookup
#include <charconv>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "commands.h"
#include "format.h"
#include "matching_file.h"
#include "progress.h"
#include "sentences.h"

namespace cli {

namespace {

using Clock = std::chrono::steady_clock;

struct Arguments {
  std::string csv, pairs, queries, hits;
  std::int64_t top = 5;
  bool all = false;
  MatchingOptions matching;
};

std::string score_text(double score) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", score);
  return text;
}

std::string since(const Context& c, Clock::time_point start) { return duration(std::chrono::duration<double>(Clock::now() - start).count(), c.language); }

// A CSV file that is written whole or reported.
class Output {
 public:
  // Standard output where the path is empty.
  Output(const Context& c, const std::string& path) : c_(c), path_(path) {
    if (!path.empty()) out_.open(path, std::ios::binary);
  }
  void row(const std::vector<std::string_view>& fields) {
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

void tell_skipped(const Context& c, std::size_t skipped) {
  if (skipped > 0) print_line(c.say(say::rows_skipped, {grouped(static_cast<std::int64_t>(skipped))}));
}

int dedupe(const Context& c, const Arguments& a) {
  const auto start = Clock::now();
  const MatchingFile file(c, a.csv, a.matching);
  Output out(c, a.pairs);
  if (!c.json) print_line(c.say(say::columns_used, {clean(file.columns_said())}));
  match::Detector detector(file.configuration());
  std::vector<std::string> ids;
  const auto skipped = add_rows(file, detector, ids);
  detector.train();
  match::Duplicates found;
  {
    ProgressBar bar(c);
    found = need(c, detector.duplicates({.all = a.all, .progress = bar.callback()}));
  }
  out.row({"id_a", "id_b", "score", "verdict"});
  std::size_t same = 0;
  std::set<match::Number> groups;
  for (const auto& pair : found.pairs) {
    out.row({ids[pair.a], ids[pair.b], score_text(pair.score), name_of(pair.verdict)});
    if (pair.verdict == match::Verdict::same) ++same, groups.insert(found.cluster[pair.a]);
  }
  out.close();
  const auto number = [](std::size_t n) { return grouped(static_cast<std::int64_t>(n)); };
  if (c.json) {
    print_json({{"rows", ids.size()}, {"unreadable", skipped}, {"same", same}, {"groups", groups.size()}, {"related", found.pairs.size() - same}, {"compared", found.compared}});
    return ok;
  }
  tell_skipped(c, skipped);
  print_line(c.say(say::pairs_found, {number(ids.size()), number(same), number(groups.size()), since(c, start)}));
  if (a.all) print_line(c.say(say::related_found, {number(found.pairs.size() - same)}));
  if (!found.oversize.empty()) print_line(c.say(say::groups_too_large, {number(found.oversize.size())}));
  return ok;
}

int lookup(const Context& c, const Arguments& a) {
  if (a.top < 1 || a.top > 1000) throw Stop{usage, c.say(say::wrong_top, {std::to_string(a.top)}), "usage"};
  const auto start = Clock::now();
  const MatchingFile file(c, a.csv, a.matching);
  auto asked = a.matching;
  asked.lenient = true;
  const MatchingFile queries(c, a.queries, asked);
  match::Detector detector(file.configuration());
  std::vector<std::string> ids;
  const auto skipped = add_rows(file, detector, ids);
  detector.train();
  Output out(c, a.hits);
  out.row({"query", "rank", "id", "score", "verdict"});
  std::size_t same = 0, rows = 0;
  const auto unread = queries.each_row(queries.columns_for(detector.configuration()), [&](const std::string& id, std::span<const std::string_view> values) {
    const auto found = detector.check(values, {.limit = static_cast<std::size_t>(a.top)});
    ++rows;
    same += !found.hits.empty() && found.hits.front().verdict == match::Verdict::same;
    for (std::size_t i = 0; i < found.hits.size(); ++i) {
      const auto& hit = found.hits[i];
      out.row({id, std::to_string(i + 1), ids[hit.record], score_text(hit.score), name_of(hit.verdict)});
    }
  });
  out.close();
  if (a.hits.empty()) return ok;
  const auto number = [](std::size_t n) { return grouped(static_cast<std::int64_t>(n)); };
  if (c.json) {
    print_json({{"rows", ids.size()}, {"queries", rows}, {"unreadable", skipped + unread}, {"same", same}});
    return ok;
  }
  tell_skipped(c, skipped + unread);
  print_line(c.say(say::looked_up, {number(rows), number(ids.size()), number(same), since(c, start)}));
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
      .example("customers.csv --kind organisation --id 编号 --pairs pairs.csv")
      .example("people.csv --kind person --map 'Born=date' --pairs pairs.csv --all")
      .does([&c, d] { return dedupe(c, *d); });
  auto l = std::make_shared<Arguments>();
  matching_options(line.command("lookup", say::help_lookup).positional("CSV", l->csv, say::arg_rows), *l)
      .option("--in", "QUERIES.csv", l->queries, say::opt_in, true)
      .option("--top", "N", l->top, say::opt_top)
      .option("--out", "HITS.csv", l->hits, say::opt_hits)
      .example("customers.csv --in queries.csv --top 5")
      .does([&c, l] { return lookup(c, *l); });
}

}  // namespace cli
