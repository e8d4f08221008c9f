#include "support/fault_vfs.h"

#include <algorithm>
#include <fstream>

namespace guanxi {

// What SQLite holds of an open file; the real one lies behind it in memory.
struct FaultFile {
  sqlite3_file base;
  FaultVfs* vfs;
  std::string* path;

  sqlite3_file* real() noexcept { return reinterpret_cast<sqlite3_file*>(this + 1); }
  static FaultFile* of(sqlite3_file* file) noexcept { return reinterpret_cast<FaultFile*>(file); }

  static int close(sqlite3_file* file);
  static int read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset);
  static int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset);
  static int truncate(sqlite3_file* file, sqlite3_int64 size);
  static int sync(sqlite3_file* file, int flags);
  static const sqlite3_io_methods methods;
};

namespace {

// Calls of the real file that nothing is to be added to.
template <auto Method>
struct Pass;
template <class... A, int (*sqlite3_io_methods::*Method)(sqlite3_file*, A...)>
struct Pass<Method> {
  static int call(sqlite3_file* file, A... arguments) {
    sqlite3_file* real = FaultFile::of(file)->real();
    return (real->pMethods->*Method)(real, arguments...);
  }
};

void shm_barrier(sqlite3_file* file) {
  sqlite3_file* real = FaultFile::of(file)->real();
  real->pMethods->xShmBarrier(real);
}

}  // namespace

const sqlite3_io_methods FaultFile::methods{
    2,
    FaultFile::close,
    FaultFile::read,
    FaultFile::write,
    FaultFile::truncate,
    FaultFile::sync,
    Pass<&sqlite3_io_methods::xFileSize>::call,
    Pass<&sqlite3_io_methods::xLock>::call,
    Pass<&sqlite3_io_methods::xUnlock>::call,
    Pass<&sqlite3_io_methods::xCheckReservedLock>::call,
    Pass<&sqlite3_io_methods::xFileControl>::call,
    Pass<&sqlite3_io_methods::xSectorSize>::call,
    Pass<&sqlite3_io_methods::xDeviceCharacteristics>::call,
    Pass<&sqlite3_io_methods::xShmMap>::call,
    Pass<&sqlite3_io_methods::xShmLock>::call,
    shm_barrier,
    Pass<&sqlite3_io_methods::xShmUnmap>::call,
    nullptr,
    nullptr,
};

int FaultFile::close(sqlite3_file* file) {
  FaultFile* self = of(file);
  const int code = self->real()->pMethods->xClose(self->real());
  delete self->path;
  return code;
}

int FaultFile::read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  FaultFile* self = of(file);
  if (const int code = self->vfs->plan(FaultVfs::read); code != SQLITE_OK) return code;
  return self->real()->pMethods->xRead(self->real(), to, size, offset);
}

int FaultFile::write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  FaultFile* self = of(file);
  if (const int code = self->vfs->plan(FaultVfs::write); code != SQLITE_OK) return code;
  self->vfs->note_write(*self->path, from, size, offset);
  return self->real()->pMethods->xWrite(self->real(), from, size, offset);
}

int FaultFile::truncate(sqlite3_file* file, sqlite3_int64 size) {
  FaultFile* self = of(file);
  if (const int code = self->vfs->plan(FaultVfs::truncate); code != SQLITE_OK) return code;
  self->vfs->note_truncate(*self->path, size);
  return self->real()->pMethods->xTruncate(self->real(), size);
}

int FaultFile::sync(sqlite3_file* file, int flags) {
  FaultFile* self = of(file);
  if (const int code = self->vfs->plan(FaultVfs::sync); code != SQLITE_OK) return code;
  const int code = self->real()->pMethods->xSync(self->real(), flags);
  if (code == SQLITE_OK) self->vfs->note_sync(*self->path);
  return code;
}

FaultVfs::FaultVfs() : real_(sqlite3_vfs_find(nullptr)), vfs_(*real_) {
  static int count = 0;
  name_ = "guanxi-fault-" + std::to_string(++count);
  vfs_.zName = name_.c_str();
  vfs_.szOsFile = static_cast<int>(sizeof(FaultFile)) + real_->szOsFile;
  vfs_.pAppData = this;
  vfs_.xOpen = open_file;
  vfs_.xDelete = delete_file;
  sqlite3_vfs_register(&vfs_, 0);
}

