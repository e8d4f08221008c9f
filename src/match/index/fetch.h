// Memory that is needed soon.
#pragma once

namespace guanxi::match {

// Brings what stands there into the caches while other such reads are under way: several things are fetched in a row, with nothing in between, before the
// first is used. It does read: processors may drop a prefetch whose page has to be looked up first, as nearly each has among hundreds of megabytes.
inline void fetch(const void* readable) noexcept { static_cast<void>(*static_cast<const volatile char*>(readable)); }

}  // namespace guanxi::match
