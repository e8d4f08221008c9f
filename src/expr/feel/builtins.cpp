#include "expr/feel/builtins.h"

#include <algorithm>
#include <array>
#include <vector>

#include "expr/feel/functions.h"

namespace guanxi::feel {
namespace {

// The parts of "a,b" between the signs.
template <class F>
bool any_part(std::string_view text, char sign, F&& holds) {
  for (;;) {
    const std::size_t end = text.find(sign);
    if (holds(text.substr(0, end))) return true;
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + 1);
  }
}

bool takes_way(std::string_view way, std::size_t count) {
  if (way.starts_with('!')) return false;
  std::size_t least = 0, most = 0;
  any_part(way, ',', [&](std::string_view parameter) {
    if (parameter.ends_with('*')) most = std::string_view::npos / 2;
    if (!parameter.empty()) ++most, least += parameter.ends_with('?') ? 0 : 1;
    return false;
  });
  return count >= least && count <= most;
}

std::string_view bare(std::string_view parameter) {
  if (parameter.ends_with('?') || parameter.ends_with('*')) parameter.remove_suffix(1);
  return parameter;
}

std::size_t place_in(std::string_view way, std::span<const std::string_view> names, std::span<std::size_t> places) {
  std::size_t index = 0, used = 0, last = 0;
  bool complete = true;
  if (way.starts_with('!')) way.remove_prefix(1);
  any_part(way, ',', [&](std::string_view parameter) {
    const auto found = std::find(names.begin(), names.end(), bare(parameter));
    if (found != names.end()) {
      places[static_cast<std::size_t>(found - names.begin())] = index;
      last = index;
      ++used;
    } else if (!parameter.ends_with('?')) {
      complete = false;
    }
    ++index;
    return false;
  });
  return complete && used == names.size() ? last + 1 : 0;
}

}  // namespace

std::span<const Builtin> builtins() noexcept {
  static const std::vector<Builtin> all = [] {
    std::vector<Builtin> out;
    for (const auto part : {number_functions(), string_functions(), list_functions(), context_functions(), temporal_functions(),
                            conversion_functions(), range_functions(), statistic_functions()}) {
      out.insert(out.end(), part.begin(), part.end());
    }
    return out;
  }();
  return all;
}

std::uint32_t find_builtin(std::string_view name) noexcept {
  const auto all = builtins();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Builtin& b) { return b.name == name; });
  return found == all.end() ? no_builtin : static_cast<std::uint32_t>(found - all.begin());
}

bool takes(const Builtin& builtin, std::size_t count) noexcept {
  return any_part(builtin.parameters, '|', [&](std::string_view way) { return takes_way(way, count); });
}

std::size_t place_arguments(const Builtin& builtin, std::span<const std::string_view> names, std::span<std::size_t> places) noexcept {
  std::size_t size = 0;
  any_part(builtin.parameters, '|', [&](std::string_view way) { return (size = place_in(way, names, places)) != 0; });
  return size;
}

}  // namespace guanxi::feel
