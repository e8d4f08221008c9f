#include "match/index/candidates.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace guanxi::match {

namespace {
constexpr std::size_t few_records = 8;  // that have a word: they are compared before all others
constexpr std::uint32_t none = 0xFFFFFFFF;
// Lists are not read any more when a record that stands in no list read so far would have less than this share of the best
// one's bits; short ones are read all the same, since they cost nothing and order the candidates.
constexpr float worth_reading = 0.5F;
constexpr std::size_t costs_nothing = 64;
// Candidates with less than this share of the best one's bits are not compared, beyond the first few.
constexpr float worth_comparing = 0.3F;
constexpr std::ptrdiff_t always_compared = 8;

// log₂, to a hundredth; of 0 as of 1.
float logarithm(std::uint32_t n) noexcept {
  const auto whole = std::bit_width(n | 1) - 1;
  const float rest = static_cast<float>(std::max(n, 1U)) / static_cast<float>(std::uint32_t{1} << whole) - 1;
  return static_cast<float>(whole) + rest * (1.3436F - 0.3436F * rest);
}

float rarity(float all, std::size_t size) noexcept { return std::max(all - logarithm(static_cast<std::uint32_t>(size)), 0.1F); }

// Names in several fields are one: the first field of their domain.
std::size_t first_alike(std::span<const FieldRule> fields, std::size_t field) noexcept {
  if (field == fields.size()) return field;
  const auto alike = [&](const FieldRule& other) { return domain_of(other.role) == domain_of(fields[field].role); };
  return static_cast<std::size_t>(std::find_if(fields.begin(), fields.end(), alike) - fields.begin());
}

}  // namespace

// Many companies have one address, so that of a company tells less than other fields do.
void Search::weigh_fields(const Configuration& configuration) {
  constexpr float address = 0.5F;
  const auto& fields = configuration.fields;
  share_of_.fill(1);
  for (auto& key : keys_) key.field = static_cast<std::uint16_t>(first_alike(fields, key.field));
  if (configuration.kind != Kind::organisation) return;
  share_of_[fields.size()] = address;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (domain_of(fields[i].role) == 'a') share_of_[i] = address;
}

void Search::open_lists(const Postings& postings, Trace* trace) {
  const float all = std::log2(static_cast<float>(records_) + 16);
  FieldBits weigh{};
  for (const auto& key : keys_) postings.approach(key.hash);
  for (auto& key : keys_) key.where = postings.locate(key.hash);
  for (const auto& key : keys_) {
    const auto records = postings.read(key.hash, key.where);
    const auto size = records.size();
    const float bits = rarity(all, size) * key.factor;
    if (!key.near) weigh[key.field] += bits;
    if (trace != nullptr) trace->wanted.push_back({key.hash, key.factor, static_cast<std::uint32_t>(size), key.field, key.near, key.meant});
    if (size == 0 || (size == 1 && own_ != nobody && key.factor >= 1)) continue;
    lists_.push_back({records, key.field, bits, 0, key.factor >= names_it_alone, key.meant && size <= few_records});
  }
  share_lists(weigh);
}

void Search::share_lists(const FieldBits& weigh) {
  for (auto& list : lists_) {
    list.share = share_of_[list.field] * list.bits / std::max(weigh[list.field], list.bits);
    unread_share_ += list.share;
  }
}

// The record's place in the table, or the free one where it would stand.
inline std::uint32_t& Search::cell(std::uint32_t record) noexcept {
  const auto mask = cells_.size() - 1;
  auto at = (record * 0x9E3779B1u >> 3) & mask;
  while (cells_[at] != none && found_[cells_[at]].record != record) at = (at + 1) & mask;
  return cells_[at];
}

