"""What people notice of a balancer before several servers: nothing."""

import http.client
import os
import pathlib
import re
import secrets
import signal
import threading
import time
import types

import pytest
from conftest import ROOT, Balancer, Caddy, Node, Server, eventually, get, hatata
from people import Crowd, Unanswered, ask_for_mail
from streams import OpenPage, Stream


@pytest.mark.parametrize("options, others", [(("--trusted-proxies", "127.0.0.1"), 200), ((), 429)])
def test_limits_count_clients_where_the_balancer_is_trusted(postgres, tmp_path, options, others):
    database = postgres.database(f"limits-{others}")
    made = hatata("demo", "--data", tmp_path / "data", "--papers", "8", "--today", "2026-04-28", database=database)
    assert made.returncode == 0, made.stderr
    node = Node(tmp_path / "data", database, options=("--sign-ins-per-client", "2", *options))
    balancer = Balancer([node] * 3)
    try:
        asked = [ask_for_mail(balancer.port, f"person{number}@example.org", "198.51.100.7") for number in range(3)]
        assert asked == [200, 200, 429]
        assert ask_for_mail(balancer.port, "somebody@example.org", "203.0.113.9") == others
    finally:
        balancer.stop()
        node.stop()


@pytest.mark.parametrize("kind", ["haproxy", "caddy"])
def test_what_one_changes_is_there_on_the_next_page(nodes, tmp_path, kind):
    started, database, _ = nodes
    crowd = Crowd(tmp_path / "node1", database, count=0)
    balancer = Balancer(started) if kind == "haproxy" else Caddy(started, tmp_path)
    try:
        organizer = crowd.organizer(balancer.port)
        stale = []
        for number in range(30):
            name = f"Conference {number:02} of three nodes"
            saved = organizer.post("/organize/appearance", {"name": name})
            assert saved.status == 303, saved.text[-1000:]
            stale += [path for path in (saved.place, "/") if name not in organizer.get(path).text]
        assert stale == []
    finally:
        balancer.stop()


class Writer(threading.Thread):
    """Sends one message after another, and keeps those of which it was told that they were taken."""

    def __init__(self, person, end):
        super().__init__(daemon=True)
        self.person, self.end, self.taken = person, end, []

    def run(self):
        while not self.end.is_set():
            text = secrets.token_hex(8)
            try:
                if self.person.say("general/corridor", text).status == 303:
                    self.taken.append(text)
            except Unanswered:
                pass
            time.sleep(0.15)


def test_what_was_answered_is_not_lost_and_all_go_on_where_a_node_is_killed(nodes, postgres, tmp_path):
    started, database, name = nodes
    crowd = Crowd(tmp_path / "node1", database, count=9)
    balancer, end = Balancer(started), threading.Event()
    crowd.organizer(balancer.port)
    writers = [Writer(person, end) for person in crowd.sign_in(balancer.port)]
    try:
        for writer in writers:
            writer.start()
        eventually(lambda: all(len(writer.taken) >= 3 for writer in writers), "everybody writes", 60)
        started[0].kill()
        before = [len(writer.taken) for writer in writers]
        eventually(lambda: all(len(writer.taken) >= count + 5 for writer, count in zip(writers, before)), "everybody writes on", 60)
    finally:
        end.set()
        for writer in writers:
            writer.join()
        balancer.stop()
    stored = postgres.sql("SELECT body FROM messages", name).split()
    taken = [text for writer in writers for text in writer.taken]
    assert len(set(stored)) == len(stored)
    assert set(taken) <= set(stored)
    # What was under way may have been stored; nothing else was.
    assert len(stored) <= len(taken) + len(writers)


def answers(port):
    """Whether a page comes before anybody would wonder."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/papers")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def test_a_node_that_answers_nothing_is_left_out_and_comes_back(nodes):
    started, _, _ = nodes
    balancer = Balancer(started)
    stopped = started[0].process
    try:
        os.kill(stopped.pid, signal.SIGSTOP)
        began = time.monotonic()
        eventually(lambda: all(answers(balancer.port) for _ in range(12)), "the others answer", 40)
        print(f"left out after {time.monotonic() - began:.1f} s")
        os.kill(stopped.pid, signal.SIGCONT)
        for node in started[1:]:
            node.kill()
        eventually(lambda: answers(balancer.port), "it answers when it is the only one")
    finally:
        os.kill(stopped.pid, signal.SIGCONT)
        balancer.stop()


@pytest.fixture
def alone(tmp_path):
    """One server over its own file, in the place of all nodes."""
    made = hatata("demo", "--data", tmp_path / "data", "--papers", "8", "--today", "2026-04-28")
    assert made.returncode == 0, made.stderr
    server = Server(tmp_path / "data").ready()
    yield server
    if server.process.poll() is None:
        server.stop()


def connections(port):
    """How many are open to a server."""
    rows = [row.split() for row in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(row[1].endswith(f":{port:04X}") and row[3] == "01" for row in rows)


def test_who_leaves_a_page_has_left_the_server_behind_caddy_too(alone, tmp_path):
    balancer = Caddy([alone] * 3, tmp_path)
    try:
        cursor = OpenPage(get(balancer.port, "/").text).cursor
        visitor = types.SimpleNamespace(port=balancer.port, cookies={})
        streams = [Stream(visitor, ["announcements"], cursor) for _ in range(20)]
        assert {stream.status for stream in streams} == {200}
        assert connections(alone.port) >= 20
        for stream in streams:
            stream.close()
        eventually(lambda: connections(alone.port) < 10, "their streams end", 5)
    finally:
        balancer.stop()


def test_no_secret_comes_into_the_log_of_caddy(alone, tmp_path):
    balancer = Caddy([alone] * 3, tmp_path)
    try:
        alone.kill()
        secret = "nobody-is-to-read-this"
        for path in (f"/sign-in/link/{secret}?back={secret}", f"/calendars/private/{secret}.ics", f"/papers?q={secret}"):
            assert get(balancer.port, path).status in (502, 503)
        eventually(lambda: '"/papers"' in balancer.written(), "the failures are in the log")
        assert '"/sign-in/link/"' in balancer.written()
        assert secret not in balancer.written()
    finally:
        balancer.stop()


def seconds(name):
    """For how long programs may work on what was sent, as a source says."""
    text = (ROOT / "Sources/Conference" / name).read_text()
    return [int(number) for number in re.findall(r"seconds: (\d+)", text)]


def test_what_is_made_anew_of_what_was_sent_is_waited_for():
    configuration = (ROOT / "deploy/haproxy.cfg").read_text()
    minutes, = re.findall(r"http-request set-timeout server (\d+)m unless METH_GET or METH_HEAD", configuration)
    # A recording by one program after another, a PDF by three.
    assert sum(seconds("Authors/PaperVideo.swift")) < 60 * int(minutes)
    assert 3 * max(seconds("Files/PDFCopy.swift")) < 60 * int(minutes)
