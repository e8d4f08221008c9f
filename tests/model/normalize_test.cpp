#include "model/normalize.h"

#include <doctest/doctest.h>

#include <vector>

#include "seed.h"

using namespace guanxi;

namespace {

std::vector<std::string> emails(std::string_view text) {
  std::vector<std::string> all;
  each_email(text, [&](std::string&& email) { all.push_back(std::move(email)); });
  return all;
}

}  // namespace

TEST_CASE("spellings of one company name have one normal form") {
  const auto name = normal_company_name("上海恒瑞医药（集团）有限公司");
  CHECK(name == "上海恒瑞医药集团有限公司");
  for (const char* spelling : {"上海恒瑞医药(集团)有限公司", " 上海 恒瑞医药（集团）有限公司 ", "上海恆瑞醫藥（集團）有限公司", "上海恒瑞医药·集团·有限公司",
                               "上海恒瑞医药【集团】有限公司。"})
    CHECK(normal_company_name(spelling) == name);
  CHECK(normal_company_name("Acme, Inc.") == normal_company_name("ＡＣＭＥ  INC"));
  CHECK(normal_company_name("AT&T") == "att");
  CHECK(normal_company_name("C++ Builders") == "c++builders");
  CHECK(normal_company_name("Müller & Söhne") == "müllersöhne");
  CHECK(normal_company_name("«Ромашка» — ООО") == "ромашкаооо");
  CHECK(normal_company_name("（　）") == "");
  CHECK(normal_company_name("") == "");
  CHECK(normal_person_name("阿卜杜拉·买买提") == "阿卜杜拉买买提");
  CHECK(normal_person_name("O’Neill, Mary-Jane") == "oneillmaryjane");
}

TEST_CASE("addresses lose what surrounds them") {
  for (const char* spelling : {"li.lei@acme.example", " Li.Lei@ACME.example ", "mailto:li.lei@acme.example", "李雷 <li.lei@acme.example>",
                               "ｌｉ．ｌｅｉ＠ａｃｍｅ．ｅｘａｍｐｌｅ", "li.lei@acme.example.", "<li.lei@acme.example>"})
    CHECK(normal_email(spelling) == "li.lei@acme.example");
  for (const char* no_address : {"", "li.lei", "@acme.example", "li@acme", "li@.example", "li@acme..example", "li@acme.e", "无", "a@b c"})
    CHECK_MESSAGE(normal_email(no_address) == "", no_address);
}

TEST_CASE("several addresses in one field are several") {
  const std::vector<std::string> both{"a@x.example", "b@y.example"};
  for (const char* text : {"a@x.example;b@y.example", "a@x.example, b@y.example", "a@x.example b@y.example", "A@X.example、B@Y.example",
                           "甲 <a@x.example>；乙 <b@y.example>", "a@x.example\nb@y.example", "a@x.example / b@y.example"})
    CHECK_MESSAGE(emails(text) == both, text);
}

TEST_CASE("a domain is what somebody registered") {
  for (const char* site : {"acme.example", "www.acme.example", "https://www.acme.example/about?x=1#top", "HTTP://WWW.ACME.EXAMPLE:8080", "mail.shop.acme.example",
                           "sales@acme.example", "https://user:secret@acme.example/", "acme.example.", "  www.acme.example  ", "acme.example/中文"})
    CHECK_MESSAGE(normal_domain(site) == "acme.example", site);
  CHECK(normal_domain("https://www.acme.com.cn/index.html") == "acme.com.cn");
  CHECK(normal_domain("mail.acme.co.uk") == "acme.co.uk");
  CHECK(normal_domain("www.acme.sh.cn") == "acme.sh.cn");
  CHECK(normal_domain("a.b.acme.com.tw") == "acme.com.tw");
  CHECK(normal_domain("acme.1688.com") == "acme.1688.com");
  CHECK(normal_domain("shop.acme.1688.com") == "acme.1688.com");
  CHECK(normal_domain("www.恒瑞.example") == "恒瑞.example");
}

TEST_CASE("hosts that belong to everybody or to nobody give no domain") {
  for (const char* site : {"li@qq.com", "li@163.com", "li@vip.163.com", "LI@Gmail.com", "li@yahoo.com.tw", "ms1.hinet.net", "https://weibo.com/acme",
                           "www.facebook.com/acme", "com.cn", "www.1688.com", "1688.com", "www.com", "localhost", "192.168.1.1", "http://10.0.0.1/x", "无", "n/a",
                           "", "..", "http://", "a b.example"})
    CHECK_MESSAGE(normal_domain(site) == "", site);
}

