"""What programs in other languages were compiled against: the headers in every language they are written for, and the binary interface."""

import re
import shutil

import abi
import pytest
from conftest import CC, CXX, ROOT, run

HEADERS = ["guanxi.h", "guanxi_fields.h", "guanxi_commands.h"]
COMPILERS = {"C": [CC, "clang-19"], "C++": [CXX, "clang++-19"]}
STANDARDS = [("C", "c89"), ("C", "c99"), ("C", "c11"), ("C++", "c++11"), ("C++", "c++20")]


def compilers(language):
    given, other = COMPILERS[language]
    return [given] + ([other] if shutil.which(other) and "clang" not in given else [])


@pytest.mark.parametrize("language, standard", STANDARDS)
def test_the_headers_compile_without_a_warning(language, standard, tmp_path):
    for header in HEADERS:
        if (header, standard) == ("guanxi_commands.h", "c89"):
            continue  # inline functions came with C99
        file = tmp_path / f"{header}.{'c' if language == 'C' else 'cpp'}"
        file.write_text(f'#include "{header}"\n#include "{header}"\nextern int nothing_else;\n')
        for compiler in compilers(language):
            run(compiler, f"-std={standard}", "-pedantic-errors", "-Werror", "-Wall", "-Wextra", "-Wconversion", "-fsyntax-only",
                f"-I{ROOT / 'capi'}", file)


def without_a_word(function, comment):
    """What the comment of a function does not say."""
    wanted = [r"/\*\* [A-Z0-9]", "@thread", "@since"]
    wanted += ["@return"] if function.startswith("int32_t") else []
    wanted += ["@owns"] if re.search(r"\*\*out\b", function) else []
    wanted += ["@valid-until"] if re.search(r"(?<!const )gx_str \*", function) else []
    return [word for word in wanted if not re.search(word, comment)]


def test_every_function_says_its_contract_codes_owner_lifetime_threads_and_version():
    functions = re.findall(r"((?:/\*\*(?:(?!\*/).)*\*/\n)?)GX_API ([^;{}#]*\));", abi.HEADER.read_text(encoding="utf-8"), re.S)
    assert len(functions) > 100
    lacking = {function.split("(")[0]: without_a_word(function, comment) for comment, function in functions}
    assert not {name: words for name, words in lacking.items() if words}
    assert without_a_word("int32_t gx_x(gx_y **out)", "/** Gives y. @since 0.1 */") == ["@thread", "@return", "@owns"]


def test_programs_compiled_against_the_committed_interface_go_on_working():
    said = abi.changes(abi.HEADER)
    assert not said, (f"{said}\nWhere only a struct that begins with struct_size has grown at its end, programs go on working: build the target "
                      "guanxi_abi_baseline. Else take it back; or, when it must be, raise GX_ABI_VERSION in capi/guanxi.h and build that target.")


def changed(tmp_path, before, after):
    text = abi.HEADER.read_text(encoding="utf-8")
    assert before in text
    (tmp_path / "guanxi.h").write_text(text.replace(before, after, 1), encoding="utf-8")
    return abi.changes(tmp_path / "guanxi.h")


FREE = "GX_API void gx_text_free(gx_text *text);"


@pytest.mark.parametrize("before, after, said", [
    (FREE, "", "gx_text_free"),
    (FREE, "GX_API void gx_text_free(gx_text *text, int64_t why);", "gx_text_free"),
    ("  int32_t durability;", "  int64_t durability;", "gx_store_options"),
    ("  int32_t on_duplicate; ", "  int32_t on_duplicate; int32_t strict;", "gx_command_options"),
    ("  int64_t facts_count;\n", "  int64_t facts_count;\n  const void *storage;\n", "1 data member insertion"),
    ("  const char *ptr;\n", "  const char *ptr;\n  const char *end;\n", "gx_str"),
    ("#define GX_E_CONFLICT (-5)", "#define GX_E_CONFLICT (-50)", "GX_E_CONFLICT was -5 and is -50"),
    ("#define GX_OP_IN 10", "", "GX_OP_IN was 10 and is gone"),
])
def test_a_change_that_programs_may_notice_is_seen(tmp_path, before, after, said):
    assert said in changed(tmp_path, before, after)


@pytest.mark.parametrize("before, after", [
    (FREE, FREE + "\nGX_API int32_t gx_text_copy(const gx_text *text, gx_text **out);"),
    ("#define GX_OK 0", "#define GX_OK 0\n#define GX_E_NEW (-99)"),
])
def test_a_change_that_breaks_nothing_is_let_through(tmp_path, before, after):
    assert changed(tmp_path, before, after) == ""
