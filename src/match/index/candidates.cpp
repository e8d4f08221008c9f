#include "match/index/candidates.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <string>

#include "match/normalize/vocabulary.h"

namespace guanxi::match {

namespace {
constexpr std::size_t most_neighbours = 16, from_either_end = 8;  // of one word
constexpr float nearly = 0.8F;                // what a key counts that is only nearly the same
constexpr std::uint32_t seldom = 4;             // a word in fewer records may be made of others
constexpr std::size_t few_records = 8;          // that have a word: they are compared before all others
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

// Words that somebody might be called by: where each would lie is fetched while others are made up.
class Tried {
 public:
  Tried(const Terms& terms, char domain) : terms_(terms), domain_(domain) { words_.reserve(128), text_.reserve(1024); }
  void add(std::string_view word) {
    words_.push_back({Terms::hash(domain_, word), text_.size(), word.size()});
    terms_.prepare(words_.back().hash);
    text_ += word;
  }
  template <class Use>
  void each_known(Use use) const {
    for (const auto& [hash, begin, size] : words_) {
      const auto word = std::string_view(text_).substr(begin, size);
      if (terms_.find(hash, domain_, word) != no_term) use(word);
    }
  }

 private:
  struct Word {
    std::uint64_t hash;
    std::size_t begin, size;
  };
  const Terms& terms_;
  char domain_;
  std::vector<Word> words_;
  std::string text_;
};

}  // namespace

void Search::add_key(Key key, const Postings& postings) {
  auto known = hashes_[key.hash % hashes_.size()];
  if (known && std::any_of(keys_.begin(), keys_.end(), [&key](const Key& k) { return k.hash == key.hash; })) return;
  known = true;
  keys_.push_back(key);
  postings.prepare(key.hash);
}

void Search::gather(std::span<const FieldRule> fields, std::span<const OwnKey> keys, const RecordView& record, const Lexicon& lexicon, const Postings& postings,
                    const Neighbours& neighbours) {
  for (const OwnKey& key : keys) add_key({key.hash, key.factor, key.field, false, true}, postings);
  for (field_ = 0; field_ < fields.size(); ++field_) {
    const char domain = domain_of(fields[field_].role);
    if (domain == 'n' || domain == 'p') gather_near(domain, record.field(field_), lexicon, postings, neighbours);
  }
}

// Words near to one. Those of common words are remembered by who searches again and again.
std::span<const TermId> Search::near(char domain, Item item, const Lexicon& lexicon, const Neighbours& neighbours) {
  constexpr std::size_t remembered = 1024;
  const auto most = both_ends_ ? from_either_end : most_neighbours;
  const auto find = [&](std::vector<TermId>& words) {
    neighbours.find(lexicon.terms(), domain, lexicon.text(item), most, words);
    if (words.empty() && lexicon.occurrences(item) == 0) neighbours.find_farther(lexicon.terms(), domain, lexicon.text(item), most, words);
  };
  if (!keeps_near_words_ || lexicon.occurrences(item) < seldom) return find(near_), near_;
  near_words_.resize(remembered);
  auto& known = near_words_[item.term() % remembered];
  if (known.term != item.term()) known.term = item.term(), find(known.words);
  return known.words;
}

// What is only nearly the same: words with a slip or of one stem, words joined or parted, a word for the initials of others, and
// initials for a word.
void Search::gather_near(char domain, Items items, const Lexicon& lexicon, const Postings& postings, const Neighbours& neighbours) {
  std::string joined;
  std::string_view before;
  std::vector<std::string_view> words;
  std::string_view form;      // the first legal word
  std::string all;            // initials, of "de" and "Inc" too
  std::size_t with_form = 0;  // how many of them there are up to the form's
  for (const auto item : items) {
    if (item.is_han() || item.part() == Part::unit) continue;
    const auto word = lexicon.text(item);
    all += word.front();
    if (item.part() == Part::form) {
      if (form.empty() && is_legal_word(word)) form = word, with_form = all.size();
      if (words.empty()) before = word;  // "sab miller" is "sabmiller", although some companies are S.A.B.
      continue;
    }
    const bool unknown = lexicon.occurrences(item) == 0;
    for (const auto term : near(domain, item, lexicon, neighbours)) add_near(word_key(domain, lexicon.terms().text(term)), postings, nearly, unknown);
    if (domain != 'n') continue;
    if (lexicon.occurrences(item) < seldom) gather_parts(domain, word, lexicon, postings);
    if (!before.empty()) gather_joined(domain, joined.assign(before).append(word), lexicon, postings, neighbours);
    if (word.size() >= 3 && word.size() <= 6) add_initials(domain, word, postings, nearly);
    if (thorough_) add_near(whole_key(domain, word), postings, nearly);
    if (thorough_ && !before.empty()) add_near(whole_key(domain, joined.assign(before).append(word)), postings, nearly);
    before = word;
    words.push_back(word);
  }
  if (domain == 'n' && words.size() == 1) gather_initials(domain, words[0], postings);
  if (domain == 'n' && words.size() >= 2) gather_acronyms(domain, words, form, {all, with_form}, lexicon, postings);
  if (domain == 'n' && words.size() >= 2 && thorough_) gather_parted(domain, words, postings);
}

// Names that have these initials, and longer ones that begin or end with words that have them.
void Search::add_initials(char domain, std::string_view letters, const Postings& postings, float factor, bool meant) {
  add_near(acronym_key(domain, letters), postings, factor, meant);
  if (letters.size() >= shortest_part_acronym && letters.size() <= longest_part_acronym) add_near(part_acronym_key(domain, letters), postings, nearly * factor);
}

// "fau usp" for "Faculty of Architecture and Urbanism of the University of São Paulo", "jp bank" for "Japan Post Bank": short words are the initials
// of several others, long ones give their own.
void Search::gather_parted(char domain, std::span<const std::string_view> words, const Postings& postings) {
  constexpr std::size_t most_words = 6, fewest = 3, most = 12, longest_acronym = 5;
  if (words.size() > most_words) return;
  std::string letters;
  for (const auto word : words) letters += word.front();
  for (std::size_t length = letters.size(); length >= fewest && length + 2 > words.size(); --length)
    add_initials(domain, std::string_view(letters).substr(0, length), postings, nearly);
  for (std::size_t length = 1; length <= longest_acronym; ++length) {
    std::string inner;  // letters behind the first of a short word, which may stand for "of" and "and"
    letters.clear();
    for (const auto word : words) {
      letters += word.substr(0, word.size() <= length ? length : 1);
      if (word.size() <= length) inner += word.substr(1);
    }
    if (letters.size() == words.size() || letters.size() < fewest || letters.size() > most) continue;
    add_initials(domain, letters, postings, static_cast<float>(letters.size()) / 2);
    for (const char filler : {'o', 'a', 'd', 'e'})
      if (inner.find(filler) != std::string::npos && letters.size() > fewest)
        add_initials(domain, std::string(letters).erase(letters.find(filler), 1), postings, static_cast<float>(letters.size() - 1) / 2);
  }
}

// "unipa" for "University of Palermo", "nas" for "National Academy of Sciences of Ukraine": the initials are some of the letters, the
// first one among them, or one more.
void Search::gather_initials(char domain, std::string_view word, const Postings& postings) {
  constexpr std::size_t shortest = 2, longest_of_some = 7, longest = 12;
  if (word.size() < shortest || word.size() > longest || !std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return;
  std::string letters(word);
  add_initials(domain, word, postings, static_cast<float>(word.size()) / 2, true);
  if (word.size() > longest_of_some) return;
  for (unsigned chosen = 1; chosen + 1 < 1u << (word.size() - 1); ++chosen) {
    letters.assign(1, word.front());
    for (std::size_t i = 1; i < word.size(); ++i)
      if ((chosen >> (i - 1) & 1) != 0) letters += word[i];
    add_initials(domain, letters, postings, nearly * static_cast<float>(letters.size()) / static_cast<float>(word.size()));
  }
  letters.assign(word).append(1, 'a');
  for (; word.size() > shortest && letters.back() <= 'z'; ++letters.back()) add_initials(domain, letters, postings, nearly);
}

// "inditex" for "Industria de Diseño Textil", "sweco" for "Swedish Consultants": each word gives its first letters, the fewer the more words there are.
template <class Add>
void Search::add_contractions(std::span<const std::string_view> words, std::string_view form, Add add) {
  constexpr std::array<std::size_t, 7> most_letters{0, 0, 4, 4, 3, 2, 2};
  const auto most = most_letters[words.size()];
  std::array<std::size_t, most_letters.size()> lengths;
  lengths.fill(1);
  std::string contraction;
  for (;;) {
    contraction.clear();
    for (std::size_t i = 0; i < words.size(); ++i) contraction += words[i].substr(0, lengths[i]);
    if (contraction.size() > words.size() + 1) add(contraction);
    if (form.size() > 1 && contraction.size() > words.size()) add(contraction += form.substr(0, 2));
    std::size_t i = 0;
    while (i < words.size() && lengths[i] == most) lengths[i++] = 1;
    if (i == words.size()) return;
    ++lengths[i];
  }
}

// "cdc foundation" for "Centers for Disease Control and Prevention Foundation", "ihi" for "Ishikawajima-Harima Heavy Industries": words that stand together
// give their initials, or all but one; "bepress" for "Berkeley Electronic Press": the last one is written out.
template <class Add>
void Search::add_initials_of_some(std::span<const std::string_view> words, std::string_view initials, Add add) {
  constexpr std::size_t fewest = 3;
  std::string acronym;
  for (std::size_t begin = 0; begin + fewest <= words.size(); ++begin)
    for (auto length = fewest; begin + length <= words.size(); ++length) add(initials.substr(begin, length));
  for (std::size_t without = 1; words.size() > fewest && without + 1 < words.size(); ++without) add(acronym.assign(initials).erase(without, 1));
  add(acronym.assign(initials, 0, words.size() - 1).append(words.back()));
}

// "pimco" for "Pacific Investment Management Company": one of the words may give two letters, the legal form one or two; "pdvsa" for "Petróleos de Venezuela
// SA": small words may give theirs.
void Search::gather_acronyms(char domain, std::span<const std::string_view> words, std::string_view form, Initials all, const Lexicon& lexicon, const Postings& postings) {
  constexpr std::size_t most_words = 6, shortest = 3;
  if (words.size() > most_words) return;
  Tried tried(lexicon.terms(), domain);
  const auto add = [&](std::string_view acronym) {
    if (acronym.size() >= shortest) tried.add(acronym);
  };
  std::string initials, acronym;
  for (const auto word : words) initials += word.front();
  add(initials);
  add(std::string_view(initials).substr(0, initials.size() - 1));
  if (all.letters.size() > initials.size()) add(all.letters);
  if (all.with_form > initials.size()) add(acronym.assign(all.letters, 0, all.with_form).append(form.substr(1, 1)));
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].size() > 1) add(acronym.assign(initials, 0, i + 1).append(1, words[i][1]).append(initials, i + 1));
  for (std::size_t length = 1; length <= std::min<std::size_t>(form.size(), 2); ++length) add(acronym.assign(initials).append(form.substr(0, length)));
  if (thorough_) {
    for (const auto length : {initials.size(), initials.size() - 1})
      if (length == 2) add_near(whole_key(domain, std::string_view(initials).substr(0, length)), postings, nearly);  // "bt group": with other words it would be anyone's
    add_initials_of_some(words, initials, add);
    add_contractions(words, form, add);
  }
  tried.each_known([&](std::string_view acronym) { add_near(word_key(domain, acronym), postings, nearly * static_cast<float>(acronym.size()) / 2, true); });
}

