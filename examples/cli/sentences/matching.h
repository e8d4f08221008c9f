// What dedupe, lookup, duplicates, merge and unmerge say.
#pragma once

#include "../phrase.h"

namespace cli::say {

inline constexpr Phrase help_dedupe{"find rows of a CSV file that mean the same; needs no database", "查找 CSV 文件中的重复行；不需要数据库"};
inline constexpr Phrase help_lookup{"find the rows of a CSV file that rows of another may mean", "在一个 CSV 文件中查找另一文件各行所指的记录"};
inline constexpr Phrase arg_rows{"the file to look at", "要查看的文件"};
inline constexpr Phrase opt_kind{"what the rows are; organisation without it", "各行是什么；默认 organisation"};
inline constexpr Phrase opt_id{"the column that names a row; # for the row's number from 1 (as without it)", "标识各行的列；# 表示行号（从 1 起，默认）"};
inline constexpr Phrase opt_matching_role{"what a column says: organisation_name, other_name, person_name, given_name, family_name, tax_id, identifier, phone, email, website, "
                                        "date, address, street, house_number, city, region, postcode or category; nothing behind = leaves it out",
                                        "列的含义：organisation_name、other_name、person_name、given_name、family_name、tax_id、identifier、phone、email、website、date、"
                                        "address、street、house_number、city、region、postcode 或 category；= 后留空即不参与比较"};
inline constexpr Phrase opt_country{"where telephone numbers without a country code are from, such as DE; China without it", "未写国家代码的电话属于哪个国家，如 DE；默认中国"};
inline constexpr Phrase opt_pairs{"where the pairs go: id_a, id_b, score, verdict", "结果文件：id_a、id_b、score、verdict"};
inline constexpr Phrase opt_all{"related and doubtful pairs too", "同时列出有关联的和存疑的"};
inline constexpr Phrase opt_why{"a column with the reasons: each field's part in the score", "增加一列理由：各字段在得分中的份额"};
inline constexpr Phrase opt_in{"the rows to look up; their columns may be called differently", "要查找的各行；列名可与前一文件不同"};
inline constexpr Phrase opt_in_id{"the column that names a row of the queries; --id without it, if it is there", "标识查询各行的列；默认同 --id（如有）"};
inline constexpr Phrase opt_top{"hits for each row; 5 without it", "每行最多给出几条；默认 5"};
inline constexpr Phrase opt_hits{"where the hits go: query, rank, id, score, verdict; shown without it", "结果文件：query、rank、id、score、verdict；不写则直接显示"};

inline constexpr Phrase unknown_kind{"--kind {0}: choose organisation, person or site.", "--kind {0}：只能是 organisation、person 或 site。"};
inline constexpr Phrase country_unknown{"--country {0}: this build knows the telephone numbers of China alone; one with GUANXI_PHONE knows all.",
                                        "--country {0}：此版本只识别中国的电话号码；以 GUANXI_PHONE 编译的版本可识别各国号码。"};
inline constexpr Phrase no_column{"{0} has no column {1}. Its columns are: {2}.", "{0} 没有列 {1}。它的列有：{2}。"};
inline constexpr Phrase unknown_role{"--map {0}: there is no role {1}. There are: {2}.", "--map {0}：没有含义 {1}。可用的有：{2}。"};
inline constexpr Phrase not_a_role{"--map {0} is not 'Header=role', such as 'Company=organisation_name'.", "--map {0} 不是“列名=含义”的形式，例如 '公司=organisation_name'。"};
inline constexpr Phrase no_roles{"No column of {0} says who or what its rows are. Its columns are: {1}. Name one with --map, such as --map 'Company=organisation_name'. "
                                 "If they look garbled, the file is not in {2}: save it as UTF-8 or name its encoding with --encoding.",
                                 "{0} 中没有能说明各行身份的列。它的列有：{1}。请用 --map 指定，例如 --map '公司=organisation_name'。"
                                 "如果列名是乱码，说明文件编码不是 {2}：请另存为 UTF-8，或用 --encoding 指定编码。"};
inline constexpr Phrase empty_file{"{0} has no header row: its first row must name the columns.", "{0} 没有标题行：第一行应为列名。"};
inline constexpr Phrase output_is_input{"{0} is a file that is read here: name another one for the result.", "{0} 是正在读取的文件：请为结果另选文件名。"};
inline constexpr Phrase nothing_in_common{"No column of {0} says what a column of {1} says; of {0} these are known: {2}. Say with --map what the others are.",
                                          "{0} 与 {1} 没有含义相同的列；{0} 中已识别的有：{2}。请用 --map 说明其他列的含义。"};
inline constexpr Phrase stopped{"Stopped before the end: the result is missing or not whole.", "已中途停止：结果缺失或不完整。"};
inline constexpr Phrase wrong_top{"--top {0}: a number from 1 to 1000.", "--top {0}：应为 1 到 1000 的数。"};

inline constexpr Phrase columns_used{"Compared: {0}", "比较的列：{0}"};
inline constexpr Phrase columns_unused{"Not compared: {0} (--map 'Header=role' adds one)", "未比较的列：{0}（可用 --map '列名=含义' 加入）"};
inline constexpr Phrase asked_with{"Asked with, from {0}: {1}", "{0} 中用于查找的列：{1}"};
inline constexpr Phrase queries_numbered{"{0} has no column {1}: its rows are called by their numbers; --in-id names another column.", "{0} 没有列 {1}：以行号标识各行；可用 --in-id 指定其他列。"};
inline constexpr Phrase rows_skipped{"{0}: {1} rows could not be read and were left out: mostly quotes without an end.", "{0}：{1} 行无法读取，已跳过（多为引号不成对）。"};
inline constexpr Phrase characters_lost{"{0}: {1} characters could not be decoded: name the file's encoding with --encoding.", "{0}：{1} 个字符无法解码：请用 --encoding 指定文件编码。"};
inline constexpr Phrase ids_repeated{"{0} ids name several rows each: with --id '#' pairs name rows by their numbers.", "{0} 个编号对应多行：用 --id '#' 可改以行号标识各行。"};
inline constexpr Phrase pairs_found{"{0} rows, {1} pairs the same in {2} groups, in {3}.", "{0} 行，{1} 对相同，分为 {2} 组，用时 {3}。"};
inline constexpr Phrase related_found{"{0} pairs related or doubtful.", "另有 {0} 对有关联或存疑。"};
inline constexpr Phrase groups_too_large{"{0} groups are so large that only a part of their pairs is listed.", "{0} 个组过大，只列出其中一部分。"};
inline constexpr Phrase pairs_are_in{"The pairs are in {0}.", "结果在 {0} 中。"};
inline constexpr Phrase without_hits{"{0} rows resemble nothing there.", "{0} 行没有相似记录。"};
inline constexpr Phrase looked_up{"{0} rows looked up among {1}, {2} of them the same, in {3}.", "在 {1} 行中查找了 {0} 行，{2} 行有相同记录，用时 {3}。"};

inline constexpr Phrase help_duplicates{"find the records of a store that mean the same, and queue them for review", "查找数据库中的重复记录，并列入待处理清单"};
inline constexpr Phrase help_review{"the pairs of the review queue, the surest first, with their reasons and what to do", "待处理的疑似重复，最有把握的在前，附理由和处理方法"};
inline constexpr Phrase help_explain{"why two records are the same, or are not", "两条记录为何相同或不同"};
inline constexpr Phrase help_train{"learn from the records themselves how much each agreement says, for all later checks", "从现有数据学习各项相同的分量，用于以后的查重"};
inline constexpr Phrase opt_queue_top{"pairs shown; 10 without it", "显示几对；默认 10"};
inline constexpr Phrase queue_empty{"Nothing waits to be decided. Fill the queue with: guanxi duplicates {0}", "没有待处理的记录对。查找重复：guanxi duplicates {0}"};
inline constexpr Phrase queue_first{"The first {0} pairs that wait to be decided:", "待处理的前 {0} 对："};
inline constexpr Phrase queue_next{"merge shows what would become of them, and keeps the first with --yes; dismiss remembers that they are two.",
                                   "merge 先显示合并结果，加 --yes 则并入第一条；dismiss 记住两者不是重复。"};
inline constexpr Phrase did_train{"Learnt from {0} records; every later check uses it.", "已从 {0} 条记录学习，以后的查重都会使用。"};
inline constexpr Phrase next_review{"Decide on them: guanxi review {0}", "逐对处理：guanxi review {0}"};
inline constexpr Phrase next_unmerge{"  Take it back: guanxi unmerge {0} {1} --yes", "  撤销：guanxi unmerge {0} {1} --yes"};
inline constexpr Phrase word_left_behind{"Left behind", "舍弃的值"};
inline constexpr Phrase opt_source{"where the record comes from (web, erp …), for the rules of the duplicate check", "记录来源（web、erp 等），用于选择查重规则"};
inline constexpr Phrase help_dismiss{"remember that two records are not duplicates of each other", "记住两条记录不是重复"};
inline constexpr Phrase help_merge{"make several records one; shows the outcome, --yes does it", "合并记录；默认只显示结果，--yes 才执行"};
inline constexpr Phrase help_unmerge{"take a merge back; shows what was changed since, --yes does it", "撤销合并；默认只显示此后的修改，--yes 才执行"};
inline constexpr Phrase arg_other{"the other record", "另一条记录"};
inline constexpr Phrase arg_winner{"the record that is kept", "保留的记录"};
inline constexpr Phrase arg_losers{"the records that become part of it", "并入的记录"};
inline constexpr Phrase arg_merged{"the record that was merged: its id or name", "被并入的记录：编号或名称"};
inline constexpr Phrase opt_related{"branches, subsidiaries and doubtful pairs too", "同时列出分支、母子公司和存疑的"};
inline constexpr Phrase opt_listed{"pairs shown; 20 without it", "显示几对；默认 20"};
inline constexpr Phrase opt_not_queued{"show them and store nothing", "只显示，不保存"};
inline constexpr Phrase opt_rule{"whose value survives: fill, keep, newest, oldest, complete, longest, majority, union, source:a>b or a record's id; * for all other fields",
                                 "保留谁的值：fill、keep、newest、oldest、complete、longest、majority、union、source:a>b 或记录编号；* 表示其余字段"};
inline constexpr Phrase opt_do_it{"do it", "执行"};

inline constexpr Phrase wrong_listed{"--top {0}: a number from 0 to 1000.", "--top {0}：应为 0 到 1000 的数。"};
inline constexpr Phrase dismiss_two{"Name two records: guanxi dismiss FILE WHICH OTHER.", "请指定两条记录：guanxi dismiss 文件 记录 另一条。"};
inline constexpr Phrase compared{"{0} records compared: {1} pairs may be duplicates, {2} groups are the same.", "比较了 {0} 条记录：{1} 对疑似重复，{2} 组相同。"};
inline constexpr Phrase left_out{"{0} pairs are known not to be duplicates and were left out.", "已排除 {0} 对确认不重复的记录。"};
inline constexpr Phrase queued{"{0} pairs are new in the review queue (entity duplicate_pair, change set {1}).", "待处理清单新增 {0} 对（对象 duplicate_pair，变更集 {1}）。"};
inline constexpr Phrase moves{"{0}: {1} move, {2} fold into an equal one", "{0}：转移 {1} 条，并入相同的 {2} 条"};
inline constexpr Phrase only_shown{"Nothing was changed: --yes does it.", "未做任何修改：加 --yes 执行。"};
inline constexpr Phrase stays{"Changed since the merge, and left as it is now ({0}):", "合并后又被修改、将保持现状（{0} 处）："};
inline constexpr Phrase did_merge{"Merged into {0}: {1} rows.", "已并入 {0}：共 {1} 行。"};
inline constexpr Phrase did_unmerge{"Took back the merge of {0}: {1} rows.", "已撤销 {0} 的合并：共 {1} 行。"};
inline constexpr Phrase did_dismiss{"{0}: remembered as not a duplicate.", "{0}：已记为不重复。"};
inline constexpr Phrase word_verdict{"Verdict", "判断"};
inline constexpr Phrase word_score{"Score", "得分"};
inline constexpr Phrase word_first{"First", "记录一"};
inline constexpr Phrase word_second{"Second", "记录二"};
inline constexpr Phrase word_rule{"Rule", "规则"};
inline constexpr Phrase word_now{"Now", "现值"};
inline constexpr Phrase word_before_merge{"Before the merge", "合并前"};
inline constexpr Phrase search_partial{"The search was ended by its limit of work: there may be more.", "查找量已达上限，可能还有其他记录。"};

}  // namespace cli::say
