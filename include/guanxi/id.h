// Identifiers: UUID version 7 (RFC 9562), 16 bytes inside, text at the edges. Ids made by one source sort by time.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "guanxi/error.h"

namespace guanxi {

struct Id {
  std::array<std::uint8_t, 16> bytes{};

  constexpr bool empty() const noexcept { return *this == Id{}; }
  constexpr auto operator<=>(const Id&) const = default;

  // "018f3c5e-7b1a-7c3d-9e2f-0123456789ab", lower case.
  std::string text() const;
  // Accepts upper and lower case, with or without dashes.
  static Result<Id> parse(std::string_view text);
  static Id from_bytes(const void* sixteen) noexcept;
};

// Hash for unordered containers: the random tail of the id.
struct IdHash {
  std::size_t operator()(const Id& id) const noexcept;
};

// Makes ids that grow, also when the clock stands still or steps back. Used by one thread at a time.
class IdSource {
 public:
  // `seed` feeds the random bits, which keep ids of different sources apart and are no secret: whoever has seen an id
  // may guess the next. Equal seeds and times give equal ids.
  explicit IdSource(std::uint64_t seed) noexcept : state_(seed) {}

  // `now_us` is the time in µs since 1970. The id holds its milliseconds and, in rand_a, a counter that starts as the
  // fraction of the millisecond; more than 4096 ids of one millisecond run ahead of the clock.
  Id next(std::int64_t now_us) noexcept;

 private:
  std::uint64_t random() noexcept;
  std::uint64_t state_;
  std::uint64_t last_ = 0;  // milliseconds << 12 | counter
};

}  // namespace guanxi
