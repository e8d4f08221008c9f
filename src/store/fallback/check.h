// The check of integrity for backends that have none of their own: rows against ids, keys and searchable text.
#pragma once

#include <map>
#include <set>

#include "store/storage.h"

namespace guanxi::store::fallback {

class Check {
 public:
  Check(Reader& reader, const Schema& schema, const Progress& progress, FunctionRef<void(std::string_view)> report)
      : reader_(reader), schema_(schema), progress_(progress), report_(report) {}

  // A key that the backend holds; all of them, before row(). Without any, keys are looked up one by one.
  void key(const Key& key, std::uint16_t entity, std::int64_t rid);
  void keys_known() noexcept { keys_known_ = true; }
  // A row, and the text by which the backend finds it, if it keeps one. False: the caller asked to stop.
  Result<bool> row(const EntityType& type, const AnyRecord& row, std::optional<std::string_view> text);
  // What is left at the end.
  void finish();

 private:
  using Place = std::pair<std::uint16_t, std::int64_t>;
  Result<void> check_keys(const EntityType& type, std::int64_t rid);
  Result<bool> held(const Key& key, const Place& place);
  void find(std::uint16_t entity, std::int64_t rid, std::string_view what);

  Reader& reader_;
  const Schema& schema_;
  const Progress& progress_;
  FunctionRef<void(std::string_view)> report_;
  std::set<std::pair<std::string, Place>> keys_;  // packed, of rows not met yet
  bool keys_known_ = false;
  std::uint64_t done_ = 0;
  Derived derived_;
};

Error check_stopped();

}  // namespace guanxi::store::fallback
