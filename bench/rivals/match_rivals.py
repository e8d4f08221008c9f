"""How PostgreSQL's pg_trgm and SimString find names: match_rivals.py FOLDER, after `match_bench --write FOLDER`.

PostgreSQL runs as a cluster of its own in a temporary folder, reached through a socket there, and is gone afterwards; each query is timed
inside the server. A rival that is not installed is left out with a line.
"""

import glob
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile

QUERIES = 300

SIMSTRING = r"""
#include <simstring/simstring.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>
int main(int, char** a) {
  using clock = std::chrono::steady_clock;
  const std::string folder = a[1];
  std::vector<std::string> names;
  simstring::ngram_generator grams(3, true);
  auto start = clock::now();
  {
    simstring::writer_base<std::string, simstring::ngram_generator> db(grams, folder + "/simstring.db");
    std::ifstream in(folder + "/names.tsv");
    for (std::string line; std::getline(in, line);) names.push_back(line.substr(line.find('\t') + 1)), db.insert(names.back());
    db.close();
  }
  const double built = std::chrono::duration<double>(clock::now() - start).count();
  simstring::reader db;
  db.open(folder + "/simstring.db");
  std::vector<double> seconds;
  std::size_t asked = 0, found = 0;
  std::ifstream in(folder + "/queries.tsv");
  for (std::string line; std::getline(in, line);) {
    const auto tab = line.find('\t');
    const auto& truth = names[std::stoul(line.substr(0, tab))];
    std::vector<std::string> hits;
    start = clock::now();
    db.retrieve(line.substr(tab + 1), simstring::cosine, 0.6, std::back_inserter(hits));
    seconds.push_back(std::chrono::duration<double>(clock::now() - start).count());
    ++asked, found += std::find(hits.begin(), hits.end(), truth) != hits.end();
  }
  std::sort(seconds.begin(), seconds.end());
  std::printf("p50 %.2f us, p99 %.2f us; the name among all hits (unranked) %.4f; built in %.1f s\n", seconds[seconds.size() / 2] * 1e6,
              seconds[seconds.size() * 99 / 100] * 1e6, double(found) / double(asked), built);
}
"""


def line(what, figure):
    print(f"| duplicates: {what} | | {figure} | | |")


def simstring(folder):
    if not os.path.exists("/usr/include/simstring/simstring.h"):
        return line("SimString", "left out: libsimstring is not installed (simstring-dev)")
    source, program = folder / "simstring.cpp", folder / "simstring"
    source.write_text(SIMSTRING)
    built = subprocess.run(["c++", "-std=c++11", "-O2", "-w", "-o", program, source], capture_output=True, text=True)
    if built.returncode != 0:
        return line("SimString", "left out: its headers do not compile")
    said = subprocess.run([program, folder], capture_output=True, text=True, check=True)
    line("SimString, trigrams, cosine 0.6", said.stdout.strip())


def postgres(folder):
    binaries = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
    if not binaries or not glob.glob("/usr/share/postgresql/*/extension/pg_trgm.control"):
        return line("pg_trgm", "left out: PostgreSQL with its contrib modules is not installed")
    owner = pwd.getpwuid(os.getuid()).pw_name
    if os.getuid() == 0:
        owner = "nobody"  # a server refuses to run as root
    cluster = pathlib.Path(tempfile.mkdtemp(prefix="guanxi-pg-"))
    try:
        shutil.chown(cluster, owner)
        as_owner = ["setpriv", f"--reuid={owner}", f"--regid={pwd.getpwnam(owner).pw_gid}", "--clear-groups"] if os.getuid() == 0 else []
        run_postgres(binaries[-1], as_owner, cluster, folder)
    finally:
        shutil.rmtree(cluster, ignore_errors=True)


def run_postgres(binaries, as_owner, cluster, folder):
    environment = {**os.environ, "HOME": str(cluster)}

    def run(*command, **more):
        return subprocess.run([*as_owner, *map(str, command)], check=True, capture_output=True, text=True, env=environment, cwd=cluster, **more)

    run(f"{binaries}/initdb", "-D", cluster / "data", "-U", "guanxi", "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust")
    run(f"{binaries}/pg_ctl", "-D", cluster / "data", "-w", "-l", cluster / "log", "-o", f"-k {cluster} -c listen_addresses= -c shared_buffers=512MB", "start")
    try:
        names, queries = ((folder / f"{what}.tsv").read_text() for what in ("names", "queries"))
        queries = "".join(queries.splitlines(keepends=True)[:QUERIES])
        script = ("CREATE EXTENSION pg_trgm; CREATE TABLE account(id int, name text); CREATE TABLE query(id int, name text);"
                  f"\nCOPY account FROM STDIN;\n{names}\\.\nCOPY query FROM STDIN;\n{queries}\\.\n" + ASK)
        said = run(f"{binaries}/psql", "-h", cluster, "-U", "guanxi", "-d", "postgres", "-q", "-At", input=script)
        line(f"pg_trgm, GIN, ten best by similarity ({QUERIES} asked)", said.stdout.strip().splitlines()[-1])
    finally:
        run(f"{binaries}/pg_ctl", "-D", cluster / "data", "-m", "immediate", "stop")


ASK = """
CREATE INDEX ON account USING gin (name gin_trgm_ops); ANALYZE account;
CREATE TABLE answer(ms float8, hit bool);
DO $$ DECLARE q record; began timestamptz; hits text[]; truth text; BEGIN
  FOR q IN SELECT * FROM query LOOP
    SELECT name INTO truth FROM account WHERE id = q.id LIMIT 1;
    began := clock_timestamp();
    SELECT array_agg(name) INTO hits FROM (SELECT name FROM account WHERE name % q.name ORDER BY similarity(name, q.name) DESC LIMIT 5) best;
    INSERT INTO answer VALUES (extract(epoch FROM clock_timestamp() - began) * 1000, truth = ANY (coalesce(hits, '{}')));
  END LOOP;
END $$;
SELECT format('p50 %s ms, p99 %s ms; the name among five %s', round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms)::numeric, 2),
  round(percentile_cont(0.99) WITHIN GROUP (ORDER BY ms)::numeric, 2), round(avg(hit::int), 4)) FROM answer;
"""

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("match_rivals.py FOLDER")
    simstring(pathlib.Path(sys.argv[1]))
    postgres(pathlib.Path(sys.argv[1]))
