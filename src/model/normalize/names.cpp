#include "base/text/unicode.h"
#include "guanxi/text.h"
#include "model/normalize.h"

namespace guanxi {

namespace {

constexpr bool keeps_ascii(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '$' || c == '=' || c == '<' || c == '>' || c == '|' || c == '~' || c == '^' || c == '`';
}

// Punctuation, blanks, control and format characters say nothing in a name. Whole runs are kept by bytes; only characters that are
// neither ASCII nor Han are looked up.
std::string letters_of(std::string folded) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next(folded, at);
    const bool keep = c < 0x80 ? keeps_ascii(static_cast<unsigned char>(c)) : text::is_han(c) || !text::is_silent(c);
    if (!keep) continue;
    for (std::size_t i = begin; i < at; ++i) folded[end++] = folded[i];
  }
  folded.resize(end);
  return folded;
}

}  // namespace

std::string normal_company_name(std::string_view name) { return letters_of(text::fold(name)); }
std::string normal_person_name(std::string_view name) { return letters_of(text::fold(name)); }

std::string normal_external_key(std::string_view system, std::string_view value) {
  auto folded = text::fold(value);
  if (folded.empty()) return folded;
  return text::fold(system).append(1, '\x1f').append(folded);
}

}  // namespace guanxi
