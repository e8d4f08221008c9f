"""The built-in entities, each with its fields. Printed by guanxi_generate from the descriptors: do not edit."""

from __future__ import annotations

from ._fields import (
    BooleanField,
    DateField,
    DecimalField,
    IdField,
    InstantField,
    IntegerField,
    MoneyField,
    SetField,
    TextField,
)
from ._record import Record

__all__ = [
    "Account",
    "Contact",
    "AccountContact",
    "ContactPoint",
    "PartyIdentifier",
    "Lead",
    "Opportunity",
    "StageChange",
    "Activity",
    "ServiceRequest",
    "Contract",
    "PaymentPlanLine",
    "DocumentLink",
    "ProjectLink",
    "User",
    "Department",
    "Territory",
    "Role",
    "RoleGrant",
    "RoleMember",
    "PicklistItem",
    "CustomField",
    "CustomEntity",
    "ReadLog",
    "SavedFilter",
    "Segment",
    "SegmentMember",
    "ValidationRule",
    "DecisionRule",
    "DuplicatePair",
    "DuplicateRule",
    "MergeRecord",
]


class Account(Record):
    """Account (客户).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    name: Account name (客户名称), text, required
    short_name: Short name (简称), text
    english_name: English name (英文名称), text
    number: Account number (客户编码), text
    kind: Kind (客户类型), picklist of account_kind
    roles: Roles (角色), set of account_role
    parent: Parent account (上级客户), id of account
    tier: Tier (客户级别), picklist of account_tier
    key_account: Key account (大客户), boolean
    status: Status (客户状态), picklist of account_status
    sensitivity: Sensitivity (安全级别), integer
    owner: Owner (负责人), id of user, changed by a command
    department: Department (所属部门), id of department, changed by a command
    territory: Territory (销售区域), id of territory
    industry: Industry (行业), picklist of industry
    size: Size (规模), picklist of account_size
    employees: Employees (员工人数), integer
    source: Source (来源), picklist of account_source
    revenue: Annual revenue (年营业额), money
    capital: Registered capital (注册资本), money
    credit: Credit rating (信用等级), picklist of credit_rating
    credit_limit: Credit limit (信用额度), money
    suspended: Suspended (冻结), boolean, changed by a command
    suspend_reason: Suspension reason (冻结原因), text, changed by a command
    tax_id: Tax id (统一社会信用代码), text
    phone: Phone (电话), text
    fax: Fax (传真), text
    email: E-mail (邮箱), text
    website: Website (网址), text
    country: Country (国家), text
    province: Province (省份), text
    city: City (城市), text
    address: Address (地址), text
    postcode: Postal code (邮编), text
    founded: Founded (成立日期), date
    tags: Tags (标签), set
    note: Note (备注), text
    merged_into: Merged into (并入), id of account, kept by the library
    """

    __slots__ = ()
    _number = 1
    _name = "account"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    name = TextField(10, "Account name", "客户名称", required=True)
    short_name = TextField(11, "Short name", "简称")
    english_name = TextField(12, "English name", "英文名称")
    number = TextField(13, "Account number", "客户编码")
    kind = TextField(14, "Kind", "客户类型", picklist="account_kind")
    roles = SetField(15, "Roles", "角色", picklist="account_role")
    parent = IdField(16, "Parent account", "上级客户", target="account")
    tier = TextField(17, "Tier", "客户级别", picklist="account_tier")
    key_account = BooleanField(18, "Key account", "大客户")
    status = TextField(19, "Status", "客户状态", picklist="account_status")
    sensitivity = IntegerField(20, "Sensitivity", "安全级别")
    owner = IdField(21, "Owner", "负责人", by_command=True, target="user")
    department = IdField(22, "Department", "所属部门", by_command=True, target="department")
    territory = IdField(23, "Territory", "销售区域", target="territory")
    industry = TextField(24, "Industry", "行业", picklist="industry")
    size = TextField(25, "Size", "规模", picklist="account_size")
    employees = IntegerField(26, "Employees", "员工人数")
    source = TextField(27, "Source", "来源", picklist="account_source")
    revenue = MoneyField(28, "Annual revenue", "年营业额")
    capital = MoneyField(29, "Registered capital", "注册资本")
    credit = TextField(30, "Credit rating", "信用等级", picklist="credit_rating")
    credit_limit = MoneyField(31, "Credit limit", "信用额度")
    suspended = BooleanField(32, "Suspended", "冻结", by_command=True)
    suspend_reason = TextField(33, "Suspension reason", "冻结原因", by_command=True)
    tax_id = TextField(34, "Tax id", "统一社会信用代码")
    phone = TextField(35, "Phone", "电话")
    fax = TextField(36, "Fax", "传真")
    email = TextField(37, "E-mail", "邮箱")
    website = TextField(38, "Website", "网址")
    country = TextField(39, "Country", "国家")
    province = TextField(40, "Province", "省份")
    city = TextField(41, "City", "城市")
    address = TextField(42, "Address", "地址")
    postcode = TextField(43, "Postal code", "邮编")
    founded = DateField(44, "Founded", "成立日期")
    tags = SetField(46, "Tags", "标签")
    note = TextField(47, "Note", "备注")
    merged_into = IdField(48, "Merged into", "并入", kept=True, target="account")


