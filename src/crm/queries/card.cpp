// The customer on one page, from one snapshot and a fixed number of questions to the store.
#include <iterator>

#include "crm/queries/activities.h"
#include "crm/queries/card_contacts.h"
#include "crm/queries/card_counts.h"
#include "crm/queries/conditions.h"
#include "crm/queries/facts.h"
#include "crm/queries/queries.h"
#include "crm/queries/rows.h"
#include "crm/queries/timeline.h"

namespace guanxi::queries {
namespace {

constexpr std::size_t list_size = 20;

class CardBuilder {
 public:
  CardBuilder(View& view, const Id& account) : view_(view), names_(view), account_(account) {}

  Result<CustomerCard> build() && {
    GUANXI_ASSIGN(AnyRecord row, view_.get(view_.schema().of(Account), account_));
    card_.account = Record<Account>(std::move(row));
    GUANXI_CHECK(names());
    GUANXI_CHECK(people());
    GUANXI_CHECK(identifiers());
    GUANXI_CHECK(business());
    GUANXI_CHECK(links());
    GUANXI_ASSIGN(card_.timeline, timeline_of(names_, card_.account, list_size, {}));
    return std::move(card_);
  }

 private:
  Result<void> names() {
    GUANXI_ASSIGN(card_.owner_name, names_.of(number_of(User), card_.account[Account.owner]));
    GUANXI_ASSIGN(card_.department_name, names_.of(number_of(Department), card_.account[Account.department]));
    GUANXI_ASSIGN(card_.parent_name, names_.of(number_of(Account), card_.account[Account.parent]));
    return {};
  }

  Result<void> people() {
    GUANXI_ASSIGN(card_.children, collect<Account>(view_, Account.parent == account_, {ascending(Account.name)}, list_size));
    GUANXI_ASSIGN(card_.contact_points, collect<ContactPoint>(view_, ContactPoint.account == account_, {}, list_size));
    GUANXI_ASSIGN(card_.counts, card_counts(view_, account_));
    return add_contacts(view_, account_, card_);
  }

  // An identifier belongs to the record it names: whoever may read that, and has a grant on identifiers at all, may read it.
  Result<void> identifiers() {
    const EntityType& type = view_.schema().of(PartyIdentifier);
    if (!view_.check(access::Action::read, type, nullptr, nullptr).allowed) return {};
    const Expr ours = PartyIdentifier.record == account_ && PartyIdentifier.entity == Text(name_of(Account)) &&
                      is_null(PartyIdentifier.archived_at);
    store::Scan scan;
    scan.type = &type;
    scan.filter = &ours;
    scan.limit = list_size;
    GUANXI_CHECK(view_.reader().scan(scan, [&](AnyRecord& row) {
      card_.identifiers.emplace_back(std::move(row));
      return true;
    }));
    return {};
  }

  // Those under the condition first, and behind them as many others as there is room for; the newest of both.
  template <const auto& E>
  Result<std::vector<Record<E>>> first_those(const Expr& ours, const Expr& condition) {
    const std::vector<OrderTerm> newest{descending(E.created_at)};
    GUANXI_ASSIGN(auto rows, collect<E>(view_, ours && condition, newest, list_size));
    if (rows.size() == list_size) return rows;
    GUANXI_ASSIGN(auto others, collect<E>(view_, ours && !condition, newest, list_size - rows.size()));
    std::move(others.begin(), others.end(), std::back_inserter(rows));
    return rows;
  }

  Result<void> business() {
    GUANXI_ASSIGN(card_.opportunities, first_those<Opportunity>(Opportunity.account == account_, open_opportunity()));
    GUANXI_ASSIGN(card_.requests, first_those<ServiceRequest>(ServiceRequest.account == account_, open_request()));
    GUANXI_ASSIGN(card_.contracts,
                  collect<Contract>(view_, Contract.account == account_, {descending(Contract.created_at)}, list_size));
    GUANXI_ASSIGN(card_.next_activities, next_activities(view_, Activity.account == account_, list_size));
    return {};
  }

  Result<void> links() {
    GUANXI_ASSIGN(card_.documents,
                  collect<DocumentLink>(view_, DocumentLink.account == account_, {descending(DocumentLink.created_at)}, list_size));
    GUANXI_ASSIGN(card_.projects,
                  collect<ProjectLink>(view_, ProjectLink.account == account_, {descending(ProjectLink.created_at)}, list_size));
    return {};
  }

  View& view_;
  Names names_;
  Id account_;
  CustomerCard card_;
};

Result<CustomerCard> stored_part(SessionState& session, const Id& account) {
  GUANXI_ASSIGN(View view, View::open(session));
  return CardBuilder(view, account).build();
}

}  // namespace

Result<CustomerCard> card(SessionState& session, const Id& account) {
  GUANXI_ASSIGN(CustomerCard card, stored_part(session, account));
  const EntityType& type = session.engine->snapshot().schema->of(Account);
  // The snapshot is closed by now: the host's systems may take their time.
  add_facts(session.engine->options().facts, account, session.language, card);
  log_read(session, "card", type, account);
  return card;
}

}  // namespace guanxi::queries
