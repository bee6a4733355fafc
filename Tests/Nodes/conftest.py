"""Several real servers over one real PostgreSQL, behind a real balancer."""

import os
import pathlib
import subprocess
import sys

import pytest

sys.path.append(str(pathlib.Path(__file__).parent.parent / "Actors"))

from servers import HATATA, PASSWORD, ROOT, Postgres, Server, command_line, eventually, free_port, get, hatata, status  # noqa: E402, F401


def Node(data, database, port=None, options=()):
    """A server over a PostgreSQL database, with a folder of its own."""
    return Server(data, database, port, options).ready()


def moved(person, node):
    """The same browser, led to another server."""
    person.hang_up()
    person.port = node.port
    return person


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
        self.process = self.start(places)
        eventually(lambda: status(self.port, "/health/live") == 200, "the balancer answers")

    def start(self, places):
        return subprocess.Popen(
            ["haproxy", "-f", str(ROOT / "deploy/haproxy.cfg")], stderr=subprocess.DEVNULL,
            env={**os.environ, **places, "LISTEN": f"127.0.0.1:{self.port}", "UNPRIVILEGED": "yes"})

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)


class Caddy(Balancer):
    """Caddy with the configuration that we ship, on the loopback and without certificates."""

    def __init__(self, nodes, folder):
        self.folder = folder
        super().__init__(nodes)

    def start(self, places):
        own = {"SITE": f"http://127.0.0.1:{self.port}", "CADDY_ADMIN": f"127.0.0.1:{free_port()}",
               "XDG_DATA_HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder)}
        with open(self.folder / "caddy.log", "a") as log:
            return subprocess.Popen(
                ["caddy", "run", "--adapter", "caddyfile", "--config", str(ROOT / "deploy/Caddyfile")], stderr=log,
                env={**os.environ, **places, **own})

    def written(self):
        return (self.folder / "caddy.log").read_text()


def export(data, to, database=None):
    """The conference as files, by name: what it is, wherever it is stored."""
    done = hatata("export", "folder", "--data", data, "--to", to, database=database)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in pathlib.Path(to).iterdir() if path.is_file()}
