#include "generator.h"

#include "parts.h"

namespace guanxi::sample {

std::string_view name_of(Disguise disguise) noexcept {
  constexpr std::string_view names[]{"typo", "homophone", "short_name", "script", "legal_form", "word_order"};
  return names[static_cast<std::size_t>(disguise)];
}

std::string_view name_of(Dirt dirt) noexcept {
  constexpr std::string_view names[]{"none",     "missing_name",      "bad_phone",       "impossible_date",
                                     "mojibake", "full_width_digits", "trailing_blanks", "bad_check_digit"};
  return names[static_cast<std::size_t>(dirt)];
}

std::string_view column_of(Dirt dirt) noexcept {
  constexpr std::string_view columns[]{"", "name", "phone", "founded", "name", "phone", "name", "tax_id"};
  return columns[static_cast<std::size_t>(dirt)];
}

bool Generator::is_western(std::uint64_t index) const noexcept {
  return Random(options_.seed, index, Stream::kind).chance(options_.western_per_mille);
}

// The first record is an original, so that the search for one ends.
bool Generator::is_duplicate(std::uint64_t index) const noexcept {
  return index != 0 && Random(options_.seed, index, Stream::duplicate).chance(options_.duplicate_per_mille);
}

Dirt Generator::dirt(std::uint64_t index) const noexcept {
  Random random(options_.seed, index, Stream::dirt);
  if (index == 0 || !random.chance(options_.dirty_per_mille)) return Dirt::none;
  return static_cast<Dirt>(random.between(1, static_cast<int>(Dirt::bad_check_digit)));
}

std::uint64_t Generator::original(std::uint64_t index) const noexcept {
  Random random(options_.seed, index, Stream::duplicate);
  random.next();  // told whether it is one
  std::uint64_t found = index;
  do {
    found = random.next() % found;
  } while (is_duplicate(found) || dirt(found) != Dirt::none);
  return found;
}

Truth Generator::truth(std::uint64_t index) const noexcept {
  Truth truth;
  if (is_duplicate(index)) {
    truth.original = original(index);
    truth.disguise = static_cast<Disguise>(mix(index) % 6);
  } else {
    truth.dirt = dirt(index);
  }
  return truth;
}

Customer Generator::customer(std::uint64_t index) const {
  const Truth known = truth(index);
  const std::uint64_t base = known.original.value_or(index);
  Customer customer = is_western(base) ? western_customer(options_.seed, base) : chinese_customer(options_.seed, base);
  customer.index = index;
  customer.number = (customer.western ? "W" : "C") + digits(index + 1, 6);
  if (index >= 999'999) customer.number = (customer.western ? "W" : "C") + std::to_string(index + 1);
  if (known.original) {
    Random random(options_.seed, index, Stream::business);
    disguise(customer, options_.seed, base, known.disguise, random);
  }
  Random random(options_.seed, index, Stream::reach);
  soil(customer, known.dirt, random);
  return customer;
}

}  // namespace guanxi::sample
