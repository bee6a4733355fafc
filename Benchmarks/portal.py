#!/usr/bin/env python3
"""Measures the portal against nginx serving the same bytes, and against the bounds that it is built for.

Usage: bin/bench portal [--seconds N] [--rounds N] [--data FOLDER]

Prints a table in Markdown: what was reached beside what is asked. Needs nginx and wrk. FOLDER is a folder to import, such as
that of ICLR 2020; without one the story conference stands in for it.
"""

import argparse
import gzip
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ICLR = ROOT.parent / "shared/data/iclr2020/sitedata"
VIDEO_SIZE = 8 << 20
RANGE = "bytes=0-1048575"
NOWHERE = "/nowhere"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def get(port, path, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers=headers or {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


class Server:
    """A hatata that serves a data folder, until `stop`."""

    def __init__(self, binary, data, clock=None):
        self.port = free_port()
        command = [binary, "serve", "--data", data, "--port", str(self.port), "--log-level", "error"]
        started = time.monotonic()
        self.process = subprocess.Popen(command + (["--clock", clock] if clock else []))
        while True:
            try:
                answer, _ = get(self.port, "/")
                if answer.status == 200:
                    break
            except OSError:
                pass
            if time.monotonic() - started > 60:
                sys.exit("the server did not start")
            time.sleep(0.005)
        self.start_seconds = time.monotonic() - started

    def memory_mb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Nginx:
    """An nginx that serves files which hold the same bytes, plain and compressed."""

    def __init__(self, folder):
        self.port = free_port()
        self.root = pathlib.Path(folder)
        (self.root / "files").mkdir()
        # The worker may run as another user.
        self.root.chmod(0o755)
        self.root.parent.chmod(0o755)
        configuration = self.root / "nginx.conf"
        configuration.write_text(
            f"""daemon off; worker_processes 1; pid {self.root}/nginx.pid; error_log {self.root}/error.log;
            events {{ worker_connections 1024; }}
            http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; gzip_static on; default_type text/html;
              client_body_temp_path {self.root}; proxy_temp_path {self.root}; fastcgi_temp_path {self.root}; uwsgi_temp_path {self.root};
              scgi_temp_path {self.root}; open_file_cache max=1000;
              server {{ listen 127.0.0.1:{self.port}; root {self.root}/files; }} }}"""
        )
        self.process = subprocess.Popen(["nginx", "-e", str(self.root / "error.log"), "-c", str(configuration)])
        time.sleep(0.5)

    def add(self, name, body):
        path = self.root / "files" / name
        path.write_bytes(body)
        path.with_name(name + ".gz").write_bytes(gzip.compress(body, 6))

    def stop(self):
        self.process.terminate()
        self.process.wait()


def wrk(port, path, seconds, headers):
    command = ["wrk", "-t1", "-c64", f"-d{seconds}s"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    output = subprocess.run(command + [f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in output:
        sys.exit(f"{path}: {output}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1))


def against_nginx(server, nginx, seconds, rounds, pages):
    rows = []
    for label, path in pages:
        name = re.sub(r"\W+", "-", path).strip("-") or "home"
        headers = {"Range": RANGE} if path.startswith("/media/") else {}
        nginx.add(name, get(server.port, path)[1])
        for coding in ["identity"] if headers else ["identity", "gzip"]:
            asked = {**headers, "Accept-Encoding": coding}
            ours, theirs = [], []
            for _ in range(rounds):
                ours.append(wrk(server.port, path, seconds, asked))
                theirs.append(wrk(nginx.port, "/" + name, seconds, asked))
            ratio = statistics.median(a / b for a, b in zip(ours, theirs))
            reached = f"{ratio:.2f} ({statistics.median(ours):,.0f} of {statistics.median(theirs):,.0f} requests/s)"
            rows.append((f"{label}, {coding}", reached, "at least 0.40 of nginx", ratio >= 0.40))
    return rows


def server_ms(port, path, headers=None):
    """The server's own times for a page that is not in its cache, by what they were spent on."""
    answer, _ = get(port, path, headers)
    if answer.status != (404 if path.startswith(NOWHERE) else 200):
        sys.exit(f"{path} answers {answer.status}")
    return {name: float(spent) for name, spent in re.findall(r"(\w+);dur=([\d.]+)", answer.headers["Server-Timing"])}


def uncached(server, pages, times=40):
    rows = []
    for label, path in pages:
        mark = "&" if "?" in path else "?"
        spent = sorted(server_ms(server.port, f"{path}{mark}nobody-asked={number}")["render"] for number in range(times))
        median = statistics.median(spent)
        rows.append((f"Render {label}, not cached", f"{median:.2f} ms (worst of {times}: {spent[-1]:.2f})", "under 2 ms, each time", spent[-1] < 2))
    return rows


def every_kind(server, paper):
    """A page of each kind that this conference has: the lists, the first of each list, and what there is once."""
    found = []
    for kind in ["sessions", "keynotes", "workshops", "socials", "tutorials", "plenary", "expos", "sponsors"]:
        answer, page = get(server.port, f"/{kind}")
        if answer.status != 200:
            continue
        found.append((kind, f"/{kind}"))
        if first := re.search(rf'href="(/{kind}/[\w-]+)"', page.decode()):
            found.append((f"one of {kind}", first.group(1)))
    session = next(path for label, path in found if label == "one of sessions")
    plan = f"/plan?papers={paper.rsplit('/', 1)[1]}&sessions={session.rsplit('/', 1)[1]}"
    once = [("help", "/help"), ("zones", "/zones"), ("calendars", "/calendars"), ("committee", "/committee"), ("code of conduct", "/code-of-conduct"), ("search", "/search?q=learning"), ("plan", plan)]
    return found + [(label, path) for label, path in once if get(server.port, path)[0].status == 200] + [("not found", NOWHERE)]


def words_of(port, seed=7):
    """Queries as people type them: words of titles, their beginnings, pairs, mistyped names."""
    dice = random.Random(seed)
    texts, number, found = [], 1, True
    while found:
        _, page = get(port, f"/papers?show=titles&sort=title&page={number}")
        found = re.findall(r'<h3 class="paper-title"><a [^>]*>([^<]+)</a>', page.decode())
        texts, number = texts + found, number + 1
    words = sorted({word for text in texts for word in re.findall(r"[A-Za-z]{3,}", text)})
    queries = []
    for _ in range(300):
        word, other = dice.choice(words), dice.choice(words)
        swap = dice.randrange(len(word) - 1)
        queries += [word, word[: dice.randint(2, len(word))], f"{word} {other}", word[:swap] + word[swap + 1] + word[swap] + word[swap + 2 :]]
    return queries


def search(server):
    rows, queries = [], words_of(server.port)
    for label, path in [("Search over 10,000 papers", "/papers"), ("Search over everything, with 10,000 papers", "/search")]:
        answers = [server_ms(server.port, f"{path}?q={query.replace(' ', '+')}&nobody-asked={number}") for number, query in enumerate(queries)]
        for part, what in [("search", "the search alone"), ("render", "page included")]:
            spent = sorted(times[part] for times in answers)
            p50, p99 = spent[len(spent) // 2], spent[int(len(spent) * 0.99)]
            asked = "p99 under 5 ms in the server" if part == "search" else "the same, if the page counts, too"
            rows.append((f"{label}, {what}", f"p50 {p50:.2f} ms, p99 {p99:.2f} ms ({len(spent)} queries)", asked, p99 < 5))
    return rows


def first_view(server):
    """What a browser loads first: the page, its style sheets and all modules, compressed."""
    rows = []
    for label, path in [("home", "/"), ("papers", "/papers"), ("schedule", "/schedule")]:
        _, page = get(server.port, path)
        total, scripts = len(gzip.compress(page, 6)), 0
        for address in set(re.findall(r'(?:href|src)="(/(?:assets|accent)[^"#]+)', page.decode())):
            _, body = get(server.port, address, {"Accept-Encoding": "gzip"})
            total += len(body)
            scripts += len(body) if address.endswith(".js") else 0
        rows.append((f"First view, {label}", f"{total / 1000:.1f} kB, scripts {scripts / 1000:.1f} kB", "under 50 kB and 28 kB", total < 50_000 and scripts < 28_000))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--data", type=pathlib.Path, default=ICLR if ICLR.exists() else None)
    options = parser.parse_args()

    if "HATATA" in os.environ:
        binary = os.environ["HATATA"]
    else:
        subprocess.run(["swift", "build", "-c", "release", "--product", "hatata"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        binary = subprocess.run(
            ["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout.strip() + "/hatata"

    work = tempfile.mkdtemp(prefix="hatata-bench-")
    rows = []
    try:
        data = work + "/conference"
        started = time.monotonic()
        if options.data:
            subprocess.run([binary, "import", str(options.data), "--data", data], check=True, stdout=subprocess.DEVNULL)
            rows.append(("Import of ICLR 2020", f"{time.monotonic() - started:.2f} s", "under 2 s", time.monotonic() - started < 2))
        else:
            subprocess.run([binary, "demo", "--data", data, "--papers", "687"], check=True, stdout=subprocess.DEVNULL)
        pathlib.Path(data + "/media").mkdir(exist_ok=True)
        pathlib.Path(data + "/media/bench.mp4").write_bytes(random.Random(1).randbytes(VIDEO_SIZE))

        server = Server(binary, data, "2020-04-28T13:05:00Z" if options.data else None)
        rows.append(("Start to first answer", f"{server.start_seconds:.2f} s", "under 1 s", server.start_seconds < 1))
        page = get(server.port, "/papers")[1].decode()
        paper = re.search(r'href="(/papers/[\w-]+)"', page).group(1)
        sheet = re.search(r'href="(/assets/[^"]+\.css)"', page).group(1)
        pages = [("Home", "/"), ("Papers", "/papers"), ("A paper", paper), ("Schedule", "/schedule")]
        kinds = every_kind(server, paper)
        rows += uncached(server, [(label.lower(), path) for label, path in pages] + kinds)
        rows += first_view(server)
        nginx = Nginx(tempfile.mkdtemp(dir=work))
        rows += against_nginx(server, nginx, options.seconds, options.rounds, pages + [("Style sheet", sheet), ("1 MB of a video", "/media/bench.mp4")])
        nginx.stop()
        server.stop()

        large = work + "/large"
        subprocess.run([binary, "demo", "--data", large, "--papers", "10000"], check=True, stdout=subprocess.DEVNULL)
        server = Server(binary, large)
        paper = re.search(r'href="(/papers/[\w-]+)"', get(server.port, "/papers")[1].decode()).group(1)
        measured = {label for label, _ in kinds}
        rows += uncached(server, [(f"{label}, of the story", path) for label, path in every_kind(server, paper) if label not in measured])
        rows += search(server)
        rows.append(("Memory with 10,000 papers, after 2,400 searches", f"{server.memory_mb():.0f} MB", "under 150 MB", server.memory_mb() < 150))
        server.stop()
    finally:
        shutil.rmtree(work)

    print("| what | reached | asked | |\n| --- | --- | --- | --- |")
    for what, reached, asked, holds in rows:
        print(f"| {what} | {reached} | {asked} | {'holds' if holds else 'does not hold'} |")


if __name__ == "__main__":
    main()
