#include "store/sqlite/keyset.h"

#include "base/check.h"
#include "model/delta.h"

namespace guanxi::store {
namespace {

constexpr Message unknown_order{"store.unknown_order", "Rows of {0} cannot be ordered by field {1}, which does not exist.",
                                "对象 {0} 没有编号为 {1} 的字段，无法按其排序。"};
constexpr Message bad_token{"store.bad_token", "The page token does not belong to this list and its order: start again from the first page.",
                            "翻页标记与当前列表或排序不符，请从第一页重新开始。"};

// What every stored row has.
bool always_set(const AnyField& field) noexcept { return field.slot == common::id || field.slot == common::revision; }

}  // namespace

Result<Keyset> Keyset::of(const EntityType& type, std::span<const OrderTerm> order) {
  Keyset keyset;
  bool descending = false;
  for (const OrderTerm& term : order) {
    const AnyField* field = type.find(term.field);
    if (field == nullptr) return Error(Code::invalid, unknown_order, {std::string(type.name()), std::to_string(term.field)});
    descending = term.descending;
    keyset.fields_.push_back(field);
    const bool nullable = !always_set(*field);
    if (field->type == Type::money) keyset.steps_.push_back({field, true, descending, nullable});
    keyset.steps_.push_back({field, false, descending, nullable});
  }
  keyset.steps_.push_back({nullptr, false, descending, false});
  return keyset;
}

void Keyset::column(std::string& out, const KeysetNames& names, const Step& step) const {
  if (step.field == nullptr)
    out += names.rid;
  else if (step.currency)
    names.fields.currency(out, *step.field, "t");
  else
    names.fields.value(out, *step.field, "t");
}

std::string Keyset::order_by(const KeysetNames& names) const {
  std::string out;
  for (const Step& step : steps_) {
    if (!out.empty()) out += ',';
    column(out, names, step);
    if (step.descending) out += " DESC";
  }
  return out;
}

void Keyset::token(const AnyRecord& row, std::string& out) const {
  out.clear();
  for (const AnyField* field : fields_) pack_value(row.get(*field), out);
  pack_value(Codec<Int>::pack(row.rid()), out);
}

Result<void> Keyset::start_behind(std::string_view token) {
  token_ = token;
  std::string_view rest = token_;
  for (Step& step : steps_) {
    if (step.currency) continue;
    auto value = rest.empty() ? Result<Value>(Error(Code::invalid, bad_token)) : unpack_value(rest);
    const Type type = step.field == nullptr ? Type::integer : step.field->type;
    if (!value || (value->is_set() ? value->type != type : !step.nullable)) return Error(Code::invalid, bad_token);
    step.last = *value;
    if (type != Type::money) continue;
    Step& currency = *(&step - 1);
    currency.last = value->is_set() ? Value::number(Type::integer, value->length) : *value;
  }
  if (!rest.empty()) return Error(Code::invalid, bad_token);
  started_ = true;
  return {};
}

int Keyset::parts() const noexcept {
  const Step& first = steps_.front();
  return started_ && first.nullable && first.last.is_set() == first.descending ? 2 : 1;
}

void Keyset::behind(Sql& out, SqlWriter& writer, const KeysetNames& names, int part) const {
  if (!started_) return;
  const Step& first = steps_.front();
  out.text += " AND ";
  if (part == 1) {  // descending: those without a value come last; ascending, they came first
    column(out.text, names, first);
    out.text += first.descending ? " IS NULL" : " IS NOT NULL";
    return;
  }
  if (steps_.size() > 1 && first.last.is_set()) {  // the range that an index serves
    column(out.text, names, first);
    out.text += first.descending ? " <= " : " >= ";
    writer.parameter(first.last);
    out.text += " AND ";
  }
  behind_from(out, writer, names, 0);
}

// Behind in this column; or level in it, and behind in the following ones.
void Keyset::behind_from(Sql& out, SqlWriter& writer, const KeysetNames& names, std::size_t at) const {
  const Step& step = steps_[at];
  const bool first = at == 0;  // whose rows without a value belong to another part
  const bool last = at + 1 == steps_.size();
  const auto compare = [&](std::string_view symbol) {
    column(out.text, names, step);
    out.text += symbol;
    if (step.last.is_set()) writer.parameter(step.last);
  };
  out.text += '(';
  if (step.last.is_set()) {
    compare(step.descending ? " < " : " > ");
    if (!last) out.text += " OR ";
  }
  if (!first && step.nullable && step.last.is_set() == step.descending) {
    column(out.text, names, step);
    out.text += step.descending ? " IS NULL OR " : " IS NOT NULL OR ";
  }
  if (!last) {
    out.text += '(';
    compare(step.last.is_set() ? " = " : " IS NULL");
    out.text += " AND ";
    behind_from(out, writer, names, at + 1);
    out.text += ')';
  }
  out.text += ')';
}

}  // namespace guanxi::store
