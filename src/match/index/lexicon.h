// What is known about the tokens of two records while they are compared.
#pragma once

#include <bit>
#include <cmath>

#include "match/index/records.h"

namespace guanxi::match {

class Lexicon {
 public:
  // `bits` tells those of tokens that occur so often, as far as it goes.
  Lexicon(const Records& records, std::span<const float> bits, const std::vector<std::string>* unknown = nullptr)
      : terms_(records.terms()), bits_(bits), unknown_(unknown), records_(records.live()), most_of_general_(share_of_general * bits_of(0, records_)) {}

  std::string_view text(Item item) const noexcept {
    const auto known = terms_.size();
    return item.term() < known ? terms_.text(item.term()) : std::string_view((*unknown_)[item.term() - known]);
  }
  std::uint32_t occurrences(Item item) const noexcept { return item.term() < terms_.size() ? terms_.occurrences(item.term()) : 0; }
  // log₂ of how rare the token is among the records. A word that tells the trade is common in the world, however few of the records have it.
  float bits(Item item) const noexcept {
    const float found = bits_found(item);
    return found > most_of_general_ && is_general(item) ? most_of_general_ : found;
  }
  bool is_general(Item item) const noexcept {
    if (item.is_han()) return item.part() == Part::trade;
    return item.term() < terms_.size() ? terms_.is_general(item.term()) : Terms::is_general(unknown_domain, text(item));
  }
  std::size_t records() const noexcept { return records_; }
  const Terms& terms() const noexcept { return terms_; }

  // A few hundred records that nobody has seen are added, so that a small set does not take its own accidents for rules.
  static float bits_of(std::uint32_t occurrences, std::size_t records) noexcept {
    const float bits = std::log2((static_cast<float>(records) + 256) / (static_cast<float>(occurrences) + 0.5F));
    return bits > 0 ? bits : 0;
  }

 private:
  static constexpr float share_of_general = 0.6F;
  static constexpr char unknown_domain = 'n';  // addresses have such words too

  float bits_found(Item item) const noexcept {
    const auto count = occurrences(item);
    if (count < bits_.size()) return bits_[count];
    return bits_.empty() ? bits_of(count, records_) : bits_of_many(count);
  }

  // Of a count beyond the list, whose last binary digits make no difference.
  float bits_of_many(std::uint32_t count) const noexcept {
    const int beyond = std::countl_zero(static_cast<std::uint32_t>(bits_.size() - 1)) - std::countl_zero(count);
    const float bits = bits_[count >> beyond] - static_cast<float>(beyond);
    return bits > 0 ? bits : 0;
  }

  const Terms& terms_;
  std::span<const float> bits_;
  const std::vector<std::string>* unknown_;
  std::size_t records_;
  float most_of_general_;
};

}  // namespace guanxi::match
