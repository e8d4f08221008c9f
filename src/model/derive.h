// What follows from a row: the exact keys under which it is found and the text by which it is searched.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guanxi/schema.h"

namespace guanxi {

// An exact key: a matching role (space 1–999), or the value of an indexed custom field (space = entity << 16 | field number).
struct Key {
  std::int32_t space = 0;
  Value value{};  // bytes belong to the Derived it is part of, or are borrowed
};
bool operator==(const Key& a, const Key& b) noexcept;

constexpr std::int32_t space_of(const AnyField& field) noexcept {
  return static_cast<std::int32_t>(field.entity) << 16 | field.number;
}
constexpr std::int32_t space_of(MatchRole role) noexcept { return static_cast<std::int32_t>(role); }

// Reused from row to row: clear() keeps the memory.
class Derived {
 public:
  std::vector<Key> keys;
  std::string search;  // field texts, one a line; empty for an entity without searchable fields

  void clear() noexcept;
  void add(std::int32_t space, std::string&& text);

 private:
  std::vector<std::string> texts_;
  std::size_t used_ = 0;
};

// Fills `out` from the row. An archived row keeps its search text and keys, so that a restore needs nothing.
void derive(const EntityType& type, const AnyRecord& row, Derived& out);

// ---- The normal forms of what says who somebody is; empty where the input cannot be one. ----

std::string normal_company_name(std::string_view name);  // folded, punctuation and blanks dropped
std::string normal_person_name(std::string_view name);
std::string normal_phone(std::string_view phone);        // E.164 where it can be told ("+8613800138000"), else digits; placeholders such as 0000000 give nothing
std::string normal_email(std::string_view email);
std::string normal_domain(std::string_view website_or_email);  // registrable host without "www."; nothing for free-mail providers
std::string normal_tax_id(std::string_view tax_id);      // upper case, letters and digits

// 统一社会信用代码 by GB 32100-2015: 18 characters, the last one the check digit (weights 3^i mod 31).
bool valid_credit_code(std::string_view code) noexcept;

}  // namespace guanxi
