// Expressions on a row that need not be stored yet, and their values as those of fields.
#pragma once

#include <deque>

#include "crm/view.h"
#include "expr/condition/checked.h"
#include "expr/evaluate.h"
#include "guanxi/schema.h"
#include "store/storage.h"

namespace guanxi {

// Finds related rows by a reader, whoever asks.
class ReaderRows final : public RelatedRows {
 public:
  ReaderRows(store::Reader& reader, const Schema& schema) noexcept : reader_(reader), schema_(schema) {}
  bool any(const Link& link, const Value& id) override;
  // The first failure of the reader.
  Result<void> done() && { return std::move(failure_); }

 private:
  store::Reader& reader_;
  const Schema& schema_;
  Result<void> failure_;
};

// An expression on one row and the rows that it refers to. The row must outlive it.
class RowExpression {
 public:
  RowExpression(const condition::Checked& checked, const condition::Circumstances& circumstances) : checked_(checked), run_(checked, circumstances) {}

  // Reads what the expression needs; lists of records it does not have.
  Result<feel::Value> evaluate(const AnyRecord& row, store::Reader& reader, const Schema& schema);
  // The same with what a principal may read: the rest counts as not there.
  Result<feel::Value> evaluate(const AnyRecord& row, View& view);

 private:
  // Fills in the record with this id and says whether there is one.
  using Fetch = FunctionRef<Result<bool>(const EntityType& type, const Id& id, AnyRecord& out)>;
  Result<feel::Value> evaluate(const AnyRecord& row, const Schema& schema, Fetch fetch);

  const condition::Checked& checked_;
  condition::Run run_;
  std::deque<AnyRecord> referred_;
};

// Whether the expression asks for records that point at the row.
bool reads_lists(const condition::Checked& checked) noexcept;

// Sets the field from a value of FEEL: decimals and amounts rounded half to even to what the field holds, a null as null. False
// where the field cannot hold it. References are ids.
bool assign(AnyRecord& row, const AnyField& field, const feel::Value& value);

}  // namespace guanxi
