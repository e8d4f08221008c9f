// An expression about the records of an entity: read, checked, its names resolved to fields.
//
// After checking, every field that the expression reads is an operand: a slot of the outer frame, of which is known
// from which record it comes. Records form a tree: the row itself, those it refers to, and the rows of lists.
#pragma once

#include <map>
#include <memory>

#include "base/function_ref.h"
#include "expr/condition/vocabulary.h"
#include "expr/feel/machine.h"
#include "guanxi/id.h"

namespace guanxi::condition {

// A record that the expression reads. The row itself has the index 0.
struct Place {
  std::uint32_t parent = 0;
  const AnyField* reference = nullptr;  // of the parent, or, for a row of a list, of the row itself
  std::uint16_t entity = 0;
  bool listed = false;
};

struct Operand {
  std::uint32_t place = 0;
  const AnyField* field = nullptr;
};

// What a node stands for besides its value.
struct Denoted {
  enum What : std::uint8_t { value, record, list } what = value;
  std::uint32_t place = 0;  // of a list, the place of its rows
};

// A comparison of two amounts as it was written; its node was made to know currencies.
struct MoneyComparison {
  feel::Op op;
  std::uint32_t a, b;
};

struct Checked {
  std::shared_ptr<const Vocabulary> vocabulary;
  std::string source;
  feel::Program program;
  std::uint32_t root = 0;
  std::uint32_t slots = 0;        // of the frame of the expression
  std::uint32_t outer_slots = 0;  // of the frame of what it may read
  std::uint32_t first_operand = 0;
  std::uint32_t user_slot = 0, money_slot = 0, money_node = 0;
  std::vector<Place> places;
  std::vector<Operand> operands;
  bool uses_money = false;
  std::map<std::uint32_t, std::uint32_t> reads;  // operands by the nodes that read them
  std::map<std::uint32_t, Denoted> denoted;      // by node
  std::map<std::uint32_t, MoneyComparison> amounts;

  // The operand that the node reads, or null.
  const Operand* operand_of(std::uint32_t node) const noexcept;
  std::size_t character_of(std::uint32_t node) const noexcept;
};

// Reads and checks. Errors name the character and what was expected there.
Result<std::shared_ptr<const Checked>> check(std::string_view text, std::uint16_t entity, std::shared_ptr<const Vocabulary> vocabulary);

// The same for what must say true or false.
Result<std::shared_ptr<const Checked>> check_condition(std::string_view text, std::uint16_t entity, std::shared_ptr<const Vocabulary> vocabulary);

// Calls `visit(child, level)` for the nodes right below; functions stand one level deeper.
void each_child(const feel::Program& program, std::uint32_t node, std::uint32_t level,
                FunctionRef<void(std::uint32_t child, std::uint32_t level)> visit);

// Under which circumstances an expression is evaluated.
struct Circumstances {
  Instant now{};
  Id user{};  // what “me” means; empty: nobody
};

// One evaluation: memory, machine and frames.
class Run {
 public:
  Run(const Checked& checked, const Circumstances& circumstances);
  void set(std::size_t operand, const Value& value) { outer_[checked_.first_operand + operand] = seen(value); }
  void clear() { std::fill(outer_.begin() + checked_.first_operand, outer_.end(), feel::Value{}); }
  feel::Value run(std::uint32_t node);
  // Why the evaluation was stopped.
  std::optional<Error> fault() const { return machine_.stopped() ? std::optional(machine_.stop_error()) : std::nullopt; }

 private:
  feel::Value seen(const Value& value);

  const Checked& checked_;
  feel::Memory memory_;
  feel::Machine machine_;
  std::vector<feel::Value> outer_, own_;
};

// The tree as FEEL would write it, with the names of fields.
std::string words_of(const Checked& checked, std::uint32_t node);

}  // namespace guanxi::condition
