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
    """What happened with a customer before a time, newest first, across departments.

    account: Account (客户), id of account, required
    limit: Limit (条数), integer
    before: Before (早于), instant
    """

    __slots__ = ()
    _number = 601
    _name = "timeline"
    account = IdField(10, "Account", "客户", required=True, target="account")
    limit = IntegerField(11, "Limit", "条数")
    before = InstantField(12, "Before", "早于")


class AskHistory(Arguments):
    """Who changed what in a record, newest first.

    entity: Entity (对象), text, required
    record: Record (记录), id, required
    limit: Limit (条数), integer
    """

    __slots__ = ()
    _number = 602
    _name = "history"
    entity = TextField(10, "Entity", "对象", required=True)
    record = IdField(11, "Record", "记录", required=True)
    limit = IntegerField(12, "Limit", "条数")


class AskChanges(Arguments):
    """Every change after a number, oldest first, of what the principal may see.

    since: Since (序号之后), integer
    limit: Limit (条数), integer
    """

    __slots__ = ()
    _number = 603
    _name = "changes"
    since = IntegerField(10, "Since", "序号之后")
    limit = IntegerField(11, "Limit", "条数")


class AskReads(Arguments):
    """Who read a record, newest first, where the store keeps it.

    entity: Entity (对象), text, required
    record: Record (记录), id, required
    limit: Limit (条数), integer
    """

    __slots__ = ()
    _number = 604
    _name = "reads"
    entity = TextField(10, "Entity", "对象", required=True)
    record = IdField(11, "Record", "记录", required=True)
    limit = IntegerField(12, "Limit", "条数")


class AskWorkload(Arguments):
    """Who has how much; the pool comes last."""

    __slots__ = ()
    _number = 605
    _name = "workload"


class AskAgenda(Arguments):
    """Open activities of a user that start or are due in a span of time, and what is overdue.

    from_: From (从), instant, required
    to: To (到), instant, required
    user: User (用户), id of user
    limit: Limit (条数), integer
    """

    __slots__ = ()
    _number = 606
    _name = "agenda"
    from_ = InstantField(10, "From", "从", required=True)
    to = InstantField(11, "To", "到", required=True)
    user = IdField(12, "User", "用户", target="user")
    limit = IntegerField(13, "Limit", "条数")


class AskDimensions(Arguments):
    """How many records have which value, for each counted dimension of an entity.

    entity: Entity (对象), text, required
    measure: Measure (汇总字段), text
    """

    __slots__ = ()
    _number = 607
    _name = "dimensions"
    entity = TextField(10, "Entity", "对象", required=True)
    measure = TextField(11, "Measure", "汇总字段")


class AskDepartments(Arguments):
    """The records of an entity by department, rolled up, parents before children.

    entity: Entity (对象), text, required
    measure: Measure (汇总字段), text
    """

    __slots__ = ()
    _number = 608
    _name = "departments"
    entity = TextField(10, "Entity", "对象", required=True)
    measure = TextField(11, "Measure", "汇总字段")


class AskCallers(Arguments):
    """Who calls from a telephone number, however it is written: contacts first, at most 20.

    number: Number (号码), text, required
    """

    __slots__ = ()
    _number = 609
    _name = "callers"
    number = TextField(10, "Number", "号码", required=True)


class AskPermission(Arguments):
    """Whether the principal may do something, and why.

    action: Action (操作), text, required
    entity: Entity (对象), text, required
    record: Record (记录), id
    """

    __slots__ = ()
    _number = 610
    _name = "permission"
    action = TextField(10, "Action", "操作", required=True)
    entity = TextField(11, "Entity", "对象", required=True)
    record = IdField(12, "Record", "记录")


class AskDocumentLinks(Arguments):
    """The records that a document belongs to.

    uri: URI (文档地址), text, required
    """

    __slots__ = ()
    _number = 611
    _name = "document_links"
    uri = TextField(10, "URI", "文档地址", required=True)


class AskProjectLinks(Arguments):
    """The records that a project belongs to.

    key: Key (项目编号), text, required
    """

    __slots__ = ()
    _number = 612
    _name = "project_links"
    key = TextField(10, "Key", "项目编号", required=True)


