// guanxi card
#include <nlohmann/json.hpp>

#include "card_page.h"
#include "commands.h"
#include "sentences.h"
#include "timeline.h"
#include "values.h"

namespace cli {

namespace {

struct CardArguments {
  std::string file, record;
};

template <class Rows>
nlohmann::ordered_json rows_of(const Schema& schema, const Rows& rows) {
  auto out = nlohmann::ordered_json::array();
  for (const auto& row : rows) out.push_back(json_of(schema, row));
  return out;
}

nlohmann::ordered_json counts_of(const std::vector<CardCount>& counts) {
  auto out = nlohmann::ordered_json::array();
  for (const auto& count : counts)
    out.push_back({{"name", count.name}, {"label", count.label}, {"count", count.count}, {"amounts", json_of(count.amounts)}, {"entity", count.drill.entity}});
  return out;
}

nlohmann::ordered_json card_json(const Schema& schema, const CustomerCard& card) {
  nlohmann::ordered_json out{{"account", cli::json_of(schema, card.account)}, {"owner", card.owner_name}, {"department", card.department_name},
                             {"parent", card.parent_name}, {"counts", counts_of(card.counts)}};
  out["contacts"] = nlohmann::ordered_json::array();
  for (const auto& [link, contact] : card.contacts) {
    auto person = cli::json_of(schema, contact);
    person["role"] = cli::json_of(AccountContact.role, link.get(AccountContact.role));
    person["primary"] = bool(link[AccountContact.primary]);
    out["contacts"].push_back(std::move(person));
  }
  out["children"] = rows_of(schema, card.children);
  out["contact_points"] = rows_of(schema, card.contact_points);
  out["identifiers"] = rows_of(schema, card.identifiers);
  out["opportunities"] = rows_of(schema, card.opportunities);
  out["requests"] = rows_of(schema, card.requests);
  out["contracts"] = rows_of(schema, card.contracts);
  out["next_activities"] = rows_of(schema, card.next_activities);
  out["documents"] = rows_of(schema, card.documents);
  out["projects"] = rows_of(schema, card.projects);
  out["timeline"] = cli::json_of(card.timeline);
  out["facts"] = nlohmann::ordered_json::array();
  for (const auto& fact : card.facts)
    out["facts"].push_back({{"source", fact.source}, {"name", fact.name}, {"label", fact.label}, {"value", fact.value}, {"as_of", fact.as_of.text()}});
  out["fact_errors"] = card.fact_errors;
  return out;
}

int run(const Context& c, const CardArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto account = record_named(c, session, schema->of(Account), a.record).id();
  const auto card = need(c, session.card(account));
  if (c.json) {
    print_json(card_json(*schema, card));
  } else {
    Names names(session);
    print(card_page(c, *schema, names, card));
  }
  return ok;
}

}  // namespace

void add_card(CommandLine& line, const Context& c) {
  auto a = std::make_shared<CardArguments>();
  line.command("card", say::help_card)
      .positional("FILE", a->file, say::arg_file)
      .positional("WHO", a->record, say::arg_account)
      .example("crm.db '示例科技'")
      .does([&c, a] { return run(c, *a); });
}

}  // namespace cli
