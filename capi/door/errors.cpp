#include "capi/door/errors.h"

#include <exception>
#include <new>
#include <string>

#include "base/json_text.h"
#include "guanxi/text.h"

// The texts are views: of OwnedError's own memory, or of constants.
struct gx_error {
  std::int32_t code;
  std::int32_t retryable;
  std::string_view message, id, field, detail;
};

namespace guanxi::door {
namespace {

constexpr Message host_said{"host.said", "{0}", "{0}"};
constexpr Message host_failed{"host.failed", "The host's {0} failed with code {1} and gave no reason.", "宿主的 {0} 失败，代码 {1}，没有说明原因。"};
constexpr Message host_threw{"host.threw", "The host's {0} threw an exception ({1}): return an error instead.", "宿主的 {0} 抛出了异常（{1}）：请改为返回错误。"};
constexpr Message unexpected{"internal.unexpected", "A fault of the library ({0}): please report it.", "程序库内部错误（{0}）：请反馈。"};

struct OwnedError : gx_error {
  std::string texts[4];
};

// What there is to say when there is no memory to say it with.
constexpr gx_error no_memory{GX_E_MEMORY, 0, "The process has no memory left: free some and try again.", "memory.none", "",
                             R"({"code":-18,"id":"memory.none","field":"","message":"The process has no memory left: free some and try again.",)"
    R"("message_en":"The process has no memory left: free some and try again.","message_zh":"进程内存不足：请释放内存后重试。","arguments":[],"retryable":false})"};

std::string detail_of(const Error& error, std::string_view message, Language language) {
  JsonText json;
  json.open('{').number("code", static_cast<std::int32_t>(error.code())).text("id", error.id()).text("field", error.field())
      .text("message", message).text("message_en", error.text(Language::english)).text("message_zh", error.text(Language::chinese));
  // An argument may differ between the languages, in a form of the library's own: only what is said in one of them goes out.
  json.name("arguments").list(error.arguments(), [&](const std::string& argument) {
    json.text(Error(error.code(), host_said, {argument}).text(language));
  });
  return json.flag("retryable", error.retryable()).close('}').take();
}

gx_error* make(const Error& error, Language language) {
  auto owned = std::make_unique<OwnedError>();
  owned->code = static_cast<std::int32_t>(error.code());
  owned->retryable = error.retryable() ? 1 : 0;
  owned->texts[0] = error.text(language);
  owned->texts[1] = error.id();
  owned->texts[2] = error.field();
  owned->texts[3] = detail_of(error, owned->texts[0], language);
  owned->message = owned->texts[0];
  owned->id = owned->texts[1];
  owned->field = owned->texts[2];
  owned->detail = owned->texts[3];
  return owned.release();
}

void give_no_memory(gx_error** err) noexcept { *err = const_cast<gx_error*>(&no_memory); }

bool known(std::int32_t code) noexcept { return code < 0 && code >= GX_E_HOST; }

std::int32_t give(gx_str* out, const gx_error* error, std::string_view gx_error::* text) noexcept {
  if (out == nullptr) return GX_E_MISUSE;
  const std::string_view said = error == nullptr ? std::string_view("") : error->*text;
  *out = {said.data(), static_cast<std::int64_t>(said.size())};
  return GX_OK;
}

}  // namespace

std::int32_t report(gx_error** err, const Error& error, Language language) noexcept {
  const auto code = static_cast<std::int32_t>(error.code());
  if (err == nullptr) return code;
  try {
    *err = make(error, language);
  } catch (...) {
    give_no_memory(err);
    return GX_E_MEMORY;
  }
  return code;
}

std::int32_t report_exception(gx_error** err, Language language) noexcept {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    if (err != nullptr) give_no_memory(err);
    return GX_E_MEMORY;
  } catch (const HostFailure& failure) {
    return report(err, failure.error, language);
  } catch (const std::exception& e) {
    try {
      return report(err, Error(Code::internal, unexpected, {e.what()}), language);
    } catch (...) {
    }
  } catch (...) {
    try {
      return report(err, Error(Code::internal, unexpected, {"?"}), language);
    } catch (...) {
    }
  }
  if (err != nullptr) give_no_memory(err);
  return GX_E_MEMORY;
}

Result<void> interpret(const char* what, std::int32_t code, gx_error* given) {
  struct Free {
    gx_error* error;
    ~Free() { gx_error_free(error); }
  } const free{given};
  if (code >= 0) return {};
  const Code as = known(code) ? static_cast<Code>(code) : Code::host;
  if (given != nullptr && !given->message.empty()) return Error(as, host_said, {std::string(given->message)});
  return Error(as, host_failed, {what, std::to_string(code)});
}

Error threw(const char* what, const char* said) { return Error(Code::host, host_threw, {what, said}); }

}  // namespace guanxi::door

using guanxi::door::no_memory;
using guanxi::door::OwnedError;

int32_t gx_error_code(const gx_error* error) { return error == nullptr ? GX_OK : error->code; }
int32_t gx_error_retryable(const gx_error* error) { return error == nullptr ? 0 : error->retryable; }
int32_t gx_error_message(const gx_error* error, gx_str* out) { return guanxi::door::give(out, error, &gx_error::message); }
int32_t gx_error_id(const gx_error* error, gx_str* out) { return guanxi::door::give(out, error, &gx_error::id); }
int32_t gx_error_field(const gx_error* error, gx_str* out) { return guanxi::door::give(out, error, &gx_error::field); }
int32_t gx_error_detail(const gx_error* error, gx_str* out) { return guanxi::door::give(out, error, &gx_error::detail); }

// A text that is not UTF-8 is nobody's sentence.
gx_error* gx_error_create(int32_t code, const char* text, int64_t len) {
  using namespace guanxi;
  gx_error* error = nullptr;
  try {
    const std::string_view given = text == nullptr ? std::string_view() : len < 0 ? std::string_view(text) : std::string_view(text, static_cast<std::size_t>(len));
    const auto as = door::known(code) ? static_cast<Code>(code) : Code::host;
    (void)door::report(&error, Error(as, door::host_said, {text::is_valid(given) ? std::string(given) : std::string("?")}), Language::english);
  } catch (...) {
    door::give_no_memory(&error);
  }
  return error;
}

void gx_error_free(gx_error* error) {
  if (error != nullptr && error != &no_memory) delete static_cast<OwnedError*>(error);
}
