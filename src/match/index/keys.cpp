#include "match/index/keys.h"

#include <algorithm>
#include <array>

#include "guanxi/text.h"
#include "match/index/hash.h"
#include "match/normalize/vocabulary.h"

namespace guanxi::match {

namespace {

// What a key is made of; part of its hash.
enum class Source : std::uint8_t { word = 1, pair, whole, acronym, sound, value, tail, local_part, names, initial_and_date, house, house_and_postcode, letter };

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

}  // namespace

KeyHash acronym_key(char domain, std::string_view letters) noexcept {
  std::array<char, longest_acronym> sorted;
  const auto end = std::copy_n(letters.begin(), std::min(letters.size(), sorted.size()), sorted.begin());
  std::sort(sorted.begin(), end);
  return key(Source::acronym, domain, {sorted.begin(), end});
}

namespace {

class KeyMaker {
 public:
  KeyMaker(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon, KeySink sink)
      : fields_(fields), record_(record), lexicon_(lexicon), each_(sink) {}

  void run() {
    for (field_ = 0; field_ < fields_.size(); ++field_)
      if (const auto items = record_.field(field_); !items.empty()) add(fields_[field_].role, items);
    add_joint();
  }

 private:
  void add(Role role, Items items) {
    const char domain = domain_of(role);
    switch (role) {
      case Role::organisation_name:
      case Role::other_name: return add_name(domain, items);
      case Role::person_name: return add_person_name(domain, items);
      case Role::given_name:
      case Role::family_name: return use(key(Source::word, domain, text(items[0])));
      case Role::address: return add_address(domain, items);
      case Role::street: return add_words(domain, items);
      case Role::phone: return add_phones(domain, items);
      case Role::email: return add_emails(domain, items);
      case Role::tax_id:
      case Role::identifier:
      case Role::website:
      case Role::date:
        for (const auto item : items) use(key(Source::value, domain, text(item)), names_it_alone);
        return;
      default: return;
    }
  }

  void use(KeyHash hash, float factor = 1) { each_(hash, factor, field_); }

  std::string_view text(Item item) const noexcept { return lexicon_.text(item); }

  void add_words(char domain, Items items) {
    for (const auto item : items)
      if (item.part() == Part::core) use(key(Source::word, domain, text(item)));
  }

