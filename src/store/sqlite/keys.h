// Exact keys as gx_key holds them.
#pragma once

#include "model/derive.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/custom.h"

namespace guanxi::store {

// A key's value as it is bound; money is packed so that it sorts by currency, then amount.
class KeyValue {
 public:
  explicit KeyValue(const Value& value) : value_(value) {
    if (value.type == Type::money && value.is_set()) packed_ = money_key(value);
  }

  void bind(Query& query, int at) const noexcept {
    if (packed_.empty())
      query.bind(at, value_);
    else
      query.bind_blob(at, packed_);
  }

 private:
  const Value& value_;
  std::string packed_;
};

}  // namespace guanxi::store
