"""A host's code as a type checker sees it; it is never run. Lines that it must refuse say so, with the checker's own word."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import List, Optional
from uuid import UUID

import guanxi
from guanxi import Account, Contact, Money


def right(session: guanxi.Session, some: UUID) -> None:
    account = Account(name="x", tier="A", employees=5, revenue=Money("1"), roles=["customer"], parent=some, founded=datetime.date(2026, 1, 1))
    name: Optional[str] = account.name
    employees: Optional[int] = account.employees
    revenue: Optional[Money] = account.revenue
    parent: Optional[UUID] = account.parent
    created: Optional[datetime.datetime] = account.created_at
    account.parent = account
    account.roles = {"partner"}
    outcome: guanxi.Outcome = session.create(account, on_duplicate="warn")
    rows: List[Account] = session.find(Account, (Account.tier == "A") & (Account.employees > 5), order_by=-Account.name).all()
    first: Optional[Contact] = session.find(Contact).where(Contact.account.through(Account.name.startswith("x"))).first()
    when: List[Optional[datetime.datetime]] = [entry.at for entry in session.ask.timeline(account, limit=5)]
    session.commands.contact_link(account, some, role="buyer", since=datetime.date(2026, 1, 1))
    amount: Decimal = Money(5).amount
    with session.card(account) as card:
        people: List[Contact] = card.contacts
    print(name, employees, revenue, parent, created, outcome, rows, first, when, amount, people)


def wrong(session: guanxi.Session, account: Account) -> None:
    Account(nmae="x")  # refused: call-arg
    Account(name=5)  # refused: arg-type
    Account(id=account.id)  # refused: call-arg
    account.nmae = "x"  # refused: attr-defined
    account.employees = "5"  # refused: assignment
    name: str = account.name  # refused: assignment
    session.find(Account, 5)  # refused: arg-type
    session.commands.account_suspend(account)  # refused: call-arg
    session.commands.account_suspend(account, 5)  # refused: arg-type
    session.ask.timeline(account, limit="5")  # refused: arg-type
    Account.employees.startswith("5")  # refused: attr-defined
    print(name)
