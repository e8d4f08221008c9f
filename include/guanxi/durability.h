// What an acknowledged commit is worth.
#pragma once

#include <cstdint>

namespace guanxi {

enum class Durability : std::uint8_t {
  full,    // an acknowledged commit survives power loss
  normal,  // it survives a crash of the process; power loss may take the last commits, never the consistency
};

}  // namespace guanxi
