// A place in ASCII text that is read from the left.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/plain.h"

namespace guanxi {

class Cursor {
 public:
  explicit Cursor(std::string_view text) noexcept : rest_(text) {}

  std::string_view rest() const noexcept { return rest_; }
  bool at_end() const noexcept { return rest_.empty(); }

  bool take(std::string_view word) noexcept { return guanxi::take(rest_, word); }
  bool take_any(std::string_view characters) noexcept {
    if (rest_.empty() || characters.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void skip_blanks() noexcept {
    while (take_any(" ")) {
    }
  }

  // The digits here, as long as they go.
  std::string_view digits() noexcept {
    std::size_t size = 0;
    while (size < rest_.size() && is_digit(rest_[size])) ++size;
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
  }

  // The number that the next `size` characters make, if they are digits. At most 9.
  std::optional<int> number(std::size_t size) noexcept {
    if (rest_.size() < size) return std::nullopt;
    int n = 0;
    for (std::size_t i = 0; i < size; ++i) {
      if (!is_digit(rest_[i])) return std::nullopt;
      n = n * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(size);
    return n;
  }

 private:
  std::string_view rest_;
};

}  // namespace guanxi
