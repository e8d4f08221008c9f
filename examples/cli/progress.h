// A bar on standard error for long work; nothing where that is no terminal.
#pragma once

#include <chrono>

#include "context.h"
#include "guanxi/import.h"

namespace cli {

// Ctrl-C asks the work to stop where it stands, in place of ending the program; for the time the object lives.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  static bool asked() noexcept;
};

class ProgressBar {
 public:
  explicit ProgressBar(const Context& c) : c_(c) {}
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // For the library's callbacks, which may not outlive this bar; they return false once the user asked to stop.
  Progress callback();
  std::function<bool(const ImportProgress&)> import_callback();

 private:
  bool due();
  void draw(double share, const std::string& behind);

  const Context& c_;
  Interrupt interrupt_;
  std::chrono::steady_clock::time_point drawn_{};
  bool shown_ = false;
};

}  // namespace cli
