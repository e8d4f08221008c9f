// The part of a source that is being read: its bytes, and the UTF-8 they are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "guanxi/csv.h"

namespace guanxi::csv {

class Window {
 public:
  // Reads a first piece, learns the encoding from it unless it is given, and drops a byte order mark.
  static Result<Window> open(CsvReader::Source source, std::optional<Encoding> encoding);

  // The text, from the first byte not dropped. Changes at every call of the functions below.
  std::string& text() noexcept { return text_; }

  // Whether the text reaches the end of the source.
  bool at_end() const noexcept { return at_end_; }

  // Reads at least `bytes` more, or up to the end.
  Result<void> read_more(std::size_t bytes);

  // Drops the first `size` bytes of the text, which end with a character.
  void drop(std::size_t size);

  // Where in the source the text's byte `at`, which begins a character, comes from.
  std::uint64_t source_offset(std::size_t at) const noexcept { return base_ + byte_of(at); }

  // Empties the window for a source that was moved to `offset`.
  void restart(std::uint64_t offset);

  Encoding encoding() const noexcept { return encoding_; }
  std::uint64_t bytes_read() const noexcept { return base_ + bytes_.size(); }
  std::uint64_t replaced() const noexcept { return decoder_.replaced(); }

 private:
  Window(CsvReader::Source source, Encoding encoding) : source_(std::move(source)), encoding_(encoding), decoder_(encoding) {}

  Result<void> read_bytes(std::size_t wanted);
  Result<void> settle_encoding();
  void decode();
  std::size_t byte_of(std::size_t at) const noexcept;

  CsvReader::Source source_;
  Encoding encoding_;
  Decoder decoder_;
  bool settled_ = true;        // false while only ASCII was seen and the encoding is a guess
  bool at_end_ = false;
  std::uint64_t base_ = 0;     // where bytes_ begins in the source
  std::string bytes_;
  std::size_t decoded_ = 0;    // how many of bytes_ went to the decoder
  std::string text_;

  // Places in text_ whose places in bytes_ are known, in rising order; the first is where both begin.
  struct Mark {
    std::size_t text = 0;
    std::size_t byte = 0;
  };
  std::vector<Mark> marks_{Mark{}};
};

}  // namespace guanxi::csv
