"""A storage of the host's own, in Python: the rows, the log and the settings of a store in whatever the host keeps its data in.

Ten methods are needed and three groups may be added; the library filters, orders, counts and searches what they give. A method that raises
makes the call raise the same exception, except Busy of begin() and Duplicate and Conflict of put(), which the library says in its own
words. The library calls one method at a time; none of them may use the store.
"""

from __future__ import annotations

import ctypes
import itertools
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Callable, Optional, Union

from . import _native
from ._cells import CELL, NULL, Cell, fill
from ._host import failing, set_text, silent, table_of
from ._library import MEMORY, lib, text_at
from .errors import Busy, Conflict, Duplicate

__all__ = ["LogWish", "Storage", "StoredChange", "StoredPut", "StoredRow"]

Value = Optional[tuple[int, int, Union[int, bytes]]]
"""A value as it is kept: type, length, and number or bytes; None where there is none. To be given back as it was given."""
Key = tuple[int, Value]
"""An exact key under which a row is found: keys are the same when they are equal."""


@dataclass(frozen=True)
class StoredRow:
    """A row as it is kept; the first two values are its id and revision."""

    rid: int
    values: tuple[Value, ...]
    search: str | None = None
    """The text by which it is found, as it was put; None: not kept."""


@dataclass(frozen=True)
class StoredPut:
    """A row to be kept."""

    entity: int
    id: bytes
    rid: int
    """The number of a stored row; 0: a new one."""
    values: tuple[Value, ...]
    before_revision: int
    """What the stored row must have, else it is a Conflict; 0: a new one."""
    added: tuple[Key, ...]
    removed: tuple[Key, ...]
    search: str


@dataclass(frozen=True)
class StoredChange:
    """One row of the change log; times in microseconds since 1970."""

    seq: int
    set: int
    at: int
    entity: int
    rid: int
    record: bytes
    actor: bytes
    on_behalf: bytes
    kind: int
    command: str
    reason: str
    delta: bytes


@dataclass(frozen=True)
class LogWish:
    """Which changes of the log are asked for; 0 where it does not matter."""

    newest_first: bool
    after: int
    """Only a greater seq; newest first: only a smaller one."""
    set: int
    entity: int
    rid: int
    limit: int


class Storage(ABC):
    """What guanxi.open_storage() opens. `at` is what begin() or open_view() gave, or None: what is committed now.

    May be added: savepoint(tx, mark), release(tx, mark) and rollback_to(tx, mark), all three; open_view() and close_view(view), both;
    probe(at, keys), which gives (index, entity, rid) for each row under each key.
    """

    name = "python"

    @abstractmethod
    def begin(self) -> Any:
        """Opens the one transaction, whose changes are seen through it alone. Raise Busy where another process holds the data."""

    @abstractmethod
    def commit(self, tx: Any) -> None:
        """Makes its changes durable and seen by all, or raises and makes none of them."""

    @abstractmethod
    def rollback(self, tx: Any) -> None:
        """Undoes them."""

    @abstractmethod
    def put(self, tx: Any, row: StoredPut) -> int:
        """Keeps a row and gives its rid; that of a new one is greater than all of its entity before. Raise Duplicate where its id is there
        already, Conflict where the stored row has another revision or is not there."""

    @abstractmethod
    def get(self, at: Any, entity: int, id: bytes | None, rid: int) -> StoredRow | None:
        """The row with this id or, where it is None, with this rid."""

    @abstractmethod
    def scan(self, at: Any, entity: int) -> Iterable[StoredRow]:
        """All rows of an entity, in any order."""

    @abstractmethod
    def append(self, tx: Any, change: StoredChange) -> int:
        """Appends to the log and gives the seq, greater than all before; a set of 0 becomes that seq."""

    @abstractmethod
    def changes(self, at: Any, wish: LogWish) -> Iterable[StoredChange]:
        """Changes of the log, oldest first unless the wish says otherwise."""

    @abstractmethod
    def save(self, tx: Any, name: bytes, data: bytes | None) -> None:
        """Keeps bytes under a name; None: forgets them."""

    @abstractmethod
    def load(self, at: Any, name: bytes) -> bytes | None:
        """The bytes under a name."""


# ---- Values, in and out ----


def _bytes(address: int | None, size: int) -> bytes:
    return MEMORY[address : address + size].tobytes() if address and size else b""


def _values(at: Any, count: int) -> tuple[Value, ...]:
    if count == 0:
        return ()
    first = ctypes.addressof(at.contents)
    return tuple(None if state != _native.STATE_SET else (kind, length, _bytes(payload, length) if kind >= _native.TYPE_TEXT else payload)
                 for kind, state, length, payload in CELL.iter_unpack(MEMORY[first : first + 16 * count]))


def _keys(at: Any, count: int) -> tuple[Key, ...]:
    return tuple((at[i].space, _values(ctypes.pointer(at[i].value), 1)[0]) for i in range(count))


def _cell(value: Value) -> Cell:
    if value is None:
        return NULL
    kind, length, what = value
    return Cell(kind, 0, 0, what) if isinstance(what, bytes) else Cell(kind, length, what)


def _give_rows(out: int, rows: Iterable[StoredRow]) -> int:
    for row in rows:
        cells = (_native.gx_value * len(row.values))()
        kept = [fill(cells, ((at * 16, _cell(value)) for at, value in enumerate(row.values)))]
        given = _native.gx_storage_row(ctypes.sizeof(_native.gx_storage_row), 0, row.rid, len(row.values), cells)
        if row.search is not None:
            kept.append(set_text(given.search, row.search))
        code = lib.storage_rows_add(out, ctypes.byref(given))
        if code != _native.OK:
            return _native.OK if code == _native.DONE else code
    return _native.OK


