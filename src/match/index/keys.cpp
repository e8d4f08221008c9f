#include "match/index/keys.h"

#include <algorithm>
#include <array>

#include "guanxi/text.h"
#include "match/index/hash.h"
#include "match/normalize/vocabulary.h"
#include "match/normalize/words.h"

namespace guanxi::match {

namespace {

// What a key is made of; part of its hash.
enum class Source : std::uint8_t { word = 1, pair, whole, acronym, sound, value, tail, local_part, names, initial_and_date, house, house_and_postcode, letter, part_acronym };

// A key out of pieces of text; where they part makes no difference.
class Hasher {
 public:
  Hasher(Source source, char domain) noexcept : state_(mixed(static_cast<std::uint64_t>(source) << 8 | static_cast<unsigned char>(domain))) {}
  Hasher& add(std::string_view text) noexcept {
    for (const char c : text) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    size_ += text.size();
    return *this;
  }
  std::size_t size() const noexcept { return size_; }
  KeyHash key() const noexcept { return static_cast<KeyHash>(mixed(state_) >> 16); }

 private:
  std::uint64_t state_;
  std::size_t size_ = 0;
};

KeyHash key(Source source, char domain, std::string_view text) noexcept { return Hasher(source, domain).add(text).key(); }

// The same key whichever comes first.
KeyHash key_of_two(Source source, char domain, std::string_view a, std::string_view b) noexcept {
  return Hasher(source, domain).add(std::min(a, b)).add(std::max(a, b)).key();
}

constexpr std::size_t longest_acronym = 24;
constexpr std::size_t longest_without_pair = 3;  // characters of a brand of which one wrong one may leave no pair

constexpr bool names_it(Part part) noexcept { return part == Part::core || part == Part::trade; }

KeyHash key_of_letters(Source source, char domain, std::string_view letters) noexcept {
  std::array<char, longest_acronym> sorted;
  const auto end = std::copy_n(letters.begin(), std::min(letters.size(), sorted.size()), sorted.begin());
  std::sort(sorted.begin(), end);
  return key(source, domain, {sorted.begin(), end});
}

}  // namespace

KeyHash acronym_key(char domain, std::string_view letters) noexcept { return key_of_letters(Source::acronym, domain, letters); }
KeyHash part_acronym_key(char domain, std::string_view letters) noexcept { return key_of_letters(Source::part_acronym, domain, letters); }

namespace {

// A token, whether its record is one of the detector's or was only read.
struct Spoken {
  std::string_view text;
  Part part = Part::core;
  bool in_han = false;
};
using Phrase = std::span<const Spoken>;

// All words of a record, one field behind the other.
class Wording {
 public:
  Wording(const RecordView& record, const Lexicon& lexicon) : ends_(record.ends) {
    words_.reserve(ends_.back());
    for (const auto item : Items(record.items, record.items + ends_.back())) words_.push_back({lexicon.text(item), item.part(), item.is_han()});
  }
  explicit Wording(const Profile& profile) : ends_(profile.ends) {
    words_.reserve(profile.tokens.size());
    for (const auto& token : profile.tokens) words_.push_back({token.text, token.part, is_han(token)});
  }
  Phrase field(std::size_t i) const noexcept {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return Phrase(words_).subspan(begin, ends_[i] - begin);
  }

 private:
  std::vector<Spoken> words_;
  std::array<std::uint16_t, most_fields> ends_;
};

class KeyMaker {
 public:
  KeyMaker(std::span<const FieldRule> fields, const Wording& record, std::vector<OwnKey>& out) : fields_(fields), record_(record), out_(out) {}

  void add_wanted() {
    for (field_ = 0; field_ < fields_.size(); ++field_)
      if (const auto words = record_.field(field_); !words.empty()) add(fields_[field_].role, words);
    add_joint();
  }

  // What a name is stored under besides.
  void add_short_forms() {
    for (field_ = 0; field_ < fields_.size(); ++field_) {
      const char domain = domain_of(fields_[field_].role);
      if (domain != 'n') continue;
      add_initials(domain, record_.field(field_));
      add_heads(domain, record_.field(field_));
    }
  }

