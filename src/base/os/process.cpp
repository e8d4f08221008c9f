#include "base/os/process.h"

#include <unistd.h>

namespace guanxi::os {

std::int64_t process_id() noexcept { return getpid(); }

}  // namespace guanxi::os
