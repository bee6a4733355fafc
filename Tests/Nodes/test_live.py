"""Pages that are open on one server, of what happens on another."""

import json
import re
import secrets
import time

import pytest
from conftest import eventually, moved
from people import Crowd
from streams import OpenPage, Stream

CORRIDOR = "general/corridor"


@pytest.fixture
def talk(nodes, tmp_path):
    """Three nodes; and an organizer and four people who signed in on the first of them."""
    started, database, _ = nodes
    crowd = Crowd(tmp_path / "node1", database, count=4)
    return started, crowd.organizer(started[0].port), crowd.sign_in(started[0].port)


def follow(person, node):
    moved(person, node)
    page = OpenPage(person.get(f"/chat/{CORRIDOR}").text)
    stream = Stream(person, [f"chat/{CORRIDOR}"], page.cursor)
    assert stream.status == 200, stream.text
    return page, stream


def test_what_is_said_on_one_is_seen_on_all(talk):
    started, organizer, people = talk
    following = [follow(person, node) for person, node in zip(people, started)]
    said = []
    for number in range(9):
        moved(organizer, started[number % 3])
        said.append(secrets.token_hex(8))
        assert organizer.say(CORRIDOR, said[-1]).status == 303
    for page, stream in following:
        eventually(lambda: stream.has(said[-1]), "the last word arrives")
        for updates in stream.told:
            page.apply(updates)
    now = OpenPage(moved(people[0], started[2]).get(f"/chat/{CORRIDOR}").text)
    assert all(page.element("messages") == now.element("messages") for page, _ in following)
    for _, stream in following:
        stream.close()


def test_a_page_of_one_is_followed_on_another_without_a_gap(talk):
    started, organizer, people = talk
    for number in range(30):
        reader = moved(people[0], started[number % 3])
        page = OpenPage(reader.get(f"/chat/{CORRIDOR}").text)
        said = secrets.token_hex(8)
        assert moved(organizer, started[(number + 1) % 3]).say(CORRIDOR, said).status == 303
        stream = Stream(moved(reader, started[(number + 2) % 3]), [f"chat/{CORRIDOR}"], page.cursor)
        eventually(lambda: stream.has(said) or said in page.text, "what was said in between arrives")
        stream.close()


QUESTIONS = "questions/keynotes/1"


def ask_about(person, node):
    """A page with the questions about a keynote, and what it is told."""
    page = OpenPage(moved(person, node).get(f"/{QUESTIONS}").text)
    stream = Stream(person, ["me", QUESTIONS], page.cursor)
    assert stream.status == 200, stream.text
    return page, stream


def test_what_one_asks_on_one_stands_on_ones_own_pages_of_all_and_while_it_waits_on_nobody_elses(talk):
    started, organizer, people = talk
    chosen = organizer.post("/organize/questions", {"reviewed": 1, "anonymous": 1})
    assert chosen.status == 303, chosen.text
    asker, secret = people[0], secrets.token_hex(8)
    own = [ask_about(asker, node) for node in started]
    others = [ask_about(person, node) for person, node in zip(people[1:], started)]
    assert moved(asker, started[0]).post(f"/{QUESTIONS}", {"text": secret, "anonymous": 1}).status == 303
    now = OpenPage(moved(asker, started[1]).get(f"/{QUESTIONS}").text)
    id = re.search(r'data-own-questions="([^"]+)"', now.text).group(1)
    for page, stream in own:
        eventually(lambda: stream.has("Waits until a host has looked at it"), "the asker's page hears of it")
        for updates in stream.told:
            page.apply(updates)
        assert page.element("asked-keynotes-1") == now.element("asked-keynotes-1")
    assert not any(word in json.dumps(stream.told) for _, stream in others for word in (id, secret))
    assert organizer.post(f"/question/{id}/move", {"move": "open"}).status == 303
    for page, stream in others:
        eventually(lambda: stream.has(secret), "others see what was let through")
        told = json.dumps(stream.told)
        assert not any(word in told for word in (asker.name, asker.id, "asked-keynotes-1", "Waits until"))
    for _, stream in own + others:
        stream.close()


def shut_out(organizer, one, how):
    """Bans somebody, or signs them out everywhere; returns when that was answered."""
    if how == "banned":
        done = organizer.post(f"/conduct/people/{one.id}/ban", {"why": "A trial"})
    else:
        done = organizer.post(f"/organize/people/{one.id}/devices/removal", {})
    answered = time.monotonic()
    assert done.status == 303, done.text[-1000:]
    return answered


@pytest.mark.parametrize("how", ["banned", "signed out"])
def test_who_is_shut_out_on_one_loses_every_stream_within_a_second(talk, how):
    started, organizer, people = talk
    kept, took, lost = None, [], []
    for one, here in zip(people, started):
        streams = [follow(one, node)[1] for node in started]
        lost += streams
        answered = shut_out(moved(organizer, here), one, how)
        for stream in streams:
            assert stream.ended.wait(30), "the stream ends"
        took.append(time.monotonic() - answered)
        for stream, node in zip(streams, started):
            again = Stream(moved(one, node), [f"chat/{CORRIDOR}"], stream.cursor, resuming=True)
            assert again.status in (401, 403), again.status
            assert one.get(f"/chat/{CORRIDOR}").status in (401, 403)
        # From here on all nodes know that this person has signed in, which ends streams of theirs, too.
        kept = kept or follow(people[3], started[1])[1]
    print(f"streams ended after {', '.join(f'{seconds:.3f}' for seconds in took)} s")
    assert max(took) <= 1, took
    said = secrets.token_hex(8)
    assert organizer.say(CORRIDOR, said).status == 303
    eventually(lambda: kept.has(said), "others' streams go on")
    assert not kept.ended.is_set()
    assert not any(stream.has(said) for stream in lost)
    kept.close()