class Contact(Record):
    """Contact (联系人).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    name: Name (姓名), text, required
    given_name: Given name (名), text
    family_name: Family name (姓), text
    title: Job title (职务), text
    department_name: Department name (所在部门), text
    account: Account (客户), id of account
    mobile: Mobile (手机), text
    phone: Phone (电话), text
    email: E-mail (邮箱), text
    wechat: WeChat (微信), text
    birthday: Birthday (生日), date
    owner: Owner (负责人), id of user, changed by a command
    department: Owning department (所属部门), id of department, changed by a command
    sensitivity: Sensitivity (安全级别), integer
    portal: Portal user (门户用户), boolean
    tags: Tags (标签), set
    note: Note (备注), text
    address: Address (地址), text
    city: City (城市), text
    merged_into: Merged into (并入), id of contact, kept by the library
    """

    __slots__ = ()
    _number = 2
    _name = "contact"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    name = TextField(10, "Name", "姓名", required=True)
    given_name = TextField(11, "Given name", "名")
    family_name = TextField(12, "Family name", "姓")
    title = TextField(13, "Job title", "职务")
    department_name = TextField(14, "Department name", "所在部门")
    account = IdField(15, "Account", "客户", target="account")
    mobile = TextField(16, "Mobile", "手机")
    phone = TextField(17, "Phone", "电话")
    email = TextField(18, "E-mail", "邮箱")
    wechat = TextField(19, "WeChat", "微信")
    birthday = DateField(20, "Birthday", "生日")
    owner = IdField(21, "Owner", "负责人", by_command=True, target="user")
    department = IdField(22, "Owning department", "所属部门", by_command=True, target="department")
    sensitivity = IntegerField(23, "Sensitivity", "安全级别")
    portal = BooleanField(24, "Portal user", "门户用户")
    tags = SetField(25, "Tags", "标签")
    note = TextField(26, "Note", "备注")
    address = TextField(27, "Address", "地址")
    city = TextField(28, "City", "城市")
    merged_into = IdField(29, "Merged into", "并入", kept=True, target="contact")


class AccountContact(Record):
    """Account contact (客户联系人).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    account: Account (客户), id of account, required
    contact: Contact (联系人), id of contact, required
    role: Role (角色), picklist of contact_role
    is_primary: Primary (首要联系人), boolean
    since: Since (开始日期), date
    until: Until (结束日期), date
    """

    __slots__ = ()
    _number = 3
    _name = "account_contact"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    account = IdField(10, "Account", "客户", required=True, target="account")
    contact = IdField(11, "Contact", "联系人", required=True, target="contact")
    role = TextField(12, "Role", "角色", picklist="contact_role")
    is_primary = BooleanField(13, "Primary", "首要联系人")
    since = DateField(14, "Since", "开始日期")
    until = DateField(15, "Until", "结束日期")


class ContactPoint(Record):
    """Contact point (联系方式).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    account: Account (客户), id of account
    contact: Contact (联系人), id of contact
    type: Type (类型), picklist of contact_point_type, required
    value: Value (内容), text, required
    normalized: Normalized (规范值), text, kept by the library
    purpose: Purpose (用途), picklist of contact_point_purpose
    preferred: Preferred (首选), boolean
    consent: Consent (同意状态), picklist of consent
    consent_at: Consent given at (同意时间), instant
    """

    __slots__ = ()
    _number = 4
    _name = "contact_point"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    account = IdField(10, "Account", "客户", target="account")
    contact = IdField(11, "Contact", "联系人", target="contact")
    type = TextField(12, "Type", "类型", required=True, picklist="contact_point_type")
    value = TextField(13, "Value", "内容", required=True)
    normalized = TextField(14, "Normalized", "规范值", kept=True)
    purpose = TextField(15, "Purpose", "用途", picklist="contact_point_purpose")
    preferred = BooleanField(16, "Preferred", "首选")
    consent = TextField(17, "Consent", "同意状态", picklist="consent")
    consent_at = InstantField(18, "Consent given at", "同意时间")


class PartyIdentifier(Record):
    """Identifier (证照与外部编号).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    entity: Entity (对象), text, required
    record: Record (记录), id, required
    type: Type (类型), picklist of identifier_type, required
    system: System (系统), text
    value: Value (编号), text, required
    """

    __slots__ = ()
    _number = 5
    _name = "party_identifier"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    entity = TextField(10, "Entity", "对象", required=True)
    record = IdField(11, "Record", "记录", required=True)
    type = TextField(12, "Type", "类型", required=True, picklist="identifier_type")
    system = TextField(13, "System", "系统")
    value = TextField(14, "Value", "编号", required=True)


