// A file system under SQLite that fails on demand, and remembers what a power cut would leave of its files.
//
// It passes everything on to the system's own. Threads: any.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace guanxi {

class FaultVfs {
 public:
  enum Operation : unsigned { read = 1, write = 2, sync = 4, truncate = 8, open = 16, any = 31 };

  FaultVfs();
  ~FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;

  const std::string& name() const noexcept { return name_; }

  // From now on counts the calls of these operations and lets the n-th of them fail with `code` (1: the next one), and
  // with `for_ever` all after it.
  void fail_at(std::int64_t n, unsigned operations, int code, bool for_ever = false);
  void heal();
  // Whether a call has failed since fail_at().
  bool failed() const;
  // How many calls of these operations there were since fail_at().
  std::int64_t calls() const;

  // Writes to `folder` what a power cut now would leave: of each file what was synced, and of what was written since any
  // part, torn at sectors of 512 bytes.
  void save_after_power_cut(const std::filesystem::path& folder, std::mt19937_64& random) const;

 private:
  friend struct FaultFile;

  struct Write {
    std::int64_t offset;  // the new length, when it cuts the file
    std::string bytes;
    bool cuts;
  };
  // One file: what is on the medium, and what was written since.
  struct Medium {
    std::string durable;
    std::vector<Write> pending;
  };

  // SQLITE_OK, or the code with which this call must fail.
  int plan(Operation operation);
  void note_write(const std::string& path, const void* bytes, int size, std::int64_t offset);
  void note_truncate(const std::string& path, std::int64_t size);
  void note_sync(const std::string& path);
  void note_open(const std::string& path);
  void note_delete(const std::string& path);

  static int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out);
  static int delete_file(sqlite3_vfs* vfs, const char* path, int sync_folder);

  std::string name_;
  sqlite3_vfs* real_;
  sqlite3_vfs vfs_;

  mutable std::mutex mutex_;
  std::int64_t calls_ = 0;
  std::int64_t failing_ = 0;
  unsigned operations_ = 0;
  int code_ = SQLITE_OK;
  bool for_ever_ = false;
  bool failed_ = false;
  std::map<std::string, Medium> media_;
};

}  // namespace guanxi
