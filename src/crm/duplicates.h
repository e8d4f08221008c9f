// The duplicate check: what already exists that a row may be a duplicate of, as far as the principal may know.
#pragma once

#include <optional>
#include <span>

#include "crm/matching/indexes.h"
#include "crm/matching/rules.h"
#include "crm/view.h"
#include "guanxi/duplicates.h"
#include "model/derive.h"

namespace guanxi {

struct DuplicateQuery {
  const EntityType& type;
  const AnyRecord& row;
  std::span<const Key> keys;  // that equal rows would share
  matching::Rule rule{};
  matching::Inquiry* inquiry = nullptr;  // about the row, to ask the index too; null: only the keys
  static constexpr std::size_t usual_limit = 20;
  std::size_t limit = usual_limit;
};

struct DuplicateHits {
  std::vector<DuplicateHit> hits;    // strongest first
  std::vector<std::string> reasons;  // of each of them, as in_both() makes it
  bool partial = false;
};

// Live records of the same entity that share a key with `row` or are like it, without those that somebody has said are none; hits that the
// principal may not read are masked. Inside a command the rows written so far are among them.
Result<DuplicateHits> find_duplicates(View& view, const DuplicateQuery& query);

// Those of a row that nobody writes.
Result<DuplicateHits> find_duplicates_of(View& view, const AnyRecord& record, const DuplicateCheckOptions& options);

// What the index is asked about a row; nothing where the entity is not compared or nothing that is compared is new.
std::optional<matching::Inquiry> inquire(Engine& engine, const EntityType& type, const AnyRecord* before, const AnyRecord& row);

// The same for a row that is about to be created, asked as far as it can be before the writer's turn. Should that fail, the command will say why.
std::optional<matching::Inquiry> look_ahead(SessionState& session, const AnyRecord& row, const CommandOptions& options);

// The error for storing `row` beside these, if the rule and the caller's choice ask for one.
Result<void> refuse_duplicate(const EntityType& type, const AnyRecord& row, const DuplicateHits& found, const matching::Rule& rule,
                              const CommandOptions& options);

}  // namespace guanxi
