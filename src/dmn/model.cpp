#include "dmn/model.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "dmn/compiler.h"
#include "expr/feel/names.h"

namespace guanxi::dmn {
namespace {

constexpr Message bad_xml{"dmn.xml", "{0} is no readable XML: {1} near byte {2}.", "{0} 不是可读的 XML：第 {2} 字节附近有误（{1}）。"};
constexpr Message no_definitions{"dmn.definitions", "{0} holds no decision model: its root is “{1}”, not “definitions”.",
                                 "{0} 不含决策模型：根元素是“{1}”，而不是“definitions”。"};
constexpr Message no_element{"dmn.no_element", "The model has no decision, knowledge model or service called “{0}”.", "模型中没有名为“{0}”的决策、业务知识模型或决策服务。"};
constexpr Message no_input{"dmn.no_input", "The input “{0}” was not given.", "未提供输入“{0}”。"};
constexpr Message without_logic{"dmn.empty", "“{0}” has no logic.", "“{0}”没有决策逻辑。"};
constexpr Message arguments_count{"dmn.count", "The service takes {0} arguments and was given {1}.", "该决策服务需要 {0} 个参数，却给了 {1} 个。"};

}  // namespace

// One evaluation: the values of the elements, found as they are needed.
class Run : public feel::Host {
 public:
  Run(const Model::Body& model, feel::Memory& memory, Instant now, feel::Limits limits, std::vector<Match>* matches)
      : model_(model), memory_(memory), machine_(model.program, memory, model.zones, now, limits, this), matches_(matches) {
    enter();
  }

  feel::Value value_of(Index index) {
    ensure(index);
    return values_[index];
  }
  void give(Index index, const feel::Value& value) {
    const Element& element = model_.elements[index];
    values_[index] = element.type == nullptr ? value : machine_.coerce(value, *element.type);
    known_[index] = true;
  }
  feel::Value invoke(std::uint32_t service, feel::Arguments arguments) override {
    const Element& element = model_.elements[service];
    if (arguments.size() != element.parameters.size()) {
      return machine_.null(arguments_count, {std::to_string(element.parameters.size()), std::to_string(arguments.size())});
    }
    if (++depth_ > 50) return --depth_, machine_.null(without_logic, {element.name});
    feel::Value* const values = values_;
    bool* const known = known_;
    enter();
    for (std::size_t i = 0; i < arguments.size(); ++i) give(element.parameters[i], arguments[i]);
    const bool refused = mismatched(element, arguments);
    const feel::Value out = refused ? values_[refused_] : outputs_of(element);
    values_ = values;
    known_ = known;
    --depth_;
    return out;
  }
  void matched(std::span<const std::uint32_t> rules) override {
    if (matches_ == nullptr || matches_->size() == most_matches) return;
    Match& match = matches_->emplace_back();
    if (deciding_ != nullptr) match.decision = deciding_->name;
    for (const std::uint32_t rule : rules) match.rules.push_back(rule + 1);
  }
  std::span<const std::string> parameters_of(std::uint32_t service) override { return model_.elements[service].parameter_names; }
  // What the service returns when its inputs have been given one by one.
  feel::Value outputs_of(const Element& service) {
    feel::Value out;
    if (service.outputs.size() == 1) {
      out = value_of(service.outputs[0]);
    } else {
      std::vector<feel::Entry> entries;
      for (const Index output : service.outputs) entries.push_back({model_.elements[output].name, value_of(output)});
      out = memory_.context(entries);
    }
    return service.result == nullptr ? out : machine_.coerce(out, *service.result);
  }
  // Inputs of a service that were not given are null: it never finds them itself.
  void close(const Element& service) {
    for (const Index parameter : service.parameters) {
      if (!known_[parameter]) give(parameter, machine_.null(no_input, {model_.elements[parameter].name}));
    }
  }
  feel::Machine& machine() { return machine_; }

 private:
  // Whether an argument did not fit; `refused_` is its element.
  bool mismatched(const Element& service, feel::Arguments arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      refused_ = service.parameters[i];
      if (values_[refused_].null() && !arguments[i].null()) return true;
    }
    return false;
  }

  void enter() {
    values_ = memory_.array<feel::Value>(model_.elements.size());
    std::fill_n(values_, model_.elements.size(), feel::Value{});
    known_ = memory_.array<bool>(model_.elements.size());
    std::fill_n(known_, model_.elements.size(), false);
  }

