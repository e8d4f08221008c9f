// guanxi_generate ROOT           writes the generated files below the project's folder ROOT
// guanxi_generate --check ROOT   says which of them are stale; 1 when one is
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "capi/generate/model.h"

namespace {

using namespace guanxi::generate;

constexpr Output outputs[] = {
    {"capi/guanxi_fields.h", print_fields},
    {"capi/guanxi_commands.h", print_commands},
    {"capi/guanxi.map", print_symbols},
    {"docs/data-dictionary.md", print_dictionary},
    {"docs/data-dictionary.zh-CN.md", print_dictionary_chinese},
    {"bindings/python/src/guanxi/_native.py", print_python_native},
    {"bindings/python/src/guanxi/_currencies.py", print_python_currencies},
    {"bindings/python/src/guanxi/entities.py", print_python_entities},
    {"bindings/python/src/guanxi/entities.pyi", print_python_entities_stub},
    {"bindings/python/src/guanxi/rows.py", print_python_rows},
    {"bindings/python/src/guanxi/rows.pyi", print_python_rows_stub},
    {"bindings/python/src/guanxi/commands.py", print_python_commands},
    {"bindings/python/src/guanxi/commands.pyi", print_python_commands_stub},
    {"bindings/python/src/guanxi/queries.py", print_python_queries},
    {"bindings/python/src/guanxi/queries.pyi", print_python_queries_stub},
};

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

int check(const std::string& root, const Model& model) {
  int stale = 0;
  for (const Output& output : outputs) {
    if (read(root + '/' + output.path) == output.print(model)) continue;
    std::cerr << output.path << " is stale: run guanxi_generate\n";
    stale = 1;
  }
  return stale;
}

int write(const std::string& root, const Model& model) {
  for (const Output& output : outputs) {
    std::ofstream file(root + '/' + output.path, std::ios::binary);
    file << output.print(model);
    if (!file.flush()) throw std::runtime_error(root + '/' + output.path + " cannot be written");
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const bool checking = argc == 3 && std::string_view(argv[1]) == "--check";
  if (argc != 2 && !checking) {
    std::cerr << "usage: guanxi_generate [--check] ROOT\n";
    return 2;
  }
  try {
    const std::string root = argv[argc - 1];
    const Model model = read_model(root);
    return checking ? check(root, model) : write(root, model);
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 2;
  }
}
