// Random bits from the system.
#pragma once

#include <cstddef>
#include <cstdint>

#include "guanxi/error.h"

namespace guanxi::os {

// Fills `bytes` with random bits and returns 0, or -1 when it cannot.
using FillRandom = int (*)(void* bytes, std::size_t size);

// 64 random bits from the system's generator, or the io error of a system that has none.
Result<std::uint64_t> random_seed();
Result<std::uint64_t> random_seed(FillRandom fill);

}  // namespace guanxi::os
