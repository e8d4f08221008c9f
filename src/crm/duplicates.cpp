#include "crm/duplicates.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "crm/matching/pairs.h"
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

constexpr Message known_always{"duplicate.exists_always",
                                "{0} \"{1}\" exists already ({2}), and a rule of the duplicate check allows no second one: open that one, or ask an administrator.",
                                "{0}“{1}”已存在（{2}），查重规则不允许重复新建：请使用已有记录，或联系管理员。"};
constexpr Message reason_needed{"duplicate.reason_needed", "{0} \"{1}\" exists already ({2}): to create this one anyway, give a reason.",
                                "{0}“{1}”已存在（{2}）：确需新建时必须说明理由。"};

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

// A row that may be meant, by its keys and by the index.
struct Suspect {
  std::int64_t rid = 0;
  const match::Candidate* equal = nullptr;
  const matching::Hit* like = nullptr;
};

std::vector<Suspect> suspects_of(const match::Candidates& equal, const matching::Hits& like) {
  std::vector<Suspect> out;
  for (const match::Candidate& candidate : equal.all()) out.push_back({candidate.rid, &candidate, nullptr});
  for (const matching::Hit& hit : like.all) {
    const auto known = std::find_if(out.begin(), out.end(), [&](const Suspect& suspect) { return suspect.rid == hit.rid; });
    if (known == out.end())
      out.push_back({hit.rid, nullptr, &hit});
    else if (known->like == nullptr)
      known->like = &hit;
  }
  return out;
}

std::string like_in_words(const matching::Hit& hit, Language language) {
  if (hit.alike_en.empty()) return std::string(match::say(hit.verdict, language));
  return language == Language::chinese ? hit.alike_zh + "相近" : hit.alike_en + " alike";
}

std::string reason_of(const Suspect& suspect, Language language) {
  return suspect.equal != nullptr ? reason_of(*suspect.equal, language) : like_in_words(*suspect.like, language);
}

// What the index says of a hit; a hidden record is told by its verdict alone, or its values could be found out by trying.
void add_likeness(const matching::Hit& like, DuplicateHit& hit) {
  hit.verdict = name_of(like.verdict);
  if (hit.masked) return;
  hit.score = like.score;
  hit.explanation = like.explanation;
}

DuplicateHit describe(View& view, const DuplicateQuery& query, const AnyRecord& found, const Suspect& suspect, double refuse_at) {
  DuplicateHit hit;
  hit.entity = query.type.number();
  const match::Strength strength = suspect.equal == nullptr ? match::Strength::hint : match::strength_of(*suspect.equal);
  const bool same = suspect.like != nullptr && suspect.like->verdict == match::Verdict::same && suspect.like->score >= refuse_at;
  hit.certain = strength == match::Strength::certain;
  hit.strong = strength != match::Strength::hint || same;
  hit.reason = reason_of(suspect, view.language());
  hit.masked = !view.check(access::Action::read, query.type, &found, nullptr).allowed;
  hit.verdict = strength == match::Strength::hint ? "perhaps" : "same";
  if (suspect.like != nullptr) add_likeness(*suspect.like, hit);
  if (!hit.masked) {
    hit.record = found.id();
    hit.name = title_of(query.type, found);
  }
  return hit;
}

// A hit, and its reason in both languages.
using Told = std::pair<DuplicateHit, std::string>;

void put_in_order(std::vector<Told>& told, DuplicateHits& out) {
  std::stable_sort(told.begin(), told.end(), [](const Told& one, const Told& other) {
    const DuplicateHit &a = one.first, &b = other.first;
    const int x = a.certain + a.strong, y = b.certain + b.strong;
    return x != y ? x > y : a.score > b.score;
  });
  for (auto& [hit, reason] : told) {
    out.hits.push_back(std::move(hit));
    out.reasons.push_back(std::move(reason));
  }
}

matching::Ask asked_by(const matching::Rule& rule, std::size_t limit, Language language, bool writing) {
  matching::Ask ask;
  ask.writing = writing;
  ask.at_least = rule.warn_at;
  ask.limit = limit;
  ask.effort = rule.effort;
  ask.language = language;
  return ask;
}

Result<matching::Hits> ask_index(View& view, const DuplicateQuery& query) {
  matching::Ask ask = asked_by(query.rule, query.limit, view.language(), view.writing());
  ask.itself = query.row.rid();
  return view.engine().indexes().check(view.reader(), view.schema(), *query.inquiry, ask);
}

}  // namespace

std::optional<matching::Inquiry> inquire(Engine& engine, const EntityType& type, const AnyRecord* before, const AnyRecord& row) {
  const auto place = matching::place_of(type.number());
  if (!place || (before != nullptr && !matching::differ(*place, *before, row))) return std::nullopt;
  return engine.indexes().inquire(row);
}

