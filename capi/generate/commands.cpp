// guanxi_commands.h: a typed function for each command and query, inline, so that none of them is a symbol.
#include "capi/generate/model.h"

namespace guanxi::generate {
namespace {

constexpr const char* commands_head = R"(/* A typed function for each command (gx_account_suspend ...) and query (gx_ask_timeline ...). Printed by guanxi_generate from the
 * descriptors: do not edit. All are inline calls of gx_session_command and gx_query_open: codes, ownership and threads are theirs.
 * C99 or C++.
 *
 * Arguments that may be left out: NULL for text and ids, NULL in place of a pointer to a number.
 */
#ifndef GUANXI_COMMANDS_H
#define GUANXI_COMMANDS_H

#include <string.h>

#include "guanxi.h"
#include "guanxi_fields.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gx_arguments_ {
  int64_t count;
  uint32_t numbers[16];
  gx_value values[16];
} gx_arguments_;

static inline gx_value *gx_put_(gx_arguments_ *all, uint32_t number, uint16_t type, uint32_t length) {
  gx_value *value = &all->values[all->count];
  all->numbers[all->count++] = number;
  value->type = type;
  value->state = GX_STATE_SET;
  value->length = length;
  return value;
}
static inline void gx_put_number_(gx_arguments_ *all, uint32_t number, uint16_t type, const int64_t *given) {
  if (given != NULL) gx_put_(all, number, type, 0)->as.integer = *given;
}
static inline void gx_put_text_(gx_arguments_ *all, uint32_t number, uint16_t type, const char *text, int64_t len) {
  if (text != NULL) gx_put_(all, number, type, len < 0 ? (uint32_t)strlen(text) : (uint32_t)len)->as.bytes = text;
}
static inline void gx_put_id_(gx_arguments_ *all, uint32_t number, const uint8_t *id16) {
  if (id16 != NULL) gx_put_(all, number, GX_TYPE_ID, 16)->as.bytes = (const char *)id16;
}
static inline int32_t gx_ask_(gx_session *session, uint32_t number, const gx_arguments_ *all, gx_cursor **out, gx_error **err) {
  gx_query *query = NULL;
  int32_t code = gx_query_new(session, number, &query, err);
  if (out != NULL) *out = NULL;
  if (code >= 0) code = gx_query_set(query, all->numbers, all->count, all->values, err);
  if (code >= 0) code = gx_query_open(query, out, err);
  gx_query_free(query);
  return code;
}
)";

std::string type_macro(Type type) {
  switch (type) {
    case Type::boolean: return "GX_TYPE_BOOLEAN";
    case Type::integer: return "GX_TYPE_INTEGER";
    case Type::date: return "GX_TYPE_DATE";
    case Type::instant: return "GX_TYPE_INSTANT";
    case Type::picklist: return "GX_TYPE_PICKLIST";
    case Type::set: return "GX_TYPE_SET";
    default: return "GX_TYPE_TEXT";
  }
}

bool is_text(Type type) { return type == Type::text || type == Type::picklist || type == Type::set; }

std::string parameter(const Field& field) {
  if (field.type == Type::id) return "const uint8_t *" + field.name;
  if (is_text(field.type)) return "const char *" + field.name + ", int64_t " + field.name + "_len";
  return (field.required ? "int64_t " : "const int64_t *") + field.name;
}

std::string statement(const std::string& shape, const Field& field) {
  const std::string number = "GX_ARGUMENT_" + macro_name(shape) + '_' + macro_name(field.name);
  if (field.type == Type::id) return "  gx_put_id_(&all, " + number + ", " + field.name + ");\n";
  const std::string start = ", " + number + ", " + type_macro(field.type) + ", ";
  if (is_text(field.type)) return "  gx_put_text_(&all" + start + field.name + ", " + field.name + "_len);\n";
  return "  gx_put_number_(&all" + start + (field.required ? "&" : "") + field.name + ");\n";
}

std::string comment(const Shape& shape) {
  std::string out = "\n/** " + (shape.says.empty() ? shape.english + '.' : shape.says);
  if (!shape.rows.empty()) out += " Rows: " + shape.rows + '.';
  for (const Field& field : shape.fields) {
    out += "\n * @param " + field.name + ' ' + field.english;
    if (!field.picklist.empty()) out += ", a code of " + field.picklist;
    if (!field.required) out += " (optional)";
  }
  return out + " */\n";
}

std::string arguments(const Shape& shape, const std::string& name, const std::string& tail) {
  std::string out = "static inline int32_t " + name + "(gx_session *session";
  for (const Field& field : shape.fields) out += ", " + parameter(field);
  out += tail + ") {\n  gx_arguments_ all;\n  memset(&all, 0, sizeof all);\n";
  for (const Field& field : shape.fields) out += statement(shape.name, field);
  return out;
}

std::string command(const Shape& shape) {
  return comment(shape) +
         arguments(shape, "gx_" + function_name(shape.name), ", const gx_command_options *options, gx_outcome *out, gx_error **err") +
         "  return gx_session_command(session, \"" + shape.name + "\", -1, all.numbers, all.count, all.values, options, out, err);\n}\n";
}

std::string query(const Shape& shape) {
  return comment(shape) + arguments(shape, "gx_ask_" + function_name(shape.name), ", gx_cursor **out, gx_error **err") +
         "  return gx_ask_(session, GX_QUERY_" + macro_name(shape.name) + ", &all, out, err);\n}\n";
}

}  // namespace

std::string print_commands(const Model& model) {
  std::string out = commands_head;
  for (const Shape& shape : model.commands) out += command(shape);
  for (const Shape& shape : model.queries) out += query(shape);
  return out + "\n#ifdef __cplusplus\n}\n#endif\n\n#endif\n";
}

}  // namespace guanxi::generate
