// Decision models of any origin: loading ends, and every decision of what could be loaded ends within its budget.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "guanxi/dmn.h"

using namespace guanxi;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto model = DecisionModel::load({{"fuzz", std::string(reinterpret_cast<const char*>(data), size)}});
  if (!model) return 0;
  for (const DecisionModel::Problem& problem : model->problems())
    if (problem.english.empty() || problem.chinese.empty()) std::abort();
  const EvaluationLimits limits{.steps = 20'000, .depth = 200, .bytes = std::size_t{4} << 20};
  const auto decide = [&](const std::string& name) {
    (void)model->decide(name, R"({"amount": 120, "tier": "A", "day": "2024-02-29"})", Instant{1'763'726'400'000'000}, Language::english, limits);
  };
  for (const std::string& name : model->decisions()) decide(name);
  for (const std::string& name : model->services()) decide(name);
  return 0;
}
