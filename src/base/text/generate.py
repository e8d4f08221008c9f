#!/usr/bin/env python3
"""Writes tables.inc from the Unicode character database (Debian: package unicode-data).

    generate.py [UNICODE_FOLDER]            default: /usr/share/unicode
    generate.py --check [UNICODE_FOLDER]    compares instead; skipped without the database, or with another version

The output depends on the database and on names.txt alone, which says of Chinese names what the database does not.
"""
import argparse
import bz2
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
TABLES = HERE / "tables.inc"

SLOW, SPARSE = 1, 2       # fold table: needs normalisation of the neighbourhood; target is in fold_sparse
FOLD_BLOCK, READING_BLOCK = 16, 64  # code points in a block of each two-stage table; tables.h has the same
FOLD_END = 0x20000        # the fold table ends here
HAN = [(0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF)]


def is_han(c):
    return any(first <= c <= last for first, last in HAN)


class Database:
    """The parts of the Unicode character database that the tables are made of."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.version = re.search(r"-([\d.]+)\.txt", self.lines("EastAsianWidth.txt", raw=True)[0]).group(1)
        self.category, self.combining, self.decomposition, self.compatible = {}, {}, {}, {}
        self.upper, self.lower = {}, {}
        self.read_characters()
        self.folded = self.read_folded()
        self.case = {row[0]: [int(x, 16) for x in row[2].split()] for row in self.ranges("CaseFolding.txt", fields=0) if row[1] in "CF"}
        self.space = {c for c, name in self.ranges("PropList.txt") if name == "White_Space"}
        self.ignorable = {c for c, name in self.ranges("DerivedCoreProperties.txt") if name == "Default_Ignorable_Code_Point"}
        self.never_composed = {row[0] for row in self.ranges("DerivedNormalizationProps.txt", fields=0) if row[1] == "Full_Composition_Exclusion"}
        self.accents = self.read_accents()
        self.width = dict(self.ranges("EastAsianWidth.txt"))
        self.unihan = defaultdict(dict)
        for name in ("Unihan_Readings.txt", "Unihan_Variants.txt"):
            self.read_unihan(name)

    def lines(self, name, raw=False):
        plain = self.folder / name
        if plain.exists():
            text = plain.read_text(encoding="utf-8")
        else:
            text = bz2.decompress((self.folder / (name + ".bz2")).read_bytes()).decode("utf-8")
        if raw:
            return text.splitlines()
        return [line for line in (l.split("#")[0].strip() for l in text.splitlines()) if line]

    def ranges(self, name, fields=2):
        for line in self.lines(name):
            parts = [part.strip() for part in line.split(";")]
            if len(parts) < 2:
                continue
            first, _, last = parts[0].partition("..")
            for c in range(int(first, 16), int(last or first, 16) + 1):
                yield (c, parts[1]) if fields == 2 else (c, *parts[1:])

    def read_characters(self):
        start = None
        for line in self.lines("UnicodeData.txt", raw=True):
            fields = line.split(";")
            c = int(fields[0], 16)
            first = start if fields[1].endswith(", Last>") else c
            start = c
            for each in range(first, c + 1):
                self.category[each] = fields[2]
            if fields[3] != "0":
                self.combining[c] = int(fields[3])
            if fields[5]:
                by = self.compatible if fields[5].startswith("<") else self.decomposition
                by[c] = [int(x, 16) for x in fields[5].split() if not x.startswith("<")]
            for by, mapped in ((self.upper, fields[12]), (self.lower, fields[13])):
                if mapped:
                    by[c] = int(mapped, 16)

    def read_folded(self):
        """NFKC_Casefold where it is not the character itself."""
        folded = {}
        for row in self.ranges("DerivedNormalizationProps.txt", fields=0):
            if row[1] == "NFKC_CF":
                folded[row[0]] = [int(x, 16) for x in row[2].split()]
        return folded

    def read_accents(self):
        """Marks that words are also written without: those of three scripts, and of no one script but kana voicing."""
        scripts = ("Inherited", "Cyrillic", "Hebrew", "Arabic")
        written = {c for c, name in self.ranges("Scripts.txt") if name in scripts}
        return {c for c in written if self.category.get(c) in ("Mn", "Me")} - {0x3099, 0x309A}

    def read_unihan(self, name):
        for line in self.lines(name, raw=True):
            if line.startswith("U+"):
                code, key, value = line.split("\t")
                self.unihan[key][int(code[2:], 16)] = value


def read_names(path):
    """names.txt: sections of words, `#` begins a comment."""
    sections, current = defaultdict(list), None
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            current = line.strip("[]")
        elif line:
            sections[current] += line.split()
    return sections


# Simplification

def simplifications(db, names):
    standard = db.unihan["kTGHZ2013"]
    replaced = set(names["replaced"])
    table = {}
    for c, value in db.unihan["kSimplifiedVariant"].items():
        targets = [int(x[2:], 16) for x in value.split()]
        if c in standard and chr(c) not in replaced:
            continue
        best = [t for t in targets if t in standard and t != c] or [t for t in targets if t < 0x10000 and t != c]
        if best:
            table[c] = best[0]
    for old, new in names["variants"]:
        table[ord(old)] = ord(new)
    return {c: closure(table, c) for c in table}


def closure(table, c):
    while c in table:
        c = table[c]
    return c


# Folding

def second_in_composition(db):
    seconds = {pair[1] for pair in db.decomposition.values() if len(pair) == 2}
    return seconds | set(range(0x1161, 0x1176)) | set(range(0x11A8, 0x11C3))


def fold_values(db, simple):
    seconds = second_in_composition(db)
    sparse = {c: t for c, t in simple.items() if c >= FOLD_END or t >= 0x10000}
    values = []

    def inert(c):
        known = c in db.category and db.category[c] != "Cs"
        return known and c not in db.combining and c not in seconds and c not in db.accents

    for c in range(FOLD_END):
        target = db.folded.get(c, [c])
        if c in db.space:
            values.append(0x20)
        elif len(target) != 1 or not inert(c) or not inert(target[0]):
            values.append(SLOW)
        else:
            d = simple.get(target[0], target[0])
            if d >= 0x10000 and d != c:
                sparse[c] = d
                d = SPARSE
            values.append(0 if d == c else d)
    return values, sparse


# Readings

def plain(syllable):
    """A syllable without its tone: lǜ → lv, ê̄ → e."""
    s = unicodedata.normalize("NFD", syllable.strip().lower()).replace("u\u0308", "v")
    return "".join(c for c in s if c.isascii() and c.isalpha())


def parse_readings(value):
    """The syllables of a Unihan field in any form: 'zhòng(1823)', '047.150:chóng', '10109.030:qiú,chóu'."""
    out = []
    for part in value.split():
        for syllable in part.split(":")[-1].split(","):
            out.append(plain(re.sub(r"\(.*", "", syllable)))
    return [s for s in out if s]


def ordered(syllables):
    unique = list(dict.fromkeys(syllables))
    voiced = [s for s in unique if re.search("[aeiouv]", s)]
    return voiced or unique


def own_readings(db, c):
    """Frequency first (kHanyuPinlu), then the customary reading, then the standard dictionary's."""
    found = []
    for key in ("kHanyuPinlu", "kMandarin", "kTGHZ2013"):
        found += parse_readings(db.unihan[key].get(c, ""))
    if not found:
        found = parse_readings(db.unihan["kXHC1983"].get(c, ""))
    if not found:
        found = parse_readings(db.unihan["kHanyuPinyin"].get(c, ""))[:1]
    return ordered(found)


