// The host's names for the records: 64 bits each.
#pragma once

#include <cstdint>
#include <optional>

#include "guanxi/match.h"
#include "match/index/column.h"

namespace guanxi::match {

class Ids {
 public:
  Ids();
  std::optional<Number> find(std::uint64_t id) const noexcept;
  std::uint64_t of(Number number) const noexcept { return ids_[number]; }
  // The id of the next number. It must be new.
  void add(std::uint64_t id);
  std::size_t size() const noexcept { return ids_.size(); }
  std::size_t bytes() const noexcept { return ids_.bytes() + places_.bytes(); }
  // Whether the columns, from a file, belong together.
  bool fit(std::size_t records) const noexcept;

  template <class Use>
  void each_column(Use use) {
    use(ids_), use(places_);
  }

 private:
  std::size_t place(std::uint64_t id) const noexcept;
  void grow();

  Column<std::uint64_t> ids_;
  Column<Number> places_;  // by the id
};

}  // namespace guanxi::match
