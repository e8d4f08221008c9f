// Words that differ by one slip of the keyboard: terms found by what is left when a letter is left out.
#pragma once

#include <string_view>
#include <vector>

#include "match/index/terms.h"

namespace guanxi::match {

class Neighbours {
 public:
  // Takes the terms that came since the last call.
  void extend(const Terms& terms);
  // Known words of the domain that are one insertion, deletion, substitution or swap of neighbours away; at most `limit`.
  void find(const Terms& terms, char domain, std::string_view word, std::size_t limit, std::vector<TermId>& out) const;
  std::size_t bytes() const noexcept { return entries_.capacity() * sizeof(std::uint64_t); }

 private:
  std::vector<std::uint64_t> entries_;  // hash << 32 | term, sorted
  std::size_t known_ = 0;
};

// Whether slips are looked for in such a word at all.
bool may_slip(char domain, std::string_view word) noexcept;

}  // namespace guanxi::match
