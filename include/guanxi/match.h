// The duplicate detector: which records mean the same organisation, person or place, and why.
//
//   match::Detector detector(match::ready(match::Kind::organisation).with("name", match::Role::organisation_name)
//                                                                   .with("phone", match::Role::phone));
//   for (const auto& row : rows) detector.add({row.name, row.phone});
//   detector.train();
//   for (const auto& hit : detector.check({"泛微网络", "021-52262600"}, {}).hits) …
//
// It stands alone: any records whose fields say what they mean (a Role) will do, from a database or a file. Scores are the odds,
// as a power of two, that two records are the same: Fellegi and Sunter, "A theory for record linkage" (JASA 64, 1969). They
// are sums over the fields, so the explanation is the score.
//
// Threads: const functions may be called from any threads at once; the others need the detector to themselves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guanxi/error.h"

namespace guanxi::match {

// What the records are.
enum class Kind : std::uint8_t { organisation, person, site };

// What a field says about its record. Numbers are stable.
enum class Role : std::uint8_t {
  organisation_name,  // legal or short name; parsed into region, brand, trade, legal form and branch
  other_name,         // a further name of the same: English, former, short
  person_name,        // family and given name in one field
  given_name,
  family_name,
  tax_id,             // two different valid ones veto
  identifier,         // a number that belongs to one record: social security, licence, membership
  phone,              // one or several
  email,
  website,
  date,               // of birth or foundation
  address,            // house number, street, unit, in one field
  street,             // a line of an address without the house number
  house_number,
  city,
  region,             // state, province
  postcode,
  category,           // trade, cuisine, type
};
inline constexpr std::size_t role_count = 18;
std::string_view name_of(Role role) noexcept;
std::optional<Role> role_named(std::string_view name) noexcept;

std::string_view name_of(Kind kind) noexcept;
std::optional<Kind> kind_named(std::string_view name) noexcept;

// How often two records agree at one degree: among records of the same thing (m), and among others (u).
struct Chance {
  double m = 0, u = 0;
};

// A field of the records. `label` is "Chinese|English", for the reasons; the name serves where it is empty.
struct FieldRule {
  std::string name;
  Role role = Role::category;
  std::string label{};
  // Instead of the ready chances: one for each degree of the role, from "differs" to "equal". Empty: the ready ones.
  std::vector<Chance> chances{};
  // Of telephones: the country of numbers that are written without one, as in ISO 3166 ("DE"). Empty: China, whose numbers are always known.
  // Those of other countries are, where knows_countries(); else they are compared as digits unless their country code stands before them.
  std::string country{};
};

// Whether this build has the telephone numbers of all countries (libphonenumber, GUANXI_PHONE).
bool knows_countries() noexcept;

// What the host declares, all of it data.
struct Configuration {
  Kind kind = Kind::organisation;
  std::vector<FieldRule> fields{};  // at most 16
  double same_at = 0;      // odds (log₂) from which two records count as the same
  double perhaps_at = 0;   // … from which they are worth a look
  double ready_matches = 0;  // how many records have a second one, in a thousand, before training
  Configuration& with(std::string field, Role role, std::string label = {});
};

// A configuration without fields, with thresholds and chances that serve untrained.
Configuration ready(Kind kind);

// Guesses the role of columns from their Chinese and English headers; none for a column that says nothing about identity, or
// might mislead (a fax of a share registrar is no fax of the company).
std::vector<std::optional<Role>> guess_roles(Kind kind, std::span<const std::string> headers);

// How one record stands to another.
enum class Verdict : std::uint8_t { different, perhaps, same_group, subsidiary, branch, same };
std::string_view name_of(Verdict verdict) noexcept;  // "same", "branch", "subsidiary", "same_group", "perhaps", "new"
std::string_view say(Verdict verdict, Language language) noexcept;

// One field's part in a score.
struct Reason {
  std::size_t field = 0;   // in Configuration::fields; fields.size() for the odds before any field is looked at
  std::uint8_t degree = 0;  // 0: differs; the highest: equal
  bool rare = false;       // what agrees is rare among the records
  double weight = 0;       // log₂ odds
};

using Number = std::uint32_t;  // of a record, in the order of add(), from 0

struct Match {
  Number record = 0;
  double score = 0;  // log₂ odds, the sum of the weights of its reasons
  Verdict verdict = Verdict::different;
};

struct Explanation {
  double score = 0;
  Verdict verdict = Verdict::different;
  std::vector<Reason> reasons{};  // those with a weight, the prior first
};

struct CheckOptions {
  std::size_t limit = 5;
  // Hits below this score are left out. Above the odds that two records have before any field is looked at, a check is several times as quick:
  // organisations that share no number, mailbox or site and little of their names are then no hits, whatever else adds up.
  double at_least = -std::numeric_limits<double>::infinity();
  // How much work one check may do: postings read and records compared. What was found by then is returned as partial. Beyond 24 records it
  // compares only where none of those fits well.
  std::size_t most_postings = 2048;
  std::size_t most_comparisons = 64;
  // … and so many more postings where none fits well and no score is asked for. By default none among a million records, most_postings more for each
  // further million, and seven times as many at the most.
  std::optional<std::size_t> further_postings{};
  Number except = std::numeric_limits<Number>::max();  // a record that is no hit: the one that is checked, before it is saved
};

struct Found {
  std::vector<Match> hits{};  // best first
  bool partial = false;     // the work allowed was not enough to look at everything
};

struct Pair {
  Number a = 0, b = 0;  // a < b
  double score = 0;
  Verdict verdict = Verdict::same;
};

struct Duplicates {
  std::vector<Pair> pairs{};            // ordered by a, b
  std::vector<Number> cluster{};        // of each record: the smallest record number of its cluster
  std::vector<Number> oversize{};       // clusters so large that each record is listed with the first one alone
  std::uint64_t compared = 0;         // pairs of records that were looked at, strangers by name included
};

struct BulkOptions {
  bool all = false;  // related and doubtful pairs too
  // Told how many records of how many are done, about a hundred times; false stops.
  std::function<bool(std::uint64_t done, std::uint64_t of)> progress{};
};

// What goes into a file beside the detector.
struct SaveOptions {
  std::uint64_t watermark = 0;            // the host's: what of its changes the file holds
  std::span<const std::byte> attached{};  // the host's too: which of its rows the records are, say
  std::string like{};                     // a new file may be read by those who may read this one
};

struct OpenedDetector;
// Values as they are compared: read once, they serve several functions of any detector of one configuration. Borrows nothing.
class Reading {
 public:
  // The values in the order of the configuration's fields, empty where there is none.
  Reading(const Configuration& configuration, std::span<const std::string_view> values);
  Reading(Reading&&) noexcept;
  Reading& operator=(Reading&&) noexcept;
  ~Reading();

