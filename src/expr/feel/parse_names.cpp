// Names, functions and types.
#include <algorithm>

#include "expr/feel/names.h"
#include "expr/feel/parser.h"
#include "expr/feel/parser_detail.h"

namespace guanxi::feel {
namespace {

constexpr Message no_such_type{"feel.no_type", "Character {0}: there is no type “{1}”.", "第 {0} 个字符：没有类型“{1}”。"};

struct Always {
  std::string_view name;
  Kind kind;
};
constexpr Always always[]{
    {"count", Kind::number}, {"string length", Kind::number}, {"floor", Kind::number}, {"ceiling", Kind::number},
    {"decimal", Kind::number}, {"modulo", Kind::number}, {"sqrt", Kind::number}, {"number", Kind::number}, {"sum", Kind::number},
    {"mean", Kind::number}, {"string", Kind::string}, {"upper case", Kind::string}, {"lower case", Kind::string},
    {"substring", Kind::string}, {"contains", Kind::boolean}, {"starts with", Kind::boolean}, {"ends with", Kind::boolean},
    {"matches", Kind::boolean}, {"list contains", Kind::boolean}, {"date", Kind::date}, {"time", Kind::time},
    {"date and time", Kind::date_time}, {"today", Kind::date}, {"now", Kind::date_time},
    {"years and months duration", Kind::months_duration}};

}  // namespace

const Type* result_of(std::string_view builtin) noexcept {
  const auto found = std::find_if(std::begin(always), std::end(always), [&](const Always& a) { return a.name == builtin; });
  return found == std::end(always) ? nullptr : simple_type(found->kind);
}

const Type* result_of_sum(const Type* a, const Type* b) noexcept {
  return a == b && a == simple_type(Kind::number) ? a : nullptr;
}

struct Parser::Found {
  enum What : std::uint8_t { nothing, variable, member, pool, builtin } what = nothing;
  std::size_t length = 0;
  std::uint32_t slot = 0, level = 0;
  const Type* type = nullptr;
  std::string name;
  std::uint32_t builtin_index = no_builtin;
};

// The longest name of a scope that stands here, if it is longer than the best so far.
void Parser::look_in(const Scope& scope, Found& best) {
  for (const Variable& variable : scope.variables) {
    const std::size_t length = match_name(source_, at_, variable.name);
    if (length > best.length) best = {Found::variable, length, variable.slot, scope.level, variable.type, variable.name};
  }
  if (!scope.members) return;
  if (const std::size_t length = match_name(source_, at_, "item"); length > best.length) {
    best = {Found::member, length, scope.item_slot, scope.level, scope.item_type, {}};
  }
  std::string name;
  const std::size_t length = member_length(scope.item_type, name);
  const bool known = scope.item_type != nullptr && scope.item_type->form == Type::context;
  if (length > best.length) {
    best = {known ? Found::member : Found::pool, length, scope.item_slot, scope.level, known ? scope.item_type->member(name) : nullptr, name};
  }
}

// The longest member that stands here: of the type, or of whatever types there are when it is not known.
std::size_t Parser::member_length(const Type* type, std::string& name) {
  std::size_t best = 0;
  const auto consider = [&](const std::string& candidate) {
    const std::size_t length = match_name(source_, at_, candidate);
    if (length <= best) return;
    best = length;
    name = candidate;
  };
  if (type != nullptr && type->form == Type::list) type = type->element;
  if (type != nullptr && type->form == Type::context) {
    for (const Member& member : type->members) consider(member.name);
  }
  if (best == 0) {
    for (const std::string& candidate : program_.member_names) consider(candidate);
  }
  return best;
}

Parser::Found Parser::resolve() {
  Found best;
  for (const Scope* scope = scope_; scope != nullptr; scope = scope->outer) look_in(*scope, best);
  const auto all = builtins();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t length = match_name(source_, at_, all[i].name);
    if (length <= best.length) continue;
    best = {};
    best.what = Found::builtin;
    best.length = length;
    best.builtin_index = static_cast<std::uint32_t>(i);
  }
  return best;
}

std::size_t Parser::known_length() { return resolve().length; }

