// A search typed at random on a text written at random: what the index may not say is never said, whatever the bytes.
#include <cstdint>
#include <cstdlib>
#include <set>

#include "store/search/query.h"
#include "store/search/tokens.h"

using namespace guanxi::store::search;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool passes(const TokenTest& test, const std::set<std::string>& tokens) {
  const auto at = tokens.lower_bound(test.token);
  return at != tokens.end() && (test.prefix ? at->starts_with(test.token) : *at == test.token);
}

bool passes(const Term& term, const std::set<std::string>& tokens) {
  for (const auto& alternative : term.alternatives()) {
    bool all = true;
    for (const TokenTest& test : alternative) all = all && passes(test, tokens);
    if (all) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 400) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::size_t cut = data[0] % (bytes.size() + 1);
  const std::string_view typed = bytes.substr(0, cut), text = bytes.substr(cut);
  std::set<std::string> found;
  tokens(text, [&](std::string_view token) { return found.emplace(token), true; });
  const SearchQuery query(typed);
  const bool matches = query.matches(text);
  for (const Term& term : query.terms())
    if (matches) require(passes(term, found));
  require(!query.empty() || !matches);
  return 0;
}
