// A program run beside the test, that is spoken to by lines and may be killed.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace guanxi {

class Process {
 public:
  // Starts `arguments[0]` with the rest as its arguments.
  explicit Process(const std::vector<std::string>& arguments);
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();  // kills it if it still runs

  // The next line that it wrote, without its end; nothing when it will write no more. A line cut off by a kill is dropped.
  std::optional<std::string> line();
  void close_input();

  void kill();        // at once, as by kill -9
  int wait();         // its exit code; -1 when it was killed

 private:
  pid_t id_ = -1;
  int input_ = -1, output_ = -1;
  std::string buffer_;
  std::optional<int> code_;
};

}  // namespace guanxi
