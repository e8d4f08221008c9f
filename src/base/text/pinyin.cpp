// readings, pinyin and initials.
#include <unordered_set>
#include <utility>

#include "base/text/tables.h"
#include "base/text/unicode.h"
#include "base/text/utf8.h"
#include "guanxi/text.h"

namespace guanxi::text {
namespace {

// The place of the readings of `c` in reading_pool, plus one; 0 without any.
std::size_t reading_value(char32_t c) noexcept {
  if (c < 0x10000) return reading_blocks[std::size_t{reading_index[c >> 6]} * 64 + (c & 63)];
  if (c < 0x20000 || c >= 0x40000) return 0;
  const auto key = static_cast<std::uint32_t>(c - 0x20000) << 12;
  const std::uint32_t* end = reading_sparse + reading_sparse_size;
  const std::uint32_t* found = std::lower_bound(reading_sparse, end, key);
  return found != end && (*found & ~0xFFFU) == key ? *found & 0xFFFU : 0;
}

template <class Use>
void each_reading(char32_t c, Use use) {
  const std::size_t value = reading_value(c);
  if (value == 0) return;
  for (const std::uint16_t* at = reading_pool + value - 1;; ++at) {
    use(syllable_names[*at >> 1]);
    if (*at & 1) return;
  }
}

// A text as what stays the same in every reading, and the choices between: text 0, choice 0, text 1, choice 1, …
struct Sentence {
  std::vector<std::string> fixed{""};
  std::vector<std::vector<std::string_view>> choices;
};

using Alternatives = std::vector<std::string_view>;

Alternatives alternatives(char32_t c, bool first_letters) {
  Alternatives out;
  each_reading(c, [&](std::string_view syllable) {
    const std::string_view heard = first_letters ? syllable.substr(0, 1) : syllable;
    if (std::find(out.begin(), out.end(), heard) == out.end()) out.push_back(heard);
  });
  return out;
}

Sentence sentence_of(std::string_view s, bool first_letters) {
  Sentence out;
  const std::string folded = fold(s);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = read(folded, at);
    Alternatives heard = alternatives(c, first_letters);
    if (heard.size() > 1) {
      out.choices.push_back(std::move(heard));
      out.fixed.emplace_back();
    } else if (heard.size() == 1) {
      out.fixed.back() += heard.front();
    } else if (makes_words(c)) {
      write(out.fixed.back(), c);
    }
  }
  return out;
}

// Which choices are not at their most common reading: (choice, rank), in the order of the text.
using Departures = std::vector<std::pair<std::size_t, std::size_t>>;

std::string spell(const Sentence& sentence, const Departures& departures) {
  std::string out = sentence.fixed[0];
  auto next = departures.begin();
  for (std::size_t i = 0; i < sentence.choices.size(); ++i) {
    const bool departs = next != departures.end() && next->first == i;
    out += sentence.choices[i][departs ? next++->second : 0];
    out += sentence.fixed[i + 1];
  }
  return out;
}

// Adds the ways that depart one rank further than `from`, at its last departure or after it, so that each way is
// reached once; `queue` never needs more than `limit`.
void extend(const Sentence& sentence, const Departures& from, std::size_t limit, std::vector<Departures>& queue) {
  const std::size_t first = from.empty() ? 0 : from.back().first;
  for (std::size_t i = first; i < sentence.choices.size() && queue.size() < limit; ++i) {
    Departures way = from;
    if (from.empty() || i != from.back().first) way.emplace_back(i, 0);
    if (++way.back().second < sentence.choices[i].size()) queue.push_back(std::move(way));
  }
}

// Every spelling, those with the fewest departures from the common readings first.
std::vector<std::string> spellings(const Sentence& sentence, std::size_t limit) {
  std::vector<std::string> out;
  std::unordered_set<std::string> seen;
  std::vector<Departures> queue(limit == 0 ? 0 : 1);
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const Departures way = std::move(queue[at]);
    std::string spelling = spell(sentence, way);
    if (!spelling.empty() && seen.insert(spelling).second) out.push_back(std::move(spelling));
    extend(sentence, way, limit, queue);
  }
  return out;
}

}  // namespace

bool is_han(char32_t c) noexcept {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007;
}

std::vector<std::string_view> readings(char32_t c) {
  std::vector<std::string_view> out;
  each_reading(c, [&](std::string_view syllable) { out.push_back(syllable); });
  return out;
}

std::vector<std::string> pinyin(std::string_view s, std::size_t limit) {
  return spellings(sentence_of(s, false), limit);
}

std::vector<std::string> initials(std::string_view s, std::size_t limit) {
  return spellings(sentence_of(s, true), limit);
}

}  // namespace guanxi::text
