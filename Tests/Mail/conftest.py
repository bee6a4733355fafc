"""A real mail server, Tests/Mail/sink.py, and the real program."""

import json
import os
import pathlib
import subprocess
import sys
import time

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HATATA = os.environ.get("HATATA", str(ROOT / ".build/debug/hatata"))
USER, PASSWORD = "no-reply@story.example", "correct-horse-battery"


def clean(**environment):
    return {**{name: value for name, value in os.environ.items() if not name.startswith("HATATA_")}, **environment}


def hatata(*arguments, **environment):
    return subprocess.run([HATATA, *map(str, arguments)], capture_output=True, text=True, timeout=180, env=clean(**environment))


def eventually(check, what, seconds=60):
    """Waits until the check holds; a busy machine may take its time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if check():
            return
        time.sleep(0.02)
    raise AssertionError(f"{what}: not within {seconds} s")


class Sink:
    def __init__(self, folder, *options):
        self.folder = folder
        command = [sys.executable, str(ROOT / "Tests/Mail/sink.py"), str(folder), *map(str, options)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = int(self.process.stdout.readline().split()[1])

    def taken(self):
        file = self.folder / "taken.jsonl"
        # The last line may be half written.
        return [json.loads(line) for line in file.read_text().splitlines(keepends=True) if line.endswith("\n")] if file.exists() else []

    def stop(self):
        self.process.kill()
        self.process.wait()


@pytest.fixture
def sink(tmp_path):
    """Starts mail servers: sink(options of sink.py)."""
    sinks = []

    def start(*options):
        sinks.append(Sink(tmp_path / f"sink{len(sinks)}", *options))
        return sinks[-1]

    yield start
    for each in sinks:
        each.stop()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A certificate for localhost that nobody has signed but itself, and its key."""
    folder = tmp_path_factory.mktemp("certificate")
    made, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(made)], check=True, capture_output=True)
    return made, key
