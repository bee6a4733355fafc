"""Somebody who has only docs/api.md gets through it: each of its commands does what it says."""

import json
import os
import re
import subprocess

from conftest import ROOT, Client, hatata


def commands():
    text = (ROOT / "docs/api.md").read_text()
    return [block for block in re.findall(r"```sh\n(.*?)```", text, re.S)]


def test_every_command_of_the_page_works_in_its_order(server, tmp_path):
    """The page is followed from its first line to its last, in one shell, as somebody would type it."""
    blocks = commands()
    assert len(blocks) >= 8
    script = "\n".join(blocks).replace("https://conference.example.org", server.address).replace("--data DIR", f"--data {server.data}")
    hatata_binary = os.environ.get("HATATA", str(ROOT / ".build/debug/hatata"))
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    (bin_folder / "hatata").symlink_to(hatata_binary)
    (tmp_path / "registrations.csv").write_text("email,name,country\nada@example.org,Ada Lovelace,United Kingdom\n")
    environment = {**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"status":4' not in done.stdout and '"status":5' not in done.stdout, done.stdout
    api = Client(server.address, server.token)
    assert api("GET", "/people?q=ada").json["total"] == 1
    assert (tmp_path / "program.zip").read_bytes()[:2] == b"PK"


def test_every_scope_and_every_address_of_the_page_is_there(server):
    text = (ROOT / "docs/api.md").read_text()
    document = Client(server.address)("GET", "/openapi.json").json
    for path in document["paths"]:
        # Entries of the program are alike; the page says so once.
        shown = re.sub(r"^/program/(papers|sessions|sponsors|answers|members|themes)", "/program/KIND", path)
        shown = re.sub(r"^/program/events(/\{kind\}/\{name\})?$", lambda found: "/program/events" + (found[1] or ""), shown)
        assert f"`{shown}`" in text or f" {shown}`" in text, f"{path} is not in docs/api.md"
    for operation in (operation for item in document["paths"].values() for operation in item.values() if isinstance(operation, dict)):
        if "x-scope" in operation:
            assert f"`{operation['x-scope']}`" in text


def test_a_token_of_the_command_line_is_listed_revoked_and_then_of_no_use(server):
    text = hatata("token", "add", "For a while", "record:read", "--days", "2", "--data", server.data).splitlines()[0]
    api = Client(server.address, text)
    mine = api("GET", "/token").json
    assert mine["name"] == "For a while" and mine["scopes"] == ["record:read"] and mine["madeBy"] is None
    assert api("GET", "/people").status == 403
    listed = hatata("token", "list", "--data", server.data)
    assert mine["id"] in listed and text not in listed and "for a while" in listed.lower()
    assert "Revoked" in hatata("token", "revoke", mine["id"], "--data", server.data)
    refused = api("GET", "/token")
    assert refused.status == 401 and "invalid_token" in refused.headers["WWW-Authenticate"]
    assert refused.json["detail"] == "This token was revoked."


def test_two_scripts_do_not_overwrite_each_other(api):
    first = api("GET", "/program/answers?limit=1").json["items"][0]
    path = f"/program/answers/{first['id']}"
    tag = api("GET", path).headers["ETag"]
    one = api("PUT", path, {**first, "text": "What one script writes"}, If_Match=tag)
    assert one.status == 200
    other = api("PUT", path, {**first, "text": "What the other writes"}, If_Match=tag)
    assert other.status == 412 and other.json["advice"]
    assert api("GET", path).json["text"] == "What one script writes"
    undone = api("POST", f"/program/changes/{one.headers['Program-Change']}/undo")
    assert undone.status == 201 and api("GET", path).json == first


def test_the_token_stands_in_no_log_and_in_no_file(server, tmp_path):
    api = Client(server.address, server.token)
    api("GET", "/people")
    api("GET", f"/people?q={server.token}")
    for file in server.data.rglob("*"):
        if file.is_file():
            assert server.token.encode() not in file.read_bytes(), file
