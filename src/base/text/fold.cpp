// fold, fold_search and normalize. A character that folds to one other and cannot combine with its neighbours goes
// through a table; a run of others, with the character before it, is decomposed and composed again.
#include <algorithm>
#include <array>
#include <utility>

#include "base/text/tables.h"
#include "base/text/unicode.h"
#include "base/text/utf8.h"
#include "guanxi/text.h"

namespace guanxi::text {
namespace {

enum class Form { normal, folded, searched };

constexpr bool ideograph(char32_t c) noexcept { return c >= 0x3400 && c <= 0x9FFF && !(c >= 0x4DC0 && c < 0x4E00); }

constexpr char32_t slow = 0xFFFFFFFF;

// What the table says that `c` becomes, or `slow`.
char32_t fold_one(char32_t c) noexcept {
  if (c >= fold_end) return c < 0x2F800 ? sparse_fold(c) : slow;
  const std::uint16_t value = fold_value(c);
  if (value == 0) return c;
  if (value == fold_far) return sparse_fold(c);
  return value == fold_slow ? slow : value;
}

char32_t quick(Form form, char32_t c) noexcept {
  if (form != Form::normal) return fold_one(c);
  return c < 0x80 || ideograph(c) || fold_one(c) == c ? c : slow;
}

// Letters that have no canonical decomposition, and what people type for them.
struct Letter {
  char32_t from;
  std::string_view to;
};
constexpr std::array letters{
    Letter{0xE6, "ae"},  Letter{0xF0, "d"},   Letter{0xF8, "o"},   Letter{0xFE, "th"},  Letter{0x111, "d"},
    Letter{0x127, "h"},  Letter{0x131, "i"},  Letter{0x138, "k"},  Letter{0x142, "l"},  Letter{0x14B, "n"},
    Letter{0x153, "oe"}, Letter{0x167, "t"},  Letter{0x180, "b"},  Letter{0x188, "c"},  Letter{0x192, "f"},
    Letter{0x199, "k"},  Letter{0x19A, "l"},  Letter{0x1B6, "z"},  Letter{0x1E5, "g"},  Letter{0x23C, "c"},
    Letter{0x247, "e"},  Letter{0x249, "j"},  Letter{0x24D, "r"},  Letter{0x24F, "y"},  Letter{0x253, "b"},
    Letter{0x257, "d"},  Letter{0x268, "i"},  Letter{0x289, "u"}};

bool is_accent(char32_t c) noexcept { return c >= 0x300 && contains(accents, accents_size, c); }

std::u32string decomposed_text(const std::u32string& from, Decomposition how) {
  std::u32string out;
  for (const char32_t c : from) decompose(c, how, out);
  reorder(out);
  return out;
}

class Folder {
 public:
  Folder(Form form, std::string_view s) : form_(form), in_(s) { out_.reserve(s.size()); }

  std::string run() && {
    for (std::size_t at = 0; at < in_.size();) {
      const std::size_t start = at;
      const char32_t c = read(in_, at);
      const char32_t folded = quick(form_, c);
      if (folded == slow) {
        at = combine(start);
      } else {
        remember(start);
        put(folded);
      }
    }
    if (form_ != Form::normal && !out_.empty() && out_.back() == ' ') out_.pop_back();
    return std::move(out_);
  }

 private:
  // The last character that came through the table: marks after it may combine with it.
  void remember(std::size_t start) noexcept {
    base_in_ = start;
    base_out_ = out_.size();
  }

  // Folds the base and all characters up to the next one of the table; returns where that is.
  std::size_t combine(std::size_t start) {
    const std::size_t first = base_in_ == none ? start : base_in_;
    if (base_in_ != none) out_.resize(base_out_);
    std::u32string run;
    std::size_t at = first;
    while (at < in_.size()) {
      std::size_t after = at;
      const char32_t c = read(in_, after);
      if (at >= start && quick(form_, c) != slow) break;
      run += c;
      at = after;
    }
    base_in_ = none;
    for (const char32_t c : normalized(run)) put_composed(c);
    return at;
  }

  std::u32string normalized(const std::u32string& run) const {
    std::u32string out = decomposed_text(run, Decomposition::compatible);
    if (form_ != Form::normal) out = decomposed_text(out, Decomposition::folded);
    if (form_ == Form::searched) std::erase_if(out, is_accent);
    compose(out);
    return out;
  }

  void put_composed(char32_t c) {
    if (form_ == Form::normal) return write(out_, c);
    const char32_t folded = fold_one(c);
    put(folded == slow ? c : folded);
  }

  void put(char32_t c) {
    if (form_ != Form::normal && c == ' ') {
      base_in_ = none;
      if (!out_.empty() && out_.back() != ' ') out_ += ' ';
    } else if (form_ == Form::searched && c >= 0x80 && !ideograph(c)) {
      put_plain(c);
    } else {
      write(out_, c);
    }
  }

  // Writes `c` without its accents.
  void put_plain(char32_t c) {
    const auto found = std::find_if(letters.begin(), letters.end(), [c](const Letter& l) { return l.from >= c; });
    if (found != letters.end() && found->from == c) {
      out_ += found->to;
      return;
    }
    std::u32string parts;
    decompose(c, Decomposition::canonical, parts);
    if (parts.size() < 2 || !is_accent(parts.back())) return write(out_, c);
    put_plain(parts.front());
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const Form form_;
  const std::string_view in_;
  std::string out_;
  std::size_t base_in_ = none, base_out_ = 0;
};

}  // namespace

std::string fold(std::string_view s) { return Folder(Form::folded, s).run(); }

std::string fold_search(std::string_view s) { return Folder(Form::searched, s).run(); }

std::string normalize(std::string_view s) { return Folder(Form::normal, s).run(); }

std::string simplify(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t at = 0; at < s.size();) {
    const char32_t c = read(s, at);
    write(out, ideograph(c) || c >= fold_end ? (c >= 0x2F800 ? c : fold_one(c)) : c);
  }
  return out;
}

}  // namespace guanxi::text
