#include "store/memory/token_index.h"

#include <algorithm>

#include "guanxi/text.h"
#include "store/search/characters.h"
#include "store/search/tokens.h"

namespace guanxi::store::memory {
namespace {

std::vector<char32_t> code_points(std::string_view s) {
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < s.size();) out.push_back(text::next(s, at));
  return out;
}

template <class T>
void sort_unique(std::vector<T>& v) {
  std::sort(v.begin(), v.end());
  v.erase(std::unique(v.begin(), v.end()), v.end());
}

// Calls `take` for each member of a that b lacks; both are sorted.
template <class T, class Take>
void each_without(const std::vector<T>& a, const std::vector<T>& b, Take take) {
  for (const T& value : a)
    if (!std::binary_search(b.begin(), b.end(), value)) take(value);
}

}  // namespace

void RidSet::operator&=(const RidSet& other) {
  for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] &= other.bits_[i];
}

void RidSet::operator|=(const RidSet& other) {
  for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
}

TokenIndex::WordEntry TokenIndex::word_entry(std::string_view word, std::uint32_t rid) noexcept {
  WordEntry entry;
  std::copy_n(word.begin(), std::min(word.size(), entry.word.size()), entry.word.begin());
  entry.rid = rid;
  return entry;
}

TokenIndex::Tokens TokenIndex::tokens_of(std::uint32_t rid, std::string_view text) {
  Tokens tokens;
  search::folded_fields(text, [&](std::string_view folded) {
    search::segments(folded, [&](const search::Segment& segment, bool) {
      if (segment.kind == search::Kind::word) return tokens.words.push_back(word_entry(segment.text, rid));
      const auto run = code_points(segment.text);
      for (std::size_t i = 0; i < run.size(); ++i) tokens.pairs.push_back({run[i], i + 1 < run.size() ? run[i + 1] : 0});
    });
    return true;
  });
  sort_unique(tokens.pairs);
  sort_unique(tokens.words);
  return tokens;
}

void TokenIndex::update(std::uint32_t rid, std::string_view before, std::string_view after) {
  if (before == after) return;
  const Tokens was = tokens_of(rid, before), is = tokens_of(rid, after);
  each_without(was.pairs, is.pairs, [&](const Pair& pair) { erase(pair, rid); });
  each_without(is.pairs, was.pairs, [&](const Pair& pair) { insert(pair, rid); });
  each_without(was.words, is.words, [&](const WordEntry& word) {
    if (const auto at = find(word); at != words_.end() && words_[at] == word) words_.erase(at);
  });
  each_without(is.words, was.words, [&](const WordEntry& word) {
    if (const auto at = find(word); at == words_.end() || words_[at] != word) words_.insert(at, word);
  });
}

SortedChunks<TokenIndex::PairEntry>::Place TokenIndex::find(const Pair& pair) const {
  return pairs_.find([&](const PairEntry& entry) { return entry.pair < pair; });
}

SortedChunks<TokenIndex::WordEntry>::Place TokenIndex::find(const WordEntry& word) const {
  return words_.find([&](const WordEntry& entry) { return entry < word; });
}

const Postings* TokenIndex::rows_of(const Pair& pair) const {
  const auto at = find(pair);
  return at != pairs_.end() && pairs_[at].pair == pair ? &pairs_[at].rows : nullptr;
}

void TokenIndex::insert(const Pair& pair, std::uint32_t rid) {
  note_readings(pair.first);
  auto at = find(pair);
  if (at == pairs_.end() || pairs_[at].pair != pair) {
    PairEntry entry{pair, {}};
    entry.rows.insert(rid);
    pairs_.insert(at, std::move(entry));
  } else {
    pairs_[at].rows.insert(rid);
  }
}

void TokenIndex::erase(const Pair& pair, std::uint32_t rid) {
  const auto at = find(pair);
  if (at == pairs_.end() || pairs_[at].pair != pair) return;
  pairs_[at].rows.erase(rid);
  if (pairs_[at].rows.empty()) pairs_.erase(at);
}

void TokenIndex::note_readings(char32_t c) {
  if (!known_.insert(c).second) return;
  for (const std::string_view reading : text::readings(c)) by_reading_[std::string(reading)].push_back(c);
}

RidSet TokenIndex::candidates(const search::SearchQuery& query, std::uint32_t last) const {
  RidSet all = passing(query.terms().front(), last);
  for (std::size_t i = 1; i < query.terms().size(); ++i) all &= passing(query.terms()[i], last);
  return all;
}

