"""A customer on one page."""

from __future__ import annotations

import ctypes
import json
from typing import TYPE_CHECKING, Any, TypeVar

from . import _native, entities, rows
from ._handle import Handle, made
from ._library import call, lib, take_text, text_at
from ._query import read_all
from ._record import Record

if TYPE_CHECKING:
    from ._session import Session

__all__ = ["Card"]

R = TypeVar("R", bound=Record)


class Card(Handle):
    """The account, and what belongs to it, as it was when the card was made. Each part is read when it is first asked for."""

    _what = "card"

    def __init__(self, session: Session, handle: ctypes.c_void_p) -> None:
        super().__init__(handle, lib.card_free)
        self._session = session
        self._parts: dict[int, list[Any]] = {}
        row = made(lib.card_account, handle)
        self.account = session._type(entities.Account)._read(row)
        names = [_native.gx_str() for _ in range(3)]
        call(lib.card_names, handle, *(ctypes.byref(name) for name in names))
        self.owner, self.department, self.parent = (text_at(name) for name in names)
        """The names behind the account's references, "" where there is none."""

    def _part(self, number: int, kind: type[R]) -> list[R]:
        if number not in self._parts:
            self._parts[number] = list(read_all(made(lib.card_part, self._handle, number), self._session._type(kind)))
        return self._parts[number]

    @property
    def children(self) -> list[entities.Account]:
        """The accounts below this one."""
        return self._part(_native.CARD_CHILDREN, entities.Account)

    @property
    def contacts(self) -> list[entities.Contact]:
        """The people."""
        return self._part(_native.CARD_CONTACTS, entities.Contact)

    @property
    def contact_roles(self) -> list[entities.AccountContact]:
        """What part each of the contacts plays, in step with them."""
        return self._part(_native.CARD_CONTACT_ROLES, entities.AccountContact)

    @property
    def contact_points(self) -> list[entities.ContactPoint]:
        """Telephone numbers, addresses and the like."""
        return self._part(_native.CARD_CONTACT_POINTS, entities.ContactPoint)

    @property
    def identifiers(self) -> list[entities.PartyIdentifier]:
        """Licences, and keys of other systems."""
        return self._part(_native.CARD_IDENTIFIERS, entities.PartyIdentifier)

    @property
    def opportunities(self) -> list[entities.Opportunity]:
        """The deals."""
        return self._part(_native.CARD_OPPORTUNITIES, entities.Opportunity)

    @property
    def requests(self) -> list[entities.ServiceRequest]:
        """The service requests."""
        return self._part(_native.CARD_REQUESTS, entities.ServiceRequest)

    @property
    def contracts(self) -> list[entities.Contract]:
        """The contracts."""
        return self._part(_native.CARD_CONTRACTS, entities.Contract)

    @property
    def activities(self) -> list[entities.Activity]:
        """What is to be done next."""
        return self._part(_native.CARD_ACTIVITIES, entities.Activity)

    @property
    def documents(self) -> list[entities.DocumentLink]:
        """The documents."""
        return self._part(_native.CARD_DOCUMENTS, entities.DocumentLink)

    @property
    def projects(self) -> list[entities.ProjectLink]:
        """The projects."""
        return self._part(_native.CARD_PROJECTS, entities.ProjectLink)

    @property
    def counts(self) -> list[rows.CardCount]:
        """How many there are of what."""
        return self._part(_native.CARD_COUNTS, rows.CardCount)

    @property
    def timeline(self) -> list[rows.Timeline]:
        """What happened, newest first."""
        return self._part(_native.CARD_TIMELINE, rows.Timeline)

    @property
    def facts(self) -> list[rows.Fact]:
        """What the host's other systems say of it; one that failed says so in `error`."""
        return self._part(_native.CARD_FACTS, rows.Fact)

    def as_dict(self) -> dict[str, Any]:
        """The whole card as plain values, a member for each part."""
        card: dict[str, Any] = json.loads(take_text(lib.card_to_json, self._handle))
        return card
