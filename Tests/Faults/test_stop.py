"""The server is told to stop while people write and pages are open, and another takes its place."""

import socket
import time
from urllib.parse import urlencode

from conftest import often
from ledger import check, check_pages, sqlite_rows
from servers import eventually
from streams import OpenPage, Stream
from writers import CHANNELS, Writers


def half_sent(person, channel, number):
    """A message of which half has arrived: a socket, and the other half."""
    body = urlencode({"token": person.token, "text": f"half {number}", "client": f"half-of-it-{number}"}).encode()
    cookies = "; ".join(f"{name}={value}" for name, value in person.cookies.items())
    head = f"POST /chat/{channel}/messages HTTP/1.1\r\nHost: 127.0.0.1:{person.port}\r\nCookie: {cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    line = socket.create_connection(("127.0.0.1", person.port), timeout=30)
    line.sendall(head.encode() + body[:20])
    return line, body[20:]


def test_who_is_told_to_stop_ends_in_order_and_nothing_is_lost(place, chance):
    writers = Writers(place, chance)
    channel = CHANNELS[0]
    try:
        for number in range(often(10, 1)):
            pages = [OpenPage(person.get(f"/chat/{channel}").text) for person in place.people]
            streams = [Stream(person, [f"chat/{channel}"], page.cursor) for person, page in zip(place.people, pages)]
            writers.go()
            time.sleep(chance.uniform(0.3, 1))
            line, rest = half_sent(place.organizer, channel, number)
            time.sleep(0.1)
            place.server.process.terminate()
            began = time.monotonic()
            time.sleep(0.2)
            line.sendall(rest)
            answer = line.recv(1 << 16).decode()
            line.close()
            assert answer.startswith("HTTP/1.1 303"), answer[:500]
            assert place.server.process.wait(timeout=10) == 0, place.server.written()[-2000:]
            seconds = time.monotonic() - began
            writers.hold()
            for stream in streams:
                assert stream.ended.wait(10)
                assert stream.farewell is not None and 1_000 <= stream.farewell <= 8_000
            # They do not all come back at once.
            assert len({stream.farewell for stream in streams}) > len(streams) // 2
            place.restart().ready()
            writers.go()
            time.sleep(0.3)
            returned = [Stream(person, [f"chat/{channel}"], stream.cursor, resuming=True) for person, stream in zip(place.people, streams)]
            time.sleep(0.5)
            writers.hold()
            check(sqlite_rows(place.server.data), writers)
            place.organizer.hang_up()
            assert place.organizer.say(channel, f"stopped {number} times").status == 303
            whole = [OpenPage(person.get(f"/chat/{channel}").text) for person in place.people]
            for page, stream, again, now in zip(pages, streams, returned, whole):
                eventually(lambda: again.has(f"stopped {number} times"), "the new stream tells everything")
                for updates in stream.told + again.told:
                    page.apply(updates)
                assert page.rows("messages")[-50:] == now.rows("messages")
                again.close()
            print(f"\n{seconds:.1f} s until it had ended")
    finally:
        writers.end()
    writers.check_faults()
    check_pages(place.organizer, writers, CHANNELS)
