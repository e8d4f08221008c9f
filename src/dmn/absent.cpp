// Stands in for this room where the library is built without DMN.
#include "dmn/model.h"
#include "guanxi/dmn.h"

namespace guanxi {
namespace {

constexpr Message built_without{"dmn.absent", "This build of the library has no decision models: build it with GUANXI_DMN and pugixml.",
                                "此构建不含决策模型：请启用 GUANXI_DMN 并安装 pugixml 后重新构建。"};

}  // namespace

struct DecisionModel::Body {};

DecisionModel::DecisionModel(std::unique_ptr<Body> body) : body_(std::move(body)) {}
DecisionModel::DecisionModel(DecisionModel&&) noexcept = default;
DecisionModel& DecisionModel::operator=(DecisionModel&&) noexcept = default;
DecisionModel::~DecisionModel() = default;

Result<DecisionModel> DecisionModel::load(std::vector<Document>) { return Error(Code::unsupported, built_without); }
std::vector<DecisionModel::Problem> DecisionModel::problems() const { return {}; }
std::vector<std::string> DecisionModel::decisions() const { return {}; }
std::vector<std::string> DecisionModel::services() const { return {}; }
Result<Evaluation> DecisionModel::decide(std::string_view, std::string_view, Instant, Language, const EvaluationLimits&) const {
  return Error(Code::unsupported, built_without);
}
Result<ConformanceReport> check_conformance(const std::string&, Instant) { return Error(Code::unsupported, built_without); }

namespace dmn {

struct Model::Body {};

Model::Model(std::unique_ptr<Body> body) : body_(std::move(body)) {}
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;
Model::~Model() = default;

Result<Model> Model::load(std::vector<Document>) { return Error(Code::unsupported, built_without); }
const std::vector<Problem>& Model::problems() const noexcept {
  static const std::vector<Problem> none;
  return none;
}
std::vector<std::string> Model::names(ElementKind) const { return {}; }
const feel::Type* Model::type_of(std::string_view) const noexcept { return nullptr; }
Result<feel::Value> Model::evaluate(std::string_view, const std::vector<Input>&, feel::Memory&, Instant, feel::Limits, std::vector<Match>*) const {
  return Error(Code::unsupported, built_without);
}

}  // namespace dmn

}  // namespace guanxi
