// Stores, and what they say of themselves.
#include "guanxi/store.h"

#include <cstddef>

#include "base/json_text.h"
#include "capi/door/describe.h"
#include "capi/door/opening.h"
#include "guanxi/dictionary.h"

namespace guanxi::door {
namespace {

constexpr Message no_field{"door.no_field", "{0} has no field \"{1}\": use a name that the data dictionary has.", "{0}没有字段“{1}”：请使用数据字典里的名称。"};
constexpr Message no_name{"door.no_name", "There is no entity, command or query \"{0}\": use a name that the data dictionary has.",
                          "没有名为“{0}”的对象、命令或查询：请使用数据字典里的名称。"};

std::string info_json(const StoreInfo& info) {
  JsonText json;
  json.open('{').text("backend", info.backend).text("engine_version", info.engine_version).text("path", info.path)
      .text("library_version", info.library_version).number("schema_version", info.schema_version).number("bytes", info.bytes)
      .number("log_bytes", info.log_bytes).number("last_change", info.last_change);
  return json.close('}').take();
}

// With or without a store: the schema that is described.
template <class Body>
std::int32_t on_schema(const gx_store* store, gx_text** out, gx_error** err, Body&& body) noexcept {
  if (out != nullptr) *out = nullptr;
  return enter(err, language_of(store), [&]() -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    if (store != nullptr) GUANXI_CHECK(check_handle(store));
    const std::shared_ptr<const Schema> schema = store == nullptr ? Schema::builtin() : store->core->store->schema();
    GUANXI_ASSIGN(const std::string text, body(*schema));
    *out = make_text(store == nullptr ? nullptr : store->core, text);
    return GX_OK;
  });
}

Result<const EntityType*> type_named(const Core& core, const Schema& schema, std::string_view name) {
  if (const EntityType* found = schema.find(name); found != nullptr) return found;
  for (const EntityType& shape : core.shapes)
    if (shape.name() == name) return &shape;
  return Error(Code::not_found, no_name, {std::string(name)});
}

}  // namespace
}  // namespace guanxi::door

using namespace guanxi;
using door::on;
using door::Status;

int32_t gx_store_create(const char* path, int64_t len, const gx_store_options* options, gx_store** out, gx_error** err) {
  return door::open_store(options, out, err, [&](const door::Opening& opening, StoreOptions&& more) -> Result<Store> {
    GUANXI_ASSIGN(const std::string_view file, door::text_in(path, len));
    return Store::create(std::string(file), opening.administrator, std::move(more));
  });
}

int32_t gx_store_open(const char* path, int64_t len, const gx_store_options* options, gx_store** out, gx_error** err) {
  return door::open_store(options, out, err, [&](const door::Opening&, StoreOptions&& more) -> Result<Store> {
    GUANXI_ASSIGN(const std::string_view file, door::text_in(path, len));
    return Store::open(std::string(file), std::move(more));
  });
}

int32_t gx_store_lend(void* connection, const char* (*library)(void), const gx_store_options* options, gx_store** out, gx_error** err) {
  return door::open_store(options, out, err, [&](const door::Opening& opening, StoreOptions&& more) -> Result<Store> {
    const bool may_create = !opening.administrator.login.empty();
    return Store::lend({connection, library}, may_create ? &opening.administrator : nullptr, std::move(more));
  });
}

int32_t gx_store_outcome(gx_store* store, int32_t committed, gx_error** err) {
  return on(store, err, [&]() -> Status {
    GUANXI_CHECK(store->core->store->outcome(committed != 0));
    return GX_OK;
  });
}

int32_t gx_store_reload(gx_store* store, gx_error** err) {
  return on(store, err, [&]() -> Status {
    GUANXI_CHECK(store->core->store->reload());
    return GX_OK;
  });
}

int32_t gx_store_info(const gx_store* store, gx_text** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return on(store, err, [&]() -> Status {
    GUANXI_CHECK(door::check_place(out, "out"));
    GUANXI_ASSIGN(const StoreInfo info, store->core->store->info());
    *out = door::make_text(store->core, door::info_json(info));
    return GX_OK;
  });
}

int32_t gx_store_describe(const gx_store* store, gx_text** out, gx_error** err) {
  return door::on_schema(store, out, err, [](const Schema& schema) -> Result<std::string> { return door::describe(schema); });
}

int32_t gx_store_dictionary(const gx_store* store, int32_t language, gx_text** out, gx_error** err) {
  return door::on_schema(store, out, err, [&](const Schema& schema) -> Result<std::string> {
    GUANXI_ASSIGN(const Language in, door::language_in(language));
    return data_dictionary(schema, in);
  });
}

int32_t gx_store_backup(const gx_store* store, const char* path, int64_t len, gx_progress progress, void* user_data, gx_error** err) {
  return on(store, err, [&]() -> Status {
    GUANXI_ASSIGN(const std::string_view file, door::text_in(path, len));
    GUANXI_CHECK(store->core->store->backup(std::string(file), door::progress_of(progress, user_data)));
    return GX_OK;
  });
}

int32_t gx_store_integrity(const gx_store* store, gx_progress progress, void* user_data, gx_text** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return on(store, err, [&]() -> Status {
    GUANXI_CHECK(door::check_place(out, "out"));
    GUANXI_ASSIGN(const auto findings, store->core->store->integrity(door::progress_of(progress, user_data)));
    *out = door::make_text(store->core, JsonText().texts(findings).take());
    return GX_OK;
  });
}

int32_t gx_store_tick(gx_store* store, gx_error** err) {
  return on(store, err, [&]() -> Status {
    GUANXI_CHECK(store->core->store->tick());
    return GX_OK;
  });
}

int32_t gx_store_entity(const gx_store* store, const char* name, int64_t len, uint32_t* out, gx_error** err) {
  if (out != nullptr) *out = 0;
  return on(store, err, [&]() -> Status {
    GUANXI_CHECK(door::check_place(out, "out"));
    GUANXI_ASSIGN(const std::string_view wanted, door::text_in(name, len));
    const auto schema = store->core->store->schema();
    GUANXI_ASSIGN(const EntityType* type, door::type_named(*store->core, *schema, wanted));
    *out = type->number();
    return GX_OK;
  });
}

int32_t gx_store_field(const gx_store* store, uint32_t entity, const char* name, int64_t len, uint32_t* out, gx_error** err) {
  if (out != nullptr) *out = 0;
  return on(store, err, [&]() -> Status {
    GUANXI_CHECK(door::check_place(out, "out"));
    GUANXI_ASSIGN(const std::string_view wanted, door::text_in(name, len));
    const auto schema = store->core->store->schema();
    GUANXI_ASSIGN(const EntityType* type, store->core->type(*schema, entity));
    const AnyField* field = type->find(wanted);
    if (field == nullptr) return Error(Code::not_found, door::no_field, {std::string(type->name()), std::string(wanted)});
    *out = field->number;
    return GX_OK;
  });
}

void gx_store_free(gx_store* store) { door::dispose(store); }
