// The order of a scan, and the tokens by which a later scan goes on.
#pragma once

#include <string>
#include <vector>

#include "store/memory/row.h"
#include "store/storage.h"

namespace guanxi::store::memory {

// A row with the value that it is ordered by first.
struct Candidate {
  RowPtr row;
  Value first{};
};

// A place in an order: just behind the row with these values and this rid; rid 0: before all rows.
struct Cursor {
  std::vector<Value> values;  // borrowed from the token
  std::uint32_t rid = 0;

  bool at_start() const noexcept { return rid == 0; }
};

class Ordering {
 public:
  struct Term {
    std::uint16_t slot;
    bool descending;
  };

  // An unknown field is an error.
  static Result<Ordering> resolve(const EntityType& type, std::span<const OrderTerm> order, std::shared_ptr<const Layout> layout);

  const std::vector<Term>& terms() const noexcept { return terms_; }
  // Whether equal rows come with the greater rid first.
  bool newest_first() const noexcept { return !terms_.empty() && terms_.back().descending; }

  Value first_of(const Row& row) const { return terms_.empty() ? Value{} : row.value(*layout_, terms_[0].slot); }
  bool before(const Candidate& a, const Candidate& b) const;
  bool behind(const Cursor& cursor, const Row& row, const Value& first) const;

  // A token is the packed value of each term and the packed rid. One of another order or shape is an error.
  std::string token(const Row& row) const;
  Result<Cursor> cursor(std::string_view token) const;

 private:
  bool rids_in_order(std::uint32_t a, std::uint32_t b) const noexcept { return newest_first() ? a > b : a < b; }

  std::vector<Term> terms_;
  std::shared_ptr<const Layout> layout_;
};

}  // namespace guanxi::store::memory
