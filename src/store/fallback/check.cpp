#include "store/fallback/check.h"

#include "base/check.h"
#include "model/delta.h"

namespace guanxi::store::fallback {
namespace {

constexpr Message stopped{"storage.check_stopped", "The check was stopped before its end.", "检查在完成前被中止。"};

std::string packed(const Key& key) {
  std::string out = std::to_string(key.space) + ':';
  pack_value(key.value, out);
  return out;
}

}  // namespace

Error check_stopped() { return Error(Code::cancelled, stopped); }

void Check::key(const Key& key, std::uint16_t entity, std::int64_t rid) { keys_.insert({packed(key), {entity, rid}}); }

Result<bool> Check::row(const EntityType& type, const AnyRecord& row, std::optional<std::string_view> text) {
  AnyRecord again = type.record();
  GUANXI_ASSIGN(const bool found, reader_.get(type, row.id(), again));
  if (!found || again.rid() != row.rid()) find(type.number(), row.rid(), "is not found by its id");
  derive(type, row, derived_);
  if (text && *text != derived_.search) find(type.number(), row.rid(), "is not found by its text");
  GUANXI_CHECK(check_keys(type, row.rid()));
  return ++done_ % 1024 != 0 || !progress_ || progress_(done_, 0);
}

Result<void> Check::check_keys(const EntityType& type, std::int64_t rid) {
  const Place place{type.number(), rid};
  for (const Key& key : derived_.keys) {
    GUANXI_ASSIGN(const bool there, held(key, place));
    if (!there) find(type.number(), rid, "lacks a key that follows from it");
  }
  return {};
}

Result<bool> Check::held(const Key& key, const Place& place) {
  if (keys_known_) return keys_.erase({packed(key), place}) > 0;
  bool there = false;
  GUANXI_CHECK(reader_.probe({&key, 1}, [&](const KeyHit& hit) {
    there = there || Place{hit.entity, hit.rid} == place;
    return !there;
  }));
  return there;
}

void Check::finish() {
  for (const auto& [key, place] : keys_) find(place.first, place.second, "has a key that does not follow from it");
}

void Check::find(std::uint16_t entity, std::int64_t rid, std::string_view what) {
  const EntityType* type = schema_.find(entity);
  const std::string name = type == nullptr ? std::to_string(entity) : std::string(type->name());
  report_(name + " row " + std::to_string(rid) + ' ' + std::string(what));
}

}  // namespace guanxi::store::fallback
