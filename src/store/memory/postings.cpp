#include "store/memory/postings.h"

#include <cstdlib>
#include <new>
#include <vector>

namespace guanxi::store::memory {

struct Postings::List {
  std::uint32_t capacity, size, last, count;
  unsigned char* bytes() noexcept { return reinterpret_cast<unsigned char*>(this + 1); }
};

namespace {
constexpr std::size_t longest = 5;  // bytes of a difference
}

Postings::~Postings() {
  if (!empty() && !single()) std::free(list());
}

std::size_t Postings::bytes() const noexcept { return empty() || single() ? 0 : sizeof(List) + list()->capacity; }

void Postings::each(FunctionRef<void(std::uint32_t)> take) const {
  if (empty()) return;
  if (single()) return take(only());
  const unsigned char* at = list()->bytes();
  std::uint32_t rid = 0;
  for (std::uint32_t i = 0; i < list()->count; ++i) {
    std::uint32_t difference = 0;
    for (unsigned shift = 0;; shift += 7) {
      difference |= (*at & 0x7fu) << shift;
      if (*at++ < 0x80) break;
    }
    take(rid += difference);
  }
}

bool Postings::contains(std::uint32_t rid) const {
  bool found = false;
  each([&](std::uint32_t other) { found = found || other == rid; });
  return found;
}

void Postings::insert(std::uint32_t rid) {
  if (empty()) {
    handle_ = std::uintptr_t{rid} << 1 | 1;
  } else if (single()) {
    if (only() != rid) rebuild(rid, true);
  } else if (rid > list()->last) {
    append(rid);
  } else if (!contains(rid)) {
    rebuild(rid, true);
  }
}

void Postings::erase(std::uint32_t rid) {
  if (contains(rid)) rebuild(rid, false);
}

void Postings::append(std::uint32_t rid) {
  List* list = this->list();
  if (list->capacity - list->size < longest) {
    const std::uint32_t capacity = list->capacity + list->capacity / 4 + 16;
    list = static_cast<List*>(std::realloc(list, sizeof(List) + capacity));
    if (list == nullptr) throw std::bad_alloc();
    list->capacity = capacity;
    handle_ = reinterpret_cast<std::uintptr_t>(list);
  }
  std::uint32_t difference = rid - list->last;
  for (; difference >= 0x80; difference >>= 7) list->bytes()[list->size++] = static_cast<unsigned char>(difference | 0x80);
  list->bytes()[list->size++] = static_cast<unsigned char>(difference);
  list->last = rid;
  ++list->count;
}

// Writes the list anew, with or without a rid.
void Postings::rebuild(std::uint32_t rid, bool with) {
  std::vector<std::uint32_t> rids;
  each([&](std::uint32_t other) {
    if (with && !rids.empty() && rids.back() < rid && rid < other) rids.push_back(rid);
    if (with && rids.empty() && rid < other) rids.push_back(rid);
    if (other != rid) rids.push_back(other);
  });
  if (with && (rids.empty() || rids.back() < rid)) rids.push_back(rid);
  Postings made;
  if (rids.size() == 1) made.handle_ = std::uintptr_t{rids[0]} << 1 | 1;
  if (rids.size() > 1) {
    auto* list = static_cast<List*>(std::malloc(sizeof(List) + 2 * longest));
    if (list == nullptr) throw std::bad_alloc();
    *list = {2 * longest, 0, 0, 0};
    made.handle_ = reinterpret_cast<std::uintptr_t>(list);
    for (const std::uint32_t other : rids) made.append(other);
  }
  *this = std::move(made);
}

}  // namespace guanxi::store::memory
