// Paging by key: where the last page ended is a token, and the next page starts behind it by an index, not by counting.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "expr/sql.h"
#include "guanxi/query.h"
#include "guanxi/schema.h"

namespace guanxi::store {

// How the statement calls its columns, and the row's rid.
struct KeysetNames {
  const SqlNames& fields;
  std::string_view rid;
};

// A scan's order, made of columns; the rid comes last and in the direction of the term before it.
class Keyset {
 public:
  // An unknown field is Code::invalid.
  static Result<Keyset> of(const EntityType& type, std::span<const OrderTerm> order);

  // "t.x DESC,t.rid DESC"
  std::string order_by(const KeysetNames& names) const;

  // Fields that a row needs so that token() can be made.
  const std::vector<const AnyField*>& fields() const noexcept { return fields_; }
  // The place of a row that holds those fields, put into `out`.
  void token(const AnyRecord& row, std::string& out) const;

  // Reads a token; Code::invalid when it belongs to another order, or is none.
  Result<void> start_behind(std::string_view token);
  // How many queries it takes to get all rows behind the start, one after the other: 1 or 2, since rows without a value
  // in the first term lie at one end of its index.
  int parts() const noexcept;
  // Appends " AND …" for one of them. Values of the token are borrowed from the keyset.
  void behind(Sql& out, SqlWriter& writer, const KeysetNames& names, int part) const;

 private:
  // A column of the order; money has two.
  struct Step {
    const AnyField* field;  // null: the rid
    bool currency;
    bool descending;
    bool nullable;
    Value last{};  // of the row behind which to start
  };

  void column(std::string& out, const KeysetNames& names, const Step& step) const;
  void behind_from(Sql& out, SqlWriter& writer, const KeysetNames& names, std::size_t at) const;

  std::vector<Step> steps_;
  std::vector<const AnyField*> fields_;
  std::string token_;
  bool started_ = false;
};

}  // namespace guanxi::store
