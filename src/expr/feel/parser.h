// Text to nodes: reads, resolves names and finds what cannot be, in one pass.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expr/feel/builtins.h"
#include "expr/feel/program.h"
#include "guanxi/error.h"

namespace guanxi::feel {

struct Variable {
  std::string name;
  std::uint32_t slot = 0;
  const Type* type = nullptr;
};

// Names that an expression may use. The frame of level 0 holds what the host gives, those above belong to functions.
struct Scope {
  const Scope* outer = nullptr;
  std::uint32_t level = 0;
  std::vector<Variable> variables;
  bool members = false;          // the members of the item in `item_slot`
  std::uint32_t item_slot = 0;
  const Type* item_type = nullptr;
};

// Types that are not FEEL's own, by name.
class TypeNames {
 public:
  virtual ~TypeNames() = default;
  virtual const Type* find_type(std::string_view name) const = 0;
  // Of those that the source writes at `at`, the length of the longest.
  virtual std::size_t match_type(std::string_view source, std::size_t at) const = 0;
};

class Parser {
 public:
  // `slots` counts the slots of the frame at the scope's level. All must outlive the parser.
  Parser(Program& program, std::string_view source, const Scope& scope, std::uint32_t& slots, const TypeNames* types = nullptr)
      : program_(program), source_(source), scope_(&scope), slots_(&slots), types_(types) {}

  // The whole source as an expression.
  Result<std::uint32_t> expression();
  // The whole source as the tests of an input entry; the input lies in `slot`. Node 0 for "-".
  Result<std::uint32_t> unary_tests(std::uint32_t slot, const Type* input);
  // The whole source as a type.
  Result<const Type*> type();
  // Names that stood for nothing, with their places: an unknown name is null when evaluated.
  struct Unknown {
    std::string name;
    std::uint32_t position;
  };
  const std::vector<Unknown>& unknown() const noexcept { return unknown_; }

 private:
  using Node_ = std::uint32_t;
  // Counts how deep the parser is in itself.
  struct Deeper {
    explicit Deeper(Parser& owner);
    ~Deeper() { --parser.depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    Parser& parser;
  };

  // Characters.
  void skip();
  bool at_end();
  bool peek(std::string_view sign);
  bool take(std::string_view sign);
  bool expect(std::string_view sign);
  bool peek_word(std::string_view word);
  bool take_word(std::string_view word);
  bool expect_word(std::string_view word);
  std::uint32_t position() const noexcept { return static_cast<std::uint32_t>(at_); }
  Node_ fail(const Message& message, std::vector<std::string> arguments = {});
  Node_ expected(std::string_view english, std::string_view chinese);
  std::string found_here();

  // Nodes.
  Node_ add(Op op, Node_ a, Node_ b, std::uint32_t position, const Type* type = nullptr, std::uint8_t flag = 0);
  Node_ add(Op op, const std::vector<std::uint32_t>& children, std::uint32_t position, const Type* type = nullptr,
            std::uint8_t flag = 0);
  Node_ checked(Node_ node);
  const Type* type_of(Node_ node) const { return program_.node_types[node]; }
  std::uint32_t new_slot();

  // Expressions, from the loosest to the tightest.
  Node_ whole();
  Node_ disjunction();
  Node_ conjunction();
  Node_ comparison();
  Node_ compared(Node_ left);
  Node_ membership(Node_ left);
  Node_ additive();
  Node_ multiplicative();
  Node_ exponent();
  Node_ unary();
  Node_ postfix();
  Node_ path(Node_ object);
  Node_ filter(Node_ list);
  Node_ call(Node_ function);
  Node_ instance_of(Node_ value);
  Node_ primary();
  Node_ word();
  Node_ name();
  Node_ parenthesis();
  Node_ bracket();
  Node_ range_end(Node_ start, std::uint8_t flag, std::uint32_t position);
  Node_ operator_range(std::uint32_t position);
  bool closes_range();
  Node_ number();
  Node_ string();
  bool string_text(std::string& out);
  bool escape(std::string& out);
  Node_ temporal();
  Node_ context();
  bool context_key(std::string& key);
  Node_ choice();
  Node_ loop();
  Node_ quantified(Op op);
  bool iterator(std::vector<std::uint32_t>& links, Scope& inner);
  Node_ function();
  bool parameters(Body& body, Scope& inner);
  Node_ external(Body& body);
  Node_ builtin_call(std::uint32_t builtin, std::uint32_t position);
  bool arguments(std::vector<std::string>& names, std::vector<Node_>& values);
  std::optional<std::string> argument_name();
  std::string read_name(std::string_view stops);
  Node_ test();
  Node_ positive_tests(std::uint32_t slot, bool negated);

  // Names.
  struct Found;
  Found resolve();
  std::size_t known_length();
  void look_in(const Scope& scope, Found& best);
  Node_ node_of(const Found& found, std::uint32_t position);
  Node_ unknown_name(std::string name, std::uint32_t position);
  std::size_t member_length(const Type* type, std::string& name);

  // Types.
  const Type* type_name();
  const Type* generic(const Type* form, std::string_view word);
  const Type* context_type();
  const Type* function_type();

  Program& program_;
  std::string_view source_;
  const Scope* scope_;
  std::uint32_t* slots_;
  const TypeNames* types_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool in_range_end_ = false;
  int second_readings_ = 0;     // of parentheses behind `in`
  std::size_t questions_ = 0;   // how often ? was read
  std::vector<Unknown> unknown_;
  std::optional<Error> error_;
};

}  // namespace guanxi::feel
