// What a backend leaves of a scan, a search or a probe, done on the rows that it gives.
#pragma once

#include "store/fallback/order.h"
#include "store/fallback/related.h"
#include "store/search/query.h"

namespace guanxi::store::fallback {

// One scan, made ready: condition, order, place to go on from, and what of a row is looked at.
struct Plan {
  static Result<Plan> make(const Schema& schema, const Scan& scan);
  // All slots are looked at, though only `asked` are given out (empty: all).
  void look_at_all(const EntityType& type, std::span<const std::uint16_t> asked);

  Predicate condition;
  RowOrder order;
  Place from;
  std::vector<std::uint16_t> needed;  // slots; empty: all
  std::vector<std::uint16_t> extra;   // those of them that the caller did not ask for
};

// The rows of a scan as a backend gives them, in any order and number, until they are what was asked for.
class Gathered {
 public:
  Gathered(const Plan& plan, std::size_t limit) : plan_(plan), wanted_(limit == 0 ? 0 : limit + 1) {}

  // What the backend does itself; before the first row.
  void did(bool filtered, bool ordered) noexcept { filtered_ = filtered, ordered_ = ordered; }
  // Whether a row is kept, as far as it alone can tell.
  bool fits(const AnyRecord& row) const;
  // Takes a row that fits; false when no more can matter.
  bool add(AnyRecord&& row);

  // The rows in order, one more than the limit where more are left.
  Result<std::vector<AnyRecord>> finish(Reader& reader, const Schema& schema);

  // Whether rows can be given out as they come.
  bool in_step() const noexcept { return ordered_ && !asks_others(); }
  bool more(std::size_t given) const noexcept { return wanted_ != 0 && given + 1 >= wanted_; }

 private:
  bool asks_others() const noexcept { return !filtered_ && plan_.condition.linked(); }
  void cut();

  const Plan& plan_;
  std::size_t wanted_;  // one more than the limit; 0: all
  bool filtered_ = false, ordered_ = false;
  std::vector<AnyRecord> rows_;
};

// Whether a row has the words of a search; `text` is what it is found by, where the backend kept it.
class WordTest {
 public:
  WordTest(const EntityType& type, const search::SearchQuery& words);

  bool searchable_type() const noexcept { return searchable_; }
  bool operator()(const AnyRecord& row, std::optional<std::string_view> text);

 private:
  const EntityType& type_;
  const search::SearchQuery& words_;
  bool searchable_ = false;
  std::string derived_;
};

// Hits that came in any order, key by key: where the sink says no, the rest of that key is passed over.
void give_hits(std::vector<KeyHit>& hits, FunctionRef<bool(const KeyHit&)> sink);
// Keys looked for in every row there is.
Result<void> probe_rows(Reader& reader, const Schema& schema, std::span<const Key> keys, FunctionRef<bool(const KeyHit&)> sink);

}  // namespace guanxi::store::fallback
