// guanxi_fields.h: the numbers of everything that has a name.
#include <set>
#include <stdexcept>

#include "capi/door/describe.h"
#include "capi/generate/model.h"

namespace guanxi::generate {
namespace {

constexpr const char* fields_head = R"(/* Numbers of entities and fields, commands, queries and rows. Printed by guanxi_generate from the descriptors: do not edit.
 *
 * GX_ENTITY_...    an entity, and GX_FIELD_ENTITY_... its fields
 * GX_COMMAND_...   a command, and GX_ARGUMENT_COMMAND_... its arguments
 * GX_QUERY_...     a query, and GX_ARGUMENT_QUERY_... its arguments
 * GX_ROW_...       what a query gives, and GX_COLUMN_ROW_... its columns
 */
#ifndef GUANXI_FIELDS_H
#define GUANXI_FIELDS_H
)";

class Printer {
 public:
  std::string take() { return std::move(out_); }
  void text(const std::string& text) { out_ += text; }

  void shapes(const std::vector<Shape>& shapes, const std::string& kind, const std::string& field_kind) {
    for (const Shape& shape : shapes) {
      const std::string name = macro_name(shape.name);
      out_ += '\n';
      define("GX_" + kind + '_' + name, shape.number, shape.english + (shape.rows.empty() ? "" : ": gives " + shape.rows));
      for (const Field& field : shape.fields) define("GX_" + field_kind + '_' + name + '_' + macro_name(field.name), field.number, said(field));
    }
  }

 private:
  void define(const std::string& name, unsigned number, const std::string& comment) {
    if (!names_.insert(name).second) throw std::runtime_error(name + " would mean two things: choose another name for one of the fields");
    out_ += "#define " + name + ' ' + std::to_string(number) + "u /* " + comment + " */\n";
  }

  static std::string said(const Field& field) {
    std::string out(door::type_word(field.type));
    if (!field.picklist.empty()) out += " of " + field.picklist;
    if (!field.target.empty()) out += " of " + field.target;
    if (field.required) out += ", required";
    if (field.kept) out += ", kept by the library";
    if (field.by_command) out += ", changed by a command";
    return out + ": " + field.english;
  }

  std::string out_;
  std::set<std::string> names_;
};

}  // namespace

std::string print_fields(const Model& model) {
  Printer printer;
  printer.text(fields_head);
  printer.shapes(model.entities, "ENTITY", "FIELD");
  printer.shapes(model.commands, "COMMAND", "ARGUMENT");
  printer.shapes(model.queries, "QUERY", "ARGUMENT");
  printer.shapes(model.rows, "ROW", "COLUMN");
  printer.text("\n#endif\n");
  return printer.take();
}

}  // namespace guanxi::generate
