// Decision models of DMN 1.5: XML in, decisions out.
//
// Loading finds what is wrong with a model; what is sound in it can be evaluated all the same. A loaded model does not
// change: any thread may evaluate it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "guanxi/error.h"
#include "guanxi/feel.h"

namespace guanxi {

class DecisionModel {
 public:
  struct Document {
    std::string name;  // for messages, such as the file's name
    std::string xml;
  };
  // A fault of the model: its element and the sentence that says what is wrong with it.
  struct Problem {
    std::string element;
    std::string english, chinese;
  };

  // The first document is the model, the others are those that it imports. Entities declared in the XML are not expanded
  // and nothing is fetched. Code::unsupported when the library was built without DMN.
  static Result<DecisionModel> load(std::vector<Document> documents);

  DecisionModel(DecisionModel&&) noexcept;
  DecisionModel& operator=(DecisionModel&&) noexcept;
  ~DecisionModel();

  std::vector<Problem> problems() const;
  // Names of the decisions, and of the decision services.
  std::vector<std::string> decisions() const;
  std::vector<std::string> services() const;

  // Evaluates a decision or a service; the inputs are a JSON object by their names. Errors: no such decision, JSON that
  // cannot be read, a budget that ran out.
  Result<Evaluation> decide(std::string_view name, std::string_view json, Instant now, Language language = Language::english,
                         const EvaluationLimits& limits = {}) const;

 private:
  struct Body;
  explicit DecisionModel(std::unique_ptr<Body> body);
  std::unique_ptr<Body> body_;
};

// What came of a directory of the DMN conformance kit.
struct ConformanceReport {
  std::size_t cases = 0, passed = 0;
  std::size_t wanting = 0, wanting_passed = 0;  // those that expect a value and not null
  std::vector<std::string> failures;            // a line each
  std::string csv;                              // the kit's own tck_results.csv
};

// Runs every test file below the folder.
Result<ConformanceReport> check_conformance(const std::string& folder, Instant now);

}  // namespace guanxi
