// Reading from a host's storage.
#include <algorithm>
#include <limits>

#include "capi/door/door.h"
#include "capi/door/storage_access.h"
#include "store/fallback/counting.h"
#include "store/fallback/finding.h"

namespace guanxi::door {
namespace {

namespace fallback = store::fallback;

// One scan of the host, its rows given on as they come where the host lets us, else gathered and given on after its return.
class Scanning {
 public:
  Scanning(const Backend& backend, const store::Scan& request, const fallback::Plan& plan, store::RowSink sink)
      : concurrent_(backend.concurrent()), request_(request), plan_(plan), sink_(sink), gathered_(plan, request.limit) {}

  bool take(AnyRecord& row, std::uint32_t did) {
    gathered_.did((did & GX_SCAN_FILTERED) != 0, (did & GX_SCAN_ORDERED) != 0);
    if (!gathered_.fits(row)) return true;
    if (concurrent_ && gathered_.in_step()) return give(row);
    return gathered_.add(std::move(row));
  }

  Result<store::ScanEnd> finish(store::Reader& reader, const Schema& schema) {
    GUANXI_ASSIGN(std::vector<AnyRecord> rows, gathered_.finish(reader, schema));
    for (AnyRecord& row : rows)
      if (!give(row)) break;
    if (stopped_ && given_ < rows.size()) end_.more = true;
    return std::move(end_);
  }

 private:
  bool give(AnyRecord& row) {
    if (request_.limit != 0 && given_ == request_.limit) {
      end_.more = true;
      return false;
    }
    plan_.order.token(row, end_.after);
    for (const std::uint16_t slot : plan_.extra) row.clear(slot);
    ++given_;
    stopped_ = !sink_(row);
    return !stopped_;
  }

  bool concurrent_;
  const store::Scan& request_;
  const fallback::Plan& plan_;
  store::RowSink sink_;
  fallback::Gathered gathered_;
  std::size_t given_ = 0;
  bool stopped_ = false;
  store::ScanEnd end_{};
};

// What the host is asked, in its own terms; borrowed from the plan and the request.
struct Asked {
  Asked(const store::Scan& request, const fallback::Plan& plan) : whole(has_terms(request.filter)), terms(terms_of(request.filter)) {
    for (const OrderTerm& step : request.order) order.push_back({step.field, step.descending ? 1 : 0});
    for (const std::uint16_t slot : plan.needed) fields.push_back(request.type->fields()[slot]->number);
    scan.struct_size = sizeof scan;
    scan.entity = request.type->number();
    scan.terms = terms.data();
    scan.terms_count = static_cast<std::int64_t>(terms.size());
    scan.order = order.data();
    scan.order_count = static_cast<std::int64_t>(order.size());
    scan.after = values_of(plan.from.values);
    scan.after_rid = plan.from.rid;
    scan.limit = request.limit == 0 || !whole ? 0 : static_cast<std::int64_t>(request.limit) + 1;
    scan.fields = fields.data();
    scan.fields_count = static_cast<std::int64_t>(fields.size());
  }

  // What the host has done of the wish, of which it may not have seen the whole condition.
  std::uint32_t believed(std::uint32_t did) const noexcept { return whole ? did : did & ~std::uint32_t{GX_SCAN_FILTERED}; }

  bool whole;
  std::vector<gx_term> terms;
  std::vector<gx_storage_order> order;
  std::vector<std::uint32_t> fields;
  gx_storage_scan scan{};
};

// The same for counts.
struct Counted {
  explicit Counted(const store::Aggregate& request) : terms(terms_of(request.filter)) {
    const auto numbers = [&](const std::vector<std::uint16_t>& slots) {
      std::vector<std::uint32_t> out;
      for (const std::uint16_t slot : slots) out.push_back(request.type->fields()[slot]->number);
      return out;
    };
    sums = numbers(request.sums);
    for (const auto& group : request.groups) fields.push_back(numbers(group));
    for (const auto& group : fields) groupings.push_back({group.data(), static_cast<std::int64_t>(group.size())});
    count = {sizeof count, request.type->number(), terms.data(), static_cast<std::int64_t>(terms.size()),
             groupings.data(), static_cast<std::int64_t>(groupings.size()), sums.data(), static_cast<std::int64_t>(sums.size())};
  }

