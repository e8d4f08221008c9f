// The figures behind `guanxi stats`, ready to be drawn on a terminal, as a page or as JSON.
#pragma once

#include <string>
#include <vector>

#include "context.h"

namespace cli {

struct Slice {
  std::string code;
  std::string label;
  std::int64_t count = 0;
  std::vector<Money> sums;
  double length = 0;            // what the bar stands for; below 0: it has none
  bool rest = false;            // "others" and "not set"
  Style tint = Style::accent;   // good: won, bad: lost
};

struct Chart {
  std::string id;
  std::string title;
  std::string note;
  std::vector<Slice> slices;
  std::int64_t total = 0;
  bool by_amount = false;       // bars stand for amounts, not counts
};

struct Month {
  int year = 0, month = 0;
  std::string label;            // "Nov", "11月"
  double length = 0;
  std::string value;            // "1.2k"
};

struct MonthChart {
  std::string id;
  std::string title;
  std::string note;
  std::vector<Month> months;    // the last 12, oldest first
};

struct Figure {
  std::string id;
  std::string label;
  std::string value;
  std::string note;
  double number = 0;
};

struct Statistics {
  std::vector<Figure> figures;
  std::vector<Chart> charts;
  std::vector<MonthChart> months;
};

Statistics gather(const Context& c, Session& session);

}  // namespace cli
