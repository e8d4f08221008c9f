#include "guanxi/dictionary.h"

#include "model/labels.h"
#include "model/type_names.h"

namespace guanxi {

namespace {

// Both languages of what the dictionary itself says.
struct Words {
  std::string_view title, entities, picklists, columns, item_columns;
  std::string_view required, searchable, indexed, by_command, kept, dimension, personal, retired, any;
};

constexpr Words english{
    "Data dictionary",
    "Entities",
    "Picklists",
    "| Number | Name | Chinese | English | Type | Properties | Choices or target |",
    "| Code | Chinese | English | Also found as | |",
    "required", "searchable", "indexed", "changed by a command", "kept by the library", "counted dimension", "personal data", "retired",
    "any record"};
constexpr Words chinese{
    "数据字典",
    "对象",
    "选项集",
    "| 编号 | 名称 | 中文 | 英文 | 类型 | 属性 | 选项集或引用对象 |",
    "| 代码 | 中文 | 英文 | 别名 | |",
    "必填", "参与检索", "有索引", "由命令修改", "系统维护", "统计维度", "个人信息", "已停用", "任意记录"};

const Words& words_in(Language language) { return language == Language::chinese ? chinese : english; }

// A cell: bars would end it, line breaks the table.
void cell(std::string& out, std::string_view text) {
  out += ' ';
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  out += " |";
}

void header(std::string& out, std::string_view columns) {
  out.append(columns).append("\n|");
  for (std::size_t i = 1; i < columns.size(); ++i)
    if (columns[i] == '|') out += "---|";
  out += '\n';
}

std::string properties(const AnyField& field, Language language) {
  const auto& w = words_in(language);
  const std::pair<Flags, std::string_view> said[]{{required, w.required}, {searchable, w.searchable}, {indexed, w.indexed},
                                                  {command_only, w.by_command}, {system_only, w.kept}, {dimension, w.dimension},
                                                  {personal, w.personal}};
  std::string out;
  const auto add = [&](std::string_view word) {
    if (!out.empty()) out += language == Language::chinese ? "、" : ", ";
    out += word;
  };
  for (const auto& [flag, word] : said)
    if (field.has(flag)) add(word);
  if (field.bounded()) add(std::to_string(field.least) + "–" + std::to_string(field.most));
  return out;
}

std::string type_of(const AnyField& field, Language language) {
  std::string out(type_name(field.type, language));
  if (field.type == Type::decimal) out += " (" + std::to_string(field.scale) + ")";
  return out;
}

// What a field chooses from or points to.
std::string points_to(const Schema& schema, const AnyField& field, Language language) {
  if (!field.picklist.empty()) return std::string(field.picklist);
  if (field.type != Type::id || field.slot == common::id) return {};
  const auto* target = schema.find(field.target);
  return std::string(target == nullptr ? words_in(language).any : target->name());
}

void add_entity(const Schema& schema, const EntityType& type, Language language, std::string& out) {
  const auto label = first_label(type.labels(), language);
  out.append("\n### ").append(std::to_string(type.number())).append(" ").append(type.name());
  if (!label.empty()) out.append(" — ").append(label);
  out.append("\n\n");
  header(out, words_in(language).columns);
  for (const auto* field : type.fields()) {
    out += '|';
    for (const auto& text : {std::to_string(field->number), std::string(field->name), std::string(label_of(*field, Language::chinese)),
                             std::string(label_of(*field, Language::english)), type_of(*field, language), properties(*field, language),
                             points_to(schema, *field, language)})
      cell(out, text);
    out += '\n';
  }
}

void add_picklist(const PicklistType& list, Language language, std::string& out) {
  out.append("\n### ").append(list.name).append("\n\n");
  header(out, words_in(language).item_columns);
  for (const auto& entry : list.entries) {
    std::string aliases;
    for (const auto& alias : entry.aliases) aliases.append(aliases.empty() ? "" : ", ").append(alias);
    out += '|';
    for (const std::string_view text : {std::string_view(entry.code), std::string_view(entry.chinese), std::string_view(entry.english),
                                        std::string_view(aliases), entry.retired ? words_in(language).retired : std::string_view()})
      cell(out, text);
    out += '\n';
  }
}

}  // namespace

std::string data_dictionary(const Schema& schema, Language language) {
  std::string out;
  out.append("# ").append(words_in(language).title).append("\n\n## ").append(words_in(language).entities).append("\n");
  for (const auto& type : schema.entities()) add_entity(schema, *type, language, out);
  out.append("\n## ").append(words_in(language).picklists).append("\n");
  for (const auto& list : schema.picklists()) add_picklist(list, language, out);
  return out;
}

}  // namespace guanxi
