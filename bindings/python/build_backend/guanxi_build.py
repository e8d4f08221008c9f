"""The build backend (PEP 517, PEP 660), which needs nothing but Python: it puts the package and the shared library into a wheel.

The shared library is, in this order: the file that the setting `library` or the environment's GUANXI_LIBRARY names, or one that CMake
builds in a temporary folder from the project's sources, which lie two folders up, or in `native` in a source distribution.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
NAME = "guanxi"
NATIVE = ("CMakeLists.txt", "LICENSE", "capi", "cmake", "include", "src")
EPOCH = (2020, 1, 1, 0, 0, 0)


def get_requires_for_build_wheel(config_settings=None):
    return []


get_requires_for_build_editable = get_requires_for_build_sdist = get_requires_for_build_wheel


# ---- Metadata: pyproject.toml is read without a reader of TOML, which Python has only from 3.11 ----


def _value(name):
    text = (HERE / "pyproject.toml").read_text(encoding="utf-8")
    return re.search(rf'^{name} = "([^"]*)"', text, re.M)[1]


def _metadata():
    text = (HERE / "pyproject.toml").read_text(encoding="utf-8")
    classifiers = re.findall(r'^    "([^"]* :: [^"]*)",$', text, re.M)
    lines = ["Metadata-Version: 2.1", f"Name: {NAME}", f"Version: {_value('version')}", f"Summary: {_value('description')}",
             "License: Apache-2.0", f"Requires-Python: {_value('requires-python')}",
             *(f"Classifier: {classifier}" for classifier in classifiers),
             "Provides-Extra: arrow", "Requires-Dist: pyarrow>=14; extra == 'arrow'",
             "Description-Content-Type: text/markdown", ""]
    return "\n".join(lines) + "\n" + (HERE / "README.md").read_text(encoding="utf-8")


def _tag():
    platform = re.sub(r"[^A-Za-z0-9]", "_", sysconfig.get_platform())
    return f"py3-none-{platform}"


def _dist_info():
    wheel = f"Wheel-Version: 1.0\nGenerator: {NAME}\nRoot-Is-Purelib: false\nTag: {_tag()}\n"
    folder = f"{NAME}-{_value('version')}.dist-info"
    return {f"{folder}/METADATA": _metadata().encode(), f"{folder}/WHEEL": wheel.encode(), f"{folder}/top_level.txt": f"{NAME}\n".encode()}


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    files = _dist_info()
    for name, data in files.items():
        path = Path(metadata_directory, name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return Path(next(iter(files))).parts[0]


prepare_metadata_for_build_editable = prepare_metadata_for_build_wheel


# ---- The shared library ----


def _sources():
    """The folder of the C++ sources."""
    for folder in (HERE / "native", HERE.parents[1]):
        if (folder / "capi" / "guanxi.h").exists():
            return folder
    raise SystemExit("The sources of the shared library are not here: name a built one by GUANXI_LIBRARY, or build in a clone of the project.")


def _run(*command):
    try:
        subprocess.run(command, check=True, stdout=sys.stderr)
    except FileNotFoundError:
        raise SystemExit("cmake is not installed: install it, or name a built library by GUANXI_LIBRARY.") from None
    except subprocess.CalledProcessError:
        raise SystemExit("The shared library does not build; the reason stands above. A built one may be named by GUANXI_LIBRARY.") from None


def _built(folder):
    """Builds the library in a folder."""
    build = str(folder)
    ninja = ["-G", "Ninja"] if shutil.which("ninja") and "CMAKE_GENERATOR" not in os.environ else []
    _run("cmake", *ninja, "-S", str(_sources()), "-B", build, "-DCMAKE_BUILD_TYPE=Release", "-DGUANXI_DEVELOPER=OFF", "-DGUANXI_INSTALL=OFF",
         "-DGUANXI_PRECOMPILE=ON")
    _run("cmake", "--build", build, "--target", "guanxi_shared", "--parallel", os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL", str(os.cpu_count() or 1)))
    for name in ("libguanxi.so", "libguanxi.dylib", "guanxi.dll"):
        for path in Path(folder).rglob(name):
            return path
    raise SystemExit(f"CMake built no shared library in {folder}.")


def _library(config_settings, scratch):
    """Name and bytes of the shared library."""
    named = (config_settings or {}).get("library") or os.environ.get("GUANXI_LIBRARY")
    if named and not Path(named).is_file():
        raise SystemExit(f"{named} is no file: GUANXI_LIBRARY, or the setting `library`, names the shared library.")
    path = Path(named).resolve() if named else _built(scratch).resolve()
    suffix = re.search(r"\.(so|dylib|dll)(\.|$)", path.name)
    if suffix is None:
        raise SystemExit(f"{path} is no shared library: name libguanxi.so or the like.")
    return ("guanxi.dll" if suffix[1] == "dll" else f"libguanxi.{suffix[1]}"), path.read_bytes()


# ---- Wheels ----


def _package():
    source = HERE / "src"
    for path in sorted((source / NAME).rglob("*")):
        if path.suffix in (".py", ".pyi") or path.name == "py.typed":
            yield path.relative_to(source).as_posix(), path.read_bytes()


def _write(wheel_directory, files):
    """A wheel of these files, the same bytes for the same input."""
    name = f"{NAME}-{_value('version')}-{_tag()}.whl"
    record = f"{NAME}-{_value('version')}.dist-info/RECORD"
    lines = []
    with zipfile.ZipFile(Path(wheel_directory, name), "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, data in files.items():
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            lines.append(f"{path},sha256={digest},{len(data)}\n")
            _add(wheel, path, data)
        _add(wheel, record, "".join([*lines, f"{record},,\n"]).encode())
    return name


def _add(wheel, path, data):
    entry = zipfile.ZipInfo(path, EPOCH)
    entry.external_attr = (0o100755 if ".so" in path else 0o100644) << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    wheel.writestr(entry, data)


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    with tempfile.TemporaryDirectory() as scratch:
        name, library = _library(config_settings, scratch)
    return _write(wheel_directory, {**dict(_package()), f"{NAME}/{name}": library, **_dist_info()})


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    """The package stays where it is; the library is installed beside the file that says where."""
    with tempfile.TemporaryDirectory() as scratch:
        name, library = _library(config_settings, scratch)
    place = f"{HERE / 'src'}\n".encode()
    return _write(wheel_directory, {f"__editable__.{NAME}.pth": place, f"_guanxi_library/{name}": library, **_dist_info()})


# ---- Source distribution ----


def build_sdist(sdist_directory, config_settings=None):
    top = f"{NAME}-{_value('version')}"
    native = _sources()
    with tarfile.open(Path(sdist_directory, f"{top}.tar.gz"), "w:gz", format=tarfile.PAX_FORMAT) as archive:
        for path in ("pyproject.toml", "README.md", "build_backend/guanxi_build.py"):
            archive.add(HERE / path, f"{top}/{path}")
        for path, _ in _package():
            archive.add(HERE / "src" / path, f"{top}/src/{path}")
        for path in NATIVE:
            archive.add(native / path, f"{top}/native/{path}", filter=lambda one: None if "__pycache__" in one.name else one)
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.write(_metadata())
            file.flush()
            archive.add(file.name, f"{top}/PKG-INFO")
    return f"{top}.tar.gz"
