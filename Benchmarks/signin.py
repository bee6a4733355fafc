#!/usr/bin/env python3
"""Measures signing in, and pages for who is signed in against nginx serving the same bytes.

Usage: bin/bench signin [--people N] [--seconds N] [--rounds N]

Everybody asks for a mail, takes the code out of it and signs in, as browsers do: three requests each, over 32 connections.
Then the time that the answer takes to somebody who asks for a mail is compared for addresses that have an account and addresses that have
none, asked for in turn: whoever measures it is to learn nothing. Prints a table in Markdown: what was reached beside what is asked.
Needs nginx and wrk. With --only-timing, just that comparison, which needs neither.
"""

import argparse
import email
import email.policy
import http.client
import os
import pathlib
import queue
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from portal import ROOT, Nginx, Server, get, wrk


def addresses(count):
    return [f"person{number}@example.org" for number in range(count)]


def list_of_people(path, count):
    lines = ["email,name,affiliation,country,registration"]
    lines += [f"{address},Person {number},University {number % 900},Ethiopia,R{number}" for number, address in enumerate(addresses(count))]
    path.write_text("\n".join(lines) + "\n")


class Mailbox(threading.Thread):
    """Reads the mails that the server writes, and keeps the code of each address."""

    def __init__(self, folder):
        super().__init__(daemon=True)
        self.folder, self.codes, self.seen = folder, {}, set()

    def run(self):
        while True:
            for path in sorted(self.folder.glob("*.eml")) if self.folder.is_dir() else []:
                if path.name in self.seen:
                    continue
                self.seen.add(path.name)
                message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
                self.codes[message["to"].addresses[0].addr_spec] = message["subject"].rsplit(" ", 1)[1]
            time.sleep(0.02)

    def code(self, address):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if code := self.codes.pop(address, None):
                return code
            time.sleep(0.01)
        raise RuntimeError(f"no mail came for {address}")


