// Brings what the write-ahead log holds into the database, after the writers' turns where SQLite would do it in them, so that
// those who wait for their turn need not wait for it.
//
// The log begins anew when a writer finds all of it copied, which under load it never is: when it has become long, a writer copies the rest in its turn.
//
// Threads: in_turn() by whoever has the writers' turn, beside_writers() by anyone.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>

#include "guanxi/durability.h"
#include "store/sqlite/connection.h"

namespace guanxi::store {

class Checkpoints {
 public:
  // Copies the log of the database that these open, as often as the writer's commits have made it longer.
  Checkpoints(Connection& writer, ConnectionOptions options, Durability durability);
  ~Checkpoints();
  Checkpoints(const Checkpoints&) = delete;
  Checkpoints& operator=(const Checkpoints&) = delete;

  // What cannot be copied is for the next time: the log still has it.
  void in_turn() noexcept;
  void beside_writers() noexcept;

 private:
  static int note(void* self, sqlite3*, const char*, int frames) noexcept;
  Result<void> open();

  Connection& writer_;
  ConnectionOptions options_;
  const Durability durability_;
  int turned_ = 0;               // how long the log was when a writer last copied it in its turn; of whoever has the turn
  std::atomic<int> frames_ = 0;  // how long it is: changed pages
  std::atomic<int> tried_ = 0;   // how long it was when it was last copied
  std::mutex mutex_;             // guards the connection
  std::unique_ptr<Connection> connection_;
};

// The setting by which SQLite keeps this promise; of every connection that writes.
std::string pragma_of(Durability durability);

}  // namespace guanxi::store
