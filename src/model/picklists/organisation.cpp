#include "model/picklists/picklists.h"

namespace guanxi {

namespace {

constexpr PicklistLine user_status[]{
    {"active", "在职,正常,启用|Active,Enabled"},
    {"on_leave", "休假,请假|On leave"},
    {"frozen", "冻结,停用,禁用|Frozen,Disabled,Locked,Inactive"},
    {"left", "离职,已离职|Left,Resigned,Terminated"},
};

constexpr PicklistLine language[]{
    {"zh", "中文,简体中文,汉语|Chinese,zh-CN,zh_CN,Mandarin"},
    {"en", "英文,英语|English,en-US,en-GB,en_US"},
};

constexpr PicklistLine grant_action[]{
    {"any", "全部操作|Any,All,*"},
    {"read", "查看|Read,View"},
    {"create", "新建|Create,Add"},
    {"update", "编辑|Update,Edit"},
    {"delete", "删除|Delete"},
    {"export", "导出|Export"},
    {"assign", "分配|Assign"},
    {"share", "共享|Share"},
};

constexpr PicklistLine grant_scope[]{
    {"none", "无|None"},
    {"own", "本人|Own"},
    {"department", "本部门|Department"},
    {"subtree", "本部门及下级部门|Department and below,Subtree"},
    {"territory", "本区域|Territory"},
    {"all", "全部|All"},
};

constexpr PicklistLine field_type[]{
    {"text", "文本,字符串|Text,String"},
    {"integer", "整数,数字|Integer,Number"},
    {"decimal", "小数|Decimal"},
    {"money", "金额,货币|Money,Currency"},
    {"date", "日期|Date"},
    {"instant", "日期时间,时间|Date and time,Datetime,Timestamp"},
    {"boolean", "是/否,布尔,复选框|Yes or no,Boolean,Bool,Checkbox"},
    {"picklist", "单选,下拉,选项|Picklist,Choice,Select,Dropdown"},
    {"set", "多选,标签|Multiple choice,Set,Tags,Multi-select"},
    {"reference", "引用,关联|Reference,Lookup,Link"},
};

constexpr PicklistLine rule_moment[]{
    {"create", "新建时|On create,Create"},
    {"write", "新建和修改时|On every write,Write"},
};

constexpr PicklistTable organisation_tables[]{
    {"user_status", user_status}, {"language", language}, {"grant_action", grant_action},
    {"grant_scope", grant_scope}, {"field_type", field_type}, {"rule_moment", rule_moment},
};

}  // namespace

std::span<const PicklistTable> organisation_picklists() noexcept { return organisation_tables; }

}  // namespace guanxi
