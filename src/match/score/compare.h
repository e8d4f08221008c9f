// Two records, field by field.
#pragma once

#include <optional>

#include "match/score/overlap.h"

namespace guanxi::match {

struct Agreement {
  bool compared = false;    // both have a value
  bool elsewhere = false;   // two house numbers in two streets
  bool other_house = false;  // a café and a bar of one name
  bool other_brand = false;  // of names: what tells each from others of its trade has nothing in the other
  std::uint8_t degree = 0;  // of degrees_of(role)
  float bits = 0;           // rarity of the words that agree, for roles made of words
  float rest = 0;           // log₂ odds of what a full name says beyond its short name
  std::uint32_t others = 0;  // records beyond these two with the value, where it is equal and one token
};

struct Comparison {
  std::array<Agreement, most_fields> fields{};
};

// A record that is compared with others, borrowed: what its words weigh is looked up once.
class Subject {
 public:
  Subject(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon);

  const RecordView& record() const noexcept { return record_; }
  Items field(std::size_t i) const noexcept { return record_.field(i); }
  const Weighed& words(std::size_t field) const noexcept { return words_[places_[field]]; }  // of one made of words that is not empty

 private:
  RecordView record_;
  std::array<std::uint8_t, most_fields> places_{};
  std::vector<Weighed> words_;
};

Comparison compare(std::span<const FieldRule> fields, const Subject& a, const RecordView& b, const Lexicon& lexicon);
// … but nothing, soon, where both have names, and these have nothing in common but a word, or are short and only similar.
std::optional<Comparison> compare_unless_strangers(std::span<const FieldRule> fields, const Subject& a, const RecordView& b, const Lexicon& lexicon);
// Whether all names that both have are of different brands.
bool are_other_brands(std::span<const FieldRule> fields, const Comparison& comparison) noexcept;

constexpr bool is_name(Role role) noexcept { return role == Role::organisation_name || role == Role::other_name; }
// Roles whose agreement is weighed by the words that agree.
constexpr bool made_of_words(Role role) noexcept {
  return role == Role::organisation_name || role == Role::other_name || role == Role::address || role == Role::street || role == Role::person_name;
}

}  // namespace guanxi::match
