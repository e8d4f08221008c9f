// Prints how well the detector does: match_accuracy [SET [errors]].
#include <cstdio>

#include "accuracy.h"

int main(int count, char** arguments) {
  const guanxi::test::Corpora corpora;
  if (corpora.folder().empty()) {
    std::printf("There is no customers.tar.gz in %s; name its folder in GUANXI_CORPORA.\n", corpora.looked_in().c_str());
    return 0;
  }
  bool all_met = true;
  for (const auto& line : guanxi::test::measure_all(corpora.folder(), count > 1 ? arguments[1] : "")) {
    const bool met = line.figure >= line.goal;
    all_met = all_met && met;
    std::printf("%-62s %.4f  goal %.4f %s  (%s)\n", line.what.c_str(), line.figure, line.goal, met ? "met   " : "MISSED", line.detail.c_str());
    if (count > 2)
      for (const auto& error : line.errors) std::printf("  %s\n", error.c_str());
  }
  return all_met ? 0 : 1;
}