def _change_in(row: Any, seq: int = 0) -> StoredChange:
    return StoredChange(seq, row.set, row.at_us, row.entity, row.rid, bytes(row.record), bytes(row.actor), bytes(row.on_behalf), row.kind,
                        text_at(row.command), text_at(row.reason), _bytes(row.delta.ptr, row.delta.len))


def _give_changes(out: int, changes: Iterable[StoredChange]) -> int:
    for change in changes:
        row = _native.gx_storage_change()
        row.struct_size = ctypes.sizeof(row)
        row.seq, row.set, row.at_us, row.entity, row.rid, row.kind = change.seq, change.set, change.at, change.entity, change.rid, change.kind
        row.record[:], row.actor[:], row.on_behalf[:] = change.record, change.actor, change.on_behalf
        delta = ctypes.create_string_buffer(change.delta, len(change.delta) + 1)
        row.delta.ptr, row.delta.len = ctypes.addressof(delta), len(change.delta)
        kept = (set_text(row.command, change.command), set_text(row.reason, change.reason))
        code = lib.storage_log_add(out, ctypes.byref(row))
        del kept
        if code != _native.OK:
            return _native.OK if code == _native.DONE else code
    return _native.OK


# ---- The table ----


class _Calls:
    """The functions of the table, on a storage; what it opens is known to the library by a number."""

    def __init__(self, storage: Storage) -> None:
        self.storage: Any = storage
        self.opened: dict[int, Any] = {}
        self.numbers = itertools.count(1)
        self.kept: list[object] = []

    def remember(self, out: int, opened: Any) -> None:
        number = next(self.numbers)
        self.opened[number] = opened
        ctypes.c_void_p.from_address(out).value = number

    def at(self, number: int | None) -> Any:
        return self.opened[number] if number else None

    def begin(self, out: int) -> None:
        self.remember(out, self.storage.begin())

    def commit(self, tx: int) -> None:
        self.storage.commit(self.opened.pop(tx))

    def rollback(self, tx: int) -> None:
        self.storage.rollback(self.opened.pop(tx))

    def put(self, tx: int, put: Any, out_rid: Any) -> None:
        row = put[0]
        out_rid[0] = self.storage.put(self.at(tx), StoredPut(
            row.entity, bytes(row.id), row.rid, _values(row.values, row.count), row.before_revision, _keys(row.added, row.added_count),
            _keys(row.removed, row.removed_count), text_at(row.search)))

    def get(self, at: int | None, entity: int, id16: int | None, rid: int, out: int) -> int:
        row = self.storage.get(self.at(at), entity, _bytes(id16, 16) if id16 else None, rid)
        return _give_rows(out, () if row is None else (row,))

    def scan(self, at: int | None, wish: Any, out: int) -> int:
        return _give_rows(out, self.storage.scan(self.at(at), wish[0].entity))

    def append(self, tx: int, change: Any, out_seq: Any) -> None:
        out_seq[0] = self.storage.append(self.at(tx), _change_in(change[0]))

    def changes(self, at: int | None, wish: Any, out: int) -> int:
        asked = wish[0]
        return _give_changes(out, self.storage.changes(
            self.at(at), LogWish(bool(asked.newest_first), asked.after, asked.set, asked.entity, asked.rid, asked.limit)))

    def save(self, tx: int, name: int, name_len: int, data: int | None, length: int) -> None:
        self.storage.save(self.at(tx), _bytes(name, name_len), None if data is None else _bytes(data, length))

    def load(self, at: int | None, name: int, name_len: int, out: int) -> int:
        data: bytes | None = self.storage.load(self.at(at), _bytes(name, name_len))
        return _native.OK if data is None else lib.storage_bytes_give(out, data, len(data))

    def savepoint(self, tx: int, mark: int) -> None:
        self.storage.savepoint(self.at(tx), mark)

    def release(self, tx: int, mark: int) -> None:
        self.storage.release(self.at(tx), mark)

    def rollback_to(self, tx: int, mark: int) -> None:
        self.storage.rollback_to(self.at(tx), mark)

    def open_view(self, out: int) -> None:
        self.remember(out, self.storage.open_view())

    def close_view(self, view: int) -> None:
        self.storage.close_view(self.opened.pop(view))

    def probe(self, at: int | None, keys: Any, count: int, out: int) -> int:
        for index, entity, rid in self.storage.probe(self.at(at), _keys(keys, count)):
            code = lib.storage_hits_add(out, index, ctypes.byref(keys[index]), entity, rid)
            if code < 0:
                return code
        return _native.OK


def _said(body: Callable[..., object]) -> Callable[..., object]:
    def told(*arguments: Any) -> object:
        try:
            return body(*arguments)
        except (Busy, Conflict, Duplicate) as error:
            return error.code

    return told


_NEEDED = ("begin", "commit", "rollback", "put", "get", "scan", "append", "changes", "save", "load")
_MORE = ("savepoint", "release", "rollback_to", "open_view", "close_view", "probe")
_SILENT = ("rollback", "close_view")


def storage_table(storage: Storage) -> Any:
    """The table of a storage's functions, which lives until the store says that it has ended."""
    calls = _Calls(storage)
    kinds: dict[str, Any] = dict(_native.gx_storage_vtable._fields_)
    members: dict[str, Any] = {}
    for name in (*_NEEDED, *(name for name in _MORE if hasattr(storage, name))):
        body = getattr(calls, name)
        members[name] = kinds[name](silent(body) if name in _SILENT else failing(_said(body)))
    table = table_of(_native.gx_storage_vtable, **members)
    calls.kept.append(set_text(table.name, storage.name))
    return table
