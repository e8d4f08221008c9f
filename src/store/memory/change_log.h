// The change log as committed. A row never changes once it is written; readers share it.
#pragma once

#include <boost/multi_index/hashed_index.hpp>
#include <boost/multi_index/key_extractors.hpp>
#include <boost/multi_index/ordered_index.hpp>
#include <boost/multi_index/random_access_index.hpp>
#include <boost/multi_index_container.hpp>
#include <memory>
#include <tuple>
#include <vector>

#include "store/storage.h"

namespace guanxi::store::memory {

using ChangePtr = std::shared_ptr<const Change>;

bool matches(const ChangeQuery& query, const Change& change) noexcept;

class ChangeLog {
 public:
  std::int64_t last() const noexcept { return static_cast<std::int64_t>(changes_.size()); }
  void append(ChangePtr change);
  std::size_t bytes() const noexcept { return bytes_; }

  // The changes that match, in the order asked for, until `take` returns false.
  void each(const ChangeQuery& query, FunctionRef<bool(const ChangePtr&)> take) const;

 private:
  struct BySet {
    using result_type = std::tuple<std::int64_t, std::int64_t>;
    result_type operator()(const ChangePtr& c) const noexcept { return {c->set, c->seq}; }
  };
  struct ByRecord {
    using result_type = std::tuple<std::uint16_t, std::int64_t, std::int64_t>;
    result_type operator()(const ChangePtr& c) const noexcept { return {c->entity, c->rid, c->seq}; }
  };
  using Changes = boost::multi_index_container<
      ChangePtr, boost::multi_index::indexed_by<boost::multi_index::random_access<>, boost::multi_index::ordered_unique<BySet>,
                                                boost::multi_index::ordered_unique<ByRecord>>>;
  Changes changes_;  // seq n stands at n - 1
  std::size_t bytes_ = 0;
};

}  // namespace guanxi::store::memory
