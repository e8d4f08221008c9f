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


class RecordMerge(Arguments):
    """Merge records (合并记录).

    entity: Entity (对象), text, required
    winner: Winner (保留的记录), id, required
    losers: Losers (并入的记录), set, required
    rules: Rules (取值规则), text
    """

    __slots__ = ()
    _number = 520
    _name = "record.merge"
    entity = TextField(10, "Entity", "对象", required=True)
    winner = IdField(11, "Winner", "保留的记录", required=True)
    losers = SetField(12, "Losers", "并入的记录", required=True)
    rules = TextField(13, "Rules", "取值规则")


class RecordUnmerge(Arguments):
    """Unmerge records (撤销合并).

    entity: Entity (对象), text, required
    record: Merged record (被并入的记录), id, required
    """

    __slots__ = ()
    _number = 521
    _name = "record.unmerge"
    entity = TextField(10, "Entity", "对象", required=True)
    record = IdField(11, "Merged record", "被并入的记录", required=True)


class DuplicateDismiss(Arguments):
    """Not a duplicate (标记为不重复).

    entity: Entity (对象), text, required
    first: First record (记录一), id, required
    second: Second record (记录二), id, required
    note: Note (备注), text
    """

    __slots__ = ()
    _number = 522
    _name = "duplicate.dismiss"
    entity = TextField(10, "Entity", "对象", required=True)
    first = IdField(11, "First record", "记录一", required=True)
    second = IdField(12, "Second record", "记录二", required=True)
    note = TextField(13, "Note", "备注")


class LeadConvert(Arguments):
    """Convert lead (转化线索).

    lead: Lead (线索), id of lead, required
    account: Existing account (已有客户), id of account
    contact: Existing contact (已有联系人), id of contact
    """

    __slots__ = ()
    _number = 523
    _name = "lead.convert"
    lead = IdField(10, "Lead", "线索", required=True, target="lead")
    account = IdField(11, "Existing account", "已有客户", target="account")
    contact = IdField(12, "Existing contact", "已有联系人", target="contact")


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

    def record_merge(self, entity: str, winner: Reference, losers: Iterable[str], *, rules: str | None = None, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome:
        """Merge records (合并记录).

        entity: Entity (对象), text, required
        winner: Winner (保留的记录), id, required
        losers: Losers (并入的记录), set, required
        rules: Rules (取值规则), text
        """
        return self._session.run(RecordMerge(entity=entity, winner=winner, losers=losers, rules=rules), expected_revision=expected_revision, idempotency_key=idempotency_key, because=because)

    def record_unmerge(self, entity: str, record: Reference, *, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome:
        """Unmerge records (撤销合并).

        entity: Entity (对象), text, required
        record: Merged record (被并入的记录), id, required
        """
        return self._session.run(RecordUnmerge(entity=entity, record=record), expected_revision=expected_revision, idempotency_key=idempotency_key, because=because)

    def duplicate_dismiss(self, entity: str, first: Reference, second: Reference, *, note: str | None = None, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome:
        """Not a duplicate (标记为不重复).

        entity: Entity (对象), text, required
        first: First record (记录一), id, required
        second: Second record (记录二), id, required
        note: Note (备注), text
        """
        return self._session.run(DuplicateDismiss(entity=entity, first=first, second=second, note=note), expected_revision=expected_revision, idempotency_key=idempotency_key, because=because)

    def lead_convert(self, lead: Reference, *, account: Reference | None = None, contact: Reference | None = None, expected_revision: int = 0, idempotency_key: str = "", because: str = "") -> Outcome:
        """Convert lead (转化线索).

        lead: Lead (线索), id of lead, required
        account: Existing account (已有客户), id of account
        contact: Existing contact (已有联系人), id of contact
        """
        return self._session.run(LeadConvert(lead=lead, account=account, contact=contact), expected_revision=expected_revision, idempotency_key=idempotency_key, because=because)
