#include "crm/outcome_text.h"

#include <nlohmann/json.hpp>

#include "base/check.h"

namespace guanxi {
namespace {

constexpr Message damaged{"idempotency.damaged", "What was remembered for this idempotency key cannot be read: use another key.",
                          "该幂等键的记录已损坏：请换一个键。"};

}  // namespace

std::string outcome_to_text(const Outcome& outcome) {
  const nlohmann::json json{{"record", outcome.record.text()},
                            {"revision", outcome.revision},
                            {"change_set", outcome.change_set},
                            {"affected", outcome.affected}};
  return json.dump();
}

Result<void> outcome_from_text(std::string_view text, Outcome& outcome) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return Error(Code::corrupt, damaged);
  GUANXI_ASSIGN(outcome.record, Id::parse(json.value("record", std::string())));
  outcome.revision = json.value("revision", std::int64_t{0});
  outcome.change_set = json.value("change_set", std::int64_t{0});
  outcome.affected = json.value("affected", std::int64_t{0});
  outcome.repeated = true;
  return {};
}

}  // namespace guanxi
