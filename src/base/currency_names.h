// Signs and words for currencies, in lower case; the three-letter codes are in currency_table.h.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace guanxi {

// The codes among which the context decides.
inline constexpr std::string_view yuan_or_yen = "CNY JPY";
inline constexpr std::string_view yuan_like = "CNY TWD HKD MOP";
inline constexpr std::string_view dollar_like =
    "ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP DOP FJD GYD HKD JMD KYD LRD MOP MXN NAD NZD SBD SGD SRD TTD TWD USD "
    "UYU XCD";
inline constexpr std::string_view pound_like = "GBP EGP FKP GIP SHP";
inline constexpr std::string_view krona_like = "SEK NOK DKK ISK";
inline constexpr std::string_view rupee_like = "INR PKR LKR NPR MUR SCR";

struct NamedCurrency {
  std::string_view name;
  std::string_view usual;        // its code
  std::string_view others = {};  // the codes that it may mean besides
};

// As they stand together; read in the order of their bytes.
inline constexpr auto currency_names = [] {
  auto names = std::to_array<NamedCurrency>({
      {"¥", "CNY", yuan_or_yen}, {"元", "CNY", yuan_like}, {"元整", "CNY", yuan_like}, {"元正", "CNY", yuan_like},
      {"圆", "CNY", yuan_like}, {"圆整", "CNY", yuan_like}, {"圓", "CNY", yuan_like}, {"圓整", "CNY", yuan_like},
      {"块", "CNY", yuan_like}, {"塊", "CNY", yuan_like}, {"$", "USD", dollar_like}, {"dollar", "USD", dollar_like},
      {"dollars", "USD", dollar_like}, {"£", "GBP", pound_like}, {"pound", "GBP", pound_like},
      {"pounds", "GBP", pound_like}, {"kr", "SEK", krona_like}, {"kr.", "SEK", krona_like}, {"rs", "INR", rupee_like},
      {"rs.", "INR", rupee_like}, {"₨", "INR", rupee_like}, {"rupee", "INR", rupee_like},
      {"rupees", "INR", rupee_like},

      {"人民币", "CNY"}, {"人民币元", "CNY"}, {"人民幣", "CNY"}, {"人民幣元", "CNY"}, {"rmb", "CNY"}, {"rmb¥", "CNY"},
      {"cn¥", "CNY"}, {"yuan", "CNY"}, {"renminbi", "CNY"}, {"新台币", "TWD"}, {"新台幣", "TWD"}, {"新臺幣", "TWD"},
      {"台币", "TWD"}, {"台幣", "TWD"}, {"臺幣", "TWD"}, {"nt$", "TWD"}, {"nt", "TWD"}, {"ntd", "TWD"},
      {"港币", "HKD"}, {"港幣", "HKD"}, {"港元", "HKD"}, {"港圆", "HKD"}, {"港圓", "HKD"}, {"hk$", "HKD"},
      {"澳门元", "MOP"}, {"澳門元", "MOP"}, {"澳门币", "MOP"}, {"澳門幣", "MOP"}, {"mop$", "MOP"},

      {"美元", "USD"}, {"美圆", "USD"}, {"美圓", "USD"}, {"美金", "USD"}, {"us$", "USD"}, {"us dollar", "USD"},
      {"us dollars", "USD"}, {"€", "EUR"}, {"euro", "EUR"}, {"euros", "EUR"}, {"欧元", "EUR"}, {"歐元", "EUR"},
      {"英镑", "GBP"}, {"英鎊", "GBP"}, {"pound sterling", "GBP"}, {"pounds sterling", "GBP"}, {"日元", "JPY"},
      {"日圆", "JPY"}, {"日圓", "JPY"}, {"日币", "JPY"}, {"日幣", "JPY"}, {"円", "JPY"}, {"jp¥", "JPY"},
      {"yen", "JPY"}, {"₩", "KRW"}, {"won", "KRW"}, {"원", "KRW"}, {"韩元", "KRW"}, {"韓元", "KRW"}, {"韩圆", "KRW"},
      {"韓圓", "KRW"}, {"韩币", "KRW"}, {"韓幣", "KRW"}, {"s$", "SGD"}, {"新加坡元", "SGD"}, {"新加坡币", "SGD"},
      {"新加坡幣", "SGD"}, {"坡币", "SGD"}, {"a$", "AUD"}, {"au$", "AUD"}, {"澳元", "AUD"}, {"澳币", "AUD"},
      {"澳幣", "AUD"}, {"澳大利亚元", "AUD"}, {"澳洲元", "AUD"}, {"c$", "CAD"}, {"ca$", "CAD"}, {"加元", "CAD"},
      {"加币", "CAD"}, {"加幣", "CAD"}, {"加拿大元", "CAD"}, {"nz$", "NZD"}, {"新西兰元", "NZD"}, {"紐西蘭元", "NZD"},
      {"纽元", "NZD"}, {"紐元", "NZD"}, {"mx$", "MXN"}, {"墨西哥比索", "MXN"}, {"₹", "INR"}, {"印度卢比", "INR"},
      {"印度盧比", "INR"},

      {"瑞士法郎", "CHF"}, {"瑞郎", "CHF"}, {"sfr", "CHF"}, {"sfr.", "CHF"}, {"₽", "RUB"}, {"卢布", "RUB"},
      {"盧布", "RUB"}, {"俄罗斯卢布", "RUB"}, {"฿", "THB"}, {"baht", "THB"}, {"泰铢", "THB"}, {"泰銖", "THB"},
      {"泰币", "THB"}, {"泰幣", "THB"}, {"rm", "MYR"}, {"林吉特", "MYR"}, {"令吉", "MYR"}, {"马来西亚林吉特", "MYR"},
      {"馬來西亞令吉", "MYR"}, {"马币", "MYR"}, {"馬幣", "MYR"}, {"₫", "VND"}, {"越南盾", "VND"}, {"rp", "IDR"},
      {"rp.", "IDR"}, {"印尼盾", "IDR"}, {"印尼卢比", "IDR"}, {"₱", "PHP"}, {"菲律宾比索", "PHP"},
      {"菲律賓披索", "PHP"}, {"₮", "MNT"}, {"图格里克", "MNT"}, {"₭", "LAK"}, {"៛", "KHR"}, {"瑞典克朗", "SEK"},
      {"挪威克朗", "NOK"}, {"丹麦克朗", "DKK"}, {"丹麥克朗", "DKK"}, {"zł", "PLN"}, {"兹罗提", "PLN"}, {"kč", "CZK"},
      {"捷克克朗", "CZK"}, {"ft", "HUF"}, {"福林", "HUF"}, {"₺", "TRY"}, {"土耳其里拉", "TRY"}, {"₴", "UAH"},
      {"格里夫纳", "UAH"}, {"₸", "KZT"}, {"坚戈", "KZT"}, {"₪", "ILS"}, {"谢克尔", "ILS"}, {"迪拉姆", "AED"},
      {"阿联酋迪拉姆", "AED"}, {"沙特里亚尔", "SAR"}, {"r$", "BRL"}, {"雷亚尔", "BRL"}, {"巴西雷亚尔", "BRL"},
      {"兰特", "ZAR"}, {"南非兰特", "ZAR"}, {"₦", "NGN"}, {"奈拉", "NGN"}, {"₵", "GHS"}, {"₡", "CRC"}, {"₲", "PYG"},
      {"₾", "GEL"}, {"₼", "AZN"}, {"֏", "AMD"}, {"ang", "XCG"},
  });
  std::sort(names.begin(), names.end(),
            [](const NamedCurrency& a, const NamedCurrency& b) { return a.name < b.name; });
  return names;
}();

}  // namespace guanxi
