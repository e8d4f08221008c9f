"""What a session does: commands, transactions, batches, questions, cards."""

import uuid

import guanxi
import pytest
from guanxi import Account, Contact


def names(rows):
    return [row.name for row in rows]


@pytest.fixture
def many(session):
    for at in range(600):
        session.create(Account(name=f"Sample {at:03}", tier="AB"[at % 2], employees=at), on_duplicate="allow")


def test_a_transaction_commits_as_a_whole(session):
    with session.transaction():
        session.create(Account(name="First"))
        with pytest.raises(RuntimeError), session.transaction():
            session.create(Account(name="Second"))
            raise RuntimeError("inner")
        session.create(Account(name="Third"))
    assert names(session.find(Account, order_by=Account.name)) == ["First", "Third"]
    with pytest.raises(RuntimeError), session.transaction():
        session.create(Account(name="Fourth"))
        raise RuntimeError("outer")
    assert session.find(Account).count() == 2


def test_a_transaction_ends_early_when_told(session):
    with session.transaction() as change:
        session.create(Account(name="First"))
        change.rollback()
    with session.transaction() as change:
        session.create(Account(name="Second"))
        change.commit()
    assert names(session.find(Account)) == ["Second"]
    with pytest.raises(guanxi.Misuse, match="The transaction is closed"):
        change.commit()


def test_a_batch_runs_as_a_whole(session, account):
    account.tier = "B"
    with session.batch(because="move") as batch:
        batch.create(Contact(name="Kim Sample", account=account))
        batch.update(account)
        batch.add(guanxi.commands.AccountSuspend(account=account, reason="unpaid"))
        assert len(batch) == 3
    assert [one.affected for one in batch.outcomes][:2] == [1, 1]
    read = session.get(Account, account)
    assert read.tier == "B" and read.suspended


def test_a_batch_that_fails_says_where_and_changes_nothing(session):
    with pytest.raises(guanxi.Invalid) as failed, session.batch() as batch:
        batch.create(Account(name="First"))
        batch.create(Account(tier="A"))
    assert failed.value.__cause__.index == 1
    assert session.find(Account).count() == 0
    with pytest.raises(RuntimeError), session.batch() as batch:
        batch.create(Account(name="First"))
        raise RuntimeError
    assert session.find(Account).count() == 0


def test_commands_are_methods(session, account):
    outcome = session.commands.account_suspend(account, "unpaid", because="reminder 3")
    assert outcome.change_set > 0 and not outcome.repeated
    with pytest.raises(guanxi.GuanxiError):
        account.tier = "B"
        session.update(account, expected_revision=0)
    session.commands.account_reinstate(account=account.id)
    change = session.ask.history("account", account)[0]
    assert change.command == "account.reinstate" and change.record == account.id
    with pytest.raises(TypeError):
        session.commands.account_suspend(account)
    with pytest.raises(guanxi.Invalid):
        session.run(guanxi.commands.AccountSuspend(account=account))


def test_the_same_key_changes_nothing_twice(session):
    first = session.create(Account(name="First"), idempotency_key="order-1")
    again = session.create(Account(name="First"), idempotency_key="order-1")
    assert again.repeated and again.record == first.record
    assert session.find(Account).count() == 1


def test_upsert_and_resolve(session):
    assert session.resolve(Account, "erp", "1") is None
    outcome = session.upsert("erp", "1", Account(name="First"))
    session.upsert("erp", "1", Account(tier="A"))
    assert session.resolve(Account, "erp", "1") == outcome.record
    assert session.get(Account, outcome.record).tier == "A"


def test_archive_restore_undo(session, account):
    session.archive(account, because="gone")
    assert session.find(Account).count() == 0 and len(session.find(Account, archived=True).all()) == 1
    session.restore(account)
    change = session.create(Contact(name="Kim Sample", account=account)).change_set
    assert session.undo(change, dry_run=True).undone == 1
    assert session.find(Contact).count() == 1
    undone = session.undo(change)
    assert undone.undone == 1 and undone.skipped == []
    assert session.find(Contact).count() == 0


def test_duplicates_are_named_before_anything_is_stored(session, account):
    found = session.duplicates(Account(name="sample trading ltd"))
    assert found[0].record == account.id and found[0].strong
    with pytest.raises(guanxi.Duplicate):
        session.create(Account(name="Sample Trading Ltd"))
    twin = Account(name="Sample Trading Ltd")
    assert session.create(twin, on_duplicate="allow", because="a branch").duplicates == 1


