#include "match/accounts.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "guanxi/text.h"

namespace guanxi::bench {

namespace {

constexpr std::string_view brand_characters =
    "华中新天海金东大安科信德恒美联宏星盛泰丰达瑞源兴和通力江龙方北南西山凯正明阳光佳亚博世嘉富宝永康顺鑫润隆利诚创鼎昌远飞智云景万元格尔特思维奥捷迈锐腾百邦"
    "广益众合一优品成长生卓越高科汇聚立本仁义礼乐文章书画春夏秋冬日月风雨雷电水火木土石玉珠翠青红蓝白黑紫银铜铁钢松柏竹梅兰菊荷莲桂枫杨柳桃李杏梨橙茶米麦禾谷豆"
    "鹏鹤凤燕雁鹰鸿鸥虎豹狮象马牛羊鹿熊鱼鲸贝蓉蒙藏川渝湘粤赣闽浙苏沪京津冀鲁豫晋陕甘宁桥路城市州港湾洲岛湖河溪泉井峰岭岩谷原野林森园圃亭阁楼台宫殿堂院府舍"
    "同心协进取升腾跃奔骏驰骋翔宇宙空航帆舟船舰锚舵渡津岸滨港浦汉唐宋元明清秦楚齐赵魏韩燕吴越蜀晟昊旭昕晨曦晓朝暮霞虹霓岚峻峥嵘巍巨硕茂荣繁昌炽烨煜炜炫焕灿辉耀"
    "伟雄豪杰英俊哲贤达睿智慧敏捷锋利铭鉴镜钧钰锦绣绮丽雅韵诗琴棋歌舞彩虹霖沐浩瀚淼渊深湛澄澈清净洁皓皎璐琪瑶琳琅瑾瑜璟珩珂玥玲珑佩环佑祥福禄寿喜庆吉禧祺祯瑞"
    "谦恭俭让忠孝节廉勤奋勇毅刚强健壮实诺言语论策谋略计划规范典则律法度衡量权术艺技工匠造制作坊厂矿冶炼铸锻焊塑料纤维丝绸棉麻布衣裳鞋帽袜带链环扣钮针线缝纫织染"
    "印刷纸张笔墨砚尺圆方点面体形状态势能量质素材器具械机电磁声波频谱码数字符号图像视听感知觉悟理解析综合归纳演绎推导引领航标志徽章旗帜鼓号角笛箫琵琶";

constexpr std::array<std::string_view, 40> regions{"上海", "北京", "深圳", "广州", "杭州", "南京", "苏州", "成都", "武汉", "天津", "重庆", "西安", "青岛", "宁波",
                                                   "无锡", "长沙", "郑州", "济南", "合肥", "福州", "厦门", "东莞", "佛山", "常州", "大连", "沈阳", "昆明", "南昌",
                                                   "温州", "嘉兴", "江苏", "浙江", "广东", "山东", "四川", "湖北", "福建", "河北", "安徽", "湖南"};
constexpr std::array<std::string_view, 48> trades{"科技",     "贸易",   "网络科技", "信息技术", "机械",     "电子科技", "建筑工程", "食品",     "物流",   "装饰工程", "商贸",     "环保科技",
                                                  "文化传媒", "医疗器械", "实业",     "服饰",     "生物科技", "软件",     "新材料",   "自动化设备", "包装",   "化工",     "餐饮管理", "企业管理咨询",
                                                  "进出口",   "投资管理", "五金",     "塑料",     "电气",     "汽车零部件", "纺织",   "家具",     "农业发展", "广告",     "房地产开发", "能源",
                                                  "药业",     "智能科技", "供应链管理", "照明",   "仪器",     "印刷",     "旅游",     "教育咨询", "金属制品", "电子商务", "半导体",   "精密机械"};
constexpr std::array<std::string_view, 4> forms{"有限公司", "股份有限公司", "有限责任公司", "集团有限公司"};

constexpr std::array<std::string_view, 24> western_trades{"Software", "Logistics", "Systems",  "Foods",    "Engineering", "Textiles", "Consulting",   "Electronics",
                                                          "Trading",  "Medical",   "Energy",   "Machinery", "Packaging",  "Design",   "Chemicals",    "Automation",
                                                          "Partners", "Labs",      "Networks", "Materials", "Solutions",  "Marine",   "Construction", "Instruments"};
constexpr std::array<std::string_view, 10> western_forms{"Ltd", "GmbH", "Inc.", "LLC", "S.A.", "AG", "B.V.", "Co., Ltd.", "Corp.", "S.p.A."};
constexpr std::array<std::string_view, 8> western_regions{"", "", "", "", "Europe", "Asia", "Deutschland", "UK"};
constexpr std::string_view onsets[]{"b", "br", "c", "cl", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "w", "z"};
constexpr std::string_view vowels[]{"a", "e", "i", "o", "u", "ai", "ea", "io"};
constexpr std::string_view codas[]{"", "", "n", "r", "x", "l", "s", "m", "rd", "nt"};

std::vector<std::string> characters(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    text::next(text, at);
    out.emplace_back(text.substr(begin, at - begin));
  }
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out += part;
  return out;
}

template <class List>
std::string other_than(const List& list, const std::string& one, std::size_t pick) {
  const auto& chosen = list[pick % list.size()];
  return std::string(chosen == one ? list[(pick + 1) % list.size()] : chosen);
}

}  // namespace

