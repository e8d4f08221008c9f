// Memory that runs out at every allocation of the script, one after the other, those of SQLite among them: no crash, no leak, an error
// that can be read, and a file that is whole.
#include <unwind.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "house.h"
#include "script.h"

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void __libc_free(void*);
}

namespace {

// The allocation that fails next; -1: none. What is allocated now.
std::int64_t until_failure = -1;
bool fails_once = false;
bool failed = false;
std::int64_t blocks = 0;

// The places of a run: its allocations by the functions that led to them, of each the first.
struct Places {
  static constexpr std::size_t most = std::size_t{1} << 18;
  static constexpr int deepest = 48;

  bool listing = false;
  std::int64_t met = 0;
  std::size_t count = 0;
  std::array<std::int64_t, most> first{};
  std::array<std::uint64_t, most> paths{};  // a hash table; 0: empty

  struct Path {
    std::uint64_t hash = 0xcbf29ce484222325;
    int depth = 0;
  };
  static _Unwind_Reason_Code step(_Unwind_Context* at, void* into) noexcept {
    auto& path = *static_cast<Path*>(into);
    path.hash = (path.hash ^ _Unwind_GetIP(at)) * 0x100000001b3;
    return ++path.depth == deepest ? _URC_END_OF_STACK : _URC_NO_REASON;
  }
  void meet() noexcept {
    Path path;
    listing = false;  // what the walk itself allocates is not the script's
    _Unwind_Backtrace(step, &path);
    listing = true;
    std::size_t at = path.hash % most;
    while (paths[at] != 0 && paths[at] != path.hash) at = (at + 1) % most;
    if (paths[at] == 0 && count < most / 2) {
      paths[at] = path.hash;
      first[count++] = met;
    }
    ++met;
  }
};
Places places;

bool fails_now() noexcept {
  if (places.listing) places.meet();
  if (until_failure > 0) --until_failure;
  else if (until_failure == 0) {
    failed = true;
    if (fails_once) until_failure = -1;
    return true;
  }
  return false;
}

void* counted(void* block) noexcept {
  if (block != nullptr) ++blocks;
  return block;
}

}  // namespace

// The process's own: what is compiled into it and every shared library use these.
extern "C" {
void* malloc(std::size_t size) { return fails_now() ? nullptr : counted(__libc_malloc(size)); }
void* calloc(std::size_t count, std::size_t size) { return fails_now() ? nullptr : counted(__libc_calloc(count, size)); }
void* realloc(void* block, std::size_t size) {
  if (fails_now()) return nullptr;
  void* bigger = __libc_realloc(block, size);
  if (block == nullptr && bigger != nullptr) ++blocks;
  return bigger;
}
void free(void* block) {
  if (block != nullptr) --blocks;
  __libc_free(block);
}
}

