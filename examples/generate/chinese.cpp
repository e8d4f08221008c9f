#include "parts.h"

namespace guanxi::sample {
namespace {

constexpr string_view notes_in_chinese[]{"月结30天，需含税价",
                              "对交期要求高",
                              "老客户介绍，已寄样品",
                              "询价：样品套装A、样品套装B；要求“含运费”",
                              "第一次拜访：未见到决策人\n第二次拜访：已约时间",
                              "预算待批，下季度再联系"};

void set_place(Customer& c, const Region& region, Random& random) {
  c.country = "中国";
  c.province = region.province;
  c.city = region.city;
  const bool municipality = region.province == region.city;
  c.address =
      std::string(municipality ? "" : region.province) + std::string(region.city) + std::string(pick_any(roads(), random));
  c.address += std::to_string(random.between(1, 999)) + "号";
  if (random.chance(600)) {
    c.address += std::to_string(random.between(1, 20)) + "幢";
    c.address += std::to_string(random.between(101, 2899)) + "室";
  }
  c.postcode = std::string(region.postcode) + digits(random.below(100), 2);
}

// Numbers that nobody has: no landline number begins with 9, and 154 is given to no operator.
void set_reach(Customer& c, const ChineseName& name, Random& random) {
  const std::string free_digits = digits(shuffled(c.index, 10'000, 1'000), 7);
  c.phone = std::string(name.region->area_code) + "-9" + free_digits;
  if (random.chance(700)) c.mobile = "154" + digits(shuffled(c.index, 10'000, 10'000), 8);
  const std::string domain =
      std::string(name.first->pinyin) + std::string(name.second->pinyin) + std::to_string(c.index) + ".example";
  if (random.chance(800)) c.email = (random.chance(500) ? "info@" : "caigou@") + domain;
  if (random.chance(700)) c.website = "www." + domain;
  c.contact = chinese_person(random);
  c.title = pick_weighted(titles(), random).chinese;
}

void set_business(Customer& c, const ChineseName& name, Random& random) {
  constexpr std::int64_t capitals[]{500'000, 1'000'000, 2'000'000, 3'000'000, 5'000'000, 10'000'000, 20'000'000, 50'000'000};
  c.kind = pick_weighted(kinds(), random).chinese;
  c.tier = pick_weighted(tiers(), random).chinese;
  c.status = pick_weighted(statuses(), random).chinese;
  c.source = pick_weighted(sources(), random).chinese;
  c.industry = name.trade->industry;
  c.department = name.region->department;
  c.owner = seller(c.department, random);
  c.employees = random.between(2, 8 << random.below(10));
  c.capital = random.pick(capitals);
  c.founded = random_date(random, 1986, 2020);
  c.created = random_date(random, 2021, 2024);
  if (random.chance(150)) c.note = random.pick(notes_in_chinese);
}

}  // namespace

std::string ChineseName::brand() const {
  return std::string(stem) + std::string(first->character) + std::string(second->character);
}

std::string ChineseName::written(const std::string& brand, bool region_behind_brand) const {
  std::string out;
  if (!region_behind_brand) out += region->short_name;
  out += brand;
  out += trade->word;
  if (region_behind_brand) (out += "（") += std::string(region->short_name) + "）";
  out += legal_form;
  return out;
}

ChineseName chinese_name(std::uint64_t seed, std::uint64_t index) noexcept {
  const std::size_t characters = brand_characters().size();
  const std::uint64_t brands = stems().size() * characters * characters;
  std::uint64_t place = shuffled(index + mix(seed) % 1'000'000, brands, trades().size());
  const auto take = [&place](std::size_t size) {
    const auto digit = static_cast<std::size_t>(place % size);
    place /= size;
    return digit;
  };
  ChineseName name{};
  name.trade = &trades()[take(trades().size())];
  name.second = &brand_characters()[take(characters)];
  name.first = &brand_characters()[take(characters)];
  name.stem = stems()[take(stems().size())].character;
  Random random(seed, index, Stream::name);
  name.region = &pick_weighted(regions(), random);
  name.legal_form = pick_weighted(legal_forms(), random).text;
  name.region_behind = random.chance(100);
  return name;
}

std::string chinese_person(Random& random) {
  std::string name(pick_any(surnames(), random).character);  // two statements: operands of + have no order
  name += pick_any(given_names(), random);
  return name;
}

Customer chinese_customer(std::uint64_t seed, std::uint64_t index) {
  const ChineseName name = chinese_name(seed, index);
  Customer c;
  c.index = index;
  c.name = name.written();
  Random place(seed, index, Stream::place);
  Random reach(seed, index, Stream::reach);
  Random business(seed, index, Stream::business);
  if (business.chance(600)) c.short_name = name.brand() + std::string(name.trade->word.substr(0, 6));
  if (business.chance(900)) c.tax_id = credit_code(name.region->division, shuffled(index, 10'000, 10'000));
  set_place(c, *name.region, place);
  set_reach(c, name, reach);
  set_business(c, name, business);
  return c;
}

}  // namespace guanxi::sample
