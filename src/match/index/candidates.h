// The records worth comparing with one.
#pragma once

#include <array>
#include <bitset>

#include "match/index/keys.h"
#include "match/index/neighbours.h"

namespace guanxi::match {

// What one search remembers; used again it allocates nothing.
class Search {
 public:
  // Who searches again and again, while no record comes, may keep which words are near to common ones.
  enum class Keeps : std::uint8_t { nothing, near_words };
  explicit Search(Keeps keeps = Keeps::nothing) noexcept : keeps_near_words_(keeps == Keeps::near_words) {}

  struct Candidate {
    std::uint32_t record = 0;
    float bits = 0;   // rarity of the keys that it shares
    float share = 0;  // of the rarity of all keys of a field, summed over the fields
    bool named = false;  // it shares a number, a mailbox or a site: what names it alone
    bool rare = false;   // it shares a word that few have
  };

  struct Limits {
    std::size_t postings = 0, candidates = 0;
    float share = 0;  // records that share less than this are not handed over
    bool both_ends = false;  // every record searches for the others: what is near is found from either end
  };

  // What a search looked for, and how many records it stood in.
  struct Trace {
    struct Wanted {
      KeyHash hash = 0;
      float factor = 1;
      std::uint32_t size = 0;
      std::uint16_t field = 0;
      bool near = false, meant = true;
    };
    std::vector<Wanted> wanted;
    std::array<float, most_fields + 1> share_of{};
    std::size_t records = 0;
  };

  // The candidates, the best first, of a record with these keys. `own` is left out: a record searches for others. `trace` is told what was looked for.
  std::span<const Candidate> run(const Configuration& configuration, std::span<const OwnKey> keys, const RecordView& record, const Lexicon& lexicon,
                                 const Postings& postings, const Neighbours& neighbours, Limits limits, std::uint32_t own, Trace* trace = nullptr);
  // The same search among so many other records, from a number on.
  std::span<const Candidate> again(const Trace& trace, const Overlay& others, std::size_t count, Limits limits, std::uint32_t from);
  std::size_t bytes() const noexcept { return cells_.capacity() * sizeof(std::uint32_t) + found_.capacity() * sizeof(Candidate); }  // but for a few kilobytes
  // Whether a record that shares as much as good candidates may stand in lists that there was no room to read.
  bool partial() const noexcept { return partial_; }
  // Where none of the first ones that run() handed over fits, and they were for any share: reads so many postings more.
  void read_on(std::size_t postings);
  // So many of all the others, the best first …
  std::span<const Candidate> best_of_rest(std::size_t behind, std::size_t most);
  // … by the words that they have in common with the record, too: for names that leave none out.
  std::span<const Candidate> look_again(std::size_t behind, std::size_t most, const RecordView& record, const Records& records, const Lexicon& lexicon);

 private:
  struct Key {
    KeyHash hash = 0;
    float factor = 1;  // what it counts beside an equal one
    std::uint16_t field = 0;
    bool near = false;  // not the record's own, but nearly
    bool meant = true;  // its own, or what it seems to have meant to write
    std::uint32_t where = 0;  // as Postings::locate()
  };
  struct List {
    PostingList records;
    std::size_t field = 0;
    float bits = 0, share = 0;
    bool names = false;  // what it is made of names a record alone
    bool own = false;    // few have this word, which is the record's own or seems to be meant
  };
  void gather(std::span<const FieldRule> fields, std::span<const OwnKey> keys, const RecordView& record, const Lexicon& lexicon, const Postings& postings, const Neighbours& neighbours);
  void gather_near(char domain, Items items, const Lexicon& lexicon, const Postings& postings, const Neighbours& neighbours);
  std::span<const TermId> near(char domain, Item item, const Lexicon& lexicon, const Neighbours& neighbours);
  void add_initials(char domain, std::string_view letters, const Postings& postings, float factor, bool meant = false);
  void gather_initials(char domain, std::string_view word, const Postings& postings);
  // Of all words, and how many of them there are up to that of the legal form; 0 where there is none.
  struct Initials {
    std::string_view letters;
    std::size_t with_form = 0;
  };
  void gather_acronyms(char domain, std::span<const std::string_view> words, std::string_view form, Initials all, const Lexicon& lexicon, const Postings& postings);
  template <class Add>
  void add_initials_of_some(std::span<const std::string_view> words, std::string_view initials, Add add);
  void gather_parted(char domain, std::span<const std::string_view> words, const Postings& postings);
  template <class Add>
  void add_contractions(std::span<const std::string_view> words, std::string_view form, Add add);
  void gather_joined(char domain, std::string_view joined, const Lexicon& lexicon, const Postings& postings, const Neighbours& neighbours);
  void gather_parts(char domain, std::string_view word, const Lexicon& lexicon, const Postings& postings);
  void add_key(Key key, const Postings& postings);
  void add_near(KeyHash key, const Postings& postings, float factor, bool meant = false) {
    add_key({key, factor, static_cast<std::uint16_t>(field_), true, meant}, postings);
  }
  void weigh_fields(const Configuration& configuration);
  using FieldBits = std::array<float, most_fields + 1>;  // of all of the record's own keys
  void open_lists(const Postings& postings, Trace* trace);
  void share_lists(const FieldBits& weigh);
  void begin(const Limits& limits);
  void read_lists(const Limits& limits);
  void read(std::size_t most, float share);
  std::uint32_t& cell(std::uint32_t record) noexcept;
  std::span<const Candidate> best(const Limits& limits);
  static void count_words(std::span<Candidate> candidates, const RecordView& record, const Records& records, const Lexicon& lexicon);

  std::vector<std::uint32_t> cells_;  // by the record's number: its place in found_, or none
  std::vector<Candidate> found_;
  std::vector<Key> keys_;
  std::bitset<1024> hashes_;  // of the keys, by their last bits
  std::vector<List> lists_;
  std::vector<TermId> near_;
  struct NearWords {
    TermId term = no_term;
    std::vector<TermId> words;
  };
  std::vector<NearWords> near_words_;  // of common words, by the last digits of their numbers
  std::array<float, most_fields + 1> share_of_{};  // what a share of a field counts; the last stands for keys made of several
  std::size_t field_ = 0;   // whose near keys are gathered
  float best_ = 0;          // bits of the best candidate so far
  std::size_t next_ = 0;    // list to be read
  float unread_ = 0;        // bits of that list and those behind it
  float unread_share_ = 0;  // what a record may share beyond what was read
  std::size_t records_ = 0;
  std::uint32_t own_ = 0, from_ = 0;  // records that are left out: this one, and those before that one
  bool partial_ = false;
  bool part_of_one_ = false;  // what was found stands in the beginning of one list
  bool keeps_near_words_ = false;
  bool both_ends_ = false;
  bool thorough_ = false;  // strangers are asked for too: every short form is tried
};

inline constexpr std::uint32_t nobody = 0xFFFFFFFF;

}  // namespace guanxi::match
