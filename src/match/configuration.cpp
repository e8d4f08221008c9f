#include "match/configuration.h"

#include <algorithm>
#include <array>

namespace guanxi::match {

namespace {

constexpr std::array<std::string_view, role_count> role_names{
    "organisation_name", "other_name", "person_name", "given_name", "family_name",  "tax_id", "identifier", "phone",    "email",
    "website",           "date",       "address",     "street",     "house_number", "city",   "region",     "postcode", "category"};
constexpr std::array<std::string_view, 3> kind_names{"organisation", "person", "site"};

struct Said {
  std::string_view name, english, chinese;
};
constexpr std::array<Said, 6> verdicts{{{"new", "new", "新记录"},
                                        {"perhaps", "perhaps the same", "可能相同"},
                                        {"same_group", "same group", "同一集团"},
                                        {"subsidiary", "parent or subsidiary", "母子公司"},
                                        {"branch", "branch", "分支机构"},
                                        {"same", "same", "相同"}}};

template <class Enum, std::size_t n>
std::optional<Enum> named(const std::array<std::string_view, n>& names, std::string_view name) noexcept {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view name_of(Role role) noexcept { return role_names[static_cast<std::size_t>(role)]; }
std::optional<Role> role_named(std::string_view name) noexcept { return named<Role>(role_names, name); }
std::string_view name_of(Kind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)]; }
std::optional<Kind> kind_named(std::string_view name) noexcept { return named<Kind>(kind_names, name); }
std::string_view name_of(Verdict verdict) noexcept { return verdicts[static_cast<std::size_t>(verdict)].name; }

std::string_view say(Verdict verdict, Language language) noexcept {
  const auto& said = verdicts[static_cast<std::size_t>(verdict)];
  return language == Language::chinese ? said.chinese : said.english;
}

std::string_view label_of(const FieldRule& field, Language language) noexcept {
  const std::string_view label = field.label;
  const auto bar = label.find('|');
  if (label.empty()) return field.name;
  if (bar == std::string_view::npos) return label;
  return language == Language::chinese ? label.substr(0, bar) : label.substr(bar + 1);
}

Configuration& Configuration::with(std::string field, Role role, std::string label) {
  fields.push_back({std::move(field), role, std::move(label), {}});
  return *this;
}

Configuration ready(Kind kind) {
  Configuration out;
  out.kind = kind;
  out.same_at = 0;
  out.perhaps_at = -7;
  out.ready_matches = 100;
  return out;
}

}  // namespace guanxi::match
