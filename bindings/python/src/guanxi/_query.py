"""Lists of records: asked for bit by bit, read in batches."""

from __future__ import annotations

import copy
import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from . import _native
from ._arrow import export, table_of
from ._condition import Condition
from ._fields import Field, Order
from ._handle import made
from ._library import call, lib, text_at, text_in
from ._record import Record

if TYPE_CHECKING:
    from ._session import Session

__all__ = ["Page", "Query"]

R = TypeVar("R", bound=Record)
Q = TypeVar("Q", bound="Query[Any]")

_FIRST_BATCH, _BATCH = 16, 256


class Page(Generic[R]):
    """Some rows, and where to go on: next is what to give as `after`, "" at the end."""

    def __init__(self, rows: list[R], next: str) -> None:
        self.rows = rows
        self.next = next

    def __iter__(self) -> Iterator[R]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


class _Wish(NamedTuple):
    conditions: tuple[Condition, ...] = ()
    text: str = ""
    order: tuple[Order, ...] = ()
    limit: int = 0
    after: str = ""
    archived: bool = False
    feel: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()


def read_all(cursor: ctypes.c_void_p, kind: type[R]) -> Iterator[R]:
    """The rows of a cursor, a batch at a time; the cursor is freed at the end."""
    try:
        layout = kind._layout
        size = layout.row.size
        wanted, rows = _FIRST_BATCH, ctypes.c_int64()
        while True:
            cells = (_native.gx_value * (layout.count * wanted))()
            code = call(lib.cursor_fetch, cursor, layout.numbers, layout.count, wanted, cells, ctypes.byref(rows))
            if code == _native.DONE:
                return
            yield from [kind._of(*layout.read(layout.row.unpack_from(cells, at * size))) for at in range(rows.value)]
            wanted = _BATCH
    finally:
        lib.cursor_free(cursor)


class Query(Generic[R]):
    """Records of an entity. Every method gives a new query; nothing is asked before it is iterated, counted or exported.

        for account in session.find(Account).where(Account.tier == "A").order_by(-Account.employees).limit(20): ...
    """

    def __init__(self, session: Session, kind: type[R], wish: _Wish = _Wish()) -> None:
        self._session = session
        self._kind = kind
        self._wish = wish

    def _with(self: Q, **changes: Any) -> Q:
        other = copy.copy(self)
        other._wish = self._wish._replace(**changes)
        return other

    def where(self: Q, *conditions: Condition | str) -> Q:
        """Those that fulfil all the conditions too. A text is one in FEEL: 'tier = "A" and count(opportunity) > 2'."""
        for condition in conditions:
            if not isinstance(condition, (Condition, str)):
                raise TypeError(f"a condition is made of fields, such as Account.tier == 'A', or a text in FEEL, not {type(condition).__name__}")
        made_of_fields = tuple(condition for condition in conditions if isinstance(condition, Condition))
        written = tuple(condition for condition in conditions if isinstance(condition, str))
        return self._with(conditions=self._wish.conditions + made_of_fields, feel=self._wish.feel + written)

    def filter(self: Q, name: str) -> Q:
        """Those that a saved filter finds too: the user's own of that name, or a shared one."""
        return self._with(filters=(*self._wish.filters, name))

    def segment(self: Q, name: str) -> Q:
        """Those of a segment, the user's own or a shared one."""
        return self._with(segments=(*self._wish.segments, name))

    def search(self: Q, text: str) -> Q:
        """Those in which every word, piece of Chinese, pinyin or initials is found: at most 1000."""
        return self._with(text=text)

    def order_by(self: Q, *fields: Field[Any, Any] | Order) -> Q:
        """Ordered by fields: Account.name, or -Account.employees for descending."""
        orders = tuple(field if isinstance(field, Order) else Order(field) for field in fields)
        for order in orders:
            if not isinstance(order.field, Field):
                raise TypeError(f"rows are ordered by fields, such as Account.name or -Account.name, not {type(order.field).__name__}")
        return self._with(order=self._wish.order + orders)

    def limit(self: Q, rows: int) -> Q:
        """So many at most."""
        return self._with(limit=rows)

    def after(self: Q, token: str) -> Q:
        """Those behind a page, by its `next`."""
        return self._with(after=token)

    def archived(self: Q) -> Q:
        """The archived ones too."""
        return self._with(archived=True)

    # ---- Asking ----

    def __iter__(self) -> Iterator[R]:
        with self._open() as query:
            yield from read_all(made(lib.query_open, query), self._session._type(self._kind))

    def all(self) -> list[R]:
        """All of them."""
        return list(self)

    def first(self) -> R | None:
        """The first one, or None."""
        return next(iter(self.limit(1)), None)

    def count(self) -> int:
        """How many there are, whatever the limit."""
        out = ctypes.c_int64()
        with self._open() as query:
            call(lib.query_count, query, ctypes.byref(out))
        return out.value

    def page(self) -> Page[R]:
        """The rows up to the limit, and where to go on."""
        with self._open() as query:
            cursor = made(lib.query_open, query)
            try:
                rows = list(self._rows(cursor))
                view = _native.gx_str()
                call(lib.cursor_token, cursor, ctypes.byref(view))
                return Page(rows, text_at(view))
            finally:
                lib.cursor_free(cursor)

    def to_arrow(self, *fields: Field[Any, Any]) -> Any:
        """A pyarrow.Table of the fields, or of all: money is a struct of minor units and currency. ImportError where pyarrow is
        not installed; whatever reads the Arrow PyCapsule interface (polars, DuckDB, pandas) takes the query itself."""
        return table_of(self._with_fields(fields))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows as a stream of the Arrow C data interface, in a capsule. The schema is ours, whatever is requested."""
        return self._with_fields(()).__arrow_c_stream__()

    def _with_fields(self, fields: tuple[Field[Any, Any], ...]) -> _Stream:
        return _Stream(self, fields)

    def _rows(self, cursor: ctypes.c_void_p) -> Iterator[R]:
        kind = self._session._type(self._kind)
        row = ctypes.c_void_p()
        while call(lib.cursor_next, cursor, ctypes.byref(row)) == _native.ROW:
            yield kind._read(row)

    @contextmanager
    def _open(self) -> Iterator[ctypes.c_void_p]:
        wish = self._wish
        query = made(lib.query_new, self._session._handle, self._kind._number)
        try:
            for condition in wish.conditions:
                terms = condition._array()
                call(lib.query_where, query, terms, len(terms))
            for feel in wish.feel:
                call(lib.query_where_feel, query, *text_in(feel, "the condition"))
            for name in wish.filters:
                call(lib.query_filter, query, *text_in(name, "the filter"))
            for name in wish.segments:
                call(lib.query_segment, query, *text_in(name, "the segment"))
            if wish.text:
                call(lib.query_search, query, *text_in(wish.text, "what is searched for"))
            for order in wish.order:
                call(lib.query_order, query, order.field.number, int(order.descending))
            if wish.limit or wish.after:
                call(lib.query_page, query, wish.limit, *text_in(wish.after, "after"))
            if wish.archived:
                call(lib.query_archived, query, 1)
            yield query
        finally:
            lib.query_free(query)


class _Stream:
    """The fields of a query's rows, for whoever takes the Arrow PyCapsule interface."""

    def __init__(self, query: Query[Any], fields: tuple[Field[Any, Any], ...]) -> None:
        self._query = query
        self._fields = fields

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        numbers = (ctypes.c_uint32 * len(self._fields))(*(field.number for field in self._fields))
        with self._query._open() as query:
            return export(lambda out: call(lib.query_arrow, query, numbers, len(self._fields), out))
