"""card, check, timeline, history: one customer whole."""

import pytest
from conftest import width


def test_card(crm):
    text = crm("card", "crm.db", "上海甲软件有限公司").out
    lines = text.splitlines()
    assert lines[0].startswith("上海甲软件有限公司") and lines[0].endswith("A · Active")
    for piece in ("上海市", "021-90000001", "Sample Jia · Sales East", "样例张三", "采购经理", "示例项目一", "120,000.00 CNY", "First call"):
        assert piece in text, piece


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_cards_keep_to_the_screen(crm, columns):
    text = crm("card", "crm.db", "上海甲软件有限公司", columns=columns).out
    assert max(width(line) for line in text.splitlines()) <= columns


def test_card_in_chinese(crm):
    text = crm("card", "crm.db", "上海甲软件有限公司", lang="zh").out
    for piece in ("A级 · 成交", "联系人", "商机", "往来记录", "方案报价"):
        assert piece in text, piece


@pytest.mark.parametrize("who", ["上海甲", "shanghaijia", "021-90000001"])
def test_card_by_what_finds_it_alone(crm, who):
    crm("update", "crm.db", "account", "上海甲软件有限公司", "number=021-90000001")
    assert crm("card", "crm.db", who, "--json").json["account"]["name"] == "上海甲软件有限公司"


def test_card_by_id(crm):
    id = crm("find", "crm.db", "物流", "--json").json["records"][0]["id"]
    assert crm("card", "crm.db", id, "--json").json["account"]["id"] == id


def test_card_as_json(crm):
    card = crm("card", "crm.db", "上海甲软件有限公司", "--json").json
    assert card["owner"] == "Sample Jia"
    assert card["contacts"][0]["name"] == "样例张三" or card["contacts"] == []
    assert card["opportunities"][0]["stage"] == "proposal"
    assert [row["subject"] for row in card["next_activities"]] == ["First call"]


def test_cards_that_are_not_there(crm):
    crm.refuses("card", "crm.db", "nonesuch", code=3, sentence="There is no account nonesuch, or you may not see it. Look for it with guanxi find.")
    crm.refuses("card", "crm.db", "nonesuch", code=3, lang="zh", sentence="没有 account nonesuch，或您无权查看。可用 guanxi find 查找。")
    said = crm.refuses("card", "crm.db", "有限公司", code=1, sentence="Several records match 有限公司. Name one by its id:")
    assert said.err.count("\n") == 5
    crm.refuses("card", "crm.db", "有限公司", code=1, lang="zh", sentence="有多条记录与 有限公司 匹配。请用编号指定：")


def test_check_finds_what_is_there(crm):
    said = crm("check", "crm.db", "上海甲软件有限公司", code=1)
    assert "It may be a duplicate" in said.out and "上海甲软件有限公司" in said.out
    assert "可能重复" in crm("check", "crm.db", "上海甲软件有限公司", code=1, lang="zh").out
    hits = crm("check", "crm.db", "--phone", "(021) 9000 0001", "--json", code=1).json
    assert hits["duplicate"] and hits["hits"][0]["name"] == "上海甲软件有限公司"


def test_check_finds_nothing(crm):
    assert crm("check", "crm.db", "Nonesuch Ltd").out == "✓ Nothing like it is stored.\n"
    assert crm("check", "crm.db", "Nonesuch Ltd", lang="zh").out == "✓ 没有与之相似的记录。\n"
    assert crm("check", "crm.db", "Nonesuch Ltd", "--json").json == {"duplicate": False, "verdict": "new", "partial": False, "hits": []}


def test_check_needs_something_to_look_for(crm):
    crm.refuses("check", "crm.db", code=2, sentence="Say what to look for: a name,")
    crm.refuses("check", "crm.db", code=2, lang="zh", sentence="请说明要查什么：")


def test_timeline(crm):
    text = crm("timeline", "crm.db", "上海甲软件有限公司").out
    assert text.startswith("上海甲软件有限公司\n")
    assert "First call" in text
    kinds = {entry["kind"] for entry in crm("timeline", "crm.db", "上海甲软件有限公司", "--json").json}
    assert "activity" in kinds


def test_history_of_a_record(crm):
    crm("update", "crm.db", "account", "广州丙物流有限公司", "tier=B", "--reason", "grew")
    text = crm("history", "crm.db", "广州丙物流有限公司").out
    assert "(grew)" in text
    row = next(line for line in text.splitlines() if "(grew)" in line)
    assert "Tier" in row and row.rstrip().endswith("B")
    change = crm("history", "crm.db", "广州丙物流有限公司", "--json").json
    assert any(field == {"field": "tier", "before": "C", "after": "B"} for entry in change for field in entry["fields"])


def test_history_of_the_store(crm):
    set_ = crm("update", "crm.db", "account", "广州丙物流有限公司", "tier=B", "--json").json["change_set"]
    newest = crm("history", "crm.db", "--json").json[0]
    assert (newest["change_set"], newest["rows"], newest["actor"]) == (set_, 1, "Sample Admin")
    assert "Take one back: guanxi undo crm.db SET" in crm("history", "crm.db").out
    assert len(crm("history", "crm.db", "--limit", "3", "--json").json) == 3
