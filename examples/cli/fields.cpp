// guanxi field, dictionary
#include <nlohmann/json.hpp>
#include <optional>

#include "commands.h"
#include "guanxi/dictionary.h"
#include "outcome.h"
#include "sentences.h"
#include "table.h"
#include "values.h"

namespace cli {

namespace {

struct FieldsArguments {
  std::string file, entity, name, type = "text", label_zh, label_en, picklist, target;
  std::int64_t scale = -1;
  bool required = false, indexed = false, searchable = false;
};

std::string_view type_name(Type type) {
  switch (type) {
    case Type::none: return "";
    case Type::boolean: return "boolean";
    case Type::integer: return "integer";
    case Type::decimal: return "decimal";
    case Type::money: return "money";
    case Type::date: return "date";
    case Type::instant: return "instant";
    case Type::text: return "text";
    case Type::picklist: return "picklist";
    case Type::set: return "set";
    case Type::id: return "reference";
  }
  return "";
}

// What a field takes its values from: a picklist, or another entity.
std::string source_of(const Schema& schema, const AnyField& field) {
  const auto* target = schema.find(field.target);
  return target != nullptr ? std::string(target->name()) : std::string(field.picklist);
}

int add_field(const Context& c, const FieldsArguments& a) {
  auto [store, session] = open(c, a.file);
  std::vector<std::string> given{"entity=" + std::string(entity_named(c, *session.schema(), a.entity).name()), "name=" + a.name, "type=" + a.type};
  const auto add = [&](const char* field, const std::string& text) {
    if (!text.empty()) given.push_back(std::string(field) + "=" + text);
  };
  add("label_zh", a.label_zh);
  add("label_en", a.label_en);
  add("picklist", a.picklist);
  add("target", a.target);
  if (a.scale >= 0) add("scale", std::to_string(a.scale));
  if (a.required) add("required", "yes");
  if (a.indexed) add("indexed", "yes");
  if (a.searchable) add("searchable", "yes");
  auto record = record_of(c, session, session.schema()->of(CustomField), given);
  return tell(c, say::did_add_field, need(c, session.create(record)), a.name);
}

nlohmann::ordered_json fields_json(const Schema& schema, const EntityType& type) {
  auto fields = nlohmann::ordered_json::array();
  for (const auto* field : type.fields())
    fields.push_back({{"name", field->name}, {"number", field->number}, {"type", type_name(field->type)}, {"from", source_of(schema, *field)},
                      {"label_zh", label_of(*field, Language::chinese)}, {"label_en", label_of(*field, Language::english)},
                      {"required", field->has(required)}, {"indexed", field->has(indexed)}, {"searchable", field->has(searchable)},
                      {"command_only", field->has(command_only)}, {"system_only", field->has(system_only)}, {"custom", field->custom()}});
  return {{"entity", type.name()}, {"number", type.number()}, {"label", type.labels()}, {"fields", fields}};
}

int list_fields(const Context& c, const FieldsArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity.empty() ? "account" : a.entity);
  if (c.json) {
    print_json(fields_json(*schema, type));
    return ok;
  }
  Table table;
  table.column(c.pick(say::word_name)).column(c.pick(say::word_label)).column(c.pick(say::word_type)).column(c.pick(say::word_from)).column(c.pick(say::word_traits));
  for (const auto* field : type.fields()) {
    std::string traits;
    const auto trait = [&](bool has, const Phrase& phrase) {
      if (has) traits.append(traits.empty() ? "" : ", ").append(c.pick(phrase));
    };
    trait(field->has(required), say::trait_required);
    trait(field->has(indexed), say::trait_indexed);
    trait(field->has(searchable), say::trait_searchable);
    trait(field->has(command_only), say::trait_command);
    trait(field->custom(), say::trait_custom);
    table.row({std::string(field->name), std::string(label_of(*field, c.language)), std::string(type_name(field->type)), source_of(*schema, *field), traits},
              field->has(system_only) ? Style::faint : Style::plain);
  }
  print(table.text(c));
  return ok;
}

int dictionary(const Context& c, const FieldsArguments& a) {
  std::optional<Opened> opened;
  if (!a.file.empty()) opened.emplace(open(c, a.file));
  const std::shared_ptr<const Schema> schema = opened ? opened->session.schema() : Schema::builtin();
  if (!c.json) {
    print(data_dictionary(*schema, c.language));
    return ok;
  }
  auto out = nlohmann::ordered_json::array();
  for (const auto& type : schema->entities()) out.push_back(fields_json(*schema, *type));
  print_json(out);
  return ok;
}

}  // namespace

void add_fields(CommandLine& line, const Context& c) {
  auto& field = line.command("field", say::help_field);
  auto a = std::make_shared<FieldsArguments>();
  field.sub("add", say::help_field_add)
      .positional("FILE", a->file, say::arg_file)
      .positional("ENTITY", a->entity, say::arg_entity)
      .positional("NAME", a->name, say::arg_field_name)
      .option("--type", "T", a->type, say::opt_type)
      .option("--label-zh", "L", a->label_zh, say::opt_label_zh)
      .option("--label-en", "L", a->label_en, say::opt_label_en)
      .option("--picklist", "P", a->picklist, say::opt_picklist)
      .option("--target", "E", a->target, say::opt_target)
      .option("--scale", "N", a->scale, say::opt_scale)
      .flag("--required", a->required, say::opt_required)
      .flag("--indexed", a->indexed, say::opt_indexed)
      .flag("--searchable", a->searchable, say::opt_searchable)
      .example("crm.db account seats --type integer --label-zh 席位数 --label-en Seats --indexed")
      .does([&c, a] { return add_field(c, *a); });

  auto l = std::make_shared<FieldsArguments>();
  field.sub("list", say::help_field_list)
      .positional("FILE", l->file, say::arg_file)
      .positional("ENTITY", l->entity, say::arg_entity, false)
      .example("crm.db account")
      .does([&c, l] { return list_fields(c, *l); });

  auto d = std::make_shared<FieldsArguments>();
  line.command("dictionary", say::help_dictionary)
      .positional("FILE", d->file, say::arg_file, false)
      .example("crm.db > dictionary.md")
      .does([&c, d] { return dictionary(c, *d); });
}

}  // namespace cli
