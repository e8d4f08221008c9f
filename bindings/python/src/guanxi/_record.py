"""Records: the values of one row, copied out of the library. They hold nothing of it and are used as any object of Python."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterator
from typing import Any, ClassVar, TypeVar

from . import _native
from ._cells import fill
from ._fields import Field
from ._library import MEMORY, call, lib

__all__ = ["Arguments", "Record"]

R = TypeVar("R", bound="Record")

_SET = _native.STATE_SET
_MASKED = _native.STATE_MASKED
_PAIRS = (_native.TYPE_DECIMAL, _native.TYPE_MONEY)


class Layout:
    """How the values of all fields are read at once: first what is a number, then what is a number and a scale or currency, then
    texts, then ids."""

    def __init__(self, fields: list[Field[Any, Any]]) -> None:
        groups: tuple[list[Field[Any, Any]], ...] = ([], [], [], [])
        for field in fields:
            of_id = field.kind == _native.TYPE_ID
            groups[3 if of_id else 2 if field.kind >= _native.TYPE_TEXT else 1 if field.kind in _PAIRS else 0].append(field)
        ordered = [field for group in groups for field in group]
        self.names = tuple(field.name for field in ordered)
        self.count = len(ordered)
        self.numbers = (ctypes.c_uint32 * self.count)(*(field.number for field in ordered))
        self.row = struct.Struct("=" + "2xHIq" * self.count)  # state, length, payload: the type is known
        self.cells = _native.gx_value * self.count
        self.pairs = len(groups[0])
        self.texts = self.pairs + len(groups[1])
        self.ids = self.texts + len(groups[2])

    def read(self, cells: tuple[int, ...]) -> tuple[dict[str, Any], frozenset[str]]:
        """The values by name, and the names of those that are masked; of each value its state, length and payload."""
        states, lengths, payloads = cells[0::3], cells[1::3], cells[2::3]
        pairs, texts, ids = self.pairs, self.texts, self.ids
        values: list[Any] = [p if s == _SET else None for s, p in zip(states[:pairs], payloads)]
        values += [(p, n) if s == _SET else None for s, n, p in zip(states[pairs:texts], lengths[pairs:], payloads[pairs:])]
        values += [MEMORY[p : p + n].tobytes().decode() if s == _SET else None for s, n, p in zip(states[texts:ids], lengths[texts:], payloads[texts:])]
        values += [MEMORY[p : p + 16].tobytes() if s == _SET else None for s, p in zip(states[ids:], payloads[ids:])]
        masked = frozenset(name for name, s in zip(self.names, states) if s == _MASKED) if _MASKED in states else frozenset()
        return dict(zip(self.names, values)), masked


class Record:
    """A row of an entity: account.name, account["name"], dict(account). What is not set is None.

    Values are datetime (in UTC), date, Decimal, Money, UUID, frozenset, str, int and bool. Assigning one of another type is a
    TypeError, an unknown field an AttributeError; nothing is stored before session.create() or session.update().
    """

    __slots__ = ("_values", "_changed", "_masked")

    _number: ClassVar[int] = 0
    _name: ClassVar[str] = ""
    _fields: ClassVar[dict[str, Field[Any, Any]]] = {}
    _attributes: ClassVar[dict[str, Field[Any, Any]]] = {}
    _layout: ClassVar[Layout]

    _values: dict[str, Any]
    _changed: dict[str, Field[Any, Any]]
    _masked: frozenset[str]

    def __init_subclass__(cls) -> None:
        own = [value for value in vars(cls).values() if isinstance(value, Field)]
        cls._fields = {**cls._fields, **{field.name: field for field in own}}
        cls._attributes = {**cls._attributes, **{field.attribute: field for field in own}}
        cls._layout = Layout(list(cls._fields.values()))

    def __init__(self, **values: Any) -> None:
        self._values = {}
        self._changed = {}
        self._masked = frozenset()
        for attribute, value in values.items():
            field = self._attributes.get(attribute)
            if field is None:
                raise TypeError(f"{type(self).__name__} has no field {attribute!r}")
            if field.kept:
                raise TypeError(f"{field} is kept by the library and cannot be given")
            field.__set__(self, value)

    @property
    def masked_fields(self) -> frozenset[str]:
        """The names of fields that have a value which this user may not see; they read as None."""
        return self._masked

    def keys(self) -> list[str]:
        """The names of the fields that are known: all of a record that was read, what was assigned of a new one."""
        return [name for name in self._fields if name in self._values]

    def values(self) -> list[Any]:
        """The values of the fields that are known."""
        return [self[name] for name in self.keys()]

    def items(self) -> list[tuple[str, Any]]:
        """Names and values of the fields that are known."""
        return [(name, self[name]) for name in self.keys()]

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a field by its name; the default where it is not set."""
        value = self[name]
        return default if value is None else value

    def __getitem__(self, name: str) -> Any:
        field = self._named(name)
        raw = self._values.get(name)
        return None if raw is None else field.unpack(raw)

    def __setitem__(self, name: str, value: Any) -> None:
        self._named(name).__set__(self, value)

    def __contains__(self, name: object) -> bool:
        return self._values.get(name) is not None  # type: ignore[call-overload]

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def __len__(self) -> int:
        return len(self._values)

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and isinstance(other, Record) and self._values == other._values

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = ", ".join(f"{self._fields[name].attribute}={self[name]!r}" for name in self.keys() if self._values[name] is not None)
        return f"{type(self).__name__}({shown})"

    def _named(self, name: str) -> Field[Any, Any]:
        try:
            return self._fields[name]
        except KeyError:
            raise KeyError(f"{type(self).__name__} has no field {name!r}") from None

    # ---- Crossing ----

    @classmethod
    def _of(cls: type[R], values: dict[str, Any], masked: frozenset[str]) -> R:
        record = cls.__new__(cls)
        record._values, record._changed, record._masked = values, {}, masked
        return record

    @classmethod
    def _read(cls: type[R], handle: ctypes.c_void_p) -> R:
        """Copies a record of the library, all fields in one call."""
        layout = cls._layout
        cells = layout.cells()
        call(lib.record_view, handle, layout.numbers, layout.count, cells)
        return cls._of(*layout.read(layout.row.unpack_from(cells)))

    def _reread(self, handle: ctypes.c_void_p) -> None:
        fresh = type(self)._read(handle)
        self._values, self._changed, self._masked = fresh._values, {}, fresh._masked

    def _cells(self, whole: bool = False) -> tuple[Any, int, Any, object]:
        """What was assigned, or all that is known: numbers, how many, values, and what must live as long as they do."""
        fields = [self._fields[name] for name in self.keys() if name not in self._masked] if whole else list(self._changed.values())
        numbers = (ctypes.c_uint32 * len(fields))(*(field.number for field in fields))
        cells = (_native.gx_value * len(fields))()
        values = self._values
        kept = fill(cells, ((at * 16, field.cell(values[field.name])) for at, field in enumerate(fields)))
        return numbers, len(fields), cells, kept

    def _write(self, handle: ctypes.c_void_p, whole: bool) -> None:
        """Gives a record of the library what was assigned, or all that is known, in one call."""
        numbers, count, cells, _kept = self._cells(whole)
        call(lib.record_apply, handle, numbers, count, cells)


class Arguments(Record):
    """What a command or question is given. None is left out."""

    __slots__ = ()

    def __init__(self, **values: Any) -> None:
        super().__init__(**{name: value for name, value in values.items() if value is not None})
