"""add, update, archive, restore, owners, the pool, suspension, undo."""

import pytest
from conftest import table

ACCOUNT = "广州丙物流有限公司"


def value(crm, field, name=ACCOUNT):
    return crm("find", "crm.db", "--where", f"name='{name}'", "--archived", "--json").json["records"][0].get(field)


def test_add_reads_every_kind_of_value(crm):
    outcome = crm("add", "crm.db", "account", "name=Sample Values Ltd", "employees=1,200", "revenue=12万元", "founded=1999-12-31", "key_account=yes",
                  "roles=customer,supplier", "级别=B级", "parent=" + ACCOUNT, "--json").json
    record = crm("find", "crm.db", "--where", "name='Sample Values Ltd'", "--json").json["records"][0]
    assert outcome["record"] == record["id"] and outcome["affected"] >= 1
    assert (record["employees"], record["revenue"], record["founded"], record["key_account"]) == (1200, "120000.00 CNY", "1999-12-31", True)
    assert (record["roles"], record["tier"]) == (["customer", "supplier"], "B")


def test_add_tells_what_it_did(crm):
    assert "✓ Added Sample Ltd.\n" in crm("add", "crm.db", "account", "name=Sample Ltd").out
    assert "✓ 已新建 样例公司。\n" in crm("add", "crm.db", "account", "name=样例公司", lang="zh").out


@pytest.mark.parametrize("fields, code, english, chinese", [
    (["name"], 2, "name is not FIELD=VALUE, such as tier=A.", "name 不是“字段=值”的形式，例如 tier=A。"),
    (["tier=A"], 1, "Account name", "客户名称"),
    (["name=x", "colour=red"], 2, "account has no field colour.", "account 没有字段 colour。"),
    (["name=x", "tier=Z"], 1, "Tier (tier) cannot be Z: choose one of", "客户级别（tier）不能是 Z：请从"),
    (["name=x", "founded=2023-02-30"], 1, "2023-02-30", "2023-02-30"),
    (["name=x", "key_account=maybe"], 1, "it is yes or no.", "应为是或否。"),
    (["name=" + ACCOUNT], 1, ACCOUNT, ACCOUNT),
])
def test_what_cannot_be_added(crm, fields, code, english, chinese):
    crm.refuses("add", "crm.db", "account", *fields, code=code, sentence=english)
    crm.refuses("add", "crm.db", "account", *fields, code=code, lang="zh", sentence=chinese)


def test_duplicates_are_refused_or_told(crm):
    crm("add", "crm.db", "account", "name=" + ACCOUNT, code=1)
    said = crm("add", "crm.db", "account", "name=" + ACCOUNT, "--duplicates", "allow", "--reason", "a branch of the same name")
    assert "! It looks like " + ACCOUNT in said.out


def test_a_repeat_with_the_same_key_changes_nothing(crm):
    first = crm("add", "crm.db", "account", "name=Sample Once", "--key", "form-17", "--json").json
    again = crm("add", "crm.db", "account", "name=Sample Once", "--key", "form-17", "--json").json
    assert again["repeated"] and again["record"] == first["record"]


def test_update_and_empty(crm):
    assert "Changed " + ACCOUNT in crm("update", "crm.db", "account", ACCOUNT, "tier=B", "note=two\nlines").out
    assert (value(crm, "tier"), value(crm, "note")) == ("B", "two\nlines")
    crm("update", "crm.db", "account", ACCOUNT, "note=")
    assert value(crm, "note") is None
    assert "was like this already" in crm("update", "crm.db", "account", ACCOUNT, "tier=B").out


def test_update_refuses_what_was_changed_since(crm):
    revision = value(crm, "revision")
    crm("update", "crm.db", "account", ACCOUNT, "tier=B")
    crm("update", "crm.db", "account", ACCOUNT, "tier=A", "--revision", revision, code=1)
    assert value(crm, "tier") == "B"


def test_archive_and_restore(crm):
    assert "guanxi restore" in crm("archive", "crm.db", "account", ACCOUNT).out
    crm.refuses("card", "crm.db", ACCOUNT, code=3, sentence="There is no account")
    assert "Restored" in crm("restore", "crm.db", "account", ACCOUNT).out
    crm("card", "crm.db", ACCOUNT)
    crm.refuses("restore", "crm.db", "account", ACCOUNT, code=3, sentence=f"No archived account is named {ACCOUNT}.")
    crm.refuses("restore", "crm.db", "account", ACCOUNT, code=3, lang="zh", sentence=f"没有名为 {ACCOUNT} 的已归档 account。")


def test_handover(crm):
    said = crm("handover", "crm.db", "--from", "jia", "--to", "yi", "--dry-run")
    assert "Nothing was changed." in said.out
    assert len(crm("mine", "crm.db", "--as", "jia", "--json").json["records"]) == 2
    done = crm("handover", "crm.db", "--from", "jia", "--to", "yi", "--reason", "left", "--json").json
    assert done["held"]["account"] == 2 and done["affected"] >= 2
    assert len(crm("mine", "crm.db", "--as", "yi", "--json").json["records"]) == 2
    crm("undo", "crm.db", done["change_set"])
    assert len(crm("mine", "crm.db", "--as", "jia", "--json").json["records"]) == 2


def test_handover_of_some_entities(crm):
    crm("handover", "crm.db", "--from", "jia", "--to", "yi", "--entities", "opportunity,activity")
    assert len(crm("mine", "crm.db", "--as", "jia", "--json").json["records"]) == 2
    crm.refuses("handover", "crm.db", "--from", "jia", "--to", "nobody", code=3, sentence="There is no user nobody")
    crm.refuses("handover", "crm.db", "--from", "jia", "--to", "yi", "--entities", "starship", code=2, sentence="There is no entity starship.")


def test_suspend_and_reinstate(crm):
    assert "guanxi reinstate" in crm("suspend", "crm.db", ACCOUNT, "--reason", "unpaid").out
    assert "! Suspended: unpaid" in crm("card", "crm.db", ACCOUNT).out
    assert "! 已冻结：unpaid" in crm("card", "crm.db", ACCOUNT, lang="zh").out
    crm.refuses("update", "crm.db", "account", ACCOUNT, "tier=B", code=4, sentence="is suspended (unpaid)")
    assert "Reinstated" in crm("reinstate", "crm.db", ACCOUNT).out
    crm("update", "crm.db", "account", ACCOUNT, "tier=B")
    crm.refuses("suspend", "crm.db", ACCOUNT, code=2, sentence="--reason is missing.")


def test_the_pool(crm):
    assert "is in the pool" in crm("release", "crm.db", ACCOUNT).out
    assert value(crm, "owner") is None
    assert "is yours" in crm("claim", "crm.db", ACCOUNT).out
    assert value(crm, "owner") is not None
    crm("claim", "crm.db", ACCOUNT, code=1)


def test_undo_leaves_what_was_edited_since(crm):
    set_ = crm("update", "crm.db", "account", ACCOUNT, "tier=B", "--json").json["change_set"]
    crm("update", "crm.db", "account", ACCOUNT, "tier=A")
    said = crm("undo", "crm.db", set_, code=1)
    assert "1 rows stay as they are:" in said.out
    assert table(said.out)[1][0][1] == ACCOUNT
    assert value(crm, "tier") == "A"
    assert crm("undo", "crm.db", set_, "--json", code=1).json["skipped_count"] == 1


def test_undo_of_what_is_not_there(crm):
    crm("undo", "crm.db", 999999, code=3)
