// Runs a fuzz target without a fuzzer: on each file of its corpus, then on random changes of them. replay FOLDER TIMES
// GUANXI_SEED sets the seed, which is printed.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& bytes) { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()); }

// A few bytes changed, taken out, doubled, or a piece of another put in.
std::string changed(std::string bytes, const std::vector<std::string>& corpus, std::mt19937_64& random) {
  for (std::uint64_t i = 0, times = 1 + random() % 6; i < times; ++i) {
    const std::size_t at = bytes.empty() ? 0 : random() % bytes.size();
    switch (random() % 4) {
      case 0: bytes.insert(at, 1, static_cast<char>(random())); break;
      case 1: bytes.erase(at, 1 + random() % 4); break;
      case 2:
        if (!bytes.empty()) bytes[at] = static_cast<char>(random());
        break;
      default: {
        const std::string& other = corpus[random() % corpus.size()];
        const std::size_t from = other.empty() ? 0 : random() % other.size();
        bytes.insert(at, other.substr(from, 1 + random() % 16));
      }
    }
  }
  return bytes;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  std::vector<std::string> corpus;
  for (const auto& file : std::filesystem::directory_iterator(arguments[1])) {
    std::ifstream in(file.path(), std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    run(corpus.back());
  }
  if (corpus.empty()) return 3;
  const char* given = std::getenv("GUANXI_SEED");
  const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  std::printf("GUANXI_SEED=%llu, %zu files\n", static_cast<unsigned long long>(seed), corpus.size());
  std::fflush(stdout);
  std::mt19937_64 random(seed);
  for (int i = 0; i < std::atoi(arguments[2]); ++i) run(changed(corpus[random() % corpus.size()], corpus, random));
}
