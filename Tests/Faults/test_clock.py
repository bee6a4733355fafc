"""The machine's clock is set back an hour."""

import datetime
import re
import secrets

from ledger import history
from writers import CHANNELS, ask, paper_ids

AN_HOUR = datetime.timedelta(hours=1)


def serve_at(place, instant):
    """The same data, served by a clock that begins at an instant."""
    place.server.stop()
    place.restart(options=["--clock", instant.strftime("%Y-%m-%dT%H:%M:%SZ")]).ready()
    for person in [place.organizer, *place.people]:
        person.hang_up()


def check_order(place, subject, written, asked):
    reader = place.organizer
    assert [client for _, client in history(reader, CHANNELS[0]) if client in written] == written
    for order, expected in [("newest", asked[::-1]), ("votes", asked)]:
        page = reader.get(f"/questions/{subject}?order={order}").text
        rows = re.findall(r'<li class="question [^>]* id="question-([^"]*)" data-number="(\d+)"', page)
        shown = [(question, int(number)) for question, number in rows if question in asked]
        assert [question for question, _ in shown] == expected
        # What comes by the stream is put in its place by these.
        numbers = [number for _, number in shown]
        assert numbers == sorted(numbers, reverse=order == "newest") and len(set(numbers)) == len(numbers)


def write_while_the_clock_goes_back(place):
    channel, subject = CHANNELS[0], f"papers/{paper_ids(place.organizer)[0]}"
    now = datetime.datetime.now(datetime.timezone.utc)
    written, asked = [], []
    # And forward again: what is written then comes last, too.
    for instant in [now, now - AN_HOUR, now + AN_HOUR]:
        serve_at(place, instant)
        for person in place.people[:3]:
            client = secrets.token_hex(8)
            assert person.say(channel, f"{person.name} writes {client}", client).status == 303
            written.append(client)
            asked.append(ask(person, subject)[0])
        check_order(place, subject, written, asked)


def test_the_order_in_channels_and_of_questions_holds(place):
    write_while_the_clock_goes_back(place)


def test_so_it_does_over_postgres(place_on_postgres):
    write_while_the_clock_goes_back(place_on_postgres)
