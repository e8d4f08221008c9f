// Boxed expressions as nodes of FEEL.
#include <algorithm>

#include "dmn/compiler.h"
#include "expr/feel/names.h"

namespace guanxi::dmn {
namespace {

using feel::Op;

constexpr Message no_logic{"dmn.no_logic", "An expression is missing.", "缺少表达式。"};
constexpr Message too_deep{"dmn.too_deep", "The expressions are boxed too deeply.", "表达式嵌套过深。"};
constexpr Message bad_text{"dmn.text", "{0} In: {1}", "{0} 位于：{1}"};
constexpr Message no_name{"dmn.unknown_name", "There is nothing called “{0}” here: is a requirement missing?", "此处没有名为“{0}”的东西：是否漏了依赖？"};

std::string name_of(const pugi::xml_node& node) { return feel::normal_name(node.attribute("name").value()); }

pugi::xml_node logic_in(const pugi::xml_node& node) {
  for (const pugi::xml_node& part : node.children()) {
    if (is_expression(part)) return part;
  }
  return {};
}

std::string shortened(const std::string& text) {
  std::string out = feel::normal_name(text);
  if (out.size() <= 80) return out;
  std::size_t end = 80;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
  return out.substr(0, end) + "…";
}

}  // namespace

// A node that is null and says that the model is broken here.
std::uint32_t Compiler::broken(const Message& message, std::vector<std::string> arguments) {
  problem(Error(Code::invalid, message, std::move(arguments)));
  return program_.add(feel::Node{Op::unknown, 0, 0, program_.text(element_), 0, 0});
}

const feel::Type* Compiler::type_ref(const pugi::xml_node& typed) {
  return type_named(file_, typed.attribute("typeRef").value());
}

std::uint32_t Compiler::coerced(std::uint32_t node, const pugi::xml_node& typed) {
  const feel::Type* const type = type_ref(typed);
  return type == nullptr ? node : program_.add(feel::Node{Op::coerce, 0, 0, node, program_.type(type), 0}, type);
}

std::uint32_t Compiler::expression(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots) {
  if (!node) return broken(no_logic);
  if (++depth_ > 100) return --depth_, broken(too_deep);
  const std::uint32_t out = boxed(node, scope, slots);
  --depth_;
  return node.attribute("typeRef") && local_name(node) != "functionDefinition" ? coerced(out, node) : out;
}

std::uint32_t Compiler::boxed(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots) {
  const std::string_view kind = local_name(node);
  if (kind == "literalExpression") return literal(text_in(node), scope, slots);
  if (kind == "context") return context(node, scope, slots);
  if (kind == "decisionTable") return table(node, scope, slots);
  if (kind == "invocation") return invocation(node, scope, slots);
  if (kind == "list") return list(node, scope, slots);
  if (kind == "relation") return relation(node, scope, slots);
  if (kind == "functionDefinition") return function(node, scope, slots);
  if (kind == "conditional") return conditional(node, scope, slots);
  if (kind == "filter") return filter(node, scope, slots);
  return iterator(node, scope, slots);
}

std::uint32_t Compiler::literal(const std::string& text, const Scope& scope, std::uint32_t& slots) {
  feel::Parser parser(program_, text, scope, slots, &model_.files[file_]->types);
  const auto node = parser.expression();
  if (!node) return broken(bad_text, {in_both(node.error().text(Language::chinese), node.error().text()), shortened(text)});
  for (const auto& unknown : parser.unknown()) problem(Error(Code::not_found, no_name, {unknown.name}));
  return *node;
}

std::uint32_t Compiler::tests(const std::string& text, const Scope& scope, std::uint32_t slot, std::uint32_t& slots, const feel::Type* type) {
  feel::Parser parser(program_, text, scope, slots, &model_.files[file_]->types);
  const auto node = parser.unary_tests(slot, type);
  if (!node) return broken(bad_text, {in_both(node.error().text(Language::chinese), node.error().text()), shortened(text)});
  for (const auto& unknown : parser.unknown()) problem(Error(Code::not_found, no_name, {unknown.name}));
  return *node;
}

std::uint32_t Compiler::context(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots) {
  Scope inner{&scope, scope.level, {}};
  std::vector<std::uint32_t> links;
  feel::Type type;
  type.form = feel::Type::context;
  const feel::Type* result = nullptr;
  for (const pugi::xml_node& entry : children(node, "contextEntry")) {
    const pugi::xml_node variable = child(entry, "variable");
    std::uint32_t value = expression(logic_in(entry), inner, slots);
    if (variable) value = coerced(value, variable);
    const std::string name = variable ? name_of(variable) : std::string();
    const std::uint32_t slot = slots++;
    links.insert(links.end(), {feel::marked(program_.text(name)), value, feel::marked(slot)});
    result = variable ? nullptr : program_.node_types[value];
    if (!variable) break;
    program_.note_member(name);
    type.members.push_back({name, program_.node_types[value]});
    inner.variables.push_back({name, slot, program_.node_types[value]});
  }
  if (result == nullptr) return program_.add(Op::context, links, 0, 0, &program_.types.emplace_back(std::move(type)));
  return program_.add(Op::context, links, 0, 1, result);
}

std::uint32_t Compiler::list(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots) {
  std::vector<std::uint32_t> items;
  for (const pugi::xml_node& part : node.children()) {
    if (is_expression(part)) items.push_back(expression(part, scope, slots));
  }
  return program_.add(Op::list, items, 0);
}

// Rows of cells as a list of contexts.
std::uint32_t Compiler::relation(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots) {
  const auto columns = children(node, "column");
  std::vector<std::uint32_t> rows;
  feel::Type type;
  type.form = feel::Type::context;
  for (const pugi::xml_node& column : columns) {
    program_.note_member(name_of(column));
    type.members.push_back({name_of(column), feel::any_type()});
  }
  const feel::Type* const row_type = &program_.types.emplace_back(std::move(type));
  const std::uint32_t slot = slots++;  // nobody reads a cell by its slot
  for (const pugi::xml_node& row : children(node, "row")) {
    std::vector<std::uint32_t> links;
    auto column = columns.begin();
    for (const pugi::xml_node& cell : row.children()) {
      if (!is_expression(cell) || column == columns.end()) continue;
      const std::uint32_t value = expression(cell, scope, slots);
      links.insert(links.end(), {feel::marked(program_.text(name_of(*column))), coerced(value, *column), feel::marked(slot)});
      ++column;
    }
    rows.push_back(program_.add(Op::context, links, 0, 0, row_type));
  }
  return program_.add(Op::list, rows, 0, 0, program_.list_of(row_type));
}

std::uint32_t Compiler::invocation(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots) {
  std::vector<std::uint32_t> links{expression(logic_in(node), scope, slots)};
  for (const pugi::xml_node& binding : children(node, "binding")) {
    links.push_back(feel::marked(program_.text(name_of(child(binding, "parameter")))));
    links.push_back(expression(logic_in(binding), scope, slots));
  }
  return program_.add(links.size() == 1 ? Op::call : Op::call_named, links, 0);
}

std::uint32_t Compiler::conditional(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots) {
  std::vector<std::uint32_t> links;
  for (const std::string_view part : {"if", "then", "else"}) links.push_back(expression(logic_in(child(node, part)), scope, slots));
  return program_.add(Op::choose, links, 0, 1);
}

std::uint32_t Compiler::filter(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots) {
  const std::uint32_t listed = expression(logic_in(child(node, "in")), scope, slots);
  const feel::Type* const type = program_.node_types[listed];
  const std::uint32_t slot = slots++;
  const Scope inner{&scope, scope.level, {}, true, slot, type->form == feel::Type::list ? type->element : nullptr};
  const std::uint32_t condition = expression(logic_in(child(node, "match")), inner, slots);
  return program_.add(feel::Node{Op::filter, 1, static_cast<std::uint16_t>(slot), listed, condition, 0});
}

// for, some, every.
std::uint32_t Compiler::iterator(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots) {
  const bool loop = local_name(node) == "for";
  const std::uint32_t domain = expression(logic_in(child(node, "in")), scope, slots);
  const feel::Type* const type = program_.node_types[domain];
  Scope inner{&scope, scope.level, {}};
  const std::uint32_t slot = slots++;
  inner.variables.push_back({feel::normal_name(node.attribute("iteratorVariable").value()), slot, type->form == feel::Type::list ? type->element : nullptr});
  std::vector<std::uint32_t> links{0};
  if (loop) {
    links.push_back(feel::marked(slots));
    inner.variables.push_back({"partial", slots++, nullptr});
  }
  links.insert(links.end(), {feel::marked(slot), domain});
  links[0] = expression(logic_in(child(node, loop ? "return" : "satisfies")), inner, slots);
  return program_.add(loop ? Op::each : local_name(node) == "some" ? Op::some : Op::every, links, 0, 1);
}

feel::Body& Compiler::function_body(const pugi::xml_node& node, const Scope& scope) {
  feel::Body& body = program_.bodies.emplace_back();
  Scope inner{&scope, scope.level + 1, {}};
  for (const pugi::xml_node& parameter : children(node, "formalParameter")) {
    const feel::Type* const type = type_ref(parameter);
    inner.variables.push_back({name_of(parameter), static_cast<std::uint32_t>(body.names.size()), type});
    body.names.push_back(name_of(parameter));
    body.types.push_back(type);
  }
  body.slots = static_cast<std::uint32_t>(body.names.size());
  const pugi::xml_node logic = logic_in(node);
  const std::string_view kind = node.attribute("kind").value();
  body.is_external = kind == "Java" || kind == "PMML";
  if (kind == "Java") external(body, logic);
  if (!body.is_external) body.node = expression(logic, inner, body.slots);
  return body;
}

// A context with “class” and “method signature”.
void Compiler::external(feel::Body& body, const pugi::xml_node& context) {
  for (const pugi::xml_node& entry : children(context, "contextEntry")) {
    std::string text = feel::normal_name(text_in(logic_in(entry)));
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    (name_of(child(entry, "variable")) == "class" ? body.external.class_name : body.external.method) = text;
  }
}

std::uint32_t Compiler::function(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots) {
  const auto index = static_cast<std::uint32_t>(program_.bodies.size());
  const feel::Body& body = function_body(node, scope);
  feel::Type type;
  type.form = feel::Type::function;
  type.element = program_.node_types[body.node];
  for (std::size_t i = 0; i < body.names.size(); ++i) type.members.push_back({body.names[i], body.types[i]});
  return program_.add(feel::Node{Op::function, 0, 0, index, slots, 0}, &program_.types.emplace_back(std::move(type)));
}

}  // namespace guanxi::dmn
