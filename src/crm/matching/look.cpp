// What is asked of the indexes: the look, before the writer's turn or in it, and what it lacks by then.
#include <algorithm>

#include "base/check.h"
#include "crm/matching/indexes.h"

namespace guanxi::matching {

void Indexes::see(Inquiry& inquiry, const Ask& ask) {
  inquiry.hits = all_[inquiry.place]->check(inquiry.reading, ask, inquiry.trail);
  inquiry.ask = ask;
  inquiry.foreign = foreign_;
  inquiry.looked = true;
  const std::lock_guard lock(recent_mutex_);
  inquiry.known = recent_[inquiry.place].taken();
}

// `foreign`: as much of others' commits as has to be read.
Result<void> Indexes::look(const Schema& schema, Inquiry& inquiry, const Ask& ask, std::int64_t foreign) {
  {
    const std::shared_lock lock(mutex_);
    if (all_[inquiry.place] != nullptr && !behind(foreign)) return see(inquiry, ask), Result<void>();
  }
  const Lock lock(mutex_);
  GUANXI_CHECK(need(schema, inquiry.place, {}));
  GUANXI_CHECK(follow(schema));
  see(inquiry, ask);
  return {};
}

// What others have committed since is for the writer's turn to notice, when it is known for sure.
Result<void> Indexes::look_ahead(const Schema& schema, Inquiry& inquiry, const Ask& ask) { return look(schema, inquiry, ask, foreign_); }

// What was looked at ahead is used by the command that follows, which has begun.
bool Indexes::is_fresh(const Inquiry& inquiry, const Ask& ask) const {
  if (!ask.writing || !inquiry.looked || !(inquiry.ask == ask) || incomplete() || inquiry.foreign != begun_foreign_) return false;
  const std::lock_guard lock(recent_mutex_);
  return inquiry.known >= recent_[inquiry.place].first();
}

Result<Hits> Indexes::check(store::Reader& reader, const Schema& schema, Inquiry& inquiry, const Ask& ask) {
  if (!is_fresh(inquiry, ask)) {
    GUANXI_ASSIGN(const std::int64_t foreign, storage_.foreign_commits());
    GUANXI_CHECK(look(schema, inquiry, ask, foreign));
  }
  inquiry.looked = false;
  if (ask.writing) {
    GUANXI_CHECK(enter_written(reader, schema, inquiry.place));
    GUANXI_CHECK(add_recent(reader, schema, inquiry));
  }
  return std::move(inquiry.hits);
}

// The hits that were changed since go, and what is recent and alike comes.
Result<void> Indexes::add_recent(store::Reader& writer, const Schema& schema, Inquiry& inquiry) {
  auto& hits = inquiry.hits.all;
  std::vector<std::pair<match::Search::Candidate, const Recent::Entry*>> alike;
  {
    const std::lock_guard lock(recent_mutex_);
    Recent& recent = recent_[inquiry.place];
    if (inquiry.known == recent.end()) return {};
    std::erase_if(hits, [&](const Hit& hit) {
      const auto newest = recent.newest(hit.rid);
      return newest != Recent::none && newest >= inquiry.known;
    });
    for (const auto& candidate : recent.like(inquiry.trail, inquiry.known)) alike.emplace_back(candidate, &recent[candidate.record]);
  }
  std::vector<match::Newcomers::Candidate> others;
  std::vector<std::int64_t> rids;
  std::vector<std::optional<match::Reading>> again(alike.size());
  for (std::size_t i = 0; i < alike.size(); ++i) {
    const auto& [candidate, entry] = alike[i];
    GUANXI_ASSIGN(const match::Reading* reading, reading_of(writer, schema, inquiry.place, *entry, again[i]));
    if (reading != nullptr) others.push_back({candidate, reading}), rids.push_back(entry->rid);
  }
  {
    const std::shared_lock lock(mutex_);
    if (all_[inquiry.place] == nullptr) return {};
    for (Hit& hit : all_[inquiry.place]->judge(inquiry.reading, inquiry.ask, others, rids)) hits.push_back(std::move(hit));
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
  if (hits.size() > inquiry.ask.limit) hits.resize(inquiry.ask.limit);
  return {};
}

// What a recent row says, kept by `again` where its entry does not; null where the row is gone.
Result<const match::Reading*> Indexes::reading_of(store::Reader& writer, const Schema& schema, std::size_t place, const Recent::Entry& recent,
                                                  std::optional<match::Reading>& again) {
  if (recent.reading || !recent.live) return recent.live ? &*recent.reading : nullptr;
  GUANXI_ASSIGN(again, read_live(writer, schema, place, recent.rid));
  return again ? &*again : nullptr;
}

Result<std::optional<Hit>> Indexes::explain(store::Reader& reader, const Schema& schema, const AnyRecord& row, std::int64_t other, const Ask& ask) {
  const Inquiry inquiry = inquire(row);
  {
    const Lock lock(mutex_);
    GUANXI_CHECK(need(schema, inquiry.place, {}));
    GUANXI_CHECK(follow(schema));
  }
  const Recent::Entry* entry = nullptr;
  std::optional<match::Reading> again;
  const match::Reading* reading = nullptr;
  if (ask.writing) {
    GUANXI_CHECK(enter_written(reader, schema, inquiry.place));
    entry = newest_untaken(inquiry.place, other);
  }
  if (entry != nullptr) {
    GUANXI_ASSIGN(reading, reading_of(reader, schema, inquiry.place, *entry, again));
    if (reading == nullptr) return std::optional<Hit>();
  }
  const std::shared_lock lock(mutex_);
  const Index* index = all_[inquiry.place].get();
  if (index == nullptr) return std::optional<Hit>();
  return reading != nullptr ? std::optional(index->explain(inquiry.reading, other, *reading, ask.language)) : index->explain(inquiry.reading, other, ask.language);
}

// The last entry of a row, where the index does not have it yet.
const Recent::Entry* Indexes::newest_untaken(std::size_t place, std::int64_t rid) const {
  const std::lock_guard lock(recent_mutex_);
  const Recent& recent = recent_[place];
  const auto newest = recent.newest(rid);
  return newest != Recent::none && newest >= recent.taken() ? &recent[newest] : nullptr;
}

}  // namespace guanxi::matching
