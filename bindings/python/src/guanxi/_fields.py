"""Fields: what a record's attributes are. On a record a field is its value, None where there is none; on the class it is the field
itself, from which conditions are made: Account.tier == "A"."""

from __future__ import annotations

import datetime as _datetime
import decimal as _decimal
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Union, overload
from uuid import UUID

from . import _condition, _native
from ._cells import NULL, Cell
from ._condition import Condition

if TYPE_CHECKING:
    from ._record import Record
    from .values import Money, Reference

__all__ = [
    "BooleanField",
    "DateField",
    "DecimalField",
    "Field",
    "IdField",
    "InstantField",
    "IntegerField",
    "MoneyField",
    "Order",
    "SetField",
    "TextField",
]

V = TypeVar("V")
G = TypeVar("G")
F = TypeVar("F", bound="Field[Any, Any]")

_DAY_ZERO = _datetime.date(1970, 1, 1).toordinal()
_EPOCH = _datetime.datetime(1970, 1, 1, tzinfo=_datetime.timezone.utc)
_MICROSECOND = _datetime.timedelta(microseconds=1)
_INT64 = range(-(2**63), 2**63)


class Order:
    """By which field rows are ordered, and which way."""

    def __init__(self, field: Field[Any, Any], descending: bool = False) -> None:
        self.field = field
        self.descending = descending


class Field(Generic[V, G]):
    """A field of an entity, an argument of a command, a column of a row. V is what it gives, G what it takes."""

    kind = _native.TYPE_NONE
    takes = ""

    def __init__(self, number: int, english: str, chinese: str, *, required: bool = False, kept: bool = False, by_command: bool = False,
                 scale: int = 0, picklist: str = "", target: str = "") -> None:
        self.number = number
        self.english = english
        self.chinese = chinese
        self.required = required
        self.kept = kept
        self.by_command = by_command
        self.scale = scale
        self.picklist = picklist
        self.target = target
        self.name = ""
        self.attribute = ""
        self.owner: type[Record]

    def __set_name__(self, owner: type[Record], attribute: str) -> None:
        self.owner = owner
        self.attribute = attribute
        self.name = self.name or attribute.rstrip("_")

    @overload
    def __get__(self: F, record: None, owner: type) -> F: ...
    @overload
    def __get__(self, record: Record, owner: type) -> V | None: ...
    def __get__(self, record: Record | None, owner: type) -> Any:
        if record is None:
            return self
        raw = record._values.get(self.name)
        return None if raw is None else self.unpack(raw)

    def __set__(self, record: Record, value: G | None) -> None:
        record._values[self.name] = self.pack(value)
        record._changed[self.name] = self

    def __delete__(self, record: Record) -> None:
        self.__set__(record, None)

    def __str__(self) -> str:
        return f"{self.owner.__name__}.{self.attribute}"

    def __repr__(self) -> str:
        return f"<field {self}: {self.english} ({self.chinese})>"

    # ---- Conditions ----

    __hash__ = object.__hash__

    def __eq__(self, value: object) -> Condition:  # type: ignore[override]
        return _condition.is_null(self) if value is None else _condition.compare(_native.OP_EQUAL, self, value)

    def __ne__(self, value: object) -> Condition:  # type: ignore[override]
        return ~_condition.is_null(self) if value is None else _condition.compare(_native.OP_NOT_EQUAL, self, value)

    def __lt__(self, value: G) -> Condition:
        return _condition.compare(_native.OP_LESS, self, value)

    def __le__(self, value: G) -> Condition:
        return _condition.compare(_native.OP_LESS_EQUAL, self, value)

    def __gt__(self, value: G) -> Condition:
        return _condition.compare(_native.OP_GREATER, self, value)

    def __ge__(self, value: G) -> Condition:
        return _condition.compare(_native.OP_GREATER_EQUAL, self, value)

    def in_(self, values: Iterable[G]) -> Condition:
        """That it is one of these."""
        return _condition.among(self, list(values))

    def __neg__(self) -> Order:
        """Descending, for order_by: -Account.employees."""
        return Order(self, True)

    # ---- Values ----

    def unpack(self, raw: Any) -> V:
        """What Python sees of a value that is kept as it crossed."""
        result: V = raw
        return result

    def pack(self, value: G | None) -> Any:
        """The value as it crosses; TypeError or ValueError names the field."""
        return None if value is None else self.checked(value)

    def checked(self, value: Any) -> Any:
        """A value that is not None, as it crosses."""
        raise NotImplementedError

    def cell(self, raw: Any) -> Cell:
        """Its 16 bytes, all but the place of a text."""
        return NULL if raw is None else Cell(self.kind, 0, raw)

    def misfit(self, value: object) -> TypeError:
        return TypeError(f"{self} takes {self.takes}, not {type(value).__name__}")

    def whole(self, number: int) -> int:
        if number not in _INT64:
            raise ValueError(f"{self} holds 64 bits, which {number} does not fit")
        return number


