// guanxi review, explain, train
#include <nlohmann/json.hpp>

#include "commands.h"
#include "format.h"
#include "guanxi/duplicates.h"
#include "guanxi/match.h"
#include "progress.h"
#include "sentences.h"
#include "values.h"
#include "verdicts.h"

namespace cli {

namespace {

using Json = nlohmann::ordered_json;

struct ReviewArguments {
  std::string file, entity = "account", first, second;
  std::int64_t top = 10;
};

// ---- review ----

// A pair of the queue, with names in place of ids.
struct OpenPair {
  Record<DuplicatePair> row;
  std::string first, second;
};

// A pair of which one is archived, or was merged, or may not be read, is nothing to decide on.
std::optional<OpenPair> open_pair(Session& session, const EntityType& type, Record<DuplicatePair> row) {
  const auto low = session.get(type.number(), row[DuplicatePair.low]), high = session.get(type.number(), row[DuplicatePair.high]);
  if (!low || !high || low->at(common::archived_at).is_set() || high->at(common::archived_at).is_set()) return std::nullopt;
  return OpenPair{std::move(row), title_of(type, *low), title_of(type, *high)};
}

// The surest first; `limit` of them.
std::vector<OpenPair> open_pairs(const Context& c, Session& session, const EntityType& type, std::size_t limit) {
  std::vector<OpenPair> out;
  FindOptions options{.order = {descending(DuplicatePair.score)}, .limit = 200};
  const auto name = std::string(type.name());
  do {
    auto page = need(c, session.find<DuplicatePair>(DuplicatePair.entity == Text(name) && DuplicatePair.state == "open", options));
    for (auto& row : page.rows)
      if (auto pair = open_pair(session, type, std::move(row)); pair && out.size() < limit) out.push_back(std::move(*pair));
    options.after = page.next;
  } while (!options.after.empty() && out.size() < limit);
  return out;
}

Json json_of(const OpenPair& pair) {
  const auto& row = pair.row;
  return {{"first", cli::json_of(Id(row[DuplicatePair.low]))},   {"first_name", pair.first},
          {"second", cli::json_of(Id(row[DuplicatePair.high]))}, {"second_name", pair.second},
          {"verdict", std::string_view(row[DuplicatePair.verdict])}, {"score", std::stod(Decimal(row[DuplicatePair.score]).text())},
          {"cluster", cli::json_of(Id(row[DuplicatePair.group]))},   {"reasons", std::string_view(row[DuplicatePair.reasons])}};
}

// " --entity contact" behind a command, where it is not the usual one.
std::string entity_option(const EntityType& type) { return type.name() == "account" ? std::string() : " --entity " + std::string(type.name()); }

void show(const Context& c, const ReviewArguments& a, const EntityType& type, const OpenPair& pair) {
  const auto verdict = verdict_in_words(c, std::string_view(pair.row[DuplicatePair.verdict]));
  const auto low = Id(pair.row[DuplicatePair.low]).text(), high = Id(pair.row[DuplicatePair.high]).text();
  print_line("\n" + c.paint(Style::bold, clean(pair.first)) + "  ·  " + c.paint(Style::bold, clean(pair.second)));
  print_line("  " + verdict + "  " + clean(pair.row[DuplicatePair.reasons]));
  for (const auto* command : {"merge", "dismiss"})
    print_line(c.paint(Style::faint, "  guanxi " + std::string(command) + " " + a.file + " " + low + " " + high + entity_option(type)));
}

int review(const Context& c, const ReviewArguments& a) {
  if (a.top < 1 || a.top > 1000) throw Stop{usage, c.say(say::wrong_top, {std::to_string(a.top)}), "usage"};
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  const auto pairs = open_pairs(c, session, type, static_cast<std::size_t>(a.top));
  if (c.json) {
    auto json = Json::array();
    for (const auto& pair : pairs) json.push_back(json_of(pair));
    print_json({{"open", json}});
    return ok;
  }
  if (pairs.empty()) {
    print_line(c.say(say::queue_empty, {a.file + entity_option(type)}));
    return ok;
  }
  print_line(c.say(say::queue_first, {std::to_string(pairs.size())}));
  for (const auto& pair : pairs) show(c, a, type, pair);
  print_line("\n" + c.say(say::queue_next));
  return ok;
}

// ---- explain, train ----

int explain(const Context& c, const ReviewArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  const auto one = record_named(c, session, type, a.first), other = record_named(c, session, type, a.second);
  const auto why = need(c, explain_duplicates(session, type.number(), one.id(), other.id()));
  if (c.json) {
    print_json({{"verdict", why.verdict}, {"score", why.score}, {"text", why.text}});
    return ok;
  }
  print_line(c.paint(Style::bold, clean(title_of(type, one))) + "  ·  " + c.paint(Style::bold, clean(title_of(type, other))));
  print_line("  " + verdict_in_words(c, why.verdict) + " " + with_sign(why.score) + "  =  " + clean(why.text));
  return ok;
}

int train(const Context& c, const ReviewArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  {
    ProgressBar bar(c);
    need(c, prepare_duplicates(session, type.number(), bar.callback()));
  }
  const auto index = need(c, train_duplicates(session, type.number()));
  if (c.json) {
    print_json({{"records", index.records}, {"bytes", index.bytes}, {"trained", index.trained}});
    return ok;
  }
  print_line(c.paint(Style::good, "✓ ") + c.say(say::did_train, {grouped(static_cast<std::int64_t>(index.records))}));
  return ok;
}

}  // namespace

void add_review(CommandLine& line, const Context& c) {
  auto r = std::make_shared<ReviewArguments>();
  line.command("review", say::help_review)
      .positional("FILE", r->file, say::arg_file)
      .option("--entity", "E", r->entity, say::opt_entity)
      .option("--top", "N", r->top, say::opt_queue_top)
      .example("crm.db")
      .does([&c, r] { return review(c, *r); });
  auto e = std::make_shared<ReviewArguments>();
  line.command("explain", say::help_explain)
      .positional("FILE", e->file, say::arg_file)
      .positional("WHICH", e->first, say::arg_record)
      .positional("OTHER", e->second, say::arg_other)
      .option("--entity", "E", e->entity, say::opt_entity)
      .example("crm.db '示例科技' '示例科技有限公司'")
      .does([&c, e] { return explain(c, *e); });
  auto t = std::make_shared<ReviewArguments>();
  line.command("train", say::help_train)
      .positional("FILE", t->file, say::arg_file)
      .option("--entity", "E", t->entity, say::opt_entity)
      .example("crm.db")
      .does([&c, t] { return train(c, *t); });
}

}  // namespace cli
