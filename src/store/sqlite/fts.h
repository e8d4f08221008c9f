// The full-text tables: FTS5 with our tokens, without a copy of the text.
#pragma once

#include <string>

#include "store/search/query.h"
#include "store/sqlite/connection.h"

namespace guanxi::store {

// Makes the tokenizer "guanxi" known to a connection.
Result<void> add_tokenizer(Connection& connection);

// The statement that makes a search table.
std::string create_search_table(const std::string& table);

// The query in FTS5's language.
std::string match_expression(const search::SearchQuery& query);

// Enters a text, or takes one out, which must be the very text that was entered.
Result<void> enter_text(Connection& db, const std::string& table, std::int64_t rid, std::string_view text);
Result<void> remove_text(Connection& db, const std::string& table, std::int64_t rid, std::string_view text);

}  // namespace guanxi::store
