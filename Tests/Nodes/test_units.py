"""The units for systemd that we ship."""

import configparser
import shutil
import subprocess

import pytest
from conftest import ROOT

UNITS = {"hatata.service": "hatata.service", "hatata@.service": "hatata@8081.service"}


@pytest.mark.parametrize("unit", UNITS)
def test_a_start_that_fails_is_tried_again_for_as_long_as_it_takes(unit):
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read(ROOT / "deploy" / unit)
    assert parser["Unit"]["StartLimitIntervalSec"] == "0"
    assert parser["Service"]["Restart"] == "on-failure" and int(parser["Service"]["RestartSec"]) > 0
    # It ends by itself within ten seconds.
    assert int(parser["Service"]["TimeoutStopSec"]) > 10


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
@pytest.mark.parametrize("unit", UNITS)
def test_systemd_takes_it(unit, tmp_path):
    text = (ROOT / "deploy" / unit).read_text()
    # A program that is there on every machine.
    (tmp_path / unit).write_text(text.replace("/opt/hatata/hatata", "/bin/true"))
    instance = tmp_path / UNITS[unit]
    if not instance.exists():
        instance.symlink_to(tmp_path / unit)
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", str(instance)], capture_output=True, text=True)
    complaints = [line for line in done.stderr.splitlines() if "hatata" in line]
    assert complaints == [], done.stderr
