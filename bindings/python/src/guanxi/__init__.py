"""Guanxi: customers, for products that embed them.

    import guanxi
    from guanxi import Account

    with guanxi.create("crm.gx", login="admin", name="Sample Admin") as store, store.session("admin") as session:
        session.create(Account(name="上海样例网络科技有限公司", tier="A"))
        for account in session.find(Account, Account.tier == "A"):
            print(account.name)

Errors are exceptions below GuanxiError, records plain objects of Python, conditions written with its operators. Threads: a store may
be used by all at once, a session by one at a time.
"""

from . import commands, entities, errors, queries, rows
from ._card import Card
from ._condition import Condition, exists
from ._fields import Field, Order
from ._files import ImportColumn, ImportOptions, ImportPlan, ImportProblem, ImportReport
from ._host import Event, Fact, HostDepartment, HostUser
from ._library import version
from ._query import Page, Query
from ._record import Arguments, Record
from ._session import Batch, BatchFailed, Outcome, Session, Transaction, Undone
from ._storage import LogWish, Storage, StoredChange, StoredPut, StoredRow
from ._store import Store, create, describe, dictionary, open, open_storage
from .entities import *
from .errors import *
from .values import Money

__version__ = "0.1.0"

__all__ = [
    "Arguments",
    "Batch",
    "BatchFailed",
    "Card",
    "Condition",
    "Event",
    "Fact",
    "Field",
    "HostDepartment",
    "HostUser",
    "ImportColumn",
    "ImportOptions",
    "ImportPlan",
    "ImportProblem",
    "ImportReport",
    "LogWish",
    "Money",
    "Order",
    "Outcome",
    "Page",
    "Query",
    "Record",
    "Session",
    "Storage",
    "Store",
    "StoredChange",
    "StoredPut",
    "StoredRow",
    "Transaction",
    "Undone",
    "commands",
    "create",
    "describe",
    "dictionary",
    "entities",
    "errors",
    "exists",
    "open",
    "open_storage",
    "queries",
    "rows",
    "version",
]
__all__ += entities.__all__
__all__ += errors.__all__
