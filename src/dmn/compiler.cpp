// The elements of a model, their types and what they need.
#include "dmn/compiler.h"

#include <algorithm>

#include "expr/feel/names.h"

namespace guanxi::dmn {
namespace {

constexpr Message no_type{"dmn.no_type", "There is no type “{0}”.", "没有类型“{0}”。"};
constexpr Message no_target{"dmn.no_target", "It needs “{0}”, which is not in the model or its imports.", "它需要“{0}”，但模型及其导入中都没有。"};
constexpr Message cycle{"dmn.cycle", "It needs itself, directly or by way of others.", "它直接或间接地依赖自己。"};
constexpr Message long_way{"dmn.long_way", "It needs others through more than {0} others.", "它间接依赖的链条超过 {0} 层。"};
constexpr Message deep_type{"dmn.deep_type", "The type “{0}” is nested too deeply.", "类型“{0}”嵌套过深。"};
constexpr Message type_cycle{"dmn.type_cycle", "The type “{0}” is part of itself.", "类型“{0}”包含自身。"};
constexpr Message no_import{"dmn.no_import", "It imports “{0}”, which was not given.", "它导入的“{0}”未提供。"};

constexpr Index none = 0xFFFFFFFF;

std::string named(const pugi::xml_node& node) { return feel::normal_name(node.attribute("name").value()); }

}  // namespace

void Compiler::problem(Error error) { model_.problems.push_back({element_, std::move(error)}); }

void Compiler::run() {
  for (auto& file : model_.files) {
    element_ = file->name;
    for (const pugi::xml_node& import : children(file->root, "import")) {
      const std::string_view space = import.attribute("namespace").value();
      const std::string_view kind = import.attribute("importType").value();
      const auto found = std::find_if(model_.files.begin(), model_.files.end(), [&](const auto& f) { return f->space == space; });
      if (found != model_.files.end()) {
        file->imports[named(import)] = static_cast<std::size_t>(found - model_.files.begin());
      } else if (kind.find("DMN") != std::string_view::npos || kind.find("MODEL") != std::string_view::npos) {
        problem(Error(Code::not_found, no_import, {std::string(space)}));
      }
    }
  }
  declare_types();
  declare_elements();
  for (Index i = 0; i < model_.elements.size(); ++i) connect(i);
  for (Index i = 0; i < model_.elements.size(); ++i) connect_service(i);
  find_cycles();
  for (Index i = 0; i < model_.elements.size(); ++i) compile(i);
}

void Compiler::declare_types() {
  for (std::size_t f = 0; f < model_.files.size(); ++f) {
    for (const pugi::xml_node& item : children(model_.files[f]->root, "itemDefinition")) {
      type_named(f, named(item));
    }
  }
}

// A type of the file, of an import ("imp.tAge") or of FEEL; null when there is none.
const feel::Type* Compiler::type_named(std::size_t f, std::string_view written) {
  std::string name = feel::normal_name(written);
  if (name.empty()) return nullptr;
  File& file = *model_.files[f];
  if (const feel::Type* const known = file.types.find_type(name)) return known;
  for (const pugi::xml_node& item : children(file.root, "itemDefinition")) {
    if (named(item) == name) return declare_type(f, item, name);
  }
  for (const auto& [prefix, imported] : file.imports) {
    if (imported == f || !name.starts_with(prefix + ".")) continue;
    const feel::Type* const type = type_named(imported, std::string_view(name).substr(prefix.size() + 1));
    if (type != nullptr) file.types.known[name] = type;
    return type;
  }
  if (const std::size_t colon = name.find(':'); colon != std::string::npos) name.erase(0, colon + 1);
  if (const feel::Type* const known = feel::simple_type(name)) return known;
  problem(Error(Code::not_found, no_type, {name}));
  return nullptr;
}

const feel::Type* Compiler::declare_type(std::size_t f, const pugi::xml_node& item, const std::string& name) {
  const void* const key = item.internal_object();
  element_ = name;
  if (!open_types_.insert(key).second) return problem(Error(Code::invalid, type_cycle, {name})), nullptr;
  const feel::Type* type = item_type(f, item, name);
  open_types_.erase(key);
  if (type == nullptr) type = feel::any_type();
  return model_.files[f]->types.known[name] = type;
}

const feel::Type* Compiler::constrained(std::size_t f, const feel::Type* base, const pugi::xml_node& constraint, const std::string& name) {
  feel::Type out = base == nullptr ? feel::Type{} : *base;
  out.name = name;
  const std::string text = text_in(constraint);
  if (constraint && !text.empty()) {
    std::uint32_t slots = 1;
    const Scope root;
    const Scope scope{&root, 1, {}};
    const std::size_t file = std::exchange(file_, f);
    out.allowed = tests(text, scope, 0, slots, base);
    out.allowed_slots = slots;
    file_ = file;
  }
  return &program_.types.emplace_back(std::move(out));
}

const feel::Type* Compiler::item_type(std::size_t f, const pugi::xml_node& item, const std::string& name) {
  if (depth_ > 100) return problem(Error(Code::limit, deep_type, {name})), nullptr;
  ++depth_;
  const feel::Type* const out = type_of_item(f, item, name);
  --depth_;
  return out;
}

const feel::Type* Compiler::type_of_item(std::size_t f, const pugi::xml_node& item, const std::string& name) {
  const bool collection = std::string_view(item.attribute("isCollection").value()) == "true";
  const feel::Type* base = nullptr;
  if (const pugi::xml_node function = child(item, "functionItem")) {
    base = function_type(f, function);
  } else if (const auto parts = children(item, "itemComponent"); !parts.empty()) {
    feel::Type out;
    out.form = feel::Type::context;
    for (const pugi::xml_node& part : parts) {
      const std::string member = named(part);
      program_.note_member(member);
      const feel::Type* const type = item_type(f, part, member);
      out.members.push_back({member, type == nullptr ? feel::any_type() : type});
    }
    base = &program_.types.emplace_back(std::move(out));
  } else if (const pugi::xml_node ref = child(item, "typeRef")) {
    base = type_named(f, ref.text().get());
  }
  base = constrained(f, base, child(item, "allowedValues"), name);
  if (collection) {
    feel::Type out;
    out.form = feel::Type::list;
    out.element = base;
    out.name = name;
    base = &program_.types.emplace_back(std::move(out));
  }
  const pugi::xml_node whole = child(item, "typeConstraint");
  return whole ? constrained(f, base, whole, name) : base;
}

const feel::Type* Compiler::function_type(std::size_t f, const pugi::xml_node& item) {
  feel::Type out;
  out.form = feel::Type::function;
  out.element = type_named(f, item.attribute("outputTypeRef").value());
  for (const pugi::xml_node& part : children(item, "parameters")) out.members.push_back({named(part), type_named(f, part.attribute("typeRef").value())});
  return &program_.types.emplace_back(std::move(out));
}

void Compiler::declare_elements() {
  static constexpr std::pair<std::string_view, ElementKind> kinds[]{{"inputData", ElementKind::input},
                                                                    {"decision", ElementKind::decision},
                                                                    {"businessKnowledgeModel", ElementKind::knowledge},
                                                                    {"decisionService", ElementKind::service}};
  for (std::size_t f = 0; f < model_.files.size(); ++f) {
    for (const pugi::xml_node& node : model_.files[f]->root.children()) {
      const auto kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& k) { return k.first == local_name(node); });
      if (kind == std::end(kinds)) continue;
      Element element;
      element.kind = kind->second;
      element.name = element_ = named(node);
      element.id = node.attribute("id").value();
      element.file = f;
      element.xml = node;
      element.type = type_named(f, child(node, "variable").attribute("typeRef").value());
      model_.elements.push_back(std::move(element));
    }
  }
}

