// Text folding on arbitrary bytes.
#include <cstdint>
#include <cstdlib>

#include "guanxi/text.h"

using namespace guanxi;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void folds(std::string_view s) {
  const std::string folded = text::fold(s), searched = text::fold_search(s);
  require(text::is_valid(folded) && text::is_valid(searched));
  require(text::fold(folded) == folded && text::fold_search(searched) == searched);
  require(text::fold(text::normalize(s)) == folded);
  require(text::fold_search(folded) == searched && text::fold(searched) == searched);
  const std::string simplified = text::simplify(s), normal = text::normalize(s);
  require(text::simplify(simplified) == simplified && text::normalize(normal) == normal);
  require(text::fold(simplified) == folded);
}

void is_spoken(std::string_view s) {
  const auto spoken = text::pinyin(s, 8), initials = text::initials(s, 8);
  require(spoken.size() <= 8 && initials.size() <= 8);
  require(spoken.empty() == initials.empty());
  require(text::pinyin(s, 3).size() <= spoken.size());
}

void is_cut(std::string_view s) {
  for (const auto& cut : text::syllables(s)) {
    std::string whole;
    for (const auto syllable : cut) whole += syllable;
    require(whole == s);
  }
}

void is_measured(std::string_view s) {
  std::size_t at = 0, characters = 0;
  std::string copy;
  while (at < s.size()) {
    const std::size_t before = at;
    text::append(copy, text::next(s, at));
    require(at > before && at <= s.size());
    ++characters;
  }
  require(text::is_valid(s) == (copy == s));
  require(text::width(s) <= 2 * characters);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view s(reinterpret_cast<const char*>(data), size);
  folds(s);
  is_spoken(s);
  is_cut(s);
  is_measured(s);
  return 0;
}
