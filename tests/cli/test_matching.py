"""dedupe and lookup: duplicates in CSV files, without a database."""

import csv

import pytest

COMPANIES = """编号,公司名称,电话,城市
a1,上海虹衢网络科技股份有限公司,021-52262600,上海
a2,虹衢网络科技,02152262600,上海
a3,桦屿食品有限公司,0571-88112233,杭州
a4,上海虹衢网络科技股份有限公司北京分公司,010-66110022,北京
a5,澜堃机械有限公司,13800138000,苏州
"""


def rows(guanxi, name):
    with open(guanxi.folder / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_dedupe_writes_the_pairs_that_are_the_same(guanxi):
    guanxi.write("companies.csv", COMPANIES)
    said = guanxi("dedupe", "companies.csv", "--id", "编号", "--pairs", "pairs.csv")
    assert "公司名称 (organisation_name)" in said.out
    assert "5 rows, 1 pairs the same in 1 groups" in said.out
    assert [(r["id_a"], r["id_b"], r["verdict"]) for r in rows(guanxi, "pairs.csv")] == [("a1", "a2", "same")]
    assert float(rows(guanxi, "pairs.csv")[0]["score"]) > 0


def test_dedupe_all_adds_the_related(guanxi):
    guanxi.write("companies.csv", COMPANIES)
    said = guanxi("dedupe", "companies.csv", "--id", "编号", "--pairs", "pairs.csv", "--all", "--json").json
    verdicts = {frozenset((r["id_a"], r["id_b"])): r["verdict"] for r in rows(guanxi, "pairs.csv")}
    assert verdicts[frozenset(("a1", "a4"))] == "branch"
    assert said["rows"] == 5 and said["same"] == 1 and said["related"] >= 1


def test_dedupe_counts_rows_without_an_id(guanxi):
    guanxi.write("companies.csv", COMPANIES)
    guanxi("dedupe", "companies.csv", "--map", "编号=", "--pairs", "pairs.csv")
    assert [(r["id_a"], r["id_b"]) for r in rows(guanxi, "pairs.csv")] == [("1", "2")]


def test_dedupe_of_people(guanxi):
    guanxi.write("people.csv", "first_name,surname,dob,email\nMarit,Solheim,1971-06-24,marit@solheim.example\n"
                 "Solheim,Marit,1971-06-24,marit@solheim.example\nAnna,Berg,1980-01-01,anna@berg.example\n")
    guanxi("dedupe", "people.csv", "--kind", "person", "--pairs", "pairs.csv")
    assert [(r["id_a"], r["id_b"]) for r in rows(guanxi, "pairs.csv")] == [("1", "2")]


def test_lookup_ranks_the_hits(guanxi):
    guanxi.write("companies.csv", COMPANIES)
    guanxi.write("asked.csv", "编号,名称\nq1,桦屿食品\nq2,虹衢网络科技（上海）股份有限公司\n")
    said = guanxi("lookup", "companies.csv", "--id", "编号", "--in", "asked.csv", "--top", "2", "--out", "hits.csv")
    assert "2 rows looked up among 5" in said.out
    best = {r["query"]: r["id"] for r in rows(guanxi, "hits.csv") if r["rank"] == "1"}
    assert best["q1"] == "a3" and best["q2"] in ("a1", "a2")
    shown = guanxi("lookup", "companies.csv", "--id", "编号", "--in", "asked.csv")
    assert shown.out.splitlines()[0] == "query,rank,id,score,verdict"


def test_rows_of_nothing_match_nothing(guanxi):
    guanxi.write("empty.csv", "name,phone\n,\n,\n有限公司,0000000\nLtd,11111111\n")
    assert guanxi("dedupe", "empty.csv", "--pairs", "pairs.csv", "--json").json["same"] == 0
    assert rows(guanxi, "pairs.csv") == []


ODD_NAMES = ("", " ", "A", "司", "x" * 10_000, "测" * 10_000, "שלום עולם", "مرحبا co., ltd", "🙂🙂", "有限公司", "Ltd", "()", "...", "上海 Acme שלום")


def test_odd_values_make_no_pairs(guanxi):
    lines = [["公司名称", "电话", "邮箱", "税号"]]
    lines += [[name, "0000000", f"sample{7919 * i}@gmail.com", f"{91 * 10**15 + i * 7_919_104_729_31:017d}X"] for i, name in enumerate(ODD_NAMES)]
    with open(guanxi.folder / "odd.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    said = guanxi("dedupe", "odd.csv", "--pairs", "pairs.csv", "--json").json
    assert said["rows"] == len(lines) - 1 and said["same"] == 0
    assert rows(guanxi, "pairs.csv") == []


def test_a_country_needs_a_build_that_knows_it(guanxi):
    guanxi.write("firms.csv", "name,phone\nBeispiel Werkzeugbau,030 23125014\nBeispiel Werkzeugbau,+49 30 23125014\n")
    said = guanxi("dedupe", "firms.csv", "--pairs", "pairs.csv", "--country", "DE", code=None)
    if said.code == 0:
        assert [(r["id_a"], r["id_b"]) for r in rows(guanxi, "pairs.csv")] == [("1", "2")]
        return
    guanxi.refuses("dedupe", "firms.csv", "--pairs", "p.csv", "--country", "DE", code=2,
                   sentence="--country DE: this build knows the telephone numbers of China alone; one with GUANXI_PHONE knows all.")
    guanxi.refuses("dedupe", "firms.csv", "--pairs", "p.csv", "--country", "DE", code=2, lang="zh",
                   sentence="--country DE：此版本只识别中国的电话号码；以 GUANXI_PHONE 编译的版本可识别各国号码。")


@pytest.mark.parametrize("lang, sentence", [
    ("en", "--kind shop: choose organisation, person or site."),
    ("zh", "--kind shop：只能是 organisation、person 或 site。")])
def test_unknown_kind(guanxi, lang, sentence):
    guanxi.write("companies.csv", COMPANIES)
    guanxi.refuses("dedupe", "companies.csv", "--kind", "shop", "--pairs", "p.csv", code=2, sentence=sentence, lang=lang)


@pytest.mark.parametrize("arguments, english, chinese", [
    (("--id", "号"), "companies.csv has no column 号. Its columns are: 编号, 公司名称, 电话, 城市.", "companies.csv 没有列 号。它的列有：编号, 公司名称, 电话, 城市。"),
    (("--map", "城市=town"), "--map 城市=town: there is no role town.", "--map 城市=town：没有含义 town。"),
    (("--map", "公司=city"), "companies.csv has no column 公司.", "companies.csv 没有列 公司。"),
])
def test_wrong_columns(guanxi, arguments, english, chinese):
    guanxi.write("companies.csv", COMPANIES)
    guanxi.refuses("dedupe", "companies.csv", "--pairs", "p.csv", *arguments, code=2, sentence=english)
    guanxi.refuses("dedupe", "companies.csv", "--pairs", "p.csv", *arguments, code=2, sentence=chinese, lang="zh")


def test_files_that_say_nothing(guanxi):
    guanxi.write("empty.csv", "")
    guanxi.refuses("dedupe", "empty.csv", "--pairs", "p.csv", code=2, sentence="empty.csv has no header row.")
    guanxi.refuses("dedupe", "empty.csv", "--pairs", "p.csv", code=2, sentence="empty.csv 没有标题行。", lang="zh")
    guanxi.write("colours.csv", "colour,shade\nred,dark\n")
    guanxi.refuses("dedupe", "colours.csv", "--pairs", "p.csv", code=2, sentence="No column of colours.csv says who or what its rows are.")
    guanxi.refuses("dedupe", "colours.csv", "--pairs", "p.csv", code=2, sentence="colours.csv 中没有能说明各行身份的列。", lang="zh")
    guanxi.refuses("dedupe", "missing.csv", "--pairs", "p.csv", code=None, sentence="missing.csv")


def test_wrong_top_and_a_file_that_cannot_be_written(guanxi):
    guanxi.write("companies.csv", COMPANIES)
    guanxi.write("asked.csv", "名称\n桦屿食品\n")
    for top in ("0", "1001"):
        guanxi.refuses("lookup", "companies.csv", "--in", "asked.csv", "--top", top, code=2, sentence=f"--top {top}: a number from 1 to 1000.")
    guanxi.refuses("lookup", "companies.csv", "--in", "asked.csv", "--top", "0", code=2, sentence="--top 0：应为 1 到 1000 的数。", lang="zh")
    guanxi.refuses("dedupe", "companies.csv", "--pairs", "nowhere/pairs.csv", code=None, sentence="nowhere/pairs.csv")
