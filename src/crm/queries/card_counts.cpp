#include "crm/queries/card_counts.h"

#include "crm/queries/conditions.h"
#include "crm/queries/rows.h"
#include "crm/queries/sums.h"

namespace guanxi::queries {
namespace {

constexpr CountWords open_opportunities{"open_opportunities", "Open opportunities", "进行中商机"};
constexpr CountWords won_opportunities{"won_opportunities", "Won opportunities", "赢单商机"};
constexpr CountWords contracts{"contracts", "Signed contracts", "已签合同"};
constexpr CountWords unpaid_instalments{"unpaid_instalments", "Unpaid instalments", "未付款项"};
constexpr CountWords overdue_instalments{"overdue_instalments", "Overdue instalments", "逾期款项"};
constexpr CountWords open_requests{"open_requests", "Open service requests", "未关闭服务请求"};
constexpr CountWords open_activities{"open_activities", "Open activities", "未完成活动"};
constexpr CountWords overdue_activities{"overdue_activities", "Overdue activities", "逾期活动"};
constexpr CountWords children{"children", "Subsidiary accounts", "下级客户"};
constexpr CountWords documents{"documents", "Documents", "文档"};
constexpr CountWords projects{"projects", "Projects", "项目"};

// What is still to be paid of the instalments: what was paid already is taken off in its currency.
Result<std::vector<Money>> outstanding(View& view, const Expr& condition) {
  std::vector<Money> sums;
  store::Aggregate request;
  request.type = &view.schema().of(PaymentPlanLine);
  request.groups = {{PaymentPlanLine.amount.slot, PaymentPlanLine.paid.slot}};
  request.sums = {PaymentPlanLine.amount.slot, PaymentPlanLine.paid.slot};
  Result<void> outcome;
  GUANXI_CHECK(view.aggregate(std::move(request), condition, [&](const store::AggregateRow& row) {
    for (std::size_t i = 0; i < 2 && outcome; ++i) {
      const Currency currency{static_cast<std::uint16_t>(row.values[i].is_set() ? row.values[i].length : 0)};
      outcome = add_to(sums, {i == 0 ? row.sums[i] : -row.sums[i], currency});
    }
  }));
  GUANXI_CHECK(std::move(outcome));
  return sums;
}

class Counts {
 public:
  Counts(View& view, std::vector<CardCount>& out) : view_(view), schema_(view.schema()), out_(out) {}

  Result<void> add(const CountWords& words, const AnyEntity& entity, Expr condition, const AnyField* money = nullptr) {
    GUANXI_ASSIGN(CardCount count, card_count(view_, words, schema_.of(entity), std::move(condition), money));
    out_.push_back(std::move(count));
    return {};
  }

  Result<void> add_instalments(const CountWords& words, const Expr& condition) {
    GUANXI_CHECK(add(words, PaymentPlanLine, condition));
    GUANXI_ASSIGN(out_.back().amounts, outstanding(view_, condition));
    return {};
  }

 private:
  View& view_;
  const Schema& schema_;
  std::vector<CardCount>& out_;
};

}  // namespace

Result<CardCount> card_count(View& view, const CountWords& words, const EntityType& type, Expr condition, const AnyField* money) {
  GUANXI_ASSIGN(Tally counted, tally(view, type, condition, money));
  CardCount count;
  count.name = words.name;
  count.label = view.language() == Language::chinese ? words.chinese : words.english;
  count.count = counted.count;
  count.amounts = std::move(counted.sums);
  count.drill = {std::string(type.name()), std::move(condition)};
  return count;
}

Result<std::vector<CardCount>> card_counts(View& view, const Id& account) {
  std::vector<CardCount> out;
  Counts counts(view, out);
  const Instant now = view.engine().now();
  const Expr opportunities = Opportunity.account == account, activities = Activity.account == account;
  const Expr contracts_here = Contract.account == account && signed_contract();
  GUANXI_ASSIGN(const Expr lines, pointing_to(view, PaymentPlanLine.contract, view.schema().of(Contract), contracts_here));
  GUANXI_CHECK(counts.add(open_opportunities, Opportunity, opportunities && open_opportunity(), &Opportunity.amount));
  GUANXI_CHECK(counts.add(won_opportunities, Opportunity, opportunities && won_opportunity(), &Opportunity.amount));
  GUANXI_CHECK(counts.add(contracts, Contract, contracts_here, &Contract.amount));
  GUANXI_CHECK(counts.add_instalments(unpaid_instalments, lines && unpaid_line()));
  GUANXI_CHECK(counts.add_instalments(overdue_instalments, lines && overdue_line(now.date())));
  GUANXI_CHECK(counts.add(open_requests, ServiceRequest, ServiceRequest.account == account && open_request()));
  GUANXI_CHECK(counts.add(open_activities, Activity, activities && open_activity()));
  GUANXI_CHECK(counts.add(overdue_activities, Activity, activities && overdue_activity(now)));
  GUANXI_CHECK(counts.add(children, Account, Account.parent == account));
  GUANXI_CHECK(counts.add(documents, DocumentLink, DocumentLink.account == account));
  GUANXI_CHECK(counts.add(projects, ProjectLink, ProjectLink.account == account));
  return out;
}

}  // namespace guanxi::queries
