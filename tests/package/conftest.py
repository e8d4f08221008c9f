"""What the tests of the package share: the build's folder, its installation in a temporary one, and the programs of the READMEs."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ["GUANXI_BUILD"])
CC, CXX = os.environ["CC"], os.environ["CXX"]


def run(*command, cwd=None, code=0, **environment):
    """What a command says on both outputs; it must end with `code`."""
    done = subprocess.run(list(map(str, command)), cwd=cwd, env={**os.environ, **environment}, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    assert done.returncode == code, f"{' '.join(map(str, command))}\n{done.stdout}"
    return done.stdout


def programs(language, path="README.md"):
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / path).read_text(encoding="utf-8"), re.S)


@pytest.fixture(scope="session")
def prefix(tmp_path_factory):
    """The library as it is installed."""
    folder = tmp_path_factory.mktemp("installed")
    run("cmake", "--install", BUILD, "--prefix", folder)
    return folder


@pytest.fixture(scope="session")
def quick_starts(tmp_path_factory):
    """The first programs of the README in C and C++, exactly as they stand there."""
    folder = tmp_path_factory.mktemp("quick")
    (folder / "quick_start.c").write_text(programs("c")[0], encoding="utf-8")
    (folder / "quick_start.cpp").write_text(programs("cpp")[0], encoding="utf-8")
    return folder
