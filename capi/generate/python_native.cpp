// guanxi/_native.py: structs, callbacks, constants and prototypes of guanxi.h for ctypes; and the currencies, which Python needs
// to say what an amount in minor units is.
#include <algorithm>

#include "capi/generate/model.h"
#include "guanxi/money.h"

namespace guanxi::generate {
namespace {

constexpr const char* native_head = R"("""The C interface of Guanxi for ctypes. Printed by guanxi_generate from guanxi.h: do not edit."""

from __future__ import annotations

from ctypes import (
    CDLL,
    CFUNCTYPE,
    POINTER,
    Structure,
    Union,
    c_char_p,
    c_int32,
    c_int64,
    c_uint8,
    c_uint16,
    c_uint32,
    c_void_p,
)
from typing import Any, Callable

)";

bool is_number(const std::string& type) { return type.size() > 4 && type.ends_with("_t") && (type.starts_with("int") || type.starts_with("uint")); }

bool is_struct(const Model& model, const std::string& type) {
  return std::any_of(model.structs.begin(), model.structs.end(), [&](const Struct& one) { return one.name == type; });
}

std::string pointer(std::string type, std::ptrdiff_t stars) {
  for (; stars > 0; --stars) type = "POINTER(" + type + ')';
  return type;
}

// Texts and ids that Python gives are bytes, so c_char_p; those that it gets are addresses, for they end with no NUL.
enum class Place { parameter, result, elsewhere };

std::string ctype(const Model& model, std::string type, Place place) {
  if (type.find("(*") != std::string::npos) return "c_void_p";
  const std::ptrdiff_t stars = std::count(type.begin(), type.end(), '*');
  std::erase(type, '*');
  for (std::size_t at; (at = type.find("const")) != std::string::npos;) type.erase(at, 5);
  std::erase(type, ' ');
  if (stars == 1 && (type == "char" || type == "uint8_t")) return place == Place::elsewhere ? "c_void_p" : "c_char_p";
  if (type == "void") return stars == 0 ? "None" : "c_void_p";
  if (is_number(type)) return pointer("c_" + type.substr(0, type.size() - 2), stars);
  if (is_struct(model, type)) return pointer(type, stars);
  if (stars == 0) return type;  // a callback that has a name
  return pointer("c_void_p", stars - 1);
}

std::string callback(const Model& model, const Member& member) {
  std::string out = "CFUNCTYPE(" + ctype(model, member.type, Place::elsewhere);
  for (const Parameter& parameter : member.parameters) out += ", " + ctype(model, parameter.type, Place::elsewhere);
  return out + ')';
}

std::string fields(const Model& model, const std::string& owner, const std::vector<Member>& members) {
  std::string out = "    _fields_ = [\n";
  for (const Member& member : members) {
    std::string type = member.callback ? owner + '_' + member.name : ctype(model, member.type, Place::elsewhere);
    if (!member.one_of.empty()) type = owner + '_' + member.name;
    if (member.length > 0) type += " * " + std::to_string(member.length);
    out += "        (\"" + member.name + "\", " + type + "),\n";
  }
  return out + "    ]\n\n\n";
}

std::string structure(const Model& model, const Struct& one) {
  std::string out;
  for (const Member& member : one.members) {
    const std::string name = one.name + '_' + member.name;
    if (!member.one_of.empty()) out += "class " + name + "(Union):\n" + fields(model, name, member.one_of);
    if (member.callback) out += name + " = " + callback(model, member) + '\n';
  }
  if (!out.empty() && !out.ends_with("\n\n")) out += "\n\n";
  return out + "class " + one.name + "(Structure):\n" + fields(model, one.name, one.members);
}

std::string prototype(const Model& model, const Function& function) {
  std::string out = "    \"" + function.name + "\": (" + ctype(model, function.returns, Place::result) + ", (";
  for (const Parameter& parameter : function.parameters) out += ctype(model, parameter.type, Place::parameter) + ", ";
  if (function.parameters.size() > 1) out.erase(out.size() - 2);
  if (function.parameters.size() == 1) out.pop_back();
  return out + ")),\n";
}

std::string python_result(const Function& function) {
  if (function.returns == "void") return "None";
  if (function.returns == "const char *") return "bytes";
  return function.returns.ends_with('*') ? "Any" : "int";
}

}  // namespace

std::string print_python_native(const Model& model) {
  std::string out = native_head;
  for (const Constant& constant : model.constants) out += constant.name.substr(3) + " = " + std::to_string(constant.value) + '\n';
  out += "\n";
  for (const Member& one : model.callbacks) out += one.name + " = " + callback(model, one) + '\n';
  out += "\n\n";
  for (const Struct& one : model.structs) out += structure(model, one);
  out += "PROTOTYPES: dict[str, tuple[Any, tuple[Any, ...]]] = {\n";
  for (const Function& function : model.functions) out += prototype(model, function);
  out += "}\n\n\nclass Functions:\n    \"\"\"The functions of guanxi.h, without their prefix.\"\"\"\n\n";
  for (const Function& function : model.functions)
    out += "    " + function.name.substr(3) + ": Callable[..., " + python_result(function) + "]\n";
  return out + R"(
    def __init__(self, library: CDLL) -> None:
        """Binds them all; AttributeError names the first that the library lacks."""
        for name, (result, parameters) in PROTOTYPES.items():
            function = library[name]
            function.restype = result
            function.argtypes = parameters
            setattr(self, name[3:], function)
)";
}

std::string print_python_currencies(const Model&) {
  std::string out = "\"\"\"Currencies by their ISO 4217 number: letters, and digits of the minor unit. Printed by guanxi_generate: do not edit.\"\"\"\n\n"
                    "CURRENCIES = {\n";
  for (std::uint16_t number = 1; number < 1000; ++number) {
    const Currency currency{number};
    if (!currency.code().empty())
      out += "    " + std::to_string(number) + ": (\"" + std::string(currency.code()) + "\", " + std::to_string(currency.digits()) + "),\n";
  }
  return out + "}\n";
}

}  // namespace guanxi::generate
