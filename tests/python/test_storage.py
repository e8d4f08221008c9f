"""A storage of the host's own in Python: dictionaries, of which a transaction has a copy."""

import dataclasses

import guanxi
import pytest
from guanxi import Account, Contact


@dataclasses.dataclass
class Shelf:
    """What is kept: rows by entity and rid, the log, bytes by name, rids by key."""

    rows: dict = dataclasses.field(default_factory=dict)
    log: list = dataclasses.field(default_factory=list)
    kept: dict = dataclasses.field(default_factory=dict)
    keys: dict = dataclasses.field(default_factory=dict)

    def copy(self):
        return Shelf({entity: dict(rows) for entity, rows in self.rows.items()}, list(self.log), dict(self.kept),
                     {key: set(places) for key, places in self.keys.items()})


class Bare(guanxi.Storage):
    """What is needed and nothing else."""

    name = "shelf"

    def __init__(self):
        self.committed = Shelf()
        self.fault = None

    def shelf(self, at):
        return self.committed if at is None else at

    def begin(self):
        if isinstance(self.fault, guanxi.Busy):
            raise self.fault
        return self.committed.copy()

    def commit(self, tx):
        self.committed = tx

    def rollback(self, tx):
        pass

    def put(self, tx, row):
        if self.fault is not None:
            raise self.fault
        rows = tx.rows.setdefault(row.entity, {})
        stored = rows.get(row.rid)
        if row.rid == 0 and any(other.values[0][2] == row.id for other in rows.values()):
            raise guanxi.Duplicate("there already")
        if row.rid != 0 and (stored is None or stored.values[1][2] != row.before_revision):
            raise guanxi.Conflict("another revision")
        rid = row.rid or max(rows, default=0) + 1
        rows[rid] = guanxi.StoredRow(rid, row.values, row.search)
        for key in row.removed:
            tx.keys.get(key, set()).discard((row.entity, rid))
        for key in row.added:
            tx.keys.setdefault(key, set()).add((row.entity, rid))
        return rid

    def get(self, at, entity, id, rid):
        rows = self.shelf(at).rows.get(entity, {})
        return rows.get(rid) if id is None else next((row for row in rows.values() if row.values[0][2] == id), None)

    def scan(self, at, entity):
        return self.shelf(at).rows.get(entity, {}).values()

    def append(self, tx, change):
        seq = len(tx.log) + 1
        tx.log.append(dataclasses.replace(change, seq=seq, set=change.set or seq))
        return seq

    def changes(self, at, wish):
        log = self.shelf(at).log
        for change in reversed(log) if wish.newest_first else log:
            beyond = wish.newest_first and wish.after and change.seq >= wish.after or not wish.newest_first and change.seq <= wish.after
            elsewhere = wish.set and change.set != wish.set or wish.rid and (change.entity, change.rid) != (wish.entity, wish.rid)
            if not beyond and not elsewhere:
                yield change

    def save(self, tx, name, data):
        tx.kept.pop(name, None) if data is None else tx.kept.__setitem__(name, data)

    def load(self, at, name):
        return self.shelf(at).kept.get(name)


class Whole(Bare):
    """And what may be added."""

    def begin(self):
        self.marks = {}
        return super().begin()

    def savepoint(self, tx, mark):
        self.marks[mark] = tx.copy()

    def release(self, tx, mark):
        self.marks = {one: kept for one, kept in self.marks.items() if one < mark}

    def rollback_to(self, tx, mark):
        vars(tx).update(vars(self.marks[mark].copy()))

    def open_view(self):
        return self.committed

    def close_view(self, view):
        pass

    def probe(self, at, keys):
        for index, key in enumerate(keys):
            for entity, rid in sorted(self.shelf(at).keys.get(key, ())):
                yield index, entity, rid


def opened(storage):
    return guanxi.open_storage(storage, login="admin", name="Sample Admin")


@pytest.mark.parametrize("kind", [Bare, Whole])
def test_a_days_work(kind):
    storage = kind()
    with opened(storage) as store, store.session("admin") as session:
        first = Account(name="Sample Trading Ltd", tier="A", employees=120, revenue=guanxi.Money("12.50", "CNY"), tags=["a", "b"])
        session.create(first)
        session.create(Account(name="样品贸易公司", tier="B", employees=7))
        with pytest.raises(guanxi.Duplicate):
            session.create(Account(name="SAMPLE trading ltd"))
        with session.transaction():
            session.create(Contact(name="Kim Sample", account=first))
        assert [one.name for one in session.find(Account, Account.tier == "A")] == ["Sample Trading Ltd"]
        assert [one.name for one in session.find(Account, order_by=-Account.employees)] == ["Sample Trading Ltd", "样品贸易公司"]
        assert session.find(Account, search="ypmy").count() == 1
        read = session.get(Account, first)
        assert (read.revenue, read.tags) == (guanxi.Money("12.50", "CNY"), {"a", "b"})
        read.city = "Sampletown"
        session.update(read)
        archived = session.archive(read)
        assert session.find(Account).count() == 1
        session.undo(archived.change_set)
        assert session.find(Account).count() == 2 and store.integrity() == []
        assert store.info()["backend"] == "shelf" and [contact.name for contact in session.card(first).contacts] == ["Kim Sample"]
    with guanxi.open_storage(storage) as store, store.session("admin") as session:
        assert session.get(Account, first).city == "Sampletown"


def test_what_a_method_raises_comes_out_of_the_call_and_nothing_is_lost():
    storage = Whole()
    with opened(storage) as store, store.session("admin") as session:
        session.create(Account(name="Sample One"))
        storage.fault = KeyError("the shelf fell")
        with pytest.raises(KeyError, match="the shelf fell"):
            session.create(Account(name="Sample Two"))
        storage.fault = guanxi.Conflict("")
        with pytest.raises(guanxi.Conflict, match="changed by somebody else"):
            session.create(Account(name="Sample Two"))
        storage.fault = guanxi.Busy("")
        with pytest.raises(guanxi.Busy):
            session.create(Account(name="Sample Two"))
        storage.fault = None
        session.create(Account(name="Sample Two"))
        assert session.find(Account).count() == 2 and store.integrity() == []


def test_what_is_needed_is_named():
    with pytest.raises(TypeError, match="abstract"):
        guanxi.Storage()
    with pytest.raises(guanxi.NotFound, match="administrator"):
        guanxi.open_storage(Bare())