std::uint32_t Parser::name() {
  const std::uint32_t here = position();
  const Found found = resolve();
  if (found.what == Found::nothing || found.what == Found::pool) {
    std::size_t length = found.length;
    while (length == 0 || continues_name(source_, at_ + length)) ++length;
    std::string written = normal_name(source_.substr(at_, length));
    at_ += length;
    return unknown_name(found.what == Found::pool ? found.name : std::move(written), here);
  }
  at_ += found.length;
  if (found.what == Found::builtin) {
    if (peek("(")) return builtin_call(found.builtin_index, here);
    Value function;
    function.kind = Kind::function;
    function.size = found.builtin_index;
    function.function = nullptr;
    return program_.constant(function, here);
  }
  if (found.name == "?") ++questions_;
  return node_of(found, here);
}

// In a filter, a name that some scope inside it does not know may be a member of the item.
std::uint32_t Parser::node_of(const Found& found, std::uint32_t here) {
  if (found.what == Found::member && found.name.empty()) return add(Op::item, found.slot, scope_->level - found.level, here, found.type);
  Node local{Op::local, 0, static_cast<std::uint16_t>(scope_->level - found.level), found.slot, 0, here};
  if (found.what == Found::member) {
    local = Node{Op::local, 0, static_cast<std::uint16_t>(scope_->level - found.level), found.slot, 0, here};
    return add(Op::path, program_.add(local), program_.text(found.name), here, found.type);
  }
  Node_ node = program_.add(local, found.type);
  std::vector<const Scope*> filters;
  for (const Scope* scope = scope_; scope != nullptr; scope = scope->outer) {
    const auto declares = [&](const Variable& v) { return v.slot == found.slot && scope->level == found.level && v.name == found.name; };
    if (std::any_of(scope->variables.begin(), scope->variables.end(), declares)) break;
    const bool open = scope->item_type == nullptr || scope->item_type->form == Type::any;
    if (scope->members && open && scope->level == scope_->level) filters.push_back(scope);
  }
  for (auto filter = filters.rbegin(); filter != filters.rend(); ++filter) {
    node = add(Op::item_member, {marked((*filter)->item_slot), marked(program_.text(found.name)), node}, here);
  }
  return node;
}

std::uint32_t Parser::unknown_name(std::string written, std::uint32_t here) {
  Node_ node = add(Op::unknown, program_.text(written), 0, here);
  bool in_filter = false;
  std::vector<const Scope*> filters;
  for (const Scope* scope = scope_; scope != nullptr && scope->level == scope_->level; scope = scope->outer) {
    if (scope->members) filters.push_back(scope);
  }
  for (auto filter = filters.rbegin(); filter != filters.rend(); ++filter) {
    in_filter = in_filter || (*filter)->item_type == nullptr || (*filter)->item_type->form == Type::any;
    node = add(Op::item_member, {marked((*filter)->item_slot), marked(program_.text(written)), node}, here);
  }
  if (!in_filter) unknown_.push_back({std::move(written), here});
  return node;
}

std::uint32_t Parser::path(Node_ object) {
  const std::uint32_t here = position();
  take(".");
  skip();
  const Type* type = type_of(object);
  if (!starts_name(source_, at_)) return expected("the name of a member", "成员名称");
  std::string name;
  std::size_t length = member_length(type, name);
  std::size_t plain = 0;
  while (continues_name(source_, at_ + plain)) ++plain;
  if (plain > length) name = std::string(source_.substr(at_, length = plain));
  at_ += length;
  const bool listed = type->form == Type::list;
  if (listed && type->element != nullptr) type = type->element;
  const Type* member = type->form == Type::context ? type->member(name) : nullptr;
  if (listed) member = member == nullptr ? simple_type("list") : program_.list_of(member);
  return add(Op::path, object, program_.text(name), here, member);
}

std::string Parser::read_name(std::string_view stops) {
  skip();
  const std::size_t start = at_;
  while (at_ < source_.size() && stops.find(source_[at_]) == std::string_view::npos) ++at_;
  return normal_name(source_.substr(start, at_ - start));
}

bool Parser::parameters(Body& body, Scope& inner) {
  if (!expect("(")) return false;
  if (take(")")) return true;
  do {
    std::string name = read_name(":,)(");
    if (!starts_name(name, 0)) return expected("the name of a parameter", "参数名称"), false;
    const Type* const type = take(":") ? type_name() : nullptr;
    inner.variables.push_back({name, static_cast<std::uint32_t>(body.names.size()), type});
    body.names.push_back(std::move(name));
    body.types.push_back(type);
  } while (!error_ && take(","));
  return !error_ && expect(")");
}

