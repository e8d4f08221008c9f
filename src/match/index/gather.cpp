// What a search looks for.
#include <algorithm>
#include <array>
#include <string>

#include "match/index/candidates.h"
#include "match/normalize/vocabulary.h"

namespace guanxi::match {

namespace {

constexpr std::size_t most_neighbours = 16, from_either_end = 8;  // of one word
constexpr float nearly = 0.8F;      // what a key counts that is only nearly the same
constexpr std::uint32_t seldom = 4;  // a word in fewer records may be made of others

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

}  // namespace guanxi::match