TEST_CASE("a tax id is its letters and digits") {
  CHECK(normal_tax_id(" 91110000-ma000000-1l ") == "91110000MA0000001L");
  CHECK(normal_tax_id("９１１１００００ＭＡ０００００01Ｌ") == "91110000MA0000001L");
  CHECK(normal_tax_id("DE 123.456.789") == "DE123456789");
  for (const char* nothing : {"", "0", "000000", "00000000", "无", "N/A", "UNKNOWN", "12345"}) CHECK_MESSAGE(normal_tax_id(nothing) == "", nothing);
}

TEST_CASE("a key of another system is folded with the system's name") {
  CHECK(normal_external_key("ERP", " K-001 ") == "erp\x1fk-001");
  CHECK(normal_external_key("", "Ａ1") == "\x1f" "a1");
  CHECK(normal_external_key("ERP", " ") == "");
}

TEST_CASE("a contact point is normal in the way of its type") {
  CHECK(normal_contact_point("mobile", "138 0013 8001") == "+8613800138001");
  CHECK(normal_contact_point("phone", "(0755) 2677-1188") == "+8675526771188");
  CHECK(normal_contact_point("fax", "0755-26771188") == "+8675526771188");
  CHECK(normal_contact_point("email", "Li@Acme.example") == "li@acme.example");
  CHECK(normal_contact_point("website", "https://www.acme.example/x") == "acme.example");
  CHECK(normal_contact_point("wechat", " Li_Lei ") == "li_lei");
}

TEST_CASE("the check digit of the unified social credit code") {
  // The first is a listed company's, the others are computed apart from this code, for authorities, bodies and associations.
  for (const char* code : {"9144030071526726XG", "91110000MA0000001L", "91440300100000000R", "12310000400000000E", "52100000MJ00000025"}) {
    CAPTURE(code);
    CHECK(valid_credit_code(code));
    CHECK(claims_credit_code(code));
    std::string wrong = code;
    wrong[10] = wrong[10] == '1' ? '2' : '1';
    CHECK_FALSE(valid_credit_code(wrong));
    std::swap(wrong = code, wrong);
    std::swap(wrong[6], wrong[8]);
    if (wrong != code) CHECK_FALSE(valid_credit_code(wrong));
  }
  for (const char* no_code : {"", "91110000MA000000", "91110000MA0000001I", "91110000MA0000001LL", "91110000ma0000001l"}) {
    CHECK_FALSE(valid_credit_code(no_code));
    CHECK_FALSE(claims_credit_code(no_code));
  }
  CHECK_FALSE(claims_credit_code("123456789"));
  CHECK_FALSE(claims_credit_code("B1110000MA0000001L"));
}

TEST_CASE("a sole trader's tax id is a citizen's number and claims no credit code") {
  // The example of GB 11643-1999.
  CHECK(valid_citizen_number("11010519491231002X"));
  CHECK_FALSE(valid_citizen_number("110105194912310021"));
  CHECK_FALSE(valid_citizen_number("11010519491231002"));
  CHECK_FALSE(claims_credit_code("11010519491231002X"));
}

TEST_CASE("the check digit of Taiwan's business number") {
  // Numbers of listed companies; the second has 7 as its seventh digit.
  for (const char* number : {"11913502", "28064644", "53666460", "22099131"}) CHECK_MESSAGE(valid_taiwan_number(number), number);
  for (const char* wrong : {"11913503", "11193502", "1191350", "119135022", "00000000", "1191350X", ""}) CHECK_MESSAGE(!valid_taiwan_number(wrong), wrong);
}

TEST_CASE("a normal form of a normal form is itself, whatever the bytes") {
  auto random = seeded_random();
  const std::string_view pieces[]{"0", "1", "3", "8", "00", "86", "+", "(0)", "-", " ", "/", "、", "转", "ext", "x", "@", ".", "www.", "com", "cn", "qq.com", "mailto:",
                                  "<", ">", "http://", "李", "雷", "ü", "Ａ", "９", "\xff", "\xe4", "1380013", "8001", "0755", "26771188"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto n = random() % 9; n > 0; --n) text += pieces[random() % std::size(pieces)];
    CAPTURE(text);
    for (const auto normal : {normal_phone, normal_email, normal_domain, normal_tax_id, normal_company_name, normal_person_name}) {
      const auto once = normal(text);
      CHECK(normal(once) == once);
    }
  }
}
