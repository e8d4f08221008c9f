#include "model/picklists/picklists.h"

#include <array>

namespace guanxi {

namespace {

constexpr PicklistLine lead_status[]{
    {"new", "新线索,未处理,新建|New,Open,Uncontacted"},
    {"contacted", "已联系|Contacted,Attempted"},
    {"working", "跟进中,处理中|Working,In progress,Nurturing"},
    {"qualified", "已确认,合格,有效|Qualified,Accepted"},
    {"unqualified", "无效,不合格,关闭|Unqualified,Disqualified,Junk,Dead,Invalid"},
    {"converted", "已转化,已转换,已转客户|Converted"},
};

struct Stage {
  PicklistLine line;
  int probability;
};
constexpr Stage stages[]{
    {{"prospecting", "初步接触,线索,发现商机,初期沟通|Prospecting,Discovery,Lead,Initial contact,New"}, 10},
    {{"qualification", "需求确认,商机确认,立项,验证|Qualification,Qualified,Qualifying,Needs analysis"}, 20},
    {{"engaging", "方案沟通,跟进中,推进中,价值呈现|Engaging,Engaged,Value proposition,Demo,Presentation"}, 40},
    {{"proposal", "方案报价,报价,投标,方案/报价|Proposal,Quote,Proposal/price quote,Quotation,Tender"}, 60},
    {{"negotiation", "商务谈判,谈判,谈判审核,合同谈判|Negotiation,Negotiation/review,Contracting,Contract sent"}, 80},
    {{"won", "赢单,成交,已成交,签约|Won,Closed won,Close won"}, 100},
    {{"lost", "输单,丢单,已丢单,失败|Lost,Closed lost,Close lost"}, 0},
};

constexpr auto opportunity_stage = [] {
  std::array<PicklistLine, std::size(stages)> lines{};
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i] = stages[i].line;
  return lines;
}();

constexpr PicklistLine lost_reason[]{
    {"price", "价格过高,价格,价格原因|Price,Too expensive,Price too high"},
    {"competitor", "输给竞争对手,竞争对手,选择竞品|Lost to a competitor,Competitor,Competition"},
    {"product", "产品不满足,产品不符,功能不足,产品原因|Product does not fit,Product fit,Missing features,Feature gap"},
    {"no_budget", "无预算,预算不足,预算取消,资金不足|No budget,Budget,Lack of funds"},
    {"no_decision", "无决策,客户未决策,搁置|No decision,Stalled"},
    {"timing", "时机不对,时机不成熟,项目延期|Bad timing,Timing,Postponed"},
    {"project_cancelled", "项目取消,取消|Project cancelled,Project canceled,Cancelled,Canceled"},
    {"no_contact", "失去联系,联系不上|No contact,No response,Lost contact"},
    {"relationship", "客户关系,关系不足|Relationship"},
    {"service", "服务原因,售后原因,交付原因|Service or delivery,Service,Delivery"},
    {"duplicate", "重复商机,重复|Duplicate"},
    {"other", "其他,其它|Other"},
};

constexpr PicklistTable sales_tables[]{
    {"lead_status", lead_status},
    {"opportunity_stage", opportunity_stage},
    {"lost_reason", lost_reason},
};

}  // namespace

std::span<const PicklistTable> sales_picklists() noexcept { return sales_tables; }

int default_probability(std::string_view stage) noexcept {
  for (const auto& s : stages)
    if (s.line.code == stage) return s.probability;
  return 0;
}

}  // namespace guanxi
