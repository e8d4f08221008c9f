// What --help says.
#pragma once

#include "phrase.h"

namespace cli::say {

inline constexpr Phrase what_it_is{"guanxi: customers in one file", "guanxi（关系）：一个文件里的客户管理"};
inline constexpr Phrase word_usage{"Usage:", "用法："};
inline constexpr Phrase word_command{"COMMAND", "命令"};
inline constexpr Phrase word_commands{"Commands", "命令"};
inline constexpr Phrase word_arguments{"Arguments", "参数"};
inline constexpr Phrase word_options{"options", "选项"};
inline constexpr Phrase word_options_title{"Options", "选项"};
inline constexpr Phrase word_common_options{"Options of every command", "通用选项"};
inline constexpr Phrase word_exit_codes{"Exit codes", "退出码"};
inline constexpr Phrase word_example{"Example", "示例"};
inline constexpr Phrase word_examples{"Examples", "示例"};
inline constexpr Phrase help_footer{"Each command explains itself: guanxi COMMAND --help", "每个命令都有说明：guanxi 命令 --help"};

inline constexpr Phrase group_start{"Getting customers in and out", "导入与导出"};
inline constexpr Phrase group_look{"Looking", "查询"};
inline constexpr Phrase group_day{"Day by day", "日常工作"};
inline constexpr Phrase group_people{"People and fields", "人员与字段"};
inline constexpr Phrase group_rules{"Rules", "规则"};
inline constexpr Phrase group_keep{"Undoing and keeping", "撤销与维护"};

inline constexpr Phrase exit_ok{"done", "完成"};
inline constexpr Phrase exit_refused{"refused, or problems were found", "被拒绝，或发现问题"};
inline constexpr Phrase exit_usage{"the command line cannot be understood", "命令行无法理解"};
inline constexpr Phrase exit_missing{"there is no such file, record or field", "没有这个文件、记录或字段"};
inline constexpr Phrase exit_denied{"the user may not do this", "用户无此权限"};
inline constexpr Phrase exit_trouble{"a file cannot be read or written, is damaged, in use or too new", "文件无法读写、已损坏、被占用或版本过新"};

inline constexpr Phrase help_as{"who you are; without it the only administrator of the file", "您的身份；不指定时为文件中唯一的管理员"};
inline constexpr Phrase help_lang{"language; without it LC_ALL, LC_MESSAGES or LANG decides", "语言；不指定时由 LC_ALL、LC_MESSAGES 或 LANG 决定"};
inline constexpr Phrase help_json{"answer as JSON, for programs", "以 JSON 输出，供程序使用"};
inline constexpr Phrase help_color{"colours; auto: on a terminal, unless NO_COLOR is set", "颜色；auto：在终端上启用，除非设置了 NO_COLOR"};
inline constexpr Phrase help_help{"this help", "显示帮助"};

// Commands.
inline constexpr Phrase help_init{"make a new file for customers", "创建新的客户文件"};
inline constexpr Phrase help_import{"import a CSV file, in whatever encoding and with whatever headers", "导入 CSV 文件，编码和列名不限"};
inline constexpr Phrase help_export{"write records to a CSV or JSON Lines file", "将记录导出为 CSV 或 JSON Lines 文件"};
inline constexpr Phrase help_find{"find records by words, pinyin, initials or a condition", "按词、拼音、首字母或条件查找记录"};
inline constexpr Phrase help_card{"show one customer whole", "查看一个客户的全貌"};
inline constexpr Phrase help_check{"would this be a duplicate? Exit code 1 if so", "检查是否重复；重复时退出码为 1"};
inline constexpr Phrase help_timeline{"what happened with a customer, newest first", "客户的往来记录，最新的在前"};
inline constexpr Phrase help_history{"who changed what: the whole file, or one record field by field", "谁改了什么：整个文件，或某条记录的各字段"};
inline constexpr Phrase help_stats{"customers by region, industry, tier and owner; pipeline; growth", "客户按地区、行业、级别、负责人分布；销售漏斗；增长"};
inline constexpr Phrase help_mine{"your customers", "我的客户"};
inline constexpr Phrase help_agenda{"what is to do in the next days, and what is overdue", "近期待办与逾期事项"};
inline constexpr Phrase help_workload{"who owns how much", "每人负责多少"};
inline constexpr Phrase help_add{"add a record", "新建记录"};
inline constexpr Phrase help_update{"change fields of a record", "修改记录的字段"};
inline constexpr Phrase help_archive{"put a record away", "归档记录"};
inline constexpr Phrase help_restore{"bring an archived record back", "恢复已归档的记录"};
inline constexpr Phrase help_assign{"give a record another owner", "更换记录的负责人"};
inline constexpr Phrase help_handover{"give all that one user owns to another", "将一人名下的全部记录交给另一人"};
inline constexpr Phrase help_claim{"take a customer from the pool", "从公海领取客户"};
inline constexpr Phrase help_release{"put a customer back into the pool", "将客户释放到公海"};
inline constexpr Phrase help_suspend{"block a customer and all that belongs to it", "冻结客户及其全部相关记录"};
inline constexpr Phrase help_reinstate{"end a suspension", "解冻客户"};
inline constexpr Phrase help_user{"users: list, add", "用户：查看、新建"};
inline constexpr Phrase help_user_list{"list the users", "查看用户"};
inline constexpr Phrase help_user_add{"add a user", "新建用户"};
inline constexpr Phrase help_department{"departments: list, add", "部门：查看、新建"};
inline constexpr Phrase help_department_list{"list the departments", "查看部门"};
inline constexpr Phrase help_department_add{"add a department", "新建部门"};
inline constexpr Phrase help_role{"roles: list, add, give", "角色：查看、新建、授予"};
inline constexpr Phrase help_role_list{"list the roles", "查看角色"};
inline constexpr Phrase help_role_add{"add a role", "新建角色"};
inline constexpr Phrase help_role_give{"give a role to a user", "将角色授予用户"};
inline constexpr Phrase help_grant{"what roles may do: list, add", "角色的权限：查看、新增"};
inline constexpr Phrase help_grant_list{"list what each role may do", "查看各角色的权限"};
inline constexpr Phrase help_grant_add{"let a role do an action on the records of an entity, within a scope", "允许角色在一定范围内对某类记录执行操作"};
inline constexpr Phrase help_field{"fields of your own: list, add", "自定义字段：查看、新增"};
inline constexpr Phrase help_field_list{"list the fields of an entity", "查看对象的字段"};
inline constexpr Phrase help_field_add{"add a field of your own", "新增自定义字段"};
inline constexpr Phrase help_dictionary{"print every entity, field and picklist, as Markdown", "输出全部对象、字段和选项（Markdown）"};
inline constexpr Phrase help_undo{"take back all that one change set did, such as an import", "撤销一个变更集的全部修改，例如一次导入"};
inline constexpr Phrase help_backup{"copy the file while it is in use", "在使用中备份文件"};
inline constexpr Phrase help_verify{"check rows, indexes, search and keys against each other", "核对数据行、索引、检索和键"};
inline constexpr Phrase help_info{"what is in the file", "文件信息"};

inline constexpr Phrase help_feel{"evaluate an expression of FEEL", "计算一个 FEEL 表达式"};
inline constexpr Phrase help_dmn{"look at a decision model, decide with it, or run the conformance kit", "查看决策模型、据此决策，或运行一致性测试集"};

// Arguments.
inline constexpr Phrase arg_expression{"the expression", "表达式"};
inline constexpr Phrase arg_model{"the model (.dmn), or tck", "决策模型（.dmn），或 tck"};
inline constexpr Phrase arg_kit{"behind tck: the folder of the kit", "tck 之后：测试集所在文件夹"};
inline constexpr Phrase opt_context{"the names that the expression may use, with their values", "表达式可用的名称及其值"};
inline constexpr Phrase opt_decision{"the decision or service; without it, what the model holds", "要计算的决策或服务；不写则列出模型内容"};
inline constexpr Phrase opt_input{"the inputs by their names", "按名称给出的输入"};
inline constexpr Phrase opt_explain{"say why a result is null", "说明结果为何为空"};
inline constexpr Phrase opt_results{"where tck writes its results; tck_results.csv when left out", "tck 结果写入何处；不写则为 tck_results.csv"};
inline constexpr Phrase arg_file{"the customer file", "客户文件"};
inline constexpr Phrase arg_new_file{"the file to make", "要创建的文件"};
inline constexpr Phrase arg_csv{"the file to import", "要导入的文件"};
inline constexpr Phrase arg_out{"the file to write; .csv or .jsonl", "要写入的文件；.csv 或 .jsonl"};
inline constexpr Phrase arg_backup{"the copy", "备份文件"};
inline constexpr Phrase arg_words{"words, pieces of Chinese, pinyin or initials; all must be found", "词、中文片段、拼音或首字母；须全部匹配"};
inline constexpr Phrase arg_account{"the customer: name, number, words that find it alone, or id", "客户：名称、编码、能唯一找到它的词或编号"};
inline constexpr Phrase arg_record{"the record: name, number, words that find it alone, or id", "记录：名称、编码、能唯一找到它的词或编号"};
inline constexpr Phrase arg_history{"one record; without it the whole file", "某条记录；不指定时为整个文件"};
inline constexpr Phrase arg_check_name{"the name to look for", "要查的名称"};
inline constexpr Phrase arg_entity{"account, contact, opportunity, activity …", "account、contact、opportunity、activity 等"};
inline constexpr Phrase arg_fields{"fields by name or label; nothing behind = empties one", "字段名或标签；= 后留空即清空"};
inline constexpr Phrase arg_login{"login of a user", "用户的登录名"};
inline constexpr Phrase arg_name{"the name", "名称"};
inline constexpr Phrase arg_code{"code of a role", "角色编码"};
inline constexpr Phrase arg_action{"read, create, update, delete, export, assign or any", "read、create、update、delete、export、assign 或 any"};
inline constexpr Phrase arg_grant_entity{"an entity, or '*' for all", "对象；'*' 表示全部"};
inline constexpr Phrase arg_field_name{"its name, for ever; letters, digits and _", "字段名，不可更改；字母、数字和 _"};
inline constexpr Phrase arg_set{"number of the change set, as guanxi history shows it", "变更集编号，见 guanxi history"};

// Options.
inline constexpr Phrase opt_admin{"login of the administrator", "管理员的登录名"};
inline constexpr Phrase opt_admin_name{"the administrator's name", "管理员姓名"};
inline constexpr Phrase opt_import_entity{"what the rows are; account without it", "各行是什么；默认为 account"};
inline constexpr Phrase opt_entity{"account without it", "默认为 account"};
inline constexpr Phrase opt_map{"which field a column belongs to; nothing behind = leaves it out", "列对应的字段；= 后留空即不导入"};
inline constexpr Phrase opt_default{"value of rows that have none", "该字段为空时的默认值"};
inline constexpr Phrase opt_key{"update the record in which this field is equal, if there is one", "按此字段匹配，已有则更新"};
inline constexpr Phrase opt_external{"update by the key of another system, and remember it", "按外部系统的编号匹配更新，并记住编号"};
inline constexpr Phrase opt_external_column{"the column with that key", "外部编号所在的列"};
inline constexpr Phrase opt_duplicates{"what to do with likely duplicates; refuse without it", "疑似重复时如何处理；默认 refuse（拒绝）"};
inline constexpr Phrase opt_errors{"where refused rows go, ready to be mended and imported", "保存被拒绝的行，修正后可再导入"};
inline constexpr Phrase opt_create_missing{"make users, departments and accounts that are named and missing", "列中提到而不存在的用户、部门、客户自动新建"};
inline constexpr Phrase opt_date_order{"order of day and month; guessed without it", "年月日顺序；默认自动判断"};
inline constexpr Phrase opt_currency{"of amounts without one; CNY without it", "金额未注明币种时的币种；默认 CNY"};
inline constexpr Phrase opt_encoding_in{"utf-8, gb18030 …; guessed without it", "utf-8、gb18030 等；默认自动判断"};
inline constexpr Phrase opt_encoding_out{"utf-8 without it", "默认 utf-8"};
inline constexpr Phrase opt_reason{"why; kept in the history", "原因；记入历史"};
inline constexpr Phrase opt_import_dry_run{"do everything and store nothing", "试运行，不保存"};
inline constexpr Phrase opt_dry_run{"show what would happen and change nothing", "仅显示结果，不作修改"};
inline constexpr Phrase opt_undo_dry_run{"show what would be taken back", "仅显示将撤销的内容"};
inline constexpr Phrase opt_yes{"do not ask", "不询问"};
inline constexpr Phrase opt_where{"field op value, joined by and; op: = != < <= > >= ~", "字段 运算符 值，用 and 连接；运算符：= != < <= > >= ~"};
inline constexpr Phrase opt_sort{"fields to sort by; - for descending", "排序字段；- 表示降序"};
inline constexpr Phrase opt_fields{"fields to show", "要显示的字段"};
inline constexpr Phrase opt_limit{"at most so many", "最多多少条"};
inline constexpr Phrase opt_after{"the next page, as the page before says", "下一页的标记，见上一页末尾"};
inline constexpr Phrase opt_archived{"archived ones too", "包括已归档的"};
inline constexpr Phrase opt_labels{"headers and values for people", "使用便于阅读的列名和值"};
inline constexpr Phrase opt_bom{"a byte order mark, for spreadsheets", "写入字节顺序标记，便于电子表格打开"};
inline constexpr Phrase opt_tax_id{"tax id or registration code", "统一社会信用代码或税号"};
inline constexpr Phrase opt_phone{"telephone number", "电话"};
inline constexpr Phrase opt_email{"e-mail address", "电子邮箱"};
inline constexpr Phrase opt_website{"web site", "网站"};
inline constexpr Phrase opt_check_set{"any other field", "其他字段"};
inline constexpr Phrase opt_html{"write one page with charts", "写成一个带图表的网页"};
inline constexpr Phrase opt_from_date{"first day; today without it", "起始日期；默认今天"};
inline constexpr Phrase opt_days{"how many days; 7 without it", "天数；默认 7"};
inline constexpr Phrase opt_agenda_user{"whose; yours without it", "谁的；默认本人"};
inline constexpr Phrase opt_idempotency{"a repeat with the same key changes nothing", "用同一键重复执行时不再修改"};
inline constexpr Phrase opt_revision{"refuse if the record was changed since this revision", "若记录在此版本之后被修改过则拒绝"};
inline constexpr Phrase opt_assign_to{"the new owner", "新负责人"};
inline constexpr Phrase opt_handover_from{"who leaves", "原负责人"};
inline constexpr Phrase opt_handover_to{"who takes over", "接手人"};
inline constexpr Phrase opt_handover_entities{"only these; all without it", "仅限这些对象；默认全部"};
inline constexpr Phrase opt_name{"name for people", "名称"};
inline constexpr Phrase opt_department{"name of the department", "部门名称"};
inline constexpr Phrase opt_manager{"login of the manager", "上级的登录名"};
inline constexpr Phrase opt_parent{"name of the department above", "上级部门名称"};
inline constexpr Phrase opt_role{"give this role at once", "同时授予角色"};
inline constexpr Phrase opt_level{"security level, 0 to 100", "安全级别，0 到 100"};
inline constexpr Phrase opt_user_language{"language of the user", "用户的语言"};
inline constexpr Phrase opt_scope{"own, department, subtree, all; own without it", "own、department、subtree、all；默认 own"};
inline constexpr Phrase opt_type{"text, integer, decimal, money, date, instant, boolean, picklist, set, reference; text without it", "text、integer、decimal、money、date、instant、boolean、picklist、set、reference；默认 text"};
inline constexpr Phrase opt_label_zh{"Chinese label", "中文标签"};
inline constexpr Phrase opt_label_en{"English label", "英文标签"};
inline constexpr Phrase opt_picklist{"picklist of a picklist or set", "选项集"};
inline constexpr Phrase opt_target{"entity that a reference points to", "引用的对象"};
inline constexpr Phrase opt_scale{"digits behind the point of a decimal", "小数位数"};
inline constexpr Phrase opt_required{"must be set", "必填"};
inline constexpr Phrase opt_indexed{"fast to filter and sort by", "建立索引"};
inline constexpr Phrase opt_searchable{"found by words", "参与检索"};

}  // namespace cli::say
