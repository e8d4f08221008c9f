// Memory that runs out at every allocation of the script, one after the other: no crash, no leak, and an error that can be read.
#include <cstdlib>
#include <new>

#include "house.h"
#include "script.h"

namespace {

// The allocation that fails next; -1: none. What is allocated now.
std::int64_t until_failure = -1;
bool fails_once = false;
bool failed = false;
std::int64_t blocks = 0;

void* allocate(std::size_t size) {
  if (until_failure == 0) {
    failed = true;
    if (fails_once) until_failure = -1;
    return nullptr;
  }
  if (until_failure > 0) --until_failure;
  void* block = std::malloc(size == 0 ? 1 : size);
  if (block != nullptr) ++blocks;
  return block;
}

void release(void* block) noexcept {
  if (block == nullptr) return;
  --blocks;
  std::free(block);
}

}  // namespace

void* operator new(std::size_t size) {
  void* block = allocate(size);
  if (block == nullptr) throw std::bad_alloc();
  return block;
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void operator delete(void* block) noexcept { release(block); }
void operator delete[](void* block) noexcept { release(block); }
void operator delete(void* block, std::size_t) noexcept { release(block); }
void operator delete[](void* block, std::size_t) noexcept { release(block); }
void operator delete(void* block, const std::nothrow_t&) noexcept { release(block); }
void operator delete[](void* block, const std::nothrow_t&) noexcept { release(block); }

namespace {

enum class Failing { from_then_on, once };

// Runs the script with its n-th allocation failing; false when it did not need so many.
bool runs_out_at(std::int64_t n, Failing failing, const char* path) {
  gx_error* error = nullptr;
  const std::int64_t before = blocks;
  until_failure = n;
  failed = false;
  fails_once = failing == Failing::once;
  const std::int32_t code = run_script(path, &error);
  until_failure = -1;
  gx_str message{};
  gx_error_message(error, &message);
  const bool readable = gx_error_code(error) == code && (message.len > 0) == (code != GX_OK);
  gx_error_free(error);
  const std::int64_t left = blocks - before;
  INFO("allocation " << n);
  CHECK((code == GX_E_MEMORY || (code == GX_OK && (!failed || fails_once))));
  CHECK(readable);
  CHECK(left == 0);
  return failed;
}

// Every allocation where GUANXI_EVERY_ALLOCATION is set, else one in so many.
std::int64_t step(std::int64_t sampled) { return std::getenv("GUANXI_EVERY_ALLOCATION") == nullptr ? sampled : 1; }

void at_every_allocation(Failing failing, std::int64_t sampled) {
  gx_error* error = nullptr;
  CHECK(run_script(":memory:", &error) == GX_OK);  // what is kept for good is there from now on
  std::int64_t n = 0;
  while (runs_out_at(n, failing, ":memory:")) n += step(sampled);
  MESSAGE(n << " allocations");
  CHECK(n > 100);
}

}  // namespace

TEST_CASE("memory runs out at every allocation, in memory") {
  at_every_allocation(Failing::from_then_on, 307);
}

TEST_CASE("one allocation fails, in memory") {
  at_every_allocation(Failing::once, 293);
}
