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
    assert again["pairs"] == 1 and again["queued"] == 0 and again["oversize"] == 0
    assert "比较了 6 条记录：1 对疑似重复，1 组相同。" in twins("duplicates", "crm.db", "--dry-run", lang="zh").out
    twins.refuses("duplicates", "crm.db", "--top", "1001", code=2, sentence="--top 1001: a number from 0 to 1000.")
    twins.refuses("duplicates", "crm.db", "--top", "1001", code=2, lang="zh", sentence="--top 1001：应为 0 到 1000 的数。")


def test_an_import_says_where_its_duplicates_are_looked_at(crm):
    crm.write("more.csv", "客户名称,电话,城市\n甲软件,(021) 9000 0001,上海市\n")
    said = crm("import", "crm.db", "more.csv", "--duplicates", "warn").out
    assert "stored, but look like duplicates" in said and "guanxi duplicates crm.db" in said and "look at those that look like duplicates" in said
    assert len(crm("duplicates", "crm.db", "--json").json["listed"]) == 1
    crm.write("again.csv", "客户名称,电话,城市\n甲软件公司,(021) 9000 0001,上海市\n")
    assert "查看疑似重复的记录" in crm("import", "crm.db", "again.csv", "--duplicates", "warn", lang="zh").out


def test_dismissed_pairs_are_left_out(twins):
    assert "remembered as not a duplicate." in twins("dismiss", "crm.db", ONE, TWO).out
    assert "1 pairs are known not to be duplicates and were left out." in twins("duplicates", "crm.db").out
    assert "已排除 1 对确认不重复的记录。" in twins("duplicates", "crm.db", lang="zh").out
    twins.refuses("dismiss", "crm.db", ONE, TWO, ONE, code=2, sentence="Name two records: guanxi dismiss FILE WHICH OTHER.")
    twins.refuses("dismiss", "crm.db", ONE, TWO, ONE, code=2, lang="zh", sentence="请指定两条记录：guanxi dismiss 文件 记录 另一条。")


def test_merge_shows_first_and_does_it_with_yes(twins):
    said = twins("merge", "crm.db", ONE, TWO, "--rule", "name=keep")
    head, rows, _ = table(said.out)
    assert head[:4] == ["Field", "Value", "From", "Rule"]
    assert ["Postal code", "200000", TWO, "fill"] in [row[:4] for row in rows]
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


def test_merge_names_what_is_left_behind_and_how_to_take_it_back(twins):
    said = twins("merge", "crm.db", ONE, TWO)
    head, rows, _ = table(said.out)
    assert head == ["Field", "Value", "From", "Rule", "Left behind"]
    assert ["Phone", "021-90000001", ONE, "fill", "(021) 9000 0001"] in rows
    loser = account(twins, TWO)["id"]
    done = twins("merge", "crm.db", ONE, TWO, "--yes")
    assert f"Take it back: guanxi unmerge crm.db {loser} --yes" in done.out
    twins("unmerge", "crm.db", loser, "--yes")
    assert f"撤销：guanxi unmerge crm.db {loser} --yes" in twins("merge", "crm.db", ONE, TWO, "--yes", lang="zh").out


def test_undo_takes_a_merge_back_too(twins):
    before = account(twins, TWO)
    done = twins("merge", "crm.db", ONE, TWO, "--yes", "--json").json
    twins("undo", "crm.db", str(done["change_set"]))
    after = account(twins, TWO)
    assert {k: v for k, v in after.items() if not k.startswith("updated") and k != "revision"} == \
           {k: v for k, v in before.items() if not k.startswith("updated") and k != "revision"}


def test_the_queue_is_reviewed_pair_by_pair(twins):
    empty = twins("review", "crm.db").out
    assert "Nothing waits to be decided. Fill the queue with: guanxi duplicates crm.db" in empty
    assert "没有待处理的记录对。查找重复：guanxi duplicates crm.db" in twins("review", "crm.db", lang="zh").out
    assert "Decide on them: guanxi review crm.db" in twins("duplicates", "crm.db").out
    said = twins("review", "crm.db").out
    low, high = sorted(account(twins, name)["id"] for name in (ONE, TWO))
    assert ONE in said and TWO in said and " · Phone" in said
    assert f"guanxi merge crm.db {low} {high}" in said and f"guanxi dismiss crm.db {low} {high}" in said
    assert "dismiss 记住两者不是重复" in twins("review", "crm.db", lang="zh").out
    pair, = twins("review", "crm.db", "--json").json["open"]
    assert {pair["first_name"], pair["second_name"]} == {ONE, TWO} and pair["verdict"] == "same" and pair["score"] > 0
    twins("dismiss", "crm.db", low, high)
    assert twins("review", "crm.db", "--json").json["open"] == []
    twins.refuses("review", "crm.db", "--top", "0", code=2, sentence="--top 0: a number from 1 to 1000.")


def test_a_merged_pair_leaves_the_queue(twins):
    twins("duplicates", "crm.db")
    twins("merge", "crm.db", ONE, TWO, "--yes")
    assert twins("review", "crm.db", "--json").json["open"] == []
    twins("unmerge", "crm.db", TWO, "--yes")
    assert len(twins("review", "crm.db", "--json").json["open"]) == 1


def test_why_two_records_are_the_same(twins):
    said = twins("explain", "crm.db", ONE, TWO)
    assert "same" in said.out and " · Phone" in said.out
    why = twins("explain", "crm.db", ONE, TWO, "--json").json
    assert why["verdict"] == "same" and why["score"] > 0 and " · " in why["text"]
    assert twins("explain", "crm.db", ONE, "北京乙食品有限公司", "--json").json["verdict"] == "new"
    assert "电话" in twins("explain", "crm.db", ONE, TWO, lang="zh").out


def test_train(twins):
    assert "✓ Learnt from 6 records; every later check uses it." in twins("train", "crm.db").out
    assert "✓ 已从 6 条记录学习，以后的查重都会使用。" in twins("train", "crm.db", lang="zh").out
    assert twins("train", "crm.db", "--json").json["trained"]
    assert twins("check", "crm.db", "甲软件公司", "--phone", "021-90000001", "--json", code=1).json["verdict"] == "same"


def test_rules_of_a_source(twins):
    twins("add", "crm.db", "duplicate_rule", "entity=account", "source=web", "choice=refuse")
    twins("add", "crm.db", "duplicate_rule", "entity=account", "source=erp", "choice=reason")
    fields = ("name=" + TWO, "phone=021-90000001")
    twins.refuses("add", "crm.db", "account", *fields, "--source", "web", "--duplicates", "allow", "--reason", "r", code=1, sentence="allows no second one")
    twins.refuses("add", "crm.db", "account", *fields, "--source", "erp", "--duplicates", "allow", code=1, sentence="to create this one anyway, give a reason")
    assert "Added" in twins("add", "crm.db", "account", *fields, "--source", "erp", "--duplicates", "allow", "--reason", "second plant").out
    assert twins("check", "crm.db", TWO, "--source", "web", "--json", code=1).json["duplicate"]
    assert "✓ Added Duplicate rule.\n" in twins("add", "crm.db", "duplicate_rule", "entity=contact", "choice=warn").out


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
