"""Users, departments, roles and grants, fields of one's own, the dictionary: who may do what."""

from conftest import table


def test_users_and_departments(crm):
    header, rows, _ = table(crm("user", "list", "crm.db").out)
    assert header[:3] == ["Login", "Name", "Department"]
    assert ["jia", "Sample Jia", "Sales East"] in [row[:3] for row in rows]
    assert {row["login"] for row in crm("user", "list", "crm.db", "--json").json} >= {"admin", "jia", "yi"}
    assert "Sales East" in crm("department", "list", "crm.db").out
    assert "keepers" in crm("role", "list", "crm.db").out
    _, grants, _ = table(crm("grant", "list", "crm.db").out)
    assert len(grants) >= 3


def test_a_user_is_added_whole_or_not_at_all(crm):
    crm.refuses("user", "add", "crm.db", "bing", "--role", "nonesuch", code=3, sentence="There is no role nonesuch")
    assert "bing" not in crm("user", "list", "crm.db").out
    crm("user", "add", "crm.db", "bing", code=0)
    crm("user", "add", "crm.db", "bing", code=1)


def test_nobody_sees_more_than_granted(crm):
    assert len(crm("find", "crm.db", "--as", "jia", "--json").json["records"]) == 2
    assert crm("find", "crm.db", "--as", "yi", "--json").json["records"] == []
    crm.refuses("card", "crm.db", "广州丙物流有限公司", "--as", "jia", code=3, sentence="or you may not see it")


def test_what_is_not_granted_is_denied(crm):
    crm("archive", "crm.db", "account", "上海甲软件有限公司", "--as", "jia", code=4)
    crm("user", "add", "crm.db", "x", "--as", "jia", code=4)
    said = crm("find", "crm.db", "--as", "stranger", code=4)
    assert "stranger" in said.err


def test_a_role_given_later(crm):
    crm("user", "add", "crm.db", "ding", "--name", "Sample Ding")
    crm("add", "crm.db", "account", "name=Sample Own", "--as", "ding", code=4)
    crm("role", "give", "crm.db", "keepers", "ding")
    crm("add", "crm.db", "account", "name=Sample Own", "--as", "ding")
    assert len(crm("mine", "crm.db", "--as", "ding", "--json").json["records"]) == 1


def test_several_administrators_must_say_who_they_are(guanxi):
    guanxi("init", "crm.db", "--admin", "one")
    assert guanxi("info", "crm.db").code == 0
    guanxi("find", "crm.db")


def test_a_field_of_ones_own(crm):
    said = crm("field", "add", "crm.db", "account", "seats", "--type", "integer", "--label-zh", "席位数", "--label-en", "Seats", "--indexed")
    assert "Added the field seats." in said.out
    crm("update", "crm.db", "account", "广州丙物流有限公司", "席位数=12")
    header, rows, _ = table(crm("find", "crm.db", "--where", "seats>=10").out)
    assert header[-1] == "Seats" and [row[-1] for row in rows] == ["12"]
    assert "Seats" in crm("card", "crm.db", "广州丙物流有限公司").out
    fields = crm("field", "list", "crm.db", "account", "--json").json["fields"]
    assert [(f["type"], f["indexed"], f["custom"]) for f in fields if f["name"] == "seats"] == [("integer", True, True)]
    crm.write("seats.csv", "客户名称,席位数\n席位公司,7\n")
    crm("import", "crm.db", "seats.csv")
    assert crm("find", "crm.db", "--where", "seats=7", "--json").json["records"][0]["name"] == "席位公司"


def test_fields_that_cannot_be(crm):
    crm("field", "add", "crm.db", "account", "name", code=1)
    crm.refuses("field", "add", "crm.db", "account", "seats", "--type", "colour", code=1, sentence="cannot be colour: choose one of")
    crm.refuses("field", "add", "crm.db", "starship", "seats", code=2, sentence="There is no entity starship.")


def test_the_dictionary(crm):
    crm("field", "add", "crm.db", "account", "seats", "--type", "integer", "--label-en", "Seats")
    assert "seats" not in crm("dictionary").out
    text = crm("dictionary", "crm.db").out
    assert "seats" in text and "tax_id" in text
    assert "统一社会信用代码" in crm("dictionary", lang="zh").out
    assert {entity["entity"] for entity in crm("dictionary", "--json").json} >= {"account", "contact", "opportunity"}
