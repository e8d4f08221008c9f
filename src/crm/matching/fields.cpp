#include "crm/matching/fields.h"

#include <algorithm>
#include <array>

namespace guanxi::matching {
namespace {

struct Compared {
  const AnyField* field;
  match::Role role;
};

constexpr Compared account_fields[]{
    {&Account.name, match::Role::organisation_name}, {&Account.short_name, match::Role::other_name}, {&Account.english_name, match::Role::other_name},
    {&Account.tax_id, match::Role::tax_id},          {&Account.phone, match::Role::phone},           {&Account.email, match::Role::email},
    {&Account.website, match::Role::website},        {&Account.address, match::Role::address},       {&Account.city, match::Role::city},
    {&Account.province, match::Role::region},        {&Account.postcode, match::Role::postcode},
};
constexpr Compared contact_fields[]{
    {&Contact.name, match::Role::person_name}, {&Contact.mobile, match::Role::phone}, {&Contact.phone, match::Role::phone},
    {&Contact.email, match::Role::email},      {&Contact.birthday, match::Role::date}, {&Contact.address, match::Role::address},
    {&Contact.city, match::Role::city},
};
constexpr Compared lead_fields[]{
    {&Lead.name, match::Role::person_name}, {&Lead.company, match::Role::organisation_name}, {&Lead.phone, match::Role::phone},
    {&Lead.email, match::Role::email},      {&Lead.province, match::Role::region},
};

struct Place {
  std::uint16_t entity;
  match::Kind kind;
  std::span<const Compared> fields;
};
constexpr std::array<Place, places> compared_entities{{{number_of(Account), match::Kind::organisation, account_fields},
                                         {number_of(Contact), match::Kind::person, contact_fields},
                                         {number_of(Lead), match::Kind::person, lead_fields}}};

}  // namespace

std::optional<std::size_t> place_of(std::uint16_t entity) noexcept {
  for (std::size_t i = 0; i < places; ++i)
    if (compared_entities[i].entity == entity) return i;
  return std::nullopt;
}

std::uint16_t entity_at(std::size_t place) noexcept { return compared_entities[place].entity; }

match::Configuration configuration_of(std::size_t place) {
  match::Configuration out = match::ready(compared_entities[place].kind);
  for (const Compared& compared : compared_entities[place].fields) {
    std::string label(label_of(*compared.field, Language::chinese));
    label.append("|").append(label_of(*compared.field, Language::english));
    out.with(std::string(compared.field->name), compared.role, std::move(label));
  }
  return out;
}

std::vector<std::uint16_t> slots_of(std::size_t place) {
  std::vector<std::uint16_t> out;
  for (const Compared& compared : compared_entities[place].fields) out.push_back(compared.field->slot);
  return out;
}

Values::Values(std::size_t place, const AnyRecord& row) {
  for (const Compared& compared : compared_entities[place].fields) {
    const Value& value = row.at(compared.field->slot);
    if (value.type == Type::date && value.is_set()) {
      date_ = text_of(value);
      all_.push_back(date_);
    } else {
      all_.push_back(value.view());
    }
  }
}

bool differ(std::size_t place, const AnyRecord& a, const AnyRecord& b) noexcept {
  return std::any_of(compared_entities[place].fields.begin(), compared_entities[place].fields.end(), [&](const Compared& compared) {
    const Value &x = a.at(compared.field->slot), &y = b.at(compared.field->slot);
    return x.is_set() != y.is_set() || (x.is_set() && !(x == y));
  });
}

}  // namespace guanxi::matching
