#include "match/score/compare.h"

#include <algorithm>

#include "base/text/utf8.h"
#include "guanxi/text.h"
#include "match/normalize/vocabulary.h"
#include "match/score/edit.h"

namespace guanxi::match {

namespace {

using Text = std::string_view;
using Measure = std::uint8_t (*)(Text, Text) noexcept;

std::uint8_t personal(Text a, Text b) noexcept {
  if (within(a, b, a.size() + b.size() >= 18 ? 2 : 1) && std::min(a.size(), b.size()) >= 3) return 2;
  const bool initial = (a.size() == 1 || b.size() == 1) && a.front() == b.front();
  const bool beginning = std::min(a.size(), b.size()) >= 3 && (a.starts_with(b) || b.starts_with(a));
  return initial || beginning || jaro_winkler(a, b) >= 0.84 ? 1 : 0;
}

std::uint8_t number(Text a, Text b) noexcept {
  const auto shorter = std::min(a.size(), b.size());
  if (shorter < 5) return 0;
  const auto d = distance(a, b, 2);
  return d <= 1 ? 2 : d == 2 && shorter >= 7 ? 1 : 0;
}

std::uint8_t phone(Text a, Text b) noexcept {
  constexpr std::size_t tail = 7;
  const auto last = [](Text s) { return s.size() > tail ? s.substr(s.size() - tail) : s; };
  if (last(a) == last(b)) return 2;
  return within(a, b, 1) ? 1 : 0;
}

// "user100003" and "user100103": numbered mailboxes of one provider.
bool numbered_apart(Text a, Text b) noexcept {
  constexpr std::size_t long_number = 4;
  const auto head = [](Text s) { return s.substr(0, s.find_last_not_of("0123456789") + 1); };
  const auto x = head(a), y = head(b);
  return x == y && a != b && a.size() - x.size() >= long_number && b.size() - y.size() >= long_number;
}

std::uint8_t email(Text a, Text b) noexcept {
  const auto at_a = a.find('@'), at_b = b.find('@');
  if (at_a == Text::npos || at_b == Text::npos) return 0;
  if (within(a, b, 3) && !numbered_apart(a.substr(0, at_a), b.substr(0, at_b))) return 2;
  const bool same_local = at_a >= 5 && a.substr(0, at_a) == b.substr(0, at_b);
  return same_local || a.substr(at_a) == b.substr(at_b) ? 1 : 0;
}

std::uint8_t date(Text a, Text b) noexcept {
  if (a.size() != 8 || b.size() != 8) return a.size() >= 4 && within(a, b, 1) ? 1 : 0;
  const bool swapped = a.substr(0, 4) == b.substr(0, 4) && a.substr(4, 2) == b.substr(6, 2) && a.substr(6, 2) == b.substr(4, 2);
  const auto d = distance(a, b, 2);
  if (d <= 1 || swapped) return 2;
  const int equal = (a.substr(0, 4) == b.substr(0, 4)) + (a.substr(4, 2) == b.substr(4, 2)) + (a.substr(6, 2) == b.substr(6, 2));
  return d == 2 || equal == 2 ? 1 : 0;
}

std::uint8_t place(Text a, Text b) noexcept {
  const auto longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
  if (shorter >= 4 && (a.find(b) != Text::npos || b.find(a) != Text::npos)) return 1;
  return shorter >= 3 && within(a, b, std::max<std::size_t>(longer / 3, 1)) ? 1 : 0;
}

std::uint8_t house(Text a, Text b) noexcept {
  const bool part = a.starts_with(b) || b.starts_with(a);
  return part || (std::min(a.size(), b.size()) >= 2 && within(a, b, 1)) ? 1 : 0;
}

std::uint8_t never(Text, Text) noexcept { return 0; }

// The measure of different values of a role that is one token, and its degree of equality.
struct Rule {
  Measure measure;
  std::uint8_t equal;
};

Rule rule_of(Role role) noexcept {
  switch (role) {
    case Role::given_name:
    case Role::family_name: return {personal, 3};
    case Role::tax_id:
    case Role::identifier: return {number, 3};
    case Role::phone: return {phone, 3};
    case Role::email: return {email, 3};
    case Role::date: return {date, 3};
    case Role::city:
    case Role::region: return {place, 2};
    case Role::house_number:
    case Role::postcode: return {house, 2};
    default: return {never, 1};
  }
}

// The best of all pairs of values: a company may have several telephones.
Agreement compare_tokens(Role role, Items a, Items b, const Lexicon& lexicon) {
  const auto rule = rule_of(role);
  Agreement out{.compared = true};
  for (const auto x : a)
    for (const auto y : b) {
      if (x.term() == y.term()) {
        const auto all = lexicon.occurrences(x);
        const auto others = all > 2 ? all - 2 : 0;
        if (out.degree < rule.equal || others < out.others) out = {.compared = true, .degree = rule.equal, .others = others};
      } else if (out.degree < rule.equal) {
        out.degree = std::max(out.degree, rule.measure(lexicon.text(x), lexicon.text(y)));
      }
    }
  return out;
}

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

std::uint8_t degree_of_name(Items a, Items b, const Overlap& o, const Lexicon& lexicon) {
  if (o.all_equal) return 6;
  const float dice = o.dice();
  const bool western = !a.front().is_han() && !b.front().is_han();  // whose words change places: "University of Palermo"
  if (dice >= 0.999F && (o.same_order || western)) return 5;
  if (joined_equal(a, b, o, lexicon)) return 5;
  if (dice >= 0.82F && !another_brand(a, b, o, lexicon)) return 4;
  if (o.contained() >= 0.8F && o.core_met && !another_brand(a, b, o, lexicon) && !only_nearly(a, b, o) && !each_says_more(a, b, o)) return 3;
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
bool is_full_name(Items items) noexcept {
  constexpr std::ptrdiff_t shortest_form = 4;
  return std::count_if(items.begin(), items.end(), [](Item i) { return i.is_han() && i.part() == Part::form; }) >= shortest_form;
}

// The same legal form in both says the more the fewer have it; another one says a little against, since it changes, and one in one name alone nothing.
// Log₂ odds.
float odds_of_form(Items a, Items b, const Lexicon& lexicon) {
  constexpr float counts = 0.5F, most = 2, another = -1.5F;
  const auto is_form = [&](Item i) { return i.is_han() ? i.part() == Part::form || i.part() == Part::group : i.part() == Part::form && is_legal_word(lexicon.text(i)); };
  const auto forms_a = std::count_if(a.begin(), a.end(), is_form), forms_b = std::count_if(b.begin(), b.end(), is_form);
  const bool full = is_full_name(a) && is_full_name(b);
  float bits = 0;
  for (const auto i : a) {
    if (!is_form(i)) continue;
    if (std::find(b.begin(), b.end(), i) == b.end()) return full ? another : 0;
    bits = std::max(bits, lexicon.bits(i));
  }
  if (forms_a == forms_b) return std::min(counts * bits, most);
  return full ? another : 0;
}

bool differs_beside_the_brand(Items items, const std::bitset<most_tokens>& matched) noexcept {
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!matched[i] && items[i].part() != Part::core && items[i].part() != Part::form) return true;
  return false;
}

// Full names that differ in nothing but one slip in a brand of Han characters: one is wrong, missing, or in another's place. Short names leave out as much. Log₂ odds.
float odds_of_slip(Items a, Items b, const Overlap& o) {
  if (!is_full_name(a) || !is_full_name(b) || differs_beside_the_brand(a, o.matched_a) || differs_beside_the_brand(b, o.matched_b)) return 0;
  constexpr float likely = 2;
  constexpr std::size_t most = 8;
  std::array<TermId, most> x{}, y{};
  const auto brand = [](Items items, std::array<TermId, most>& out) {
    std::size_t count = 0;
    for (const auto item : items) {
      if (item.part() != Part::core) continue;
      if (!item.is_han() || count == most) return std::size_t{0};
      out[count++] = item.term();
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
  if (begin + end + 1 == longer) return likely;
  return in_a == in_b && begin + end + 2 == longer && x[begin] == y[begin + 1] && x[begin + 1] == y[begin] ? likely : 0;
}

constexpr float beside_the_brand = 0.04F;  // what counts of words that one name lacks, of any part

// How much two names agree, before anything tells equals apart.
struct Likeness {
  Overlap o;
  std::uint8_t degree = 0;
  bool other_brand = false;
  float acronym = 0;  // bits
};

Likeness likeness_of(Items a, Items b, const Lexicon& lexicon) {
  Likeness out{.o = overlap(a, b, lexicon)};
  out.degree = degree_of_name(a, b, out.o, lexicon);
  out.other_brand = out.degree >= 2 && out.degree <= 4 && other_brands(a, b, out.o, lexicon);
  if (out.other_brand) out.degree = 1;
  if (out.degree < 3) out.acronym = bits_of_acronym(a, b, lexicon);
  if (out.acronym > 0) out.degree = 3, out.other_brand = false;
  return out;
}

Agreement compare_name(Items a, Items b, const Lexicon& lexicon) {
  const auto [o, degree, other_brand, acronym] = likeness_of(a, b, lexicon);
  // A short name leaves out much of the full one, which says little against it.
  const float share = degree == 3 ? 0.02F : 0.05F, missing = share * (o.core_a + o.core_b - 2 * o.core_common) + beside_the_brand * (o.a + o.b - 2 * o.common);
  Agreement out{.compared = true, .other_brand = other_brand, .degree = degree, .bits = o.common - std::max(missing, 0.0F)};
  out.other_house = degree >= 1 && another_house(a, b, o, lexicon);
  if (acronym > 0) {
    out.bits = acronym;
    return out;
  }
  if (degree > 0) out.bits += alignment(a, b, o);
  if (degree >= 1 && degree < 5) out.rest = odds_of_form(a, b, lexicon) + odds_of_slip(a, b, o);
  if (degree == 3) out.rest += o.a <= o.b ? odds_of_rest(a, b, o.matched_b, lexicon) : odds_of_rest(b, a, o.matched_a, lexicon);
  return out;
}

Items numbers_in(Items items, std::array<Item, 4>& room) {
  std::size_t count = 0;
  for (const auto item : items)
    if (item.part() == Part::number && count < room.size()) room[count++] = item;
  return Items(room).first(count);
}

enum class Houses { unknown, differ, equal };

Houses compare_houses(Items a, Items b) {
  std::array<Item, 4> room_a, room_b;
  const auto x = numbers_in(a, room_a), y = numbers_in(b, room_b);
  if (x.empty() || y.empty()) return Houses::unknown;
  const bool shared = std::any_of(x.begin(), x.end(), [&](Item i) { return std::any_of(y.begin(), y.end(), [&](Item j) { return i.term() == j.term(); }); });
  return shared ? Houses::equal : Houses::differ;
}

Agreement compare_addresses(Items a, Items b, const Lexicon& lexicon) {
  const auto o = overlap(a, b, lexicon);
  const float street = o.core_dice(), part = std::min(o.core_a, o.core_b) > 0 ? o.core_common / std::min(o.core_a, o.core_b) : 0;
  Agreement out{.compared = true, .bits = o.common};
  const auto houses = compare_houses(a, b);
  if (houses == Houses::equal) {
    out.degree = o.all_equal || (street >= 0.999F && o.core_common > 0) ? 5 : street >= 0.7F || part >= 0.9F ? 4 : street >= 0.4F || part >= 0.5F ? 3 : 0;
  } else if (houses == Houses::unknown) {
    out.degree = o.all_equal || street >= 0.999F ? 5 : street >= 0.75F ? 4 : street >= 0.5F || part >= 0.9F ? 2 : street >= 0.25F ? 1 : 0;
  } else {
    out.degree = street >= 0.5F || part >= 0.9F ? 1 : 0;
    out.elsewhere = out.degree == 0;
  }
  return out;
}

Agreement compare_words(Role role, Items a, Items b, const Lexicon& lexicon) {
  const auto o = overlap(a, b, lexicon);
  const bool person = role == Role::person_name;
  const std::uint8_t equal = person ? 3 : 2;
  std::uint8_t degree = 0;
  if (o.all_equal || (person && o.dice() >= 0.999F)) degree = equal;
  else if (o.dice() >= 0.7F) degree = person ? 2 : 1;
  else if (o.dice() >= 0.4F) degree = 1;
  return {.compared = true, .degree = degree, .bits = o.common};
}

Agreement compare_field(Role role, Items a, Items b, const Lexicon& lexicon) {
  if (a.empty() || b.empty()) return {};
  switch (role) {
    case Role::organisation_name:
    case Role::other_name: return compare_name(a, b, lexicon);
    case Role::address:
    case Role::street: return compare_addresses(a, b, lexicon);
    case Role::person_name:
    case Role::category: return compare_words(role, a, b, lexicon);
    default: return compare_tokens(role, a, b, lexicon);
  }
}

std::size_t field_with(std::span<const FieldRule> fields, Role role) noexcept {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const FieldRule& f) { return f.role == role; });
  return static_cast<std::size_t>(found - fields.begin());
}

// Given and family name change places: what agrees crosswise counts as nearly equal.
void try_swapped(std::span<const FieldRule> fields, const RecordView& a, const RecordView& b, const Lexicon& lexicon, Comparison& out) {
  const auto given = field_with(fields, Role::given_name), family = field_with(fields, Role::family_name);
  if (given == fields.size() || family == fields.size()) return;
  auto &g = out.fields[given], &f = out.fields[family];
  if (g.degree >= 2 || f.degree >= 2) return;
  const auto x = compare_field(Role::given_name, a.field(given), b.field(family), lexicon);
  const auto y = compare_field(Role::family_name, a.field(family), b.field(given), lexicon);
  const auto fits = [](const Agreement& z) { return !z.compared || z.degree >= 2; };
  if ((!x.compared && !y.compared) || !fits(x) || !fits(y)) return;
  const auto take = [](Agreement& into, const Agreement& from) { into = {.compared = from.compared, .degree = std::min<std::uint8_t>(from.degree, 2)}; };
  take(g, x), take(f, y);
}

// Of names that have little in common, which matters where neighbours might be taken for one.
void look_at_brands(std::span<const FieldRule> fields, const RecordView& a, const RecordView& b, const Lexicon& lexicon, Comparison& out) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    auto& agreement = out.fields[i];
    if (!is_name(fields[i].role) || !agreement.compared || agreement.degree > 1 || agreement.other_brand) continue;
    agreement.other_brand = agreement.degree == 0 || other_brands(a.field(i), b.field(i), overlap(a.field(i), b.field(i), lexicon), lexicon);
  }
}

