// FEEL, the expression language of the OMG's DMN 1.5 standard: read, check and evaluate.
//
// An expression is read once, with the names that it may use, and evaluated as often as wanted. What has no answer is
// null, and a null says why. Numbers have 34 significant digits. Expressions of any origin may be evaluated: steps,
// depth and memory are limited.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guanxi/error.h"
#include "guanxi/time.h"
#include "guanxi/value.h"

namespace guanxi {

// What a decision table found when it was asked.
struct TableMatch {
  std::string decision;              // whose logic it is, or asked it
  std::vector<std::uint32_t> rules;  // that matched, counted from 1; none where the default was taken
};

// What an evaluation came to.
struct Evaluation {
  bool null = false;
  std::string text;  // as FEEL writes it: `"Anna"`, `[1, 2]`, `@"2026-11-21"`
  std::string json;  // dates, times, durations and ranges as strings
  std::string why;   // of a null, the reasons from the outermost to the innermost, a line each
  std::vector<TableMatch> tables = {};  // of a decision, the tables in the order in which they were asked, up to a thousand
};

// What an evaluation may use up. Passing one of these is an error with Code::limit.
struct EvaluationLimits {
  std::int64_t steps = 5'000'000;
  std::int32_t depth = 1'500;
  std::size_t bytes = std::size_t{512} << 20;
};

class Formula {
 public:
  // A name that the expression may use. `type` is a type of FEEL, such as "number" or "list<string>"; empty when it is
  // not known. Names may hold blanks.
  struct Name {
    std::string name;
    std::string type = {};
  };

  // Errors name the character and what was expected there; a name that is not among `names` is one of them.
  static Result<Formula> parse(std::string_view text, std::vector<Name> names = {});
  // The same with the names of a JSON object, whose values it is to be evaluated with.
  static Result<Formula> parse_for(std::string_view text, std::string_view json);
  // The same for the tests of an input entry of a decision table, such as `< 5, [10..20]`; the first name is the input.
  static Result<Formula> parse_tests(std::string_view text, std::vector<Name> names);

  Formula(Formula&&) noexcept;
  Formula& operator=(Formula&&) noexcept;
  ~Formula();

  const std::vector<Name>& names() const noexcept;

  // The names take their values from a JSON object; those that it leaves out are null. A string is read as a date, time
  // or duration where the name's type is one. `now` is what now() and today() say. May be called from any thread at once.
  Result<Evaluation> evaluate(std::string_view json, Instant now, Language language = Language::english,
                           const EvaluationLimits& limits = {}) const;

  // Whether the expression is true for these values, one for each name: a null is not. The values are borrowed during the
  // call; money counts as its amount in units of its currency.
  Result<bool> holds(std::span<const Value> values, Instant now, const EvaluationLimits& limits = {}) const;

 private:
  struct Body;
  explicit Formula(std::unique_ptr<Body> body);
  std::unique_ptr<Body> body_;
};

}  // namespace guanxi
