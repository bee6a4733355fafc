"""All connections of a node to its database are in use."""

import threading
import time

from conftest import Server, eventually, hatata, status
from people import Crowd

CORRIDOR = "/chat/general/corridor"


class Reader(threading.Thread):
    """Asks for a page that has to be read from the database."""

    def __init__(self, person, number):
        super().__init__(daemon=True)
        self.person, self.number = person, number

    def run(self):
        began = time.monotonic()
        self.answer = self.person.get(f"{CORRIDOR}?around={self.number}")
        self.seconds = time.monotonic() - began


def test_who_finds_no_connection_is_asked_to_come_again_and_all_works_afterwards(postgres, tmp_path):
    database = postgres.database("narrow")
    made = hatata("demo", "--data", tmp_path / "data", "--papers", "8", "--today", "2026-04-28", database=database)
    assert made.returncode == 0, made.stderr
    crowd = Crowd(tmp_path / "data", database, count=12)
    server = Server(tmp_path / "data", database, options=("--database-connections", "1", "--statement-timeout", "2")).ready()
    try:
        people = crowd.sign_in(server.port)
        assert people[0].get(CORRIDOR).status == 200
        # Reading a message waits for this, and holds the one connection meanwhile.
        with postgres.locked("messages", "narrow"):
            readers = [Reader(person, number) for number, person in enumerate(people)]
            for reader in readers:
                reader.start()
            # Pages from memory need none.
            assert status(server.port, "/schedule?never-asked-before") == 200
            for reader in readers:
                reader.join(120)
        assert {reader.answer.status for reader in readers} == {503}
        assert all(reader.answer.headers["Retry-After"] for reader in readers)
        # One after another each would have waited for its own two seconds.
        assert max(reader.seconds for reader in readers) < 20, [reader.seconds for reader in readers]
        assert "has all its 1 connections in use" in server.written()
        assert "took too long for a statement" in server.written()
        eventually(lambda: people[0].get(CORRIDOR).status == 200, "the page is read again")
        eventually(lambda: status(server.port, "/health/ready") == 200, "the node is ready again")
    finally:
        server.stop()
