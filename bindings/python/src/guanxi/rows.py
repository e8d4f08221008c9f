"""The rows that questions and cards give. Printed by guanxi_generate from the descriptors: do not edit."""

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
    "Timeline",
    "Change",
    "Read",
    "Workload",
    "Agenda",
    "Dimension",
    "Department",
    "Caller",
    "Permission",
    "Duplicate",
    "Fact",
    "CardCount",
]


class Timeline(Record):
    """Timeline (时间线).

    at: At (时间), instant
    kind: Kind (类型), text
    entity: Entity (对象), text
    record: Record (记录), id
    title: Title (标题), text
    detail: Detail (详情), text
    who: Who (人员), text
    """

    __slots__ = ()
    _number = 701
    _name = "row.timeline"
    at = InstantField(10, "At", "时间")
    kind = TextField(11, "Kind", "类型")
    entity = TextField(12, "Entity", "对象")
    record = IdField(13, "Record", "记录")
    title = TextField(14, "Title", "标题")
    detail = TextField(15, "Detail", "详情")
    who = TextField(16, "Who", "人员")


class Change(Record):
    """Change (变更).

    seq: Seq (序号), integer
    change_set: Change set (变更集), integer
    at: At (时间), instant
    actor: Actor (操作人编号), id
    actor_name: Actor name (操作人), text
    command: Command (命令), text
    reason: Reason (原因), text
    kind: Kind (类型), text
    entity: Entity (对象), text
    record: Record (记录), id
    fields: Fields (JSON) (字段 (JSON)), text
    """

    __slots__ = ()
    _number = 702
    _name = "row.change"
    seq = IntegerField(10, "Seq", "序号")
    change_set = IntegerField(11, "Change set", "变更集")
    at = InstantField(12, "At", "时间")
    actor = IdField(13, "Actor", "操作人编号")
    actor_name = TextField(14, "Actor name", "操作人")
    command = TextField(15, "Command", "命令")
    reason = TextField(16, "Reason", "原因")
    kind = TextField(17, "Kind", "类型")
    entity = TextField(18, "Entity", "对象")
    record = IdField(19, "Record", "记录")
    fields = TextField(20, "Fields (JSON)", "字段 (JSON)")


class Read(Record):
    """Read (读取).

    at: At (时间), instant
    actor: Actor (操作人编号), id
    actor_name: Actor name (操作人), text
    query: Query (查询), text
    """

    __slots__ = ()
    _number = 703
    _name = "row.read"
    at = InstantField(10, "At", "时间")
    actor = IdField(11, "Actor", "操作人编号")
    actor_name = TextField(12, "Actor name", "操作人")
    query = TextField(13, "Query", "查询")


class Workload(Record):
    """Workload (工作量).

    user: User (用户编号), id
    name: Name (姓名), text
    overdue: Overdue (逾期), integer
    owned: Owned (JSON) (负责的记录 (JSON)), text
    """

    __slots__ = ()
    _number = 704
    _name = "row.workload"
    user = IdField(10, "User", "用户编号")
    name = TextField(11, "Name", "姓名")
    overdue = IntegerField(12, "Overdue", "逾期")
    owned = TextField(13, "Owned (JSON)", "负责的记录 (JSON)")


class Agenda(Record):
    """Agenda (日程).

    activity: Activity (活动), id of activity
    subject: Subject (主题), text
    type: Type (类型), text
    starts_at: Starts at (开始时间), instant
    due_at: Due at (截止时间), instant
    account: Account (客户编号), id of account
    account_name: Account name (客户), text
    overdue: Overdue (逾期), boolean
    """

    __slots__ = ()
    _number = 705
    _name = "row.agenda"
    activity = IdField(10, "Activity", "活动", target="activity")
    subject = TextField(11, "Subject", "主题")
    type = TextField(12, "Type", "类型")
    starts_at = InstantField(13, "Starts at", "开始时间")
    due_at = InstantField(14, "Due at", "截止时间")
    account = IdField(15, "Account", "客户编号", target="account")
    account_name = TextField(16, "Account name", "客户")
    overdue = BooleanField(17, "Overdue", "逾期")