def all_readings(db, names, simple):
    table = {c: own_readings(db, c) for key in ("kMandarin", "kTGHZ2013", "kHanyuPinlu", "kXHC1983", "kHanyuPinyin")
             for c in db.unihan[key]}
    apply_names(table, names)
    for c, target in simple.items():
        if target in table:
            table[c] = inherited_readings(db, c, table.get(c, []), table[target])
    return {c: found for c, found in sorted(table.items()) if found}


def apply_names(table, names):
    for entry in names["readings"]:
        c, _, syllables = entry.partition(":")
        table[ord(c)] = syllables.split(",")


def inherited_readings(db, c, own, simplified):
    """A traditional character has those readings of its simplified form that dictionaries give it too."""
    known = set(own) | set(parse_readings(db.unihan["kHanyuPinyin"].get(c, "")))
    return [s for s in simplified if s in known] or simplified


# Width

def widths(db):
    wide, zero = [], []
    for c in range(0x110000):
        category = db.category.get(c, "Cn")
        if category in ("Mn", "Me", "Cf", "Cc", "Zl", "Zp") and c != 0xAD or 0x1160 <= c <= 0x11FF:
            zero.append(c)
        elif db.width.get(c) in ("W", "F"):
            wide.append(c)
    return wide, zero


def to_ranges(codes):
    ranges = []
    for c in sorted(codes):
        if ranges and ranges[-1][1] == c - 1:
            ranges[-1][1] = c
        else:
            ranges.append([c, c])
    return ranges


