"""check, duplicates, dismiss, merge, unmerge."""

import pytest
from conftest import table

ONE, TWO = "上海甲软件有限公司", "甲软件"


@pytest.fixture
def twins(crm):
    """A second record of one customer, with a telephone number that the first has too."""
    crm("add", "crm.db", "account", "name=" + TWO, "phone=(021) 9000 0001", "city=上海市", "postcode=200000", "--duplicates", "allow", "--reason", "test")
    crm("add", "crm.db", "activity", "type=call", "subject=Second call", "account=" + TWO)
    return crm


def account(crm, name, *more):
    found = crm("find", "crm.db", "--where", f"name='{name}'", *more, "--json").json["records"]
    return found[0] if found else None


def test_check_gives_verdict_and_sum(twins):
    said = twins("check", "crm.db", "甲软件公司", "--phone", "021-90000001", "--json", code=1).json
    assert said["verdict"] == "same" and not said["partial"]
    hit = said["hits"][0]
    assert hit["score"] > 0 and "Phone" in hit["explanation"] and " · " in hit["explanation"]
    assert "电话" in twins("check", "crm.db", "甲软件公司", "--phone", "021-90000001", code=1, lang="zh").out


def test_duplicates_fills_the_queue(twins):
    said = twins("duplicates", "crm.db")
    head, rows, _ = table(said.out)
    assert "6 records compared: 1 pairs may be duplicates, 1 groups are the same." in said.out
    assert "1 pairs are new in the review queue" in said.out
    assert head[:4] == ["Score", "Verdict", "First", "Second"] and {rows[0][2], rows[0][3]} == {ONE, TWO}
    queue = twins("find", "crm.db", "--entity", "duplicate_pair", "--json").json["records"]
    assert [row["state"] for row in queue] == ["open"]
    again = twins("duplicates", "crm.db", "--json").json
    assert again["pairs"] == 1 and again["queued"] == 0
    assert "比较了 6 条记录：1 对疑似重复，1 组相同。" in twins("duplicates", "crm.db", "--dry-run", lang="zh").out
    twins.refuses("duplicates", "crm.db", "--top", "1001", code=2, sentence="--top 1001: a number from 0 to 1000.")
    twins.refuses("duplicates", "crm.db", "--top", "1001", code=2, lang="zh", sentence="--top 1001：应为 0 到 1000 的数。")


def test_dismissed_pairs_are_left_out(twins):
    assert "remembered as not a duplicate." in twins("dismiss", "crm.db", ONE, TWO).out
    assert "1 pairs are known not to be duplicates and were left out." in twins("duplicates", "crm.db").out
    assert "已排除 1 对确认不重复的记录。" in twins("duplicates", "crm.db", lang="zh").out
    twins.refuses("dismiss", "crm.db", ONE, TWO, ONE, code=2, sentence="Name two records.")
    twins.refuses("dismiss", "crm.db", ONE, TWO, ONE, code=2, lang="zh", sentence="请指定两条记录。")


def test_merge_shows_first_and_does_it_with_yes(twins):
    said = twins("merge", "crm.db", ONE, TWO, "--rule", "name=keep")
    head, rows, _ = table(said.out)
    assert head == ["Field", "Value", "From", "Rule"]
    assert ["Postal code", "200000", TWO, "fill"] in rows
    assert "Activity: 1 move, 0 fold into an equal one" in said.out and "Nothing was changed: --yes does it." in said.out
    assert account(twins, TWO) is not None
    chinese = twins("merge", "crm.db", ONE, TWO, lang="zh").out
    assert "活动：转移 1 条，并入相同的 0 条" in chinese and "未做任何修改：加 --yes 执行。" in chinese

    done = twins("merge", "crm.db", ONE, TWO, "--yes", "--json").json
    assert not done["dry_run"] and done["change_set"] > 0
    assert account(twins, TWO) is None
    winner = account(twins, ONE)
    assert winner["postcode"] == "200000"
    assert account(twins, TWO, "--archived")["merged_into"] in (winner["id"], ONE)


def test_unmerge_gives_it_back(twins):
    before = account(twins, TWO)
    twins("merge", "crm.db", ONE, TWO, "--yes")
    twins("update", "crm.db", "account", ONE, "postcode=200001")
    said = twins("unmerge", "crm.db", TWO)
    assert "Changed since the merge, and left as it is now (1):" in said.out and "Nothing was changed" in said.out
    assert "合并后又被修改、将保持现状（1 处）：" in twins("unmerge", "crm.db", TWO, lang="zh").out
    done = twins("unmerge", "crm.db", TWO, "--yes", "--json").json
    assert [(c["field"], c["now"], c["before"]) for c in done["conflicts"]] == [("postcode", "200001", "")]
    after = account(twins, TWO)
    assert {k: v for k, v in after.items() if not k.startswith("updated") and k != "revision"} == \
           {k: v for k, v in before.items() if not k.startswith("updated") and k != "revision"}


def test_what_cannot_be_merged(twins):
    twins.refuses("merge", "crm.db", ONE, ONE, code=1, sentence="cannot be merged into itself")
    twins.refuses("merge", "crm.db", ONE, TWO, "--rule", "name=best", code=1, sentence='There is no rule "best"')
    twins.refuses("merge", "crm.db", ONE, TWO, "--rule", "name=best", code=1, lang="zh", sentence="没有规则“best”")
