"""What a conference on several servers relies on."""

import contextlib
import json
import pathlib
import socket
import sqlite3
import subprocess
import threading

import pytest

from conftest import HATATA, PASSWORD, ROOT, Balancer, Node, command_line, eventually, export, get, hatata, status


def rename(tmp_path, database, name, data="node1"):
    """Imports the conference under another name, by the command line on one machine."""
    folder = tmp_path / f"renamed-{len(name)}-{abs(hash(name))}"
    export(tmp_path / data, folder, database)
    text = (folder / "conference.yml").read_text()
    lines = [f"name: {name}" if line.startswith("name:") else line for line in text.splitlines()]
    (folder / "conference.yml").write_text("\n".join(lines) + "\n")
    done = hatata("import", folder, "--data", tmp_path / data, database=database)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_change_on_one_is_read_from_the_others_through_the_balancer(nodes, tmp_path):
    started, database, _ = nodes
    balancer = Balancer(started)
    try:
        assert all("Inquiry" in get(node.port, "/").text for node in started)
        rename(tmp_path, database, "Conference of three nodes")
        for node in started:
            eventually(lambda: "Conference of three nodes" in get(node.port, "/").text, "every node shows the change")
        answers = [get(balancer.port, "/papers?q=borrowed+tones") for _ in range(9)]
        assert all(answer.status == 200 and "hT7borrowD" in answer.text for answer in answers)
    finally:
        balancer.stop()


def test_a_node_that_is_killed_is_not_missed(nodes):
    started, _, _ = nodes
    balancer = Balancer(started)
    statuses, end = [], threading.Event()

    def visit():
        while not end.is_set():
            statuses.append(status(balancer.port, "/papers"))

    visitors = [threading.Thread(target=visit) for _ in range(4)]
    try:
        for visitor in visitors:
            visitor.start()
        eventually(lambda: len(statuses) > 50, "visitors are served")
        started[0].kill()
        before = len(statuses)
        eventually(lambda: len(statuses) > before + 300, "visitors are still served")
    finally:
        end.set()
        for visitor in visitors:
            visitor.join()
        balancer.stop()
    assert set(statuses) == {200}


def test_pages_stay_while_the_database_is_restarted_and_changes_arrive_afterwards(nodes, postgres, tmp_path):
    started, database, _ = nodes
    postgres.stop()
    try:
        for node in started:
            eventually(lambda: status(node.port, "/health/ready") == 503, "the node says that its database is away")
            assert status(node.port, "/schedule?never-asked-before") == 200
            assert "hT7borrowD" in get(node.port, "/papers?q=borrowed").text
        refused = hatata("check", "--data", tmp_path / "node1", database=database)
        assert refused.returncode == 1 and refused.stderr.count("\n") == 1
    finally:
        postgres.start()
    rename(tmp_path, database, "Back again")
    for node in started:
        eventually(lambda: status(node.port, "/health/ready") == 200, "the node has found its database again")
        eventually(lambda: "Back again" in get(node.port, "/").text, "a change after the restart arrives")


def test_the_password_is_nowhere_to_be_seen(nodes, postgres, tmp_path):
    started, _, name = nodes
    for node in started:
        assert PASSWORD not in node.command_line() and "hatata:***" in node.command_line()
        assert PASSWORD not in node.written()
    beside = Node(tmp_path / "node4", postgres.address_of_parameters(name))
    try:
        assert PASSWORD not in beside.command_line() and "password=***" in beside.command_line()
        assert PASSWORD not in beside.written()
    finally:
        beside.stop()
    wrong = hatata("serve", "--data", tmp_path / "node1", "--port", "0", "--database", postgres.address(name, "not-the-word"))
    assert wrong.returncode == 1
    assert wrong.stderr.count("\n") == 1 and "password" in wrong.stderr
    assert "not-the-word" not in wrong.stderr