// The rarest first.
void Search::read_lists(const Limits& limits) {
  next_ = 0;
  std::sort(lists_.begin(), lists_.end(), [](const List& a, const List& b) { return a.records.size() < b.records.size(); });
  float share = unread_share_;
  std::size_t all = 1;
  unread_ = 0;
  for (const auto& list : lists_) {
    unread_ += list.bits;
    if (share >= limits.share) all += list.records.size();
    share -= list.share;
  }
  all = std::min(all, limits.postings);
  cells_.assign(std::bit_ceil(2 * all), none);
  found_.reserve(all);
  read(limits.postings, limits.share);
}

// From where reading stopped.
void Search::read(std::size_t most, float share) {
  partial_ = false;
  for (; next_ < lists_.size(); ++next_) {
    const auto& list = lists_[next_];
    const auto size = list.records.size();
    if (unread_share_ < share) return;
    if (size > costs_nothing && unread_ < worth_reading * best_) return;
    partial_ = size > most;
    if (partial_ && !found_.empty()) return;
    list.records.each(std::min(size, most), [&](std::uint32_t record) {
      if (record == own_ || record < from_) return;
      auto& place = cell(record);
      if (place == none) place = static_cast<std::uint32_t>(found_.size()), found_.push_back({record, 0, 0, false, false});
      auto& candidate = found_[place];
      candidate.bits += list.bits;
      candidate.share += list.share;
      candidate.named = candidate.named || list.names;
      candidate.rare = candidate.rare || list.own;
      best_ = std::max(best_, candidate.bits);
    });
    part_of_one_ = partial_;
    if (partial_) return;
    unread_ -= list.bits;
    unread_share_ -= list.share;
    most -= size;
  }
}

namespace {

bool better(const Search::Candidate& a, const Search::Candidate& b) noexcept {
  if (a.rare != b.rare) return a.rare;
  return a.bits != b.bits ? a.bits > b.bits : a.record < b.record;
}

// The best so many, in any order, in front of the others.
std::span<Search::Candidate> first_of(std::span<Search::Candidate> candidates, std::size_t most) {
  if (most >= candidates.size()) return candidates;
  std::nth_element(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(most), candidates.end(), better);
  return candidates.first(most);
}

// How much of a record's words another one has, by how rare they are.
class Words {
 public:
  Words(const RecordView& record, const Lexicon& lexicon) : items_(record.items, record.ends.back()) {
    bits_.reserve(items_.size());
    for (const auto item : items_) present_ |= mark(item), bits_.push_back(lexicon.bits(item));
  }
  float shared_with(const RecordView& other) const noexcept {
    float out = 0;
    for (const auto item : Items(other.items, other.ends.back()))
      if ((present_ & mark(item)) != 0) out += bits_of(item);
    return out;
  }

 private:
  static std::uint64_t mark(Item item) noexcept { return std::uint64_t{1} << (item.term() & 63); }
  float bits_of(Item item) const noexcept {
    const auto same = std::find_if(items_.begin(), items_.end(), [&](Item i) { return i.term() == item.term(); });
    return same == items_.end() ? 0 : bits_[static_cast<std::size_t>(same - items_.begin())];
  }

  Items items_;
  std::uint64_t present_ = 0;  // terms, by their last digits
  std::vector<float> bits_;
};

}  // namespace

void Search::count_words(std::span<Candidate> candidates, const RecordView& record, const Records& records, const Lexicon& lexicon) {
  const Words words(record, lexicon);
  records.walk(candidates, [&](Candidate& candidate, const RecordView& other) {
    candidate.bits += words.shared_with(other);
    return true;
  });
}

std::span<const Search::Candidate> Search::best_of_rest(std::size_t behind, std::size_t most) {
  const auto rest = first_of(std::span(found_).subspan(behind), most);
  std::sort(rest.begin(), rest.end(), better);
  return rest;
}

