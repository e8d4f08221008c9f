// The indexes in files beside the store's: a cache, which the change log brings up to date and the rows replace.
#include <algorithm>

#include "base/check.h"
#include "crm/matching/indexes.h"

namespace guanxi::matching {
namespace {

constexpr std::size_t least_saved = 512;            // records; fewer are read faster than they are opened
constexpr std::int64_t changes_named = 32;          // that tell one history from another
constexpr std::int64_t changes_a_record = 16, changes_read_anyway = 100'000;  // from where reading the rows costs less than reading the log

// FNV-1a, by Fowler, Noll and Vo.
class Fingerprint {
 public:
  void add(std::string_view bytes) noexcept {
    for (const char c : bytes) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    add(static_cast<std::int64_t>(bytes.size()));
  }
  void add(std::int64_t number) noexcept {
    for (int i = 0; i < 8; ++i, number >>= 8) hash_ = (hash_ ^ static_cast<unsigned char>(number)) * 0x100000001B3ULL;
  }
  std::uint64_t value() const noexcept { return hash_; }

 private:
  std::uint64_t hash_ = 0xCBF29CE484222325ULL;
};

// Names a store and its history up to `seq`: another store, and one that was set back and went on in another way, has other last changes.
Result<std::uint64_t> origin_of(store::Reader& reader, std::int64_t seq) {
  Fingerprint out;
  store::ChangeQuery query;
  query.after = std::max<std::int64_t>(seq - changes_named, 0);
  query.limit = static_cast<std::size_t>(seq - query.after);
  GUANXI_CHECK(reader.changes(query, [&](store::Change& change) {
    if (change.seq > seq) return false;
    for (const std::int64_t number : {change.seq, change.set, change.at.us, std::int64_t{change.entity}, change.rid, static_cast<std::int64_t>(change.kind)}) out.add(number);
    for (const Id* id : {&change.record, &change.actor}) out.add(std::string_view(reinterpret_cast<const char*>(id->bytes.data()), id->bytes.size()));
    out.add(change.delta);
    return true;
  }));
  return out.value();
}

}  // namespace

std::string Indexes::path_of(std::size_t place) const { return path_ + "-match-" + std::string(Schema::builtin()->find(entity_at(place))->name()); }

// None where none was saved, or what was does not serve.
Result<std::unique_ptr<Index>> Indexes::open(store::Reader& reader, const Schema& schema, std::size_t place) {
  std::unique_ptr<Index> none;
  if (path_.empty() || worn_[place]) return none;
  auto saved = Index::open(place, path_of(place));
  if (!saved) return none;
  GUANXI_ASSIGN(const std::int64_t last, reader.last_change());
  const auto records = static_cast<std::int64_t>(saved->index->live());
  if (saved->watermark > last || last - saved->watermark > changes_a_record * records + changes_read_anyway) return none;
  GUANXI_ASSIGN(const std::uint64_t origin, origin_of(reader, saved->watermark));
  if (origin != saved->origin) return none;
  GUANXI_ASSIGN(const Changed changed, changed_after(reader, saved->watermark));
  rows_read_[place] = 0;
  for (const auto& [at, seq] : changed) {
    if (at.first != place) continue;
    GUANXI_ASSIGN(const auto reading, read_live(reader, schema, place, at.second));
    saved->index->settle(at.second, reading ? &*reading : nullptr);
    ++rows_read_[place];
  }
  return saved->index->worn() ? std::move(none) : std::move(saved->index);
}

Result<void> Indexes::save(const Schema& schema, When when) {
  const Lock lock(mutex_);
  if (path_.empty() || !any() || storage_.undecided()) return {};
  GUANXI_ASSIGN(const std::int64_t foreign, storage_.foreign_commits());
  GUANXI_CHECK(catch_up(schema, foreign));
  for (std::size_t place = 0; place < places; ++place) {
    if (all_[place] == nullptr || all_[place]->live() < least_saved) continue;
    const std::size_t live = all_[place]->live(), unsaved = all_[place]->unsaved();
    if (unsaved > (when == When::closing ? live / 64 : live / 8 + 256)) GUANXI_CHECK(save(place));
  }
  return {};
}

// A reader of its own, since the log may have grown since the last one began.
Result<void> Indexes::save(std::size_t place) {
  GUANXI_ASSIGN(const auto reader, storage_.begin_read());
  GUANXI_ASSIGN(const std::uint64_t origin, origin_of(*reader, read_to_));
  GUANXI_CHECK(all_[place]->save(path_of(place), read_to_, origin, path_));
  worn_[place] = false;
  return {};
}

}  // namespace guanxi::matching
