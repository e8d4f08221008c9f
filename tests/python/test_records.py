"""Records: every type of value there and back, and what they refuse."""

import datetime
import re
from decimal import Decimal
from uuid import UUID

import guanxi
import pytest
from guanxi import Account, Contact, Money, Opportunity

MOMENT = datetime.datetime(2026, 3, 1, 9, 30, 0, 123456, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))


def test_values_of_every_type_come_back(session):
    parent = Account(name="Sample Holding")
    session.create(parent)
    account = Account(name="上海样例 😀", tier="B", roles={"customer", "partner"}, parent=parent, key_account=True, employees=-5,
                      revenue=Money("-1234.50", "EUR"), capital=Money(7, "JPY"), founded=datetime.date(1969, 12, 31), note="")
    session.create(account)
    read = session.get(Account, account.id)
    assert read == account
    assert read.name == "上海样例 😀"
    assert read.roles == {"customer", "partner"}
    assert read.parent == parent.id and isinstance(read.parent, UUID)
    assert read.key_account is True
    assert read.employees == -5
    assert read.revenue == Money(Decimal("-1234.50"), "EUR") and str(read.revenue) == "-1234.50 EUR"
    assert read.capital == Money(7, "JPY") and read.capital.minor == 7
    assert read.founded == datetime.date(1969, 12, 31)
    assert read.phone is None
    assert read.created_at.tzinfo is datetime.timezone.utc


def test_instants_are_utc_and_keep_their_microseconds(session, account):
    call = guanxi.Activity(type="call", subject="First call", account=account, due_at=MOMENT)
    session.create(call)
    assert session.get(guanxi.Activity, call).due_at == MOMENT
    assert session.get(guanxi.Activity, call).due_at.hour == 1


def test_a_record_reads_as_a_dictionary(account):
    plain = dict(account)
    assert plain["name"] == account["name"] == "Sample Trading Ltd"
    assert account.get("phone", "none") == "none"
    assert "tier" in account and "phone" not in account
    assert list(plain) == account.keys() and len(account.items()) == len(account)
    assert Account(name="x").items() == [("name", "x")]
    assert "name='x'" in repr(Account(name="x"))


def test_only_what_was_assigned_is_stored(session, account):
    other = session.get(Account, account)
    other.phone = "021-1"
    session.update(other)
    account.employees = 130
    session.update(account, expected_revision=0)
    read = session.get(Account, account)
    assert (read.phone, read.employees) == ("021-1", 130)


def test_a_row_that_somebody_else_changed_is_a_conflict(session, account):
    other = session.get(Account, account)
    other.tier = "C"
    session.update(other)
    account.tier = "B"
    with pytest.raises(guanxi.Conflict):
        session.update(account)
    assert session.get(Account, account).tier == "C"
    other["tier"] = "B"
    session.update(other)
    assert session.get(Account, account).revision == other.revision == 3


def test_none_and_del_empty_a_field(session, account):
    account.tier = None
    del account.employees
    session.update(account)
    read = session.get(Account, account)
    assert read.tier is None and read.employees is None


@pytest.mark.parametrize("name, value, error, sentence", [
    ("name", 5, TypeError, "Account.name takes str, not int"),
    ("name", b"x", TypeError, "Account.name takes str, not bytes"),
    ("employees", "5", TypeError, "Account.employees takes int, not str"),
    ("employees", True, TypeError, "Account.employees takes int, not bool"),
    ("employees", 2**63, ValueError, "Account.employees holds 64 bits, which 9223372036854775808 does not fit"),
    ("key_account", 1, TypeError, "Account.key_account takes bool, not int"),
    ("revenue", 1.5, TypeError, "Account.revenue takes Money, not float"),
    ("roles", "customer", TypeError, "Account.roles takes a set of str, not str"),
    ("roles", [1], TypeError, "Account.roles takes a set of str, and not all of these are"),
    ("roles", ["a", 1], TypeError, "Account.roles takes a set of str, and not all of these are"),
    ("roles", ["a|b"], ValueError, "Account.roles takes codes, which are not empty and have no | in them"),
    ("founded", MOMENT, TypeError, "Account.founded takes date, not datetime"),
    ("parent", 7, TypeError, "Account.parent takes a UUID or a record, not int"),
    ("parent", "seven", ValueError, "Account.parent: 'seven' is no id"),
    ("parent", Account(name="x"), ValueError, "Account.parent: this Account has no id yet, create it first"),
])
def test_a_value_of_another_type_is_refused_where_it_is_assigned(name, value, error, sentence):
    record = Account(name="x")
    with pytest.raises(error, match=re.escape(sentence)):
        setattr(record, name, value)
    assert record.items() == [("name", "x")]


