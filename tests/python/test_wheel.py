"""The wheel: made and installed without a network, in a plain environment, from a folder outside the project.

The library in it is the one of this build. Where the backend builds one by CMake, the configuration is real, made from an unpacked source
distribution, and so is the plan of the build; the compiling alone, which takes minutes, is replaced by this build's library.
"""

import os
import shutil
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


@pytest.fixture(scope="module", autouse=True)
def library(tmp_path_factory):
    """Without debugging information it is packed several times faster."""
    global LIBRARY
    stripped = tmp_path_factory.mktemp("library") / "libguanxi.so"
    subprocess.run(["strip", "-o", stripped, LIBRARY], check=True)
    LIBRARY = str(stripped)


@pytest.fixture
def python(tmp_path):
    """An environment's Python; pip, which takes long to install, works on it from outside."""
    venv.create(tmp_path / "env")
    return tmp_path / "env" / "bin" / "python"


def pip(python, *arguments, **environment):
    run(sys.executable, "-m", "pip", "--python", python, *arguments, cwd=python.parent, **environment)


def test_it_installs_offline_and_reaches_a_card(python, tmp_path):
    pip(python, "install", PROJECT, GUANXI_LIBRARY=LIBRARY)
    name, where = run(python, "-c", CARD, cwd=tmp_path).stdout.rsplit(" ", 1)
    assert name == "Sample Trading Ltd" and where.startswith(str(tmp_path))
    pip(python, "check")
    pip(python, "uninstall", "-y", "guanxi")
    assert run(python, "-c", "import guanxi", cwd=tmp_path, check=False).returncode == 1


def test_it_installs_editable(python, tmp_path):
    pip(python, "install", "-e", PROJECT, "--config-settings", f"library={LIBRARY}")
    name, where = run(python, "-c", CARD, cwd=tmp_path).stdout.rsplit(" ", 1)
    assert name == "Sample Trading Ltd" and where.startswith(str(PROJECT / "src"))


def backend(call, folder, project=PROJECT, **environment):
    code = f"import sys; sys.path.insert(0, {str(project / 'build_backend')!r}); import guanxi_build; print(guanxi_build.{call}({str(folder)!r}))"
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


CMAKE = """#!{python}
import re, shutil, subprocess, sys
arguments = sys.argv[1:]
if arguments[0] != "--build":
    sys.exit(subprocess.run([{cmake!r}, *arguments]).returncode)
folder, target = arguments[1], arguments[arguments.index("--target") + 1]
plan = subprocess.run(["ninja", "-C", folder, "-n", target], check=True, capture_output=True, text=True).stdout
assert len(re.findall("Building CXX object", plan)) > 200, plan
shutil.copy({library!r}, folder + "/" + re.search(r"Linking CXX shared library (\\S*?libguanxi.so)", plan)[1])
"""


def test_a_source_distribution_builds_the_library(tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "cmake").write_text(CMAKE.format(python=sys.executable, cmake=shutil.which("cmake"), library=LIBRARY))
    (tmp_path / "bin" / "cmake").chmod(0o755)
    backend("build_sdist", tmp_path)
    tarfile.open(tmp_path / "guanxi-0.1.0.tar.gz").extractall(tmp_path)
    done = backend("build_wheel", tmp_path, tmp_path / "guanxi-0.1.0", PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    assert done.returncode == 0, done.stdout + done.stderr
    [wheel] = tmp_path.glob("*.whl")
    assert zipfile.ZipFile(wheel).read("guanxi/libguanxi.so") == Path(LIBRARY).read_bytes()


def test_without_cmake_it_says_what_to_do(tmp_path):
    done = backend("build_wheel", tmp_path, PATH=str(tmp_path))
    assert done.returncode == 1
    assert "cmake is not installed: install it, or name a built library by GUANXI_LIBRARY." in done.stderr


@pytest.mark.parametrize("named, sentence", [
    ("/nowhere/libguanxi.so", "/nowhere/libguanxi.so is no file: GUANXI_LIBRARY, or the setting `library`, names the shared library."),
    (__file__, "is no shared library: name libguanxi.so or the like."),
])
def test_a_library_that_is_none_is_refused(tmp_path, named, sentence):
    done = backend("build_wheel", tmp_path, GUANXI_LIBRARY=named)
    assert done.returncode == 1 and sentence in done.stderr
