"""A database that is restarted while nodes are read and the program is changed."""

import threading

from conftest import eventually, hatata, status


def added(postgres, name):
    """The papers that the changes below have added."""
    return set(postgres.sql("SELECT id FROM program_entries WHERE kind = 'paper' AND id LIKE 'added%'", name).split())


def test_no_acknowledged_change_is_lost_while_the_database_is_restarted_under_load(nodes, postgres, tmp_path):
    started, database, name = nodes
    folder = tmp_path / "changing"
    folder.mkdir()
    statuses, refusals, acknowledged, end = [], [], set(), threading.Event()

    def visit(node):
        while not end.is_set():
            statuses.append(status(node.port, f"/papers?q=tones+{len(statuses)}"))

    def change():
        number = 0
        while not end.is_set():
            number += 1
            (folder / "papers.csv").write_text(f"id,title\nadded{number},Addition {number}\n")
            done = hatata("import", folder, "--data", tmp_path / "node1", database=database)
            if done.returncode == 0:
                acknowledged.add(f"added{number}")
            else:
                refusals.append(done.stderr)

    threads = [threading.Thread(target=visit, args=[node]) for node in started] + [threading.Thread(target=change)]
    for thread in threads:
        thread.start()
    try:
        for mode in ("immediate", "fast", "immediate"):
            before = len(acknowledged)
            eventually(lambda: len(acknowledged) > before + 2, "changes are made", 60)
            postgres.stop(mode)
            visits, failures = len(statuses), len(refusals)
            eventually(lambda: len(statuses) > visits + 30, "pages are served without the database")
            eventually(lambda: len(refusals) > failures, "changes are refused without the database")
            postgres.start()
        before = len(acknowledged)
        eventually(lambda: len(acknowledged) > before + 2, "changes are made again", 60)
    finally:
        end.set()
        for thread in threads:
            thread.join()
    assert set(statuses) == {200}
    assert all(refusal.count("\n") == 1 for refusal in refusals), refusals
    stored = added(postgres, name)
    assert acknowledged <= stored
    # A change that was interrupted at its very end may have been made.
    assert len(stored - acknowledged) <= 3
    for node in started:
        for paper in acknowledged:
            eventually(lambda: status(node.port, f"/papers/{paper}") == 200, "every node shows every change")