namespace {

using namespace guanxi::test;
namespace fs = std::filesystem;

enum class Failing { from_then_on, once };

// Runs `script` with its n-th allocation failing; false when it did not need so many.
template <class Script>
bool runs_out_at(std::int64_t n, Failing failing, Script&& script) {
  gx_error* error = nullptr;
  const std::int64_t before = blocks;
  failed = false;
  fails_once = failing == Failing::once;
  until_failure = n;
  const std::int32_t code = script(&error);
  until_failure = -1;
  gx_str message{};
  gx_error_message(error, &message);
  const bool readable = gx_error_code(error) == code && (message.len > 0) == (code != GX_OK);
  const std::string sentence(message.ptr == nullptr ? "" : message.ptr, static_cast<std::size_t>(message.len));
  gx_error_free(error);
  const std::int64_t left = blocks - before - (sentence.capacity() > 15 ? 1 : 0);
  INFO("allocation " << n << ": " << code << ' ' << sentence);
  CHECK((code == GX_E_MEMORY || (code == GX_OK && (!failed || fails_once))));
  CHECK(readable);
  CHECK(left == 0);
  return failed;
}

// One allocation in GUANXI_EVERY_ALLOCATION, 1 being all of them, else one in so many; from GUANXI_FIRST_ALLOCATION on. "places": the first
// that each chain of calls leads to, in a fraction of the time.
bool by_places() {
  const char* given = std::getenv("GUANXI_EVERY_ALLOCATION");
  return given != nullptr && std::string_view(given) == "places";
}
std::int64_t step(std::int64_t sampled) {
  const char* given = std::getenv("GUANXI_EVERY_ALLOCATION");
  return given == nullptr ? sampled : std::max<std::int64_t>(1, std::atoll(given));
}
std::int64_t first() {
  const char* given = std::getenv("GUANXI_FIRST_ALLOCATION");
  return given == nullptr ? 0 : std::atoll(given);
}

template <class Script, class After>
void at_every_place(Failing failing, Script&& script, After&& after) {
  places.met = 0;
  places.count = 0;
  places.paths.fill(0);
  gx_error* error = nullptr;
  places.listing = true;
  CHECK(script(&error) == GX_OK);
  places.listing = false;
  after();
  MESSAGE(places.count << " places of " << places.met << " allocations");
  CHECK(places.count > 100);
  for (std::size_t i = 0; i < places.count; ++i) {
    runs_out_at(places.first[i], failing, script);
    after();
  }
}

template <class Script, class After>
void at_every_allocation(Failing failing, std::int64_t sampled, Script&& script, After&& after) {
  gx_error* error = nullptr;
  CHECK(script(&error) == GX_OK);  // what is kept for good is there from now on
  after();
  if (by_places()) return at_every_place(failing, script, after);
  std::int64_t n = first();
  while (runs_out_at(n, failing, script)) {
    after();
    n += step(sampled);
  }
  after();
  MESSAGE(n << " allocations");
  CHECK(n > 100);
}

// A store on file, put back as it was before each run; whatever the run came to, its file must be whole.
class FileStore {
 public:
  FileStore() {
    gx_error* error = nullptr;
    REQUIRE(run_script(made_.c_str(), &error) == GX_OK);
    std::ofstream(csv_) << "name,phone\nSample Quay One,021-62000001\nSample Quay Two,021-62000002\n";
    put_back();
  }

  // What has failed once is as good as new when there is memory again.
  std::int32_t run(gx_error** err) const {
    gx_error* again = nullptr;
    const std::int32_t code = run_script_again(used_.c_str(), csv_.c_str(), [] { until_failure = -1, places.listing = false; }, &again, err);
    CHECK(said(again) == "");
    return code;
  }

  std::int32_t open(gx_error** err) const {
    gx_store* store = nullptr;
    const std::int32_t code = gx_store_open(used_.c_str(), -1, nullptr, &store, err);
    gx_store_free(store);
    return code;
  }

  // What stands in the file as it was made needs no check.
  void check_and_put_back() const {
    if (is_as_made()) return;
    gx_store* store = nullptr;
    gx_text* findings = nullptr;
    GOOD(gx_store_open(used_.c_str(), -1, nullptr, &store, &error));
    GOOD(gx_store_integrity(store, nullptr, nullptr, &findings, &error));
    CHECK(taken(findings) == "[]");
    gx_store_free(store);
    put_back();
  }

 private:
  bool is_as_made() const {
    const auto bytes = [](const std::string& path) {
      std::ifstream file(path, std::ios::binary);
      return std::string(std::istreambuf_iterator<char>(file), {});
    };
    return !fs::exists(used_ + "-wal") && bytes(used_) == bytes(made_);
  }
  void put_back() const {
    for (const char* tail : {"-wal", "-shm"}) fs::remove(used_ + tail);
    fs::copy_file(made_, used_, fs::copy_options::overwrite_existing);
  }

  guanxi::Folder folder_;
  std::string made_ = folder_.file("made.gx"), used_ = folder_.file("used.gx"), csv_ = folder_.file("rows.csv");
};

std::int32_t in_memory(gx_error** err) { return run_script(":memory:", err); }
void nothing() {}

}  // namespace

TEST_CASE("memory runs out at every allocation, in memory") { at_every_allocation(Failing::from_then_on, 307, in_memory, nothing); }

TEST_CASE("one allocation fails, in memory") { at_every_allocation(Failing::once, 293, in_memory, nothing); }

TEST_CASE("memory runs out at every allocation, on file") {
  const FileStore store;
  at_every_allocation(Failing::from_then_on, 1009, [&](gx_error** err) { return store.run(err); }, [&] { store.check_and_put_back(); });
}

TEST_CASE("one allocation fails, on file") {
  const FileStore store;
  at_every_allocation(Failing::once, 997, [&](gx_error** err) { return store.run(err); }, [&] { store.check_and_put_back(); });
}

TEST_CASE("one allocation fails while a store is opened") {
  const FileStore store;
  at_every_allocation(Failing::once, 23, [&](gx_error** err) { return store.open(err); }, nothing);
}
