// Records by department, rolled up the organisation tree.
#include <algorithm>
#include <unordered_map>

#include "base/check.h"
#include "crm/messages.h"
#include "crm/queries/queries.h"
#include "crm/queries/rows.h"
#include "crm/queries/sums.h"
#include "crm/queries/words.h"

namespace guanxi::queries {
namespace {

constexpr Message no_department{"department.none", "A {0} has no department: choose an entity that has one, such as account.",
                                "{0}没有部门字段：请选择有部门的对象，例如客户。"};
constexpr Words without{"No department", "未分配部门"}, unknown{"Unknown department", "未知部门"};

class OrgTree {
 public:
  Result<void> read_departments(View& view) {
    FindOptions all;
    all.limit = 0;
    all.archived = true;
    all.order = {ascending(Department.name)};
    GUANXI_CHECK(view.scan(view.schema().of(Department), {}, all, [&](AnyRecord& row) {
      Node& node = at(row.id());
      node.shown = !row.at(common::archived_at).is_set();
      node.row.name = row.get(Department.name).view();
      node.row.parent = Codec<Id>::unpack(row.get(Department.parent));
      return true;
    }));
    return {};
  }

  Result<void> add(const Id& department, std::int64_t count, Money sum) {
    Node& node = at(department);
    node.shown = true;
    node.row.own += count;
    return add_to(node.row.own_sums, sum);
  }

  // Parents before children. Whatever hangs in a circle of departments is cut off at one of them, which then has no parent here.
  Result<std::vector<OrgStatistic>> rolled_up(Language language) && {
    hang_up();
    for (Node& node : nodes_)
      if (!is_below(node)) place(node);
    for (Node& node : nodes_)
      if (!node.placed) place(in_circle_above(node));
    GUANXI_CHECK(add_up());
    return named(language);
  }

 private:
  struct Node {
    OrgStatistic row;
    std::vector<std::size_t> below;
    bool shown = false;  // a live department, or one that holds something, or one above such
    bool placed = false;
  };

  Node& at(const Id& department) {
    const auto [place, is_new] = places_.try_emplace(department, nodes_.size());
    if (is_new) nodes_.emplace_back().row.department = department;
    return nodes_[place->second];
  }

  bool is_below(const Node& node) const { return !node.row.parent.empty() && places_.contains(node.row.parent); }

  void hang_up() {
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      if (is_below(nodes_[i])) nodes_[places_.at(nodes_[i].row.parent)].below.push_back(i);
  }

  // A node that is its own ancestor: after as many steps up as there are nodes, the way goes round.
  Node& in_circle_above(Node& node) {
    std::size_t at = places_.at(node.row.department);
    for (std::size_t step = 0; step < nodes_.size(); ++step) at = places_.at(nodes_[at].row.parent);
    return nodes_[at];
  }

  // Puts the node and all below it into the order, without recursion: the tree may be as deep as it likes.
  void place(Node& root) {
    root.row.parent = {};
    std::vector<std::size_t> next{places_.at(root.row.department)};
    while (!next.empty()) {
      const std::size_t i = next.back();
      next.pop_back();
      if (nodes_[i].placed) continue;
      nodes_[i].placed = true;
      order_.push_back(i);
      next.insert(next.end(), nodes_[i].below.rbegin(), nodes_[i].below.rend());
    }
  }

  Result<void> add_up() {
    for (auto i = order_.rbegin(); i != order_.rend(); ++i) {
      OrgStatistic& row = nodes_[*i].row;
      row.total += row.own;
      for (const Money& sum : row.own_sums) GUANXI_CHECK(add_to(row.total_sums, sum));
      if (row.parent.empty()) continue;
      Node& parent = nodes_[places_.at(row.parent)];
      parent.shown = parent.shown || nodes_[*i].shown;
      parent.row.total += row.total;
      for (const Money& sum : row.total_sums) GUANXI_CHECK(add_to(parent.row.total_sums, sum));
    }
    return {};
  }

  // Records without a department come last.
  std::vector<OrgStatistic> named(Language language) {
    std::vector<OrgStatistic> out;
    for (const std::size_t i : order_) {
      Node& node = nodes_[i];
      if (!node.shown) continue;
      if (node.row.name.empty()) node.row.name = (node.row.department.empty() ? without : unknown).in(language);
      out.push_back(std::move(node.row));
    }
    std::stable_partition(out.begin(), out.end(), [](const OrgStatistic& row) { return !row.department.empty(); });
    return out;
  }

  std::vector<Node> nodes_;
  std::unordered_map<Id, std::size_t, IdHash> places_;
  std::vector<std::size_t> order_;
};

}  // namespace

Result<std::vector<OrgStatistic>> by_department(SessionState& session, std::uint16_t entity, const Expr& condition,
                                                std::uint16_t measure) {
  GUANXI_ASSIGN(View view, View::open(session));
  GUANXI_ASSIGN(const EntityType* type, view.entity(entity));
  if (type->department() == no_slot) return Error(Code::invalid, no_department, {said(*type)});
  GUANXI_ASSIGN(const AnyField* money, measure_of(*type, measure));
  OrgTree tree;
  GUANXI_CHECK(tree.read_departments(view));
  const AnyField* department = type->fields()[type->department()];
  GUANXI_CHECK(group_by(view, *type, condition, {department}, money, [&](const GroupRow& group) {
    return tree.add(Codec<Id>::unpack(group.value), group.count, group.sum);
  }));
  return std::move(tree).rolled_up(view.language());
}

}  // namespace guanxi::queries
