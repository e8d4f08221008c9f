#include "match/score/degrees.h"

namespace guanxi::match {

namespace {

constexpr Degree name_degrees[]{
    {{0.03, 0.95}, "differs", "不同"},        {{0.04, 0.04}, "shares a word", "有相同的词"}, {{0.08, 0.006}, "similar", "相近"},
    {{0.10, 0.002}, "contained", "为简称"},   {{0.10, 0.0006}, "very similar", "非常相近"}, {{0.25, 0.0003}, "equal but for the legal form", "除组织形式外相同"},
    {{0.40, 0.0001}, "equal", "相同"},
};
constexpr Degree personal_degrees[]{
    {{0.05, 0.97}, "differs", "不同"}, {{0.05, 0.02}, "similar", "相近"}, {{0.10, 0.005}, "nearly equal", "几乎相同"}, {{0.80, 0.005}, "equal", "相同"}};
constexpr Degree full_name_degrees[]{
    {{0.05, 0.97}, "differs", "不同"}, {{0.05, 0.02}, "shares a word", "有相同的词"}, {{0.10, 0.002}, "nearly equal", "几乎相同"}, {{0.80, 0.0005}, "equal", "相同"}};
constexpr Degree number_degrees[]{
    {{0.04, 0.9979}, "differs", "不同"}, {{0.03, 0.0016}, "similar", "相近"}, {{0.08, 0.0004}, "one slip apart", "差一位"}, {{0.85, 0.0001}, "equal", "相同"}};
constexpr Degree phone_degrees[]{
    {{0.20, 0.9985}, "differs", "不同"}, {{0.05, 0.001}, "one digit differs", "差一位"}, {{0.10, 0.0003}, "equal but for the area code", "除区号外相同"},
    {{0.65, 0.0002}, "equal", "相同"}};
constexpr Degree email_degrees[]{
    {{0.20, 0.9975}, "differs", "不同"}, {{0.10, 0.002}, "similar", "相近"}, {{0.10, 0.0003}, "nearly equal", "几乎相同"}, {{0.60, 0.0002}, "equal", "相同"}};
constexpr Degree website_degrees[]{{{0.20, 0.999}, "differs", "不同"}, {{0.80, 0.001}, "equal", "相同"}};
constexpr Degree date_degrees[]{
    {{0.05, 0.98}, "differs", "不同"}, {{0.05, 0.018}, "similar", "相近"}, {{0.10, 0.0019}, "one slip apart", "差一位"}, {{0.80, 0.0001}, "equal", "相同"}};
constexpr Degree address_degrees[]{
    {{0.12, 0.97}, "differs", "不同"},           {{0.06, 0.025}, "same street or area", "同一街区"}, {{0.05, 0.003}, "similar", "相近"},
    {{0.07, 0.001}, "same house number", "门牌相同"}, {{0.20, 0.0007}, "nearly equal", "几乎相同"},   {{0.50, 0.0003}, "equal", "相同"},
};
constexpr Degree place_degrees[]{{{0.15, 0.95}, "differs", "不同"}, {{0.15, 0.01}, "similar", "相近"}, {{0.70, 0.04}, "equal", "相同"}};
constexpr Degree house_degrees[]{{{0.08, 0.97}, "differs", "不同"}, {{0.07, 0.02}, "similar", "相近"}, {{0.85, 0.01}, "equal", "相同"}};
constexpr Degree category_degrees[]{{{0.35, 0.85}, "differs", "不同"}, {{0.25, 0.05}, "similar", "相近"}, {{0.40, 0.10}, "equal", "相同"}};

}  // namespace

std::span<const Degree> degrees_of(Role role) noexcept {
  switch (role) {
    case Role::organisation_name:
    case Role::other_name: return name_degrees;
    case Role::person_name: return full_name_degrees;
    case Role::given_name:
    case Role::family_name: return personal_degrees;
    case Role::tax_id:
    case Role::identifier: return number_degrees;
    case Role::phone: return phone_degrees;
    case Role::email: return email_degrees;
    case Role::website: return website_degrees;
    case Role::date: return date_degrees;
    case Role::address:
    case Role::street: return address_degrees;
    case Role::house_number:
    case Role::postcode: return house_degrees;
    case Role::city:
    case Role::region: return place_degrees;
    case Role::category: return category_degrees;
  }
  return category_degrees;
}

std::array<Chance, most_degrees> ready_chances_of(Kind kind, Role role) noexcept {
  std::array<Chance, most_degrees> out{};
  const auto degrees = degrees_of(role);
  for (std::size_t i = 0; i < degrees.size(); ++i) out[i] = degrees[i].chance;
  const auto set = [&](std::initializer_list<double> m) {
    std::size_t i = 0;
    for (const double chance : m) out[i++].m = chance;
  };
  if (kind == Kind::site) {
    if (role == Role::address) set({0.01, 0.01, 0.04, 0.12, 0.22, 0.60});
    if (role == Role::organisation_name) set({0.06, 0.14, 0.14, 0.14, 0.12, 0.14, 0.26});
    if (role == Role::phone) set({0.30, 0.05, 0.10, 0.55});
  }
  return out;
}

}  // namespace guanxi::match
