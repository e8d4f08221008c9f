// A file with everything that happens to imports, for those that are interrupted: new and known rows, names of people who are
// made on the way, parents that stand farther down, slips and malformed rows, in UTF-8 or GB18030.
#pragma once

#include <random>
#include <string>

namespace guanxi::test {

inline std::string sample_file(std::mt19937_64& random, int rows) {
  const auto one_of = [&](std::initializer_list<const char*> texts) {
    return std::string(*(texts.begin() + static_cast<std::ptrdiff_t>(random() % texts.size())));
  };
  std::string text = "客户名称,城市,行业,负责人,上级客户,备注\r\n";
  for (int i = 0; i < rows; ++i) {
    const std::string n = std::to_string(i);
    switch (random() % 12) {
      case 0: text += "\"样例 " + n + "\" x,重庆,,,,\r\n"; break;
      case 1: text += "样例" + n + "公司,重庆,,,不存在的公司,\r\n"; break;
      case 2: text += ",重庆,,,,\r\n"; break;
      case 3: text += "样例" + n + "公司,成都,,,样例" + std::to_string(static_cast<std::uint64_t>(i) + random() % 20) + "公司,\r\n"; break;
      case 4: text += "样例" + std::to_string(random() % static_cast<std::uint64_t>(i + 1)) + "公司,昆明,,,,改过\r\n"; break;
      case 5: text += "样例" + n + "公司,成都," + one_of({"sofware", "样例行业", "软件"}) + ",,,\r\n"; break;
      case 6: text += "\r\n"; break;
      default: text += "样例" + n + "公司," + one_of({"重庆", "上海", ""}) + ",," + one_of({"ann", "王新人", "李新人", ""}) + ",,\"两行\r\n" + n + "\"\r\n";
    }
  }
  return text;
}

}  // namespace guanxi::test