def test_conditions(session, account):
    other = Account(name="100% 样例", city="上海市", roles=["partner"])
    session.create(other)
    session.create(Contact(name="Kim Sample", account=account, email="kim@sample.example"))
    find = lambda condition: names(session.find(Account, condition, order_by=Account.name))
    both = ["100% 样例", "Sample Trading Ltd"]
    assert find(Account.tier == "A") == both[1:]
    assert find(Account.tier == None) == both[:1]  # noqa: E711
    assert find(Account.tier != None) == both[1:]  # noqa: E711
    assert find(~(Account.tier == "A")) == []  # what has no tier is neither
    assert find(~(Account.city == "北京市")) == both[:1]
    assert find((Account.employees > 100) & (Account.employees <= 120) & (Account.tier != "B")) == both[1:]
    assert find((Account.employees < 100) | (Account.city == "上海市") | (Account.employees >= 120)) == both
    assert find(Account.tier.in_(["A", "B"])) == both[1:]
    assert find(Account.roles.contains("partner")) == both[:1]
    assert find(Account.name.startswith("100%")) == both[:1]
    assert find(Account.name.contains("Trading")) == both[1:]
    assert find(guanxi.exists(Contact.account, Contact.email == "kim@sample.example")) == both[1:]
    assert names(session.find(Contact, Contact.account.through(Account.tier == "A"))) == ["Kim Sample"]
    assert find(Account.id == account) == both[1:]


def test_what_is_no_condition_is_refused(session):
    with pytest.raises(TypeError, match="join conditions by & and |"):
        (Account.tier == "A") and (Account.tier == "B")
    with pytest.raises(TypeError, match="a condition is made of fields"):
        session.find(Account, 5)
    with pytest.raises(TypeError, match="Account.employees takes int, not str"):
        Account.employees > "5"
    with pytest.raises(TypeError):
        (Account.tier == "A") & True
    with pytest.raises(guanxi.NotFound):
        session.find(Account, Contact.name == "x").all()
    with pytest.raises(TypeError, match="rows are ordered by fields"):
        session.find(Account).order_by("name")


def test_rows_come_in_batches_and_in_pages(session, many):
    assert [row.employees for row in session.find(Account, order_by=-Account.employees)] == list(range(599, -1, -1))
    query = session.find(Account, Account.tier == "A", order_by=Account.name, limit=100)
    assert query.count() == 300 and len(query.all()) == 100 and query.first().name == "Sample 000"
    page, seen = query.page(), []
    while True:
        seen += names(page)
        if not page.next:
            break
        page = query.after(page.next).page()
    assert seen == [f"Sample {at:03}" for at in range(0, 600, 2)]
    with pytest.raises(guanxi.Invalid):
        query.after("no token").all()
    with pytest.raises(guanxi.GuanxiError):
        session.find(Account, limit=-1).all()


def test_a_query_may_be_left_in_the_middle(session, many):
    for row in session.find(Account):
        session.commands.account_suspend(row, "first")
        break
    assert session.find(Account, Account.suspended == True).count() == 1  # noqa: E712


def test_search_finds_what_people_type(session):
    session.create(Account(name="上海样例网络科技有限公司"))
    for text in ("上海 样例", "yangli", "shyl"):
        assert session.find(Account, search=text).first().name == "上海样例网络科技有限公司", text
    assert session.find(Account, search="nobody").first() is None


def test_a_card_has_everything(session, account):
    session.create(Contact(name="Kim Sample", account=account))
    session.create(guanxi.ServiceRequest(subject="It does not print", type="repair", account=account))
    with session.card(account) as card:
        assert card.account == session.get(Account, account)
        assert card.owner == "Sample Admin" and card.parent == ""
        assert names(card.contacts) == ["Kim Sample"] and len(card.contact_roles) == 1
        assert card.requests[0].subject == "It does not print"
        assert card.timeline[0].record is not None and card.facts == []
        assert {one.name for one in card.counts}
        for part in ("children", "contact_points", "identifiers", "opportunities", "contracts", "activities", "documents", "projects"):
            assert isinstance(getattr(card, part), list), part
        assert card.as_dict()["account"]["name"] == "Sample Trading Ltd"
    with pytest.raises(guanxi.NotFound):
        session.card(uuid.UUID(int=1))


def test_questions(session, account):
    assert session.ask.timeline(account, limit=1)[0].title == "Account created"
    tiers = {one.value: one.count for one in session.ask.dimensions("account", condition=Account.name.contains("Sample")) if one.field == "tier"}
    assert tiers == {"A": 1}
    assert session.ask.permission("read", "account")[0].allowed is True
    assert names(session.ask.my_customers()) == ["Sample Trading Ltd"]
    assert session.ask.changes(since=0)[-1].entity == "account"
    assert session.ask.workload()[0].name == "Sample Admin"
    with pytest.raises(guanxi.NotFound):
        session.ask.dimensions("nothing")


def test_the_generated_classes_are_those_of_the_library(store):
    described = store.describe()
    for kind, modules in (("entities", guanxi.entities), ("rows", guanxi.rows), ("commands", guanxi.commands), ("queries", guanxi.queries)):
        classes = {one._name: one for one in vars(modules).values() if isinstance(one, type) and issubclass(one, guanxi.Record) and one._name}
        for shape in described[kind]:
            fields = classes[shape["name"]]._fields
            assert [(f["name"], f["number"]) for f in shape["fields"]] == [(f.name, f.number) for f in fields.values()]
