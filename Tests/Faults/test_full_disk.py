"""The disk is full for a while: a small one of its own, which only the server sees."""

import os
import pathlib
import re
import secrets
import subprocess
import time

import pytest
from conftest import Place
from pictures import png
from servers import HATATA, environment, eventually
from streams import OpenPage, Stream
from writers import paper_ids

CORRIDOR = "general/corridor"
# Mounts a small disk over the folder in which the conference lies, copies it there, and goes on as the server.
ON_SMALL_DISK = ["unshare", "--mount", "--propagation", "private", "bash", "-c",
                 'set -e; folder=$0; copy=$1; shift; mount -t tmpfs -o size=24m,mode=700 tmpfs "$folder"; cp -a "$copy/." "$folder"; exec "$@"']
LATER = ["--clock", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 3_600))]


def why_not():
    if os.geteuid() != 0:
        return "only root may mount a disk, and we are not"
    tried = subprocess.run(["unshare", "--mount", "--propagation", "private", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, text=True)
    return "" if tried.returncode == 0 else f"no disk can be mounted here: {tried.stderr.strip()}"


@pytest.fixture
def small(place, tmp_path):
    """The place on a disk of its own, an hour later, so that it is to be noted again that people are here."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    place.server.stop()
    copy = tmp_path / "copy"
    os.rename(place.server.data, copy)
    place.server.data.mkdir()
    place.restart(within=[*ON_SMALL_DISK, str(place.server.data), str(copy)], options=LATER).ready()
    # As the server sees it.
    place.disk = pathlib.Path(f"/proc/{place.server.process.pid}/root{place.server.data}")
    return place


def fill(disk):
    with open(disk / "ballast", "wb", buffering=0) as ballast:
        for size in (1 << 16, 1 << 12, 1):
            try:
                while True:
                    ballast.write(b"\0" * size)
            except OSError:
                pass


def refusal(answer):
    """What a page says that refuses for want of room."""
    assert answer.status == 507, (answer.status, answer.text[-3000:])
    assert answer.headers["Retry-After"]
    said = re.search(r'<div class="empty">.*?</p>', answer.text, re.S).group(0)
    assert "disk" in said and "organizers" in said
    return said


def test_a_full_disk_refuses_what_is_sent_and_shows_everything_until_there_is_room(small):
    place, disk = small, small.disk
    ada, ben, late = place.people[:3]
    paper = paper_ids(ada)[0]
    sent = []

    def say(person, text):
        text = f"{secrets.token_hex(8)} {text}"
        answer = person.say(CORRIDOR, text)
        if answer.status == 303:
            sent.append(text[:16])
        return answer

    def send_picture(person, seed):
        text = secrets.token_hex(8)
        answer = person.send_file(f"/chat/{CORRIDOR}/pictures", {"text": text}, "picture", png(500, 400, seed))
        if answer.status == 303:
            sent.append(text)
        return answer

    assert say(ada, "before").status == 303
    assert send_picture(ada, 1).status == 303
    reading = OpenPage(ben.get(f"/chat/{CORRIDOR}").text)
    stream = Stream(ben, [f"chat/{CORRIDOR}"], reading.cursor)

    fill(disk)
    # What the log has room for is still taken.
    for _ in range(400):
        refused = say(ada, "while it is full " * 200)
        if refused.status != 303:
            break
        time.sleep(0.12)
    refusal(refused)
    fill(disk)
    refusal(say(ben, "also full"))
    refusal(ada.post(f"/questions/papers/{paper}", {"text": "Is there room for a question?"}))
    refusal(ada.post("/account/saved", {"save": f"papers:{paper}", "back": "/"}))
    refusal(send_picture(ada, 2))
    assert "free space" in place.server.written()

    # Who comes only now is let in to read, although it cannot be noted.
    for person in (ada, ben, late):
        for path in ("/", f"/papers/{paper}", f"/chat/{CORRIDOR}", f"/questions/papers/{paper}", "/account", f"/papers?q={secrets.token_hex(4)}"):
            assert person.get(path).status == 200, path
    opened = Stream(late, [f"chat/{CORRIDOR}"], reading.cursor)
    assert opened.status == 200
    assert len(list(disk.glob("message-pictures/*"))) == 1

    # Room for the database, but not for a picture.
    process = place.server.process.pid
    with open(disk / "ballast", "r+b") as ballast:
        ballast.truncate((disk / "ballast").stat().st_size - (300 << 10))
    assert say(ada, "there is a little room").status == 303
    refusal(send_picture(ada, 3))
    assert len(list(disk.glob("message-pictures/*"))) == 1

    (disk / "ballast").unlink()
    assert say(late, "there is room").status == 303
    assert ada.post(f"/questions/papers/{paper}", {"text": "Is there room now?"}).status == 303
    assert ada.post("/account/saved", {"save": f"papers:{paper}", "back": "/"}).status == 303
    shown = send_picture(ada, 4)
    assert shown.status == 303
    id = shown.place.rsplit("#m-", 1)[1]
    assert ada.get(f"/messages/{id}/picture.jpg").content[-2:] == b"\xff\xd9"
    assert place.server.process.pid == process and place.server.process.poll() is None

    # Just what was answered is there, on the page that was open all the time as on a new one, and of what was refused nothing.
    eventually(lambda: stream.has(sent[-1]), "the stream tells everything")
    final = OpenPage(ben.get(f"/chat/{CORRIDOR}").text)
    for updates in stream.told:
        reading.apply(updates)
    words = re.compile(r'message-body"[^>]*>\s*<p>([0-9a-f]{16})')
    assert words.findall(final.element("messages")) == sent[-50:]
    assert words.findall(reading.element("messages")) == sent
    assert {path.suffix for path in disk.glob("message-pictures/*")} == {".jpg"}
    assert len(list(disk.glob("message-pictures/*"))) == 2
    sound = subprocess.run(["nsenter", "--mount", "-t", str(process), HATATA, "check", "--data", str(place.server.data)], capture_output=True, text=True, env=environment())
    assert sound.returncode == 0, sound.stdout + sound.stderr
    for open_stream in (stream, opened):
        open_stream.close()
