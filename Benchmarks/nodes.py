#!/usr/bin/env python3
"""Measures how soon a change that is made on one node is read on all of them.

Usage: bin/bench nodes [--changes N]

Three servers over one PostgreSQL of its own; prints a row in Markdown for Benchmarks/README.md.
"""

import argparse
import pathlib
import statistics
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/Nodes"))

from conftest import Node, Postgres, hatata, status  # noqa: E402


def seen(node, page, times):
    """Asks for a page until it is there, and notes when that was."""
    while status(node.port, page) != 200:
        time.sleep(0.005)
    times.append(time.monotonic())


def change(number, nodes, folder, data, database):
    """Seconds from the end of an import until the last node has shown what it brought."""
    (folder / "papers.csv").write_text(f"id,title\nadded{number},Addition {number}\n")
    times = []
    watchers = [threading.Thread(target=seen, args=[node, f"/papers/added{number}", times]) for node in nodes]
    for watcher in watchers:
        watcher.start()
    assert hatata("import", folder, "--data", data, database=database).returncode == 0
    end = time.monotonic()
    for watcher in watchers:
        watcher.join()
    return max(0.0, max(times) - end)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--changes", type=int, default=30)
    arguments = parser.parse_args()
    postgres, root = Postgres(), pathlib.Path(tempfile.mkdtemp(prefix="hatata-bench-"))
    nodes = []
    try:
        database = postgres.database("measured")
        made = hatata("demo", "--data", root / "node1", "--papers", "1000", "--today", "2026-04-28", database=database)
        assert made.returncode == 0, made.stderr
        nodes = [Node(root / f"node{number}", database) for number in (1, 2, 3)]
        folder = root / "changes"
        folder.mkdir()
        delays = [change(number, nodes, folder, root / "node1", database) for number in range(arguments.changes)]
        worst = max(delays)
        verdict = "holds" if worst < 1 else "does not hold"
        print("| what | reached | asked | |\n| --- | --- | --- | --- |")
        print(f"| A change is read on all of three nodes, 1,000 papers | {statistics.median(delays):.2f} s after the import has ended (worst of {len(delays)}: {worst:.2f}) | within 1 s | {verdict} |")
    finally:
        for node in nodes:
            node.stop()
        postgres.close()


if __name__ == "__main__":
    main()
