// What needs no store.
#include <algorithm>
#include <array>
#include <cstring>

#include "capi/door/door.h"

namespace guanxi::door {
namespace {

constexpr std::array<std::string_view, 5> features{"lent_connection", "host_storage", "arrow", "json", "batches"};

}  // namespace
}  // namespace guanxi::door

using namespace guanxi;
using door::enter;
using door::Status;

uint32_t gx_version_number(void) { return GX_VERSION_MAJOR * 1'000'000 + GX_VERSION_MINOR * 1'000 + GX_VERSION_PATCH; }
const char* gx_version_text(void) { return version().data(); }
uint32_t gx_abi_version(void) { return GX_ABI_VERSION; }

int32_t gx_has_feature(const char* name, int64_t len) {
  int32_t has = 0;
  (void)enter(nullptr, Language::english, [&]() -> Status {
    GUANXI_ASSIGN(const std::string_view wanted, door::text_in(name, len));
    has = std::find(door::features.begin(), door::features.end(), wanted) == door::features.end() ? 0 : 1;
    return GX_OK;
  });
  return has;
}

const char* gx_code_name(int32_t code) {
  if (code == GX_ROW) return "row";
  if (code == GX_DONE) return "done";
  return code > 0 ? "internal" : name_of(static_cast<Code>(code)).data();
}

int32_t gx_id_parse(const char* text, int64_t len, uint8_t* out16, gx_error** err) {
  return enter(err, Language::english, [&]() -> Status {
    GUANXI_CHECK(door::check_place(out16, "out16"));
    std::memset(out16, 0, 16);
    GUANXI_ASSIGN(const std::string_view given, door::text_in(text, len));
    GUANXI_ASSIGN(const Id id, Id::parse(given));
    std::memcpy(out16, id.bytes.data(), 16);
    return GX_OK;
  });
}

int32_t gx_id_text(const uint8_t* id16, char* out37, gx_error** err) {
  return enter(err, Language::english, [&]() -> Status {
    GUANXI_CHECK(door::check_place(out37, "out37"));
    out37[0] = '\0';
    GUANXI_ASSIGN(const Id id, door::id_in(id16));
    const std::string text = id.text();
    std::memcpy(out37, text.c_str(), text.size() + 1);
    return GX_OK;
  });
}

int32_t gx_options_init(void* options, uint32_t struct_size) {
  if (options == nullptr || struct_size < sizeof(uint32_t) || struct_size > door::largest_struct) return GX_E_MISUSE;
  std::memset(options, 0, struct_size);
  std::memcpy(options, &struct_size, sizeof struct_size);
  return GX_OK;
}
