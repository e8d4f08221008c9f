// What is told when this program itself refuses something; the library has sentences of its own.
#pragma once

#include "phrase.h"

namespace cli::say {

inline constexpr Phrase no_command{"No command was given.", "未指定命令。"};
inline constexpr Phrase argument_missing{"{0} is missing.", "缺少 {0}。"};
inline constexpr Phrase argument_unknown{"Not understood: {0}.", "无法理解：{0}。"};
inline constexpr Phrase value_missing{"{0} needs a value.", "{0} 缺少值。"};
inline constexpr Phrase value_unreadable{"This is no number: {0}.", "不是数字：{0}。"};
inline constexpr Phrase cannot_read{"{0} cannot be read.", "无法读取 {0}。"};
inline constexpr Phrase see_help{"{0} Try: {1} --help", "{0}请看：{1} --help"};
inline constexpr Phrase fault{"A fault of this program: {0}. Please report it.", "程序出错：{0}。请反馈此问题。"};
inline constexpr Phrase unknown_language{"--lang {0}: the languages are zh and en.", "--lang {0}：语言只能是 zh 或 en。"};
inline constexpr Phrase unknown_color{"--color {0}: choose auto, always or never.", "--color {0}：只能是 auto、always 或 never。"};
inline constexpr Phrase unknown_duplicates{"--duplicates {0}: choose refuse, warn or allow.", "--duplicates {0}：只能是 refuse、warn 或 allow。"};
inline constexpr Phrase no_administrator{"No active user is an administrator here. Say who you are with --as LOGIN.", "此文件没有在职的管理员。请用 --as 登录名 说明您的身份。"};
inline constexpr Phrase several_administrators{"Several users are administrators here: {0}. Say who you are with --as LOGIN.", "此文件有多个管理员：{0}。请用 --as 登录名 说明您的身份。"};
inline constexpr Phrase unknown_entity{"There is no entity {0}. There are: {1}.", "没有对象 {0}。可用的有：{1}。"};
inline constexpr Phrase unknown_field{"{0} has no field {1}. It has: {2}.", "{0} 没有字段 {1}。它的字段有：{2}。"};
inline constexpr Phrase several_match{"Several records match {0}. Name one by its id:", "有多条记录与 {0} 匹配。请用编号指定："};
inline constexpr Phrase no_such_record{"There is no {0} {1}, or you may not see it. Look for it with guanxi find.", "没有 {0} {1}，或您无权查看。可用 guanxi find 查找。"};
inline constexpr Phrase no_such_archived{"No archived {0} is named {1}. See them with guanxi find --archived.", "没有名为 {1} 的已归档 {0}。可用 guanxi find --archived 查看。"};
inline constexpr Phrase not_an_assignment{"{0} is not FIELD=VALUE, such as tier=A.", "{0} 不是“字段=值”的形式，例如 tier=A。"};
inline constexpr Phrase not_a_mapping{"--map {0} is not 'Header=field', such as 'Company=name'.", "--map {0} 不是“列名=字段”的形式，例如 '公司=name'。"};
inline constexpr Phrase wrong_value{"{0} ({1}) cannot be {2}: {3}", "{0}（{1}）不能是 {2}：{3}"};
inline constexpr Phrase want_boolean{"it is yes or no.", "应为是或否。"};
inline constexpr Phrase want_integer{"it is a whole number.", "应为整数。"};
inline constexpr Phrase want_code{"choose one of {0}.", "请从 {0} 中选择。"};
inline constexpr Phrase wrong_where{"The condition \"{0}\" cannot be read at \"{1}\": {2}", "条件“{0}”在“{1}”处无法理解：{2}"};
inline constexpr Phrase the_end{"the end", "末尾"};
inline constexpr Phrase of_other_entity{"“{0}” is about {1}: say --entity {1}.", "“{0}”针对的是 {1}：请加 --entity {1}。"};
inline constexpr Phrase where_field{"a field is missing.", "缺少字段。"};
inline constexpr Phrase where_operator{"a field is followed by = != < <= > >= ~, is empty or is set.", "字段后应为 = != < <= > >= ~、is empty 或 is set。"};
inline constexpr Phrase where_and{"comparisons are joined by and.", "多个比较用 and 连接。"};
inline constexpr Phrase where_quote{"a quote has no end.", "引号没有结束。"};
inline constexpr Phrase where_no_reference{"{0} points to no other entity, so nothing can follow behind a dot.", "{0} 不是引用字段，后面不能跟点号。"};
inline constexpr Phrase where_no_piece{"~ looks for a piece of text; {0} holds no text.", "~ 用于查找文本片段；{0} 不是文本字段。"};
inline constexpr Phrase search_has_rank{"What words find stands in order of rank. Leave out --sort and --after, or say it with --where.", "按词检索的结果按匹配程度排列。请去掉 --sort 和 --after，或改用 --where。"};
inline constexpr Phrase check_nothing{"Say what to look for: a name, --tax-id, --phone, --email, --website or --set FIELD=VALUE.", "请说明要查什么：名称、--tax-id、--phone、--email、--website 或 --set 字段=值。"};
inline constexpr Phrase export_format{"{0} does not say the format. Let the name end in .csv or .jsonl.", "从 {0} 看不出格式。文件名应以 .csv 或 .jsonl 结尾。"};
inline constexpr Phrase cannot_write{"{0} cannot be written. Check the folder and its permissions.", "无法写入 {0}。请检查文件夹及其权限。"};

}  // namespace cli::say
