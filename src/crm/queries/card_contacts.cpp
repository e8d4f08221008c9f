#include "crm/queries/card_contacts.h"

#include <unordered_set>

#include "crm/queries/card_counts.h"
#include "crm/queries/conditions.h"
#include "crm/queries/rows.h"

namespace guanxi::queries {
namespace {

constexpr CountWords contacts{"contacts", "Contacts", "联系人"};
constexpr std::size_t most_contacts = 50;

// Every link of the account as it is stored, ended ones too, and the contacts that name the account themselves.
struct People {
  std::vector<Record<AccountContact>> links;
  std::vector<Id> own;

  bool too_many() const { return links.size() > most_ids || own.size() > most_ids; }
};

Result<People> people_of(View& view, const Id& account) {
  People people;
  GUANXI_ASSIGN(people.links, collect<AccountContact>(view, AccountContact.account == account,
                                                      {descending(AccountContact.primary), ascending(AccountContact.since)}, most_ids + 1));
  GUANXI_ASSIGN(people.own, ids_of(view, view.schema().of(Contact), Contact.account == account));
  return people;
}

bool is_current(const Record<AccountContact>& link, Date today) {
  return !link.get(AccountContact.until).is_set() || link[AccountContact.until] >= today;
}

// Whoever has a link to the account is in or out by that link; others by their own account.
std::vector<Record<AccountContact>> current_links(View& view, const Id& account, People&& people) {
  const Date today = view.engine().now().date();
  std::unordered_set<Id, IdHash> linked;
  std::vector<Record<AccountContact>> current;
  for (auto& link : people.links) {
    linked.insert(link[AccountContact.contact]);
    if (is_current(link, today)) current.push_back(std::move(link));
  }
  for (const Id& contact : people.own) {
    if (linked.contains(contact)) continue;
    Record<AccountContact> unstored(view.schema().of(AccountContact).record());
    unstored[AccountContact.account] = account;
    unstored[AccountContact.contact] = contact;
    current.push_back(std::move(unstored));
  }
  return current;
}

// The same as a condition, for more people than can be listed.
Expr belonging(const Id& account, Date today) {
  const Expr live = AccountContact.account == account && is_null(AccountContact.archived_at);
  return exists(AccountContact.contact, live && current_link(today)) ||
         (Contact.account == account && !exists(AccountContact.contact, live));
}

}  // namespace

Result<void> add_contacts(View& view, const Id& account, CustomerCard& card) {
  const EntityType& type = view.schema().of(Contact);
  GUANXI_ASSIGN(People people, people_of(view, account));
  const bool too_many = people.too_many();
  auto links = current_links(view, account, std::move(people));
  std::vector<Id> ids;
  for (const auto& link : links) ids.push_back(link[AccountContact.contact]);
  for (std::size_t i = 0; i < links.size() && card.contacts.size() < most_contacts; ++i) {
    auto contact = view.get(type, ids[i]);
    if (!contact && contact.error().code() == Code::not_found) continue;
    if (!contact) return std::move(contact).error();
    if (contact->at(common::archived_at).is_set()) continue;
    card.contacts.emplace_back(std::move(links[i]), Record<Contact>(std::move(*contact)));
  }
  Expr condition = too_many ? belonging(account, view.engine().now().date()) : one_of(Contact.id, ids);
  GUANXI_ASSIGN(CardCount count, card_count(view, contacts, type, std::move(condition), nullptr));
  card.counts.push_back(std::move(count));
  return {};
}

}  // namespace guanxi::queries
