"""Sessions: a user at work. Everything that changes goes through one."""

from __future__ import annotations

import ctypes
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Callable, Optional, TypeVar, cast
from uuid import UUID

from . import _files, _native
from ._card import Card
from ._condition import Condition
from ._fields import Field, Order, id_in
from ._files import ImportOptions, ImportPlan, ImportReport
from ._handle import Handle, made
from ._host import progress_of, set_text
from ._library import call, lib, take_text, text_in
from ._query import Query, read_all
from ._record import Arguments, Record

if TYPE_CHECKING:
    from . import rows
    from ._store import Store
    from .commands import Commands
    from .queries import Questions
    from .values import Reference

__all__ = ["Batch", "BatchFailed", "Outcome", "Session", "Transaction", "Undone"]

R = TypeVar("R", bound=Record)

_ON_DUPLICATE = {"refuse": _native.DUPLICATE_REFUSE, "warn": _native.DUPLICATE_WARN, "allow": _native.DUPLICATE_ALLOW}
_NO_ID = bytes(16)

Progress = Optional[Callable[[int, int], Optional[bool]]]
"""Called now and then on long work with what is done and the total, 0 where that is unknown. False asks to stop."""


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    record: UUID | None
    """Created or changed; None where the command has no single one."""
    revision: int
    change_set: int
    """For session.undo(); 0 where nothing changed."""
    affected: int
    """Rows changed."""
    duplicates: int
    """Existing records that this one may be a duplicate of; session.duplicates() names them."""
    repeated: bool
    """The idempotency key was known, and nothing was done again."""


@dataclass(frozen=True)
class Undone:
    """What taking back a change set did."""

    change_set: int
    undone: int
    skipped_count: int
    skipped: list[dict[str, Any]]
    """Rows that were edited since, and stay: entity, record, name, why."""


class BatchFailed(Exception):
    """Stands behind the error of a batch: which of its commands failed, counted from 0."""

    def __init__(self, index: int) -> None:
        super().__init__(f"command {index} of the batch failed; none was run")
        self.index = index


def _id_out(raw: Any) -> UUID | None:
    data = bytes(raw)
    return None if data == _NO_ID else UUID(bytes=data)


def _outcome_place() -> _native.gx_outcome:
    place = _native.gx_outcome()
    place.struct_size = ctypes.sizeof(place)
    return place


def _outcome(from_: _native.gx_outcome) -> Outcome:
    return Outcome(_id_out(from_.record), from_.revision, from_.change_set, from_.affected, from_.duplicates, bool(from_.repeated))


def _options(on_duplicate: str, expected_revision: int, idempotency_key: str, because: str,
             source: str = "") -> _native.gx_command_options:
    if on_duplicate not in _ON_DUPLICATE:
        raise ValueError(f"on_duplicate is 'refuse', 'warn' or 'allow', not {on_duplicate!r}")
    options = _native.gx_command_options()
    options.struct_size = ctypes.sizeof(options)
    options.on_duplicate = _ON_DUPLICATE[on_duplicate]
    options.expected_revision = expected_revision
    options.keep = (set_text(options.idempotency_key, idempotency_key), set_text(options.reason, because), set_text(options.source, source))
    return options


def _or_account(kind: type[Record] | None) -> type[Record]:
    if kind is not None:
        return kind
    from .entities import Account

    return Account


