#include "capi/door/describe.h"

#include "base/json_text.h"
#include "capi/door/shapes.h"
#include "capi/guanxi.h"
#include "model/labels.h"

namespace guanxi::door {
namespace {

// Writes members and elements one behind the other, with the commas where they belong.
class Json {
 public:
  explicit Json(std::string& out) : out_(out) {}

  Json& open(char bracket) {
    comma();
    out_ += bracket;
    first_ = true;
    return *this;
  }
  Json& close(char bracket) {
    out_ += bracket;
    first_ = false;
    return *this;
  }
  Json& name(std::string_view name) {
    comma();
    append_json_string(name, out_);
    out_ += ':';
    first_ = true;
    return *this;
  }
  Json& text(std::string_view text) {
    comma();
    append_json_string(text, out_);
    return *this;
  }
  Json& number(std::int64_t number) {
    comma();
    out_ += std::to_string(number);
    return *this;
  }
  Json& yes() {
    comma();
    out_ += "true";
    return *this;
  }

 private:
  void comma() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  std::string& out_;
  bool first_ = true;
};

void labels(Json& json, std::string_view all) {
  json.name("label").open('{').name("en").text(first_label(all, Language::english)).name("zh").text(first_label(all, Language::chinese)).close('}');
}

void describe_field(Json& json, const Schema& schema, const AnyField& field) {
  json.open('{').name("number").number(field.number).name("name").text(field.name);
  labels(json, field.labels);
  json.name("type").text(type_word(field.type));
  for (const auto& [flag, word] : {std::pair{required, "required"}, {searchable, "searchable"}, {indexed, "indexed"}, {command_only, "command_only"},
                                   {system_only, "system_only"}, {dimension, "dimension"}, {personal, "personal"}})
    if (field.has(flag)) json.name(word).yes();
  if (field.type == Type::decimal) json.name("scale").number(field.scale);
  if (field.bounded()) json.name("least").number(field.least).name("most").number(field.most);
  if (!field.picklist.empty()) json.name("picklist").text(field.picklist);
  if (const EntityType* target = field.target == 0 ? nullptr : schema.find(field.target); target != nullptr) json.name("target").text(target->name());
  json.close('}');
}

void describe_type(Json& json, const Schema& schema, const EntityType& type) {
  json.name("number").number(type.number()).name("name").text(type.name());
  labels(json, type.labels());
  json.name("fields").open('[');
  for (const AnyField* field : type.fields()) describe_field(json, schema, *field);
  json.close(']');
}

void describe_picklist(Json& json, const PicklistType& list) {
  json.open('{').name("name").text(list.name).name("entries").open('[');
  for (const PicklistEntry& entry : list.entries) {
    json.open('{').name("code").text(entry.code).name("label").open('{').name("en").text(entry.english).name("zh").text(entry.chinese).close('}');
    if (entry.retired) json.name("retired").yes();
    json.close('}');
  }
  json.close(']').close('}');
}

template <class All, class Each>
void list(Json& json, std::string_view name, const All& all, Each&& each) {
  json.name(name).open('[');
  for (const auto& one : all) {
    json.open('{');
    each(one);
    json.close('}');
  }
  json.close(']');
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
  std::string out;
  Json json(out);
  json.open('{').name("version").text(version()).name("abi").number(GX_ABI_VERSION);
  list(json, "entities", schema.entities(), [&](const auto& type) { describe_type(json, schema, *type); });
  list(json, "commands", builtin_commands(), [&](const AnyEntity* command) { describe_type(json, schema, EntityType(*command)); });
  list(json, "queries", queries(), [&](const QueryEntry& query) {
    describe_type(json, schema, EntityType(*query.arguments));
    json.name("rows").text(name_of(*query.rows)).name("says").text(query.says);
    if (query.takes_condition) json.name("takes_condition").yes();
  });
  list(json, "rows", row_shapes(), [&](const AnyEntity* row) { describe_type(json, schema, EntityType(*row)); });
  json.name("picklists").open('[');
  for (const PicklistType& picklist : schema.picklists()) describe_picklist(json, picklist);
  json.close(']').close('}');
  return out;
}

}  // namespace guanxi::door
