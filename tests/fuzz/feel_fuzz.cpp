// Expressions of any origin: reading ends, what was read ends within its budget, and a fault points into the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "guanxi/feel.h"

using namespace guanxi;

namespace {

const EvaluationLimits limits{.steps = 20'000, .depth = 200, .bytes = std::size_t{4} << 20};
constexpr Instant now{1'763'726'400'000'000};
constexpr std::string_view input = R"({"a": 12.5, "the name": "李雷 Anna", "day": "2024-02-29", "items": [1, null, {"b": [true]}], "c": {"d e": -1}})";

void evaluate(const Result<Formula>& formula) {
  if (!formula) {
    if (formula.error().text().empty()) std::abort();
    return;
  }
  (void)formula->evaluate(input, now, Language::chinese, limits);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  evaluate(Formula::parse(text, {{"a", "number"}, {"the name", "string"}, {"day", "date"}, {"items"}, {"c"}}));
  evaluate(Formula::parse_tests(text, {{"a", "number"}, {"items"}}));
  return 0;
}
