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
LOG_FAULT = 0
LOG_WARNING = 1
LOG_NOTICE = 2

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
    "gx_session_get": (c_int32, (c_void_p, c_uint32, c_char_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_duplicates": (c_int32, (c_void_p, c_void_p, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_session_changes": (c_int32, (c_void_p, c_int64, c_int64, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_query_new": (c_int32, (c_void_p, c_uint32, POINTER(c_void_p), POINTER(c_void_p))),
    "gx_query_where": (c_int32, (c_void_p, POINTER(gx_term), c_int64, POINTER(c_void_p))),
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
    session_get: Callable[..., int]
    session_duplicates: Callable[..., int]
    session_changes: Callable[..., int]
    query_new: Callable[..., int]
    query_where: Callable[..., int]
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
