"""Several real servers over one real PostgreSQL, behind a real balancer."""

import http.client
import json
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import tempfile
import time

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HATATA = os.environ.get("HATATA", str(ROOT / ".build/debug/hatata"))
PROGRAMS = pathlib.Path("/usr/lib/postgresql/15/bin")
# What this person types is never to be seen anywhere.
PASSWORD = "correct-horse-battery"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def eventually(check, what, seconds=30):
    """Waits until the check holds; a busy machine may take its time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if check():
            return
        time.sleep(0.02)
    raise AssertionError(f"{what}: not within {seconds} s")


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.text = answer.read().decode()
        return answer
    finally:
        connection.close()


def status(port, path):
    """The status, or 0 where nobody answers."""
    try:
        return get(port, path).status
    except OSError:
        return 0


def hatata(*arguments, database=None):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HATATA_")}
    if database:
        clean["HATATA_DATABASE"] = database
    return subprocess.run([HATATA, *map(str, arguments)], capture_output=True, text=True, timeout=300, env=clean)


class Postgres:
    """A PostgreSQL on a port of the loopback, which asks for a password."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="hatata-nodes-", dir="/tmp")
        self.port = free_port()
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        password = pathlib.Path(self.folder, "password")
        password.write_text(PASSWORD)
        if os.geteuid() == 0:
            shutil.chown(password, "postgres")
        self.run("initdb", "-D", f"{self.folder}/data", "-U", "hatata", "-N", "-A", "scram-sha-256", f"--pwfile={password}", "-E", "UTF8", "--no-locale")
        self.start()

    def run(self, program, *arguments):
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        # Its files are closed to it: a server that stays would hold the test's own output open.
        subprocess.run([*as_user, str(PROGRAMS / program), *arguments], check=True, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def start(self):
        options = f"-k {self.folder} -c listen_addresses=127.0.0.1 -c port={self.port} -c max_connections=200"
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-l", f"{self.folder}/log", "-o", options, "start")

    def stop(self, mode="immediate"):
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-m", mode, "stop")

    def sql(self, text, database="postgres"):
        command = ["psql", "-h", self.folder, "-p", str(self.port), "-U", "hatata", "-d", database, "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", text]
        return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "PGPASSWORD": PASSWORD}).stdout.strip()

    def database(self, name):
        self.sql(f'CREATE DATABASE "{name}"')
        return self.address(name)

    def address(self, name, password=PASSWORD):
        return f"postgres://hatata:{password}@127.0.0.1:{self.port}/{name}"

    def close(self):
        self.stop()
        shutil.rmtree(self.folder)


class Node:
    """A server over a PostgreSQL database, with a folder of its own."""

    def __init__(self, data, database, port=None):
        self.port = port or free_port()
        self.log = open(f"{data}.log", "w+")
        clean = {name: value for name, value in os.environ.items() if not name.startswith("HATATA_")}
        command = [HATATA, "serve", "--data", str(data), "--port", str(self.port), "--database", database]
        self.process = subprocess.Popen(command, stderr=self.log, env=clean)
        eventually(lambda: status(self.port, "/health/ready") == 200, "the node is ready")

    def command_line(self):
        return pathlib.Path(f"/proc/{self.process.pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()

    def written(self):
        return pathlib.Path(self.log.name).read_text()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=30) == 0


@pytest.fixture(scope="session")
def postgres():
    server = Postgres()
    yield server
    server.close()


@pytest.fixture
def nodes(postgres, tmp_path):
    """Three nodes over a database with the story conference; each as a `Node`, with the database's address and name."""
    name = tmp_path.name.replace("_", "-")[:40] + str(postgres.port)
    database = postgres.database(name)
    made = hatata("demo", "--data", tmp_path / "node1", "--papers", "8", "--today", "2026-04-28", database=database)
    assert made.returncode == 0, made.stderr
    started = [Node(tmp_path / f"node{number}", database) for number in (1, 2, 3)]
    yield started, database, name
    for node in started:
        if node.process.poll() is None:
            node.stop()


class Balancer:
    """haproxy with the configuration that we ship, before three nodes."""

    def __init__(self, nodes):
        self.port = free_port()
        places = {f"NODE_{number}": f"127.0.0.1:{node.port}" for number, node in enumerate(nodes, 1)}
        self.process = subprocess.Popen(
            ["haproxy", "-f", str(ROOT / "deploy/haproxy.cfg")], stderr=subprocess.DEVNULL,
            env={**os.environ, **places, "LISTEN": f"127.0.0.1:{self.port}"})
        eventually(lambda: status(self.port, "/health/live") == 200, "the balancer answers")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)


def export(data, to, database=None):
    """The conference as files, by name: what it is, wherever it is stored."""
    done = hatata("export", "folder", "--data", data, "--to", to, database=database)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in pathlib.Path(to).iterdir() if path.is_file()}
