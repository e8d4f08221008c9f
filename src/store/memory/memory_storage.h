// Storage in memory alone: for tests, for short-lived work and for hosts that keep the rows elsewhere. It ends with
// the object.
#pragma once

#include <cstdint>
#include <memory>

#include "store/storage.h"

namespace guanxi::store {

// `seed` keys the hash under which exact keys are found; give one that outsiders cannot guess.
// Readers see each commit as a whole, but one call at a time: snapshot_reads is false.
std::unique_ptr<Storage> open_memory(std::uint64_t seed);

}  // namespace guanxi::store
