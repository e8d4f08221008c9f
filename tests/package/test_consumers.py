"""Products that use the installed library, each in a folder outside the project: by CMake's find_package, by pkg-config, shared and static,
and beside an SQLite of their own. The programs are the quick starts of the README. By add_subdirectory the host's own file is compiled
and the rest only planned: the project's own examples are hosts of that kind, and are built and run."""

import json
import re
from pathlib import Path

import pytest
from conftest import CC, CXX, ROOT, programs, run

HERE = Path(__file__).parent
NAME = "上海样例网络科技有限公司"


def check_c(program, folder, **environment):
    """The first run reaches a customer card, the second is refused."""
    card = json.loads(run(program, cwd=folder, **environment))
    assert (card["account"]["name"], card["owner_name"], card["timeline"][0]["title"]) == (NAME, "Sample Admin", "Account created")
    assert run(program, cwd=folder, **environment).startswith("crm.gx exists already: ")


def check_cxx(program, folder):
    said = run(program, cwd=folder).splitlines()
    assert said[0] == f"{NAME}, Sample Admin, Account created"
    assert said[1].startswith(f'Account "{NAME}" exists already (name equal)')


def pkg_config(prefix, *arguments):
    [folder] = prefix.rglob("pkgconfig")
    return run("pkg-config", *arguments, PKG_CONFIG_PATH=str(folder)).split()


def library_folder(prefix):
    [library] = prefix.rglob("libguanxi.so")
    return library.parent


@pytest.mark.parametrize("language", ["c", "cpp"])
def test_a_quick_start_has_thirty_lines_and_is_the_same_in_both_languages(language):
    def bare(program):
        return re.sub(r"/\*.*?\*/|//[^\n]*", "", program)

    english, chinese = programs(language)[0], programs(language, "README.zh-CN.md")[0]
    assert len(english.splitlines()) <= 30
    assert bare(english) == bare(chinese)


def test_find_package_from_c(prefix, quick_starts, tmp_path):
    run("cmake", "-S", HERE / "consumer_c", "-B", tmp_path, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}", f"-DPROGRAMS={quick_starts}")
    run("cmake", "--build", tmp_path)
    for name in ("quick_c", "quick_c_static"):
        (tmp_path / "data" / name).mkdir(parents=True)
        check_c(tmp_path / name, tmp_path / "data" / name)
    linked = run("ldd", tmp_path / "quick_c_static")
    assert not re.search("guanxi|sqlite|pcre|pugi|utf8proc", linked), linked


def test_find_package_from_cxx(prefix, quick_starts, tmp_path):
    run("cmake", "-S", HERE / "consumer_cxx", "-B", tmp_path, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}", f"-DPROGRAMS={quick_starts}")
    run("cmake", "--build", tmp_path)
    check_cxx(tmp_path / "quick_cxx", tmp_path)


@pytest.mark.parametrize("asked, sentence", [
    ("guanxi 9.0 REQUIRED", "version: 0.1"),
    ("guanxi REQUIRED COMPONENTS fortran", "guanxi has no component fortran here; it has cxx, c, c_static."),
])
def test_find_package_says_what_is_missing(prefix, tmp_path, asked, sentence):
    (tmp_path / "CMakeLists.txt").write_text(f"cmake_minimum_required(VERSION 3.25)\nproject(none LANGUAGES C)\nfind_package({asked})\n")
    said = run("cmake", "-S", tmp_path, "-B", tmp_path / "build", "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}", code=1)
    assert re.search(sentence, " ".join(said.split())), said


@pytest.mark.parametrize("way", ["shared", "static", "all static"])
def test_pkg_config_from_c(prefix, quick_starts, tmp_path, way):
    flags = {"shared": ["guanxi"], "static": ["guanxi-static"], "all static": ["--static", "guanxi"]}[way]
    static = ["-static"] if way == "all static" else []
    run(CC, "-std=c99", *static, quick_starts / "quick_start.c", "-o", tmp_path / "quick", *pkg_config(prefix, "--cflags", "--libs", *flags))
    check_c(tmp_path / "quick", tmp_path, **({"LD_LIBRARY_PATH": str(library_folder(prefix))} if way == "shared" else {}))


def test_pkg_config_from_cxx(prefix, quick_starts, tmp_path):
    flags = pkg_config(prefix, "--cflags", "--libs", "guanxi-cxx")
    run(CXX, "-std=c++20", quick_starts / "quick_start.cpp", "-o", tmp_path / "quick", *flags)
    check_cxx(tmp_path / "quick", tmp_path)


