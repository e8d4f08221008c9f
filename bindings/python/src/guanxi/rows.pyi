"""The rows that questions and cards give. Printed by guanxi_generate from the descriptors: do not edit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from ._fields import (
    BooleanField,
    DateField,
    DecimalField,
    IdField,
    InstantField,
    IntegerField,
    MoneyField,
    SetField,
    TextField,
)
from ._record import Record
from .values import Money, Reference

__all__ = [
    "Timeline",
    "Change",
    "Read",
    "Workload",
    "Agenda",
    "Dimension",
    "Department",
    "Caller",
    "Permission",
    "Duplicate",
    "Fact",
    "CardCount",
]


class Timeline(Record):
    at: InstantField
    kind: TextField
    entity: TextField
    record: IdField
    title: TextField
    detail: TextField
    who: TextField
    def __init__(
        self,
        *,
        at: datetime | None = ...,
        kind: str | None = ...,
        entity: str | None = ...,
        record: Reference | None = ...,
        title: str | None = ...,
        detail: str | None = ...,
        who: str | None = ...,
    ) -> None: ...


class Change(Record):
    seq: IntegerField
    change_set: IntegerField
    at: InstantField
    actor: IdField
    actor_name: TextField
    command: TextField
    reason: TextField
    kind: TextField
    entity: TextField
    record: IdField
    fields: TextField
    def __init__(
        self,
        *,
        seq: int | None = ...,
        change_set: int | None = ...,
        at: datetime | None = ...,
        actor: Reference | None = ...,
        actor_name: str | None = ...,
        command: str | None = ...,
        reason: str | None = ...,
        kind: str | None = ...,
        entity: str | None = ...,
        record: Reference | None = ...,
        fields: str | None = ...,
    ) -> None: ...


class Read(Record):
    at: InstantField
    actor: IdField
    actor_name: TextField
    query: TextField
    def __init__(
        self,
        *,
        at: datetime | None = ...,
        actor: Reference | None = ...,
        actor_name: str | None = ...,
        query: str | None = ...,
    ) -> None: ...


class Workload(Record):
    user: IdField
    name: TextField
    overdue: IntegerField
    owned: TextField
    def __init__(
        self,
        *,
        user: Reference | None = ...,
        name: str | None = ...,
        overdue: int | None = ...,
        owned: str | None = ...,
    ) -> None: ...


class Agenda(Record):
    activity: IdField
    subject: TextField
    type: TextField
    starts_at: InstantField
    due_at: InstantField
    account: IdField
    account_name: TextField
    overdue: BooleanField
    def __init__(
        self,
        *,
        activity: Reference | None = ...,
        subject: str | None = ...,
        type: str | None = ...,
        starts_at: datetime | None = ...,
        due_at: datetime | None = ...,
        account: Reference | None = ...,
        account_name: str | None = ...,
        overdue: bool | None = ...,
    ) -> None: ...


class Dimension(Record):
    field: TextField
    field_label: TextField
    value: TextField
    label: TextField
    count: IntegerField
    sums: TextField
    def __init__(
        self,
        *,
        field: str | None = ...,
        field_label: str | None = ...,
        value: str | None = ...,
        label: str | None = ...,
        count: int | None = ...,
        sums: str | None = ...,
    ) -> None: ...


class Department(Record):
    department: IdField
    name: TextField
    parent: IdField
    own: IntegerField
    total: IntegerField
    own_sums: TextField
    total_sums: TextField
    def __init__(
        self,
        *,
        department: Reference | None = ...,
        name: str | None = ...,
        parent: Reference | None = ...,
        own: int | None = ...,
        total: int | None = ...,
        own_sums: str | None = ...,
        total_sums: str | None = ...,
    ) -> None: ...


class Caller(Record):
    entity: TextField
    record: IdField
    name: TextField
    account: IdField
    account_name: TextField
    def __init__(
        self,
        *,
        entity: str | None = ...,
        record: Reference | None = ...,
        name: str | None = ...,
        account: Reference | None = ...,
        account_name: str | None = ...,
    ) -> None: ...


class Permission(Record):
    allowed: BooleanField
    reason: TextField
    def __init__(
        self,
        *,
        allowed: bool | None = ...,
        reason: str | None = ...,
    ) -> None: ...


class Duplicate(Record):
    entity: TextField
    record: IdField
    name: TextField
    masked: BooleanField
    certain: BooleanField
    strong: BooleanField
    reason: TextField
    verdict: TextField
    score: DecimalField
    explanation: TextField
    def __init__(
        self,
        *,
        entity: str | None = ...,
        record: Reference | None = ...,
        name: str | None = ...,
        masked: bool | None = ...,
        certain: bool | None = ...,
        strong: bool | None = ...,
        reason: str | None = ...,
        verdict: str | None = ...,
        score: Decimal | int | None = ...,
        explanation: str | None = ...,
    ) -> None: ...


class Fact(Record):
    source: TextField
    name: TextField
    label: TextField
    value: TextField
    as_of: InstantField
    error: TextField
    def __init__(
        self,
        *,
        source: str | None = ...,
        name: str | None = ...,
        label: str | None = ...,
        value: str | None = ...,
        as_of: datetime | None = ...,
        error: str | None = ...,
    ) -> None: ...


class CardCount(Record):
    name: TextField
    label: TextField
    count: IntegerField
    amounts: TextField
    entity: TextField
    def __init__(
        self,
        *,
        name: str | None = ...,
        label: str | None = ...,
        count: int | None = ...,
        amounts: str | None = ...,
        entity: str | None = ...,
    ) -> None: ...
