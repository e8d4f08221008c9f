#include <utility>

#include "parts.h"

namespace guanxi::sample {
namespace {

// Colleagues, department by department; the first of each leads it.
constexpr std::pair<string_view, std::size_t> departments[]{{"华东销售部", 5}, {"华北销售部", 4}, {"华南销售部", 4},
                                                            {"西部销售部", 3}, {"海外销售部", 3}, {"客户服务部", 1}};

const Syllable& given_name(std::size_t which) {
  return which < stems().size() ? stems()[which] : branches()[which - stems().size()];
}

std::string name_of_colleague(std::size_t which) {
  return std::string(surnames()[which].character) + std::string(given_name(which).character);
}

}  // namespace

Colleague colleague(std::size_t which) {
  std::size_t first = 0;
  const auto* department = departments;
  while (which >= first + department->second) first += (department++)->second;
  Colleague c;
  c.name = name_of_colleague(which);
  c.login = std::string(surnames()[which].pinyin) + "." + std::string(given_name(which).pinyin);
  c.department = department->first;
  if (which != first) c.manager = name_of_colleague(first);
  c.email = c.login + "@sales.example";
  c.phone = "021-90000" + digits(which + 1, 3);
  return c;
}

std::string seller(string_view department, Random& random) {
  std::size_t first = 0;
  for (const auto& [name, people] : departments) {
    if (name == department) return name_of_colleague(first + random.below(people));
    first += people;
  }
  return name_of_colleague(0);
}

std::size_t Generator::contact_count(std::uint64_t customer) const noexcept {
  return Random(options_.seed, customer, Stream::people).below(4);
}

Contact Generator::contact(const Customer& customer, std::size_t which) const {
  const std::uint64_t index = customer.index * 4 + which;
  Random random(options_.seed, index, Stream::contacts);
  Contact c;
  c.number = "P" + digits(index + 1, index < 999'999 ? 6 : 9);
  c.primary = which == 0;
  c.name = customer.western ? western_person(country_named(customer.country), random) : chinese_person(random);
  if (c.primary) c.name = customer.contact;
  c.title = c.primary ? customer.title : std::string(label(pick_weighted(titles(), random), customer.western));
  c.role = label(pick_weighted(contact_roles(), random), customer.western);
  c.department = customer.western ? "Purchasing" : "采购部";
  c.mobile = customer.western ? "" : "1540" + digits(index, 7);
  if (random.chance(600)) c.phone = customer.phone;
  const std::size_t at = customer.email.find('@');
  if (at != std::string::npos) c.email = "p" + std::to_string(index + 1) + customer.email.substr(at);
  if (!customer.western && random.chance(500)) c.wechat = "sample_" + std::to_string(index + 1);
  return c;
}

}  // namespace guanxi::sample
