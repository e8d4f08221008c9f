// The rules of a store, compiled once for each schema: what valid records satisfy, what is computed, what is decided.
//
// Immutable; read from any thread.
#pragma once

#include <mutex>
#include <optional>
#include <unordered_map>

#include "crm/engine.h"
#include "dmn/model.h"
#include "expr/condition/checked.h"

namespace guanxi {

// A rule that could be read when it was written and no longer can keeps the reason, and refuses what it is asked about.
struct Check {
  std::string name;
  std::string message_zh, message_en, at_field;
  std::shared_ptr<const condition::Checked> condition;
  std::optional<Error> fault{};
};

struct Computed {
  const AnyField* field = nullptr;
  std::shared_ptr<const condition::Checked> formula;
  std::optional<Error> fault{};
};

struct Decision {
  // An input of the model: a field by its name, or the currency of an amount.
  struct Input {
    std::string name;
    const AnyField* field = nullptr;
    bool currency = false;
  };
  std::string name;
  std::string decision;
  bool on_create_only = false;
  bool answer_required = false;
  const AnyField* target = nullptr;
  std::vector<Input> inputs{};
  std::shared_ptr<const dmn::Model> model;
  std::optional<Error> fault{};
};

struct EntityRules {
  std::vector<Check> checks;
  std::vector<Computed> computed;
  std::vector<Decision> decisions;
};

class Rulebook {
 public:
  explicit Rulebook(std::shared_ptr<const Schema> schema) : schema_(std::move(schema)) {}

  // Null where the entity has none.
  const EntityRules* of(std::uint16_t entity) const noexcept {
    const auto found = entities_.find(entity);
    return found == entities_.end() ? nullptr : &found->second;
  }
  EntityRules& open(std::uint16_t entity) { return entities_[entity]; }

  // The words of the schema; made when they are needed first.
  std::shared_ptr<const condition::Vocabulary> vocabulary() const;
  const Schema& schema() const noexcept { return *schema_; }

 private:
  std::shared_ptr<const Schema> schema_;
  std::unordered_map<std::uint16_t, EntityRules> entities_;
  mutable std::mutex mutex_;
  mutable std::shared_ptr<const condition::Vocabulary> vocabulary_;
};

// What a rule's row says, compiled; the errors are those that its author reads.
Result<Check> check_of(const Rulebook& book, const Record<ValidationRule>& row);
Result<Decision> decision_of(const Rulebook& book, const Record<DecisionRule>& row);
Result<Computed> computed_of(const Rulebook& book, const EntityType& type, const AnyField& field, std::string_view formula);
// The entity that a rule names.
Result<const EntityType*> entity_of(const Schema& schema, std::string_view name);

}  // namespace guanxi
