#include "sample.h"

#include <cstdlib>
#include <filesystem>

#include "base/os/entropy.h"
#include "generator.h"
#include "guanxi/entities/duplicates.h"

namespace guanxi::bench {
namespace {

StoreOptions options_with(Durability durability) {
  StoreOptions options;
  options.durability = durability;
  return options;
}

}  // namespace

Record<Account> sample_account(std::uint64_t index) {
  static const sample::Generator generator({.seed = 7, .western_per_mille = 200, .duplicate_per_mille = 0, .dirty_per_mille = 0});
  const sample::Customer c = generator.customer(index);
  const std::string name = c.name + " " + std::to_string(index), number = "N" + std::to_string(index);
  Record<Account> row;
  row[Account.name] = Text(name);
  row[Account.short_name] = Text(c.short_name);
  row[Account.number] = Text(number);
  row[Account.tax_id] = Text(c.tax_id);
  row[Account.phone] = Text(c.phone);
  row[Account.email] = Text(c.email);
  row[Account.website] = Text(c.website);
  row[Account.country] = Text(c.country);
  row[Account.province] = Text(c.province);
  row[Account.city] = Text(c.city);
  row[Account.address] = Text(c.address);
  row[Account.postcode] = Text(c.postcode);
  row[Account.employees] = c.employees;
  row[Account.capital] = Money{c.capital * 100, CNY};
  static constexpr std::string_view tiers[]{"key", "A", "B", "C", "D"}, sizes[]{"micro", "small", "medium", "large"},
      sources[]{"referral", "website", "exhibition", "cold_call", "partner", "other"}, statuses[]{"potential", "prospect", "active", "dormant"};
  row[Account.tier] = Picklist(tiers[index * 7 % 5]);
  row[Account.size] = Picklist(sizes[index * 11 % 4]);
  row[Account.source] = Picklist(sources[index * 13 % 6]);
  row[Account.status] = Picklist(statuses[index * 17 % 4]);
  return row;
}

void create_all(Session& session, std::uint64_t count) {
  need(session.transaction([&]() -> Result<void> {
    for (std::uint64_t i = 0; i < count; ++i) {
      auto row = sample_account(i);
      need(session.create(row, {.on_duplicate = OnDuplicate::allow}));
    }
    return {};
  }));
}

void check_keys_alone(Session& session) {
  Record<DuplicateRule> rule;
  rule[DuplicateRule.entity] = "account";
  rule[DuplicateRule.choice] = Picklist("exact");
  need(session.create(rule));
}

Folder::Folder() : path_((std::filesystem::temp_directory_path() / ("guanxi-bench-" + std::to_string(need(os::random_seed())))).string()) {
  std::filesystem::create_directories(path_);
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Fresh::Fresh(const std::string& path, Durability durability)
    : store(need(Store::create(path, {"Sample Admin", "admin"}, options_with(durability)))), session(need(store.session("admin"))) {}

}  // namespace guanxi::bench
