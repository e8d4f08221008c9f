// What the public face shows of a value.
#pragma once

#include "expr/feel/json.h"
#include "expr/feel/machine.h"
#include "guanxi/feel.h"

namespace guanxi::feel {

inline Evaluation evaluation_of(const Value& value, Language language) {
  return {value.null(), literal_of(value), json_of(value), reasons_of(value, language)};
}

inline Limits limits_of(const EvaluationLimits& limits) { return {limits.steps, limits.depth, limits.bytes}; }

}  // namespace guanxi::feel