class Lead(Record):
    """Lead (线索).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    name: Lead name (线索名称), text, required
    company: Company (公司), text
    title: Title (职务), text
    phone: Phone (电话), text
    email: E-mail (邮箱), text
    status: Status (状态), picklist of lead_status
    source: Source (来源), picklist of account_source
    industry: Industry (行业), picklist of industry
    score: Score (评分), integer
    owner: Owner (负责人), id of user, changed by a command
    department: Department (所属部门), id of department, changed by a command
    account: Converted account (转化客户), id of account, changed by a command
    contact: Converted contact (转化联系人), id of contact, changed by a command
    sensitivity: Sensitivity (安全级别), integer
    province: Province (省份), text
    tags: Tags (标签), set
    note: Note (备注), text
    score_reason: Score reason (评分依据), text
    merged_into: Merged into (并入), id of lead, kept by the library
    """

    __slots__ = ()
    _number = 6
    _name = "lead"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    name = TextField(10, "Lead name", "线索名称", required=True)
    company = TextField(11, "Company", "公司")
    title = TextField(12, "Title", "职务")
    phone = TextField(13, "Phone", "电话")
    email = TextField(14, "E-mail", "邮箱")
    status = TextField(15, "Status", "状态", picklist="lead_status")
    source = TextField(16, "Source", "来源", picklist="account_source")
    industry = TextField(17, "Industry", "行业", picklist="industry")
    score = IntegerField(18, "Score", "评分")
    owner = IdField(19, "Owner", "负责人", by_command=True, target="user")
    department = IdField(20, "Department", "所属部门", by_command=True, target="department")
    account = IdField(21, "Converted account", "转化客户", by_command=True, target="account")
    contact = IdField(22, "Converted contact", "转化联系人", by_command=True, target="contact")
    sensitivity = IntegerField(23, "Sensitivity", "安全级别")
    province = TextField(24, "Province", "省份")
    tags = SetField(25, "Tags", "标签")
    note = TextField(26, "Note", "备注")
    score_reason = TextField(60, "Score reason", "评分依据")
    merged_into = IdField(27, "Merged into", "并入", kept=True, target="lead")


class Opportunity(Record):
    """Opportunity (商机).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    name: Opportunity name (商机名称), text, required
    number: Opportunity id (商机编号), text
    account: Account (客户), id of account
    contact: Contact (联系人), id of contact
    stage: Stage (阶段), picklist of opportunity_stage, required
    stage_since: In stage since (进入阶段时间), instant, kept by the library
    amount: Amount (金额), money
    probability: Probability (成功率), integer
    opened_on: Opened on (开始日期), date
    close_on: Close date (预计成交日期), date
    product: Product (产品), text
    source: Source (来源), picklist of account_source
    lost_reason: Lost reason (输单原因), picklist of lost_reason
    competitor: Competitor (竞争对手), text
    owner: Owner (负责人), id of user, changed by a command
    department: Department (所属部门), id of department, changed by a command
    sensitivity: Sensitivity (安全级别), integer
    tags: Tags (标签), set
    note: Note (备注), text
    score: Score (评分), integer
    score_reason: Score reason (评分依据), text
    """

    __slots__ = ()
    _number = 7
    _name = "opportunity"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    name = TextField(10, "Opportunity name", "商机名称", required=True)
    number = TextField(11, "Opportunity id", "商机编号")
    account = IdField(12, "Account", "客户", target="account")
    contact = IdField(13, "Contact", "联系人", target="contact")
    stage = TextField(14, "Stage", "阶段", required=True, picklist="opportunity_stage")
    stage_since = InstantField(15, "In stage since", "进入阶段时间", kept=True)
    amount = MoneyField(16, "Amount", "金额")
    probability = IntegerField(17, "Probability", "成功率")
    opened_on = DateField(18, "Opened on", "开始日期")
    close_on = DateField(19, "Close date", "预计成交日期")
    product = TextField(20, "Product", "产品")
    source = TextField(21, "Source", "来源", picklist="account_source")
    lost_reason = TextField(22, "Lost reason", "输单原因", picklist="lost_reason")
    competitor = TextField(23, "Competitor", "竞争对手")
    owner = IdField(24, "Owner", "负责人", by_command=True, target="user")
    department = IdField(25, "Department", "所属部门", by_command=True, target="department")
    sensitivity = IntegerField(26, "Sensitivity", "安全级别")
    tags = SetField(27, "Tags", "标签")
    note = TextField(28, "Note", "备注")
    score = IntegerField(60, "Score", "评分")
    score_reason = TextField(61, "Score reason", "评分依据")


