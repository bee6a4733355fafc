"""The program sends mail through a real server, and says what happened."""

import email
import email.policy
import sqlite3
import subprocess

import pytest
from conftest import HATATA, PASSWORD, USER, clean, eventually, hatata

FROM = "Story ’20 <no-reply@story.example>"


def send(sink, data, certificate, to="ada@example.org", scheme="smtp", password=PASSWORD, host="localhost"):
    return hatata(
        "mail", "test", to, "--data", data, "--mail", f"{scheme}://{USER}@{host}:{sink.port}", "--mail-from", FROM,
        "--mail-ca", certificate[0], HATATA_MAIL_PASSWORD=password)


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_a_mail_goes_encrypted_and_signed_in(sink, tmp_path, certificate, scheme):
    server = sink("--tls", *certificate, "--auth", USER, PASSWORD, *(["--smtps"] if scheme == "smtps" else []))
    result = send(server, tmp_path, certificate, scheme=scheme)
    assert result.returncode == 0, result.stderr
    for words in ["Connected to localhost", "Encrypted: TLSv1.3", f"Signed in as {USER}", "250 2.0.0 Taken as 4711", "ada@example.org"]:
        assert words in result.stdout, result.stdout
    [mail] = server.taken()
    assert (mail["to"], mail["sender"], mail["user"], mail["tls"]) == ("ada@example.org", "no-reply@story.example", USER, True)
    assert PASSWORD not in result.stdout + result.stderr


def test_a_standard_library_reads_the_mail_as_it_was_meant(sink, tmp_path, certificate):
    server = sink("--tls", *certificate, "--auth", USER, PASSWORD)
    assert send(server, tmp_path, certificate).returncode == 0
    mail = email.message_from_string(server.taken()[0]["content"], policy=email.policy.default)
    assert mail["From"] == FROM and mail["From"].addresses[0].display_name == "Story ’20"
    assert mail["To"] == "ada@example.org" and mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].endswith("@story.example>") and mail["Date"].datetime is not None
    assert mail.get_content_type() == "multipart/alternative"
    plain, html = mail.iter_parts()
    assert plain.get_content_type() == "text/plain" and html.get_content_type() == "text/html"
    assert "mail works" in plain.get_content() and "mail works" in html.get_content()
    assert "Story ’20" in html.get_content() and "<html lang=" in html.get_content()
    assert mail.defects == plain.defects == html.defects == []


def test_what_goes_wrong_is_said_with_what_to_do(sink, tmp_path, certificate):
    server = sink("--tls", *certificate, "--auth", USER, PASSWORD)
    for words, options in [
        (["535", "HATATA_MAIL_PASSWORD"], dict(password="wrong")),
        (["550 5.1.1 There is nobody of that name"], dict(to="refused@example.org")),
        (["450 4.2.1 Come back later"], dict(to="later@example.org")),
        (["554 5.7.1 This looks like spam"], dict(to="spam@example.org")),
        (["127.0.0.1"], dict(host="127.0.0.1")),
        (["name@example.org"], dict(to="ada")),
    ]:
        result = send(server, tmp_path, certificate, **options)
        assert result.returncode != 0 and len(result.stderr.strip().splitlines()) <= 4, result.stderr
        for word in words:
            assert word in result.stderr, result.stderr
        assert PASSWORD not in result.stdout + result.stderr
    assert server.taken() == []
    server.stop()
    assert "check the host and the port" in send(server, tmp_path, certificate).stderr


def test_no_mail_goes_to_a_server_that_is_not_trusted_or_does_not_encrypt(sink, tmp_path, certificate):
    server = sink("--tls", *certificate)
    result = hatata("mail", "test", "ada@example.org", "--data", tmp_path, "--mail", f"smtp://localhost:{server.port}", "--mail-from", FROM)
    assert result.returncode != 0 and "certificate" in result.stderr and "--mail-ca" in result.stderr
    plain = sink()
    result = hatata("mail", "test", "ada@example.org", "--data", tmp_path, "--mail", f"smtp://localhost:{plain.port}", "--mail-from", FROM)
    assert result.returncode != 0 and "TLS" in result.stderr
    assert server.taken() == plain.taken() == []


