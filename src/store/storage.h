// The storage interface: what a backend must do, and what it may leave to the library.
//
// A store is one tenant. All reads go through a Reader, which is a snapshot where the backend can give one. All
// changes go through a Writer, which one caller holds at a time and whose reads see its own changes. The caller of
// put() has validated the rows; a backend checks revisions and uniqueness of ids, nothing else.
//
// Threads: a Storage may be used from any thread at once. A Reader or Writer is used by one thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/function_ref.h"
#include "guanxi/error.h"
#include "guanxi/host.h"
#include "guanxi/query.h"
#include "guanxi/record.h"
#include "guanxi/schema.h"
#include "model/derive.h"

namespace guanxi::store {

// What a backend does itself. The library does the rest, more slowly.
struct Capabilities {
  bool snapshot_reads = false;  // a Reader sees one state, that of its first call, for as long as it lives
  bool filters = false;         // scan() applies the whole condition
  bool aggregates = false;
  bool searches = false;
  bool backups = false;
  bool shared = false;          // several processes may open it
};

struct KeyHit {
  std::size_t key;  // index into the probed keys
  std::uint16_t entity;
  std::int64_t rid;
};

// One row to insert or update, with what the caller derived from it.
struct Put {
  const EntityType* type = nullptr;
  AnyRecord* after = nullptr;         // the whole row; an insert fills in its rid
  const AnyRecord* before = nullptr;  // the row as it was read in this transaction; null: insert
  std::span<const Key> keys_added{};
  std::span<const Key> keys_removed{};
  std::string_view search_before{};   // text for the full-text index, as derived from `before` …
  std::string_view search_after{};    // … and from `after`; both empty: not searchable
};

enum class ChangeKind : std::uint8_t { create = 1, update = 2, archive = 3, restore = 4, erase = 5 };

// One row of the change log: what one command did to one record.
struct Change {
  std::int64_t seq = 0;      // grows with every commit; assigned by append()
  std::int64_t set = 0;      // all changes of one command or import; 0 on append: this change's own seq
  Instant at{};
  Id actor{};
  Id on_behalf{};            // empty: nobody else
  std::string command;
  std::string reason;
  std::uint16_t entity = 0;
  std::int64_t rid = 0;
  Id record{};
  ChangeKind kind = ChangeKind::update;
  std::string delta;         // packed old → new per field (model/delta.h)
};

struct ChangeQuery {
  std::int64_t after = 0;                  // only seq greater than this
  std::optional<std::int64_t> set{};       // only this set
  std::optional<std::pair<std::uint16_t, std::int64_t>> record{};  // only this entity and rid
  bool newest_first = false;               // then `after` is an exclusive upper bound unless 0
  std::size_t limit = 1000;
};

struct Scan {
  const EntityType* type = nullptr;
  const Expr* filter = nullptr;         // null: all rows
  std::span<const OrderTerm> order{};   // as order() of expr/evaluate.h; the rid breaks ties, in the direction of the last term
  std::string_view after{};             // keyset token of an earlier scan with the same order
  std::size_t limit = 0;                // 0: all
  std::span<const std::uint16_t> slots{};  // slots to fill, null or set; empty: all. Id and revision are always filled
};

struct ScanEnd {
  bool more = false;       // the limit was reached and rows are left
  std::string after;       // token of the last row given out
  std::optional<Expr> residual;  // the part of the filter that was not applied: the library applies it
};

// Takes a row; may move it away. False stops the scan.
using RowSink = FunctionRef<bool(AnyRecord&)>;

// Several groupings in one pass: {{tier},{industry}} counts both dimensions, {{tier,industry}} their cross table.
struct Aggregate {
  const EntityType* type = nullptr;
  const Expr* filter = nullptr;
  std::vector<std::vector<std::uint16_t>> groups;  // slots; one of money stands for its currency, the amount being 0
  std::vector<std::uint16_t> sums;                 // slots of integer, decimal or money fields, summed per group, null as 0; overflow is Code::limit
};
struct AggregateRow {
  std::size_t group;
  std::span<const Value> values;          // one per slot of the group; borrowed until the sink returns
  std::int64_t count;
  std::span<const std::int64_t> sums;     // raw integers; money sums are split by currency by grouping on it (see crm)
};
using AggregateSink = FunctionRef<void(const AggregateRow&)>;

struct Search {
  const EntityType* type = nullptr;
  std::string_view text;           // as typed by a person
  const Expr* filter = nullptr;
  std::size_t limit = 50;
  std::span<const std::uint16_t> slots{};  // as in Scan
};

class Reader {
 public:
  virtual ~Reader() = default;

  // Fills `out` and returns true, or false where there is no such row. Archived rows are found too.
  virtual Result<bool> get(const EntityType& type, const Id& id, AnyRecord& out) = 0;
  virtual Result<bool> get(const EntityType& type, std::int64_t rid, AnyRecord& out) = 0;

