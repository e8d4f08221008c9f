#include "expr/feel/parser.h"

#include <algorithm>

#include "base/excerpt.h"
#include "expr/feel/names.h"
#include "expr/feel/parser_detail.h"

namespace guanxi::feel {
namespace {

constexpr Message expected_other{"feel.expected", "Character {0}: expected {1}, found {2}.", "第 {0} 个字符：此处应为{1}，却是{2}。"};
constexpr Message too_deep{"feel.too_deep", "Character {0}: the expression is nested too deeply; split it into several.",
                           "第 {0} 个字符：表达式嵌套过深，请拆成几个。"};
constexpr Message too_long{"feel.too_long", "The expression has {0} bytes; at most {1} are allowed.",
                           "表达式有 {0} 字节，最多允许 {1} 字节。"};

constexpr std::size_t most_bytes = std::size_t{4} << 20;
constexpr int greatest_depth = 400;
constexpr int most_second_readings = 50;

}  // namespace

Parser::Deeper::Deeper(Parser& owner) : parser(owner) {
  if (++parser.depth_ > greatest_depth) parser.fail(too_deep);
}

void Parser::skip() {
  for (;;) {
    if (const std::size_t blank = blank_at(source_, at_)) {
      at_ += blank;
      continue;
    }
    if (source_.size() < at_ + 2 || source_[at_] != '/') return;
    if (source_[at_ + 1] == '/') {
      at_ = std::min(source_.find('\n', at_), source_.size());
    } else if (source_[at_ + 1] == '*') {
      const std::size_t end = source_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? source_.size() : end + 2;
    } else {
      return;
    }
  }
}

bool Parser::at_end() {
  skip();
  return at_ >= source_.size();
}

bool Parser::peek(std::string_view sign) {
  skip();
  return source_.substr(at_).starts_with(sign);
}

bool Parser::take(std::string_view sign) {
  if (!peek(sign)) return false;
  at_ += sign.size();
  return true;
}

bool Parser::expect(std::string_view sign) {
  if (take(sign)) return true;
  const std::string shown = "“" + std::string(sign) + "”";
  expected(shown, shown);
  return false;
}

bool Parser::peek_word(std::string_view word) { return peek(word) && !continues_name(source_, at_ + word.size()); }

bool Parser::take_word(std::string_view word) {
  if (!peek_word(word)) return false;
  at_ += word.size();
  return true;
}

bool Parser::expect_word(std::string_view word) {
  if (take_word(word)) return true;
  const std::string shown = "“" + std::string(word) + "”";
  expected(shown, shown);
  return false;
}

// The first error counts; reading goes to the end of the source, where every rule gives up.
std::uint32_t Parser::fail(const Message& message, std::vector<std::string> arguments) {
  if (!error_) {
    const std::string_view before = source_.substr(0, std::min(at_, source_.size()));
    const auto characters = std::count_if(before.begin(), before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    arguments.insert(arguments.begin(), std::to_string(characters + 1));
    error_.emplace(Code::invalid, message, std::move(arguments));
  }
  at_ = source_.size();
  return 0;
}

std::string Parser::found_here() {
  if (at_end()) return in_both("结尾", "the end");
  std::size_t end = at_ + 1;
  while (end < source_.size() && (continues_name(source_, at_) ? continues_name(source_, end)
                                                               : (static_cast<unsigned char>(source_[end]) & 0xC0) == 0x80)) {
    ++end;
  }
  return "“" + excerpt(source_.substr(at_, end - at_)) + "”";
}

std::uint32_t Parser::expected(std::string_view english, std::string_view chinese) {
  std::string found = found_here();
  return fail(expected_other, {in_both(chinese, english), std::move(found)});
}

std::uint32_t Parser::checked(Node_ node) {
  if (program_.heights[node] > greatest_height) return fail(too_deep);
  return node;
}

std::uint32_t Parser::add(Op op, Node_ a, Node_ b, std::uint32_t position, const Type* type, std::uint8_t flag) {
  return checked(program_.add(Node{op, flag, 0, a, b, position}, type));
}

std::uint32_t Parser::add(Op op, const std::vector<std::uint32_t>& children, std::uint32_t position, const Type* type,
                          std::uint8_t flag) {
  return checked(program_.add(op, children, position, flag, type));
}

std::uint32_t Parser::new_slot() {
  constexpr std::uint32_t most_slots = 60'000;  // what a node has room to name
  if (*slots_ >= most_slots) return fail(too_deep);
  return (*slots_)++;
}

Result<std::uint32_t> Parser::expression() {
  if (source_.size() > most_bytes) return Error(Code::limit, too_long, {std::to_string(source_.size()), std::to_string(most_bytes)});
  const Node_ node = whole();
  if (!error_ && !at_end()) expected("an operator or the end", "运算符或结尾");
  if (error_) return std::move(*error_);
  return node;
}

Result<const Type*> Parser::type() {
  const Type* const out = type_name();
  if (!error_ && !at_end()) expected("the end", "结尾");
  if (error_) return std::move(*error_);
  return out;
}

Result<std::uint32_t> Parser::unary_tests(std::uint32_t slot, const Type* input) {
  Scope inner{scope_, scope_->level, {{"?", slot, input}}};
  scope_ = &inner;
  Node_ node = 0;
  if (take("-") && at_end()) {
    scope_ = inner.outer;
    return node;
  }
  at_ = 0;
  const std::size_t start = at_;
  if (take_word("not") && take("(")) {
    node = positive_tests(slot, true);
    expect(")");
    if (!error_ && !at_end()) {  // not(…) was only the beginning of an expression
      at_ = start;
      node = positive_tests(slot, false);
    }
  } else {
    at_ = start;
    node = positive_tests(slot, false);
  }
  if (!error_ && !at_end()) expected("“,” or the end", "“,”或结尾");
  scope_ = inner.outer;
  if (error_) return std::move(*error_);
  return node;
}

std::uint32_t Parser::positive_tests(std::uint32_t slot, bool negated) {
  std::vector<std::uint32_t> tests;
  const std::uint32_t here = position();
  do {
    tests.push_back(test());
  } while (!error_ && take(","));
  const Node_ node = add(Op::tests, tests, here, simple_type(Kind::boolean), negated ? 1 : 0);
  program_.nodes[node].aux = static_cast<std::uint16_t>(slot);
  return node;
}

// One of several tests; one that asks ? itself counts by its truth.
std::uint32_t Parser::test() {
  skip();
  const std::uint32_t here = position();
  const std::size_t before = questions_;
  for (const std::string_view sign : {"<", ">", "=", "!="}) {
    if (peek(sign)) return operator_range(here);
  }
  const Node_ node = whole();
  return questions_ == before ? node : add(Op::question, node, 0, here);
}

std::uint32_t Parser::whole() {
  const Deeper deeper(*this);
  return disjunction();
}

std::uint32_t Parser::disjunction() {
  const Node_ first = conjunction();
  if (!peek_word("or")) return first;
  const std::uint32_t here = position();
  std::vector<std::uint32_t> terms{first};
  while (take_word("or")) terms.push_back(conjunction());
  return add(Op::any, terms, here, simple_type(Kind::boolean));
}

std::uint32_t Parser::conjunction() {
  const Node_ first = comparison();
  if (!peek_word("and")) return first;
  const std::uint32_t here = position();
  std::vector<std::uint32_t> terms{first};
  while (take_word("and")) terms.push_back(comparison());
  return add(Op::all, terms, here, simple_type(Kind::boolean));
}

std::uint32_t Parser::comparison() {
  Node_ left = additive();
  for (;;) {
    const Node_ next = compared(left);
    if (next == left || error_) return next;
    left = next;
  }
}

std::uint32_t Parser::compared(Node_ left) {
  struct Sign {
    std::string_view text;
    Op op;
  };
  static constexpr Sign signs[]{{"<=", Op::less_equal}, {">=", Op::greater_equal}, {"!=", Op::not_equal},
                                {"<", Op::less},        {">", Op::greater},        {"=", Op::equal}};
  skip();
  const std::uint32_t here = position();
  for (const Sign& sign : signs) {
    if (!take(sign.text)) continue;
    const Node_ right = additive();
    return add(sign.op, left, right, here, simple_type(Kind::boolean));
  }
  if (take_word("between")) {
    const Node_ low = additive();
    expect_word("and");
    const Node_ high = additive();
    return add(Op::between, {left, low, high}, here, simple_type(Kind::boolean));
  }
  return peek_word("in") && take_word("in") ? membership(left) : left;
}

// What stands behind `in`: one test, or several in parentheses.
std::uint32_t Parser::membership(Node_ left) {
  skip();
  const std::uint32_t here = position();
  std::vector<std::uint32_t> links{left};
  for (const std::string_view sign : {"<", ">", "=", "!="}) {
    if (!peek(sign)) continue;
    links.push_back(operator_range(here));
    return add(Op::in, links, here, simple_type(Kind::boolean));
  }
  const std::size_t start = at_;
  if (take("(")) {
    const std::vector<Unknown> unknown = unknown_;
    do {
      links.push_back(test());
    } while (!error_ && take(","));
    if (!error_ && links.size() == 2 && take("..")) {
      links[1] = range_end(links[1], 0, here);
      return add(Op::in, links, here, simple_type(Kind::boolean));
    }
    expect(")");
    if (error_) return 0;
    skip();
    const bool goes_on = at_ < source_.size() && std::string_view("+-*/.[(").find(source_[at_]) != std::string_view::npos;
    if (!goes_on || links.size() > 2) return add(Op::in, links, here, simple_type(Kind::boolean));
    if (++second_readings_ > most_second_readings) return fail(too_deep);
    unknown_ = unknown;  // the parentheses began a longer expression
    at_ = start;
    links.resize(1);
  }
  links.push_back(additive());
  return add(Op::in, links, here, simple_type(Kind::boolean));
}

std::uint32_t Parser::additive() {
  Node_ left = multiplicative();
  for (;;) {
    skip();
    const std::uint32_t here = position();
    const bool plus = take("+");
    if (!plus && !take("-")) return left;
    const Node_ right = multiplicative();
    left = add(plus ? Op::add : Op::subtract, left, right, here, result_of_sum(type_of(left), type_of(right)));
  }
}

std::uint32_t Parser::multiplicative() {
  Node_ left = exponent();
  for (;;) {
    skip();
    const std::uint32_t here = position();
    if (peek("**")) return left;
    const bool times = take("*");
    if (!times && !take("/")) return left;
    const Node_ right = exponent();
    left = add(times ? Op::multiply : Op::divide, left, right, here, result_of_sum(type_of(left), type_of(right)));
  }
}

std::uint32_t Parser::exponent() {
  Node_ left = unary();
  for (;;) {
    skip();
    const std::uint32_t here = position();
    if (!take("**")) return left;
    const Node_ right = unary();
    left = add(Op::power, left, right, here, simple_type(Kind::number));
  }
}

std::uint32_t Parser::unary() {
  skip();
  const std::uint32_t here = position();
  std::size_t minuses = 0;
  while (take("-")) ++minuses;
  Node_ node = postfix();
  if (minuses == 0) return node;
  if (program_.is_constant(node) && program_.constant_of(node).is(Kind::number) && !program_.constant_of(node).big) {
    Value value = program_.constant_of(node);
    if (minuses % 2 != 0) value.integer = -value.integer;
    return program_.constant(value, here);
  }
  for (std::size_t i = 0; i < (minuses + 1) % 2 + 1; ++i) node = add(Op::negate, node, 0, here, type_of(node));
  return node;
}

std::uint32_t Parser::postfix() {
  const Deeper deeper(*this);
  Node_ node = primary();
  for (;;) {
    skip();
    if (error_ || at_ >= source_.size()) return node;
    const std::size_t start = at_;
    if (peek(".") && !peek("..")) {
      node = path(node);
    } else if (peek("[") && !closes_range()) {
      node = filter(node);
    } else if (peek("(")) {
      node = call(node);
    } else if (take_word("instance")) {
      if (!peek_word("of")) return at_ = start, node;
      node = instance_of(node);
    } else {
      return node;
    }
  }
}

// Whether a “[” ends a range as in [1..5[ and begins no filter.
bool Parser::closes_range() {
  if (!in_range_end_) return false;
  const std::size_t start = at_;
  ++at_;
  bool closes = at_end();
  for (const std::string_view sign : {")", "]", ",", "}", "=", "<", ">", "!", "."}) closes = closes || peek(sign);
  for (const std::string_view word : {"and", "or", "then", "else", "return", "satisfies", "in", "between", "instance"}) {
    closes = closes || peek_word(word);
  }
  at_ = start;
  return closes;
}

std::uint32_t Parser::filter(Node_ list) {
  const std::uint32_t here = position();
  take("[");
  const bool in_range_end = std::exchange(in_range_end_, false);
  const Type* const listed = type_of(list);
  const Type* item = listed->form == Type::list ? listed->element : listed->form == Type::any ? nullptr : listed;
  const std::uint32_t slot = new_slot();
  Scope inner{scope_, scope_->level, {}, true, slot, item};
  scope_ = &inner;
  const Node_ condition = whole();
  scope_ = inner.outer;
  in_range_end_ = in_range_end;
  expect("]");
  const bool by_place = type_of(condition) == simple_type(Kind::number);
  const Type* const type = by_place ? item : listed->form == Type::list ? listed : item == nullptr ? nullptr : program_.list_of(item);
  const Node_ node = add(Op::filter, list, condition, here, type);
  program_.nodes[node].aux = static_cast<std::uint16_t>(slot);
  return node;
}

std::uint32_t Parser::call(Node_ function) {
  const std::uint32_t here = position();
  std::vector<std::string> names;
  std::vector<Node_> values;
  if (!arguments(names, values)) return 0;
  std::vector<std::uint32_t> links{function};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!names.empty()) links.push_back(marked(program_.text(names[i])));
    links.push_back(values[i]);
  }
  const Type* const type = type_of(function);
  return add(names.empty() ? Op::call : Op::call_named, links, here, type->form == Type::function ? type->element : nullptr);
}