class StageChange(Record):
    """Stage change (阶段历史).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    opportunity: Opportunity (商机), id of opportunity, required
    from_stage: From (原阶段), picklist of opportunity_stage
    to_stage: To (新阶段), picklist of opportunity_stage, required
    at: At (时间), instant, required
    seconds: Seconds in the earlier stage (原阶段停留秒数), integer
    amount: Amount at the time (当时金额), money
    holder: Owner at the time (当时负责人), id of user
    """

    __slots__ = ()
    _number = 8
    _name = "stage_change"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    opportunity = IdField(10, "Opportunity", "商机", required=True, target="opportunity")
    from_stage = TextField(11, "From", "原阶段", picklist="opportunity_stage")
    to_stage = TextField(12, "To", "新阶段", required=True, picklist="opportunity_stage")
    at = InstantField(13, "At", "时间", required=True)
    seconds = IntegerField(14, "Seconds in the earlier stage", "原阶段停留秒数")
    amount = MoneyField(15, "Amount at the time", "当时金额")
    holder = IdField(16, "Owner at the time", "当时负责人", target="user")


class Activity(Record):
    """Activity (活动).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    type: Type (类型), picklist of activity_type, required
    subject: Subject (主题), text, required
    status: Status (状态), picklist of activity_status
    priority: Priority (优先级), picklist of priority
    direction: Direction (方向), picklist of direction
    starts_at: Starts at (开始时间), instant
    ends_at: Ends at (结束时间), instant
    due_at: Due at (截止时间), instant
    done_at: Done at (完成时间), instant
    account: Account (客户), id of account
    contact: Contact (联系人), id of contact
    lead: Lead (线索), id of lead
    opportunity: Opportunity (商机), id of opportunity
    request: Service request (服务请求), id of service_request
    contract: Contract (合同), id of contract
    owner: Owner (负责人), id of user, changed by a command
    department: Department (所属部门), id of department, changed by a command
    sensitivity: Sensitivity (安全级别), integer
    location: Location (地点), text
    outcome: Outcome (结果), picklist of activity_outcome
    body: Body (内容), text
    """

    __slots__ = ()
    _number = 9
    _name = "activity"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    type = TextField(10, "Type", "类型", required=True, picklist="activity_type")
    subject = TextField(11, "Subject", "主题", required=True)
    status = TextField(12, "Status", "状态", picklist="activity_status")
    priority = TextField(13, "Priority", "优先级", picklist="priority")
    direction = TextField(14, "Direction", "方向", picklist="direction")
    starts_at = InstantField(15, "Starts at", "开始时间")
    ends_at = InstantField(16, "Ends at", "结束时间")
    due_at = InstantField(17, "Due at", "截止时间")
    done_at = InstantField(18, "Done at", "完成时间")
    account = IdField(19, "Account", "客户", target="account")
    contact = IdField(20, "Contact", "联系人", target="contact")
    lead = IdField(21, "Lead", "线索", target="lead")
    opportunity = IdField(22, "Opportunity", "商机", target="opportunity")
    request = IdField(23, "Service request", "服务请求", target="service_request")
    contract = IdField(24, "Contract", "合同", target="contract")
    owner = IdField(25, "Owner", "负责人", by_command=True, target="user")
    department = IdField(26, "Department", "所属部门", by_command=True, target="department")
    sensitivity = IntegerField(27, "Sensitivity", "安全级别")
    location = TextField(28, "Location", "地点")
    outcome = TextField(29, "Outcome", "结果", picklist="activity_outcome")
    body = TextField(30, "Body", "内容")


class ServiceRequest(Record):
    """Service request (服务请求).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    number: Number (编号), text, kept by the library
    type: Type (类型), picklist of request_type, required
    subject: Subject (主题), text, required
    body: Description (描述), text
    status: Status (状态), picklist of request_status
    priority: Priority (优先级), picklist of priority
    channel: Channel (渠道), picklist of channel
    account: Account (客户), id of account
    contact: Contact (联系人), id of contact
    contract: Contract (合同), id of contract
    owner: Owner (处理人), id of user, changed by a command
    department: Department (所属部门), id of department, changed by a command
    sensitivity: Sensitivity (安全级别), integer
    due_at: Due at (截止时间), instant
    closed_at: Closed at (关闭时间), instant
    rating: Rating (满意度), integer
    solution: Solution (解决方案), text
    tags: Tags (标签), set
    """

    __slots__ = ()
    _number = 10
    _name = "service_request"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    number = TextField(10, "Number", "编号", kept=True)
    type = TextField(11, "Type", "类型", required=True, picklist="request_type")
    subject = TextField(12, "Subject", "主题", required=True)
    body = TextField(13, "Description", "描述")
    status = TextField(14, "Status", "状态", picklist="request_status")
    priority = TextField(15, "Priority", "优先级", picklist="priority")
    channel = TextField(16, "Channel", "渠道", picklist="channel")
    account = IdField(17, "Account", "客户", target="account")
    contact = IdField(18, "Contact", "联系人", target="contact")
    contract = IdField(19, "Contract", "合同", target="contract")
    owner = IdField(20, "Owner", "处理人", by_command=True, target="user")
    department = IdField(21, "Department", "所属部门", by_command=True, target="department")
    sensitivity = IntegerField(22, "Sensitivity", "安全级别")
    due_at = InstantField(23, "Due at", "截止时间")
    closed_at = InstantField(24, "Closed at", "关闭时间")
    rating = IntegerField(25, "Rating", "满意度")
    solution = TextField(26, "Solution", "解决方案")
    tags = SetField(27, "Tags", "标签")


