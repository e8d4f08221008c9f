"""The C interface of Guanxi for ctypes. Printed by guanxi_generate from guanxi.h: do not edit."""

from __future__ import annotations

from ctypes import (
    CDLL,
    CFUNCTYPE,
    POINTER,
    Structure,
    Union,
    c_char_p,
    c_int32,
    c_int64,
    c_uint8,
    c_uint16,
    c_uint32,
    c_void_p,
)
from typing import Any, Callable

VERSION_MAJOR = 0
VERSION_MINOR = 1
VERSION_PATCH = 0
ABI_VERSION = 0
OK = 0
ROW = 1
DONE = 2
E_INVALID = -1
E_NOT_FOUND = -2
E_DUPLICATE = -3
E_DENIED = -4
E_CONFLICT = -5
E_BUSY = -6
E_CORRUPT = -7
E_IO = -8
E_FULL = -9
E_UNSUPPORTED = -10
E_TOO_NEW = -11
E_CANCELLED = -12
E_LIMIT = -13
E_MISUSE = -14
E_NOT_A_DATABASE = -15
E_INTERNAL = -16
E_FORKED = -17
E_MEMORY = -18
E_HOST = -19
ENGLISH = 0
CHINESE = 1
TYPE_NONE = 0
TYPE_BOOLEAN = 1
TYPE_INTEGER = 2
TYPE_DECIMAL = 3
TYPE_MONEY = 4
TYPE_DATE = 5
TYPE_INSTANT = 6
TYPE_TEXT = 16
TYPE_PICKLIST = 17
TYPE_SET = 18
TYPE_ID = 19
STATE_ABSENT = 0
STATE_NULL = 1
STATE_SET = 2
STATE_MASKED = 3
DURABLE_FULL = 0
DURABLE_NORMAL = 1
DUPLICATE_REFUSE = 0
DUPLICATE_WARN = 1
DUPLICATE_ALLOW = 2
OP_ALWAYS = 0
OP_ALL = 1
OP_ANY = 2
OP_NOT = 3
OP_EQUAL = 4
OP_NOT_EQUAL = 5
OP_LESS = 6
OP_LESS_EQUAL = 7
OP_GREATER = 8
OP_GREATER_EQUAL = 9
OP_IN = 10
OP_LITERAL = 11
OP_IS_NULL = 12
OP_CONTAINS = 13
OP_STARTS_WITH = 14
OP_THROUGH = 15
OP_EXISTS = 16
CARD_CHILDREN = 1
CARD_CONTACTS = 2
CARD_CONTACT_ROLES = 3
CARD_CONTACT_POINTS = 4
CARD_IDENTIFIERS = 5
CARD_OPPORTUNITIES = 6
CARD_REQUESTS = 7
CARD_CONTRACTS = 8
CARD_ACTIVITIES = 9
CARD_DOCUMENTS = 10
CARD_PROJECTS = 11
CARD_COUNTS = 12
CARD_TIMELINE = 13
CARD_FACTS = 14
EXPORT_CSV = 0
EXPORT_JSON_LINES = 1
LOG_FAULT = 0
LOG_WARNING = 1
LOG_NOTICE = 2
STORAGE_CONCURRENT = 1
SCAN_FILTERED = 1
SCAN_ORDERED = 2
CHANGE_CREATE = 1
CHANGE_UPDATE = 2
CHANGE_ARCHIVE = 3
CHANGE_RESTORE = 4
CHANGE_ERASE = 5

gx_progress = CFUNCTYPE(c_int32, c_void_p, c_int64, c_int64)


class gx_str(Structure):
    _fields_ = [
        ("ptr", c_void_p),
        ("len", c_int64),
    ]


class gx_value_as(Union):
    _fields_ = [
        ("integer", c_int64),
        ("bytes", c_void_p),
    ]


class gx_value(Structure):
    _fields_ = [
        ("type", c_uint16),
        ("state", c_uint16),
        ("length", c_uint32),
        ("as", gx_value_as),
    ]


class gx_term(Structure):
    _fields_ = [
        ("op", c_uint16),
        ("entity", c_uint16),
        ("field", c_uint16),
        ("reserved", c_uint16),
        ("size", c_uint32),
        ("reserved2", c_uint32),
        ("literal", gx_value),
    ]


class gx_command_options(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("on_duplicate", c_int32),
        ("expected_revision", c_int64),
        ("idempotency_key", gx_str),
        ("reason", gx_str),
        ("source", gx_str),
    ]


class gx_outcome(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("repeated", c_int32),
        ("record", c_uint8 * 16),
        ("revision", c_int64),
        ("change_set", c_int64),
        ("affected", c_int64),
        ("duplicates", c_int64),
    ]


