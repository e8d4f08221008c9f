"""find, mine, agenda, workload: looking, by words and by conditions."""

import pytest
from conftest import table, width


def names(said):
    return [record["name"] for record in said.json["records"]]


@pytest.mark.parametrize("words", ["软件", "上海 软件", "shanghai", "ruanjian", "shjrj"])
def test_words_pieces_pinyin_and_initials(crm, words):
    assert names(crm("find", "crm.db", *words.split(), "--json")) == ["上海甲软件有限公司"]


@pytest.mark.parametrize("where, expected", [
    ("tier=A", 3), ("tier=A and employees>200", 2), ("tier = 'A' and employees >= 120 and employees<800", 2),
    ("级别=A级", 3), ("city~州", 1), ("tier!=A", 2), ("employees<=15", 1), ("province=北京市", 1), ("note is empty", 5),
    ("phone is set", 5), ("owner=jia", 2), ("owner='Sample Jia'", 2), ("owner.login=jia", 2), ("owner.department='Sales East'", 2), ("", 5),
])
def test_conditions(crm, where, expected):
    assert len(names(crm("find", "crm.db", "--where", where, "--json"))) == expected


def test_conditions_follow_references(crm):
    said = crm("find", "crm.db", "--entity", "opportunity", "--where", "account.city=上海市", "--json")
    assert names(said) == ["示例项目一"]
    assert said.json["records"][0]["amount"] == "120000.00 CNY"
    assert names(crm("find", "crm.db", "--entity", "商机", "--where", "amount>100000 and close_on>=2026-12-01", "--json")) == ["示例项目一"]


@pytest.mark.parametrize("where, code, english, chinese", [
    ("colour=red", 2, "account has no field colour.", "account 没有字段 colour。"),
    ("tier", 2, "a field is followed by = != < <= > >= ~, is empty or is set.", "字段后应为 = != < <= > >= ~、is empty 或 is set。"),
    ("=A", 2, "a field is missing.", "缺少字段。"),
    ("tier='A' city=x", 2, "comparisons are joined by and.", "多个比较用 and 连接。"),
    ("tier='A", 2, "a quote has no end.", "引号没有结束。"),
    ("tier.name=x", 2, "tier points to no other entity", "tier 不是引用字段"),
    ("employees~1", 2, "employees holds no text.", "employees 不是文本字段。"),
    ("employees>many", 1, "Employees (employees) cannot be many: it is a whole number.", "员工人数（employees）不能是 many：应为整数。"),
    ("tier=Q", 1, "choose one of key (Key), A (A)", "请从 key (战略客户), A (A级)"),
    ("founded>2023-02-30", 1, "2023-02-30", "2023-02-30"),
    ("owner=nobody", 3, "There is no user nobody, or you may not see it.", "没有 user nobody，或您无权查看。"),
])
def test_conditions_that_cannot_be(crm, where, code, english, chinese):
    crm.refuses("find", "crm.db", "--where", where, code=code, sentence=english)
    crm.refuses("find", "crm.db", "--where", where, code=code, lang="zh", sentence=chinese)


def test_sorting_and_its_mark(crm):
    said = crm("find", "crm.db", "--sort", "-employees", "--fields", "name,employees")
    header, rows, _ = table(said.out)
    assert header[1] == "Employees ▼"
    assert [row[1] for row in rows] == ["800", "300", "120", "40", "15"]
    assert table(crm("find", "crm.db", "--sort", "employees", "--fields", "employees").out)[0] == ["Employees ▲"]
    crm.refuses("find", "crm.db", "软件", "--sort", "name", code=2, sentence="stands in order of rank")


def test_pages_follow_each_other(crm):
    first = crm("find", "crm.db", "--limit", "2", "--sort", "name", "--json").json
    assert first["total"] == 5
    seen = [record["name"] for record in first["records"]]
    after = first["next"]
    while after:
        page = crm("find", "crm.db", "--limit", "2", "--sort", "name", "--after", after, "--json").json
        seen += [record["name"] for record in page["records"]]
        after = page.get("next")
    assert len(seen) == len(set(seen)) == 5
    text = crm("find", "crm.db", "--limit", "2", "--where", "tier!=B").out
    assert "2 of 4" in text
    assert "Next page: guanxi find crm.db" in text


def test_nothing_found(crm):
    assert crm("find", "crm.db", "nonesuch").out == "Account: none found.\n"
    assert crm("find", "crm.db", "nonesuch", lang="zh").out == "客户：未找到。\n"


def test_tables_align(crm):
    """Every cell begins where its header does, whatever the script."""
    lines = crm("find", "crm.db").out.splitlines()
    _, rows, spans = table("\n".join(lines))
    assert len(rows) == 5
    for line in lines[2:2 + len(rows)]:
        for start, _ in spans[1:]:
            before, column = "", 0
            for ch in line:
                if column >= start:
                    break
                before += ch
                column += width(ch)
            if column >= start:
                assert column == start and before.endswith("  "), line


@pytest.mark.parametrize("columns", [50, 60, 72, 100])
def test_tables_keep_to_the_screen(crm, columns):
    lines = crm("find", "crm.db", columns=columns).out.splitlines()
    assert max(width(line) for line in lines[:7]) <= columns


def test_data_cannot_steer_the_terminal(crm):
    crm("add", "crm.db", "account", "name=evil\x1b[2Jname")
    assert "\x1b" not in crm("find", "crm.db", "evil").out


def test_archived_ones_only_when_asked(crm):
    crm("archive", "crm.db", "account", "北京乙食品有限公司")
    assert len(names(crm("find", "crm.db", "--json"))) == 4
    assert len(names(crm("find", "crm.db", "--archived", "--json"))) == 5


def test_mine(crm):
    assert len(names(crm("mine", "crm.db", "--as", "jia", "--json"))) == 2
    assert "2 found" in crm("mine", "crm.db", "--as", "jia").out
    assert "No customer is yours." in crm("mine", "crm.db", "--as", "yi").out
    assert "您名下没有客户。" in crm("mine", "crm.db", "--as", "yi", lang="zh").out


def test_agenda(crm):
    crm("assign", "crm.db", "First call", "--entity", "activity", "--to", "jia")
    said = crm("agenda", "crm.db", "--as", "jia")
    assert "2020-01-02 09:30  overdue" in said.out
    assert "1 to do, 1 overdue" in said.out
    entry = crm("agenda", "crm.db", "--user", "jia", "--json").json[0]
    assert (entry["overdue"], entry["account_name"], entry["due_at"]) == (True, "上海甲软件有限公司", "2020-01-02T01:30:00Z")
    assert "逾期" in crm("agenda", "crm.db", "--as", "jia", lang="zh").out
    assert "Nothing is due in these 3 days" in crm("agenda", "crm.db", "--as", "yi", "--days", "3").out


def test_workload(crm):
    rows = {row["name"]: row for row in crm("workload", "crm.db", "--json").json}
    assert rows["Sample Jia"]["owned"]["account"] == 2
    header, cells, _ = table(crm("workload", "crm.db").out)
    assert header[:2] == ["Owner", "Account"]
    assert ["Sample Jia", "2"] in [row[:2] for row in cells]