class Contract(Record):
    """Contract (合同).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    number: Contract number (合同编号), text
    name: Contract name (合同名称), text, required
    account: Account (客户), id of account, required
    opportunity: Opportunity (商机), id of opportunity
    type: Type (合同类型), picklist of contract_type
    status: Status (状态), picklist of contract_status
    amount: Amount (合同金额), money
    signed_on: Signed on (签订日期), date
    starts_on: Starts on (开始日期), date
    ends_on: Ends on (结束日期), date
    signer: Signed by (客户签订人), text
    payment_terms: Payment terms (付款方式), picklist of payment_terms
    owner: Owner (负责人), id of user, changed by a command
    department: Department (所属部门), id of department, changed by a command
    sensitivity: Sensitivity (安全级别), integer
    body: Text (合同正文), text
    tags: Tags (标签), set
    """

    __slots__ = ()
    _number = 11
    _name = "contract"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    number = TextField(10, "Contract number", "合同编号")
    name = TextField(11, "Contract name", "合同名称", required=True)
    account = IdField(12, "Account", "客户", required=True, target="account")
    opportunity = IdField(13, "Opportunity", "商机", target="opportunity")
    type = TextField(14, "Type", "合同类型", picklist="contract_type")
    status = TextField(15, "Status", "状态", picklist="contract_status")
    amount = MoneyField(16, "Amount", "合同金额")
    signed_on = DateField(17, "Signed on", "签订日期")
    starts_on = DateField(18, "Starts on", "开始日期")
    ends_on = DateField(19, "Ends on", "结束日期")
    signer = TextField(20, "Signed by", "客户签订人")
    payment_terms = TextField(21, "Payment terms", "付款方式", picklist="payment_terms")
    owner = IdField(22, "Owner", "负责人", by_command=True, target="user")
    department = IdField(23, "Department", "所属部门", by_command=True, target="department")
    sensitivity = IntegerField(24, "Sensitivity", "安全级别")
    body = TextField(25, "Text", "合同正文")
    tags = SetField(26, "Tags", "标签")


class PaymentPlanLine(Record):
    """Payment plan line (付款计划).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    contract: Contract (合同), id of contract, required
    position: Instalment (期次), integer, required
    due_on: Due on (应付日期), date, required
    amount: Amount (应付金额), money, required
    paid: Paid (已付金额), money
    paid_on: Paid on (付款日期), date
    condition: Condition (付款条件), text
    """

    __slots__ = ()
    _number = 12
    _name = "payment_plan_line"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    contract = IdField(10, "Contract", "合同", required=True, target="contract")
    position = IntegerField(11, "Instalment", "期次", required=True)
    due_on = DateField(12, "Due on", "应付日期", required=True)
    amount = MoneyField(13, "Amount", "应付金额", required=True)
    paid = MoneyField(14, "Paid", "已付金额")
    paid_on = DateField(15, "Paid on", "付款日期")
    condition = TextField(16, "Condition", "付款条件")


class DocumentLink(Record):
    """Document (文档).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    title: Title (标题), text, required
    uri: URI (地址), text, required
    type: Type (类型), picklist of document_type
    entity: Entity (对象), text, required
    record: Record (记录), id, required
    account: Account (客户), id of account
    """

    __slots__ = ()
    _number = 13
    _name = "document_link"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    title = TextField(10, "Title", "标题", required=True)
    uri = TextField(11, "URI", "地址", required=True)
    type = TextField(12, "Type", "类型", picklist="document_type")
    entity = TextField(13, "Entity", "对象", required=True)
    record = IdField(14, "Record", "记录", required=True)
    account = IdField(15, "Account", "客户", target="account")


class ProjectLink(Record):
    """Project (项目).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    title: Project name (项目名称), text, required
    project_key: Project key (项目编号), text, required
    status: Status (状态), picklist of project_status
    entity: Entity (对象), text, required
    record: Record (记录), id, required
    account: Account (客户), id of account
    """

    __slots__ = ()
    _number = 14
    _name = "project_link"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    title = TextField(10, "Project name", "项目名称", required=True)
    project_key = TextField(11, "Project key", "项目编号", required=True)
    status = TextField(12, "Status", "状态", picklist="project_status")
    entity = TextField(13, "Entity", "对象", required=True)
    record = IdField(14, "Record", "记录", required=True)
    account = IdField(15, "Account", "客户", target="account")


