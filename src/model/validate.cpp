#include "model/validate.h"

#include "base/check.h"
#include "model/check_value.h"
#include "model/errors.h"

namespace guanxi {

namespace {
constexpr Message is_required{"field.required", "{0} is required: give it a value.", "“{1}”必填，请填写。"};
constexpr Message is_masked{"field.masked", "{0} is hidden from you: leave it out of the change.", "“{1}”对您不可见，请不要修改该字段。"};
constexpr Message reversed{"field.reversed", "{0} ({4}) lies before {2} ({5}): mend one of them.", "“{1}”（{4}）早于“{3}”（{5}），请更正其中之一。"};
constexpr Message kept_by_library{"field.system_only", "{0} is kept by the library and cannot be set.", "“{1}”由系统维护，不能直接设置。"};
constexpr Message by_command_only{"field.command_only", "{0} is changed by a command of its own, not by a plain update.",
                                  "“{1}”须通过专门的命令修改，不能直接编辑。"};

// Two fields of one entity that begin and end something.
struct Span {
  const AnyField* from;
  const AnyField* until;
};
constexpr Span spans[]{
    {&Contract.starts_on, &Contract.ends_on},
    {&AccountContact.since, &AccountContact.until},
    {&Activity.starts_at, &Activity.ends_at},
};

bool is_blank(const Value& value) noexcept {
  if (!value.is_set()) return true;
  return value.type == Type::text && value.view().find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool changed(const AnyRecord& row, const AnyRecord* before, const AnyField& field) noexcept {
  return before == nullptr || !(row.at(field.slot) == before->at(field.slot));
}

Result<void> check_field(const Schema& schema, const AnyField& field, AnyRecord& row) {
  if (row.get(field).state == State::masked) return fault(field, is_masked, {}, Code::denied);
  if (row.get(field).is_set()) GUANXI_CHECK(check_value(schema, field, row));
  if (field.has(required) && is_blank(row.get(field))) return fault(field, is_required);
  return {};
}

Result<void> check_span(const Span& span, const AnyRecord& row, const AnyRecord* before) {
  const auto &from = row.get(*span.from), &until = row.get(*span.until);
  const bool touched = changed(row, before, *span.from) || changed(row, before, *span.until);
  if (!touched || !from.is_set() || !until.is_set() || from.integer <= until.integer) return {};
  return fault(*span.until, reversed,
               {std::string(label_of(*span.from, Language::english)), std::string(label_of(*span.from, Language::chinese)), text_of(until),
                text_of(from)});
}
}  // namespace

Result<void> validate(const Schema& schema, const EntityType& type, AnyRecord& row, const AnyRecord* before) {
  for (const auto* field : type.fields())
    if (changed(row, before, *field)) GUANXI_CHECK(check_field(schema, *field, row));
  for (const auto& span : spans)
    if (span.from->entity == type.number()) GUANXI_CHECK(check_span(span, row, before));
  return {};
}

Result<void> check_writable(const EntityType& type, const AnyRecord& patch, bool by_command) {
  for (const auto* field : type.fields()) {
    if (patch.get(*field).state == State::absent) continue;
    if (field->has(system_only)) return fault(*field, kept_by_library);
    if (field->has(command_only) && !by_command) return fault(*field, by_command_only);
  }
  return {};
}

}  // namespace guanxi
