// Fields are values: one line declares a field and is its storage column, its typed accessor, its query term, its
// C field id, its import header, its audit name, its permission bit and its search and matching role.
//
//   struct AccountEntity : Entity<AccountEntity> {
//     Field<Text> name = field(10, "name", "客户名称,公司名称|Account name,Company", required | searchable);
//   };
//   inline constexpr AccountEntity Account{};
//
// The number and the name are for ever: the number is the C field id, the name is the column on disk. The labels are
// "Chinese|English"; behind a comma stand further headers under which an import finds the field.
//
// Compare fields and entities by number, never by address: two shared objects each have their own `Account`.
// Built-in descriptors are constants; custom ones live as long as their store. All are immutable and shared freely.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "guanxi/value.h"

namespace guanxi {

// What else a field is; combined with |.
enum Flags : std::uint32_t {
  required = 1u << 0,      // must be set in every stored row
  searchable = 1u << 1,    // part of the full-text search
  indexed = 1u << 2,       // has an index: cheap to filter and order by
  command_only = 1u << 3,  // plain create and update refuse it; a named command changes it
  system_only = 1u << 4,   // kept by the library
  dimension = 1u << 5,     // one of the counted dimensions of its entity
  personal = 1u << 6,      // personal data, overwritten when a person is erased
};
constexpr Flags operator|(Flags a, Flags b) noexcept {
  return static_cast<Flags>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}

// What a field says about who somebody is; None for most.
enum class MatchRole : std::uint8_t { none, company_name, person_name, phone, email, domain, tax_id, external_key };

struct AnyEntity;

// What the one line says; the field's constructor enters it in the entity.
struct Draft {
  AnyEntity* entity;
  std::uint16_t number;
  std::string_view name;
  std::string_view labels;
  Flags flags = Flags{};
  MatchRole role = MatchRole::none;
  std::string_view picklist_name{};
  std::uint8_t decimals = 0;
  std::int32_t least = 0;
  std::int32_t most = 0;

  constexpr Draft matches(MatchRole r) const noexcept { auto d = *this; d.role = r; return d; }
  constexpr Draft list(std::string_view picklist) const noexcept { auto d = *this; d.picklist_name = picklist; return d; }
  constexpr Draft scale(std::uint8_t digits) const noexcept { auto d = *this; d.decimals = digits; return d; }
  constexpr Draft between(std::int32_t lowest, std::int32_t highest) const noexcept {
    auto d = *this;
    d.least = lowest;
    d.most = highest;
    return d;
  }
};

// What every reader of a field needs, whatever its type.
struct AnyField {
  std::uint16_t entity = 0;  // the entity's number
  std::uint16_t number = 0;  // within the entity; 1–9 common, 10–999 built in, from 1000 custom
  std::uint16_t slot = 0;    // position in a record
  Type type = Type::none;
  Flags flags = Flags{};
  MatchRole role = MatchRole::none;
  std::uint8_t scale = 0;       // digits behind the point of a decimal
  std::int32_t least = 0;       // an integer's smallest and …
  std::int32_t most = 0;        // … greatest value; no bounds where both are 0
  std::uint16_t target = 0;     // the entity that a reference points to; 0: none, or any
  std::string_view name;        // stable
  std::string_view labels;      // "中文,别名|English,alias"
  std::string_view picklist;    // name of the picklist; empty for open values

  constexpr AnyField() = default;
  constexpr AnyField(const Draft& draft, Type type, std::uint16_t target);
  AnyField(const AnyField&) = delete;
  AnyField& operator=(const AnyField&) = delete;