class User(Record):
    """User (用户).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    name: Name (姓名), text, required
    login: Login (登录名), text, required
    department: Department (部门), id of department
    manager: Manager (上级), id of user
    status: Status (状态), picklist of user_status
    level: Security level (安全级别), integer
    email: E-mail (邮箱), text
    phone: Phone (电话), text
    language: Language (语言), picklist of language
    administrator: Administrator (管理员), boolean, changed by a command
    claim_limit: Claim limit (公海领取上限), integer
    """

    __slots__ = ()
    _number = 15
    _name = "user"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    name = TextField(10, "Name", "姓名", required=True)
    login = TextField(11, "Login", "登录名", required=True)
    department = IdField(12, "Department", "部门", target="department")
    manager = IdField(13, "Manager", "上级", target="user")
    status = TextField(14, "Status", "状态", picklist="user_status")
    level = IntegerField(15, "Security level", "安全级别")
    email = TextField(16, "E-mail", "邮箱")
    phone = TextField(17, "Phone", "电话")
    language = TextField(18, "Language", "语言", picklist="language")
    administrator = BooleanField(19, "Administrator", "管理员", by_command=True)
    claim_limit = IntegerField(20, "Claim limit", "公海领取上限")


class Department(Record):
    """Department (部门).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    name: Name (部门名称), text, required
    parent: Parent (上级部门), id of department
    manager: Manager (部门负责人), id of user
    code: Code (部门编码), text
    """

    __slots__ = ()
    _number = 16
    _name = "department"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    name = TextField(10, "Name", "部门名称", required=True)
    parent = IdField(11, "Parent", "上级部门", target="department")
    manager = IdField(12, "Manager", "部门负责人", target="user")
    code = TextField(13, "Code", "部门编码")


class Territory(Record):
    """Territory (区域).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    name: Name (区域名称), text, required
    parent: Parent (上级区域), id of territory
    manager: Manager (区域负责人), id of user
    """

    __slots__ = ()
    _number = 17
    _name = "territory"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    name = TextField(10, "Name", "区域名称", required=True)
    parent = IdField(11, "Parent", "上级区域", target="territory")
    manager = IdField(12, "Manager", "区域负责人", target="user")


class Role(Record):
    """Role (角色).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    name: Name (角色名称), text, required
    code: Code (角色编码), text, required
    """

    __slots__ = ()
    _number = 18
    _name = "role"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    name = TextField(10, "Name", "角色名称", required=True)
    code = TextField(11, "Code", "角色编码", required=True)


class RoleGrant(Record):
    """Role grant (角色授权).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    role: Role (角色), id of role, required
    entity: Entity (对象), text, required
    action: Action (操作), picklist of grant_action, required
    scope: Scope (范围), picklist of grant_scope, required
    level: Security level (安全级别), integer
    """

    __slots__ = ()
    _number = 19
    _name = "role_grant"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    role = IdField(10, "Role", "角色", required=True, target="role")
    entity = TextField(11, "Entity", "对象", required=True)
    action = TextField(12, "Action", "操作", required=True, picklist="grant_action")
    scope = TextField(13, "Scope", "范围", required=True, picklist="grant_scope")
    level = IntegerField(14, "Security level", "安全级别")


class RoleMember(Record):
    """Role member (角色成员).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    role: Role (角色), id of role, required
    user: User (用户), id of user, required
    """

    __slots__ = ()
    _number = 20
    _name = "role_member"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    role = IdField(10, "Role", "角色", required=True, target="role")
    user = IdField(11, "User", "用户", required=True, target="user")


class PicklistItem(Record):
    """Picklist item (选项).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    list: List (选项集), text, required
    code: Code (代码), text, required
    label_zh: Chinese label (中文名称), text
    label_en: English label (英文名称), text
    position: Position (顺序), integer
    retired: Retired (停用), boolean
    """

    __slots__ = ()
    _number = 21
    _name = "picklist_item"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    list = TextField(10, "List", "选项集", required=True)
    code = TextField(11, "Code", "代码", required=True)
    label_zh = TextField(12, "Chinese label", "中文名称")
    label_en = TextField(13, "English label", "英文名称")
    position = IntegerField(14, "Position", "顺序")
    retired = BooleanField(15, "Retired", "停用")


class CustomField(Record):
    """Custom field (自定义字段).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    entity: Entity (对象), text, required
    name: Field name (字段名), text, required
    number: Number (字段编号), integer, kept by the library
    type: Type (类型), picklist of field_type, required
    label_zh: Chinese label (中文名称), text
    label_en: English label (英文名称), text
    picklist: Picklist (选项集), text
    target: Target entity (引用对象), text
    scale: Scale (小数位数), integer
    required: Required (必填), boolean
    indexed: Indexed (建立索引), boolean
    searchable: Searchable (参与检索), boolean
    formula: Formula (公式), text
    """

    __slots__ = ()
    _number = 22
    _name = "custom_field"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    entity = TextField(10, "Entity", "对象", required=True)
    name = TextField(11, "Field name", "字段名", required=True)
    number = IntegerField(12, "Number", "字段编号", kept=True)
    type = TextField(13, "Type", "类型", required=True, picklist="field_type")
    label_zh = TextField(14, "Chinese label", "中文名称")
    label_en = TextField(15, "English label", "英文名称")
    picklist = TextField(16, "Picklist", "选项集")
    target = TextField(17, "Target entity", "引用对象")
    scale = IntegerField(18, "Scale", "小数位数")
    required = BooleanField(19, "Required", "必填")
    indexed = BooleanField(20, "Indexed", "建立索引")
    searchable = BooleanField(21, "Searchable", "参与检索")
    formula = TextField(22, "Formula", "公式")


