#include "crm/expressions/apply.h"

#include "base/check.h"
#include "crm/expressions/row_values.h"
#include "crm/expressions/rulebook.h"
#include "crm/messages.h"
#include "expr/condition/translate.h"
#include "expr/feel/json.h"
#include "expr/feel/row_value.h"
#include "expr/row_formula.h"

namespace guanxi {
namespace {

constexpr Message unreadable{"rule.unreadable", "The rule \"{0}\" can no longer be read: {1} Mend or disable it.", "规则“{0}”已无法读取：{1}请修正或停用该规则。"};
constexpr Message refused{"rule.refused", "{0}", "{0}"};
constexpr Message no_fit{"rule.no_fit", "\"{0}\" came to {1}, which the field {2} cannot hold: mend the rule.", "“{0}”得出 {1}，字段“{2}”无法存放：请修正该规则。"};
constexpr Message no_answer{"rule.no_answer",
                            "The decision rule \"{0}\" has no answer for this record: {1} Add a rule that matches everything else, or a default output.",
                            "决策规则“{0}”对该记录没有结果：{1}请添加兜底规则或默认输出。"};
constexpr Message no_output{"rule.no_output", "The decision rule \"{0}\" gives \"{1}\", which is no field of {2}: call outputs like fields.",
                            "决策规则“{0}”给出了“{1}”，但 {2} 没有该字段：请按字段名为输出命名。"};
constexpr Message no_place{"rule.no_place", "The decision rule \"{0}\" gives {1}: name the field for it as the rule's target.",
                           "决策规则“{0}”给出了 {1}：请在规则的结果字段中指定存放的字段。"};
constexpr Message nobody{"rule.nobody", "The decision rule \"{0}\" gives {2} as \"{1}\", which there is not: use a login, a code, a name or an id.",
                         "决策规则“{0}”把{2}定为“{1}”，但查无此项：请使用登录名、编码、名称或编号。"};

using feel::Kind;

std::string said_error(const Error& error) { return in_both(error.text(Language::chinese), error.text()); }

Error cannot_read(const std::string& name, const Error& fault) { return Error(Code::invalid, unreadable, {name, said_error(fault)}); }

condition::Circumstances circumstances_of(const Unit& unit) { return {unit.now(), unit.user()}; }

Result<void> compute(Unit& unit, const EntityRules& rules, AnyRecord& row) {
  for (const Computed& computed : rules.computed) {
    if (computed.fault) return cannot_read(said(*computed.field), *computed.fault);
    RowExpression expression(*computed.formula, circumstances_of(unit));
    GUANXI_ASSIGN(const feel::Value value, expression.evaluate(row, unit.writer(), unit.schema()));
    if (!assign(row, *computed.field, value))
      return Error(Code::invalid, no_fit, {said(*computed.field), literal_of(value), said(*computed.field)}).at_field(computed.field->name);
  }
  return {};
}

// One decision on one row.
class Deciding {
 public:
  Deciding(Unit& unit, const EntityType& type, const Decision& rule, AnyRecord& row) : unit_(unit), type_(type), rule_(rule), row_(row) {}

  Result<void> run() {
    if (rule_.fault) return cannot_read(rule_.name, *rule_.fault);
    GUANXI_ASSIGN(const std::vector<dmn::Input> inputs, given());
    GUANXI_ASSIGN(feel::Value out, rule_.model->evaluate(rule_.decision, inputs, memory_, unit_.now()));
    if (out.is(Kind::list) && out.size == 1) out = out.items[0];
    if (out.null() || (out.is(Kind::list) && out.size == 0)) return Error(Code::invalid, no_answer, {rule_.name, why(out)});
    if (out.is(Kind::context)) return write_all(out);
    if (rule_.target == nullptr) return Error(Code::invalid, no_place, {rule_.name, literal_of(out)}).at_field(DecisionRule.target.name);
    return write(*rule_.target, out);
  }

