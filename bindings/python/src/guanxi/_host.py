"""What a host may bring: its clock, ids, log, users, departments, facts and events, as functions of Python.

A function that raises makes the call fail in which it was called, and that call raises the same exception. Where the library cannot
fail any more (an event, the log) sys.unraisablehook is told; a source of facts that raises is shown on the card in place of its facts.
"""

from __future__ import annotations

import ctypes
import itertools
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Callable, Optional
from uuid import UUID

from . import _native
from ._fields import id_in, instant_in, instant_out
from ._library import MEMORY, call, lib, pending, text_at, text_in

__all__ = ["Event", "Fact", "HostDepartment", "HostUser"]


@dataclass(frozen=True)
class HostUser:
    """A user of the host, who need not be a row of the store."""

    id: UUID
    login: str
    name: str
    department: UUID | None = None
    roles: tuple[str, ...] = ()
    """Codes of roles in the store."""
    level: int = 0
    """Up to which sensitivity records are seen, 0 to 100."""
    administrator: bool = False
    blocked: bool = False


@dataclass(frozen=True)
class HostDepartment:
    """A department of the host, and the one above it."""

    id: UUID
    parent: UUID | None = None


@dataclass(frozen=True)
class Fact:
    """What another system says of a customer: a stable name, label and value for people, and as of when."""

    name: str
    label: str
    value: str
    as_of: datetime


@dataclass(frozen=True)
class Event:
    """A hint that something was committed. session.ask.changes() never misses one."""

    entity: int
    seq: int
    change_set: int
    record: UUID
    command: str


@dataclass
class Host:
    """The functions of a host, each of which may be left out."""

    clock: Optional[Callable[[], datetime]] = None
    ids: Optional[Callable[[datetime], UUID]] = None
    log: Optional[Callable[[int, str], object]] = None
    users: Optional[Callable[[], Iterable[HostUser]]] = None
    departments: Optional[Callable[[], Iterable[HostDepartment]]] = None
    events: Optional[Callable[[Event], object]] = None
    facts: dict[str, Callable[[UUID], Iterable[Fact]]] = field(default_factory=dict)


# ---- Callbacks: no exception may leave one ----


def failing(body: Callable[..., object], remember: bool = True) -> Callable[..., int]:
    """A callback with a place for its error as the last argument; it gives the code that the body gives, if it gives one."""

    def callback(_user_data: int, *arguments: Any) -> int:
        try:
            answer = body(*arguments[:-1])
            return answer if isinstance(answer, int) else _native.OK
        except BaseException as error:
            if remember:
                pending.exception = error
            said = f"{type(error).__name__}: {error}".encode("utf-8", "replace")
            arguments[-1][0] = lib.error_create(_native.E_HOST, said, len(said))
            return _native.E_HOST

    return callback


def silent(body: Callable[..., object]) -> Callable[..., None]:
    """A callback that cannot fail."""

    def callback(_user_data: int, *arguments: Any) -> None:
        try:
            body(*arguments)
        except BaseException as error:
            told: Any = _Unraisable(error, body)
            sys.unraisablehook(told)

    return callback


class _Unraisable:
    """What sys.unraisablehook takes."""

    err_msg = "Exception ignored in a callback of guanxi"

    def __init__(self, error: BaseException, source: object) -> None:
        self.exc_type, self.exc_value, self.exc_traceback = type(error), error, error.__traceback__
        self.object = source


def _now(clock: Callable[[], datetime]) -> Callable[..., object]:
    def body(out: Any) -> None:
        out[0] = instant_in(clock(), "the clock")

    return body


def _next(ids: Callable[[datetime], UUID]) -> Callable[..., object]:
    def body(now: int, out: int) -> None:
        ctypes.memmove(out, id_in(ids(instant_out(now)), "ids"), 16)

    return body


def _write(log: Callable[[int, str], object]) -> Callable[..., object]:
    def body(level: int, text: int | None, length: int) -> None:
        log(level, str(MEMORY[text : text + length], "utf-8") if text and length else "")

    return body


def _list_users(users: Callable[[], Iterable[HostUser]]) -> Callable[..., object]:
    def body(into: int) -> None:
        for user in users():
            row = _native.gx_principal()
            row.struct_size = ctypes.sizeof(row)
            row.blocked, row.administrator, row.level = int(user.blocked), int(user.administrator), user.level
            row.id[:] = user.id.bytes
            if user.department is not None:
                row.department[:] = user.department.bytes
            kept = [set_text(row.login, user.login), set_text(row.name, user.name), set_text(row.roles, ",".join(user.roles))]
            call(lib.principal_add, into, ctypes.byref(row))
            del kept

    return body


