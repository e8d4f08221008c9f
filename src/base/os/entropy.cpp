#include "base/os/entropy.h"

#include <sys/random.h>
#include <unistd.h>

namespace guanxi::os {
namespace {

constexpr Message no_entropy{"os.entropy",
                             "The system gives no random bits: pass a seed of your own, or let the process call getrandom.",
                             "系统无法提供随机数：请自行传入随机种子，或允许进程调用 getrandom。"};

}  // namespace

Result<std::uint64_t> random_seed() { return random_seed(&getentropy); }

Result<std::uint64_t> random_seed(FillRandom fill) {
  std::uint64_t seed = 0;
  if (fill(&seed, sizeof seed) != 0) return Error(Code::io, no_entropy);
  return seed;
}

}  // namespace guanxi::os
