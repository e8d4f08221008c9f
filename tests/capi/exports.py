"""The shared library exports what guanxi.map lists, and not a symbol more; and is called after the C interface."""

import re
import subprocess
import sys
from pathlib import Path

library, symbols, header = sys.argv[1:]
listed = set(re.findall(r"^    (gx_\w+);$", Path(symbols).read_text(encoding="utf-8"), re.M))
listing = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
exported = {line.split()[2].split("@")[0] for line in listing.splitlines() if line.split()[1] != "A"}
declared = set(re.findall(r"\b(gx_\w+)\((?!\*)", "".join(re.findall(r"GX_API[^;]*;", Path(header).read_text(encoding="utf-8")))))
abi = re.search(r"#define GX_ABI_VERSION (\d+)", Path(header).read_text(encoding="utf-8")).group(1)
dynamic = subprocess.run(["readelf", "-d", library], check=True, capture_output=True, text=True).stdout
findings = [f"{name} is exported and not listed" for name in sorted(exported - listed)]
findings += [f"{name} is listed and not exported" for name in sorted(listed - exported)]
findings += [f"{name} is declared and not listed" for name in sorted(declared - listed)]
if f"[libguanxi.so.{abi}]" not in dynamic:
    findings.append(f"the library is not called libguanxi.so.{abi}")
print("\n".join(findings) or f"{len(exported)} symbols are exported, all of them gx_")
sys.exit(1 if findings or not exported else 0)
