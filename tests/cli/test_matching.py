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


def pairs(guanxi, name="pairs.csv"):
    return [(r["id_a"], r["id_b"]) for r in rows(guanxi, name)]


def test_the_numbers_of_rows_begin_with_one_and_leave_out_blank_lines(guanxi):
    guanxi.write("companies.csv", "\n".join(COMPANIES.splitlines()[:2]) + "\n\n" + "\n".join(COMPANIES.splitlines()[2:]))
    guanxi("dedupe", "companies.csv", "--id", "#", "--pairs", "pairs.csv")
    assert pairs(guanxi) == [("1", "2")]


def test_columns_that_are_not_compared_are_named(guanxi):
    guanxi.write("companies.csv", "编号,公司名称（必填）,电话1,客户等级\na1,虹衢网络科技有限公司,021-52262600,A\na2,虹衢网络科技,02152262600,B\n")
    said = guanxi("dedupe", "companies.csv", "--id", "编号", "--pairs", "pairs.csv")
    assert "Compared: 公司名称（必填） (organisation_name), 电话1 (phone)\n" in said.out
    assert "Not compared: 客户等级 (--map 'Header=role' adds one)" in said.out
    assert "The pairs are in pairs.csv." in said.out
    chinese = guanxi("dedupe", "companies.csv", "--id", "编号", "--pairs", "pairs.csv", lang="zh").out
    assert "未比较的列：客户等级（可用 --map '列名=含义' 加入）" in chinese and "结果在 pairs.csv 中。" in chinese
    assert pairs(guanxi) == [("a1", "a2")]


def test_each_pair_is_explained_when_asked(guanxi):
    guanxi.write("companies.csv", COMPANIES)
    guanxi("dedupe", "companies.csv", "--id", "编号", "--pairs", "pairs.csv", "--all", "--why")
    found = rows(guanxi, "pairs.csv")
    assert len(found) >= 2 and all(" · " in row["reasons"] and "公司名称" in row["reasons"] for row in found)
    guanxi("lookup", "companies.csv", "--id", "编号", "--in", "companies.csv", "--out", "hits.csv", "--why", lang="zh")
    assert "电话" in rows(guanxi, "hits.csv")[0]["reasons"]


def test_rows_that_have_no_id_or_one_of_another(guanxi):
    guanxi.write("companies.csv", "编号,名称,电话\na1,虹衢网络科技有限公司,021-52262600\n,虹衢网络科技,02152262600\na3,澜堃机械有限公司,13800138000\na3,澜堃机械,138-0013-8000\n")
    said = guanxi("dedupe", "companies.csv", "--id", "编号", "--pairs", "pairs.csv")
    assert pairs(guanxi) == [("a1", "#2"), ("a3", "a3")]
    assert "! 1 ids name several rows each: with --id '#' pairs name rows by their numbers." in said.out
    assert "1 个编号对应多行：用 --id '#' 可改以行号标识各行。" in guanxi("dedupe", "companies.csv", "--id", "编号", "--pairs", "pairs.csv", lang="zh").out
    assert guanxi("dedupe", "companies.csv", "--id", "编号", "--pairs", "pairs.csv", "--json").json["repeated_ids"] == 1


def test_a_title_above_the_header_is_passed_over(guanxi):
    guanxi.write("companies.csv", "客户名单（样例）,,,\n\n" + COMPANIES)
    guanxi("dedupe", "companies.csv", "--id", "编号", "--pairs", "pairs.csv")
    assert pairs(guanxi) == [("a1", "a2")]
    guanxi.write("names.csv", "name\n虹衢网络科技有限公司\n虹衢网络科技有限公司\n")
    assert guanxi("dedupe", "names.csv", "--pairs", "pairs.csv", "--json").json["rows"] == 2


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8-sig", "utf-16"])
def test_files_in_other_encodings(guanxi, encoding):
    guanxi.write("companies.csv", COMPANIES, encoding)
    guanxi("dedupe", "companies.csv", "--id", "编号", "--pairs", "pairs.csv")
    assert pairs(guanxi) == [("a1", "a2")]
    guanxi.write("semicolons.csv", COMPANIES.replace(",", ";"), encoding)
    guanxi("dedupe", "semicolons.csv", "--id", "编号", "--pairs", "pairs.csv")
    assert pairs(guanxi) == [("a1", "a2")]


