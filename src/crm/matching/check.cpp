// What hosts ask about duplicates (guanxi/duplicates.h).
#include "base/check.h"
#include "crm/duplicates.h"
#include "crm/matching/indexes.h"
#include "crm/messages.h"
#include "guanxi/duplicates.h"

namespace guanxi {
namespace {

constexpr Message not_compared{"duplicates.not_compared", "{0} records are not compared with each other: accounts, contacts and leads are.",
                               "{0}不参与查重：可查重的有客户、联系人和线索。"};
constexpr Message wrong_limit{"duplicates.limit", "A check gives 1 to 100 hits, not {0}.", "查重结果为 1 至 100 条，不能是 {0}。"};
constexpr Message not_indexed{"duplicates.archived", "The {0} \"{1}\" is archived: only records in use are compared.", "{0}“{1}”已归档：只比较在用的记录。"};
constexpr Message not_yours{"duplicates.train_denied", "Training changes what counts as a duplicate for everybody: ask an administrator.",
                            "训练会影响所有人的查重结果：请联系管理员。"};

constexpr Message in_transaction{"duplicates.train_open", "Training cannot be part of a transaction: commit or roll back the open one first.",
                                "训练不能在事务中进行：请先提交或回滚当前事务。"};

constexpr Message wrong_effort{"duplicates.effort", "The effort of a check is 64 to 1,000,000 entries, or 0 for what the rule says; not {0}.",
                              "查重的工作量为 64 至 1000000 条索引项，0 表示按规则；不能是 {0}。"};

constexpr std::size_t most_hits = 100, least_effort = 64, most_effort = 1'000'000;

Result<std::size_t> compared_place(const View& view, std::uint16_t entity) {
  GUANXI_ASSIGN(const EntityType* type, view.entity(entity));
  const auto place = matching::place_of(entity);
  if (!place) return Error(Code::unsupported, not_compared, {said(*type)});
  return *place;
}

DuplicateIndex told(const matching::Indexes::Size& size) { return {size.records, size.bytes, size.read, size.trained}; }

}  // namespace

Result<DuplicateCheck> check_duplicates(Session& session, const AnyRecord& record, const DuplicateCheckOptions& options) {
  if (options.limit == 0 || options.limit > most_hits) return Error(Code::limit, wrong_limit, {std::to_string(options.limit)});
  if (options.effort != 0 && (options.effort < least_effort || options.effort > most_effort)) return Error(Code::limit, wrong_effort, {std::to_string(options.effort)});
  GUANXI_ASSIGN(View view, View::open(SessionAccess::state(session)));
  GUANXI_ASSIGN(DuplicateHits found, find_duplicates_of(view, record, options));
  DuplicateCheck out;
  out.hits = std::move(found.hits);
  if (out.hits.size() > options.limit) out.hits.resize(options.limit);
  out.partial = found.partial;
  if (!out.hits.empty()) out.verdict = out.hits.front().verdict;
  return out;
}

Result<DuplicateExplanation> explain_duplicates(Session& session, std::uint16_t entity, const Id& a, const Id& b) {
  GUANXI_ASSIGN(View view, View::open(SessionAccess::state(session)));
  GUANXI_CHECK(compared_place(view, entity));
  GUANXI_ASSIGN(const EntityType* type, view.entity(entity));
  GUANXI_ASSIGN(const AnyRecord one, view.get(*type, a));
  GUANXI_ASSIGN(const AnyRecord other, view.get(*type, b));
  for (const AnyRecord* row : {&one, &other})
    if (row->at(common::archived_at).is_set()) return Error(Code::invalid, not_indexed, {said(*type), std::string(title_of(*type, *row))});
  matching::Ask ask;
  ask.writing = view.writing();
  ask.language = view.language();
  GUANXI_ASSIGN(const auto hit, view.engine().indexes().explain(view.reader(), view.schema(), one, other.rid(), ask));
  if (!hit) return no_such_record(*type, b);  // another process has just taken it away
  return DuplicateExplanation{std::string(name_of(hit->verdict)), hit->score, hit->explanation};
}

Result<DuplicateIndex> prepare_duplicates(Session& session, std::uint16_t entity, const Progress& progress) {
  GUANXI_ASSIGN(View view, View::open(SessionAccess::state(session)));
  GUANXI_ASSIGN(const std::size_t place, compared_place(view, entity));
  GUANXI_ASSIGN(const auto size, view.engine().indexes().prepare(view.schema(), place, progress));
  view.engine().save_indexes(false);
  return told(size);
}

Result<DuplicateIndex> train_duplicates(Session& session, std::uint16_t entity) {
  GUANXI_ASSIGN(View view, View::open(SessionAccess::state(session)));
  GUANXI_ASSIGN(const std::size_t place, compared_place(view, entity));
  const auto* user = view.snapshot().policy->user(view.principal().user);
  if (view.writing()) return Error(Code::misuse, in_transaction);
  if (!view.principal().system && (user == nullptr || !user->administrator)) return Error(Code::denied, not_yours);
  GUANXI_ASSIGN(const auto size, view.engine().indexes().train(view.schema(), place));
  return told(size);
}

// A chain of merges is as long as there were merges; a circle cannot be made.
Result<Id> canonical(Session& session, std::uint16_t entity, const Id& id) {
  GUANXI_ASSIGN(View view, View::open(SessionAccess::state(session)));
  GUANXI_ASSIGN(const EntityType* type, view.entity(entity));
  GUANXI_ASSIGN(AnyRecord row, view.get(*type, id));
  const AnyField* pointer = type->find("merged_into");
  while (pointer != nullptr && row.get(*pointer).is_set()) {
    GUANXI_ASSIGN(AnyRecord next, view.get(*type, Codec<Id>::unpack(row.get(*pointer))));
    row = std::move(next);
  }
  return row.id();
}

}  // namespace guanxi
