#include "server.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

namespace guanxi::test {
namespace {

const std::string programs = GUANXI_POSTGRES_PROGRAMS;  // the folder of initdb and postgres

// The server refuses to run as root.
void step_down(const passwd* user) {
  if (user == nullptr) return;
  if (setgroups(0, nullptr) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0) _exit(70);
}

pid_t started(const passwd* user, const std::filesystem::path& folder, std::vector<std::string> command) {
  const pid_t child = fork();
  if (child != 0) return child;
  step_down(user);
  const int log = open((folder / "log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  dup2(log, 1);
  dup2(log, 2);
  if (chdir(folder.c_str()) != 0) _exit(71);
  setenv("HOME", folder.c_str(), 1);
  std::vector<char*> arguments;
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  execv(arguments[0], arguments.data());
  _exit(72);
}

bool ended_well(pid_t child) {
  int status = 0;
  return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// Makes the database and serves it until nobody holds the other end of the lifeline.
void watch(const passwd* user, const std::filesystem::path& folder, int lifeline) {
  setsid();
  const std::string data = (folder / "data").string();
  if (ended_well(started(user, folder, {programs + "/initdb", "-D", data, "-U", "guanxi", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"}))) {
    const pid_t server = started(user, folder, {programs + "/postgres", "-D", data, "-k", folder.string(), "-c", "listen_addresses=", "-c", "fsync=off",
                                                "-c", "max_connections=5", "-c", "autovacuum=off", "-c", "jit=off"});
    char nothing;
    while (read(lifeline, &nothing, 1) > 0) {
    }
    // Again and again: a server that is only starting may not hear it yet.
    for (int tries = 0; waitpid(server, nullptr, WNOHANG) == 0; ++tries) {
      kill(server, tries < 100 ? SIGQUIT : SIGKILL);
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  _exit(0);
}

// A value as the server reads it.
std::string sent_as(const Value& value) {
  if (!value.is_set()) return {};
  if (!value.has_bytes()) return std::to_string(value.integer);
  if (value.type != Type::id) return std::string(value.view());
  static constexpr char digits[] = "0123456789abcdef";
  std::string out = "\\x";
  for (const char c : value.view()) {
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[c & 15];
  }
  return out;
}

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

PostgresServer::PostgresServer() {
  std::string folder = (std::filesystem::temp_directory_path() / "guanxi-postgres-XXXXXX").string();
  int ends[2];
  if (mkdtemp(folder.data()) == nullptr || pipe2(ends, O_CLOEXEC) != 0) {
    fault_ = "there is no temporary folder";
    return;
  }
  folder_ = folder;
  const passwd* const user = geteuid() == 0 ? getpwnam("nobody") : nullptr;
  if (user != nullptr && chown(folder.c_str(), user->pw_uid, user->pw_gid) != 0) fault_ = "the folder cannot be given away";
  watcher_ = fork();
  if (watcher_ == 0) {
    close(ends[1]);
    watch(user, folder_, ends[0]);
  }
  close(ends[0]);
  lifeline_ = ends[1];
  connect();
}

PostgresServer::~PostgresServer() {
  connection_.reset();
  if (lifeline_ >= 0) close(lifeline_);
  if (watcher_ > 0) waitpid(watcher_, nullptr, 0);
}

void PostgresServer::connect() {
  const std::string where = "host=" + folder_.string() + " user=guanxi dbname=postgres";
  const auto until = std::chrono::steady_clock::now() + std::chrono::minutes(2);
  while (std::chrono::steady_clock::now() < until) {
    connection_.reset(PQconnectdb(where.c_str()));
    if (PQstatus(connection_.get()) == CONNECTION_OK) return;
    if (waitpid(watcher_, nullptr, WNOHANG) != 0) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  fault_ = std::string(PQerrorMessage(connection_.get())) + contents(folder_ / "log");
}

void PostgresServer::run(const std::string& statements) {
  const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(connection_.get(), statements.c_str()), PQclear);
  INFO(PQresultErrorMessage(result.get()));
  REQUIRE(PQresultStatus(result.get()) == PGRES_COMMAND_OK);
}

std::vector<std::vector<std::string>> PostgresServer::rows(const Sql& query) {
  std::vector<std::string> texts;
  std::vector<const char*> values;
  for (const Value& value : query.parameters) texts.push_back(sent_as(value));
  for (std::size_t i = 0; i < texts.size(); ++i) values.push_back(query.parameters[i].is_set() ? texts[i].c_str() : nullptr);
  const std::unique_ptr<PGresult, void (*)(PGresult*)> result(
      PQexecParams(connection_.get(), query.text.c_str(), static_cast<int>(values.size()), nullptr, values.data(), nullptr, nullptr, 0), PQclear);
  INFO(query.text << "\n" << PQresultErrorMessage(result.get()));
  REQUIRE(PQresultStatus(result.get()) == PGRES_TUPLES_OK);
  std::vector<std::vector<std::string>> out(static_cast<std::size_t>(PQntuples(result.get())));
  for (std::size_t i = 0; i < out.size(); ++i)
    for (int column = 0; column < PQnfields(result.get()); ++column) out[i].emplace_back(PQgetvalue(result.get(), static_cast<int>(i), column));
  return out;
}

}  // namespace guanxi::test
