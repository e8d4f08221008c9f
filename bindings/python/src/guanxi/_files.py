"""Files: CSV in, CSV and JSON lines out."""

from __future__ import annotations

import ctypes
import functools
import json
import operator
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Callable, Optional

from . import _native
from ._condition import Condition
from ._fields import Field
from ._host import progress_of, set_text
from ._library import call, lib, pending, take_text, text_in
from ._record import Record

if TYPE_CHECKING:
    from ._session import Session

__all__ = ["ImportColumn", "ImportOptions", "ImportPlan", "ImportProblem", "ImportReport"]

_ON_DUPLICATE = {"refuse": _native.DUPLICATE_REFUSE, "warn": _native.DUPLICATE_WARN, "allow": _native.DUPLICATE_ALLOW}
_FORMATS = {"csv": _native.EXPORT_CSV, "json_lines": _native.EXPORT_JSON_LINES}


@dataclass(frozen=True)
class ImportOptions:
    """How a CSV file becomes records; what is left at its default is guessed."""

    mapping: Mapping[str, str] = field(default_factory=dict)
    """Header to field name, over the guess; "" leaves the column out."""
    defaults: Mapping[str, str] = field(default_factory=dict)
    """Field name to the text of every row whose own cell is blank; "{Header}" stands for that column's value."""
    key: str = ""
    """The fields that together name a record, comma separated: it is updated. Empty: create only."""
    external_system: str = ""
    """Update by external key: the system's name ..."""
    external_column: str = ""
    """... and the header of the column with the key."""
    on_duplicate: str = "refuse"
    """Or "warn" (only certain ones are refused), or "allow"."""
    dry_run: bool = False
    """Everything is done and undone again."""
    strict_codes: bool = False
    """A picklist value that no item is like is refused; else it is added, where the user may."""
    create_references: bool = False
    """Accounts, contacts, users, departments and territories that are named and not found are created."""
    start_anew: bool = False
    """An interrupted import of the same file is not gone on with."""
    offset_minutes: int = 0
    """How far the clocks of times without a zone are ahead of UTC."""
    batch: int = 0
    """Rows per commit; 0: 1000."""
    encoding: str = ""
    separator: str = ""
    date_order: str = ""
    """"ymd", "mdy", "dmy", "roc" or "excel"."""
    currency: str = ""
    """Of amounts that name none; "": CNY."""
    error_file: str | os.PathLike[str] = ""
    """Refused rows with row, column, value and reason go there; an older file is replaced."""
    because: str = ""
    """Kept in the change log."""


@dataclass(frozen=True)
class ImportColumn:
    """How one column of the file becomes part of a record."""

    header: str
    field: str
    """"" where it is not imported."""
    how: str
    """Why: "header", "header (similar)", "content", or "" where it was chosen."""
    date_order: str
    samples: list[str]


@dataclass(frozen=True)
class ImportPlan:
    """How an import would go."""

    entity: str
    encoding: str
    separator: str
    columns: list[ImportColumn]
    warnings: list[str]


@dataclass(frozen=True)
class ImportProblem:
    """Why a row was refused."""

    row: int
    """In the file; the header is 1."""
    line: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True)
class ImportReport:
    """What an import did."""

    change_set: int
    """For session.undo(); 0 where nothing changed."""
    rows: int
    created: int
    updated: int
    unchanged: int
    refused: int
    warned: int
    """Stored although they look like duplicates."""
    mended: int
    """With separators in a text that was not quoted, put together again."""
    resumed: bool
    """The counts are those of all parts together."""
    stopped: bool
    """By the progress callback; the next call goes on."""
    milliseconds: int
    problems: list[ImportProblem]
    """The first 100; all of them are in the error file."""


def _path(path: str | os.PathLike[str]) -> tuple[bytes, int]:
    return text_in(os.fspath(path), "the path")


def _pairs(of: Mapping[str, str]) -> tuple[Any, list[object]]:
    pairs = (_native.gx_pair * len(of))()
    kept: list[object] = []
    for pair, (name, value) in zip(pairs, of.items()):
        kept += [set_text(pair.name, name), set_text(pair.value, value)]
    return pairs, kept


def _import_options(kind: type[Record], of: ImportOptions) -> _native.gx_import_options:
    if of.on_duplicate not in _ON_DUPLICATE:
        raise ValueError(f"on_duplicate is 'refuse', 'warn' or 'allow', not {of.on_duplicate!r}")
    out = _native.gx_import_options()
    out.struct_size = ctypes.sizeof(out)
    out.entity = kind._number
    out.on_duplicate = _ON_DUPLICATE[of.on_duplicate]
    for name in ("dry_run", "strict_codes", "create_references", "start_anew", "offset_minutes", "batch"):
        setattr(out, name, int(getattr(of, name)))
    mapping, kept = _pairs(of.mapping)
    defaults, more = _pairs(of.defaults)
    out.mapping, out.mapping_count = mapping, len(mapping)
    out.defaults, out.defaults_count = defaults, len(defaults)
    for name in ("key", "external_system", "external_column", "encoding", "separator", "date_order", "currency"):
        kept.append(set_text(getattr(out, name), getattr(of, name)))
    kept += [set_text(out.error_file, os.fspath(of.error_file)), set_text(out.reason, of.because)]
    out.keep = (kept, more, mapping, defaults)
    return out


def plan_import(session: Session, path: str | os.PathLike[str], kind: type[Record], options: ImportOptions) -> ImportPlan:
    with_ = _import_options(kind, options)
    plan = json.loads(take_text(lib.session_plan_import, session._handle, *_path(path), ctypes.byref(with_)))
    return ImportPlan(plan["entity"], plan["encoding"], plan["separator"], [ImportColumn(**one) for one in plan["columns"]], plan["warnings"])


def import_file(session: Session, path: str | os.PathLike[str], kind: type[Record], options: ImportOptions,
                progress: Optional[Callable[[int, int], Optional[bool]]]) -> ImportReport:
    with_ = _import_options(kind, options)
    with progress_of(progress) as callback:
        report = json.loads(take_text(lib.session_import, session._handle, *_path(path), ctypes.byref(with_), callback, None))
    session.store._changed(None)
    raised, pending.exception = pending.exception, None  # an import that was stopped is no error of its own
    if raised is not None:
        raise raised
    report["problems"] = [ImportProblem(**one) for one in report["problems"]]
    return ImportReport(**report)


def export_file(session: Session, path: str | os.PathLike[str], kind: type[Record], conditions: Sequence[Condition],
                fields: Sequence[Field[Any, Any]], format: str, labels: bool, bom: bool, encoding: str,
                progress: Optional[Callable[[int, int], Optional[bool]]]) -> int:
    if format not in _FORMATS:
        raise ValueError(f"format is 'csv' or 'json_lines', not {format!r}")
    out = _native.gx_export_options()
    out.struct_size = ctypes.sizeof(out)
    out.entity, out.format, out.labels, out.bom = kind._number, _FORMATS[format], int(labels), int(bom)
    numbers = (ctypes.c_uint32 * len(fields))(*(one.number for one in fields))
    out.fields, out.fields_count = numbers, len(fields)
    terms = functools.reduce(operator.and_, conditions)._array() if conditions else None
    if terms is not None:
        out.terms, out.terms_count = terms, len(terms)
    out.keep = (numbers, terms, set_text(out.encoding, encoding))
    records = ctypes.c_int64()
    with progress_of(progress) as callback:
        call(lib.session_export, session._handle, *_path(path), ctypes.byref(out), callback, None, ctypes.byref(records))
    return records.value
