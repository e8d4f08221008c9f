#include "model/derive.h"

#include <algorithm>

#include "model/normalize/domains.h"

namespace guanxi {

bool operator==(const Key& a, const Key& b) noexcept { return a.space == b.space && a.value == b.value; }

void Derived::clear() noexcept {
  keys.clear();
  search.clear();
  used_ = 0;
}

void Derived::add(const Key& key) {
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
}

void Derived::add(std::int32_t space, std::string&& text) {
  if (text.empty()) return;
  if (used_ == texts_.size()) texts_.emplace_back();
  auto& kept = texts_[used_];
  kept = std::move(text);
  const auto before = keys.size();
  add(Key{space, Value::of_bytes(Type::text, kept.data(), kept.size())});
  if (keys.size() > before) ++used_;
}

namespace {

void add_email(std::string_view text, Derived& out) {
  each_email(text, [&](std::string&& email) {
    std::string domain(registrable(std::string_view(email).substr(email.find('@') + 1)));
    out.add(space_of(MatchRole::email), std::move(email));
    out.add(space_of(MatchRole::domain), std::move(domain));
  });
}

void add_phones(std::string_view text, Derived& out) {
  each_phone(text, [&](std::string&& phone) { out.add(space_of(MatchRole::phone), std::move(phone)); });
}

void add_role(MatchRole role, std::string_view text, Derived& out) {
  switch (role) {
    case MatchRole::none: return;
    case MatchRole::company_name: return out.add(space_of(role), normal_company_name(text));
    case MatchRole::person_name: return out.add(space_of(role), normal_person_name(text));
    case MatchRole::phone: return add_phones(text, out);
    case MatchRole::email: return add_email(text, out);
    case MatchRole::domain: return out.add(space_of(role), normal_domain(text));
    case MatchRole::tax_id: return out.add(space_of(role), normal_tax_id(text));
    case MatchRole::external_key: return out.add(space_of(role), normal_external_key({}, text));
  }
}

// A contact point says by its type what its value is.
void add_contact_point(const AnyRecord& row, Derived& out) {
  const auto type = row.get(ContactPoint.type).view();
  const auto value = row.get(ContactPoint.value).view();
  if (type == "phone" || type == "mobile") add_role(MatchRole::phone, value, out);
  if (type == "email") add_role(MatchRole::email, value, out);
  if (type == "website") add_role(MatchRole::domain, value, out);
}

void add_identifier(const AnyRecord& row, Derived& out) {
  const auto type = row.get(PartyIdentifier.type).view();
  const auto value = row.get(PartyIdentifier.value).view();
  if (type == "credit_code" || type == "tax_id" || type == "vat" || type == "taiwan_ubn") add_role(MatchRole::tax_id, value, out);
  if (type == "external")
    out.add(space_of(MatchRole::external_key), normal_external_key(row.get(PartyIdentifier.system).view(), value));
}

void add_field(const AnyField& field, const Value& value, Derived& out) {
  if (field.role != MatchRole::none) add_role(field.role, value.view(), out);
  if (field.custom() && field.has(indexed)) out.add(Key{space_of(field), value});
}

}  // namespace

void append_search_text(const EntityType& type, const AnyRecord& row, std::string& out) {
  for (const auto* field : type.fields()) {
    const auto text = field->has(searchable) ? row.at(field->slot).view() : std::string_view();
    if (!text.empty()) out.append(text).push_back('\n');
  }
}

void derive(const EntityType& type, const AnyRecord& row, Derived& out) {
  out.clear();
  for (const auto* field : type.fields()) {
    const auto& value = row.at(field->slot);
    if (value.is_set()) add_field(*field, value, out);
  }
  append_search_text(type, row, out.search);
  if (type.number() == number_of(ContactPoint)) add_contact_point(row, out);
  if (type.number() == number_of(PartyIdentifier)) add_identifier(row, out);
}

}  // namespace guanxi