def test_what_cannot_be_read_is_told(guanxi):
    guanxi.write("companies.csv", COMPANIES + 'a6,"no end of quotes,1,2\n')
    said = guanxi("dedupe", "companies.csv", "--id", "编号", "--pairs", "pairs.csv")
    assert "! companies.csv: 1 rows could not be read and were left out: mostly quotes without an end." in said.out
    assert "companies.csv：1 行无法读取，已跳过（多为引号不成对）。" in guanxi("dedupe", "companies.csv", "--id", "编号", "--pairs", "pairs.csv", lang="zh").out
    (guanxi.folder / "broken.csv").write_bytes(COMPANIES.encode() + b"a6,\xff\xfe\xfd,1,2\n")
    said = guanxi("dedupe", "broken.csv", "--id", "编号", "--pairs", "pairs.csv", "--encoding", "utf-8")
    assert "characters could not be decoded: name the file's encoding with --encoding." in said.out
    assert "个字符无法解码：请用 --encoding 指定文件编码。" in guanxi("dedupe", "broken.csv", "--id", "编号", "--pairs", "pairs.csv", "--encoding", "utf-8", lang="zh").out


def test_no_file_that_is_read_is_written_over(guanxi):
    guanxi.write("companies.csv", COMPANIES)
    guanxi.write("asked.csv", "名称\n桦屿食品\n")
    sentence, chinese = "companies.csv is a file that is read here: name another one for the result.", "companies.csv 是正在读取的文件：请为结果另选文件名。"
    guanxi.refuses("dedupe", "companies.csv", "--pairs", "companies.csv", code=2, sentence=sentence)
    guanxi.refuses("dedupe", "companies.csv", "--pairs", "./companies.csv", code=2, sentence="./companies.csv 是正在读取的文件", lang="zh")
    guanxi.refuses("lookup", "companies.csv", "--in", "asked.csv", "--out", "companies.csv", code=2, sentence=chinese, lang="zh")
    guanxi.refuses("lookup", "companies.csv", "--in", "asked.csv", "--out", "asked.csv", code=2, sentence="asked.csv is a file that is read here")
    assert (guanxi.folder / "companies.csv").read_text(encoding="utf-8") == COMPANIES


def test_an_earlier_result_stays_where_there_is_no_new_one(guanxi):
    guanxi.write("companies.csv", COMPANIES)
    guanxi("dedupe", "companies.csv", "--id", "编号", "--pairs", "pairs.csv")
    guanxi.refuses("dedupe", "companies.csv", "--map", "名=city", "--pairs", "pairs.csv", code=2, sentence="companies.csv has no column 名.")
    assert pairs(guanxi) == [("a1", "a2")]


def test_lookup_with_other_headers(guanxi):
    guanxi.write("companies.csv", COMPANIES)
    guanxi.write("asked.csv", "No,Firm,Telephone\nq7,虹衢网络科技,(021)5226 2600\nq8,无人知晓的店,\n")
    said = guanxi("lookup", "companies.csv", "--id", "编号", "--in", "asked.csv", "--in-id", "No", "--top", "1", "--out", "hits.csv")
    assert "Asked with, from asked.csv: Firm = 公司名称, Telephone = 电话" in said.out
    assert "1 rows resemble nothing there." in said.out
    assert [(r["query"], r["rank"], r["id"]) for r in rows(guanxi, "hits.csv")] in ([("q7", "1", "a1")], [("q7", "1", "a2")])
    said = guanxi("lookup", "companies.csv", "--id", "编号", "--in", "asked.csv", "--out", "hits.csv")
    assert "asked.csv has no column 编号: its rows are called by their numbers; --in-id names another column." in said.out
    assert rows(guanxi, "hits.csv")[0]["query"] == "1"
    chinese = guanxi("lookup", "companies.csv", "--id", "编号", "--in", "asked.csv", "--out", "hits.csv", lang="zh").out
    assert "asked.csv 没有列 编号：以行号标识各行；可用 --in-id 指定其他列。" in chinese
    assert "asked.csv 中用于查找的列：Firm = 公司名称, Telephone = 电话" in chinese and "1 行没有相似记录。" in chinese
    guanxi.refuses("lookup", "companies.csv", "--in", "asked.csv", "--in-id", "Nr", code=2, sentence="asked.csv has no column Nr. Its columns are: No, Firm, Telephone.")


