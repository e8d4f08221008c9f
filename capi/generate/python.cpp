// The typed modules of the Python package: a class for each entity, command and row, a method for each command and query; and
// their stubs, which name every keyword.
#include <set>

#include "capi/door/describe.h"
#include "capi/generate/model.h"

namespace guanxi::generate {
namespace {

const std::set<std::string>& keywords() {
  static const std::set<std::string> all{"and",  "as",     "assert", "async",  "await",    "break", "class", "continue", "def",  "del",   "elif", "else",
                                         "except", "finally", "for", "from",   "global",   "if",    "import", "in",      "is",   "lambda", "nonlocal", "not",
                                         "or",   "pass",   "raise",  "return", "try",      "while", "with",  "yield",
                                         "keys", "values", "items",  "get"};
  return all;
}

// A field whose name Python or the class of all records keeps for itself gets a line behind it: from_.
std::string attribute(const std::string& name) { return keywords().contains(name) ? name + '_' : name; }

// "account.suspend" → "AccountSuspend", "row.card_count" → "CardCount".
std::string class_name(const std::string& name) {
  std::string out;
  bool upper = true;
  for (const char c : function_name(name)) {
    if (c != '_') out += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    upper = c == '_';
  }
  return out;
}

struct Words {
  const char* field;  // the descriptor's class
  const char* given;  // what it takes
};

Words words_of(Type type) {
  switch (type) {
    case Type::boolean: return {"BooleanField", "bool"};
    case Type::integer: return {"IntegerField", "int"};
    case Type::decimal: return {"DecimalField", "Decimal | int"};
    case Type::money: return {"MoneyField", "Money"};
    case Type::date: return {"DateField", "date"};
    case Type::instant: return {"InstantField", "datetime"};
    case Type::set: return {"SetField", "Iterable[str]"};
    case Type::id: return {"IdField", "Reference"};
    default: return {"TextField", "str"};
  }
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return out + '"';
}

std::string described(const Field& field) {
  std::string out = attribute(field.name) + ": " + field.english + " (" + field.chinese + "), " + std::string(door::type_word(field.type));
  if (!field.picklist.empty()) out += " of " + field.picklist;
  if (!field.target.empty()) out += " of " + field.target;
  if (field.required) out += ", required";
  if (field.kept) out += ", kept by the library";
  if (field.by_command) out += ", changed by a command";
  return out;
}

std::string docstring(const Shape& shape, const std::string& indent) {
  std::string out = indent + "\"\"\"" + (shape.says.empty() ? shape.english + " (" + shape.chinese + ")." : shape.says);
  if (shape.fields.empty()) return out + "\"\"\"\n";
  out += "\n\n";
  for (const Field& field : shape.fields) out += indent + described(field) + '\n';
  return out + indent + "\"\"\"\n";
}

std::string field_line(const Field& field) {
  const std::string name = attribute(field.name);
  std::string out = "    " + name + " = " + words_of(field.type).field + '(' + std::to_string(field.number) + ", " + quoted(field.english) + ", " + quoted(field.chinese);
  if (field.required) out += ", required=True";
  if (field.kept) out += ", kept=True";
  if (field.by_command) out += ", by_command=True";
  if (field.type == Type::decimal) out += ", scale=" + std::to_string(field.scale);
  if (!field.picklist.empty()) out += ", picklist=" + quoted(field.picklist);
  if (!field.target.empty()) out += ", target=" + quoted(field.target);
  return out + ")\n";
}

std::string stub_line(const Field& field) { return "    " + attribute(field.name) + ": " + words_of(field.type).field + '\n'; }

std::string stub_constructor(const Shape& shape) {
  std::string out;
  for (const Field& field : shape.fields)
    if (!field.kept) out += "        " + attribute(field.name) + ": " + words_of(field.type).given + " | None = ...,\n";
  if (out.empty()) return "    def __init__(self) -> None: ...\n";
  return "    def __init__(\n        self,\n        *,\n" + out + "    ) -> None: ...\n";
}

std::string print_class(const Shape& shape, const std::string& prefix, const std::string& base, bool stub) {
  std::string out = "\n\nclass " + prefix + class_name(shape.name) + '(' + base + "):\n";
  if (stub) {
    for (const Field& field : shape.fields) out += stub_line(field);
    return out + stub_constructor(shape);
  }
  out += docstring(shape, "    ") + "\n    __slots__ = ()\n    _number = " + std::to_string(shape.number) + "\n    _name = " + quoted(shape.name) + '\n';
  for (const Field& field : shape.fields) out += field_line(field);
  return out;
}

std::string head(const std::string& says, const std::vector<std::string>& imports) {
  std::string out = "\"\"\"" + says + " Printed by guanxi_generate from the descriptors: do not edit.\"\"\"\n\nfrom __future__ import annotations\n\n";
  for (const std::string& line : imports) out += line + '\n';
  return out;
}

constexpr const char* all_fields =
    "from ._fields import (\n    BooleanField,\n    DateField,\n    DecimalField,\n    IdField,\n    InstantField,\n    IntegerField,\n"
    "    MoneyField,\n    SetField,\n    TextField,\n)";
constexpr const char* given_types = "from collections.abc import Iterable\nfrom datetime import date, datetime\nfrom decimal import Decimal\n";

std::string exported(const std::vector<Shape>& shapes, const std::string& prefix, const std::string& more) {
  std::string out = "\n__all__ = [\n";
  for (const Shape& shape : shapes) out += "    \"" + prefix + class_name(shape.name) + "\",\n";
  return out + more + "]\n";
}

std::string records(const std::vector<Shape>& shapes, const std::string& says, bool stub) {
  std::vector<std::string> imports;
  if (stub) imports.push_back(given_types);
  imports.push_back(all_fields);
  imports.push_back("from ._record import Record");
  if (stub) imports.push_back("from .values import Money, Reference");
  std::string out = head(says, imports) + exported(shapes, "", "");
  for (const Shape& shape : shapes) out += print_class(shape, "", "Record", stub);
  return out;
}

// ---- Methods ----

std::string parameters(const Shape& shape) {
  std::string out, optional;
  for (const Field& field : shape.fields) {
    const std::string one = ", " + attribute(field.name) + ": " + words_of(field.type).given;
    if (field.required) out += one;
    else optional += one + " | None = None";
  }
  return out + ", *" + optional;
}

std::string given(const Shape& shape) {
  std::string out;
  for (const Field& field : shape.fields) out += (out.empty() ? "" : ", ") + attribute(field.name) + '=' + attribute(field.name);
  return out;
}

std::string command_method(const Shape& shape, bool stub) {
  std::string out = "\n    def " + function_name(shape.name) + "(self" + parameters(shape) +
                    ", expected_revision: int = 0, idempotency_key: str = \"\", because: str = \"\") -> Outcome:";
  if (stub) return out + " ...\n";
  return out + '\n' + docstring(shape, "        ") + "        return self._session.run(" + class_name(shape.name) + '(' + given(shape) +
         "), expected_revision=expected_revision, idempotency_key=idempotency_key, because=because)\n";
}

bool is_entity(const Model& model, const std::string& name) {
  for (const Shape& shape : model.entities)
    if (shape.name == name) return true;
  return false;
}

std::string query_method(const Model& model, const Shape& shape, bool stub) {
  const std::string row = (is_entity(model, shape.rows) ? "entities." : "rows.") + class_name(shape.rows);
  std::string names = parameters(shape);
  if (shape.takes_condition) names += ", condition: Condition | None = None";
  if (names.ends_with(", *")) names.erase(names.size() - 3);
  std::string out = "\n    def " + function_name(shape.name) + "(self" + names + ") -> list[" + row + "]:";
  if (stub) return out + " ...\n";
  return out + '\n' + docstring(shape, "        ") + "        return self._session._ask(Ask" + class_name(shape.name) + '(' + given(shape) + "), " + row +
         (shape.takes_condition ? ", condition" : "") + ")\n";
}

std::string methods_head(const std::string& name, const std::string& says, bool stub) {
  std::string out = "\n\nclass " + name + ":\n    \"\"\"" + says + "\"\"\"\n\n    def __init__(self, session: Session) -> None:";
  return out + (stub ? " ...\n" : "\n        self._session = session\n");
}

std::string commands(const Model& model, bool stub) {
  std::string out = head("The named commands: session.commands.account_suspend(account, reason).",
                         {given_types, "from ._fields import BooleanField, DateField, IdField, InstantField, IntegerField, SetField, TextField",
                          "from ._record import Arguments", "from ._session import Outcome, Session", "from .values import Reference"});
  out += exported(model.commands, "", "    \"Commands\",\n");
  for (const Shape& shape : model.commands) out += print_class(shape, "", "Arguments", stub);
  out += methods_head("Commands", "A method for each named command of a session.", stub);
  for (const Shape& shape : model.commands) out += command_method(shape, stub);
  return out;
}

std::string queries(const Model& model, bool stub) {
  std::string out = head("The questions that are no lists of records: session.ask.timeline(account).",
                         {"from collections.abc import Iterable\nfrom datetime import date, datetime\n", "from . import entities, rows",
                          "from ._condition import Condition", "from ._fields import BooleanField, DateField, IdField, InstantField, IntegerField, SetField, TextField",
                          "from ._record import Arguments", "from ._session import Session", "from .values import Reference"});
  out += exported(model.queries, "Ask", "    \"Questions\",\n");
  for (const Shape& shape : model.queries) out += print_class(shape, "Ask", "Arguments", stub);
  out += methods_head("Questions", "A method for each question that a session answers.", stub);
  for (const Shape& shape : model.queries) out += query_method(model, shape, stub);
  return out;
}

constexpr const char* entities_say = "The built-in entities, each with its fields.";
constexpr const char* rows_say = "The rows that questions and cards give.";

}  // namespace

std::string print_python_entities(const Model& model) { return records(model.entities, entities_say, false); }
std::string print_python_entities_stub(const Model& model) { return records(model.entities, entities_say, true); }
std::string print_python_rows(const Model& model) { return records(model.rows, rows_say, false); }
std::string print_python_rows_stub(const Model& model) { return records(model.rows, rows_say, true); }
std::string print_python_commands(const Model& model) { return commands(model, false); }
std::string print_python_commands_stub(const Model& model) { return commands(model, true); }
std::string print_python_queries(const Model& model) { return queries(model, false); }
std::string print_python_queries_stub(const Model& model) { return queries(model, true); }

}  // namespace guanxi::generate
