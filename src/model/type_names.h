// Types of values as people call them.
#pragma once

#include "guanxi/value.h"

namespace guanxi {

constexpr std::string_view type_name(Type type, Language language) noexcept {
  const bool chinese = language == Language::chinese;
  switch (type) {
    case Type::none: break;
    case Type::boolean: return chinese ? "是/否" : "yes or no";
    case Type::integer: return chinese ? "整数" : "integer";
    case Type::decimal: return chinese ? "小数" : "decimal";
    case Type::money: return chinese ? "金额" : "money";
    case Type::date: return chinese ? "日期" : "date";
    case Type::instant: return chinese ? "日期时间" : "date and time";
    case Type::text: return chinese ? "文本" : "text";
    case Type::picklist: return chinese ? "单选" : "choice";
    case Type::set: return chinese ? "多选" : "several choices";
    case Type::id: return chinese ? "引用" : "reference";
  }
  return chinese ? "无" : "none";
}

}  // namespace guanxi
