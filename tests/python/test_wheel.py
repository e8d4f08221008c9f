"""The wheel: made and installed without a network, in a plain environment, from a folder outside the project."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2] / "bindings" / "python"
LIBRARY = os.environ["GUANXI_LIBRARY"]
CARD = """
import guanxi
with guanxi.create(":memory:", login="admin", name="Sample Admin") as store, store.session("admin") as session:
    account = guanxi.Account(name="Sample Trading Ltd")
    session.create(account)
    print(session.card(account).account.name, guanxi.__file__)
"""


def run(*command, cwd, check=True, **environment):
    plain = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "GUANXI_LIBRARY")}
    plain.update(PIP_NO_INDEX="1", PIP_DISABLE_PIP_VERSION_CHECK="1", **environment)
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=plain, capture_output=True, text=True)
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture
def python(tmp_path):
    venv.create(tmp_path / "env", with_pip=True)
    return tmp_path / "env" / "bin" / "python"


def test_it_installs_offline_and_reaches_a_card(python, tmp_path):
    run(python, "-m", "pip", "install", PROJECT, cwd=tmp_path, GUANXI_LIBRARY=LIBRARY)
    name, where = run(python, "-c", CARD, cwd=tmp_path).stdout.rsplit(" ", 1)
    assert name == "Sample Trading Ltd" and where.startswith(str(tmp_path))
    run(python, "-m", "pip", "check", cwd=tmp_path)
    run(python, "-m", "pip", "uninstall", "-y", "guanxi", cwd=tmp_path)
    assert run(python, "-c", "import guanxi", cwd=tmp_path, check=False).returncode == 1


def test_it_installs_editable(python, tmp_path):
    run(python, "-m", "pip", "install", "-e", PROJECT, "--config-settings", f"library={LIBRARY}", cwd=tmp_path)
    name, where = run(python, "-c", CARD, cwd=tmp_path).stdout.rsplit(" ", 1)
    assert name == "Sample Trading Ltd" and where.startswith(str(PROJECT / "src"))


def backend(call, folder, **environment):
    code = f"import sys; sys.path.insert(0, {str(PROJECT / 'build_backend')!r}); import guanxi_build; print(guanxi_build.{call}({str(folder)!r}))"
    return run(sys.executable, "-c", code, cwd=folder, check=False, **environment)


def test_the_wheel_holds_what_it_should_and_is_the_same_each_time(tmp_path):
    wheels = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        said = backend("build_wheel", tmp_path / name, GUANXI_LIBRARY=LIBRARY).stdout.strip()
        wheels.append(tmp_path / name / said)
    assert wheels[0].read_bytes() == wheels[1].read_bytes()
    assert wheels[0].name.startswith("guanxi-0.1.0-py3-none-")
    names = set(zipfile.ZipFile(wheels[0]).namelist())
    assert {"guanxi/__init__.py", "guanxi/py.typed", "guanxi/entities.pyi", "guanxi/libguanxi.so", "guanxi-0.1.0.dist-info/METADATA",
            "guanxi-0.1.0.dist-info/RECORD"} <= names
    assert not [name for name in names if "test" in name or "pycache" in name]


def test_the_source_distribution_has_the_sources(tmp_path):
    assert backend("build_sdist", tmp_path).stdout.strip() == "guanxi-0.1.0.tar.gz"
    names = set(tarfile.open(tmp_path / "guanxi-0.1.0.tar.gz").getnames())
    assert {f"guanxi-0.1.0/{name}" for name in ("PKG-INFO", "pyproject.toml", "src/guanxi/__init__.py", "build_backend/guanxi_build.py",
                                                "native/CMakeLists.txt", "native/capi/guanxi.h", "native/include/guanxi/store.h")} <= names


@pytest.mark.parametrize("named, sentence", [
    ("/nowhere/libguanxi.so", "/nowhere/libguanxi.so is no file: GUANXI_LIBRARY, or the setting `library`, names the shared library."),
    (__file__, "is no shared library: name libguanxi.so or the like."),
])
def test_a_library_that_is_none_is_refused(tmp_path, named, sentence):
    done = backend("build_wheel", tmp_path, GUANXI_LIBRARY=named)
    assert done.returncode == 1 and sentence in done.stderr
