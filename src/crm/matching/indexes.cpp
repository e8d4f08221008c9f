#include "crm/matching/indexes.h"

#include <algorithm>

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

// A change that ran out of memory half way leaves an index that is no use: the next check makes another.
template <class Change>
void Indexes::keep_whole(std::size_t place, Change&& change) {
  try {
    change();
  } catch (...) {
    drop(place);
    throw;
  }
}

void Indexes::drop(std::size_t place) noexcept {
  all_[place].reset();
  std::erase_if(steps_, [&](const Step& step) { return step.place == place; });
}

void Indexes::forget(std::uint16_t entity) {
  const Lock lock(mutex_);
  if (const auto place = place_of(entity)) drop(*place);
}

void Indexes::revert_after(std::int64_t seq) {
  while (!steps_.empty() && steps_.back().seq > seq) {
    if (all_[steps_.back().place] != nullptr) all_[steps_.back().place]->revert(steps_.back());
    steps_.pop_back();
  }
}

Result<void> Indexes::begin(store::Reader& writer, const Schema& schema) {
  const Lock lock(mutex_);
  if (!any() && !storage_.lent()) return {};
  GUANXI_ASSIGN(const std::int64_t foreign, storage_.foreign_commits());
  if (!steps_.empty() || storage_.lent()) {
    GUANXI_ASSIGN(const std::int64_t last, writer.last_change());
    revert_after(last);
    if (storage_.lent() && open_from_ == 0) open_from_ = last + 1;
  }
  if (foreign != foreign_ && !steps_.empty()) GUANXI_CHECK(revert_untrue(writer));
  return any() && behind(foreign) ? catch_up(schema, foreign) : Result<void>();
}

// Numbers of the log that were rolled back may have been given out again, by another process even: what stands under a step's number decides.
Result<void> Indexes::revert_untrue(store::Reader& writer) {
  std::size_t at = 0;
  store::ChangeQuery query;
  query.after = steps_.front().seq - 1;
  query.limit = static_cast<std::size_t>(steps_.back().seq - query.after);
  GUANXI_CHECK(writer.changes(query, [&](store::Change& change) {
    const Step& step = steps_[at];
    if (change.seq < step.seq) return true;
    const bool its = change.seq == step.seq && change.rid == step.rid && place_of(change.entity) == step.place;
    return its && ++at < steps_.size();
  }));
  if (at < steps_.size()) revert_after(steps_[at].seq - 1);
  return {};
}

Result<void> Indexes::follow(const Schema& schema) {
  GUANXI_ASSIGN(const std::int64_t foreign, storage_.foreign_commits());
  return behind(foreign) ? catch_up(schema, foreign) : Result<void>();
}

bool Indexes::is_unpublished(const Row& row) const noexcept {
  return std::any_of(steps_.begin(), steps_.end(), [&](const Step& step) { return Row(step.place, step.rid) == row; });
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
    if (all_[place] == nullptr || is_unpublished(at)) continue;
    GUANXI_ASSIGN(const auto reading, read_live(*reader, schema, place, rid));
    keep_whole(place, [&, p = place, r = rid] { all_[p]->settle(r, reading ? &*reading : nullptr); });
  }
  for (std::size_t place = 0; place < places; ++place)
    if (all_[place] != nullptr) GUANXI_CHECK(relearn(*reader, place, *all_[place]));
  if (!storage_.undecided()) held_.clear();
  read_to_ = std::max(read_to_, decided(last));
  foreign_ = foreign;
  again_ = false;
  if (last >= missing_) missing_ = 0;
  return {};
}

std::optional<Touched> Indexes::wrote(std::uint16_t entity, const AnyRecord* before, const AnyRecord& after, std::int64_t seq, const match::Reading* reading) {
  const auto place = place_of(entity);
  if (!place) return std::nullopt;
  const bool was = before != nullptr && is_live(*before), is = is_live(after);
  if (!was && !is) return std::nullopt;
  if (was && is && !differ(*place, *before, after)) return std::nullopt;
  const Lock lock(mutex_);
  if (all_[*place] == nullptr) return Touched{seq, *place, after.rid()};
  std::optional<match::Reading> own;
  if (is && reading == nullptr) reading = &own.emplace(read(after));
  keep_whole(*place, [&] { steps_.push_back(all_[*place]->put(after.rid(), is ? reading : nullptr, seq)); });
  return Touched{seq, *place, after.rid()};
}

