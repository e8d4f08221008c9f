// From a caller's number to whose it is: the key under which accounts, contacts and their contact points are found.
#include <algorithm>

#include "base/check.h"
#include "crm/queries/names.h"
#include "crm/queries/queries.h"
#include "model/normalize.h"

namespace guanxi::queries {
namespace {

constexpr Message no_number{"callers.no_number", "\"{0}\" is no telephone number: give at least seven digits.",
                            "“{0}”不是电话号码：请至少提供七位数字。"};
constexpr std::size_t most_callers = 20;
constexpr std::size_t most_probed = 100;

struct Hit {
  std::uint16_t entity;
  std::int64_t rid;
};

Result<std::vector<Hit>> probe(View& view, const std::string& number) {
  const Key key{space_of(MatchRole::phone), Value::of_bytes(Type::text, number.data(), number.size())};
  std::vector<Hit> hits;
  GUANXI_CHECK(view.reader().probe({&key, 1}, [&](const store::KeyHit& hit) {
    hits.push_back({hit.entity, hit.rid});
    return hits.size() < most_probed;
  }));
  return hits;
}

class Callers {
 public:
  explicit Callers(View& view) : view_(view), names_(view) {}

  Result<void> add(const Hit& hit) {
    const EntityType* type = view_.schema().find(hit.entity);
    if (type == nullptr) return {};
    AnyRecord row = type->record();
    GUANXI_ASSIGN(const bool found, view_.reader().get(*type, hit.rid, row));
    if (!found || row.at(common::archived_at).is_set()) return {};
    if (hit.entity == number_of(Account) || hit.entity == number_of(Contact)) return add(*type, row);
    if (hit.entity != number_of(ContactPoint)) return {};
    const Id contact = Codec<Id>::unpack(row.get(ContactPoint.contact));
    return contact.empty() ? add(Account, Codec<Id>::unpack(row.get(ContactPoint.account))) : add(Contact, contact);
  }

  std::vector<Caller> take() {
    std::stable_sort(all_.begin(), all_.end(), [](const Caller& a, const Caller& b) { return a.entity > b.entity; });
    if (all_.size() > most_callers) all_.resize(most_callers);
    return std::move(all_);
  }

 private:
  Result<void> add(const AnyEntity& entity, const Id& id) {
    const EntityType& type = view_.schema().of(entity);
    AnyRecord row = type.record();
    GUANXI_ASSIGN(const bool found, view_.reader().get(type, id, row));
    return found && !row.at(common::archived_at).is_set() ? add(type, row) : Result<void>();
  }

  Result<void> add(const EntityType& type, const AnyRecord& row) {
    const auto same = [&](const Caller& other) { return other.record == row.id(); };
    if (std::any_of(all_.begin(), all_.end(), same)) return {};
    if (!view_.check(access::Action::read, type, &row, nullptr).allowed) return {};
    Caller caller;
    caller.entity = type.number();
    caller.record = row.id();
    GUANXI_ASSIGN(caller.name, names_.of(type.number(), row.id()));
    if (type.number() == number_of(Contact)) {
      caller.account = Codec<Id>::unpack(row.get(Contact.account));
      GUANXI_ASSIGN(caller.account_name, names_.of(number_of(Account), caller.account));
      if (caller.account_name.empty()) caller.account = {};
    }
    all_.push_back(std::move(caller));
    return {};
  }

  View& view_;
  Names names_;
  std::vector<Caller> all_;
};

}  // namespace

Result<std::vector<Caller>> callers(SessionState& session, std::string_view number) {
  const std::string normal = normal_phone(number);
  if (normal.empty()) return Error(Code::invalid, no_number, {std::string(number)});
  GUANXI_ASSIGN(View view, View::open(session));
  GUANXI_ASSIGN(const auto hits, probe(view, normal));
  Callers callers(view);
  for (const Hit& hit : hits) GUANXI_CHECK(callers.add(hit));
  return callers.take();
}

}  // namespace guanxi::queries
