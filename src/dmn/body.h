// What a loaded model is made of.
#pragma once

#include <map>
#include <pugixml.hpp>

#include "dmn/model.h"
#include "expr/feel/parser.h"

namespace guanxi::dmn {

using Index = std::uint32_t;

struct Element {
  ElementKind kind = ElementKind::input;
  std::string name, id;
  std::size_t file = 0;
  pugi::xml_node xml;
  const feel::Type* type = nullptr;
  std::vector<Index> needs;       // what must be known before it
  std::uint32_t node = 0, slots = 0;
  const feel::Body* function = nullptr;  // of a knowledge model
  std::vector<Index> parameters;         // of a service: inputs and input decisions
  std::vector<std::string> parameter_names;
  std::vector<Index> outputs;            // of a service
  const feel::Type* result = nullptr;    // of a service
};

struct File;

// The types of one file, and of those that it imports under their names.
class FileTypes : public feel::TypeNames {
 public:
  const feel::Type* find_type(std::string_view name) const override;
  std::size_t match_type(std::string_view source, std::size_t at) const override;
  std::map<std::string, const feel::Type*, std::less<>> known;
};

struct File {
  std::string name, space;
  pugi::xml_document document;
  pugi::xml_node root;
  std::map<std::string, std::size_t, std::less<>> imports;  // by name
  FileTypes types;
};

struct Model::Body {
  mutable feel::Zones zones;
  feel::Program program;
  std::vector<std::unique_ptr<File>> files;
  std::vector<Element> elements;
  std::vector<Problem> problems;
};

// The name of an element without its prefix.
std::string_view local_name(const pugi::xml_node& node) noexcept;
pugi::xml_node child(const pugi::xml_node& node, std::string_view name) noexcept;
std::vector<pugi::xml_node> children(const pugi::xml_node& node, std::string_view name);
// Whether an element of XML is an expression of DMN.
bool is_expression(const pugi::xml_node& node) noexcept;
// The text inside <text>, or of the node itself.
std::string text_in(const pugi::xml_node& node);

}  // namespace guanxi::dmn
