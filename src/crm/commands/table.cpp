// Which arguments belong to which command.
#include <array>

#include "base/check.h"
#include "crm/commands/commands.h"
#include "crm/commands/merge.h"
#include "crm/dispatcher.h"
#include "model/validate.h"

namespace guanxi {
namespace {

constexpr Message unknown{"command.unknown", "There is no command whose arguments have the number {0}: use those of guanxi/commands.h.",
                          "没有编号为 {0} 的命令参数：请使用 guanxi/commands.h 中的命令。"};

struct Command {
  const AnyEntity* arguments;
  Result<void> (*body)(Unit& unit, const AnyRecord& arguments);
};

Result<void> merge(Unit& unit, const AnyRecord& arguments) {
  MergeReport report;
  return commands::merge(unit, arguments, report);
}

Result<void> unmerge(Unit& unit, const AnyRecord& arguments) {
  UnmergeReport report;
  return commands::unmerge(unit, arguments, false, report);
}

constexpr std::array<Command, 11> table{{{&ChangeOwner, commands::change_owner},
                                        {&HandOver, commands::hand_over},
                                        {&Suspend, commands::suspend},
                                        {&Reinstate, commands::reinstate},
                                        {&Claim, commands::claim},
                                        {&Release, commands::release},
                                        {&LinkContact, commands::link_contact},
                                        {&Merge, merge},
                                        {&Unmerge, unmerge},
                                        {&Dismiss, commands::dismiss},
                                        {&ConvertLead, commands::convert_lead}}};

}  // namespace

std::span<const AnyEntity* const> builtin_commands() noexcept {
  static constexpr auto arguments = [] {
    std::array<const AnyEntity*, table.size()> all{};
    for (std::size_t i = 0; i < table.size(); ++i) all[i] = table[i].arguments;
    return all;
  }();
  return arguments;
}

Result<Outcome> run_command(SessionState& session, const AnyRecord& arguments, const CommandOptions& options) {
  for (const Command& command : table) {
    if (number_of(*command.arguments) != arguments.entity()) continue;
    return dispatch(session, name_of(*command.arguments), options, [&](Unit& unit) -> Result<void> {
      AnyRecord checked(arguments);
      GUANXI_CHECK(validate(unit.schema(), EntityType(*command.arguments), checked, nullptr));
      return command.body(unit, checked);
    });
  }
  return Error(Code::not_found, unknown, {std::to_string(arguments.entity())});
}

}  // namespace guanxi
