"""The power goes while people write."""

import time

from conftest import often
from ledger import check, check_pages, postgres_rows, sqlite_rows
from servers import eventually, hatata
from writers import CHANNELS, Writers


def kill_while_writing(place, chance, rows, rounds):
    """Kills the server in the middle of writes, again and again, and looks at what is there afterwards."""
    writers = Writers(place, chance)
    try:
        for number in range(rounds):
            enough = writers.sum("count") + chance.randint(1, 40)
            writers.go()
            eventually(lambda: writers.sum("count") >= enough, "the writers write", 60)
            place.server.kill()
            writers.hold()
            if number % 10 == 9:
                # Nor may it matter that putting things right is interrupted.
                half_up = place.restart()
                time.sleep(chance.uniform(0.05, 0.4))
                half_up.kill()
            place.restart().ready()
            check(rows, writers)
            sound = hatata("check", "--data", place.server.data, database=place.server.database)
            assert sound.returncode == 0, sound.stdout + sound.stderr
    finally:
        writers.end()
    assert all(not writer.is_alive() for writer in writers.all)
    writers.check_faults()
    check(rows, writers)
    check_pages(place.organizer, writers, CHANNELS)
    print(f"\n{rounds} kills: {writers.sum('count')} writes answered, {writers.sum('retries')} tried again, {writers.sum('limited')} too many")
    assert writers.sum("retries") > rounds


def test_what_was_answered_survives_that_the_server_is_killed(place, chance):
    kill_while_writing(place, chance, sqlite_rows(place.server.data), often(100, 8))


def test_so_it_does_over_postgres(place_on_postgres, postgres, chance):
    kill_while_writing(place_on_postgres, chance, postgres_rows(postgres, place_on_postgres.name), often(15, 2))


def test_what_was_answered_survives_that_postgres_dies(place_on_postgres, postgres, chance):
    place, rows = place_on_postgres, postgres_rows(postgres, place_on_postgres.name)
    writers = Writers(place, chance)
    try:
        for _ in range(often(6, 1)):
            enough = writers.sum("count") + chance.randint(20, 100)
            writers.go()
            eventually(lambda: writers.sum("count") >= enough, "the writers write", 60)
            refused = writers.sum("refusals")
            postgres.stop("immediate")
            # Nobody is told that it was done, or left waiting.
            eventually(lambda: writers.sum("refusals") > refused, "a write is refused", 60)
            time.sleep(chance.uniform(0.1, 1))
            postgres.start()
            # Who was refused tries until the server has found its database again.
            writers.hold()
            check(rows, writers)
    finally:
        writers.end()
    writers.check_faults()
    refused = [writer for writer in writers.all if writer.refusals]
    assert {status for writer in refused for status in writer.refused_as} == {503}
    assert all(writer.refused_with["Retry-After"] for writer in refused)
    check_pages(place.organizer, writers, CHANNELS)
