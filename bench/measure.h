// Fair figures on a noisy machine: CPU time of this process, ours and the reference in turn, the median ratio of the pairs.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace guanxi::bench {

double cpu_seconds();   // of this process, all threads
double thread_seconds();  // CPU time of this thread alone
double wall_seconds();
std::size_t heap_bytes();  // allocated now

// The same amount of work done in both ways.
struct Pair {
  double ours = 0;       // seconds per piece of work, median
  double reference = 0;
  double ratio = 0;      // median of ours / reference, pair by pair
};

// What is timed adds to it, so that no compiler leaves the work out.
extern std::uint64_t sink;

// Runs both `rounds` times in turn, after one turn that is not counted. Each call gets the round's number and does
// `pieces` pieces of work. With `wall`, by the clock on the wall.
using Work = std::function<void(int round)>;
Pair compare(int rounds, std::int64_t pieces, const Work& ours, const Work& reference, bool wall = false);

// One line of the table.
struct Line {
  std::string what;
  std::string ours;
  std::string reference;
  std::string ratio;
  std::string target;
};

std::string show_time(double seconds);  // "12.3 µs"
std::string show_ratio(double ratio);   // "1.07"

// All lines as a Markdown table.
class Table {
 public:
  void add(Line line) { lines_.push_back(std::move(line)); }
  void add(const std::string& what, const Pair& pair, const std::string& reference, const std::string& target);
  void note(const std::string& what, const std::string& figure, const std::string& target);
  std::string markdown() const;

 private:
  std::vector<Line> lines_;
};

}  // namespace guanxi::bench
