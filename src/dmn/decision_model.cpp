// The public face of decision models.
#include "guanxi/dmn.h"

#include "base/check.h"
#include "dmn/kit.h"
#include "dmn/model.h"
#include "expr/feel/evaluation.h"

namespace guanxi {

struct DecisionModel::Body {
  dmn::Model model;
};

DecisionModel::DecisionModel(std::unique_ptr<Body> body) : body_(std::move(body)) {}
DecisionModel::DecisionModel(DecisionModel&&) noexcept = default;
DecisionModel& DecisionModel::operator=(DecisionModel&&) noexcept = default;
DecisionModel::~DecisionModel() = default;

Result<DecisionModel> DecisionModel::load(std::vector<Document> documents) {
  std::vector<dmn::Document> given;
  for (Document& document : documents) given.push_back({std::move(document.name), std::move(document.xml)});
  GUANXI_ASSIGN(dmn::Model model, dmn::Model::load(std::move(given)));
  return DecisionModel(std::make_unique<Body>(Body{std::move(model)}));
}

std::vector<DecisionModel::Problem> DecisionModel::problems() const {
  std::vector<Problem> out;
  for (const dmn::Problem& p : body_->model.problems()) out.push_back({p.element, p.error.text(), p.error.text(Language::chinese)});
  return out;
}

std::vector<std::string> DecisionModel::decisions() const { return body_->model.names(dmn::ElementKind::decision); }
std::vector<std::string> DecisionModel::services() const { return body_->model.names(dmn::ElementKind::service); }

Result<Evaluation> DecisionModel::decide(std::string_view name, std::string_view json, Instant now, Language language,
                                      const EvaluationLimits& limits) const {
  feel::Memory memory;
  GUANXI_ASSIGN(const feel::Value given, feel::from_json(json, memory));
  std::vector<dmn::Input> inputs;
  for (std::uint32_t i = 0; given.is(feel::Kind::context) && i < given.size; ++i) {
    const feel::Type* const type = body_->model.type_of(given.entries[i].key);
    const feel::Value& value = given.entries[i].value;
    inputs.push_back({std::string(given.entries[i].key), type == nullptr ? value : read_as(value, *type, memory, body_->model.zones())});
  }
  std::vector<dmn::Match> matches;
  GUANXI_ASSIGN(const feel::Value out, body_->model.evaluate(name, inputs, memory, now, feel::limits_of(limits), &matches));
  Evaluation evaluation = feel::evaluation_of(out, language);
  for (dmn::Match& match : matches) evaluation.tables.push_back({std::move(match.decision), std::move(match.rules)});
  return evaluation;
}

Result<ConformanceReport> check_conformance(const std::string& folder, Instant now) {
  GUANXI_ASSIGN(const dmn::KitReport report, dmn::run_kit(folder, now));
  ConformanceReport out{report.cases.size(), report.passed(), report.wanting(), report.wanting_passed(), {}, report.csv()};
  for (const dmn::KitCase& c : report.cases) {
    if (!c.passed) out.failures.push_back(c.folder + " " + c.id + ": " + c.detail);
  }
  return out;
}

}  // namespace guanxi
