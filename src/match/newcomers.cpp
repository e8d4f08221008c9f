#include "match/newcomers.h"

namespace guanxi::match {

Found Newcomers::check(const Detector& detector, const Reading& reading, const CheckOptions& options, Trail& out) {
  const auto& state = *detector.state_;
  std::vector<std::string> unknown;
  const auto coded = state.records.code(reading.content_->profile, unknown);
  out = {state.limits(options), {}};
  return state.check(reading.content_->keys.wanted(), coded.view, state.lexicon(&unknown), options, &out.trace);
}

// Most are strangers by their names, so that no more of them is looked at.
void Newcomers::judge(const Detector& detector, const Reading& a, std::span<const Candidate> candidates, FunctionRef<void(std::size_t, const Match&)> use) {
  const auto& state = *detector.state_;
  const char names = domain_of(Role::organisation_name);
  std::vector<std::string> unknown;
  const auto words = state.lexicon(&unknown);
  const auto one = state.records.code(a.content_->profile, unknown);
  const auto own = unknown.size();
  const auto sought = state.subject(one.view, words);
  const auto judged = [&](const Candidate& candidate) -> std::optional<Match> {
    const auto& profile = candidate.reading->content_->profile;
    if (state.told_by_names(candidate) && !compare_unless_strangers(state.fields(), sought, state.records.code(profile, unknown, names).view, words)) return std::nullopt;
    return state.judge_candidate(sought, candidate, state.records.code(profile, unknown).view, words);
  };
  Patience patience;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    unknown.resize(own);
    const auto match = judged(candidates[i]);
    if (match) use(i, *match);
    if (!patience.lasts(match.has_value())) return;
  }
}

std::vector<KeyHash> Newcomers::keys(const Reading& reading) {
  std::vector<KeyHash> out;
  for (const OwnKey& key : reading.content_->keys.all) out.push_back(key.hash);
  return out;
}

void Newcomers::add(std::uint32_t number, const Reading& reading) {
  for (const OwnKey& key : reading.content_->keys.all) keys_.add(key.hash, number);
  ++count_;
}

void Newcomers::add(std::uint32_t number, std::span<const KeyHash> keys) {
  for (const KeyHash key : keys) keys_.add(key, number);
  ++count_;
}

}  // namespace guanxi::match
