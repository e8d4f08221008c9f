// Storage in one SQLite file: one writer with group commit, readers in parallel, several processes at once.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "guanxi/durability.h"
#include "store/storage.h"

namespace guanxi::store {

struct SqliteOptions {
  std::string path;
  bool create = false;  // make the file where there is none
  Durability durability = Durability::full;
  std::chrono::milliseconds busy_timeout{10'000};  // how long to wait for another process
  std::size_t group_limit = 128;                   // commands committed together at most
  bool own_threads = false;                        // each on its caller's thread, as callbacks of the host's may need it
  std::size_t writer_cache_kib = 64 * 1024;
  std::size_t reader_cache_kib = 16 * 1024;  // of each reading connection
  std::size_t idle_readers = 16;             // connections kept open for the next readers
  // Bytes of the file read through a memory map. 0, since a read error in a map ends the process and not just the call.
  std::int64_t mmap_bytes = 0;
  std::string vfs{};  // SQLite's name of another file system; empty: the system's
};

// Opens the file, or makes it, and brings an older one up to date after a backup beside it. Errors: not_found,
// not_a_database, too_new, busy, corrupt, io, full. The file's own name is the path as given; it never means "in memory".
Result<std::unique_ptr<Storage>> open_sqlite(const SqliteOptions& options);

// A connection of the host's; `library` is the host's sqlite3_libversion.
struct Lent {
  void* connection = nullptr;
  const char* (*library)() = nullptr;
  bool create = false;  // make our tables where there are none
};

// Storage in the database of a connection that the host lends: nothing but gx_… tables, and savepoints in the host's
// transactions. The host serialises all use. Errors: unsupported, misuse, and those of open_sqlite.
Result<std::unique_ptr<Storage>> open_lent(const Lent& lent);

}  // namespace guanxi::store
