#include "model/vocabulary.h"

#include "model/labels.h"

namespace guanxi {
namespace {

class SchemaNames final : public condition::EntityNames {
 public:
  explicit SchemaNames(const Schema& schema) noexcept : schema_(schema) {}

  std::vector<std::uint16_t> entities() const override {
    std::vector<std::uint16_t> out;
    for (const auto& type : schema_.entities()) out.push_back(type->number());
    return out;
  }
  std::string_view name_of(std::uint16_t entity) const override { return schema_.find(entity)->name(); }
  std::span<const AnyField* const> fields(std::uint16_t entity) const override { return schema_.find(entity)->fields(); }

  std::vector<std::string_view> labels(const AnyField& field) const override {
    return {first_label(field.labels, Language::chinese), first_label(field.labels, Language::english)};
  }

  std::optional<std::string> code_of(const AnyField& field, std::string_view text) const override {
    const PicklistType* const list = schema_.picklist(field.picklist);
    if (list == nullptr || list->entries.empty()) return std::string(text);
    const PicklistEntry* entry = list->find(text);
    if (entry == nullptr) entry = list->match(text);
    return entry == nullptr ? std::nullopt : std::optional(entry->code);
  }

  std::string codes(const AnyField& field) const override {
    std::string out;
    if (const PicklistType* const list = schema_.picklist(field.picklist))
      for (const PicklistEntry& entry : list->entries) out.append(out.empty() ? "" : ", ").append(entry.code);
    return out;
  }

 private:
  const Schema& schema_;
};

// Held together: each needs the one before it.
struct Held {
  explicit Held(std::shared_ptr<const Schema> s) : schema(std::move(s)), names(*schema), vocabulary(names) {}
  std::shared_ptr<const Schema> schema;
  SchemaNames names;
  condition::Vocabulary vocabulary;
};

}  // namespace

std::shared_ptr<const condition::Vocabulary> vocabulary_of(std::shared_ptr<const Schema> schema) {
  const auto held = std::make_shared<const Held>(std::move(schema));
  return {held, &held->vocabulary};
}

}  // namespace guanxi
