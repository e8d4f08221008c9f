#include "store/memory/scan.h"

#include <algorithm>

#include "base/check.h"
#include "store/memory/access_path.h"

namespace guanxi::store::memory {
namespace {

// Keeps the first rows of an order behind a cursor: one more than the limit, to know whether rows are left.
class Collector {
 public:
  Collector(const Ordering& ordering, Matcher& matches, Cursor cursor, std::size_t limit)
      : ordering_(ordering), matches_(matches), cursor_(std::move(cursor)), wanted_(limit == 0 ? 0 : limit + 1) {}

  auto by_order() const {
    return [this](const Candidate& a, const Candidate& b) { return ordering_.before(a, b); };
  }
  const Cursor& cursor() const noexcept { return cursor_; }
  // Whether rows that come later in the order change nothing any more.
  bool full() const noexcept { return wanted_ != 0 && kept_.size() >= wanted_; }

  void add(const Row& row) {
    const Value first = ordering_.first_of(row);
    if (!ordering_.behind(cursor_, row, first)) return;
    if (!matches_(row)) return;
    kept_.push_back({RowPtr(&row), first});
    if (wanted_ != 0 && kept_.size() >= 2 * wanted_ + 64) cut();
  }

  std::vector<RowPtr> finish() {
    if (!std::is_sorted(kept_.begin(), kept_.end(), by_order())) std::sort(kept_.begin(), kept_.end(), by_order());
    if (wanted_ != 0 && kept_.size() > wanted_) kept_.resize(wanted_);
    std::vector<RowPtr> rows;
    rows.reserve(kept_.size());
    for (Candidate& candidate : kept_) rows.push_back(std::move(candidate.row));
    return rows;
  }

 private:
  void cut() {
    std::nth_element(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(wanted_), kept_.end(), by_order());
    kept_.resize(wanted_);
  }

  const Ordering& ordering_;
  Matcher& matches_;
  Cursor cursor_;
  std::size_t wanted_;
  std::vector<Candidate> kept_;
};

class Finder {
 public:
  Finder(View& view, const Table& table, const EntityType& type, const Ordering& ordering, Collector& out)
      : view_(view), table_(table), entity_(type.number()), ordering_(ordering), out_(out) {}

  // Committed rows first: those walked in order may end early, which staged ones do not.
  void run(const std::optional<AccessPath>& path) {
    const auto& terms = ordering_.terms();
    const FieldIndex* in_order = terms.size() == 1 ? table_.index(terms[0].slot) : nullptr;
    if (path) {
      follow(*path);
    } else if (terms.empty()) {
      by_rid();
    } else if (in_order != nullptr) {
      terms[0].descending ? backward(*in_order) : forward(*in_order);
    } else {
      for (std::uint32_t rid = 1; rid <= table_.size(); ++rid) add(rid);
    }
    view_.each_staged(entity_, [&](const Row& row) { out_.add(row); });
  }

 private:
  void add(std::uint32_t rid) {
    if (!view_.is_staged(entity_, rid)) out_.add(*table_.at(rid));
  }

  void follow(const AccessPath& path) {
    for (const Id& id : path.ids)
      if (const Row* row = table_.find(id)) add(row->rid());
    for (auto [at, end] : path.stretches)
      for (; at != end; at = path.index->next(at)) add(path.index->rid(at));
  }

  void by_rid() {
    for (std::uint32_t rid = out_.cursor().rid + 1; rid <= table_.size() && !out_.full(); ++rid) add(rid);
  }

  void forward(const FieldIndex& index) {
    for (auto at = start(index, index.begin()); at != index.end() && !out_.full(); at = index.next(at)) add(index.rid(at));
  }

  void backward(const FieldIndex& index) {
    for (auto at = start(index, index.end()); at != index.begin() && !out_.full();) {
      at = index.previous(at);
      add(index.rid(at));
    }
  }

  FieldIndex::Place start(const FieldIndex& index, FieldIndex::Place otherwise) const {
    if (out_.cursor().at_start()) return otherwise;
    return index.find(out_.cursor().values[0], out_.cursor().rid, table_.value_of(index.slot()));
  }

  View& view_;
  const Table& table_;
  std::uint16_t entity_;
  const Ordering& ordering_;
  Collector& out_;
};

// An id that is asked for twice is one row.
void drop_repeated(AccessPath& path) {
  std::sort(path.ids.begin(), path.ids.end());
  path.ids.erase(std::unique(path.ids.begin(), path.ids.end()), path.ids.end());
  const auto by_place = [](const auto& a, const auto& b) {
    return std::tie(a.first.chunk, a.first.index) < std::tie(b.first.chunk, b.first.index);
  };
  std::sort(path.stretches.begin(), path.stretches.end(), by_place);
  path.stretches.erase(std::unique(path.stretches.begin(), path.stretches.end()), path.stretches.end());
}

}  // namespace

Result<Found> find_rows(View& view, const Scan& request) {
  GUANXI_ASSIGN(const Table* table, view.table(request.type->number()));
  GUANXI_ASSIGN(Matcher matches, view.matcher(request.type->number(), request.filter));
  GUANXI_ASSIGN(Ordering ordering, Ordering::resolve(*request.type, request.order, table->layout()));
  GUANXI_ASSIGN(Cursor cursor, ordering.cursor(request.after));
  Found found{std::move(ordering), {}, table->layout(), false};
  Collector collector(found.ordering, matches, std::move(cursor), request.limit);
  auto path = request.filter != nullptr ? find_path(*table, *request.type, *request.filter) : std::nullopt;
  if (path) drop_repeated(*path);
  Finder(view, *table, *request.type, found.ordering, collector).run(path);
  found.rows = collector.finish();
  found.more = request.limit != 0 && found.rows.size() > request.limit;
  if (found.more) found.rows.pop_back();
  return found;
}

std::size_t hand_out(const EntityType& type, std::span<const RowPtr> rows, const Layout& layout, std::span<const std::uint16_t> slots,
                     RowSink sink) {
  AnyRecord record = type.record();
  std::size_t given = 0;
  for (const RowPtr& row : rows) {
    if (record.slots() == 0) record = type.record();  // the sink took it
    row->fill(layout, slots, record);
    ++given;
    if (!sink(record)) break;
  }
  return given;
}

}  // namespace guanxi::store::memory
