#include "context.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "sentences.h"

namespace cli {

std::string Context::paint(Style style, std::string_view text) const {
  static constexpr std::string_view codes[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[32m", "\x1b[31m", "\x1b[33m"};
  const auto code = codes[static_cast<std::size_t>(style)];
  if (!color || code.empty() || text.empty()) return std::string(text);
  return std::string(code).append(text).append("\x1b[0m");
}

Exit exit_for(Code code) noexcept {
  switch (code) {
    case Code::not_found: return missing;
    case Code::denied: return denied;
    case Code::busy:
    case Code::corrupt:
    case Code::io:
    case Code::full:
    case Code::unsupported:
    case Code::too_new:
    case Code::not_a_database:
    case Code::forked:
    case Code::memory:
    case Code::host:
    case Code::internal: return trouble;
    case Code::invalid:
    case Code::duplicate:
    case Code::conflict:
    case Code::cancelled:
    case Code::limit:
    case Code::misuse: return refused;
  }
  return trouble;
}

namespace {

// The login of the one user who may do everything.
std::string only_administrator(const Context& c, Store& store) {
  auto system = store.system_session("who administers this store", c.language);
  const auto page = need(c, system.find<User>(User.administrator == true, {.limit = 20}));
  std::string logins;
  int active = 0;
  for (const auto& row : page.rows) {
    if (row[User.status] == "left" || row[User.status] == "frozen") continue;
    logins.append(active++ == 0 ? "" : ", ").append(row[User.login]);
  }
  if (active == 1) return logins;
  if (active == 0) throw Stop{usage, c.say(say::no_administrator), "invalid"};
  throw Stop{usage, c.say(say::several_administrators, {logins}), "invalid"};
}

}  // namespace

Opened open(const Context& c, const std::string& path) {
  auto store = need(c, Store::open(path));
  const auto login = c.as.empty() ? only_administrator(c, store) : c.as;
  auto session = need(c, store.session(login, c.language));
  return {std::move(store), std::move(session)};
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print_line(std::string_view text) {
  print(text);
  print("\n");
}

void print_json(const nlohmann::ordered_json& json) {
  print_line(json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

}  // namespace cli
