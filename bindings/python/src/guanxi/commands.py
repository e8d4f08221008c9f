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
    "Commands",
]


class ChangeOwner(Arguments):
    """Change owner (变更负责人).

    entity: Entity (对象), text, required
    record: Record (记录), id, required
    owner: New owner (新负责人), id of user, required
    """

    __slots__ = ()
    _number = 501
    _name = "change_owner"
    entity = TextField(10, "Entity", "对象", required=True)
    record = IdField(11, "Record", "记录", required=True)
    owner = IdField(12, "New owner", "新负责人", required=True, target="user")


class HandOver(Arguments):
    """Hand over (离职交接).

    from_: From (原负责人), id of user, required
    to: To (接手人), id of user, required
    entities: Entities (对象范围), set
    """

    __slots__ = ()
    _number = 502
    _name = "hand_over"
    from_ = IdField(10, "From", "原负责人", required=True, target="user")
    to = IdField(11, "To", "接手人", required=True, target="user")
    entities = SetField(12, "Entities", "对象范围")


class AccountSuspend(Arguments):
    """Suspend account (冻结客户).

    account: Account (客户), id of account, required
    reason: Reason (原因), text, required
    """

    __slots__ = ()
    _number = 503
    _name = "account.suspend"
    account = IdField(10, "Account", "客户", required=True, target="account")
    reason = TextField(11, "Reason", "原因", required=True)


class AccountReinstate(Arguments):
    """Reinstate account (解冻客户).

    account: Account (客户), id of account, required
    """

    __slots__ = ()
    _number = 504
    _name = "account.reinstate"
    account = IdField(10, "Account", "客户", required=True, target="account")


class PoolClaim(Arguments):
    """Claim from pool (领取公海客户).

    account: Account (客户), id of account, required
    """

    __slots__ = ()
    _number = 505
    _name = "pool.claim"
    account = IdField(10, "Account", "客户", required=True, target="account")


class PoolRelease(Arguments):
    """Release to pool (释放到公海).

    account: Account (客户), id of account, required
    """

    __slots__ = ()
    _number = 506
    _name = "pool.release"
    account = IdField(10, "Account", "客户", required=True, target="account")


class ContactLink(Arguments):
    """Link contact (关联联系人).

    account: Account (客户), id of account, required
    contact: Contact (联系人), id of contact, required
    role: Role (角色), picklist of contact_role
    is_primary: Primary (首要联系人), boolean
    since: Since (开始日期), date
    until: Until (结束日期), date
    """

    __slots__ = ()
    _number = 507
    _name = "contact.link"
    account = IdField(10, "Account", "客户", required=True, target="account")
    contact = IdField(11, "Contact", "联系人", required=True, target="contact")
    role = TextField(12, "Role", "角色", picklist="contact_role")
    is_primary = BooleanField(13, "Primary", "首要联系人")
    since = DateField(14, "Since", "开始日期")
    until = DateField(15, "Until", "结束日期")


class Commands:
    """A method for each named command of a session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def change_owner(self, entity: str, record: Reference, owner: Reference, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome:
        """Change owner (变更负责人).

        entity: Entity (对象), text, required
        record: Record (记录), id, required
        owner: New owner (新负责人), id of user, required
        """
        return self._session.run(ChangeOwner(entity=entity, record=record, owner=owner), expected_revision=expected_revision, idempotency_key=idempotency_key, because=because)

    def hand_over(self, from_: Reference, to: Reference, *, entities: Iterable[str] | None = None, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome:
        """Hand over (离职交接).

        from_: From (原负责人), id of user, required
        to: To (接手人), id of user, required
        entities: Entities (对象范围), set
        """
        return self._session.run(HandOver(from_=from_, to=to, entities=entities), expected_revision=expected_revision, idempotency_key=idempotency_key, because=because)

    def account_suspend(self, account: Reference, reason: str, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome:
        """Suspend account (冻结客户).

        account: Account (客户), id of account, required
        reason: Reason (原因), text, required
        """
        return self._session.run(AccountSuspend(account=account, reason=reason), expected_revision=expected_revision, idempotency_key=idempotency_key, because=because)

    def account_reinstate(self, account: Reference, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome:
        """Reinstate account (解冻客户).

        account: Account (客户), id of account, required
        """
        return self._session.run(AccountReinstate(account=account), expected_revision=expected_revision, idempotency_key=idempotency_key, because=because)

    def pool_claim(self, account: Reference, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome:
        """Claim from pool (领取公海客户).

        account: Account (客户), id of account, required
        """
        return self._session.run(PoolClaim(account=account), expected_revision=expected_revision, idempotency_key=idempotency_key, because=because)

    def pool_release(self, account: Reference, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome:
        """Release to pool (释放到公海).

        account: Account (客户), id of account, required
        """
        return self._session.run(PoolRelease(account=account), expected_revision=expected_revision, idempotency_key=idempotency_key, because=because)

    def contact_link(self, account: Reference, contact: Reference, *, role: str | None = None, is_primary: bool | None = None, since: date | None = None, until: date | None = None, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome:
        """Link contact (关联联系人).

        account: Account (客户), id of account, required
        contact: Contact (联系人), id of contact, required
        role: Role (角色), picklist of contact_role
        is_primary: Primary (首要联系人), boolean
        since: Since (开始日期), date
        until: Until (结束日期), date
        """
        return self._session.run(ContactLink(account=account, contact=contact, role=role, is_primary=is_primary, since=since, until=until), expected_revision=expected_revision, idempotency_key=idempotency_key, because=because)
