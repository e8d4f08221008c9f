#include "match/normalize/words.h"

#include <algorithm>

#include "base/text/utf8.h"
#include "guanxi/text.h"

namespace guanxi::match {

namespace {

constexpr std::size_t longest_text = 1024;  // bytes that are looked at

bool is_word_character(char32_t c) noexcept {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  const bool punctuation = (c >= 0x80 && c < 0xC0) || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3040) ||
                           (c >= 0xFE00 && c < 0xFE70) || (c >= 0x1F000 && c < 0x20000) || c == text::replacement;
  return !punctuation;
}

bool joins(char32_t c) noexcept { return c == '\'' || c == 0x2019 || c == '`' || c == 0xB4 || c == 0x2018; }

class Cutter {
 public:
  std::vector<Token> run(std::string_view folded) {
    out_.reserve(std::min<std::size_t>(folded.size() / 3 + 1, most_tokens));
    for (std::size_t at = 0; at < folded.size() && out_.size() < most_tokens;) {
      const auto c = text::read(folded, at);
      take(c);
      before_ = c;
    }
    close();
    join_initials();
    return std::move(out_);
  }

 private:
  void take(char32_t c) {
    if (text::is_han(c)) {
      close();
      text::write(word_, c);
      close();
    } else if (is_word_character(c)) {
      text::write(word_, c);
    } else if (c == '.' && letters() == 1) {
      close();
      if (!out_.empty()) initial_.back() = true;
    } else if (c == '&') {
      const bool touched = !word_.empty() && is_short(word_);
      close();
      if (touched) initial_.back() = true;
    } else if (joins(c) && is_elided()) {
      close();
      if (out_.back().part == Part::core) out_.back().part = Part::form;
    } else if (!joins(c)) {
      if (before_ == '&' && !out_.empty()) initial_.back() = false;
      close();
      if (c == '(' || c == '[') ++depth_;
      if ((c == ')' || c == ']') && depth_ > 0) --depth_;
    }
  }

  // "l'Université", "dell'Area": the article is a word of its own.
  bool is_elided() const noexcept {
    constexpr std::string_view articles[]{"all", "d", "dall", "dell", "l", "nell", "sull"};
    return std::find(std::begin(articles), std::end(articles), word_) != std::end(articles);
  }

  std::size_t letters() const noexcept { return word_.size() == 1 && word_[0] >= 'a' ? 1 : 0; }

  // "AT&T", "H&M": what touches the sign may be initials.
  static bool is_short(std::string_view word) noexcept { return word.size() <= 2 && word.front() >= 'a' && word.back() >= 'a' && word.back() <= 'z'; }

  void close() {
    if (word_.empty()) return;
    out_.push_back({std::move(word_), depth_ > 0 ? Part::aside : Part::core});
    initial_.push_back(false);
    word_.clear();
  }

  // "s . p . a" → "spa", "at&t" → "att": a run of single letters with points is one word, and so are letters with a sign between.
  void join_initials() {
    if (std::find(initial_.begin(), initial_.end(), true) == initial_.end()) return;
    std::vector<Token> joined;
    for (std::size_t i = 0; i < out_.size(); ++i) {
      const bool follows = i > 0 && initial_[i - 1] && out_[i].text.size() == 1 && out_[i].text[0] >= 'a' && out_[i].part == out_[i - 1].part;
      if (follows)
        joined.back().text += out_[i].text;
      else
        joined.push_back(out_[i]);
    }
    out_ = std::move(joined);
  }

  std::vector<Token> out_;
  std::vector<bool> initial_;  // a letter with a point behind it, or one or two with a sign
  std::string word_;
  char32_t before_ = 0;
  int depth_ = 0;
};

}  // namespace

std::vector<Token> words_of(std::string_view text) {
  std::string_view head = text.substr(0, longest_text);
  return Cutter().run(text::fold_search(head));
}

bool is_han(const Token& token) noexcept {
  std::size_t at = 0;
  return token.text.size() >= 3 && text::is_han(text::read(token.text, at)) && at == token.text.size();
}

}  // namespace guanxi::match
