"""The command line as a newcomer meets it."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import time
import zipfile

from conftest import HATATA, NOW, Server


def hatata(*arguments, **environment):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HATATA_")}
    return subprocess.run([HATATA, *map(str, arguments)], capture_output=True, text=True, timeout=120, env={**clean, **environment})


def test_help_names_every_command_and_every_setting():
    commands = hatata("--help").stdout
    for name in ["serve", "import", "export", "demo", "check"]:
        assert name in commands
    settings = hatata("serve", "--help").stdout
    for name in ["--data", "--host", "--port", "--address", "--clock", "--log-level", "--log-format", "HATATA_PORT", "settings.json"]:
        assert name in settings


def test_what_cannot_work_is_said_in_one_line(tmp_path):
    story = tmp_path / "story"
    assert hatata("demo", "--data", story, "--papers", "5").returncode == 0
    for arguments, words in [
        (["serve"], "--data"),
        (["serve", "--data", tmp_path, "--port", "99999"], "port"),
        (["serve", "--data", tmp_path, "--clock", "yesterday"], "2020-04-28T13:55:00Z"),
        (["serve", "--data", tmp_path, "--address", "example"], "https://"),
        (["serve", "--data", tmp_path, "--log-level", "loud"], "warning"),
        (["import", tmp_path / "nowhere", "--data", tmp_path], "no such folder"),
        (["export", "folder", "--data", tmp_path / "none", "--to", tmp_path / "out"], "hatata import"),
        (["check", "--data", tmp_path / "none"], "hatata import"),
        (["demo", "--data", tmp_path, "--papers", "0"], "20000"),
        (["export", "folder", "--data", story, "--to", "/proc/out"], "/proc/out cannot be"),
        (["serve", "--data", story, "--host", "256.1.1.1"], "no host 256.1.1.1"),
    ]:
        result = hatata(*arguments)
        assert result.returncode != 0, arguments
        assert words in result.stderr, (arguments, result.stderr)
        assert "Fatal error" not in result.stderr


def test_a_ban_by_command_is_on_record_with_who_and_why(tmp_path):
    story = tmp_path / "story"
    assert hatata("demo", "--data", story, "--papers", "5").returncode == 0
    (tmp_path / "people.csv").write_text("name,email\nEve Loud,eve@example.org\nOlga Chair,olga@example.org\n")
    assert hatata("people", "import", tmp_path / "people.csv", "--data", story).returncode == 0
    ban = ["people", "standing", "eve@example.org", "banned", "--data", story, "--why", "Threats"]
    assert "--by ADDRESS" in hatata(*ban).stderr
    assert "nobody has the address" in hatata(*ban, "--by", "who@example.org").stderr
    assert "Only organizers" in hatata(*ban, "--by", "olga@example.org").stderr
    assert "eve@example.org  participant  active" in hatata("people", "list", "Eve", "--data", story).stdout
    hatata("people", "role", "olga@example.org", "organizer", "--data", story)
    assert "banned, and signed out" in hatata(*ban, "--by", "olga@example.org").stdout
    with sqlite3.connect(story / "hatata.sqlite") as database:
        rows = database.execute("SELECT action, why, name FROM moderations JOIN accounts ON accounts.id = moderations.account").fetchall()
    assert rows == [("ban", "Threats", "Olga Chair")]


def test_a_wrong_value_is_told_with_how_the_whole_command_is_called(tmp_path):
    for arguments, command in [(["serve", "--data", tmp_path, "--clock", "yesterday"], "hatata serve"), (["export", "folder", "--to", tmp_path], "hatata export folder")]:
        refused = hatata(*arguments)
        assert refused.returncode == 64, arguments
        assert f"\nUsage: {command} " in refused.stderr and f"See '{command} --help'" in refused.stderr, refused.stderr


def test_flags_count_over_the_environment_and_that_over_the_file(tmp_path):
    (tmp_path / "settings.json").write_text('{"port": 1, "log": {"level": "loud"}}')
    assert "warning" in hatata("serve", "--data", tmp_path).stderr
    assert "port" in hatata("serve", "--data", tmp_path, HATATA_LOG_LEVEL="info", HATATA_PORT="70000").stderr
    (tmp_path / "settings.json").write_text('{"port": ')
    assert "settings.json" in hatata("serve", "--data", tmp_path).stderr


def test_a_setting_that_is_none_and_an_address_that_is_none_are_told_as_such(tmp_path):
    (tmp_path / "settings.json").write_text('{"mail-from": "X <x@example.org>", "prot": 1, "log": {"level": "info"}}')
    said = hatata("mail", "test", "nobody", "--data", tmp_path)
    assert "“mail-from” is no setting and does nothing; it is called “mailFrom”" in said.stdout and "“prot” is no setting" in said.stdout
    assert "“nobody”: this mail address has no @" in said.stderr, said.stderr
    sender = hatata("mail", "test", "ada@example.org", "--data", tmp_path, "--mail-from", "Conference")
    assert "who mails come from, “Conference”: this mail address has no @" in sender.stderr, sender.stderr


def test_what_is_served_goes_by_a_flag_over_the_environment_over_the_file(tmp_path, monkeypatch):
    def served(*flags):
        server = Server(tmp_path, NOW, *flags)
        try:
            return re.search(r"Sitemap: (\S+)/sitemap.xml", server.get("/robots.txt").text)[1]
        finally:
            server.stop()

    monkeypatch.delenv("HATATA_ADDRESS", raising=False)
    (tmp_path / "settings.json").write_text('{"address": "https://file.example"}')
    assert served() == "https://file.example"
    monkeypatch.setenv("HATATA_ADDRESS", "https://environment.example")
    assert served() == "https://environment.example"
    assert served("--address", "https://flag.example") == "https://flag.example"


def test_an_import_that_cannot_begin_says_so_as_json_too(tmp_path):
    nowhere = hatata("import", tmp_path / "nowhere", "--data", tmp_path / "data", "--json")
    assert nowhere.returncode == 1
    assert "no such folder" in json.loads(nowhere.stdout)["error"]
    people = tmp_path / "people.csv"
    unread = hatata("people", "import", people, "--data", tmp_path / "data", "--json")
    people.write_text("email,name\nada@example.org,Ada\n")
    unopened = hatata("people", "import", people, "--data", tmp_path / "data", "--json")
    for outcome, words in [(unread, "people.csv cannot be read"), (unopened, "hatata import")]:
        assert outcome.returncode == 1 and words in json.loads(outcome.stdout)["error"]


def test_an_import_tells_as_json_what_it_did(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "papers.csv").write_text("id,title\np1,One paper\np1,The same id\n")
    refused = hatata("import", folder, "--data", tmp_path / "data", "--json")
    outcome = json.loads(refused.stdout)
    assert refused.returncode == 1 and not outcome["isStored"]
    assert [(problem["place"]["line"], problem["severity"]) for problem in outcome["problems"] if problem["severity"] == "error"] == [(3, "error")]
    assert not (tmp_path / "data/hatata.sqlite").exists()
    skipped = hatata("import", folder, "--data", tmp_path / "data", "--json", "--skip-bad-rows")
    assert json.loads(skipped.stdout)["counts"]["papers"] == 1 and skipped.returncode == 0
    assert json.loads(hatata("import", folder, "--data", tmp_path / "data", "--json", "--skip-bad-rows").stdout)["changes"]["byKind"]["paper"]["added"] == []


def test_an_import_that_only_keeps_changes_nothing(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "conference.yml").write_text("name: X\nstart: 2026-04-28\nend: 2026-04-28\n")
    (folder / "papers.csv").write_text("id,title\np1,One\np2,Two\n")
    assert hatata("import", folder, "--data", tmp_path / "data").returncode == 0
    (folder / "papers.csv").write_text("id,title\np2,Two\n")
    said = hatata("import", folder, "--data", tmp_path / "data", "--dry-run").stdout
    assert "Nothing would change." in said and "kept 1 paper" in said and "This would change" not in said, said


def test_a_server_without_a_conference_says_what_to_do_and_takes_one_up(tmp_path):
    server = subprocess.Popen([HATATA, "serve", "--data", str(tmp_path), "--port", "0"], stderr=subprocess.PIPE, text=True)
    try:
        port = next(line["message"].rsplit(":", 1)[1] for line in map(json.loads, server.stderr) if line["message"].startswith("Serving at"))
        address = f"http://127.0.0.1:{port}/"
        welcome = subprocess.run(["curl", "-s", address], capture_output=True, text=True).stdout
        assert "hatata import" in welcome
        assert hatata("demo", "--data", tmp_path, "--papers", "5").returncode == 0
        for _ in range(400):
            if "Inquiry" in subprocess.run(["curl", "-s", address], capture_output=True, text=True).stdout:
                break
            time.sleep(0.05)
        else:
            raise AssertionError("the conference did not appear")
    finally:
        server.send_signal(signal.SIGTERM)
        assert "Cancellation" not in server.communicate(timeout=20)[1]
        assert server.returncode == 0


def test_a_rehearsal_runs_on_its_own_clock(tmp_path):
    assert hatata("demo", "--data", tmp_path, "--papers", "5", "--today", "2026-04-28").returncode == 0
    server = Server(tmp_path, "2026-04-28T13:59:58Z")
    try:
        assert 'data-now="2026-04-28T13:59:5' in server.get("/").text or 'data-now="2026-04-28T14:00' in server.get("/").text
        time.sleep(3)
        assert 'data-now="2026-04-28T14:00:0' in server.get("/?again").text
    finally:
        server.stop()


def test_who_is_made_an_organizer_is_told_that_all_is_open_until_it_is_not(tmp_path):
    data = tmp_path / "data"
    assert hatata("demo", "--data", data, "--papers", "5").returncode == 0
    said = hatata("organizer", "add", "Abeba Chair", "chair@example.org", "--data", data).stdout
    assert "/sign-in/link/" in said and "open to everybody" in said and "hatata access" in said
    assert hatata("access", "--schedule", "participants", "--data", data).returncode == 0
    assert "open to everybody" not in hatata("organizer", "add", "Abeba Chair", "chair@example.org", "--data", data).stdout


def test_who_cannot_come_in_is_given_their_data_and_erased(tmp_path):
    data, archive = tmp_path / "data", tmp_path / "ada.zip"
    assert hatata("demo", "--data", data, "--papers", "5").returncode == 0
    people = tmp_path / "people.csv"
    people.write_text("email,name\nada@example.org,Ada Kanarienvogel\n")
    assert hatata("people", "import", people, "--data", data).returncode == 0
    assert hatata("people", "standing", "ada@example.org", "banned", "--data", data).returncode == 0
    assert hatata("people", "data", "ada@example.org", "--to", archive, "--data", data).returncode == 0
    assert archive.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(archive) as files:
        told = json.loads(files.read("my-data.json"))
    assert told["accounts"][0]["name"] == "Ada Kanarienvogel" and told["accounts"][0]["standing"] == "banned"
    assert [deed["action"] for deed in told["deeds"]][-1] == "data written out"
    again = hatata("people", "data", "ada@example.org", "--to", archive, "--data", data)
    assert again.returncode != 0 and "already" in again.stderr
    assert hatata("people", "erase", "ada@example.org", "--data", data).returncode == 0
    assert hatata("people", "erase", "ada@example.org", "--data", data).returncode != 0
    assert "0 of 0" in hatata("people", "list", "kanarienvogel", "--data", data).stdout
    assert not [file for file in data.rglob("*") if file.is_file() and b"kanarienvogel" in file.read_bytes().lower()]


def test_an_empty_list_shuts_nobody_out_and_roles_are_named(tmp_path):
    data, people = tmp_path / "data", tmp_path / "people.csv"
    assert hatata("demo", "--data", data, "--papers", "5").returncode == 0
    people.write_text("email,name,role\n" + "".join(f"p{number}@example.org,Person {number},\n" for number in range(30)) + "zoe@example.org,Zoe,organizer\n")
    said = hatata("people", "import", people, "--data", data)
    assert said.returncode == 0 and "1 gets a role above what they had:\n  Zoe <zoe@example.org>: role organizer" in said.stdout
    people.write_text("")
    empty = hatata("people", "import", people, "--prune", "--data", data)
    assert empty.returncode == 1 and "names nobody" in empty.stdout
    people.write_text("email,name\np1@example.org,Person 1\n")
    many = hatata("people", "import", people, "--prune", "--data", data)
    assert many.returncode != 0 and "29 people lose access" in many.stdout and "more than a tenth" in many.stderr
    assert "31 of 31" in hatata("people", "list", "--data", data).stdout
    version = re.search(r"--seen (\w+)", many.stdout)[1]
    assert hatata("people", "import", people, "--prune", "--seen", version, "--data", data).returncode == 0


def test_who_loses_a_role_by_a_list_is_named_and_so_is_who_keeps_it_or_is_needed(tmp_path):
    data, people = tmp_path / "data", tmp_path / "people.csv"
    assert hatata("demo", "--data", data, "--papers", "5").returncode == 0
    assert hatata("organizer", "add", "Abeba", "abeba@example.org", "--data", data).returncode == 0
    people.write_text("email,name,role\nzoe@example.org,Zoe,volunteer\nabeba@example.org,Abeba,Attendee\n")
    kept = hatata("people", "import", people, "--data", data)
    assert kept.returncode == 0 and "people.csv:3:25: warning: “Abeba” stays organizer, though the row says participant" in kept.stdout
    people.write_text("email,name,role\nzoe@example.org,Zoe,Attendee\nabeba@example.org,Abeba,organizer\n")
    said = hatata("people", "import", people, "--data", data)
    assert said.returncode == 0 and "1 gets a role below what they had:\n  Zoe <zoe@example.org>: role volunteer -> participant" in said.stdout
    people.write_text("email,name,role\nabeba@example.org,Abeba,Attendee\n")
    refused = hatata("people", "import", people, "--data", data)
    assert refused.returncode != 0 and "another role to Abeba (line 2)" in refused.stderr


def test_who_saved_something_is_told_on_request_and_clashes_are_printed(tmp_path):
    data = tmp_path / "data"
    assert hatata("demo", "--data", data, "--papers", "5").returncode == 0
    for name in ["one", "two"]:
        entry = {"id": name, "kind": "other", "title": name, "start": "2031-01-01T10:00:00Z", "end": "2031-01-01T11:00:00Z", "join": "https://room.example/Hall" + "/" * (name == "two"), "chairs": [], "slots": [], "isCancelled": False}
        added = subprocess.run([HATATA, "program", "add", "session", "--data", str(data)], input=json.dumps(entry), capture_output=True, text=True, timeout=120)
        assert added.returncode == 0, added.stderr
        assert ("Clashes now: room https://room.example/Hall" in added.stdout) == (name == "two")
    told = hatata("program", "set", "session", "one", "isCancelled=true", "--notify", "--data", data)
    assert told.returncode == 0 and "Change " in told.stdout and "Mails" not in told.stdout
