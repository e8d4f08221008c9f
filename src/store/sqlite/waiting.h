// Texts on their way into the full-text tables, which make a segment of what one commit brings and merge segments: a commit of few rows lets theirs wait in a
// table of their own, and several go in together. Who searches looks at those that wait as well.
#pragma once

#include <map>
#include <span>
#include <string>

#include "store/sqlite/connection.h"

namespace guanxi::store {

// What a full-text table must learn about a row. An empty text is none.
struct SearchChange {
  std::string table;
  std::int64_t rid = 0;
  std::string before;
  std::string after;
};

// What a full-text table has of a row, and what it should have; by the row's number.
struct WaitingText {
  std::string entered;
  std::string wanted;
};
using WaitingTexts = std::map<std::int64_t, WaitingText>;

// The table in which they wait: the third step of the layout.
Result<void> make_waiting_table(Connection& db);

// Lets a change wait. How many there are then, of all tables.
Result<std::int64_t> let_wait(Connection& db, const SearchChange& change);
// All that wait go in, and after them these.
Result<void> enter_texts(Connection& db, std::span<const SearchChange> changes);
// Those of a full-text table; with `only` a condition on their row number, rid.
Result<WaitingTexts> waiting_texts(Connection& db, const std::string& table, const std::string& only = {});
// Those of a table are forgotten, because it is filled anew.
Result<void> forget_waiting(Connection& db, const std::string& table);

}  // namespace guanxi::store
