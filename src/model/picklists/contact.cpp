#include "model/picklists/picklists.h"

namespace guanxi {

namespace {

constexpr PicklistLine contact_role[]{
    {"decision_maker", "决策人,拍板人,决策者|Decision maker,Decider,Economic buyer"},
    {"influencer", "影响者,影响人|Influencer,Evaluator"},
    {"user", "使用人,使用者,最终用户|User,End user"},
    {"technical", "技术负责人,技术联系人,技术|Technical contact,Technical buyer,Technical"},
    {"purchasing", "采购负责人,采购,采购联系人|Purchasing,Buyer,Procurement"},
    {"finance", "财务联系人,财务|Finance,Billing contact,Accounts payable"},
    {"executive", "高层领导,总经理,法定代表人,负责人|Executive,Executive sponsor,Managing director,CEO,Owner"},
    {"administrative", "行政联系人,行政,秘书,助理|Administration,Assistant,Secretary"},
    {"coach", "内部支持者,内线|Coach,Champion,Sponsor"},
    {"gatekeeper", "把关人|Gatekeeper"},
    {"blocker", "反对者|Opponent,Blocker"},
    {"former", "已离职,离职|Former contact,Left the company"},
    {"other", "其他,其它|Other"},
};

constexpr PicklistLine contact_point_type[]{
    {"mobile", "手机,移动电话,手机号|Mobile,Mobile phone,Cell phone,Cell"},
    {"phone", "电话,座机,固定电话,固话|Phone,Telephone,Landline,Tel"},
    {"fax", "传真|Fax"},
    {"email", "邮箱,电子邮箱,电子邮件,邮件|E-mail,Email,Mail"},
    {"website", "网址,网站,主页|Website,Web,URL,Homepage"},
    {"wechat", "微信|WeChat,Weixin"},
    {"wecom", "企业微信|WeCom,WeChat Work"},
    {"dingtalk", "钉钉|DingTalk"},
    {"qq", "QQ,QQ号|QQ"},
    {"whatsapp", "WhatsApp|WhatsApp"},
    {"linkedin", "领英|LinkedIn"},
    {"address", "地址,通讯地址|Postal address,Address"},
    {"other", "其他,其它|Other"},
};

constexpr PicklistLine contact_point_purpose[]{
    {"work", "工作,办公,单位|Work,Office,Business"},
    {"home", "住宅,家庭,私人|Home,Private,Personal"},
    {"billing", "开票,账单,财务|Billing,Invoice"},
    {"shipping", "收货,发货,物流|Shipping,Delivery"},
    {"service", "售后,服务|Service,Support"},
    {"emergency", "紧急联系,紧急|Emergency"},
    {"other", "其他,其它|Other"},
};

constexpr PicklistLine consent[]{
    {"unknown", "未征询,未知|Not asked,Unknown"},
    {"granted", "已同意,同意|Granted,Opted in,Opt-in,Yes"},
    {"pending", "待确认|Pending,Waiting for confirmation"},
    {"refused", "已拒绝,拒绝,不同意|Refused,Opted out,Opt-out,No"},
    {"withdrawn", "已撤回,撤回|Withdrawn,Unsubscribed"},
};

constexpr PicklistLine identifier_type[]{
    {"credit_code", "统一社会信用代码,信用代码,社会信用代码|Unified social credit code,Credit code,USCC"},
    {"tax_id", "税号,纳税人识别号,税务登记号|Tax id,Tax number,TIN,EIN"},
    {"vat", "增值税号|VAT number,VAT id"},
    {"taiwan_ubn", "台湾统一编号,统一编号,营利事业统一编号,统编|Taiwan business number,Unified business number,UBN,GUI number"},
    {"registration", "注册号,工商注册号,登记号|Registration number,Company number,Company registration number"},
    {"organisation_code", "组织机构代码|Organisation code,Organization code"},
    {"lei", "全球法人识别编码|Legal entity identifier,LEI"},
    {"duns", "邓白氏编码|D-U-N-S number,DUNS"},
    {"stock_code", "股票代码,证券代码|Stock code,Ticker"},
    {"external", "外部系统编号,外部编号|Key in another system,External key,External id"},
    {"other", "其他,其它|Other"},
};

constexpr PicklistTable contact_tables[]{
    {"contact_role", contact_role},
    {"contact_point_type", contact_point_type},
    {"contact_point_purpose", contact_point_purpose},
    {"consent", consent},
    {"identifier_type", identifier_type},
};

}  // namespace

std::span<const PicklistTable> contact_picklists() noexcept { return contact_tables; }

}  // namespace guanxi
