#include "model/picklists/picklists.h"

namespace guanxi {

namespace {

constexpr PicklistLine activity_type[]{
    {"call", "电话,通话,电话沟通|Call,Phone call,Phone"},
    {"visit", "拜访,上门拜访,客户拜访|Visit,Customer visit"},
    {"meeting", "会议,会谈|Meeting,Appointment,Conference"},
    {"email", "邮件,电子邮件|E-mail,Email"},
    {"task", "任务,待办|Task,To-do,Todo"},
    {"note", "备注,记录,跟进记录|Note,Comment"},
    {"message", "即时消息,微信,短信|Message,Chat,SMS,WeChat"},
    {"demo", "产品演示,演示|Demonstration,Demo"},
    {"gift", "礼品,赠礼|Gift"},
    {"dinner", "商务宴请,宴请,聚餐|Business meal,Dinner,Lunch"},
};

constexpr PicklistLine activity_status[]{
    {"planned", "计划中,未开始,待处理,待办|Planned,Scheduled,Not started,Open,Pending"},
    {"in_progress", "进行中,处理中|In progress,Started"},
    {"done", "已完成,完成,已结束|Done,Completed,Complete,Closed,Held"},
    {"deferred", "已延期,延期,推迟|Deferred,Postponed"},
    {"cancelled", "已取消,取消|Cancelled,Canceled,Not held"},
};

constexpr PicklistLine priority[]{
    {"urgent", "紧急,特急,最高|Urgent,Critical,Highest,P1"},
    {"high", "高,重要|High,P2"},
    {"normal", "普通,中,一般,正常|Normal,Medium,P3"},
    {"low", "低|Low,Lowest,P4"},
};

constexpr PicklistLine direction[]{
    {"inbound", "呼入,来电,接收|Inbound,Incoming,Received"},
    {"outbound", "呼出,去电,发出|Outbound,Outgoing,Sent"},
    {"internal", "内部|Internal"},
};

constexpr PicklistLine activity_outcome[]{
    {"reached", "已接通,接通,已联系|Reached,Connected,Answered"},
    {"interested", "有意向,感兴趣|Interested,Positive"},
    {"follow_up", "需再跟进,待跟进|Follow up,Follow-up needed,Call back"},
    {"not_interested", "无意向,不感兴趣|Not interested,Negative"},
    {"no_answer", "无人接听,未接通|No answer,Not reached"},
    {"busy", "占线,忙线|Busy,Line busy"},
    {"voicemail", "语音留言,留言|Left a message,Voicemail,Left voicemail"},
    {"wrong_number", "号码错误,空号,停机|Wrong number,Bad number,Disconnected"},
    {"closed", "达成一致,已解决|Agreed,Resolved,Successful"},
    {"other", "其他,其它|Other"},
};

constexpr PicklistLine request_type[]{
    {"need", "需求|Need,Request,Requirement"},
    {"feedback", "反馈|Feedback"},
    {"suggestion", "建议|Suggestion,Idea,Feature request"},
    {"complaint", "投诉|Complaint"},
    {"support", "技术支持,支持,咨询,问题|Support,Question,Inquiry,Problem,Incident,Issue"},
    {"repair", "报修,维修,售后|Repair,Maintenance,After-sales"},
    {"return", "退换货,退货,换货|Return or exchange,Return,Exchange"},
};

constexpr PicklistLine request_status[]{
    {"new", "新建,待受理,未处理|New,Open"},
    {"assigned", "已分配,已派单,已指派|Assigned"},
    {"in_progress", "处理中,进行中|In progress,Working,Active"},
    {"waiting", "等待客户,待客户回复,挂起|Waiting for the customer,Waiting,Pending,On hold"},
    {"resolved", "已解决,已处理|Resolved,Solved,Fixed"},
    {"closed", "已关闭,关闭,已归档|Closed,Archived"},
    {"cancelled", "已取消,取消,已撤销|Cancelled,Canceled"},
};

constexpr PicklistLine channel[]{
    {"phone", "电话,热线,来电|Phone,Hotline,Telephone"},
    {"email", "邮件,电子邮件|E-mail,Email"},
    {"web", "网站,网页,网页表单|Web form,Web,Website"},
    {"portal", "客户门户,门户|Customer portal,Portal,Self-service"},
    {"chat", "在线客服,在线聊天|Live chat,Chat"},
    {"wechat", "微信,公众号,小程序|WeChat"},
    {"app", "移动应用,手机应用|Mobile app,App"},
    {"social", "社交媒体,微博|Social media,Social"},
    {"visit", "上门,现场,拜访|In person,On site,Visit"},
    {"letter", "信函,传真|Letter or fax,Letter,Mail,Fax"},
    {"partner", "合作伙伴,代理商|Partner"},
    {"other", "其他,其它|Other"},
};

constexpr PicklistLine contract_type[]{
    {"sales", "销售合同,销售|Sales contract,Sales"},
    {"service", "服务合同,服务|Service contract,Service"},
    {"maintenance", "维保合同,维护合同,运维合同|Maintenance contract,Maintenance"},
    {"subscription", "订阅合同,订阅|Subscription"},
    {"framework", "框架协议,框架合同|Framework agreement,Framework"},
    {"purchase", "采购合同,采购|Purchase contract,Purchase"},
    {"distribution", "代理协议,经销合同,代理合同|Distribution agreement,Distribution,Agency agreement"},
    {"lease", "租赁合同,租赁|Lease,Rental"},
    {"confidentiality", "保密协议|Confidentiality agreement,NDA,Non-disclosure agreement"},
    {"supplement", "补充协议|Supplementary agreement,Supplement,Amendment"},
    {"other", "其他,其它|Other"},
};

constexpr PicklistLine contract_status[]{
    {"draft", "草稿,拟定中|Draft"},
    {"in_review", "审批中,审核中|In review,In approval,Pending approval"},
    {"approved", "已审批,审批通过,待签订|Approved"},
    {"signed", "已签订,已签署,已签|Signed"},
    {"active", "执行中,履行中,生效|Active,In force,In effect,Activated"},
    {"completed", "已完成,履行完毕,已结束|Completed,Fulfilled"},
    {"expired", "已到期,过期|Expired"},
    {"terminated", "已终止,终止,解除|Terminated"},
    {"cancelled", "已作废,作废,取消|Cancelled,Canceled,Void"},
};

constexpr PicklistLine payment_terms[]{
    {"prepaid", "预付,全额预付,款到发货,先款后货|Prepaid,In advance,Cash in advance"},
    {"on_delivery", "货到付款|Cash on delivery,On delivery,COD"},
    {"on_receipt", "见票即付,即付|Due on receipt,On receipt,Immediate"},
    {"net_15", "15天账期,15天|Net 15,15 days"},
    {"net_30", "30天账期,月结30天,30天,月结|Net 30,30 days,Monthly"},
    {"net_60", "60天账期,月结60天,60天|Net 60,60 days"},
    {"net_90", "90天账期,月结90天,90天|Net 90,90 days"},
    {"instalments", "分期付款,分期|Instalments,Installments"},
    {"milestones", "按进度付款,按里程碑付款,进度款|Milestones,Progress payments"},
    {"letter_of_credit", "信用证|Letter of credit,L/C,LC"},
    {"draft", "承兑汇票,银行承兑|Bank acceptance draft,Bill of exchange"},
    {"other", "其他,其它|Other"},
};

constexpr PicklistLine document_type[]{
    {"contract", "合同|Contract"},
    {"quotation", "报价单,报价|Quotation,Quote"},
    {"proposal", "方案,建议书|Proposal"},
    {"invoice", "发票|Invoice"},
    {"order", "订单|Order"},
    {"licence", "营业执照,资质证书,证照|Licence or certificate,Licence,License,Certificate"},
    {"minutes", "会议纪要|Minutes"},
    {"report", "报告|Report"},
    {"picture", "图片,照片|Picture,Photo,Image"},
    {"recording", "录音|Recording"},
    {"other", "其他,其它|Other"},
};

constexpr PicklistLine project_status[]{
    {"planned", "计划中,未开始|Planned,Not started"},
    {"active", "进行中|Active,In progress"},
    {"on_hold", "暂停|On hold,Paused"},
    {"completed", "已完成,完成|Completed,Done"},
    {"cancelled", "已取消,取消|Cancelled,Canceled"},
};

constexpr PicklistTable service_tables[]{
    {"activity_type", activity_type},     {"activity_status", activity_status}, {"priority", priority},
    {"direction", direction},             {"activity_outcome", activity_outcome}, {"request_type", request_type},
    {"request_status", request_status},   {"channel", channel},                 {"contract_type", contract_type},
    {"contract_status", contract_status}, {"payment_terms", payment_terms},     {"document_type", document_type},
    {"project_status", project_status},
};

}  // namespace

std::span<const PicklistTable> service_picklists() noexcept { return service_tables; }

}  // namespace guanxi