 private:
  std::string why(const feel::Value& null) const {
    if (!null.null()) return {};
    return in_both(feel::reasons_of(null, Language::chinese), feel::reasons_of(null, Language::english) + " ");
  }

  Result<std::vector<dmn::Input>> given() {
    std::vector<dmn::Input> out;
    for (const Decision::Input& input : rule_.inputs) {
      GUANXI_ASSIGN(const feel::Value value, value_of(input));
      out.push_back({input.name, value});
    }
    return out;
  }

  Result<feel::Value> value_of(const Decision::Input& input) {
    const Value& value = row_.get(*input.field);
    const feel::Value seen = feel::seen(value, memory_);
    if (input.field->type == Type::money && value.is_set()) return *find(seen, amount_part(input));
    const feel::Type* const wanted = rule_.model->type_of(input.name);
    const bool record = input.field->type == Type::id && wanted != nullptr && wanted->form == feel::Type::context;
    return record && value.is_set() ? referred(*input.field, value) : seen;
  }

  // A model that wants a number has the amount, in units of its currency.
  std::string_view amount_part(const Decision::Input& input) const { return input.currency ? "currency" : "amount"; }

  // The record that a reference points to, as a context of its fields.
  Result<feel::Value> referred(const AnyField& field, const Value& id) {
    const EntityType* const type = unit_.schema().find(field.target);
    if (type == nullptr) return feel::Value{};
    AnyRecord& record = records_.emplace_back(type->record());
    GUANXI_ASSIGN(const bool found, unit_.writer().get(*type, Codec<Id>::unpack(id), record));
    if (!found) return feel::Value{};
    std::vector<feel::Entry> entries;
    for (const AnyField* part : type->fields()) {
      const feel::Value value = feel::seen(record.get(*part), memory_);
      entries.push_back({part->name, part->type == Type::money && !value.null() ? *find(value, "amount") : value});
    }
    return memory_.context(entries);
  }

  Result<void> write_all(const feel::Value& outputs) {
    for (std::uint32_t i = 0; i < outputs.size; ++i) {
      const std::string name(outputs.entries[i].key);
      const AnyField* field = type_.find(name);
      if (field == nullptr) {
        const condition::Word* const word = unit_.snapshot().rules->vocabulary()->find(type_.number(), name);
        field = word != nullptr && word->what == condition::Word::field ? word->of : nullptr;
      }
      if (field == nullptr) return Error(Code::invalid, no_output, {rule_.name, name, said(type_)});
      if (!outputs.entries[i].value.null()) GUANXI_CHECK(write(*field, outputs.entries[i].value));
    }
    return {};
  }

  Result<void> write(const AnyField& field, feel::Value value) {
    if (field.type == Type::id && value.is(Kind::string)) {
      GUANXI_ASSIGN(const Id id, found(field, std::string(value.view())));
      value = memory_.string(id.text());
      if (field.slot == type_.owner()) follow_owner(id);
    }
    if (assign(row_, field, value)) return {};
    return Error(Code::invalid, no_fit, {rule_.name, literal_of(value), said(field)}).at_field(field.name);
  }

  // Whoever gets a record has it in the own department, unless the decision says another.
  void follow_owner(const Id& owner) {
    const auto* const user = unit_.snapshot().policy->user(owner);
    if (type_.department() != no_slot && user != nullptr && !user->department.empty()) row_.put(type_.department(), Codec<Id>::pack(user->department));
  }

  // By id, or as people write users, departments and whatever has a name.
  Result<Id> found(const AnyField& field, const std::string& text) {
    if (const auto id = Id::parse(text)) return *id;
    if (field.target == number_of(User)) {
      if (const Id user = unit_.snapshot().policy->user_with_login(text); !user.empty()) return user;
    }
    const EntityType* const type = unit_.schema().find(field.target);
    for (const std::string_view name : {"login", "code", "name", "number"}) {
      const AnyField* const key = type == nullptr ? nullptr : type->find(name);
      if (key == nullptr || key->type != Type::text) continue;
      GUANXI_ASSIGN(const Id id, only(*type, *key, text));
      if (!id.empty()) return id;
    }
    return Error(Code::not_found, nobody, {rule_.name, text, said(field)}).at_field(field.name);
  }

