#include "store/search/tokens.h"

#include "guanxi/text.h"
#include "store/search/characters.h"

namespace guanxi::store::search {
namespace {

// Gives out the tokens of one cjk run. Stops for good as soon as the sink does.
class RunTokens {
 public:
  RunTokens(std::string_view run, FunctionRef<bool(std::string_view)> sink) : characters_(characters(run)), sink_(sink) {}

  bool give() {
    for (std::size_t at = 0; at < characters_.size(); ++at)
      if (!give_pair(at) || !give_pinyin(at) || !give_initials(at)) return false;
    return true;
  }

 private:
  bool give_pair(std::size_t at) {
    const std::string_view first = characters_[at].bytes;
    if (at + 1 == characters_.size()) return sink_(first);
    return sink_({first.data(), first.size() + characters_[at + 1].bytes.size()});
  }

  bool give_pinyin(std::size_t at) {
    static const std::vector<std::string_view> nothing{""};
    const bool last = at + 1 == characters_.size() || characters_[at + 1].readings.empty();
    for (const std::string_view reading : characters_[at].readings)
      for (const std::string_view next : last ? nothing : characters_[at + 1].readings) {
        token_.assign(1, pinyin_mark).append(reading).append(1, syllable_end).append(next);
        if (!sink_(token_)) return false;
      }
    return true;
  }

  bool give_initials(std::size_t at) {
    token_.assign(1, initials_mark);
    return characters_[at].readings.empty() || extend_initials(at);
  }

  bool extend_initials(std::size_t at) {
    const bool full = token_.size() == 1 + initials_length;
    if (full || at == characters_.size() || characters_[at].readings.empty()) return sink_(token_);
    char before = 0;
    for (const std::string_view reading : characters_[at].readings) {
      if (reading.front() == before) continue;
      before = reading.front();
      token_.push_back(before);
      const bool go_on = extend_initials(at + 1);
      token_.pop_back();
      if (!go_on) return false;
    }
    return true;
  }

  std::vector<Character> characters_;
  FunctionRef<bool(std::string_view)> sink_;
  std::string token_;
};

}  // namespace

std::vector<Character> characters(std::string_view run) {
  std::vector<Character> all;
  all.reserve(run.size() / 3);
  for (std::size_t at = 0; at < run.size();) {
    const std::size_t start = at;
    const char32_t c = text::next(run, at);
    all.push_back({run.substr(start, at - start), text::readings(c)});
  }
  return all;
}

std::string_view cut_word(std::string_view word) noexcept {
  if (word.size() <= longest_word) return word;
  std::size_t size = longest_word;
  while ((static_cast<unsigned char>(word[size]) & 0xc0) == 0x80) --size;
  return word.substr(0, size);
}

void folded_fields(std::string_view text, FunctionRef<bool(std::string_view)> sink) {
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (!sink(text::fold_search(text.substr(start, end - start)))) return;
    start = end + 1;
  }
}

void tokens(std::string_view text, FunctionRef<bool(std::string_view)> sink) {
  bool go_on = true;
  folded_fields(text, [&](std::string_view folded) {
    segments(folded, [&](const Segment& segment, bool) {
      if (go_on) go_on = segment.kind == Kind::word ? sink(cut_word(segment.text)) : RunTokens(segment.text, sink).give();
    });
    return go_on;
  });
}

}  // namespace guanxi::store::search
