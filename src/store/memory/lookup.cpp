// What a view finds without looking at rows: keys, changes, settings, outcomes, sequences.
#include "store/memory/view.h"

namespace guanxi::store::memory {
namespace {

template <class Map>
const typename Map::mapped_type* find_in(const Map& map, const typename Map::key_type& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

std::int64_t View::last_change() const {
  return state_.log.last() + (staged_ != nullptr ? static_cast<std::int64_t>(staged_->changes().size()) : 0);
}

std::optional<std::string> View::meta(const std::string& key) const {
  const std::string* value = staged_ != nullptr ? find_in(staged_->meta(), key) : nullptr;
  if (value == nullptr) value = find_in(state_.meta, key);
  return value != nullptr ? std::optional(*value) : std::nullopt;
}

std::optional<std::string> View::recall(const std::string& key) const {
  if (staged_ != nullptr)
    if (const auto* outcome = find_in(staged_->outcomes(), key))
      return outcome->has_value() ? std::optional((*outcome)->text) : std::nullopt;
  const auto found = state_.outcomes.find(key);
  return found != state_.outcomes.end() ? std::optional(found->outcome) : std::nullopt;
}

std::int64_t View::sequence(const std::string& name) const {
  const std::int64_t* last = staged_ != nullptr ? find_in(staged_->sequences(), name) : nullptr;
  if (last == nullptr) last = find_in(state_.sequences, name);
  return last != nullptr ? *last : 0;
}

bool View::has_key(const KeyEntry& key) const {
  const bool* staged = staged_ != nullptr ? find_in(staged_->keys(), key) : nullptr;
  return staged != nullptr ? *staged : state_.keys.contains(key);
}

std::vector<KeyHit> find_keys(const View& view, std::span<const Key> keys) {
  std::vector<KeyHit> hits;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const KeyHash hash = view.state().hash(keys[i]);
    view.state().keys.each(hash, [&](const KeyEntry& entry) {
      if (view.has_key(entry)) hits.push_back({i, entry.entity, entry.rid});
    });
    if (view.staged() == nullptr) continue;
    const auto& staged = view.staged()->keys();
    for (auto at = staged.lower_bound({hash, 0, 0}); at != staged.end() && at->first.hash == hash; ++at)
      if (at->second && !view.state().keys.contains(at->first)) hits.push_back({i, at->first.entity, at->first.rid});
  }
  return hits;
}

std::vector<ChangePtr> find_changes(const View& view, const ChangeQuery& query) {
  std::vector<ChangePtr> found;
  const auto take = [&](const ChangePtr& change) {
    if (found.size() == query.limit) return false;
    found.push_back(change);
    return true;
  };
  const auto take_staged = [&] {
    if (view.staged() == nullptr) return;
    std::vector<ChangePtr> staged;
    for (const ChangePtr& change : view.staged()->changes())
      if (matches(query, *change)) staged.push_back(change);
    if (query.newest_first) std::reverse(staged.begin(), staged.end());
    for (const ChangePtr& change : staged) take(change);
  };
  if (query.newest_first) take_staged();
  view.state().log.each(query, take);
  if (!query.newest_first) take_staged();
  return found;
}

}  // namespace guanxi::store::memory
