// The patterns of XPath differ from Perl's in a few places: what a dot takes, classes by subtraction, names of blocks,
// no look-around, no references to groups that are still open.
#include <algorithm>
#include <vector>

#include "expr/feel/regex.h"

namespace guanxi::feel {
namespace {

struct Block {
  std::string_view name, range;
};
constexpr Block blocks[]{
    {"BasicLatin", "\\x{0}-\\x{7F}"},          {"Latin-1Supplement", "\\x{80}-\\x{FF}"},
    {"LatinExtended-A", "\\x{100}-\\x{17F}"},  {"LatinExtended-B", "\\x{180}-\\x{24F}"},
    {"IPAExtensions", "\\x{250}-\\x{2AF}"},    {"CombiningDiacriticalMarks", "\\x{300}-\\x{36F}"},
    {"Greek", "\\x{370}-\\x{3FF}"},            {"GreekandCoptic", "\\x{370}-\\x{3FF}"},
    {"Cyrillic", "\\x{400}-\\x{4FF}"},         {"Armenian", "\\x{530}-\\x{58F}"},
    {"Hebrew", "\\x{590}-\\x{5FF}"},           {"Arabic", "\\x{600}-\\x{6FF}"},
    {"Devanagari", "\\x{900}-\\x{97F}"},       {"Thai", "\\x{E00}-\\x{E7F}"},
    {"Georgian", "\\x{10A0}-\\x{10FF}"},       {"HangulJamo", "\\x{1100}-\\x{11FF}"},
    {"GeneralPunctuation", "\\x{2000}-\\x{206F}"}, {"CurrencySymbols", "\\x{20A0}-\\x{20CF}"},
    {"Arrows", "\\x{2190}-\\x{21FF}"},         {"MathematicalOperators", "\\x{2200}-\\x{22FF}"},
    {"BoxDrawing", "\\x{2500}-\\x{257F}"},     {"CJKSymbolsandPunctuation", "\\x{3000}-\\x{303F}"},
    {"Hiragana", "\\x{3040}-\\x{309F}"},       {"Katakana", "\\x{30A0}-\\x{30FF}"},
    {"Bopomofo", "\\x{3100}-\\x{312F}"},       {"CJKUnifiedIdeographs", "\\x{4E00}-\\x{9FFF}"},
    {"CJKUnifiedIdeographsExtensionA", "\\x{3400}-\\x{4DBF}"}, {"HangulSyllables", "\\x{AC00}-\\x{D7AF}"},
    {"PrivateUse", "\\x{E000}-\\x{F8FF}"},     {"HalfwidthandFullwidthForms", "\\x{FF00}-\\x{FFEF}"},
};

constexpr std::string_view categories =
    " L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn ";

class Translator {
 public:
  Translator(std::string_view pattern, bool dot_takes_all) : in_(pattern), dot_takes_all_(dot_takes_all) {}

  std::optional<std::string> run() {
    alternatives();
    if (at_ < in_.size() || failed_) return std::nullopt;
    return std::move(out_);
  }

 private:
  bool more() const { return !failed_ && at_ < in_.size(); }
  char here() const { return in_[at_]; }
  bool take(char c) {
    if (!more() || here() != c) return false;
    ++at_;
    return true;
  }
  void fail() { failed_ = true; }

  void alternatives() {
    if (++depth_ > 100) return fail();
    while (more() && here() != ')') {
      if (take('|')) {
        out_ += '|';
      } else {
        atom();
        if (more()) quantifier();
      }
    }
    --depth_;
  }

  void atom() {
    const char c = in_[at_++];
    switch (c) {
      case '.': out_ += dot_takes_all_ ? "(?s:.)" : "[^\\n\\r]"; break;
      case '^': case '$': out_ += c; break;
      case '\\': escape(false); break;
      case '[': out_ += char_class(); break;
      case '(': group(); break;
      case '*': case '+': case '?': case '{': case '}': case ']': fail(); break;
      default: literal(c);
    }
  }

  void literal(char c) {
    if (c == '#' || c == ' ' || c == '-' || c == '&' || c == '~') out_ += '\\';
    out_ += c;
  }

  void group() {
    if (take('?')) {
      if (!take(':')) return fail();
      out_ += "(?:";
      alternatives();
    } else {
      const std::size_t number = ++groups_;
      out_ += '(';
      alternatives();
      closed_.push_back(number);
    }
    if (!take(')')) fail();
    out_ += ')';
  }

  void quantifier() {
    const std::size_t start = at_;
    if (here() == '*' || here() == '+' || here() == '?') {
      ++at_;
    } else if (here() == '{') {
      const std::size_t end = in_.find('}', at_);
      if (end == std::string_view::npos) return fail();
      const std::string_view inside = in_.substr(at_ + 1, end - at_ - 1);
      const bool sound = !inside.empty() && inside.front() != ',' && inside.size() < 12 && std::count(inside.begin(), inside.end(), ',') <= 1 &&
                         std::all_of(inside.begin(), inside.end(), [](char c) { return c == ',' || (c >= '0' && c <= '9'); });
      if (!sound) return fail();
      at_ = end + 1;
    } else {
      return;
    }
    if (more() && here() == '?') ++at_;
    out_ += in_.substr(start, at_ - start);
    if (more() && (here() == '*' || here() == '+' || here() == '?' || here() == '{')) fail();
  }

