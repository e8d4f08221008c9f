"""The first minute of the README, as `examples/first-minute` shows it: what stands there is what a user sees."""

import os
import re
import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def readme():
    """The lines of the README's transcript, but for what it leaves out."""
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    transcript = re.search(r"^## The first minute\n.*?^```\n(.*?)^```$", text, re.M | re.S)[1]
    return [line for line in transcript.splitlines() if line.strip(" …")]


def lasting(line):
    """The line without what is another each time: ids, moments and how fast it went."""
    line = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID", line)
    line = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d(?=  change)", "NOW", line)
    return re.sub(r"in [\d.]+ s \([\d,]+ a second\)", "in TIME", line).rstrip()


def test_the_readme_shows_what_the_example_prints():
    plain = {**os.environ, "COLUMNS": "100", "TZ": "UTC"}
    shown = subprocess.run([PROJECT / "examples" / "first-minute", os.environ["GUANXI_BINARY"]], env=plain, capture_output=True, text=True)
    assert shown.returncode == 0, shown.stdout + shown.stderr
    printed = iter([lasting(line) for line in shown.stdout.splitlines()])
    for line in map(lasting, readme()):
        assert line in printed, f"not printed, or not in this place: {line}"  # looks at what follows the line before
