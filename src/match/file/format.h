// How an index lies in a file: columns behind each other, each behind its length, all behind a checksum of everything before.
#pragma once

#include <array>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>

#include "base/os/output_file.h"
#include "match/index/column.h"

namespace guanxi::match {

// 64 bits over blocks of 32 bytes; a change within any eight bytes is always noticed. Not against people of ill will.
class Checksum {
 public:
  void add(const void* block, std::size_t bytes) noexcept;  // bytes: a multiple of 32
  std::uint64_t value() const noexcept;

 private:
  std::array<std::uint64_t, 4> lanes_{1, 2, 3, 4};
};

std::uint64_t checksum_of(std::string_view bytes);  // of any length

class IndexWriter {
 public:
  explicit IndexWriter(os::OutputFile& file) : file_(file) {}

  template <class T>
  void put(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    column(std::span(&value, 1), std::span<const T>());
  }
  template <class T>
  void put(const Column<T>& values) {
    column(values.mapped(), values.own());
  }
  void put(std::span<const std::byte> values) { column(values, std::span<const std::byte>()); }
  // The checksum, at the end. Its value names the file.
  Result<std::uint64_t> finish();

 private:
  template <class T>
  void column(std::span<const T> first, std::span<const T> second) {
    const std::uint64_t count = first.size() + second.size();
    bytes(&count, sizeof count);
    bytes(first.data(), first.size_bytes());
    bytes(second.data(), second.size_bytes());
    pad(8);
  }
  void bytes(const void* data, std::size_t size);
  void pad(std::size_t to);
  void flush();

  os::OutputFile& file_;
  std::string buffer_;
  Checksum checksum_;
  Result<void> written_;
};

// Reads what an IndexWriter wrote, where it lies. What does not fit makes it bad, and everything behind empty.
class IndexReader {
 public:
  explicit IndexReader(std::span<std::byte> file) noexcept : rest_(file) {}

  // Takes the checksum off the end; false where it does not agree.
  bool verify(std::uint64_t& checksum) noexcept;

  template <class T>
  std::span<T> column() noexcept {
    std::uint64_t count = 0;
    if (!take(sizeof count, &count) || count > rest_.size() / sizeof(T)) return fail(), std::span<T>();
    const std::span<T> out(reinterpret_cast<T*>(rest_.data()), static_cast<std::size_t>(count));
    const auto padded = (out.size_bytes() + 7) / 8 * 8;
    if (padded > rest_.size()) return fail(), std::span<T>();
    rest_ = rest_.subspan(padded);
    return out;
  }
  template <class T>
  T one() noexcept {
    const auto values = column<T>();
    return values.size() == 1 ? values[0] : (fail(), T());
  }
  bool good() const noexcept { return good_; }

 private:
  bool take(std::size_t size, void* to) noexcept;
  void fail() noexcept { good_ = false, rest_ = {}; }

  std::span<std::byte> rest_;
  bool good_ = true;
};

}  // namespace guanxi::match
