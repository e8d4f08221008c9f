// What --help prints.
#include <CLI/App.hpp>
#include <algorithm>

#include "command_line.h"
#include "format.h"
#include "guanxi/text.h"
#include "sentences.h"

namespace cli {

namespace {

// Names in one column, what they mean in the other, broken to the page.
std::string listed(const Context& c, const std::vector<Shown>& lines) {
  std::size_t names = 0;
  for (const auto& line : lines) names = std::max(names, text::width(line.name));
  names = std::min<std::size_t>(names, 30);
  std::string out;
  for (const auto& line : lines) {
    auto lead = "  " + c.paint(Style::accent, line.name) + std::string(names > text::width(line.name) ? names - text::width(line.name) : 0, ' ') + "  ";
    if (text::width(line.name) > names) out += "  " + c.paint(Style::accent, line.name) + "\n", lead = std::string(names + 4, ' ');
    for (const auto& piece : wrap(c.pick(*line.help), c.page() - names - 4)) {
      out += lead + piece + "\n";
      lead.assign(names + 4, ' ');
    }
  }
  return out;
}

std::string titled(const Context& c, const Phrase& title, const std::string& body) {
  return body.empty() ? std::string() : "\n" + c.paint(Style::bold, c.pick(title)) + "\n" + body;
}

const std::vector<Shown>& common_options() {
  static const std::vector<Shown> options{
      {"--as LOGIN", &say::help_as}, {"--lang zh|en", &say::help_lang}, {"--json", &say::help_json},
      {"--color auto|always|never", &say::help_color}, {"-h, --help", &say::help_help},
  };
  return options;
}

const std::vector<Shown>& exit_codes() {
  static const std::vector<Shown> codes{
      {"0", &say::exit_ok}, {"1", &say::exit_refused}, {"2", &say::exit_usage},
      {"3", &say::exit_missing}, {"4", &say::exit_denied}, {"5", &say::exit_trouble},
  };
  return codes;
}

}  // namespace

std::string CommandLine::help() const {
  std::string out = c_.paint(Style::bold, c_.pick(say::what_it_is)) + "\n\n" + c_.pick(say::word_usage).data() + "  guanxi " + c_.pick(say::word_command).data() + " …\n";
  for (const auto& group : groups_) {
    std::vector<Shown> lines;
    for (const auto& command : group.commands) lines.push_back({command->app_->get_name(), command->help_});
    out += titled(c_, *group.title, listed(c_, lines));
  }
  out += titled(c_, say::word_common_options, listed(c_, common_options()));
  out += titled(c_, say::word_exit_codes, listed(c_, exit_codes()));
  return out + "\n" + std::string(c_.pick(say::help_footer)) + "\n";
}

std::string CommandLine::help_of(const Command& command) const {
  std::string out;
  for (const auto& line : wrap(c_.pick(*command.help_), c_.page())) out += line + "\n";
  auto usage = std::string(c_.pick(say::word_usage)) + "  " + path_of(command);
  for (const auto& argument : command.arguments_) usage += " " + argument.name;
  if (!command.options_.empty()) usage += " [" + std::string(c_.pick(say::word_options)) + "]";
  if (!command.subs_.empty()) usage += " " + std::string(c_.pick(say::word_command)) + " …";
  out += "\n";
  for (const auto& line : wrap(usage, c_.page())) out += line + "\n";
  std::vector<Shown> subs;
  for (const auto& sub : command.subs_) subs.push_back({sub->app_->get_name(), sub->help_});
  out += titled(c_, say::word_commands, listed(c_, subs));
  out += titled(c_, say::word_arguments, listed(c_, command.arguments_));
  out += titled(c_, say::word_options_title, listed(c_, command.options_));
  out += titled(c_, say::word_common_options, listed(c_, common_options()));
  std::string examples;
  for (const auto* example : command.examples_) examples += "  " + path_of(command) + " " + example + "\n";
  return out + titled(c_, command.examples_.size() > 1 ? say::word_examples : say::word_example, examples);
}

}  // namespace cli
