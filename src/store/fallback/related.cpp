#include "store/fallback/related.h"

#include "base/check.h"

namespace guanxi::store::fallback {

bool StoredRows::any(const Link& link, const Value& id) {
  if (failure_ || !id.is_set() || schema_.find(link.entity) == nullptr) return false;
  const Id wanted = Codec<Id>::unpack(id);
  if (link.slot == common::id) {
    auto& known = answers_[link.inner.get()].of_target;
    if (const auto found = known.find(wanted); found != known.end()) return found->second;
    const bool matches = target_matches(link, wanted);
    return answers_[link.inner.get()].of_target[wanted] = matches;
  }
  Answers& answers = answers_[link.inner.get()];
  if (!answers.pointed_to) {
    std::unordered_map<Id, std::int64_t, IdHash> ids;
    collect(link, ids);
    answers_[link.inner.get()].pointed_to = std::move(ids);
  }
  const auto& pointing = *answers_[link.inner.get()].pointed_to;
  const auto found = pointing.find(wanted);
  return found != pointing.end() && found->second >= link.least;
}

Result<void> StoredRows::outcome() const {
  if (failure_) return failure_->clone();
  return {};
}

bool StoredRows::target_matches(const Link& link, const Id& id) {
  const EntityType& type = *schema_.find(link.entity);
  AnyRecord row = type.record();
  auto found = reader_.get(type, id, row);
  if (!found) {
    failure_ = std::move(found).error();
    return false;
  }
  return *found && link.inner->passes(row, this);
}

void StoredRows::collect(const Link& link, std::unordered_map<Id, std::int64_t, IdHash>& ids) {
  auto scanned = reader_.scan({.type = schema_.find(link.entity)}, [&](AnyRecord& row) {
    if (row.at(link.slot).is_set() && link.inner->passes(row, this)) ++ids[Codec<Id>::unpack(row.at(link.slot))];
    return !failure_;
  });
  if (!scanned && !failure_) failure_ = std::move(scanned).error();
}

}  // namespace guanxi::store::fallback
