// What all ways to a store have in common: the options, the host's tables, and the handle at the end.
#pragma once

#include <cstddef>

#include "capi/door/door.h"

namespace guanxi::door {

inline constexpr std::size_t least_options = offsetof(gx_store_options, busy_timeout_ms);

struct Opening {
  gx_store_options options{};
  Administrator administrator;
};

// Reads the options and opens with `open`; a host's table is ended once, whatever happens.
template <class Open>
std::int32_t open_store(const gx_store_options* given, gx_store** out, gx_error** err, Open&& open) noexcept {
  if (out != nullptr) *out = nullptr;
  Host host;
  Language language = Language::english;
  const auto read = [&]() -> Result<Opening> {
    Opening opening;
    GUANXI_ASSIGN(opening.options, copy_struct(given, "gx_store_options", least_options));
    GUANXI_CHECK(take_tables(opening.options, host));
    GUANXI_ASSIGN(language, language_in(opening.options.language));
    GUANXI_ASSIGN(const std::string_view name, text_in(opening.options.administrator_name));
    GUANXI_ASSIGN(const std::string_view login, text_in(opening.options.administrator_login));
    opening.administrator = {std::string(name), std::string(login)};
    return opening;
  };
  const std::int32_t code = enter(err, language, [&]() -> Status {
    GUANXI_ASSIGN(const Opening opening, read());
    GUANXI_CHECK(check_place(out, "out"));
    const std::shared_ptr<Core> core = make_core();
    core->host = std::move(host);
    core->language = language;
    GUANXI_ASSIGN(StoreOptions options, store_options(opening.options, core->host));
    GUANXI_ASSIGN(Store store, open(opening, std::move(options)));
    core->store.emplace(std::move(store));
    *out = make<gx_store>(core, core);
    return GX_OK;
  });
  return code;
}

}  // namespace guanxi::door
