"""Help, languages, and command lines that cannot be understood."""

import re

import pytest

COMMANDS = ["init", "import", "export", "find", "card", "check", "duplicates", "dismiss", "merge", "unmerge", "timeline", "history", "stats", "mine", "agenda", "workload", "add",
            "update", "archive", "restore", "assign", "handover", "claim", "release", "suspend", "reinstate", "user", "department",
            "role", "grant", "field", "dictionary", "feel", "dmn", "undo", "backup", "verify", "info"]
BELOW = ["user add", "user list", "department add", "department list", "role add", "role list", "role give", "grant add",
         "grant list", "field add", "field list"]
HAN = re.compile(r"[\u4e00-\u9fff]")


def test_help_lists_every_command_and_exit_code(guanxi):
    text = guanxi("--help").out
    listed = re.findall(r"^  (\w+) ", text, re.M)
    assert [name for name in listed if name in COMMANDS] == COMMANDS
    for code in "012345":
        assert re.search(rf"^  {code}  +\w", text, re.M)


@pytest.mark.parametrize("command", COMMANDS + BELOW)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_each_command_explains_itself(guanxi, command, lang):
    text = guanxi(*command.split(), "--help", lang=lang).out
    assert f"guanxi {command}" in text
    parents = ("user", "department", "role", "grant", "field")
    if command not in parents:
        assert ("Example" if lang == "en" else "示例") in text
    if lang == "zh":
        first = text.splitlines()[0]
        assert HAN.search(first), first
    else:
        assert not HAN.search(text.split("Example")[0].replace("zh|en", ""))


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_help_keeps_to_the_screen(guanxi, columns):
    from conftest import width
    text = guanxi("find", "--help", columns=columns).out.split("Examples")[0]
    assert max(width(line) for line in text.splitlines()) <= columns


def test_language_follows_the_environment(guanxi):
    assert "Exit codes" in guanxi("--help", lang=None).out
    assert "退出码" in guanxi("--help", lang=None, LC_ALL="zh_CN.UTF-8").out
    assert "退出码" in guanxi("--help", lang=None, LC_ALL="", LANG="zh_CN.UTF-8").out
    assert "Exit codes" in guanxi("--help", lang=None, LC_ALL="en_US.UTF-8", LANG="zh_CN.UTF-8").out
    assert "Exit codes" in guanxi("--help", lang="en", LC_ALL="zh_CN.UTF-8").out


def test_version(guanxi):
    assert re.fullmatch(r"guanxi \d+\.\d+\.\d+\n", guanxi("--version").out)


@pytest.mark.parametrize("arguments, english, chinese", [
    ([], "No command was given. Try: guanxi --help", "未指定命令。请看：guanxi --help"),
    (["frobnicate"], "Not understood: frobnicate. Try: guanxi --help", "无法理解：frobnicate。请看：guanxi --help"),
    (["card"], "FILE is missing. Try: guanxi card --help", "缺少 FILE。请看：guanxi card --help"),
    (["card", "crm.db"], "WHO is missing. Try: guanxi card --help", "缺少 WHO。请看：guanxi card --help"),
    (["init", "crm.db"], "--admin is missing. Try: guanxi init --help", "缺少 --admin。请看：guanxi init --help"),
    (["info", "crm.db", "--deep"], "Not understood: --deep. Try: guanxi info --help", "无法理解：--deep。请看：guanxi info --help"),
    (["user"], "No command was given. Try: guanxi user --help", "未指定命令。请看：guanxi user --help"),
    (["undo", "crm.db", "last"], "This is no number: SET = last. Try: guanxi undo --help", "不是数字：SET = last。请看：guanxi undo --help"),
    (["info", "crm.db", "--color", "pink"], "--color pink: choose auto, always or never.", "--color pink：只能是 auto、always 或 never。"),
])
def test_what_cannot_be_understood(guanxi, arguments, english, chinese):
    assert guanxi(*arguments, code=2).err == f"guanxi: {english}\n"
    assert guanxi(*arguments, code=2, lang="zh").err == f"guanxi: {chinese}\n"


def test_an_unknown_language(guanxi):
    guanxi.refuses("info", "crm.db", lang="fr", code=2, sentence="--lang fr: the languages are zh and en.")


def test_errors_are_json_too(guanxi):
    said = guanxi("info", "nowhere.db", "--json", code=3)
    assert said.json["error"]["code"] == "not_found"
    assert said.json["error"]["exit"] == 3
    assert said.json["error"]["message"] in said.err


def test_colours_only_where_they_belong(crm):
    assert "\x1b[" not in crm("find", "crm.db").out
    assert "\x1b[" in crm("find", "crm.db", "--color", "always").out
    assert "\x1b[" not in crm("find", "crm.db", "--color", "never").out
