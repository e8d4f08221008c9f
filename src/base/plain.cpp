#include "base/plain.h"

#include <array>

namespace guanxi {
namespace {

struct Replacement {
  std::string_view from, to;
};

// U+00A0, U+2007, U+2009, U+202F, U+3000 blanks; U+2212 minus; U+FFE1, U+FFE5, U+FFE6 full-width signs; U+200B,
// U+200E, U+200F, U+FEFF nothing.
constexpr auto replacements = std::to_array<Replacement>({
    {"\xC2\xA0", " "},
    {"\xE2\x80\x87", " "},
    {"\xE2\x80\x89", " "},
    {"\xE2\x80\xAF", " "},
    {"\xE3\x80\x80", " "},
    {"\xE2\x88\x92", "-"},
    {"\xEF\xBF\xA1", "£"},
    {"\xEF\xBF\xA5", "¥"},
    {"\xEF\xBF\xA6", "₩"},
    {"\xE2\x80\x8B", ""},
    {"\xE2\x80\x8E", ""},
    {"\xE2\x80\x8F", ""},
    {"\xEF\xBB\xBF", ""},
});

// U+FF01 to U+FF5E stand for U+0021 to U+007E.
char ascii_of_full_width(std::string_view rest) noexcept {
  if (rest.size() < 3 || rest[0] != '\xEF') return 0;
  const auto second = static_cast<unsigned char>(rest[1]);
  const auto third = static_cast<unsigned char>(rest[2]);
  if (third < 0x80 || third > 0xBF) return 0;
  const int at = (second - 0xBC) * 64 + (third - 0x80);
  return second >= 0xBC && at >= 1 && at <= 0x5E ? static_cast<char>(0x20 + at) : '\0';
}

constexpr std::string_view leads = "\xC2\xE2\xE3\xEF";

const Replacement* replacement_at(std::string_view rest) noexcept {
  if (leads.find(rest[0]) == std::string_view::npos) return nullptr;
  for (const Replacement& r : replacements) {
    if (rest.starts_with(r.from)) return &r;
  }
  return nullptr;
}

// Appends what `rest` begins with and returns how many bytes that was.
std::size_t append_plain(std::string& out, std::string_view rest) {
  if (static_cast<unsigned char>(rest[0]) < 0x80) {
    out += rest[0] >= '\t' && rest[0] <= '\r' ? ' ' : rest[0];
    return 1;
  }
  if (const char c = ascii_of_full_width(rest)) {
    out += c;
    return 3;
  }
  if (const Replacement* r = replacement_at(rest)) {
    out += r->to;
    return r->from.size();
  }
  out += rest[0];
  return 1;
}

}  // namespace

std::string_view trim(std::string_view text) noexcept {
  constexpr std::string_view blanks = " \t\r\n\v\f";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string plain(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) at += append_plain(out, text.substr(at));
  const std::string_view kept = trim(out);
  if (kept.size() == out.size()) return out;
  return std::string(kept);
}

std::string listed(std::span<const std::string> names) {
  std::string list;
  for (const std::string& name : names) list.append(list.empty() ? "" : ", ").append(name);
  return list;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

}  // namespace guanxi
