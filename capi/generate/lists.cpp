// The lists that are printed as they are: what the shared library exports, and the data dictionary.
#include <algorithm>

#include "capi/generate/model.h"
#include "guanxi/dictionary.h"

namespace guanxi::generate {

std::string print_symbols(const Model& model) {
  std::vector<std::string> names;
  for (const Function& function : model.functions) names.push_back(function.name);
  std::sort(names.begin(), names.end());
  std::string out = "# What the shared library exports, and nothing else. Printed by guanxi_generate from guanxi.h: do not edit.\nGUANXI_0 {\n  global:\n";
  for (const std::string& name : names) out += "    " + name + ";\n";
  return out + "  local:\n    *;\n};\n";
}

std::string print_dictionary(const Model& model) { return data_dictionary(*model.schema, Language::english); }
std::string print_dictionary_chinese(const Model& model) { return data_dictionary(*model.schema, Language::chinese); }

}  // namespace guanxi::generate
