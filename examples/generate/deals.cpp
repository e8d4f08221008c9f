#include "parts.h"

namespace guanxi::sample {
namespace {

std::string later(const std::string& day, Random& random) {
  const int year = std::stoi(day.substr(0, 4)) + random.between(0, 1);
  const std::string found = random_date(random, year, year);
  return found > day ? found : date(year + 1, std::stoi(found.substr(5, 2)), std::stoi(found.substr(8, 2)));
}

// One deal in thirty is entered carelessly.
void soil(Opportunity& o, const Customer& customer, Random& random) {
  if (!random.chance(33)) return;
  switch (random.below(4)) {
    case 0:
      o.customer.clear();
      o.dirt = "missing_customer";
      break;
    case 1:
      o.customer.insert(customer.western ? 3 : 6, customer.western ? "x" : "的");
      o.dirt = "misspelt_customer";
      break;
    case 2:
      o.amount = customer.western ? "USD " + o.amount : "￥" + o.amount + "元";
      o.dirt = "amount_with_unit";
      break;
    default:
      o.close = date(2024, 2, 30);
      o.dirt = "impossible_date";
  }
}

}  // namespace

std::size_t Generator::opportunity_count(std::uint64_t customer) const noexcept {
  Random random(options_.seed, customer, Stream::opportunities);
  return truth(customer).dirt == Dirt::none && random.chance(500) ? 1 + random.below(3) : 0;
}

Opportunity Generator::opportunity(const Customer& customer, std::size_t which) const {
  const std::uint64_t index = customer.index * 4 + which + 1;
  Random random(options_.seed, index, Stream::opportunities);
  const Stage* stage = stages().data();
  std::size_t total = 0;
  for (const Stage& s : stages()) total += s.label.weight;
  for (std::size_t left = random.below(total); left >= stage->label.weight; ++stage) left -= stage->label.weight;
  const bool western = customer.western;
  Opportunity o;
  o.number = "O" + digits(index, index < 999'999 ? 6 : 9);
  o.customer = customer.name;
  o.product = label(pick_weighted(products(), random), western);
  o.name = (customer.short_name.empty() ? customer.name : customer.short_name) + (western ? ": " : "：") + o.product;
  o.stage = label(stage->label, western);
  o.probability = stage->probability;
  o.amount = std::to_string(random.between(2, 900) * 500);
  o.opened = random_date(random, 2023, 2024);
  o.close = later(o.opened, random);
  o.source = customer.source;
  o.owner = customer.owner;
  if (o.stage == label(stages().back().label, western)) o.lost_reason = label(pick_weighted(lost_reasons(), random), western);
  soil(o, customer, random);
  return o;
}

}  // namespace guanxi::sample