class TextField(Field[str, str]):
    """A text, or a code of a picklist."""

    kind = _native.TYPE_TEXT
    takes = "str"

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if self.picklist:
            self.kind = _native.TYPE_PICKLIST

    def checked(self, value: Any) -> str:
        if not isinstance(value, str):
            raise self.misfit(value)
        return value

    def cell(self, raw: Any) -> Cell:
        return NULL if raw is None else Cell(self.kind, 0, 0, raw.encode("utf-8"))

    def contains(self, piece: str) -> Condition:
        """That a piece of text is in it."""
        return _condition.contains(_native.OP_CONTAINS, self, piece)

    def startswith(self, piece: str) -> Condition:
        """That it begins with a piece of text."""
        return _condition.contains(_native.OP_STARTS_WITH, self, piece)


class SetField(Field["frozenset[str]", Iterable[str]]):
    """A set of codes."""

    kind = _native.TYPE_SET
    takes = "a set of str"

    def unpack(self, raw: Any) -> frozenset[str]:
        return frozenset(code for code in raw.split("|") if code)

    def checked(self, value: Any) -> str:
        if isinstance(value, str) or not isinstance(value, Iterable):
            raise self.misfit(value)
        codes = set(value)
        if not all(isinstance(code, str) for code in codes):
            raise TypeError(f"{self} takes {self.takes}, and not all of these are")
        if any("|" in code or not code for code in codes):
            raise ValueError(f"{self} takes codes, which are not empty and have no | in them")
        return f"|{'|'.join(sorted(codes))}|" if codes else ""

    def cell(self, raw: Any) -> Cell:
        return NULL if raw is None else Cell(self.kind, 0, 0, raw.encode("utf-8"))

    def contains(self, code: str) -> Condition:
        """That the code is in it."""
        return _condition.contains(_native.OP_CONTAINS, self, code)


class BooleanField(Field[bool, bool]):
    """Yes or no."""

    kind = _native.TYPE_BOOLEAN
    takes = "bool"

    def unpack(self, raw: Any) -> bool:
        return bool(raw)

    def checked(self, value: Any) -> int:
        if not isinstance(value, bool):
            raise self.misfit(value)
        return int(value)


