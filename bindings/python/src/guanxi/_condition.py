"""Conditions, written with the operators of Python: (Account.tier == "A") & (Account.employees > 100)."""

from __future__ import annotations

import ctypes
import struct
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _native
from ._cells import CELL, Cell, fill

if TYPE_CHECKING:
    from ._fields import Field

__all__ = ["Condition", "exists"]

_TERM = struct.Struct("=HHHHII")


class _Term(NamedTuple):
    op: int
    entity: int
    field: int
    size: int
    literal: Cell | None


class Condition:
    """What a record must fulfil. Joined by & and |, turned round by ~; brackets around comparisons are needed."""

    __slots__ = ("_terms",)

    def __init__(self, terms: list[_Term]) -> None:
        self._terms = terms

    def __and__(self, other: Condition) -> Condition:
        return self._joined(_native.OP_ALL, other)

    def __or__(self, other: Condition) -> Condition:
        return self._joined(_native.OP_ANY, other)

    def __invert__(self) -> Condition:
        return _above(_native.OP_NOT, 0, 0, self._terms)

    def __bool__(self) -> bool:
        raise TypeError("a condition is neither true nor false: join conditions by & and |, not by `and` and `or`, and put comparisons in brackets")

    def _joined(self, op: int, other: Condition) -> Condition:
        if not isinstance(other, Condition):
            return NotImplemented
        mine = self._terms[1:] if self._terms[0].op == op else self._terms
        return _above(op, 0, 0, mine + other._terms)

    def _array(self) -> ctypes.Array[_native.gx_term]:
        """The terms as the library takes them; they keep what their literals point to."""
        terms = (_native.gx_term * len(self._terms))()
        for at, term in enumerate(self._terms):
            _TERM.pack_into(terms, at * 32, term.op, term.entity, term.field, 0, term.size, 0)
        literals = [(at * 32 + 16, term.literal) for at, term in enumerate(self._terms) if term.literal is not None]
        terms.keep = fill(terms, literals)  # type: ignore[attr-defined]
        return terms


def _above(op: int, entity: int, field: int, below: list[_Term]) -> Condition:
    return Condition([_Term(op, entity, field, 1 + len(below), None), *below])


def compare(op: int, field: Field[Any, Any], value: Any) -> Condition:
    """One field against one value."""
    return Condition([_Term(op, field.owner._number, field.number, 1, field.cell(field.pack(value)))])


def contains(op: int, field: Field[Any, Any], text: str) -> Condition:
    """One field against a piece of text, or a code."""
    if not isinstance(text, str):
        raise TypeError(f"{field} is searched for a str, not {type(text).__name__}")
    return Condition([_Term(op, field.owner._number, field.number, 1, Cell(_native.TYPE_TEXT, 0, 0, text.encode("utf-8")))])


def is_null(field: Field[Any, Any]) -> Condition:
    return Condition([_Term(_native.OP_IS_NULL, field.owner._number, field.number, 1, None)])


def among(field: Field[Any, Any], values: list[Any]) -> Condition:
    literals = [_Term(_native.OP_LITERAL, 0, 0, 1, field.cell(field.pack(value))) for value in values]
    return _above(_native.OP_IN, field.owner._number, field.number, literals)


def through(field: Field[Any, Any], condition: Condition) -> Condition:
    return _above(_native.OP_THROUGH, field.owner._number, field.number, condition._terms)


def exists(field: Field[Any, Any], condition: Condition | None = None) -> Condition:
    """That a record points here by `field`, and fulfils the condition: exists(Contact.account, Contact.email == "a@b.example")."""
    return _above(_native.OP_EXISTS, field.owner._number, field.number, condition._terms if condition is not None else [])


assert CELL.size == 16 and _TERM.size == 16