def test_an_address_in_another_script_goes_to_a_server_that_knows_such(sink, tmp_path, certificate):
    server = sink("--tls", *certificate, "--auth", USER, PASSWORD)
    result = send(server, tmp_path, certificate, to="用户@bücher.example")
    assert result.returncode == 0, result.stderr
    assert server.taken()[0]["to"] == "用户@xn--bcher-kva.example"


def test_settings_that_cannot_work_are_refused(tmp_path):
    for place, words in [
        ("smtp://me:secret@smtp.example.org", "HATATA_MAIL_PASSWORD"), ("smtp://me@smtp.example.org", "HATATA_MAIL_PASSWORD"),
        ("smtp://smtp.example.org?tls=off", "this machine"), ("imap://x", "smtp://"), ("smtps://smtp.example.org", "--mail-from"),
    ]:
        for command in (["mail", "test", "ada@example.org"], ["serve", "--port", "0"]):
            result = hatata(*command, "--data", tmp_path, "--mail", place)
            assert result.returncode != 0 and words in result.stderr, result.stderr
            assert "secret" not in result.stderr.replace(place, "")


def test_without_settings_mails_are_files_in_the_data_folder(tmp_path):
    result = hatata("mail", "test", "用户@bücher.example", "--data", tmp_path)
    assert result.returncode == 0, result.stderr
    [file] = (tmp_path / "mail").iterdir()
    assert str(file) in result.stdout and file.suffix == ".eml"
    assert "To: 用户@xn--bcher-kva.example" in file.read_text()


class Server:
    """A server whose clock begins at an instant, and that sends mail in a rehearsal too."""

    def __init__(self, data, sink, clock, *options):
        self.log = open(f"{data}.log", "a+")
        command = [HATATA, "serve", "--data", str(data), "--port", "0", "--clock", clock, "--mail", f"smtp://localhost:{sink.port}?tls=off"]
        self.process = subprocess.Popen([*command, "--mail-from", FROM, *options], stderr=self.log, env=clean())

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=30) == 0


def states(data):
    with sqlite3.connect(f"file:{data}/hatata.sqlite?mode=ro", uri=True, timeout=20) as database:
        return dict(database.execute("SELECT state, COUNT(*) FROM outbox GROUP BY state"))


TEXTS = {
    "plain": "Hello.",
    "Überraschung: 論文 № 12 – «naïve» 🧑🏽‍🚀 " + "ትምህርት " * 20: "ሰላም.\n.\n..\nFrom here\n",
    "=?utf-8?Q?posing?= as another": "=3D is no sign\ntrailing   \n\ttab\t\n" + "x" * 3000,
    "word " * 60: "one\n\n\ntwo" + " long" * 500,
    "y" * 300: "=_hatata\n--=_hatata--\n",
}


