// What the generator prints from: one model of everything that goes through the C door, read from the descriptors and, for the
// functions and constants, from guanxi.h itself. Every output is a function of this model alone.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "capi/door/shapes.h"
#include "guanxi/schema.h"

namespace guanxi::generate {

// A field of an entity, an argument of a command or query, a column of a row.
struct Field {
  std::uint16_t number;
  std::string name;     // "due_at"
  Type type;
  bool required;
  bool kept;            // by the library: system_only
  bool by_command;      // changed by a named command only
  std::uint8_t scale;   // of a decimal
  std::string picklist; // name, or empty
  std::string target;   // the entity that a reference points to, or empty
  std::string english, chinese;  // labels
};

// An entity, or the arguments of a command or query, or the row that a query gives.
struct Shape {
  std::uint16_t number;
  std::string name;     // "account", "account.suspend", "timeline", "row.timeline"
  std::string english, chinese;
  std::vector<Field> fields;
  std::string rows;     // of a query: the name of the shape that comes back
  std::string says;     // of a query: what it answers
  bool takes_condition = false;  // of a query
};

struct Parameter {
  std::string type;     // "const char *"
  std::string name;
};

// A function of guanxi.h.
struct Function {
  std::string returns;
  std::string name;
  std::vector<Parameter> parameters;
  std::string comment;  // as written, without the stars
};

struct Constant {
  std::string name;     // "GX_E_BUSY"
  std::int64_t value;
};

// A member of a struct, or a callback that has a name of its own.
struct Member {
  std::string name;
  std::string type;     // of a callback: what it returns
  int length = 0;       // of an array
  bool callback = false;
  std::vector<Parameter> parameters{};  // of a callback
  std::vector<Member> one_of{};         // of a union
};

// A struct of guanxi.h whose members are known.
struct Struct {
  std::string name;
  std::vector<Member> members;
};

struct Model {
  std::shared_ptr<const Schema> schema;  // the built-in one
  std::vector<Shape> entities, commands, queries, rows;
  std::vector<Function> functions;       // in the order of the header
  std::vector<Constant> constants;
  std::vector<Struct> structs;
  std::vector<Member> callbacks;
};

// Reads the descriptors, and guanxi.h below the project's folder. Throws std::runtime_error with a sentence.
Model read_model(const std::string& root);

// ---- Reading guanxi.h ----

// Runs of white space become one blank, ends trimmed.
std::string tidy(const std::string& text);
std::vector<Parameter> parameters_of(const std::string& text);
std::vector<Struct> structs_of(const std::string& header);
std::vector<Member> callbacks_of(const std::string& header);

// "account.suspend" → "ACCOUNT_SUSPEND", "account_suspend"; "row.timeline" → "TIMELINE", "timeline".
std::string macro_name(const std::string& name);
std::string function_name(const std::string& name);

// ---- The outputs, each a file below the project's folder ----

struct Output {
  const char* path;
  std::string (*print)(const Model& model);
};

std::string print_fields(const Model& model);      // guanxi_fields.h
std::string print_commands(const Model& model);    // guanxi_commands.h
std::string print_symbols(const Model& model);     // the version script: what the shared library exports
std::string print_dictionary(const Model& model);  // the data dictionary in English …
std::string print_dictionary_chinese(const Model& model);  // … and Chinese

// The Python package: modules, and stubs of those whose keywords are typed there.
std::string print_python_native(const Model& model);
std::string print_python_currencies(const Model& model);
std::string print_python_entities(const Model& model);
std::string print_python_entities_stub(const Model& model);
std::string print_python_rows(const Model& model);
std::string print_python_rows_stub(const Model& model);
std::string print_python_commands(const Model& model);
std::string print_python_commands_stub(const Model& model);
std::string print_python_queries(const Model& model);
std::string print_python_queries_stub(const Model& model);

}  // namespace guanxi::generate
