// What was learnt, as text: a line for all, then one a field.
#include <charconv>
#include <cmath>

#include "match/detector.h"

namespace guanxi::match {

namespace {

constexpr std::string_view first_word = "learnt-1";

void put(std::string& out, double number) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, number).ptr;
  out.append(" ").append(text, end);
}

// Takes words off the front; what is missing or no number makes it bad.
class Words {
 public:
  explicit Words(std::string_view text) noexcept : rest_(text) {}

  bool is(std::string_view word) noexcept { return next() == word; }
  double number() noexcept {
    const auto word = next();
    double out = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), out);
    good_ = good_ && error == std::errc() && end == word.data() + word.size() && std::isfinite(out);
    return out;
  }
  // A chance, which is weighed by its logarithm.
  double chance() noexcept {
    const double out = number();
    good_ = good_ && out > 0;
    return out;
  }
  bool good() const noexcept { return good_; }
  bool at_end() const noexcept { return rest_.empty(); }

 private:
  std::string_view next() noexcept {
    const auto end = rest_.find_first_of(" \n");
    const auto word = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    return word;
  }

  std::string_view rest_;
  bool good_ = true;
};

bool read_field(Words& words, const FieldRule& field, FieldChances& chances) {
  if (!words.is(name_of(field.role)) || words.number() != static_cast<double>(chances.count)) return false;
  for (std::size_t d = 0; d < chances.count; ++d) {
    chances.degrees[d].m = words.chance();
    chances.degrees[d].u = words.chance();
    chances.typical[d] = static_cast<float>(words.number());
  }
  return words.good();
}

}  // namespace

std::string Detector::learnt() const {
  const auto& s = *state_;
  std::string out;
  if (!s.trained) return out;
  out.append(first_word).append(" ").append(name_of(s.configuration.kind));
  put(out, s.chances.prior);
  out += "\n";
  for (std::size_t i = 0; i < s.fields().size(); ++i) {
    const auto& chances = s.chances.fields[i];
    out += name_of(s.fields()[i].role);
    put(out, static_cast<double>(chances.count));
    for (std::size_t d = 0; d < chances.count; ++d) put(out, chances.degrees[d].m), put(out, chances.degrees[d].u), put(out, static_cast<double>(chances.typical[d]));
    out += "\n";
  }
  return out;
}

bool Detector::learn(std::string_view learnt) {
  auto& s = *state_;
  auto chances = ready_chances(s.configuration.kind, s.fields());
  if (!learnt.empty()) {
    Words words(learnt);
    if (!words.is(first_word) || !words.is(name_of(s.configuration.kind))) return false;
    chances.prior = words.number();
    for (std::size_t i = 0; i < s.fields().size(); ++i)
      if (!read_field(words, s.fields()[i], chances.fields[i])) return false;
    if (!words.good() || !words.at_end()) return false;
  }
  chances.settle();
  s.chances = std::move(chances);
  s.trained = !learnt.empty();
  return true;
}

}  // namespace guanxi::match
