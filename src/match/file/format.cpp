#include "match/file/format.h"

#include <bit>

#include "match/index/hash.h"

namespace guanxi::match {

namespace {
constexpr std::size_t block = 32, buffered = 1 << 16;
}

void Checksum::add(const void* data, std::size_t bytes) noexcept {
  const auto* at = static_cast<const char*>(data);
  for (; bytes >= block; bytes -= block, at += block) {
    std::array<std::uint64_t, 4> words;
    std::memcpy(words.data(), at, block);
    for (std::size_t i = 0; i < words.size(); ++i) lanes_[i] = std::rotl((lanes_[i] ^ words[i]) * 0x9E3779B97F4A7C15ULL, 29);
  }
}

std::uint64_t Checksum::value() const noexcept {
  std::uint64_t out = 0;
  for (const auto lane : lanes_) out = mixed(out ^ lane) + lane;
  return out;
}

std::uint64_t checksum_of(std::string_view bytes) {
  std::string padded(bytes);
  padded.resize((bytes.size() / block + 1) * block, '\0');
  Checksum sum;
  sum.add(padded.data(), padded.size());
  return mixed(sum.value() ^ bytes.size());
}

void IndexWriter::bytes(const void* data, std::size_t size) {
  buffer_.append(static_cast<const char*>(data), size);
  if (buffer_.size() >= buffered) flush();
}

void IndexWriter::pad(std::size_t to) { buffer_.resize((buffer_.size() + to - 1) / to * to, '\0'); }

// Whole blocks; what is left stays for the next time.
void IndexWriter::flush() {
  const auto whole = buffer_.size() / block * block;
  checksum_.add(buffer_.data(), whole);
  if (written_) written_ = file_.write(std::string_view(buffer_).substr(0, whole));
  buffer_.erase(0, whole);
}

Result<std::uint64_t> IndexWriter::finish() {
  pad(block);
  flush();
  const auto sum = checksum_.value();
  if (written_) written_ = file_.write(std::string_view(reinterpret_cast<const char*>(&sum), sizeof sum));
  if (!written_) return std::move(written_).error();
  return sum;
}

bool IndexReader::verify(std::uint64_t& checksum) noexcept {
  if (rest_.size() < block + sizeof checksum || (rest_.size() - sizeof checksum) % block != 0) return fail(), false;
  const auto body = rest_.first(rest_.size() - sizeof checksum);
  std::memcpy(&checksum, body.data() + body.size(), sizeof checksum);
  Checksum sum;
  sum.add(body.data(), body.size());
  rest_ = body;
  if (sum.value() != checksum) fail();
  return good_;
}

bool IndexReader::take(std::size_t size, void* to) noexcept {
  if (rest_.size() < size) return fail(), false;
  std::memcpy(to, rest_.data(), size);
  rest_ = rest_.subspan(size);
  return true;
}

}  // namespace guanxi::match
