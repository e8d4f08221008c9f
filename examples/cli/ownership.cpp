// guanxi assign, handover, claim, release, suspend, reinstate
#include <nlohmann/json.hpp>

#include "commands.h"
#include "format.h"
#include "outcome.h"
#include "sentences.h"
#include "table.h"
#include "values.h"

namespace cli {

namespace {

struct OwnershipArguments {
  std::string file, record, entity = "account", from, to, entities, reason;
  bool dry_run = false;
};

struct Holding {
  const EntityType* type;
  std::int64_t count;
};

// What the user owns, entity by entity.
std::vector<Holding> holdings(const Context& c, Session& session, const Schema& schema, const Id& user) {
  std::vector<Holding> out;
  const auto literal = Codec<Id>::pack(user);
  for (const auto& type : schema.entities()) {
    if (type->owner() == no_slot) continue;
    const auto* owner = type->fields()[type->owner()];
    const auto count = need(c, session.count(type->number(), Expr::compare(Expr::Op::equal, type->number(), owner->number, literal)));
    if (count > 0) out.push_back({type.get(), count});
  }
  return out;
}

// "account,contact" → "|account|contact|".
std::string entity_set(const Context& c, const Schema& schema, std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const auto end = std::min(text.find(','), text.size());
    names.emplace_back(entity_named(c, schema, text.substr(0, end)).name());
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::sort(names.begin(), names.end());
  std::string out = "|";
  for (const auto& name : names) out.append(name).append("|");
  return names.empty() ? std::string() : out;
}

constexpr Message only_tried{"cli.only_tried", "Only tried", "仅试运行"};

// A dry run does everything in a transaction and then gives it up.
Outcome hand_over(const Context& c, Session& session, const Record<HandOver>& arguments, const OwnershipArguments& a) {
  Outcome outcome;
  const auto result = session.transaction([&]() -> Result<void> {
    auto done = session.run(arguments, {.reason = a.reason});
    if (!done) return std::move(done).error();
    outcome = std::move(*done);
    if (a.dry_run) return Error(Code::cancelled, only_tried);
    return {};
  });
  if (!result && result.error().id() != only_tried.id) need(c, Result<void>(result.error().clone()));
  return outcome;
}

void show_handover(const Context& c, const OwnershipArguments& a, const std::vector<Holding>& held, const Outcome& outcome) {
  print_line(c.paint(Style::good, "✓ ") + c.say(a.dry_run ? say::would_hand_over : say::handed_over, {a.from, a.to, grouped(outcome.affected)}));
  if (a.entities.empty()) {
    Sheet sheet;
    for (const auto& each : held) sheet.line(label_of_entity(c, *each.type), pad(grouped(each.count), 9, true));
    print(sheet.text(c, 2));
  }
  if (!a.dry_run && outcome.change_set != 0) print_line(c.paint(Style::faint, c.say(say::next_undo_this, {a.file, std::to_string(outcome.change_set)})));
}

int handover(const Context& c, const OwnershipArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto from = record_named(c, session, schema->of(User), a.from).id();
  const auto to = record_named(c, session, schema->of(User), a.to).id();
  const auto held = holdings(c, session, *schema, from);
  const auto entities = entity_set(c, *schema, a.entities);
  Record<HandOver> arguments;
  arguments[HandOver.from] = from;
  arguments[HandOver.to] = to;
  if (!entities.empty()) arguments[HandOver.entities] = CodeSet(entities);
  const auto outcome = hand_over(c, session, arguments, a);
  if (!c.json) {
    show_handover(c, a, held, outcome);
    return ok;
  }
  nlohmann::ordered_json out{{"dry_run", a.dry_run}, {"affected", outcome.affected}, {"change_set", a.dry_run ? 0 : outcome.change_set}};
  for (const auto& each : held) out["held"][std::string(each.type->name())] = each.count;
  print_json(out);
  return ok;
}

int assign(const Context& c, const OwnershipArguments& a) {
  auto [store, session] = open(c, a.file);
  const auto schema = session.schema();
  const auto& type = entity_named(c, *schema, a.entity);
  const auto record = record_named(c, session, type, a.record);
  Record<ChangeOwner> arguments;
  arguments[ChangeOwner.entity] = type.name();
  arguments[ChangeOwner.record] = record.id();
  arguments[ChangeOwner.owner] = record_named(c, session, schema->of(User), a.to).id();
  return tell(c, say::did_assign, need(c, session.run(arguments, {.reason = a.reason})), title_of(type, record));
}

// The commands that take an account and nothing more.
template <const auto& C>
int on_account(const Context& c, const OwnershipArguments& a, const Phrase& sentence) {
  auto [store, session] = open(c, a.file);
  const auto& type = session.schema()->of(Account);
  const auto account = record_named(c, session, type, a.record);
  Record<C> arguments;
  arguments[C.account] = account.id();
  if constexpr (requires { C.reason; }) arguments[C.reason] = Text(a.reason);
  return tell(c, sentence, need(c, session.run(arguments, {.reason = a.reason})), title_of(type, account));
}

using Work = int (*)(const Context&, const OwnershipArguments&, const Phrase&);

void add_on_account(CommandLine& line, const Context& c, const char* name, const Phrase& help, const Phrase& sentence, Work work, bool reason) {
  auto a = std::make_shared<OwnershipArguments>();
  auto& command = line.command(name, help).positional("FILE", a->file, say::arg_file).positional("WHO", a->record, say::arg_account);
  command.option("--reason", "TEXT", a->reason, say::opt_reason, reason);
  command.example(reason ? "crm.db '示例科技' --reason 'unpaid invoices'" : "crm.db '示例科技'");
  command.does([&c, a, work, &sentence] { return work(c, *a, sentence); });
}

}  // namespace

void add_ownership(CommandLine& line, const Context& c) {
  auto s = std::make_shared<OwnershipArguments>();
  line.command("assign", say::help_assign)
      .positional("FILE", s->file, say::arg_file)
      .positional("WHICH", s->record, say::arg_record)
      .option("--to", "LOGIN", s->to, say::opt_assign_to, true)
      .option("--entity", "E", s->entity, say::opt_entity)
      .option("--reason", "TEXT", s->reason, say::opt_reason)
      .example("crm.db '示例科技' --to lina")
      .does([&c, s] { return assign(c, *s); });

  auto h = std::make_shared<OwnershipArguments>();
  line.command("handover", say::help_handover)
      .positional("FILE", h->file, say::arg_file)
      .option("--from", "LOGIN", h->from, say::opt_handover_from, true)
      .option("--to", "LOGIN", h->to, say::opt_handover_to, true)
      .option("--entities", "A,B,…", h->entities, say::opt_handover_entities)
      .option("--reason", "TEXT", h->reason, say::opt_reason)
      .flag("--dry-run", h->dry_run, say::opt_dry_run)
      .example("crm.db --from lina --to wangwei --dry-run")
      .does([&c, h] { return handover(c, *h); });

  add_on_account(line, c, "claim", say::help_claim, say::did_claim, on_account<Claim>, false);
  add_on_account(line, c, "release", say::help_release, say::did_release, on_account<Release>, false);
  add_on_account(line, c, "suspend", say::help_suspend, say::did_suspend, on_account<Suspend>, true);
  add_on_account(line, c, "reinstate", say::help_reinstate, say::did_reinstate, on_account<Reinstate>, false);
}

}  // namespace cli
