#include "match/file/ids.h"

#include <bit>

#include "match/index/hash.h"

namespace guanxi::match {

namespace {
constexpr Number free_place = 0xFFFFFFFF;
constexpr std::size_t first_places = 64;
}  // namespace

Ids::Ids() : places_(first_places, free_place) {}

std::size_t Ids::place(std::uint64_t id) const noexcept {
  const auto mask = places_.size() - 1;
  auto at = static_cast<std::size_t>(mixed(id)) & mask;
  while (places_[at] != free_place && ids_[places_[at]] != id) at = (at + 1) & mask;
  return at;
}

std::optional<Number> Ids::find(std::uint64_t id) const noexcept {
  const auto number = places_[place(id)];
  return number == free_place ? std::nullopt : std::optional(number);
}

void Ids::add(std::uint64_t id) {
  if ((size() + 1) * 4 > places_.size() * 3) grow();
  places_[place(id)] = static_cast<Number>(size());
  ids_.push_back(id);
}

void Ids::grow() {
  places_.assign(places_.size() * 2, free_place);
  for (Number number = 0; number < size(); ++number) places_[place(ids_[number])] = number;
}

bool Ids::fit(std::size_t records) const noexcept {
  return (ids_.empty() || ids_.size() == records) && std::has_single_bit(places_.size()) && ids_.size() < places_.size();
}

}  // namespace guanxi::match