// "hi mart" is "himart".
void Search::gather_joined(char domain, std::string_view joined, const Lexicon& lexicon, const Postings& postings, const Neighbours& neighbours) {
  add_near(word_key(domain, joined), postings, nearly, true);
  neighbours.find(lexicon.terms(), domain, joined, both_ends_ ? from_either_end : most_neighbours, near_);
  for (const auto term : near_) add_near(word_key(domain, lexicon.terms().text(term)), postings, nearly);
}

// "salzlandcenter" begins or ends with words that others are called by; "egbus" is two words.
void Search::gather_parts(char domain, std::string_view word, const Lexicon& lexicon, const Postings& postings) {
  constexpr std::size_t shortest = 4, longest = 20, shortest_of_two = 2;
  for (std::size_t length = shortest_of_two; !both_ends_ && length + shortest_of_two <= word.size() && word.size() <= longest; ++length)
    add_near(pair_key(domain, word.substr(0, length), word.substr(length)), postings, nearly, true);
  if (word.size() < shortest + 2 || word.size() > longest) return;
  std::array<std::pair<std::uint64_t, std::string_view>, 2 * (longest - shortest)> parts;
  std::size_t count = 0;
  const auto& terms = lexicon.terms();
  const auto note = [&](std::string_view part) {
    parts[count++] = {Terms::hash(domain, part), part};
    terms.prepare(parts[count - 1].first);
  };
  for (std::size_t length = shortest; length < word.size(); ++length) note(word.substr(0, length)), note(word.substr(word.size() - length));
  for (const auto& [hash, part] : std::span(parts).first(count))
    if (terms.find(hash, domain, part) != no_term) add_near(word_key(domain, part), postings, nearly * static_cast<float>(part.size()) / static_cast<float>(word.size()));
}

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

}  // namespace

namespace {

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
