#include "dmn/body.h"

#include <algorithm>

#include "expr/feel/names.h"

namespace guanxi::dmn {

std::string_view local_name(const pugi::xml_node& node) noexcept {
  const std::string_view name = node.name();
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) noexcept {
  for (const pugi::xml_node& inner : node.children()) {
    if (local_name(inner) == name) return inner;
  }
  return {};
}

std::vector<pugi::xml_node> children(const pugi::xml_node& node, std::string_view name) {
  std::vector<pugi::xml_node> out;
  for (const pugi::xml_node& inner : node.children()) {
    if (local_name(inner) == name) out.push_back(inner);
  }
  return out;
}

bool is_expression(const pugi::xml_node& node) noexcept {
  static constexpr std::string_view kinds[]{"literalExpression", "context", "decisionTable", "invocation", "list", "relation",
                                            "functionDefinition", "conditional", "filter", "for", "some", "every"};
  return std::find(std::begin(kinds), std::end(kinds), local_name(node)) != std::end(kinds);
}

std::string text_in(const pugi::xml_node& node) {
  const pugi::xml_node text = child(node, "text");
  std::string out;
  for (const pugi::xml_node& part : (text ? text : node).children()) out += part.value();
  return out;
}

const feel::Type* FileTypes::find_type(std::string_view name) const {
  const auto found = known.find(name);
  return found == known.end() ? nullptr : found->second;
}

std::size_t FileTypes::match_type(std::string_view source, std::size_t at) const {
  std::size_t best = 0;
  for (const auto& [name, type] : known) best = std::max(best, feel::match_name(source, at, name));
  return best;
}

}  // namespace guanxi::dmn
