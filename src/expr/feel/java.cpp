// The methods of Java that decision models name most: computed here, without Java.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "expr/feel/machine.h"
#include "guanxi/text.h"

namespace guanxi::feel {
namespace {

constexpr Message no_method{"feel.no_method", "The method {0} of {1} is not known here.", "此处不认识 {1} 的方法 {0}。"};
constexpr Message no_argument{"feel.no_java_argument", "The method {0} cannot take {1}.", "方法 {0} 不接受{1}。"};

// "max(double, double)" in its parts, blanks removed.
struct Signature {
  std::string name;
  std::vector<std::string> parameters;
};

Signature signature_of(std::string_view method) {
  Signature out;
  std::string bare;
  for (const char c : method) {
    if (c != ' ') bare += c;
  }
  const std::size_t open = bare.find('('), close = bare.rfind(')');
  out.name = bare.substr(0, open);
  if (open == std::string::npos || close == std::string::npos || close <= open + 1) return out;
  std::string_view rest = std::string_view(bare).substr(open + 1, close - open - 1);
  while (true) {
    const std::size_t comma = rest.find(',');
    out.parameters.emplace_back(rest.substr(0, comma));
    if (comma == std::string_view::npos) return out;
    rest.remove_prefix(comma + 1);
  }
}

struct Whole {
  std::string_view type;
  std::int64_t least, most;
};
constexpr Whole wholes[]{
    {"byte", -128, 127}, {"short", -32768, 32767}, {"int", -2147483648LL, 2147483647LL},
    {"long", std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}};

// Whether Java would take the value for a parameter of that type.
bool suits(const Value& value, std::string_view type) {
  if (type == "double" || type == "float" || type == "java.math.BigDecimal") return value.is(Kind::number);
  if (type == "boolean") return value.is(Kind::boolean);
  if (type == "java.lang.String") return value.is(Kind::string) || value.null();
  if (type == "char") {
    std::size_t at = 0;
    if (!value.is(Kind::string) || value.size == 0) return false;
    return text::next(value.view(), at) <= 0xFFFF && at == value.size;
  }
  const auto whole = std::find_if(std::begin(wholes), std::end(wholes), [&](const Whole& w) { return w.type == type; });
  if (whole == std::end(wholes) || !value.is(Kind::number)) return type == "java.lang.Object" || type == "[Ljava.lang.Object;" || type == "java.lang.Object[]";
  const auto n = value.number().integral() ? value.number().truncated() : std::nullopt;
  return n && *n >= whole->least && *n <= whole->most;
}

// The shortest digits that read back as the same double, as Java writes it.
Value from_double(Machine& machine, double d) {
  char text[64];
  const auto end = std::to_chars(text, text + sizeof text, d).ptr;
  return machine.number(Decimal34::parse(std::string_view(text, static_cast<std::size_t>(end - text))));
}

struct MathFunction {
  std::string_view name;
  double (*run)(double);
};
constexpr MathFunction functions[]{
    {"abs", [](double x) { return std::fabs(x); }},   {"acos", [](double x) { return std::acos(x); }},
    {"asin", [](double x) { return std::asin(x); }},  {"atan", [](double x) { return std::atan(x); }},
    {"cbrt", [](double x) { return std::cbrt(x); }},  {"ceil", [](double x) { return std::ceil(x); }},
    {"cos", [](double x) { return std::cos(x); }},    {"cosh", [](double x) { return std::cosh(x); }},
    {"exp", [](double x) { return std::exp(x); }},    {"expm1", [](double x) { return std::expm1(x); }},
    {"floor", [](double x) { return std::floor(x); }}, {"log", [](double x) { return std::log(x); }},
    {"log10", [](double x) { return std::log10(x); }}, {"log1p", [](double x) { return std::log1p(x); }},
    {"rint", [](double x) { return std::nearbyint(x); }}, {"signum", [](double x) { return x > 0 ? 1.0 : x < 0 ? -1.0 : x; }},
    {"sin", [](double x) { return std::sin(x); }},    {"sinh", [](double x) { return std::sinh(x); }},
    {"sqrt", [](double x) { return std::sqrt(x); }},  {"tan", [](double x) { return std::tan(x); }},
    {"tanh", [](double x) { return std::tanh(x); }},  {"toDegrees", [](double x) { return x * 180 / 3.14159265358979323846; }},
    {"toRadians", [](double x) { return x / 180 * 3.14159265358979323846; }},
};

// java.lang.Math
std::optional<Value> math(Machine& machine, const Signature& method, Arguments arguments) {
  const bool one_type = std::all_of(method.parameters.begin(), method.parameters.end(), [&](const std::string& p) { return p == method.parameters[0]; });
  if (method.parameters.empty() || !one_type || method.parameters[0].starts_with("java")) return std::nullopt;
  const bool floating = method.parameters[0] == "double" || method.parameters[0] == "float";
  if (arguments.size() == 2 && (method.name == "max" || method.name == "min")) {
    int order = 0;
    compare(arguments[0], arguments[1], order);
    return (order >= 0) == (method.name == "max") ? arguments[0] : arguments[1];
  }
  if (arguments.size() == 2 && method.name == "pow" && floating) {
    return from_double(machine, std::pow(arguments[0].number().approximate(), arguments[1].number().approximate()));
  }
  const auto found = std::find_if(std::begin(functions), std::end(functions), [&](const MathFunction& f) { return f.name == method.name; });
  if (arguments.size() != 1 || found == std::end(functions) || !(floating || method.name == "abs")) return std::nullopt;
  const double result = found->run(arguments[0].number().approximate());
  return std::isfinite(result) ? from_double(machine, result) : Value{};
}

// Integer.valueOf and its like.
std::optional<Value> value_of(Machine& machine, std::string_view type, const Signature& method, Arguments arguments) {
  static constexpr std::string_view parsers[]{"valueOf", "parseInt", "parseLong", "parseDouble", "parseFloat", "parseShort", "parseByte"};
  const bool named = std::find(std::begin(parsers), std::end(parsers), method.name) != std::end(parsers);
  if (!named || arguments.size() != 1) return std::nullopt;
  if (arguments[0].is(Kind::number)) return arguments[0];
  const auto read = arguments[0].is(Kind::string) ? Decimal34::parse(arguments[0].view()) : std::nullopt;
  const Value out = read ? machine.memory().number(*read) : Value{};
  return read && suits(out, type) ? out : Value{};
}

// String.format with %s, %d, %f and %%.
std::optional<Value> format(Machine& machine, Arguments arguments) {
  std::vector<Value> rest;
  for (const Value& v : arguments.subspan(1)) {
    if (v.is(Kind::list)) rest.insert(rest.end(), v.begin(), v.end());
    else rest.push_back(v);
  }
  std::string out;
  std::size_t next = 0;
  const std::string_view pattern = arguments[0].view();
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%') {
      out += pattern[i];
      continue;
    }
    const char kind = ++i < pattern.size() ? pattern[i] : '\0';
    if (kind == '%') {
      out += '%';
    } else if ((kind == 's' || kind == 'd' || kind == 'f') && next < rest.size() && (kind == 's' || rest[next].is(Kind::number))) {
      const auto fixed = kind == 'f' ? quantize(rest[next].number(), -6, Rounding::half_up) : std::nullopt;
      out += fixed ? fixed->text() : text_of(rest[next]);
      ++next;
    } else {
      return Value{};
    }
  }
  return machine.text(out);
}

