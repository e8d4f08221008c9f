// Every distinct token, once, with how often it occurs.
#pragma once

#include <cstdint>
#include <string_view>

#include "match/index/column.h"
#include "match/index/fetch.h"

namespace guanxi::match {

using TermId = std::uint32_t;
inline constexpr TermId no_term = 0x7FFFFFF;
inline constexpr std::uint32_t most_occurrences = 0x7FFFFFFF;

class Terms {
 public:
  Terms();

  // The same text means different terms in different domains.
  TermId intern(char domain, std::string_view text) { return intern(hash(domain, text), domain, text); }
  TermId find(char domain, std::string_view text) const noexcept { return find(hash(domain, text), domain, text); }
  // In two steps, so that what several will look at is fetched at once.
  static std::uint64_t hash(char domain, std::string_view text) noexcept;
  void prepare(std::uint64_t hash) const noexcept { __builtin_prefetch(slots_.at(home(hash))); }
  void fetch_numbers(TermId term) const noexcept { fetch(begins_.at(term)), fetch(counts_.at(term)); }
  void fetch_text(TermId term) const noexcept { fetch(texts_.at(begins_[term])); }
  TermId intern(std::uint64_t hash, char domain, std::string_view text);
  TermId find(std::uint64_t hash, char domain, std::string_view text) const noexcept;
  void count(TermId term) noexcept { ++counts_[term]; }
  void uncount(TermId term) noexcept { --counts_[term]; }

  std::string_view text(TermId term) const noexcept {
    const auto begin = begins_[term];
    return {texts_.at(begin + 1), begins_[term + 1] - begin - 1};
  }
  char domain(TermId term) const noexcept { return texts_[begins_[term]]; }
  std::uint32_t occurrences(TermId term) const noexcept { return counts_[term] & most_occurrences; }
  // Whether it is a word that tells what companies do, or where: few of them may have it, but it names none.
  bool is_general(TermId term) const noexcept { return counts_[term] > most_occurrences; }
  static bool is_general(char domain, std::string_view text) noexcept;
  std::size_t size() const noexcept { return counts_.size(); }
  std::size_t bytes() const noexcept;
  // Makes the table as small as the terms allow.
  void shrink();

  bool fit() const noexcept;  // whether the columns, from a file, belong together
  // Hands each column to `use`, in a fixed order: for a file.
  template <class Use>
  void each_column(Use use) {
    use(texts_), use(begins_), use(counts_), use(slots_);
  }

 private:
  std::size_t home(std::uint64_t hash) const noexcept { return static_cast<std::size_t>((hash & 0xFFFFFFFF) * slots_.size() >> 32); }
  std::size_t slot(std::uint64_t hash, char domain, std::string_view text) const noexcept;
  void resize(std::size_t slots);

  Column<char> texts_;  // each behind a byte for its domain
  Column<std::uint32_t> begins_;
  Column<std::uint32_t> counts_;  // the first bit of each: is_general()
  Column<std::uint32_t> slots_;  // by the hash
};

}  // namespace guanxi::match