std::uint32_t Parser::function() {
  const std::uint32_t here = position();
  const auto index = static_cast<std::uint32_t>(program_.bodies.size());
  Body& body = program_.bodies.emplace_back();
  Scope inner{scope_, scope_->level + 1, {}};
  if (!parameters(body, inner)) return 0;
  body.slots = static_cast<std::uint32_t>(body.names.size());
  std::uint32_t* const slots = std::exchange(slots_, &body.slots);
  scope_ = &inner;
  const Node_ node = take_word("external") ? external(body) : whole();
  scope_ = inner.outer;
  slots_ = slots;
  body.node = node;
  Type type;
  type.form = Type::function;
  type.element = type_of(node);
  for (std::size_t i = 0; i < body.names.size(); ++i) type.members.push_back({body.names[i], body.types[i]});
  const Node_ out = add(Op::function, index, *slots_, here, &program_.types.emplace_back(std::move(type)));
  program_.heights[out] = static_cast<std::uint16_t>(program_.heights[node] + 1);
  return checked(out);
}

// {java: {class: "…", method signature: "…"}}
std::uint32_t Parser::external(Body& body) {
  body.is_external = true;
  const Node_ node = whole();
  if (error_) return 0;
  const auto text_under = [&](Node_ owner, std::string_view key) {
    const Node& context = program_.nodes[owner];
    for (std::uint32_t i = 0; context.op == Op::context && i + 1 < context.b; i += 3) {
      if (program_.constants[unmarked(program_.links[context.a + i])].view() == key) return program_.links[context.a + i + 1];
    }
    return Node_{0};
  };
  const Node_ java = text_under(node, "java");
  for (auto [key, place] : {std::pair{"class", &body.external.class_name}, std::pair{"method signature", &body.external.method}}) {
    const Node_ value = text_under(java, key);
    if (program_.is_constant(value) && program_.constant_of(value).is(Kind::string)) *place = program_.constant_of(value).view();
  }
  return node;
}

const Type* Parser::type_name() {
  const Deeper deeper(*this);
  skip();
  if (error_) return any_type();
  for (const std::string_view word : {"list", "range", "context", "function"}) {
    const std::size_t start = at_;
    if (!take_word(word)) continue;
    if (peek("<")) return generic(simple_type(word), word);
    at_ = start;
  }
  std::size_t length = types_ == nullptr ? 0 : types_->match_type(source_, at_);
  const Type* type = length == 0 ? nullptr : types_->find_type(normal_name(source_.substr(at_, length)));
  for (const std::string_view name : {"days and time duration", "years and months duration", "date and time"}) {
    if (const std::size_t longer = match_name(source_, at_, name); longer > length) length = longer, type = simple_type(name);
  }
  std::size_t plain = 0;
  while (continues_name(source_, at_ + plain)) ++plain;
  if (plain == 0) return expected("a type", "类型"), any_type();
  if (plain > length) type = simple_type(source_.substr(at_, length = plain));
  if (type == nullptr) {
    fail(no_such_type, {std::string(source_.substr(at_, length))});
    return any_type();
  }
  at_ += length;
  return type;
}

const Type* Parser::generic(const Type* form, std::string_view word) {
  take("<");
  if (word == "context") return context_type();
  if (word == "function") return function_type();
  Type out = *form;
  out.name.clear();
  out.element = type_name();
  if (!error_) expect(">");
  if (word == "list") return program_.list_of(out.element);
  return &program_.types.emplace_back(std::move(out));
}

const Type* Parser::context_type() {
  Type out;
  out.form = Type::context;
  if (!take(">")) {
    do {
      std::string name = read_name(":,>");
      if (!expect(":")) break;
      out.members.push_back({std::move(name), type_name()});
    } while (!error_ && take(","));
    if (!error_) expect(">");
  }
  return &program_.types.emplace_back(std::move(out));
}

const Type* Parser::function_type() {
  Type out;
  out.form = Type::function;
  if (!take(">")) {
    do {
      out.members.push_back({{}, type_name()});
    } while (!error_ && take(","));
    if (!error_) expect(">");
  }
  if (!error_ && expect("->")) out.element = type_name();
  return &program_.types.emplace_back(std::move(out));
}

}  // namespace guanxi::feel
