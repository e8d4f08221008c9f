#include "match/index/records.h"

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

void Records::add(const Profile& profile) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < domains_.size(); ++i) {
    lengths_.push_back(static_cast<std::uint8_t>(profile.ends[i] - at));
    for (; at < profile.ends[i]; ++at) {
      const auto term = terms_.intern(domains_[i], profile.tokens[at].text);
      terms_.count(term);
      items_.emplace_back(term, profile.tokens[at].part);
    }
  }
  begins_.push_back(static_cast<std::uint32_t>(items_.size()));
}

Coded Records::code(const Profile& profile) const {
  Coded out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < domains_.size(); ++i)
    for (; at < profile.ends[i]; ++at) {
      auto term = terms_.find(domains_[i], profile.tokens[at].text);
      if (term == no_term) {
        term = static_cast<TermId>(terms_.size() + out.unknown.size());
        out.unknown.push_back(profile.tokens[at].text);
      }
      out.items.emplace_back(term, profile.tokens[at].part);
    }
  out.view = {out.items.data(), profile.ends};
  return out;
}

RecordView Records::view(std::uint32_t record) const noexcept {
  RecordView out;
  out.items = items_.data() + begins_[record];
  const auto* lengths = lengths_.data() + record * domains_.size();
  std::uint16_t end = 0;
  for (std::size_t i = 0; i < most_fields; ++i) {
    if (i < domains_.size()) end = static_cast<std::uint16_t>(end + lengths[i]);
    out.ends[i] = end;
  }
  return out;
}

std::size_t Records::bytes() const noexcept {
  return terms_.bytes() + items_.capacity() * sizeof(Item) + begins_.capacity() * sizeof(std::uint32_t) + lengths_.capacity();
}

}  // namespace guanxi::match