  void ensure(Index index) {
    if (known_[index] || machine_.stopped()) return;
    const Element& element = model_.elements[index];
    known_[index] = true;
    const feel::Frame* const root = memory_.keep(feel::Frame{values_, nullptr});
    feel::Value out;
    if (element.kind == ElementKind::knowledge || element.kind == ElementKind::service) {
      out.kind = feel::Kind::function;
      out.function = memory_.keep(feel::Function{element.function, *root, index});
      values_[index] = out;
    }
    if (element.kind == ElementKind::input) out = machine_.null(no_input, {element.name});
    for (const Index need : element.needs) ensure(need);
    if (element.kind == ElementKind::decision) out = decided(element, root);
    values_[index] = out;
  }

  feel::Value decided(const Element& element, const feel::Frame* root) {
    if (element.node == 0) return machine_.null(without_logic, {element.name});
    feel::Value* const slots = memory_.array<feel::Value>(element.slots);
    std::fill_n(slots, element.slots, feel::Value{});
    feel::Frame frame{slots, root};
    const Element* const outer = std::exchange(deciding_, &element);
    const feel::Value out = machine_.run(element.node, frame);
    deciding_ = outer;
    return element.type == nullptr ? out : machine_.coerce(out, *element.type);
  }

  const Model::Body& model_;
  feel::Memory& memory_;
  feel::Machine machine_;
  feel::Value* values_ = nullptr;
  bool* known_ = nullptr;
  Index refused_ = 0;
  int depth_ = 0;
  static constexpr std::size_t most_matches = 1'000;  // of a table that is asked in a loop
  std::vector<Match>* matches_;
  const Element* deciding_ = nullptr;
};

Model::Model(std::unique_ptr<Body> body) : body_(std::move(body)) {}
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;
Model::~Model() = default;

Result<Model> Model::load(std::vector<Document> documents) {
  auto body = std::make_unique<Body>();
  body->program.zones = &body->zones;
  for (Document& document : documents) {
    auto file = std::make_unique<File>();
    const auto parsed = file->document.load_buffer(document.xml.data(), document.xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!parsed) return Error(Code::invalid, bad_xml, {document.name, parsed.description(), std::to_string(parsed.offset)});
    file->root = file->document.document_element();
    if (local_name(file->root) != "definitions") return Error(Code::invalid, no_definitions, {document.name, std::string(local_name(file->root))});
    file->name = std::move(document.name);
    file->space = file->root.attribute("namespace").value();
    body->files.push_back(std::move(file));
  }
  Compiler(*body).run();
  return Model(std::move(body));
}

const std::vector<Problem>& Model::problems() const noexcept { return body_->problems; }
feel::Zones& Model::zones() const noexcept { return body_->zones; }

std::vector<std::string> Model::names(ElementKind kind) const {
  std::vector<std::string> out;
  for (const Element& element : body_->elements) {
    if (element.kind == kind && element.file == 0) out.push_back(element.name);
  }
  return out;
}

const feel::Type* Model::type_of(std::string_view name) const noexcept {
  const auto& elements = body_->elements;
  const auto found = std::find_if(elements.begin(), elements.end(), [&](const Element& e) { return e.name == name; });
  return found == elements.end() ? nullptr : found->type;
}

Result<feel::Value> Model::evaluate(std::string_view name, const std::vector<Input>& inputs, feel::Memory& memory, Instant now,
                                    feel::Limits limits, std::vector<Match>* matches) const {
  const auto& elements = body_->elements;
  const auto find = [&](std::string_view wanted, bool logic) {
    return std::find_if(elements.begin(), elements.end(), [&](const Element& e) {
      return e.name == wanted && (!logic || (e.kind != ElementKind::input && e.file == 0));
    });
  };
  const auto found = find(name, true);
  if (found == elements.end()) return Error(Code::not_found, no_element, {std::string(name)});
  Run run(*body_, memory, now, limits, matches);
  for (const Input& input : inputs) {
    std::string_view wanted = input.name;
    auto target = find(wanted, false);
    if (const std::size_t dot = wanted.rfind('.'); target == elements.end() && dot != std::string_view::npos) target = find(wanted.substr(dot + 1), false);
    if (target != elements.end()) run.give(static_cast<Index>(target - elements.begin()), input.value);
  }
  if (found->kind == ElementKind::service) run.close(*found);
  const feel::Value out = found->kind == ElementKind::service ? run.outputs_of(*found) : run.value_of(static_cast<Index>(found - elements.begin()));
  if (run.machine().stopped()) return run.machine().stop_error();
  return out;
}

}  // namespace guanxi::dmn
