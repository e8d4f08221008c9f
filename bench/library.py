"""The shared library as a file: its size without debugging information, and how long a fresh process needs from dlopen to the first call.

    library.py build/release/src/libguanxi.so build/release/bench/load
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 51


def main(library, load):
    with tempfile.TemporaryDirectory() as folder:
        stripped = Path(folder, "libguanxi.so")
        subprocess.run(["strip", "-o", stripped, library], check=True)
        megabytes = stripped.stat().st_size / 1e6
        times = [float(subprocess.run([load, stripped], check=True, capture_output=True, text=True).stdout) for _ in range(ROUNDS)]
    print(f"| the shared library, stripped | {megabytes:.2f} MB |  |  | ≤ 4 MB |")
    print(f"| the shared library: from dlopen to the first call, a fresh process (wall) | {statistics.median(times) / 1000:.2f} ms |  |  | ≤ 3 ms |")


main(*sys.argv[1:])
