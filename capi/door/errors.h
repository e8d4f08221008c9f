// From the library's errors and exceptions to gx_error, and from what a host's callback gave back to an Error.
#pragma once

#include <cstdint>

#include "capi/guanxi.h"
#include "guanxi/error.h"

namespace guanxi::door {

// What a function of the door gives back when it goes well, or why it does not.
using Status = Result<std::int32_t>;

// Sets *err (if there is one) and returns the code. Where there is no memory for it, the error says that.
std::int32_t report(gx_error** err, const Error& error, Language language) noexcept;
// The same for the exception that is being handled.
std::int32_t report_exception(gx_error** err, Language language) noexcept;

// What leaves a callback that cannot return an error; caught at the door.
struct HostFailure {
  Error error;
};

// Runs a callback of the host, which gives a code and perhaps an error of its own; `what` names it.
Result<void> interpret(const char* what, std::int32_t code, gx_error* given);
Error threw(const char* what, const char* said);

template <class Call>
Result<void> ask_host(const char* what, Call&& call) {
  gx_error* given = nullptr;
  try {
    const std::int32_t code = call(&given);
    return interpret(what, code, given);
  } catch (const HostFailure&) {
    throw;
  } catch (const std::exception& e) {
    gx_error_free(given);
    return threw(what, e.what());
  } catch (...) {
    gx_error_free(given);
    return threw(what, "?");
  }
}

// Runs the body of a function of the door: nothing but a code and an error comes out.
template <class Body>
std::int32_t enter(gx_error** err, Language language, Body&& body) noexcept {
  if (err != nullptr) *err = nullptr;
  try {
    const Status done = body();
    return done ? *done : report(err, done.error(), language);
  } catch (...) {
    return report_exception(err, language);
  }
}

}  // namespace guanxi::door
