#include "capi/door/describe.h"

#include "base/json_text.h"
#include "capi/door/shapes.h"
#include "capi/guanxi.h"
#include "model/labels.h"

namespace guanxi::door {
namespace {

void labels(JsonText& json, std::string_view all) {
  json.name("label").open('{').text("en", first_label(all, Language::english)).text("zh", first_label(all, Language::chinese)).close('}');
}

void describe_field(JsonText& json, const Schema& schema, const AnyField& field) {
  json.number("number", field.number).text("name", field.name);
  labels(json, field.labels);
  json.text("type", type_word(field.type));
  for (const auto& [flag, word] : {std::pair{required, "required"}, {searchable, "searchable"}, {indexed, "indexed"}, {command_only, "command_only"},
                                   {system_only, "system_only"}, {dimension, "dimension"}, {personal, "personal"}})
    if (field.has(flag)) json.flag(word, true);
  if (field.type == Type::decimal) json.number("scale", field.scale);
  if (field.bounded()) json.number("least", field.least).number("most", field.most);
  if (!field.picklist.empty()) json.text("picklist", field.picklist);
  if (const EntityType* target = field.target == 0 ? nullptr : schema.find(field.target); target != nullptr) json.text("target", target->name());
}

void describe_type(JsonText& json, const Schema& schema, const EntityType& type) {
  json.number("number", type.number()).text("name", type.name());
  labels(json, type.labels());
  json.name("fields").objects(type.fields(), [&](const AnyField* field) { describe_field(json, schema, *field); });
}

void describe_picklist(JsonText& json, const PicklistType& list) {
  json.text("name", list.name).name("entries").objects(list.entries, [&](const PicklistEntry& entry) {
    json.text("code", entry.code).name("label").open('{').text("en", entry.english).text("zh", entry.chinese).close('}');
    if (entry.retired) json.flag("retired", true);
  });
}

}  // namespace

std::string_view type_word(Type type) noexcept {
  switch (type) {
    case Type::none: break;
    case Type::boolean: return "boolean";
    case Type::integer: return "integer";
    case Type::decimal: return "decimal";
    case Type::money: return "money";
    case Type::date: return "date";
    case Type::instant: return "instant";
    case Type::text: return "text";
    case Type::picklist: return "picklist";
    case Type::set: return "set";
    case Type::id: return "id";
  }
  return "none";
}

std::string describe(const Schema& schema) {
  JsonText json;
  json.open('{').text("version", version()).number("abi", GX_ABI_VERSION);
  json.name("entities").objects(schema.entities(), [&](const auto& type) { describe_type(json, schema, *type); });
  json.name("commands").objects(builtin_commands(), [&](const AnyEntity* command) { describe_type(json, schema, EntityType(*command)); });
  json.name("queries").objects(queries(), [&](const QueryEntry& query) {
    describe_type(json, schema, EntityType(*query.arguments));
    json.text("rows", name_of(*query.rows)).text("says", query.says);
    if (query.takes_condition) json.flag("takes_condition", true);
  });
  json.name("rows").objects(row_shapes(), [&](const AnyEntity* row) { describe_type(json, schema, EntityType(*row)); });
  json.name("picklists").objects(schema.picklists(), [&](const PicklistType& list) { describe_picklist(json, list); });
  return json.close('}').take();
}

}  // namespace guanxi::door
