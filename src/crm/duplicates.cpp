#include "crm/duplicates.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "crm/messages.h"
#include "match/exact.h"

namespace guanxi {
namespace {

constexpr Message known{"duplicate.exists",
                         "{0} \"{1}\" exists already ({2}): open that one, or create this one anyway and give a reason.",
                         "{0}“{1}”已存在（{2}）：请使用已有记录；确需新建时请说明理由。"};
constexpr Message known_hidden{"duplicate.exists_hidden",
                                "This {0} exists already ({1}), but you may not see it: ask an administrator who looks after it.",
                                "该{0}已存在（{1}），但您无权查看：请向管理员询问由谁负责。"};

struct RoleWords {
  MatchRole role;
  std::string_view chinese, english;
};
constexpr std::array<RoleWords, 7> words{{{MatchRole::tax_id, "税号相同", "tax id equal"},
                                          {MatchRole::external_key, "外部编号相同", "external key equal"},
                                          {MatchRole::company_name, "名称相同", "name equal"},
                                          {MatchRole::person_name, "姓名相同", "name equal"},
                                          {MatchRole::phone, "电话相同", "phone equal"},
                                          {MatchRole::email, "邮箱相同", "e-mail equal"},
                                          {MatchRole::domain, "网站域名相同", "web domain equal"}}};

std::string reason_of(const match::Candidate& candidate, Language language) {
  std::string out;
  for (const RoleWords& w : words) {
    if (!candidate.shares(w.role)) continue;
    if (!out.empty()) out += language == Language::chinese ? "、" : ", ";
    out += language == Language::chinese ? w.chinese : w.english;
  }
  return out;
}

// The account or contact that a contact point belongs to, as a candidate's row number; 0 where it is no candidate.
Result<std::int64_t> owner_of_point(View& view, const EntityType& type, std::int64_t rid) {
  const EntityType& points = view.schema().of(ContactPoint);
  AnyRecord point = points.record();
  GUANXI_ASSIGN(const bool found, view.reader().get(points, rid, point));
  if (!found || point.at(common::archived_at).is_set()) return std::int64_t{0};
  const AnyField& reference = type.number() == number_of(Account) ? static_cast<const AnyField&>(ContactPoint.account)
                                                                  : static_cast<const AnyField&>(ContactPoint.contact);
  AnyRecord owner = type.record();
  GUANXI_ASSIGN(const bool there, view.reader().get(type, Codec<Id>::unpack(point.get(reference)), owner));
  return there ? owner.rid() : std::int64_t{0};
}

struct RawHit {
  MatchRole role;
  std::uint16_t entity;
  std::int64_t rid;
};

Result<std::vector<RawHit>> probe(View& view, std::span<const Key> keys) {
  std::vector<RawHit> hits;
  std::array<std::size_t, 32> per_key{};
  GUANXI_CHECK(view.reader().probe(keys, [&](const store::KeyHit& hit) {
    hits.push_back({static_cast<MatchRole>(keys[hit.key].space), hit.entity, hit.rid});
    return hit.key >= per_key.size() || ++per_key[hit.key] < match::max_rows_per_key;
  }));
  return hits;
}

Result<match::Candidates> candidates_for(View& view, const EntityType& type, std::span<const Key> keys) {
  match::Candidates out;
  GUANXI_ASSIGN(const auto hits, probe(view, keys));
  const bool has_points = type.number() == number_of(Account) || type.number() == number_of(Contact);
  for (const RawHit& hit : hits) {
    if (hit.entity == type.number()) out.add(hit.role, hit.entity, hit.rid);
    if (!has_points || hit.entity != number_of(ContactPoint)) continue;
    GUANXI_ASSIGN(const std::int64_t rid, owner_of_point(view, type, hit.rid));
    if (rid != 0) out.add(hit.role, type.number(), rid);
  }
  return out;
}

DuplicateHit describe(View& view, const EntityType& type, const AnyRecord& found, const match::Candidate& candidate) {
  DuplicateHit hit;
  hit.entity = type.number();
  const match::Strength strength = match::strength_of(candidate);
  hit.certain = strength == match::Strength::certain;
  hit.strong = strength != match::Strength::hint;
  hit.reason = reason_of(candidate, view.language());
  hit.masked = !view.check(access::Action::read, type, &found, nullptr).allowed;
  if (!hit.masked) {
    hit.record = found.id();
    hit.name = title_of(type, found);
  }
  return hit;
}

}  // namespace

Result<std::vector<DuplicateHit>> find_duplicates(View& view, const EntityType& type, const AnyRecord& row, std::span<const Key> keys) {
  std::vector<DuplicateHit> hits;
  std::vector<Key> matching;  // without the keys of indexed custom fields
  for (const Key& key : keys)
    if (key.space < 1000) matching.push_back(key);
  if (matching.empty()) return hits;
  GUANXI_ASSIGN(const match::Candidates candidates, candidates_for(view, type, matching));
  AnyRecord found = type.record();
  for (const match::Candidate& candidate : candidates.all()) {
    GUANXI_ASSIGN(const bool there, view.reader().get(type, candidate.rid, found));
    if (!there || found.at(common::archived_at).is_set() || found.id() == row.id()) continue;
    hits.push_back(describe(view, type, found, candidate));
  }
  std::stable_sort(hits.begin(), hits.end(), [](const DuplicateHit& a, const DuplicateHit& b) {
    return a.certain + a.strong > b.certain + b.strong;
  });
  return hits;
}

Result<void> refuse_duplicate(const EntityType& type, const AnyRecord& row, const std::vector<DuplicateHit>& hits, OnDuplicate choice) {
  const auto refused = [choice](const DuplicateHit& hit) {
    return choice == OnDuplicate::refuse ? hit.strong : choice == OnDuplicate::warn && hit.certain;
  };
  const auto hit = std::find_if(hits.begin(), hits.end(), refused);
  if (hit == hits.end()) return {};
  if (hit->masked) return Error(Code::duplicate, known_hidden, {said(type), hit->reason});
  const std::string name = hit->name.empty() ? std::string(title_of(type, row)) : hit->name;
  return Error(Code::duplicate, known, {said(type), name, hit->reason});
}

}  // namespace guanxi