@pytest.mark.parametrize("form", ["postgres://hatata:{}@127.0.0.1:{}/none", "postgres://127.0.0.1:{1}/none?user=hatata&password={0}"])
def test_nor_is_it_while_a_conference_is_copied(form, tmp_path):
    assert hatata("demo", "--data", tmp_path / "small", "--papers", "8", "--today", "2026-04-28").returncode == 0
    with socket.socket() as silent:
        # Whoever connects is never answered.
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = form.format(PASSWORD, silent.getsockname()[1])
        copy = subprocess.Popen([HATATA, "database", "copy", "--from", f"sqlite:{tmp_path / 'small'}", "--to", address], stderr=subprocess.DEVNULL)
        try:
            eventually(lambda: "***" in command_line(copy), "the password is blotted out")
            assert PASSWORD not in command_line(copy)
        finally:
            copy.kill()
            copy.wait()


@pytest.mark.parametrize("address, hint", [
    ("postgres://hatata:x@127.0.0.1:1/none", "127.0.0.1"),
    ("mysql://localhost/db", "postgres://"),
    ("nonsense", "postgres://"),
])
def test_an_address_that_leads_nowhere_is_one_clear_line(tmp_path, address, hint):
    (tmp_path / "data").mkdir()
    done = hatata("check", "--data", tmp_path / "data", database=address)
    assert done.returncode != 0 and hint in done.stderr.splitlines()[0]