def test_lookup_that_has_nothing_to_compare(guanxi):
    guanxi.write("companies.csv", COMPANIES)
    guanxi.write("asked.csv", "邮箱\na@sample.example\n")
    guanxi.refuses("lookup", "companies.csv", "--in", "asked.csv", code=2,
                   sentence="No column of asked.csv says what a column of companies.csv says; of asked.csv these are known: 邮箱 (email).")
    guanxi.refuses("lookup", "companies.csv", "--in", "asked.csv", code=2, lang="zh", sentence="asked.csv 与 companies.csv 没有含义相同的列；asked.csv 中已识别的有：邮箱 (email)。")


def test_lookup_answers_programs(guanxi):
    guanxi.write("companies.csv", COMPANIES)
    guanxi.write("asked.csv", "名称\n桦屿食品\n无人知晓的店\n")
    said = guanxi("lookup", "companies.csv", "--id", "编号", "--in", "asked.csv", "--top", "1", "--why", "--json").json
    assert (said["queries"], said["same"], said["without_hit"]) == (2, 1, 1)
    hit, = said["hits"]
    assert (hit["query"], hit["rank"], hit["id"], hit["verdict"]) == ("1", 1, "a3", "same") and hit["score"] > 0 and hit["reasons"]


def test_a_file_in_big5(guanxi):
    guanxi.write("companies.csv", "公司名稱,電話\n臺灣樣本股份有限公司,(02)2531-7099\n台灣樣本(股)公司,02-25317099\n桃園範例實業有限公司,03-3317000\n", "cp950")
    for more in ((), ("--encoding", "big5")):
        guanxi("dedupe", "companies.csv", "--pairs", "pairs.csv", *more)
        assert pairs(guanxi) == [("1", "2")]


def test_a_file_in_an_encoding_that_is_not_known(guanxi):
    guanxi.write("companies.csv", "会社名,電話\n見本株式会社,03-5550-1234\n", "shift_jis")
    guanxi.refuses("dedupe", "companies.csv", "--pairs", "p.csv", code=2, sentence="If they look garbled, the file is not in gb18030: save it as UTF-8 or name its encoding with --encoding.")
    guanxi.refuses("dedupe", "companies.csv", "--pairs", "p.csv", code=2, lang="zh", sentence="如果列名是乱码，说明文件编码不是 gb18030：请另存为 UTF-8，或用 --encoding 指定编码。")


@pytest.mark.parametrize("lang, sentence", [
    ("en", "--kind shop: choose organisation, person or site."),
    ("zh", "--kind shop：只能是 organisation、person 或 site。")])
def test_unknown_kind(guanxi, lang, sentence):
    guanxi.write("companies.csv", COMPANIES)
    guanxi.refuses("dedupe", "companies.csv", "--kind", "shop", "--pairs", "p.csv", code=2, sentence=sentence, lang=lang)


@pytest.mark.parametrize("arguments, english, chinese", [
    (("--id", "号"), "companies.csv has no column 号. Its columns are: 编号, 公司名称, 电话, 城市.", "companies.csv 没有列 号。它的列有：编号, 公司名称, 电话, 城市。"),
    (("--map", "城市=town"), "--map 城市=town: there is no role town.", "--map 城市=town：没有含义 town。"),
    (("--map", "city"), "--map city is not 'Header=role', such as 'Company=organisation_name'.", "--map city 不是“列名=含义”的形式，例如 '公司=organisation_name'。"),
    (("--map", "公司=city"), "companies.csv has no column 公司.", "companies.csv 没有列 公司。"),
])
def test_wrong_columns(guanxi, arguments, english, chinese):
    guanxi.write("companies.csv", COMPANIES)
    guanxi.refuses("dedupe", "companies.csv", "--pairs", "p.csv", *arguments, code=2, sentence=english)
    guanxi.refuses("dedupe", "companies.csv", "--pairs", "p.csv", *arguments, code=2, sentence=chinese, lang="zh")


def test_files_that_say_nothing(guanxi):
    guanxi.write("empty.csv", "")
    guanxi.refuses("dedupe", "empty.csv", "--pairs", "p.csv", code=2, sentence="empty.csv has no header row: its first row must name the columns.")
    guanxi.refuses("dedupe", "empty.csv", "--pairs", "p.csv", code=2, sentence="empty.csv 没有标题行：第一行应为列名。", lang="zh")
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
