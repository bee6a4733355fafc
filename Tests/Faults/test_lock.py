"""Another program holds SQLite's lock for writing, as one does that copies or mends the file."""

import sqlite3
import threading
import time

from conftest import often
from ledger import check, sqlite_rows
from servers import status
from writers import Writers, paper_ids


def test_while_another_program_writes_reading_goes_on_and_nobody_waits_for_ever(place, chance):
    paper = paper_ids(place.organizer)[0]
    writers = Writers(place, chance)
    other = sqlite3.connect(place.server.data / "hatata.sqlite", isolation_level=None)
    statuses, end = [], threading.Event()

    def read():
        while not end.is_set():
            statuses.append(place.organizer.get(f"/chat/general/corridor?around={len(statuses)}").status)
            statuses.append(status(place.server.port, f"/papers/{paper}?{len(statuses)}"))

    reader = threading.Thread(target=read)
    try:
        writers.go()
        time.sleep(1)
        other.execute("BEGIN IMMEDIATE")
        reader.start()
        time.sleep(often(30, 9))
        refusals = [writer.refusals for writer in writers.all]
        read_meanwhile = len(statuses)
        other.execute("ROLLBACK")
        time.sleep(1)
        writers.hold()
    finally:
        end.set()
        reader.join()
        writers.end()
    assert set(statuses) == {200} and read_meanwhile > 20
    # Each waiting its turn, the last would not have been answered before the end.
    assert all(refusals), refusals
    assert {bool(writer.refused_with["Retry-After"]) for writer in writers.all} == {True}, [str(writer.refused_with) for writer in writers.all]
    # Everybody has sent again what was refused, and it was taken.
    assert all(not writer.pending for writer in writers.all)
    check(sqlite_rows(place.server.data), writers)
    writers.check_faults()
    print(f"\n{len(statuses)} pages read, {sum(refusals)} writes refused")
