"""init, import, export: customers in and out."""

import csv
import io
import json

import pytest
from conftest import DATA, table


def test_init_makes_a_store_and_says_what_comes_next(guanxi):
    said = guanxi("init", "crm.db", "--admin", "admin")
    assert "Created crm.db. admin may do everything in it." in said.out
    assert "guanxi import crm.db customers.csv" in said.out
    assert "admin" in guanxi("user", "list", "crm.db").out


def test_init_leaves_a_file_that_exists(guanxi):
    guanxi.write("crm.db", "mine")
    said = guanxi("init", "crm.db", "--admin", "admin", code=1)
    assert "crm.db" in said.err
    assert (guanxi.folder / "crm.db").read_text() == "mine"


@pytest.fixture
def fresh(guanxi):
    guanxi("init", "crm.db", "--admin", "admin")
    return guanxi


def test_import_shows_its_plan_and_what_it_did(fresh):
    fresh.write("list.csv", "公司,级别,Whatever\n甲乙公司,A,x\n丙丁公司,B,y\n", "gb18030")
    said = fresh("import", "crm.db", "list.csv")
    assert "list.csv  GB18030, commas, as account" in said.out
    header, rows, _ = table(said.out)
    assert header == ["Column", "Field", "Why", "First values"]
    assert rows[0][:2] == ["公司", "name"]
    assert rows[1][:3] == ["级别", "tier", "header"]
    assert rows[2][1] == "–"
    assert "Imported 2 rows" in said.out
    assert "guanxi undo crm.db" in said.out


def test_import_in_chinese(fresh):
    fresh.write("list.csv", "公司,级别\n甲乙公司,A\n")
    said = fresh("import", "crm.db", "list.csv", lang="zh")
    assert "已导入 1 行" in said.out
    assert "撤销本次导入" in said.out


def test_import_reports_refused_rows_and_keeps_them(fresh):
    fresh.write("list.csv", "名称,成立日期\n甲乙公司,2020-02-30\n丙丁公司,2020-02-28\n,2020-01-01\n")
    said = fresh("import", "crm.db", "list.csv", "--errors", "refused.csv", code=1)
    _, rows, _ = table(said.out.split("Imported")[1].replace("  All refused", "\n  All refused"))
    assert [row[0] for row in rows] == ["2", "4"]
    assert "2020-02-30" in rows[0][2]
    assert "guanxi import crm.db refused.csv" in said.out
    kept = list(csv.DictReader(io.StringIO((fresh.folder / "refused.csv").read_text("utf-8-sig"))))
    assert [row["名称"] for row in kept] == ["甲乙公司", ""]
    # Mended, they go in.
    mended = (fresh.folder / "refused.csv").read_text("utf-8-sig").replace("2020-02-30", "2020-02-29").replace(",2020-01-01", "戊己公司,2020-01-01")
    fresh.write("mended.csv", mended)
    fresh("import", "crm.db", "mended.csv")
    assert fresh("info", "crm.db", "--json").json["records"]["account"] == 3


def test_import_can_be_tried_first(fresh):
    fresh.write("list.csv", "名称\n甲乙公司\n")
    said = fresh("import", "crm.db", "list.csv", "--dry-run")
    assert "nothing was stored" in said.out
    assert "account" not in fresh("info", "crm.db", "--json").json["records"]


def test_import_maps_defaults_and_updates_by_key(fresh):
    fresh.write("one.csv", "Firma,Nr\nMuster AG,K1\nBeispiel AG,K2\n")
    fresh("import", "crm.db", "one.csv", "--map", "Firma=name", "--map", "Nr=number", "--default", "tier=C")
    fresh.write("two.csv", "Firma,Nr,Ort\nMuster AG,K1,Bern\nNeu AG,K3,Basel\n")
    report = fresh("import", "crm.db", "two.csv", "--map", "Firma=name", "--map", "Nr=number", "--map", "Ort=city", "--key", "number", "--json").json
    assert (report["created"], report["updated"], report["refused"]) == (1, 1, 0)
    found = fresh("find", "crm.db", "--where", "number=K1", "--json").json["records"][0]
    assert (found["city"], found["tier"]) == ("Bern", "C")


