// Contact points and the parts that contacts play.
#include "base/check.h"
#include "crm/rules/rules.h"

namespace guanxi {
namespace {

std::string normal_form(std::string_view type, std::string_view value) {
  if (type == "email") return normal_email(value);
  if (type == "website" || type == "web") return normal_domain(value);
  const std::string phone = normal_phone(value);
  return phone.empty() ? std::string(value) : phone;
}

Result<void> before_point(Unit& unit, const EntityType& type, const AnyRecord* before, AnyRecord& after) {
  GUANXI_CHECK(refuse_if_suspended(unit, type, after));
  const std::string normal = normal_form(after.get(ContactPoint.type).view(), after.get(ContactPoint.value).view());
  after.set(ContactPoint.normalized, Codec<Text>::pack(std::string_view(normal)));
  const bool consents = changed(ContactPoint.consent, before, after) && !changed(ContactPoint.consent_at, before, after);
  if (consents) after.set(ContactPoint.consent_at, Codec<Instant>::pack(unit.now()));
  return {};
}

// At most one primary contact an account: the newest wins, the one before steps back.
Result<void> step_back(Unit& unit, const EntityType& type, const AnyRecord& winner) {
  const Expr others = AccountContact.account == Codec<Id>::unpack(winner.get(AccountContact.account)) &&
                      AccountContact.primary == true && is_null(AccountContact.archived_at);
  std::vector<AnyRecord> rows;
  store::Scan scan;
  scan.type = &type;
  scan.filter = &others;
  GUANXI_CHECK(unit.writer().scan(scan, [&](AnyRecord& row) {
    if (row.id() != winner.id()) rows.push_back(std::move(row));
    return true;
  }));
  for (const AnyRecord& row : rows) {
    AnyRecord after(row);
    after.set(AccountContact.primary, Codec<Bool>::pack(false));
    GUANXI_CHECK(unit.update(type, row, after, store::ChangeKind::update, {.command = true, .action = access::Action::update, .checked = true}));
  }
  return {};
}

Result<void> before_link(Unit& unit, const EntityType& type, const AnyRecord*, AnyRecord& after) {
  return refuse_if_suspended(unit, type, after);
}

Result<void> after_link(Unit& unit, const EntityType& type, const AnyRecord* before, const AnyRecord& after) {
  const bool became_primary = changed(AccountContact.primary, before, after) && Codec<Bool>::unpack(after.get(AccountContact.primary));
  return became_primary ? step_back(unit, type, after) : Result<void>();
}

}  // namespace

const Rules contact_point_rules{number_of(ContactPoint), before_point, nullptr};
const Rules account_contact_rules{number_of(AccountContact), before_link, after_link};

}  // namespace guanxi
