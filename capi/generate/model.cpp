#include "capi/generate/model.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>

#include "model/labels.h"

namespace guanxi::generate {
namespace {

Field field_of(const Schema& schema, const AnyField& from) {
  const EntityType* target = from.target == 0 ? nullptr : schema.find(from.target);
  return {from.number,
          std::string(from.name),
          from.type,
          from.has(required),
          from.has(system_only),
          from.has(command_only),
          from.scale,
          std::string(from.picklist),
          target == nullptr ? std::string() : std::string(target->name()),
          std::string(first_label(from.labels, Language::english)),
          std::string(first_label(from.labels, Language::chinese))};
}

Shape shape_of(const Schema& schema, const EntityType& type) {
  Shape shape;
  shape.number = type.number();
  shape.name = type.name();
  shape.english = first_label(type.labels(), Language::english);
  shape.chinese = first_label(type.labels(), Language::chinese);
  for (const AnyField* field : type.fields()) shape.fields.push_back(field_of(schema, *field));
  return shape;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + " cannot be read");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Parameter parameter_of(const std::string& text) {
  const std::size_t function_pointer = text.find("(*");
  if (function_pointer != std::string::npos) {
    const std::size_t end = text.find(')', function_pointer);
    std::string type = text;
    const std::string name = text.substr(function_pointer + 2, end - function_pointer - 2);
    return {type.erase(function_pointer + 2, name.size()), name};
  }
  std::size_t at = text.size();
  while (at > 0 && (std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0 || text[at - 1] == '_')) --at;
  return {tidy(text.substr(0, at)), text.substr(at)};
}

std::string comment_of(std::string text) {
  text = std::regex_replace(text, std::regex("\n \\* ?"), "\n");
  return tidy(text);
}

// Declarations stand as "/** … */ GX_API type name(parameters);".
std::vector<Function> functions_of(const std::string& header) {
  static const std::regex declaration(R"(/\*\*([^*]*(?:\*(?!/)[^*]*)*)\*/\s*GX_API\s+([^;(]*?)(gx_\w+)\(([^;]*)\);)");
  std::vector<Function> out;
  for (auto at = std::sregex_iterator(header.begin(), header.end(), declaration); at != std::sregex_iterator(); ++at)
    out.push_back({tidy((*at)[2]), (*at)[3], parameters_of((*at)[4]), comment_of((*at)[1])});
  std::size_t declared = 0;
  for (std::size_t at = header.find("\nGX_API "); at != std::string::npos; at = header.find("\nGX_API ", at + 1)) ++declared;
  if (declared != out.size()) throw std::runtime_error("a function of guanxi.h has no comment, or is written in another way");
  return out;
}

std::vector<Constant> constants_of(const std::string& header) {
  static const std::regex definition(R"(\n#define (GX_\w+) \(?(-?\d+)\)?)");
  std::vector<Constant> out;
  for (auto at = std::sregex_iterator(header.begin(), header.end(), definition); at != std::sregex_iterator(); ++at)
    out.push_back({(*at)[1], std::stoll((*at)[2])});
  return out;
}

std::string without_row(const std::string& name) { return name.starts_with("row.") ? name.substr(4) : name; }

}  // namespace

std::string tidy(const std::string& text) {
  std::istringstream words(text);
  std::string out, word;
  while (words >> word) out += (out.empty() ? "" : " ") + word;
  return out;
}

// Commas between the parameters; those within a function pointer's own are inside parentheses.
std::vector<Parameter> parameters_of(const std::string& text) {
  std::vector<Parameter> out;
  int depth = 0;
  std::string one;
  for (const char c : text + ',') {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c != ',' || depth > 0) {
      one += c;
      continue;
    }
    if (const std::string tidied = tidy(one); !tidied.empty() && tidied != "void") out.push_back(parameter_of(tidied));
    one.clear();
  }
  return out;
}

std::string function_name(const std::string& name) {
  std::string out = without_row(name);
  std::replace(out.begin(), out.end(), '.', '_');
  return out;
}

std::string macro_name(const std::string& name) {
  std::string out = function_name(name);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

Model read_model(const std::string& root) {
  Model model;
  model.schema = Schema::builtin();
  const Schema& schema = *model.schema;
  for (const auto& type : schema.entities()) model.entities.push_back(shape_of(schema, *type));
  for (const AnyEntity* command : builtin_commands()) model.commands.push_back(shape_of(schema, EntityType(*command)));
  for (const door::QueryEntry& query : door::queries()) {
    Shape shape = shape_of(schema, EntityType(*query.arguments));
    shape.rows = name_of(*query.rows);
    shape.says = query.says;
    shape.takes_condition = query.takes_condition;
    model.queries.push_back(std::move(shape));
  }
  for (const AnyEntity* row : door::row_shapes()) model.rows.push_back(shape_of(schema, EntityType(*row)));
  const std::string header = read_file(root + "/capi/guanxi.h");
  model.functions = functions_of(header);
  model.constants = constants_of(header);
  model.structs = structs_of(header);
  model.callbacks = callbacks_of(header);
  return model;
}

}  // namespace guanxi::generate
