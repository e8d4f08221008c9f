#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/normalize.h"

using namespace guanxi;

namespace {

std::vector<std::string> phones(std::string_view text) {
  std::vector<std::string> all;
  each_phone(text, [&](std::string&& phone) { all.push_back(std::move(phone)); });
  return all;
}
using Phones = std::vector<std::string>;

}  // namespace

TEST_CASE("Chinese mobiles, however they are written") {
  for (const char* text : {"13800138001", "138 0013 8001", "138-0013-8001", "+86 138 0013 8001", "+8613800138001", "0086-138-0013-8001", "008613800138001",
                           "86 13800138001", "8613800138001", "013800138001", "１３８００１３８００１", "（+86）13800138001", "手机：13800138001", " 138.0013.8001 "})
    CHECK_MESSAGE(normal_phone(text) == "+8613800138001", text);
}

TEST_CASE("Chinese landlines with their area code") {
  for (const char* text : {"0755-26771188", "(0755) 2677 1188", "（0755）26771188", "075526771188", "+86-755-26771188", "+86 (0755) 2677-1188", "+86 (0)755 26771188",
                           "0086 0755 26771188", "86-755-26771188", "０７５５－２６７７１１８８"})
    CHECK_MESSAGE(normal_phone(text) == "+8675526771188", text);
  CHECK(normal_phone("010-62345678") == "+861062345678");
  CHECK(normal_phone("(021) 6234 5678") == "+862162345678");
  CHECK(normal_phone("0512-7654321") == "+865127654321");
  CHECK(normal_phone("400-820-8820") == "+864008208820");
}

TEST_CASE("an extension is left out") {
  for (const char* text : {"0755-26771188转8001", "0755-26771188 轉 8001", "0755-26771188分机8001", "0755-26771188 ext. 8001", "0755-26771188 Ext:8001",
                           "0755-26771188x8001", "0755-26771188#8001", "0755-26771188＃8001", "0755-26771188-8001", "0755-26771188-801", "(0755)26771188-8001",
                           "+86-755-26771188-8001", "0755-26771188 內線 8001"})
    CHECK_MESSAGE(normal_phone(text) == "+8675526771188", text);
  CHECK(normal_phone("13800138001-8001") == "+8613800138001");
  CHECK(normal_phone("26771188-801") == "26771188");
}

TEST_CASE("numbers of other countries need their code") {
  CHECK(normal_phone("+886 2 2531-7099") == "+886225317099");
  CHECK(normal_phone("+886-02-2531-7099") == "+886225317099");
  CHECK(normal_phone("886-2-2531-7099") == "+886225317099");
  CHECK(normal_phone("00886 937 841 198") == "+886937841198");
  CHECK(normal_phone("(02)2531-7099") == "0225317099");
  CHECK(normal_phone("+1 (415) 555-0100") == "+14155550100");
  CHECK(normal_phone("1-415-555-0100") == "+14155550100");
  CHECK(normal_phone("1 (415) 555-0100") == "+14155550100");
  CHECK(normal_phone("(415) 555-0100") == "4155550100");
  CHECK(normal_phone("+44 (0)20 7946 0018") == "+442079460018");
  CHECK(normal_phone("+44 020 7946 0018") == "+442079460018");
  CHECK(normal_phone("+49 30 0074321") == "+49300074321");
  CHECK(normal_phone("+39 06 6982 0018") == "+390669820018");
  CHECK(normal_phone("+852 2123 4567") == "+85221234567");
  CHECK(normal_phone("030-0074321") == "0300074321");
}

TEST_CASE("several numbers in one field are several, the area code holds on") {
  CHECK(phones("0755-26771188、26771189") == Phones{"+8675526771188", "+8675526771189"});
  CHECK(phones("0755-26771188/26771189 转 801") == Phones{"+8675526771188", "+8675526771189"});
  CHECK(phones("13800138001；13900139001") == Phones{"+8613800138001", "+8613900139001"});
  CHECK(phones("13800138001 13900139001") == Phones{"+8613800138001", "+8613900139001"});
  CHECK(phones("010-62345678，021-62345678") == Phones{"+861062345678", "+862162345678"});
  CHECK(phones("13800138001或0755-26771188") == Phones{"+8613800138001", "+8675526771188"});
  CHECK(phones("010-62345678\n13800138001") == Phones{"+861062345678", "+8613800138001"});
  CHECK(phones("0755-26771188/89") == Phones{"+8675526771188"});
  CHECK(phones("13800138001/26771189") == Phones{"+8613800138001", "26771189"});
}

TEST_CASE("what is no number gives nothing") {
  for (const char* text : {"", "无", "-", "0", "110", "95588", "000000", "0000000", "00000000000", "11111111111", "1234567", "12345678", "138000", "13800000000",
                           "010-00000000", "+", "+86", "转801", "ext", "call me", "1234567890123456789012"})
    CHECK_MESSAGE(phones(text) == Phones{}, text);
}