class gx_pair(Structure):
    _fields_ = [
        ("name", gx_str),
        ("value", gx_str),
    ]


class gx_import_options(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("entity", c_uint32),
        ("on_duplicate", c_int32),
        ("dry_run", c_int32),
        ("strict_codes", c_int32),
        ("create_references", c_int32),
        ("start_anew", c_int32),
        ("offset_minutes", c_int32),
        ("batch", c_int64),
        ("mapping_count", c_int64),
        ("mapping", POINTER(gx_pair)),
        ("defaults_count", c_int64),
        ("defaults", POINTER(gx_pair)),
        ("key", gx_str),
        ("external_system", gx_str),
        ("external_column", gx_str),
        ("encoding", gx_str),
        ("separator", gx_str),
        ("date_order", gx_str),
        ("currency", gx_str),
        ("error_file", gx_str),
        ("reason", gx_str),
    ]


class gx_export_options(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("entity", c_uint32),
        ("format", c_int32),
        ("labels", c_int32),
        ("bom", c_int32),
        ("reserved", c_int32),
        ("fields", POINTER(c_uint32)),
        ("fields_count", c_int64),
        ("terms", POINTER(gx_term)),
        ("terms_count", c_int64),
        ("encoding", gx_str),
    ]


gx_allocator_destroy = CFUNCTYPE(None, c_void_p)
gx_allocator_allocate = CFUNCTYPE(c_void_p, c_void_p, c_int64)
gx_allocator_release = CFUNCTYPE(None, c_void_p, c_void_p, c_int64)


class gx_allocator(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("user_data", c_void_p),
        ("destroy", gx_allocator_destroy),
        ("allocate", gx_allocator_allocate),
        ("release", gx_allocator_release),
    ]


gx_clock_destroy = CFUNCTYPE(None, c_void_p)
gx_clock_now = CFUNCTYPE(c_int32, c_void_p, POINTER(c_int64), POINTER(c_void_p))


class gx_clock(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("user_data", c_void_p),
        ("destroy", gx_clock_destroy),
        ("now", gx_clock_now),
    ]


gx_ids_destroy = CFUNCTYPE(None, c_void_p)
gx_ids_next = CFUNCTYPE(c_int32, c_void_p, c_int64, c_void_p, POINTER(c_void_p))


class gx_ids(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("user_data", c_void_p),
        ("destroy", gx_ids_destroy),
        ("next", gx_ids_next),
    ]


gx_log_destroy = CFUNCTYPE(None, c_void_p)
gx_log_write = CFUNCTYPE(None, c_void_p, c_int32, c_void_p, c_int64)


class gx_log(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("user_data", c_void_p),
        ("destroy", gx_log_destroy),
        ("write", gx_log_write),
    ]


class gx_principal(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("blocked", c_int32),
        ("administrator", c_int32),
        ("level", c_int32),
        ("id", c_uint8 * 16),
        ("department", c_uint8 * 16),
        ("login", gx_str),
        ("name", gx_str),
        ("roles", gx_str),
    ]


gx_principals_destroy = CFUNCTYPE(None, c_void_p)
gx_principals_list = CFUNCTYPE(c_int32, c_void_p, c_void_p, POINTER(c_void_p))


class gx_principals(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("user_data", c_void_p),
        ("destroy", gx_principals_destroy),
        ("list", gx_principals_list),
    ]


gx_org_chart_destroy = CFUNCTYPE(None, c_void_p)
gx_org_chart_list = CFUNCTYPE(c_int32, c_void_p, c_void_p, POINTER(c_void_p))


class gx_org_chart(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("user_data", c_void_p),
        ("destroy", gx_org_chart_destroy),
        ("list", gx_org_chart_list),
    ]


gx_facts_destroy = CFUNCTYPE(None, c_void_p)
gx_facts_ask = CFUNCTYPE(c_int32, c_void_p, c_void_p, c_void_p, POINTER(c_void_p))


class gx_facts(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("user_data", c_void_p),
        ("destroy", gx_facts_destroy),
        ("source", gx_str),
        ("ask", gx_facts_ask),
    ]


class gx_event(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("entity", c_uint32),
        ("seq", c_int64),
        ("change_set", c_int64),
        ("record", c_uint8 * 16),
        ("command", gx_str),
    ]


gx_events_destroy = CFUNCTYPE(None, c_void_p)
gx_events_committed = CFUNCTYPE(None, c_void_p, POINTER(gx_event))


class gx_events(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("user_data", c_void_p),
        ("destroy", gx_events_destroy),
        ("committed", gx_events_committed),
    ]


