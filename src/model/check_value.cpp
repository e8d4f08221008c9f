#include "model/check_value.h"

#include "base/check.h"
#include "base/excerpt.h"
#include "guanxi/text.h"
#include "model/code_set.h"
#include "model/errors.h"
#include "model/normalize.h"
#include "model/type_names.h"
#include "model/validate.h"

namespace guanxi {

namespace {
constexpr Message wrong_type{"field.type", "{0} takes another type of value: {2}.", "“{1}”的值类型不对，应为{3}。"};
constexpr Message bad_utf8{"field.encoding", "{0} is not valid UTF-8: convert the text first.", "“{1}”不是有效的 UTF-8 文本，请先转换编码。"};
constexpr Message has_nul{"field.nul", "{0} contains a NUL character: remove it.", "“{1}”含有 NUL 字符，请将其删除。"};
constexpr Message too_long{"field.length", "{0} has {2} bytes: at most {3} are possible.", "“{1}”长达 {2} 字节，最多允许 {3} 字节。"};
constexpr Message out_of_range{"field.range", "{0} is {2}: it must be from {3} to {4}.", "“{1}”为 {2}，必须在 {3} 到 {4} 之间。"};
constexpr Message retired_code{"field.retired_code", "{0}: “{2}” is no longer in use; choose from {4}.", "“{1}”的选项“{3}”已停用，可选：{5}。"};
constexpr Message too_precise{"field.scale", "{0} is {2}: round it to {3} decimal places.", "“{1}”为 {2}，请保留 {3} 位小数。"};
constexpr Message no_currency{"field.currency", "{0} has no known currency: give one, such as CNY.", "“{1}”缺少有效币种，请指定币种，例如 CNY。"};
constexpr Message no_such_day{"field.calendar", "{0} lies outside of the years 1 to 9999.", "“{1}”超出公元 1 年至 9999 年的范围。"};
constexpr Message empty_id{"field.empty_id", "{0} is an empty id: leave it out, or name a record.", "“{1}”是空编号，请留空或指定一条记录。"};
constexpr Message itself{"field.itself", "{0} refers to the record itself: name another one.", "“{1}”指向了记录自身，请指定其他记录。"};
constexpr Message bad_credit_code{"field.credit_code", "{0}: “{2}” is not a unified social credit code; its check digit is wrong.",
                                  "“{1}”：“{2}”不是有效的统一社会信用代码，校验码不符。"};
constexpr Message bad_taiwan_number{"field.taiwan_number", "{0}: “{2}” is not a Taiwan business number; its check digit is wrong.",
                                    "“{1}”：“{2}”不是有效的台湾统一编号，校验码不符。"};

constexpr std::int64_t first_day = -719162, last_day = 2932896;  // 0001-01-01, 9999-12-31
constexpr std::int64_t first_us = Instant::start_of({first_day}).us, end_us = Instant::start_of({last_day + 1}).us;

Error wrong(const AnyField& field) {
  return fault(field, wrong_type, {std::string(type_name(field.type, Language::english)), std::string(type_name(field.type, Language::chinese))});
}

Result<void> check_integer(const AnyField& field, std::int64_t n) {
  if (!field.bounded() || (n >= field.least && n <= field.most)) return {};
  return fault(field, out_of_range, {std::to_string(n), std::to_string(field.least), std::to_string(field.most)});
}

Result<void> check_decimal(const AnyField& field, AnyRecord& row) {
  const auto number = Codec<Decimal>::unpack(row.get(field));
  if (number.scale == field.scale) return {};
  const auto fitting = number.rescaled(field.scale);
  if (!fitting) return fault(field, too_precise, {number.text(), std::to_string(field.scale)});
  row.set(field, Codec<Decimal>::pack(*fitting));
  return {};
}

Result<void> check_money(const AnyField& field, const Value& value) {
  if (!Codec<Money>::unpack(value).currency.code().empty()) return {};
  return fault(field, no_currency);
}

Result<void> check_span(const AnyField& field, std::int64_t n, std::int64_t first, std::int64_t end) {
  if (n >= first && n < end) return {};
  return fault(field, no_such_day);
}

Result<void> check_id(const AnyField& field, const AnyRecord& row) {
  const auto& value = row.get(field);
  if (value.length != 16) return wrong(field);
  const auto id = Codec<Id>::unpack(value);
  if (id.empty()) return fault(field, empty_id);
  if (field.slot != common::id && field.target == row.entity() && id == row.id()) return fault(field, itself);
  return {};
}

// A tax id that can only be meant as a credit code must be one; an identifier is what its type says.
Result<void> check_identifier(const AnyField& field, const AnyRecord& row) {
  const auto value = row.get(field).view();
  const bool typed = field.entity == number_of(PartyIdentifier) && field.number == PartyIdentifier.value.number;
  const auto type = typed ? row.get(PartyIdentifier.type).view() : std::string_view();
  if (!typed && field.role != MatchRole::tax_id) return {};
  const auto normal = normal_tax_id(value);
  const bool meant = type == "credit_code" || ((type == "tax_id" || !typed) && claims_credit_code(normal));
  if (meant && !valid_credit_code(normal)) return fault(field, bad_credit_code, {excerpt(value)});
  if (type == "taiwan_ubn" && !valid_taiwan_number(normal)) return fault(field, bad_taiwan_number, {excerpt(value)});
  return {};
}

Result<void> check_text(const AnyField& field, const AnyRecord& row) {
  const auto text = row.get(field).view();
  if (text.size() > max_text) return fault(field, too_long, {std::to_string(text.size()), std::to_string(max_text)}, Code::limit);
  if (text.find('\0') != std::string_view::npos) return fault(field, has_nul);
  if (!text::is_valid(text)) return fault(field, bad_utf8);
  return check_identifier(field, row);
}

Result<void> check_code(const AnyField& field, const PicklistType* list, std::string_view code) {
  if (list == nullptr) return {};
  const auto* entry = list->find(code);
  if (entry == nullptr) return no_such_choice(field, *list, code);
  if (!entry->retired) return {};
  return fault(field, retired_code, {entry->english, entry->chinese, choices(*list, Language::english), choices(*list, Language::chinese)});
}

Result<void> check_choice(const Schema& schema, const AnyField& field, AnyRecord& row) {
  GUANXI_CHECK(check_text(field, row));
  const auto written = row.get(field).view();
  const auto* list = schema.picklist(field.picklist);
  if (written.empty()) {
    row.set(field, Value::null(field.type));
    return {};
  }
  if (field.type == Type::picklist) return check_code(field, list, written);
  std::vector<std::string> codes;
  for (const auto code : codes_of(written)) {
    GUANXI_CHECK(check_code(field, list, code));
    codes.emplace_back(code);
  }
  const auto stored = code_set(std::move(codes));
  if (stored != written) row.set(field, stored.empty() ? Value::null(field.type) : Codec<CodeSet>::pack(std::string_view(stored)));
  return {};
}
}  // namespace

Result<void> check_value(const Schema& schema, const AnyField& field, AnyRecord& row) {
  const auto& value = row.get(field);
  if (value.type != field.type) return wrong(field);
  switch (field.type) {
    case Type::none: return wrong(field);
    case Type::boolean: return value.integer == 0 || value.integer == 1 ? Result<void>() : wrong(field);
    case Type::integer: return check_integer(field, value.integer);
    case Type::decimal: return check_decimal(field, row);
    case Type::money: return check_money(field, value);
    case Type::date: return check_span(field, value.integer, first_day, last_day + 1);
    case Type::instant: return check_span(field, value.integer, first_us, end_us);
    case Type::text: return check_text(field, row);
    case Type::picklist:
    case Type::set: return check_choice(schema, field, row);
    case Type::id: return check_id(field, row);
  }
  return wrong(field);
}

}  // namespace guanxi
