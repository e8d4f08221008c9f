"""The first hour with Guanxi in Python: customers, conditions, transactions, undo, and what the host's own systems add.

    python3 first_hour.py [STORE]      in memory where no file is named

Every name in it is made up.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from uuid import UUID

import guanxi
from guanxi import Account, Activity, Contact, CustomField, Fact, Money, Opportunity


def what_finance_knows(account: UUID) -> Iterator[Fact]:
    """Another system of the host: it is asked when a customer card is made."""
    yield Fact("owed", "Owed", "1,200.00 CNY", datetime.datetime.now(datetime.timezone.utc))


def create_customers(session: guanxi.Session) -> Account:
    """Everything in the with block commits together."""
    account = Account(name="上海样例网络科技有限公司", tier="A", city="上海市", employees=120, revenue=Money("1200000", "CNY"))
    with session.transaction():
        session.create(account, because="first order")
        session.create(Contact(name="Kim Sample", title="Purchasing", account=account, mobile="138 0000 0001"))
        session.create(Opportunity(name="Sample project", account=account, stage="proposal", amount=Money(80000)))
        tomorrow = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
        session.create(Activity(type="call", subject="First call", account=account, due_at=tomorrow))
        session.create(Account(name="Sample Trading Ltd", tier="B", employees=15))
    return account


def be_refused(session: guanxi.Session, account: Account) -> None:
    """Errors are exceptions, and say what to do."""
    try:
        session.create(Account(name="上海樣例網絡科技有限公司"))  # the same in traditional characters
    except guanxi.Duplicate as refused:
        print("refused:", refused)
    mine, theirs = session.get(Account, account), session.get(Account, account)
    theirs.tier = "B"
    session.update(theirs)
    try:
        mine.tier = "C"
        session.update(mine)
    except guanxi.Conflict as refused:
        print("somebody else was faster:", refused)


def find(session: guanxi.Session) -> None:
    """Conditions are written with Python's operators; text is found as people type it."""
    large = (Account.employees > 100) & Account.city.startswith("上海")
    for account in session.find(Account, large, order_by=-Account.employees):
        print("large:", account.name, account.employees, account.revenue)
    print("search:", [account.name for account in session.find(Account, search="yangli")])
    print("with contacts:", session.find(Account, guanxi.exists(Contact.account)).count())


def take_back(session: guanxi.Session) -> None:
    """Every command is a change set, which is taken back as a whole; rows that were edited since stay."""
    with session.batch(because="wrong list") as batch:
        for at in range(3):
            batch.create(Account(name=f"Slip {at}"))
    print("undone:", sum(session.undo(outcome.change_set).undone for outcome in batch.outcomes))


def add_a_field(store: guanxi.Store, session: guanxi.Session, account: Account) -> None:
    """Fields made at run time are as good as those built in."""
    session.create(CustomField(entity="account", name="slots", type="integer", label_en="Slots", label_zh="车位"))
    fresh = session.get(Account, account)
    fresh["slots"] = 3
    session.update(fresh)
    kind = store.entity("account")
    print("custom fields:", session.get(kind, account)["slots"], "slots")


def show(session: guanxi.Session, account: Account) -> None:
    """A customer on one page."""
    with session.card(account) as card:
        print("card of", card.account.name, "| owner", card.owner)
        for contact in card.contacts:
            print("  contact:", contact.name, contact.title, contact.mobile)
        for deal in card.opportunities:
            print("  deal:", deal.name, deal.stage, deal.amount)
        for fact in card.facts:
            print(f"  {fact.name}: {fact.value}")
        for entry in card.timeline[:3]:
            print("  ", entry.title, entry.detail or "")


def main() -> None:
    path = sys.argv[1] if len(sys.argv) > 1 else ":memory:"
    with guanxi.create(path, login="admin", name="Sample Admin", facts={"finance": what_finance_knows}) as store:
        with store.session("admin") as session:
            account = create_customers(session)
            be_refused(session, account)
            find(session)
            take_back(session)
            add_a_field(store, session, account)
            show(session, account)


if __name__ == "__main__":
    main()
