"""What a host brings: functions of Python, and the exceptions that they raise."""

import datetime
import gc
import itertools
import sys
import threading
import uuid

import guanxi
import pytest
from guanxi import Account

UTC = datetime.timezone.utc
NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=UTC)


class Boom(Exception):
    pass


def house(**host):
    return guanxi.create(":memory:", login="admin", name="Sample Admin", **host)


def test_clock_and_ids():
    numbers = itertools.count(1)
    with house(clock=lambda: NOON, ids=lambda now: uuid.UUID(int=next(numbers))) as store, store.session("admin") as session:
        account = Account(name="Sample")
        session.create(account)
        assert account.created_at == NOON and account.id.int < 100


def test_an_exception_of_a_callback_comes_out_of_the_call():
    broken = []

    def clock():
        if broken:
            raise Boom("no time")
        return NOON

    with house(clock=clock) as store, store.session("admin") as session:
        broken.append(True)
        with pytest.raises(Boom, match="no time") as raised:
            session.create(Account(name="Sample"))
        assert raised.traceback[-1].name == "clock"
        broken.clear()
        assert session.find(Account).count() == 0
        session.create(Account(name="Sample"))
        with pytest.raises(guanxi.Invalid):
            session.create(Account())


@pytest.mark.parametrize("wrong, error", [(lambda: "noon", TypeError), (lambda: datetime.datetime(2026, 1, 1), ValueError)])
def test_a_clock_that_gives_something_else(wrong, error):
    with pytest.raises((error, AttributeError)):
        house(clock=wrong)


def test_users_and_departments_of_the_host():
    east, sales = uuid.UUID(int=2), uuid.UUID(int=1)
    kim = guanxi.HostUser(uuid.UUID(int=10), "kim", "Kim Sample", department=east, administrator=True)
    listed = [kim]
    departments = [guanxi.HostDepartment(sales), guanxi.HostDepartment(east, parent=sales)]
    with house(users=lambda: listed, departments=lambda: departments) as store:
        with store.session("kim") as session:
            assert session.user == kim.id
        with store.session(kim.id) as session:
            session.create(Account(name="Sample"))
        listed.append(guanxi.HostUser(uuid.UUID(int=11), "lee", "Lee Sample", blocked=True))
        store.reload()
        with pytest.raises(guanxi.Denied):
            store.session("lee")

    def broken():
        raise Boom("no users")

    with pytest.raises(Boom, match="no users"):
        house(users=broken)


def test_events_come_after_the_commit():
    seen = []
    with house(events=seen.append) as store, store.session("admin") as session:
        seen.clear()
        account = Account(name="Sample")
        with session.transaction():
            session.create(account)
            assert seen == []
        assert seen[-1].record == account.id and seen[-1].entity == Account._number


def test_an_event_that_raises_loses_nothing(monkeypatch):
    told = []
    monkeypatch.setattr(sys, "unraisablehook", lambda what: told.append(what.exc_value))

    def broken(event):
        raise Boom("deaf")

    with house(events=broken) as store, store.session("admin") as session:
        session.create(Account(name="Sample"))
        assert session.find(Account).count() == 1
    assert isinstance(told[-1], Boom)


def test_facts_stand_on_the_card():
    def finance(account):
        yield guanxi.Fact("owed", "Owed", "1,200.00 CNY", NOON)

    def broken(account):
        raise Boom("no ledger")

    with house(facts={"finance": finance, "ledger": broken}) as store, store.session("admin") as session:
        account = Account(name="Sample")
        session.create(account)
        facts = session.card(account).facts
        assert (facts[0].source, facts[0].name, facts[0].value, facts[0].as_of) == ("finance", "owed", "1,200.00 CNY", NOON)
        assert "no ledger" in facts[1].error


def test_progress_may_stop_or_raise(tmp_path):
    path = tmp_path / "crm.gx"
    with guanxi.create(path, login="admin", name="Sample Admin") as store:
        seen = []
        store.backup(tmp_path / "copy.gx", progress=lambda done, total: seen.append((done, total)))
        assert seen
        with pytest.raises(guanxi.Cancelled):
            store.backup(tmp_path / "stopped.gx", progress=lambda done, total: False)

        def broken(done, total):
            raise Boom("enough")

        with pytest.raises(Boom, match="enough"):
            store.backup(tmp_path / "raised.gx", progress=broken)
        assert store.integrity(progress=lambda done, total: None) == []


def test_a_callback_may_use_the_store_but_not_its_session():
    problems = []

    def events(event):
        with store.session("admin") as other:
            other.get(Account, event.record)
        try:
            session.find(Account).count()
        except guanxi.Misuse as error:
            problems.append(str(error))

    with house() as store:
        pass
    with house(events=lambda event: events(event) if event.command == "account.create" else None) as store:
        with store.session("admin") as session:
            session.create(Account(name="Sample"))
    assert problems == [] or "in use by another call" in problems[0]


def test_callbacks_live_as_long_as_the_store():
    alive = len(guanxi._host._alive)
    store = house(clock=lambda: NOON, events=lambda event: None, facts={"a": lambda account: []})
    session = store.session("admin")
    store.close()
    gc.collect()
    assert len(guanxi._host._alive) == alive + 3
    session.close()
    assert len(guanxi._host._alive) == alive


def test_a_store_is_used_by_many_threads():
    problems = []
    with house() as store:
        def work(name):
            try:
                with store.session("admin") as session:
                    for at in range(20):
                        session.create(Account(name=f"{name} {at}"), on_duplicate="allow")
            except BaseException as error:
                problems.append(error)

        threads = [threading.Thread(target=work, args=(f"Sample {at}",)) for at in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert problems == [] and store.session("admin").find(Account).count() == 80