def _list_departments(departments: Callable[[], Iterable[HostDepartment]]) -> Callable[..., object]:
    def body(into: int) -> None:
        for one in departments():
            call(lib.department_add, into, one.id.bytes, one.parent.bytes if one.parent is not None else None)

    return body


def _ask(facts: Callable[[UUID], Iterable[Fact]]) -> Callable[..., object]:
    def body(account: int, into: int) -> None:
        for fact in facts(UUID(bytes=bytes(MEMORY[account : account + 16]))):
            texts = [_native.gx_str() for _ in range(3)]
            kept = [set_text(place, text) for place, text in zip(texts, (fact.name, fact.label, fact.value))]
            call(lib.fact_add, into, *(ctypes.byref(text) for text in texts), instant_in(fact.as_of, "Fact.as_of"))
            del kept

    return body


def _committed(events: Callable[[Event], object]) -> Callable[..., object]:
    def body(event: Any) -> None:
        row = event[0]
        events(Event(row.entity, row.seq, row.change_set, UUID(bytes=bytes(row.record)), text_at(row.command)))

    return body


def set_text(into: _native.gx_str, text: str) -> object:
    """Points a gx_str at a text; what comes back must live as long."""
    data, length = text_in(text)
    kept = ctypes.c_char_p(data)
    into.ptr = ctypes.cast(kept, ctypes.c_void_p)
    into.len = length
    return kept


# ---- Tables: alive until the store says that it has ended ----

_alive: dict[int, object] = {}
_keys = itertools.count(1)


def _ended(key: int) -> None:
    _alive.pop(key, None)


# One for all tables, so that it outlives the table whose end it is told.
_destroy = ctypes.CFUNCTYPE(None, ctypes.c_void_p)(_ended)


def table_of(kind: type[Any], **members: Any) -> Any:
    table = kind()
    table.struct_size = ctypes.sizeof(table)
    table.user_data = next(_keys)
    table.destroy = kind._fields_[2][1](ctypes.cast(_destroy, ctypes.c_void_p).value)
    for name, value in members.items():
        setattr(table, name, value)
    _alive[table.user_data] = (table, members)
    return table


def _facts_table(source: str, facts: Callable[[UUID], Iterable[Fact]]) -> Any:
    table = table_of(_native.gx_facts, ask=_native.gx_facts_ask(failing(_ask(facts), remember=False)))
    _alive[table.user_data] = (_alive[table.user_data], set_text(table.source, source))
    return table


def give_tables(host: Host, options: _native.gx_store_options) -> None:
    """Puts the tables of the host's functions into the options."""
    if host.clock is not None:
        options.clock = ctypes.pointer(table_of(_native.gx_clock, now=_native.gx_clock_now(failing(_now(host.clock)))))
    if host.ids is not None:
        options.ids = ctypes.pointer(table_of(_native.gx_ids, next=_native.gx_ids_next(failing(_next(host.ids)))))
    if host.log is not None:
        options.log = ctypes.pointer(table_of(_native.gx_log, write=_native.gx_log_write(silent(_write(host.log)))))
    if host.users is not None:
        listed = _native.gx_principals_list(failing(_list_users(host.users)))
        options.principals = ctypes.pointer(table_of(_native.gx_principals, list=listed))
    if host.departments is not None:
        listed = _native.gx_org_chart_list(failing(_list_departments(host.departments)))
        options.org_chart = ctypes.pointer(table_of(_native.gx_org_chart, list=listed))
    if host.events is not None:
        told = _native.gx_events_committed(silent(_committed(host.events)))
        options.events = ctypes.pointer(table_of(_native.gx_events, committed=told))
    tables = [ctypes.pointer(_facts_table(source, facts)) for source, facts in host.facts.items()]
    if tables:
        options.facts = (ctypes.POINTER(_native.gx_facts) * len(tables))(*tables)
        options.facts_count = len(tables)


@contextmanager
def progress_of(progress: Callable[[int, int], bool | None] | None) -> Iterator[Any]:
    """The callback for long work; NULL where there is none."""
    if progress is None:
        null: Any = _native.gx_progress
        yield null()
        return
    report = progress

    def callback(_user_data: int, done: int, total: int) -> int:
        try:
            return 0 if report(done, total) is False else 1
        except BaseException as error:
            pending.exception = error
            return 0

    yield _native.gx_progress(callback)
