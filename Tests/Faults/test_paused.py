"""The server is told to stop while somebody takes nothing of what they asked for."""

import socket
import time

from streams import OpenPage
from writers import CHANNELS


def ask_and_take_nothing(person, path):
    """A socket on which an answer has begun, and waits."""
    cookies = "; ".join(f"{name}={value}" for name, value in person.cookies.items())
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    line.connect(("127.0.0.1", person.port))
    line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\n\r\n".encode())
    line.settimeout(10)
    assert line.recv(12) == b"HTTP/1.1 200"
    return line


def seconds_to_stop(server):
    began = time.monotonic()
    server.process.terminate()
    assert server.process.wait(timeout=10) == 0, server.written()[-2000:]
    return time.monotonic() - began


def test_who_does_not_read_what_was_missed_keeps_nothing_from_ending(place):
    channel = CHANNELS[0]
    start = OpenPage(place.people[0].get(f"/chat/{channel}").text).cursor
    # More megabytes than the kernel takes for a reader that takes nothing.
    for number in range(400):
        assert place.people[number % 20].say(channel, f"Number {number} " + "&" * 3_900).status == 303
    line = ask_and_take_nothing(place.people[0], f"/live?topics=chat/{channel}&after={start}")
    time.sleep(1)
    print(f"\n{seconds_to_stop(place.server):.1f} s until it had ended")
    line.close()


def test_nor_does_who_has_paused_a_film(place):
    figure = next((place.server.data / "media/figures").glob("*.svg"))
    figure.write_bytes(b" " * (40 << 20))
    line = ask_and_take_nothing(place.organizer, f"/media/figures/{figure.name}")
    time.sleep(1)
    print(f"\n{seconds_to_stop(place.server):.1f} s until it had ended")
    line.close()
