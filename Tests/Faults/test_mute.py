"""Somebody holds a stream open and reads nothing of it."""

import socket

from servers import eventually
from streams import OpenPage, Stream
from writers import CHANNELS


def test_who_reads_nothing_is_cut_off_and_nobody_else(place):
    channel = CHANNELS[0]
    reader, mute = place.people[:2]
    start = OpenPage(reader.get(f"/chat/{channel}").text).cursor
    stream = Stream(reader, [f"chat/{channel}"], start)
    cookies = "; ".join(f"{name}={value}" for name, value in mute.cookies.items())
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    held.connect(("127.0.0.1", place.server.port))
    held.sendall(f"GET /live?topics=chat/{channel}&after={start} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\n\r\n".encode())
    held.settimeout(10)
    assert held.recv(12) == b"HTTP/1.1 200"

    for number in range(300):
        assert place.people[2 + number % 18].say(channel, f"Number {number} " + "x" * 3_900).status == 303
    eventually(lambda: stream.has("Number 299 "), "who reads is told everything", 30)
    # More than a megabyte waited for it; of what was kept, nothing is sent to who comes late.
    try:
        rest = 0
        while got := held.recv(1 << 20):
            rest += len(got)
        raise AssertionError(f"the stream ended as if it had been read: {rest} bytes")
    except ConnectionResetError:
        assert rest < 200_000
    stream.close()
