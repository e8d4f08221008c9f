#include "crm/import/row.h"

#include <algorithm>

#include "base/check.h"
#include "base/plain.h"
#include "crm/import/cell.h"

namespace guanxi::import {
namespace {

std::string_view cell_of(const std::vector<std::string_view>& fields, std::size_t index) {
  return index < fields.size() ? trim(fields[index]) : std::string_view();
}

}  // namespace

RowWriter::RowWriter(const Mapping& mapping, const ImportOptions& options)
    : mapping_(mapping),
      options_(options),
      references_({options.external_system, options.create_missing_references}),
      choices_(options.keep_unknown_codes),
      patch_(mapping.type->record()),
      before_(mapping.type->record()),
      after_(mapping.type->record()) {}

Result<Effect> RowWriter::write(Unit& unit, const std::vector<std::string_view>& fields) {
  may_come_later_ = false;
  patch_.clear();
  GUANXI_CHECK(read_cells(unit, fields));
  GUANXI_CHECK(fill_defaults(unit, fields, nullptr, true));
  std::string_view external = mapping_.external ? cell_of(fields, *mapping_.external) : std::string_view();
  if (stands_for_nothing(external)) external = {};
  GUANXI_ASSIGN(const bool exists, find_existing(unit, external));
  GUANXI_CHECK(fill_defaults(unit, fields, exists ? &before_ : nullptr, false));
  return exists ? update(unit, external) : create(unit, external);
}

Result<void> RowWriter::read_cells(Unit& unit, const std::vector<std::string_view>& fields) {
  for (const Column& column : mapping_.columns) {
    const std::string_view text = cell_of(fields, column.index);
    if (!text.empty()) GUANXI_CHECK(read_cell(unit, *column.field, text, column.how));
  }
  return {};
}

// What stands for nothing leaves the slot absent: the record keeps what it has, a new one gets its first value by rule.
Result<void> RowWriter::read_cell(Unit& unit, const AnyField& field, std::string_view text, const CoerceOptions& how) {
  GUANXI_CHECK(check_cell(field, text));
  if (is_reference(field)) {
    if (stands_for_nothing(text)) return {};
    const std::uint16_t account = mapping_.type->account();
    auto id = references_.find(unit, field, text, account == no_slot ? Id{} : Codec<Id>::unpack(patch_.at(account)));
    if (!id) {
      may_come_later_ = references_.was_missing() && field.target == mapping_.type->number();
      return std::move(id).error();
    }
    patch_.set(field, Codec<Id>::pack(*id));
    return {};
  }
  const bool listed = !field.picklist.empty();
  CoerceOptions options = how;
  options.keep_unknown_codes = listed;
  GUANXI_CHECK(coerce(unit.schema(), field, text, options, patch_));
  if (!patch_.get(field).is_set()) {
    patch_.clear(field.slot);
    return {};
  }
  return listed ? choices_.settle(unit, field, patch_) : Result<void>();
}

Result<void> RowWriter::fill_defaults(Unit& unit, const std::vector<std::string_view>& fields, const AnyRecord* existing, bool keys) {
  for (const Default& filler : mapping_.defaults) {
    const bool is_key = std::find(mapping_.key.begin(), mapping_.key.end(), filler.field) != mapping_.key.end();
    if (is_key != keys || patch_.get(*filler.field).is_set()) continue;
    if (existing != nullptr && existing->get(*filler.field).is_set()) continue;
    const std::string text = filler.text.fill(fields);
    if (!text.empty()) GUANXI_CHECK(read_cell(unit, *filler.field, text, filler.how));
  }
  return {};
}

Result<Effect> RowWriter::create(Unit& unit, std::string_view external) {
  GUANXI_CHECK(unit.insert(*unit.schema().find(mapping_.type->number()), patch_, {.command = true, .action = access::Action::create, .checked = false}));
  GUANXI_CHECK(remember_key(unit, patch_.id(), external));
  return Effect::created;
}

}  // namespace guanxi::import