// "(", arguments, ")". Either all have names or none has.
bool Parser::arguments(std::vector<std::string>& names, std::vector<Node_>& values) {
  take("(");
  const bool in_range_end = std::exchange(in_range_end_, false);
  if (!take(")")) {
    do {
      if (auto name = argument_name()) names.push_back(std::move(*name));
      values.push_back(whole());
      if (!error_ && !names.empty() && names.size() != values.size()) expected("a name for each argument or for none", "要么每个参数都带名称，要么都不带");
    } while (!error_ && take(","));
    if (!error_) expect(")");
  }
  in_range_end_ = in_range_end;
  return !error_;
}

// The name before a colon, if the argument has one.
std::optional<std::string> Parser::argument_name() {
  skip();
  if (!starts_name(source_, at_)) return std::nullopt;
  for (std::size_t i = at_; i < source_.size(); ++i) {
    const char c = source_[i];
    if (c == ':') {
      std::string name = normal_name(source_.substr(at_, i - at_));
      at_ = i + 1;
      return name;
    }
    if (std::string_view("()[]{}\",=<>@").find(c) != std::string_view::npos) break;
  }
  return std::nullopt;
}

std::uint32_t Parser::builtin_call(std::uint32_t builtin, std::uint32_t here) {
  std::vector<std::string> names;
  std::vector<Node_> values;
  if (!arguments(names, values)) return 0;
  const Builtin& called = builtins()[builtin];
  bool fits = names.empty() && takes(called, values.size());
  if (!names.empty() && names.size() <= most_parameters) {
    std::size_t places[most_parameters];
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::size_t count = place_arguments(called, views, places);
    std::vector<Node_> placed(count, 0);
    for (std::size_t i = 0; count != 0 && i < values.size(); ++i) placed[places[i]] = values[i];
    fits = count != 0;
    if (fits) values = std::move(placed);
  }
  if (!fits) values.clear();
  const Node_ node = add(Op::builtin, values, here, result_of(called.name), fits ? 0 : 1);
  program_.nodes[node].aux = static_cast<std::uint16_t>(builtin);
  return node;
}

std::uint32_t Parser::instance_of(Node_ value) {
  const std::uint32_t here = position();
  take_word("of");
  const Type* const type = type_name();
  return add(Op::instance_of, value, program_.type(type), here, simple_type(Kind::boolean));
}

}  // namespace guanxi::feel