  constexpr bool has(Flags flag) const noexcept { return (flags & flag) != 0; }
  constexpr bool custom() const noexcept { return number >= 1000; }
  constexpr bool bounded() const noexcept { return least < most; }
};

// The first label in the language, else the first in the other one, else the name.
std::string_view label_of(const AnyField& field, Language language) noexcept;

// The numbers and names of all built-in entities: one line each in entity_names.h.
struct EntityName {
  std::uint16_t number;
  std::string_view name;
  std::string_view labels;
};
template <class E>
inline constexpr EntityName entity_name{};

// The number of the entity that a field of type T points to; 0 where T is no reference.
template <class T>
struct Target {
  static constexpr std::uint16_t number = 0;
};
template <class E>
struct Target<Ref<E>> {
  static constexpr std::uint16_t number = entity_name<E>.number;
};

// A field whose type is known at compile time.
template <class T>
struct Field : AnyField {
  using type_of_value = T;
  constexpr Field(const Draft& draft) : AnyField(draft, Codec<T>::type, Target<T>::number) {}
};

// A field that also knows its entity at compile time: another entity's field on a record does not compile.
template <class E, class T>
struct FieldOf : Field<T> {
  using Field<T>::Field;
};

// The list of an entity's fields, in slot order.
struct AnyEntity {
  static constexpr std::size_t max_fields = 64;

  std::uint16_t number;
  std::uint16_t count = 0;
  std::string_view name;
  std::string_view labels;
  std::array<const AnyField*, max_fields> fields{};

  constexpr explicit AnyEntity(const EntityName& n) : number(n.number), name(n.name), labels(n.labels) {
    if (n.number == 0) throw "the entity has no line in entity_names.h";
  }
  AnyEntity(const AnyEntity&) = delete;
  AnyEntity& operator=(const AnyEntity&) = delete;

  constexpr void enter(const AnyField& field) {
    for (std::size_t i = 0; i < count; ++i)
      if (fields[i]->number == field.number) throw "a field number is used twice in this entity";
    fields[count++] = &field;
  }

 protected:
  constexpr Draft field(std::uint16_t field_number, std::string_view field_name, std::string_view field_labels,
                        Flags flags = Flags{}) {
    return {this, field_number, field_name, field_labels, flags};
  }
};

// A field may be called `number` or `name` and hides the member of the base then; these always mean the entity's own.
constexpr std::uint16_t number_of(const AnyEntity& entity) noexcept { return entity.number; }
constexpr std::string_view name_of(const AnyEntity& entity) noexcept { return entity.name; }

constexpr AnyField::AnyField(const Draft& draft, Type field_type, std::uint16_t field_target)
    : entity(draft.entity->number),
      number(draft.number),
      slot(draft.entity->count),
      type(field_type),
      flags(draft.flags),
      role(draft.role),
      scale(draft.decimals),
      least(draft.least),
      most(draft.most),
      target(field_target),
      name(draft.name),
      labels(draft.labels),
      picklist(draft.picklist_name) {
  draft.entity->enter(*this);
}

// The base of every entity: the fields that all rows have.
template <class Self>
struct Entity : AnyEntity {
  template <class T>
  using Field = FieldOf<Self, T>;

  constexpr Entity() : AnyEntity(entity_name<Self>) {}

  Field<Id> id = field(1, "id", "记录编号|Id,Record id", system_only);
  Field<Int> revision = field(2, "revision", "版本|Revision", system_only);
  Field<Instant> created_at = field(3, "created_at", "创建时间|Created at", system_only);
  Field<Id> created_by = field(4, "created_by", "创建人|Created by", system_only);
  Field<Instant> updated_at = field(5, "updated_at", "修改时间|Updated at", system_only | indexed);
  Field<Id> updated_by = field(6, "updated_by", "修改人|Updated by", system_only);
  Field<Instant> archived_at = field(7, "archived_at", "归档时间|Archived at", system_only);
};

// Slots of the common fields, the same in every entity.
namespace common {
inline constexpr std::uint16_t id = 0, revision = 1, created_at = 2, created_by = 3, updated_at = 4, updated_by = 5,
                               archived_at = 6, count = 7;
}

}  // namespace guanxi
