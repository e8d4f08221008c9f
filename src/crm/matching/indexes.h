// The indexes beside the rows, one an entity that is compared, of one store.
//
// They can be thrown away at any time: the rows are the truth, and the change log says what became of them. An index is made by the first
// check that needs it, out of the file where it was saved and the log since, or from the rows, as far as they are committed. From then on it
// follows: what a command writes is found by the writer at once, among what is Recent, and is taken in when publish() says that it is committed; what
// was rolled back is noticed by the log, whose numbers are gone; what other processes committed is read from it.
//
// A check looks into the index, and the writer's besides at what is recent. So the look, which is most of the work, may come before the writer's
// turn: what has changed since is recent, or makes the check look again.
//
// Threads: every function may be called from any thread; begin(), wrote() and the writer's check() by whoever has the writer's turn.
#pragma once

#include <atomic>
#include <map>
#include <set>
#include <shared_mutex>

#include "crm/engine.h"
#include "crm/matching/index.h"
#include "crm/matching/recent.h"

namespace guanxi::matching {

// What the index is asked about a row; and what it said when it was looked at last.
struct Inquiry {
  std::size_t place = 0;
  match::Reading reading;
  match::Trail trail{};

  bool looked = false;
  Ask ask{};
  Hits hits{};
  Recent::Number known = 0;  // what came before is in the index
  std::int64_t foreign = 0;  // commits of other processes that it had read
};

class Indexes {
 public:
  explicit Indexes(store::Storage& storage);

  // The file of the store, beside which the indexes are saved; before anything else. Without it they are in memory alone.
  void save_beside(std::string path) noexcept { path_ = std::move(path); }
  // Saves those of which much has changed. `closing`: nobody will use them any more, so less will do.
  enum class When : std::uint8_t { in_between, closing };
  Result<void> save(const Schema& schema, When when);

  // In the writer's turn, before a command writes.
  Result<void> begin(store::Reader& writer);
  // Most rows of this entity are about to come: its index is made again after them, which costs less than to follow.
  void forget(std::uint16_t entity);
  // A row of this entity was written; nothing where the entity is not compared or nothing of interest has changed. `inquiry` is what was asked
  // about it, if anything was.
  std::optional<Touched> wrote(std::uint16_t entity, const AnyRecord* before, const AnyRecord& after, std::int64_t seq, std::optional<Inquiry>&& inquiry);
  // These rows are committed.
  void publish(std::span<const Touched> touched) noexcept;
  // These are part of a transaction of the host's, which alone decides about it …
  void hold(std::span<const Touched> touched);
  // … and now has.
  void settled();

  // What a row of a compared entity says; takes no latch.
  Inquiry inquire(const AnyRecord& row) const;
  // The rows that are like this one. Builds the index if there is none.
  Result<Hits> check(store::Reader& reader, const Schema& schema, Inquiry& inquiry, const Ask& ask);
  // What can be done of a writer's check before its turn.
  Result<void> look_ahead(const Schema& schema, Inquiry& inquiry, const Ask& ask);
  // Whether there is an index for rows of this entity to be taken into.
  bool follows(std::uint16_t entity) const;
  // How a row stands to the one with this rid; nothing where that one is not there.
  Result<std::optional<Hit>> explain(store::Reader& reader, const Schema& schema, const AnyRecord& row, std::int64_t other, const Ask& ask);

  // Builds the index of a place if there is none; says what it holds.
  struct Size {
    std::uint64_t records = 0, bytes = 0;
    std::uint64_t read = 0;  // rows, to make it
    bool trained = false;
  };
  Result<Size> prepare(const Schema& schema, std::size_t place, const Progress& progress);
  Result<Size> train(const Schema& schema, std::size_t place);

 private:
  using Lock = std::unique_lock<std::shared_mutex>;

  using Row = std::pair<std::size_t, std::int64_t>;  // place and rid

