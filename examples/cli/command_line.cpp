#include "command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "screen.h"
#include "sentences.h"

namespace cli {

Command& Command::positional(const char* name, std::string& into, const Phrase& help, bool required) {
  app_->add_option(name, into)->required(required);
  arguments_.push_back({required ? name : "[" + std::string(name) + "]", &help});
  return *this;
}

Command& Command::positional(const char* name, std::int64_t& into, const Phrase& help) {
  app_->add_option(name, into)->required();
  arguments_.push_back({name, &help});
  return *this;
}

Command& Command::rest(const char* name, std::vector<std::string>& into, const Phrase& help, bool required) {
  app_->add_option(name, into)->required(required);
  arguments_.push_back({(required ? name : "[" + std::string(name) + "]") + std::string("…"), &help});
  return *this;
}

Command& Command::option(const char* name, const char* meaning, std::string& into, const Phrase& help, bool required) {
  app_->add_option(name, into)->required(required);
  options_.push_back({std::string(name) + " " + meaning, &help});
  return *this;
}

Command& Command::option(const char* name, const char* meaning, std::int64_t& into, const Phrase& help) {
  app_->add_option(name, into);
  options_.push_back({std::string(name) + " " + meaning, &help});
  return *this;
}

// One value each time the option is given, so that it does not swallow what stands behind it.
Command& Command::option(const char* name, const char* meaning, std::vector<std::string>& into, const Phrase& help) {
  app_->add_option(name, into)->type_size(1)->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  options_.push_back({std::string(name) + " " + meaning + " …", &help});
  return *this;
}

Command& Command::flag(const char* name, bool& into, const Phrase& help) {
  app_->add_flag(name, into);
  options_.push_back({name, &help});
  return *this;
}

Command& Command::example(const char* arguments) {
  examples_.push_back(arguments);
  return *this;
}

Command& Command::sub(const char* name, const Phrase& help) {
  auto* app = app_->add_subcommand(name)->fallthrough();
  app_->require_subcommand(1);
  subs_.push_back(std::make_unique<Command>(app, help));
  return *subs_.back();
}

CommandLine::CommandLine(Context& c) : c_(c), app_(std::make_unique<CLI::App>("", "guanxi")) {
  app_->fallthrough();
  app_->require_subcommand(1);
  app_->set_help_flag("--help,-h");
  app_->add_option("--as", c.as);
  app_->add_option_function<std::string>("--lang", [&c](const std::string& lang) { set_language(c, lang); });
  app_->add_flag("--json", c.json);
  app_->add_option_function<std::string>("--color", [&c](const std::string& when) { set_color(c, when); });
  app_->add_flag_callback("--version", [] { throw CLI::CallForVersion(); });
}

CommandLine::~CommandLine() = default;

void CommandLine::group(const Phrase& title) { groups_.push_back({&title, {}}); }

Command& CommandLine::command(const char* name, const Phrase& help) {
  auto& commands = groups_.back().commands;
  commands.push_back(std::make_unique<Command>(app_->add_subcommand(name)->fallthrough(), help));
  return *commands.back();
}

const Command* CommandLine::chosen() const {
  const Command* found = nullptr;
  for (const auto& group : groups_)
    for (const auto& command : group.commands)
      if (command->app_->parsed()) found = command.get();
  if (found == nullptr) return nullptr;
  for (const auto& sub : found->subs_)
    if (sub->app_->parsed()) return sub.get();
  return found;
}

std::string CommandLine::path_of(const Command& command) const {
  std::string path;
  for (const auto* app = command.app_; app != nullptr && app->get_parent() != nullptr; app = app->get_parent())
    path = " " + app->get_name() + path;
  return "guanxi" + path;
}

namespace {

// What CLI11 has to say, in this program's words.
std::string sentence(const Context& c, const CLI::ParseError& error, const std::vector<std::string>& unknown) {
  const std::string what = error.what();
  if (!unknown.empty()) return c.say(say::argument_unknown, {unknown.front()});
  if (error.get_name() == "RequiredError") {
    const auto end = what.find(" is required");
    const auto name = what.substr(0, end);
    return name == "A subcommand" ? c.say(say::no_command) : c.say(say::argument_missing, {name});
  }
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError)) return c.say(say::argument_unknown, {what.substr(what.find(": ") + 2)});
  if (error.get_name() == "ArgumentMismatch") return c.say(say::value_missing, {what.substr(0, what.find(':'))});
  if (error.get_name() == "ConversionError") return c.say(say::value_unreadable, {what.substr(what.find(": ") + 2)});
  return what;
}

}  // namespace

int CommandLine::fail(const Stop& stop) const {
  std::cout.flush();
  std::cerr << "guanxi: " << stop.sentence << "\n";
  if (c_.json) print_json({{"error", {{"code", stop.code}, {"message", stop.sentence}, {"exit", stop.exit}}}});
  return stop.exit;
}

int CommandLine::run(int argc, char** argv) {
  try {
    app_->parse(argc, argv);
    return chosen()->work_();
  } catch (const CLI::CallForHelp&) {
    const auto* command = chosen();
    print(command == nullptr ? help() : help_of(*command));
    return ok;
  } catch (const CLI::CallForVersion&) {
    print_line("guanxi " + std::string(version()));
    return ok;
  } catch (const CLI::ParseError& error) {
    const auto* command = chosen();
    const auto path = command == nullptr ? "guanxi" : path_of(*command);
    return fail({usage, c_.say(say::see_help, {sentence(c_, error, app_->remaining(true)), path}), "usage"});
  } catch (const Stop& stop) {
    return fail(stop);
  } catch (const std::exception& error) {
    return fail({trouble, c_.say(say::fault, {error.what()}), "internal"});
  }
}

}  // namespace cli