# Output

class Output:
    def __init__(self):
        self.lines = []

    def array(self, kind, name, items):
        self.lines.append(f"constexpr {kind} {name}[] = {{")
        line = ""
        for item in items:
            if len(line) + len(item) > 118:
                self.lines.append(line)
                line = ""
            line += item + ","
        self.lines += [line, "};", ""]

    def two_stage(self, name, values, size):
        blocks, index = {}, []
        for at in range(0, len(values), size):
            block = tuple(values[at:at + size])
            index.append(blocks.setdefault(block, len(blocks)))
        self.array("std::uint16_t", name + "_index", map(str, index))
        self.array("std::uint16_t", name + "_blocks", (str(v) for block in blocks for v in block))

    def ranges(self, name, codes):
        ranges = to_ranges(codes)
        self.array("Range", name, (f"{{{first},{last}}}" for first, last in ranges))
        self.size(name)

    def size(self, name):
        self.lines += [f"constexpr std::size_t {name}_size = std::size({name});", ""]


def write_fold(out, db, simple):
    values, sparse = fold_values(db, simple)
    out.two_stage("fold", values, FOLD_BLOCK)
    out.array("Pair", "fold_sparse", (f"{{{c},{t}}}" for c, t in sorted(sparse.items())))
    out.size("fold_sparse")
    out.ranges("accents", db.accents)


def write_readings(out, readings):
    syllables = sorted({s for found in readings.values() for s in found})
    number = {s: n for n, s in enumerate(syllables)}
    lists, pool = {}, []
    for found in readings.values():
        key = tuple(number[s] for s in found)
        if key not in lists:
            lists[key] = len(pool) + 1
            pool += [n << 1 | (i + 1 == len(key)) for i, n in enumerate(key)]
    value = {c: lists[tuple(number[s] for s in found)] for c, found in readings.items()}
    assert len(pool) < 1 << 12
    out.array("std::string_view", "syllable_names", (f'"{s}"' for s in syllables))
    out.size("syllable_names")
    out.array("std::uint16_t", "reading_pool", map(str, pool))
    out.two_stage("reading", [value.get(c, 0) if is_han(c) else 0 for c in range(0x10000)], READING_BLOCK)
    sparse = ((c - 0x20000) << 12 | v for c, v in value.items() if c >= 0x20000)
    out.array("std::uint32_t", "reading_sparse", map(str, sparse))
    out.size("reading_sparse")


def write_widths(out, db):
    wide, zero = widths(db)
    out.ranges("wide", wide)
    out.ranges("zero_width", zero)


# Normal forms, case and classes

def units(codes):
    """Code points as the numbers of UTF-16."""
    packed = "".join(map(chr, codes)).encode("utf-16-le")
    return [packed[i] | packed[i + 1] << 8 for i in range(0, len(packed), 2)]


def pool_of(sequences):
    """One list in which every sequence stands somewhere; the longest first, so that others are found in them."""
    pool = ""
    for sequence in sorted({tuple(s) for s in sequences}, key=lambda s: (-len(s), s)):
        text = "".join(map(chr, sequence))
        if text not in pool:
            pool += text
    assert len(pool) < 1 << 16
    return pool


