#include "match/score/names.h"

#include <algorithm>
#include <bit>

#include "base/text/utf8.h"
#include "guanxi/text.h"
#include "match/normalize/vocabulary.h"

namespace guanxi::match {

namespace {

using Text = std::string_view;

bool joins(Item item) noexcept { return item.part() != Part::form && item.part() != Part::aside; }

// The same words but for what stands in brackets.
bool same_words(Items a, Items b) noexcept {
  std::size_t i = 0, j = 0, words = 0;
  for (;; ++i, ++j, ++words) {
    while (i < a.size() && !joins(a[i])) ++i;
    while (j < b.size() && !joins(b[j])) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size() && words > 0;
    if (a[i].term() != b[j].term()) return false;
  }
}

// Whether a character of the one name that counts has none in the other.
bool han_left_over(Items items, const std::bitset<most_tokens>& matched) noexcept {
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!matched[i] && items[i].is_han() && joins(items[i])) return true;
  return false;
}

// "sega toys" and "segatoys".
bool joined_equal(Items a, Items b, const Overlap& o, const Lexicon& lexicon) {
  if (same_words(a, b)) return true;
  if (han_left_over(a, o.matched_a) || han_left_over(b, o.matched_b)) return false;
  const auto letters = [&](Items items) {
    std::size_t out = 0;
    for (const auto item : items) out += joins(item) ? lexicon.text(item).size() : 0;
    return out;
  };
  if (letters(a) != letters(b)) return false;
  std::string x, y;
  const auto join = [&](Items items, std::string& out) {
    for (const auto item : items)
      if (joins(item)) out += lexicon.text(item);
  };
  join(a, x), join(b, y);
  return !x.empty() && x == y;
}

bool is_numeral(Text word) noexcept { return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }); }

// 星云山 and 星云海, works 5 and works 7: a brand of a few characters that differs in one is another brand, and so is another number.
bool another_brand(Items a, Items b, const Overlap& o, const Lexicon& lexicon) {
  const auto differs = [&](Items items, const auto& matched) {
    for (std::size_t i = 0; i < items.size(); ++i)
      if (!matched[i] && items[i].part() == Part::core && (items[i].is_han() || is_numeral(lexicon.text(items[i])))) return true;
    return false;
  };
  return differs(a, o.matched_a) && differs(b, o.matched_b);
}

// 禾 and 和: heard alike, and typed alike.
bool sounds_alike(Text a, Text b) {
  std::size_t at_a = 0, at_b = 0;
  const auto x = text::readings(text::next(a, at_a)), y = text::readings(text::next(b, at_b));
  return std::any_of(x.begin(), x.end(), [&](Text sound) { return std::find(y.begin(), y.end(), sound) != y.end(); });
}

// Whether a character sounds like one of a brand.
bool sounds_like_one(Items items, Item han, const Lexicon& lexicon) {
  return std::any_of(items.begin(), items.end(), [&](Item i) { return i.is_han() && i.part() == Part::core && sounds_alike(lexicon.text(i), lexicon.text(han)); });
}

enum class Brand : std::uint8_t { none, met, alone };

// What a name is called by, its first word that tells no trade or place, or its first two characters: whether the other name has any of it.
Brand brand_of(Items items, Items others, const std::bitset<most_tokens>& matched, const Lexicon& lexicon) {
  int left = 2;
  for (std::size_t i = 0; i < items.size() && left > 0; ++i) {
    if (items[i].part() != Part::core || lexicon.is_general(items[i])) continue;
    if (matched[i] || (items[i].is_han() && sounds_like_one(others, items[i], lexicon))) return Brand::met;
    left -= items[i].is_han() ? 1 : 2;
  }
  return left == 2 ? Brand::none : Brand::alone;
}

// 上海青禾精密机械厂 and 上海远帆精密机械厂.
bool other_brands(Items a, Items b, const Overlap& o, const Lexicon& lexicon) {
  return brand_of(a, b, o.matched_a, lexicon) == Brand::alone && brand_of(b, a, o.matched_b, lexicon) == Brand::alone;
}

// Whether a word of such a part stands in the one name alone.
template <class Matched>
bool left_over(Items items, const Matched& matched, std::initializer_list<Part> parts) {
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!matched[i] && !items[i].is_han() && std::find(parts.begin(), parts.end(), items[i].part()) != parts.end()) return true;
  return false;
}

