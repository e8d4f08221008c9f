"""The library never prints, exits, starts a thread or reads the environment: its objects, the door's among them, import nothing that could.

    imports.py ARCHIVE COMPILER      the second object file is one that does all of it, to see that it is found
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

FORBIDDEN = {
    "exit", "_exit", "_Exit", "quick_exit", "atexit", "abort", "raise", "kill",
    "printf", "puts", "putchar", "fprintf", "vprintf", "vfprintf", "dprintf", "perror", "syslog", "stdout", "stderr", "stdin",
    "__printf_chk", "__fprintf_chk", "__vprintf_chk", "__vfprintf_chk", "__dprintf_chk",
    "getenv", "secure_getenv", "setenv", "putenv", "environ", "__environ", "setlocale", "uselocale", "newlocale",
    "fork", "vfork", "clone", "system", "popen", "posix_spawn", "posix_spawnp", "execve", "execv", "execvp", "daemon",
    "pthread_create", "thrd_create", "signal", "sigaction", "timer_create", "setitimer", "alarm",
    "socket", "connect", "listen", "accept", "getaddrinfo",
    "_ZSt4cout", "_ZSt4cerr", "_ZSt4clog", "_ZSt3cin", "_ZNSt6locale6globalERKS_",
}
THREADS = re.compile(r"^_ZNSt(6thread15_M_start_thread|13__future_base)")
PROGRAM = """
#include <cstdio>
#include <cstdlib>
#include <thread>
void all_of_it() { std::printf("%s", std::getenv("HOME")); std::thread([] { std::exit(1); }).detach(); std::abort(); }
"""


def imports(archive):
    listing = subprocess.run(["nm", "--undefined-only", archive], check=True, capture_output=True, text=True).stdout
    current = Path(archive).name
    for line in listing.splitlines():
        if line.endswith(":"):
            current = line[:-1]
        elif line.strip().startswith("U "):
            yield current, line.split()[1].split("@")[0]


def findings(archive):
    return sorted({f"{unit} imports {symbol}" for unit, symbol in imports(archive) if symbol in FORBIDDEN or THREADS.match(symbol)})


def missed(compiler):
    """What an object file imports that does everything forbidden, and is not found."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "all.cpp").write_text(PROGRAM, encoding="utf-8")
        subprocess.run([compiler, "-c", f"{folder}/all.cpp", "-o", f"{folder}/all.o"], check=True)
        found = " ".join(findings(f"{folder}/all.o"))
    return [f"{name} would not be found" for name in ("printf", "getenv", "exit", "abort", "_M_start_thread") if name not in found]


archive, compiler = sys.argv[1:]
units = {unit for unit, _ in imports(archive)}
wrong = findings(archive) + missed(compiler)
defined = subprocess.run(["nm", "--defined-only", "--format=just-symbols", archive], check=True, capture_output=True, text=True).stdout.split()
wrong += [f"{name} is not in the archive" for name in ("gx_store_open", "gx_session_create", "gx_query_where", "gx_cursor_next", "gx_record_new") if name not in defined]
print("\n".join(wrong) or f"{len(units)} objects import nothing that prints, exits, forks or reads its surroundings")
sys.exit(1 if wrong else 0)
