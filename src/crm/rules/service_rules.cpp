// Activities, service requests and contracts.
#include "base/check.h"
#include "crm/rules/rules.h"

namespace guanxi {
namespace {

// "SR-2026-000123": the sequence runs within the year.
Result<std::string> number_of_year(Unit& unit, std::string_view prefix) {
  const std::string year = std::to_string(unit.now().date().parts().year);
  GUANXI_ASSIGN(const std::int64_t n, unit.writer().next(std::string(prefix) + year));
  std::string digits = std::to_string(n);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  return std::string(prefix) + "-" + year + "-" + digits;
}

Result<void> give_number(Unit& unit, std::string_view prefix, const AnyField& field, AnyRecord& after) {
  if (after.get(field).is_set()) return {};
  GUANXI_ASSIGN(const std::string number, number_of_year(unit, prefix));
  after.set(field, Codec<Text>::pack(std::string_view(number)));
  return {};
}

// A first status for a new row; later only the steps that the status machine knows.
Result<void> keep_status(Unit& unit, const AnyField& field, std::string_view first, const AnyRecord* before, AnyRecord& after) {
  if (before == nullptr && !after.get(field).is_set()) after.set(field, Codec<Picklist>::pack(first));
  return refuse_wrong_step(unit, field, before, after);
}

// A moment that comes with a status: set when the status is reached, cleared when it is left.
void keep_moment(const AnyField& status, std::initializer_list<std::string_view> reached, const AnyField& moment, Instant now,
                 const AnyRecord* before, AnyRecord& after) {
  if (!changed(status, before, after) || changed(moment, before, after)) return;
  for (const std::string_view code : reached)
    if (after.get(status).view() == code) return after.set(moment, Codec<Instant>::pack(now));
  if (after.get(moment).is_set()) after.set(moment, Value::null(Type::instant));
}

Result<void> before_activity(Unit& unit, const EntityType& type, const AnyRecord* before, AnyRecord& after) {
  GUANXI_CHECK(refuse_if_suspended(unit, type, after));
  GUANXI_CHECK(keep_status(unit, Activity.status, "planned", before, after));
  keep_moment(Activity.status, {"done"}, Activity.done_at, unit.now(), before, after);
  return {};
}

Result<void> before_request(Unit& unit, const EntityType& type, const AnyRecord* before, AnyRecord& after) {
  GUANXI_CHECK(refuse_if_suspended(unit, type, after));
  GUANXI_CHECK(keep_status(unit, ServiceRequest.status, "new", before, after));
  keep_moment(ServiceRequest.status, {"closed", "cancelled"}, ServiceRequest.closed_at, unit.now(), before, after);
  return before == nullptr ? give_number(unit, "SR", ServiceRequest.number, after) : Result<void>();
}

Result<void> before_contract(Unit& unit, const EntityType& type, const AnyRecord* before, AnyRecord& after) {
  GUANXI_CHECK(refuse_if_suspended(unit, type, after));
  GUANXI_CHECK(keep_status(unit, Contract.status, "draft", before, after));
  return before == nullptr ? give_number(unit, "CT", Contract.number, after) : Result<void>();
}

}  // namespace

const Rules activity_rules{number_of(Activity), before_activity, nullptr};
const Rules service_request_rules{number_of(ServiceRequest), before_request, nullptr};
const Rules contract_rules{number_of(Contract), before_contract, nullptr};

}  // namespace guanxi
