// What a host or its administrator adds at run time. These are rows like any other: audited, undone, exported.
#pragma once

#include "guanxi/entity_names.h"

namespace guanxi {

struct PicklistItemEntity : Entity<PicklistItemEntity> {
  Field<Text>     list       = field(10, "list", "选项集|List", required | indexed);
  Field<Text>     code       = field(11, "code", "代码|Code", required);
  Field<Text>     label_zh   = field(12, "label_zh", "中文名称|Chinese label");
  Field<Text>     label_en   = field(13, "label_en", "英文名称|English label");
  Field<Int>      position   = field(14, "position", "顺序|Position");
  Field<Bool>     retired    = field(15, "retired", "停用|Retired");
};
inline constexpr PicklistItemEntity PicklistItem{};

struct CustomFieldEntity : Entity<CustomFieldEntity> {
  Field<Text>     entity     = field(10, "entity", "对象|Entity", required | indexed);
  Field<Text>     name       = field(11, "name", "字段名|Field name", required);
  Field<Int>      number     = field(12, "number", "字段编号|Number", system_only);
  Field<Picklist> type       = field(13, "type", "类型|Type", required).list("field_type");
  Field<Text>     label_zh   = field(14, "label_zh", "中文名称|Chinese label");
  Field<Text>     label_en   = field(15, "label_en", "英文名称|English label");
  Field<Text>     picklist   = field(16, "picklist", "选项集|Picklist");
  Field<Text>     target     = field(17, "target", "引用对象|Target entity");
  Field<Int>      scale      = field(18, "scale", "小数位数|Scale");
  Field<Bool>     must_be_set = field(19, "required", "必填|Required");
  Field<Bool>     has_index  = field(20, "indexed", "建立索引|Indexed");
  Field<Bool>     in_search  = field(21, "searchable", "参与检索|Searchable");
  Field<Text>     formula    = field(22, "formula", "公式|Formula");  // FEEL; the library keeps the value, nobody else sets it
};
inline constexpr CustomFieldEntity CustomField{};

struct CustomEntityEntity : Entity<CustomEntityEntity> {
  Field<Text>     name       = field(10, "name", "对象名|Entity name", required);
  Field<Int>      number     = field(11, "number", "对象编号|Number", system_only);
  Field<Text>     label_zh   = field(12, "label_zh", "中文名称|Chinese label");
  Field<Text>     label_en   = field(13, "label_en", "英文名称|English label");
};
inline constexpr CustomEntityEntity CustomEntity{};

}  // namespace guanxi