 private:
  friend class Detector;
  friend class Newcomers;
  struct Content;
  std::unique_ptr<Content> content_;
};

class Detector {
 public:
  explicit Detector(Configuration configuration);
  Detector(Detector&&) noexcept;
  Detector& operator=(Detector&&) noexcept;
  ~Detector();

  Reading read(std::span<const std::string_view> values) const;

  // Takes a record: its values in the order of the configuration's fields, empty where there is none. Nothing of it is borrowed.
  Number add(const Reading& reading);
  Number add(std::span<const std::string_view> values) { return add(read(values)); }
  Number add(std::initializer_list<std::string_view> values) { return add(std::span(values.begin(), values.size())); }
  std::size_t size() const noexcept;  // numbers given out so far, those of removed records included

  // Another content for a record. What belonged to the old one is dropped when much of it has gathered.
  void update(Number record, std::span<const std::string_view> values);
  void update(Number record, std::initializer_list<std::string_view> values) { update(record, std::span(values.begin(), values.size())); }
  // The record is not found any more. Its number is not given to another; update() brings it back.
  void remove(Number record);
  bool has(Number record) const noexcept;

  // Makes what was added cheap to find, and counts what is rare. Once needed before the first check(); from then on check() sees
  // records from add() on, and settling happens by itself when many have come.
  void settle();

  // Learns the chances from the records themselves, without any labels: chances of others from random pairs, of the
  // same by expectation maximisation over counted patterns of agreement. Deterministic. Settles first.
  void train();
  // What train() has learnt, as text for the host to keep, since it does not follow from the records; empty before. Taking up another's, or
  // nothing, forgets one's own; false, and nothing changes, where it was learnt for other fields or by another version.
  std::string learnt() const;
  bool learn(std::string_view learnt);

  // The records that mean the same as these values, or may. Takes no latch and changes nothing.
  Found check(const Reading& reading, const CheckOptions& options) const;
  Found check(std::span<const std::string_view> values, const CheckOptions& options) const { return check(read(values), options); }
  Found check(std::initializer_list<std::string_view> values, const CheckOptions& options) const {
    return check(std::span(values.begin(), values.size()), options);
  }

