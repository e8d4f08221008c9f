// guanxi-sample: writes the sample files.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "files.h"

using namespace guanxi::sample;

namespace {

constexpr const char* usage =
    "guanxi-sample files FOLDER       writes the files of examples/data\n"
    "guanxi-sample check FOLDER       tells whether FOLDER holds just these files\n"
    "guanxi-sample customers N FILE   writes N customers, Chinese and western mixed\n";

bool write(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << bytes;
  if (file.flush()) return true;
  std::fprintf(stderr, "%s cannot be written: check the folder and the room left on the device.\n", path.c_str());
  return false;
}

bool write_files(const std::string& folder) {
  for (const File& file : shipped_files()) {
    if (!write(folder + "/" + file.name, file.bytes)) return false;
  }
  return true;
}

bool check_files(const std::string& folder) {
  bool same = true;
  for (const File& file : shipped_files()) {
    std::ifstream there(folder + "/" + file.name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(there), {}};
    if (bytes == file.bytes) continue;
    std::fprintf(stderr, "%s/%s is not what the generator makes: run guanxi-sample files %s\n", folder.c_str(), file.name.c_str(),
                 folder.c_str());
    same = false;
  }
  return same;
}

bool write_customers(std::uint64_t count, const std::string& path) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  const Generator generator;
  std::string rows = customer_header();
  for (std::uint64_t i = 0; i < count && file; ++i) {
    append_customer(rows, generator.customer(i));
    if (rows.size() < 1U << 20) continue;
    file << rows;
    rows.clear();
  }
  file << rows;
  if (file.flush()) return true;
  std::fprintf(stderr, "%s cannot be written: check the folder and the room left on the device.\n", path.c_str());
  return false;
}

}  // namespace

int main(int count, char** words) {
  const std::string_view command = count > 1 ? words[1] : "";
  bool done = false;
  if (command == "files" && count == 3) {
    done = write_files(words[2]);
  } else if (command == "check" && count == 3) {
    done = check_files(words[2]);
  } else if (command == "customers" && count == 4) {
    done = write_customers(std::strtoull(words[2], nullptr, 10), words[3]);
  } else {
    std::fputs(usage, stderr);
  }
  return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
