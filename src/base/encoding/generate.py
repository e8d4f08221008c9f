#!/usr/bin/env python3
"""Writes gb18030_table.h, the GB18030-2005 table, from Python's own gb18030 codec.

  generate.py              prints the table
  generate.py --check F    compares it with the file F
  generate.py --compare P  runs the program P, which writes every scalar value in turn as GB18030, and compares

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


def check(path):
    with open(path, encoding="utf-8", newline="") as file:
        if file.read() != table():
            sys.exit(f"{path} is not what generate.py writes: run generate.py > gb18030_table.h")


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
    else:
        sys.stdout.reconfigure(encoding="utf-8", newline="")
        sys.stdout.write(table())


main(sys.argv[1:])