class Dimension(Record):
    """Dimension (维度).

    field: Field (字段), text
    field_label: Field label (字段名称), text
    value: Value (值), text
    label: Label (名称), text
    count: Count (数量), integer
    sums: Sums (JSON) (合计 (JSON)), text
    """

    __slots__ = ()
    _number = 706
    _name = "row.dimension"
    field = TextField(10, "Field", "字段")
    field_label = TextField(11, "Field label", "字段名称")
    value = TextField(12, "Value", "值")
    label = TextField(13, "Label", "名称")
    count = IntegerField(14, "Count", "数量")
    sums = TextField(15, "Sums (JSON)", "合计 (JSON)")


class Department(Record):
    """Department (部门).

    department: Department (部门编号), id of department
    name: Name (部门), text
    parent: Parent (上级部门), id of department
    own: Own (本部门数量), integer
    total: Total (含下级数量), integer
    own_sums: Own sums (JSON) (本部门合计 (JSON)), text
    total_sums: Total sums (JSON) (含下级合计 (JSON)), text
    """

    __slots__ = ()
    _number = 707
    _name = "row.department"
    department = IdField(10, "Department", "部门编号", target="department")
    name = TextField(11, "Name", "部门")
    parent = IdField(12, "Parent", "上级部门", target="department")
    own = IntegerField(13, "Own", "本部门数量")
    total = IntegerField(14, "Total", "含下级数量")
    own_sums = TextField(15, "Own sums (JSON)", "本部门合计 (JSON)")
    total_sums = TextField(16, "Total sums (JSON)", "含下级合计 (JSON)")


class Caller(Record):
    """Caller (来电者).

    entity: Entity (对象), text
    record: Record (记录), id
    name: Name (名称), text
    account: Account (客户编号), id of account
    account_name: Account name (客户), text
    """

    __slots__ = ()
    _number = 708
    _name = "row.caller"
    entity = TextField(10, "Entity", "对象")
    record = IdField(11, "Record", "记录")
    name = TextField(12, "Name", "名称")
    account = IdField(13, "Account", "客户编号", target="account")
    account_name = TextField(14, "Account name", "客户")


class Permission(Record):
    """Permission (权限).

    allowed: Allowed (允许), boolean
    reason: Reason (原因), text
    """

    __slots__ = ()
    _number = 709
    _name = "row.permission"
    allowed = BooleanField(10, "Allowed", "允许")
    reason = TextField(11, "Reason", "原因")


class Duplicate(Record):
    """Duplicate (疑似重复).

    entity: Entity (对象), text
    record: Record (记录), id
    name: Name (名称), text
    masked: Masked (隐藏), boolean
    certain: Certain (确定), boolean
    strong: Strong (很可能), boolean
    reason: Reason (原因), text
    verdict: Verdict (判断), text
    score: Score (得分), decimal
    explanation: Explanation (得分构成), text
    """

    __slots__ = ()
    _number = 710
    _name = "row.duplicate"
    entity = TextField(10, "Entity", "对象")
    record = IdField(11, "Record", "记录")
    name = TextField(12, "Name", "名称")
    masked = BooleanField(13, "Masked", "隐藏")
    certain = BooleanField(14, "Certain", "确定")
    strong = BooleanField(15, "Strong", "很可能")
    reason = TextField(16, "Reason", "原因")
    verdict = TextField(17, "Verdict", "判断")
    score = DecimalField(18, "Score", "得分", scale=2)
    explanation = TextField(19, "Explanation", "得分构成")


class Fact(Record):
    """Fact (外部信息).

    source: Source (来源), text
    name: Name (标识), text
    label: Label (名称), text
    value: Value (值), text
    as_of: As of (截至), instant
    error: Error (错误), text
    """

    __slots__ = ()
    _number = 711
    _name = "row.fact"
    source = TextField(10, "Source", "来源")
    name = TextField(11, "Name", "标识")
    label = TextField(12, "Label", "名称")
    value = TextField(13, "Value", "值")
    as_of = InstantField(14, "As of", "截至")
    error = TextField(15, "Error", "错误")


class CardCount(Record):
    """Count (计数).

    name: Name (标识), text
    label: Label (名称), text
    count: Count (数量), integer
    amounts: Amounts (JSON) (金额 (JSON)), text
    entity: Entity (对象), text
    """

    __slots__ = ()
    _number = 712
    _name = "row.card_count"
    name = TextField(10, "Name", "标识")
    label = TextField(11, "Label", "名称")
    count = IntegerField(12, "Count", "数量")
    amounts = TextField(13, "Amounts (JSON)", "金额 (JSON)")
    entity = TextField(14, "Entity", "对象")
