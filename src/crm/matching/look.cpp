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
  constexpr int patience = 4;  // after so many strangers running, others are strangers too
  int strangers = 0;
  for (const auto& [candidate, entry] : alike) {
    const auto judge = [&, c = candidate, e = entry](const Index& index, const match::Reading& other) { return index.judge(inquiry.reading, inquiry.ask, c, e->rid, other); };
    GUANXI_ASSIGN(auto hit, beside(writer, schema, inquiry.place, *entry, judge));
    strangers = hit ? 0 : strangers + 1;
    if (hit) hits.push_back(std::move(*hit));
    if (strangers == patience) break;
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
  if (hits.size() > inquiry.ask.limit) hits.resize(inquiry.ask.limit);
  return {};
}

// What the index says of a row that is recent; nothing where either is gone.
Result<std::optional<Hit>> Indexes::beside(store::Reader& writer, const Schema& schema, std::size_t place, const Recent::Entry& recent,
                                           FunctionRef<std::optional<Hit>(const Index&, const match::Reading&)> say) {
  std::optional<match::Reading> again;
  if (recent.live && !recent.reading) {
    GUANXI_ASSIGN(again, read_live(writer, schema, place, recent.rid));
  }
  const match::Reading* reading = recent.reading ? &*recent.reading : again ? &*again : nullptr;
  const std::shared_lock lock(mutex_);
  return reading == nullptr || all_[place] == nullptr ? std::optional<Hit>() : say(*all_[place], *reading);
}

Result<std::optional<Hit>> Indexes::explain(store::Reader& reader, const Schema& schema, const AnyRecord& row, std::int64_t other, const Ask& ask) {
  const Inquiry inquiry = inquire(row);
  {
    const Lock lock(mutex_);
    GUANXI_CHECK(need(schema, inquiry.place, {}));
    GUANXI_CHECK(follow(schema));
  }
  if (ask.writing) {
    GUANXI_CHECK(enter_written(reader, schema, inquiry.place));
    const Recent::Entry* entry = nullptr;
    {
      const std::lock_guard lock(recent_mutex_);
      const Recent& recent = recent_[inquiry.place];
      if (const auto newest = recent.newest(other); newest != Recent::none && newest >= recent.taken()) entry = &recent[newest];
    }
    const auto explain = [&](const Index& index, const match::Reading& its) { return std::optional(index.explain(inquiry.reading, other, its, ask.language)); };
    if (entry != nullptr) return beside(reader, schema, inquiry.place, *entry, explain);
  }
  const std::shared_lock lock(mutex_);
  return all_[inquiry.place] == nullptr ? std::optional<Hit>() : all_[inquiry.place]->explain(inquiry.reading, other, ask.language);
}

}  // namespace guanxi::matching
