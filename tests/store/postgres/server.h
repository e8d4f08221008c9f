// A PostgreSQL server of the test's own: a temporary folder, a socket in it, no port. It is ended and its folder removed when the
// object goes, and by a process that watches over it also when the test ends in any other way.
#pragma once

#include <libpq-fe.h>
#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "expr/sql.h"

namespace guanxi::test {

class PostgresServer {
 public:
  PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  ~PostgresServer();

  // Empty where it runs; otherwise what kept it from that.
  const std::string& fault() const noexcept { return fault_; }

  // Runs statements without an answer.
  void run(const std::string& statements);
  // The rows of a query with its parameters; a null is an empty text.
  std::vector<std::vector<std::string>> rows(const Sql& query);

 private:
  struct Finish {
    void operator()(PGconn* connection) const noexcept { PQfinish(connection); }
  };
  void connect();

  std::filesystem::path folder_;
  pid_t watcher_ = -1;
  int lifeline_ = -1;  // the watcher ends the server when the other end is closed
  std::unique_ptr<PGconn, Finish> connection_;
  std::string fault_;
};

}  // namespace guanxi::test
