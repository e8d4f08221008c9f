// Sessions and their transactions.
#include <cstring>

#include "capi/door/door.h"

using namespace guanxi;
using door::check_place;
using door::Status;

namespace guanxi::door {
namespace {

template <class Open>
std::int32_t open_session(gx_store* store, std::int32_t language, gx_session** out, gx_error** err, Open&& open) noexcept {
  if (out != nullptr) *out = nullptr;
  return on(store, err, [&]() -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    GUANXI_ASSIGN(const Language in, language_in(language));
    GUANXI_ASSIGN(Session session, open(*store->core->store, in));
    auto box = std::make_shared<SessionBox>(store->core, std::move(session));
    *out = make<gx_session>(store->core, std::move(box));
    return GX_OK;
  });
}

}  // namespace
}  // namespace guanxi::door

int32_t gx_session_open(gx_store* store, const char* login, int64_t len, int32_t language, gx_session** out, gx_error** err) {
  return door::open_session(store, language, out, err, [&](Store& in, Language language_of_it) -> Result<Session> {
    GUANXI_ASSIGN(const std::string_view name, door::text_in(login, len));
    return in.session(name, language_of_it);
  });
}

int32_t gx_session_open_user(gx_store* store, const uint8_t* user16, int32_t language, gx_session** out, gx_error** err) {
  return door::open_session(store, language, out, err, [&](Store& in, Language language_of_it) -> Result<Session> {
    GUANXI_ASSIGN(const Id user, door::id_in(user16));
    return in.session(user, language_of_it);
  });
}

int32_t gx_session_open_system(gx_store* store, const char* reason, int64_t len, int32_t language, gx_session** out, gx_error** err) {
  return door::open_session(store, language, out, err, [&](Store& in, Language language_of_it) -> Result<Session> {
    GUANXI_ASSIGN(const std::string_view why, door::text_in(reason, len));
    return in.system_session(why, language_of_it);
  });
}

int32_t gx_session_user(const gx_session* session, uint8_t* out16, gx_error** err) {
  if (out16 != nullptr) std::memset(out16, 0, 16);
  return door::on(session, err, [&]() -> Status {
    GUANXI_CHECK(check_place(out16, "out16"));
    std::memcpy(out16, session->box->session.user().bytes.data(), 16);
    return GX_OK;
  });
}

void gx_session_free(gx_session* session) { door::dispose(session); }

int32_t gx_tx_begin(gx_session* session, gx_tx** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return door::in_session(session, err, [&](Session&) -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    const auto dispose = [](gx_tx* tx) { door::dispose(tx); };
    std::unique_ptr<gx_tx, decltype(dispose)> tx(door::make<gx_tx>(session->box->core, session->box), dispose);
    GUANXI_CHECK(tx->transaction.begin());
    *out = tx.release();
    return GX_OK;
  });
}

int32_t gx_tx_commit(gx_tx* tx, gx_error** err) {
  return door::in_session(tx, err, [&](Session&) -> Status {
    GUANXI_CHECK(tx->transaction.commit());
    return GX_OK;
  });
}

int32_t gx_tx_rollback(gx_tx* tx, gx_error** err) {
  return door::in_session(tx, err, [&](Session&) -> Status {
    GUANXI_CHECK(tx->transaction.rollback());
    return GX_OK;
  });
}

void gx_tx_free(gx_tx* tx) { door::dispose(tx); }
