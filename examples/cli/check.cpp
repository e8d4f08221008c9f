// guanxi check
#include <nlohmann/json.hpp>

#include "commands.h"
#include "format.h"
#include "guanxi/duplicates.h"
#include "sentences.h"
#include "table.h"
#include "values.h"

namespace cli {

namespace {

struct CheckArguments {
  std::string file, name, entity = "account", tax_id, phone, email, website, source;
  std::vector<std::string> set;
  std::int64_t effort = 0;
};

AnyRecord candidate(const Context& c, Session& session, const EntityType& type, const CheckArguments& a) {
  auto given = a.set;
  const auto add = [&](const char* field, const std::string& text) {
    if (!text.empty()) given.push_back(std::string(field) + "=" + text);
  };
  add("name", a.name);
  add("tax_id", a.tax_id);
  add("phone", a.phone);
  add("email", a.email);
  add("website", a.website);
  if (given.empty()) throw Stop{usage, c.say(say::check_nothing), "usage"};
  return record_of(c, session, type, given);
}

nlohmann::ordered_json hits_json(const Schema& schema, const DuplicateCheck& check) {
  auto out = nlohmann::ordered_json::array();
  for (const auto& hit : check.hits) {
    const auto* type = schema.find(hit.entity);
    out.push_back({{"record", cli::json_of(hit.record)}, {"entity", type != nullptr ? type->name() : ""}, {"name", hit.name},
                   {"masked", hit.masked}, {"certain", hit.certain}, {"strong", hit.strong}, {"reason", hit.reason},
                   {"verdict", hit.verdict}, {"score", hit.score}, {"explanation", hit.explanation}});
  }
  return {{"duplicate", !check.hits.empty()}, {"verdict", check.verdict}, {"partial", check.partial}, {"hits", out}};
}

std::string hit_table(const Context& c, const std::vector<DuplicateHit>& hits) {
  Table table;
  table.column(c.pick(say::word_name)).column(c.pick(say::word_why)).column(c.pick(say::word_how_sure)).column("id");
  for (const auto& hit : hits)
    table.row({hit.masked ? std::string(c.pick(say::may_not_see)) : hit.name, hit.reason,
               std::string(c.pick(hit.certain ? say::sure : hit.strong ? say::strong : say::likely)), hit.record.empty() ? "" : hit.record.text()},
              hit.certain ? Style::bad : Style::plain);
  return table.text(c, 2);
}

// The sums behind the verdicts, a hit a paragraph.
void explain(const Context& c, const std::vector<DuplicateHit>& hits) {
  for (const auto& hit : hits)
    if (!hit.explanation.empty()) print_line("\n  " + c.paint(Style::bold, clean(hit.name)) + "\n  " + c.paint(Style::faint, clean(hit.explanation)));
}

int run(const Context& c, const CheckArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  const auto check = need(c, check_duplicates(session, candidate(c, session, type, a), {.source = a.source, .effort = static_cast<std::size_t>(a.effort)}));
  const auto& hits = check.hits;
  if (c.json) {
    print_json(hits_json(*schema, check));
  } else if (hits.empty()) {
    print_line(c.paint(Style::good, "✓ ") + std::string(c.pick(say::no_duplicate)));
  } else {
    print_line(c.paint(Style::warn, "! ") + c.say(say::looks_like, {std::to_string(hits.size())}) + "\n");
    print(hit_table(c, hits));
    explain(c, hits);
    if (check.partial) print_line("\n" + std::string(c.pick(say::search_partial)));
  }
  return hits.empty() ? ok : refused;
}

}  // namespace

void add_check(CommandLine& line, const Context& c) {
  auto a = std::make_shared<CheckArguments>();
  line.command("check", say::help_check)
      .positional("FILE", a->file, say::arg_file)
      .positional("NAME", a->name, say::arg_check_name, false)
      .option("--tax-id", "X", a->tax_id, say::opt_tax_id)
      .option("--phone", "X", a->phone, say::opt_phone)
      .option("--email", "X", a->email, say::opt_email)
      .option("--website", "X", a->website, say::opt_website)
      .option("--set", "FIELD=VALUE", a->set, say::opt_check_set)
      .option("--entity", "E", a->entity, say::opt_entity)
      .option("--source", "NAME", a->source, say::opt_source)
      .option("--effort", "N", a->effort, say::opt_effort)
      .example("crm.db '示例科技有限公司'")
      .example("crm.db --phone '021 5555 0100'")
      .does([&c, a] { return run(c, *a); });
}

}  // namespace cli
