#include "match/index/records.h"

#include <algorithm>

#include "match/normalize/words.h"

namespace guanxi::match {

char domain_of(Role role) noexcept {
  switch (role) {
    case Role::organisation_name:
    case Role::other_name: return 'n';
    case Role::person_name:
    case Role::given_name:
    case Role::family_name: return 'p';
    case Role::address:
    case Role::street: return 'a';
    default: return static_cast<char>('A' + static_cast<int>(role));
  }
}

Records::Records(std::span<const FieldRule> fields) {
  for (const auto& field : fields) domains_.push_back(domain_of(field.role));
}

// Of each token; where its term stands is fetched on the way.
std::vector<std::uint64_t> Records::hashes(const Profile& profile) const {
  std::vector<std::uint64_t> out;
  out.reserve(profile.tokens.size());
  for (std::size_t i = 0; i < domains_.size(); ++i)
    while (out.size() < profile.ends[i]) {
      out.push_back(Terms::hash(domains_[i], profile.tokens[out.size()].text));
      terms_.prepare(out.back());
    }
  return out;
}

// The items of a profile, and how many each field has.
void Records::append_items(const Profile& profile, std::uint8_t* lengths) {
  const auto hashed = hashes(profile);
  std::size_t at = 0;
  for (std::size_t i = 0; i < domains_.size(); ++i) {
    lengths[i] = static_cast<std::uint8_t>(profile.ends[i] - at);
    for (; at < profile.ends[i]; ++at) {
      const auto& token = profile.tokens[at];
      const auto term = terms_.intern(hashed[at], domains_[i], token.text);
      terms_.count(term);
      items_.push_back({term, token.part, is_han(token)});
    }
  }
}

void Records::add(const Profile& profile) {
  std::array<std::uint8_t, most_fields> lengths{};
  begins_.push_back(static_cast<std::uint32_t>(items_.size()));
  append_items(profile, lengths.data());
  lengths_.append(std::span(lengths).first(domains_.size()));
}

void Records::forget(std::uint32_t record) {
  const auto before = view(record);
  for (const auto item : Items(before.items, before.items + before.ends.back())) terms_.uncount(item.term());
  ++replaced_;
}

void Records::replace(std::uint32_t record, const Profile& profile) {
  if (has(record)) forget(record);
  else --removed_;
  const auto begin = static_cast<std::uint32_t>(items_.size());
  std::array<std::uint8_t, most_fields> lengths{};
  append_items(profile, lengths.data());
  begins_[record] = begin;
  for (std::size_t i = 0; i < domains_.size(); ++i) lengths_[record * domains_.size() + i] = lengths[i];
}

void Records::remove(std::uint32_t record) {
  if (!has(record)) return;
  forget(record);
  begins_[record] = gone;
  ++removed_;
}

void Records::compact() {
  Column<Item> kept;
  for (std::uint32_t record = 0; record < size(); ++record) {
    if (!has(record)) continue;
    const auto old = view(record);
    begins_[record] = static_cast<std::uint32_t>(kept.size());
    kept.append({old.items, old.items + old.ends.back()});
  }
  items_ = std::move(kept);
  replaced_ = 0;
}

bool Records::fit() const noexcept {
  const auto items = items_.size();
  return terms_.fit() && lengths_.size() == begins_.size() * domains_.size() && items < gone;
}

void Records::recount() noexcept {
  removed_ = 0;
  for (std::size_t i = 0; i < size(); ++i) removed_ += begins_[i] == gone ? 1 : 0;
}

Item Records::item(const Token& token, std::uint64_t hash, char domain, std::vector<std::string>& unknown) const {
  auto term = terms_.find(hash, domain, token.text);
  if (term == no_term) {
    const auto known = std::find(unknown.begin(), unknown.end(), token.text);
    term = static_cast<TermId>(terms_.size() + static_cast<std::size_t>(known - unknown.begin()));
    if (known == unknown.end()) unknown.push_back(token.text);
  }
  return {term, token.part, is_han(token)};
}

Coded Records::code(const Profile& profile, std::vector<std::string>& unknown) const {
  Coded out;
  const auto hashed = hashes(profile);
  out.items.reserve(hashed.size());
  std::size_t at = 0;
  for (std::size_t i = 0; i < domains_.size(); ++i)
    for (; at < profile.ends[i]; ++at) out.items.push_back(item(profile.tokens[at], hashed[at], domains_[i], unknown));
  out.view = {out.items.data(), profile.ends};
  return out;
}

Coded Records::code(const Profile& profile, std::vector<std::string>& unknown, char domain) const {
  Coded out;
  out.items.reserve(profile.tokens.size());
  std::size_t at = 0;
  for (std::size_t i = 0; i < most_fields; ++i) {
    for (; i < domains_.size() && at < profile.ends[i]; ++at)
      if (domains_[i] == domain) out.items.push_back(item(profile.tokens[at], Terms::hash(domain, profile.tokens[at].text), domain, unknown));
    out.view.ends[i] = static_cast<std::uint16_t>(out.items.size());
  }
  out.view.items = out.items.data();
  return out;
}

RecordView Records::view(std::uint32_t record) const noexcept {
  RecordView out;
  if (begins_[record] == gone) return out;
  out.items = items_.at(begins_[record]);
  const auto* lengths = lengths_.at(record * domains_.size());
  std::uint16_t end = 0;
  for (std::size_t i = 0; i < domains_.size(); ++i) out.ends[i] = end = static_cast<std::uint16_t>(end + lengths[i]);
  std::fill(out.ends.begin() + static_cast<std::ptrdiff_t>(domains_.size()), out.ends.end(), end);
  return out;
}

std::size_t Records::bytes() const noexcept { return terms_.bytes() + items_.bytes() + begins_.bytes() + lengths_.bytes(); }

}  // namespace guanxi::match