class AskMyCustomers(Arguments):
    """The accounts that the user owns.

    limit: Limit (条数), integer
    """

    __slots__ = ()
    _number = 613
    _name = "my_customers"
    limit = IntegerField(10, "Limit", "条数")


class Questions:
    """A method for each question that a session answers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def timeline(self, account: Reference, *, limit: int | None = None, before: datetime | None = None) -> list[rows.Timeline]:
        """What happened with a customer before a time, newest first, across departments.

        account: Account (客户), id of account, required
        limit: Limit (条数), integer
        before: Before (早于), instant
        """
        return self._session._ask(AskTimeline(account=account, limit=limit, before=before), rows.Timeline)

    def history(self, entity: str, record: Reference, *, limit: int | None = None) -> list[rows.Change]:
        """Who changed what in a record, newest first.

        entity: Entity (对象), text, required
        record: Record (记录), id, required
        limit: Limit (条数), integer
        """
        return self._session._ask(AskHistory(entity=entity, record=record, limit=limit), rows.Change)

    def changes(self, *, since: int | None = None, limit: int | None = None) -> list[rows.Change]:
        """Every change after a number, oldest first, of what the principal may see.

        since: Since (序号之后), integer
        limit: Limit (条数), integer
        """
        return self._session._ask(AskChanges(since=since, limit=limit), rows.Change)

    def reads(self, entity: str, record: Reference, *, limit: int | None = None) -> list[rows.Read]:
        """Who read a record, newest first, where the store keeps it.

        entity: Entity (对象), text, required
        record: Record (记录), id, required
        limit: Limit (条数), integer
        """
        return self._session._ask(AskReads(entity=entity, record=record, limit=limit), rows.Read)

    def workload(self) -> list[rows.Workload]:
        """Who has how much; the pool comes last."""
        return self._session._ask(AskWorkload(), rows.Workload)

    def agenda(self, from_: datetime, to: datetime, *, user: Reference | None = None, limit: int | None = None) -> list[rows.Agenda]:
        """Open activities of a user that start or are due in a span of time, and what is overdue.

        from_: From (从), instant, required
        to: To (到), instant, required
        user: User (用户), id of user
        limit: Limit (条数), integer
        """
        return self._session._ask(AskAgenda(from_=from_, to=to, user=user, limit=limit), rows.Agenda)

    def dimensions(self, entity: str, *, measure: str | None = None, condition: Condition | None = None) -> list[rows.Dimension]:
        """How many records have which value, for each counted dimension of an entity.

        entity: Entity (对象), text, required
        measure: Measure (汇总字段), text
        """
        return self._session._ask(AskDimensions(entity=entity, measure=measure), rows.Dimension, condition)

    def departments(self, entity: str, *, measure: str | None = None, condition: Condition | None = None) -> list[rows.Department]:
        """The records of an entity by department, rolled up, parents before children.

        entity: Entity (对象), text, required
        measure: Measure (汇总字段), text
        """
        return self._session._ask(AskDepartments(entity=entity, measure=measure), rows.Department, condition)

    def callers(self, number: str) -> list[rows.Caller]:
        """Who calls from a telephone number, however it is written: contacts first, at most 20.

        number: Number (号码), text, required
        """
        return self._session._ask(AskCallers(number=number), rows.Caller)

    def permission(self, action: str, entity: str, *, record: Reference | None = None) -> list[rows.Permission]:
        """Whether the principal may do something, and why.

        action: Action (操作), text, required
        entity: Entity (对象), text, required
        record: Record (记录), id
        """
        return self._session._ask(AskPermission(action=action, entity=entity, record=record), rows.Permission)

    def document_links(self, uri: str) -> list[entities.DocumentLink]:
        """The records that a document belongs to.

        uri: URI (文档地址), text, required
        """
        return self._session._ask(AskDocumentLinks(uri=uri), entities.DocumentLink)

    def project_links(self, key: str) -> list[entities.ProjectLink]:
        """The records that a project belongs to.

        key: Key (项目编号), text, required
        """
        return self._session._ask(AskProjectLinks(key=key), entities.ProjectLink)

    def my_customers(self, *, limit: int | None = None) -> list[entities.Account]:
        """The accounts that the user owns.

        limit: Limit (条数), integer
        """
        return self._session._ask(AskMyCustomers(limit=limit), entities.Account)
