"""The house rules that a compiler does not check: arrows of #include, the public face, sizes of files and functions."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOOR = {"base": 1, "expr": 2, "dmn": 3, "model": 3, "store": 4, "match": 5, "access": 5, "flow": 5, "crm": 6}
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]', re.M)
PRIVATE = re.compile(r"^(boost|fmt|sqlite3|nlohmann|SQLiteCpp|pugixml|pcre2)\b")
CODE = {".h", ".cpp"}


def sources(*folders):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in CODE:
                yield path


def room_of(path):
    return path.relative_to(ROOT / "src").parts[0]


def upward_arrows():
    for path in sources("src"):
        here = room_of(path)
        for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            there = name.split("/")[0]
            if there == here or there not in FLOOR:
                continue
            if FLOOR[there] >= FLOOR[here]:
                yield f"{path.relative_to(ROOT)} includes {name}: {here} stands below or beside {there}"


def private_types_in_public():
    for path in sources("include"):
        for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if PRIVATE.match(name) or name.split("/")[0] in FLOOR:
                yield f"{path.relative_to(ROOT)} includes {name}: a public header shows what is private"


def posix_outside_its_room():
    posix = re.compile(r"^(unistd|fcntl|sys/.*|pthread|dirent|dlfcn|poll|signal)\.h$")
    for path in sources("src"):
        if path.is_relative_to(ROOT / "src" / "base" / "os"):
            continue
        for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if posix.match(name):
                yield f"{path.relative_to(ROOT)} includes {name}: what is POSIX lives in src/base/os"


def sizes():
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in sources("include", "src", "examples"))
    if lengths[len(lengths) // 2] >= 150:
        yield f"half of the files should be under 150 lines; the median is {lengths[len(lengths) // 2]}"
    if lengths[len(lengths) * 9 // 10] >= 500:
        yield f"nine files in ten should be under 500 lines; the ninth decile is {lengths[len(lengths) * 9 // 10]}"


def functions():
    """Every C++ function's length in lines, as Universal Ctags sees it."""
    files = [str(path) for path in sources("include", "src", "capi", "examples", "bench")]
    listing = subprocess.run(["ctags", "-x", "--kinds-c++=f", "--fields=+ne", "--_xformat=%{line} %{end} %{input} %{name}", *files],
                             capture_output=True, text=True, check=True).stdout
    for line in listing.splitlines():
        first, last, file, name = line.split(maxsplit=3)
        yield int(last) - int(first) + 1, f"{Path(file).relative_to(ROOT)}: {name}"


def lengths_of_functions():
    lengths = sorted(functions())
    if len(lengths) < 500:
        yield f"only {len(lengths)} functions were found: is this Universal Ctags?"
    yield from (f"{where} has {length} lines; no function should have over 70" for length, where in lengths if length > 70)
    if lengths and lengths[len(lengths) * 9 // 10][0] > 25:
        yield f"nine functions in ten should have up to 25 lines; the ninth decile is {lengths[len(lengths) * 9 // 10][0]}"


def main():
    checks = (upward_arrows, private_types_in_public, posix_outside_its_room, sizes, lengths_of_functions)
    findings = [finding for check in checks for finding in check()]
    print("\n".join(findings) or f"{len(checks)} house rules hold")
    return 1 if findings else 0


sys.exit(main())
