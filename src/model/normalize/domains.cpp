#include "model/normalize/domains.h"

#include <algorithm>
#include <iterator>

namespace guanxi {

namespace {

// Below a country's domain these are no names but kinds: "co.uk", "com.cn", "or.jp".
constexpr std::string_view kinds[]{
    "ac", "co", "go", "id", "me", "ne", "or", "re", "asn", "biz", "com", "edu", "gen", "gob", "gov", "idv", "ind",
    "ltd", "mil", "net", "nhs", "nom", "org", "plc", "pro", "sch", "web", "club", "ebiz", "firm", "game", "gouv",
    "info", "muni", "school",
};

// The provinces below .cn.
constexpr std::string_view provinces[]{
    "ah", "bj", "cq", "fj", "gd", "gs", "gx", "gz", "ha", "hb", "he", "hi", "hk", "hl", "hn", "jl", "js", "jx", "ln",
    "mo", "nm", "nx", "qh", "sc", "sd", "sh", "sn", "sx", "tj", "tw", "xj", "xz", "yn", "zj",
};

// Mailboxes for everybody: they say nothing about whom an address belongs to.
constexpr std::string_view free_mail[]{
    "bk.ru", "wo.cn", "189.cn", "bt.com", "gmx.at", "gmx.ch", "gmx.de", "me.com", "qq.com", "sfr.fr", "web.de",
    "126.com", "139.com", "163.com", "163.net", "188.com", "263.net", "aol.com", "att.net", "cox.net", "free.fr",
    "gmx.com", "gmx.net", "hey.com", "list.ru", "live.cn", "live.de", "live.fr", "mac.com", "mail.ru", "msn.com",
    "shaw.ca", "sina.cn", "sky.com", "tom.com", "21cn.com", "daum.net", "duck.com", "eyou.com", "inbox.ru",
    "live.com", "mail.com", "nate.com", "sina.com", "sohu.com", "yahoo.ca", "yahoo.cn", "yahoo.de", "yahoo.es",
    "yahoo.fr", "yahoo.in", "yahoo.it", "yeah.net", "zoho.com", "10010.com", "gmail.com", "hinet.net", "kakao.com",
    "libero.it", "naver.com", "online.no", "orange.fr", "proton.me", "sogou.com", "xs4all.nl", "yahoo.com",
    "yandex.ru", "ymail.com", "aliyun.com", "bol.com.br", "freenet.de", "hotmail.de", "hotmail.es", "hotmail.fr",
    "hotmail.it", "icloud.com", "live.co.uk", "outlook.de", "outlook.fr", "outlook.jp", "rambler.ru", "rogers.com",
    "tiscali.it", "uol.com.br", "wanadoo.fr", "xtra.co.nz", "yandex.com", "bigpond.com", "comcast.net", "ezweb.ne.jp",
    "foxmail.com", "hanmail.net", "hotmail.com", "laposte.net", "outlook.com", "seed.net.tw", "sina.com.cn",
    "t-online.de", "verizon.net", "virgilio.it", "yahoo.co.in", "yahoo.co.jp", "yahoo.co.uk", "chinaren.com",
    "docomo.ne.jp", "fastmail.com", "ntlworld.com", "terra.com.br", "tutanota.com", "yahoo.com.au", "yahoo.com.br",
    "yahoo.com.cn", "yahoo.com.hk", "yahoo.com.sg", "yahoo.com.tw", "hotmail.co.jp", "hotmail.co.uk", "pchome.com.tw",
    "sbcglobal.net", "btinternet.com", "googlemail.com", "netvigator.com", "protonmail.com", "rediffmail.com",
    "rocketmail.com", "softbank.ne.jp", "virginmedia.com",
};

// Sites on which a company has a page: the site is not the company's.
constexpr std::string_view shared_sites[]{
    "t.me", "wa.me", "x.com", "fb.com", "jd.com", "qcc.com", "yelp.com", "51job.com", "baidu.com", "linktr.ee",
    "tmall.com", "weibo.com", "zhihu.com", "douyin.com", "github.com", "google.com", "medium.com", "taobao.com",
    "tiktok.com", "wechat.com", "twitter.com", "youtube.com", "bilibili.com", "dianping.com", "facebook.com",
    "linkedin.com", "instagram.com", "pinduoduo.com", "pinterest.com", "wikipedia.org", "tianyancha.com",
    "xiaohongshu.com",
};

// Below these everybody has a name of their own: "acme.1688.com" is somebody, "1688.com" is not.
constexpr std::string_view hosts_of_many[]{
    "1688.com", "gitee.io", "github.io", "jimdo.com", "pages.dev", "tumblr.com", "vercel.app", "weebly.com",
    "youzan.com", "alibaba.com", "netlify.app", "shopify.com", "wixsite.com", "blogspot.com", "business.site",
    "herokuapp.com", "myshopify.com", "wordpress.com", "en.alibaba.com", "squarespace.com", "azurewebsites.net",
    "made-in-china.com",
};

// The tables are sorted by length first, which makes a look-up cheap.
constexpr bool before(std::string_view a, std::string_view b) noexcept { return a.size() != b.size() ? a.size() < b.size() : a < b; }
constexpr bool sorted(const auto& table) noexcept { return std::is_sorted(std::begin(table), std::end(table), before); }
static_assert(sorted(kinds) && sorted(provinces) && sorted(free_mail) && sorted(shared_sites) && sorted(hosts_of_many));

template <std::size_t n>
bool in(const std::string_view (&table)[n], std::string_view s) noexcept {
  return std::binary_search(std::begin(table), std::end(table), s, before);
}

// The host's last labels, `n` of them; all of it where it has fewer.
std::string_view last_labels(std::string_view host, int n) noexcept {
  auto dot = host.size();
  while (n-- > 0 && dot != std::string_view::npos) dot = dot == 0 ? std::string_view::npos : host.rfind('.', dot - 1);
  return dot == std::string_view::npos ? host : host.substr(dot + 1);
}

// Whether the last two labels are a public suffix of their own kind: "com.cn", "sh.cn", "co.uk".
bool is_kind_of_country(std::string_view pair) noexcept {
  const auto dot = pair.find('.');
  if (dot == std::string_view::npos || pair.size() - dot != 3) return false;
  const auto second = pair.substr(0, dot);
  return in(kinds, second) || (pair.ends_with(".cn") && in(provinces, second));
}

}  // namespace

std::string_view registrable(std::string_view host) noexcept {
  const auto pair = last_labels(host, 2), triple = last_labels(host, 3);
  const bool many_below_three = in(hosts_of_many, triple);
  const bool two_labels = !many_below_three && (is_kind_of_country(pair) || in(hosts_of_many, pair));
  const auto suffix = many_below_three ? triple : two_labels ? pair : last_labels(host, 1);
  const auto domain = many_below_three ? last_labels(host, 4) : two_labels ? triple : pair;
  if (domain == suffix || domain.starts_with("www.") || in(free_mail, domain) || in(shared_sites, domain)) return {};
  return domain;
}

}  // namespace guanxi
