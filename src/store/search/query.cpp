#include "store/search/query.h"

#include <algorithm>
#include <utility>

#include "guanxi/text.h"
#include "store/search/characters.h"
#include "store/search/tokens.h"

namespace guanxi::store::search {
namespace {

constexpr std::size_t most_cuts = 8;    // ways to cut a term into whole syllables
constexpr std::size_t longest_tail = 4;  // letters of a syllable cut short: "zhon", "xion"

bool all_letters(std::string_view s) noexcept {
  return std::all_of(s.begin(), s.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool one_syllable(std::string_view s) {
  const auto ways = text::syllables(s, 1);
  return !ways.empty() && ways.front().size() == 1;
}

// Whether the characters from `at` on can be read as the syllables, the last perhaps cut short.
bool reads_as(const std::vector<Character>& run, std::size_t at, const std::vector<std::string>& syllables) {
  if (run.size() - at < syllables.size()) return false;
  for (std::size_t i = 0; i < syllables.size(); ++i) {
    const bool last = i + 1 == syllables.size();
    const auto& readings = run[at + i].readings;
    const auto fits = [&](std::string_view r) { return last ? r.starts_with(syllables[i]) : r == syllables[i]; };
    if (std::none_of(readings.begin(), readings.end(), fits)) return false;
  }
  return true;
}

bool has_initials(const std::vector<Character>& run, std::size_t at, std::string_view letters) {
  if (run.size() - at < letters.size()) return false;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const auto& readings = run[at + i].readings;
    if (std::none_of(readings.begin(), readings.end(), [&](std::string_view r) { return r.front() == letters[i]; })) return false;
  }
  return true;
}

std::string pinyin_token(std::string_view syllable, std::string_view next) {
  return std::string(1, pinyin_mark).append(syllable).append(1, syllable_end).append(next);
}

void add_pairs(std::string_view run, std::vector<TokenTest>& tests) {
  const std::vector<Character> all = characters(run);
  if (all.size() == 1) tests.push_back({std::string(run), true});
  for (std::size_t i = 0; i + 1 < all.size(); ++i)
    tests.push_back({std::string(all[i].bytes) + std::string(all[i + 1].bytes), false});
}

}  // namespace

Term::Term(std::string_view folded) : text_(folded) {
  std::size_t words = 0, runs = 0;
  segments(text_, [&](const Segment& segment, bool) {
    if (words + runs == 0) starts_with_word_ = segment.kind == Kind::word;
    ++(segment.kind == Kind::word ? words : runs);
  });
  mixed_ = words > 0 && runs > 0;
  word_ = runs == 0;
  if (mixed_)
    add_mixed();
  else if (word_)
    add_word();
  else
    add_cjk();
}

void Term::add_cjk() {
  std::vector<TokenTest> tests;
  add_pairs(text_, tests);
  exact_ = tests.size() == 1;
  alternatives_.push_back(std::move(tests));
}

void Term::add_mixed() {
  std::vector<TokenTest> tests;
  segments(text_, [&](const Segment& segment, bool) {
    const bool last = segment.text.data() + segment.text.size() == text_.data() + text_.size();
    if (segment.kind == Kind::cjk)
      add_pairs(segment.text, tests);
    else
      tests.push_back({std::string(cut_word(segment.text)), last});
  });
  exact_ = false;
  alternatives_.push_back(std::move(tests));
}

void Term::add_word() {
  exact_ = text_.size() <= longest_word;
  alternatives_.push_back({{std::string(cut_word(text_)), true}});
  if (text_.size() < 2 || !all_letters(text_)) return;
  add_pinyin();
  add_initials();
}

void Term::add_pinyin() {
  for (const auto& way : text::syllables(text_, most_cuts)) add_cut(way);
  const std::string_view all = text_;
  for (std::size_t tail = 1; tail <= longest_tail && tail < all.size(); ++tail) {
    const std::string_view rest = all.substr(all.size() - tail);
    if (one_syllable(rest)) continue;  // a whole one is the beginning of longer ones as it is
    for (auto way : text::syllables(all.substr(0, all.size() - tail), most_cuts)) {
      way.push_back(rest);
      add_cut(way);
    }
  }
}

void Term::add_cut(const std::vector<std::string_view>& written) {
  std::vector<std::string> whole;
  for (const std::string_view s : written) whole.emplace_back(s == "lue" ? "lve" : s == "nue" ? "nve" : s);  // as readings spell them
  std::vector<TokenTest> tests;
  if (whole.size() == 1) tests.push_back({std::string(1, pinyin_mark).append(whole.front()), true});
  for (std::size_t i = 0; i + 1 < whole.size(); ++i)
    tests.push_back({pinyin_token(whole[i], whole[i + 1]), i + 2 == whole.size()});
  exact_ = exact_ && tests.size() == 1;
  alternatives_.push_back(std::move(tests));
  cuts_.push_back(std::move(whole));
  if (written.back() != "lu" && written.back() != "nu") return;
  std::vector<std::string_view> longer = written;  // and on the way to "lue"
  longer.back() = written.back() == "lu" ? "lue" : "nue";
  add_cut(longer);
}

void Term::add_initials() {
  std::vector<TokenTest> tests;
  const std::size_t last = text_.size() > initials_length ? text_.size() - initials_length : 0;
  for (std::size_t i = 0; i <= last; ++i)
    tests.push_back({std::string(1, initials_mark) + text_.substr(i, initials_length), text_.size() < initials_length});
  exact_ = exact_ && tests.size() == 1;
  alternatives_.push_back(std::move(tests));
}

bool Term::in(std::string_view folded) const {
  if (!word_) {
    for (std::size_t at = folded.find(text_); at != folded.npos; at = folded.find(text_, at + 1)) {
      if (!starts_with_word_ || at == 0) return true;
      std::size_t before = at - 1;
      while (before > 0 && (static_cast<unsigned char>(folded[before]) & 0xc0) == 0x80) --before;
      if (kind_of(text::next(folded, before)) != Kind::word) return true;
    }
    return false;
  }
  bool found = false;
  segments(folded, [&](const Segment& segment, bool) {
    found = found || (segment.kind == Kind::word ? segment.text.starts_with(text_) : in_run(segment.text));
  });
  return found;
}

bool Term::in_run(std::string_view run) const {
  if (text_.size() < 2 || !all_letters(text_)) return false;
  const std::vector<Character> all = characters(run);
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (has_initials(all, at, text_)) return true;
    if (std::any_of(cuts_.begin(), cuts_.end(), [&](const auto& cut) { return reads_as(all, at, cut); })) return true;
  }
  return false;
}

SearchQuery::SearchQuery(std::string_view typed) {
  const std::string folded = text::fold_search(typed);
  std::string open;
  segments(folded, [&](const Segment& segment, bool adjoining) {
    if (!adjoining && !open.empty()) terms_.emplace_back(std::exchange(open, {}));
    open += segment.text;
  });
  if (!open.empty()) terms_.emplace_back(open);
}

bool SearchQuery::exact() const noexcept {
  return std::all_of(terms_.begin(), terms_.end(), [](const Term& term) { return term.exact(); });
}

bool SearchQuery::matches(std::string_view text) const {
  std::vector<bool> found(terms_.size());
  std::size_t left = terms_.size();
  folded_fields(text, [&](std::string_view folded) {
    for (std::size_t i = 0; i < terms_.size(); ++i)
      if (!found[i] && terms_[i].in(folded)) {
        found[i] = true;
        --left;
      }
    return left > 0;
  });
  return left == 0 && !terms_.empty();
}

}  // namespace guanxi::store::search
