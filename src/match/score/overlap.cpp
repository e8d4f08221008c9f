#include "match/score/overlap.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include "match/normalize/vocabulary.h"
#include "match/score/edit.h"

namespace guanxi::match {

namespace {

constexpr float slip = 0.85F, shortened = 0.7F, related = 0.6F, initial = 0.5F;

// How much a part counts beside the core of a name.
constexpr float weight_of(Part part) noexcept {
  constexpr std::array<float, 9> weights{1, 0.6F, 0.5F, 0.1F, 0, 0.5F, 0.3F, 1, 0.3F};
  return weights[static_cast<std::size_t>(part)];
}
static_assert(weight_of(Part::group) == 0.1F && weight_of(Part::branch) == 0.5F && weight_of(Part::unit) == 0.3F);

bool is_letter(char c) noexcept { return c >= 'a' && c <= 'z'; }

class Pairing {
 public:
  Pairing(const Weighed& a, const Weighed& b, const Lexicon& lexicon) : a_(a.items), b_(b.items), weighed_a_(a), weighed_b_(b), lexicon_(lexicon) {}

  Overlap run() {
    out_.a = weighed_a_.all, out_.core_a = weighed_a_.core;
    out_.b = weighed_b_.all, out_.core_b = weighed_b_.core;
    pair_equal();
    if (any_word_left(weighed_a_, out_.matched_a) && any_word_left(weighed_b_, out_.matched_b)) pair_words();
    out_.all_equal = a_.size() == b_.size() && out_.matched_a.count() == a_.size() && out_.same_order && !moved_ && !alike_;
    return out_;
  }

 private:
  static bool any_word_left(const Weighed& row, const std::bitset<most_tokens>& matched) noexcept {
    for (std::size_t i = 0; row.has_words && i < row.items.size(); ++i)
      if (!matched[i] && !row.items[i].is_han()) return true;
    return false;
  }

  // Words of letters that are only nearly the same, one or several.
  void pair_words() {
    pair_joined(a_, b_, false);
    pair_joined(b_, a_, true);
    pair_alike();
    pair_initials(a_, b_, false);
    pair_initials(b_, a_, true);
  }

  void match(std::size_t i, std::size_t j, float share) {
    out_.matched_a.set(i), out_.matched_b.set(j);
    out_.core_met = out_.core_met || a_[i].part() == Part::core || b_[j].part() == Part::core;
    const float both = share * (weighed_a_.bits[i] + weighed_b_.bits[j]) / 2;
    out_.common += both;
    out_.common_a += share * weighed_a_.bits[i];
    out_.common_b += share * weighed_b_.bits[j];
    if (a_[i].part() == Part::core && b_[j].part() == Part::core) out_.core_common += both;
  }

  // Equal words, those that keep the order first; a Han character out of order counts half, unless it is a region's: 上海 may stand anywhere.
  void pair_equal() {
    std::size_t next = 0, before = b_.size();
    for (std::size_t i = 0; i < a_.size(); ++i) {
      const auto j = (weighed_b_.present >> (a_[i].term() & 63) & 1) != 0 ? find(a_[i], next) : b_.size();
      out_.adjacent = static_cast<std::uint8_t>(out_.adjacent + (i > 0 && j < b_.size() && before + 1 == j));
      before = j;
      if (j == b_.size()) continue;
      const bool ordered = j >= next, placed = a_[i].part() == Part::region && b_[j].part() == Part::region;
      out_.same_order = out_.same_order && (ordered || placed);
      moved_ = moved_ || j != i;
      match(i, j, ordered || placed || !a_[i].is_han() ? 1 : 0.5F);
      if (ordered && !placed) next = j + 1;
    }
  }

  // A free place in b with the item's term, at `from` or behind it if there is one.
  std::size_t find(Item item, std::size_t from) const noexcept {
    const auto is_it = [&](std::size_t j) { return b_[j].term() == item.term() && !out_.matched_b[j]; };
    for (auto j = from; j < b_.size(); ++j)
      if (is_it(j)) return j;
    for (std::size_t j = 0; j < from; ++j)
      if (is_it(j)) return j;
    return b_.size();
  }

  static bool may_be_alike(Item item) noexcept { return item.part() != Part::form && item.part() != Part::number && !item.is_han(); }

  void pair_alike() {
    for (std::size_t i = 0; i < a_.size(); ++i) {
      if (out_.matched_a[i] || !may_be_alike(a_[i])) continue;
      float best = 0;
      std::size_t where = 0;
      for (std::size_t j = 0; j < b_.size(); ++j) {
        if (out_.matched_b[j] || !may_be_alike(b_[j])) continue;
        const float found = likeness(lexicon_.text(a_[i]), lexicon_.text(b_[j]));
        if (found > best) best = found, where = j;
      }
      if (best > 0) match(i, where, best), alike_ = true;
    }
  }

