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

struct Model {
  std::shared_ptr<const Schema> schema;  // the built-in one
  std::vector<Shape> entities, commands, queries, rows;
  std::vector<Function> functions;       // in the order of the header
  std::vector<Constant> constants;
};

// Reads the descriptors, and guanxi.h below the project's folder. Throws std::runtime_error with a sentence.
Model read_model(const std::string& root);

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

}  // namespace guanxi::generate
