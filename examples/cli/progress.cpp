#include "progress.h"

#include <algorithm>
#include <csignal>
#include <cstdio>

#include "bars.h"
#include "format.h"
#include "sentences.h"

namespace cli {

namespace {
volatile std::sig_atomic_t interrupted = 0;
extern "C" void note_interrupt(int) { interrupted = 1; }
}  // namespace

Interrupt::Interrupt() { std::signal(SIGINT, note_interrupt); }
Interrupt::~Interrupt() { std::signal(SIGINT, SIG_DFL); }
bool Interrupt::asked() noexcept { return interrupted != 0; }

ProgressBar::~ProgressBar() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

bool ProgressBar::due() {
  const auto now = std::chrono::steady_clock::now();
  if (!c_.progress || now - drawn_ < std::chrono::milliseconds(100)) return false;
  drawn_ = now;
  return true;
}

void ProgressBar::draw(double share, const std::string& behind) {
  constexpr std::size_t columns = 24;
  const auto drawn = pad(bar(share, columns), columns);
  const auto line = "  " + drawn + " " + pad(percent(share), 5, true) + "  " + behind;
  std::fprintf(stderr, "\r%s\x1b[K", cut(line, c_.page() - 1).c_str());
  std::fflush(stderr);
  shown_ = true;
}

Progress ProgressBar::callback() {
  return [this](std::uint64_t done, std::uint64_t total) {
    const auto share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0;
    if (due()) draw(share, grouped(static_cast<std::int64_t>(done)));
    return !Interrupt::asked();
  };
}

std::function<bool(const ImportProgress&)> ProgressBar::import_callback() {
  return [this](const ImportProgress& p) {
    const auto share = p.total_bytes > 0 ? static_cast<double>(p.bytes) / static_cast<double>(p.total_bytes) : 0;
    if (due())
      draw(share, c_.say(say::import_progress, {grouped(static_cast<std::int64_t>(p.rows)), grouped(static_cast<std::int64_t>(p.rows_per_second)),
                                                duration(p.seconds_left, c_.language), grouped(static_cast<std::int64_t>(p.refused))}));
    return !Interrupt::asked();
  };
}

}  // namespace cli