class IntegerField(Field[int, int]):
    """A whole number of 64 bits."""

    kind = _native.TYPE_INTEGER
    takes = "int"

    def checked(self, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.misfit(value)
        return self.whole(value)


class DecimalField(Field[_decimal.Decimal, "_decimal.Decimal | int"]):
    """A decimal number, exact."""

    kind = _native.TYPE_DECIMAL
    takes = "Decimal or int"

    def unpack(self, raw: Any) -> _decimal.Decimal:
        return _decimal.Decimal(raw[0]).scaleb(-raw[1])

    def checked(self, value: Any) -> tuple[int, int]:
        if isinstance(value, bool) or not isinstance(value, (_decimal.Decimal, int)):
            raise self.misfit(value)
        exact = _decimal.Decimal(value)
        if not exact.is_finite():
            raise ValueError(f"{self} takes finite numbers, not {value}")
        exponent = exact.as_tuple().exponent
        assert isinstance(exponent, int)
        scale = max(0, -exponent)
        return self.whole(int(exact.scaleb(scale))), scale

    def cell(self, raw: Any) -> Cell:
        return NULL if raw is None else Cell(self.kind, raw[1], raw[0])


class MoneyField(Field["Money", "Money"]):
    """An amount in a currency."""

    kind = _native.TYPE_MONEY
    takes = "Money"

    def unpack(self, raw: Any) -> Money:
        from .values import Money

        return Money.of_minor(*raw)

    def checked(self, value: Any) -> tuple[int, int]:
        from .values import Money

        if not isinstance(value, Money):
            raise self.misfit(value)
        return self.whole(value.minor), value.number

    def cell(self, raw: Any) -> Cell:
        return NULL if raw is None else Cell(self.kind, raw[1], raw[0])


class DateField(Field[_datetime.date, _datetime.date]):
    """A date."""

    kind = _native.TYPE_DATE
    takes = "date"

    def unpack(self, raw: Any) -> _datetime.date:
        return _datetime.date.fromordinal(_DAY_ZERO + raw)

    def checked(self, value: Any) -> int:
        if isinstance(value, _datetime.datetime) or not isinstance(value, _datetime.date):
            raise self.misfit(value)
        return value.toordinal() - _DAY_ZERO


class InstantField(Field[_datetime.datetime, _datetime.datetime]):
    """A moment, to the microsecond: a datetime in UTC. It takes one of any time zone, but none without."""

    kind = _native.TYPE_INSTANT
    takes = "datetime"

    def unpack(self, raw: Any) -> _datetime.datetime:
        return instant_out(raw)

    def checked(self, value: Any) -> int:
        if not isinstance(value, _datetime.datetime):
            raise self.misfit(value)
        return instant_in(value, str(self))


class IdField(Field[UUID, "Reference"]):
    """The id of a record."""

    kind = _native.TYPE_ID
    takes = "a UUID or a record"

    def unpack(self, raw: Any) -> UUID:
        return UUID(bytes=raw)

    def checked(self, value: Any) -> bytes:
        return id_in(value, self)

    def cell(self, raw: Any) -> Cell:
        return NULL if raw is None else Cell(self.kind, 0, 0, raw)

    def through(self, condition: Condition) -> Condition:
        """That the condition holds on the record that this points to: Contact.account.through(Account.tier == "A")."""
        return _condition.through(self, condition)


FIELD_OF_TYPE: dict[str, type[Field[Any, Any]]] = {
    "boolean": BooleanField,
    "integer": IntegerField,
    "decimal": DecimalField,
    "money": MoneyField,
    "date": DateField,
    "instant": InstantField,
    "text": TextField,
    "picklist": TextField,
    "set": SetField,
    "id": IdField,
}


def instant_out(us: int) -> _datetime.datetime:
    """Microseconds since 1970 as a datetime in UTC."""
    return _EPOCH + us * _MICROSECOND


def instant_in(value: _datetime.datetime, what: str) -> int:
    """A datetime with a time zone as microseconds since 1970."""
    if value.tzinfo is None:
        raise ValueError(f"{what} takes a datetime with a time zone: add tzinfo, such as timezone.utc")
    return (value - _EPOCH) // _MICROSECOND


def id_in(value: Union[UUID, Record, str], what: object = "an id") -> bytes:
    """The bytes of what names a record."""
    from ._record import Record

    if isinstance(value, UUID):
        return value.bytes
    if isinstance(value, str):
        try:
            return UUID(value).bytes
        except ValueError:
            raise ValueError(f"{what}: {value!r} is no id") from None
    if isinstance(value, Record):
        raw = value._values.get("id")
        if isinstance(raw, bytes):
            return raw
        raise ValueError(f"{what}: this {type(value).__name__} has no id yet, create it first")
    raise TypeError(f"{what} takes a UUID or a record, not {type(value).__name__}")
