"""What goes wrong around a real server: it is killed, its disk is full, its database is held, it is told to stop, it is flooded."""

import os
import pathlib
import random
import shutil
import sys

import pytest

sys.path.append(str(pathlib.Path(__file__).parent.parent / "Actors"))

from people import Crowd  # noqa: E402
from servers import Postgres, Server, hatata  # noqa: E402

# All counts with bin/test --faults; else a short form.
IS_FULL = os.environ.get("HATATA_FAULTS") == "full"
# bin/test --faults with HATATA_SEED repeats what was chosen by chance.
SEED = int(os.environ.get("HATATA_SEED") or random.randrange(1_000_000))
CROWD = 20


def often(full, short):
    return full if IS_FULL else short


def pytest_report_header():
    return f"HATATA_SEED={SEED}, {'all' if IS_FULL else 'some'} of the counts"


@pytest.fixture
def chance(request):
    return random.Random(f"{SEED} {request.node.name}")


@pytest.fixture(scope="session")
def postgres():
    server = Postgres()
    yield server
    server.close()


@pytest.fixture(scope="session")
def story(tmp_path_factory):
    """The story conference in a folder, with twenty people; to be copied."""
    data = tmp_path_factory.mktemp("story") / "data"
    made = hatata("demo", "--data", data, "--papers", "40")
    assert made.returncode == 0, made.stderr
    crowd = Crowd(data, count=CROWD)
    return data, crowd


class Place:
    """A conference that is served, with an organizer and a crowd who are signed in."""

    def __init__(self, server, crowd):
        self.server, self.crowd = server, crowd
        self.organizer = crowd.organizer(server.port)
        self.people = crowd.sign_in(server.port)

    def restart(self, **changes):
        """The same server anew, not yet ready."""
        old = self.server
        self.server = Server(old.data, old.database, old.port, **changes)
        return self.server

    def close(self):
        if self.server.process.poll() is None:
            self.server.stop()


@pytest.fixture
def place(story, tmp_path):
    """The conference over its own SQLite file."""
    data, crowd = story
    shutil.copytree(data, tmp_path / "data")
    place = Place(Server(tmp_path / "data").ready(), crowd)
    yield place
    place.close()


@pytest.fixture
def place_on_postgres(postgres, tmp_path):
    """The conference over a PostgreSQL database."""
    name = f"faults-{tmp_path.name[:40]}"
    database = postgres.database(name)
    made = hatata("demo", "--data", tmp_path / "data", "--papers", "40", database=database)
    assert made.returncode == 0, made.stderr
    crowd = Crowd(tmp_path / "data", database, CROWD)
    place = Place(Server(tmp_path / "data", database).ready(), crowd)
    place.name = name
    yield place
    place.close()
