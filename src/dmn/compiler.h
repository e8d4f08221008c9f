// Turns the XML of models into nodes.
#pragma once

#include <set>

#include "dmn/body.h"

namespace guanxi::dmn {

class Compiler {
 public:
  explicit Compiler(Model::Body& model) : model_(model), program_(model.program) {}

  void run();

 private:
  using Scope = feel::Scope;

  // Elements and how they hang together.
  void declare_types();
  const feel::Type* declare_type(std::size_t file, const pugi::xml_node& item, const std::string& name);
  const feel::Type* item_type(std::size_t file, const pugi::xml_node& item, const std::string& name);
  const feel::Type* type_of_item(std::size_t file, const pugi::xml_node& item, const std::string& name);
  const feel::Type* constrained(std::size_t file, const feel::Type* base, const pugi::xml_node& tests, const std::string& name);
  const feel::Type* function_type(std::size_t file, const pugi::xml_node& item);
  const feel::Type* type_named(std::size_t file, std::string_view name);
  void declare_elements();
  void connect(Index index);
  void connect_service(Index index);
  void need(Element& element, const pugi::xml_node& requirement, std::string_view what);
  Index referred(std::size_t file, std::string_view href) const;
  std::string visible_name(std::size_t from, const Element& element) const;
  void find_cycles();
  bool leads_back(Index from) const;
  void cut_long_ways();
  Scope scope_of(const Element& element);

  // Their logic.
  void compile(Index index);
  void compile_knowledge(Element& element, const Scope& root);
  std::uint32_t expression(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots);
  std::uint32_t boxed(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots);
  std::uint32_t literal(const std::string& text, const Scope& scope, std::uint32_t& slots);
  std::uint32_t context(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots);
  std::uint32_t list(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots);
  std::uint32_t relation(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots);
  std::uint32_t invocation(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots);
  std::uint32_t conditional(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots);
  std::uint32_t filter(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots);
  std::uint32_t iterator(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots);
  std::uint32_t function(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots);
  feel::Body& function_body(const pugi::xml_node& node, const Scope& scope);
  std::uint32_t table(const pugi::xml_node& node, const Scope& scope, std::uint32_t& slots);
  void table_input(const pugi::xml_node& node, feel::Table& table, const Scope& scope, std::uint32_t& slots);
  void table_output(const pugi::xml_node& node, feel::Table& table, const Scope& scope, std::uint32_t& slots);
  void table_rule(const pugi::xml_node& node, feel::Table& table, const Scope& scope, std::uint32_t& slots);
  std::uint32_t tests(const std::string& text, const Scope& scope, std::uint32_t slot, std::uint32_t& slots, const feel::Type* type);
  std::uint32_t coerced(std::uint32_t node, const pugi::xml_node& typed);
  const feel::Type* type_ref(const pugi::xml_node& typed);
  void external(feel::Body& body, const pugi::xml_node& context);

  std::uint32_t broken(const Message& message, std::vector<std::string> arguments = {});
  void problem(Error error);

  Model::Body& model_;
  feel::Program& program_;
  std::size_t file_ = 0;       // of the element that is being compiled
  std::string element_;        // its name
  int depth_ = 0;
  std::set<const void*> open_types_;
};

}  // namespace guanxi::dmn
