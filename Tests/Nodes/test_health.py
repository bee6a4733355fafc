"""What balancers are told of a node whose database hangs."""

import threading
import time

from conftest import Server, eventually, hatata, status


def test_a_database_that_hangs_is_told_in_time_and_holds_up_nobody_who_asks(postgres, tmp_path):
    database = postgres.database("hanging")
    made = hatata("demo", "--data", tmp_path / "data", "--papers", "8", "--today", "2026-04-28", database=database)
    assert made.returncode == 0, made.stderr
    server = Server(tmp_path / "data", database).ready()
    found = []

    def probe():
        began = time.monotonic()
        found.append((status(server.port, "/health/ready"), time.monotonic() - began))

    try:
        before = server.written().count("The database does not answer")
        with postgres.hanging():
            # More than there are connections, of which each would be held for the 35 s of a statement.
            for _ in range(2):
                probes = [threading.Thread(target=probe) for _ in range(20)]
                for one in probes:
                    one.start()
                for one in probes:
                    one.join()
            assert status(server.port, "/schedule?never-asked-before") == 200
        assert {answer for answer, _ in found} == {503}
        assert max(seconds for _, seconds in found) < 15, found
        assert server.written().count("The database does not answer") == before + 1
        eventually(lambda: status(server.port, "/health/ready") == 200, "the node is ready again", 60)
        assert "The database answers again" in server.written()
    finally:
        server.stop()
