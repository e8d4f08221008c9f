#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "match/cluster/clusters.h"
#include "match/score/edit.h"
#include "seed.h"

using namespace guanxi::match;

namespace {

// By the book: the whole table.
std::size_t plain_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j - 1] + (a[i - 1] != b[j - 1]), d[i - 1][j] + 1, d[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

}  // namespace

TEST_CASE("distances are those of the whole table, up to their limit") {
  auto random = seeded_random();
  const auto word = [&] {
    std::string out(random() % 10, 'a');
    for (char& c : out) c = static_cast<char>('a' + random() % 3);
    return out;
  };
  for (int i = 0; i < 20'000; ++i) {
    const auto a = word(), b = word();
    const std::size_t limit = 1 + random() % 4;
    INFO(a << " " << b << " " << limit);
    REQUIRE(distance(a, b, limit) == std::min(plain_distance(a, b), limit + 1));
  }
}

TEST_CASE("who is the same as the same is the same") {
  Clusters clusters(5);
  clusters.join({{0, 1, 9}, {1, 2, 8}}, [](Number, Number) { return 5.0; });
  CHECK(clusters.smallest() == std::vector<Number>{0, 0, 0, 3, 4});
  REQUIRE(clusters.groups().size() == 1);
  CHECK(clusters.groups()[0] == std::vector<Number>{0, 1, 2});
}

TEST_CASE("a bridge does not tie strangers together") {
  // 2 and 3 agree; everybody else of the two groups does not.
  const auto fit = [](Number a, Number b) {
    const auto low = std::min(a, b), high = std::max(a, b);
    if (low == 2 && high == 3) return 1.0;
    return (low < 3) == (high < 3) ? 9.0 : -20.0;
  };
  Clusters clusters(6);
  clusters.join({{0, 1, 9}, {1, 2, 9}, {3, 4, 9}, {4, 5, 9}, {2, 3, 1}}, fit);
  CHECK(clusters.smallest() == std::vector<Number>{0, 0, 0, 3, 3, 3});
}

TEST_CASE("distances count insertions, deletions, substitutions and swaps") {
  CHECK(distance("smith", "smith", 3) == 0);
  CHECK(distance("smith", "smiht", 3) == 1);
  CHECK(distance("smith", "smth", 3) == 1);
  CHECK(distance("kitten", "sitting", 3) == 3);
  CHECK(distance("", "abc", 5) == 3);
  CHECK(distance("abcdef", "uvwxyz", 2) == 3);
  CHECK(jaro_winkler("martha", "marhta") == doctest::Approx(0.9611).epsilon(0.001));
  CHECK(jaro_winkler("dixon", "dicksonx") == doctest::Approx(0.8133).epsilon(0.001));
  CHECK(jaro_winkler("", "a") == 0);
}
