#include "guanxi/encoding.h"
#include "parts.h"

namespace guanxi::sample {
namespace {

// Latin-1 as UTF-8: what becomes of UTF-8 that a western program takes for its own and stores again.
std::string read_as_latin1(string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xC0 | byte >> 6);
      out += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  return out;
}

std::string read_as_gbk(string_view bytes) {
  std::string out;
  Decoder decoder(Encoding::gb18030);
  decoder.decode(bytes, out);
  decoder.finish(out);
  return out;
}

std::string garbled(const Customer& c) {
  // A name of plain ASCII cannot be garbled; it gets a sign that can.
  const bool ascii = c.name == without_accents(c.name) && c.western;
  return c.western ? read_as_latin1(ascii ? c.name + " – " + c.city : c.name) : read_as_gbk(c.name);
}

std::string full_width(string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      out += "\xEF\xBC";
      out += static_cast<char>(0x90 + (c - '0'));
    } else {
      out += c;
    }
  }
  return out;
}

std::string wrong_phone(const std::string& phone, Random& random) {
  constexpr string_view placeholders[]{"00000000", "12345678", "无", "-"};
  if (random.chance(500)) return std::string(random.pick(placeholders));
  std::string start = phone.substr(0, 7);
  while (start.back() == ' ') start.pop_back();
  return start;
}

}  // namespace

void soil(Customer& c, Dirt dirt, Random& random) {
  switch (dirt) {
    case Dirt::none: break;
    case Dirt::missing_name: c.name.clear(); break;
    case Dirt::bad_phone: c.phone = wrong_phone(c.phone, random); break;
    case Dirt::impossible_date: c.founded = date(random.between(1999, 2023), 2, 30); break;
    case Dirt::mojibake: c.name = garbled(c); break;
    case Dirt::full_width_digits: c.phone = full_width(c.phone); break;
    case Dirt::trailing_blanks: c.name += random.chance(500) ? "  " : "　"; break;
    case Dirt::bad_check_digit:
      if (c.western) {
        c.tax_id = "XX" + digits(c.index, 3);
      } else {
        c.tax_id = credit_code("3101", c.index);
        c.tax_id.back() = c.tax_id.back() == '1' ? '2' : '1';
      }
      break;
  }
}

}  // namespace guanxi::sample
