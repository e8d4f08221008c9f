#include "expr/condition/checked.h"
#include "expr/feel/row_value.h"

namespace guanxi::condition {
namespace {

// Enough for any rule that people write, and little enough to be asked for many rows.
constexpr feel::Limits limits_of_a_row{200'000, 1'500, std::size_t{32} << 20};

}  // namespace

Run::Run(const Checked& checked, const Circumstances& circumstances)
    : checked_(checked),
      machine_(checked.program, memory_, checked.vocabulary->zones(), circumstances.now, limits_of_a_row),
      outer_(checked.outer_slots),
      own_(checked.slots) {
  if (!circumstances.user.empty()) outer_[checked.user_slot] = memory_.string(circumstances.user.text());
  if (checked.uses_money) outer_[checked.money_slot] = run(checked.money_node);
}

feel::Value Run::seen(const Value& value) { return feel::seen(value, memory_); }

feel::Value Run::run(std::uint32_t node) {
  const feel::Frame outer{outer_.data(), nullptr};
  feel::Frame frame{own_.data(), &outer};
  return machine_.run(node, frame);
}

}  // namespace guanxi::condition
