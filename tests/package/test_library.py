"""The shared library as a file, and its Debian package."""

import re
import shutil

import pytest
from conftest import BUILD, ROOT, run

LIBRARY = next(BUILD.rglob("libguanxi.so")).resolve()


def macro(name):
    return re.search(rf"#define {name} (\d+)", (ROOT / "capi" / "guanxi.h").read_text(encoding="utf-8"))[1]


def test_every_place_names_one_version():
    version = ".".join(macro(f"GX_VERSION_{part}") for part in ("MAJOR", "MINOR", "PATCH"))
    assert f"project(guanxi VERSION {version} " in (ROOT / "CMakeLists.txt").read_text()
    assert f'\nversion = "{version}"\n' in (ROOT / "bindings" / "python" / "pyproject.toml").read_text()
    assert (ROOT / "packaging" / "debian" / "changelog").read_text().startswith(f"guanxi ({version}-1) ")
    assert f'"version": "{version}"' in (ROOT / "packaging" / "vcpkg" / "ports" / "guanxi" / "vcpkg.json").read_text()
    assert f'version = "{version}"' in (ROOT / "packaging" / "conan" / "conanfile.py").read_text()
    assert LIBRARY.name == f"libguanxi.so.{macro('GX_ABI_VERSION')}.{version}"


def test_it_needs_sqlite_pcre2_and_the_compilers_own_libraries_alone():
    needed = set(re.findall(r"\(NEEDED\).*\[(.*?)\.so", run("readelf", "-d", LIBRARY)))
    assert needed <= {"libsqlite3", "libpcre2-8", "libstdc++", "libm", "libgcc_s", "libc", "ld-linux-x86-64", "libpthread"}, needed
    assert "libsqlite3" in needed
    assert not re.search(r"RPATH|RUNPATH|TEXTREL|EXECSTACK", run("readelf", "-d", LIBRARY))


def test_where_it_was_built_is_not_seen(tmp_path):
    """What programs load; debugging information names the sources in builds for developers."""
    run("strip", "-o", tmp_path / "stripped.so", LIBRARY)
    held = (tmp_path / "stripped.so").read_bytes()
    assert str(ROOT).encode() not in held and str(BUILD).encode() not in held


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="needs dpkg")
def test_the_debian_package_of_the_library(tmp_path):
    run("cpack", "-G", "DEB", "--config", BUILD / "CPackConfig.cmake", "-B", tmp_path, "-D", "CPACK_COMPONENTS_ALL=runtime",
        "-D", "CPACK_DEBIAN_COMPRESSION_TYPE=gzip")
    [package] = tmp_path.glob("*.deb")
    abi = macro("GX_ABI_VERSION")
    assert package.name.startswith(f"libguanxi{abi}_0.1.0-1_")
    depends = run("dpkg-deb", "-f", package, "Depends")
    for name in ("libc6", "libstdc++6", "libgcc-s1", "libsqlite3-0", "libpcre2-8-0"):
        assert re.search(rf"(^|, ){re.escape(name)} \(>= ", depends), depends
    assert "libsqlite3-0 (>= 3.40)" in depends and "pugi" not in depends
    if "DT_RELR" in run("readelf", "-V", LIBRARY):
        assert "libc6 (>= 2.36)" in depends
    listing = run("dpkg-deb", "-c", package)
    for piece in (rf"libguanxi\.so\.{abi} -> libguanxi\.so\.{abi}\.0\.1\.0\n", r"/doc/libguanxi\d+/copyright\n", r"/doc/libguanxi\d+/changelog\.Debian\.gz\n"):
        assert re.search(piece, listing), listing
    assert "include" not in listing
    run("dpkg-deb", "-e", package, tmp_path / "control")
    assert (tmp_path / "control" / "shlibs").read_text() == f"libguanxi {abi} libguanxi{abi} (>= 0.1.0)\n"
