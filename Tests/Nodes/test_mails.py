"""Mails of several servers: whoever can sends them."""

import time

from conftest import Node, eventually, hatata
from people import Crowd, ask_for_mail


def test_a_server_that_was_told_of_no_mail_server_leaves_mails_to_one_that_was(postgres, tmp_path):
    database = postgres.database("mails")
    made = hatata("demo", "--data", tmp_path / "silent", "--papers", "8", "--today", "2026-04-28", database=database)
    assert made.returncode == 0, made.stderr
    Crowd(tmp_path / "silent", database, count=1)
    silent, mails = Node(tmp_path / "silent", database), tmp_path / "mails"
    try:
        assert "This server sends no mail" in silent.written()
        assert ask_for_mail(silent.port, "person.0@example.org", "127.0.0.1") == 200
        time.sleep(2)
        assert not (tmp_path / "silent/mail").exists()
        sending = Node(tmp_path / "sending", database, options=("--mail", f"folder:{mails}"))
        try:
            eventually(lambda: len(list(mails.glob("*.eml"))) == 1, "the mail leaves by the other server")
            assert "This server sends no mail" not in sending.written()
        finally:
            sending.stop()
    finally:
        silent.stop()
