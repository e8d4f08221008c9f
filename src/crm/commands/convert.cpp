// A lead becomes a customer.
#include "base/check.h"
#include "crm/commands/commands.h"
#include "crm/messages.h"

namespace guanxi::commands {
namespace {

constexpr Message no_company{"lead.no_company", "The lead \"{0}\" names no company: enter one, or name the account that it belongs to.",
                             "线索“{0}”没有公司名称：请填写公司，或指定所属客户。"};

constexpr Unit::As making{.command = true, .action = access::Action::create, .checked = false};

using Copied = std::pair<const AnyField*, const AnyField*>;  // of the lead, of the new record
constexpr Copied to_account[]{{&Lead.company, &Account.name},     {&Lead.phone, &Account.phone},       {&Lead.email, &Account.email},
                              {&Lead.source, &Account.source},    {&Lead.industry, &Account.industry}, {&Lead.province, &Account.province},
                              {&Lead.owner, &Account.owner},      {&Lead.department, &Account.department}, {&Lead.sensitivity, &Account.sensitivity}};
constexpr Copied to_contact[]{{&Lead.name, &Contact.name},   {&Lead.title, &Contact.title}, {&Lead.phone, &Contact.mobile}, {&Lead.email, &Contact.email},
                              {&Lead.owner, &Contact.owner}, {&Lead.department, &Contact.department}, {&Lead.sensitivity, &Contact.sensitivity}};

AnyRecord made_of(const AnyRecord& lead, const EntityType& type, std::span<const Copied> fields) {
  AnyRecord row = type.record();
  for (const auto& [from, to] : fields)
    if (lead.get(*from).is_set()) row.set(*to, lead.get(*from));
  return row;
}

Result<Id> account_of(Unit& unit, const AnyRecord& arguments, const AnyRecord& lead) {
  const EntityType& accounts = unit.schema().of(Account);
  if (arguments.get(ConvertLead.account).is_set()) {
    GUANXI_ASSIGN(const AnyRecord account, unit.view().get(accounts, Codec<Id>::unpack(arguments.get(ConvertLead.account))));
    return account.id();
  }
  if (!lead.get(Lead.company).is_set()) return Error(Code::invalid, no_company, {std::string(title_of(unit.schema().of(Lead), lead))});
  AnyRecord account = made_of(lead, accounts, to_account);
  GUANXI_CHECK(unit.insert(accounts, account, making));
  return account.id();
}

Result<Id> contact_of(Unit& unit, const AnyRecord& arguments, const AnyRecord& lead, const Id& account) {
  const EntityType& contacts = unit.schema().of(Contact);
  if (arguments.get(ConvertLead.contact).is_set()) {
    GUANXI_ASSIGN(const AnyRecord contact, unit.view().get(contacts, Codec<Id>::unpack(arguments.get(ConvertLead.contact))));
    return contact.id();
  }
  AnyRecord contact = made_of(lead, contacts, to_contact);
  contact.set(Contact.account, Codec<Id>::pack(account));
  GUANXI_CHECK(unit.insert(contacts, contact, making));
  return contact.id();
}

}  // namespace

Result<void> convert_lead(Unit& unit, const AnyRecord& arguments) {
  const EntityType& leads = unit.schema().of(Lead);
  GUANXI_ASSIGN(Edit row, edit(unit, leads, Codec<Id>::unpack(arguments.get(ConvertLead.lead))));
  report(unit, row.before);
  if (row.before.get(Lead.account).is_set()) return {};  // it is so already
  GUANXI_ASSIGN(const Id account, account_of(unit, arguments, row.before));
  GUANXI_ASSIGN(const Id contact, contact_of(unit, arguments, row.before, account));
  row.after.set(Lead.account, Codec<Id>::pack(account));
  row.after.set(Lead.contact, Codec<Id>::pack(contact));
  row.after.set(Lead.status, Codec<Picklist>::pack("converted"));
  GUANXI_CHECK(unit.update(leads, row.before, row.after, store::ChangeKind::update, {.command = true, .action = access::Action::update, .checked = false}));
  report(unit, row.after);
  return {};
}

}  // namespace guanxi::commands
