#include "crm/outcome_text.h"

#include "base/check.h"
#include "base/json_read.h"

namespace guanxi {
namespace {

constexpr Message damaged{"idempotency.damaged", "What was remembered for this idempotency key cannot be read: use another key.",
                          "该幂等键的记录已损坏：请换一个键。"};

}  // namespace

std::string outcome_to_text(const Outcome& outcome) {
  return "{\"record\":\"" + outcome.record.text() + "\",\"revision\":" + std::to_string(outcome.revision) +
         ",\"change_set\":" + std::to_string(outcome.change_set) + ",\"affected\":" + std::to_string(outcome.affected) + '}';
}

Result<void> outcome_from_text(std::string_view text, Outcome& outcome) {
  std::string record;
  const bool whole = read_json_object(text, [&](const std::string& name, const JsonValue& value) {
    if (name == "record") record = value.text;
    if (name == "revision") outcome.revision = value.integer;
    if (name == "change_set") outcome.change_set = value.integer;
    if (name == "affected") outcome.affected = value.integer;
    return true;
  });
  if (!whole) return Error(Code::corrupt, damaged);
  GUANXI_ASSIGN(outcome.record, Id::parse(record));
  outcome.repeated = true;
  return {};
}

}  // namespace guanxi
