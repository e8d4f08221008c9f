#include "match/detector.h"

#include <algorithm>
#include <cmath>

#include "match/normalize/profile.h"

namespace guanxi::match {

Detector::State::State(Configuration c)
    : configuration(std::move(c)), records(configuration.fields), chances(ready_chances(configuration.kind, configuration.fields)) {}

// Before training: so many in a thousand records have a second one among all.
double Detector::State::prior() const noexcept {
  if (trained) return chances.prior;
  return std::log2(configuration.ready_matches / 1000 / static_cast<double>(std::max<std::size_t>(records.live(), 10)));
}

double Detector::State::total(const Weights& weights) const noexcept {
  double sum = prior();
  for (std::size_t i = 0; i < fields().size(); ++i) sum += weights[i];
  return sum;
}

void Detector::State::add_keys(Number record) {
  each_stored_key(fields(), records.view(record), lexicon(), [&](KeyHash key, float) { postings.add(key, record); });
}

// Few are looked up one by one; many at once are settled, so that adding stays cheap on the whole.
void Detector::State::added() {
  if (!settled) return;
  postings.catch_up();
  if ((bits.empty() && records.terms().size() > 0) || postings.unsettled() > postings.settled() / 4 + 4096) settle();
}

void Detector::State::settle() {
  settled = true;
  if (records.replaced() > records.live() / 4 + 256) {
    records.compact();
    postings.clear();
    for (Number record = 0; record < records.size(); ++record) add_keys(record);
  }
  records.shrink();
  postings.settle();
  neighbours.extend(records.terms());
  count_bits();
}

void Detector::State::count_bits() {
  constexpr std::uint32_t most = 4096;  // beyond, they are few and computed
  bits.resize(most);
  for (std::uint32_t count = 0; count < most; ++count) bits[count] = Lexicon::bits_of(count, records.live());
}

Explanation Detector::State::explain(const RecordView& a, const RecordView& b, const Lexicon& words) const {
  const auto comparison = compare(a, b, words);
  const auto weights = weigh(comparison);
  Explanation out;
  out.score = prior();
  out.reasons.push_back({fields().size(), 0, false, out.score});
  for (std::size_t i = 0; i < fields().size(); ++i) {
    const auto& agreement = comparison.fields[i];
    if (!agreement.compared) continue;
    out.score += weights[i];
    out.reasons.push_back({i, agreement.degree, is_rare(fields()[i], chances.fields[i], agreement, records.live()), weights[i]});
  }
  out.verdict = verdict(a, b, comparison, weights, words);
  return out;
}

Match Detector::State::judge(const RecordView& a, Number b, const Lexicon& words) const {
  const auto other = records.view(b);
  const auto comparison = compare(a, other, words);
  const auto weights = weigh(comparison);
  return {b, total(weights), verdict(a, other, comparison, weights, words)};
}

Detector::Detector(Configuration configuration) : state_(std::make_unique<State>(std::move(configuration))) {}
Detector::Detector(Detector&&) noexcept = default;
Detector& Detector::operator=(Detector&&) noexcept = default;
Detector::~Detector() = default;
Number Detector::add(std::span<const std::string_view> values) {
  const auto number = static_cast<Number>(size());
  state_->records.add(profile_of(state_->fields(), values));
  state_->add_keys(number);
  state_->added();
  return number;
}

void Detector::update(Number record, std::span<const std::string_view> values) {
  state_->records.replace(record, profile_of(state_->fields(), values));
  state_->add_keys(record);
  state_->added();
}

void Detector::remove(Number record) { state_->records.remove(record); }
bool Detector::has(Number record) const noexcept { return state_->records.has(record); }
std::size_t Detector::size() const noexcept { return state_->records.size(); }
void Detector::settle() { state_->settle(); }

void Detector::train() {
  state_->settle();
  match::train(*state_);
}

Found Detector::check(std::span<const std::string_view> values, const CheckOptions& options) const {
  const auto& s = *state_;
  const auto coded = s.records.code(profile_of(s.fields(), values));
  const auto words = s.lexicon(&coded.unknown);
  Search search;
  Found out;
  const auto candidates = search.run(s.fields(), coded.view, words, s.postings, s.neighbours, {options.most_postings, options.most_comparisons}, options.except);
  for (const auto& candidate : candidates) s.records.prepare(candidate.record);
  for (const auto& candidate : candidates) {
    if (!s.records.has(candidate.record)) continue;
    const auto match = s.judge(coded.view, candidate.record, words);
    if (match.score >= options.at_least) out.hits.push_back(match);
  }
  out.partial = search.partial();
  std::sort(out.hits.begin(), out.hits.end(), [](const Match& a, const Match& b) { return a.score != b.score ? a.score > b.score : a.record < b.record; });
  if (out.hits.size() > options.limit) out.hits.resize(options.limit);
  return out;
}

Explanation Detector::explain(Number a, Number b) const { return state_->explain(state_->records.view(a), state_->records.view(b), state_->lexicon()); }

Explanation Detector::explain(std::span<const std::string_view> values, Number b) const {
  const auto coded = state_->records.code(profile_of(state_->fields(), values));
  return state_->explain(coded.view, state_->records.view(b), state_->lexicon(&coded.unknown));
}

Result<Duplicates> Detector::duplicates(const BulkOptions& options) const { return find_duplicates(*state_, options); }
const Configuration& Detector::configuration() const noexcept { return state_->configuration; }

std::size_t Detector::bytes() const noexcept {
  return state_->records.bytes() + state_->postings.bytes() + state_->neighbours.bytes() + state_->bits.size() * sizeof(float);
}

}  // namespace guanxi::match
