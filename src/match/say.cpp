// Explanations in words.
#include <cstdio>

#include "match/configuration.h"
#include "match/score/degrees.h"

namespace guanxi::match {

namespace {

std::string signed_number(double weight) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", weight < 0 ? -weight : weight);
  return std::string(weight < 0 ? "−" : "+") + text;
}

std::string sentence(const FieldRule& field, const Reason& reason, Language language) {
  const auto& degree = degrees_of(field.role)[reason.degree];
  const bool chinese = language == Language::chinese;
  std::string out(label_of(field, language));
  out.append(chinese ? "" : " ").append(chinese ? degree.chinese : degree.english);
  if (reason.rare) out.append(chinese ? "（少见）" : ", rare");
  return out.append(" ").append(signed_number(reason.weight));
}

}  // namespace

std::string Detector::say(const Explanation& explanation, Language language) const {
  std::string out;
  for (const auto& reason : explanation.reasons) {
    if (!out.empty()) out += " · ";
    const auto& fields = configuration().fields;
    const bool prior = reason.field == fields.size();
    if (prior) out.append(language == Language::chinese ? "起始" : "before looking").append(" ").append(signed_number(reason.weight));
    else out += sentence(fields[reason.field], reason, language);
  }
  return out;
}

}  // namespace guanxi::match
