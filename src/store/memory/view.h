// What one reader sees: the committed state and, for the writer, what it has staged over it. Lives within one call.
#pragma once

#include <unordered_map>

#include "expr/evaluate.h"
#include "store/memory/state.h"

namespace guanxi::store::memory {

// A condition with room for the values it reads.
class Matcher {
 public:
  Matcher(std::shared_ptr<const Predicate> predicate, std::shared_ptr<const Layout> layout, RelatedRows& related);

  bool operator()(const Row& row);
  const std::shared_ptr<const Layout>& layout() const noexcept { return layout_; }

 private:
  std::shared_ptr<const Predicate> predicate_;
  std::shared_ptr<const Layout> layout_;
  RelatedRows& related_;
  std::vector<Value> values_;
};

class View final : public RelatedRows {
 public:
  explicit View(const State& state, const Staged* staged = nullptr) noexcept : state_(state), staged_(staged) {}
  View(const View&) = delete;

  const State& state() const noexcept { return state_; }
  const Staged* staged() const noexcept { return staged_; }

  // An entity that prepare() has not seen is Code::misuse.
  Result<const Table*> table(std::uint16_t entity) const;
  // The condition on rows of `entity`; null passes all.
  Result<Matcher> matcher(std::uint16_t entity, const Expr* filter);

  // Null where there is no such row.
  const Row* find(std::uint16_t entity, const Table& table, const Id& id) const;
  const Row* at(std::uint16_t entity, const Table& table, std::uint32_t rid) const;

  bool is_staged(std::uint16_t entity, std::uint32_t rid) const;
  // Staged rows of the entity, by rid.
  template <class Take>
  void each_staged(std::uint16_t entity, Take take) const;
  // All rows, staged ones in place of those they replace.
  template <class Take>
  void each(std::uint16_t entity, const Table& table, Take take) const;

  std::int64_t last_change() const;
  std::optional<std::string> meta(const std::string& key) const;
  std::optional<std::string> recall(const std::string& key) const;
  std::int64_t sequence(const std::string& name) const;  // the last number given; 0 for none
  bool has_key(const KeyEntry& key) const;

  bool any(const Link& link, const Value& id) override;

 private:
  struct Linked {
    Matcher matches;
    std::optional<std::unordered_map<Id, std::int64_t, IdHash>> pointed_to;  // by how many matching rows; made where no index helps
  };
  Linked& linked(const Link& link, const Table& table);
  bool any_indexed(const Link& link, const Table& table, const FieldIndex& index, const Value& id, Matcher& matches) const;
  void collect(const Link& link, const Table& table, Linked& linked) const;

  const State& state_;
  const Staged* staged_;
  std::unordered_map<const Predicate*, Linked> linked_;
};

// The rows under each key, one key after the other.
std::vector<KeyHit> find_keys(const View& view, std::span<const Key> keys);
std::vector<ChangePtr> find_changes(const View& view, const ChangeQuery& query);

template <class Take>
void View::each_staged(std::uint16_t entity, Take take) const {
  if (staged_ == nullptr) return;
  for (auto [at, end] = staged_->rows(entity); at != end; ++at) take(*at->second.row);
}

template <class Take>
void View::each(std::uint16_t entity, const Table& table, Take take) const {
  for (std::uint32_t rid = 1; rid <= table.size(); ++rid)
    if (!is_staged(entity, rid)) take(*table.at(rid));
  each_staged(entity, take);
}

}  // namespace guanxi::store::memory
