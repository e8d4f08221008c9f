#include "model/status.h"

#include <algorithm>
#include <iterator>

namespace guanxi {

namespace {
constexpr Message not_next{"status.not_next", "“{0}” cannot become “{2}”: next may be {4}.", "“{1}”不能变为“{3}”，接下来可以是：{5}。"};
constexpr Message no_next{"status.final", "“{0}” is final and cannot become “{2}”.", "“{1}”是最终状态，不能变为“{3}”。"};

struct Step {
  std::string_view from;
  std::string_view to;  // codes between blanks; empty: final
};

constexpr Step account_steps[]{
    {"potential", "prospect active lost"},
    {"prospect", "potential active dormant lost"},
    {"active", "dormant lost"},
    {"dormant", "prospect active lost"},
    {"lost", "potential prospect active"},
};
constexpr Step lead_steps[]{
    {"new", "contacted working qualified unqualified converted"},
    {"contacted", "working qualified unqualified converted"},
    {"working", "contacted qualified unqualified converted"},
    {"qualified", "working unqualified converted"},
    {"unqualified", "new working"},
    {"converted", ""},
};
constexpr Step opportunity_steps[]{
    {"prospecting", "qualification engaging proposal negotiation won lost"},
    {"qualification", "prospecting engaging proposal negotiation won lost"},
    {"engaging", "prospecting qualification proposal negotiation won lost"},
    {"proposal", "qualification engaging negotiation won lost"},
    {"negotiation", "engaging proposal won lost"},
    {"won", "negotiation"},
    {"lost", "prospecting qualification engaging proposal negotiation"},
};
constexpr Step request_steps[]{
    {"new", "assigned in_progress cancelled"},
    {"assigned", "new in_progress waiting resolved cancelled"},
    {"in_progress", "assigned waiting resolved cancelled"},
    {"waiting", "assigned in_progress resolved cancelled"},
    {"resolved", "assigned in_progress closed"},
    {"closed", "assigned"},
    {"cancelled", "new"},
};
constexpr Step contract_steps[]{
    {"draft", "in_review cancelled"},
    {"in_review", "draft approved cancelled"},
    {"approved", "in_review signed cancelled"},
    {"signed", "active terminated cancelled"},
    {"active", "completed expired terminated"},
    {"completed", ""},
    {"expired", "active completed"},
    {"terminated", ""},
    {"cancelled", ""},
};
constexpr Step activity_steps[]{
    {"planned", "in_progress done deferred cancelled"},
    {"in_progress", "planned done deferred cancelled"},
    {"deferred", "planned in_progress done cancelled"},
    {"done", "in_progress"},
    {"cancelled", "planned"},
};

struct Machine {
  std::string_view list;
  const Step* begin;
  const Step* end;
};
constexpr Machine machines[]{
    {"account_status", std::begin(account_steps), std::end(account_steps)},
    {"lead_status", std::begin(lead_steps), std::end(lead_steps)},
    {"opportunity_stage", std::begin(opportunity_steps), std::end(opportunity_steps)},
    {"request_status", std::begin(request_steps), std::end(request_steps)},
    {"contract_status", std::begin(contract_steps), std::end(contract_steps)},
    {"activity_status", std::begin(activity_steps), std::end(activity_steps)},
};

// The steps from one state; null where the list or the state is unknown here.
const Step* step_from(std::string_view list, std::string_view from) noexcept {
  const auto* machine = std::find_if(std::begin(machines), std::end(machines), [&](const auto& m) { return m.list == list; });
  if (machine == std::end(machines)) return nullptr;
  const auto* step = std::find_if(machine->begin, machine->end, [&](const auto& s) { return s.from == from; });
  return step == machine->end ? nullptr : step;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    found.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

std::string label(const PicklistType& list, std::string_view code, Language language) {
  const auto* entry = list.find(code);
  return std::string(entry == nullptr ? code : entry->label(language));
}

std::string labels(const PicklistType& list, const std::vector<std::string_view>& codes, Language language) {
  std::string out;
  for (const auto code : codes) {
    if (!out.empty()) out.append(language == Language::chinese ? "、" : ", ");
    out.append(label(list, code, language));
  }
  return out;
}
}  // namespace

std::vector<std::string_view> next_states(std::string_view list, std::string_view from) {
  const auto* step = step_from(list, from);
  return step == nullptr ? std::vector<std::string_view>() : words(step->to);
}

Result<void> check_transition(const PicklistType& list, std::string_view from, std::string_view to) {
  if (from == to || step_from(list.name, from) == nullptr || step_from(list.name, to) == nullptr) return {};
  const auto next = next_states(list.name, from);
  if (std::find(next.begin(), next.end(), to) != next.end()) return {};
  std::vector<std::string> said;
  for (const auto code : {from, to})
    for (const auto language : {Language::english, Language::chinese}) said.push_back(label(list, code, language));
  for (const auto language : {Language::english, Language::chinese}) said.push_back(labels(list, next, language));
  return Error(Code::invalid, next.empty() ? no_next : not_next, std::move(said));
}

}  // namespace guanxi
