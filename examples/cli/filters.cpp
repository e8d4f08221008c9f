// guanxi filter, segment, rule
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "commands.h"
#include "names.h"
#include "outcome.h"
#include "sentences.h"
#include "table.h"
#include "values.h"

namespace cli {

namespace {

struct FilterArguments {
  std::string file, name, condition, entity = "account", record, message_zh, message_en, at_field, model, decision, moment = "write", target;
  bool shared = false, off = false;
};

// Adds a row of one of the entities that hold rules.
int save(const Context& c, const FilterArguments& a, const AnyEntity& entity, const std::vector<std::pair<std::string, std::string>>& fields) {
  auto [store, session] = open(c, a.file);
  const auto& type = session.schema()->of(entity);
  std::vector<std::string> given{"name=" + a.name, "entity=" + std::string(entity_named(c, *session.schema(), a.entity).name())};
  for (const auto& [field, text] : fields)
    if (!text.empty()) given.push_back(field + "=" + text);
  auto record = record_of(c, session, type, given);
  return tell(c, say::did_save, need(c, session.create(record)), a.name);
}

// The rows of such an entity: name, what they are about, what they say.
int list(const Context& c, const FilterArguments& a, std::initializer_list<const AnyEntity*> entities) {
  auto [store, session] = open(c, a.file);
  auto json = nlohmann::ordered_json::array();
  Table table;
  table.column(c.pick(say::word_name)).column(c.pick(say::word_entity)).column(c.pick(say::word_condition));
  for (const AnyEntity* entity : entities) {
    const auto& type = session.schema()->of(*entity);
    const auto* says = type.find("condition") != nullptr ? type.find("condition") : type.find("decision");
    need(c, session.each(type.number(), {}, {}, [&](AnyRecord& row) {
      json.push_back(json_of(*session.schema(), row));
      table.row({std::string(row.get(*type.find("name")).view()), std::string(row.get(*type.find("entity")).view()), std::string(row.get(*says).view())});
      return true;
    }));
  }
  if (c.json) {
    print_json(json);
    return ok;
  }
  print(table.text(c));
  return ok;
}

int put(const Context& c, const FilterArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto segment = record_named(c, session, schema->of(Segment), a.name);
  const auto* type = schema->find(segment.get(Segment.entity).view());
  const auto record = record_named(c, session, *type, a.record);
  Record<SegmentMember> member;
  member[SegmentMember.segment] = Ref<SegmentEntity>(segment.id());
  member[SegmentMember.record] = record.id();
  if (a.off) member[SegmentMember.excluded] = true;
  return tell(c, a.off ? say::did_keep_off : say::did_put, need(c, session.create(member)), a.record);
}

std::string text_of(const Context& c, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Stop{missing, c.say(say::cannot_read, {path}), "not_found"};
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

void add_segments(CommandLine& line, const Context& c) {
  auto& segment = line.command("segment", say::help_segment);
  auto a = std::make_shared<FilterArguments>();
  segment.sub("add", say::help_segment_add)
      .positional("FILE", a->file, say::arg_file)
      .positional("NAME", a->name, say::arg_name)
      .positional("CONDITION", a->condition, say::arg_condition, false)
      .option("--entity", "E", a->entity, say::opt_entity)
      .flag("--shared", a->shared, say::opt_shared)
      .example("crm.db 'Autumn fair' 'tier = \"A\" and count(contract) > 0'")
      .does([&c, a] { return save(c, *a, Segment, {{"condition", a->condition}, {"shared", a->shared ? "yes" : ""}}); });
  auto p = std::make_shared<FilterArguments>();
  segment.sub("put", say::help_segment_put)
      .positional("FILE", p->file, say::arg_file)
      .positional("SEGMENT", p->name, say::arg_segment)
      .positional("WHICH", p->record, say::arg_record)
      .flag("--off", p->off, say::opt_off)
      .example("crm.db 'Autumn fair' '示例科技'")
      .does([&c, p] { return put(c, *p); });
  auto l = std::make_shared<FilterArguments>();
  segment.sub("list", say::help_segment_list).positional("FILE", l->file, say::arg_file).example("crm.db").does([&c, l] { return list(c, *l, {&Segment}); });
}

void add_rule(CommandLine& line, const Context& c) {
  auto& rule = line.command("rule", say::help_rule);
  auto v = std::make_shared<FilterArguments>();
  rule.sub("check", say::help_rule_check)
      .positional("FILE", v->file, say::arg_file)
      .positional("NAME", v->name, say::arg_name)
      .positional("CONDITION", v->condition, say::arg_condition)
      .option("--entity", "E", v->entity, say::opt_entity)
      .option("--zh", "TEXT", v->message_zh, say::opt_message_zh, true)
      .option("--en", "TEXT", v->message_en, say::opt_message_en, true)
      .option("--field", "F", v->at_field, say::opt_at_field)
      .example("crm.db 'Size of tier A' 'if tier = \"A\" then employees != null else true' --zh 请填写员工人数 --en 'How many employees?'")
      .does([&c, v] {
        return save(c, *v, ValidationRule, {{"condition", v->condition}, {"message_zh", v->message_zh}, {"message_en", v->message_en}, {"at_field", v->at_field}});
      });
  auto d = std::make_shared<FilterArguments>();
  rule.sub("decide", say::help_rule_decide)
      .positional("FILE", d->file, say::arg_file)
      .positional("NAME", d->name, say::arg_name)
      .positional("MODEL", d->model, say::arg_dmn)
      .option("--entity", "E", d->entity, say::opt_entity)
      .option("--decision", "NAME", d->decision, say::opt_decision_name, true)
      .option("--on", "create|write", d->moment, say::opt_moment)
      .option("--target", "F", d->target, say::opt_target_field)
      .example("crm.db 'Route requests' routing.dmn --entity service_request --decision Route --on create")
      .does([&c, d] {
        return save(c, *d, DecisionRule, {{"model", text_of(c, d->model)}, {"decision", d->decision}, {"moment", d->moment}, {"target", d->target}});
      });
  auto l = std::make_shared<FilterArguments>();
  rule.sub("list", say::help_rule_list).positional("FILE", l->file, say::arg_file).example("crm.db").does([&c, l] {
    return list(c, *l, {&ValidationRule, &DecisionRule});
  });
}

}  // namespace

void add_filters(CommandLine& line, const Context& c) {
  auto& filter = line.command("filter", say::help_filter);
  auto a = std::make_shared<FilterArguments>();
  filter.sub("add", say::help_filter_add)
      .positional("FILE", a->file, say::arg_file)
      .positional("NAME", a->name, say::arg_name)
      .positional("CONDITION", a->condition, say::arg_condition)
      .option("--entity", "E", a->entity, say::opt_entity)
      .flag("--shared", a->shared, say::opt_shared)
      .example("crm.db 'Big in Shanghai' 'employees > 500 and province = \"上海市\"' --shared")
      .does([&c, a] { return save(c, *a, SavedFilter, {{"condition", a->condition}, {"shared", a->shared ? "yes" : ""}}); });
  auto l = std::make_shared<FilterArguments>();
  filter.sub("list", say::help_filter_list).positional("FILE", l->file, say::arg_file).example("crm.db").does([&c, l] { return list(c, *l, {&SavedFilter}); });
  add_segments(line, c);
  add_rule(line, c);
}

}  // namespace cli
