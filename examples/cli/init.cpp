// guanxi init
#include <nlohmann/json.hpp>

#include "commands.h"
#include "sentences.h"

namespace cli {

namespace {

struct InitArguments {
  std::string file, admin, name;
};

int run(const Context& c, const InitArguments& a) {
  need(c, Store::create(a.file, {.name = a.name.empty() ? a.admin : a.name, .login = a.admin}));
  if (c.json) {
    print_json({{"created", a.file}, {"administrator", a.admin}});
    return ok;
  }
  print_line(c.paint(Style::good, "✓ ") + c.say(say::created_store, {a.file, a.admin}));
  print_line(c.paint(Style::faint, c.say(say::next_import, {a.file})));
  return ok;
}

}  // namespace

void add_init(CommandLine& line, const Context& c) {
  auto a = std::make_shared<InitArguments>();
  line.command("init", say::help_init)
      .positional("FILE", a->file, say::arg_new_file)
      .option("--admin", "LOGIN", a->admin, say::opt_admin, true)
      .option("--name", "N", a->name, say::opt_admin_name)
      .example("crm.db --admin admin")
      .does([&c, a] { return run(c, *a); });
}

}  // namespace cli