std::string_view name_of(Corruption kind) noexcept {
  constexpr std::array<std::string_view, corruptions> names{"as it is",     "a wrong letter", "a letter missing", "letters swapped", "homophone", "traditional characters", "another legal form", "no legal form",
                                                            "no region",    "region moved",   "short name",       "no trade",        "spelling",  "two slips"};
  return names[static_cast<std::size_t>(kind)];
}

std::string Account::name() const {
  if (chinese) return region + brand + trade + form;
  std::string out = brand + " " + trade;
  if (!region.empty()) out += " " + region;
  return out + " " + form;
}

Accounts::Accounts(std::uint64_t seed) : random_(seed) {
  std::map<std::string_view, std::vector<std::size_t>> by_sound;
  for (auto& c : characters(brand_characters))
    if (std::find(han_.begin(), han_.end(), c) == han_.end()) han_.push_back(std::move(c));
  for (std::size_t i = 0; i < han_.size(); ++i) {
    std::size_t at = 0;
    const auto sounds = text::readings(text::next(han_[i], at));
    if (!sounds.empty()) by_sound[sounds.front()].push_back(i);
  }
  sounds_alike_.resize(han_.size());
  for (const auto& [sound, list] : by_sound)
    for (const auto i : list) sounds_alike_[i] = list;
  for (char32_t c = 0x4E00; c < 0xA000; ++c) {
    std::string old;
    text::append(old, c);
    const auto simple = text::simplify(old);
    std::size_t at = 0;
    if (simple != old) traditional_.emplace_back(text::next(simple, at), c);
  }
  std::sort(traditional_.begin(), traditional_.end());
}

// Few characters stand in many brands: the square of a uniform number.
std::size_t Accounts::common_first(std::size_t n) {
  const double u = static_cast<double>(random_() >> 11) * 0x1p-53;
  return std::min(static_cast<std::size_t>(u * u * static_cast<double>(n)), n - 1);
}

std::string Accounts::han_brand() {
  const auto kind = below(100);
  std::string out;
  for (int left = kind < 35 ? 2 : kind < 80 ? 3 : 4; left > 0; --left) out += han_[common_first(han_.size())];
  return out;
}

