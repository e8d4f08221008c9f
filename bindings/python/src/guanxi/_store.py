"""Stores: a file with customers in it."""

from __future__ import annotations

import ctypes
import json
import os
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Callable, TypeVar, Union
from uuid import UUID

from . import _native
from ._fields import Field
from ._handle import Handle, made
from ._host import Event, Fact, Host, HostDepartment, HostUser, give_tables, progress_of, set_text
from ._library import call, lib, take_text, text_in
from ._record import Record
from ._schema import Schema
from ._session import Progress, Session
from ._storage import Storage, storage_table

__all__ = ["Store", "create", "describe", "dictionary", "open", "open_storage"]

R = TypeVar("R", bound=Record)

_DURABILITY = {"full": _native.DURABLE_FULL, "normal": _native.DURABLE_NORMAL}
_LANGUAGE = {"en": _native.ENGLISH, "zh": _native.CHINESE}
# Whose rows are the schema itself.
_SCHEMA_ENTITIES = {"custom_field", "custom_entity"}

Path = Union[str, "os.PathLike[str]"]


def _one_of(choices: dict[str, int], chosen: str, what: str) -> int:
    if chosen not in choices:
        raise ValueError(f"{what} is one of {', '.join(map(repr, choices))}, not {chosen!r}")
    return choices[chosen]


def _path(path: Path) -> tuple[bytes, int]:
    return text_in(os.fspath(path), "a path")


class Store(Handle):
    """A store, made by guanxi.open() or guanxi.create(). Any thread may use it; a session belongs to one thread at a time."""

    _what = "store"

    def __init__(self, handle: ctypes.c_void_p) -> None:
        super().__init__(handle, lib.store_free)
        self._schema: Schema | None = None

    def session(self, user: str | UUID, language: str = "en") -> Session:
        """A session of the user with this login or id; Denied where there is none who may act. Its errors and labels are in the
        language, "en" or "zh"."""
        number = _one_of(_LANGUAGE, language, "language")
        if isinstance(user, UUID):
            return Session(self, made(lib.session_open_user, self._handle, user.bytes, number))
        return Session(self, made(lib.session_open, self._handle, *text_in(user, "a login"), number))

    def system_session(self, because: str, language: str = "en") -> Session:
        """A session of the host itself, which decides who may do what: no permission is checked, and the change log says "system"
        and why."""
        number = _one_of(_LANGUAGE, language, "language")
        return Session(self, made(lib.session_open_system, self._handle, *text_in(because, "because"), number))

    def entity(self, name: str) -> type[Record]:
        """The class of an entity by its name, those made at run time too: store.entity("vehicle")."""
        return self._types().by_name(name)

    def parse(self, field: Field[Any, Any], text: str) -> Any:
        """The value of a text as people type it: "1,234.50", "2026年3月1日", a label of a picklist."""
        kind = self._type(field.owner)
        row = made(lib.record_new, self._handle, kind._number)
        try:
            call(lib.record_parse, row, field.number, *text_in(text))
            return kind._read(row)[field.name]
        finally:
            lib.record_free(row)

    def info(self) -> dict[str, Any]:
        """What is open: backend, engine_version, path, library_version, schema_version, bytes, log_bytes, last_change."""
        info: dict[str, Any] = json.loads(take_text(lib.store_info, self._handle))
        return info

    def describe(self) -> dict[str, Any]:
        """Everything that can be named: entities with their fields, picklists, commands, queries, custom ones too."""
        return _described(self._handle)

    def dictionary(self, language: str = "en") -> str:
        """The data dictionary for people, in Markdown."""
        return take_text(lib.store_dictionary, self._handle, _one_of(_LANGUAGE, language, "language"))

    def backup(self, path: Path, progress: Progress = None) -> None:
        """Copies the store to a new file while it is in use."""
        with progress_of(progress) as callback:
            call(lib.store_backup, self._handle, *_path(path), callback, None)

    def integrity(self, progress: Progress = None) -> list[str]:
        """Checks file, indexes, search and keys against the rows: a sentence for each finding, none where all is well."""
        with progress_of(progress) as callback:
            findings: list[str] = json.loads(take_text(lib.store_integrity, self._handle, callback, None))
        return findings

    def tick(self) -> None:
        """Housekeeping that a host calls now and then, once a day say."""
        call(lib.store_tick, self._handle)

    def reload(self) -> None:
        """The host's users or departments have changed, or another process has added fields: asks for them again."""
        self._schema = None
        call(lib.store_reload, self._handle)

    # ---- Within ----

    def _types(self) -> Schema:
        if self._schema is None:
            self._schema = Schema(self.describe())
        return self._schema

    def _type(self, kind: type[R]) -> type[R]:
        """The class with the store's own fields."""
        return self._types().of(kind)

    def _changed(self, record: Record | None) -> None:
        """The schema follows its own rows."""
        if record is None or record._name in _SCHEMA_ENTITIES:
            self._schema = None


