#include "match/normalize/vocabulary.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace guanxi::match {

namespace {

// Lists are written as one text, its words in order and with a blank behind each: where each begins is known to the compiler.
template <std::size_t size>
consteval std::size_t count_words(const char (&list)[size]) {
  return static_cast<std::size_t>(std::count(list, list + size, ' '));
}

template <std::size_t words>
class SortedWords {
 public:
  template <std::size_t size>
  consteval explicit SortedWords(const char (&list)[size]) : list_(list) {
    static_assert(size < 0x10000);
    std::size_t word = 0;
    for (std::size_t i = 0; i + 1 < size; ++i)
      if (list[i] == ' ') begins_[++word] = static_cast<std::uint16_t>(i + 1);
  }

  bool has(std::string_view text) const noexcept {
    const auto at = behind(text);
    return at > 0 && word(at - 1) == text;
  }

  // The length of the longest word that `text` begins with: it stands before where the text would, or what it has in common
  // with the word there is looked up in its place.
  std::size_t longest_prefix(std::string_view text) const noexcept {
    for (auto at = behind(text); at > 0; at = behind(text)) {
      const auto before = word(at - 1);
      const auto shared = static_cast<std::size_t>(std::mismatch(text.begin(), text.end(), before.begin(), before.end()).first - text.begin());
      if (shared == before.size()) return shared;
      text = text.substr(0, shared);
    }
    return 0;
  }

 private:
  std::string_view word(std::size_t i) const noexcept { return {list_ + begins_[i], begins_[i + 1] - begins_[i] - std::size_t{1}}; }

  // How many words stand before the text or are equal to it.
  std::size_t behind(std::string_view text) const noexcept {
    std::size_t low = 0, high = words;
    while (low < high) {
      const auto middle = low + (high - low) / 2;
      if (word(middle) <= text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  const char* list_;
  std::array<std::uint16_t, words + 1> begins_{};
};

template <std::size_t n>
std::size_t longest_suffix(const std::string_view (&endings)[n], std::string_view text) noexcept {
  std::size_t best = 0;
  for (const auto ending : endings)
    if (ending.size() > best && text.ends_with(ending)) best = ending.size();
  return best;
}

constexpr char region_list[] =
#include "match/normalize/regions.inc"
    ;
constexpr char trade_list[] =
#include "match/normalize/trades.inc"
    ;
constexpr SortedWords<count_words(region_list)> regions(region_list);
constexpr SortedWords<count_words(trade_list)> trades(trade_list);

constexpr std::string_view legal_words =
    "ab ad aeie ag akcionarsko akciova akcyjna aktiebolag aktiengesellschaft anonim anonima anonyme aps as asa azioni bhd bv bvba ccc cia cic co compagnia compagnie companhia compania company corp corporation "
    "cv da dd doo dooel eeig eg eirl ek ev eurl gaisha gesellschaft gesmbh gie ggmbh gk gmbh gongsi gufen hf inc incorporated jsc kaisha kabushiki "
    "kabushikigaisha kabushikikaisha kb kda kft kg kgaa kk ks lda llc llp lp ltd ltda limitada limited limitee ltee mbh naamloze nv nyrt oao ohg ojsc "
    "ood ooo osakeyhtio oy oyj pao pjsc plc pllc pt pte pty pvt sa sab sapi sarl sas sasu sca scs scrl sdn se sicav sl slu snc spa "
    "spj spk spzoo sprl srl srls sro tbk ug vennootschap vof youxian zao zrt ";

constexpr std::string_view group_words = "groep group grp gruppe gruppen groupe grupo gruppo holding holdings international jituan koncern konsern konzern worldwide global ";

constexpr std::string_view fillers =
    "a al all alla alle an and at au aux da das de degli del dell della delle dello den der des di die do dos du e ed el em en et for fuer fur gli i il im in la las "
    "le les lo los och oder of on og op par per pour studi sur the und van voor vom von w y z zu zum zur ";

// What kind of house it is: said or left out, but two kinds under one roof are two houses.
constexpr std::string_view outlets =
    "bakery bar bistro brasserie cafe canteen dining diner grill inn kiosk lounge pizzeria pub shop spa store tavern trattoria ";

// Which word another one stands for; the rows name the word that is kept, and behind it those that mean it.
struct Meaning {
  std::string_view word;
  std::uint64_t beginning = 0;  // eight letters as a number: compilers count the steps of comparing texts
  std::uint16_t row = 0, at = 0;
};
constexpr std::string_view meaning_rows[]{
#include "match/normalize/meanings.inc"
};

constexpr std::uint64_t beginning_of(std::string_view word) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < 8; ++i) out = out << 8 | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0U);
  return out;
}

template <class Use>
constexpr void each_meaning(Use use) {
  for (std::uint16_t number = 0; number < std::size(meaning_rows); ++number) {
    const auto row = meaning_rows[number];
    for (std::size_t at = row.find(' ') + 1; at < row.size();) {
      const auto end = std::min(row.find(' ', at), row.size());
      const auto word = row.substr(at, end - at);
      use(Meaning{word, beginning_of(word), number, static_cast<std::uint16_t>(at)});
      at = end + 1;
    }
  }
}

consteval std::size_t count_meanings() {
  std::size_t count = 0;
  each_meaning([&](const Meaning&) { ++count; });
  return count;
}

consteval std::array<Meaning, count_meanings()> sorted_meanings() {
  std::array<Meaning, count_meanings()> out;
  std::size_t count = 0;
  each_meaning([&](const Meaning& meaning) { out[count++] = meaning; });
  std::ranges::sort(out, [](const Meaning& a, const Meaning& b) { return a.beginning != b.beginning ? a.beginning < b.beginning : a.word < b.word; });
  return out;
}

// Where a word stands among the rows: six bytes a word, where texts would take forty.
struct WordPlace {
  std::uint16_t row = 0, at = 0, size = 0;
  constexpr std::string_view word() const noexcept { return meaning_rows[row].substr(at, size); }
  constexpr std::string_view means() const noexcept { return meaning_rows[row].substr(0, meaning_rows[row].find(' ')); }
};

consteval std::array<WordPlace, count_meanings()> places_of_meanings() {
  const auto sorted = sorted_meanings();
  std::array<WordPlace, count_meanings()> out;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (i > 0 && sorted[i].beginning == sorted[i - 1].beginning && sorted[i].word == sorted[i - 1].word) throw "a word means one thing";
    out[i] = {sorted[i].row, sorted[i].at, static_cast<std::uint16_t>(sorted[i].word.size())};
  }
  return out;
}
constexpr auto meanings = places_of_meanings();

