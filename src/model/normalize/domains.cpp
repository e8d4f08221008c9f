#include "model/normalize/domains.h"

#include <algorithm>
#include <iterator>

namespace guanxi {

namespace {

// Below a country's domain these are no names but kinds: "co.uk", "com.cn", "or.jp".
constexpr std::string_view kinds[]{
    "ac", "asn", "biz", "club", "co", "com", "ebiz", "edu", "firm", "game", "gen", "go", "gob", "gouv", "gov", "id",
    "idv", "ind", "info", "ltd", "me", "mil", "muni", "ne", "net", "nhs", "nom", "or", "org", "plc", "pro", "re",
    "sch", "school", "web",
};

// The provinces below .cn.
constexpr std::string_view provinces[]{
    "ah", "bj", "cq", "fj", "gd", "gs", "gx", "gz", "ha", "hb", "he", "hi", "hk", "hl", "hn", "jl", "js", "jx", "ln",
    "mo", "nm", "nx", "qh", "sc", "sd", "sh", "sn", "sx", "tj", "tw", "xj", "xz", "yn", "zj",
};

// Mailboxes for everybody: they say nothing about whom an address belongs to.
constexpr std::string_view free_mail[]{
    "10010.com", "126.com", "139.com", "163.com", "163.net", "188.com", "189.cn", "21cn.com", "263.net", "aliyun.com",
    "aol.com", "att.net", "bigpond.com", "bk.ru", "bol.com.br", "bt.com", "btinternet.com", "chinaren.com",
    "comcast.net", "cox.net", "daum.net", "docomo.ne.jp", "duck.com", "eyou.com", "ezweb.ne.jp", "fastmail.com",
    "foxmail.com", "free.fr", "freenet.de", "gmail.com", "gmx.at", "gmx.ch", "gmx.com", "gmx.de", "gmx.net",
    "googlemail.com", "hanmail.net", "hey.com", "hinet.net", "hotmail.co.jp", "hotmail.co.uk", "hotmail.com",
    "hotmail.de", "hotmail.es", "hotmail.fr", "hotmail.it", "icloud.com", "inbox.ru", "kakao.com", "laposte.net",
    "libero.it", "list.ru", "live.cn", "live.co.uk", "live.com", "live.de", "live.fr", "mac.com", "mail.com",
    "mail.ru", "me.com", "msn.com", "nate.com", "naver.com", "netvigator.com", "ntlworld.com", "online.no",
    "orange.fr", "outlook.com", "outlook.de", "outlook.fr", "outlook.jp", "pchome.com.tw", "proton.me",
    "protonmail.com", "qq.com", "rambler.ru", "rediffmail.com", "rocketmail.com", "rogers.com", "sbcglobal.net",
    "seed.net.tw", "sfr.fr", "shaw.ca", "sina.cn", "sina.com", "sina.com.cn", "sky.com", "softbank.ne.jp",
    "sogou.com", "sohu.com", "t-online.de", "terra.com.br", "tiscali.it", "tom.com", "tutanota.com", "uol.com.br",
    "verizon.net", "virgilio.it", "virginmedia.com", "wanadoo.fr", "web.de", "wo.cn", "xs4all.nl", "xtra.co.nz",
    "yahoo.ca", "yahoo.cn", "yahoo.co.in", "yahoo.co.jp", "yahoo.co.uk", "yahoo.com", "yahoo.com.au", "yahoo.com.br",
    "yahoo.com.cn", "yahoo.com.hk", "yahoo.com.sg", "yahoo.com.tw", "yahoo.de", "yahoo.es", "yahoo.fr", "yahoo.in",
    "yahoo.it", "yandex.com", "yandex.ru", "yeah.net", "ymail.com", "zoho.com",
};

// Sites on which a company has a page: the site is not the company's.
constexpr std::string_view shared_sites[]{
    "51job.com", "baidu.com", "bilibili.com", "dianping.com", "douyin.com", "facebook.com", "fb.com", "github.com",
    "google.com", "instagram.com", "jd.com", "linkedin.com", "linktr.ee", "medium.com", "pinduoduo.com",
    "pinterest.com", "qcc.com", "t.me", "taobao.com", "tianyancha.com", "tiktok.com", "tmall.com", "twitter.com",
    "wa.me", "wechat.com", "weibo.com", "wikipedia.org", "x.com", "xiaohongshu.com", "yelp.com", "youtube.com",
    "zhihu.com",
};

// Below these everybody has a name of their own: "acme.1688.com" is somebody, "1688.com" is not.
constexpr std::string_view hosts_of_many[]{
    "1688.com", "alibaba.com", "azurewebsites.net", "blogspot.com", "business.site", "en.alibaba.com", "gitee.io",
    "github.io", "herokuapp.com", "jimdo.com", "made-in-china.com", "myshopify.com", "netlify.app", "pages.dev",
    "shopify.com", "squarespace.com", "tumblr.com", "vercel.app", "weebly.com", "wixsite.com", "wordpress.com",
    "youzan.com",
};

constexpr bool sorted(auto& list) { return std::is_sorted(std::begin(list), std::end(list)); }
static_assert(sorted(kinds) && sorted(provinces) && sorted(free_mail) && sorted(shared_sites) && sorted(hosts_of_many));

template <std::size_t n>
bool in(const std::string_view (&list)[n], std::string_view s) noexcept {
  return std::binary_search(std::begin(list), std::end(list), s);
}

// The last `n` labels of the host; all of it where it has fewer.
std::string_view last_labels(std::string_view host, int n) noexcept {
  auto dot = host.size();
  while (n-- > 0 && dot != std::string_view::npos) dot = dot == 0 ? std::string_view::npos : host.rfind('.', dot - 1);
  return dot == std::string_view::npos ? host : host.substr(dot + 1);
}

// Labels of the public suffix with which the host ends.
int suffix_labels(std::string_view host) noexcept {
  const auto pair = last_labels(host, 2), top = last_labels(host, 1);
  if (in(hosts_of_many, last_labels(host, 3))) return 3;
  if (in(hosts_of_many, pair)) return 2;
  const auto second = pair.size() > top.size() ? pair.substr(0, pair.size() - top.size() - 1) : std::string_view();
  const bool country = top.size() == 2;
  return (country && in(kinds, second)) || (top == "cn" && in(provinces, second)) ? 2 : 1;
}

}  // namespace

std::string_view registrable(std::string_view host) noexcept {
  const auto suffix = suffix_labels(host);
  const auto domain = last_labels(host, suffix + 1);
  const bool is_suffix = domain == last_labels(host, suffix) || domain.starts_with("www.");
  if (is_suffix || in(free_mail, domain) || in(shared_sites, domain)) return {};
  return domain;
}

}  // namespace guanxi
