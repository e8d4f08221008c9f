#include "outcome.h"

#include <nlohmann/json.hpp>

#include "format.h"
#include "sentences.h"
#include "values.h"

namespace cli {

namespace {

nlohmann::ordered_json outcome_json(const Outcome& outcome) {
  auto duplicates = nlohmann::ordered_json::array();
  for (const auto& hit : outcome.duplicates)
    duplicates.push_back({{"record", cli::json_of(hit.record)}, {"name", hit.name}, {"certain", hit.certain}, {"reason", hit.reason}});
  return {{"record", cli::json_of(outcome.record)}, {"revision", outcome.revision}, {"change_set", outcome.change_set},
          {"affected", outcome.affected}, {"repeated", outcome.repeated}, {"duplicates", duplicates}};
}

}  // namespace

int tell(const Context& c, const Phrase& sentence, const Outcome& outcome, std::string_view name) {
  if (c.json) {
    print_json(outcome_json(outcome));
    return ok;
  }
  print_line(c.paint(Style::good, "✓ ") + c.say(sentence, {clean(name), grouped(outcome.affected)}));
  std::string facts;
  if (!outcome.record.empty()) facts = outcome.record.text();
  if (outcome.change_set != 0) facts += (facts.empty() ? "" : "  ·  ") + c.say(say::change_set_is, {std::to_string(outcome.change_set)});
  if (outcome.repeated) facts += "  ·  " + std::string(c.pick(say::was_repeated));
  if (!facts.empty()) print_line("  " + c.paint(Style::faint, facts));
  for (const auto& hit : outcome.duplicates)
    print_line("  " + c.paint(Style::warn, "! " + c.say(say::resembles, {clean(hit.masked ? std::string(c.pick(say::may_not_see)) : hit.name), hit.reason})));
  return ok;
}

}  // namespace cli
