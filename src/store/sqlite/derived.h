// What lies in the file besides the rows and follows from them: search texts and the keys of indexed custom fields.
// gx_meta says by which rules each was made; when the rules have changed it is made anew.
#pragma once

#include <string>

#include "guanxi/schema.h"
#include "store/sqlite/connection.h"

namespace guanxi::store {

// The rules for an entity as of now: the version of the tokens, the searchable fields, the indexed custom fields.
std::string search_rules(const EntityType& type);
std::string key_rules(const EntityType& type);

// Makes anew what was made by other rules, inside the open transaction. The tables are there.
Result<void> derive_again(Connection& db, const Schema& schema);

}  // namespace guanxi::store
