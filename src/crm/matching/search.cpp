// The search through all records of an entity, and the queue of what it finds.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/check.h"
#include "crm/dispatcher.h"
#include "crm/matching/fields.h"
#include "crm/matching/pairs.h"
#include "crm/messages.h"
#include "guanxi/duplicates.h"

namespace guanxi {
namespace {

constexpr Message search_stopped{"duplicates.search_cancelled", "The search for duplicates was stopped.", "查重已中止。"};
constexpr Message not_searched{"duplicates.not_searched", "{0} records are not compared with each other: accounts, contacts and leads are.",
                               "{0}不参与查重：可查重的有客户、联系人和线索。"};

constexpr std::size_t rows_a_transaction = 500;
constexpr std::size_t told_each = 4096;  // records read
constexpr std::string_view command_name = "duplicate.search";

using PairKey = std::pair<Id, Id>;

class DuplicateFinder {
 public:
  DuplicateFinder(SessionState& session, const EntityType& type, std::size_t place, const DuplicateSearchOptions& options, const Progress& progress)
      : session_(session), type_(type), place_(place), options_(options), progress_(progress), detector_(matching::configuration_of(place)) {}

  Result<DuplicateSearch> run() && {
    GUANXI_CHECK(read());
    detector_.train();
    GUANXI_ASSIGN(found_, detector_.duplicates({.all = options_.related, .progress = progress_}));
    GUANXI_CHECK(keep_new());
    if (options_.queue) GUANXI_CHECK(queue());
    GUANXI_CHECK(list());
    return std::move(out_);
  }

 private:
  // The records that may be read, and what is known about pairs of them.
  Result<void> read() {
    GUANXI_ASSIGN(View view, View::open(session_));
    const std::optional<Expr> readable = view.readable(type_, {});
    if (!readable) return denied({false, access::Reason::no_grant}, access::Action::read, type_);
    const std::vector<std::uint16_t> slots = matching::slots_of(place_);
    bool more = true;
    store::Scan scan;
    scan.type = &type_;
    scan.filter = &*readable;
    scan.slots = slots;
    GUANXI_CHECK(view.reader().scan(scan, [&](AnyRecord& row) {
      ids_.push_back(row.id());
      detector_.add(matching::Values(place_, row).all());
      more = ids_.size() % told_each != 0 || !progress_ || progress_(ids_.size(), 0);
      return more;
    }));
    if (!more) return Error(Code::cancelled, search_stopped);
    out_.records = ids_.size();
    return read_pairs(view);
  }

  Result<void> read_pairs(View& view) {
    const Expr ours = DuplicatePair.entity == Text(type_.name()) && is_null(DuplicatePair.archived_at);
    store::Scan scan;
    scan.type = &view.schema().of(DuplicatePair);
    scan.filter = &ours;
    GUANXI_CHECK(view.reader().scan(scan, [&](AnyRecord& row) {
      const PairKey key(Codec<Id>::unpack(row.get(DuplicatePair.low)), Codec<Id>::unpack(row.get(DuplicatePair.high)));
      known_[key] = row.get(DuplicatePair.state).view() == "dismissed";
      return true;
    }));
    return {};
  }

  // Without the pairs that are none; the surest first.
  Result<void> keep_new() {
    std::set<match::Number> groups;
    for (const match::Pair& pair : found_.pairs) {
      const auto known = known_.find(matching::ordered(ids_[pair.a], ids_[pair.b]));
      if (known != known_.end() && known->second) {
        ++out_.dismissed;
        continue;
      }
      if (pair.verdict == match::Verdict::same) groups.insert(found_.cluster[pair.a]);
      pairs_.push_back(pair);
    }
    out_.pairs = pairs_.size();
    out_.groups = groups.size();
    out_.oversize = found_.oversize.size();
    std::sort(pairs_.begin(), pairs_.end(), [](const match::Pair& x, const match::Pair& y) {
      return x.score != y.score ? x.score > y.score : x.a != y.a ? x.a < y.a : x.b < y.b;
    });
    return {};
  }

  Id group_of(const match::Pair& pair) const {
    const match::Number group = found_.cluster[pair.a];
    return pair.verdict == match::Verdict::same && group == found_.cluster[pair.b] ? ids_[group] : Id{};
  }

