"""Very many people write in one channel at once, and many read it."""

import html
import re
import secrets
import shutil
import threading
import time

import pytest
from conftest import IS_FULL, Place, often
from ledger import history
from people import Crowd, let_write
from servers import Server, eventually
from streams import OpenPage, Stream
from writers import CHANNELS

FLOODED, QUIET = CHANNELS


@pytest.fixture
def many(story, tmp_path):
    """A hundred people, or the twenty of the story."""
    data, crowd = story
    shutil.copytree(data, tmp_path / "data")
    place = Place(Server(tmp_path / "data").ready(), Crowd(tmp_path / "data", count=100) if IS_FULL else crowd)
    yield place
    place.close()


class Sender(threading.Thread):
    """Sends as fast as it can."""

    def __init__(self, person, end):
        super().__init__(daemon=True)
        self.person, self.end, self.taken, self.notices, self.others = person, end, [], [], []

    def run(self):
        while not self.end.is_set():
            client = secrets.token_hex(8)
            answer = self.person.say(FLOODED, f"{self.person.name} writes {client}", client)
            if answer.status == 303:
                self.taken.append(client)
            elif answer.status == 429:
                self.notices.append(html.unescape(re.search(r'class="problem">([^<]*)<', answer.text).group(1)))
                assert int(answer.headers["Retry-After"]) > 0, "it says when one may write again"
                assert client in answer.text, "what was typed is still in the box"
            else:
                self.others.append((answer.status, answer.text[-1000:]))


def noticed(sender, words):
    return any(words in notice for notice in sender.notices)


def test_a_flood_is_slowed_down_and_every_reader_gets_what_was_taken(many, chance):
    let_write(many.organizer, burst=8, hourly=240)
    readers = many.people[:often(50, 10)]
    start = OpenPage(many.organizer.get(f"/chat/{FLOODED}").text).cursor
    streams = [Stream(person, [f"chat/{FLOODED}"], start) for person in readers]
    end = threading.Event()
    senders = [Sender(person, end) for person in many.people]
    for sender in senders:
        sender.start()
    began = time.monotonic()
    eventually(lambda: any(noticed(sender, "8 messages in ten seconds") for sender in senders), "somebody is told to wait", 60)
    time.sleep(often(15, 0))
    # A moderator slows the channel down in the middle of it; another channel is as it was.
    slowed = many.organizer.post(f"/conduct/channels/{FLOODED}/pace", {"seconds": 30, "why": "A flood"})
    assert slowed.status == 303, slowed.text[-1000:]
    beside = many.organizer.say(QUIET, "How quiet it is here")
    assert beside.status == 303
    time.sleep(often(15, 0))
    eventually(lambda: any(noticed(sender, "slowed this channel down: one message in 30 seconds") for sender in senders), "somebody is told of it", 60)
    end.set()
    for sender in senders:
        sender.join(60)
    assert [other for sender in senders for other in sender.others] == []
    # Everybody is heard, and nobody more often than may be.
    most = 8 * (1 + int(time.monotonic() - began) // 10)
    assert all(1 <= len(sender.taken) <= most for sender in senders), [len(sender.taken) for sender in senders]

    stored = [client for _, client in history(many.organizer, FLOODED)]
    assert sorted(stored) == sorted(client for sender in senders for client in sender.taken)
    assert many.organizer.say(FLOODED, "So much for that").status == 303
    for stream in streams:
        eventually(lambda: stream.has("So much for that"), "the stream tells everything")
        told = re.findall(r"writes ([0-9a-f]{16})", " ".join(update.get("html", "") for updates in stream.told for update in updates))
        assert told == stored
        stream.close()
    print(f"\n{len(stored)} messages of {len(senders)} senders, {sum(len(sender.notices) for sender in senders)} refused, {len(streams)} readers")
