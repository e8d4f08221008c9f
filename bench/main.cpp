// bench [ACCOUNTS] [NAME…]: prints the table of RESULTS.md. ACCOUNTS is the size of the large store, 1,000,000 unless given.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "benchmarks.h"

using namespace guanxi::bench;

int main(int count, char** arguments) {
  std::vector<std::string> chosen(arguments + 1, arguments + count);
  std::uint64_t accounts = 1'000'000;
  if (!chosen.empty() && chosen[0].find_first_not_of("0123456789") == std::string::npos) {
    accounts = std::strtoull(chosen[0].c_str(), nullptr, 10);
    chosen.erase(chosen.begin());
  }
  Table table;
  const auto wanted = [&](const char* name) { return chosen.empty() || std::find(chosen.begin(), chosen.end(), name) != chosen.end(); };
  const auto run = [&](const char* name, auto&& benchmark) {
    if (!wanted(name)) return;
    fmt::print(stderr, "{} …\n", name);
    benchmark();
  };
  run("create", [&] { create_accounts(table); });
  run("read", [&] { get_and_page(table); });
  run("custom", [&] { custom_filter(table); });
  run("writers", [&] { many_writers(table); });
  run("large", [&] { large_store(table, accounts); });
  run("memory", [&] { memory_store(table, std::min<std::uint64_t>(accounts, 200'000)); });
  run("expr", [&] { expressions(table); });
  fmt::print("{}", table.markdown());
}
