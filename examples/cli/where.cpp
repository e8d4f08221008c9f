#include "where.h"

#include <array>

#include "sentences.h"

namespace cli {

namespace {

struct Operator {
  std::string_view sign;
  Expr::Op op;
};
constexpr std::array<Operator, 8> operators{{{"!=", Expr::Op::not_equal}, {"<=", Expr::Op::less_equal}, {">=", Expr::Op::greater_equal},
                                             {"<>", Expr::Op::not_equal}, {"=", Expr::Op::equal}, {"<", Expr::Op::less},
                                             {">", Expr::Op::greater}, {"~", Expr::Op::contains}}};

class Reader {
 public:
  Reader(const Context& c, Session& session, std::string_view text) : c_(c), session_(session), schema_(session.schema()), all_(text), rest_(text) {}

  Expr all(const EntityType& type) {
    Expr out = one(type);
    for (skip(); !rest_.empty(); skip()) {
      if (!word("and") && !word("AND") && !word("且")) fail(say::where_and);
      out = std::move(out) && one(type);
    }
    return out;
  }

 private:
  Expr one(const EntityType& type) {
    skip();
    const auto end = std::min(rest_.find_first_of("=!<>~ "), rest_.size());
    const auto path = rest_.substr(0, end);
    if (path.empty()) fail(say::where_field);
    rest_.remove_prefix(end);
    return along(type, path);
  }

  // Follows the references before the dots.
  Expr along(const EntityType& type, std::string_view path) {
    const auto dot = path.find('.');
    const auto& field = field_named(c_, type, path.substr(0, dot));
    if (dot == std::string_view::npos) return comparison(type, field);
    const auto* target = schema_->find(field.target);
    if (target == nullptr) throw Stop{usage, c_.say(say::where_no_reference, {field.name}), "invalid"};
    return Expr::through(type.number(), field.number, along(*target, path.substr(dot + 1)));
  }

  Expr comparison(const EntityType& type, const AnyField& field) {
    skip();
    if (word("is")) {
      if (word("empty") || word("null")) return Expr::is_null(type.number(), field.number);
      if (word("set")) return !Expr::is_null(type.number(), field.number);
      fail(say::where_operator);
    }
    for (const auto& [sign, op] : operators) {
      if (!rest_.starts_with(sign)) continue;
      rest_.remove_prefix(sign.size());
      return compared(type, field, op, value());
    }
    fail(say::where_operator);
  }

  Expr compared(const EntityType& type, const AnyField& field, Expr::Op op, const std::string& text) {
    if (text.empty() && op == Expr::Op::equal) return Expr::is_null(type.number(), field.number);
    if (text.empty() && op == Expr::Op::not_equal) return !Expr::is_null(type.number(), field.number);
    const bool member = field.type == Type::set && (op == Expr::Op::equal || op == Expr::Op::contains);
    if (member || (op == Expr::Op::contains && field.type == Type::text)) return piece(type, field, text);
    if (op == Expr::Op::contains) throw Stop{usage, c_.say(say::where_no_piece, {field.name}), "invalid"};
    return Expr::compare(op, type.number(), field.number, typed(c_, session_, field, text).borrowed());
  }

  Expr piece(const EntityType& type, const AnyField& field, std::string text) {
    if (field.type == Type::set) {
      const auto set = typed(c_, session_, field, text).bytes;  // "|code|"
      if (set.size() > 2) text = set.substr(1, set.find('|', 1) - 1);
    }
    return Expr::compare(Expr::Op::contains, type.number(), field.number, Value::of_bytes(Type::text, text.data(), text.size()));
  }

  // What stands in quotes, or everything up to the next "and".
  std::string value() {
    skip();
    if (!rest_.empty() && (rest_[0] == '"' || rest_[0] == '\'')) {
      const auto end = rest_.find(rest_[0], 1);
      if (end == std::string_view::npos) fail(say::where_quote);
      const std::string text(rest_.substr(1, end - 1));
      rest_.remove_prefix(end + 1);
      return text;
    }
    auto end = rest_.size();
    for (const std::string_view joint : {" and ", " AND ", " 且 "}) end = std::min(end, rest_.find(joint));
    std::string text(rest_.substr(0, end));
    while (text.ends_with(' ')) text.pop_back();
    rest_.remove_prefix(end);
    return text;
  }

  bool word(std::string_view expected) {
    skip();
    if (!rest_.starts_with(expected)) return false;
    if (rest_.size() > expected.size() && rest_[expected.size()] != ' ') return false;
    rest_.remove_prefix(expected.size());
    return true;
  }
  void skip() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
  }
  [[noreturn]] void fail(const Phrase& why) {
    throw Stop{usage, c_.say(say::wrong_where, {all_, rest_.empty() ? c_.pick(say::the_end) : rest_, c_.pick(why)}), "invalid"};
  }

  const Context& c_;
  Session& session_;
  std::shared_ptr<const Schema> schema_;
  std::string_view all_, rest_;
};

}  // namespace

Expr condition(const Context& c, Session& session, const EntityType& type, std::string_view text) {
  if (text.find_first_not_of(' ') == std::string_view::npos) return {};
  auto feel = session.condition(type.number(), text);
  if (feel) return std::move(*feel);
  const bool meant_as_feel = text.find_first_of("\"()[]") != std::string_view::npos;  // which the short form has no use for
  try {
    return Reader(c, session, text).all(type);
  } catch (const Stop&) {
    if (!meant_as_feel) throw;
  }
  return need(c, std::move(feel));
}

std::vector<OrderTerm> order(const Context& c, const EntityType& type, std::string_view text) {
  std::vector<OrderTerm> out;
  while (!text.empty()) {
    const auto end = std::min(text.find(','), text.size());
    auto name = text.substr(0, end);
    const bool down = name.starts_with('-');
    if (down) name.remove_prefix(1);
    out.push_back({field_named(c, type, name).number, down});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace cli
