#include "match/detector.h"

#include <algorithm>
#include <cmath>

#include "match/normalize/profile.h"
#include "match/score/names.h"

namespace guanxi::match {

namespace {
constexpr std::size_t usually_compared = 24;
constexpr double fits_well = 15;  // bits: a match so good makes the candidates behind not worth looking at
}  // namespace

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

void Detector::State::add_keys(Number record, const OwnKeys& keys) {
  for (const OwnKey& key : keys.all) postings.add(key.hash, record);
}

// Few are looked up one by one; many at once are settled, so that adding stays cheap on the whole.
void Detector::State::added() {
  if (!settled) return;
  postings.catch_up();
  if ((bits.empty() && records.terms().size() > 0) || postings.unsettled() > postings.settled() / 2 + 8192) settle();
}

void Detector::State::settle() {
  settled = true;
  if (records.replaced() > records.live() / 4 + 256) {
    records.compact();
    postings.clear();
    for (Number record = 0; record < records.size(); ++record) add_keys(record, keys_of(fields(), records.view(record), lexicon()));
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
  const auto comparison = compare(subject(a, words), b, words);
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
  out.verdict = verdict(a, b, comparison, weights, out.score, words);
  return out;
}

Match Detector::State::judge(const Subject& a, Number number, const RecordView& b, const Comparison& comparison, const Lexicon& words) const {
  const auto weights = weigh(comparison);
  const auto score = total(weights);
  return {number, score, verdict(a.record(), b, comparison, weights, score, words)};
}

Match Detector::State::judge(const Subject& a, Number number, const RecordView& b, const Lexicon& words) const {
  return judge(a, number, b, compare(a, b, words), words);
}

// Organisations with other names, other numbers, other mailboxes and other sites are strangers, wherever they are.
std::optional<Match> Detector::State::judge_candidate(const Subject& a, const Search::Candidate& candidate, const RecordView& b, const Lexicon& words) const {
  if (!told_by_names(candidate)) return judge(a, candidate.record, b, words);
  const auto comparison = compare_unless_strangers(fields(), a, b, words);
  return comparison ? std::optional(judge(a, candidate.record, b, *comparison, words)) : std::nullopt;
}

// What a record must share of another's names or numbers to be more than a stranger; people's names are short. Among the corpora nothing is lost up to 0.6 of
// organisations and 0.2 of people, but of generated names with two slips: 2 in a thousand pairs at 0.4, 5 at 0.5.
Search::Limits Detector::State::limits(std::size_t most_postings, std::size_t most_comparisons) const noexcept {
  return {most_postings, most_comparisons, configuration.kind == Kind::person ? 0.15F : 0.3F};
}

// For a score that strangers have too, nothing may be left out.
Search::Limits Detector::State::limits(const CheckOptions& options) const noexcept {
  auto most = limits(options.most_postings, options.most_comparisons);
  if (options.at_least <= prior()) most.share = 0;
  return most;
}

std::size_t Detector::State::further_postings(const CheckOptions& options) const noexcept {
  constexpr std::size_t a_share = 1'000'000, most_shares = 8;
  return options.further_postings.value_or(options.most_postings * (std::clamp<std::size_t>(records.live() / a_share, 1, most_shares) - 1));
}

bool Detector::State::has_full_name(const RecordView& record, const Lexicon& words) const {
  for (std::size_t i = 0; i < fields().size(); ++i)
    if (is_name(fields()[i].role) && is_full_name(record.field(i), words)) return true;
  return false;
}

Found Detector::State::check(std::span<const OwnKey> keys, const RecordView& a, const Lexicon& words, const CheckOptions& options, Search::Trace* trace) const {
  const auto most = limits(options);
  const Searches::Lent search(searches);
  Found out;
  const auto candidates = search->run(configuration, keys, a, words, postings, neighbours, most, options.except, trace);
  const auto sought = subject(a, words);
  const double odds = prior();  // of two records taken blindly
  double best = 0;
  const auto judge = [&](const Search::Candidate& candidate, const RecordView& b) {
    const auto match = most.share == 0 ? std::optional(this->judge(sought, candidate.record, b, words)) : judge_candidate(sought, candidate, b, words);
    if (match && match->score >= options.at_least) out.hits.push_back(*match);
    if (match) best = std::max(best, match->score - odds);
    return match || most.share == 0;
  };
  const auto first = std::min(usually_compared, candidates.size());
  judge_candidates(candidates.first(first), judge);
  if (best < fits_well && most.share > 0) {
    judge_candidates(candidates.subspan(first), judge);
  } else if (best < fits_well) {
    const auto left = options.most_comparisons - first;
    search->read_on(further_postings(options));
    judge_candidates(has_full_name(a, words) ? search->look_again(first, left, a, records, words) : search->best_of_rest(first, left), judge);
  }
  out.partial = search->partial();
  std::sort(out.hits.begin(), out.hits.end(), [](const Match& x, const Match& y) { return x.score != y.score ? x.score > y.score : x.record < y.record; });
  if (out.hits.size() > options.limit) out.hits.resize(options.limit);
  return out;
}

Reading::Reading(const Configuration& configuration, std::span<const std::string_view> values)
    : content_(std::make_unique<Content>()) {
  content_->profile = profile_of(configuration.fields, values);
  content_->keys = keys_of(configuration.fields, content_->profile);
}
Reading::Reading(Reading&&) noexcept = default;
Reading& Reading::operator=(Reading&&) noexcept = default;
Reading::~Reading() = default;

Detector::Detector(Configuration configuration) : state_(std::make_unique<State>(std::move(configuration))) {}
Detector::Detector(Detector&&) noexcept = default;
Detector& Detector::operator=(Detector&&) noexcept = default;
Detector::~Detector() = default;

Reading Detector::read(std::span<const std::string_view> values) const { return {configuration(), values}; }

Number Detector::add(const Reading& reading) {
  const auto number = static_cast<Number>(size());
  state_->records.add(reading.content_->profile);
  state_->add_keys(number, reading.content_->keys);
  state_->added();
  return number;
}

void Detector::update(Number record, std::span<const std::string_view> values) {
  const Reading reading = read(values);
  state_->records.replace(record, reading.content_->profile);
  state_->add_keys(record, reading.content_->keys);
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

Found Detector::check(const Reading& reading, const CheckOptions& options) const {
  std::vector<std::string> unknown;
  const auto coded = state_->records.code(reading.content_->profile, unknown);
  return state_->check(reading.content_->keys.wanted(), coded.view, state_->lexicon(&unknown), options, nullptr);
}

std::vector<Match> Detector::judge(const Reading& reading, std::span<const Number> others) const {
  std::vector<std::string> unknown;
  const auto coded = state_->records.code(reading.content_->profile, unknown);
  const auto words = state_->lexicon(&unknown);
  const auto subject = state_->subject(coded.view, words);
  std::vector<Match> out;
  for (const Number other : others) out.push_back({.record = other, .score = state_->prior()});
  state_->records.walk(std::span(out), [&](Match& match, const RecordView& other) {
    match = state_->judge(subject, match.record, other, words);
    return true;
  });
  return out;
}

Explanation Detector::explain(Number a, Number b) const { return state_->explain(state_->records.view(a), state_->records.view(b), state_->lexicon()); }

Explanation Detector::explain(const Reading& reading, Number b) const {
  std::vector<std::string> unknown;
  const auto coded = state_->records.code(reading.content_->profile, unknown);
  return state_->explain(coded.view, state_->records.view(b), state_->lexicon(&unknown));
}

// Tokens that neither the records nor the one know have one number in both.
Explanation Detector::explain(const Reading& a, const Reading& b) const {
  std::vector<std::string> unknown;
  const auto one = state_->records.code(a.content_->profile, unknown), other = state_->records.code(b.content_->profile, unknown);
  return state_->explain(one.view, other.view, state_->lexicon(&unknown));
}

Result<Duplicates> Detector::duplicates(const BulkOptions& options) const { return find_duplicates(*state_, options); }
const Configuration& Detector::configuration() const noexcept { return state_->configuration; }

std::size_t Detector::bytes() const noexcept {
  return state_->records.bytes() + state_->postings.bytes() + state_->neighbours.bytes() + state_->bits.size() * sizeof(float);
}

}  // namespace guanxi::match