  // \p{…}: the inside of a class, or empty when it is none.
  std::string property(bool negated) {
    const std::size_t end = more() && here() == '{' ? in_.find('}', at_) : std::string_view::npos;
    if (end == std::string_view::npos) return fail(), "";
    const std::string_view name = in_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (name.starts_with("Is")) {
      const auto block = std::find_if(std::begin(blocks), std::end(blocks), [&](const Block& b) { return b.name == name.substr(2); });
      if (block == std::end(blocks)) return fail(), "";
      is_block_ = true;
      return (negated ? "^" : "") + std::string(block->range);
    }
    if (name.empty() || categories.find(" " + std::string(name) + " ") == std::string_view::npos) return fail(), "";
    return (negated ? "\\P{" : "\\p{") + std::string(name) + "}";
  }

  // Behind a backslash. Inside a class no references and no classes that are negated wholes.
  void escape(bool in_class) {
    if (!more()) return fail();
    const char c = in_[at_++];
    static constexpr std::string_view plain = "nrt\\|.?*+(){}-[]^$";
    if (plain.find(c) != std::string_view::npos) {
      out_ += '\\';
      out_ += c;
    } else if (c == 'p' || c == 'P') {
      is_block_ = false;
      const std::string inside = property(c == 'P');
      if (is_block_ && in_class && inside.starts_with("^")) return fail();
      out_ += is_block_ && !in_class ? "[" + inside + "]" : inside;
    } else if (c >= '1' && c <= '9' && !in_class) {
      reference(c);
    } else {
      shorthand(c, in_class);
    }
  }

  void shorthand(char c, bool in_class) {
    struct Short {
      char letter;
      std::string_view inside, whole;
    };
    static constexpr Short shorts[]{
        {'s', " \\t\\n\\r", "[ \\t\\n\\r]"},        {'S', "", "[^ \\t\\n\\r]"},
        {'d', "\\p{Nd}", "\\p{Nd}"},                {'D', "\\P{Nd}", "\\P{Nd}"},
        {'w', "\\p{L}\\p{M}\\p{N}\\p{S}", "[\\p{L}\\p{M}\\p{N}\\p{S}]"}, {'W', "\\p{P}\\p{Z}\\p{C}", "[\\p{P}\\p{Z}\\p{C}]"},
        {'i', "\\p{L}_:", "[\\p{L}_:]"},            {'I', "", "[^\\p{L}_:]"},
        {'c', "\\p{L}\\p{M}\\p{Nd}._:\\-\\x{B7}", "[\\p{L}\\p{M}\\p{Nd}._:\\-\\x{B7}]"}, {'C', "", "[^\\p{L}\\p{M}\\p{Nd}._:\\-\\x{B7}]"},
    };
    const auto found = std::find_if(std::begin(shorts), std::end(shorts), [&](const Short& s) { return s.letter == c; });
    if (found == std::end(shorts) || (in_class && found->inside.empty() && c != 'S')) return fail();
    out_ += !in_class ? found->whole : c == 'S' ? std::string_view("\\S") : found->inside;
  }

  // As many digits as still name a group that is closed.
  void reference(char first) {
    std::size_t number = static_cast<std::size_t>(first - '0');
    const auto is_closed = [&](std::size_t n) { return std::find(closed_.begin(), closed_.end(), n) != closed_.end(); };
    if (!is_closed(number)) return fail();
    while (more() && here() >= '0' && here() <= '9' && is_closed(number * 10 + static_cast<std::size_t>(here() - '0'))) {
      number = number * 10 + static_cast<std::size_t>(in_[at_++] - '0');
    }
    out_ += "\\g{" + std::to_string(number) + "}";
  }

  // [a-z-[aeiou]] is what is in the first and not in the second.
  std::string char_class() {
    if (++depth_ > 100) return fail(), "";
    std::string before = std::exchange(out_, {});
    out_ += take('^') ? "[^" : "[";
    std::string without;
    bool any = false;
    while (more() && here() != ']') {
      if (here() == '-' && any && at_ + 1 < in_.size() && in_[at_ + 1] == '[') {
        at_ += 2;
        without = char_class();
        break;
      }
      class_item();
      any = true;
    }
    if (!any || !take(']')) fail();
    std::string inside = std::exchange(out_, std::move(before)) + "]";
    --depth_;
    return without.empty() ? inside : "(?:(?!" + without + ")" + inside + ")";
  }

  void class_item() {
    const char c = in_[at_++];
    if (c == '[') return fail();
    if (c == '\\') return escape(true);
    if (c == '-') {
      const bool between = !out_.ends_with('[') && !out_.ends_with("[^") && more() && here() != ']';
      out_ += between ? "-" : "\\-";
      return;
    }
    if (c == '^' || c == '&' || c == '~') out_ += '\\';
    out_ += c;
  }

  std::string_view in_;
  bool dot_takes_all_;
  std::string out_;
  std::size_t at_ = 0, groups_ = 0;
  std::vector<std::size_t> closed_;
  int depth_ = 0;
  bool failed_ = false, is_block_ = false;
};

// Without the blanks outside of classes, as the flag x asks.
std::string without_blanks(std::string_view pattern) {
  std::string out;
  int depth = 0;
  bool escaped = false;
  for (const char c : pattern) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (blank && depth == 0) continue;
    if (!escaped && c == '[') ++depth;
    if (!escaped && c == ']' && depth > 0) --depth;
    escaped = !escaped && c == '\\';
    out += c;
  }
  return out;
}

std::string quoted_pattern(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\^$.|?*+()[]{}-#").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::optional<std::string> translated_pattern(std::string_view pattern, std::string_view flags) {
  if (flags.find_first_not_of("smixq") != std::string_view::npos) return std::nullopt;
  const auto has = [&](char flag) { return flags.find(flag) != std::string_view::npos; };
  if (has('q')) return quoted_pattern(pattern);
  const std::string squeezed = has('x') ? without_blanks(pattern) : std::string(pattern);
  return Translator(squeezed, has('s')).run();
}

}  // namespace guanxi::feel
