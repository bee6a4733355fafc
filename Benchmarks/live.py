#!/usr/bin/env python3
"""Measures what is live: how soon a message is with all who follow a channel, against nginx with nchan in the same run, and what it costs.

Usage: bin/bench live [--streams N] [--messages N] [--seconds N]

Everybody is a person of their own, signed in; a message is posted by HTTP, written to SQLite with every commit synced, rendered, and read by Benchmarks/streams.c.
Prints a table in Markdown: what was reached beside what is asked. Needs gcc, nginx and Debian's libnginx-mod-nchan.
"""

import argparse
import atexit
import base64
import hashlib
import hmac
import http.client
import json
import os
import pathlib
import resource
import selectors
import socket
import sqlite3
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from portal import ROOT, Server, free_port

CORRIDOR = "general/corridor"


def url64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


class Person:
    """Somebody with a browser that is signed in."""

    def __init__(self, number):
        self.id, self.device = f"person{number:07}xxx", url64(hashlib.sha256(f"device {number}".encode()).digest())
        self.token = url64(hmac.new(self.device.encode(), b"forms", hashlib.sha256).digest())


def add_people(data, people, conduct):
    """Writes accounts and devices as sign-ins would have."""
    now = int(time.time() * 1000)
    database = sqlite3.connect(data / "hatata.sqlite")
    with database:
        database.executemany(
            "INSERT INTO accounts (id, email, name, role, standing, profile, words, conduct, conduct_at, added_at, changed_at) VALUES (?, ?, ?, 'participant', 'active', '{}', '', ?, ?, ?, ?)",
            [(one.id, f"{one.id}@example.org", f"Person {one.id[6:13]}", conduct, now, now, now) for one in people],
        )
        database.executemany(
            "INSERT INTO devices (token_hash, id, account, browser, signed_in_at, seen_at, expires_at) VALUES (?, ?, ?, 'Bench', ?, ?, ?)",
            [(url64(hashlib.sha256(one.device.encode()).digest()), "d" + one.id, one.id, now, now, now + 10**9) for one in people],
        )
    database.close()


class Streams:
    """The client in C, which holds the streams."""

    def __init__(self, port, count, path, cookies="", mute=0, channels=1):
        environment = {**os.environ, "CHANNELS": str(channels)}
        command = [str(BUILT / "streams"), str(port), str(count), path, str(cookies), str(mute)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
        atexit.register(self.process.kill)

    def ready(self):
        return json.loads(self.process.stdout.readline())

    def ask(self, what):
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self):
        self.process.stdin.write("quit\n")
        self.process.stdin.flush()
        self.process.wait()