def test_many_programs_may_start_at_once_on_an_empty_database(postgres, tmp_path):
    database = postgres.database("together")
    assert hatata("demo", "--data", tmp_path / "small", "--papers", "8", "--today", "2026-04-28").returncode == 0
    folder = tmp_path / "folder"
    export(tmp_path / "small", folder)
    command = [HATATA, "import", str(folder), "--database", database, "--data"]
    imports = [subprocess.Popen([*command, str(tmp_path / f"{number}")], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for number in range(8)]
    for one in imports:
        out, err = one.communicate(timeout=120)
        assert one.returncode == 0, out + err
    applied = postgres.sql("SELECT count(*), count(DISTINCT number) FROM schema_migrations", "together")
    assert len(set(applied.split("|"))) == 1
    assert postgres.sql("SELECT count(*) FROM program_entries WHERE kind = 'paper'", "together") == "8"


def test_a_dry_run_and_a_check_write_nothing_into_an_empty_database(postgres, tmp_path):
    database = postgres.database("untouched")
    assert hatata("demo", "--data", tmp_path / "small", "--papers", "8", "--today", "2026-04-28").returncode == 0
    export(tmp_path / "small", tmp_path / "folder")
    tried = hatata("import", tmp_path / "folder", "--data", tmp_path / "data", "--dry-run", database=database)
    assert tried.returncode == 0 and "8" in tried.stdout, tried.stderr
    checked = hatata("check", "--data", tmp_path / "data", database=database)
    assert checked.returncode == 1 and "import" in checked.stderr and checked.stderr.count("\n") == 1
    assert postgres.sql("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace", "untouched") == "0"


def test_a_database_without_a_conference_is_not_copied_and_stays_empty(postgres, tmp_path):
    database = postgres.database("mistyped")
    done = hatata("database", "copy", "--from", database, "--to", f"sqlite:{tmp_path}/copy")
    assert done.returncode == 1 and "nothing to copy" in done.stderr and done.stderr.count("\n") == 1
    assert postgres.sql("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace", "mistyped") == "0"
    assert not (tmp_path / "copy").exists()


def test_a_conference_of_an_older_program_is_not_copied_and_stays_as_it_is(nodes, postgres, tmp_path):
    started, database, name = nodes
    for node in started:
        node.stop()
    assert hatata("demo", "--data", tmp_path / "small", "--papers", "8", "--today", "2026-04-28").returncode == 0
    forget = "DELETE FROM schema_migrations WHERE number = (SELECT max(number) FROM schema_migrations)"
    applied = "SELECT count(*) FROM schema_migrations"
    postgres.sql(forget, name)
    with contextlib.closing(sqlite3.connect(tmp_path / "small/hatata.sqlite")) as file:
        file.execute(forget)
        file.commit()
    before = postgres.sql(applied, name)
    for place in (database, f"sqlite:{tmp_path}/small"):
        done = hatata("database", "copy", "--from", place, "--to", f"sqlite:{tmp_path}/copy")
        assert done.returncode == 1 and "older Hatata" in done.stderr and done.stderr.count("\n") == 1
    assert postgres.sql(applied, name) == before
    with contextlib.closing(sqlite3.connect(tmp_path / "small/hatata.sqlite")) as file:
        assert str(file.execute(applied).fetchone()[0]) == before
    assert not (tmp_path / "copy").exists()


def test_what_is_written_while_a_conference_is_copied_is_warned_of(nodes, postgres, tmp_path):
    started, database, _ = nodes
    for node in started:
        node.stop()
    target = postgres.database("late")
    # It makes the tables.
    assert hatata("people", "list", "--data", tmp_path / "none", database=target).returncode == 0
    # As long as somebody holds one of them, the copy has begun to read and writes nothing.
    with postgres.locked("events", "late"):
        copy = subprocess.Popen([HATATA, "database", "copy", "--from", database, "--to", target], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        waiting = "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND NOT granted"
        eventually(lambda: postgres.sql(waiting) != "0", "the copy waits")
        rename(tmp_path, database, "Too late for the copy")
    out, err = copy.communicate(timeout=120)
    assert copy.returncode == 0, err
    assert err.startswith("Warning: the conference was changed while it was copied") and err.count("\n") == 1


def test_a_conference_moves_to_postgresql_and_back(postgres, tmp_path):
    assert hatata("demo", "--data", tmp_path / "small", "--papers", "30", "--today", "2026-04-28").returncode == 0
    before = export(tmp_path / "small", tmp_path / "before")
    database = postgres.database("moved")
    there = hatata("database", "copy", "--from", f"sqlite:{tmp_path}/small", "--to", database)
    assert there.returncode == 0, there.stderr
    assert "program_entries" in there.stdout and "checksum" in there.stdout
    # What is not in the database is named.
    assert all(name in there.stdout for name in ("media", "portraits", "message-pictures", "case-pictures"))
    twice = hatata("database", "copy", "--from", f"sqlite:{tmp_path}/small", "--to", database)
    assert twice.returncode == 1 and twice.stderr.count("\n") == 1 and PASSWORD not in twice.stderr
    back = hatata("database", "copy", "--from", database, "--to", f"sqlite:{tmp_path}/again")
    assert back.returncode == 0, back.stderr
    checksums = [[line for line in done.stdout.splitlines() if "checksum" in line] for done in (there, back)]
    assert checksums[0] == checksums[1]
    after = export(tmp_path / "again", tmp_path / "after")
    assert {name: text for name, text in after.items()} == before
    node = Node(tmp_path / "elsewhere", database)
    try:
        assert "hT7borrowD" in get(node.port, "/papers?q=borowed+tones").text
    finally:
        node.stop()
    small = subprocess.Popen([HATATA, "serve", "--data", str(tmp_path / "again"), "--port", str(node.port)], stderr=subprocess.DEVNULL)
    try:
        eventually(lambda: status(node.port, "/health/ready") == 200, "the copy is served")
        assert "hT7borrowD" in get(node.port, "/papers?q=borowed+tones").text
    finally:
        small.terminate()
        assert small.wait(timeout=30) == 0


def test_the_configurations_that_we_ship_are_sound(tmp_path):
    subprocess.run(["haproxy", "-c", "-f", ROOT / "deploy/haproxy.cfg"], check=True, capture_output=True)
    subprocess.run(["caddy", "validate", "--adapter", "caddyfile", "--config", ROOT / "deploy/Caddyfile"], check=True, capture_output=True)
    for unit in pathlib.Path(ROOT / "deploy").glob("*.service"):
        text = unit.read_text()
        assert f"hatata serve --data" in text and "[Install]" in text
