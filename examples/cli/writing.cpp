// guanxi add, update, archive, restore
#include <nlohmann/json.hpp>

#include "commands.h"
#include "outcome.h"
#include "sentences.h"
#include "values.h"

namespace cli {

namespace {

struct WritingArguments {
  std::string file, entity, record, duplicates = "refuse", source, reason, key;
  std::vector<std::string> fields;
  std::int64_t revision = 0;
};

CommandOptions options_of(const Context& c, const WritingArguments& a) {
  CommandOptions options;
  options.reason = a.reason;
  options.source = a.source;
  options.idempotency_key = a.key;
  options.expected_revision = a.revision;
  if (a.duplicates == "warn") {
    options.on_duplicate = OnDuplicate::warn;
  } else if (a.duplicates == "allow") {
    options.on_duplicate = OnDuplicate::allow;
  } else if (a.duplicates != "refuse") {
    throw Stop{usage, c.say(say::unknown_duplicates, {a.duplicates}), "usage"};
  }
  return options;
}

// What a record without a name of its own is called.
std::string called(const Context& c, const EntityType& type, const AnyRecord& record) {
  const auto title = title_of(type, record);
  return title.empty() ? label_of_entity(c, type) : title;
}

int add(const Context& c, const WritingArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  auto record = record_of(c, session, type, a.fields);
  const auto outcome = need(c, session.create(record, options_of(c, a)));
  return tell(c, say::did_add, outcome, called(c, type, record));
}

int update(const Context& c, const WritingArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  const auto before = record_named(c, session, type, a.record);
  const auto outcome = need(c, session.update(before.id(), record_of(c, session, type, a.fields), options_of(c, a)));
  return tell(c, outcome.change_set != 0 ? say::did_update : say::did_nothing, outcome, called(c, type, before));
}

// An archived record is not found by words; its id always finds it.
int put_away(const Context& c, const WritingArguments& a, bool back) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  const auto id = Id::parse(a.record);
  const auto record = id ? *id : back ? archived_one(c, session, type, a.record) : record_named(c, session, type, a.record).id();
  const auto outcome = need(c, back ? session.restore(type.number(), record, options_of(c, a)) : session.archive(type.number(), record, options_of(c, a)));
  return tell(c, back ? say::did_restore : say::did_archive, outcome, a.record);
}

}  // namespace

void add_writing(CommandLine& line, const Context& c) {
  auto n = std::make_shared<WritingArguments>();
  line.command("add", say::help_add)
      .positional("FILE", n->file, say::arg_file)
      .positional("ENTITY", n->entity, say::arg_entity)
      .rest("FIELD=VALUE", n->fields, say::arg_fields)
      .option("--duplicates", "refuse|warn|allow", n->duplicates, say::opt_duplicates)
      .option("--source", "NAME", n->source, say::opt_source)
      .option("--reason", "TEXT", n->reason, say::opt_reason)
      .option("--key", "KEY", n->key, say::opt_idempotency)
      .example("crm.db account name='示例科技有限公司' tier=A phone='021 5555 0100'")
      .example("crm.db activity type=call subject='First call' account='示例科技' due_at=2026-12-01")
      .does([&c, n] { return add(c, *n); });

  auto u = std::make_shared<WritingArguments>();
  line.command("update", say::help_update)
      .positional("FILE", u->file, say::arg_file)
      .positional("ENTITY", u->entity, say::arg_entity)
      .positional("WHICH", u->record, say::arg_record)
      .rest("FIELD=VALUE", u->fields, say::arg_fields)
      .option("--revision", "N", u->revision, say::opt_revision)
      .option("--duplicates", "refuse|warn|allow", u->duplicates, say::opt_duplicates)
      .option("--source", "NAME", u->source, say::opt_source)
      .option("--reason", "TEXT", u->reason, say::opt_reason)
      .example("crm.db account '示例科技' tier=B note=")
      .does([&c, u] { return update(c, *u); });

  for (const bool back : {false, true}) {
    auto a = std::make_shared<WritingArguments>();
    line.command(back ? "restore" : "archive", back ? say::help_restore : say::help_archive)
        .positional("FILE", a->file, say::arg_file)
        .positional("ENTITY", a->entity, say::arg_entity)
        .positional("WHICH", a->record, say::arg_record)
        .option("--reason", "TEXT", a->reason, say::opt_reason)
        .example("crm.db account '示例科技'")
        .does([&c, a, back] { return put_away(c, *a, back); });
  }
}

}  // namespace cli
