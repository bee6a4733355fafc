#!/usr/bin/env python3
"""Measures the console with 22,000 people: the import, the search, and an announcement by mail to all of them.

Usage: bin/bench people

Prints a table in Markdown: what was reached beside what is asked. Times are of whole requests, as the organizer waits for them.
"""

import http.client
import os
import pathlib
import random
import re
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
HATATA = os.environ.get("HATATA", str(ROOT / ".build/release/hatata"))
PEOPLE = 22_000
FIRST = ["Selam", "Adaeze", "Bela", "Chen", "Dara", "Emeka", "Fatou", "Goran", "Hana", "Imani", "João", "Kofi", "Lena", "Mehmet", "Noor", "Olga"]
LAST = ["Tesfaye", "Okonkwo", "Nagy", "Wei", "Singh", "Diallo", "Petrović", "Yamada", "Silva", "Mensah", "Müller", "Yılmaz", "Haddad", "Ivanova"]
PLACES = ["Addis Ababa University", "University of Lagos", "ELTE Budapest", "Tsinghua University", "IISc Bangalore", "UFMG", "KNUST", "TU Berlin"]


def people():
    rows = ["email,name,affiliation,country,registration"]
    for number in range(PEOPLE):
        dice = random.Random(number)
        name = f"{dice.choice(FIRST)} {dice.choice(LAST)} {number}"
        rows.append(f"person{number}@example.org,{name},{dice.choice(PLACES)},Kenya,R{number:05}")
    return "\n".join(rows) + "\n"


class Organizer:
    """Somebody who is signed in on a server of their own."""

    def __init__(self, data):
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port = listener.getsockname()[1]
        address = f"http://127.0.0.1:{self.port}"
        told = subprocess.run(
            [HATATA, "organizer", "add", "Abeba Chair", "chair@example.org", "--data", data, "--address", address], check=True, capture_output=True, text=True)
        command = [HATATA, "serve", "--data", data, "--port", str(self.port), "--address", address, "--log-level", "error", "--clock", "2026-04-28T08:30:00Z"]
        self.process = subprocess.Popen(command)
        self.cookies = {}
        for _ in range(400):
            try:
                if self.ask("GET", "/health/ready")[0] == 200:
                    break
            except OSError:
                time.sleep(0.05)
        self.enter(re.search(r"/sign-in/link/(\S+)", told.stdout).group(1))

    def enter(self, link):
        self.send("/sign-in/link", self.token(f"/sign-in/link/{link}"), link=link)
        page = self.ask("GET", "/conduct-acceptance")[1]
        version = re.search(r'name="version" value="([^"]+)"', page)
        if version:
            self.send("/conduct-acceptance", self.token("/conduct-acceptance"), version=version.group(1))

    def ask(self, method, path, body=None, kind=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        connection.request(method, path, body, {**headers, **({"Content-Type": kind} if kind else {})})
        answer = connection.getresponse()
        text = answer.read().decode()
        for cookie in answer.msg.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        connection.close()
        return answer.status, text

    def token(self, path):
        return re.search(r'name="token" value="([^"]+)"', self.ask("GET", path)[1]).group(1)

    def send(self, path, token, **fields):
        return self.ask("POST", path, urllib.parse.urlencode({"token": token, **fields}), "application/x-www-form-urlencoded")

    def upload(self, path, text):
        token = self.token(path)
        body = (
            f'--xx\r\nContent-Disposition: form-data; name="token"\r\n\r\n{token}\r\n'
            f'--xx\r\nContent-Disposition: form-data; name="file"; filename="people.csv"\r\nContent-Type: text/csv\r\n\r\n{text}\r\n--xx--\r\n'
        )
        status, page = self.ask("POST", path, body.encode(), "multipart/form-data; boundary=xx")
        assert status == 200, page[:500]
        found = {name: re.search(rf'name="{name}" value="([^"]+)"', page).group(1) for name in ("upload", "version")}
        return token, found


def timed(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def searches(organizer):
    dice, times = random.Random(7), []
    for _ in range(300):
        words = dice.choice([f"{dice.choice(FIRST)[:4]} {dice.choice(LAST)}", f"person{dice.randrange(PEOPLE)}", dice.choice(PLACES), "lagos okon 77", "nobody at all"])
        took, (status, _) = timed(lambda: organizer.ask("GET", "/organize/people?q=" + urllib.parse.quote(words)))
        assert status == 200
        times.append(took * 1000)
    return sorted(times)


def main():
    with tempfile.TemporaryDirectory(prefix="hatata-bench-") as data:
        subprocess.run([HATATA, "demo", "--data", data, "--papers", "40", "--today", "2026-04-28"], check=True, stdout=subprocess.DEVNULL)
        organizer = Organizer(data)
        try:
            looked, (token, seen) = timed(lambda: organizer.upload("/organize/people/import", people()))
            applied, (status, _) = timed(lambda: organizer.send("/organize/people/import/application", token, **seen))
            assert status == 200
            times = searches(organizer)
            mailed, (status, _) = timed(lambda: organizer.send("/organize/announcements", token, title="The keynote is late", text="By *ten* minutes.", mail="1"))
            assert status == 303
        finally:
            organizer.process.terminate()
            organizer.process.wait(timeout=30)
    middle, worst = statistics.median(times), times[int(len(times) * 0.99)]
    print("| what | reached | asked | |\n| --- | --- | --- | --- |")
    for what, reached, asked, holds in [
        ("A list of 22,000 people, looked at", f"{looked:.1f} s", "under 10 s", looked < 10),
        ("The same, applied", f"{applied:.1f} s", "under 10 s", applied < 10),
        ("Search among 22,000 people, page included", f"p50 {middle:.1f} ms, p99 {worst:.1f} ms", "p50 under 20 ms", middle < 20),
        ("An announcement with 22,000 mails, into the outbox", f"{mailed:.1f} s", "to be told", None),
    ]:
        print(f"| {what} | {reached} | {asked} | { {True: 'holds', False: 'does not hold', None: ''}[holds]} |")


main()
