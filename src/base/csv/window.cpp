#include "base/csv/window.h"

#include <algorithm>

#include "base/check.h"
#include "base/encoding/codec.h"

namespace guanxi::csv {
namespace {

constexpr Message source_overrun{"csv.source_overrun", "The source said it read {0} bytes into a buffer of {1}: mend the source.",
                                 "数据源声称向 {1} 字节的缓冲区读入了 {0} 字节，请修正数据源。"};

constexpr std::size_t sample_size = 64U << 10;

// Between two marks the characters are counted again, so there are not too few marks.
constexpr std::size_t bytes_between_marks = 4U << 10;

}  // namespace

Result<Window> Window::open(CsvReader::Source source, std::optional<Encoding> encoding) {
  Window window(std::move(source), encoding.value_or(Encoding::utf8));
  GUANXI_CHECK(window.read_bytes(sample_size));
  const EncodingGuess guess = guess_encoding(window.bytes_);
  if (!encoding) {
    window.encoding_ = guess.encoding;
    window.settled_ = guess.bom != 0 || utf::ascii_prefix(window.bytes_) < window.bytes_.size() || guess.encoding != Encoding::utf8;
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
  const std::size_t first = decoded_ + utf::ascii_prefix(std::string_view(bytes_).substr(decoded_));
  if (first == bytes_.size()) return {};
  if (bytes_.size() - first < sample_size) GUANXI_CHECK(read_bytes(sample_size));
  encoding_ = guess_beyond_ascii(std::string_view(bytes_).substr(first));
  decoder_ = Decoder(encoding_);
  settled_ = true;
  return {};
}

void Window::decode() {
  while (decoded_ < bytes_.size()) {
    const std::string_view part = std::string_view(bytes_).substr(decoded_, bytes_between_marks);
    decoder_.decode(part, text_);
    decoded_ += part.size();
    marks_.push_back({text_.size(), decoded_ - decoder_.pending()});
  }
  if (at_end_) decoder_.finish(text_);
}

// As long as nothing was replaced, UTF-8 is its own source.
std::size_t Window::byte_of(std::size_t at) const noexcept {
  if (encoding_ == Encoding::utf8 && replaced() == 0) return at;
  const auto behind = [](std::size_t wanted, const Mark& mark) { return wanted < mark.text; };
  const Mark& mark = *(std::upper_bound(marks_.begin(), marks_.end(), at, behind) - 1);
  return mark.byte + source_length(encoding_, std::string_view(bytes_).substr(mark.byte), at - mark.text);
}

void Window::drop(std::size_t size) {
  const std::size_t bytes = byte_of(size);
  base_ += bytes;
  bytes_.erase(0, bytes);
  decoded_ -= bytes;
  text_.erase(0, size);
  std::erase_if(marks_, [size](const Mark& mark) { return mark.text <= size; });
  for (Mark& mark : marks_) mark = {mark.text - size, mark.byte - bytes};
  marks_.insert(marks_.begin(), Mark{});
}

void Window::restart(std::uint64_t offset) {
  decoder_ = Decoder(encoding_);
  at_end_ = false;
  base_ = offset;
  bytes_.clear();
  decoded_ = 0;
  text_.clear();
  marks_.assign({Mark{}});
}

}  // namespace guanxi::csv
