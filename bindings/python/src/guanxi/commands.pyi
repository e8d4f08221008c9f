"""The named commands: session.commands.account_suspend(account, reason). Printed by guanxi_generate from the descriptors: do not edit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from ._fields import BooleanField, DateField, IdField, InstantField, IntegerField, SetField, TextField
from ._record import Arguments
from ._session import Outcome, Session
from .values import Reference

__all__ = [
    "ChangeOwner",
    "HandOver",
    "AccountSuspend",
    "AccountReinstate",
    "PoolClaim",
    "PoolRelease",
    "ContactLink",
    "RecordMerge",
    "RecordUnmerge",
    "DuplicateDismiss",
    "LeadConvert",
    "Commands",
]


class ChangeOwner(Arguments):
    entity: TextField
    record: IdField
    owner: IdField
    def __init__(
        self,
        *,
        entity: str | None = ...,
        record: Reference | None = ...,
        owner: Reference | None = ...,
    ) -> None: ...


class HandOver(Arguments):
    from_: IdField
    to: IdField
    entities: SetField
    def __init__(
        self,
        *,
        from_: Reference | None = ...,
        to: Reference | None = ...,
        entities: Iterable[str] | None = ...,
    ) -> None: ...


class AccountSuspend(Arguments):
    account: IdField
    reason: TextField
    def __init__(
        self,
        *,
        account: Reference | None = ...,
        reason: str | None = ...,
    ) -> None: ...


class AccountReinstate(Arguments):
    account: IdField
    def __init__(
        self,
        *,
        account: Reference | None = ...,
    ) -> None: ...


class PoolClaim(Arguments):
    account: IdField
    def __init__(
        self,
        *,
        account: Reference | None = ...,
    ) -> None: ...


class PoolRelease(Arguments):
    account: IdField
    def __init__(
        self,
        *,
        account: Reference | None = ...,
    ) -> None: ...


class ContactLink(Arguments):
    account: IdField
    contact: IdField
    role: TextField
    is_primary: BooleanField
    since: DateField
    until: DateField
    def __init__(
        self,
        *,
        account: Reference | None = ...,
        contact: Reference | None = ...,
        role: str | None = ...,
        is_primary: bool | None = ...,
        since: date | None = ...,
        until: date | None = ...,
    ) -> None: ...


class RecordMerge(Arguments):
    entity: TextField
    winner: IdField
    losers: SetField
    rules: TextField
    def __init__(
        self,
        *,
        entity: str | None = ...,
        winner: Reference | None = ...,
        losers: Iterable[str] | None = ...,
        rules: str | None = ...,
    ) -> None: ...


class RecordUnmerge(Arguments):
    entity: TextField
    record: IdField
    def __init__(
        self,
        *,
        entity: str | None = ...,
        record: Reference | None = ...,
    ) -> None: ...


class DuplicateDismiss(Arguments):
    entity: TextField
    first: IdField
    second: IdField
    note: TextField
    def __init__(
        self,
        *,
        entity: str | None = ...,
        first: Reference | None = ...,
        second: Reference | None = ...,
        note: str | None = ...,
    ) -> None: ...


class LeadConvert(Arguments):
    lead: IdField
    account: IdField
    contact: IdField
    def __init__(
        self,
        *,
        lead: Reference | None = ...,
        account: Reference | None = ...,
        contact: Reference | None = ...,
    ) -> None: ...


class Commands:
    """A method for each named command of a session."""

    def __init__(self, session: Session) -> None: ...

    def change_owner(self, entity: str, record: Reference, owner: Reference, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome: ...

    def hand_over(self, from_: Reference, to: Reference, *, entities: Iterable[str] | None = None, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome: ...

    def account_suspend(self, account: Reference, reason: str, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome: ...

    def account_reinstate(self, account: Reference, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome: ...

    def pool_claim(self, account: Reference, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome: ...

    def pool_release(self, account: Reference, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome: ...

    def contact_link(self, account: Reference, contact: Reference, *, role: str | None = None, is_primary: bool | None = None, since: date | None = None, until: date | None = None, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome: ...

    def record_merge(self, entity: str, winner: Reference, losers: Iterable[str], *, rules: str | None = None, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome: ...

    def record_unmerge(self, entity: str, record: Reference, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome: ...

    def duplicate_dismiss(self, entity: str, first: Reference, second: Reference, *, note: str | None = None, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome: ...

    def lead_convert(self, lead: Reference, *, account: Reference | None = None, contact: Reference | None = None, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome: ...
