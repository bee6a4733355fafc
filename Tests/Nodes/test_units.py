"""The units for systemd that we ship."""

import configparser
import shutil
import subprocess

import pytest
from conftest import ROOT

UNITS = {"hatata.service": "hatata.service", "hatata@.service": "hatata@8081.service"}


def parsed(unit):
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read(ROOT / "deploy" / unit)
    return parser


def option(unit, name):
    """What the program is started with."""
    words = parsed(unit)["Service"]["ExecStart"].split()
    return words[words.index(name) + 1]


def environment(unit):
    return dict(word.split("=", 1) for word in parsed(unit)["Service"]["Environment"].split())


@pytest.mark.parametrize("unit", UNITS)
def test_a_start_that_fails_is_tried_again_for_as_long_as_it_takes(unit):
    parser = parsed(unit)
    assert parser["Unit"]["StartLimitIntervalSec"] == "0"
    assert parser["Service"]["Restart"] == "on-failure" and int(parser["Service"]["RestartSec"]) > 0
    # It ends by itself within ten seconds.
    assert int(parser["Service"]["TimeoutStopSec"]) > 10


def test_nodes_have_folders_of_their_own_and_share_their_files():
    folders = [f"/var/lib/{name}" for name in parsed("hatata@.service")["Service"]["StateDirectory"].split()]
    own, files = option("hatata@.service", "--data"), environment("hatata@.service")["HATATA_FILES"]
    assert "%i" in own and "%i" not in files
    # Everything else is read only.
    assert {own, files} <= set(folders)


@pytest.mark.parametrize("unit", UNITS)
def test_a_proxy_on_the_same_machine_is_believed_for_whom_it_asks(unit):
    assert environment(unit)["HATATA_TRUSTED_PROXIES"] == "127.0.0.1"
    # Nobody else reaches a server that listens there, as it does unless it is told otherwise.
    assert "--host" not in parsed(unit)["Service"]["ExecStart"]


@pytest.mark.parametrize("unit", UNITS)
def test_the_address_can_be_set_in_the_file_of_settings(unit):
    # A flag would count over what the file says.
    assert "--address" not in parsed(unit)["Service"]["ExecStart"]
    assert environment(unit)["HATATA_ADDRESS"].startswith("https://")


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