// "#id" within the file, "namespace#id" in another.
Index Compiler::referred(std::size_t f, std::string_view href) const {
  const std::size_t sharp = href.find('#');
  const std::string_view id = sharp == std::string_view::npos ? href : href.substr(sharp + 1);
  const std::string_view space = sharp == std::string_view::npos ? std::string_view() : href.substr(0, sharp);
  for (Index i = 0; i < model_.elements.size(); ++i) {
    const Element& element = model_.elements[i];
    const bool here = space.empty() ? element.file == f : model_.files[element.file]->space == space;
    if (here && element.id == id) return i;
  }
  return none;
}

void Compiler::need(Element& element, const pugi::xml_node& requirement, std::string_view what) {
  for (const pugi::xml_node& reference : children(requirement, what)) {
    const std::string_view href = reference.attribute("href").value();
    const Index target = referred(element.file, href);
    if (target == none) {
      problem(Error(Code::not_found, no_target, {std::string(href)}));
    } else {
      element.needs.push_back(target);
    }
  }
}

void Compiler::connect(Index index) {
  Element& element = model_.elements[index];
  element_ = element.name;
  for (const pugi::xml_node& requirement : element.xml.children()) {
    for (const std::string_view what : {"requiredInput", "requiredDecision", "requiredKnowledge"}) {
      const std::string_view kind = local_name(requirement);
      if (kind == "informationRequirement" || kind == "knowledgeRequirement") need(element, requirement, what);
    }
  }
}