  void add_name(char domain, Items items) {
    Hasher whole(Source::whole, domain), all(Source::whole, domain), sound(Source::sound, domain);
    std::string_view before;
    std::size_t han = 0;
    for (const auto item : items) {
      const auto word = text(item);
      const auto part = item.part();
      const bool in_han = item.is_han();
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
    if (han >= 1 && han <= longest_without_pair) add_letters(domain, items);
  }

  // Each character of the brand with the region and the beginning of the trade: brands of two or three characters, one of them
  // wrong, have no pair left.
  void add_letters(char domain, Items items) {
    Hasher trade(Source::letter, domain);
    add_beginning(items, Part::trade, trade);
    if (trade.size() == 0) return;
    add_beginning(items, Part::region, trade);
    for (const auto item : items)
      if (item.part() == Part::core && item.is_han()) use(Hasher(trade).add(text(item)).key());
  }

  // The first two characters of a part.
  void add_beginning(Items items, Part part, Hasher& out) const {
    int left = 2;
    for (const auto item : items)
      if (item.is_han() && item.part() == part && left-- > 0) out.add(text(item));
  }

  static void add_sound(std::string_view han, Hasher& sound) {
    std::size_t at = 0;
    const auto readings = text::readings(text::next(han, at));
    if (!readings.empty()) sound.add(readings.front()).add(" ");
  }

  void add_person_name(char domain, Items items) {
    std::vector<std::string_view> words;
    Hasher whole(Source::whole, domain), names(Source::names, domain);
    for (const auto item : items) {
      words.push_back(text(item));
      whole.add(words.back());
      if (!item.is_han()) use(key(Source::word, domain, words.back()));
    }
    use(whole.key());
    std::sort(words.begin(), words.end());
    for (const auto word : words) names.add(word).add(" ");
    use(names.key());
  }

  // The house number with each word of the street, the words themselves, and in Chinese the pairs before the number.
  void add_address(char domain, Items items) {
    const auto number = std::find_if(items.begin(), items.end(), [](Item item) { return item.part() == Part::number; });
    std::string_view before;
    for (const auto item : items) {
      if (item.part() != Part::core) continue;
      const auto word = text(item);
      const bool in_han = item.is_han();
      if (!in_han) use(key(Source::word, domain, word));
      if (number != items.end() && (!in_han || !before.empty())) use(Hasher(Source::house, domain).add(text(*number)).add(" ").add(before).add(word).key());
      before = in_han ? word : std::string_view();
    }
  }

  void add_phones(char domain, Items items) {
    constexpr std::size_t tail = 7;
    for (const auto item : items) {
      const auto number = text(item);
      use(key(Source::tail, domain, number.size() > tail ? number.substr(number.size() - tail) : number), names_it_alone);
    }
  }

  void add_emails(char domain, Items items) {
    for (const auto item : items) {
      const auto address = text(item);
      use(key(Source::value, domain, address), names_it_alone);
      use(key(Source::local_part, domain, address.substr(0, address.find('@'))));
    }
  }

  // Keys made of two fields, where one alone is too common among many records.
  void add_joint() {
    std::string_view given, family, date, house, postcode;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      const auto items = record_.field(i);
      if (items.empty()) continue;
      const auto first = text(items[0]);
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

  std::span<const FieldRule> fields_;
  const RecordView& record_;
  const Lexicon& lexicon_;
  KeySink each_;
  std::size_t field_ = 0;
};

}  // namespace

KeyHash whole_key(char domain, std::string_view word) noexcept { return key(Source::whole, domain, word); }
KeyHash word_key(char domain, std::string_view word) noexcept { return key(Source::word, domain, word); }
KeyHash pair_key(char domain, std::string_view a, std::string_view b) noexcept { return key_of_two(Source::pair, domain, a, b); }

namespace {

// "bas" for "Bulgarian Academy of Sciences"; "wrri" for "Water Resources Research Institute, University of …", "gsb" for "University of … Graduate School of Business".
template <class Use>
void each_initials(char domain, Items items, const Lexicon& lexicon, Use use) {
  constexpr std::size_t longest_short = 4, shortest_part = 3, longest_part = 6;
  std::string initials, all, legal, parted;
  for (const auto item : items) {
    if (item.is_han() || item.part() == Part::unit) continue;
    const auto word = lexicon.text(item);
    all += word.front();
    if (item.part() != Part::form) initials += all.back(), parted += word.substr(0, word.size() <= longest_short ? word.size() : 1);
    if (item.part() != Part::form || !is_filler(word)) legal += all.back();
  }
  if (initials.size() < 2) return;
  use(acronym_key(domain, initials));
  for (std::size_t length = shortest_part; length < initials.size() && length <= longest_part; ++length) {
    use(acronym_key(domain, std::string_view(initials).substr(0, length)));
    use(acronym_key(domain, std::string_view(initials).substr(initials.size() - length)));
  }
  if (parted.size() > initials.size() && parted.size() < longest_acronym) use(acronym_key(domain, parted));
  if (legal.size() > initials.size()) use(acronym_key(domain, legal));
  if (all.size() > legal.size()) use(acronym_key(domain, all));
}

// 宝钢 for 宝山钢铁: the first characters of two parts, under the key of a pair.
template <class Use>
void each_head_pair(char domain, Items items, const Lexicon& lexicon, Use use) {
  std::string_view before;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool begins = i == 0 || items[i].part() != items[i - 1].part();
    if (!begins || !items[i].is_han() || !(names_it(items[i].part()) || items[i].part() == Part::region)) continue;
    const auto head = lexicon.text(items[i]);
    if (!before.empty()) use(key_of_two(Source::pair, domain, before, head));
    before = head;
  }
}

}  // namespace

void each_stored_key(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon, KeySink sink) {
  each_key(fields, record, lexicon, sink);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const char domain = domain_of(fields[i].role);
    if (domain != 'n') continue;
    const auto use = [&](KeyHash hash) { sink(hash, 1, i); };
    each_initials(domain, record.field(i), lexicon, use);
    each_head_pair(domain, record.field(i), lexicon, use);
  }
}

void each_key(std::span<const FieldRule> fields, const RecordView& record, const Lexicon& lexicon, KeySink sink) {
  KeyMaker(fields, record, lexicon, sink).run();
}

}  // namespace guanxi::match
