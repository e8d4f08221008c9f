"""Conditions in FEEL, saved filters, segments, validation and decision rules."""

import pytest

from test_rules import MODEL


def names(said):
    return [record["name"] for record in said.json["records"]]


@pytest.mark.parametrize("where, expected", [
    ('tier = "A" and employees > 200', ["Muster Maschinenbau GmbH", "深圳丁科技有限公司"]),
    ('客户级别 = "C" or employees < 20', ["广州丙物流有限公司"]),
    ('count(opportunity[stage = "won"]) > 0', ["深圳丁科技有限公司"]),
    ('matches(name, ".*GmbH$")', ["Muster Maschinenbau GmbH"]),
])
def test_conditions_in_feel(crm, where, expected):
    assert names(crm("find", "crm.db", "--where", where, "--json")) == expected


def test_what_is_wrong_with_a_condition(crm):
    crm.refuses("find", "crm.db", "--where", 'tierr = "A"', code=3, sentence="Character 1: account has nothing called “tierr”. Perhaps you mean one of: tier.")
    crm.refuses("find", "crm.db", "--where", 'tierr = "A"', code=3, lang="zh", sentence="第 1 个字符：account 没有名为“tierr”的内容。")


def test_how_a_condition_is_answered(crm):
    said = crm("find", "crm.db", "--where", 'tier = "A" and matches(name, "上海.*")', "--explain").out
    assert "by the database: tier = \"A\"\n" in said and "row by row: matches(name, \"上海.*\")\n" in said
    plan = crm("find", "crm.db", "--where", 'tier = "A"', "--explain", "--json").json
    assert plan == {"by_database": ['tier = "A"'], "by_row": [], "sql": "account.tier = ?1", "values": ['"A"']}


def test_a_saved_filter(crm):
    crm("filter", "add", "crm.db", "Big", "employees > 200", "--shared")
    assert "Big" in crm("filter", "list", "crm.db").out
    assert names(crm("find", "crm.db", "--filter", "Big", "--where", "tier=A", "--json")) == ["Muster Maschinenbau GmbH", "深圳丁科技有限公司"]
    assert names(crm("find", "crm.db", "--filter", "Big", "--as", "jia", "--json")) == ["深圳丁科技有限公司"]
    crm.refuses("find", "crm.db", "--filter", "Small", code=3, sentence='There is no saved filter "Small" of yours')
    crm.refuses("find", "crm.db", "--filter", "Big", "--entity", "contact", code=2, sentence="“Big” is about account: say --entity account.")
    crm.refuses("filter", "add", "crm.db", "Wrong", "employees >", code=1, sentence="expected an expression, found the end.")


def test_a_segment(crm):
    crm("segment", "add", "crm.db", "Fair", 'tier = "C"')
    crm("segment", "put", "crm.db", "Fair", "上海甲软件有限公司")
    crm("segment", "put", "crm.db", "Fair", "广州丙物流有限公司", "--off")
    assert names(crm("find", "crm.db", "--segment", "Fair", "--json")) == ["上海甲软件有限公司"]
    assert "Fair" in crm("segment", "list", "crm.db").out


def test_a_validation_rule(crm):
    crm("rule", "check", "crm.db", "Size", 'if tier = "A" then employees != null else true', "--zh", "请填写员工人数。", "--en", "How many employees?")
    crm.refuses("add", "crm.db", "account", "name=Sample Ltd", "tier=A", code=1, sentence="How many employees?")
    crm.refuses("add", "crm.db", "account", "name=Sample Ltd", "tier=A", code=1, lang="zh", sentence="请填写员工人数。")
    crm("add", "crm.db", "account", "name=Sample Ltd", "tier=A", "employees=3")
    assert "Size" in crm("rule", "list", "crm.db").out


def test_a_decision_rule(crm):
    crm.write("score.dmn", MODEL)
    crm("rule", "decide", "crm.db", "Score", "score.dmn", "--entity", "opportunity", "--decision", "Discount", "--target", "score")
    crm("add", "crm.db", "opportunity", "name=Sample deal", "account=上海甲软件有限公司", "amount=250")
    assert crm("find", "crm.db", "--entity", "opportunity", "--where", "score = 25", "--json").json["records"][0]["name"] == "Sample deal"