// Whether a number stands in the one name alone.
template <class Matched>
bool left_numeral(Items items, const Matched& matched, const Lexicon& lexicon) {
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!matched[i] && items[i].part() == Part::core && is_numeral(lexicon.text(items[i]))) return true;
  return false;
}

// "ritz cafe" and "ritz bar", "ritz (north)" and "ritz (south)", works 5 and works 7: both say which house they are, and not the same.
bool another_house(Items a, Items b, const Overlap& o, const Lexicon& lexicon) {
  if (left_numeral(a, o.matched_a, lexicon) && left_numeral(b, o.matched_b, lexicon)) return true;
  for (const auto part : {Part::trade, Part::aside})
    if (left_over(a, o.matched_a, {part}) && left_over(b, o.matched_b, {part})) return true;
  return (left_over(a, o.matched_a, {Part::aside}) && left_over(b, o.matched_b, {Part::core})) || (left_over(b, o.matched_b, {Part::aside}) && left_over(a, o.matched_a, {Part::core}));
}

// "ritz (north)" is no short name of "cafe ritz south".
bool each_says_more(Items a, Items b, const Overlap& o) {
  const auto more = {Part::core, Part::aside};
  return o.a <= o.b ? left_over(a, o.matched_a, {Part::aside}) && left_over(b, o.matched_b, more)
                    : left_over(b, o.matched_b, {Part::aside}) && left_over(a, o.matched_a, more);
}

// "chin's" and "madame ching's": one word that is only nearly another's is not contained in it.
bool only_nearly(Items a, Items b, const Overlap& o) {
  const auto& shorter = o.a <= o.b ? a : b;
  const auto words = std::count_if(shorter.begin(), shorter.end(), [](Item i) { return i.part() != Part::form; });
  return words == 1 && o.contained() < 0.999F;
}

std::uint8_t degree_of_name(const Weighed& weighed_a, const Weighed& weighed_b, const Overlap& o, const Lexicon& lexicon) {
  if (o.all_equal) return 6;
  const auto a = weighed_a.items, b = weighed_b.items;
  const bool words = weighed_a.has_words && weighed_b.has_words;
  const float dice = o.dice();
  const bool western = !a.front().is_han() && !b.front().is_han();  // whose words change places: "University of Palermo"
  if (dice >= 0.999F && (o.same_order || western)) return 5;
  if (joined_equal(a, b, o, lexicon)) return 5;
  if (dice >= 0.82F && !another_brand(a, b, o, lexicon)) return 4;
  if (o.contained() >= 0.8F && o.core_met && !another_brand(a, b, o, lexicon) && !only_nearly(a, b, o) && !(words && each_says_more(a, b, o))) return 3;
  if (dice >= 0.6F && o.core_met) return 2;
  return dice >= 0.3F || o.contained() >= 0.5F ? 1 : 0;
}

// The only word of a name beside its legal form; empty where there are several.
Text only_word(Items items, const Lexicon& lexicon) {
  Text word;
  for (const auto item : items) {
    if (item.part() == Part::form) continue;
    if (!word.empty() || item.is_han()) return {};
    word = lexicon.text(item);
  }
  return word;
}

// How well a word abbreviates others: its letters are the beginnings of words, in their order. Fillers may be passed over, and
// others at a price: the share of the words that have a letter. 1 where it is exactly their initials.
class Abbreviation {
 public:
  static constexpr std::size_t shortest = 2, longest = 8, most_words = 16;

  Abbreviation(Text word, Items items, const Lexicon& lexicon) : word_(word) {
    for (const auto item : items) {
      if (count_ == most_words) break;
      words_[count_] = lexicon.text(item);
      weighs_[count_++] = item.part() != Part::form;
    }
  }

  // From the last word to the first: the most words that the letters from each one on can stand for.
  float quality() const {
    constexpr float no = -1000, each_more = 0.1F;
    std::array<float, longest + 1> behind;
    behind.fill(no);
    behind[word_.size()] = 0;
    float content = 0;
    for (std::size_t word = count_; word-- > 0;) {
      const float worth = weighs_[word] ? 1.0F : 0;
      const auto begins = words_[word];
      content += worth;
      for (std::size_t letter = 0; letter < word_.size(); ++letter)
        for (std::size_t i = 0; letter + i < word_.size() && i < begins.size() && begins[i] == word_[letter + i]; ++i)
          behind[letter] = std::max(behind[letter], worth - each_more * static_cast<float>(i) + behind[letter + i + 1]);
    }
    return content >= 2 ? std::max(behind[0], 0.0F) / content : 0;
  }