def write_sequences(out, name, table, pool, flags):
    """Code point << 6 | units << 1 | flag; and where its sequence begins."""
    entries = [(c, units(sequence)) for c, sequence in sorted(table.items())]
    assert all(len(sequence) < 32 for _, sequence in entries)
    out.array("std::uint32_t", name, (str(c << 6 | len(sequence) << 1 | (c in flags)) for c, sequence in entries))
    out.array("std::uint16_t", name + "_at", (str(pool.index("".join(map(chr, sequence)))) for _, sequence in entries))
    out.size(name)


def write_normal_forms(out, db):
    every = {**db.decomposition, **db.compatible}
    several = {c: sequence for c, sequence in db.case.items() if len(sequence) > 1}
    pool = pool_of(units(sequence) for sequence in [*every.values(), *several.values()])
    out.array("std::uint16_t", "parts", (str(ord(unit)) for unit in pool))
    write_sequences(out, "decomposed", every, pool, db.compatible)
    write_sequences(out, "case_folded", several, pool, set())
    place = {c: i for i, c in enumerate(sorted(every))}
    composed = sorted((pair, c) for c, pair in db.decomposition.items() if len(pair) == 2 and c not in db.never_composed)
    out.array("std::uint16_t", "compositions", (str(place[c]) for _, c in composed))
    out.size("compositions")
    out.ranges("ignorable", db.ignorable)
    write_runs(out, "folding_runs", {c: sequence[0] for c, sequence in db.case.items() if len(sequence) == 1})
    write_runs(out, "upper_runs", db.upper)
    write_runs(out, "lower_runs", db.lower)
    marks = [[first, last, kind] for kind in sorted(set(db.combining.values()))
             for first, last in to_ranges(c for c, of in db.combining.items() if of == kind)]
    out.array("Marks", "marks", (f"{{{first},{last - first},{kind}}}" for first, last, kind in sorted(marks)))
    out.size("marks")
    out.ranges("word_characters", (c for c, category in db.category.items() if category[0] in "LMN"))
    out.ranges("silent_characters", (c for c, category in db.category.items() if category[0] in "PZ" or category in ("Cc", "Cf")))


def write_runs(out, name, mapped):
    """Characters in steps of one or two whose counterparts are all equally far from them."""
    runs = []
    for c, target in sorted(mapped.items()):
        first, last, step, by = runs[-1] if runs else (0, 0, 0, 0)
        if runs and by == target - c and (c - last == step or (first == last and c - last <= 2)):
            runs[-1] = (first, c, c - last, by)
        else:
            runs.append((c, c, 1, target - c))
    out.array("Run", name, (f"{{{first},{last},{step},{by}}}" for first, last, step, by in runs))
    out.size(name)


def tables(db):
    names = read_names(HERE / "names.txt")
    simple = simplifications(db, names)
    out = Output()
    out.lines = [f"// Made by generate.py from the Unicode character database {db.version} and names.txt: do not edit.",
                 "// Copyright of the data: Unicode, Inc.; see LICENSE-UNICODE.", ""]
    write_fold(out, db, simple)
    write_readings(out, all_readings(db, names, simple))
    write_widths(out, db)
    write_normal_forms(out, db)
    return "\n".join(out.lines).rstrip() + "\n"


def check(folder):
    present = TABLES.read_text(encoding="utf-8")
    if not (folder / "UnicodeData.txt").exists():
        return print(f"Skipped: {folder} has no Unicode character database (Debian: package unicode-data).")
    db = Database(folder)
    if f" {db.version} " not in present.splitlines()[0]:
        return print(f"Skipped: {folder} is version {db.version}, tables.inc is of another.")
    if tables(db) != present:
        sys.exit("tables.inc is not what generate.py makes of the database and names.txt: run generate.py.")
    print("tables.inc is up to date.")


def main():
    arguments = argparse.ArgumentParser(description="Writes the tables of text folding.")
    arguments.add_argument("folder", nargs="?", default="/usr/share/unicode", type=Path)
    arguments.add_argument("--check", action="store_true", help="compare with tables.inc instead of writing it")
    given = arguments.parse_args()
    if given.check:
        check(given.folder)
    else:
        TABLES.write_text(tables(Database(given.folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
