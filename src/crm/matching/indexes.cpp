#include "crm/matching/indexes.h"

#include <algorithm>
#include <functional>

#include "base/check.h"

namespace guanxi::matching {
namespace {

constexpr Message stopped{"duplicates.prepare_cancelled", "Building the index for duplicates was stopped: it will be built by the first check.",
                          "查重索引的建立已中止：将在首次查重时建立。"};
constexpr std::size_t told_every = 4096;  // rows

bool is_live(const AnyRecord& row) noexcept { return !row.at(common::archived_at).is_set(); }

Result<std::uint64_t> count_live(store::Reader& reader, const EntityType& type, const Expr& live) {
  std::uint64_t count = 0;
  store::Aggregate request;
  request.type = &type;
  request.filter = &live;
  request.groups = {{}};
  GUANXI_CHECK(reader.aggregate(request, [&](const store::AggregateRow& row) { count = static_cast<std::uint64_t>(row.count); }));
  return count;
}

}  // namespace

Result<Changed> changed_after(store::Reader& reader, std::int64_t seq) {
  Changed rows;
  store::ChangeQuery query;
  query.after = seq;
  for (std::size_t read = query.limit; read == query.limit;) {
    read = 0;
    GUANXI_CHECK(reader.changes(query, [&](store::Change& change) {
      query.after = change.seq;
      if (const auto place = place_of(change.entity)) rows[{*place, change.rid}] = change.seq;
      return ++read < query.limit;
    }));
  }
  return rows;
}

Result<void> relearn(store::Reader& reader, std::size_t place, Index& index) {
  GUANXI_ASSIGN(const auto learnt, reader.meta(learnt_key(place)));
  index.learn(learnt.value_or(std::string()));
  return {};
}

std::string learnt_key(std::size_t place) { return "match.learnt." + std::to_string(entity_at(place)); }

Indexes::Indexes(store::Storage& storage) : storage_(storage), configurations_{configuration_of(0), configuration_of(1), configuration_of(2)} {}

match::Reading Indexes::read(const AnyRecord& row) const {
  const std::size_t place = *place_of(row.entity());
  return {configurations_[place], Values(place, row).all()};
}

Inquiry Indexes::inquire(const AnyRecord& row) const { return {.place = *place_of(row.entity()), .reading = read(row)}; }

Result<std::optional<match::Reading>> Indexes::read_live(store::Reader& reader, const Schema& schema, std::size_t place, std::int64_t rid) const {
  const EntityType& type = *schema.find(entity_at(place));
  AnyRecord row = type.record();
  GUANXI_ASSIGN(const bool there, reader.get(type, rid, row));
  if (!there || !is_live(row)) return std::optional<match::Reading>();
  return std::optional(read(row));
}

bool Indexes::any() const noexcept {
  return std::any_of(all_.begin(), all_.end(), [](const auto& index) { return index != nullptr; });
}

// A change that runs out of memory half way leaves an index that is no use: the next check makes another.
void Indexes::settle(std::size_t place, std::int64_t rid, const match::Reading* reading) {
  try {
    all_[place]->settle(rid, reading);
  } catch (...) {
    drop(place);
    throw;
  }
}

void Indexes::drop(std::size_t place) noexcept {
  all_[place].reset();
  const std::lock_guard lock(recent_mutex_);
  followed_[place] = false;
}

void Indexes::forget(std::uint16_t entity) {
  const Lock lock(mutex_);
  if (const auto place = place_of(entity)) drop(*place);
}

Result<void> Indexes::begin(store::Reader& writer) {
  GUANXI_ASSIGN(const std::int64_t foreign, storage_.foreign_commits());
  std::array<bool, places> undecided{};
  {
    const std::lock_guard lock(recent_mutex_);
    for (std::size_t place = 0; place < places; ++place) undecided[place] = recent_[place].undecided();
  }
  const bool others = foreign != std::exchange(begun_foreign_, foreign);
  if (!storage_.lent() && std::none_of(undecided.begin(), undecided.end(), std::identity())) return {};
  GUANXI_ASSIGN(const std::int64_t last, writer.last_change());
  if (storage_.lent() && open_from_ == 0) open_from_ = last + 1;
  for (std::size_t place = 0; place < places; ++place) {
    if (!undecided[place]) continue;
    if (others) GUANXI_CHECK(drop_untrue(writer, place));
    const std::lock_guard lock(recent_mutex_);
    recent_[place].drop_after(last);
  }
  return {};
}

// Numbers of the log that were rolled back may have been given out again, by another process even: what stands under an entry's number decides.
Result<void> Indexes::drop_untrue(store::Reader& writer, std::size_t place) {
  struct Written {
    std::int64_t seq, rid;
    Recent::Number number;
  };
  std::vector<Written> entries;
  {
    const std::lock_guard lock(recent_mutex_);
    const Recent& recent = recent_[place];
    for (auto number = recent.taken(); number != recent.end(); ++number)
      if (recent[number].seq != 0) entries.push_back({recent[number].seq, recent[number].rid, number});
  }
  if (entries.empty()) return {};
  store::ChangeQuery query;
  query.after = entries.front().seq - 1;
  query.limit = static_cast<std::size_t>(entries.back().seq - query.after);
  std::size_t found = 0;
  GUANXI_CHECK(writer.changes(query, [&](store::Change& change) {
    const Written& next = entries[found];
    if (change.seq < next.seq) return true;
    const bool its = change.seq == next.seq && change.rid == next.rid && place_of(change.entity) == place;
    return its && ++found < entries.size();
  }));
  const std::lock_guard lock(recent_mutex_);
  if (found < entries.size()) recent_[place].drop_from(entries[found].number);
  return {};
}

Result<void> Indexes::follow(const Schema& schema) {
  GUANXI_ASSIGN(const std::int64_t foreign, storage_.foreign_commits());
  return behind(foreign) ? catch_up(schema, foreign) : Result<void>();
}

// What comes after it may be rolled back, and its numbers given out again.
std::int64_t Indexes::decided(std::int64_t last) const noexcept { return open_from_ == 0 ? last : std::min(last, open_from_ - 1); }

Result<void> Indexes::catch_up(const Schema& schema, std::int64_t foreign) {
  GUANXI_ASSIGN(const auto reader, storage_.begin_read());
  GUANXI_ASSIGN(const std::int64_t last, reader->last_change());
  GUANXI_ASSIGN(Changed changed, changed_after(*reader, read_to_));
  for (const Row& held : held_) changed.emplace(held, 0);
  for (const auto& [at, seq] : changed) {
    const auto [place, rid] = at;
    if (all_[place] == nullptr) continue;
    GUANXI_ASSIGN(const auto reading, read_live(*reader, schema, place, rid));
    settle(place, rid, reading ? &*reading : nullptr);
  }
  for (std::size_t place = 0; place < places; ++place)
    if (all_[place] != nullptr) GUANXI_CHECK(relearn(*reader, place, *all_[place]));
  if (!storage_.undecided()) held_.clear();
  read_to_ = std::max(read_to_, decided(last));
  foreign_ = foreign;
  again_ = false;
  if (last >= missing_) missing_ = 0;
  const std::lock_guard lock(recent_mutex_);
  for (std::int64_t& unentered : unentered_)
    if (unentered <= read_to_) unentered = 0;
  return {};
}

bool Indexes::follows(std::uint16_t entity) const {
  const std::lock_guard lock(recent_mutex_);
  return followed_[*place_of(entity)];
}

std::optional<Touched> Indexes::wrote(std::uint16_t entity, const AnyRecord* before, const AnyRecord& after, std::int64_t seq, std::optional<Inquiry>&& inquiry) {
  const auto place = place_of(entity);
  if (!place) return std::nullopt;
  const bool was = before != nullptr && is_live(*before), is = is_live(after);
  if (!was && !is) return std::nullopt;
  if (was && is && !differ(*place, *before, after)) return std::nullopt;
  Touched touched{seq, *place, after.rid()};
  {
    const std::lock_guard lock(recent_mutex_);
    if (!followed_[*place] || unentered_[*place] != 0) return unentered_[*place] = seq, touched;
  }
  Recent::Entry entry{.seq = seq, .rid = after.rid(), .live = is};
  if (is) {
    if (inquiry) entry.reading = std::move(inquiry->reading);
    else entry.reading = read(after);
  }
  const std::lock_guard lock(recent_mutex_);
  recent_[*place].add(std::move(entry));
  touched.entered = true;
  return touched;
}

// What was written before there was an index to follow: the writer finds it in the log.
Result<void> Indexes::enter_written(store::Reader& writer, const Schema& schema, std::size_t place) {
  std::int64_t after = 0, last = 0;
  {
    const std::shared_lock lock(mutex_);
    const std::lock_guard recent_lock(recent_mutex_);
    if (unentered_[place] == 0) return {};
    after = read_to_;
    last = recent_[place].last_seq();
  }
  GUANXI_ASSIGN(const Changed changed, changed_after(writer, after));
  std::map<std::int64_t, std::int64_t> rids;  // by seq
  for (const auto& [at, seq] : changed)
    if (at.first == place && seq > last) rids.emplace(seq, at.second);
  for (const auto& [seq, rid] : rids) {
    Recent::Entry entry{.seq = seq, .rid = rid};
    GUANXI_ASSIGN(entry.reading, read_live(writer, schema, place, rid));
    entry.live = entry.reading.has_value();
    const std::lock_guard lock(recent_mutex_);
    recent_[place].add(std::move(entry));
  }
  const std::lock_guard lock(recent_mutex_);
  unentered_[place] = 0;
  return {};
}

// Whether all up to these numbers of the log were taken in.
bool Indexes::are_taken(const std::array<std::int64_t, places>& last) const {
  const std::lock_guard lock(recent_mutex_);
  for (std::size_t place = 0; place < places; ++place)
    if (const Recent& recent = recent_[place]; recent.undecided() && recent[recent.taken()].seq <= last[place]) return false;
  return true;
}

// The next check reads it from the log.
void Indexes::miss(std::int64_t seq) noexcept {
  missing_ = std::max(missing_.load(), seq);
  read_to_ = std::min(read_to_, seq - 1);
}

// Whatever was written before something that is committed is committed too. What does not fit into memory leaves no index, and the next check
// makes another.
void Indexes::take_in(std::size_t place, std::int64_t seq) noexcept {
  for (;;) {
    const Recent::Entry* next = nullptr;
    Recent::Number number = 0;
    {
      const std::lock_guard lock(recent_mutex_);
      const Recent& recent = recent_[place];
      number = recent.taken();
      if (!recent.undecided() || recent[number].seq > seq) break;
      next = &recent[number];
    }
    if (all_[place] != nullptr && next->live && !next->reading) {
      miss(next->seq);
    } else if (all_[place] != nullptr && next->seq != 0) {
      try {
        settle(place, next->rid, next->live ? &*next->reading : nullptr);
      } catch (...) {  // it is dropped
      }
    }
    if (missing_ == 0) read_to_ = std::max(read_to_, next->seq);
    const std::lock_guard lock(recent_mutex_);
    recent_[place].take(number);
  }
  if (all_[place] == nullptr || !all_[place]->worn()) return;
  drop(place);
  worn_[place] = true;
}

void Indexes::publish(std::span<const Touched> touched) noexcept {
  open_from_ = 0;
  std::array<std::int64_t, places> last{};
  std::int64_t missing = 0;
  for (const Touched& one : touched) {
    last[one.place] = std::max(last[one.place], one.seq);
    if (!one.entered) missing = std::max(missing, one.seq);
  }
  if (missing == 0 && are_taken(last)) return;
  const Lock lock(mutex_);
  for (std::size_t place = 0; place < places; ++place) take_in(place, last[place]);
  if (missing != 0 && any()) miss(missing);
}

void Indexes::hold(std::span<const Touched> touched) {
  const Lock lock(mutex_);
  for (const Touched& one : touched) held_.emplace(one.place, one.rid);
}

void Indexes::settled() {
  const Lock lock(mutex_);
  const std::lock_guard recent_lock(recent_mutex_);
  for (Recent& recent : recent_) recent.drop_from(recent.taken());
  open_from_ = 0;
  again_ = true;
}

Result<std::unique_ptr<Index>> Indexes::make(const Schema& schema, std::size_t place, const Progress& progress) {
  GUANXI_ASSIGN(const std::int64_t foreign, storage_.foreign_commits());
  GUANXI_ASSIGN(const auto reader, storage_.begin_read());
  GUANXI_ASSIGN(const std::int64_t last, reader->last_change());
  GUANXI_ASSIGN(auto index, open(*reader, schema, place));
  if (index == nullptr) {
    GUANXI_ASSIGN(index, build(*reader, schema, place, progress));
  }
  GUANXI_CHECK(relearn(*reader, place, *index));
  if (!any()) {
    read_to_ = decided(last);
    foreign_ = foreign;
    missing_ = 0;
  }
  return index;
}

Result<std::unique_ptr<Index>> Indexes::build(store::Reader& reader, const Schema& schema, std::size_t place, const Progress& progress) {
  const EntityType& type = *schema.find(entity_at(place));
  const Expr live = Expr::is_null(type.number(), type.fields()[common::archived_at]->number);
  const std::vector<std::uint16_t> slots = slots_of(place);
  std::uint64_t total = 0, done = 0;
  if (progress) {
    GUANXI_ASSIGN(total, count_live(reader, type, live));
    if (!progress(0, total)) return Error(Code::cancelled, stopped);
  }
  auto index = std::make_unique<Index>(place);
  bool more = true;
  store::Scan scan;
  scan.type = &type;
  scan.filter = &live;
  scan.slots = slots;
  GUANXI_CHECK(reader.scan(scan, [&](AnyRecord& row) {
    const match::Reading reading = read(row);
    index->settle(row.rid(), &reading);
    more = ++done % told_every != 0 || !progress || progress(done, total);
    return more;
  }));
  if (!more) return Error(Code::cancelled, stopped);
  index->ready();
  rows_read_[place] = done;
  return index;
}

Result<void> Indexes::need(const Schema& schema, std::size_t place, const Progress& progress) {
  if (all_[place] != nullptr) return {};
  GUANXI_ASSIGN(all_[place], make(schema, place, progress));
  const std::lock_guard lock(recent_mutex_);
  followed_[place] = true;
  return {};
}

Indexes::Size Indexes::size_of(std::size_t place) const {
  return {all_[place]->live(), all_[place]->bytes(), rows_read_[place], !all_[place]->learnt().empty()};
}

Result<Indexes::Size> Indexes::prepare(const Schema& schema, std::size_t place, const Progress& progress) {
  const Lock lock(mutex_);
  GUANXI_CHECK(need(schema, place, progress));
  GUANXI_CHECK(follow(schema));
  return size_of(place);
}

// What was learnt is kept by the store. The writer's turn is waited for without the lock, which whoever has it may need.
Result<Indexes::Size> Indexes::train(const Schema& schema, std::size_t place) {
  std::string before, learnt;
  {
    const Lock lock(mutex_);
    GUANXI_CHECK(need(schema, place, {}));
    GUANXI_CHECK(follow(schema));
    before = all_[place]->learnt();
    learnt = all_[place]->train();
  }
  const auto kept = storage_.write([&](store::Writer& writer) { return writer.set_meta(learnt_key(place), learnt); }, [] {});
  const Lock lock(mutex_);
  GUANXI_CHECK(need(schema, place, {}));
  all_[place]->learn(kept ? learnt : before);
  if (!kept) return kept.error().clone();
  return size_of(place);
}

}  // namespace guanxi::matching
