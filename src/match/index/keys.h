// The keys under which a record is found.
#pragma once

#include "base/function_ref.h"
#include "match/index/lexicon.h"
#include "match/index/postings.h"

namespace guanxi::match {

// Hands every key of the record to `sink`, some perhaps twice.
void each_key(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon, FunctionRef<void(KeyHash)> sink);

// The key of one word of a name; the domain is that of the word's term.
KeyHash word_key(char domain, std::string_view word) noexcept;

}  // namespace guanxi::match
