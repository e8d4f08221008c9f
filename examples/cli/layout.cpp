// Text that fits: cleaning, cutting, padding and breaking by what a terminal shows.
#include "format.h"
#include "guanxi/text.h"

namespace cli {

std::string clean(std::string_view s) {
  std::string out;
  for (std::size_t at = 0; at < s.size();) {
    const char32_t c = text::next(s, at);
    const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    if (control) {
      out += ' ';
    } else {
      text::append(out, c);
    }
  }
  return out;
}

std::string cut(std::string_view s, std::size_t columns) {
  if (text::width(s) <= columns) return std::string(s);
  std::string out;
  std::size_t used = 0;
  for (std::size_t at = 0; at < s.size();) {
    const std::size_t from = at;
    text::next(s, at);
    const auto piece = s.substr(from, at - from);
    const auto wide = text::width(piece);
    if (used + wide + 1 > columns) break;
    out += piece;
    used += wide;
  }
  while (out.ends_with(' ')) out.pop_back();
  return columns == 0 ? std::string() : out + "…";
}

std::string pad(std::string_view s, std::size_t columns, bool right) {
  const auto wide = text::width(s);
  const std::string blanks(wide < columns ? columns - wide : 0, ' ');
  return right ? blanks + std::string(s) : std::string(s) + blanks;
}

std::string repeat(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  while (times-- > 0) out += piece;
  return out;
}

namespace {

// Where a line of `columns` that begins at `from` ends: behind its last blank or wide character, or in a long word.
std::size_t line_end(std::string_view s, std::size_t from, std::size_t columns) {
  std::size_t used = 0, good = from;
  for (std::size_t at = from; at < s.size();) {
    const std::size_t start = at;
    const char32_t c = text::next(s, at);
    if (c == '\n') return start;
    const auto wide = text::width(s.substr(start, at - start));
    if (used + wide > columns) return good > from ? good : (start > from ? start : at);
    used += wide;
    if (c == ' ' || wide == 2) good = at;
  }
  return s.size();
}

}  // namespace

std::vector<std::string> wrap(std::string_view s, std::size_t columns) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < s.size();) {
    const auto end = line_end(s, from, columns);
    std::string line(s.substr(from, end - from));
    while (line.ends_with(' ') || line.ends_with('\r')) line.pop_back();
    lines.push_back(std::move(line));
    from = end;
    while (from < s.size() && s[from] == ' ') ++from;
    if (from < s.size() && s[from] == '\n') ++from;
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

}  // namespace cli