def _described(handle: ctypes.c_void_p | None) -> dict[str, Any]:
    known: dict[str, Any] = json.loads(take_text(lib.store_describe, handle))
    return known


def describe() -> dict[str, Any]:
    """Everything built in that can be named: entities with their fields, picklists, commands, queries."""
    return _described(None)


def dictionary(language: str = "en") -> str:
    """The data dictionary of what is built in, in Markdown."""
    return take_text(lib.store_dictionary, None, _one_of(_LANGUAGE, language, "language"))


def _options(host: Host, durability: str, busy_timeout: float | None, log_reads: bool, claim_limit: int, language: str,
             save_indexes: bool) -> _native.gx_store_options:
    options = _native.gx_store_options()
    options.struct_size = ctypes.sizeof(options)
    options.durability = _one_of(_DURABILITY, durability, "durability")
    options.language = _one_of(_LANGUAGE, language, "language")
    options.busy_timeout_ms = 0 if busy_timeout is None else -1 if busy_timeout <= 0 else max(1, round(busy_timeout * 1000))
    options.log_reads = int(log_reads)
    options.claim_limit = claim_limit
    options.save_indexes = 0 if save_indexes else -1
    give_tables(host, options)
    return options


def open(path: Path, *, durability: str = "full", busy_timeout: float | None = None, log_reads: bool = False, claim_limit: int = 0,
         language: str = "en", save_indexes: bool = True, clock: Callable[[], datetime] | None = None, ids: Callable[[datetime], UUID] | None = None,
         log: Callable[[int, str], object] | None = None, users: Callable[[], Iterable[HostUser]] | None = None,
         departments: Callable[[], Iterable[HostDepartment]] | None = None, events: Callable[[Event], object] | None = None,
         facts: dict[str, Callable[[UUID], Iterable[Fact]]] | None = None) -> Store:
    """Opens a store. An older file is brought up to date after a backup beside it.

    durability     "full": what is committed survives power loss; "normal": a crash of the process
    busy_timeout   seconds to wait for another process; None: ten, 0: not at all
    log_reads      keep who read which record
    claim_limit    accounts one user may hold from the pool; 0: 50
    language       of errors of the store's own functions, "en" or "zh"
    save_indexes   keep the indexes of the duplicate check beside the file, so that the next process need not read all rows
    clock … facts  what the host brings: functions, by source for the facts
    """
    host = Host(clock, ids, log, users, departments, events, facts or {})
    where = _path(path)
    options = _options(host, durability, busy_timeout, log_reads, claim_limit, language, save_indexes)
    return Store(made(lib.store_open, *where, ctypes.byref(options)))


def create(path: Path, *, login: str, name: str, durability: str = "full", busy_timeout: float | None = None, log_reads: bool = False,
           claim_limit: int = 0, language: str = "en", save_indexes: bool = True, clock: Callable[[], datetime] | None = None,
           ids: Callable[[datetime], UUID] | None = None, log: Callable[[int, str], object] | None = None,
           users: Callable[[], Iterable[HostUser]] | None = None, departments: Callable[[], Iterable[HostDepartment]] | None = None,
           events: Callable[[Event], object] | None = None,
           facts: dict[str, Callable[[UUID], Iterable[Fact]]] | None = None) -> Store:
    """Makes a new store whose administrator has this login and name. ":memory:" makes one in memory; a file that exists stays as it
    is, and the call is Misuse. The rest is as for open()."""
    host = Host(clock, ids, log, users, departments, events, facts or {})
    where = _path(path)
    options = _options(host, durability, busy_timeout, log_reads, claim_limit, language, save_indexes)
    kept = (set_text(options.administrator_login, login), set_text(options.administrator_name, name))
    store = Store(made(lib.store_create, *where, ctypes.byref(options)))
    del kept
    return store


def open_storage(storage: Storage, *, login: str = "", name: str = "", busy_timeout: float | None = None, log_reads: bool = False,
                 claim_limit: int = 0, language: str = "en", clock: Callable[[], datetime] | None = None,
                 ids: Callable[[datetime], UUID] | None = None, log: Callable[[int, str], object] | None = None,
                 users: Callable[[], Iterable[HostUser]] | None = None, departments: Callable[[], Iterable[HostDepartment]] | None = None,
                 events: Callable[[Event], object] | None = None,
                 facts: dict[str, Callable[[UUID], Iterable[Fact]]] | None = None) -> Store:
    """Opens the store that a storage of the host's own holds. Where it holds none it is made, with an administrator of this login and name.
    The rest is as for open()."""
    host = Host(clock, ids, log, users, departments, events, facts or {})
    options = _options(host, "full", busy_timeout, log_reads, claim_limit, language, save_indexes=False)
    kept = (set_text(options.administrator_login, login), set_text(options.administrator_name, name))
    store = Store(made(lib.store_open_storage, ctypes.byref(storage_table(storage)), ctypes.byref(options)))
    del kept
    return store
