#include "guanxi/field.h"

#include "model/labels.h"

namespace guanxi {

std::string_view label_of(const AnyField& field, Language language) noexcept {
  const auto label = first_label(field.labels, language);
  return label.empty() ? field.name : label;
}

std::vector<std::string_view> all_labels(std::string_view labels) {
  std::vector<std::string_view> found;
  while (!labels.empty()) {
    const auto end = labels.find_first_of(",|");
    if (end != 0) found.push_back(labels.substr(0, end));
    labels.remove_prefix(end == std::string_view::npos ? labels.size() : end + 1);
  }
  return found;
}

}  // namespace guanxi
