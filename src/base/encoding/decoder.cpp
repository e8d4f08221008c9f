#include "base/encoding/codec.h"

namespace guanxi {
namespace {

constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";

// No character takes more than three bytes of UTF-8 for each of its own, replacements included.
constexpr std::size_t growth = 3;

// Decodes up to the end or to a character that is cut off; returns how many bytes that was.
template <class Stepper>
std::size_t decode_steps(std::string_view bytes, std::string& out, std::uint64_t& replaced, Stepper stepper) {
  const std::size_t before = out.size();
  out.resize(before + bytes.size() * growth);
  char* to = out.data() + before;
  const unsigned char* b = unsigned_data(bytes);
  std::size_t at = 0;
  while (at < bytes.size()) {
    const Step step = stepper(b + at, bytes.size() - at);
    if (step.kind == Step::cut) break;
    if (step.kind == Step::bad) ++replaced;
    to = utf::write8(to, step.character);
    at += step.bytes;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  return at;
}

std::size_t decode_utf8(std::string_view bytes, std::string& out, std::uint64_t& replaced) {
  std::size_t at = 0;
  while (true) {
    const std::size_t good = utf::valid_prefix(bytes.substr(at));
    out.append(bytes, at, good);
    at += good;
    if (at == bytes.size()) return at;
    const Step step = utf::step8(unsigned_data(bytes) + at, bytes.size() - at);
    if (step.kind == Step::cut) return at;
    out += replacement_utf8;
    ++replaced;
    at += step.bytes;
  }
}

std::size_t decode_whole(Encoding encoding, std::string_view bytes, std::string& out, std::uint64_t& replaced) {
  if (encoding == Encoding::utf8) return decode_utf8(bytes, out, replaced);
  return with_stepper(encoding, [&](auto stepper) { return decode_steps(bytes, out, replaced, stepper); });
}

}  // namespace

void Decoder::decode(std::string_view bytes, std::string& out) {
  while (!carry_.empty() && !bytes.empty()) {
    carry_ += bytes.front();
    bytes.remove_prefix(1);
    carry_.erase(0, decode_whole(encoding_, carry_, out, replaced_));
  }
  if (bytes.empty()) return;
  carry_.assign(bytes.substr(decode_whole(encoding_, bytes, out, replaced_)));
}

void Decoder::finish(std::string& out) {
  if (carry_.empty()) return;
  carry_.clear();
  out += replacement_utf8;
  ++replaced_;
}

std::size_t source_length(Encoding encoding, std::string_view bytes, std::size_t utf8_length) noexcept {
  return with_stepper(encoding, [&](auto stepper) noexcept {
    std::size_t at = 0;
    for (std::size_t written = 0; written < utf8_length && at < bytes.size();) {
      const Step step = stepper(unsigned_data(bytes) + at, bytes.size() - at);
      if (step.kind == Step::cut) return bytes.size();
      written += utf::length8(step.character);
      at += step.bytes;
    }
    return at;
  });
}

}  // namespace guanxi
