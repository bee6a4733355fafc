"""A real server with the story conference, whose people are real rows, and a token for its API."""

import json
import os
import pathlib
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HATATA = os.environ.get("HATATA", str(ROOT / ".build/debug/hatata"))
SCOPES = [
    "people:read", "people:write", "people:import", "roles:write", "sign-in:write", "program:read", "program:write",
    "announcements:read", "announcements:write", "mail:read", "mail:write", "settings:read", "settings:write", "conduct:write", "record:read", "conversation:read", "conversation:write",
]


def hatata(*arguments):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HATATA_")}
    done = subprocess.run([HATATA, *map(str, arguments)], capture_output=True, text=True, timeout=180, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Answer:
    def __init__(self, status, headers, content):
        self.status, self.headers, self.content = status, headers, content

    @property
    def json(self):
        return json.loads(self.content)


class Server:
    """A hatata that serves a data folder on a free port of the loopback."""

    def __init__(self, data):
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port = listener.getsockname()[1]
        self.data, self.address = data, f"http://127.0.0.1:{self.port}"
        # As many requests as a test can make, and no mail that leaves.
        self.process = subprocess.Popen([
            HATATA, "serve", "--data", str(data), "--port", str(self.port), "--log-level", "error", "--clock", "2026-04-28T08:30:00Z",
            "--mail", f"folder:{data}/mail", "--api-requests-per-minute", "1000000",
        ])
        for _ in range(400):
            try:
                if urllib.request.urlopen(self.address + "/health/ready", timeout=5).status == 200:
                    return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("the server did not become ready")

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=20) == 0, "the server ends in order when it is told to"


class Client:
    """What a short script needs, by the standard library alone."""

    def __init__(self, address, token=None):
        self.address, self.token = address + "/api/v1", token

    def __call__(self, method, path, body=None, type="application/json", **headers):
        content = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, content, method=method)
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        if content is not None:
            request.add_header("Content-Type", type)
        for name, value in headers.items():
            request.add_header(name.replace("_", "-"), value)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read())


def make(data):
    """The story in a folder of its own, with some people, and a token of all scopes."""
    hatata("demo", "--data", data, "--today", "2026-04-28")
    people = data / "people.csv"
    people.write_text("email,name,role\nabeba@example.org,Abeba Bekele,organizer\nbob@example.org,Bob Ross,organizer\nselam@example.org,Selam Tesfaye,\n")
    hatata("people", "import", people, "--data", data)
    return hatata("token", "add", "Tests", *SCOPES, "--data", data).splitlines()[0]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    data = tmp_path_factory.mktemp("story")
    token = make(data)
    server = Server(data)
    server.token = token
    yield server
    server.stop()


@pytest.fixture
def api(server):
    return Client(server.address, server.token)
