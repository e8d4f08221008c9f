// The subcommands, one function a file.
#pragma once

#include "command_line.h"

namespace cli {

void add_init(CommandLine& line, const Context& c);
void add_import(CommandLine& line, const Context& c);
void add_export(CommandLine& line, const Context& c);
void add_find(CommandLine& line, const Context& c);
void add_card(CommandLine& line, const Context& c);
void add_check(CommandLine& line, const Context& c);
void add_matching(CommandLine& line, const Context& c);  // dedupe, lookup
void add_duplicates(CommandLine& line, const Context& c);  // duplicates, dismiss, merge, unmerge
void add_review(CommandLine& line, const Context& c);      // review, explain, train
void add_histories(CommandLine& line, const Context& c);  // timeline, history
void add_stats(CommandLine& line, const Context& c);
void add_work(CommandLine& line, const Context& c);       // mine, agenda, workload
void add_writing(CommandLine& line, const Context& c);    // add, update, archive, restore
void add_ownership(CommandLine& line, const Context& c);  // assign, handover, claim, release, suspend, reinstate
void add_people(CommandLine& line, const Context& c);     // user, department, role, grant
void add_fields(CommandLine& line, const Context& c);     // field, dictionary
void add_rules(CommandLine& line, const Context& c);      // feel, dmn
void add_filters(CommandLine& line, const Context& c);    // filter, segment, rule
void add_undo(CommandLine& line, const Context& c);
void add_keeping(CommandLine& line, const Context& c);    // backup, verify, info

}  // namespace cli
