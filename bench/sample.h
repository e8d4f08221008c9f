// Sample accounts, and the rows that the library writes for them.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "guanxi/session.h"

namespace guanxi::bench {

// Ends the run with a sentence.
[[noreturn]] inline void fail(const std::string& sentence) {
  fputs((sentence + "\n").c_str(), stderr);
  exit(1);
}

// The value, or the end of the run.
template <class T>
T need(Result<T> result) {
  if (!result) fail(result.error().text());
  return std::move(result).value();
}
inline void need(Result<void> result) {
  if (!result) fail(result.error().text());
}

// The i-th sample account; no two have the same name, tax id or number.
Record<Account> sample_account(std::uint64_t index);

// The first so many of them, in one transaction.
void create_all(Session& session, std::uint64_t count);

// From now on new accounts are checked by equal keys alone, not by likeness.
void check_keys_alone(Session& session);

// A folder that is removed at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

// A new store with its administrator's session.
struct Fresh {
  explicit Fresh(const std::string& path, Durability durability = Durability::normal);
  Store store;
  Session session;
};

}  // namespace guanxi::bench
