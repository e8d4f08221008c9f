// The keys under which a record is found.
#pragma once

#include "match/index/lexicon.h"
#include "match/index/postings.h"

namespace guanxi::match {

// A key, how much of its rarity counts (a name has many keys that depend on each other, a telephone has one), and the field that it is made of; the
// number of fields where it is made of several.
struct OwnKey {
  KeyHash hash = 0;
  float factor = 1;
  std::uint16_t field = 0;
};
inline constexpr float names_it_alone = 3;

// The keys of a record, some perhaps twice: those under which it searches for others, …
struct OwnKeys {
  std::vector<OwnKey> all;
  std::size_t searched = 0;  // … which come first, and those under which it is stored besides, for who searches by a short form of its name
  std::span<const OwnKey> wanted() const noexcept { return std::span(all).first(searched); }
};

OwnKeys keys_of(std::span<const FieldRule> fields, const Profile& profile);
OwnKeys keys_of(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon);
// The first ones alone, into a vector that is used again.
void find_wanted(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon, std::vector<OwnKey>& out);

// The key of names that have these initials, in any order: translated names have another one. And of longer names that begin or end with words that have them.
KeyHash acronym_key(char domain, std::string_view letters) noexcept;
KeyHash part_acronym_key(char domain, std::string_view letters) noexcept;
inline constexpr std::size_t shortest_part_acronym = 3, longest_part_acronym = 6;
// The key of names that are this one word and no more, but for their form.
KeyHash whole_key(char domain, std::string_view word) noexcept;
// The key of one word of a name; the domain is that of the word's term.
KeyHash word_key(char domain, std::string_view word) noexcept;
// The key of two words that stand together, in either order.
KeyHash pair_key(char domain, std::string_view a, std::string_view b) noexcept;

}  // namespace guanxi::match
