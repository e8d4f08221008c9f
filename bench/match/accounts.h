// Accounts that nobody has, and what people make of their names when they type them again. Everything follows from the seed.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace guanxi::bench {

// The parts of a name. A Chinese one reads region, brand, trade, form; a Western one brand, trade, region, form.
struct Account {
  std::string region, brand, trade, form;
  std::string phone, city;
  bool chinese = true;
  std::string name() const;
};

enum class Corruption : std::uint8_t {
  none, wrong_letter, missing_letter, swapped_letters, homophone, traditional, other_form, no_form, no_region, moved_region, short_name, no_trade, spelling, two_slips
};
inline constexpr std::size_t corruptions = 14;
std::string_view name_of(Corruption kind) noexcept;

class Accounts {
 public:
  explicit Accounts(std::uint64_t seed);
  Account make();
  // The name as somebody types it. Kinds that a name does not admit (homophones of a Western one) leave it as it is.
  std::string corrupted(const Account& account, Corruption kind);

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  std::size_t common_first(std::size_t n);
  std::string han_brand();
  std::string western_brand();
  std::string slip(std::string text, Corruption kind);
  std::string homophone(const std::string& brand);
  std::string traditional(std::string_view name) const;

  std::mt19937_64 random_;
  std::vector<std::string> han_;                       // characters of brands, the common ones first
  std::vector<std::vector<std::size_t>> sounds_alike_;  // of each of them
  std::vector<std::pair<char32_t, char32_t>> traditional_;  // simplified → traditional, sorted
};

}  // namespace guanxi::bench
