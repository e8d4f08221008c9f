// How conditions and orderings see the tables of the file.
#pragma once

#include "expr/sql.h"
#include "guanxi/schema.h"

namespace guanxi::store {

class SqliteNames final : public SqlNames {
 public:
  // Fields of `type` are found in it, those of other entities in the schema.
  SqliteNames(const EntityType& type, const Schema& schema) noexcept : type_(type), schema_(schema) {}

  const AnyField* find(std::uint16_t entity, std::uint16_t field) const override;
  void value(std::string& out, const AnyField& field, std::string_view alias) const override;
  void currency(std::string& out, const AnyField& field, std::string_view alias) const override;
  void table(std::string& out, std::uint16_t entity, std::string_view alias) const override;
  void rows(std::string& out, std::uint16_t entity, std::string_view alias) const override;

 private:
  const EntityType& type_;
  const Schema& schema_;
};

}  // namespace guanxi::store
