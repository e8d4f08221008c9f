// Accuracy that must not drop, on customers' files whose truth is known.
#include <doctest/doctest.h>

#include "accuracy.h"

TEST_CASE("accuracy on real files stays above its floor") {
  const guanxi::test::Corpora corpora;
  if (corpora.folder().empty()) {
    MESSAGE("Skipped: there is no customers.tar.gz in " << corpora.looked_in() << "; name its folder in GUANXI_CORPORA.");
    return;
  }
  const auto lines = guanxi::test::measure_all(corpora.folder());
  REQUIRE(lines.size() >= 10);
  for (const auto& line : lines) {
    CAPTURE(line.what);
    CAPTURE(line.detail);
    CHECK(line.figure >= line.floor);
  }
}