  // All initials, in another order.
  bool is_shuffled() const {
    std::string initials, letters(word_);
    for (std::size_t i = 0; i < count_; ++i)
      if (weighs_[i]) initials += words_[i].front();
    std::sort(initials.begin(), initials.end()), std::sort(letters.begin(), letters.end());
    return letters.size() >= 3 && initials == letters;
  }

 private:
  Text word_;
  std::array<Text, most_words> words_{};
  std::array<bool, most_words> weighs_{};
  std::size_t count_ = 0;
};

// "bas" and "Bulgarian Academy of Sciences": bits of what agrees, or 0.
float bits_of_acronym(Items a, Items b, const Lexicon& lexicon) {
  constexpr float exact = 2, each_letter = 2, shuffled = 5, least = 0.5F;
  if (a.size() > b.size()) std::swap(a, b);
  const auto word = only_word(a, lexicon);
  if (word.size() < Abbreviation::shortest || word.size() > Abbreviation::longest) return 0;
  if (std::any_of(b.begin(), b.end(), [&](Item i) { return static_cast<unsigned char>(lexicon.text(i).front()) >= 0x80; })) return 0;
  const Abbreviation abbreviation(word, b, lexicon);
  const float quality = abbreviation.quality();
  if (quality >= least) return (exact + each_letter * static_cast<float>(word.size())) * quality;
  return abbreviation.is_shuffled() ? shuffled : 0;
}

// Short names begin where the brand begins, and 股份 in one points to 股份有限公司. Bits, to tell equals apart.
float alignment(Items a, Items b, const Overlap& o) {
  constexpr float begin_together = 1.5F, brand_equal = 1, form_shared = 1.2F, most_forms = 2, side_by_side = 0.7F, most_adjacent = 4;
  const auto core = [](Items items) { return std::find_if(items.begin(), items.end(), [](Item i) { return i.part() == Part::core; }); };
  const auto x = core(a), y = core(b);
  float out = x != a.end() && y != b.end() && x->term() == y->term() ? begin_together : 0;
  if (o.core_common > 0 && o.core_dice() >= 0.999F) out += brand_equal;
  float forms = 0;
  for (const auto i : a)
    if (i.part() == Part::form) forms += std::any_of(b.begin(), b.end(), [&](Item j) { return j == i; });
  return out + form_shared * std::min(forms, most_forms) + side_by_side * std::min(static_cast<float>(o.adjacent), most_adjacent);
}

// What a full name says beyond its short name: the rarer it is, the more other full names there might be. Companies limited by
// shares are called by a short name more than others; 股份有限公司 is the longest form. Log₂ odds.
float odds_of_rest(Items shorter, Items longer, const std::bitset<most_tokens>& matched, const Lexicon& lexicon) {
  constexpr float in_brand = 0.07F, in_trade = 0.04F, in_region = 0.08F, by_shares = 2.7F, otherwise = 0.3F;
  constexpr std::ptrdiff_t longest_form = 6;
  float out = 0;
  for (std::size_t i = 0; i < longer.size(); ++i) {
    const auto part = longer[i].part();
    const float share = part == Part::core ? in_brand : part == Part::trade ? in_trade : part == Part::region ? in_region : 0;
    if (!matched[i]) out -= share * lexicon.bits(longer[i]);
  }
  const auto forms_of = [](Items items) { return std::count_if(items.begin(), items.end(), [](Item i) { return i.part() == Part::form && i.is_han(); }); };
  if (forms_of(shorter) == 0 && longer.front().is_han()) out += forms_of(longer) >= longest_form ? by_shares : otherwise;
  return out;
}

// 有限公司 stands at the end, and not just 股份.
bool is_full_han_name(Items items) noexcept {
  constexpr std::ptrdiff_t shortest_form = 4;
  return std::count_if(items.begin(), items.end(), [](Item i) { return i.is_han() && i.part() == Part::form; }) >= shortest_form;
}

// The same legal form in both says the more the fewer have it; another one says a little against, since it changes, and one in one name alone nothing.
// Log₂ odds.
float odds_of_form(const Weighed& a, const Weighed& b, const Lexicon& lexicon) {
  constexpr float counts = 0.5F, most = 2, another = -1.5F;
  bool same = std::popcount(a.forms) == std::popcount(b.forms);
  float bits = 0;
  for (std::size_t i = 0; same && i < a.items.size(); ++i) {
    if ((a.forms >> i & 1) == 0) continue;
    same = std::find(b.items.begin(), b.items.end(), a.items[i]) != b.items.end();
    bits = std::max(bits, lexicon.bits(a.items[i]));
  }
  if (same) return std::min(counts * bits, most);
  return is_full_han_name(a.items) && is_full_han_name(b.items) ? another : 0;
}