def test_unknown_fields_are_refused():
    with pytest.raises(TypeError, match="Account has no field 'nmae'"):
        Account(nmae="x")
    with pytest.raises(TypeError, match="Account.id is kept by the library"):
        Account(id=UUID(int=1))
    record = Account()
    with pytest.raises(AttributeError):
        record.nmae = "x"
    with pytest.raises(AttributeError):
        record.nmae
    with pytest.raises(KeyError, match="Account has no field 'nmae'"):
        record["nmae"]
    with pytest.raises(KeyError):
        record["nmae"] = "x"


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="Activity.due_at takes a datetime with a time zone"):
        guanxi.Activity(due_at=datetime.datetime(2026, 1, 1))


def test_text_that_cannot_be_utf8_is_refused(session):
    with pytest.raises(UnicodeEncodeError):
        session.create(Account(name="\ud800"))


@pytest.mark.parametrize("amount, currency, error, sentence", [
    (1.5, "CNY", TypeError, "an amount must be Decimal, int or str, not float"),
    ("1.005", "CNY", ValueError, "1.005 has more digits than CNY, which has 2"),
    ("1", "ZZZ", ValueError, "there is no currency 'ZZZ'"),
    ("many", "CNY", ValueError, "'many' is no amount"),
    ("NaN", "CNY", ValueError, "'NaN' is no amount"),
])
def test_money_is_exact(amount, currency, error, sentence):
    with pytest.raises(error, match=re.escape(sentence)):
        Money(amount, currency)


def test_what_the_library_refuses_names_the_field(session):
    with pytest.raises(guanxi.Invalid) as refused:
        session.create(Account(tier="A"))
    assert refused.value.field == "name"
    assert str(refused.value) == "Account name is required: give it a value."
    assert isinstance(refused.value, ValueError)
    with pytest.raises(guanxi.Invalid):
        session.create(Account(name="x", tier="no such tier"))


def test_the_store_reads_what_people_type(store):
    assert store.parse(Account.revenue, "12万元") == Money(120000)
    assert store.parse(Account.founded, "2026年3月1日") == datetime.date(2026, 3, 1)
    with pytest.raises(guanxi.Invalid):
        store.parse(Account.employees, "many")


def test_fields_made_at_run_time_are_attributes_too(store, session, account):
    session.create(guanxi.CustomField(entity="account", name="slots", type="integer", label_en="Slots"))
    session.create(guanxi.CustomEntity(name="vehicle", label_en="Vehicle"))
    session.create(guanxi.CustomField(entity="vehicle", name="plate", type="text", label_en="Plate", required=True))
    vehicle_type = store.entity("vehicle")
    vehicle = vehicle_type(plate="沪A 00000")
    session.create(vehicle)
    assert session.find(vehicle_type, vehicle_type.plate.startswith("沪")).first() == vehicle

    custom = store.entity("account")
    read = session.get(Account, account)
    assert isinstance(read, Account) and isinstance(read, custom) and read["slots"] is None
    read.slots = 3
    session.update(read)
    assert session.find(custom, custom.slots == 3).count() == 1
    assert session.get(Account, account)["slots"] == 3
    with pytest.raises(guanxi.NotFound, match='There is no entity "boat"'):
        store.entity("boat")


def test_masked_values_read_as_none_and_are_named():
    layout = Contact._layout
    cells = [1, 0, 0] * layout.count
    at = layout.names.index("mobile")
    cells[at * 3] = guanxi._native.STATE_MASKED
    contact = Contact._of(*layout.read(tuple(cells)))
    assert contact.mobile is None
    assert contact.masked_fields == {"mobile"}


def test_decimals_keep_their_scale():
    field = guanxi._fields.DecimalField(10, "x", "x", scale=2)
    field.__set_name__(Opportunity, "x")
    for text in ("1.50", "-0.001", "100", "1E+3"):
        assert field.unpack(field.pack(Decimal(text))) == Decimal(text)
    with pytest.raises(ValueError, match="takes finite numbers"):
        field.pack(Decimal("Infinity"))
    with pytest.raises(TypeError, match="takes Decimal or int, not float"):
        field.pack(1.5)
