// Headings, words and what is told when something worked.
#pragma once

#include "phrase.h"

namespace cli::say {

inline constexpr Phrase table_matched{"{0}: matched by rule {1}", "{0}：命中规则 {1}"};
inline constexpr Phrase table_without_match{"{0}: no rule matched", "{0}：没有命中任何规则"};
inline constexpr Phrase kit_result{"{0} of {1} cases pass; of those that expect a value, {2} of {3}", "{1} 个用例通过 {0} 个；其中期望有值的 {3} 个通过 {2} 个"};

inline constexpr Phrase by_database{"by the database: {0}", "由数据库执行：{0}"};
inline constexpr Phrase by_row{"row by row: {0}", "逐行计算：{0}"};
inline constexpr Phrase did_save{"Saved “{0}”.", "已保存“{0}”。"};
inline constexpr Phrase did_put{"“{0}” is on the segment.", "“{0}”已放入细分。"};
inline constexpr Phrase did_keep_off{"“{0}” is kept off the segment.", "已将“{0}”排除在细分之外。"};

// Headings and labels.
inline constexpr Phrase word_condition{"Condition", "条件"};
inline constexpr Phrase word_row{"Row", "行"};
inline constexpr Phrase word_column{"Column", "列"};
inline constexpr Phrase word_field{"Field", "字段"};
inline constexpr Phrase word_why{"Why", "依据"};
inline constexpr Phrase word_samples{"First values", "前几个值"};
inline constexpr Phrase word_value{"Value", "值"};
inline constexpr Phrase word_problem{"Problem", "问题"};
inline constexpr Phrase word_name{"Name", "名称"};
inline constexpr Phrase word_how_sure{"How sure", "把握"};
inline constexpr Phrase word_when{"When", "时间"};
inline constexpr Phrase word_who{"Who", "谁"};
inline constexpr Phrase word_what{"What", "事项"};
inline constexpr Phrase word_kind{"Kind", "类别"};
inline constexpr Phrase word_detail{"Detail", "详情"};
inline constexpr Phrase word_set{"Set", "变更集"};
inline constexpr Phrase word_did{"Did", "操作"};
inline constexpr Phrase word_before{"Before", "原值"};
inline constexpr Phrase word_after{"After", "新值"};
inline constexpr Phrase word_rows{"Rows", "行数"};
inline constexpr Phrase word_reason{"Reason", "原因"};
inline constexpr Phrase word_due{"Due", "截止"};
inline constexpr Phrase word_overdue{"overdue", "逾期"};
inline constexpr Phrase word_owner{"Owner", "负责人"};
inline constexpr Phrase word_entity{"Entity", "对象"};
inline constexpr Phrase word_records{"Records", "记录数"};
inline constexpr Phrase word_label{"Label", "标签"};
inline constexpr Phrase word_type{"Type", "类型"};
inline constexpr Phrase word_from{"From", "取自"};
inline constexpr Phrase word_traits{"Traits", "特性"};
inline constexpr Phrase word_file{"File", "文件"};
inline constexpr Phrase word_size{"Size", "大小"};
inline constexpr Phrase word_kept_by{"Kept by", "存储"};
inline constexpr Phrase word_library{"Library", "程序库"};
inline constexpr Phrase word_changes{"Changes", "变更数"};
inline constexpr Phrase word_created{"created", "新建"};
inline constexpr Phrase word_updated{"updated", "更新"};
inline constexpr Phrase word_unchanged{"unchanged", "未变"};
inline constexpr Phrase word_warned{"stored, but look like duplicates", "已保存，但疑似重复"};
inline constexpr Phrase word_mended{"mended (stray separators)", "已修复（多余的分隔符）"};
inline constexpr Phrase word_refused{"refused", "拒绝"};
inline constexpr Phrase yes{"yes", "是"};
inline constexpr Phrase no{"no", "否"};
inline constexpr Phrase sure{"certain", "确定"};
inline constexpr Phrase strong{"strong", "很可能"};
inline constexpr Phrase likely{"possible", "可能"};
inline constexpr Phrase not_set{"Not set", "未填写"};
inline constexpr Phrase others{"{0} others", "其他 {0} 项"};
inline constexpr Phrase the_pool{"(pool)", "（公海）"};
inline constexpr Phrase in_the_pool{"nobody: in the pool", "无：在公海中"};
inline constexpr Phrase may_not_see{"(you may not see it)", "（无权查看）"};
inline constexpr Phrase nothing_yet{"Nothing yet.", "暂无数据。"};
inline constexpr Phrase kind_activity{"activity", "活动"};
inline constexpr Phrase kind_opportunity{"opportunity", "商机"};
inline constexpr Phrase kind_stage{"stage", "阶段"};
inline constexpr Phrase kind_request{"request", "服务请求"};
inline constexpr Phrase kind_contract{"contract", "合同"};
inline constexpr Phrase kind_change{"change", "变更"};
inline constexpr Phrase trait_required{"required", "必填"};
inline constexpr Phrase trait_indexed{"indexed", "有索引"};
inline constexpr Phrase trait_searchable{"searched", "可检索"};
inline constexpr Phrase trait_command{"own command", "专用命令"};
inline constexpr Phrase trait_custom{"custom", "自定义"};

// Starting, importing and exporting.
inline constexpr Phrase created_store{"Created {0}. {1} may do everything in it.", "已创建 {0}，{1} 为管理员。"};
inline constexpr Phrase next_import{"  Next: guanxi import {0} customers.csv", "  下一步：guanxi import {0} customers.csv"};
inline constexpr Phrase plan_title{"{0}, {1}, as {2}", "{0}，{1}，导入为 {2}"};
inline constexpr Phrase separator_comma{"commas", "逗号分隔"};
inline constexpr Phrase separator_semicolon{"semicolons", "分号分隔"};
inline constexpr Phrase separator_tab{"tabs", "制表符分隔"};
inline constexpr Phrase how_header{"header", "列名"};
inline constexpr Phrase how_similar{"similar header", "列名相近"};
inline constexpr Phrase how_content{"content", "内容"};
inline constexpr Phrase how_chosen{"chosen", "指定"};
inline constexpr Phrase not_imported{"–", "–"};
inline constexpr Phrase ask_import{"Import it like this? [Y/n] ", "按此导入？[Y/n] "};
inline constexpr Phrase nothing_imported{"Nothing was imported. Change the plan with --map 'Header=field'.", "未导入任何数据。可用 --map '列名=字段' 调整对应关系。"};
inline constexpr Phrase import_progress{"{0} rows  {1}/s  {2} left  {3} refused", "{0} 行  {1} 行/秒  剩余 {2}  拒绝 {3}"};
inline constexpr Phrase import_done{"Imported {0} rows in {1} ({2} a second)", "已导入 {0} 行，用时 {1}（每秒 {2} 行）"};
inline constexpr Phrase import_tried{"Tried {0} rows in {1} ({2} a second); nothing was stored", "已试行 {0} 行，用时 {1}（每秒 {2} 行）；未保存任何数据"};
inline constexpr Phrase import_stopped{"Stopped after {0} rows and {1} ({2} a second)", "已在第 {0} 行停止，用时 {1}（每秒 {2} 行）"};
inline constexpr Phrase import_resumed{"Went on where an earlier import of this file had stopped; the counts are of both.", "从上次中断处继续；以上为两次合计。"};
inline constexpr Phrase more_problems{"… keep all of them with --errors refused.csv", "… 用 --errors refused.csv 保存全部问题行"};
inline constexpr Phrase problems_in{"All refused rows stand in {0}, each with its reason.", "所有被拒绝的行及原因都在 {0} 中。"};
inline constexpr Phrase next_for_real{"store them", "正式导入"};
inline constexpr Phrase next_mend{"once its rows are mended", "修正其中各行后再导入"};
inline constexpr Phrase next_resume{"go on where it stopped", "从停止处继续"};
inline constexpr Phrase next_duplicates{"look at those that look like duplicates", "查看疑似重复的记录"};
inline constexpr Phrase next_undo{"take it all back", "撤销本次导入"};
inline constexpr Phrase next_stats{"see what you have", "查看概况"};
inline constexpr Phrase exported{"Wrote {0} records to {1}.", "已将 {0} 条记录写入 {1}。"};

// Looking.
inline constexpr Phrase found_count{"{0} found", "共 {0} 条"};
inline constexpr Phrase found_first{"the first {0}; more with --limit", "前 {0} 条；用 --limit 查看更多"};
inline constexpr Phrase found_of{"{0} of {1}", "{0} / {1} 条"};
inline constexpr Phrase found_more{"the best {0}; more with --limit {1}", "最匹配的 {0} 条；更多请用 --limit {1}"};
inline constexpr Phrase next_page{"Next page: {0}", "下一页：{0}"};
inline constexpr Phrase found_nothing{"{0}: none found.", "{0}：未找到。"};
inline constexpr Phrase no_duplicate{"Nothing like it is stored.", "没有与之相似的记录。"};
inline constexpr Phrase looks_like{"It may be a duplicate ({0} found):", "可能重复（找到 {0} 条）："};
inline constexpr Phrase no_customers_of_mine{"No customer is yours. Take one from the pool: guanxi claim FILE CUSTOMER", "您名下没有客户。可从公海领取：guanxi claim 文件 客户"};
inline constexpr Phrase agenda_empty{"Nothing is due in these {0} days, and nothing is overdue.", "{0} 天内没有到期事项，也没有逾期事项。"};
inline constexpr Phrase agenda_count{"{0} to do, {1} overdue", "{0} 项待办，{1} 项逾期"};
inline constexpr Phrase is_suspended{"Suspended: {0}", "已冻结：{0}"};
inline constexpr Phrase card_contacts{"Contacts", "联系人"};
inline constexpr Phrase card_opportunities{"Opportunities", "商机"};
inline constexpr Phrase card_next{"Next", "下一步"};
inline constexpr Phrase card_requests{"Service requests", "服务请求"};
inline constexpr Phrase card_contracts{"Contracts", "合同"};
inline constexpr Phrase card_children{"Subsidiaries", "下级客户"};
inline constexpr Phrase card_points{"Ways to reach them", "联系方式"};
inline constexpr Phrase card_identifiers{"Identifiers", "证照与外部编号"};
inline constexpr Phrase card_documents{"Documents", "文档"};
inline constexpr Phrase card_projects{"Projects", "项目"};
inline constexpr Phrase card_timeline{"Timeline", "往来记录"};
inline constexpr Phrase card_facts{"From other systems", "来自其他系统"};
inline constexpr Phrase card_foot{"revision {0}  ·  created {1}  ·  changed {2}", "版本 {0}  ·  创建于 {1}  ·  修改于 {2}"};

// Changing.
inline constexpr Phrase did_add{"Added {0}.", "已新建 {0}。"};
inline constexpr Phrase did_update{"Changed {0}.", "已修改 {0}。"};
inline constexpr Phrase did_nothing{"{0} was like this already.", "{0} 已是如此，无需修改。"};
inline constexpr Phrase did_archive{"Archived {0}. `guanxi restore` brings it back.", "已归档 {0}，可用 guanxi restore 恢复。"};
inline constexpr Phrase did_restore{"Restored {0}.", "已恢复 {0}。"};
inline constexpr Phrase did_assign{"{0} has a new owner.", "{0} 已更换负责人。"};
inline constexpr Phrase did_claim{"{0} is yours.", "已领取 {0}。"};
inline constexpr Phrase did_release{"{0} is in the pool.", "{0} 已释放到公海。"};
inline constexpr Phrase did_suspend{"Suspended {0}. Nothing of it can be changed until `guanxi reinstate`.", "已冻结 {0}。解冻（guanxi reinstate）前不能修改。"};
inline constexpr Phrase did_reinstate{"Reinstated {0}.", "已解冻 {0}。"};
inline constexpr Phrase handed_over{"All that {0} owned belongs to {1} now: {2} records.", "{0} 名下的全部记录已交给 {1}，共 {2} 条。"};
inline constexpr Phrase would_hand_over{"{1} would get {2} records of {0}. Nothing was changed.", "{1} 将接手 {0} 的 {2} 条记录。未作任何修改。"};
inline constexpr Phrase did_give_role{"{0} has the role.", "已授予 {0} 该角色。"};
inline constexpr Phrase did_grant{"{0} has the grant.", "已为 {0} 授权。"};
inline constexpr Phrase did_add_field{"Added the field {0}. It can be set, searched for and imported right away.", "已新增字段 {0}，可立即填写、筛选和导入。"};
inline constexpr Phrase change_set_is{"change set {0}", "变更集 {0}"};
inline constexpr Phrase was_repeated{"done before; nothing was done twice", "此前已执行，未重复执行"};
inline constexpr Phrase resembles{"It looks like {0}: {1}", "与 {0} 相似：{1}"};

// Undoing and keeping.
inline constexpr Phrase undone{"Change set {0} is undone: {1} rows.", "变更集 {0} 已撤销，共 {1} 行。"};
inline constexpr Phrase would_undo{"Change set {0} can be undone: {1} rows. Nothing was changed.", "变更集 {0} 可撤销 {1} 行。未作任何修改。"};
inline constexpr Phrase undo_skipped{"{0} rows stay as they are:", "{0} 行保持不变："};
inline constexpr Phrase next_redo{"  Undo the undoing: guanxi undo {0} {1}", "  恢复本次撤销：guanxi undo {0} {1}"};
inline constexpr Phrase next_undo_this{"  Take it back: guanxi undo {0} {1}", "  撤销：guanxi undo {0} {1}"};
inline constexpr Phrase next_undo_any{"Take one back: guanxi undo {0} SET", "撤销某一变更集：guanxi undo {0} 变更集"};
inline constexpr Phrase did_backup{"Copied {0} to {1}.", "已将 {0} 备份到 {1}。"};
inline constexpr Phrase is_sound{"{0} is sound: rows, indexes, search and keys agree.", "{0} 完好：数据行、索引、检索和键一致。"};
inline constexpr Phrase is_unsound{"{0} has {1} faults:", "{0} 有 {1} 处问题："};
inline constexpr Phrase and_log{" and {0} of log", "，日志 {0}"};
inline constexpr Phrase schema_is{", schema {0}", "，结构版本 {0}"};

// Statistics.
inline constexpr Phrase chart_region{"Customers by region", "客户按地区"};
inline constexpr Phrase chart_industry{"Customers by industry", "客户按行业"};
inline constexpr Phrase chart_tier{"Customers by tier", "客户按级别"};
inline constexpr Phrase chart_owner{"Customers by owner", "客户按负责人"};
inline constexpr Phrase chart_department{"Customers by department", "客户按部门"};
inline constexpr Phrase chart_pipeline{"Pipeline", "销售漏斗"};
inline constexpr Phrase chart_growth{"New customers by month", "每月新增客户"};
inline constexpr Phrase chart_won{"Won by month", "每月赢单金额"};
inline constexpr Phrase by_amount{"bars show amounts", "条长为金额"};
inline constexpr Phrase with_those_below{"with those below", "含下级部门"};
inline constexpr Phrase in_twelve_months{"{0} in twelve months", "十二个月共 {0}"};
inline constexpr Phrase figure_accounts{"Customers", "客户"};
inline constexpr Phrase figure_contacts{"Contacts", "联系人"};
inline constexpr Phrase figure_open{"Open opportunities", "进行中的商机"};
inline constexpr Phrase figure_won{"Won opportunities", "赢单"};
inline constexpr Phrase figure_win_rate{"Win rate", "赢单率"};
inline constexpr Phrase figure_overdue{"Overdue activities", "逾期活动"};
inline constexpr Phrase new_this_month{"{0} new this month", "本月新增 {0}"};
inline constexpr Phrase wrote_page{"Wrote {0}. It is one file that any browser shows.", "已写入 {0}，用任何浏览器即可打开。"};
inline constexpr Phrase page_title{"Customers at a glance", "客户概览"};
inline constexpr Phrase page_subtitle{"{0} · {1}", "{0} · {1}"};
inline constexpr Phrase page_footer{"Made by guanxi {0}.", "由 guanxi {0} 生成。"};

}  // namespace cli::say