void Compiler::connect_service(Index index) {
  Element& element = model_.elements[index];
  if (element.kind != ElementKind::service) return;
  element_ = element.name;
  for (const std::string_view what : {"inputData", "inputDecision"}) {
    for (const pugi::xml_node& reference : children(element.xml, what)) {
      const Index target = referred(element.file, reference.attribute("href").value());
      if (target == none) continue;
      element.parameters.push_back(target);
      element.parameter_names.push_back(model_.elements[target].name);
    }
  }
  for (const pugi::xml_node& reference : children(element.xml, "outputDecision")) {
    const Index target = referred(element.file, reference.attribute("href").value());
    if (target != none) element.outputs.push_back(target);
  }
  const feel::Type* const type = element.type;
  element.result = type != nullptr && type->form == feel::Type::function ? type->element : type;
}

std::string Compiler::visible_name(std::size_t from, const Element& element) const {
  if (element.file == from) return element.name;
  for (const auto& [prefix, file] : model_.files[from]->imports) {
    if (file == element.file) return prefix.empty() ? element.name : prefix + "." + element.name;
    for (const auto& [inner, deeper] : model_.files[file]->imports) {
      if (deeper == element.file) return prefix + "." + inner + "." + element.name;
    }
  }
  return element.name;
}

// Whether an element is among those that it needs, by whatever way.
bool Compiler::leads_back(Index from) const {
  std::vector<bool> seen(model_.elements.size(), false);
  std::vector<Index> open = model_.elements[from].needs;
  while (!open.empty()) {
    const Index next = open.back();
    open.pop_back();
    if (next == from) return true;
    if (seen[next]) continue;
    seen[next] = true;
    open.insert(open.end(), model_.elements[next].needs.begin(), model_.elements[next].needs.end());
  }
  return false;
}

// A decision that needs itself loses its needs, so that nothing runs in circles. Functions may call themselves.
void Compiler::find_cycles() {
  for (Index i = 0; i < model_.elements.size(); ++i) {
    Element& element = model_.elements[i];
    if (element.kind != ElementKind::decision || !leads_back(i)) continue;
    element_ = element.name;
    problem(Error(Code::invalid, cycle));
    element.needs.clear();
  }
  cut_long_ways();
}

// What needs others through too many others loses its needs as well: evaluation goes that deep into itself.
void Compiler::cut_long_ways() {
  constexpr int greatest_way = 500;
  std::vector<int> way(model_.elements.size(), -1);  // 0 while the element is open
  for (Index start = 0; start < model_.elements.size(); ++start) {
    std::vector<Index> open{start};
    while (!open.empty()) {
      const Index at = open.back();
      Element& element = model_.elements[at];
      if (way[at] < 0) {
        way[at] = 0;
        for (const Index next : element.needs) {
          if (way[next] < 0) open.push_back(next);
        }
        continue;
      }
      open.pop_back();
      for (const Index next : element.needs) way[at] = std::max(way[at], way[next] + 1);
      if (way[at] <= greatest_way) continue;
      element_ = element.name;
      problem(Error(Code::limit, long_way, {std::to_string(greatest_way)}));
      element.needs.clear();
      way[at] = 1;
    }
  }
}

feel::Scope Compiler::scope_of(const Element& element) {
  Scope out;
  for (const Index need : element.needs) {
    const Element& other = model_.elements[need];
    const bool value = other.kind == ElementKind::input || other.kind == ElementKind::decision;
    out.variables.push_back({visible_name(element.file, other), need, value ? other.type : nullptr});
  }
  return out;
}

void Compiler::compile(Index index) {
  Element& element = model_.elements[index];
  element_ = element.name;
  file_ = element.file;
  const Scope root = scope_of(element);
  if (element.kind == ElementKind::knowledge) return compile_knowledge(element, root);
  if (element.kind != ElementKind::decision) return;
  const Scope scope{&root, 1, {}};
  for (const pugi::xml_node& part : element.xml.children()) {
    if (!is_expression(part)) continue;
    element.node = expression(part, scope, element.slots);
    return;
  }
}

void Compiler::compile_knowledge(Element& element, const Scope& root) {
  const pugi::xml_node logic = child(element.xml, "encapsulatedLogic");
  feel::Body& body = function_body(logic, root);
  if (body.result == nullptr && element.type != nullptr) {
    body.result = element.type->form == feel::Type::function ? element.type->element : element.type;
  }
  element.function = &body;
}

}  // namespace guanxi::dmn
