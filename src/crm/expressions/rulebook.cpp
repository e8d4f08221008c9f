#include "crm/expressions/rulebook.h"

#include <algorithm>

#include "crm/each_live.h"
#include "crm/expressions/row_values.h"
#include "crm/messages.h"
#include "expr/condition/translate.h"
#include "model/vocabulary.h"

namespace guanxi {
namespace {

constexpr Message no_such_entity{"rule.entity", "There is no entity \"{0}\": use its name, such as account.", "没有对象“{0}”：请填写对象名，如 account。"};
constexpr Message formula_lists{"rule.formula_lists", "Character {0}: a formula sees the record and those it refers to, not the records of {1}.",
                                "第 {0} 个字符：公式只能使用本记录及其引用的记录，不能使用 {1} 的记录。"};
constexpr Message no_decision{"rule.no_decision", "The model has no decision \"{0}\". It has: {1}.", "该模型没有决策“{0}”。模型中有：{1}。"};
constexpr Message broken_model{"rule.broken_model", "The model cannot be used. {0}: {1}", "该模型无法使用。{0}：{1}"};
constexpr Message no_input{"rule.no_input",
                           "The model asks for \"{0}\", which {1} does not have: call its inputs like fields, or \"amount currency\" for the currency of amount.",
                           "模型需要输入“{0}”，但 {1} 没有该字段：请按字段名为输入命名；金额 amount 的币种写作“amount currency”。"};
constexpr Message no_target{"rule.no_target", "{1} has no field \"{0}\" for the result of the decision.", "{1} 没有用于存放决策结果的字段“{0}”。"};

const AnyField* field_named(const Rulebook& book, const EntityType& type, std::string_view name) {
  if (const AnyField* field = type.find(name)) return field;
  const condition::Word* const word = book.vocabulary()->find(type.number(), name);
  return word != nullptr && word->what == condition::Word::field ? word->of : nullptr;
}

Result<Decision::Input> input_named(const Rulebook& book, const EntityType& type, const std::string& name) {
  constexpr std::string_view suffix = " currency";
  if (const AnyField* field = field_named(book, type, name)) return Decision::Input{name, field, false};
  if (name.ends_with(suffix)) {
    const AnyField* const amount = field_named(book, type, std::string_view(name).substr(0, name.size() - suffix.size()));
    if (amount != nullptr && amount->type == Type::money) return Decision::Input{name, amount, true};
  }
  return Error(Code::invalid, no_input, {name, said(type)}).at_field(DecisionRule.model.name);
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out.append(out.empty() ? "" : ", ").append(name);
  return out.empty() ? "—" : out;
}

Result<void> check_model(const dmn::Model& model, const std::string& decision) {
  if (!model.problems().empty()) {
    const dmn::Problem& first = model.problems().front();
    return Error(Code::invalid, broken_model, {first.element, in_both(first.error.text(Language::chinese), first.error.text())})
        .at_field(DecisionRule.model.name);
  }
  std::vector<std::string> known = model.names(dmn::ElementKind::decision);
  const std::vector<std::string> services = model.names(dmn::ElementKind::service);
  known.insert(known.end(), services.begin(), services.end());
  if (std::find(known.begin(), known.end(), decision) != known.end()) return {};
  return Error(Code::not_found, no_decision, {decision, joined(known)}).at_field(DecisionRule.decision.name);
}

// Loading goes on whatever a rule says; a faulty one refuses only what it is asked about.
template <class R>
void keep(Result<R> compiled, R otherwise, std::vector<R>& into) {
  if (compiled) return into.push_back(std::move(*compiled));
  otherwise.fault.emplace(std::move(compiled).error());
  into.push_back(std::move(otherwise));
}

}  // namespace

std::shared_ptr<const condition::Vocabulary> Rulebook::vocabulary() const {
  const std::lock_guard lock(mutex_);
  if (vocabulary_ == nullptr) vocabulary_ = vocabulary_of(schema_);
  return vocabulary_;
}

Result<const EntityType*> entity_of(const Schema& schema, std::string_view name) {
  if (const EntityType* type = schema.find(name)) return type;
  return Error(Code::not_found, no_such_entity, {std::string(name)}).at_field(ValidationRule.entity.name);
}

Result<Check> check_of(const Rulebook& book, const Record<ValidationRule>& row) {
  GUANXI_ASSIGN(const EntityType* type, entity_of(book.schema(), row[ValidationRule.entity]));
  auto checked = condition::check_condition(row[ValidationRule.condition], type->number(), book.vocabulary());
  if (!checked) return std::move(checked).error().at_field(ValidationRule.condition.name);
  if (auto said = condition::translate(*checked, {}); !said && reads_lists(**checked))
    return std::move(said).error().at_field(ValidationRule.condition.name);
  return Check{std::string(row[ValidationRule.name]), std::string(row[ValidationRule.message_zh]), std::string(row[ValidationRule.message_en]),
               std::string(row[ValidationRule.at_field]), std::move(*checked)};
}

Result<Computed> computed_of(const Rulebook& book, const EntityType& type, const AnyField& field, std::string_view formula) {
  auto checked = condition::check(formula, type.number(), book.vocabulary());
  if (!checked) return std::move(checked).error().at_field(CustomField.formula.name);
  for (const auto& [node, denoted] : (*checked)->denoted)
    if (denoted.what == condition::Denoted::list)
      return Error(Code::invalid, formula_lists, {std::to_string((*checked)->character_of(node)), words_of(**checked, node)}).at_field(CustomField.formula.name);
  return Computed{&field, std::move(*checked)};
}

Result<Decision> decision_of(const Rulebook& book, const Record<DecisionRule>& row) {
  GUANXI_ASSIGN(const EntityType* type, entity_of(book.schema(), row[DecisionRule.entity]));
  Decision out;
  out.name = row[DecisionRule.name];
  out.decision = row[DecisionRule.decision];
  out.on_create_only = row[DecisionRule.moment] == Picklist("create");
  out.answer_required = row[DecisionRule.answer_required] == true;
  auto model = dmn::Model::load({{out.name, std::string(row[DecisionRule.model])}});
  if (!model) return std::move(model).error().at_field(DecisionRule.model.name);
  GUANXI_CHECK(check_model(*model, out.decision));
  for (const std::string& name : model->names(dmn::ElementKind::input)) {
    GUANXI_ASSIGN(Decision::Input input, input_named(book, *type, name));
    out.inputs.push_back(std::move(input));
  }
  if (const std::string target(row[DecisionRule.target]); !target.empty()) {
    out.target = field_named(book, *type, target);
    if (out.target == nullptr) return Error(Code::invalid, no_target, {target, said(*type)}).at_field(DecisionRule.target.name);
  }
  out.model = std::make_shared<const dmn::Model>(std::move(*model));
  return out;
}

Result<std::shared_ptr<const Rulebook>> load_rules(store::Reader& reader, std::shared_ptr<const Schema> schema) {
  auto book = std::make_shared<Rulebook>(schema);
  GUANXI_CHECK(each_live<ValidationRule>(reader, schema->of(ValidationRule), ValidationRule.id, [&](const Record<ValidationRule>& row) -> Result<void> {
    const EntityType* const type = schema->find(row[ValidationRule.entity]);
    if (type == nullptr || row[ValidationRule.disabled]) return {};
    keep(check_of(*book, row), Check{std::string(row[ValidationRule.name]), {}, {}, {}, {}}, book->open(type->number()).checks);
    return {};
  }));
  GUANXI_CHECK(each_live<DecisionRule>(reader, schema->of(DecisionRule), DecisionRule.id, [&](const Record<DecisionRule>& row) -> Result<void> {
    const EntityType* const type = schema->find(row[DecisionRule.entity]);
    if (type == nullptr || row[DecisionRule.disabled]) return {};
    Decision otherwise;
    otherwise.name = row[DecisionRule.name];
    keep(decision_of(*book, row), std::move(otherwise), book->open(type->number()).decisions);
    return {};
  }));
  const Expr with_formula = !is_null(CustomField.formula);
  GUANXI_CHECK(each_live<CustomField>(reader, schema->of(CustomField), CustomField.number, with_formula, [&](const Record<CustomField>& row) -> Result<void> {
    const EntityType* const type = schema->find(row[CustomField.entity]);
    const AnyField* const field = type == nullptr ? nullptr : type->find(row[CustomField.name]);
    if (field == nullptr) return {};
    keep(computed_of(*book, *type, *field, row[CustomField.formula]), Computed{field, {}}, book->open(type->number()).computed);
    return {};
  }));
  return std::shared_ptr<const Rulebook>(std::move(book));
}

}  // namespace guanxi