std::optional<Value> string_method(Machine& machine, const Signature& method, Arguments arguments) {
  if (method.name == "valueOf" && arguments.size() == 1) return machine.text(text_of(arguments[0]));
  if (method.name == "format" && !arguments.empty() && arguments[0].is(Kind::string)) return format(machine, arguments);
  return std::nullopt;
}

}  // namespace

Value call_java(Machine& machine, const External& method, Arguments arguments) {
  const Signature signature = signature_of(method.method);
  const bool varargs = !signature.parameters.empty() && (signature.parameters.back().starts_with("[L") || signature.parameters.back().ends_with("]"));
  const auto unknown = [&] { return machine.null(no_method, {method.method, method.class_name}); };
  if (!varargs && signature.parameters.size() != arguments.size()) return unknown();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view type = i < signature.parameters.size() ? signature.parameters[i] : signature.parameters.back();
    if (!suits(arguments[i], type)) return machine.null(no_argument, {method.method, name_of(arguments[i].kind)});
  }
  struct Box {
    std::string_view name, type;
  };
  static constexpr Box boxes[]{{"java.lang.Integer", "int"}, {"java.lang.Long", "long"}, {"java.lang.Short", "short"}, {"java.lang.Byte", "byte"},
                               {"java.lang.Double", "double"}, {"java.lang.Float", "float"}};
  std::optional<Value> out;
  if (method.class_name == "java.lang.Math") out = math(machine, signature, arguments);
  if (method.class_name == "java.lang.String") out = string_method(machine, signature, arguments);
  const auto box = std::find_if(std::begin(boxes), std::end(boxes), [&](const Box& b) { return b.name == method.class_name; });
  if (box != std::end(boxes)) out = value_of(machine, box->type, signature, arguments);
  return out ? *out : unknown();
}

}  // namespace guanxi::feel
