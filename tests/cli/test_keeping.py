"""backup, verify, info; files that are missing, damaged or something else."""

import pytest


def test_backup_is_a_whole_store(crm):
    assert "Copied crm.db to copy.db." in crm("backup", "crm.db", "copy.db").out
    assert "已将 crm.db 备份到 again.db。" in crm("backup", "crm.db", "again.db", lang="zh").out
    assert crm("info", "copy.db", "--json").json["records"] == crm("info", "crm.db", "--json").json["records"]
    assert crm("verify", "copy.db").code == 0


def test_backup_leaves_a_file_that_exists(crm):
    crm.write("copy.db", "mine")
    assert crm("backup", "crm.db", "copy.db", code=1).err.startswith("guanxi: ")
    assert (crm.folder / "copy.db").read_text() == "mine"


def test_verify(crm):
    assert "crm.db is sound" in crm("verify", "crm.db").out
    assert "crm.db 完好" in crm("verify", "crm.db", lang="zh").out
    assert crm("verify", "crm.db", "--json").json == {"sound": True, "problems": []}


def test_info(crm):
    text = crm("info", "crm.db").out
    for piece in ("crm.db", "sqlite", "guanxi 0.", "Account", "Opportunity"):
        assert piece in text, piece
    info = crm("info", "crm.db", "--json").json
    assert info["records"]["account"] == 5 and info["bytes"] > 0


COMMANDS = [("info",), ("verify",), ("find",), ("stats",), ("card", "x")]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_missing_file(guanxi, command, lang):
    said = guanxi(command[0], "nowhere.db", *command[1:], code=3, lang=lang)
    assert "nowhere.db" in said.err and said.err.count("\n") == 1
    assert not (guanxi.folder / "nowhere.db").exists()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_file_that_is_something_else(guanxi, lang):
    guanxi.write("letter.txt", "Dear customer,\n" * 400)
    said = guanxi("info", "letter.txt", code=5, lang=lang)
    assert "letter.txt" in said.err and said.err.count("\n") == 1


def test_a_damaged_file(crm):
    whole = (crm.folder / "crm.db").read_bytes()
    page = 4096
    damaged = bytearray(whole)
    for at in range(page * 3, len(whole) - page, page * 2):
        damaged[at:at + 64] = b"\xff" * 64
    (crm.folder / "bad.db").write_bytes(bytes(damaged))
    said = crm("verify", "bad.db", code=None)
    assert said.code in (1, 5)
    assert said.err or "faults" in said.out


def test_a_folder_that_cannot_be_written(crm):
    assert crm("backup", "crm.db", "no/such/folder/copy.db", code=3).err.startswith("guanxi: ")
    crm.refuses("stats", "crm.db", "--html", "no/such/folder/page.html", code=5, sentence="no/such/folder/page.html cannot be written.")
    crm.refuses("stats", "crm.db", "--html", "no/such/folder/page.html", code=5, lang="zh", sentence="无法写入 no/such/folder/page.html。")