  // How a record stands to others that the host has chosen, in their order and with the scores that a check would give them: for candidates of
  // its own, or to judge again after training. A record that was removed is different and has the score of two taken blindly. Numbers beyond size() are undefined.
  std::vector<Match> judge(const Reading& reading, std::span<const Number> others) const;

  Explanation explain(Number a, Number b) const;
  Explanation explain(const Reading& reading, Number b) const;
  // … two records that it need not have.
  Explanation explain(const Reading& a, const Reading& b) const;
  Explanation explain(std::span<const std::string_view> values, Number b) const { return explain(read(values), b); }
  // "tax id equal +18.3 · name equal, rare +9.1 · city differs −2.0"
  std::string say(const Explanation& explanation, Language language) const;

  // All pairs that mean the same, as clusters: who is the same as the same is the same, unless a chain would tie strangers
  // together. Settle (or train) first. Fails with `cancelled` where progress says so.
  Result<Duplicates> duplicates(const BulkOptions& options = {}) const;

  const Configuration& configuration() const noexcept;
  std::size_t bytes() const noexcept;  // of memory held for the records and their index, mapped or not

  // Writes everything to a file, as a whole or not at all, and opens it again: the file is mapped, its checksum compared, nothing
  // else read before it is needed. The file is a cache of the records: it serves on machines of one kind, and a later version may not read
  // it. open() fails with `not_found`, `corrupt` where a bit has changed, `conflict` where the file was made for other fields or by another
  // version; save() with `busy` where another is writing it; both with `io`. Removed records stay removed, numbers stay what they are.
  // save() settles first. While a detector lies in it a file is replaced (save() does that), never written to or cut.
  Result<void> save(const std::string& path, const SaveOptions& options = {});
  static Result<OpenedDetector> open(const std::string& path, Configuration configuration);

  struct State;  // the library's own

 private:
  friend class IndexFile;
  friend class Newcomers;
  std::unique_ptr<State> state_;
};

struct OpenedDetector {
  Detector detector;
  std::uint64_t watermark = 0;
  std::span<const std::byte> attached{};  // lies in the file: as long as the detector
};

// A detector kept beside the host's records: a file that is mapped, and a log of the changes since, at `path` and `path`-log.
//
//   auto index = match::IndexFile::open("customers.match", configuration);
//   for (const auto& change : changes_since(index->watermark())) index->put(change.id, change.values);   // everything, where it is 0
//   index->commit(last_change);
//
// The files are a cache: one that is missing, damaged, or of another configuration or version is no error but an index with the
// watermark 0, which the same loop fills. A crash tears at most changes behind the watermark.
//
// Threads: as a Detector. One process at a time writes; what others do to the files is undefined.
class IndexFile {
 public:
  enum class Begin : std::uint8_t { opened, missing, stale, damaged };

  // Fails with `io` only: a folder that is not there, a file that may not be read or written.
  static Result<IndexFile> open(const std::string& path, Configuration configuration);
  IndexFile(IndexFile&&) noexcept;
  IndexFile& operator=(IndexFile&&) noexcept;
  ~IndexFile();

  Begin began() const noexcept;               // what open() found
  std::uint64_t watermark() const noexcept;   // of the last commit; 0 before the first
  const Detector& detector() const noexcept;  // hits are numbers: id_of() says whose

  // Adds the record with the host's id, or gives it another content; takes it out. On disk with the next commit.
  void put(std::uint64_t id, std::span<const std::string_view> values);
  void put(std::uint64_t id, std::initializer_list<std::string_view> values) { put(id, std::span(values.begin(), values.size())); }
  void remove(std::uint64_t id);
  std::uint64_t id_of(Number record) const noexcept;  // of a number that the detector gave
  std::optional<Number> number_of(std::uint64_t id) const noexcept;

  // Appends the changes to the log, where a crash of the process leaves them; the loss of power may take the last ones, which the watermark
  // tells at the next open. A log that has grown long goes into a new file. Fails with `io` or `full`; the changes are found in memory all the same.
  Result<void> commit(std::uint64_t watermark);
  Result<void> compact();  // now
  void train();            // as Detector::train(); kept in the file by compact()

 private:
  struct State;
  explicit IndexFile(std::unique_ptr<State> state) noexcept;
  std::unique_ptr<State> state_;
};

}  // namespace guanxi::match