class Poster:
    """A connection by which people post, kept open."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def post(self, path, person, fields, tries=5):
        body = urllib.parse.urlencode({"token": person.token, **fields})
        headers = {"Cookie": f"__Host-device={person.device}", "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Mode": "cors"}
        for _ in range(tries):
            try:
                self.connection.request("POST", path, body, headers)
                answer = self.connection.getresponse()
                answer.read()
                return answer.status
            except (OSError, http.client.HTTPException):
                self.connection.close()
        return 0


def marker(number):
    return f"T{time.monotonic_ns()}.{number}T"


def say(rows, what, reached, asked, is_met):
    rows.append((what, reached, asked, "" if is_met is None else "yes" if is_met else "**no**"))
    print(f"| {what} | {reached} | {asked} | {rows[-1][3]} |", flush=True)


class Nchan:
    """An nginx with nchan, to which messages are posted and from which they are streamed."""

    def __init__(self, folder):
        self.port = free_port()
        folder.mkdir()
        configuration = folder / "nginx.conf"
        configuration.write_text(
            f"""load_module /usr/lib/nginx/modules/ngx_nchan_module.so; daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
            events {{ worker_connections 19000; }}
            http {{ access_log off; client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
              server {{ listen 127.0.0.1:{self.port}; location /post {{ nchan_publisher; nchan_channel_id all; }} location /live {{ nchan_subscriber eventsource; nchan_subscriber_first_message newest; nchan_channel_id all; }} }} }}"""
        )
        self.process = subprocess.Popen(["nginx", "-e", str(folder / "error.log"), "-c", str(configuration)])
        atexit.register(self.process.terminate)
        time.sleep(0.5)
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port)

    def post(self, text):
        self.connection.request("POST", "/post", text)
        self.connection.getresponse().read()

    def memory_mb(self):
        pids = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True).stdout.split()
        return sum(memory_mb(pid) for pid in pids)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def memory_mb(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0


def fan_out(server, nchan, people, count, messages, rows, cookies, is_first):
    """One topic, many readers: ours and nchan's by turns."""
    cursor = newest(server)
    before, before_nchan = server.memory_mb(), nchan.memory_mb()
    ours = Streams(server.port, count, f"/live?topics=chat/{CORRIDOR}&after={cursor}", cookies)
    if ours.ready()["failed"]:
        sys.exit("streams of ours failed")
    theirs = Streams(nchan.port, count, "/live")
    if theirs.ready()["failed"]:
        sys.exit("streams of nchan failed")
    time.sleep(2)
    size, size_nchan = (server.memory_mb() - before) * 1024 / count, (nchan.memory_mb() - before_nchan) * 1024 / count
    poster, filling = Poster(server.port), "x" * 150
    figures = {"ours": [], "theirs": [], "same": []}
    # As many bytes as a message takes on our streams.
    whole = "x" * (length(server, people[-1], poster, people[0]) - len(marker(0)))
    for number in range(messages):
        if poster.post(f"/chat/{CORRIDOR}/messages", people[number], {"text": marker(number) + filling, "client": f"fan-{count}-{number}"}) != 303:
            sys.exit("a message was refused")
        time.sleep(1.2)
        figures["ours"].append(ours.ask("report"))
        for name, text in [("theirs", filling), ("same", whole)]:
            nchan.post(marker(number) + text)
            time.sleep(1.2)
            figures[name].append(theirs.ask("report"))
    for name, side in figures.items():
        if any(one["arrived"] != count for one in side):
            sys.exit(f"not each of {name} has arrived once everywhere: {[one['arrived'] for one in side]}")
    middle = lambda side, name: statistics.median(one[name] for one in figures[side])
    for name in ["p50", "p99"]:
        mine, small, same = middle("ours", name), middle("theirs", name), middle("same", name)
        say(rows, f"{count:,} streams, one channel, a chat message: {name} from posting", f"{mine:.0f} ms; nchan with as many bytes ({len(whole):,}) {same:.0f} ms: {mine / same:.2f}; with 200 bytes {small:.0f} ms: {mine / small:.2f}", "at most nchan's", mine <= same)
    if count >= 10_000:
        p99 = middle("ours", "p99")
        say(rows, "the same, p99", f"{p99:.0f} ms", "under 250 ms", p99 < 250)
    if is_first:
        # Later ones take what earlier ones have left.
        say(rows, f"memory for each of {count:,} streams", f"{size:.1f} kB, nchan {size_nchan:.1f} kB", "at most 30 kB", size <= 30)
    ours.end()
    theirs.end()


