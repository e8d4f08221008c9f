#include "model/picklists/picklists.h"

namespace guanxi {

namespace {

constexpr PicklistLine account_kind[]{
    {"company", "企业,公司,有限公司,股份有限公司|Company,Corporation,Business,Enterprise"},
    {"state_owned", "国有企业,国企,央企|State-owned company,State-owned enterprise,SOE"},
    {"private_company", "民营企业,私营企业,民企|Private company,Privately held,Private"},
    {"foreign_invested", "外资企业,外商投资企业,合资企业,外资,合资|Foreign-invested company,Joint venture,Foreign company"},
    {"listed", "上市公司|Listed company,Public company,Public"},
    {"sole_trader", "个体工商户,个体户,个体|Sole trader,Sole proprietorship,Self-employed"},
    {"individual", "个人,自然人,个人客户|Individual,Person,Private person,Consumer"},
    {"government", "政府机关,政府,机关|Government,Public authority,Government agency"},
    {"institution", "事业单位|Public institution,Institution"},
    {"education", "学校,院校,高校|School or university,School,University,Educational institution"},
    {"hospital", "医院,医疗机构|Hospital,Medical institution"},
    {"association", "社会团体,协会,商会,基金会,非营利组织|Association or charity,Association,Nonprofit,Non-profit,NGO,Foundation,Charity"},
    {"partnership", "合伙企业|Partnership"},
    {"branch", "分公司,分支机构,办事处|Branch,Branch office"},
    {"other", "其他,其它|Other"},
};

constexpr PicklistLine account_role[]{
    {"customer", "客户,顾客,买方|Customer,Client,Buyer"},
    {"prospect", "潜在客户,意向客户|Prospect,Potential customer"},
    {"distributor", "经销商,代理商,分销商|Distributor,Dealer,Reseller,Agent"},
    {"partner", "合作伙伴,合作方,伙伴|Partner,Business partner"},
    {"supplier", "供应商,供货商,卖方|Supplier,Vendor,Seller"},
    {"contractor", "承包商,外包商,服务商|Contractor,Subcontractor,Service provider"},
    {"manufacturer", "制造商,生产商,厂家|Manufacturer,Producer"},
    {"bank", "银行|Bank"},
    {"insurer", "保险公司,保险|Insurer,Insurance company"},
    {"government", "政府部门,主管部门,政府|Government,Authority,Regulator"},
    {"investor", "投资方,投资人,股东|Investor,Shareholder"},
    {"competitor", "竞争对手,竞争者,同行|Competitor,Rival"},
    {"media", "媒体|Media,Press"},
    {"consultant", "咨询顾问,顾问,中介|Consultant,Adviser,Advisor,Intermediary"},
    {"affiliate", "关联公司,集团内公司,子公司|Affiliate,Group company,Subsidiary"},
    {"other", "其他,其它|Other"},
};

constexpr PicklistLine account_tier[]{
    {"key", "战略客户,战略,VIP客户|Key,VIP,Strategic,Platinum"},
    {"A", "A级,A类,一级,重要|A,Tier 1,Gold,Hot"},
    {"B", "B级,B类,二级,普通,一般|B,Tier 2,Silver,Warm"},
    {"C", "C级,C类,三级,次要|C,Tier 3,Bronze,Cold"},
    {"D", "D级,D类,四级,小客户|D,Tier 4"},
};

constexpr PicklistLine account_status[]{
    {"potential", "潜在,潜在客户,新客户,未联系|Potential,New,Target,Suspect"},
    {"prospect", "意向,意向客户,跟进中,洽谈中|Prospect,Working,Nurturing,In progress"},
    {"active", "成交,正式客户,成交客户,已成交,合作中,活跃|Active,Customer,Won,Current"},
    {"dormant", "休眠,沉睡,不活跃,暂停合作|Dormant,Inactive,On hold,Sleeping"},
    {"lost", "流失,已流失,终止合作,无效|Lost,Churned,Former,Disqualified"},
};

constexpr PicklistLine account_size[]{
    {"micro", "微型,10人以下,1-9人|Micro (1–9),Micro,1-9,1-10,Fewer than 10"},
    {"small", "小型,10-49人,小型企业,小|Small (10–49),Small,10-49,11-50"},
    {"medium", "中型,50-249人,中型企业,中|Medium (50–249),Medium,50-249,51-200,Mid-size,Mid-market"},
    {"large", "大型,250-999人,大型企业,大|Large (250–999),Large,250-999,201-500,501-1000"},
    {"very_large", "特大型,1000-9999人,特大型企业|Very large (1000–9999),Very large,1000-9999,1001-5000,5001-10000,Enterprise"},
    {"giant", "超大型,10000人以上,超大型企业|Giant (10000 and more),Giant,10000+,10001+"},
};

constexpr PicklistLine account_source[]{
    {"referral", "客户介绍,转介绍,老客户介绍,推荐,朋友介绍,熟人介绍|Referral,Word of mouth,Customer referral,Recommendation"},
    {"employee", "员工推荐,内部推荐|Employee referral"},
    {"partner", "合作伙伴,渠道,代理商,渠道推荐|Partner,Channel,Partner referral"},
    {"cold_call", "电话营销,陌生拜访,电话开发,电销,主动开发,陌拜|Cold call,Telemarketing,Outbound,Telesales"},
    {"website", "官网,公司网站,网站|Website,Web,Web site,Inbound"},
    {"search", "搜索引擎,百度,搜索|Search engine,Search,SEO,Organic search,Google,Baidu,Bing"},
    {"advertisement", "广告,广告投放,网络推广,媒体广告|Advertisement,Advertising,Ads,Paid search,SEM,Paid"},
    {"social", "社交媒体,微信,公众号,微博,抖音,小红书|Social media,Social,WeChat,LinkedIn,Facebook"},
    {"exhibition", "展会,展览会,展销会|Trade show,Exhibition,Fair"},
    {"event", "市场活动,会议,研讨会,会销|Event,Conference,Seminar,Webinar,Campaign"},
    {"email", "邮件营销,邮件|E-mail campaign,Email,E-mail,Newsletter"},
    {"call_in", "来电咨询,来电,客户来电,热线|Inbound call,Phone inquiry,Call in"},
    {"walk_in", "上门,主动上门,门店,到店|Walk-in,Walk in,Store"},
    {"marketplace", "电商平台,阿里巴巴,天猫,淘宝,京东|Marketplace,Online marketplace,Alibaba,Amazon"},
    {"tender", "招投标,招标,投标|Tender,Bid,RFP"},
    {"purchased", "购买名单,名录,数据采购|Purchased list,Purchased,List"},
    {"import", "数据导入,导入,历史数据|Import,Imported,Migration,Legacy data"},
    {"other", "其他,其它|Other"},
};

constexpr PicklistLine credit_rating[]{
    {"AAA", "AAA级|AAA"},
    {"AA", "AA级|AA"},
    {"A", "A级,优,优秀,好|A,Excellent,Very good"},
    {"B", "B级,良,良好|B,Good"},
    {"C", "C级,中,一般,及格|C,Fair,Average"},
    {"D", "D级,差,较差|D,Poor,Bad"},
    {"blacklisted", "黑名单,失信|Blacklisted,Blacklist"},
    {"unrated", "未评级,未评|Unrated,Not rated"},
};

constexpr PicklistLine duplicate_state[]{
    {"open", "待处理|Open"},
    {"merged", "已合并|Merged"},
    {"dismissed", "不是重复|Not a duplicate,Dismissed"},
};

constexpr PicklistLine duplicate_verdict[]{
    {"same", "相同|Same"},
    {"branch", "分支机构|Branch"},
    {"subsidiary", "母子公司|Parent or subsidiary,Subsidiary"},
    {"same_group", "同一集团|Same group"},
    {"perhaps", "可能相同|Perhaps the same,Perhaps"},
};

constexpr PicklistLine duplicate_choice[]{
    {"caller", "由调用方决定|As the caller says"},
    {"refuse", "拒绝|Refuse"},
    {"reason", "须说明理由|Allow with a reason,Reason"},
    {"warn", "提示|Warn"},
    {"exact", "只比对精确值|Exact keys only"},
};

constexpr PicklistTable account_tables[]{
    {"account_kind", account_kind},     {"account_role", account_role}, {"account_tier", account_tier},
    {"account_status", account_status}, {"account_size", account_size}, {"account_source", account_source},
    {"credit_rating", credit_rating},
    {"duplicate_state", duplicate_state}, {"duplicate_verdict", duplicate_verdict}, {"duplicate_choice", duplicate_choice},
};

}  // namespace

std::span<const PicklistTable> account_picklists() noexcept { return account_tables; }

}  // namespace guanxi
