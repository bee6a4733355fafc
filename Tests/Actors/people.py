"""People who sign in to a real server and send the real forms."""

import html
import http.client
import json
import re
import secrets
import socket
from urllib.parse import urlencode, urlsplit

from servers import hatata


class Unanswered(Exception):
    """Whether it was done is not known."""


class Answer:
    def __init__(self, status, headers, content):
        self.status, self.headers, self.content = status, headers, content

    @property
    def text(self):
        return self.content.decode()

    @property
    def place(self):
        return self.headers["Location"]


class Person:
    """A browser in which somebody is signed in; to be used by one thread at a time."""

    def __init__(self, port, name, link):
        self.port, self.name = port, name
        self.cookies, self.connection = {}, None
        page = self.get(urlsplit(link).path)
        entered = self.post("/sign-in/link", {"link": link.rsplit("/", 1)[1]}, token=field(page.text, "token"))
        assert entered.status == 303, entered.text
        page = self.get("/conduct-acceptance")
        if page.status == 200:
            accepted = self.post("/conduct-acceptance", {"version": field(page.text, "version")}, token=field(page.text, "token"))
            assert accepted.status == 303, accepted.text
        told = json.loads(self.get("/account/saved").text)
        self.token, self.id = told["token"], told["account"]

    def get(self, path):
        was_open = self.connection is not None
        try:
            return self.ask("GET", path)
        except Unanswered:
            # The server may have ended since; a browser looks whether another one is there.
            if not was_open:
                raise
            return self.ask("GET", path)

    def post(self, path, fields, token=None):
        body = urlencode({"token": token or self.token, **fields})
        return self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def send_file(self, path, fields, name, content, type="image/png"):
        boundary = secrets.token_hex(16)
        parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in {"token": self.token, **fields}.items()]
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}"\r\nContent-Type: {type}\r\n\r\n'
        body = "".join(parts).encode() + head.encode() + content + f"\r\n--{boundary}--\r\n".encode()
        return self.ask("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={boundary}"})

    def say(self, channel, text, client=None, **fields):
        """Sends a message to a channel, such as "general/corridor"."""
        return self.post(f"/chat/{channel}/messages", {"text": text, "client": client or secrets.token_hex(8), **fields})

    def ask(self, method, path, body=None, headers={}):
        cookie = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
                self.connection.connect()
                # Head and body are two writes, of which the second would wait for a word about the first.
                self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connection.request(method, path, body, cookie | headers)
            answer = self.connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.hang_up()
            raise Unanswered(f"{method} {path}: {error!r}") from error
        for setting in answer.headers.get_all("Set-Cookie") or []:
            name, value = setting.split(";")[0].split("=", 1)
            self.cookies[name] = value
        if answer.will_close:
            self.hang_up()
        return Answer(answer.status, answer.headers, content)

    def hang_up(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = None


def field(page, name):
    """What a hidden field of a page's form holds."""
    return html.unescape(re.search(f'name="{name}" value="([^"]*)"', page).group(1))


def ask_for_mail(port, email, client):
    """What a browser at another address is answered that wants a mail to sign in with."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    here = {"X-Forwarded-For": client}
    connection.request("GET", "/sign-in", headers=here)
    page = connection.getresponse()
    sent = {"token": field(page.read().decode(), "token"), "email": email}
    cookie = {"Cookie": page.headers["Set-Cookie"].split(";")[0]}
    connection.request("POST", "/sign-in", urlencode(sent), here | cookie | {"Content-Type": "application/x-www-form-urlencoded"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


class Crowd:
    """Many people who may come in, and an organizer; their ways in are made by the API, as a mail to each would be."""

    ORGANIZER = "Orga Nizer"

    def __init__(self, data, database=None, count=20):
        self.names = [f"Person {number}" for number in range(count)]
        path = data / "crowd.csv"
        rows = [f"{self.email(name)},{name}," for name in self.names] + [f"{self.email(self.ORGANIZER)},{self.ORGANIZER},organizer"]
        path.write_text("\n".join(["email,name,role", *rows]) + "\n")
        done = hatata("people", "import", path, "--data", data, database=database)
        assert done.returncode == 0, done.stdout + done.stderr
        self.key = hatata("token", "add", "Crowd", "people:read", "sign-in:write", "--data", data, database=database).stdout.splitlines()[0]

    @staticmethod
    def email(name):
        return name.lower().replace(" ", ".") + "@example.org"

    def sign_in(self, port, names=None):
        """The people, each in a browser of their own."""
        ids = {person["name"]: person["id"] for person in self.listed(port)}
        return [Person(port, name, self.api(port, "POST", f"/people/{ids[name]}/sign-in-codes")["link"]) for name in names or self.names]

    def organizer(self, port):
        """Who may do everything; lets everybody write as much as can be chosen."""
        organizer, = self.sign_in(port, [self.ORGANIZER])
        let_write(organizer)
        return organizer

    def listed(self, port):
        found, path = [], "/people?limit=100"
        while path:
            page = self.api(port, "GET", path)
            found += page["items"]
            path = (page["next"] or "").removeprefix("/api/v1")
        return found

    def api(self, port, method, path):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request(method, "/api/v1" + path, headers={"Authorization": f"Bearer {self.key}"})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        assert answer.status < 300, content
        return json.loads(content)


def let_write(organizer, burst=100, hourly=10_000):
    """Chooses how much everybody may write in ten seconds and in an hour."""
    limits = {"burst": burst, "hourly": hourly, "channel-burst": burst, "channel-hourly": hourly}
    chosen = organizer.post("/organize/conduct/limits", {**limits, "pictures": 1})
    assert chosen.status == 303, chosen.text