class Session(Handle):
    """A user at work, used by one thread at a time. Made by Store.session().

        with store.session("admin") as session:
            session.create(Account(name="Sample Ltd"))
    """

    _what = "session"

    def __init__(self, store: Store, handle: ctypes.c_void_p) -> None:
        super().__init__(handle, lib.session_free)
        self.store = store

    @property
    def _handle(self) -> ctypes.c_void_p:
        self.store._handle
        return super()._handle

    @property
    def user(self) -> UUID | None:
        """The user's id; None for a session of the host itself."""
        out = ctypes.create_string_buffer(16)
        call(lib.session_user, self._handle, out)
        return _id_out(out.raw)

    @property
    def commands(self) -> Commands:
        """The named commands: session.commands.account_suspend(account, "unpaid")."""
        from .commands import Commands

        return Commands(self)

    @property
    def ask(self) -> Questions:
        """The questions that are no lists of records: session.ask.timeline(account)."""
        from .queries import Questions

        return Questions(self)

    # ---- Reading ----

    def get(self, kind: type[R], id: Reference) -> R:
        """One record, archived or not. NotFound also where the user may not see it."""
        row = made(lib.session_get, self._handle, kind._number, id_in(id))
        try:
            return self._type(kind)._read(row)
        finally:
            lib.record_free(row)

    def find(self, kind: type[R], *conditions: Condition | str, search: str = "", order_by: Field[Any, Any] | Order | None = None,
             limit: int = 0, archived: bool = False) -> Query[R]:
        """The records that fulfil all the conditions, of fields or written in FEEL; see Query for what else it can do."""
        query = Query(self, kind).where(*conditions).search(search).limit(limit)
        if order_by is not None:
            query = query.order_by(order_by)
        return query.archived() if archived else query

    def card(self, account: Reference) -> Card:
        """A customer on one page."""
        return Card(self, made(lib.session_card, self._handle, id_in(account, "the account")))

    def duplicates(self, record: Record) -> list[rows.Duplicate]:
        """The records that this one may be a duplicate of. Nothing is stored."""
        from . import rows

        with self._lent(record, whole=True) as row:
            return list(read_all(made(lib.session_duplicates, self._handle, row), rows.Duplicate))

    # ---- Rules ----

    def explain(self, kind: type[Record], feel: str) -> dict[str, Any]:
        """How a condition in FEEL is answered: by_database and by_row are its terms, sql and values what the database is asked."""
        return cast("dict[str, Any]", json.loads(take_text(lib.session_explain, self._handle, kind._number, *text_in(feel, "the condition"))))

    def evaluate(self, feel: str, on: Record | dict[str, Any] | None = None) -> Any:
        """What an expression in FEEL comes to on a record, stored or not, or with the names of a dict. Dates, times and ranges come
        as texts; None may be what had no answer."""
        if isinstance(on, Record):
            with self._lent(on, whole=True) as row:
                text = take_text(lib.session_evaluate, self._handle, row, *text_in(feel, "the expression"))
        else:
            text = take_text(lib.session_feel, self._handle, *text_in(feel, "the expression"), *text_in(json.dumps(on or {}), "the names"))
        return json.loads(text)["value"]

    def decide(self, model: str, decision: str, inputs: dict[str, Any]) -> Any:
        """What a decision, or a decision service, of a DMN model (its XML) comes to."""
        return json.loads(take_text(lib.session_decide, self._handle, *text_in(model, "the model"), *text_in(decision, "the decision"),
                                    *text_in(json.dumps(inputs), "the inputs")))["value"]

    def resolve(self, kind: type[Record], system: str, key: str) -> UUID | None:
        """The id of the record that another system knows as `key`."""
        out = ctypes.create_string_buffer(16)
        call(lib.session_resolve, self._handle, kind._number, *text_in(system, "system"), *text_in(key, "key"), out)
        return _id_out(out.raw)

    # ---- Duplicates: session.duplicates() checks one record, session.commands dismisses a pair ----

    def check_duplicates(self, record: Record, *, source: str = "", limit: int = 10, effort: int = 0) -> dict[str, Any]:
        """As duplicates(), with what is known about the search: verdict (of the best hit, or "new"), partial (there may be more), hits.
        `source` chooses the rule; `effort` caps the time: how many entries of the index may be read, 0 as the rule says."""
        with self._lent(record, whole=True) as row:
            return dict(json.loads(take_text(lib.session_check_duplicates, self._handle, row, *text_in(source, "the source"), limit, effort)))

    def find_duplicates(self, kind: type[Record], *, related: bool = False, queue: bool = True, listed: int = 1000,
                        progress: Progress = None) -> dict[str, Any]:
        """Compares all records of a kind with each other and, unless told not to, stores the pairs as DuplicatePair records. `related`:
        branches, subsidiaries and doubtful pairs too. Gives records, pairs, groups, oversize (so large that only a part of
        their pairs is known), queued, dismissed, change_set, listed."""
        with progress_of(progress) as callback:
            report = take_text(lib.session_find_duplicates, self._handle, kind._number, int(related), int(queue), listed, callback, None)
        self.store._changed(None)
        return dict(json.loads(report))

    def explain_duplicates(self, kind: type[Record], a: Reference, b: Reference) -> dict[str, Any]:
        """Why two records are, or are not, the same: verdict, score, text."""
        return dict(json.loads(take_text(lib.session_explain_duplicates, self._handle, kind._number, id_in(a), id_in(b))))

    def prepare_duplicates(self, kind: type[Record], *, train: bool = False, progress: Progress = None) -> dict[str, Any]:
        """Makes the index that the first check would make, and saves it beside the store's file; `train`: learns from the records, which the
        store keeps. Gives records, bytes, read (rows, to make it), trained."""
        with progress_of(progress) as callback:
            report = take_text(lib.session_prepare_duplicates, self._handle, kind._number, int(train), callback, None)
        return dict(json.loads(report))

    def merge(self, arguments: Record, *, dry_run: bool = False, idempotency_key: str = "", because: str = "") -> dict[str, Any]:
        """Merges as commands.RecordMerge says. Gives record, change_set, affected, values (with `others`, what does not survive), children; dry_run
        stores nothing."""
        return self._reported(lib.session_merge, arguments, dry_run, idempotency_key, because)

    def unmerge(self, arguments: Record, *, dry_run: bool = False, idempotency_key: str = "", because: str = "") -> dict[str, Any]:
        """Takes back as commands.RecordUnmerge says. Gives record, change_set, affected, conflicts: what was changed since, and stays."""
        return self._reported(lib.session_unmerge, arguments, dry_run, idempotency_key, because)

    def _reported(self, function: Any, arguments: Record, dry_run: bool, idempotency_key: str, because: str) -> dict[str, Any]:
        options = _options("refuse", 0, idempotency_key, because)
        with self._lent(arguments) as row:
            report = take_text(function, self._handle, row, ctypes.byref(options), int(dry_run))
        self.store._changed(None)
        return dict(json.loads(report))

    def canonical(self, kind: type[Record], record: Reference) -> UUID | None:
        """The record that this one was merged into; itself where it was not."""
        out = ctypes.create_string_buffer(16)
        call(lib.session_canonical, self._handle, kind._number, id_in(record), out)
        return _id_out(out.raw)

    # ---- Changing ----

    def create(self, record: Record, *, on_duplicate: str = "refuse", idempotency_key: str = "", because: str = "",
               source: str = "") -> Outcome:
        """Stores a new record and fills in its id, revision and dates. Duplicate where it seems to exist already, unless
        on_duplicate is "warn" (only certain ones are refused) or "allow". `because` is kept in the change log; `source` says where the
        record comes from ("web", "erp"), for the rules of the duplicate check (DuplicateRule)."""
        options = _options(on_duplicate, 0, idempotency_key, because, source)
        with self._lent(record) as row:
            out = _outcome_place()
            call(lib.session_create, self._handle, row, ctypes.byref(options), ctypes.byref(out))
            record._reread(row)
        self.store._changed(record)
        return _outcome(out)

    def update(self, record: Record, *, expected_revision: int | None = None, on_duplicate: str = "refuse", idempotency_key: str = "",
               because: str = "", source: str = "") -> Outcome:
        """Stores what was assigned since the record was read. Conflict where somebody else changed it since, unless
        expected_revision is 0."""
        expected = (record.get("revision") or 0) if expected_revision is None else expected_revision
        options = _options(on_duplicate, expected, idempotency_key, because, source)
        id16 = id_in(record)
        with self._lent(record) as row:
            out = _outcome_place()
            call(lib.session_update, self._handle, id16, row, ctypes.byref(options), ctypes.byref(out))
        record._changed = {}
        if out.revision:
            record._values["revision"] = out.revision
        self.store._changed(record)
        return _outcome(out)

    def archive(self, record: Record, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome:
        """Takes a record out of sight; it can be restored."""
        return self._on_row(lib.session_archive, record, expected_revision, idempotency_key, because)

    def restore(self, record: Record, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome:
        """Brings an archived record back."""
        return self._on_row(lib.session_restore, record, expected_revision, idempotency_key, because)

    def upsert(self, system: str, key: str, record: Record, *, on_duplicate: str = "refuse", idempotency_key: str = "",
               because: str = "", source: str = "") -> Outcome:
        """Updates the record that another system knows as `key`, or creates it and remembers the key."""
        options = _options(on_duplicate, 0, idempotency_key, because, source)
        with self._lent(record) as row:
            out = _outcome_place()
            call(lib.session_upsert, self._handle, *text_in(system, "system"), *text_in(key, "key"), row, ctypes.byref(options),
                 ctypes.byref(out))
        self.store._changed(record)
        return _outcome(out)

    def run(self, arguments: Arguments, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome:
        """Runs the command whose arguments these are; session.commands has a method for each."""
        options = _options("refuse", expected_revision, idempotency_key, because)
        numbers, count, cells, _kept = arguments._cells()
        out = _outcome_place()
        call(lib.session_command, self._handle, *text_in(arguments._name), numbers, count, cells, ctypes.byref(options), ctypes.byref(out))
        return _outcome(out)

    def undo(self, change_set: int, *, dry_run: bool = False, progress: Progress = None) -> Undone:
        """Takes back all that one change set did; rows edited since stay and are listed."""
        with progress_of(progress) as callback:
            report = take_text(lib.session_undo, self._handle, change_set, int(dry_run), callback, None)
        self.store._changed(None)
        return Undone(**json.loads(report))

    # ---- Files ----

    def plan_import(self, path: str | os.PathLike[str], kind: type[Record] | None = None, options: ImportOptions = ImportOptions()) -> ImportPlan:
        """How an import of a CSV file would go, from its first 1,000 rows; nothing is stored. `kind` is Account where none is given."""
        return _files.plan_import(self, path, _or_account(kind), options)

    def import_file(self, path: str | os.PathLike[str], kind: type[Record] | None = None, options: ImportOptions = ImportOptions(), *,
                    progress: Progress = None) -> ImportReport:
        """Imports a CSV file: what it did is one change set for undo(). `progress` is told bytes of the file; where it says False, what was
        committed stays and the next call goes on. A row's own faults refuse that row alone."""
        return _files.import_file(self, path, _or_account(kind), options, progress)

    def export_file(self, path: str | os.PathLike[str], kind: type[Record] | None = None, *conditions: Condition,
                    fields: Sequence[Field[Any, Any]] = (), format: str = "csv", labels: bool = False, bom: bool = False, encoding: str = "",
                    progress: Progress = None) -> int:
        """Writes the records that fulfil all the conditions to a file, "csv" or "json_lines", and gives how many. With `labels` it speaks to
        people. The file is replaced as a whole, or left as it was."""
        return _files.export_file(self, path, _or_account(kind), conditions, fields, format, labels, bom, encoding, progress)

    # ---- Together ----

    def transaction(self) -> Transaction:
        """Everything in the with block commits together, or nothing does. One within another is a savepoint.

            with session.transaction():
                session.create(account)
                session.create(contact)
        """
        return Transaction(self)

    def batch(self, *, on_duplicate: str = "refuse", because: str = "", source: str = "") -> Batch:
        """A list of commands that is run at the end of the with block, all or nothing."""
        return Batch(self, _options(on_duplicate, 0, "", because, source))

    # ---- Within ----

    def _type(self, kind: type[R]) -> type[R]:
        return self.store._type(kind)

    def _lent(self, record: Record, whole: bool = False) -> _Lent:
        if not isinstance(record, Record):
            raise TypeError(f"a record is wanted, such as Account(name=...), not {type(record).__name__}")
        return _Lent(self.store, record, whole)

    def _on_row(self, function: Callable[..., int], record: Record, expected_revision: int, idempotency_key: str, because: str) -> Outcome:
        options = _options("refuse", expected_revision, idempotency_key, because)
        out = _outcome_place()
        call(function, self._handle, record._number, id_in(record), ctypes.byref(options), ctypes.byref(out))
        self.store._changed(record)
        return _outcome(out)

    def _ask(self, arguments: Arguments, kind: type[R], condition: Condition | None = None) -> list[R]:
        query = made(lib.query_new, self._handle, arguments._number)
        try:
            numbers, count, cells, _kept = arguments._cells()
            call(lib.query_set, query, numbers, count, cells)
            if condition is not None:
                terms = condition._array()
                call(lib.query_where, query, terms, len(terms))
            return list(read_all(made(lib.query_open, query), self._type(kind)))
        finally:
            lib.query_free(query)


class _Lent:
    """A record of the library with what was assigned to one of Python, or all that it knows, for the length of a with block."""

    def __init__(self, store: Store, record: Record, whole: bool) -> None:
        self._row = made(lib.record_new, store._handle, record._number)
        try:
            record._write(self._row, whole)
        except BaseException:
            lib.record_free(self._row)
            raise

    def __enter__(self) -> ctypes.c_void_p:
        return self._row

    def __exit__(self, *_: object) -> None:
        lib.record_free(self._row)


class Transaction(Handle):
    """Commits at the end of the with block, rolls back when an exception leaves it."""

    _what = "transaction"

    def __init__(self, session: Session) -> None:
        super().__init__(made(lib.tx_begin, session._handle), lib.tx_free)
        self._session = session

    def commit(self) -> None:
        """Commits now; the block may do without."""
        call(lib.tx_commit, self._handle)
        self.close()

    def rollback(self) -> None:
        """Undoes all of it now."""
        call(lib.tx_rollback, self._handle)
        self.close()
        self._session.store._changed(None)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.closed:
            return
        try:
            if kind is None:
                call(lib.tx_commit, self._handle)
        finally:
            self.close()
            if kind is not None:
                self._session.store._changed(None)


class Batch(Handle):
    """Commands to be run in one transaction, at the end of the with block or by run(); an exception that leaves the block runs none.
    What failed is raised; its __cause__, a BatchFailed, tells which."""

    _what = "batch"

    def __init__(self, session: Session, options: _native.gx_command_options) -> None:
        super().__init__(made(lib.batch_new, session._handle), lib.batch_free)
        self._session = session
        self._options = options
        self._count = 0
        self.outcomes: list[Outcome] = []
        """One for each command, once the batch has run."""

    def create(self, record: Record) -> None:
        """Adds the creation of a record. It is copied and gets no id; that is in the outcome."""
        with self._session._lent(record) as row:
            call(lib.batch_create, self._handle, row)
        self._count += 1

    def update(self, record: Record) -> None:
        """Adds the storing of what was assigned to a record since it was read."""
        id16 = id_in(record)
        with self._session._lent(record) as row:
            call(lib.batch_update, self._handle, id16, row)
        self._count += 1

    def add(self, arguments: Arguments) -> None:
        """Adds the command whose arguments these are."""
        with self._session._lent(arguments) as row:
            call(lib.batch_run_command, self._handle, row)
        self._count += 1

    def __len__(self) -> int:
        return self._count

    def run(self) -> list[Outcome]:
        """Runs the list, all or nothing, and empties it."""
        handle = self._handle
        outs = (_native.gx_outcome * self._count)(*(_outcome_place() for _ in range(self._count)))
        failed = ctypes.c_int64(-1)
        try:
            call(lib.batch_run, handle, ctypes.byref(self._options), outs, self._count, ctypes.byref(failed))
        except BaseException as error:
            if failed.value >= 0:
                raise error from BatchFailed(failed.value)
            raise
        self._count = 0
        self._session.store._changed(None)
        self.outcomes = [_outcome(one) for one in outs]
        return self.outcomes

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None and not self.closed and self._count:
                self.run()
        finally:
            self.close()