  AnyRecord row_of(Unit& unit, const match::Pair& pair) const {
    const auto [low, high] = matching::ordered(ids_[pair.a], ids_[pair.b]);
    const Id group = group_of(pair);
    const std::string reasons = detector_.say(detector_.explain(pair.a, pair.b), unit.view().language());
    Record<DuplicatePair> row(unit.schema().of(DuplicatePair).record());
    row[DuplicatePair.entity] = Text(type_.name());
    row[DuplicatePair.low] = low;
    row[DuplicatePair.high] = high;
    row[DuplicatePair.state] = "open";
    row[DuplicatePair.verdict] = Picklist(name_of(pair.verdict));
    row[DuplicatePair.score] = Decimal{std::llround(pair.score * 100), 2};
    if (!group.empty()) row[DuplicatePair.group] = group;
    row[DuplicatePair.reasons] = Text(reasons);
    return row;
  }

  Result<void> queue() {
    CommandOptions options;
    options.reason = options_.reason;
    for (std::size_t next = 0; next < pairs_.size();) {
      GUANXI_ASSIGN(const Outcome outcome, dispatch(session_, command_name, options, [&](Unit& unit) { return queue_some(unit, next); }));
      if (outcome.change_set != 0) out_.change_set = outcome.change_set;
      if (progress_ && !progress_(next, pairs_.size())) return Error(Code::cancelled, search_stopped);
    }
    return {};
  }

  // What another search has queued meanwhile is left alone.
  Result<void> queue_some(Unit& unit, std::size_t& next) {
    unit.continue_set(out_.change_set);
    const EntityType& type = unit.schema().of(DuplicatePair);
    for (std::size_t taken = 0; next < pairs_.size() && taken < rows_a_transaction; ++next) {
      const match::Pair& pair = pairs_[next];
      if (known_.contains(matching::ordered(ids_[pair.a], ids_[pair.b]))) continue;
      GUANXI_ASSIGN(const auto there, matching::pairs_of(unit.writer(), unit.schema(), ids_[pair.a], ids_[pair.b]));
      if (!there.empty()) continue;
      AnyRecord row = row_of(unit, pair);
      GUANXI_CHECK(unit.insert(type, row, {.command = true, .action = access::Action::create, .checked = false}));
      ++out_.queued;
      ++taken;
    }
    return {};
  }

  Result<void> list() {
    GUANXI_ASSIGN(View view, View::open(session_));
    for (const match::Pair& pair : pairs_) {
      if (out_.listed.size() == options_.listed) break;
      DuplicateSearchPair one;
      std::tie(one.low, one.high) = matching::ordered(ids_[pair.a], ids_[pair.b]);
      GUANXI_ASSIGN(one.low_name, view.name_of(type_, one.low));
      GUANXI_ASSIGN(one.high_name, view.name_of(type_, one.high));
      one.verdict = name_of(pair.verdict);
      one.score = pair.score;
      one.group = group_of(pair);
      out_.listed.push_back(std::move(one));
    }
    return {};
  }

  SessionState& session_;
  const EntityType& type_;
  std::size_t place_;
  const DuplicateSearchOptions& options_;
  const Progress& progress_;
  match::Detector detector_;
  std::vector<Id> ids_;             // by number
  std::map<PairKey, bool> known_;   // dismissed?
  match::Duplicates found_;
  std::vector<match::Pair> pairs_;
  DuplicateSearch out_;
};

}  // namespace

Result<DuplicateSearch> find_duplicates(Session& session, std::uint16_t entity, const DuplicateSearchOptions& options, const Progress& progress) {
  SessionState& state = SessionAccess::state(session);
  const auto schema = session.schema();
  GUANXI_ASSIGN(View view, View::open(state));
  GUANXI_ASSIGN(const EntityType* type, view.entity(entity));
  const auto place = matching::place_of(entity);
  if (!place) return Error(Code::unsupported, not_searched, {said(*type)});
  return DuplicateFinder(state, *schema->find(entity), *place, options, progress).run();
}

}  // namespace guanxi
