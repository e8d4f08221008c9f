// The words of which sample data are made.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace guanxi::sample {

using std::string_view;

// ---- Chinese ----

struct Region {
  string_view province, city;
  string_view short_name;   // as it begins a company's name
  string_view area_code;    // of telephone numbers with eight digits
  string_view postcode;     // its first four digits
  string_view division;     // the first four digits of its administrative code
  string_view department;   // which sells there
  unsigned weight;
};

// A character of brand names: what it is in traditional script, in pinyin, and a character of the same sound.
struct BrandCharacter {
  string_view character, traditional, pinyin, homophone;
};

struct Trade {
  string_view word, industry;
};

struct Syllable {
  string_view character, pinyin;
};

struct Weighted {
  string_view text;
  unsigned weight;
};

std::span<const Region> regions() noexcept;
std::span<const Syllable> stems() noexcept;                  // 甲乙丙丁 …: the first character of every brand
std::span<const BrandCharacter> brand_characters() noexcept;
std::span<const Trade> trades() noexcept;
std::span<const Weighted> legal_forms() noexcept;
std::span<const string_view> roads() noexcept;
std::span<const Syllable> surnames() noexcept;
std::span<const Syllable> branches() noexcept;               // 子丑寅卯 …: given names of colleagues, behind the stems
std::span<const string_view> given_names() noexcept;         // placeholders: 三, 小四 …

// Simplified → traditional, for the words above.
string_view traditional(string_view character) noexcept;

// ---- Western ----

struct LegalForm {
  string_view usual, spelt_out;
};

struct City {
  string_view name, state, postcode;
};

struct Country {
  string_view name, code;
  string_view placeholder;             // "sample" in its language: the first word of every company and every surname
  std::span<const LegalForm> legal_forms;
  std::span<const City> cities;
  std::span<const Trade> trades;
  string_view street;                  // with {} for the number
  string_view phone;                   // the start of numbers kept for films
  std::size_t phone_digits;            // how many follow
  unsigned weight;
};

std::span<const Country> countries() noexcept;
std::span<const string_view> word_starts() noexcept;         // "Fal", "Tor" …: coined words are start + middle + middle + end
std::span<const string_view> word_middles() noexcept;
std::span<const string_view> word_ends() noexcept;
std::span<const string_view> first_names() noexcept;

// ---- Both: the same place in the Chinese and the English list is the same thing ----

struct Label {
  string_view chinese, english;
  unsigned weight;
};

std::span<const Label> kinds() noexcept;
std::span<const Label> tiers() noexcept;
std::span<const Label> statuses() noexcept;
std::span<const Label> sources() noexcept;
std::span<const Label> titles() noexcept;
std::span<const Label> contact_roles() noexcept;
std::span<const Label> products() noexcept;
std::span<const Label> lost_reasons() noexcept;

struct Stage {
  Label label;
  int probability;
};
std::span<const Stage> stages() noexcept;

}  // namespace guanxi::sample
