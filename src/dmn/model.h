// Decision models of DMN 1.5: read from XML, compiled once, evaluated as often as wanted.
//
// Loading finds what is wrong with a model and says where; what is sound in it can be evaluated all the same. A loaded
// model does not change and may be used from any thread at once.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "expr/feel/machine.h"
#include "guanxi/error.h"

namespace guanxi::dmn {

struct Document {
  std::string name;  // of the file, for messages
  std::string xml;
};

// What is wrong with an element of a model.
struct Problem {
  std::string element;  // its name
  Error error;
};

struct Input {
  std::string name;
  feel::Value value;
};

// What a decision table of a decision found.
struct Match {
  std::string decision;
  std::vector<std::uint32_t> rules;  // that matched, counted from 1
};

enum class ElementKind : std::uint8_t { input, decision, knowledge, service };

class Model {
 public:
  // The first document is the model, the others are what it imports. Errors: XML that cannot be read, no DMN.
  static Result<Model> load(std::vector<Document> documents);

  Model(Model&&) noexcept;
  Model& operator=(Model&&) noexcept;
  ~Model();

  const std::vector<Problem>& problems() const noexcept;
  // The names of the model's own elements of that kind.
  std::vector<std::string> names(ElementKind kind) const;

  // The type of an input or decision, or null when it has none.
  const feel::Type* type_of(std::string_view name) const noexcept;

  // The value of a decision, or of what a service or a knowledge model returns; a null says why it is null. The value
  // lives as long as `memory` and the model. `matches` gets what the tables found, in the order in which they were asked. Errors: no
  // such element; a budget that ran out.
  Result<feel::Value> evaluate(std::string_view name, const std::vector<Input>& inputs, feel::Memory& memory, Instant now,
                               feel::Limits limits = {}, std::vector<Match>* matches = nullptr) const;

  feel::Zones& zones() const noexcept;

 private:
  struct Body;
  explicit Model(std::unique_ptr<Body> body);
  friend class Compiler;
  friend class Run;
  std::unique_ptr<Body> body_;
};

}  // namespace guanxi::dmn
