#include "match/score/edit.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace guanxi::match {

namespace {
constexpr std::size_t compared_letters = 64;
}

std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) noexcept {
  a = a.substr(0, compared_letters), b = b.substr(0, compared_letters);
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  if (a.empty()) return b.size();
  if (limit == 1) return b.size() == 1 || (b.size() == 2 && a.size() == 2 && a[0] == b[1] && a[1] == b[0]) ? 1 : 2;
  std::array<std::array<std::uint8_t, compared_letters + 1>, 3> rows;
  auto *before = rows[0].data(), *above = rows[1].data(), *row = rows[2].data();
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<std::uint8_t>(i);
    std::uint8_t least = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto substituted = static_cast<std::uint8_t>(above[j - 1] + (a[i - 1] != b[j - 1]));
      row[j] = std::min({substituted, static_cast<std::uint8_t>(above[j] + 1), static_cast<std::uint8_t>(row[j - 1] + 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], static_cast<std::uint8_t>(before[j - 2] + 1));
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    std::swap(before, above), std::swap(above, row);
  }
  return std::min<std::size_t>(above[b.size()], limit + 1);
}

bool same_stem(std::string_view a, std::string_view b) noexcept {
  constexpr std::size_t shortest = 5;
  const auto shared = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  return shared >= shortest && 10 * shared >= 6 * std::max(a.size(), b.size());
}

double jaro_winkler(std::string_view a, std::string_view b) noexcept {
  a = a.substr(0, compared_letters), b = b.substr(0, compared_letters);
  if (a == b) return 1;
  if (a.empty() || b.empty()) return 0;
  const auto window = std::max<std::size_t>(std::max(a.size(), b.size()) / 2, 1) - 1;
  std::uint64_t in_a = 0, in_b = 0;
  std::size_t common = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto end = std::min(i + window + 1, b.size());
    for (auto j = i > window ? i - window : 0; j < end; ++j) {
      if ((in_b >> j & 1) != 0 || a[i] != b[j]) continue;
      in_a |= 1ULL << i, in_b |= 1ULL << j;
      ++common;
      break;
    }
  }
  if (common == 0) return 0;
  std::size_t moved = 0, j = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if ((in_a >> i & 1) == 0) continue;
    while ((in_b >> j & 1) == 0) ++j;
    moved += a[i] != b[j++];
  }
  const auto c = static_cast<double>(common);
  const double jaro = (c / static_cast<double>(a.size()) + c / static_cast<double>(b.size()) + (c - static_cast<double>(moved) / 2) / c) / 3;
  std::size_t prefix = 0;
  while (prefix < 4 && prefix < a.size() && prefix < b.size() && a[prefix] == b[prefix]) ++prefix;
  return jaro + 0.1 * static_cast<double>(prefix) * (1 - jaro);
}

}  // namespace guanxi::match
