// Imports a file into a store, and is killed while it does: import_program STORE FILE ERRORS.
#include "guanxi/import.h"

int main(int count, char** arguments) {
  using namespace guanxi;
  if (count != 4) return 2;
  auto store = Store::open(arguments[1]);
  if (!store) return 3;
  auto session = store->session("admin");
  if (!session) return 4;
  ImportOptions options;
  options.key = "name";
  options.create_missing_references = true;
  options.batch = 13;
  options.error_file = arguments[3];
  const auto plan = plan_import(*session, arguments[2], options);
  if (!plan) return 5;
  return run_import(*session, *plan) ? 0 : 6;
}
