// An index file of any bytes: opened with right answers or refused, never anything else.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "guanxi/match.h"

using namespace guanxi::match;

namespace {

Configuration fields_of_file() { return ready(Kind::organisation).with("name", Role::organisation_name); }

struct Place {
  Place() : folder(std::filesystem::temp_directory_path() / ("guanxi-fuzz-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)))) { std::filesystem::create_directories(folder); }
  ~Place() { std::filesystem::remove_all(folder); }
  std::filesystem::path folder;
};

// A good index or log with bytes of the input written over it: arbitrary files never get beyond the first check.
std::string overwritten(std::string file, std::string_view with, std::size_t at) {
  if (at % 7 == 0) return std::string(with);
  for (std::size_t i = 0; i < with.size() && !file.empty(); ++i) file[(at + i) % file.size()] = with[i];
  return file;
}

std::string content(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3 || size > 4000) return 0;
  const std::string_view with(reinterpret_cast<const char*>(data + 3), size - 3);
  const auto at = static_cast<std::size_t>(data[0]) << 8 | data[1];
  const Place place;
  const auto path = (place.folder / "index").string();
  {
    auto index = IndexFile::open(path, fields_of_file());
    for (std::uint64_t id = 1; id < 9; ++id) index->put(id, {"虹衢" + std::to_string(id * 7919) + "有限公司"});
    if (!index->commit(8) || !index->compact()) std::abort();
    for (std::uint64_t id = 9; id < 12; ++id) index->put(id, {"桦屿" + std::to_string(id * 7919) + "有限公司"});
    if (!index->commit(11)) std::abort();
  }
  const auto changed = data[2] % 2 == 0 ? path : path + "-log";
  const auto bytes = overwritten(content(changed), with, at);
  std::ofstream(changed, std::ios::binary) << bytes;
  auto index = IndexFile::open(path, fields_of_file());
  if (!index || index->watermark() > 11) std::abort();
  for (auto id = index->watermark() + 1; id < 12; ++id) index->put(id, {(id < 9 ? "虹衢" : "桦屿") + std::to_string(id * 7919) + "有限公司"});
  const auto found = index->detector().check({"虹衢23757有限公司"}, {.limit = 1});
  if (found.hits.size() != 1 || index->id_of(found.hits[0].record) != 3) std::abort();
  return 0;
}