constexpr char place_list[] =
#include "match/normalize/places.inc"
    ;
constexpr SortedWords<count_words(place_list)> places(place_list);
constexpr char business_list[] =
#include "match/normalize/businesses.inc"
    ;
constexpr SortedWords<count_words(business_list)> businesses(business_list);

bool in_words(std::string_view list, std::string_view word) noexcept {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ';
    if (begins && list.substr(at + word.size()).starts_with(' ')) return !word.empty();
  }
  return false;
}

constexpr std::string_view legal_endings[]{
    "股份有限公司", "有限责任公司", "有限公司", "有限责任", "股份公司", "责任公司", "总公司", "公司", "股份", "有限合伙", "普通合伙",
    "合伙企业", "特殊普通合伙", "个体工商户", "个人独资企业", "经营部", "批发部", "经销部", "服务部", "商行", "总厂", "厂", "工作室", "事务所", "合作社", "农民专业合作社", "股份合作公司",
    "株式会社", "有限会社", "合同会社", "财团法人", "社团法人",
};

constexpr std::string_view branch_endings[]{
    "分公司", "支公司", "子公司", "分行", "支行", "分理处", "分店", "分部", "分院", "分校", "分所", "分社", "分厂", "办事处", "营业部", "营业所",
    "代表处", "门市部", "专卖店", "营业厅", "网点", "项目部", "分中心",
};

}  // namespace

std::size_t region_prefix(std::string_view han) noexcept { return regions.longest_prefix(han); }
bool is_trade(std::string_view han) noexcept { return trades.has(han); }
bool is_place_word(std::string_view word) noexcept { return places.has(word); }
bool names_a_business(std::string_view word) noexcept { return businesses.has(word) || places.has(word); }
bool is_legal_word(std::string_view word) noexcept { return in_words(legal_words, word); }
bool is_group_word(std::string_view word) noexcept { return in_words(group_words, word); }
bool is_outlet(std::string_view word) noexcept { return in_words(outlets, word); }
bool is_filler(std::string_view word) noexcept { return in_words(fillers, word); }

std::string_view common_word(std::string_view word) noexcept {
  const auto found = std::ranges::lower_bound(meanings, word, {}, &WordPlace::word);
  return found != meanings.end() && found->word() == word ? found->means() : word;
}

std::size_t legal_form_suffix(std::string_view han) noexcept { return longest_suffix(legal_endings, han); }
std::size_t branch_suffix(std::string_view han) noexcept { return longest_suffix(branch_endings, han); }

}  // namespace guanxi::match
