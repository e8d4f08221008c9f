// The records as they are compared: term numbers, with the part of each.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "match/index/terms.h"
#include "match/token.h"

namespace guanxi::match {

// A token in four bytes.
class Item {
 public:
  Item(TermId term, Part part) noexcept : bits_(static_cast<std::uint32_t>(part) << 28 | term) {}
  TermId term() const noexcept { return bits_ & 0xFFFFFFF; }
  Part part() const noexcept { return static_cast<Part>(bits_ >> 28); }
  bool operator==(const Item&) const = default;

 private:
  std::uint32_t bits_;
};

using Items = std::span<const Item>;

// One record, borrowed: field i lies before ends[i].
struct RecordView {
  const Item* items = nullptr;
  std::array<std::uint16_t, most_fields> ends{};

  Items field(std::size_t i) const noexcept {
    const auto begin = i == 0 ? 0 : ends[i - 1];
    return {items + begin, items + ends[i]};
  }
};

// A record that was not added: its unknown terms have numbers behind the known ones, their texts stand here.
struct Coded {
  std::vector<Item> items;
  std::vector<std::string> unknown;
  RecordView view;
};

// The domain of the terms of a role: names of a record may stand in several fields.
char domain_of(Role role) noexcept;

class Records {
 public:
  explicit Records(std::span<const FieldRule> fields);

  void add(const Profile& profile);
  Coded code(const Profile& profile) const;
  RecordView view(std::uint32_t record) const noexcept;
  std::size_t size() const noexcept { return begins_.size() - 1; }
  const Terms& terms() const noexcept { return terms_; }
  std::size_t bytes() const noexcept;

 private:
  std::vector<char> domains_;  // of the fields
  Terms terms_;
  std::vector<Item> items_;
  std::vector<std::uint32_t> begins_{0};
  std::vector<std::uint8_t> lengths_;  // of the fields of each record
};

}  // namespace guanxi::match
