// Literals, parentheses, ranges, contexts and the expressions that begin with a word.
#include <algorithm>

#include "expr/feel/names.h"
#include "expr/feel/parser.h"
#include "expr/feel/temporal.h"
#include "guanxi/text.h"

namespace guanxi::feel {
namespace {

constexpr Message open_string{"feel.open_string", "Character {0}: the text that begins here has no closing quotation mark.",
                              "第 {0} 个字符：从此处开始的文本缺少右引号。"};
constexpr Message key_twice{"feel.key_twice", "Character {0}: the key “{1}” stands twice in one context.", "第 {0} 个字符：同一上下文中键“{1}”出现了两次。"};
constexpr Message no_such_point{"feel.no_such_point", "@\"{0}\" is no date, time or duration, or beyond the years that there are.",
                                "@\"{0}\" 不是日期、时间或时长，或超出可表示的年份。"};

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// The code point in `size` hexadecimal digits.
std::optional<char32_t> hex(std::string_view s, std::size_t at, std::size_t size) {
  if (at + size > s.size()) return std::nullopt;
  char32_t out = 0;
  for (const char c : s.substr(at, size)) {
    if (!is_hex(c)) return std::nullopt;
    out = out * 16 + static_cast<char32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return out;
}

}  // namespace

std::uint32_t Parser::primary() {
  if (at_end()) return expected("an expression", "表达式");
  const char c = source_[at_];
  const bool digit_follows = at_ + 1 < source_.size() && source_[at_ + 1] >= '0' && source_[at_ + 1] <= '9';
  if ((c >= '0' && c <= '9') || (c == '.' && digit_follows)) return number();
  if (c == '"') return string();
  if (c == '@') return temporal();
  if (c == '(') return parenthesis();
  if (c == '[' || c == ']') return bracket();
  if (c == '{') return context();
  if (starts_name(source_, at_)) return word();
  return expected("an expression", "表达式");
}

std::uint32_t Parser::number() {
  const std::size_t start = at_;
  const auto digits = [&] {
    while (at_ < source_.size() && source_[at_] >= '0' && source_[at_] <= '9') ++at_;
  };
  const auto digit_at = [&](std::size_t i) { return i < source_.size() && source_[i] >= '0' && source_[i] <= '9'; };
  digits();
  if (at_ < source_.size() && source_[at_] == '.' && digit_at(at_ + 1)) {
    ++at_;
    digits();
  }
  if (at_ < source_.size() && (source_[at_] | 0x20) == 'e') {
    std::size_t behind = at_ + 1;
    if (behind < source_.size() && (source_[behind] == '+' || source_[behind] == '-')) ++behind;
    if (digit_at(behind)) {
      at_ = behind;
      digits();
    }
  }
  const auto value = Decimal34::parse(source_.substr(start, at_ - start));
  if (!value) {
    at_ = start;
    return expected("a number of at most 6,144 digits", "不超过 6144 位的数字");
  }
  return program_.constant(program_.memory.number(*value), static_cast<std::uint32_t>(start));
}

// A backslash and what follows; one that means nothing stays as it is written.
bool Parser::escape(std::string& out) {
  static constexpr std::string_view letters = "ntr\"'\\/";
  static constexpr std::string_view meant = "\n\t\r\"'\\/";
  const char c = at_ + 1 < source_.size() ? source_[at_ + 1] : '\0';
  if (const std::size_t known = letters.find(c); c != '\0' && known != std::string_view::npos && c != '/') {
    out += meant[known];
    at_ += 2;
    return true;
  }
  const std::size_t size = c == 'u' ? 4 : c == 'U' ? 6 : 0;
  auto code = size == 0 ? std::nullopt : hex(source_, at_ + 2, size);
  if (!code || *code > 0x10FFFF) {
    out += source_[at_++];
    return false;
  }
  at_ += 2 + size;
  if (*code >= 0xD800 && *code < 0xDC00 && source_.substr(at_).starts_with("\\u")) {
    const auto low = hex(source_, at_ + 2, 4);
    if (low && *low >= 0xDC00 && *low < 0xE000) {
      code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
      at_ += 6;
    }
  }
  text::append(out, *code >= 0xD800 && *code < 0xE000 ? char32_t{0xFFFD} : *code);
  return true;
}

bool Parser::string_text(std::string& out) {
  const std::size_t start = at_++;
  while (at_ < source_.size()) {
    if (source_[at_] == '"') return ++at_, true;
    if (source_[at_] == '\\') {
      escape(out);
    } else {
      out += source_[at_++];
    }
  }
  at_ = start;
  fail(open_string);
  return false;
}

std::uint32_t Parser::string() {
  const std::uint32_t here = position();
  std::string value;
  if (!string_text(value)) return 0;
  return program_.constant(program_.memory.string(value), here);
}

std::uint32_t Parser::temporal() {
  const std::uint32_t here = position();
  take("@");
  if (!peek("\"")) return expected("a date, time or duration in quotation marks", "引号中的日期、时间或时长");
  std::string written;
  if (!string_text(written)) return 0;
  Value out;
  if (const auto read = parse_temporal(written, *program_.zones, program_.memory)) {
    out = *read;
  } else {
    auto* const argument = program_.memory.array<std::string_view>(1);
    *argument = program_.memory.keep(std::string_view(written));
    out.reason = program_.memory.keep(Reason{&no_such_point, argument, 1, here, nullptr});
  }
  return program_.constant(out, here);
}

// "< 5" and "(> 5)" as ranges without a second end.
std::uint32_t Parser::operator_range(std::uint32_t here) {
  struct Sign {
    std::string_view text;
    Range::Form form;
  };
  static constexpr Sign signs[]{{"<=", Range::less_equal}, {">=", Range::greater_equal}, {"!=", Range::not_equal},
                                {"<", Range::less},        {">", Range::greater},        {"=", Range::equal}};
  const auto sign = std::find_if(std::begin(signs), std::end(signs), [&](const Sign& s) { return take(s.text); });
  if (sign == std::end(signs)) return expected("a comparison", "比较符");
  const Node_ end = additive();
  const bool start = sign->form == Range::greater_equal || sign->form == Range::equal;
  const bool stop = sign->form == Range::less_equal || sign->form == Range::equal;
  const auto flag = static_cast<std::uint8_t>(sign->form << range_form_shift | (start ? start_included : 0) | (stop ? end_included : 0));
  return add(Op::range, end, end, here, simple_type(Kind::range), flag);
}

std::uint32_t Parser::parenthesis() {
  const std::uint32_t here = position();
  take("(");
  const bool in_range_end = std::exchange(in_range_end_, false);
  Node_ node = 0;
  for (const std::string_view sign : {"<", ">", "=", "!="}) {
    if (node == 0 && peek(sign)) node = operator_range(here);
  }
  if (node == 0) node = whole();
  in_range_end_ = in_range_end;
  if (!error_ && take("..")) return range_end(node, 0, here);
  if (!error_) expect(")");
  return node;
}

std::uint32_t Parser::bracket() {
  const std::uint32_t here = position();
  const bool in_range_end = std::exchange(in_range_end_, false);
  if (take("]")) {
    const Node_ start = whole();
    in_range_end_ = in_range_end;
    return expect("..") ? range_end(start, 0, here) : 0;
  }
  take("[");
  std::vector<std::uint32_t> items;
  if (!take("]")) {
    items.push_back(whole());
    if (!error_ && take("..")) {
      in_range_end_ = in_range_end;
      return range_end(items[0], start_included, here);
    }
    while (!error_ && take(",")) items.push_back(whole());
    if (!error_) expect("]");
  }
  in_range_end_ = in_range_end;
  const Type* element = items.empty() ? nullptr : type_of(items[0]);
  for (const Node_ item : items) element = type_of(item) == element ? element : nullptr;
  return add(Op::list, items, here, element == nullptr ? simple_type(Kind::list) : program_.list_of(element));
}

std::uint32_t Parser::range_end(Node_ start, std::uint8_t flag, std::uint32_t here) {
  const bool in_range_end = std::exchange(in_range_end_, true);
  const Node_ end = additive();
  in_range_end_ = in_range_end;
  if (error_) return 0;
  if (take("]")) {
    flag |= end_included;
  } else if (!take(")") && !take("[")) {
    return expected("“]”, “)” or “[”", "“]”、“)”或“[”");
  }
  return add(Op::range, start, end, here, simple_type(Kind::range), flag);
}

bool Parser::context_key(std::string& key) {
  if (peek("\"")) return string_text(key) && expect(":");
  const std::size_t start = at_;
  while (at_ < source_.size() && std::string_view(":,{}[]()\"").find(source_[at_]) == std::string_view::npos) ++at_;
  key = normal_name(source_.substr(start, at_ - start));
  if (key.empty()) return expected("the name of an entry", "条目名称"), false;
  return expect(":");
}

std::uint32_t Parser::context() {
  const std::uint32_t here = position();
  take("{");
  const bool in_range_end = std::exchange(in_range_end_, false);
  Scope inner{scope_, scope_->level, {}};
  scope_ = &inner;
  Type type;
  type.form = Type::context;
  std::vector<std::uint32_t> links;
  if (!take("}")) {
    do {
      skip();
      const std::size_t start = at_;
      std::string key;
      if (!context_key(key)) break;
      if (type.member(key) != nullptr) {
        at_ = start;
        fail(key_twice, {key});
        break;
      }
      const Node_ value = whole();
      const std::uint32_t slot = new_slot();
      links.insert(links.end(), {marked(program_.text(key)), value, marked(slot)});
      program_.note_member(key);
      type.members.push_back({key, type_of(value)});
      inner.variables.push_back({std::move(key), slot, type_of(value)});
    } while (!error_ && take(","));
    if (!error_) expect("}");
  }
  scope_ = inner.outer;
  in_range_end_ = in_range_end;
  if (error_) return 0;
  return add(Op::context, links, here, &program_.types.emplace_back(std::move(type)));
}

// What begins with a word: a keyword, unless a longer name that is known begins so.
std::uint32_t Parser::word() {
  static constexpr std::string_view words[]{"if", "for", "some", "every", "function", "null", "true", "false"};
  const auto found = std::find_if(std::begin(words), std::end(words), [&](std::string_view w) { return peek_word(w); });
  if (found == std::end(words)) return name();
  const std::size_t start = at_;
  if (known_length() > found->size()) return name();
  at_ = start + found->size();
  const auto here = static_cast<std::uint32_t>(start);
  const bool in_range_end = std::exchange(in_range_end_, false);
  Node_ node = 0;
  switch (found - std::begin(words)) {
    case 0: node = choice(); break;
    case 1: node = loop(); break;
    case 2: node = quantified(Op::some); break;
    case 3: node = quantified(Op::every); break;
    case 4: node = function(); break;
    case 5: node = program_.constant(Value{}, here); break;
    default: node = program_.constant(Value::of(*found == "true"), here);
  }
  in_range_end_ = in_range_end;
  return node;
}

std::uint32_t Parser::choice() {
  const std::uint32_t here = position();
  const Node_ condition = whole();
  if (!error_) expect_word("then");
  const Node_ then = whole();
  if (!error_) expect_word("else");
  const Node_ otherwise = whole();
  const Type* const type = type_of(then) == type_of(otherwise) ? type_of(then) : nullptr;
  return add(Op::choose, {condition, then, otherwise}, here, type);
}

// "name in domain" of for, some and every.
bool Parser::iterator(std::vector<std::uint32_t>& links, Scope& inner) {
  skip();
  const std::size_t start = at_;
  while (at_ < source_.size() && !(blank_at(source_, at_) != 0 && peek_word("in"))) at_ += at_ < source_.size() ? 1 : 0;
  std::string name = normal_name(source_.substr(start, std::min(at_, source_.size()) - start));
  if (!starts_name(name, 0)) {
    at_ = start;
    return expected("a name", "名称"), false;
  }
  if (!expect_word("in")) return false;
  const std::uint32_t here = position();
  Node_ domain = whole();
  const Type* item = type_of(domain)->form == Type::list ? type_of(domain)->element : nullptr;
  if (!error_ && take("..")) {
    item = type_of(domain);
    const Node_ end = whole();
    domain = add(Op::span, domain, end, here);
  }
  const std::uint32_t slot = new_slot();
  links.insert(links.end(), {marked(slot), domain});
  inner.variables.push_back({std::move(name), slot, item});
  return !error_;
}

std::uint32_t Parser::loop() {
  const std::uint32_t here = position();
  Scope inner{scope_, scope_->level, {}};
  scope_ = &inner;
  const std::uint32_t partial = new_slot();
  std::vector<std::uint32_t> links{0, marked(partial)};
  while (iterator(links, inner) && take(",")) {
  }
  inner.variables.push_back({"partial", partial, nullptr});
  if (!error_) expect_word("return");
  links[0] = whole();
  scope_ = inner.outer;
  return add(Op::each, links, here, type_of(links[0])->form == Type::any ? simple_type("list") : program_.list_of(type_of(links[0])));
}

std::uint32_t Parser::quantified(Op op) {
  const std::uint32_t here = position();
  Scope inner{scope_, scope_->level, {}};
  scope_ = &inner;
  std::vector<std::uint32_t> links{0};
  while (iterator(links, inner) && take(",")) {
  }
  if (!error_) expect_word("satisfies");
  links[0] = whole();
  scope_ = inner.outer;
  return add(op, links, here, simple_type(Kind::boolean));
}

}  // namespace guanxi::feel