class CustomEntity(Record):
    """Custom entity (自定义对象).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    name: Entity name (对象名), text, required
    number: Number (对象编号), integer, kept by the library
    label_zh: Chinese label (中文名称), text
    label_en: English label (英文名称), text
    """

    __slots__ = ()
    _number = 23
    _name = "custom_entity"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    name = TextField(10, "Entity name", "对象名", required=True)
    number = IntegerField(11, "Number", "对象编号", kept=True)
    label_zh = TextField(12, "Chinese label", "中文名称")
    label_en = TextField(13, "English label", "英文名称")


class ReadLog(Record):
    """Read log (读取记录).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    query: Query (查询), text, required, kept by the library
    entity: Entity (对象), text, required, kept by the library
    record: Record (记录), id, required, kept by the library
    """

    __slots__ = ()
    _number = 24
    _name = "read_log"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    query = TextField(10, "Query", "查询", required=True, kept=True)
    entity = TextField(11, "Entity", "对象", required=True, kept=True)
    record = IdField(12, "Record", "记录", required=True, kept=True)


class SavedFilter(Record):
    """Saved filter (筛选条件).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    name: Name (名称), text, required
    entity: Entity (对象), text, required
    condition: Condition (条件), text, required
    shared: Shared (共享), boolean
    owner: Owner (负责人), id of user, changed by a command
    department: Department (所属部门), id of department, changed by a command
    note: Note (备注), text
    """

    __slots__ = ()
    _number = 25
    _name = "saved_filter"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    name = TextField(10, "Name", "名称", required=True)
    entity = TextField(11, "Entity", "对象", required=True)
    condition = TextField(12, "Condition", "条件", required=True)
    shared = BooleanField(13, "Shared", "共享")
    owner = IdField(14, "Owner", "负责人", by_command=True, target="user")
    department = IdField(15, "Department", "所属部门", by_command=True, target="department")
    note = TextField(16, "Note", "备注")


class Segment(Record):
    """Segment (客户细分).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    name: Name (名称), text, required
    entity: Entity (对象), text, required
    condition: Condition (条件), text
    shared: Shared (共享), boolean
    owner: Owner (负责人), id of user, changed by a command
    department: Department (所属部门), id of department, changed by a command
    note: Note (备注), text
    """

    __slots__ = ()
    _number = 26
    _name = "segment"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    name = TextField(10, "Name", "名称", required=True)
    entity = TextField(11, "Entity", "对象", required=True)
    condition = TextField(12, "Condition", "条件")
    shared = BooleanField(13, "Shared", "共享")
    owner = IdField(14, "Owner", "负责人", by_command=True, target="user")
    department = IdField(15, "Department", "所属部门", by_command=True, target="department")
    note = TextField(16, "Note", "备注")


class SegmentMember(Record):
    """Segment member (细分成员).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    segment: Segment (客户细分), id of segment, required
    record: Record (记录), id, required
    excluded: Excluded (排除), boolean
    """

    __slots__ = ()
    _number = 27
    _name = "segment_member"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    segment = IdField(10, "Segment", "客户细分", required=True, target="segment")
    record = IdField(11, "Record", "记录", required=True)
    excluded = BooleanField(12, "Excluded", "排除")


class ValidationRule(Record):
    """Validation rule (校验规则).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    name: Name (名称), text, required
    entity: Entity (对象), text, required
    condition: Condition (条件), text, required
    message_zh: Chinese message (中文提示), text, required
    message_en: English message (英文提示), text, required
    at_field: At field (提示字段), text
    disabled: Disabled (停用), boolean
    """

    __slots__ = ()
    _number = 28
    _name = "validation_rule"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    name = TextField(10, "Name", "名称", required=True)
    entity = TextField(11, "Entity", "对象", required=True)
    condition = TextField(12, "Condition", "条件", required=True)
    message_zh = TextField(13, "Chinese message", "中文提示", required=True)
    message_en = TextField(14, "English message", "英文提示", required=True)
    at_field = TextField(15, "At field", "提示字段")
    disabled = BooleanField(16, "Disabled", "停用")


