"""The C interface as programs were compiled against it: capi/abi/guanxi.abi, which abidw wrote, and guanxi.constants.

What is described is a library of empty functions made from guanxi.h, so that neither compiler options nor the bodies change the
description; that the real library exports these functions and no others is what tests/capi/exports.py sees.

    abi.py --renew      writes both files anew, on purpose
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEADER, FIELDS = ROOT / "capi" / "guanxi.h", ROOT / "capi" / "guanxi_fields.h"
BASELINE, CONSTANTS = ROOT / "capi" / "abi" / "guanxi.abi", ROOT / "capi" / "abi" / "guanxi.constants"
CC = os.environ.get("CC", "cc")


def stub(header, folder):
    """A shared library with debugging information that has every function of the header, empty."""
    text = header.read_text(encoding="utf-8")
    declared = re.findall(r"^GX_API ([^;(]+?)(\w+)\(([^;]*)\);", text, re.M)
    assert len(declared) == len(re.findall(r"^GX_API ", text, re.M)) > 100
    bodies = "".join(f"{kind}{name}({arguments}) {{ {'' if kind == 'void ' else 'return 0;'} }}\n" for kind, name, arguments in declared)
    source, library = Path(folder, "stub.c"), Path(folder, "libguanxi.so")
    source.write_text(f'#include "{header}"\n{bodies}', encoding="utf-8")
    subprocess.run([CC, "-g", "-O0", "-shared", "-fPIC", "-w", str(source), "-o", str(library), "-Wl,-soname,libguanxi.so"], check=True)
    return library


def describe(header, out):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["abidw", "--no-show-locs", "--no-corpus-path", "--no-comp-dir-path", "--no-elf-needed", "--type-id-style", "hash",
                        "--out-file", str(out), str(stub(header, folder))], check=True)


def constants(header):
    """Name and value of every number that the headers define: codes, operators, entities, fields. Versions grow, and are left out."""
    text = header.read_text(encoding="utf-8") + FIELDS.read_text(encoding="utf-8")
    return {name: value for name, value in re.findall(r"^#define (GX_\w+) \(?(-?\w+)\)?", text, re.M) if "VERSION" not in name}


def committed_constants():
    return dict(line.split() for line in CONSTANTS.read_text(encoding="utf-8").splitlines())


def abi_version(header):
    return int(re.search(r"#define GX_ABI_VERSION (\d+)", header.read_text(encoding="utf-8"))[1])


def changes(header):
    """What has changed for a program that was compiled against the committed description, as text; empty where nothing has. New functions
    and constants do not count. abidiff cannot be told to let structs with struct_size grow at their ends, so those are shown."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["abidiff", "--no-added-syms", str(BASELINE), str(stub(header, folder))], capture_output=True, text=True)
    said = (done.stdout + done.stderr) if done.returncode else ""
    now = constants(header)
    return said + "".join(f"{name} was {value} and is {now.get(name, 'gone')}\n" for name, value in committed_constants().items() if now.get(name) != value)


if __name__ == "__main__":
    assert sys.argv[1:] == ["--renew"], __doc__
    BASELINE.parent.mkdir(exist_ok=True)
    describe(HEADER, BASELINE)
    CONSTANTS.write_text("".join(f"{name} {value}\n" for name, value in constants(HEADER).items()), encoding="utf-8")
    print(f"{BASELINE.relative_to(ROOT)} and {CONSTANTS.relative_to(ROOT)} describe version {abi_version(HEADER)}: commit them with the reason")
