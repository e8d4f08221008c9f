// What subcommands declare about their arguments, and who reads them. CLI11 does the reading; help and error sentences are
// this program's own, because people read them in two languages.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "context.h"

namespace CLI {
class App;
}

namespace cli {

// One argument as the help shows it.
struct Shown {
  std::string name;      // "FILE", "--limit N"
  const Phrase* help;
};

// A subcommand being declared. Strings are borrowed: they are literals and phrases of sentences.h.
class Command {
 public:
  Command(CLI::App* app, const Phrase& help) : app_(app), help_(&help) {}

  Command& positional(const char* name, std::string& into, const Phrase& help, bool required = true);
  Command& positional(const char* name, std::int64_t& into, const Phrase& help);
  Command& rest(const char* name, std::vector<std::string>& into, const Phrase& help, bool required = true);
  // name "--limit", meaning "N".
  Command& option(const char* name, const char* meaning, std::string& into, const Phrase& help, bool required = false);
  Command& option(const char* name, const char* meaning, std::int64_t& into, const Phrase& help);
  Command& option(const char* name, const char* meaning, std::vector<std::string>& into, const Phrase& help);
  Command& flag(const char* name, bool& into, const Phrase& help);
  // "crm.db hengrui": what stands behind the command in its example. Several are shown below each other.
  Command& example(const char* arguments);
  // What it does, once the arguments are read; gives the exit code.
  void does(std::function<int()> work) { work_ = std::move(work); }

  // A command below this one: `user add`.
  Command& sub(const char* name, const Phrase& help);

 private:
  friend class CommandLine;
  CLI::App* app_;
  const Phrase* help_;
  std::vector<Shown> arguments_, options_;
  std::vector<const char*> examples_;
  std::function<int()> work_;
  std::vector<std::unique_ptr<Command>> subs_;
};

class CommandLine {
 public:
  explicit CommandLine(Context& c);
  ~CommandLine();

  void group(const Phrase& title);  // commands declared from here on stand under it
  Command& command(const char* name, const Phrase& help);

  // Reads the arguments and does what they say; gives the exit code.
  int run(int argc, char** argv);

 private:
  struct Group {
    const Phrase* title;
    std::vector<std::unique_ptr<Command>> commands;
  };
  const Command* chosen() const;
  std::string help() const;
  std::string help_of(const Command& command) const;
  std::string path_of(const Command& command) const;
  int fail(const Stop& stop) const;

  Context& c_;
  std::unique_ptr<CLI::App> app_;
  std::vector<Group> groups_;
};

}  // namespace cli
