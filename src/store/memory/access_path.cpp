#include "store/memory/access_path.h"

#include <limits>

namespace guanxi::store::memory {
namespace {

using Op = Expr::Op;
constexpr auto last_rid = std::numeric_limits<std::uint32_t>::max();

class PathFinder {
 public:
  PathFinder(const Table& table, const EntityType& type, const std::vector<Expr::Node>& nodes)
      : table_(table), type_(type), nodes_(nodes) {}

  std::optional<AccessPath> run() {
    const bool conjunction = nodes_[0].op == Op::all;
    for (std::size_t at = conjunction ? 1 : 0; at < nodes_[0].size; at += nodes_[at].size) consider(at);
    return std::move(best_);
  }

 private:
  void consider(std::size_t at) {
    const Expr::Node& node = nodes_[at];
    if (node.op < Op::equal || node.op > Op::in || node.op == Op::not_equal) return;
    const AnyField* field = type_.find(node.field);
    if (field == nullptr || node.entity != type_.number()) return;
    AccessPath path;
    path.index = table_.index(field->slot);
    if (field->slot == common::id ? !by_id(at, path) : path.index == nullptr) return;
    if (path.index != nullptr) by_index(at, field->slot, path);
    if (!best_ || path.rows < best_->rows) best_ = std::move(path);
  }

  // The literals of an equality or a list that are set: null equals nothing.
  std::vector<Value> literals(std::size_t at) const {
    std::vector<Value> out;
    const std::size_t first = nodes_[at].op == Op::in ? at + 1 : at;
    for (std::size_t i = first; i < at + nodes_[at].size; ++i)
      if (nodes_[i].literal.is_set()) out.push_back(nodes_[i].literal);
    return out;
  }

  bool by_id(std::size_t at, AccessPath& path) const {
    if (nodes_[at].op != Op::equal && nodes_[at].op != Op::in) return false;
    for (const Value& id : literals(at)) path.ids.push_back(Codec<Id>::unpack(id));
    path.rows = path.ids.size();
    return true;
  }

  void by_index(std::size_t at, std::uint16_t slot, AccessPath& path) const {
    const auto value_of = table_.value_of(slot);
    const auto place = [&](const Value& v, std::uint32_t rid) { return path.index->find(v, rid, value_of); };
    for (const Value& v : literals(at)) {
      switch (nodes_[at].op) {
        case Op::equal:
        case Op::in: add(place(v, 0), place(v, last_rid), path); break;
        case Op::less:
        case Op::less_equal: add(place(Value{}, last_rid), place(v, last_rid), path); break;
        default: add(place(v, 0), path.index->end(), path);
      }
    }
  }

  static void add(FieldIndex::Place from, FieldIndex::Place to, AccessPath& path) {
    path.rows += path.index->count(from, to);
    path.stretches.emplace_back(from, to);
  }

  const Table& table_;
  const EntityType& type_;
  const std::vector<Expr::Node>& nodes_;
  std::optional<AccessPath> best_;
};

}  // namespace

std::optional<AccessPath> find_path(const Table& table, const EntityType& type, const Expr& filter) {
  return PathFinder(table, type, filter.nodes()).run();
}

}  // namespace guanxi::store::memory
