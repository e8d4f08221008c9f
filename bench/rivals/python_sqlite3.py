"""What a Python developer gets from the standard library: the plain row alone, without keys, search, log or permission."""

import sqlite3
import sys
import tempfile
import time
from pathlib import Path

ROWS = 20_000


def main():
    with tempfile.TemporaryDirectory() as folder:
        db = sqlite3.connect(Path(folder) / "rival.db", isolation_level=None)
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=NORMAL")
        db.execute("CREATE TABLE account(id INTEGER PRIMARY KEY,name TEXT,number TEXT,tax_id TEXT,phone TEXT,email TEXT,province TEXT,city TEXT,address TEXT,employees INT)")
        for column in ("name", "phone", "tax_id"):
            db.execute(f"CREATE INDEX by_{column} ON account({column})")
        start = time.process_time()
        for i in range(ROWS):
            db.execute("BEGIN IMMEDIATE")
            db.execute("INSERT INTO account(name,number,tax_id,phone,email,province,city,address,employees)VALUES(?,?,?,?,?,?,?,?,?)",
                       (f"上海样例{i}科技有限公司", f"N{i}", f"91310000SAMPLE{i:04}", f"+86154{i:08}", f"office@c{i}.example", "上海", "上海", "样例路1号", i))
            db.execute("COMMIT")
        create = (time.process_time() - start) / ROWS
        start = time.process_time()
        for i in range(ROWS):
            db.execute("SELECT * FROM account WHERE id=?", (i * 7919 % ROWS + 1,)).fetchone()
        get = (time.process_time() - start) / ROWS
        start = time.process_time()
        for i in range(500):
            db.execute("SELECT * FROM account WHERE id>? ORDER BY id LIMIT 50", (i * 31 % ROWS,)).fetchall()
        page = (time.process_time() - start) / 500
    for what, seconds in (("create", create), ("get", get), ("page of 50", page)):
        print(f"| Python sqlite3, a bare row: {what} | | {seconds * 1e6:.1f} µs | | |")


sys.exit(main())
