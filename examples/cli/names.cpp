#include "names.h"

#include <algorithm>

#include "format.h"
#include "guanxi/text.h"
#include "sentences.h"

namespace cli {

namespace {

// Whether one of the labels "中文,别名|English,alias" is this text.
bool labelled(std::string_view labels, std::string_view folded) {
  while (!labels.empty()) {
    const auto end = std::min(labels.find_first_of(",|"), labels.size());
    if (text::fold(labels.substr(0, end)) == folded) return true;
    labels.remove_prefix(std::min(end + 1, labels.size()));
  }
  return false;
}

std::string joined_names(const EntityType& type) {
  std::string out;
  for (const auto* field : type.fields()) out.append(out.empty() ? "" : ", ").append(field->name);
  return out;
}

// Records whose field equals the text.
std::vector<AnyRecord> equal_ones(const Context& c, Session& session, const EntityType& type, std::string_view field, std::string_view text) {
  const auto* found = type.find(field);
  if (found == nullptr || found->type != Type::text) return {};
  const auto literal = Value::of_bytes(Type::text, text.data(), text.size());
  return need(c, session.find(type.number(), Expr::compare(Expr::Op::equal, type.number(), found->number, literal), {.limit = 10})).rows;
}

bool has_search(const EntityType& type) {
  return std::any_of(type.fields().begin(), type.fields().end(), [](const AnyField* field) { return field->has(searchable); });
}

// What the words find; the one of exactly this name where there is one.
std::vector<AnyRecord> searched(const Context& c, Session& session, const EntityType& type, std::string_view words) {
  auto rows = need(c, session.search(type.number(), words, 10));
  const auto folded = text::fold(words);
  const auto exact = [&](const AnyRecord& row) { return text::fold(title_of(type, row)) == folded; };
  if (std::count_if(rows.begin(), rows.end(), exact) == 1) {
    auto one = std::move(*std::find_if(rows.begin(), rows.end(), exact));
    rows.clear();
    rows.push_back(std::move(one));
  }
  return rows;
}

[[noreturn]] void several(const Context& c, const EntityType& type, std::string_view text, const std::vector<AnyRecord>& rows) {
  auto sentence = c.say(say::several_match, {text});
  for (const auto& row : rows) sentence += "\n  " + row.id().text() + "  " + clean(title_of(type, row));
  throw Stop{refused, sentence, "ambiguous"};
}

}  // namespace

const EntityType& entity_named(const Context& c, const Schema& schema, std::string_view text) {
  if (const auto* exact = schema.find(text)) return *exact;
  const auto folded = text::fold(text);
  for (const auto& type : schema.entities())
    if (labelled(type->labels(), folded)) return *type;
  std::string names;
  for (const auto& type : schema.entities()) names.append(names.empty() ? "" : ", ").append(type->name());
  throw Stop{usage, c.say(say::unknown_entity, {text, names}), "not_found"};
}

const AnyField& field_named(const Context& c, const EntityType& type, std::string_view text) {
  if (const auto* exact = type.find(text)) return *exact;
  const auto folded = text::fold(text);
  for (const auto* field : type.fields())
    if (labelled(field->labels, folded)) return *field;
  throw Stop{usage, c.say(say::unknown_field, {type.name(), text, joined_names(type)}), "not_found"};
}

std::string label_of_entity(const Context& c, const EntityType& type) {
  auto labels = type.labels();
  const auto bar = labels.find('|');
  labels = c.chinese() || bar == std::string_view::npos ? labels.substr(0, bar) : labels.substr(bar + 1);
  return std::string(labels.substr(0, labels.find(',')));
}

std::string title_of(const EntityType& type, const AnyRecord& record) {
  for (const std::string_view name : {"name", "subject", "title", "number", "value", "login"}) {
    const auto* field = type.find(name);
    if (field != nullptr && record.get(*field).is_set() && field->type == Type::text) return std::string(record.get(*field).view());
  }
  return {};
}

AnyRecord record_named(const Context& c, Session& session, const EntityType& type, std::string_view text) {
  if (const auto id = Id::parse(text)) return need(c, session.get(type.number(), *id));
  std::vector<AnyRecord> rows;
  for (const std::string_view field : {"login", "number", "code"})
    if (rows.empty()) rows = equal_ones(c, session, type, field, text);
  if (rows.empty() && has_search(type)) rows = searched(c, session, type, text);
  if (rows.empty()) rows = equal_ones(c, session, type, "name", text);
  if (rows.size() > 1) several(c, type, text, rows);
  if (rows.empty()) throw Stop{missing, c.say(say::no_such_record, {type.name(), text}), "not_found"};
  return std::move(rows.front());
}

Id archived_one(const Context& c, Session& session, const EntityType& type, std::string_view name) {
  const auto* field = type.find("name") != nullptr ? type.find("name") : type.find("subject");
  if (field == nullptr) throw Stop{missing, c.say(say::no_such_record, {type.name(), name}), "not_found"};
  auto named = Expr::compare(Expr::Op::equal, type.number(), field->number, Value::of_bytes(Type::text, name.data(), name.size()));
  auto away = !Expr::is_null(type.number(), type.fields()[common::archived_at]->number);
  const auto rows = need(c, session.find(type.number(), std::move(named) && std::move(away), {.limit = 10, .archived = true})).rows;
  if (rows.size() > 1) several(c, type, name, rows);
  if (rows.empty()) throw Stop{missing, c.say(say::no_such_archived, {type.name(), name}), "not_found"};
  return rows.front().id();
}

std::string Names::of(std::uint16_t entity, const Id& id) {
  if (id.empty()) return {};
  const auto known = known_.find(id);
  if (known != known_.end()) return known->second;
  const auto schema = session_.schema();
  const auto* type = schema->find(entity);
  std::string name;
  if (type != nullptr) {
    if (const auto row = session_.get(entity, id)) name = title_of(*type, *row);
  }
  if (name.empty()) name = "…" + id.text().substr(28);
  return known_[id] = name;
}

}  // namespace cli
