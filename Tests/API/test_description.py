"""The description is true: schemathesis makes requests from it, right and wrong ones, and finds no answer that it does not tell of."""

import os
import pathlib
import subprocess
import sys
import time

import pytest
from conftest import ROOT

pytestmark = pytest.mark.skipif(not os.environ.get("HATATA_LONG"), reason="it takes many minutes: bin/test --long runs it")

# Seconds that all of it may take.
BOUND = 75
CONFIG = ROOT / "Tests/API/schemathesis.toml"


def test_no_answer_differs_from_the_description(server):
    """Every operation with examples at its bounds, with random data, and in sequences (what was made is read, changed, removed)."""
    command = [
        pathlib.Path(sys.executable).with_name("schemathesis"), "--config-file", str(CONFIG), "run", f"{server.address}/api/v1/openapi.json",
        "--url", f"{server.address}/api/v1", "--header", f"Authorization: Bearer {server.token}", "--max-examples", "6", "--max-time", BOUND,
        "--phases", "examples,coverage,fuzzing,stateful", "--workers", "1", "--no-color",
    ]
    begun = time.monotonic()
    done = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True, timeout=4 * BOUND)
    print(done.stdout[-6000:], done.stderr[-2000:])
    print(f"schemathesis took {time.monotonic() - begun:.0f} s")
    assert done.returncode == 0