// An index that was built meanwhile does not have what was uncommitted then: it is read from the log later.
void Indexes::publish(std::span<const Touched> touched) {
  if (touched.empty() && open_from_ == 0) return;
  const Lock lock(mutex_);
  open_from_ = 0;
  for (const Touched& one : touched) {
    if (all_[one.place] == nullptr) continue;
    const auto step = std::find_if(steps_.begin(), steps_.end(), [&](const Step& s) { return s.seq == one.seq; });
    if (step == steps_.end()) {
      missing_ = std::max(missing_, one.seq);
      continue;
    }
    all_[one.place]->publish(*step);
    steps_.erase(step);
    if (missing_ == 0) read_to_ = std::max(read_to_, one.seq);
  }
  for (std::size_t place = 0; place < places; ++place)
    if (all_[place] != nullptr && all_[place]->worn() && steps_.empty()) all_[place].reset(), worn_[place] = true;
}

void Indexes::hold(std::span<const Touched> touched) {
  const Lock lock(mutex_);
  for (const Touched& one : touched) held_.emplace(one.place, one.rid);
}

void Indexes::settled() {
  const Lock lock(mutex_);
  revert_after(0);
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

// What the open transaction wrote before the index was built.
Result<void> Indexes::take_unpublished(store::Reader& writer, const Schema& schema, std::size_t place) {
  GUANXI_ASSIGN(const Changed changed, changed_after(writer, read_to_));
  for (const auto& [at, seq] : changed) {
    const auto [changed_place, rid] = at;
    const bool known = std::any_of(steps_.begin(), steps_.end(), [&, s = seq](const Step& step) { return step.seq == s; });
    if (changed_place != place || known) continue;
    GUANXI_ASSIGN(const auto reading, read_live(writer, schema, place, rid));
    keep_whole(place, [&, r = rid, s = seq] {
      const Step step = all_[place]->put(r, reading ? &*reading : nullptr, s);
      steps_.insert(std::upper_bound(steps_.begin(), steps_.end(), s, [](std::int64_t n, const Step& other) { return n < other.seq; }), step);
    });
  }
  return {};
}

Result<void> Indexes::need(const Schema& schema, std::size_t place, const Progress& progress, store::Reader* writer) {
  if (all_[place] != nullptr) return {};
  GUANXI_ASSIGN(all_[place], make(schema, place, progress));
  return writer == nullptr || storage_.lent() ? Result<void>() : take_unpublished(*writer, schema, place);
}

Result<Hits> Indexes::check(store::Reader& reader, const Schema& schema, std::uint16_t entity, const match::Reading& reading, const Ask& ask) {
  const std::size_t place = *place_of(entity);
  std::int64_t foreign = 0;
  if (!ask.writing) {
    GUANXI_ASSIGN(foreign, storage_.foreign_commits());
  }
  {
    const std::shared_lock lock(mutex_);
    if (all_[place] != nullptr && (ask.writing || !behind(foreign))) return all_[place]->check(reading, ask);
  }
  const Lock lock(mutex_);
  GUANXI_CHECK(need(schema, place, {}, ask.writing ? &reader : nullptr));
  if (!ask.writing) GUANXI_CHECK(follow(schema));
  return all_[place]->check(reading, ask);
}

Result<std::optional<Hit>> Indexes::explain(store::Reader& reader, const Schema& schema, const AnyRecord& row, std::int64_t other, const Ask& ask) {
  const std::size_t place = *place_of(row.entity());
  const Lock lock(mutex_);
  GUANXI_CHECK(need(schema, place, {}, ask.writing ? &reader : nullptr));
  if (!ask.writing) GUANXI_CHECK(follow(schema));
  return all_[place]->explain(read(row), other, ask.language);
}

Indexes::Size Indexes::size_of(std::size_t place) const {
  return {all_[place]->live(), all_[place]->bytes(), rows_read_[place], !all_[place]->learnt().empty()};
}

Result<Indexes::Size> Indexes::prepare(const Schema& schema, std::size_t place, const Progress& progress) {
  const Lock lock(mutex_);
  GUANXI_CHECK(need(schema, place, progress, nullptr));
  GUANXI_CHECK(follow(schema));
  return size_of(place);
}

// What was learnt is kept by the store. The writer's turn is waited for without the lock, which whoever has it may need.
Result<Indexes::Size> Indexes::train(const Schema& schema, std::size_t place) {
  std::string before, learnt;
  {
    const Lock lock(mutex_);
    GUANXI_CHECK(need(schema, place, {}, nullptr));
    GUANXI_CHECK(follow(schema));
    before = all_[place]->learnt();
    learnt = all_[place]->train();
  }
  const auto kept = storage_.write([&](store::Writer& writer) { return writer.set_meta(learnt_key(place), learnt); }, [] {});
  const Lock lock(mutex_);
  GUANXI_CHECK(need(schema, place, {}, nullptr));
  all_[place]->learn(kept ? learnt : before);
  if (!kept) return kept.error().clone();
  return size_of(place);
}

}  // namespace guanxi::matching