void Search::read_on(std::size_t postings) {
  if (!partial_ || postings == 0) return;
  if (part_of_one_) {  // all of it is read now
    best_ = 0;
    for (auto& candidate : found_) candidate.bits = candidate.share = 0;
  }
  std::size_t all = found_.size() + 1;
  for (auto i = next_; i < lists_.size(); ++i) all += lists_[i].records.size();
  cells_.assign(std::bit_ceil(2 * std::min(all, found_.size() + std::min(postings, all))), none);
  for (std::uint32_t i = 0; i < found_.size(); ++i) cell(found_[i].record) = i;
  read(postings, 0);
}

std::span<const Search::Candidate> Search::look_again(std::size_t behind, std::size_t most, const RecordView& record, const Records& records, const Lexicon& lexicon) {
  constexpr std::size_t records_a_look = 25'000, fewest = 48, most_looks = 384;  // more records have more keys in common by chance
  const auto looks = std::clamp(records_ / records_a_look, fewest, most_looks);
  count_words(first_of(std::span(found_).subspan(behind), looks), record, records, lexicon);
  return best_of_rest(behind, most);
}

// Those that share enough, but for the far worse ones beyond the first few.
std::span<const Search::Candidate> Search::best(const Limits& limits) {
  std::size_t enough = 0;  // without a branch, which no processor could foresee
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const auto c = found_[i];
    found_[enough] = c;
    enough += static_cast<std::size_t>(c.share + unread_share_ >= limits.share) | static_cast<std::size_t>(c.named);
  }
  found_.resize(enough);
  const auto good = std::partition(found_.begin(), found_.end(), [&](const Candidate& c) { return c.rare || c.bits >= worth_comparing * best_; });
  const bool few = good - found_.begin() < always_compared;
  const auto last = few ? found_.end() : good;
  const auto most = static_cast<std::ptrdiff_t>(limits.candidates);
  const auto end = found_.begin() + std::min(few ? std::min(always_compared, most) : most, last - found_.begin());
  if (end < last) std::nth_element(found_.begin(), end, last, better);
  std::sort(found_.begin(), end, better);
  return {found_.begin(), end};
}

void Search::begin(const Limits& limits) {
  found_.clear(), keys_.clear(), lists_.clear(), hashes_.reset();
  best_ = unread_share_ = 0;
  partial_ = part_of_one_ = false;
  thorough_ = limits.share == 0;
  both_ends_ = limits.both_ends;
}

std::span<const Search::Candidate> Search::run(const Configuration& configuration, std::span<const OwnKey> keys, const RecordView& record,
                                               const Lexicon& lexicon, const Postings& postings, const Neighbours& neighbours, Limits limits, std::uint32_t own,
                                               Trace* trace) {
  own_ = own, from_ = 0;
  records_ = lexicon.records();
  begin(limits);
  keys_.reserve(64), lists_.reserve(64);
  gather(configuration.fields, keys, record, lexicon, postings, neighbours);
  weigh_fields(configuration);
  if (trace != nullptr) {
    trace->wanted.reserve(keys_.size());
    trace->share_of = share_of_;
    trace->records = records_;
  }
  open_lists(postings, trace);
  read_lists(limits);
  return best(limits);
}

std::span<const Search::Candidate> Search::again(const Trace& trace, const Overlay& others, std::size_t count, Limits limits, std::uint32_t from) {
  own_ = nobody, from_ = from;
  begin(limits);
  share_of_ = trace.share_of;
  const float all = std::log2(static_cast<float>(trace.records + count) + 16);
  FieldBits weigh{};
  for (const auto& wanted : trace.wanted) {
    const auto list = others.find(wanted.hash);
    const float bits = rarity(all, wanted.size + list.size()) * wanted.factor;
    if (!wanted.near) weigh[wanted.field] += bits;
    if (list.size() != 0)
      lists_.push_back({PostingList(list), wanted.field, bits, 0, wanted.factor >= names_it_alone, wanted.meant && wanted.size + list.size() <= few_records});
  }
  share_lists(weigh);
  read_lists(limits);
  return best(limits);
}

}  // namespace guanxi::match
