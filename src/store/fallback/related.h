// Conditions that lead to other rows, answered by reading those.
#pragma once

#include <optional>
#include <unordered_map>

#include "expr/evaluate.h"
#include "store/storage.h"

namespace guanxi::store::fallback {

class StoredRows final : public RelatedRows {
 public:
  StoredRows(Reader& reader, const Schema& schema) noexcept : reader_(reader), schema_(schema) {}

  bool any(const Link& link, const Value& id) override;
  // The first error met on the way; what any() said since is worth nothing then.
  Result<void> outcome() const;

 private:
  struct Answers {
    std::unordered_map<Id, bool, IdHash> of_target;                // through: by the id of the row pointed to
    std::optional<std::unordered_map<Id, std::int64_t, IdHash>> pointed_to{};  // exists: by how many rows that match
  };
  bool target_matches(const Link& link, const Id& id);
  void collect(const Link& link, std::unordered_map<Id, std::int64_t, IdHash>& ids);

  Reader& reader_;
  const Schema& schema_;
  std::unordered_map<const Predicate*, Answers> answers_;
  std::optional<Error> failure_{};
};

}  // namespace guanxi::store::fallback