  // The only live row with this value; the empty id where there is none or several.
  Result<Id> only(const EntityType& type, const AnyField& key, const std::string& text) {
    const Expr same = Expr::compare(Expr::Op::equal, type.number(), key.number, Value::of_bytes(Type::text, text.data(), text.size())) &&
                      Expr::is_null(type.number(), type.fields()[common::archived_at]->number);
    store::Scan scan;
    scan.type = &type;
    scan.filter = &same;
    scan.limit = 2;
    std::vector<Id> ids;
    GUANXI_CHECK(unit_.writer().scan(scan, [&](AnyRecord& row) { return ids.push_back(row.id()), true; }));
    return ids.size() == 1 ? ids.front() : Id{};
  }

  Unit& unit_;
  const EntityType& type_;
  const Decision& rule_;
  AnyRecord& row_;
  feel::Memory memory_;
  std::deque<AnyRecord> records_;
};

// Whether the condition is false on the row.
Result<bool> violates(Unit& unit, const EntityType& type, const Check& rule, const AnyRecord& row) {
  if (!reads_lists(*rule.condition)) {
    RowExpression expression(*rule.condition, circumstances_of(unit));
    GUANXI_ASSIGN(const feel::Value value, expression.evaluate(row, unit.writer(), unit.schema()));
    return value.is_false();
  }
  GUANXI_ASSIGN(const Expr broken, condition::translate_denial(rule.condition, circumstances_of(unit), condition::all_visible));
  const auto find = [&](std::uint16_t entity, std::uint16_t field) -> const AnyField* {
    const EntityType* const owner = unit.schema().find(entity);
    return owner == nullptr ? nullptr : owner->find(field);
  };
  GUANXI_ASSIGN(const Predicate predicate, Predicate::compile(broken, type.number(), find));
  ReaderRows related(unit.writer(), unit.schema());
  const bool passes = predicate.passes(row, &related);
  GUANXI_CHECK(std::move(related).done());
  GUANXI_CHECK(check_finished(broken));
  return passes;
}

}  // namespace

Result<void> decide(Unit& unit, const EntityType& type, const AnyRecord* before, AnyRecord& after) {
  const EntityRules* const rules = unit.snapshot().rules->of(type.number());
  if (rules == nullptr) return {};
  GUANXI_CHECK(compute(unit, *rules, after));
  bool decided = false;
  for (const Decision& rule : rules->decisions) {
    if (before != nullptr && rule.on_create_only) continue;
    GUANXI_CHECK(Deciding(unit, type, rule, after).run());
    decided = true;
  }
  return decided ? compute(unit, *rules, after) : Result<void>();
}

Result<void> check_rules(Unit& unit, const EntityType& type, const AnyRecord& row) {
  const EntityRules* const rules = unit.snapshot().rules->of(type.number());
  if (rules == nullptr) return {};
  for (const Check& rule : rules->checks) {
    if (rule.fault) return cannot_read(rule.name, *rule.fault);
    GUANXI_ASSIGN(const bool violated, violates(unit, type, rule, row));
    if (violated) return Error(Code::invalid, refused, {in_both(rule.message_zh, rule.message_en)}).at_field(rule.at_field);
  }
  return {};
}

Result<void> check_rule(Unit& unit, const EntityType& type, const AnyRecord& row) {
  const Rulebook& book = *unit.snapshot().rules;
  if (type.number() == number_of(ValidationRule)) {
    auto checked = check_of(book, Record<ValidationRule>(AnyRecord(row)));
    return checked ? Result<void>() : Result<void>(std::move(checked).error());
  }
  auto checked = decision_of(book, Record<DecisionRule>(AnyRecord(row)));
  return checked ? Result<void>() : Result<void>(std::move(checked).error());
}

}  // namespace guanxi
