// The schema as it is now: built-in entities with the custom fields declared for them, and custom entities.
//
// A Schema is immutable; declaring something makes a new one, in which every field keeps its slot. Schemas and what they
// hold live as long as their store. Threads: read freely from any.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "guanxi/record.h"

namespace guanxi {

inline constexpr std::uint16_t no_slot = 0xffff;

// An entity with all its fields, in slot order.
class EntityType {
 public:
  explicit EntityType(const AnyEntity& builtin);  // which must outlive this
  EntityType(std::uint16_t number, std::string name, std::string labels);  // a custom entity: the common fields alone

  std::uint16_t number() const noexcept { return number_; }
  std::string_view name() const noexcept { return name_; }
  std::string_view labels() const noexcept { return labels_; }
  bool custom() const noexcept { return number_ >= 1000; }

  std::span<const AnyField* const> fields() const noexcept { return fields_; }
  std::span<const Type> types() const noexcept { return types_; }  // of the fields
  std::uint16_t builtin_count() const noexcept { return builtin_count_; }  // custom fields follow from this slot on
  const AnyField* find(std::string_view name) const noexcept;
  const AnyField* find(std::uint16_t number) const noexcept;

  // Slots of the fields that the whole library reads; no_slot where the entity has none.
  std::uint16_t owner() const noexcept { return owner_; }
  std::uint16_t department() const noexcept { return department_; }
  std::uint16_t sensitivity() const noexcept { return sensitivity_; }
  std::uint16_t account() const noexcept { return account_; }  // of Account itself: the id

  // An empty record with a slot for every field.
  AnyRecord record() const { return AnyRecord(number_, static_cast<std::uint16_t>(fields_.size())); }

  // Appends a custom field; only while a schema is being built.
  void add(std::shared_ptr<const AnyField> field);

 private:
  void index(const AnyField& field);

  std::uint16_t number_;
  std::string name_;
  std::string labels_;
  std::vector<const AnyField*> fields_;
  std::vector<Type> types_;
  std::vector<std::shared_ptr<const AnyField>> owned_;
  std::unordered_map<std::string_view, const AnyField*> by_name_;
  std::unordered_map<std::uint16_t, const AnyField*> by_number_;
  std::uint16_t builtin_count_ = 0;
  std::uint16_t owner_ = no_slot, department_ = no_slot, sensitivity_ = no_slot, account_ = no_slot;
};

// One entry of a picklist: the code is for ever, labels and order may change, a retired item stays readable.
struct PicklistEntry {
  std::string code;
  std::string chinese;
  std::string english;
  std::vector<std::string> aliases{};  // further spellings under which an import finds it
  std::int64_t position = 0;           // ascending; the built-in ones stand at 10, 20, 30 …
  bool retired = false;

  std::string_view label(Language language) const noexcept { return language == Language::chinese ? chinese : english; }
};

class PicklistType {
 public:
  std::string name;
  std::vector<PicklistEntry> entries;  // in order

  const PicklistEntry* find(std::string_view code) const noexcept;
  // By code, label in either language or alias, folded; nullptr when none or several match. Retired entries match
  // where no other does.
  const PicklistEntry* match(std::string_view text) const;
  // The first entry in use that somebody may have meant who made one slip in a spelling of four letters or more ("technolgy"); nullptr
  // where there is none. Ask only when match() found nothing.
  const PicklistEntry* nearest(std::string_view text) const;

  // Sorts the entries and readies the functions above; once, after the last entry, before anybody else reads.
  void index();

 private:
  std::vector<std::uint32_t> by_code_;
  std::unordered_map<std::string, std::uint32_t> by_text_;  // folded
};

class Schema {
 public:
  const EntityType* find(std::string_view name) const noexcept;
  const EntityType* find(std::uint16_t number) const noexcept;
  const EntityType& of(const AnyEntity& builtin) const noexcept { return *find(builtin.number); }
  std::span<const std::unique_ptr<EntityType>> entities() const noexcept { return entities_; }
  const PicklistType* picklist(std::string_view name) const noexcept;
  const std::vector<PicklistType>& picklists() const noexcept { return picklists_; }

  // The built-in entities and picklists alone.
  static std::shared_ptr<Schema> builtin();

 private:
  friend class SchemaBuilder;
  std::vector<std::unique_ptr<EntityType>> entities_;  // by number
  std::vector<PicklistType> picklists_;                // by name
};

}  // namespace guanxi