class gx_store_options(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("durability", c_int32),
        ("busy_timeout_ms", c_int32),
        ("log_reads", c_int32),
        ("claim_limit", c_int32),
        ("language", c_int32),
        ("administrator_name", gx_str),
        ("administrator_login", gx_str),
        ("allocator", POINTER(gx_allocator)),
        ("clock", POINTER(gx_clock)),
        ("ids", POINTER(gx_ids)),
        ("log", POINTER(gx_log)),
        ("principals", POINTER(gx_principals)),
        ("org_chart", POINTER(gx_org_chart)),
        ("events", POINTER(gx_events)),
        ("facts", POINTER(POINTER(gx_facts))),
        ("facts_count", c_int64),
        ("save_indexes", c_int32),
    ]


class gx_storage_field(Structure):
    _fields_ = [
        ("number", c_uint32),
        ("type", c_uint16),
        ("indexed", c_uint16),
        ("name", gx_str),
    ]


class gx_storage_entity(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("number", c_uint32),
        ("name", gx_str),
        ("count", c_int64),
        ("fields", POINTER(gx_storage_field)),
    ]


class gx_storage_key(Structure):
    _fields_ = [
        ("space", c_int32),
        ("reserved", c_uint32),
        ("value", gx_value),
    ]


class gx_storage_put(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("entity", c_uint32),
        ("id", c_uint8 * 16),
        ("rid", c_int64),
        ("count", c_int64),
        ("values", POINTER(gx_value)),
        ("before_count", c_int64),
        ("before", POINTER(gx_value)),
        ("before_revision", c_int64),
        ("added_count", c_int64),
        ("added", POINTER(gx_storage_key)),
        ("removed_count", c_int64),
        ("removed", POINTER(gx_storage_key)),
        ("search_before", gx_str),
        ("search", gx_str),
    ]


class gx_storage_row(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("rid", c_int64),
        ("count", c_int64),
        ("values", POINTER(gx_value)),
        ("search", gx_str),
    ]


class gx_storage_order(Structure):
    _fields_ = [
        ("field", c_uint32),
        ("descending", c_int32),
    ]


class gx_storage_scan(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("entity", c_uint32),
        ("terms", POINTER(gx_term)),
        ("terms_count", c_int64),
        ("order", POINTER(gx_storage_order)),
        ("order_count", c_int64),
        ("after", POINTER(gx_value)),
        ("after_rid", c_int64),
        ("limit", c_int64),
        ("fields", POINTER(c_uint32)),
        ("fields_count", c_int64),
    ]


class gx_storage_search(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("entity", c_uint32),
        ("text", gx_str),
        ("terms", POINTER(gx_term)),
        ("terms_count", c_int64),
    ]


class gx_storage_grouping(Structure):
    _fields_ = [
        ("fields", POINTER(c_uint32)),
        ("count", c_int64),
    ]


class gx_storage_count(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("entity", c_uint32),
        ("terms", POINTER(gx_term)),
        ("terms_count", c_int64),
        ("groupings", POINTER(gx_storage_grouping)),
        ("groupings_count", c_int64),
        ("sums", POINTER(c_uint32)),
        ("sums_count", c_int64),
    ]


class gx_storage_change(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("entity", c_uint32),
        ("seq", c_int64),
        ("set", c_int64),
        ("at_us", c_int64),
        ("rid", c_int64),
        ("record", c_uint8 * 16),
        ("actor", c_uint8 * 16),
        ("on_behalf", c_uint8 * 16),
        ("kind", c_int32),
        ("reserved", c_int32),
        ("command", gx_str),
        ("reason", gx_str),
        ("delta", gx_str),
    ]


class gx_storage_changes(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("newest_first", c_int32),
        ("after", c_int64),
        ("set", c_int64),
        ("rid", c_int64),
        ("entity", c_uint32),
        ("reserved", c_uint32),
        ("limit", c_int64),
    ]


class gx_storage_info(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("bytes", c_int64),
        ("log_bytes", c_int64),
    ]