def test_import_by_the_key_of_another_system(fresh):
    fresh.write("erp.csv", "名称,ERP号\n甲乙公司,1001\n")
    for _ in range(2):
        report = fresh("import", "crm.db", "erp.csv", "--external", "erp", "--external-column", "ERP号", "--json").json
    assert (report["created"], report["unchanged"]) == (0, 1)


def test_import_can_be_undone(fresh):
    fresh.write("list.csv", "名称\n甲乙公司\n丙丁公司\n")
    change_set = fresh("import", "crm.db", "list.csv", "--json").json["change_set"]
    said = fresh("undo", "crm.db", change_set, "--dry-run")
    assert "can be undone: 2 rows" in said.out
    fresh("undo", "crm.db", change_set)
    assert "account" not in fresh("info", "crm.db", "--json").json["records"]


@pytest.mark.parametrize("arguments, code, english, chinese", [
    (["nowhere.csv"], 3, "nowhere.csv", "nowhere.csv"),
    (["list.csv", "--entity", "starship"], 2, "There is no entity starship.", "没有对象 starship。"),
    (["list.csv", "--map", "公司"], 2, "--map 公司 is not 'Header=field'", "--map 公司 不是“列名=字段”的形式"),
    (["list.csv", "--map", "公司=colour"], 2, "account has no field colour.", "account 没有字段 colour。"),
    (["list.csv", "--duplicates", "perhaps"], 2, "--duplicates perhaps: choose refuse, warn or allow.", "--duplicates perhaps：只能是 refuse、warn 或 allow。"),
    (["list.csv", "--encoding", "morse"], 1, "morse", "morse"),
])
def test_imports_that_cannot_be(fresh, arguments, code, english, chinese):
    fresh.write("list.csv", "公司\n甲乙公司\n")
    fresh.refuses("import", "crm.db", *arguments, code=code, sentence=english)
    fresh.refuses("import", "crm.db", *arguments, code=code, sentence=chinese, lang="zh")


def test_export_csv_and_json_lines(crm):
    crm("export", "crm.db", "out.csv", "--where", "tier=A", "--fields", "name,tier")
    rows = list(csv.DictReader(io.StringIO((crm.folder / "out.csv").read_text("utf-8"))))
    assert sorted(row["name"] for row in rows) == ["Muster Maschinenbau GmbH", "上海甲软件有限公司", "深圳丁科技有限公司"]
    assert {row["tier"] for row in rows} == {"A"}
    assert "Wrote 5 records to all.jsonl." in crm("export", "crm.db", "all.jsonl").out
    assert len([json.loads(line) for line in (crm.folder / "all.jsonl").read_text().splitlines()]) == 5


def test_export_for_people_in_another_encoding(crm):
    crm("export", "crm.db", "out.csv", "--fields", "name,tier", "--labels", "--encoding", "gb18030", lang="zh")
    header = (crm.folder / "out.csv").read_bytes().decode("gb18030").splitlines()[0]
    assert header == "客户名称,客户级别"


def test_export_needs_a_format(crm):
    crm.refuses("export", "crm.db", "out.xlsx", code=2, sentence="Let the name end in .csv or .jsonl.")
    crm.refuses("export", "crm.db", "out.xlsx", code=2, lang="zh", sentence="文件名应以 .csv 或 .jsonl 结尾。")


def test_exports_come_back(crm):
    crm("export", "crm.db", "all.csv")
    crm("init", "copy.db", "--admin", "admin")
    report = crm("import", "copy.db", "all.csv", "--create-missing", "--json", code=0).json
    assert (report["created"], report["refused"]) == (5, 0)


@pytest.mark.skipif(not (DATA / "customers.csv").exists(), reason="no sample data")
def test_the_shipped_customers(fresh):
    report = fresh("import", "crm.db", DATA / "customers.csv", "--create-missing", "--json", code=1).json
    assert report["created"] > 400
    assert report["created"] + report["refused"] == report["rows"]
    assert fresh("info", "crm.db", "--json").json["records"]["account"] == report["created"]
