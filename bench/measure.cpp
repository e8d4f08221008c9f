#include "measure.h"

#include <fmt/format.h>
#include <malloc.h>
#include <time.h>

#include <algorithm>

namespace guanxi::bench {

std::uint64_t sink = 0;

namespace {

double clock_seconds(clockid_t clock) {
  timespec t{};
  clock_gettime(clock, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

double cpu_seconds() { return clock_seconds(CLOCK_PROCESS_CPUTIME_ID); }
double thread_seconds() { return clock_seconds(CLOCK_THREAD_CPUTIME_ID); }
double wall_seconds() { return clock_seconds(CLOCK_MONOTONIC); }

std::size_t heap_bytes() {
  const auto info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

Pair compare(int rounds, std::int64_t pieces, const Work& ours, const Work& reference, bool wall) {
  const auto timed = [wall](const Work& work, int round) {
    const auto now = wall ? wall_seconds : cpu_seconds;
    const double start = now();
    work(round);
    return now() - start;
  };
  std::vector<double> our_times, their_times, ratios;
  for (int round = 0; round <= rounds; ++round) {
    const double a = timed(ours, round), b = timed(reference, round);
    if (round == 0) continue;
    our_times.push_back(a / static_cast<double>(pieces));
    their_times.push_back(b / static_cast<double>(pieces));
    ratios.push_back(a / b);
  }
  return {median(our_times), median(their_times), median(ratios)};
}

std::string show_time(double seconds) {
  if (seconds < 1e-6) return fmt::format("{:.0f} ns", seconds * 1e9);
  if (seconds < 1e-3) return fmt::format("{:.2f} µs", seconds * 1e6);
  if (seconds < 1) return fmt::format("{:.2f} ms", seconds * 1e3);
  return fmt::format("{:.2f} s", seconds);
}

std::string show_ratio(double ratio) { return fmt::format("{:.2f}", ratio); }

void Table::add(const std::string& what, const Pair& pair, const std::string& reference, const std::string& target) {
  lines_.push_back({what, show_time(pair.ours), reference + " " + show_time(pair.reference), show_ratio(pair.ratio), target});
}

void Table::note(const std::string& what, const std::string& figure, const std::string& target) {
  lines_.push_back({what, figure, "", "", target});
}

std::string Table::markdown() const {
  std::string out = "| what | ours | reference | ratio | target |\n|---|---|---|---|---|\n";
  for (const Line& line : lines_)
    out += fmt::format("| {} | {} | {} | {} | {} |\n", line.what, line.ours, line.reference, line.ratio, line.target);
  return out;
}

}  // namespace guanxi::bench
