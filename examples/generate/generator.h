// Sample customers: plainly made up, the same on every machine, each computable from the seed and its index alone.
//
// Names are placeholders ("上海甲云舟科技有限公司", "Muster Falkenor Möbelbau GmbH"), domains end in .example, telephone
// numbers lie in ranges that nobody has (mobile 154, landline numbers that begin with 9, area code 555, the numbers that
// regulators keep for films), credit codes belong to districts that do not exist and yet have right check digits.
//
// Threads: a Generator is immutable; all functions may be called from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guanxi::sample {

struct Options {
  std::uint64_t seed = 1;
  unsigned western_per_mille = 300;
  unsigned duplicate_per_mille = 80;
  unsigned dirty_per_mille = 60;
};

// How a duplicate differs from its original.
enum class Disguise : std::uint8_t {
  typo,        // a character dropped, doubled or swapped
  homophone,   // another character or letter of the same sound
  short_name,  // without region and legal form
  script,      // traditional characters; capitals without accents
  legal_form,  // another legal form, or the same one spelt out
  word_order,  // the region in brackets behind the brand; two words swapped
};
std::string_view name_of(Disguise disguise) noexcept;

// What is wrong with a dirty record; one thing each.
enum class Dirt : std::uint8_t {
  none,
  missing_name,
  bad_phone,          // too short, or a placeholder
  impossible_date,    // founded on the 30th of February
  mojibake,           // the name's UTF-8 was read as GBK or Latin-1
  full_width_digits,  // in the telephone number
  trailing_blanks,    // behind the name, full-width ones too
  bad_check_digit,    // of the tax id
};
std::string_view name_of(Dirt dirt) noexcept;
std::string_view column_of(Dirt dirt) noexcept;  // the member of Customer that it spoils; empty for none

// What a matcher or an importer should find out about a record.
struct Truth {
  std::optional<std::uint64_t> original;  // the index of the clean record that this one repeats
  Disguise disguise{};                    // of a duplicate
  Dirt dirt = Dirt::none;                 // never of a duplicate
};

// Labels are Chinese for a Chinese customer, else English. Dates are YYYY-MM-DD. Empty strings are not known.
struct Customer {
  std::uint64_t index = 0;
  bool western = false;
  std::string number, name, short_name, tax_id;
  std::string kind, tier, status, industry, source, owner, department;
  std::string country, province, city, address, postcode;
  std::string contact, title, phone, mobile, email, website;
  std::string founded, created, note;
  int employees = 0;
  std::int64_t capital = 0;  // registered capital in yuan; of a western customer the annual revenue in dollars
};

// A person at a customer.
struct Contact {
  std::string number, name, title, department, role, mobile, phone, email, wechat;
  bool primary = false;
};

struct Opportunity {
  std::string number, name, stage, product, source, owner, opened, close, lost_reason;
  std::string customer;  // as the salesperson wrote it
  std::string amount;    // in yuan or dollars
  int probability = 0;   // per cent
  std::string dirt;      // what is wrong: "", "missing_customer", "misspelt_customer", "amount_with_unit", "impossible_date"
};

// One of the company's own people, who own customers and opportunities.
struct Colleague {
  std::string name, login, department, manager, email, phone;
};
inline constexpr std::size_t colleague_count = 20;
Colleague colleague(std::size_t which);

class Generator {
 public:
  explicit Generator(const Options& options = {}) noexcept : options_(options) {}

  Truth truth(std::uint64_t index) const noexcept;
  Customer customer(std::uint64_t index) const;

  std::size_t contact_count(std::uint64_t customer) const noexcept;  // 0 to 3
  Contact contact(const Customer& customer, std::size_t which) const;

  std::size_t opportunity_count(std::uint64_t customer) const noexcept;  // 0 to 3
  Opportunity opportunity(const Customer& customer, std::size_t which) const;

 private:
  bool is_western(std::uint64_t index) const noexcept;
  bool is_duplicate(std::uint64_t index) const noexcept;
  Dirt dirt(std::uint64_t index) const noexcept;
  std::uint64_t original(std::uint64_t index) const noexcept;

  Options options_;
};

}  // namespace guanxi::sample