  // What a row says; … one that is there and not archived.
  match::Reading read(const AnyRecord& row) const;
  Result<std::optional<match::Reading>> read_live(store::Reader& reader, const Schema& schema, std::size_t place, std::int64_t rid) const;
  bool incomplete() const noexcept { return missing_ != 0 || again_; }
  bool behind(std::int64_t foreign) const noexcept { return foreign != foreign_ || incomplete(); }
  std::int64_t decided(std::int64_t last) const noexcept;
  Result<void> look(const Schema& schema, Inquiry& inquiry, const Ask& ask, std::int64_t foreign);
  void see(Inquiry& inquiry, const Ask& ask);
  bool is_fresh(const Inquiry& inquiry, const Ask& ask) const;
  Result<void> add_recent(store::Reader& writer, const Schema& schema, Inquiry& inquiry);
  Result<const match::Reading*> reading_of(store::Reader& writer, const Schema& schema, std::size_t place, const Recent::Entry& recent,
                                           std::optional<match::Reading>& again);
  const Recent::Entry* newest_untaken(std::size_t place, std::int64_t rid) const;
  Result<void> drop_untrue(store::Reader& writer, std::size_t place);
  bool are_taken(const std::array<std::int64_t, places>& last) const;
  void miss(std::int64_t seq) noexcept;
  void take_in(std::size_t place, std::int64_t seq) noexcept;
  Result<void> follow(const Schema& schema);
  Result<void> catch_up(const Schema& schema, std::int64_t foreign);
  Result<std::unique_ptr<Index>> make(const Schema& schema, std::size_t place, const Progress& progress);
  Result<std::unique_ptr<Index>> build(store::Reader& reader, const Schema& schema, std::size_t place, const Progress& progress);
  Result<std::unique_ptr<Index>> open(store::Reader& reader, const Schema& schema, std::size_t place);
  Result<void> save(std::size_t place);
  std::string path_of(std::size_t place) const;
  Result<void> enter_written(store::Reader& writer, const Schema& schema, std::size_t place);
  Result<void> need(const Schema& schema, std::size_t place, const Progress& progress);
  void drop(std::size_t place) noexcept;
  void settle(std::size_t place, std::int64_t rid, const match::Reading* reading);
  bool any() const noexcept;
  Size size_of(std::size_t place) const;

  store::Storage& storage_;
  const std::array<match::Configuration, places> configurations_;
  std::string path_;                 // empty: nothing is saved

  mutable std::shared_mutex mutex_;  // guards these; atomic ones are read without it
  std::array<std::unique_ptr<Index>, places> all_{};
  std::array<std::uint64_t, places> rows_read_{};
  std::array<bool, places> worn_{};  // what was saved is no better
  std::int64_t read_to_ = 0;         // changes up to here are in the indexes
  std::atomic<std::int64_t> missing_ = 0;  // the last change that was committed and is not; 0: none
  std::atomic<std::int64_t> foreign_ = 0;  // Storage::foreign_commits() as of the last reading of the log
  std::atomic<bool> again_ = false;  // the log is to be read, whatever the numbers say
  std::set<Row> held_;               // rows that a host's transaction may still roll back
  std::atomic<std::int64_t> open_from_ = 0;  // on a lent connection: the first change that the host has not decided about; 0: none

  // Taken after the other one, where both are, and never for long: the writer's turn waits for it.
  mutable std::mutex recent_mutex_;  // guards these
  std::array<Recent, places> recent_;
  std::array<bool, places> followed_{};   // there is an index
  std::array<std::int64_t, places> unentered_{};  // the last change that was written, may be uncommitted and is not in recent_; 0: none
  std::int64_t begun_foreign_ = 0;        // Storage::foreign_commits() as of the last begin(); of whoever has the turn
};

// The rows of compared entities (place and rid) that changed after `seq`, with the number of their last change.
using Changed = std::map<std::pair<std::size_t, std::int64_t>, std::int64_t>;
Result<Changed> changed_after(store::Reader& reader, std::int64_t seq);

// Under which name the store keeps what an index has learnt; and how the index takes it up.
std::string learnt_key(std::size_t place);
Result<void> relearn(store::Reader& reader, std::size_t place, Index& index);

}  // namespace guanxi::matching