std::string Accounts::western_brand() {
  std::string out;
  for (auto left = 2 + below(2); left > 0; --left)
    out.append(onsets[below(std::size(onsets))]).append(vowels[below(std::size(vowels))]).append(left == 1 ? codas[below(std::size(codas))] : "");
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

Account Accounts::make() {
  Account out;
  out.chinese = below(4) != 0;
  out.city = regions[below(30)];
  if (out.chinese) {
    out.region = below(3) == 0 ? regions[common_first(regions.size())] : out.city;
    out.brand = han_brand();
    out.trade = trades[common_first(trades.size())];
    out.form = forms[common_first(forms.size())];
  } else {
    out.brand = western_brand();
    if (below(3) == 0) out.brand += " " + western_brand();
    out.trade = western_trades[below(western_trades.size())];
    out.region = western_regions[below(western_regions.size())];
    out.form = western_forms[below(western_forms.size())];
  }
  out.phone = "1" + std::to_string(3'000'000'000 + random_() % 6'999'999'999);
  return out;
}

// One slip of the fingers, in the brand: what stands behind it is not what tells companies apart.
std::string Accounts::slip(std::string text, Corruption kind) {
  auto letters = characters(text);
  if (letters.size() < 2) return text;
  const auto at = below(letters.size() - 1);
  const bool han = letters[at].size() > 1;
  switch (kind) {
    case Corruption::missing_letter: letters.erase(letters.begin() + static_cast<std::ptrdiff_t>(at)); break;
    case Corruption::swapped_letters: std::swap(letters[at], letters[at + 1]); break;
    default: letters[at] = han ? han_[below(han_.size())] : std::string(1, static_cast<char>('a' + below(26)));
  }
  return joined(letters);
}

std::string Accounts::homophone(const std::string& brand) {
  auto letters = characters(brand);
  const auto first = below(letters.size());
  for (std::size_t i = 0; i < letters.size(); ++i) {
    auto& letter = letters[(first + i) % letters.size()];
    const auto known = std::find(han_.begin(), han_.end(), letter);
    const auto& alike = sounds_alike_[static_cast<std::size_t>(known - han_.begin())];
    if (alike.size() < 2) continue;
    letter = other_than([&] { std::vector<std::string> out; for (const auto k : alike) out.push_back(han_[k]); return out; }(), letter, below(alike.size()));
    break;
  }
  return joined(letters);
}

std::string Accounts::traditional(std::string_view name) const {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const auto c = text::next(name, at);
    const auto found = std::lower_bound(traditional_.begin(), traditional_.end(), std::pair(c, char32_t{0}));
    text::append(out, found != traditional_.end() && found->first == c ? found->second : c);
  }
  return out;
}

std::string Accounts::corrupted(const Account& account, Corruption kind) {
  auto a = account;
  switch (kind) {
    case Corruption::none: break;
    case Corruption::wrong_letter:
    case Corruption::missing_letter:
    case Corruption::swapped_letters: a.brand = slip(a.brand, kind); break;
    case Corruption::two_slips: a.brand = slip(slip(a.brand, Corruption::swapped_letters), Corruption::wrong_letter); break;
    case Corruption::homophone:
      if (a.chinese) a.brand = homophone(a.brand);
      break;
    case Corruption::traditional: return traditional(a.name());
    case Corruption::other_form: a.form = a.chinese ? other_than(forms, a.form, below(4)) : other_than(western_forms, a.form, below(10)); break;
    case Corruption::no_form: a.form.clear(); break;
    case Corruption::no_region: a.region.clear(); break;
    case Corruption::moved_region:
      if (a.chinese) return a.brand + a.trade + "（" + a.region + "）" + a.form;
      break;
    case Corruption::short_name:
      if (a.chinese) return a.brand + a.trade.substr(0, 6);
      return a.brand + " " + a.trade;
    case Corruption::no_trade: a.trade.clear(); break;
    case Corruption::spelling:
      if (a.chinese) return " " + a.region + " " + a.brand + a.trade + "　" + a.form + "。";
      for (auto& c : a.brand) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
      return a.brand + "-" + a.trade + ", " + a.region + " " + a.form;
  }
  return a.name();
}

}  // namespace guanxi::bench
