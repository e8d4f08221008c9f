"""The questions that are no lists of records: session.ask.timeline(account). Printed by guanxi_generate from the descriptors: do not edit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from . import entities, rows
from ._condition import Condition
from ._fields import BooleanField, DateField, IdField, InstantField, IntegerField, SetField, TextField
from ._record import Arguments
from ._session import Session
from .values import Reference

__all__ = [
    "AskTimeline",
    "AskHistory",
    "AskChanges",
    "AskReads",
    "AskWorkload",
    "AskAgenda",
    "AskDimensions",
    "AskDepartments",
    "AskCallers",
    "AskPermission",
    "AskDocumentLinks",
    "AskProjectLinks",
    "AskMyCustomers",
    "Questions",
]


class AskTimeline(Arguments):
    account: IdField
    limit: IntegerField
    before: InstantField
    def __init__(
        self,
        *,
        account: Reference | None = ...,
        limit: int | None = ...,
        before: datetime | None = ...,
    ) -> None: ...


class AskHistory(Arguments):
    entity: TextField
    record: IdField
    limit: IntegerField
    def __init__(
        self,
        *,
        entity: str | None = ...,
        record: Reference | None = ...,
        limit: int | None = ...,
    ) -> None: ...


class AskChanges(Arguments):
    since: IntegerField
    limit: IntegerField
    def __init__(
        self,
        *,
        since: int | None = ...,
        limit: int | None = ...,
    ) -> None: ...


class AskReads(Arguments):
    entity: TextField
    record: IdField
    limit: IntegerField
    def __init__(
        self,
        *,
        entity: str | None = ...,
        record: Reference | None = ...,
        limit: int | None = ...,
    ) -> None: ...


class AskWorkload(Arguments):
    def __init__(self) -> None: ...


class AskAgenda(Arguments):
    from_: InstantField
    to: InstantField
    user: IdField
    limit: IntegerField
    def __init__(
        self,
        *,
        from_: datetime | None = ...,
        to: datetime | None = ...,
        user: Reference | None = ...,
        limit: int | None = ...,
    ) -> None: ...


class AskDimensions(Arguments):
    entity: TextField
    measure: TextField
    def __init__(
        self,
        *,
        entity: str | None = ...,
        measure: str | None = ...,
    ) -> None: ...


class AskDepartments(Arguments):
    entity: TextField
    measure: TextField
    def __init__(
        self,
        *,
        entity: str | None = ...,
        measure: str | None = ...,
    ) -> None: ...


class AskCallers(Arguments):
    number: TextField
    def __init__(
        self,
        *,
        number: str | None = ...,
    ) -> None: ...


class AskPermission(Arguments):
    action: TextField
    entity: TextField
    record: IdField
    def __init__(
        self,
        *,
        action: str | None = ...,
        entity: str | None = ...,
        record: Reference | None = ...,
    ) -> None: ...


class AskDocumentLinks(Arguments):
    uri: TextField
    def __init__(
        self,
        *,
        uri: str | None = ...,
    ) -> None: ...


class AskProjectLinks(Arguments):
    key: TextField
    def __init__(
        self,
        *,
        key: str | None = ...,
    ) -> None: ...


class AskMyCustomers(Arguments):
    limit: IntegerField
    def __init__(
        self,
        *,
        limit: int | None = ...,
    ) -> None: ...


class Questions:
    """A method for each question that a session answers."""

    def __init__(self, session: Session) -> None: ...

    def timeline(self, account: Reference, *, limit: int | None = None, before: datetime | None = None) -> list[rows.Timeline]: ...

    def history(self, entity: str, record: Reference, *, limit: int | None = None) -> list[rows.Change]: ...

    def changes(self, *, since: int | None = None, limit: int | None = None) -> list[rows.Change]: ...

    def reads(self, entity: str, record: Reference, *, limit: int | None = None) -> list[rows.Read]: ...

    def workload(self) -> list[rows.Workload]: ...

    def agenda(self, from_: datetime, to: datetime, *, user: Reference | None = None, limit: int | None = None) -> list[rows.Agenda]: ...

    def dimensions(self, entity: str, *, measure: str | None = None, condition: Condition | None = None) -> list[rows.Dimension]: ...

    def departments(self, entity: str, *, measure: str | None = None, condition: Condition | None = None) -> list[rows.Department]: ...

    def callers(self, number: str) -> list[rows.Caller]: ...

    def permission(self, action: str, entity: str, *, record: Reference | None = None) -> list[rows.Permission]: ...

    def document_links(self, uri: str) -> list[entities.DocumentLink]: ...

    def project_links(self, key: str) -> list[entities.ProjectLink]: ...

    def my_customers(self, *, limit: int | None = None) -> list[entities.Account]: ...
