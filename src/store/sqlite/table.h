// How an entity lies in the file: its table and the statements made from its descriptors.
//
// A built-in entity has a table of its own, gx_ and its name: rid, a column a field (money: two), custom fields in one blob. All
// custom entities share gx_row, which has the common fields alone.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "guanxi/schema.h"

namespace guanxi::store {

// A name between double quotes. Names come from descriptors only.
std::string quoted(std::string_view name);

// The table of an entity, quoted.
std::string table_name(const EntityType& type);

// The second column of money, which holds the currency.
std::string currency_column(const AnyField& field);

// Whether rows of the entity have a text to be searched by.
bool is_searchable(const EntityType& type) noexcept;

class Table {
 public:
  explicit Table(const EntityType& type);

  std::uint16_t entity() const noexcept { return entity_; }
  const std::string& name() const noexcept { return name_; }      // quoted
  const std::string& search() const noexcept { return search_; }  // the full-text table, which is there when a field is searchable
  bool shared() const noexcept { return shared_; }                // rows of other entities lie in the same table
  std::string rows() const;                                       // the condition on t that tells them apart, or ""

  // The built-in fields by slot: a column each, of money two.
  std::span<const AnyField* const> fields() const noexcept { return fields_; }

  // The SELECT list of whole rows of t: rid, the fields, the custom blob.
  const std::string& all() const noexcept { return all_; }

  std::string insert() const;
  std::string update(std::uint64_t columns) const;  // bit n: the field in slot n; custom_bit: the blob
  std::string get_by_id() const;
  std::string get_by_rid() const;

  static constexpr std::uint16_t custom_bit = 63;

 private:
  std::uint16_t entity_;
  bool shared_;
  std::string name_;
  std::string search_;
  std::vector<const AnyField*> fields_;
  std::string all_;
};

// The tables met so far. Used by one thread at a time.
class Tables {
 public:
  const Table& of(const EntityType& type);

 private:
  std::unordered_map<std::uint16_t, std::unique_ptr<const Table>> tables_;
};

}  // namespace guanxi::store
