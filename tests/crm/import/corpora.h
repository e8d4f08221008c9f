// Customers' files that are not part of the project: unpacked from $GUANXI_CORPORA/customers.tar.gz where that is there.
#pragma once

#include <cstdlib>

#include "desk.h"

namespace guanxi::test {

// Unpacked once a program; empty where there is none, after a line that says so.
class Corpora {
 public:
  static const std::string& folder() {
    static const Corpora corpora;
    if (corpora.path_.empty()) MESSAGE("Skipped: there is no customers.tar.gz in " << root() << "; name its folder in GUANXI_CORPORA.");
    return corpora.path_;
  }

 private:
  Corpora() {
    const std::string archive = root() + "/customers.tar.gz";
    if (!std::filesystem::exists(archive)) return;
    const std::string command = "tar -xzf '" + archive + "' -C '" + unpacked_.file("") + "' && gzip -dk '" + unpacked_.file("customers/names/company-short-28w.txt.gz") + "'";
    if (std::system(command.c_str()) == 0) path_ = unpacked_.file("customers/");
  }

  static std::string root() {
    const char* given = std::getenv("GUANXI_CORPORA");
    return given != nullptr ? given : std::string(GUANXI_SOURCE_DIR) + "/../shared/corpora";
  }

  Folder unpacked_;
  std::string path_;
};

}  // namespace guanxi::test