  // "himart" and "hi mart": one word on the one side is two on the other.
  void pair_joined(Items words, Items parted, bool turned) {
    auto& done = turned ? out_.matched_b : out_.matched_a;
    auto& other = turned ? out_.matched_a : out_.matched_b;
    for (std::size_t j = 0; j + 1 < parted.size(); ++j) {
      if (other[j] || other[j + 1] || parted[j].is_han() || parted[j + 1].is_han()) continue;
      const auto first = lexicon_.text(parted[j]), second = lexicon_.text(parted[j + 1]);
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (done[i] || words[i].is_han() || !is_joined(lexicon_.text(words[i]), first, second)) continue;
        credit(i, j, 2, slip, turned);
        done.set(i), other.set(j), other.set(j + 1);
        break;
      }
    }
  }

  static bool is_joined(std::string_view word, std::string_view first, std::string_view second) noexcept {
    constexpr std::size_t long_enough = 4;
    if (word.size() < long_enough || !word.starts_with(first)) return false;
    const auto rest = word.substr(first.size());
    return rest == second || (rest.size() >= long_enough && second.size() >= long_enough && within(rest, second, 1));
  }

  // "ieee sa" and "IEEE Standards Association": a short word is the initials of words that stand together.
  void pair_initials(Items shorter, Items longer, bool turned) {
    auto& done = turned ? out_.matched_b : out_.matched_a;
    auto& other = turned ? out_.matched_a : out_.matched_b;
    if (longer.size() < 2) return;
    for (std::size_t i = 0; i < shorter.size(); ++i) {
      if (done[i] || !may_be_alike(shorter[i])) continue;
      const auto word = lexicon_.text(shorter[i]);
      if (word.size() < 2 || word.size() > 6 || !is_letter(word.front())) continue;
      for (std::size_t j = 0; j + 1 < longer.size(); ++j) {
        const auto end = run_of(word, longer, other, j);
        if (end == j) continue;
        credit(i, j, end - j, shortened, turned);
        done.set(i);
        for (auto k = j; k < end; ++k) other.set(k);
        break;
      }
    }
  }

  // Where the unmatched words from `begin` end whose initials are `word`; `begin` where there are none.
  std::size_t run_of(std::string_view word, Items items, const std::bitset<most_tokens>& taken, std::size_t begin) const {
    std::size_t at = begin, letter = 0;
    for (; at < items.size() && letter < word.size() && !taken[at]; ++at) {
      if (lexicon_.text(items[at]).front() == word[letter]) ++letter;
      else if (items[at].part() != Part::form || at == begin) return begin;
    }
    return letter == word.size() ? at : begin;
  }

  // One word at `abbreviation` is those of the other side from `begin`.
  void credit(std::size_t abbreviation, std::size_t begin, std::size_t count, float share, bool turned) {
    const auto &bits_of_one = (turned ? weighed_b_ : weighed_a_).bits, &bits_of_run = (turned ? weighed_a_ : weighed_b_).bits;
    const float short_bits = share * bits_of_one[abbreviation];
    const float run_bits = share * std::accumulate(&bits_of_run[begin], &bits_of_run[begin] + count, 0.0F);
    out_.common += (short_bits + run_bits) / 2;
    out_.common_a += turned ? run_bits : short_bits;
    out_.common_b += turned ? short_bits : run_bits;
    out_.core_met = alike_ = true;
  }

  const Items a_, b_;
  const Weighed &weighed_a_, &weighed_b_;
  const Lexicon& lexicon_;
  Overlap out_;
  bool alike_ = false;
  bool moved_ = false;  // a region
};

}  // namespace

// Which letters, but for one.
bool nearly_the_same_letters(std::string_view a, std::string_view b) noexcept {
  const auto letters = [](std::string_view word) {
    std::uint32_t out = 0;
    for (const char c : word) out |= 1U << (c & 31);
    return out;
  };
  return std::popcount(letters(a) ^ letters(b)) <= 2;
}

float likeness(std::string_view a, std::string_view b) noexcept {
  if (!is_letter(a.front()) || !is_letter(b.front())) return 0;
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() == 1) return b.size() > 1 && a[0] == b[0] ? initial : 0;
  if (a.size() >= 3 && b.starts_with(a)) return shortened;
  if (a.size() < 4) return 0;
  const std::size_t slips = b.size() >= 9 ? 2 : 1;
  if (within(a, b, slips)) return slip;
  if (a.size() >= 6 && b.size() < 9 && nearly_the_same_letters(a, b) && within(a, b, 2)) return related;
  constexpr std::size_t ending = 5;
  return same_stem(a, b) || (a.size() >= ending && b.ends_with(a)) ? related : 0;
}

namespace {

bool is_form(Item item, const Lexicon& lexicon) noexcept {
  if (item.is_han()) return item.part() == Part::form || item.part() == Part::group;
  return item.part() == Part::form && is_legal_word(lexicon.text(item));
}

}  // namespace

Weighed::Weighed(Items row, const Lexicon& lexicon) noexcept : items(row) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto item = items[i];
    const float weight = weight_of(item.part());
    bits[i] = weight > 0 ? lexicon.bits(item) * weight : 0;
    all += bits[i];
    if (item.part() == Part::core) core += bits[i];
    present |= std::uint64_t{1} << (item.term() & 63);
    forms |= std::uint64_t{is_form(item, lexicon)} << i;
    has_words = has_words || !item.is_han();
  }
}

Overlap overlap(const Weighed& a, const Weighed& b, const Lexicon& lexicon) { return Pairing(a, b, lexicon).run(); }

}  // namespace guanxi::match
