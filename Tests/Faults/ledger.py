"""Compares what was acknowledged with what is stored, and looks whether anything is half done."""

import re
import sqlite3

# Each counts what must not be there.
HALF_DONE = {
    "messages of which no event tells": "SELECT count(*) FROM messages WHERE id NOT IN (SELECT subject FROM events WHERE kind = 'message')",
    "events of messages that are not there": "SELECT count(*) FROM events WHERE kind = 'message' AND subject NOT IN (SELECT id FROM messages)",
    "messages in conversations that their writers are not in":
        "SELECT count(*) FROM messages m WHERE NOT EXISTS (SELECT 1 FROM conversations c WHERE c.account = m.author AND c.channel = m.channel AND c.wrote_at IS NOT NULL)",
    "messages that were not counted": "SELECT count(*) FROM messages m WHERE NOT EXISTS (SELECT 1 FROM allowances a WHERE a.name = 'messages hour ' || m.author)",
    "questions without their askers' votes":
        "SELECT count(*) FROM questions q WHERE NOT EXISTS (SELECT 1 FROM question_votes v WHERE v.question = q.id AND v.account = q.author)",
    "questions that were not told to everybody and to the hosts":
        "SELECT count(*) FROM (SELECT q.id FROM questions q LEFT JOIN events e ON e.subject = q.id AND e.kind = 'question' GROUP BY q.id HAVING count(e.id) <> 2) odd",
}


def sqlite_rows(data):
    """Reads the file beside the server."""

    def rows(sql):
        connection = sqlite3.connect(f"file:{data}/hatata.sqlite?mode=ro", uri=True, timeout=30)
        try:
            return [tuple(map(str, row)) for row in connection.execute(sql)]
        finally:
            connection.close()

    return rows


def postgres_rows(postgres, name):
    def rows(sql):
        return [tuple(line.split("|")) for line in postgres.sql(sql, name).splitlines()]

    return rows


def stored(rows):
    """What is there, by person: names as a `Writer` gives them."""
    found = {}

    def put(name, key, value):
        assert key not in found.setdefault(name, {}), f"{key} is there twice"
        found[name][key] = value

    for name, client, channel, body in rows("SELECT a.name, m.client, m.channel, m.body FROM messages m JOIN accounts a ON a.id = m.author ORDER BY m.number"):
        # Behind what the browser called it stands a sign of what was sent.
        put(name, ("message", client.split(" ")[0]), f"{channel} {body}")
    for name, client, subject, body in rows("SELECT a.name, q.client, q.subject, q.body FROM questions q JOIN accounts a ON a.id = q.author"):
        put(name, ("question", client), f"{subject} {body}")
    for name, question in rows("SELECT a.name, v.question FROM question_votes v JOIN accounts a ON a.id = v.account JOIN questions q ON q.id = v.question WHERE q.author <> v.account"):
        put(name, ("vote", question), True)
    for name, paper in rows("SELECT a.name, s.subject FROM saved s JOIN accounts a ON a.id = s.account WHERE s.saved_at IS NOT NULL"):
        put(name, ("saved", paper), True)
    return found


def check(rows, writers):
    """Everything that was answered is there once, nothing else is, but for what nobody answered; and it is whole."""
    found = stored(rows)
    for writer in writers.all:
        there = {key: value for key, value in found.get(writer.person.name, {}).items()}
        known = {key: value for key, value in writer.known.items() if value is not False}
        hoped = {key: value for key, value in (writer.known | writer.pending).items() if value is not False}
        assert there in (known, hoped), difference(writer, there, known, hoped)
        texts = [key for key in there if key[0] == "message" and key in known]
        assert texts == [key for key in known if key[0] == "message"], f"{writer.person.name}'s messages are in another order"
    for what, sql in HALF_DONE.items():
        assert rows(sql) == [("0",)], what


def difference(writer, there, known, hoped):
    lost = {key: value for key, value in known.items() if there.get(key) != value}
    more = {key: value for key, value in there.items() if hoped.get(key) != value}
    return f"{writer.person.name}: lost {lost}, not acknowledged {more}, under way {writer.pending}"


def check_pages(person, writers, channels):
    """The same by the pages of the channels, back to the beginning."""
    for channel in channels:
        texts = history(person, channel)
        for writer in writers.all:
            known = [key[1] for key, value in writer.known.items() if key[0] == "message" and value.startswith(channel + " ")]
            shown = [client for name, client in texts if name == writer.person.name]
            assert [client for client in shown if client in set(known)] == known, f"{writer.person.name} in {channel}"
            assert set(shown) <= set(known) | {key[1] for key in writer.pending}


def history(person, channel):
    """Who wrote what in a channel, from its beginning."""
    texts, path = [], f"/chat/{channel}"
    while path:
        page = person.get(path)
        assert page.status == 200
        texts = re.findall(r"(Person \d+) writes ([0-9a-f]{16})", page.text) + texts
        older = re.search(r'href="(/chat/[^"]*\?before=\d+)"', page.text)
        path = older and older.group(1)
    return texts
