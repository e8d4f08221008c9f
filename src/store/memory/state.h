// Everything that is committed.
#pragma once

#include <boost/multi_index/hashed_index.hpp>
#include <boost/multi_index/member.hpp>
#include <boost/multi_index/ordered_index.hpp>
#include <boost/multi_index_container.hpp>
#include <map>
#include <memory>

#include "store/memory/change_log.h"
#include "store/memory/key_index.h"
#include "store/memory/staged.h"
#include "store/memory/table.h"

namespace guanxi::store::memory {

struct Remembered {
  std::string key;
  Instant at;
  std::string outcome;
};

using RememberedOutcomes = boost::multi_index_container<
    Remembered, boost::multi_index::indexed_by<
                    boost::multi_index::hashed_unique<boost::multi_index::member<Remembered, std::string, &Remembered::key>>,
                    boost::multi_index::ordered_non_unique<boost::multi_index::member<Remembered, Instant, &Remembered::at>>>>;

struct State {
  explicit State(std::uint64_t seed) : hash(seed) {}

  void prepare(std::shared_ptr<const Schema> next);
  void publish(const Staged& staged);
  // What rows, indexes, keys and the change log take, roughly.
  std::size_t bytes() const;

  std::shared_ptr<const Schema> schema;
  std::map<std::uint16_t, Table> tables;
  KeyHasher hash;
  KeyIndex keys;
  ChangeLog log;
  std::map<std::string, std::string> meta;
  std::map<std::string, std::int64_t> sequences;
  RememberedOutcomes outcomes;
};

}  // namespace guanxi::store::memory
