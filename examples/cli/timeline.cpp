#include "timeline.h"

#include <nlohmann/json.hpp>

#include "format.h"
#include "sentences.h"
#include "values.h"

namespace cli {

namespace {

std::string kind(const Context& c, const std::string& name) {
  if (name == "activity") return std::string(c.pick(say::kind_activity));
  if (name == "opportunity") return std::string(c.pick(say::kind_opportunity));
  if (name == "stage") return std::string(c.pick(say::kind_stage));
  if (name == "request") return std::string(c.pick(say::kind_request));
  if (name == "contract") return std::string(c.pick(say::kind_contract));
  if (name == "change") return std::string(c.pick(say::kind_change));
  return name;
}

}  // namespace

Table timeline_table(const Context& c, const std::vector<TimelineEntry>& entries) {
  Table table;
  table.column(c.pick(say::word_when)).column(c.pick(say::word_kind)).column(c.pick(say::word_what)).column(c.pick(say::word_detail)).column(c.pick(say::word_who));
  for (const auto& entry : entries) table.row({local_time(entry.at), kind(c, entry.kind), entry.title, cut(clean(entry.detail), 60), entry.who});
  table.drop_empty_columns();
  return table;
}

nlohmann::ordered_json json_of(const std::vector<TimelineEntry>& entries) {
  auto out = nlohmann::ordered_json::array();
  for (const auto& entry : entries)
    out.push_back({{"at", entry.at.text()}, {"kind", entry.kind}, {"entity", entry.entity}, {"record", json_of(entry.record)},
                   {"title", entry.title}, {"detail", entry.detail}, {"who", entry.who}});
  return out;
}

}  // namespace cli
