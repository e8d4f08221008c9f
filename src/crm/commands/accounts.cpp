// Suspending accounts, the pool (公海), and the parts that contacts play.
#include "base/check.h"
#include "crm/commands/commands.h"
#include "crm/messages.h"

namespace guanxi::commands {
namespace {

constexpr Message suspended_already{"account.suspended_already", "The account \"{0}\" is suspended already.", "客户“{0}”已处于冻结状态。"};
constexpr Message not_suspended{"account.not_suspended", "The account \"{0}\" is not suspended.", "客户“{0}”未被冻结。"};
constexpr Message has_owner{"pool.has_owner", "The account \"{0}\" belongs to {1}: only accounts in the pool can be claimed.",
                            "客户“{0}”的负责人是{1}：只能领取公海中的客户。"};
constexpr Message in_pool{"pool.in_pool", "The account \"{0}\" is in the pool already.", "客户“{0}”已在公海中。"};
constexpr Message limit_reached{"pool.limit", "You own {0} accounts and may own {1}: release some before you claim another.",
                                "您名下已有 {0} 个客户，上限为 {1} 个：请先释放部分客户再领取。"};
constexpr Message nobody{"pool.nobody", "A system session owns no accounts: open a session as the user who claims.",
                         "系统会话不能领取客户：请以领取人的身份打开会话。"};

Result<Edit> account_to_edit(Unit& unit, const AnyRecord& arguments, const AnyField& field) {
  return edit(unit, unit.schema().of(Account), Codec<Id>::unpack(arguments.get(field)));
}

std::string name_in(const AnyRecord& account) { return std::string(account.get(Account.name).view()); }

Result<void> store_account(Unit& unit, Edit& row, Unit::As as) {
  GUANXI_CHECK(unit.update(unit.schema().of(Account), row.before, row.after, store::ChangeKind::update, as));
  report(unit, row.after);
  return {};
}

Result<std::int64_t> claim_limit(Unit& unit) {
  const EntityType& users = unit.schema().of(User);
  AnyRecord user = users.record();
  GUANXI_ASSIGN(const bool found, unit.writer().get(users, unit.user(), user));
  const Value& limit = user.get(User.claim_limit);
  return found && limit.is_set() ? limit.integer : std::int64_t{unit.view().engine().options().default_claim_limit};
}

Result<std::int64_t> owned_accounts(Unit& unit) {
  const Expr mine = Account.owner == unit.user() && is_null(Account.archived_at);
  std::int64_t count = 0;
  store::Aggregate request;
  request.type = &unit.schema().of(Account);
  request.filter = &mine;
  request.groups = {{}};
  GUANXI_CHECK(unit.writer().aggregate(request, [&](const store::AggregateRow& row) { count = row.count; }));
  return count;
}

}  // namespace

Result<void> suspend(Unit& unit, const AnyRecord& arguments) {
  GUANXI_ASSIGN(Edit row, account_to_edit(unit, arguments, Suspend.account));
  if (Codec<Bool>::unpack(row.before.get(Account.suspended))) return Error(Code::conflict, suspended_already, {name_in(row.before)});
  row.after.set(Account.suspended, Codec<Bool>::pack(true));
  row.after.set(Account.suspend_reason, arguments.get(Suspend.reason));
  return store_account(unit, row, {.command = true, .action = access::Action::update, .checked = false});
}

Result<void> reinstate(Unit& unit, const AnyRecord& arguments) {
  GUANXI_ASSIGN(Edit row, account_to_edit(unit, arguments, Reinstate.account));
  if (!Codec<Bool>::unpack(row.before.get(Account.suspended))) return Error(Code::conflict, not_suspended, {name_in(row.before)});
  row.after.set(Account.suspended, Codec<Bool>::pack(false));
  row.after.set(Account.suspend_reason, Value::null(Type::text));
  return store_account(unit, row, {.command = true, .action = access::Action::update, .checked = false});
}

Result<void> claim(Unit& unit, const AnyRecord& arguments) {
  if (unit.user().empty()) return Error(Code::misuse, nobody);
  GUANXI_ASSIGN(Edit row, account_to_edit(unit, arguments, Claim.account));
  if (row.before.get(Account.owner).is_set()) {
    GUANXI_ASSIGN(const std::string owner, unit.view().name_of(unit.schema().of(User), Codec<Id>::unpack(row.before.get(Account.owner))));
    return Error(Code::conflict, has_owner, {name_in(row.before), owner});
  }
  GUANXI_ASSIGN(const std::int64_t limit, claim_limit(unit));
  GUANXI_ASSIGN(const std::int64_t owned, owned_accounts(unit));
  if (owned >= limit) return Error(Code::limit, limit_reached, {std::to_string(owned), std::to_string(limit)});
  row.after.set(Account.owner, Codec<Id>::pack(unit.user()));
  const auto* me = unit.view().snapshot().policy->user(unit.user());
  if (me != nullptr && !me->department.empty()) row.after.set(Account.department, Codec<Id>::pack(me->department));
  // Whoever could create the account as his own may take it over; no grant on the ownerless record is needed.
  const access::Decision may = unit.view().check(access::Action::create, unit.schema().of(Account), nullptr, &row.after);
  if (!may.allowed) return denied(may, access::Action::create, unit.schema().of(Account));
  return store_account(unit, row, {.command = true, .action = access::Action::update, .checked = true});
}

Result<void> release(Unit& unit, const AnyRecord& arguments) {
  GUANXI_ASSIGN(Edit row, account_to_edit(unit, arguments, Release.account));
  if (!row.before.get(Account.owner).is_set()) return Error(Code::conflict, in_pool, {name_in(row.before)});
  const EntityType& accounts = unit.schema().of(Account);
  const access::Decision may = unit.view().check(access::Action::update, accounts, &row.before, nullptr);
  if (!may.allowed) return denied(may, access::Action::update, accounts);
  row.after.set(Account.owner, Value::null(Type::id));
  row.after.set(Account.department, Value::null(Type::id));
  return store_account(unit, row, {.command = true, .action = access::Action::update, .checked = true});
}

Result<void> link_contact(Unit& unit, const AnyRecord& arguments) {
  const EntityType& links = unit.schema().of(AccountContact);
  const Id account = Codec<Id>::unpack(arguments.get(LinkContact.account)), contact = Codec<Id>::unpack(arguments.get(LinkContact.contact));
  GUANXI_CHECK(unit.view().get(unit.schema().of(Account), account));
  GUANXI_CHECK(unit.view().get(unit.schema().of(Contact), contact));
  const Expr same = AccountContact.account == account && AccountContact.contact == contact && is_null(AccountContact.archived_at);
  std::optional<AnyRecord> before;
  store::Scan scan;
  scan.type = &links;
  scan.filter = &same;
  scan.limit = 1;
  GUANXI_CHECK(unit.writer().scan(scan, [&](AnyRecord& row) {
    before = std::move(row);
    return false;
  }));
  AnyRecord after = before ? *before : links.record();
  after.set(AccountContact.account, arguments.get(LinkContact.account));
  after.set(AccountContact.contact, arguments.get(LinkContact.contact));
  const std::pair<const AnyField*, const AnyField*> optional[] = {{&LinkContact.role, &AccountContact.role},
                                                                  {&LinkContact.primary, &AccountContact.primary},
                                                                  {&LinkContact.since, &AccountContact.since},
                                                                  {&LinkContact.until, &AccountContact.until}};
  for (const auto& [from, to] : optional)
    if (arguments.get(*from).state != State::absent) after.set(*to, arguments.get(*from));
  GUANXI_CHECK(before ? unit.update(links, *before, after) : unit.insert(links, after));
  report(unit, after);
  return {};
}

}  // namespace guanxi::commands
