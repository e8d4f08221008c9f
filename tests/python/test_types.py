"""The types: the package under a strict checker, and what the stubs allow and refuse in a host's own code."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "bindings" / "python" / "src"
CONSUMER = Path(__file__).with_name("typed_consumer.py")

has_mypy = subprocess.run([sys.executable, "-m", "mypy", "--version"], capture_output=True).returncode == 0
pytestmark = pytest.mark.skipif(not has_mypy, reason="mypy is not installed")


def mypy(tmp_path, *arguments):
    done = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", str(tmp_path), *arguments],
                          cwd=SOURCE, capture_output=True, text=True)
    return done.stdout + done.stderr


def test_the_package_is_typed_throughout(tmp_path):
    assert mypy(tmp_path, "-p", "guanxi") == ""


def test_the_stubs_allow_what_is_right_and_refuse_what_is_wrong(tmp_path):
    expected = {at: line.split("# refused: ")[1] for at, line in enumerate(CONSUMER.read_text().splitlines(), 1) if "# refused: " in line}
    found = {int(at): code for at, code in re.findall(r":(\d+): error: .*\[([\w-]+)\]", mypy(tmp_path, str(CONSUMER)))}
    assert found == expected and expected
