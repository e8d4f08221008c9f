#include "listing.h"

#include <algorithm>
#include <map>

#include "sentences.h"

namespace cli {

namespace {

const std::map<std::string_view, std::vector<std::string_view>>& usual() {
  static const std::map<std::string_view, std::vector<std::string_view>> columns{
      {"account", {"name", "tier", "status", "industry", "province", "city", "owner", "phone"}},
      {"contact", {"name", "title", "account", "mobile", "phone", "email", "owner"}},
      {"lead", {"name", "company", "status", "source", "phone", "email", "owner"}},
      {"opportunity", {"name", "account", "stage", "amount", "probability", "close_on", "owner"}},
      {"activity", {"type", "subject", "status", "due_at", "account", "owner"}},
      {"service_request", {"number", "subject", "type", "status", "priority", "account", "owner"}},
      {"contract", {"number", "name", "account", "status", "amount", "ends_on", "owner"}},
      {"user", {"login", "name", "department", "manager", "status", "level", "administrator"}},
      {"role_grant", {"role", "entity", "action", "scope", "level"}},
  };
  return columns;
}

std::string header(const Context& c, const AnyField& field, const std::vector<OrderTerm>& order) {
  std::string out(label_of(field, c.language));
  for (const auto& term : order)
    if (term.field == field.number) out += term.descending ? " ▼" : " ▲";
  return out;
}

bool is_number(Type type) { return type == Type::integer || type == Type::decimal || type == Type::money; }

}  // namespace

std::vector<const AnyField*> usual_columns(const EntityType& type) {
  std::vector<const AnyField*> out;
  const auto known = usual().find(type.name());
  if (known != usual().end()) {
    for (const auto name : known->second)
      if (const auto* field = type.find(name)) out.push_back(field);
  } else {
    for (const auto* field : type.fields())
      if (field->slot >= common::count && out.size() < 6) out.push_back(field);
  }
  for (const auto* field : type.fields())
    if (field->custom() && out.size() < 10) out.push_back(field);
  return out;
}

std::vector<const AnyField*> columns_named(const Context& c, const EntityType& type, std::string_view text) {
  std::vector<const AnyField*> out;
  while (!text.empty()) {
    const auto end = std::min(text.find(','), text.size());
    out.push_back(&field_named(c, type, text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

Table listing(const Context& c, const Schema& schema, Names& names, const EntityType& type, const std::vector<AnyRecord>& rows,
              const std::vector<const AnyField*>& columns, const std::vector<OrderTerm>& order, bool chosen) {
  Table table;
  for (const auto* field : columns) table.column(header(c, *field, order), is_number(field->type) ? Table::Align::right : Table::Align::left);
  const auto* archived = type.find("archived_at");
  for (const auto& row : rows) {
    std::vector<std::string> cells;
    for (const auto* field : columns) cells.push_back(shown(c, schema, names, *field, row.get(*field)));
    table.row(std::move(cells), archived != nullptr && row.get(*archived).is_set() ? Style::faint : Style::plain);
  }
  if (!chosen) table.drop_empty_columns();
  return table;
}

}  // namespace cli