def length(server, reader, poster, writer):
    """How many bytes a stream takes for one message."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("GET", f"/live?topics=chat/{CORRIDOR}&after={newest(server)}", headers={"Cookie": f"__Host-device={reader.device}"})
    answer = connection.getresponse()
    while not answer.readline().startswith(b"event: cursor"):
        pass
    poster.post(f"/chat/{CORRIDOR}/messages", writer, {"text": "x" * 180, "client": f"length-{time.monotonic_ns()}"})
    while not (line := answer.readline()).startswith(b'data: {"topic"') or b"x" * 180 not in line:
        pass
    connection.close()
    return len(line)


def newest(server):
    database = sqlite3.connect(f"file:{server.data}/hatata.sqlite?mode=ro", uri=True)
    found = database.execute("SELECT COALESCE(MAX(id), 0) FROM events").fetchone()[0]
    database.close()
    return found


def many_channels(server, people, seconds, rows, papers, cookies):
    """A hundred messages a second into fifty channels of two hundred readers; what each reader has is compared with the database."""
    count, channels = 10_000, 50
    names = [f"papers/{paper}" for paper in papers[:channels]]
    streams = [Streams(server.port, count // channels, f"/live?topics=chat/{name}&after={newest(server)}", cookies[index]) for index, name in enumerate(names)]
    if any(one.ready()["failed"] for one in streams):
        sys.exit("streams failed")
    posters = [threading.Thread(target=post_all, args=(server, people[worker * 60 : worker * 60 + 60], names, worker, 10, seconds)) for worker in range(10)]
    for thread in posters:
        thread.start()
    for thread in posters:
        thread.join()
    time.sleep(3)
    reports = [one.ask("report") for one in streams]
    database = sqlite3.connect(f"file:{server.data}/hatata.sqlite?mode=ro", uri=True)
    lost = 0
    for name, one in zip(names, streams):
        bodies = [row[0] for row in database.execute("SELECT body FROM messages WHERE channel = ? AND client LIKE 'many-%'", (name,))]
        expected = [len(bodies), sum(int(body.split(".")[1].split("T")[0]) for body in bodies)]
        lost += sum(found != expected for found in one.ask("lists"))
    written = database.execute("SELECT COUNT(*) FROM messages WHERE client LIKE 'many-%'").fetchone()[0]
    database.close()
    worst, (all_p99, arrived) = max(one["p99"] for one in reports), together(reports, 0.99)
    say(rows, f"{written / seconds:.0f} messages a second into 50 channels of 200 readers, {seconds} s: p99", f"{all_p99} ms over all {arrived:,} deliveries (worst channel {worst:.0f} ms)", "under 300 ms", all_p99 < 300)
    say(rows, "readers whose list differs from the database", f"{lost} of {count:,}", "none", lost == 0)
    for one in streams:
        one.end()


def together(reports, part):
    """Within how many whole milliseconds this part of all deliveries of several reports came, and how many there were."""
    counts = sorted(pair for report in reports for pair in report["counts"])
    arrived, seen = sum(count for _, count in counts), 0
    for millisecond, count in counts:
        seen += count
        if seen >= arrived * part:
            return millisecond + 1, arrived
    return 0, 0


def post_all(server, people, names, worker, workers, seconds):
    poster, start = Poster(server.port), time.monotonic()
    for step in range(seconds * 100 // workers):
        due = start + step * workers / 100
        time.sleep(max(0, due - time.monotonic()))
        number = step * workers + worker
        poster.post(f"/chat/{names[number % len(names)]}/messages", people[step % len(people)], {"text": marker(number), "client": f"many-{number:06}"})


def after_restart(server, data, binary, people, rows, cookies):
    """All streams come back at once to a server that has just begun."""
    cursor = newest(server)
    poster = Poster(server.port)
    for number in range(20):
        poster.post(f"/chat/{CORRIDOR}/messages", people[3_000 + number], {"text": f"before the restart {number}", "client": f"restart-{number}"})
    server.stop()
    server = begin(binary, data)
    before = server.memory_mb()
    started = time.monotonic()
    streams = Streams(server.port, 10_000, f"/live?topics=chat/{CORRIDOR}&after={cursor}", cookies)
    ready = streams.ready()
    while (ids := streams.ask("ids"))["low"] != ids["high"] and time.monotonic() - started < 60:
        time.sleep(0.2)
    took = time.monotonic() - started
    say(rows, "10,000 streams back at once after a restart, all at the same event", f"{took:.1f} s, {ready['failed']} refused", "under 30 s, none refused", took < 30 and not ready["failed"])
    time.sleep(2)
    size = (server.memory_mb() - before) * 1024 / 10_000
    say(rows, "memory for each of 10,000 streams, of a server that has just begun", f"{size:.1f} kB", "at most 30 kB", size <= 30)
    streams.end()
    return server


def slow_readers(server, people, rows, cookies):
    """Two thousand that read: alone, beside five hundred more who do, and beside five hundred who never read."""
    figures = {}
    for name, more, mute in [("alone", 0, 0), ("reading", 500, 0), ("mute", 500, 500)]:
        streams = Streams(server.port, 2_000 + more, f"/live?topics=chat/{CORRIDOR}&after={newest(server)}", cookies, mute)
        streams.ready()
        before, poster = server.memory_mb(), Poster(server.port)
        streams.ask("report")
        start = time.monotonic()
        for number in range(300):
            # Twenty a second: what all together can take is not the question.
            time.sleep(max(0, start + number / 20 - time.monotonic()))
            poster.post(f"/chat/{CORRIDOR}/messages", people[4_000 + number], {"text": marker(number) + "x" * 3_900, "client": f"slow-{name}-{number}"})
        poster.connection.close()
        time.sleep(2)
        report = streams.ask("report")
        left = connections(server.port) - 2_000
        figures[name] = (report["p99"], server.memory_mb() - before, 300 * (2_000 + more - mute) - report["arrived"], left)
        streams.end()
        time.sleep(1)
    (alone, *_), (reading, *_), (mute, memory, lost, left) = figures.values()
    say(rows, "500 readers that never read beside 2,000 that do: the others' p99", f"{mute:.0f} ms; beside 500 that read {reading:.0f} ms: {mute / reading:.2f}; alone {alone:.0f} ms: {mute / alone:.2f}; {lost} lost", "unchanged", mute / reading < 1.15 and lost == 0)
    say(rows, "those of them that still have their connection at the end", f"{left}", "none", left == 0)
    say(rows, "memory of the server that they take", f"{memory:.0f} MB, none {figures['alone'][1]:.0f} MB", "flat", memory < figures["alone"][1] + 20)


def flood(server, people, rows, papers, cookies):
    """A hundred people who each send five messages a second into one channel, where two hundred read; beside it a channel of a thousand."""
    quiet, flooded = f"papers/{papers[0]}", f"papers/{papers[1]}"
    readers = Streams(server.port, 1_000, f"/live?topics=chat/{quiet}&after={newest(server)}", cookies)
    witnesses = Streams(server.port, 200, f"/live?topics=chat/{flooded}&after={newest(server)}", cookies)
    readers.ready(), witnesses.ready()
    poster, figures = Poster(server.port), {}
    names = BUILT / "senders.txt"
    names.write_text("".join(f"{one.device} {one.token} {one.id}\n" for one in people[6_000:6_100]))
    for name in ["alone", "flooded"]:
        if name == "flooded":
            senders = subprocess.Popen([BUILT / "senders", str(server.port), f"/chat/{flooded}/messages", names, "200"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        readers.ask("report")
        for number in range(100):
            if poster.post(f"/chat/{quiet}/messages", people[5_000 + number], {"text": marker(number), "client": f"quiet-{name}-{number}"}) != 303:
                sys.exit("a message was refused")
            time.sleep(0.2)
        time.sleep(1)
        figures[name] = readers.ask("report")
    statuses = json.loads(senders.communicate()[0])
    alone, beside = figures["alone"], figures["flooded"]
    taken, refused = statuses.pop("303", 0), statuses.pop("429", 0)
    lost = 200_000 - alone["arrived"] - beside["arrived"]
    say(rows, "100 senders flood one channel: p99 in another one of 1,000 readers", f"{beside['p99']:.0f} ms, without them {alone['p99']:.0f} ms; {taken:,} taken, {refused:,} refused, {sum(statuses.values())} otherwise; {lost} lost", "no delay", beside["p99"] < alone["p99"] + 25 and lost == 0 and taken > 0 and refused > 0 and not statuses)
    readers.end()
    witnesses.end()


def connections(port):
    """How many the server has, also those that it has closed and has still something to send for."""
    states = {"01": "established", "04": "FIN_WAIT1"}
    lines = pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]
    return sum(line.split()[1].endswith(f":{port:04X}") and line.split()[3] in states for line in lines)


def votes(server, people, rows):
    """Five thousand people vote on one question within ten seconds, before two hundred readers of its page."""
    subject, asker = "keynotes/1", Poster(server.port)
    if asker.post(f"/questions/{subject}", people[0], {"text": "How many of us are here?", "client": "benchmark-votes-question"}) != 303:
        sys.exit("the question was refused")
    database = sqlite3.connect(f"file:{server.data}/hatata.sqlite?mode=ro", uri=True)
    question = database.execute("SELECT id FROM questions WHERE client = 'benchmark-votes-question'").fetchone()[0]
    readers = Readers(server, people[:200], f"questions/{subject}", f"votes-{question}")
    voters, refused = people[1:5_000], []

    def vote(share):
        poster = Poster(server.port)
        for one in share:
            if poster.post(f"/questions/{subject}/votes", one, {"vote": question}) != 303:
                refused.append(one.id)

    threads = [threading.Thread(target=vote, args=(voters[worker::16],)) for worker in range(16)]
    started = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - started
    time.sleep(3)
    counted = database.execute("SELECT COUNT(*) FROM question_votes WHERE question = ?", (question,)).fetchone()[0]
    database.close()
    shown = {reader.value for reader in readers.all}
    # The server lets a second pass between two updates. A reader sees that with what the way to it varies by: of two neighbours, the earlier may have
    # been late by some milliseconds.
    closest = min((later - earlier for reader in readers.all for earlier, later in zip(reader.times, reader.times[1:])), default=0)
    most = max(len(reader.times) for reader in readers.all)
    say(rows, "5,000 people vote on one question", f"{took:.1f} s, {len(refused)} refused", "within 10 s", took <= 10 and not refused)
    say(rows, "what was counted and what every reader sees at the end", f"{counted:,}; {', '.join(sorted(shown))}", "5,000", counted == 5_000 and shown == {"5000"})
    say(rows, "updates for one reader meanwhile", f"{most} in {took:.1f} s, the closest {closest:.3f} s apart", "at most 1 a second, within 20 ms", most <= took + 3 and closest >= 1 - 0.02)
    readers.close()


# SO_TIMESTAMPNS of Linux: the kernel says when something came, not a Python that is busy with five thousand voters.
TIMESTAMP = 35


class Reader:
    """A stream of which one count is followed: when it was told, and its last value."""

    def __init__(self, server, person, topic, place):
        self.times, self.value, self.place, self.rest = [], "", place, b""
        self.socket = socket.create_connection(("127.0.0.1", server.port))
        self.socket.setsockopt(socket.SOL_SOCKET, TIMESTAMP, 1)
        head = f"GET /live?topics={topic}&after={newest(server)} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: __Host-device={person.device}\r\n\r\n"
        self.socket.sendall(head.encode())
        answer = self.socket.recv(12, socket.MSG_WAITALL)
        if answer != b"HTTP/1.1 200":
            sys.exit(f"a stream was refused: {answer}")

    def read(self):
        """Takes what has come; false once the stream has ended."""
        data, notes, _, _ = self.socket.recvmsg(65_536, socket.CMSG_SPACE(16))
        came = next((seconds + parts / 1e9 for _, kind, note in notes if kind == TIMESTAMP for seconds, parts in [struct.unpack("qq", note)]), time.time())
        # An event is one line of one chunk.
        *lines, self.rest = (self.rest + data).split(b"\n")
        for line in lines:
            for update in json.loads(line[6:])["updates"] if line.startswith(b"data: {") else []:
                if update.get("text") == self.place:
                    self.times.append(came)
                    self.value = update["value"]
        return data != b""


class Readers(threading.Thread):
    """Many of them, read by one thread."""

    def __init__(self, server, people, topic, place):
        super().__init__(daemon=True)
        self.all = [Reader(server, person, topic, place) for person in people]
        self.selector, self.is_over = selectors.DefaultSelector(), False
        for reader in self.all:
            self.selector.register(reader.socket, selectors.EVENT_READ, reader)
        self.start()

    def run(self):
        while not self.is_over:
            for key, _ in self.selector.select(0.2):
                if not key.data.read():
                    self.selector.unregister(key.fileobj)

    def close(self):
        self.is_over = True
        self.join()
        for reader in self.all:
            reader.socket.close()


def begin(binary, data):
    server = Server(binary, str(data))
    atexit.register(server.process.kill)
    server.data = data
    return server


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--streams", type=int, default=10_000)
    parser.add_argument("--messages", type=int, default=10)
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 20_000), hard))
    for program in ["streams", "senders"]:
        subprocess.run(["gcc", "-O2", "-o", str(BUILT / program), str(ROOT / f"Benchmarks/{program}.c")], check=True)
    binary = str(ROOT / ".build/release/hatata")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder) / "data"
        subprocess.run([binary, "demo", "--data", str(data), "--papers", "60"], check=True, stdout=subprocess.DEVNULL)
        people = [Person(number) for number in range(options.streams)]
        server = begin(binary, data)
        server.stop()
        add_people(data, people, conduct(data))
        server = begin(binary, data)
        cookies = pathlib.Path(folder) / "cookies"
        cookies.write_text("".join(one.device + "\n" for one in people))
        shares = []
        for index in range(50):
            shares.append(pathlib.Path(folder) / f"cookies-{index}")
            shares[-1].write_text("".join(one.device + "\n" for one in people[index * 200 : index * 200 + 200]))
        print("| | reached | asked | met |\n| --- | --- | --- | --- |")
        nchan = Nchan(pathlib.Path(folder) / "nchan")
        for count in [options.streams // 2, options.streams]:
            fan_out(server, nchan, people, count, options.messages, rows, cookies, is_first=count < options.streams)
        nchan.stop()
        many_channels(server, people, options.seconds, rows, papers(data), shares)
        server = after_restart(server, data, binary, people, rows, cookies)
        slow_readers(server, people, rows, cookies)
        flood(server, people, rows, papers(data), cookies)
        votes(server, people, rows)
        server.stop()
    sys.exit(0 if all(row[3] != "**no**" for row in rows) else 1)


def conduct(data):
    """The version of the code of conduct, as an acceptance would store it."""
    database = sqlite3.connect(data / "hatata.sqlite")
    fields = json.loads(database.execute("SELECT body FROM program_entries WHERE kind = 'conference'").fetchone()[0])
    database.close()
    text = fields.get("codeOfConduct")
    return text and url64(hashlib.sha256(text.encode()).digest())[:12]


def papers(data):
    database = sqlite3.connect(data / "hatata.sqlite")
    found = [row[0] for row in database.execute("SELECT id FROM program_entries WHERE kind = 'paper' ORDER BY position")]
    database.close()
    return found


BUILT = pathlib.Path(tempfile.mkdtemp(prefix="hatata-bench-"))

if __name__ == "__main__":
    main()
