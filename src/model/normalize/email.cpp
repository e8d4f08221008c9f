#include <algorithm>

#include "base/plain.h"
#include "guanxi/text.h"
#include "model/normalize.h"
#include "model/normalize/domains.h"

namespace guanxi {

namespace {

std::string lower_case(std::string_view s) {
  const bool plain = std::none_of(s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return plain ? lower(s) : text::fold(s);
}

// Dots, letters, digits and hyphens, at least one dot inside, no digit behind the last one (as in the address of a
// machine); letters beyond ASCII pass.
bool is_host(std::string_view host) noexcept {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
  };
  const auto dot = host.rfind('.');
  return dot != std::string_view::npos && dot != 0 && dot + 2 < host.size() && host.front() != '.' &&
         !(host[dot + 1] >= '0' && host[dot + 1] <= '9') && host.find("..") == std::string_view::npos && std::all_of(host.begin(), host.end(), fits);
}

// One address without what surrounds it: "mailto:", a name before <…>, a dot at the end.
std::string_view bare(std::string_view s) noexcept {
  if (const auto open = s.rfind('<'); open != std::string_view::npos) s = s.substr(open + 1, s.find('>', open) - open - 1);
  while (s.starts_with("mailto:")) s.remove_prefix(7);
  while (!s.empty() && (s.back() == '.' || s.back() == '>')) s.remove_suffix(1);
  return s;
}

std::string_view host_of(std::string_view s) noexcept {
  if (const auto scheme = s.find("://"); scheme != std::string_view::npos) s.remove_prefix(scheme + 3);
  s = s.substr(0, s.find_first_of("/?#\\"));
  if (const auto at = s.rfind('@'); at != std::string_view::npos) s.remove_prefix(at + 1);
  s = s.substr(0, s.find(':'));
  while (s.ends_with('.')) s.remove_suffix(1);
  return s;
}

}  // namespace

void each_email(std::string_view text, FunctionRef<void(std::string&&)> sink) {
  const auto all = lower_case(text);
  const std::string_view view = all;
  for (std::size_t i = 0; i < view.size();) {
    auto end = view.find_first_of(" \t\r\n;,|/", i);
    end = std::min(end, view.size());
    // A full stop of Chinese and an enumeration comma part addresses too.
    auto part = view.substr(i, end - i);
    if (const auto comma = part.find("、"); comma != std::string_view::npos) {
      end = i + comma;
      part = part.substr(0, comma);
    }
    i = view.substr(end).starts_with("、") ? end + 3 : end + 1;
    part = bare(part);
    const auto at = part.find('@');
    if (at == 0 || at == std::string_view::npos || !is_host(part.substr(at + 1))) continue;
    sink(std::string(part));
  }
}

std::string normal_email(std::string_view email) {
  std::string first;
  each_email(email, [&](std::string&& normal) {
    if (first.empty()) first = std::move(normal);
  });
  return first;
}

std::string normal_domain(std::string_view website_or_email) {
  const auto folded = lower_case(website_or_email);
  std::string_view s = folded;
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  s = host_of(s.substr(0, s.find_first_of(" \t\r\n;,")));
  if (!is_host(s)) return {};
  return std::string(registrable(s));
}

}  // namespace guanxi
