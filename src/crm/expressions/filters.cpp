#include "crm/expressions/filters.h"

#include "base/check.h"
#include "crm/messages.h"

namespace guanxi {
namespace {

constexpr Message unknown_filter{"filter.unknown", "There is no saved filter \"{0}\" of yours, and no shared one: look at the list of saved filters.",
                                 "没有您的或共享的筛选条件“{0}”：请查看已保存的筛选条件。"};
constexpr Message filter_cycle{"filter.cycle", "The saved filter \"{0}\" leads back to itself: {1}. Take it out of one of them.",
                               "筛选条件“{0}”引用了自身：{1}。请从其中一个里去掉该引用。"};
constexpr Message other_records{"filter.other_records", "The saved filter \"{0}\" is about {1}, this condition about {2}.",
                                "筛选条件“{0}”针对的是 {1}，而此条件针对的是 {2}。"};
constexpr Message within_filter{"filter.within", "In the saved filter \"{0}\": {1}", "筛选条件“{0}”中：{1}"};
constexpr Message too_many_filters{"filter.too_many", "The condition comes to more than {0} saved filters, counting each time that one is named: simplify it.",
                                   "该条件展开后引用已保存的筛选条件超过 {0} 次：请简化。"};

}  // namespace

Error no_such_filter(std::string_view name) { return Error(Code::not_found, unknown_filter, {std::string(name)}); }

Result<Expr> SavedFilters::condition(std::string_view text, std::uint16_t entity, condition::Goal goal) {
  GUANXI_ASSIGN(const auto checked, condition::check_condition(text, entity, book_.vocabulary(), condition::Filters::by_name));
  return condition::translate(checked, meaning(), goal);
}

Result<Expr> SavedFilters::by_name(std::string_view name, std::uint16_t entity, condition::Goal goal) {
  if (++filters_ > most_filters) return Error(Code::limit, too_many_filters, {std::to_string(most_filters)});
  if (!way_.empty() && way_.front().name == name) return cycle(name);
  GUANXI_ASSIGN(const auto row, named<SavedFilter>(reader_, book_.schema(), circumstances_.user, name));
  if (!row) return no_such_filter(name);
  for (const Step& step : way_)
    if (step.id == row->id()) return cycle(name);
  GUANXI_ASSIGN(const EntityType* about, entity_of(book_.schema(), (*row)[SavedFilter.entity]));
  if (about->number() != entity)
    return Error(Code::invalid, other_records, {std::string(name), std::string(about->name()), std::string(book_.schema().find(entity)->name())});
  way_.push_back({row->id(), std::string(name)});
  auto out = condition((*row)[SavedFilter.condition], entity, goal);
  way_.pop_back();
  if (out || out.error().id() == filter_cycle.id || out.error().id() == too_many_filters.id) return out;
  return Error(out.error().code(), within_filter, {std::string(name), in_both(out.error().text(Language::chinese), out.error().text())});
}

Error SavedFilters::cycle(std::string_view name) const {
  std::string way;
  for (const Step& step : way_) way += step.name + " → ";
  return Error(Code::invalid, filter_cycle, {std::string(name), way + std::string(name)});
}

}  // namespace guanxi