RidSet TokenIndex::passing(const search::Term& term, std::uint32_t last) const {
  RidSet any(last);
  for (const auto& tests : term.alternatives()) {
    RidSet all = passing(tests.front(), last);
    for (std::size_t i = 1; i < tests.size(); ++i) all &= passing(tests[i], last);
    any |= all;
  }
  return any;
}

RidSet TokenIndex::passing(const search::TokenTest& test, std::uint32_t last) const {
  RidSet out(last);
  const std::string_view token = test.token;
  if (token.front() == search::initials_mark) {
    for (std::size_t i = 1; i + 1 < token.size(); ++i) {
      RidSet pair(last);
      add_initials(token.substr(i, 2), pair);
      i == 1 ? out |= pair : out &= pair;
    }
  } else if (token.front() == search::pinyin_mark) {
    add_spoken(token.substr(1), test.prefix, out);
  } else {
    std::size_t first = 0;
    const bool word = search::kind_of(text::next(token, first)) == search::Kind::word;
    word ? add_word(token, out) : add_written(token, test.prefix, out);
  }
  return out;
}

// Words that begin as the entry kept of this one does: more than asked for, since they are looked at again.
void TokenIndex::add_word(std::string_view word, RidSet& out) const {
  const std::string_view beginning = word.substr(0, WordEntry{}.word.size());
  const auto begins = [&](const WordEntry& entry) {
    return std::string_view(entry.word.data(), entry.word.size()).starts_with(beginning);
  };
  for (auto at = find(word_entry(word, 0)); at != words_.end() && begins(words_[at]); at = words_.next(at)) out.add(words_[at].rid);
}

void TokenIndex::add_written(std::string_view characters, bool prefix, RidSet& out) const {
  const auto run = code_points(characters);
  if (prefix) return add_pairs({run[0]}, nullptr, out);
  if (const Postings* rows = rows_of({run[0], run.size() > 1 ? run[1] : 0})) rows->each([&](std::uint32_t rid) { out.add(rid); });
}

void TokenIndex::add_spoken(std::string_view syllables, bool prefix, RidSet& out) const {
  const std::size_t end = syllables.find(search::syllable_end);
  if (end == std::string_view::npos) return add_pairs(read_as(syllables, prefix), nullptr, out);
  const Characters second = read_as(syllables.substr(end + 1), prefix);
  add_pairs(read_as(syllables.substr(0, end), false), &second, out);
}

void TokenIndex::add_initials(std::string_view letters, RidSet& out) const {
  const Characters second = read_as(letters.substr(1, 1), true);
  add_pairs(read_as(letters.substr(0, 1), true), &second, out);
}

void TokenIndex::add_pairs(const Characters& first, const Characters* second, RidSet& out) const {
  for (const char32_t c : first)
    for (auto at = find(Pair{c, 0}); at != pairs_.end() && pairs_[at].pair.first == c; at = pairs_.next(at))
      if (second == nullptr || second->contains(pairs_[at].pair.second)) pairs_[at].rows.each([&](std::uint32_t rid) { out.add(rid); });
}

TokenIndex::Characters TokenIndex::read_as(std::string_view reading, bool prefix) const {
  Characters out;
  for (auto at = by_reading_.lower_bound(reading); at != by_reading_.end(); ++at) {
    if (prefix ? !at->first.starts_with(reading) : at->first != reading) break;
    out.insert(at->second.begin(), at->second.end());
  }
  return out;
}

bool TokenIndex::has(std::uint32_t rid, std::string_view text) const {
  const Tokens tokens = tokens_of(rid, text);
  const auto paired = [&](const Pair& pair) {
    const Postings* rows = rows_of(pair);
    return rows != nullptr && rows->contains(rid);
  };
  const auto worded = [&](const WordEntry& word) {
    const auto at = find(word);
    return at != words_.end() && words_[at] == word;
  };
  return std::all_of(tokens.pairs.begin(), tokens.pairs.end(), paired) && std::all_of(tokens.words.begin(), tokens.words.end(), worded);
}

std::size_t TokenIndex::bytes() const noexcept {
  std::size_t total = pairs_.bytes() + words_.bytes();
  for (auto at = pairs_.begin(); at != pairs_.end(); at = pairs_.next(at)) total += pairs_[at].rows.bytes();
  return total;
}

}  // namespace guanxi::store::memory
