#include "store/search/characters.h"

#include "base/text/unicode.h"
#include "guanxi/text.h"

namespace guanxi::store::search {

Kind kind_of(char32_t c) noexcept {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? Kind::word : Kind::other;
  const bool kana = (c >= 0x3041 && c <= 0x30ff && c != 0x30fb) || (c >= 0x31f0 && c <= 0x31ff);
  const bool hangul = c >= 0xac00 && c <= 0xd7a3;
  if (kana || hangul || text::is_han(c)) return Kind::cjk;
  return text::makes_words(c) ? Kind::word : Kind::other;
}

void segments(std::string_view folded, FunctionRef<void(const Segment&, bool adjoining)> sink) {
  Kind open = Kind::other;
  std::size_t start = 0, end_of_last = std::string_view::npos;
  const auto close = [&](std::size_t at) {
    if (open != Kind::other) {
      sink({open, folded.substr(start, at - start)}, start == end_of_last);
      end_of_last = at;
    }
  };
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t here = at;
    const Kind kind = kind_of(text::next(folded, at));
    if (kind == open) continue;
    close(here);
    open = kind;
    start = here;
  }
  close(folded.size());
}

}  // namespace guanxi::store::search
