// Words that differ by one slip of the keyboard, found by what is left when a letter is left out, or in their endings.
#pragma once

#include <string_view>
#include <vector>

#include "match/index/postings.h"
#include "match/index/terms.h"

namespace guanxi::match {

class Neighbours {
 public:
  // Takes the terms that came since the last call.
  void extend(const Terms& terms);
  // Known words of the domain that are one insertion, deletion, substitution or swap of neighbours away, or in names of
  // organisations have the same stem or go on where this one ends; at most `limit`.
  void find(const Terms& terms, char domain, std::string_view word, std::size_t limit, std::vector<TermId>& out) const;
  // … two slips away, one of them a swap: many more are looked at.
  void find_farther(const Terms& terms, char domain, std::string_view word, std::size_t limit, std::vector<TermId>& out) const;
  std::size_t bytes() const noexcept { return remainders_.bytes(); }

  Postings& remainders() noexcept { return remainders_; }
  void adopted(std::size_t known) noexcept { known_ = known; }  // after the remainders came from a file
  std::size_t known() const noexcept { return known_; }

 private:
  void find_slips(const Terms& terms, char domain, std::string_view word, std::size_t limit, std::vector<TermId>& out) const;
  void find_beginning(const Terms& terms, std::string_view word, std::size_t limit, std::vector<TermId>& out) const;

  Postings remainders_;  // the terms that leave each remainder
  std::size_t known_ = 0;
};

// Whether slips are looked for in such a word at all.
bool may_slip(char domain, std::string_view word) noexcept;

}  // namespace guanxi::match
