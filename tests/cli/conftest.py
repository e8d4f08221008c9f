"""Runs the real command in a folder of its own and looks at what it says."""

import dataclasses
import json
import os
import pathlib
import re
import shutil
import subprocess
import unicodedata

import pytest

BINARY = os.environ.get("GUANXI_BINARY", "guanxi")
DATA = pathlib.Path(__file__).resolve().parents[2] / "examples" / "data"


@dataclasses.dataclass
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


class Guanxi:
    """guanxi("find", "crm.db", "x") → what was said; the exit code must be `code`, or any where that is None."""

    def __init__(self, folder):
        self.folder = folder

    def __call__(self, *arguments, code=0, lang="en", columns=None, **environment):
        env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "HOME": str(self.folder), **environment}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
            if name in os.environ:
                env[name] = os.environ[name]
        if columns:
            env["COLUMNS"] = str(columns)
        if lang:
            arguments += ("--lang", lang)
        done = subprocess.run([BINARY, *map(str, arguments)], cwd=self.folder, env=env, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=300)
        said = Said(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert code is None or said.code == code, f"exit code {said.code}, not {code}\n{said.out}\n{said.err}"
        return said

    def refuses(self, *arguments, code, sentence, lang="en", **environment):
        """The command fails with this code and, on standard error, this sentence."""
        said = self(*arguments, code=code, lang=lang, **environment)
        assert said.err.startswith("guanxi: ")
        assert sentence in said.err
        return said

    def write(self, name, text, encoding="utf-8"):
        (self.folder / name).write_bytes(text.encode(encoding))
        return name


CUSTOMERS = """客户名称,客户级别,状态,行业,省份,城市,电话,员工人数,统一社会信用代码
上海甲软件有限公司,A级,成交,,上海市,上海市,021-90000001,120,
北京乙食品有限公司,B级,潜在,,北京市,北京市,010-90000002,40,
Muster Maschinenbau GmbH,A级,成交,,Bayern,München,+49 89 99900003,800,
广州丙物流有限公司,C级,潜在,,广东省,广州市,020-90000004,15,
深圳丁科技有限公司,A级,意向,,广东省,深圳市,0755-90000005,300,
"""


@pytest.fixture
def guanxi(tmp_path):
    return Guanxi(tmp_path)


@pytest.fixture(scope="session")
def stocked(tmp_path_factory):
    """A store with five customers, people who own them, deals and things to do: made once, copied for each test."""
    run = Guanxi(tmp_path_factory.mktemp("stocked"))
    run.write("customers.csv", CUSTOMERS)
    run("init", "crm.db", "--admin", "admin", "--name", "Sample Admin")
    run("import", "crm.db", "customers.csv")
    run("department", "add", "crm.db", "Sales")
    run("department", "add", "crm.db", "Sales East", "--parent", "Sales")
    run("role", "add", "crm.db", "keepers", "--name", "Keepers")
    for action in ("read", "create", "update"):
        run("grant", "add", "crm.db", "keepers", action, "*", "--scope", "own")
    run("user", "add", "crm.db", "jia", "--name", "Sample Jia", "--department", "Sales East", "--role", "keepers")
    run("user", "add", "crm.db", "yi", "--name", "Sample Yi", "--department", "Sales", "--role", "keepers")
    run("assign", "crm.db", "上海甲软件有限公司", "--to", "jia")
    run("assign", "crm.db", "深圳丁科技有限公司", "--to", "jia")
    run("add", "crm.db", "contact", "name=样例张三", "title=采购经理", "account=上海甲软件有限公司", "mobile=13900000001", "--duplicates", "warn")
    run("add", "crm.db", "opportunity", "name=示例项目一", "account=上海甲软件有限公司", "stage=proposal", "amount=120000", "close_on=2026-12-31")
    run("add", "crm.db", "opportunity", "name=示例项目二", "account=深圳丁科技有限公司", "stage=won", "amount=80000.50", "close_on=2026-06-30")
    run("add", "crm.db", "activity", "type=call", "subject=First call", "account=上海甲软件有限公司", "due_at=2020-01-02 09:30", "status=planned")
    return run.folder


@pytest.fixture
def crm(stocked, tmp_path):
    shutil.copytree(stocked, tmp_path / "crm")
    return Guanxi(tmp_path / "crm")


def width(text):
    """Columns that a terminal gives to it."""
    return sum(0 if unicodedata.combining(ch) else 2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in text)


def table(text):
    """The first table in the text: its header, and rows cut where the rule of the header says the columns stand."""
    lines = text.splitlines()
    rule = next(i for i, line in enumerate(lines) if line.strip() and set(line.strip()) <= {"─", " "})
    spans, at = [], 0
    for piece in lines[rule].split("  "):
        if piece:
            start = at + len(piece) - len(piece.lstrip())
            spans.append((start, at + len(piece)))
        at += len(piece) + 2
    def cells(line):
        out = []
        for start, end in spans:
            column, piece = 0, ""
            for ch in line:
                if start <= column < end:
                    piece += ch
                column += width(ch)
            out.append(piece.strip())
        return out
    rows = []
    for line in lines[rule + 1:]:
        if not line.strip() or re.match(r"\d+ (found|of)|the best|Next page", line):
            break
        rows.append(cells(line))
    return cells(lines[rule - 1]), rows, spans