FaultVfs::~FaultVfs() { sqlite3_vfs_unregister(&vfs_); }

int FaultVfs::open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out) {
  auto* self = static_cast<FaultVfs*>(vfs->pAppData);
  FaultFile* opened = FaultFile::of(file);
  opened->base.pMethods = nullptr;
  if (const int code = self->plan(open); code != SQLITE_OK) return code;
  const int code = self->real_->xOpen(self->real_, path, opened->real(), flags, out);
  if (code != SQLITE_OK) return code;
  opened->vfs = self;
  opened->path = new std::string(path != nullptr ? path : "");
  opened->base.pMethods = &FaultFile::methods;
  self->note_open(*opened->path);
  return SQLITE_OK;
}

int FaultVfs::delete_file(sqlite3_vfs* vfs, const char* path, int sync_folder) {
  auto* self = static_cast<FaultVfs*>(vfs->pAppData);
  self->note_delete(path);
  return self->real_->xDelete(self->real_, path, sync_folder);
}

void FaultVfs::fail_at(std::int64_t n, unsigned operations, int code, bool for_ever) {
  const std::lock_guard lock(mutex_);
  calls_ = 0;
  failing_ = n;
  operations_ = operations;
  code_ = code;
  for_ever_ = for_ever;
  failed_ = false;
}

void FaultVfs::heal() { fail_at(0, 0, SQLITE_OK); }

bool FaultVfs::failed() const {
  const std::lock_guard lock(mutex_);
  return failed_;
}

std::int64_t FaultVfs::calls() const {
  const std::lock_guard lock(mutex_);
  return calls_;
}

int FaultVfs::plan(Operation operation) {
  const std::lock_guard lock(mutex_);
  if ((operations_ & operation) == 0) return SQLITE_OK;
  ++calls_;
  if (calls_ < failing_ || (calls_ > failing_ && !for_ever_)) return SQLITE_OK;
  failed_ = true;
  return code_;
}

void FaultVfs::note_open(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (path.empty() || media_.contains(path)) return;
  std::ifstream file(path, std::ios::binary);  // what was there before counts as durable
  media_[path].durable.assign(std::istreambuf_iterator<char>(file), {});
}

void FaultVfs::note_delete(const std::string& path) {
  const std::lock_guard lock(mutex_);
  media_.erase(path);
}

void FaultVfs::note_write(const std::string& path, const void* bytes, int size, std::int64_t offset) {
  const std::lock_guard lock(mutex_);
  if (!path.empty()) media_[path].pending.push_back({offset, std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size)), false});
}

void FaultVfs::note_truncate(const std::string& path, std::int64_t size) {
  const std::lock_guard lock(mutex_);
  if (!path.empty()) media_[path].pending.push_back({size, {}, true});
}

namespace {

void put(std::string& file, std::size_t offset, std::string_view bytes) {
  if (file.size() < offset + bytes.size()) file.resize(offset + bytes.size());
  file.replace(offset, bytes.size(), bytes);
}

}  // namespace

void FaultVfs::note_sync(const std::string& path) {
  const std::lock_guard lock(mutex_);
  Medium& medium = media_[path];
  for (const Write& write : medium.pending) {
    if (write.cuts)
      medium.durable.resize(static_cast<std::size_t>(write.offset));
    else
      put(medium.durable, static_cast<std::size_t>(write.offset), write.bytes);
  }
  medium.pending.clear();
}

void FaultVfs::save_after_power_cut(const std::filesystem::path& folder, std::mt19937_64& random) const {
  constexpr std::size_t sector = 512;
  const std::lock_guard lock(mutex_);
  for (const auto& [path, medium] : media_) {
    std::string file = medium.durable;
    for (const Write& write : medium.pending) {
      if (write.cuts) {
        if (random() % 2 == 0) file.resize(static_cast<std::size_t>(write.offset));
        continue;
      }
      for (std::size_t at = 0; at < write.bytes.size(); at += sector)
        if (random() % 2 == 0) put(file, static_cast<std::size_t>(write.offset) + at, std::string_view(write.bytes).substr(at, sector));
    }
    const auto name = std::filesystem::path(path).filename();
    if (!name.string().ends_with("-shm")) std::ofstream(folder / name, std::ios::binary) << file;
  }
}

}  // namespace guanxi
