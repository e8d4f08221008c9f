#include "screen.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

#include "sentences.h"

namespace cli {

namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? std::string_view(value) : std::string_view();
}

Language spoken() {
  for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto value = environment(name);
    if (!value.empty()) return value.starts_with("zh") ? Language::chinese : Language::english;
  }
  return Language::english;
}

std::size_t screen_width(bool terminal) {
  const auto columns = environment("COLUMNS");
  if (!columns.empty()) return static_cast<std::size_t>(std::strtoul(std::string(columns).c_str(), nullptr, 10));
  winsize size{};
  return terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

Context look_around() {
  Context c;
  c.language = spoken();
  c.terminal = isatty(STDOUT_FILENO) == 1;
  c.progress = isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb";
  c.ask = c.terminal && isatty(STDIN_FILENO) == 1;
  c.color = c.terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  c.width = screen_width(c.terminal);
  return c;
}

void set_language(Context& c, std::string_view lang) {
  if (lang == "zh" || lang == "中文") {
    c.language = Language::chinese;
  } else if (lang == "en") {
    c.language = Language::english;
  } else {
    throw Stop{usage, c.say(say::unknown_language, {lang}), "usage"};
  }
}

void set_color(Context& c, std::string_view when) {
  if (when == "always" || when == "never") {
    c.color = when == "always";
  } else if (when != "auto") {
    throw Stop{usage, c.say(say::unknown_color, {when}), "usage"};
  }
}

void language_from_arguments(Context& c, int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument(argv[i]);
    if (argument == "--lang=zh" || (argument == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "zh")) c.language = Language::chinese;
    if (argument == "--lang=en" || (argument == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "en")) c.language = Language::english;
  }
}

}  // namespace cli
