// The keys under which a record is found.
#pragma once

#include "base/function_ref.h"
#include "match/index/lexicon.h"
#include "match/index/postings.h"

namespace guanxi::match {

// Takes a key, how much of its rarity counts (a name has many keys that depend on each other, a telephone has one), and the field that it is
// made of; the number of fields where it is made of several.
using KeySink = FunctionRef<void(KeyHash, float factor, std::size_t field)>;
inline constexpr float names_it_alone = 3;

// Hands every key of the record to `sink`, some perhaps twice.
void each_key(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon, KeySink sink);

// … and those under which it is stored besides, for who searches by a short form of its name.
void each_stored_key(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon, KeySink sink);

// The key of names that have these initials, in any order: translated names have another one.
KeyHash acronym_key(char domain, std::string_view letters) noexcept;
// The key of names that are this one word and no more, but for their form.
KeyHash whole_key(char domain, std::string_view word) noexcept;
// The key of one word of a name; the domain is that of the word's term.
KeyHash word_key(char domain, std::string_view word) noexcept;
// The key of two words that stand together, in either order.
KeyHash pair_key(char domain, std::string_view a, std::string_view b) noexcept;

}  // namespace guanxi::match
