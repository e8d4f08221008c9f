#include "store/memory/key_index.h"

#include <array>
#include <bit>

#include "model/delta.h"

namespace guanxi::store::memory {
namespace {

std::uint64_t word_at(std::string_view s, std::size_t at) noexcept {
  std::uint64_t n = 0;
  for (std::size_t i = 0; i < 8 && at + i < s.size(); ++i) n |= std::uint64_t{static_cast<unsigned char>(s[at + i])} << (8 * i);
  return n;
}

class SipHash {
 public:
  SipHash(std::uint64_t k0, std::uint64_t k1) noexcept
      : v_{k0 ^ 0x736f6d6570736575, k1 ^ 0x646f72616e646f6d ^ 0xee, k0 ^ 0x6c7967656e657261, k1 ^ 0x7465646279746573} {}

  KeyHash operator()(std::string_view s) noexcept {
    std::size_t at = 0;
    for (; at + 8 <= s.size(); at += 8) mix(word_at(s, at));
    mix(word_at(s, at) | std::uint64_t{s.size()} << 56);
    v_[2] ^= 0xee;
    const std::uint64_t first = finish();
    v_[1] ^= 0xdd;
    const std::uint64_t second = finish();
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first >> 32), static_cast<std::uint32_t>(second)};
  }

 private:
  void mix(std::uint64_t word) noexcept {
    v_[3] ^= word;
    round();
    round();
    v_[0] ^= word;
  }
  std::uint64_t finish() noexcept {
    for (int i = 0; i < 4; ++i) round();
    return v_[0] ^ v_[1] ^ v_[2] ^ v_[3];
  }
  void round() noexcept {
    v_[0] += v_[1], v_[1] = std::rotl(v_[1], 13) ^ v_[0], v_[0] = std::rotl(v_[0], 32);
    v_[2] += v_[3], v_[3] = std::rotl(v_[3], 16) ^ v_[2];
    v_[0] += v_[3], v_[3] = std::rotl(v_[3], 21) ^ v_[0];
    v_[2] += v_[1], v_[1] = std::rotl(v_[1], 17) ^ v_[2], v_[2] = std::rotl(v_[2], 32);
  }

  std::array<std::uint64_t, 4> v_;
};

}  // namespace

KeyHash KeyHasher::operator()(const Key& key) const {
  std::string bytes;
  for (int shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>(key.space >> shift));
  Value value = key.value;
  if (value.type == Type::picklist || value.type == Type::set) value.type = Type::text;  // a key is found by its bytes
  pack_value(value, bytes);
  return SipHash(seed_, ~seed_)(bytes);
}

SortedChunks<KeyEntry>::Place KeyIndex::find(const KeyEntry& entry) const {
  return entries_.find([&](const KeyEntry& e) { return e < entry; });
}

bool KeyIndex::contains(const KeyEntry& entry) const {
  const auto at = find(entry);
  return at != entries_.end() && entries_[at] == entry;
}

void KeyIndex::insert(const KeyEntry& entry) {
  if (const auto at = find(entry); at == entries_.end() || entries_[at] != entry) entries_.insert(at, entry);
}

void KeyIndex::erase(const KeyEntry& entry) {
  if (const auto at = find(entry); at != entries_.end() && entries_[at] == entry) entries_.erase(at);
}

void KeyIndex::each(const KeyHash& hash, FunctionRef<void(const KeyEntry&)> take) const {
  for (auto at = find({hash, 0, 0}); at != entries_.end() && entries_[at].hash == hash; at = entries_.next(at)) take(entries_[at]);
}

void KeyIndex::each(FunctionRef<void(const KeyEntry&)> take) const {
  for (auto at = entries_.begin(); at != entries_.end(); at = entries_.next(at)) take(entries_[at]);
}

}  // namespace guanxi::store::memory
