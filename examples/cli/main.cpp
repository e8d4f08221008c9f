// guanxi: the library on the command line. Each file declares its subcommands and does what they say.
#include "command_line.h"
#include "commands.h"
#include "screen.h"
#include "sentences.h"

int main(int argc, char** argv) {
  auto c = cli::look_around();
  cli::language_from_arguments(c, argc, argv);
  cli::CommandLine line(c);

  line.group(cli::say::group_start);
  cli::add_init(line, c);
  cli::add_import(line, c);
  cli::add_export(line, c);
  line.group(cli::say::group_look);
  cli::add_find(line, c);
  cli::add_card(line, c);
  cli::add_check(line, c);
  cli::add_matching(line, c);
  cli::add_duplicates(line, c);
  cli::add_review(line, c);
  cli::add_histories(line, c);
  cli::add_stats(line, c);
  line.group(cli::say::group_day);
  cli::add_work(line, c);
  cli::add_writing(line, c);
  cli::add_ownership(line, c);
  line.group(cli::say::group_people);
  cli::add_people(line, c);
  cli::add_fields(line, c);
  line.group(cli::say::group_rules);
  cli::add_filters(line, c);
  cli::add_rules(line, c);
  line.group(cli::say::group_keep);
  cli::add_undo(line, c);
  cli::add_keeping(line, c);
  return line.run(argc, argv);
}