 private:
  void add(Role role, Phrase words) {
    const char domain = domain_of(role);
    switch (role) {
      case Role::organisation_name:
      case Role::other_name: return add_name(domain, words);
      case Role::person_name: return add_person_name(domain, words);
      case Role::given_name:
      case Role::family_name: return use(key(Source::word, domain, words[0].text));
      case Role::address: return add_address(domain, words);
      case Role::street: return add_words(domain, words);
      case Role::phone: return add_phones(domain, words);
      case Role::email: return add_emails(domain, words);
      case Role::tax_id:
      case Role::identifier:
      case Role::website:
      case Role::date:
        for (const Spoken& word : words) use(key(Source::value, domain, word.text), names_it_alone);
        return;
      default: return;
    }
  }

  void use(KeyHash hash, float factor = 1) { out_.push_back({hash, factor, static_cast<std::uint16_t>(field_)}); }

  void add_words(char domain, Phrase words) {
    for (const Spoken& word : words)
      if (word.part == Part::core) use(key(Source::word, domain, word.text));
  }

  void add_name(char domain, Phrase words) {
    Hasher whole(Source::whole, domain), all(Source::whole, domain), sound(Source::sound, domain);
    std::string_view before;
    std::size_t han = 0;
    for (const auto& [word, part, in_han] : words) {
      if (!in_han && (part != Part::form || !is_legal_word(word))) all.add(word);
      if (part == Part::form) continue;
      const bool searched = part == Part::core || (!in_han && part != Part::branch);
      if (searched) use(key(Source::word, domain, word));
      if (names_it(part)) whole.add(word);
      const bool paired = names_it(part) || part == Part::region;
      if (paired && !before.empty()) use(key_of_two(Source::pair, domain, before, word));
      before = paired ? word : std::string_view();
      if (in_han && part == Part::core) add_sound(word, sound), ++han;
    }
    if (whole.size() > 0) use(whole.key());
    if (han == 0 && all.size() > 3) use(all.key());
    if (han >= 2) use(sound.key());
    if (han >= 1 && han <= longest_without_pair) add_letters(domain, words);
  }

  // Each character of the brand with the region and the beginning of the trade: brands of two or three characters, one of them
  // wrong, have no pair left.
  void add_letters(char domain, Phrase words) {
    Hasher trade(Source::letter, domain);
    add_beginning(words, Part::trade, trade);
    if (trade.size() == 0) return;
    add_beginning(words, Part::region, trade);
    for (const Spoken& word : words)
      if (word.part == Part::core && word.in_han) use(Hasher(trade).add(word.text).key());
  }

  // The first two characters of a part.
  void add_beginning(Phrase words, Part part, Hasher& out) const {
    int left = 2;
    for (const Spoken& word : words)
      if (word.in_han && word.part == part && left-- > 0) out.add(word.text);
  }

  static void add_sound(std::string_view han, Hasher& sound) {
    std::size_t at = 0;
    const auto readings = text::readings(text::next(han, at));
    if (!readings.empty()) sound.add(readings.front()).add(" ");
  }

  void add_person_name(char domain, Phrase words) {
    std::vector<std::string_view> sorted;
    Hasher whole(Source::whole, domain), names(Source::names, domain);
    for (const Spoken& word : words) {
      sorted.push_back(word.text);
      whole.add(word.text);
      if (!word.in_han) use(key(Source::word, domain, word.text));
    }
    use(whole.key());
    std::sort(sorted.begin(), sorted.end());
    for (const auto word : sorted) names.add(word).add(" ");
    use(names.key());
  }

  // The house number with each word of the street, the words themselves, and in Chinese the pairs before the number.
  void add_address(char domain, Phrase words) {
    const auto number = std::find_if(words.begin(), words.end(), [](const Spoken& word) { return word.part == Part::number; });
    std::string_view before;
    for (const auto& [word, part, in_han] : words) {
      if (part != Part::core) continue;
      if (!in_han) use(key(Source::word, domain, word));
      if (number != words.end() && (!in_han || !before.empty())) use(Hasher(Source::house, domain).add(number->text).add(" ").add(before).add(word).key());
      before = in_han ? word : std::string_view();
    }
  }

  void add_phones(char domain, Phrase words) {
    constexpr std::size_t tail = 7;
    for (const Spoken& word : words) {
      const auto number = word.text;
      use(key(Source::tail, domain, number.size() > tail ? number.substr(number.size() - tail) : number), names_it_alone);
    }
  }