class DecisionRule(Record):
    """Decision rule (决策规则).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    name: Name (名称), text, required
    entity: Entity (对象), text, required
    model: Decision model (决策模型), text, required
    decision: Decision (决策名称), text, required
    moment: When (执行时机), picklist of rule_moment, required
    target: Result field (结果字段), text
    disabled: Disabled (停用), boolean
    answer_required: Answer required (必须有结果), boolean
    """

    __slots__ = ()
    _number = 29
    _name = "decision_rule"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    name = TextField(10, "Name", "名称", required=True)
    entity = TextField(11, "Entity", "对象", required=True)
    model = TextField(12, "Decision model", "决策模型", required=True)
    decision = TextField(13, "Decision", "决策名称", required=True)
    moment = TextField(14, "When", "执行时机", required=True, picklist="rule_moment")
    target = TextField(15, "Result field", "结果字段")
    disabled = BooleanField(16, "Disabled", "停用")
    answer_required = BooleanField(17, "Answer required", "必须有结果")


class DuplicatePair(Record):
    """Possible duplicate (疑似重复).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    entity: Entity (对象), text, required
    low: First record (记录一), id, required
    high: Second record (记录二), id, required
    state: State (处理状态), picklist of duplicate_state, required
    verdict: Verdict (判断), picklist of duplicate_verdict
    score: Score (得分), decimal
    cluster: Group (所属组), id
    reasons: Reasons (理由), text
    owner: Assignee (处理人), id of user, changed by a command
    decided_by: Decided by (决定人), id of user, changed by a command
    decided_at: Decided at (决定时间), instant, changed by a command
    note: Note (备注), text
    """

    __slots__ = ()
    _number = 30
    _name = "duplicate_pair"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    entity = TextField(10, "Entity", "对象", required=True)
    low = IdField(11, "First record", "记录一", required=True)
    high = IdField(12, "Second record", "记录二", required=True)
    state = TextField(13, "State", "处理状态", required=True, picklist="duplicate_state")
    verdict = TextField(14, "Verdict", "判断", picklist="duplicate_verdict")
    score = DecimalField(15, "Score", "得分", scale=2)
    cluster = IdField(16, "Group", "所属组")
    reasons = TextField(17, "Reasons", "理由")
    owner = IdField(18, "Assignee", "处理人", by_command=True, target="user")
    decided_by = IdField(19, "Decided by", "决定人", by_command=True, target="user")
    decided_at = InstantField(20, "Decided at", "决定时间", by_command=True)
    note = TextField(21, "Note", "备注")


class DuplicateRule(Record):
    """Duplicate rule (查重规则).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    entity: Entity (对象), text, required
    source: Source (来源), text
    choice: Choice (处理方式), picklist of duplicate_choice
    refuse_at: Refuse at (拒绝阈值), integer
    warn_at: Warn at (提示阈值), integer
    effort: Effort (查找量), integer
    """

    __slots__ = ()
    _number = 31
    _name = "duplicate_rule"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    entity = TextField(10, "Entity", "对象", required=True)
    source = TextField(11, "Source", "来源")
    choice = TextField(12, "Choice", "处理方式", picklist="duplicate_choice")
    refuse_at = IntegerField(13, "Refuse at", "拒绝阈值")
    warn_at = IntegerField(14, "Warn at", "提示阈值")
    effort = IntegerField(15, "Effort", "查找量")


class MergeRecord(Record):
    """Merge (合并记录).

    id: Id (记录编号), id, kept by the library
    revision: Revision (版本), integer, kept by the library
    created_at: Created at (创建时间), instant, kept by the library
    created_by: Created by (创建人), id, kept by the library
    updated_at: Updated at (修改时间), instant, kept by the library
    updated_by: Updated by (修改人), id, kept by the library
    archived_at: Archived at (归档时间), instant, kept by the library
    entity: Entity (对象), text, required, kept by the library
    winner: Kept record (保留的记录), id, required, kept by the library
    losers: Merged records (并入的记录), set, required, kept by the library
    rules: Rules (取值规则), text, kept by the library
    provenance: Provenance (取值来源), text, kept by the library
    moved: Records moved (转移的记录数), integer, kept by the library
    owner: Merged by (操作人), id of user, kept by the library
    """

    __slots__ = ()
    _number = 32
    _name = "merge_record"
    id = IdField(1, "Id", "记录编号", kept=True)
    revision = IntegerField(2, "Revision", "版本", kept=True)
    created_at = InstantField(3, "Created at", "创建时间", kept=True)
    created_by = IdField(4, "Created by", "创建人", kept=True)
    updated_at = InstantField(5, "Updated at", "修改时间", kept=True)
    updated_by = IdField(6, "Updated by", "修改人", kept=True)
    archived_at = InstantField(7, "Archived at", "归档时间", kept=True)
    entity = TextField(10, "Entity", "对象", required=True, kept=True)
    winner = IdField(11, "Kept record", "保留的记录", required=True, kept=True)
    losers = SetField(12, "Merged records", "并入的记录", required=True, kept=True)
    rules = TextField(13, "Rules", "取值规则", kept=True)
    provenance = TextField(14, "Provenance", "取值来源", kept=True)
    moved = IntegerField(15, "Records moved", "转移的记录数", kept=True)
    owner = IdField(16, "Merged by", "操作人", kept=True, target="user")