bool differs_beside_the_brand(Items items, const std::bitset<most_tokens>& matched) noexcept {
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!matched[i] && items[i].part() != Part::core && items[i].part() != Part::form) return true;
  return false;
}

// Full names that differ in nothing but one slip in a brand of Han characters: one is wrong, missing, or in another's place. Short names leave out as much.
// Who types by sound mostly puts a character that sounds the same. Log₂ odds.
float odds_of_slip(Items a, Items b, const Overlap& o, const Lexicon& lexicon) {
  if (!is_full_han_name(a) || !is_full_han_name(b) || differs_beside_the_brand(a, o.matched_a) || differs_beside_the_brand(b, o.matched_b)) return 0;
  constexpr float likely = 2, by_sound = 5;
  constexpr std::size_t most = 8;
  std::array<Item, most> x{}, y{};
  const auto brand = [](Items items, std::array<Item, most>& out) {
    std::size_t count = 0;
    for (const auto item : items) {
      if (item.part() != Part::core) continue;
      if (!item.is_han() || count == most) return std::size_t{0};
      out[count++] = item;
    }
    return count;
  };
  const auto in_a = brand(a, x), in_b = brand(b, y);
  if (in_a == 0 || in_b == 0 || in_a + in_b < 3) return 0;
  const auto shorter = std::min(in_a, in_b), longer = std::max(in_a, in_b);
  if (longer - shorter > 1) return 0;
  std::size_t begin = 0, end = 0;
  while (begin < shorter && x[begin] == y[begin]) ++begin;
  while (end < shorter - begin && x[in_a - 1 - end] == y[in_b - 1 - end]) ++end;
  if (begin + end == longer) return 0;
  if (begin + end + 1 == longer) return in_a == in_b && sounds_alike(lexicon.text(x[begin]), lexicon.text(y[begin])) ? by_sound : likely;
  return in_a == in_b && begin + end + 2 == longer && x[begin] == y[begin + 1] && x[begin + 1] == y[begin] ? likely : 0;
}

constexpr float beside_the_brand = 0.04F;  // what counts of words that one name lacks, of any part

}  // namespace

Agreement compare_name(const Weighed& weighed_a, const Weighed& weighed_b, const Lexicon& lexicon) {
  const auto a = weighed_a.items, b = weighed_b.items;
  const auto o = overlap(weighed_a, weighed_b, lexicon);
  Agreement out{.compared = true, .degree = degree_of_name(weighed_a, weighed_b, o, lexicon)};
  out.other_brand = out.degree >= 2 && out.degree <= 4 && other_brands(a, b, o, lexicon);
  if (out.other_brand) out.degree = 1;
  const float acronym = out.degree < 3 ? bits_of_acronym(a, b, lexicon) : 0;
  if (acronym > 0) out.degree = 3, out.other_brand = false;
  const auto degree = out.degree;
  out.other_house = degree >= 1 && weighed_a.has_words && weighed_b.has_words && another_house(a, b, o, lexicon);
  if (acronym > 0) {
    out.bits = acronym;
    return out;
  }
  // A short name leaves out much of the full one, which says little against it.
  const float share = degree == 3 ? 0.02F : 0.05F, missing = share * (o.core_a + o.core_b - 2 * o.core_common) + beside_the_brand * (o.a + o.b - 2 * o.common);
  out.bits = o.common - std::max(missing, 0.0F);
  if (degree > 0) out.bits += alignment(a, b, o);
  if (degree >= 1 && degree < 5) out.rest = odds_of_form(weighed_a, weighed_b, lexicon) + odds_of_slip(a, b, o, lexicon);
  if (degree == 3) out.rest += o.a <= o.b ? odds_of_rest(a, b, o.matched_b, lexicon) : odds_of_rest(b, a, o.matched_a, lexicon);
  return out;
}

bool is_full_name(Items items, const Lexicon& lexicon) {
  return is_full_han_name(items) || std::any_of(items.begin(), items.end(), [&](Item i) { return !i.is_han() && i.part() == Part::form && is_legal_word(lexicon.text(i)); });
}

bool are_other_brands(const Weighed& a, const Weighed& b, const Lexicon& lexicon) { return other_brands(a.items, b.items, overlap(a, b, lexicon), lexicon); }

}  // namespace guanxi::match
