#include "match/normalize/vocabulary.h"

#include <algorithm>
#include <array>

namespace guanxi::match {

namespace {

// Lists are written as one text, its words in order and parted by blanks: a word is sought where it would stand.
bool in_sorted(std::string_view list, std::string_view word) noexcept {
  if (word.empty() || word.find(' ') != std::string_view::npos) return false;
  std::size_t low = 0, high = list.size();
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    const auto blank = middle == 0 ? std::string_view::npos : list.rfind(' ', middle - 1);
    const auto begin = blank == std::string_view::npos || blank < low ? low : blank + 1;
    const auto end = std::min(list.find(' ', begin), list.size());
    const auto order = word.compare(list.substr(begin, end - begin));
    if (order == 0) return true;
    if (order < 0)
      high = begin;
    else
      low = end + 1;
  }
  return false;
}

template <std::size_t n>
std::size_t longest_suffix(const std::string_view (&endings)[n], std::string_view text) noexcept {
  std::size_t best = 0;
  for (const auto ending : endings)
    if (ending.size() > best && text.ends_with(ending)) best = ending.size();
  return best;
}

constexpr std::string_view regions =
#include "match/normalize/regions.inc"
    ;

constexpr std::string_view trades =
#include "match/normalize/trades.inc"
    ;

constexpr std::string_view legal_words =
    "ab ad aeie ag aktiebolag aktiengesellschaft anonim aps as asa bhd bv bvba ccc cia cic co company corp corporation "
    "cv da dd doo dooel eeig eg eirl ek ev eurl gaisha gesellschaft gesmbh gie ggmbh gk gmbh hf inc incorporated jsc kaisha kabushiki "
    "kabushikigaisha kabushikikaisha kb kda kft kg kgaa kk ks lda llc llp lp ltd ltda limitada limited mbh nv nyrt oao ohg ojsc "
    "ood ooo oy oyj pao pjsc plc pllc pt pte pty pvt sa sab sapi sarl sas sasu sca scs scrl sdn se sicav sl slu snc spa "
    "spj spk spzoo sprl srl srls sro tbk ug vof zao zrt ";

constexpr std::string_view group_words = "group grp gruppe groupe grupo gruppo holding holdings international worldwide global ";

constexpr std::string_view fillers = "a an and at da das de del della den der des di die do dos du e el et for i il in la las le les lo los of on the und van von y ";

struct Translated {
  std::string_view word, to;  // words framed by blanks
};
constexpr Translated translations[]{
    {" universidad universidade universita universitas universitat universitaet universite universiteit universitet universitetet univ uni ", "university"},
    {" institut instituto instituut istituto inst instytut institutet ", "institute"},
    {" faculdade facultad faculte facolta fakultat fakultet fac ", "faculty"},
    {" academie accademia academia akademie akademi akademia acad ", "academy"},
    {" bibliotheque biblioteca bibliothek bibliotek ", "library"},
    {" laboratoire laboratorio laboratorium labs lab laboratories ", "laboratory"},
    {" centre centro zentrum centrum centrul ctr ", "center"},
    {" banca banco banque banka banken bancorp ", "bank"},
    {" musee museo ", "museum"}, {" hopital ospedale krankenhaus ", "hospital"}, {" ecole escuela scuola escola schule ", "school"},
    {" departamento departement dipartimento dept ", "department"}, {" sciences ", "science"}, {" airline airways airlines ", "airlines"},
    {" mfg mfr ", "manufacturing"}, {" intl int ", "international"}, {" assn assoc ", "association"}, {" svcs svc service ", "services"},
    {" tech technologies ", "technology"}, {" natl nat nationale nacional nazionale ", "national"}, {" rwy rail ", "railway"}, {" bros ", "brothers"},
    {" deutschland allemagne alemania german ", "germany"}, {" espana espanola spanish ", "spain"}, {" italia italiana italian ", "italy"}, {" norge norsk ", "norway"},
    {" sverige svenska svensk swedish ", "sweden"}, {" danmark dansk danske ", "denmark"}, {" suomi finnish ", "finland"}, {" osterreich austrian ", "austria"},
    {" schweiz suisse svizzera schweizerische swiss ", "switzerland"}, {" nederland nederlandse dutch ", "netherlands"}, {" polska polish ", "poland"},
    {" brasil ", "brazil"}, {" turkiye turk ", "turkey"}, {" cesko ceske ceska czech ", "czechia"}, {" magyar ", "hungary"}, {" romana ", "romania"},
    {" mftg ", "manufacturing"}, {" deli ", "delicatessen"}, {" st saint ", "saint"}, {" ctrs centers centres ", "center"}, {" childrens ", "children"},
};

constexpr std::string_view places =
#include "match/normalize/places.inc"
    ;

bool in_words(std::string_view list, std::string_view word) noexcept {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ';
    if (begins && list.substr(at + word.size()).starts_with(' ')) return !word.empty();
  }
  return false;
}

constexpr std::string_view legal_endings[]{
    "股份有限公司", "有限责任公司", "有限公司", "有限责任", "股份公司", "责任公司", "总公司", "公司", "股份", "有限合伙", "普通合伙",
    "合伙企业", "特殊普通合伙", "个体工商户", "个人独资企业", "经营部", "工作室", "事务所", "合作社", "农民专业合作社", "股份合作公司",
    "株式会社", "有限会社", "合同会社", "财团法人", "社团法人",
};

constexpr std::string_view branch_endings[]{
    "分公司", "支公司", "子公司", "分行", "支行", "分理处", "分店", "分部", "分院", "分校", "分所", "分社", "分厂", "办事处", "营业部", "营业所",
    "代表处", "门市部", "专卖店", "营业厅", "网点", "项目部", "分中心",
};

}  // namespace

bool is_region(std::string_view han) noexcept { return in_sorted(regions, han); }
bool is_trade(std::string_view han) noexcept { return in_sorted(trades, han); }
bool is_place_word(std::string_view word) noexcept { return in_sorted(places, word); }
bool is_legal_word(std::string_view word) noexcept { return in_words(legal_words, word); }
bool is_group_word(std::string_view word) noexcept { return in_words(group_words, word); }
bool is_filler(std::string_view word) noexcept { return in_words(fillers, word); }

std::string_view common_word(std::string_view word) noexcept {
  for (const auto& [words, to] : translations)
    if (in_words(words, word)) return to;
  return word;
}

std::size_t legal_form_suffix(std::string_view han) noexcept { return longest_suffix(legal_endings, han); }
std::size_t branch_suffix(std::string_view han) noexcept { return longest_suffix(branch_endings, han); }

}  // namespace guanxi::match
