"""The description is true: schemathesis makes requests from it, right and wrong ones, and finds no answer that it does not tell of."""

import os
import pathlib
import subprocess
import sys
import time

import pytest
from conftest import ROOT

# Seconds that all of it may take, in each test and with --long.
BOUND, LONG = 60, 600
CONFIG = ROOT / "Tests/API/schemathesis.toml"


def schemathesis(server, folder, seconds, *options, config=()):
    command = [
        pathlib.Path(sys.executable).with_name("schemathesis"), *config, "run", f"{server.address}/api/v1/openapi.json",
        "--url", f"{server.address}/api/v1", "--header", f"Authorization: Bearer {server.token}", "--max-time", seconds, "--no-color", *options,
    ]
    begun = time.monotonic()
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, timeout=4 * seconds + 120)
    print(done.stdout[-6000:], done.stderr[-2000:])
    print(f"schemathesis took {time.monotonic() - begun:.0f} s")
    return done


def test_whoever_runs_schemathesis_as_it_comes_finds_no_failure(server, tmp_path):
    """Every operation with examples, at its bounds and with random data, without a word of configuration."""
    done = schemathesis(server, tmp_path, BOUND, "--phases", "examples,coverage,fuzzing", "--seed", "2026")
    assert done.returncode == 0 and "No issues found" not in done.stderr
    assert "Tested:" in done.stdout


@pytest.mark.skipif(not os.environ.get("HATATA_LONG"), reason="it takes many minutes: bin/test --long runs it")
def test_no_answer_differs_from_the_description(server, tmp_path):
    """The same for long, and in sequences: what was made is read, changed and removed."""
    phases = ["--phases", "examples,coverage,fuzzing,stateful"]
    done = schemathesis(server, tmp_path, LONG, *phases, "--workers", "1", config=["--config-file", CONFIG])
    assert done.returncode == 0