def test_what_was_put_into_the_outbox_arrives_word_by_word(sink, tmp_path):
    data = tmp_path / "data"
    assert hatata("demo", "--data", data, "--papers", "5").returncode == 0
    with sqlite3.connect(data / "hatata.sqlite") as database:
        database.executemany(
            """INSERT INTO outbox (id, recipient, purpose, urgency, subject, body_text, body_html, unsubscribe_url, state, attempts, next_at, created_at)
            VALUES (?, ?, 'reminder', 1, ?, ?, ?, 'https://story.example/unsubscribe/abc', 'waiting', 0, 0, 1588082100000)""",
            [(f"{n}-a", f"p{n}@example.org", subject, text, f"<p>{text}</p>") for n, (subject, text) in enumerate(TEXTS.items())])
    mails, server = sink(), None
    try:
        server = Server(data, mails, "2020-04-28T13:56:00Z")
        eventually(lambda: len(mails.taken()) == len(TEXTS), "all mails were taken")
    finally:
        server.stop()
    for taken in mails.taken():
        assert all(len(line) <= 78 for line in taken["content"].split("\r\n"))
        mail = email.message_from_string(taken["content"].replace("\r\n", "\n"), policy=email.policy.default)
        subject, text = list(TEXTS.items())[int(taken["to"][1:].split("@")[0])]
        assert mail["Subject"].split() == subject.split() and mail.defects == []
        plain, html = mail.iter_parts()
        assert plain.get_content().rstrip("\n") == text.rstrip("\n")
        assert html.get_content().rstrip("\n") == f"<p>{text}</p>"
        assert mail["List-Unsubscribe"] == "<https://story.example/unsubscribe/abc>"
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_server_that_is_killed_among_200_mails_sends_none_twice(sink, tmp_path):
    data = tmp_path / "data"
    assert hatata("demo", "--data", data, "--papers", "5").returncode == 0
    start = 1_588_082_100_000
    with sqlite3.connect(data / "hatata.sqlite") as database:
        database.executemany(
            """INSERT INTO outbox (id, recipient, purpose, urgency, subject, body_text, state, attempts, next_at, created_at)
            VALUES (?, ?, 'reminder', 1, 'Soon', 'It begins.', 'waiting', 0, ?, ?)""",
            [(f"{number:012}-a", f"slow-{number}@example.org", start, start) for number in range(200)])
    server = sink()
    first = Server(data, server, "2020-04-28T13:56:00Z", "--mail-rate", "0")
    eventually(lambda: len(server.taken()) >= 60, "60 mails were taken")
    first.kill()
    before = states(data)
    in_flight = before.get("sending", 0)
    assert in_flight <= 4 and before["waiting"] > 0
    # Long enough later for the claims of the one that was killed to have run out.
    second = Server(data, server, "2020-04-28T14:00:00Z", "--mail-rate", "0")
    eventually(lambda: states(data).get("sent", 0) + states(data).get("unknown", 0) == 200, "all mails have an end")
    second.stop()
    recipients = [mail["to"] for mail in server.taken()]
    assert len(set(recipients)) == len(recipients), "no mail came twice"
    assert states(data).get("unknown", 0) == in_flight, "only what was on its way is unknown"
    assert 200 - in_flight <= len(recipients) <= 200


@pytest.mark.parametrize("recipient, state", [("silent@example.org", "waiting"), ("mute@example.org", "unknown")])
def test_a_mail_server_that_says_nothing_does_not_keep_ours_from_ending(sink, tmp_path, recipient, state):
    data = tmp_path / "data"
    assert hatata("demo", "--data", data, "--papers", "5").returncode == 0
    with sqlite3.connect(data / "hatata.sqlite") as database:
        database.execute(
            """INSERT INTO outbox (id, recipient, purpose, urgency, subject, body_text, state, attempts, next_at, created_at)
            VALUES ('1-a', ?, 'reminder', 1, 'Soon', 'It begins.', 'waiting', 0, 0, 0)""", [recipient])
    mails = sink()
    server = Server(data, mails, "2020-04-28T13:56:00Z")
    tried = mails.folder / "tried.jsonl"
    attempts = 1 if recipient.startswith("silent") else 2
    eventually(lambda: tried.exists() and len(tried.read_text().splitlines()) == attempts, "the mail was tried")
    server.stop()
    assert states(data) == {state: 1}


def test_a_rehearsal_sends_nothing_unless_it_is_told_where(tmp_path):
    log = tmp_path / "log"
    data = tmp_path / "data"
    assert hatata("demo", "--data", data, "--papers", "5").returncode == 0
    (data / "settings.json").write_text('{"mail": "smtp://localhost:1?tls=off", "mailFrom": "a@example.org"}')
    with open(log, "w") as file:
        process = subprocess.Popen([HATATA, "serve", "--data", str(data), "--port", "0", "--clock", "2020-04-28T13:56:00Z"], stderr=file, env=clean())
        eventually(lambda: "Serving at" in log.read_text(), "it serves")
        process.terminate()
        assert process.wait(timeout=30) == 0
    assert "A rehearsal sends no mail" in log.read_text()