  void add_emails(char domain, Phrase words) {
    for (const Spoken& word : words) {
      const auto address = word.text;
      use(key(Source::value, domain, address), names_it_alone);
      use(key(Source::local_part, domain, address.substr(0, address.find('@'))));
    }
  }

  // Keys made of two fields, where one alone is too common among many records.
  void add_joint() {
    std::string_view given, family, date, house, postcode;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      const auto words = record_.field(i);
      if (words.empty()) continue;
      const auto first = words[0].text;
      switch (fields_[i].role) {
        case Role::given_name: given = first; break;
        case Role::family_name: family = first; break;
        case Role::date: date = first; break;
        case Role::house_number: house = first; break;
        case Role::postcode: postcode = first; break;
        default: break;
      }
    }
    if (!given.empty() && !family.empty())
      use(Hasher(Source::names, 'p').add(std::min(given, family)).add(" ").add(std::max(given, family)).key());
    if (!date.empty())
      for (const auto name : {given, family})
        if (!name.empty()) use(Hasher(Source::initial_and_date, 'p').add(date).add(name.substr(0, 1)).key());
    if (!house.empty() && !postcode.empty()) use(Hasher(Source::house_and_postcode, 'a').add(house).add(" ").add(postcode).key());
  }

  // "bas" for "Bulgarian Academy of Sciences"; "wrri" for "Water Resources Research Institute, University of …", "gsb" for "University of … Graduate School of Business".
  void add_initials(char domain, Phrase words) {
    constexpr std::size_t longest_short = 4;
    std::string initials, all, legal, parted;
    for (const auto& [word, part, in_han] : words) {
      if (in_han || part == Part::unit) continue;
      all += word.front();
      if (part != Part::form) initials += all.back(), parted += word.substr(0, word.size() <= longest_short ? word.size() : 1);
      if (part != Part::form || !is_filler(word)) legal += all.back();
    }
    if (initials.size() < 2) return;
    use(acronym_key(domain, initials));
    for (auto length = shortest_part_acronym; length < initials.size() && length <= longest_part_acronym; ++length) {
      use(part_acronym_key(domain, std::string_view(initials).substr(0, length)));
      use(part_acronym_key(domain, std::string_view(initials).substr(initials.size() - length)));
    }
    if (parted.size() > initials.size() && parted.size() < longest_acronym) use(acronym_key(domain, parted));
    if (legal.size() > initials.size()) use(acronym_key(domain, legal));
    if (all.size() > legal.size()) use(acronym_key(domain, all));
  }

  // 宝钢 for 宝山钢铁: the first characters of two parts, under the key of a pair.
  void add_heads(char domain, Phrase words) {
    std::string_view before;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto& [head, part, in_han] = words[i];
      const bool begins = i == 0 || part != words[i - 1].part;
      if (!begins || !in_han || !(names_it(part) || part == Part::region)) continue;
      if (!before.empty()) use(key_of_two(Source::pair, domain, before, head));
      before = head;
    }
  }

  std::span<const FieldRule> fields_;
  const Wording& record_;
  std::vector<OwnKey>& out_;
  std::size_t field_ = 0;
};

OwnKeys all_keys(std::span<const FieldRule> fields, const Wording& record) {
  constexpr std::size_t usual = 64;
  OwnKeys out;
  out.all.reserve(usual);
  KeyMaker maker(fields, record, out.all);
  maker.add_wanted();
  out.searched = out.all.size();
  maker.add_short_forms();
  return out;
}

}  // namespace

KeyHash whole_key(char domain, std::string_view word) noexcept { return key(Source::whole, domain, word); }
KeyHash word_key(char domain, std::string_view word) noexcept { return key(Source::word, domain, word); }
KeyHash pair_key(char domain, std::string_view a, std::string_view b) noexcept { return key_of_two(Source::pair, domain, a, b); }

OwnKeys keys_of(std::span<const FieldRule> fields, const Profile& profile) { return all_keys(fields, Wording(profile)); }
OwnKeys keys_of(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon) { return all_keys(fields, {record, lexicon}); }

void find_wanted(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon, std::vector<OwnKey>& out) {
  out.clear();
  const Wording wording(record, lexicon);
  KeyMaker(fields, wording, out).add_wanted();
}

}  // namespace guanxi::match