def test_add_subdirectory_brings_the_library_and_nothing_else(tmp_path):
    run("cmake", "-S", HERE / "host", "-B", tmp_path, "-G", "Ninja", f"-DGUANXI_ROOT={ROOT}", f"-DCMAKE_CXX_COMPILER={CXX}",
        f"-DCMAKE_C_COMPILER={CC}")
    run("ninja", "-C", tmp_path, "CMakeFiles/host.dir/main.cpp.o")
    assert run("ninja", "-C", tmp_path, "-n", "host").count("libguanxi-cxx.a") == 1
    everything = run("ninja", "-C", tmp_path, "-n")
    assert "libguanxi.so" not in everything, "a host builds what it does not link"
    assert "libguanxi.so" in run("ninja", "-C", tmp_path, "-n", "host_c")


@pytest.mark.parametrize("example", ["screen_pop", "host_storage", "erp_embed"])
def test_an_example_is_a_project_of_its_own(example, tmp_path):
    run("cmake", "-S", ROOT / "examples" / example, "-B", tmp_path, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={CXX}", f"-DCMAKE_C_COMPILER={CC}")
    planned = run("ninja", "-C", tmp_path, "-n").splitlines()
    assert re.search(rf"Linking C(XX)? executable {example}$", planned[-1]), planned[-1]
    assert len(planned) > 100, "the library is built with it"


OWN_SQLITE = """cmake_minimum_required(VERSION 3.25)
project(own LANGUAGES C CXX)
add_library(own_sqlite STATIC own.c)
set(GUANXI_SQLITE {named})
add_subdirectory({root} guanxi)
add_executable(own main.cpp)
target_link_libraries(own PRIVATE guanxi::guanxi)
"""


@pytest.mark.parametrize("named", ["own_sqlite", "nowhere"])
def test_add_subdirectory_takes_the_sqlite_of_the_host(tmp_path, named):
    (tmp_path / "own.c").write_text("int sqlite3_own;\n")
    (tmp_path / "main.cpp").write_text("int main() {}\n")
    (tmp_path / "CMakeLists.txt").write_text(OWN_SQLITE.format(named=named, root=ROOT))
    said = run("cmake", "-S", tmp_path, "-B", tmp_path / "build", "-G", "Ninja", code=int(named == "nowhere"))
    if named == "nowhere":
        assert """GUANXI_SQLITE is "nowhere": say 'system', a target, or a folder with sqlite3.c and sqlite3.h.""" in " ".join(said.split())
    else:
        link = run("ninja", "-C", tmp_path / "build", "-t", "commands", "own").splitlines()[-1]
        assert link.index("libguanxi-cxx.a") < link.index("libown_sqlite.a") and "libsqlite3" not in link


def own_sqlite(library):
    """The C source of an SQLite that is the host's: every name of the real one, and none of them may be called by the library."""
    defined = run("nm", "--defined-only", "--extern-only", library)
    names = sorted(set(re.findall(r" T (sqlite3_\w+)$", defined, re.M)) - {"sqlite3_libversion"})
    assert len(names) > 200
    functions = "\n".join(f'void {name}(void) {{ puts("the library called {name} of the host"); exit(3); }}' for name in names)
    return f"#include <stdio.h>\n#include <stdlib.h>\n{functions}\nconst char *sqlite3_libversion(void) {{ return \"host\"; }}\n"


def test_the_static_library_meets_no_sqlite_of_the_host(prefix, tmp_path):
    archive = run(CC, "-print-file-name=libsqlite3.a").strip()
    (tmp_path / "own_sqlite.c").write_text(own_sqlite(archive))
    flags = pkg_config(prefix, "--cflags", "--libs", "guanxi-static")
    run(CC, "-std=c99", HERE / "beside_sqlite.c", tmp_path / "own_sqlite.c", "-o", tmp_path / "beside", *flags)
    said = run(tmp_path / "beside", cwd=tmp_path).splitlines()
    assert said[0] == "1 customer in a file"
    assert said[1].startswith("The connection belongs to another copy of SQLite (host) than this library's"), said


def test_the_static_library_shows_nothing_else(prefix):
    [archive] = prefix.rglob("libguanxi.a")
    listing = run("nm", "--extern-only", "--defined-only", archive).splitlines()
    names = {line.split()[2] for line in listing if len(line.split()) == 3}
    listed = set(re.findall(r"^    (gx_\w+);$", (ROOT / "capi" / "guanxi.map").read_text(), re.M))
    assert names == listed
