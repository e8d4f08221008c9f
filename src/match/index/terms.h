// Every distinct token, once, with how often it occurs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guanxi::match {

using TermId = std::uint32_t;
inline constexpr TermId no_term = 0xFFFFFFF;
inline constexpr TermId most_terms = no_term;

class Terms {
 public:
  Terms();

  // The same text means different terms in different domains.
  TermId intern(char domain, std::string_view text);
  TermId find(char domain, std::string_view text) const noexcept;
  void count(TermId term) noexcept { ++counts_[term]; }

  std::string_view text(TermId term) const noexcept {
    return std::string_view(texts_).substr(begins_[term] + 1, begins_[term + 1] - begins_[term] - 1);
  }
  char domain(TermId term) const noexcept { return texts_[begins_[term]]; }
  std::uint32_t occurrences(TermId term) const noexcept { return counts_[term]; }
  std::size_t size() const noexcept { return counts_.size(); }
  std::size_t bytes() const noexcept;

 private:
  std::size_t slot(char domain, std::string_view text) const noexcept;
  void grow();

  std::string texts_;
  std::vector<std::uint32_t> begins_{0}, counts_;
  std::vector<TermId> slots_;
};

}  // namespace guanxi::match