gx_storage_vtable_destroy = CFUNCTYPE(None, c_void_p)
gx_storage_vtable_begin = CFUNCTYPE(c_int32, c_void_p, c_void_p, POINTER(c_void_p))
gx_storage_vtable_commit = CFUNCTYPE(c_int32, c_void_p, c_void_p, POINTER(c_void_p))
gx_storage_vtable_rollback = CFUNCTYPE(None, c_void_p, c_void_p)
gx_storage_vtable_put = CFUNCTYPE(c_int32, c_void_p, c_void_p, POINTER(gx_storage_put), POINTER(c_int64), POINTER(c_void_p))
gx_storage_vtable_get = CFUNCTYPE(c_int32, c_void_p, c_void_p, c_uint32, c_void_p, c_int64, c_void_p, POINTER(c_void_p))
gx_storage_vtable_scan = CFUNCTYPE(c_int32, c_void_p, c_void_p, POINTER(gx_storage_scan), c_void_p, POINTER(c_void_p))
gx_storage_vtable_append = CFUNCTYPE(c_int32, c_void_p, c_void_p, POINTER(gx_storage_change), POINTER(c_int64), POINTER(c_void_p))
gx_storage_vtable_changes = CFUNCTYPE(c_int32, c_void_p, c_void_p, POINTER(gx_storage_changes), c_void_p, POINTER(c_void_p))
gx_storage_vtable_save = CFUNCTYPE(c_int32, c_void_p, c_void_p, c_void_p, c_int64, c_void_p, c_int64, POINTER(c_void_p))
gx_storage_vtable_load = CFUNCTYPE(c_int32, c_void_p, c_void_p, c_void_p, c_int64, c_void_p, POINTER(c_void_p))
gx_storage_vtable_savepoint = CFUNCTYPE(c_int32, c_void_p, c_void_p, c_int32, POINTER(c_void_p))
gx_storage_vtable_release = CFUNCTYPE(c_int32, c_void_p, c_void_p, c_int32, POINTER(c_void_p))
gx_storage_vtable_rollback_to = CFUNCTYPE(c_int32, c_void_p, c_void_p, c_int32, POINTER(c_void_p))
gx_storage_vtable_open_view = CFUNCTYPE(c_int32, c_void_p, c_void_p, POINTER(c_void_p))
gx_storage_vtable_close_view = CFUNCTYPE(None, c_void_p, c_void_p)
gx_storage_vtable_probe = CFUNCTYPE(c_int32, c_void_p, c_void_p, POINTER(gx_storage_key), c_int64, c_void_p, POINTER(c_void_p))
gx_storage_vtable_keys = CFUNCTYPE(c_int32, c_void_p, c_void_p, c_void_p, POINTER(c_void_p))
gx_storage_vtable_search = CFUNCTYPE(c_int32, c_void_p, c_void_p, POINTER(gx_storage_search), c_void_p, POINTER(c_void_p))
gx_storage_vtable_count = CFUNCTYPE(c_int32, c_void_p, c_void_p, POINTER(gx_storage_count), c_void_p, POINTER(c_void_p))
gx_storage_vtable_prepare = CFUNCTYPE(c_int32, c_void_p, POINTER(gx_storage_entity), c_int64, POINTER(c_void_p))
gx_storage_vtable_info = CFUNCTYPE(c_int32, c_void_p, POINTER(gx_storage_info), POINTER(c_void_p))
gx_storage_vtable_version = CFUNCTYPE(c_int32, c_void_p, POINTER(c_int64), POINTER(c_void_p))
gx_storage_vtable_backup = CFUNCTYPE(c_int32, c_void_p, c_void_p, c_int64, gx_progress, c_void_p, POINTER(c_void_p))
gx_storage_vtable_bulk = CFUNCTYPE(c_int32, c_void_p, c_int32, POINTER(c_void_p))


class gx_storage_vtable(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("user_data", c_void_p),
        ("destroy", gx_storage_vtable_destroy),
        ("flags", c_uint32),
        ("reserved", c_uint32),
        ("name", gx_str),
        ("begin", gx_storage_vtable_begin),
        ("commit", gx_storage_vtable_commit),
        ("rollback", gx_storage_vtable_rollback),
        ("put", gx_storage_vtable_put),
        ("get", gx_storage_vtable_get),
        ("scan", gx_storage_vtable_scan),
        ("append", gx_storage_vtable_append),
        ("changes", gx_storage_vtable_changes),
        ("save", gx_storage_vtable_save),
        ("load", gx_storage_vtable_load),
        ("savepoint", gx_storage_vtable_savepoint),
        ("release", gx_storage_vtable_release),
        ("rollback_to", gx_storage_vtable_rollback_to),
        ("open_view", gx_storage_vtable_open_view),
        ("close_view", gx_storage_vtable_close_view),
        ("probe", gx_storage_vtable_probe),
        ("keys", gx_storage_vtable_keys),
        ("search", gx_storage_vtable_search),
        ("count", gx_storage_vtable_count),
        ("prepare", gx_storage_vtable_prepare),
        ("info", gx_storage_vtable_info),
        ("version", gx_storage_vtable_version),
        ("backup", gx_storage_vtable_backup),
        ("bulk", gx_storage_vtable_bulk),
    ]