std::optional<matching::Inquiry> look_ahead(SessionState& session, const AnyRecord& row, const CommandOptions& options) {
  const auto place = matching::place_of(row.entity());
  if (!place || session.bulk || session.transaction != nullptr) return std::nullopt;
  Engine& engine = *session.engine;
  const Snapshot snapshot = engine.snapshot();
  const std::string_view source = options.source.empty() ? "create" : std::string_view(options.source);
  const matching::Rule rule = snapshot.matching->find(snapshot.schema->find(row.entity())->name(), source);
  const bool asks = rule.choice != matching::Choice::exact;
  if (!asks && !engine.indexes().follows(row.entity())) return std::nullopt;
  auto inquiry = engine.indexes().inquire(row);
  if (!asks) return inquiry;
  const auto looked = engine.indexes().look_ahead(*snapshot.schema, inquiry, asked_by(rule, DuplicateQuery::usual_limit, session.language, true));
  return looked ? std::optional(std::move(inquiry)) : std::nullopt;
}

Result<DuplicateHits> find_duplicates(View& view, const DuplicateQuery& query) {
  std::vector<Key> matching;  // without the keys of indexed custom fields
  for (const Key& key : query.keys)
    if (key.space < 1000) matching.push_back(key);
  match::Candidates equal;
  if (!matching.empty()) {
    GUANXI_ASSIGN(equal, candidates_for(view, query.type, matching));
  }
  matching::Hits like;
  if (query.inquiry != nullptr) {
    GUANXI_ASSIGN(like, ask_index(view, query));
  }
  DuplicateHits out;
  out.partial = like.partial;
  const auto suspects = suspects_of(equal, like);
  std::vector<Id> dismissed;
  if (!suspects.empty() && !query.row.id().empty()) {
    GUANXI_ASSIGN(dismissed, matching::dismissed_with(view.reader(), view.schema(), query.row.id()));
  }
  std::vector<Told> told;
  AnyRecord found = query.type.record();
  for (const Suspect& suspect : suspects) {
    found.clear();
    GUANXI_ASSIGN(const bool there, view.reader().get(query.type, suspect.rid, found));
    if (!there || found.at(common::archived_at).is_set() || found.id() == query.row.id()) continue;
    DuplicateHit hit = describe(view, query, found, suspect, query.rule.refuse_at + like.caution);
    if (hit.certain || std::find(dismissed.begin(), dismissed.end(), found.id()) == dismissed.end())
      told.emplace_back(std::move(hit), in_both(reason_of(suspect, Language::chinese), reason_of(suspect, Language::english)));
  }
  put_in_order(told, out);
  return out;
}

Result<DuplicateHits> find_duplicates_of(View& view, const AnyRecord& record, const DuplicateCheckOptions& options) {
  GUANXI_ASSIGN(const EntityType* type, view.entity(record.entity()));
  Derived derived;
  derive(*type, record, derived);
  DuplicateQuery query{*type, record, derived.keys};
  query.rule = view.snapshot().matching->find(type->name(), options.source);
  if (options.effort != 0) query.rule.effort = options.effort;
  auto inquiry = inquire(view.engine(), *type, nullptr, record);
  query.inquiry = inquiry ? &*inquiry : nullptr;
  query.limit = options.limit;
  return find_duplicates(view, query);
}

Result<void> refuse_duplicate(const EntityType& type, const AnyRecord& row, const DuplicateHits& found, const matching::Rule& rule,
                              const CommandOptions& options) {
  using matching::Choice;
  OnDuplicate choice = options.on_duplicate;
  const bool unexplained = rule.choice == Choice::reason && choice == OnDuplicate::allow && options.reason.empty();
  if (rule.choice == Choice::refuse || unexplained) choice = OnDuplicate::refuse;
  if (rule.choice == Choice::reason && choice == OnDuplicate::warn) choice = OnDuplicate::refuse;
  if (rule.choice == Choice::warn && choice == OnDuplicate::refuse) choice = OnDuplicate::warn;
  const auto refused = [choice](const DuplicateHit& hit) {
    return choice == OnDuplicate::refuse ? hit.strong : choice == OnDuplicate::warn && hit.certain;
  };
  const auto hit = std::find_if(found.hits.begin(), found.hits.end(), refused);
  if (hit == found.hits.end()) return {};
  const std::string& reason = found.reasons[static_cast<std::size_t>(hit - found.hits.begin())];
  if (hit->masked) return Error(Code::duplicate, known_hidden, {said(type), reason});
  const std::string name = hit->name.empty() ? std::string(title_of(type, row)) : hit->name;
  const Message& message = rule.choice == Choice::refuse ? known_always : unexplained ? reason_needed : known;
  return Error(Code::duplicate, message, {said(type), name, reason});
}

}  // namespace guanxi
