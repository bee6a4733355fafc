"""Pages that are open: what a stream tells them is put into them, as their script does."""

import http.client
import json
import re
import socket
import threading

MARK = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^>]*>")
TIME = re.compile(r'(<time datetime="[^"]*")[^>]*>[^<]*</time>')


class OpenPage:
    """The text of a page, with updates applied to it."""

    def __init__(self, text):
        self.text = text

    @property
    def cursor(self):
        """The event that the page was rendered at."""
        return int(re.search(r'data-cursor="(\d+)"', self.text).group(1))

    def apply(self, updates):
        for update in updates:
            if "put" in update:
                self.put(update)
            elif "remove" in update:
                start, end = self.place(update["remove"]) or (0, 0)
                self.text = self.text[:start] + self.text[end:]
            elif place := self.place(update["text"]):
                start, end = self.inner(*place)
                self.text = self.text[:start] + update["value"] + self.text[end:]

    def put(self, update):
        if place := self.place(update["put"]):
            self.text = self.text[:place[0]] + update["html"] + self.text[place[1]:]
        elif place := self.place(update["in"]):
            start, end = self.inner(*place)
            opening = self.text[place[0]:start]
            number = int((re.search(r'data-number="(\d+)"', update["html"]) or [0, 0])[1])
            rows = [(int(row[1]), start + row.start()) for row in re.finditer(r'<[a-z]+ [^>]*data-number="(\d+)"', self.text[start:end])]
            descends = 'data-order="descending"' in opening
            later = [at for other, at in rows if (other < number if descends else other > number)]
            if "data-older" in opening and rows and later and later[0] == rows[0][1] and not descends:
                return
            at = later[0] if later else end
            self.text = self.text[:at] + update["html"] + self.text[at:]

    def place(self, id):
        """Where an element begins and ends; None where it is not there."""
        mark = self.text.find(f' id="{id}"')
        if mark < 0:
            return None
        start, depth = self.text.rindex("<", 0, mark), 0
        name = re.match(r"<([a-z][a-z0-9]*)", self.text[start:mark + 1]).group(1)
        for tag in MARK.finditer(self.text, start):
            if tag.group(2) == name:
                depth += -1 if tag.group(1) else 1
                if depth == 0:
                    return start, tag.end()
        return None

    def inner(self, start, end):
        return self.text.index(">", start) + 1, self.text.rindex("<", start, end)

    def element(self, id):
        """An element with its times as instants alone: a page says them in its reader's zone, a stream leaves that to scripts."""
        place = self.place(id)
        return place and TIME.sub(r"\1></time>", self.text[place[0]:place[1]])

    def rows(self, list):
        """The ids of the rows of a list, in their order."""
        return re.findall(r'<li class="(?:message|question)[^"]*" id="([^"]*)"', self.element(list))


class Stream:
    """One stream, read by a thread of its own; what it told is kept in its order."""

    def __init__(self, person, topics, after, resuming=False):
        """`resuming` says where to go on as browsers do that have lost a stream."""
        self.told, self.cursor, self.farewell, self.is_reset = [], int(after), None, False
        self.connection = http.client.HTTPConnection("127.0.0.1", person.port, timeout=120)
        self.connection.connect()
        self.socket = self.connection.sock
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in person.cookies.items()), "Accept": "text/event-stream"}
        # A page's address says where it began, wherever it has come to since.
        if resuming:
            headers["Last-Event-ID"] = str(after)
        self.connection.request("GET", f"/live?topics={','.join(topics)}&after={0 if resuming else after}", headers=headers)
        self.answer = self.connection.getresponse()
        self.status = self.answer.status
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.read, daemon=True)
        if self.status == 200:
            self.thread.start()
        else:
            self.text = self.answer.read().decode()
            self.ended.set()

    def read(self):
        lines = []
        try:
            while line := self.answer.readline():
                line = line.decode().rstrip("\n")
                if line:
                    lines.append(line)
                else:
                    self.take(dict(pair.split(": ", 1) for pair in lines if ": " in pair))
                    lines = []
        except (OSError, ValueError, AttributeError, http.client.HTTPException):
            pass
        self.ended.set()

    def take(self, fields):
        kind = fields.get("event", "message")
        if kind == "message" and "data" in fields:
            self.told.append(json.loads(fields["data"])["updates"])
        elif kind == "farewell":
            self.farewell = int(fields["retry"])
        elif kind == "reset":
            self.is_reset = True
        if "id" in fields:
            self.cursor = max(self.cursor, int(fields["id"]))

    def has(self, text):
        """Whether a text stands in what was told so far."""
        return any(text in update.get("html", "") for updates in list(self.told) for update in updates)

    def close(self):
        try:
            self.socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.thread.is_alive() and self.thread.join(10)
        self.connection.close()
