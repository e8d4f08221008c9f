// Writes every Unicode scalar value in turn as GB18030, or as Big5 where that is asked for, for generate.py to compare with Python's codec.
#include <cstdio>
#include <string>

#include "guanxi/encoding.h"
#include "guanxi/text.h"

int main(int count, char**) {
  std::string utf8;
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c < 0xD800 || c > 0xDFFF) guanxi::text::append(utf8, c);
  }
  const std::string out = guanxi::encode(utf8, count > 1 ? guanxi::Encoding::big5 : guanxi::Encoding::gb18030);
  return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 1;
}