class Client:
    """A browser with cookies, on one connection."""

    def __init__(self, port, client):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies, self.client = {}, client

    def request(self, method, path, form=None):
        headers = {"X-Forwarded-For": self.client, "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for value in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = value.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        return answer.status, text

    def sign_in(self, address, mailbox):
        status, text = self.request("GET", "/sign-in")
        token = re.search(r'name="token" value="([^"]+)"', text).group(1)
        status, text = self.request("POST", "/sign-in", {"token": token, "email": address})
        if status != 200:
            raise RuntimeError(f"asking for a mail: {status}")
        status, text = self.request("POST", "/sign-in/code", {"token": token, "email": address, "code": mailbox.code(address)})
        if status != 303:
            raise RuntimeError(f"typing the code: {status}")

    def accept_conduct(self):
        _, text = self.request("GET", "/conduct-acceptance")
        token = re.search(r'name="token" value="([^"]+)"', text).group(1)
        version = re.search(r'name="version" value="([^"]+)"', text)
        if version:
            self.request("POST", "/conduct-acceptance", {"token": token, "version": version.group(1)})


def sign_everybody_in(port, mailbox, count):
    """The seconds that it took, and what went wrong."""
    waiting, failures = queue.Queue(), []
    for number, address in enumerate(addresses(count)):
        waiting.put((number, address))

    def work():
        while True:
            try:
                number, address = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                Client(port, f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}").sign_in(address, mailbox)
            except Exception as error:  # noqa: BLE001 - whatever it was, it is counted and shown
                failures.append(f"{address}: {error}")

    started = time.monotonic()
    threads = [threading.Thread(target=work) for _ in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.monotonic() - started, failures


def signed_in_pages(server, nginx, cookie, seconds, rounds):
    rows = []
    for label, path in [("home", "/"), ("papers", "/papers"), ("schedule", "/schedule")]:
        _, body = get(server.port, path, {"Cookie": cookie})
        nginx.add(f"{label}.html", body)
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(wrk(server.port, path, seconds, {"Cookie": cookie}))
            theirs.append(wrk(nginx.port, f"/{label}.html", seconds, {}))
        ratio = statistics.median(ours) / statistics.median(theirs)
        rows.append((f"{label}, signed in ({len(body) >> 10} kB)", f"{statistics.median(ours):.0f}/s of nginx's {statistics.median(theirs):.0f}/s: {ratio:.2f}", "at least 0.25"))
    return rows


def asking_times(port, known, unknown):
    """Seconds that asking for a mail takes, for addresses with an account and for others, in a drawn order; a mail that is on its way is
    waited for, so that it does not slow down whoever asks next."""
    client = Client(port, "10.8.0.1")
    _, text = client.request("GET", "/sign-in")
    token = re.search(r'name="token" value="([^"]+)"', text).group(1)
    times = {True: [], False: []}
    asked = [(True, address) for address in known] + [(False, address) for address in unknown]
    random.Random(7).shuffle(asked)
    for number, (is_known, address) in enumerate(asked):
        client.client = f"10.8.{number >> 8 & 255}.{number & 255}"
        time.sleep(0.04)
        started = time.perf_counter()
        status, _ = client.request("POST", "/sign-in", {"token": token, "email": address})
        times[is_known].append(time.perf_counter() - started)
        if status != 200:
            raise RuntimeError(f"asking for a mail: {status}")
    return times[True], times[False]


def chance_of_telling(known, unknown):
    """How often the slower of two answers is the known one: 0.5 is no better than guessing (Mann and Whitney's U)."""
    ranked = sorted([(time, True) for time in known] + [(time, False) for time in unknown])
    ranks = sum(rank for rank, (_, is_known) in enumerate(ranked, 1) if is_known)
    return (ranks - len(known) * (len(known) + 1) / 2) / (len(known) * len(unknown))


def timing_rows(port, count):
    """Addresses alike but for one letter in their middle, so that they are as long."""
    known, unknown = asking_times(port, [f"person{number}@example.org" for number in range(count)], [f"persom{number}@example.org" for number in range(count)])
    known, unknown = known[20:], unknown[20:]
    medians = statistics.median(known), statistics.median(unknown)
    told = f"known {medians[0] * 1000:.2f} ms, unknown {medians[1] * 1000:.2f} ms: ratio {medians[0] / medians[1]:.3f}; guessed right {chance_of_telling(known, unknown):.2f}"
    return [(f"answer to {count} known and {count} unknown addresses, medians", told, "the same: 1.00, guessed right 0.50")]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=3000)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only-timing", action="store_true")
    parser.add_argument("--binary", help="a hatata that is built already")
    options = parser.parse_args()
    if not options.binary:
        subprocess.run(["swift", "build", "-c", "release", "--product", "hatata"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    binary = options.binary or str(ROOT / ".build/release/hatata")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        data = str(folder / "data")
        subprocess.run([binary, "demo", "--data", data], check=True, stdout=subprocess.DEVNULL)
        list_of_people(folder / "people.csv", options.people)
        subprocess.run([binary, "people", "import", str(folder / "people.csv"), "--data", data], check=True, stdout=subprocess.DEVNULL)
        os.environ["HATATA_TRUSTED_PROXIES"] = "127.0.0.1"
        server = Server(binary, data)
        nginx = None
        try:
            if options.only_timing:
                rows = timing_rows(server.port, min(options.people, 1000))
                return print_rows(rows)
            (folder / "nginx").mkdir()
            nginx = Nginx(folder / "nginx")
            mailbox = Mailbox(pathlib.Path(data) / "mail")
            mailbox.start()
            seconds, failures = sign_everybody_in(server.port, mailbox, options.people)
            for failure in failures[:5]:
                print(failure, file=sys.stderr)
            rows = [(f"{options.people} sign-ins with their mails", f"{seconds:.1f} s, {len(failures)} errors", "3,000 in 60 s without an error")]
            client = Client(server.port, "10.9.9.9")
            client.sign_in(addresses(1)[0], mailbox)
            client.accept_conduct()
            cookie = f"__Host-device={client.cookies['__Host-device']}"
            rows += timing_rows(server.port, min(options.people, 1000))
            rows += signed_in_pages(server, nginx, cookie, options.seconds, options.rounds)
        finally:
            server.stop()
            if nginx:
                nginx.stop()
    print_rows(rows)


def print_rows(rows):
    print("| what | reached | asked |\n| --- | --- | --- |")
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
