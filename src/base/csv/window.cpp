#include "base/csv/window.h"

#include <algorithm>

#include "base/check.h"
#include "base/encoding/codec.h"

namespace guanxi::csv {
namespace {

constexpr Message source_overrun{"csv.source_overrun", "The source said it read {0} bytes into a buffer of {1}: mend the source.",
                                 "数据源声称向 {1} 字节的缓冲区读入了 {0} 字节，请修正数据源。"};

constexpr std::size_t sample_size = 64U << 10;

std::size_t first_beyond_ascii(std::string_view bytes) {
  const auto beyond = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  return static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), beyond) - bytes.begin());
}

}  // namespace

Result<Window> Window::open(CsvReader::Source source, std::optional<Encoding> encoding) {
  Window window(std::move(source), encoding.value_or(Encoding::utf8));
  GUANXI_CHECK(window.read_bytes(sample_size));
  const EncodingGuess guess = guess_encoding(window.bytes_);
  if (!encoding) {
    window.encoding_ = guess.encoding;
    window.settled_ = guess.bom != 0 || first_beyond_ascii(window.bytes_) < window.bytes_.size() || guess.encoding != Encoding::utf8;
  }
  if (guess.bom != 0 && guess.encoding == window.encoding_) {
    window.bytes_.erase(0, guess.bom);
    window.base_ = guess.bom;
  }
  window.decoder_ = Decoder(window.encoding_);
  window.decode();
  return window;
}

Result<void> Window::read_more(std::size_t bytes) {
  GUANXI_CHECK(read_bytes(bytes));
  GUANXI_CHECK(settle_encoding());
  decode();
  return {};
}

Result<void> Window::read_bytes(std::size_t wanted) {
  std::size_t size = bytes_.size();
  const std::size_t goal = size + wanted;
  bytes_.resize(goal);
  while (size < goal && !at_end_) {
    auto got = source_(bytes_.data() + size, goal - size);
    if (got.ok() && *got > goal - size) {
      got = Error(Code::misuse, source_overrun, {std::to_string(*got), std::to_string(goal - size)});
    }
    if (!got) {
      bytes_.resize(size);
      return std::move(got).error();
    }
    at_end_ = *got == 0;
    size += *got;
  }
  bytes_.resize(size);
  return {};
}

// A file may begin with pages of ASCII; what it is shows when the first other character comes.
Result<void> Window::settle_encoding() {
  if (settled_) return {};
  const std::size_t first = decoded_ + first_beyond_ascii(std::string_view(bytes_).substr(decoded_));
  if (first == bytes_.size()) return {};
  if (bytes_.size() - first < sample_size) GUANXI_CHECK(read_bytes(sample_size));
  encoding_ = is_utf8_sample(std::string_view(bytes_).substr(first)) ? Encoding::utf8 : Encoding::gb18030;
  decoder_ = Decoder(encoding_);
  settled_ = true;
  return {};
}

void Window::decode() {
  decoder_.decode(std::string_view(bytes_).substr(decoded_), text_);
  decoded_ = bytes_.size();
  if (at_end_) decoder_.finish(text_);
}

// As long as nothing was replaced, UTF-8 is its own source; otherwise the characters are counted again.
std::size_t Window::byte_of(std::size_t at) noexcept {
  if (encoding_ == Encoding::utf8 && replaced() == 0) return at;
  mark_byte_ += source_length(encoding_, std::string_view(bytes_).substr(mark_byte_), at - mark_text_);
  mark_text_ = at;
  return mark_byte_;
}

std::uint64_t Window::source_offset(std::size_t at) noexcept { return base_ + byte_of(at); }

void Window::drop(std::size_t size) {
  const std::size_t bytes = byte_of(size);
  base_ += bytes;
  bytes_.erase(0, bytes);
  decoded_ -= bytes;
  text_.erase(0, size);
  mark_text_ = mark_byte_ = 0;
}

void Window::restart(std::uint64_t offset) {
  decoder_ = Decoder(encoding_);
  at_end_ = false;
  base_ = offset;
  bytes_.clear();
  decoded_ = 0;
  text_.clear();
  mark_text_ = mark_byte_ = 0;
}

}  // namespace guanxi::csv
