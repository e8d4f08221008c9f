// Memory that runs out at every allocation of the script, one after the other: no crash, no leak, and an error that can be read.
#include <cstdlib>
#include <new>

#include "house.h"
#include "script.h"

namespace {

// The allocation that fails next; -1: none. What is allocated now.
std::int64_t until_failure = -1;
std::int64_t blocks = 0;

void* allocate(std::size_t size) {
  if (until_failure == 0) return nullptr;
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

// Runs the script with its n-th allocation, and all behind it, failing; false when it did not need so many.
bool runs_out_at(std::int64_t n, const char* path) {
  gx_error* error = nullptr;
  const std::int64_t before = blocks;
  until_failure = n;
  const std::int32_t code = run_script(path, &error);
  const bool ran_out = until_failure == 0;
  until_failure = -1;
  if (ran_out) {
    CHECK(code == GX_E_MEMORY);
    gx_str message{};
    CHECK(gx_error_message(error, &message) == GX_OK);
    CHECK(message.len > 0);
    CHECK(gx_error_code(error) == GX_E_MEMORY);
  } else {
    CHECK(code == GX_OK);
  }
  gx_error_free(error);
  INFO("allocation " << n);
  CHECK(blocks == before);
  return ran_out;
}

void at_every_allocation(const std::function<std::string(std::int64_t)>& path) {
  gx_error* error = nullptr;
  CHECK(run_script(path(-1).c_str(), &error) == GX_OK);  // what is kept for good is there from now on
  std::int64_t n = 0;
  while (runs_out_at(n, path(n).c_str())) ++n;
  MESSAGE(n << " allocations");
  CHECK(n > 100);
}

}  // namespace

TEST_CASE("memory runs out at every allocation, in memory") {
  at_every_allocation([](std::int64_t) { return ":memory:"; });
}
