"""Checking, searching, merging and taking back, from Python."""

import guanxi
import pytest
from guanxi import Account, Activity, DuplicatePair, commands


def twins(session):
    one = Account(name="上海样例精密机械制造有限公司", phone="021-55550142", city="上海", address="样本路 88 号")
    two = Account(name="样例精密机械", phone="(021) 5555 0142", city="上海市", address="样本路88号3楼", postcode="200000")
    session.create(one)
    hits = session.duplicates(two)
    assert [hit.verdict for hit in hits] == ["same"] and hits[0].score > 0 and "Phone" in hits[0].explanation
    session.create(two, on_duplicate="allow", because="test")
    return one, two


def test_check_search_and_dismiss(session):
    one, two = twins(session)
    why = session.explain_duplicates(Account, one, two)
    assert why["verdict"] == "same" and " · " in why["text"]
    told = []
    found = session.find_duplicates(Account, progress=lambda done, total: told.append(done))
    assert (found["records"], found["pairs"], found["queued"], found["oversize"]) == (2, 1, 1, 0) and told
    assert [pair.state for pair in session.find(DuplicatePair)] == ["open"]
    session.commands.duplicate_dismiss("account", one, two)
    assert session.find_duplicates(Account)["dismissed"] == 1
    index = session.prepare_duplicates(Account, train=True)
    assert index["records"] == 2 and index["trained"]


def test_a_check_says_whether_it_saw_everything(session):
    for i in range(200):
        session.create(Account(name="样例贸易有限公司", phone=f"021-5555{1000 + i}"), on_duplicate="allow")
    asked = Account(name="样例贸易")
    whole, capped = session.check_duplicates(asked, effort=100_000), session.check_duplicates(asked, limit=3, effort=64)
    assert not whole["partial"] and capped["partial"]
    assert whole["verdict"] == capped["verdict"] and len(whole["hits"]) == 10 and len(capped["hits"]) == 3
    with pytest.raises(guanxi.LimitPassed, match="no negative numbers: -1 is"):
        session.check_duplicates(asked, limit=-1)


def test_what_was_learnt_stays_with_the_store(tmp_path):
    path = tmp_path / "crm.db"
    with guanxi.create(path, login="admin", name="Sample Admin") as store, store.session("admin") as session:
        twins(session)
        assert session.prepare_duplicates(Account, train=True)["trained"]
    with guanxi.open(path, save_indexes=False) as store, store.session("admin") as session:
        assert session.prepare_duplicates(Account) | {"bytes": 0} == {"records": 2, "bytes": 0, "read": 2, "trained": True}


def test_merge_and_unmerge(session):
    one, two = twins(session)
    call = Activity(type="call", subject="Sample call", account=two.id)
    session.create(call)
    arguments = commands.RecordMerge(entity="account", winner=one.id, losers={str(two.id)}, rules="name=keep")
    tried = session.merge(arguments, dry_run=True)
    assert tried["change_set"] == 0 and tried["children"] == [{"entity": "activity", "moved": 1, "folded": 0}]
    assert session.canonical(Account, two) == two.id
    done = session.merge(arguments, because="the same")
    assert done["change_set"] > 0
    assert {value["field"]: value["text"] for value in done["values"]}["postcode"] == "200000"
    assert {value["field"]: value["others"] for value in done["values"]}["phone"] == ["(021) 5555 0142"]
    assert session.canonical(Account, two) == one.id
    assert session.get(Activity, call.id).account == one.id
    back = session.unmerge(commands.RecordUnmerge(entity="account", record=two.id))
    assert back["conflicts"] == []
    assert session.get(Activity, call.id).account == two.id and session.get(Account, one.id).postcode is None


def test_what_cannot_be_merged_raises(session):
    one, two = twins(session)
    with pytest.raises(guanxi.Invalid, match="There is no rule"):
        session.commands.record_merge("account", one, [str(two.id)], rules="name=best")