  virtual Result<ScanEnd> scan(const Scan& request, RowSink sink) = 0;
  // Calls `sink` for the rows under each key; false skips the rest of that key.
  virtual Result<void> probe(std::span<const Key> keys, FunctionRef<bool(const KeyHit&)> sink) = 0;
  virtual Result<void> aggregate(const Aggregate& request, AggregateSink sink) = 0;

  // Rows whose searchable text holds every term of `text` (store/search/query.h), filtered and rechecked, by rid.
  virtual Result<void> search(const Search& request, RowSink sink) = 0;

  virtual Result<void> changes(const ChangeQuery& query, FunctionRef<bool(Change&)> sink) = 0;
  virtual Result<std::int64_t> last_change() = 0;  // the highest seq; 0 when there is none
  virtual Result<std::optional<std::string>> meta(std::string_view key) = 0;
  virtual Result<std::optional<std::string>> recall(std::string_view idempotency_key) = 0;
};

class Writer : public Reader {
 public:
  // A row changed by somebody since `before` was read is Code::conflict; nothing of the batch is kept then, once the caller rolls back.
  virtual Result<void> put(std::span<Put> batch) = 0;
  virtual Result<std::int64_t> append(const Change& change) = 0;  // returns its seq
  virtual Result<void> set_meta(std::string_view key, std::string_view value) = 0;
  virtual Result<void> remember(std::string_view idempotency_key, Instant at, std::string_view outcome) = 0;
  virtual Result<void> forget(Instant before) = 0;  // idempotency keys older than this
  virtual Result<std::int64_t> next(std::string_view sequence) = 0;  // 1, 2, 3 …; gaps where a transaction rolled back are filled again

  // Nested units inside the transaction. `savepoint` returns a mark; rolling back to it undoes all since.
  virtual Result<int> savepoint() = 0;
  virtual Result<void> release(int mark) = 0;
  virtual Result<void> rollback_to(int mark) = 0;
};

// An explicit transaction: it holds the writer's turn until commit, rollback or destruction (which rolls back).
class WriteTransaction {
 public:
  virtual ~WriteTransaction() = default;
  virtual Writer& writer() = 0;
  virtual Result<void> commit() = 0;
  virtual void rollback() noexcept = 0;
};

struct Info {
  std::string backend;         // "sqlite", "memory" …
  std::string engine_version;  // of SQLite, say
  std::string path;
  std::int64_t schema_version = 0;
  std::int64_t bytes = 0;
  std::int64_t log_bytes = 0;  // of the write-ahead log
};

// How often a work may be run: once, or again from its beginning after all that it wrote was undone.
enum class Runs : std::uint8_t { once, perhaps_again };

class Storage {
 public:
  virtual ~Storage() = default;

  virtual Capabilities capabilities() const noexcept = 0;
  virtual Result<Info> info() = 0;

  // Brings tables, columns and indexes up to the schema; called once after opening, and again when custom fields come.
  virtual Result<void> prepare(std::shared_ptr<const Schema> schema) = 0;

  // Runs `work` when the writer's turn comes and returns when it is durable, or undone: an error of `work` undoes
  // it and is returned, an exception undoes it and passes through. Calls of several threads are committed in groups, first
  // come, first served; a failed commit fails the whole group. `committed` is called in commit order, before the next
  // writer's turn, perhaps on the thread of another caller of its group; it must be short and may not call the storage.
  // `work` runs once at most, where `runs` allows it perhaps again, on the thread of a caller of its group. Writing from within `work`, or beside an open transaction that this
  // thread began, is Code::misuse: it would wait for itself.
  virtual Result<void> write(FunctionRef<Result<void>(Writer&)> work, FunctionRef<void()> committed, Runs runs = Runs::once) = 0;
  virtual Result<std::unique_ptr<WriteTransaction>> begin_write() = 0;
  virtual Result<std::unique_ptr<Reader>> begin_read() = 0;

  // Whether what was written last is part of a transaction of the host's own, which alone decides about it.
  virtual bool undecided() const noexcept { return false; }
  // That transaction has ended. Code::misuse where it has not.
  virtual Result<void> decided() { return {}; }
  // Whether there can be such transactions.
  virtual bool lent() const noexcept { return false; }

  // A number that changes when another process has committed since the last call, and now and then without that; 0 for
  // backends that are not shared. Within `work` it counts all that was committed before.
  virtual Result<std::int64_t> foreign_commits() = 0;

  // Bulk mode for big imports: non-unique indexes are dropped and built again at the end, or by the next open.
  virtual Result<void> bulk_begin() = 0;
  virtual Result<void> bulk_end(const Progress& progress) = 0;

  virtual Result<void> backup(const std::string& path, const Progress& progress) = 0;
  // Checks structure, indexes, search and keys against the rows; calls `report` for each finding.
  virtual Result<void> integrity(const Progress& progress, FunctionRef<void(std::string_view)> report) = 0;
};

}  // namespace guanxi::store
