#include "expr/feel/names.h"

#include <algorithm>

namespace guanxi::feel {
namespace {

bool ascii_name_part(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '?' || c == '$';
}

}  // namespace

std::size_t blank_at(std::string_view s, std::size_t at) noexcept {
  if (at >= s.size()) return 0;
  const char c = s[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (static_cast<unsigned char>(c) < 0x80) return 0;
  const std::string_view rest = s.substr(at);
  if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xC2\x85")) return 2;
  if (rest.starts_with("\xE3\x80\x80") || rest.starts_with("\xEF\xBB\xBF") || rest.starts_with("\xE1\x9A\x80")) return 3;
  if (rest.size() < 3 || !rest.starts_with("\xE2\x80")) return 0;
  const auto last = static_cast<unsigned char>(rest[2]);
  return (last >= 0x80 && last <= 0x8B) || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0;
}

bool continues_name(std::string_view s, std::size_t at) noexcept {
  if (at >= s.size()) return false;
  if (static_cast<unsigned char>(s[at]) >= 0x80) return blank_at(s, at) == 0;
  return ascii_name_part(s[at]);
}

bool starts_name(std::string_view s, std::size_t at) noexcept {
  return continues_name(s, at) && !(s[at] >= '0' && s[at] <= '9');
}

std::string normal_name(std::string_view written) {
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < written.size();) {
    if (const std::size_t blank = blank_at(written, i)) {
      gap = !out.empty();
      i += blank;
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += written[i++];
  }
  return out;
}

bool is_plain_name(std::string_view name) noexcept {
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (!continues_name(name, i)) return false;
  }
  return !name.empty() && starts_name(name, 0);
}

std::size_t match_name(std::string_view source, std::size_t at, std::string_view name) noexcept {
  std::size_t i = at;
  for (std::size_t n = 0; n < name.size();) {
    const std::size_t before = i;
    while (const std::size_t blank = blank_at(source, i)) i += blank;
    const bool gap = i > before;
    const bool wants_gap = name[n] == ' ';
    if (wants_gap) ++n;
    if (n >= name.size() || i >= source.size() || source[i] != name[n]) return 0;
    const bool inside_word = n > 0 && continues_name(name, n) && continues_name(name, n - (wants_gap ? 2 : 1));
    if (inside_word && gap != wants_gap) return 0;
    if (n == 0 && gap) return 0;
    ++i;
    ++n;
  }
  const bool ends_in_word = !name.empty() && (static_cast<unsigned char>(name.back()) >= 0x80 || ascii_name_part(name.back()));
  if (ends_in_word && continues_name(source, i)) return 0;
  return i - at;
}

}  // namespace guanxi::feel