  std::vector<gx_term> terms;
  std::vector<std::vector<std::uint32_t>> fields;
  std::vector<gx_storage_grouping> groupings;
  std::vector<std::uint32_t> sums;
  gx_storage_count count{};
};

}  // namespace

// Formulas of a row and counts of other rows have no terms.
bool has_terms(const Expr* condition) {
  const auto sayable = [](const Expr::Node& node) {
    return node.op != Expr::Op::formula && node.op != Expr::Op::operand && !(node.op == Expr::Op::exists && node.literal.is_set());
  };
  return condition == nullptr || std::all_of(condition->nodes().begin(), condition->nodes().end(), sayable);
}

std::vector<gx_term> terms_of(const Expr* condition) {
  std::vector<gx_term> out;
  if (condition == nullptr || condition->always() || !has_terms(condition)) return out;
  out.reserve(condition->nodes().size());
  for (const Expr::Node& node : condition->nodes()) {
    gx_term term{};
    term.op = static_cast<std::uint16_t>(node.op);
    term.entity = node.entity;
    term.field = node.field;
    term.size = node.size;
    std::memcpy(&term.literal, &node.literal, sizeof term.literal);
    out.push_back(term);
  }
  return out;
}

template <class Interface>
Result<bool> HostReading<Interface>::get_row(const EntityType& type, const std::uint8_t* id16, std::int64_t rid, AnyRecord& out) {
  bool found = false;
  const auto take = [&](AnyRecord&, const std::optional<std::string_view>&) {
    found = true;
    return false;
  };
  gx_storage_rows rows(type, {}, out, take);
  GUANXI_CHECK(rows.outcome(backend_.ask("storage.get", [&](gx_error** err) {
    return backend_.calls().get(backend_.user(), at_, type.number(), id16, rid, &rows, err);
  })));
  return found;
}

template <class Interface>
Result<store::ScanEnd> HostReading<Interface>::scan(const store::Scan& request, store::RowSink sink) {
  const std::shared_ptr<const Schema> schema = backend_.schema();
  GUANXI_ASSIGN(const fallback::Plan plan, fallback::Plan::make(*schema, request));
  const Asked asked(request, plan);
  Scanning scanning(backend_, request, plan, sink);
  AnyRecord row(request.type->number(), 0, 0);
  gx_storage_rows* self = nullptr;
  const auto take = [&](AnyRecord& one, const std::optional<std::string_view>&) { return scanning.take(one, asked.believed(self->did)); };
  gx_storage_rows rows(*request.type, plan.needed, row, take);
  rows.limit = asked.scan.limit;
  self = &rows;
  GUANXI_CHECK(rows.outcome(backend_.ask("storage.scan", [&](gx_error** err) {
    return backend_.calls().scan(backend_.user(), at_, &asked.scan, &rows, err);
  })));
  return scanning.finish(*this, *schema);
}

template <class Interface>
Result<void> HostReading<Interface>::each(const EntityType& type, gx_storage_rows::Take take) {
  const fallback::Plan plan;
  const Asked asked({.type = &type}, plan);
  AnyRecord row(type.number(), 0, 0);
  gx_storage_rows rows(type, {}, row, take);
  return rows.outcome(backend_.ask("storage.scan", [&](gx_error** err) {
    return backend_.calls().scan(backend_.user(), at_, &asked.scan, &rows, err);
  }));
}

template <class Interface>
Result<void> HostReading<Interface>::probe(std::span<const Key> keys, FunctionRef<bool(const store::KeyHit&)> sink) {
  if (backend_.calls().probe == nullptr) return fallback::probe_rows(*this, *backend_.schema(), keys, sink);
  std::vector<gx_storage_key> asked;
  for (const Key& key : keys) {
    gx_storage_key one{key.space, 0, {}};
    std::memcpy(&one.value, &key.value, sizeof one.value);
    asked.push_back(one);
  }
  std::vector<store::KeyHit> found;
  const auto take = [&](std::int64_t index, const Key&, std::uint16_t entity, std::int64_t rid) {
    if (index >= 0 && index < static_cast<std::int64_t>(keys.size())) found.push_back({static_cast<std::size_t>(index), entity, rid});
    return true;
  };
  gx_storage_hits hits(take);
  GUANXI_CHECK(hits.outcome(backend_.ask("storage.probe", [&](gx_error** err) {
    return backend_.calls().probe(backend_.user(), at_, asked.data(), static_cast<std::int64_t>(asked.size()), &hits, err);
  })));
  fallback::give_hits(found, sink);
  return {};
}

template <class Interface>
Result<void> HostReading<Interface>::aggregate(const store::Aggregate& request, store::AggregateSink sink) {
  if (backend_.calls().count == nullptr || !has_terms(request.filter)) return fallback::count_rows(*this, request, sink);
  const Counted counted(request);
  gx_storage_groups groups(request, sink);
  bool declined = false;
  GUANXI_CHECK(groups.outcome(backend_.ask("storage.count", [&](gx_error** err) {
    const std::int32_t code = backend_.calls().count(backend_.user(), at_, &counted.count, &groups, err);
    declined = code == GX_DONE && !groups.given;
    return code;
  })));
  return declined ? fallback::count_rows(*this, request, sink) : Result<void>();
}

// Candidates of the host, or all rows where it does not search, looked at one by one.
template <class Interface>
Result<void> HostReading<Interface>::search(const store::Search& request, store::RowSink sink) {
  const std::shared_ptr<const Schema> schema = backend_.schema();
  const store::search::SearchQuery words(request.text);
  fallback::WordTest has_words(*request.type, words);
  store::Scan as_scan{.type = request.type, .filter = request.filter, .limit = request.limit, .slots = request.slots};
  GUANXI_ASSIGN(fallback::Plan plan, fallback::Plan::make(*schema, as_scan));
  if (words.empty() || !has_words.searchable_type()) return {};
  plan.look_at_all(*request.type, request.slots);
  Scanning scanning(backend_, as_scan, plan, sink);
  const auto take = [&](AnyRecord& row, const std::optional<std::string_view>& text) { return !has_words(row, text) || scanning.take(row, 0); };
  if (backend_.calls().search == nullptr) {
    GUANXI_CHECK(each(*request.type, take));
  } else {
    const std::vector<gx_term> terms = terms_of(request.filter);
    const gx_storage_search asked{sizeof asked, request.type->number(), str(request.text), terms.data(), static_cast<std::int64_t>(terms.size())};
    AnyRecord row(request.type->number(), 0, 0);
    gx_storage_rows rows(*request.type, {}, row, take);
    GUANXI_CHECK(rows.outcome(backend_.ask("storage.search", [&](gx_error** err) {
      return backend_.calls().search(backend_.user(), at_, &asked, &rows, err);
    })));
  }
  GUANXI_CHECK(scanning.finish(*this, *schema));
  return {};
}

template <class Interface>
Result<void> HostReading<Interface>::changes(const store::ChangeQuery& query, FunctionRef<bool(store::Change&)> sink) {
  gx_storage_changes asked{};
  asked.struct_size = sizeof asked;
  asked.newest_first = query.newest_first ? 1 : 0;
  asked.after = query.after;
  asked.set = query.set.value_or(0);
  if (query.record) {
    asked.entity = query.record->first;
    asked.rid = query.record->second;
  }
  asked.limit = static_cast<std::int64_t>(std::min<std::size_t>(query.limit, std::numeric_limits<std::int64_t>::max()));
  std::vector<store::Change> found;
  const auto take = [&](store::Change& change) {
    found.push_back(std::move(change));
    return found.size() < query.limit;
  };
  gx_storage_log log(take);
  if (query.limit == 0) return {};
  GUANXI_CHECK(log.outcome(backend_.ask("storage.changes", [&](gx_error** err) {
    return backend_.calls().changes(backend_.user(), at_, &asked, &log, err);
  })));
  for (store::Change& change : found)
    if (!sink(change)) break;
  return {};
}

template <class Interface>
Result<std::int64_t> HostReading<Interface>::last_change() {
  std::int64_t last = 0;
  GUANXI_CHECK(changes({.newest_first = true, .limit = 1}, [&](store::Change& change) {
    last = change.seq;
    return false;
  }));
  return last;
}

template <class Interface>
Result<std::optional<std::string>> HostReading<Interface>::load(std::string_view space, std::string_view name) {
  gx_storage_bytes bytes;
  const std::string key = std::string(space) + std::string(name);
  GUANXI_CHECK(bytes.outcome(backend_.ask("storage.load", [&](gx_error** err) {
    return backend_.calls().load(backend_.user(), at_, key.data(), static_cast<std::int64_t>(key.size()), &bytes, err);
  })));
  return std::move(bytes.bytes);
}

// Eight bytes of time stand before the outcome.
template <class Interface>
Result<std::optional<std::string>> HostReading<Interface>::recall(std::string_view idempotency_key) {
  GUANXI_ASSIGN(std::optional<std::string> kept, load("o:", idempotency_key));
  if (kept && kept->size() >= sizeof(std::int64_t)) kept->erase(0, sizeof(std::int64_t));
  return kept;
}

template class HostReading<store::Reader>;
template class HostReading<store::Writer>;

Result<void> HostReader::open() {
  if (backend_.calls().open_view == nullptr) return {};
  return backend_.ask("storage.open_view", [&](gx_error** err) { return backend_.calls().open_view(backend_.user(), &at_, err); });
}

Result<void> HostReader::keys(gx_storage_hits::Take take) {
  gx_storage_hits hits(take);
  return hits.outcome(backend_.ask("storage.keys", [&](gx_error** err) { return backend_.calls().keys(backend_.user(), at_, &hits, err); }));
}

HostReader::~HostReader() {
  if (at_ == nullptr || backend_.calls().close_view == nullptr) return;
  try {
    (void)backend_.ask("storage.close_view", [&](gx_error**) { return backend_.calls().close_view(backend_.user(), at_), GX_OK; });
  } catch (...) {  // nobody is left to be told
  }
}

}  // namespace guanxi::door
