// The reading half of both readers and writers. What is asked for is gathered under the lock and handed out after, so
// that a sink may call the storage, and write, as it likes.
#pragma once

#include <limits>
#include <mutex>
#include <shared_mutex>

#include "base/check.h"
#include "store/memory/aggregate.h"
#include "store/memory/gate.h"
#include "store/memory/scan.h"
#include "store/memory/search.h"

namespace guanxi::store::memory {

// What all readers and the writer of a store share. Whoever publishes has the writers' turn and passes the gate alone.
struct Shared {
  explicit Shared(std::uint64_t seed) : state(seed) {}
  Gate gate;
  State state;
  std::atomic<bool> half_done = false;  // while a commit is published, and for ever when that was cut short
};

template <class Interface>
class Reading : public Interface {
 public:
  explicit Reading(Shared& shared, const Staged* staged = nullptr) noexcept : shared_(shared), staged_(staged) {}

  Result<bool> get(const EntityType& type, const Id& id, AnyRecord& out) override {
    return get(type, out, [&](const View& view, const Table& table) { return view.find(type.number(), table, id); });
  }
  Result<bool> get(const EntityType& type, std::int64_t rid, AnyRecord& out) override {
    return get(type, out, [&](const View& view, const Table& table) -> const Row* {
      if (rid < 1 || rid > std::numeric_limits<std::uint32_t>::max()) return nullptr;
      return view.at(type.number(), table, static_cast<std::uint32_t>(rid));
    });
  }

  Result<ScanEnd> scan(const Scan& request, RowSink sink) override {
    GUANXI_ASSIGN(const Found found, locked([&](View& view) { return find_rows(view, request); }));
    const std::size_t given = hand_out(*request.type, found.rows, *found.layout, request.slots, sink);
    ScanEnd end;
    end.more = found.more || given < found.rows.size();
    if (given > 0) end.after = found.ordering.token(*found.rows[given - 1]);
    return end;
  }

  Result<void> probe(std::span<const Key> keys, FunctionRef<bool(const KeyHit&)> sink) override {
    const std::vector<KeyHit> hits = locked([&](View& view) { return find_keys(view, keys); });
    for (std::size_t i = 0; i < hits.size(); ++i) {
      if (sink(hits[i])) continue;
      while (i + 1 < hits.size() && hits[i + 1].key == hits[i].key) ++i;
    }
    return {};
  }

  Result<void> aggregate(const Aggregate& request, AggregateSink sink) override {
    GUANXI_ASSIGN(const Totals totals, locked([&](View& view) { return Totals::count(view, request); }));
    return totals.hand_out(request, sink);
  }

  Result<void> search(const Search& request, RowSink sink) override {
    GUANXI_ASSIGN(const Found found, locked([&](View& view) { return search_rows(view, request); }));
    hand_out(*request.type, found.rows, *found.layout, request.slots, sink);
    return {};
  }

  Result<void> changes(const ChangeQuery& query, FunctionRef<bool(Change&)> sink) override {
    for (const ChangePtr& change : locked([&](View& view) { return find_changes(view, query); })) {
      Change copy = *change;
      if (!sink(copy)) break;
    }
    return {};
  }

  Result<std::int64_t> last_change() override {
    return locked([](View& view) { return view.last_change(); });
  }
  Result<std::optional<std::string>> meta(std::string_view key) override {
    return locked([&](View& view) { return view.meta(std::string(key)); });
  }
  Result<std::optional<std::string>> recall(std::string_view idempotency_key) override {
    return locked([&](View& view) { return view.recall(std::string(idempotency_key)); });
  }

 protected:
  // The writer needs no lock while it holds the turn: nobody else publishes.
  template <class Work>
  auto locked(Work work) {
    std::shared_lock lock(shared_.gate, std::defer_lock);
    if (staged_ == nullptr) lock.lock();
    View view(shared_.state, staged_);
    return work(view);
  }
  // From here on only what is committed is seen.
  void forget_staged() noexcept { staged_ = nullptr; }

  Shared& shared_;

 private:
  template <class Find>
  Result<bool> get(const EntityType& type, AnyRecord& out, Find find) {
    return locked([&](View& view) -> Result<bool> {
      GUANXI_ASSIGN(const Table* table, view.table(type.number()));
      const Row* row = find(view, *table);
      if (row != nullptr) row->fill(*table->layout(), {}, out);
      return row != nullptr;
    });
  }

  const Staged* staged_;
};

}  // namespace guanxi::store::memory