PROTOTYPES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "gx_version_number": (c_uint32, ()),
    "gx_version_text": (c_char_p, ()),
    "gx_abi_version": (c_uint32, ()),
    "gx_has_feature": (c_int32, (c_char_p, c_int64)),
    "gx_code_name": (c_char_p, (c_int32,)),
    "gx_id_parse": (c_int32, (c_char_p, c_int64, c_char_p, POINTER(c_void_p))),
    "gx_id_text": (c_int32, (c_char_p, c_char_p, POINTER(c_void_p))),
    "gx_error_code": (c_int32, (c_void_p,)),
    "gx_error_retryable": (c_int32, (c_void_p,)),
    "gx_error_message": (c_int32, (c_void_p, POINTER(gx_str))),
    "gx_error_id": (c_int32, (c_void_p, POINTER(gx_str))),
    "gx_error_field": (c_int32, (c_void_p, POINTER(gx_str))),
    "gx_error_detail": (c_int32, (c_void_p, POINTER(gx_str))),
    "gx_error_create": (c_void_p, (c_int32, c_char_p, c_int64)),
    "gx_error_free": (None, (c_void_p,)),
    "gx_text_view": (c_int32, (c_void_p, POINTER(gx_str))),
    "gx_text_free": (None, (c_void_p,)),
    "gx_options_init": (c_int32, (c_void_p, c_uint32)),
    "gx_store_create": (c_int32, (c_char_p, c_int64, POINTER(gx_store_options), POINTER(c_void_p), POINTER(c_void_p))),
    "gx_store_open": (c_int32, (c_char_p, c_int64, POINTER(gx_store_options), POINTER(c_void_p), POINTER(c_void_p))),
    "gx_store_lend": (c_int32, (c_void_p, c_void_p, POINTER(gx_store_options), POINTER(c_void_p), POINTER(c_void_p))),
    "gx_store_open_storage": (c_int32, (POINTER(gx_storage_vtable), POINTER(gx_store_options), POINTER(c_void_p), POINTER(c_void_p))),
    "gx_storage_lacks": (c_int32, (POINTER(gx_storage_vtable), c_int32, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_store_outcome": (c_int32, (c_void_p, c_int32, POINTER(c_void_p))),
    "gx_store_reload": (c_int32, (c_void_p, POINTER(c_void_p))),
    "gx_store_info": (c_int32, (c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_store_describe": (c_int32, (c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_store_dictionary": (c_int32, (c_void_p, c_int32, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_store_backup": (c_int32, (c_void_p, c_char_p, c_int64, gx_progress, c_void_p, POINTER(c_void_p))),
    "gx_store_integrity": (c_int32, (c_void_p, gx_progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_store_tick": (c_int32, (c_void_p, POINTER(c_void_p))),
    "gx_store_entity": (c_int32, (c_void_p, c_char_p, c_int64, POINTER(c_uint32), POINTER(c_void_p))),
    "gx_store_field": (c_int32, (c_void_p, c_uint32, c_char_p, c_int64, POINTER(c_uint32), POINTER(c_void_p))),
    "gx_store_free": (None, (c_void_p,)),
    "gx_principal_add": (c_int32, (c_void_p, POINTER(gx_principal), POINTER(c_void_p))),
    "gx_department_add": (c_int32, (c_void_p, c_char_p, c_char_p, POINTER(c_void_p))),
    "gx_fact_add": (c_int32, (c_void_p, POINTER(gx_str), POINTER(gx_str), POINTER(gx_str), c_int64, POINTER(c_void_p))),
    "gx_storage_rows_did": (c_int32, (c_void_p, c_uint32)),
    "gx_storage_rows_add": (c_int32, (c_void_p, POINTER(gx_storage_row))),
    "gx_storage_hits_add": (c_int32, (c_void_p, c_int64, POINTER(gx_storage_key), c_uint32, c_int64)),
    "gx_storage_groups_add": (c_int32, (c_void_p, c_int64, POINTER(gx_value), c_int64, POINTER(c_int64))),
    "gx_storage_log_add": (c_int32, (c_void_p, POINTER(gx_storage_change))),
    "gx_storage_bytes_give": (c_int32, (c_void_p, c_void_p, c_int64)),
    "gx_session_open": (c_int32, (c_void_p, c_char_p, c_int64, c_int32, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_open_user": (c_int32, (c_void_p, c_char_p, c_int32, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_open_system": (c_int32, (c_void_p, c_char_p, c_int64, c_int32, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_user": (c_int32, (c_void_p, c_char_p, POINTER(c_void_p))),
    "gx_session_free": (None, (c_void_p,)),
    "gx_tx_begin": (c_int32, (c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_tx_commit": (c_int32, (c_void_p, POINTER(c_void_p))),
    "gx_tx_rollback": (c_int32, (c_void_p, POINTER(c_void_p))),
    "gx_tx_free": (None, (c_void_p,)),
    "gx_record_new": (c_int32, (c_void_p, c_uint32, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_record_copy": (c_int32, (c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_record_entity": (c_int32, (c_void_p, POINTER(c_uint32), POINTER(c_void_p))),
    "gx_record_view": (c_int32, (c_void_p, POINTER(c_uint32), c_int64, POINTER(gx_value), POINTER(c_void_p))),
    "gx_record_apply": (c_int32, (c_void_p, POINTER(c_uint32), c_int64, POINTER(gx_value), POINTER(c_void_p))),
    "gx_record_clear": (c_int32, (c_void_p, POINTER(c_void_p))),
    "gx_record_get_text": (c_int32, (c_void_p, c_uint32, POINTER(gx_str), POINTER(c_void_p))),
    "gx_record_get_integer": (c_int32, (c_void_p, c_uint32, POINTER(c_int64), POINTER(c_void_p))),
    "gx_record_get_decimal": (c_int32, (c_void_p, c_uint32, POINTER(c_int64), POINTER(c_int32), POINTER(c_void_p))),
    "gx_record_get_money": (c_int32, (c_void_p, c_uint32, POINTER(c_int64), POINTER(c_int32), POINTER(c_void_p))),
    "gx_record_get_id": (c_int32, (c_void_p, c_uint32, c_char_p, POINTER(c_void_p))),
    "gx_record_set_text": (c_int32, (c_void_p, c_uint32, c_char_p, c_int64, POINTER(c_void_p))),
    "gx_record_set_integer": (c_int32, (c_void_p, c_uint32, c_int64, POINTER(c_void_p))),
    "gx_record_set_decimal": (c_int32, (c_void_p, c_uint32, c_int64, c_int32, POINTER(c_void_p))),
    "gx_record_set_money": (c_int32, (c_void_p, c_uint32, c_int64, c_int32, POINTER(c_void_p))),
    "gx_record_set_id": (c_int32, (c_void_p, c_uint32, c_char_p, POINTER(c_void_p))),
    "gx_record_set_null": (c_int32, (c_void_p, c_uint32, POINTER(c_void_p))),
    "gx_record_parse": (c_int32, (c_void_p, c_uint32, c_char_p, c_int64, POINTER(c_void_p))),
    "gx_record_show": (c_int32, (c_void_p, c_uint32, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_record_to_json": (c_int32, (c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_record_from_json": (c_int32, (c_void_p, c_char_p, c_int64, POINTER(c_void_p))),
    "gx_record_free": (None, (c_void_p,)),
    "gx_session_create": (c_int32, (c_void_p, c_void_p, POINTER(gx_command_options), POINTER(gx_outcome), POINTER(c_void_p))),
    "gx_session_update": (c_int32, (c_void_p, c_char_p, c_void_p, POINTER(gx_command_options), POINTER(gx_outcome), POINTER(c_void_p))),
    "gx_session_archive": (c_int32, (c_void_p, c_uint32, c_char_p, POINTER(gx_command_options), POINTER(gx_outcome), POINTER(c_void_p))),
    "gx_session_restore": (c_int32, (c_void_p, c_uint32, c_char_p, POINTER(gx_command_options), POINTER(gx_outcome), POINTER(c_void_p))),
    "gx_session_upsert": (c_int32, (c_void_p, c_char_p, c_int64, c_char_p, c_int64, c_void_p, POINTER(gx_command_options), POINTER(gx_outcome), POINTER(c_void_p))),
    "gx_session_resolve": (c_int32, (c_void_p, c_uint32, c_char_p, c_int64, c_char_p, c_int64, c_char_p, POINTER(c_void_p))),
    "gx_session_command": (c_int32, (c_void_p, c_char_p, c_int64, POINTER(c_uint32), c_int64, POINTER(gx_value), POINTER(gx_command_options), POINTER(gx_outcome), POINTER(c_void_p))),
    "gx_session_run": (c_int32, (c_void_p, c_void_p, POINTER(gx_command_options), POINTER(gx_outcome), POINTER(c_void_p))),
    "gx_session_undo": (c_int32, (c_void_p, c_int64, c_int32, gx_progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_check_duplicates": (c_int32, (c_void_p, c_void_p, c_char_p, c_int64, c_int64, c_int64, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_find_duplicates": (c_int32, (c_void_p, c_uint32, c_int32, c_int32, c_int64, gx_progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_explain_duplicates": (c_int32, (c_void_p, c_uint32, c_char_p, c_char_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_prepare_duplicates": (c_int32, (c_void_p, c_uint32, c_int32, gx_progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_merge": (c_int32, (c_void_p, c_void_p, POINTER(gx_command_options), c_int32, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_unmerge": (c_int32, (c_void_p, c_void_p, POINTER(gx_command_options), c_int32, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_canonical": (c_int32, (c_void_p, c_uint32, c_char_p, c_char_p, POINTER(c_void_p))),
    "gx_batch_new": (c_int32, (c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_batch_create": (c_int32, (c_void_p, c_void_p, POINTER(c_void_p))),
    "gx_batch_update": (c_int32, (c_void_p, c_char_p, c_void_p, POINTER(c_void_p))),
    "gx_batch_run_command": (c_int32, (c_void_p, c_void_p, POINTER(c_void_p))),
    "gx_batch_run": (c_int32, (c_void_p, POINTER(gx_command_options), POINTER(gx_outcome), c_int64, POINTER(c_int64), POINTER(c_void_p))),
    "gx_batch_free": (None, (c_void_p,)),
    "gx_session_plan_import": (c_int32, (c_void_p, c_char_p, c_int64, POINTER(gx_import_options), POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_import": (c_int32, (c_void_p, c_char_p, c_int64, POINTER(gx_import_options), gx_progress, c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_export": (c_int32, (c_void_p, c_char_p, c_int64, POINTER(gx_export_options), gx_progress, c_void_p, POINTER(c_int64), POINTER(c_void_p))),
    "gx_session_get": (c_int32, (c_void_p, c_uint32, c_char_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_duplicates": (c_int32, (c_void_p, c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_changes": (c_int32, (c_void_p, c_int64, c_int64, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_query_new": (c_int32, (c_void_p, c_uint32, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_query_where": (c_int32, (c_void_p, POINTER(gx_term), c_int64, POINTER(c_void_p))),
    "gx_query_where_feel": (c_int32, (c_void_p, c_char_p, c_int64, POINTER(c_void_p))),
    "gx_query_filter": (c_int32, (c_void_p, c_char_p, c_int64, POINTER(c_void_p))),
    "gx_query_segment": (c_int32, (c_void_p, c_char_p, c_int64, POINTER(c_void_p))),
    "gx_session_explain": (c_int32, (c_void_p, c_uint32, c_char_p, c_int64, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_evaluate": (c_int32, (c_void_p, c_void_p, c_char_p, c_int64, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_feel": (c_int32, (c_void_p, c_char_p, c_int64, c_char_p, c_int64, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_decide": (c_int32, (c_void_p, c_char_p, c_int64, c_char_p, c_int64, c_char_p, c_int64, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_query_search": (c_int32, (c_void_p, c_char_p, c_int64, POINTER(c_void_p))),
    "gx_query_order": (c_int32, (c_void_p, c_uint32, c_int32, POINTER(c_void_p))),
    "gx_query_page": (c_int32, (c_void_p, c_int64, c_char_p, c_int64, POINTER(c_void_p))),
    "gx_query_archived": (c_int32, (c_void_p, c_int32, POINTER(c_void_p))),
    "gx_query_set": (c_int32, (c_void_p, POINTER(c_uint32), c_int64, POINTER(gx_value), POINTER(c_void_p))),
    "gx_query_count": (c_int32, (c_void_p, POINTER(c_int64), POINTER(c_void_p))),
    "gx_query_open": (c_int32, (c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_query_arrow": (c_int32, (c_void_p, POINTER(c_uint32), c_int64, c_void_p, POINTER(c_void_p))),
    "gx_query_free": (None, (c_void_p,)),
    "gx_cursor_next": (c_int32, (c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_cursor_fetch": (c_int32, (c_void_p, POINTER(c_uint32), c_int64, c_int64, POINTER(gx_value), POINTER(c_int64), POINTER(c_void_p))),
    "gx_cursor_entity": (c_int32, (c_void_p, POINTER(c_uint32), POINTER(c_void_p))),
    "gx_cursor_token": (c_int32, (c_void_p, POINTER(gx_str), POINTER(c_void_p))),
    "gx_cursor_free": (None, (c_void_p,)),
    "gx_session_card": (c_int32, (c_void_p, c_char_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_card_account": (c_int32, (c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_card_names": (c_int32, (c_void_p, POINTER(gx_str), POINTER(gx_str), POINTER(gx_str), POINTER(c_void_p))),
    "gx_card_part": (c_int32, (c_void_p, c_int32, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_card_to_json": (c_int32, (c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_card_free": (None, (c_void_p,)),
}


class Functions:
    """The functions of guanxi.h, without their prefix."""

    version_number: Callable[..., int]
    version_text: Callable[..., bytes]
    abi_version: Callable[..., int]
    has_feature: Callable[..., int]
    code_name: Callable[..., bytes]
    id_parse: Callable[..., int]
    id_text: Callable[..., int]
    error_code: Callable[..., int]
    error_retryable: Callable[..., int]
    error_message: Callable[..., int]
    error_id: Callable[..., int]
    error_field: Callable[..., int]
    error_detail: Callable[..., int]
    error_create: Callable[..., Any]
    error_free: Callable[..., None]
    text_view: Callable[..., int]
    text_free: Callable[..., None]
    options_init: Callable[..., int]
    store_create: Callable[..., int]
    store_open: Callable[..., int]
    store_lend: Callable[..., int]
    store_open_storage: Callable[..., int]
    storage_lacks: Callable[..., int]
    store_outcome: Callable[..., int]
    store_reload: Callable[..., int]
    store_info: Callable[..., int]
    store_describe: Callable[..., int]
    store_dictionary: Callable[..., int]
    store_backup: Callable[..., int]
    store_integrity: Callable[..., int]
    store_tick: Callable[..., int]
    store_entity: Callable[..., int]
    store_field: Callable[..., int]
    store_free: Callable[..., None]
    principal_add: Callable[..., int]
    department_add: Callable[..., int]
    fact_add: Callable[..., int]
    storage_rows_did: Callable[..., int]
    storage_rows_add: Callable[..., int]
    storage_hits_add: Callable[..., int]
    storage_groups_add: Callable[..., int]
    storage_log_add: Callable[..., int]
    storage_bytes_give: Callable[..., int]
    session_open: Callable[..., int]
    session_open_user: Callable[..., int]
    session_open_system: Callable[..., int]
    session_user: Callable[..., int]
    session_free: Callable[..., None]
    tx_begin: Callable[..., int]
    tx_commit: Callable[..., int]
    tx_rollback: Callable[..., int]
    tx_free: Callable[..., None]
    record_new: Callable[..., int]
    record_copy: Callable[..., int]
    record_entity: Callable[..., int]
    record_view: Callable[..., int]
    record_apply: Callable[..., int]
    record_clear: Callable[..., int]
    record_get_text: Callable[..., int]
    record_get_integer: Callable[..., int]
    record_get_decimal: Callable[..., int]
    record_get_money: Callable[..., int]
    record_get_id: Callable[..., int]
    record_set_text: Callable[..., int]
    record_set_integer: Callable[..., int]
    record_set_decimal: Callable[..., int]
    record_set_money: Callable[..., int]
    record_set_id: Callable[..., int]
    record_set_null: Callable[..., int]
    record_parse: Callable[..., int]
    record_show: Callable[..., int]
    record_to_json: Callable[..., int]
    record_from_json: Callable[..., int]
    record_free: Callable[..., None]
    session_create: Callable[..., int]
    session_update: Callable[..., int]
    session_archive: Callable[..., int]
    session_restore: Callable[..., int]
    session_upsert: Callable[..., int]
    session_resolve: Callable[..., int]
    session_command: Callable[..., int]
    session_run: Callable[..., int]
    session_undo: Callable[..., int]
    session_check_duplicates: Callable[..., int]
    session_find_duplicates: Callable[..., int]
    session_explain_duplicates: Callable[..., int]
    session_prepare_duplicates: Callable[..., int]
    session_merge: Callable[..., int]
    session_unmerge: Callable[..., int]
    session_canonical: Callable[..., int]
    batch_new: Callable[..., int]
    batch_create: Callable[..., int]
    batch_update: Callable[..., int]
    batch_run_command: Callable[..., int]
    batch_run: Callable[..., int]
    batch_free: Callable[..., None]
    session_plan_import: Callable[..., int]
    session_import: Callable[..., int]
    session_export: Callable[..., int]
    session_get: Callable[..., int]
    session_duplicates: Callable[..., int]
    session_changes: Callable[..., int]
    query_new: Callable[..., int]
    query_where: Callable[..., int]
    query_where_feel: Callable[..., int]
    query_filter: Callable[..., int]
    query_segment: Callable[..., int]
    session_explain: Callable[..., int]
    session_evaluate: Callable[..., int]
    session_feel: Callable[..., int]
    session_decide: Callable[..., int]
    query_search: Callable[..., int]
    query_order: Callable[..., int]
    query_page: Callable[..., int]
    query_archived: Callable[..., int]
    query_set: Callable[..., int]
    query_count: Callable[..., int]
    query_open: Callable[..., int]
    query_arrow: Callable[..., int]
    query_free: Callable[..., None]
    cursor_next: Callable[..., int]
    cursor_fetch: Callable[..., int]
    cursor_entity: Callable[..., int]
    cursor_token: Callable[..., int]
    cursor_free: Callable[..., None]
    session_card: Callable[..., int]
    card_account: Callable[..., int]
    card_names: Callable[..., int]
    card_part: Callable[..., int]
    card_to_json: Callable[..., int]
    card_free: Callable[..., None]

    def __init__(self, library: CDLL) -> None:
        """Binds them all; AttributeError names the first that the library lacks."""
        for name, (result, parameters) in PROTOTYPES.items():
            function = library[name]
            function.restype = result
            function.argtypes = parameters
            setattr(self, name[3:], function)
