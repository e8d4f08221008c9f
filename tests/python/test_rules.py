"""FEEL and decisions: conditions, filters, segments, expressions on records and dicts."""

import guanxi
import pytest
from guanxi import Account

MODEL = """<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:example:discount" name="discount">
<inputData name="amount" id="amount"><variable name="amount" typeRef="number"/></inputData>
<decision name="Discount" id="Discount"><variable name="Discount" typeRef="number"/>
<informationRequirement><requiredInput href="#amount"/></informationRequirement>
<literalExpression><text>if amount &gt; 100 then amount / 10 else 0</text></literalExpression></decision></definitions>"""


@pytest.fixture
def customers(session):
    for name, tier, employees in (("Sample One", "A", 500), ("Sample Two", "B", 50), ("样品三", None, None)):
        session.create(Account(name=name, tier=tier, employees=employees))
    return session


def names(query):
    return [account.name for account in query]


def test_conditions_in_feel(customers):
    assert names(customers.find(Account, 'tier = "A" and employees > 100')) == ["Sample One"]
    assert names(customers.find(Account).where('客户级别 != "A"', Account.employees > 10)) == ["Sample Two"]
    assert customers.find(Account).where('string length(name) = 3').count() == 1


def test_what_is_wrong_with_a_condition(customers):
    with pytest.raises(guanxi.NotFound, match="Character 1: account has nothing called “tierr”. Perhaps you mean one of: tier."):
        customers.find(Account, 'tierr = "A"').all()
    with pytest.raises(guanxi.Invalid, match="Character 8: expected an expression, found the end."):
        customers.find(Account, "tier = ").all()


def test_a_plan(customers):
    plan = customers.explain(Account, 'tier = "A" and matches(name, "S.*")')
    assert plan == {"by_database": ['tier = "A"'], "by_row": ['matches(name, "S.*")'], "sql": "account.tier = ?1", "values": ['"A"']}


def test_filters_and_segments_by_name(customers):
    customers.create(guanxi.SavedFilter(name="Big", entity="account", condition="employees > 100"))
    segment = guanxi.Segment(name="Fair", entity="account", condition="employees < 100")
    customers.create(segment)
    third = customers.find(Account, Account.name == "样品三").first()
    customers.create(guanxi.SegmentMember(segment=segment, record=third.id))
    assert names(customers.find(Account).filter("Big")) == ["Sample One"]
    assert names(customers.find(Account).segment("Fair")) == ["Sample Two", "样品三"]
    with pytest.raises(guanxi.NotFound, match='no saved filter "Small"'):
        customers.find(Account).filter("Small").all()


def test_expressions(customers):
    account = customers.find(Account, Account.tier == "A").first()
    assert customers.evaluate('name + " has " + string(employees)', account) == "Sample One has 500"
    assert customers.evaluate("employees * 2", Account(name="New", employees=4)) == 8
    assert customers.evaluate("sum(sizes) + 1", {"sizes": [1, 2]}) == 4
    assert customers.evaluate("1 / 0") is None
    with pytest.raises(guanxi.Invalid, match="an expression on one record sees those it refers to"):
        customers.evaluate("count(opportunity)", account)


def test_a_decision(customers):
    assert customers.decide(MODEL, "Discount", {"amount": 250}) == 25
    with pytest.raises(guanxi.NotFound):
        customers.decide(MODEL, "None", {})


def test_a_validation_rule(customers):
    customers.create(guanxi.ValidationRule(name="Size", entity="account", condition="employees < 1000", message_zh="规模过大。",
                                           message_en="Too big.", at_field="employees"))
    with pytest.raises(guanxi.Invalid, match="Too big.") as refused:
        customers.create(Account(name="Sample Giant", employees=1000))
    assert refused.value.field == "employees"
