#include "match/newcomers.h"

namespace guanxi::match {

namespace {

std::vector<KeyHash> stored_keys(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& words) {
  std::vector<KeyHash> out;
  out.reserve(64);
  each_stored_key(fields, record, words, [&](KeyHash key, float, std::size_t) { out.push_back(key); });
  return out;
}

}  // namespace

Trail Newcomers::trail(const Detector& detector, const Reading& reading) {
  const auto& state = *detector.state_;
  std::vector<std::string> unknown;
  const auto coded = state.records.code(*reading.profile_, unknown);
  return {{}, {}, stored_keys(state.fields(), coded.view, state.lexicon(&unknown))};
}

Found Newcomers::check(const Detector& detector, const Reading& reading, const CheckOptions& options, Trail& out) {
  const auto& state = *detector.state_;
  std::vector<std::string> unknown;
  const auto coded = state.records.code(*reading.profile_, unknown);
  const auto words = state.lexicon(&unknown);
  out = {state.limits(options), {}, stored_keys(state.fields(), coded.view, words)};
  return state.check(coded.view, words, options, &out.trace);
}

std::optional<Match> Newcomers::judge(const Detector& detector, const Reading& a, const Search::Candidate& candidate, const Reading& b) {
  const auto& state = *detector.state_;
  std::vector<std::string> unknown;
  const auto one = state.records.code(*a.profile_, unknown), other = state.records.code(*b.profile_, unknown);
  return state.judge_candidate(one.view, candidate, other.view, state.lexicon(&unknown));
}

void Newcomers::add(std::uint32_t number, std::span<const KeyHash> stored) {
  for (const KeyHash key : stored) keys_.add(key, number);
  ++count_;
}

}  // namespace guanxi::match
