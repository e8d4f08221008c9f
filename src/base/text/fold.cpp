// fold, fold_search and normalize. A character that folds to one other and cannot combine with its neighbours goes
// through a table; a run of others, with the character before it, through utf8proc.
#include <algorithm>
#include <array>
#include <tuple>
#include <utility>
#include <vector>

#include <utf8proc.h>

#include "base/text/tables.h"
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

using Buffer = std::vector<utf8proc_int32_t>;

// A character's decomposition; the longest in Unicode has 18 parts.
struct Parts {
  Parts(char32_t c, int options) {
    int boundary = 0;
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(),
                                               static_cast<utf8proc_ssize_t>(parts.size()),
                                               static_cast<utf8proc_option_t>(options), &boundary);
    size = static_cast<std::size_t>(count);
  }
  std::array<utf8proc_int32_t, 32> parts;
  std::size_t size;
};

auto combining_class(utf8proc_int32_t c) noexcept { return utf8proc_get_property(c)->combining_class; }

// Puts a run of combining marks in canonical order; marks of one class stay in theirs.
void sort_marks(Buffer::iterator first, Buffer::iterator last) {
  const auto lower = [](auto a, auto b) { return combining_class(a) < combining_class(b); };
  if (std::is_sorted(first, last, lower)) return;
  std::vector<std::tuple<int, std::size_t, utf8proc_int32_t>> marks;
  for (auto at = first; at != last; ++at) marks.emplace_back(combining_class(*at), marks.size(), *at);
  std::sort(marks.begin(), marks.end());
  std::transform(marks.begin(), marks.end(), first, [](const auto& mark) { return std::get<2>(mark); });
}

void reorder(Buffer& buffer) {
  const auto starts = [](auto c) { return combining_class(c) == 0; };
  for (auto at = buffer.begin(); at != buffer.end();) {
    const auto first = std::find_if_not(at, buffer.end(), starts);
    at = std::find_if(first, buffer.end(), starts);
    sort_marks(first, at);
  }
}

void compose(Buffer& buffer) {
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE);
  const auto size = utf8proc_normalize_utf32(buffer.data(), static_cast<utf8proc_ssize_t>(buffer.size()), options);
  buffer.resize(static_cast<std::size_t>(size));
}

void decompose_all(const Buffer& from, int options, Buffer& to) {
  to.clear();
  for (const auto c : from) {
    const Parts parts(static_cast<char32_t>(c), options);
    to.insert(to.end(), parts.parts.begin(), parts.parts.begin() + static_cast<std::ptrdiff_t>(parts.size));
  }
  reorder(to);
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
    Buffer run;
    std::size_t at = first;
    while (at < in_.size()) {
      std::size_t after = at;
      const char32_t c = read(in_, after);
      if (at >= start && quick(form_, c) != slow) break;
      run.push_back(static_cast<utf8proc_int32_t>(c));
      at = after;
    }
    base_in_ = none;
    for (const auto c : normalized(std::move(run))) put_composed(static_cast<char32_t>(c));
    return at;
  }

  Buffer normalized(Buffer run) const {
    Buffer other;
    if (form_ == Form::normal) {
      decompose_all(run, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, other);
    } else {
      decompose_all(run, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, other);
      run.swap(other);
      decompose_all(run, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE, other);
      if (form_ == Form::searched) std::erase_if(other, [](auto c) { return is_accent(static_cast<char32_t>(c)); });
    }
    compose(other);
    return other;
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
    const Parts parts(c, UTF8PROC_DECOMPOSE);
    if (parts.size < 2 || !is_accent(static_cast<char32_t>(parts.parts[parts.size - 1]))) return write(out_, c);
    put_plain(static_cast<char32_t>(parts.parts[0]));
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
