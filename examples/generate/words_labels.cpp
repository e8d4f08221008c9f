#include "words.h"

namespace guanxi::sample {
namespace {

constexpr Label kind_list[]{{"民营企业", "Private company", 60}, {"外资企业", "Foreign-invested company", 12}, {"国有企业", "State-owned company", 12},
                            {"上市公司", "Listed company", 10},  {"企业", "Company", 6}};
constexpr Label tier_list[]{{"战略客户", "Key", 5}, {"A级", "A", 15}, {"B级", "B", 30}, {"C级", "C", 38}, {"D级", "D", 12}};
constexpr Label status_list[]{{"潜在客户", "Potential", 25}, {"意向客户", "Prospect", 25}, {"成交客户", "Active", 35}, {"休眠", "Dormant", 10}, {"流失", "Lost", 5}};
constexpr Label source_list[]{{"客户介绍", "Referral", 20}, {"展会", "Trade show", 18},      {"官网", "Website", 15},      {"电话营销", "Cold call", 15},
                              {"搜索引擎", "Search engine", 10}, {"广告", "Advertisement", 7}, {"合作伙伴", "Partner", 8}, {"招投标", "Tender", 7}};
constexpr Label title_list[]{{"总经理", "Managing Director", 2}, {"采购经理", "Purchasing Manager", 4}, {"采购员", "Buyer", 4}, {"财务主管", "Finance Manager", 2},
                             {"技术总监", "Technical Director", 2}, {"行政助理", "Assistant", 2},       {"销售经理", "Sales Manager", 1}};
constexpr Label role_list[]{{"决策人", "Decision maker", 3}, {"影响者", "Influencer", 3}, {"使用人", "User", 3}, {"技术负责人", "Technical contact", 2}, {"采购负责人", "Purchasing", 3}, {"财务联系人", "Finance", 1}};
constexpr Label product_list[]{{"样品套装A", "Sample Kit A", 4}, {"样品套装B", "Sample Kit B", 3}, {"示例设备100型", "Example Unit 100", 3}, {"示例设备500型", "Example Unit 500", 2}, {"年度服务", "Annual Service", 4}};
constexpr Label lost_list[]{{"价格过高", "Price", 4}, {"输给竞争对手", "Competitor", 3}, {"无预算", "No budget", 2}, {"项目取消", "Project cancelled", 1}};
constexpr Stage stage_list[]{
    {{"初步接触", "Prospecting", 15}, 10}, {{"需求确认", "Qualification", 12}, 20}, {{"方案沟通", "Engaging", 12}, 40}, {{"方案报价", "Proposal", 11}, 60},
    {{"商务谈判", "Negotiation", 10}, 80}, {{"赢单", "Won", 25}, 100},              {{"输单", "Lost", 15}, 0},
};

}  // namespace

std::span<const Label> kinds() noexcept { return kind_list; }
std::span<const Label> tiers() noexcept { return tier_list; }
std::span<const Label> statuses() noexcept { return status_list; }
std::span<const Label> sources() noexcept { return source_list; }
std::span<const Label> titles() noexcept { return title_list; }
std::span<const Label> contact_roles() noexcept { return role_list; }
std::span<const Label> products() noexcept { return product_list; }
std::span<const Label> lost_reasons() noexcept { return lost_list; }
std::span<const Stage> stages() noexcept { return stage_list; }

}  // namespace guanxi::sample
