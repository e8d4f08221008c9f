// The packed changes of the log on arbitrary bytes: an error, or values that pack to what means the same.
#include <cstdint>
#include <cstdlib>

#include "model/delta.h"

using namespace guanxi;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void reads_values(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto value = unpack_value(bytes);
    if (!value) {
      require(value.error().code() == Code::corrupt);
      return;
    }
    std::string packed;
    pack_value(*value, packed);
    std::string_view rest = packed;
    const auto again = unpack_value(rest);
    require(again.ok() && rest.empty());
    std::string repacked;
    pack_value(*again, repacked);
    require(repacked == packed);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = unpack_delta(bytes, [](const FieldChange&) {});
  require(read.ok() || read.error().code() == Code::corrupt);
  reads_values(bytes);
  return 0;
}
