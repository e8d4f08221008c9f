// What every subcommand knows: the language, the screen, and who asks.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "guanxi/session.h"
#include "phrase.h"

namespace cli {

// Exit codes, as `guanxi --help` lists them.
enum Exit : int { ok = 0, refused = 1, usage = 2, missing = 3, denied = 4, trouble = 5 };

// How a piece of text stands out on a terminal.
enum class Style { plain, bold, faint, accent, good, bad, warn };

struct Context {
  Language language = Language::english;
  std::string as;          // login; empty: the only administrator
  bool json = false;
  bool color = false;      // on standard output
  bool terminal = false;   // standard output is one
  bool progress = false;   // standard error is one: progress bars may be drawn
  bool ask = false;        // somebody can answer a question
  std::size_t width = 0;   // columns of the screen; 0: no limit

  bool chinese() const noexcept { return language == Language::chinese; }
  std::string_view pick(const Phrase& phrase) const noexcept { return phrase.in(language); }
  std::string say(const Phrase& phrase, std::initializer_list<std::string_view> arguments = {}) const {
    return fill(phrase.in(language), arguments);
  }
  std::string paint(Style style, std::string_view text) const;
  // Columns for things that are laid out to a width: the screen's, or 80.
  std::size_t page() const noexcept { return width == 0 ? 80 : width < 40 ? 40 : width; }
};

// What ends a subcommand early. Thrown by this program's own code, never by the library.
struct Stop {
  int exit;
  std::string sentence;
  std::string code;  // stable name, for --json
};

// The code with which the command ends on this error.
Exit exit_for(Code code) noexcept;

// The value, or the end of the subcommand.
template <class T>
T need(const Context& c, Result<T> result) {
  if (!result) throw Stop{exit_for(result.error().code()), result.error().text(c.language), std::string(name_of(result.error().code()))};
  return std::move(result).value();
}
inline void need(const Context& c, Result<void> result) {
  if (!result) throw Stop{exit_for(result.error().code()), result.error().text(c.language), std::string(name_of(result.error().code()))};
}

// The session must end before its store: members are destroyed from last to first.
struct Opened {
  Store store;
  Session session;
};

// Opens the store as the user of --as, or as its only administrator.
Opened open(const Context& c, const std::string& path);

// Standard output.
void print(std::string_view text);
void print_line(std::string_view text = {});
void print_json(const nlohmann::ordered_json& json);

}  // namespace cli
