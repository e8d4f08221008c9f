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
  // Hands each of these, which name a `record`, and its view to `use` until that returns false; those that are gone are passed over. What views and then
  // comparisons look at is fetched for several at once: where the records stand, their items, what is known of rare terms.
  template <class Named, class Use>
  void walk(std::span<Named> all, Use use) const {
    constexpr std::size_t at_once = 8;
    std::array<RecordView, at_once> views;
    for (std::size_t begin = 0; begin < all.size(); begin += at_once) {
      const auto some = all.subspan(begin, std::min(at_once, all.size() - begin));
      for (std::size_t i = 0; i < some.size(); ++i) views[i] = view(some[i].record);
      const auto seen = std::span(views).first(some.size());
      for (const auto& one : seen) fetch_items(one);
      for (const auto& one : seen) each_rare_term(one, [&](TermId term) { terms_.fetch_numbers(term); });
      for (const auto& one : seen) each_rare_term(one, [&](TermId term) { terms_.fetch_text(term); });
      for (std::size_t i = 0; i < some.size(); ++i)
        if (has(some[i].record) && !use(some[i], views[i])) return;
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
  static void fetch_items(const RecordView& record) noexcept {
    if (record.ends.back() == 0) return;
    fetch(record.items);
    fetch(record.items + record.ends.back() - 1);
  }
  // Those of Han characters are few and at hand.
  template <class Use>
  static void each_rare_term(const RecordView& record, Use use) noexcept {
    for (const auto item : Items(record.items, record.ends.back()))
      if (!item.is_han()) use(item.term());
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
