#!/usr/bin/env python3
"""Measures our layer over both databases against libpq and GRDB themselves, and what one and three nodes get done.

Usage: bin/bench database [--seconds N] [--rounds N] [--changes N]

Prints a table in Markdown: what was reached beside what is asked. Starts a PostgreSQL of its own, which syncs every commit.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/Actors"))

from servers import PROGRAMS  # noqa: E402


class Postgres:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="hatata-bench-", dir="/tmp")
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self.run("initdb", "-D", f"{self.folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale")
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-l", f"{self.folder}/log", "-o", f"-k {self.folder} -c listen_addresses=", "start")
        self.address = f"postgres://postgres@/postgres?host={self.folder}"

    def run(self, program, *arguments):
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run([*as_user, str(PROGRAMS / program), *arguments], check=True, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def stop(self):
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-m", "fast", "stop")
        shutil.rmtree(self.folder)


def load(bench, addresses, seconds, *how):
    """Reads and writes a second of all processes together, started at the same time."""
    started = [subprocess.Popen([bench, how[0], address, str(seconds), *how[1:]], stdout=subprocess.PIPE, text=True) for address in addresses]
    done = [json.loads(process.communicate()[0]) for process in started]
    return sum(one["reads"] for one in done), sum(one["writes"] for one in done)


def delays(found):
    """Rows on how soon a change on one node is read by another, from the beginning of its write."""
    for name, label, asked in [("told", "notified of it", 0.05), ("found", "told by nobody", 2)]:
        times = sorted(found[name])
        p50, p99 = (times[min(len(times) - 1, int(len(times) * part))] for part in (0.5, 0.99))
        verdict = "holds" if p99 <= asked else "does not hold"
        yield f"| A change is read by another node of PostgreSQL that is {label}, {len(times)} times | p50 {1000 * p50:,.1f} ms, p99 {1000 * p99:,.1f} ms, worst {1000 * times[-1]:,.1f} ms | within {1000 * asked:,.0f} ms | {verdict} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--changes", type=int, default=500)
    arguments = parser.parse_args()
    package = ["--package-path", str(ROOT / "Benchmarks/Database"), "-c", "release"]
    subprocess.run(["swift", "build", *package, "--product", "database-bench"], check=True, stdout=subprocess.DEVNULL)
    folder = subprocess.run(["swift", "build", *package, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    bench = f"{folder}/database-bench"
    postgres, files = Postgres(), tempfile.mkdtemp(prefix="hatata-bench-")
    print("| what | reached | asked | |\n| --- | --- | --- | --- |")
    try:
        cost = subprocess.run([bench, "cost", postgres.address, files, str(arguments.rounds)], check=True, capture_output=True, text=True)
        for line in map(json.loads, cost.stdout.splitlines()):
            verdict = "holds" if line["ratio"] <= 1.15 else "does not hold"
            print(f"| {line['name']}, against {line['other']} itself | {line['ratio']:.2f} ({line['ours']:.0f} against {line['straight']:.0f} µs) | at most 1.15 | {verdict} |")
        ratios = {"reads": [], "writes": []}
        for _ in range(arguments.rounds):
            straight, ours = (load(bench, [postgres.address], arguments.seconds / 2, *how) for how in (["threads"], ["load", "8"]))
            for name, (before, now) in zip(ratios, zip(straight, ours)):
                ratios[name].append(before / now)
        for name, found in ratios.items():
            ratio = statistics.median(found)
            print(f"| Many {name} at once on PostgreSQL, 8 tasks, against 8 threads of libpq | {ratio:.2f} | at most 1.15 | {'holds' if ratio <= 1.15 else 'does not hold'} |")
        for label, addresses in [("SQLite, one node", [f"{files}/ours.sqlite"]), ("PostgreSQL, one node", [postgres.address]), ("PostgreSQL, three nodes", [postgres.address] * 3)]:
            reads, writes = load(bench, addresses, arguments.seconds, "load", "16")
            print(f"| {label}, 16 tasks each | {reads:,.0f} reads/s, {writes:,.0f} writes/s | to be told | |")
        told = subprocess.run([bench, "told", postgres.address, str(arguments.changes)], check=True, capture_output=True, text=True)
        for line in delays(json.loads(told.stdout)):
            print(line)
    finally:
        postgres.stop()
        shutil.rmtree(files)


if __name__ == "__main__":
    main()
