"""The programs that the documents show: they run as they stand, and are as short as they should be."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def programs(path):
    return re.findall(r"```python\n(.*?)```", (ROOT / path).read_text(encoding="utf-8"), re.S)


@pytest.mark.parametrize("path", ["README.md", "README.zh-CN.md", "bindings/python/README.md"])
def test_the_quick_start_reaches_a_customer_card(path, tmp_path):
    program = programs(path)[0]
    assert len(program.splitlines()) <= 30
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert "exists already" in lines[0]
    assert lines[1] == "上海样例网络科技有限公司 1200000.00 CNY"
    assert lines[2] == "上海样例网络科技有限公司 Sample Admin ['Kim Sample']"


def test_the_first_hour_runs(tmp_path):
    done = subprocess.run([sys.executable, str(ROOT / "examples" / "first_hour" / "first_hour.py"), str(tmp_path / "crm.gx")],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for piece in ("refused: Account", "somebody else was faster: ", "undone: ", "card of 上海样例网络科技有限公司", "owed: 1,200.00 CNY", "custom fields: 3 slots"):
        assert piece in done.stdout, done.stdout
