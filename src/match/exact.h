// Duplicates by exact keys: the first implementation behind the duplicate seam.
//
// Two organisations with the same tax id are the same (certain); with the same normalised name they are taken for the same
// (strong); a shared phone, e-mail or web domain is only a hint, because switchboards and groups of companies share them.
// Two people are the same when the name and a phone or e-mail agree (strong).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/derive.h"

namespace guanxi::match {

enum class Strength : std::uint8_t { hint, strong, certain };

// One existing row, and the roles of the keys that it shares.
struct Candidate {
  std::uint16_t entity = 0;
  std::int64_t rid = 0;
  std::uint32_t roles = 0;  // bit per MatchRole

  bool shares(MatchRole role) const noexcept { return (roles >> static_cast<unsigned>(role) & 1u) != 0; }
};

// A key with more rows than this says nothing about any of them (a switchboard, "测试公司"); the rest is not looked at.
inline constexpr std::size_t max_rows_per_key = 20;

// Collects candidates from key hits, each row once.
class Candidates {
 public:
  void add(MatchRole role, std::uint16_t entity, std::int64_t rid);
  std::span<const Candidate> all() const noexcept { return all_; }

 private:
  std::vector<Candidate> all_;
};

Strength strength_of(const Candidate& candidate) noexcept;

}  // namespace guanxi::match
