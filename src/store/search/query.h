// A search as a person types it.
//
// Terms stand between blanks or punctuation; a row must have all of them in its searchable text (derive()), each within
// one field. A term of cjk characters is found wherever it stands, so is one that mixes them with words, from a word's beginning
// on. A term of letters and digits is the beginning of a word, or the pinyin of adjacent characters (the last syllable may
// be cut short), or, from two letters on, their initials: "恒瑞", "hengrui", "hengr" and "hr" all find 恒瑞医药.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanxi::store::search {

// A token that an index must have for a row, or with `prefix` any token that begins so.
struct TokenTest {
  std::string token;
  bool prefix = false;
};

// One term: the ways in which it may stand in a text.
class Term {
 public:
  explicit Term(std::string_view folded);

  // Whether the term stands in one field's folded text.
  bool in(std::string_view folded) const;

  // What an index can say: a row that has the term passes all tests of at least one alternative.
  const std::vector<std::vector<TokenTest>>& alternatives() const noexcept { return alternatives_; }
  // Whether a row that passes has the term.
  bool exact() const noexcept { return exact_; }

 private:
  void add_cjk();
  void add_mixed();
  void add_word();
  void add_pinyin();
  void add_cut(const std::vector<std::string_view>& written);
  void add_initials();
  bool in_run(std::string_view run) const;

  std::string text_;
  bool mixed_ = false, starts_with_word_ = false, word_ = false;
  std::vector<std::vector<std::string>> cuts_;  // into syllables, the last perhaps cut short
  std::vector<std::vector<TokenTest>> alternatives_;
  bool exact_ = true;
};

class SearchQuery {
 public:
  explicit SearchQuery(std::string_view typed);

  bool empty() const noexcept { return terms_.empty(); }  // nothing was asked; finds nothing
  const std::vector<Term>& terms() const noexcept { return terms_; }
  // Whether rows that pass the index's tests need no recheck.
  bool exact() const noexcept;
  // Whether a row's searchable text has all terms.
  bool matches(std::string_view text) const;

 private:
  std::vector<Term> terms_;
};

}  // namespace guanxi::store::search