void compare_others(std::span<const FieldRule> fields, const RecordView& a, const RecordView& b, const Lexicon& lexicon, Comparison& out) {
  bool neighbours = false;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (is_name(fields[i].role)) continue;
    out.fields[i] = compare_field(fields[i].role, a.field(i), b.field(i), lexicon);
    neighbours = neighbours || (out.fields[i].degree > 0 && (fields[i].role == Role::address || fields[i].role == Role::street));
  }
  if (neighbours) look_at_brands(fields, a, b, lexicon, out);
  try_swapped(fields, a, b, lexicon, out);
}

}  // namespace

bool are_other_brands(std::span<const FieldRule> fields, const Comparison& comparison) noexcept {
  bool compared = false;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!is_name(fields[i].role) || !comparison.fields[i].compared) continue;
    if (!comparison.fields[i].other_brand) return false;
    compared = true;
  }
  return compared;
}

bool are_strangers(std::span<const FieldRule> fields, const RecordView& a, const RecordView& b, const Lexicon& lexicon) {
  bool compared = false;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!is_name(fields[i].role) || a.field(i).empty() || b.field(i).empty()) continue;
    if (likeness_of(a.field(i), b.field(i), lexicon).degree > (fields[i].role == Role::other_name ? 2 : 1)) return false;
    compared = true;
  }
  return compared;
}

Comparison compare(std::span<const FieldRule> fields, const RecordView& a, const RecordView& b, const Lexicon& lexicon) {
  Comparison out;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (is_name(fields[i].role)) out.fields[i] = compare_field(fields[i].role, a.field(i), b.field(i), lexicon);
  compare_others(fields, a, b, lexicon, out);
  return out;
}

}  // namespace guanxi::match
