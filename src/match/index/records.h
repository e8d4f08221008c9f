// The records as they are compared: term numbers, with the part of each.
#pragma once

#include <algorithm>
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
  Item() = default;
  Item(TermId term, Part part, bool han) noexcept : bits_(static_cast<std::uint32_t>(part) << 28 | static_cast<std::uint32_t>(han) << 27 | term) {}
  TermId term() const noexcept { return bits_ & no_term; }
  Part part() const noexcept { return static_cast<Part>(bits_ >> 28); }
  bool is_han() const noexcept { return (bits_ >> 27 & 1) != 0; }  // a Han character; follows from the term
  bool operator==(const Item&) const = default;

 private:
  std::uint32_t bits_ = 0;
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

// A record that was not added: its unknown terms have numbers behind the known ones.
struct Coded {
  std::vector<Item> items;
  RecordView view;
};

// The domain of the terms of a role: names of a record may stand in several fields.
char domain_of(Role role) noexcept;

class Records {
 public:
  explicit Records(std::span<const FieldRule> fields);

  void add(const Profile& profile);
  // Another content for a record, and none at all. Removed ones keep their number.
  void replace(std::uint32_t record, const Profile& profile);
  void remove(std::uint32_t record);
  bool has(std::uint32_t record) const noexcept { return record < size() && begins_[record] != gone; }

  // The texts of unknown terms are put behind those that are in `unknown` already; one that is there keeps its number.
  Coded code(const Profile& profile, std::vector<std::string>& unknown) const;
  // … of fields with one domain alone; the others are empty.
  Coded code(const Profile& profile, std::vector<std::string>& unknown, char domain) const;
  RecordView view(std::uint32_t record) const noexcept;
  // Hands each of these, which name a `record`, to `use` until that returns false. What view() and then a comparison will look at is fetched
  // while those before it are used.
  template <std::size_t ahead, class Named, class Use>
  void walk(std::span<Named> all, Use use) const {
    const auto prepare = [&](std::size_t i) {
      if (i + ahead < all.size()) prepare_view(all[i + ahead].record);
      if (i < all.size()) prepare_items(all[i].record);
    };
    for (auto& first : all.first(std::min(ahead, all.size()))) prepare_view(first.record);
    for (std::size_t i = 0; i < ahead; ++i) prepare(i);
    for (std::size_t i = 0; i < all.size(); ++i) {
      prepare(i + ahead);
      if (!use(all[i])) return;
    }
  }

  std::size_t size() const noexcept { return begins_.size(); }     // removed ones included
  std::size_t live() const noexcept { return size() - removed_; }
  std::size_t replaced() const noexcept { return replaced_; }      // contents that nothing points to any more
  const Terms& terms() const noexcept { return terms_; }
  std::size_t bytes() const noexcept;
  // Gives back memory that was taken for growing.
  void shrink() {
    terms_.shrink();
    each_column([](auto& column) { column.shrink(); });
  }
  // Drops the items of what was replaced and removed.
  void compact();

  // Hands each column to `use`, in a fixed order: for a file.
  template <class Use>
  void each_column(Use use) {
    terms_.each_column(use);
    use(items_), use(begins_), use(lengths_);
  }
  // After the columns came from a file: whether they belong together, and how many are removed.
  bool fit() const noexcept;
  void recount() noexcept;

 private:
  static constexpr std::uint32_t gone = 0xFFFFFFFF;
  void prepare_view(std::uint32_t record) const noexcept {
    __builtin_prefetch(begins_.at(record));
    __builtin_prefetch(lengths_.at(record * domains_.size()));
  }
  void prepare_items(std::uint32_t record) const noexcept {
    if (has(record)) __builtin_prefetch(items_.at(begins_[record]));
  }
  std::vector<std::uint64_t> hashes(const Profile& profile) const;
  Item item(const Token& token, std::uint64_t hash, char domain, std::vector<std::string>& unknown) const;
  void append_items(const Profile& profile, std::uint8_t* lengths);
  void forget(std::uint32_t record);

  std::vector<char> domains_;  // of the fields
  Terms terms_;
  Column<Item> items_;
  Column<std::uint32_t> begins_;
  Column<std::uint8_t> lengths_;  // of the fields of each record
  std::size_t removed_ = 0, replaced_ = 0;
};

}  // namespace guanxi::match
