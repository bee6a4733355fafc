"""Files that people send, on several servers: they lie in one folder, that of `--files`."""

import io
import json
import re
import zipfile

import pytest
from conftest import Node, eventually, hatata, moved
from people import Crowd
from pictures import png

CORRIDOR = "general/corridor"
PAPER = "hT7borrowD"
WARNING = "are not those of the conference"


@pytest.fixture
def sharing(postgres, tmp_path):
    """Three nodes that share their files, the folder of these, and the database."""
    database, files = postgres.database(tmp_path.name), tmp_path / "files"
    options = ("--files", str(files))
    made = hatata("demo", "--data", tmp_path / "node1", *options, "--papers", "8", "--today", "2026-04-28", database=database)
    assert made.returncode == 0, made.stderr
    started = [Node(tmp_path / f"node{number}", database, options=options) for number in (1, 2, 3)]
    yield started, files, database
    for node in started:
        node.stop()


def is_picture(answer):
    return answer.status == 200 and answer.content.startswith(b"\xff\xd8")


def test_what_is_sent_to_one_is_read_from_all_and_erased_from_all(sharing, tmp_path):
    started, files, database = sharing
    crowd = Crowd(tmp_path / "node1", database, count=2)
    organizer = crowd.organizer(started[0].port)
    ada, ben = crowd.sign_in(started[0].port)
    assert ada.send_file("/account/portrait", {}, "picture", png(300, 300)).status == 303
    sent = ada.send_file(f"/chat/{CORRIDOR}/pictures", {"text": "Look"}, "picture", png(300, 200, 2))
    assert sent.status == 303, sent.text
    picture = f"/messages/{sent.place.rsplit('#m-', 1)[1]}/picture.jpg"
    assert organizer.send_file(f"/papers/{PAPER}/mine/poster", {}, "poster", png(400, 300, 3)).status == 303
    poster = re.search(r"/media/uploads/[A-Za-z0-9]+\.jpg", organizer.get(f"/papers/{PAPER}/mine").text).group(0)

    for node in started:
        assert is_picture(moved(ada, node).get(f"/people/{ada.id}/portrait.jpg"))
        assert is_picture(moved(ben, node).get(picture))
        eventually(lambda: is_picture(moved(ben, node).get(poster)), "the poster is served by all")
        with zipfile.ZipFile(io.BytesIO(moved(ada, node).get("/account/data.zip").content)) as own:
            assert {name.split("-")[0] for name in own.namelist()} == {"my", "portrait", "message"}
        assert WARNING not in node.written()
        assert not any(file.is_file() for name in ("media", "portraits", "message-pictures") for file in (node.data / name).rglob("*"))
    assert len(list(files.glob("portraits/*"))) == len(list(files.glob("message-pictures/*"))) == 1

    assert moved(ada, started[2]).post("/account/erasure", {"confirmation": "erase me"}).status == 303
    assert list(files.glob("portraits/*")) == list(files.glob("message-pictures/*")) == []
    for node in started:
        assert moved(ben, node).get(picture).status == 404

    checked = hatata("check", "--data", started[1].data, "--files", files, database=database)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    elsewhere = hatata("check", "--data", started[1].data, database=database)
    assert elsewhere.returncode == 1 and WARNING in elsewhere.stdout


def test_commands_without_the_folder_of_files_leave_all_as_it_is(sharing, tmp_path):
    started, files, database = sharing
    crowd = Crowd(tmp_path / "node1", database, count=1)
    (ada,) = crowd.sign_in(started[0].port)
    assert ada.send_file("/account/portrait", {}, "picture", png(300, 300)).status == 303
    address = crowd.email(crowd.names[0])
    for command in (["people", "erase", address], ["people", "data", address, "--to", tmp_path / "data.zip"], ["import", tmp_path / "node1/story"]):
        done = hatata(*command, "--data", tmp_path / "node1", database=database)
        assert done.returncode != 0 and WARNING in done.stderr, done.stdout + done.stderr
    assert not (tmp_path / "data.zip").exists() and is_picture(ada.get(f"/people/{ada.id}/portrait.jpg"))
    done = hatata("people", "erase", address, "--data", tmp_path / "node1", "--files", files, database=database)
    assert done.returncode == 0, done.stderr
    assert list(files.glob("portraits/*")) == []


def test_a_node_with_files_of_its_own_is_warned(nodes):
    started, _, _ = nodes
    assert [WARNING in node.written() for node in started] == [False, True, True]


def test_the_folder_may_be_named_in_the_settings_and_beside_a_file_as_well(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/settings.json").write_text(json.dumps({"files": str(tmp_path / "files")}))
    made = hatata("demo", "--data", tmp_path / "data", "--papers", "8", "--today", "2026-04-28")
    assert made.returncode == 0, made.stderr
    assert any((tmp_path / "files/media").iterdir()) and not (tmp_path / "data/media").exists()
    assert hatata("check", "--data", tmp_path / "data").returncode == 0
