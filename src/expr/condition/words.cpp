// Expressions as text again, with the names of fields.
#include "expr/condition/checked.h"

namespace guanxi::condition {
namespace {

using feel::Node;
using feel::Op;

class Writer {
 public:
  explicit Writer(const Checked& checked) : checked_(checked), program_(checked.program) {}

  std::string text(std::uint32_t node) const {
    if (const Operand* const operand = checked_.operand_of(node)) return path_of(operand->place) + std::string(operand->field->name);
    if (const auto amounts = checked_.amounts.find(node); amounts != checked_.amounts.end())
      return text(amounts->second.a) + sign(amounts->second.op) + text(amounts->second.b);
    if (const auto list = checked_.denoted.find(node); list != checked_.denoted.end() && list->second.what == Denoted::list) return list_text(node, list->second.place);
    const Node& at = program_.nodes[node];
    switch (at.op) {
      case Op::constant: return literal_of(program_.constants[at.a]);
      case Op::all: return joined(at, " and ");
      case Op::any: return joined(at, " or ");
      case Op::equal: case Op::not_equal: case Op::less: case Op::less_equal: case Op::greater: case Op::greater_equal:
      case Op::add: case Op::subtract: case Op::multiply: case Op::divide: case Op::power: return side(at.a) + sign(at.op) + side(at.b);
      case Op::negate: return "-" + side(at.a);
      case Op::between: return side(link(at, 0)) + " between " + side(link(at, 1)) + " and " + side(link(at, 2));
      case Op::in: return side(link(at, 0)) + " in " + (at.b == 2 ? text(link(at, 1)) : "(" + listed(at, 1) + ")");
      case Op::list: return "[" + listed(at, 0) + "]";
      case Op::range: return range_text(at);
      case Op::builtin: return std::string(feel::builtins()[at.aux].name) + "(" + listed(at, 0) + ")";
      case Op::path: return side(at.a) + "." + std::string(program_.constants[at.b].view());
      case Op::choose: return "if " + text(link(at, 0)) + " then " + text(link(at, 1)) + " else " + text(link(at, 2));
      case Op::call: return text(link(at, 0)) + "(" + listed(at, 1) + ")";
      case Op::some: return quantified("some", at);
      case Op::every: return quantified("every", at);
      case Op::local: return at.a == checked_.user_slot ? "me" : at.a == checked_.money_slot ? "money" : at.a == checked_.filter_slot ? "filter" : "item";
      default: return "…";
    }
  }

 private:
  std::uint32_t link(const Node& at, std::uint32_t i) const { return program_.links[at.a + i]; }

  static std::string sign(Op op) {
    switch (op) {
      case Op::equal: return " = ";
      case Op::not_equal: return " != ";
      case Op::less: return " < ";
      case Op::less_equal: return " <= ";
      case Op::greater: return " > ";
      case Op::greater_equal: return " >= ";
      case Op::add: return " + ";
      case Op::subtract: return " - ";
      case Op::multiply: return " * ";
      case Op::divide: return " / ";
      default: return " ** ";
    }
  }

  // What binds less tightly stands in parentheses.
  std::string side(std::uint32_t node) const {
    const Op op = program_.nodes[node].op;
    const bool loose = op == Op::all || op == Op::any || op == Op::choose || op == Op::some || op == Op::every || (op >= Op::equal && op <= Op::in) ||
                       (op >= Op::add && op <= Op::power);
    const bool plain = checked_.operand_of(node) != nullptr || !loose;
    return plain ? text(node) : "(" + text(node) + ")";
  }

  std::string joined(const Node& at, std::string_view word) const {
    std::string out;
    for (std::uint32_t i = 0; i < at.b; ++i) {
      const Op op = program_.nodes[link(at, i)].op;
      const bool other = op == Op::any || op == Op::choose || op == Op::some || op == Op::every;
      const bool amounts = checked_.amounts.contains(link(at, i));
      out.append(i == 0 ? "" : word).append(other && !amounts ? "(" + text(link(at, i)) + ")" : text(link(at, i)));
    }
    return out;
  }

  std::string listed(const Node& at, std::uint32_t from) const {
    std::string out;
    for (std::uint32_t i = from; i < at.b; ++i) out.append(i == from ? "" : ", ").append(text(link(at, i)));
    return out;
  }

  std::string range_text(const Node& at) const {
    static constexpr std::string_view signs[]{"", "< ", "<= ", "> ", ">= ", "= ", "!= "};
    const int form = at.flag >> feel::range_form_shift;
    if (form != feel::Range::both) return std::string(signs[form]) + text(at.b);
    return ((at.flag & feel::start_included) != 0 ? "[" : "(") + text(at.a) + ".." + text(at.b) + ((at.flag & feel::end_included) != 0 ? "]" : ")");
  }

  std::string quantified(std::string_view word, const Node& at) const {
    std::string out(word);
    for (std::uint32_t i = 2; i < at.b; i += 2) out += (i == 2 ? " item in " : ", item in ") + text(link(at, i));
    return out + " satisfies " + text(link(at, 0));
  }

  // A row's own fields stand alone, those of a row that it leads to behind the references.
  std::string path_of(std::uint32_t place) const {
    const Place& at = checked_.places[place];
    if (place == 0) return {};
    return at.listed ? std::string("item.") : path_of(at.parent) + std::string(at.reference->name) + ".";
  }

  std::string list_text(std::uint32_t node, std::uint32_t place) const {
    const Node& at = program_.nodes[node];
    if (at.op == Op::filter) return text(at.a) + "[" + text(at.b) + "]";
    const Place& rows = checked_.places[place];
    return path_of(rows.parent) + std::string(checked_.vocabulary->names().name_of(rows.entity));
  }

  const Checked& checked_;
  const feel::Program& program_;
};

}  // namespace

std::string words_of(const Checked& checked, std::uint32_t node) { return Writer(checked).text(node); }

}  // namespace guanxi::condition
