"""The library never prints, exits, starts a thread or reads the environment: its objects import nothing that could."""

import subprocess
import sys

FORBIDDEN = {
    "exit", "_exit", "_Exit", "quick_exit", "abort", "printf", "puts", "putchar", "fprintf", "vprintf", "vfprintf", "perror",
    "stdout", "stderr", "stdin", "getenv", "secure_getenv", "setenv", "putenv", "setlocale", "uselocale", "fork", "vfork",
    "system", "popen", "posix_spawn", "execve", "pthread_create", "signal", "sigaction", "timer_create", "alarm",
    "socket", "connect", "listen", "accept", "_ZSt4cout", "_ZSt4cerr", "_ZSt4clog",
}


def imports(archive):
    listing = subprocess.run(["nm", "--undefined-only", archive], check=True, capture_output=True, text=True).stdout
    current = ""
    for line in listing.splitlines():
        if line.endswith(":"):
            current = line[:-1]
        elif line.strip().startswith("U "):
            yield current, line.split()[1].split("@")[0]


findings = sorted({f"{unit} imports {symbol}" for unit, symbol in imports(sys.argv[1]) if symbol in FORBIDDEN})
print("\n".join(findings) or "the library imports nothing that prints, exits, forks or reads its surroundings")
sys.exit(1 if findings else 0)
