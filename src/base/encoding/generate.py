#!/usr/bin/env python3
"""Writes gb18030_table.h, the GB18030-2005 table, from Python's own gb18030 codec, and big5_table.h from its cp950.

  generate.py                   prints the table of GB18030
  generate.py --big5            prints the table of Big5
  generate.py --check F         compares the table with the file F
  generate.py --compare P       runs the program P, which writes every scalar value in turn as GB18030, and compares
  generate.py --compare-big5 P  the same for Big5, where what it lacks is a question mark

Python's codec is the standard's first edition (2000). The edition of 2005 changed one mapping: A8BC, until then the
private U+E7C7, became U+1E3F, whose old place 81 35 F4 37 went to U+E7C7.
"""
import subprocess
import sys

LEADS = range(0x81, 0xFF)
TRAILS = [*range(0x40, 0x7F), *range(0x80, 0xFF)]
FOUR_BYTE_BMP = 39420  # codes from 81308130 to 8431A439
CHANGED_IN_2005 = {b"\xa8\xbc": "\u1e3f", b"\x81\x35\xf4\x37": "\ue7c7"}


def decode(code):
    return CHANGED_IN_2005.get(code) or code.decode("gb18030")


def encode(character):
    for code, changed in CHANGED_IN_2005.items():
        if character == changed:
            return code
    return character.encode("gb18030")


def four_byte(index):
    return bytes([0x81 + index // 12600, 0x30 + index // 1260 % 10, 0x81 + index // 10 % 126, 0x30 + index % 10])


def four_byte_runs():
    runs, expected = [], None
    for index in range(FOUR_BYTE_BMP):
        point = ord(four_byte(index).decode("gb18030"))
        if point != expected:
            runs.append((index, point))
        expected = point + 1
    return runs


def table():
    lines = [
        "// GB18030-2005. Written by generate.py; do not edit.",
        "#pragma once",
        "",
        "#include <cstdint>",
        "",
        "namespace guanxi::gb18030 {",
        "",
        "// The characters of the two-byte codes, one row a lead byte (81 to FE), in the order of the trail bytes",
        "// (40 to 7E, 80 to FE).",
        "inline constexpr char16_t two_byte[] =",
    ]
    for lead in LEADS:
        row = "".join(decode(bytes([lead, trail])) for trail in TRAILS)
        lines.append(f'    u"{row}"' + (";" if lead == LEADS[-1] else ""))
    lines += [
        "",
        "// Runs of the four-byte codes of the Basic Multilingual Plane: from position `index` on (81308130 is 0) they",
        "// stand for `point`, point + 1 and so on, as in the edition of 2000.",
        "struct Run {",
        "  std::uint16_t index;",
        "  std::uint16_t point;",
        "};",
        "inline constexpr Run four_byte[] = {",
    ]
    entries = [f"{{{index}, 0x{point:04X}}}," for index, point in four_byte_runs()]
    lines += ["    " + " ".join(entries[i : i + 6]) for i in range(0, len(entries), 6)]
    lines += ["};", "", "}  // namespace guanxi::gb18030", ""]
    return "\n".join(lines)


BIG5_LEADS = range(0xA1, 0xFA)
BIG5_TRAILS = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]


def decode_big5(lead, trail):
    try:
        return bytes([lead, trail]).decode("cp950")
    except UnicodeDecodeError:
        return "\ufffd"


def big5_table():
    lines = [
        "// Big5 as code page 950 has it. Written by generate.py; do not edit.",
        "#pragma once",
        "",
        "#include <cstdint>",
        "",
        "namespace guanxi::big5 {",
        "",
        "// The characters of the two-byte codes, one row a lead byte (A1 to F9), in the order of the trail bytes",
        "// (40 to 7E, A1 to FE); U+FFFD where there is none.",
        "inline constexpr char16_t two_byte[] =",
    ]
    for lead in BIG5_LEADS:
        row = "".join(decode_big5(lead, trail) for trail in BIG5_TRAILS).replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'    u"{row}"' + (";" if lead == BIG5_LEADS[-1] else ""))
    return "\n".join([*lines, "", "}  // namespace guanxi::big5", ""])


def check(path):
    big5 = path.endswith("big5_table.h")
    with open(path, encoding="utf-8", newline="") as file:
        if file.read() != (big5_table() if big5 else table()):
            sys.exit(f"{path} is not what generate.py writes: run generate.py {'--big5 > big5' if big5 else '> gb18030'}_table.h")


def compare_big5(program):
    written = subprocess.run([program, "big5"], stdout=subprocess.PIPE, check=True).stdout
    at = 0
    for point in [*range(0xD800), *range(0xE000, 0x110000)]:
        size = 2 if written[at] >= 0x80 else 1
        code = written[at : at + size]
        known = [chr(point)] if point < 0x80 else []
        try:
            same = chr(point).encode("cp950").decode("cp950") == chr(point)  # some are encoded as what only looks like them
        except UnicodeEncodeError:
            same = False
        known.append(chr(point) if same else "?")
        if code.decode("cp950") not in known:
            sys.exit(f"U+{point:04X} is {known[-1]!r} in Big5, but {program} writes {code.hex()}")
        at += size
    if at != len(written):
        sys.exit(f"{program} writes {len(written) - at} bytes too many")


def compare(program):
    written = subprocess.run([program], stdout=subprocess.PIPE, check=True).stdout
    at = 0
    for point in [*range(0xD800), *range(0xE000, 0x110000)]:
        code = encode(chr(point))
        if written[at : at + len(code)] != code:
            sys.exit(f"U+{point:04X} is {code.hex()}, but {program} writes {written[at : at + len(code)].hex()}")
        at += len(code)
    if at != len(written):
        sys.exit(f"{program} writes {len(written) - at} bytes too many")


def main(arguments):
    if arguments[:1] == ["--check"]:
        check(arguments[1])
    elif arguments[:1] == ["--compare"]:
        compare(arguments[1])
    elif arguments[:1] == ["--compare-big5"]:
        compare_big5(arguments[1])
    else:
        sys.stdout.reconfigure(encoding="utf-8", newline="")
        sys.stdout.write(big5_table() if arguments[:1] == ["--big5"] else table())


main(sys.argv[1:])
