"""A real OpenID provider, Tests/OpenID/provider.py, the real program, and visitors who speak HTTP."""

import html
import http.client
import json
import os
import pathlib
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.parse

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HATATA = os.environ.get("HATATA", str(ROOT / ".build/debug/hatata"))
# What is never to be seen in a log or on a page.
SECRET = "correct-horse-battery"


def clean(**environment):
    return {**{name: value for name, value in os.environ.items() if not name.startswith("HATATA_")}, **environment}


def hatata(*arguments):
    done = subprocess.run([HATATA, *map(str, arguments)], capture_output=True, text=True, timeout=180, env=clean())
    assert done.returncode == 0, done.stderr
    return done.stdout


def request(port, method, path, body=None, headers={}):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        answer.text = answer.read().decode()
        return answer
    finally:
        connection.close()


class Provider:
    def __init__(self):
        command = [sys.executable, str(ROOT / "Tests/OpenID/provider.py")]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = int(self.process.stdout.readline().split()[1])
        self.issuer = f"http://127.0.0.1:{self.port}"

    def put(self, path, value):
        assert request(self.port, "PUT", path, json.dumps(value), {"Content-Type": "application/json"}).status == 204

    def knows(self, sub, **claims):
        self.put(f"/users/{sub}", claims)

    def mood(self, **mood):
        self.put("/mood", mood)

    def rotate(self):
        request(self.port, "POST", "/rotation")

    def seen(self, path):
        return [each for each in json.loads(request(self.port, "GET", "/seen").text) if each["path"] == path]

    def agree(self, address, sub):
        """Signs somebody in there, and gives the address that the browser is sent to."""
        place = urllib.parse.urlparse(address)
        assert place.port == self.port
        body = urllib.parse.urlencode({"sub": sub} if sub else {"action": "deny"})
        answer = request(self.port, "POST", f"{place.path}?{place.query}", body, {"Content-Type": "application/x-www-form-urlencoded"})
        assert answer.status == 302, answer.text
        return answer.headers["Location"]

    def stop(self):
        self.process.kill()
        self.process.wait()


class Visitor:
    """A browser without scripts, with its cookies."""

    def __init__(self, server):
        self.server, self.cookies = server, {}

    def ask(self, method, address, **fields):
        path = address.removeprefix(self.server.address)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if method == "POST":
            body = urllib.parse.urlencode(fields)
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.server.address}
        answer = request(self.server.port, method, path, body, headers)
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer

    def get(self, address):
        return self.ask("GET", address)

    def post(self, page, action, **fields):
        """Sends a form of a page."""
        token = re.search(r'name="token" value="([^"]+)"', self.get(page).text)[1]
        return self.ask("POST", action, token=token, **fields)

    def begin(self, provider="story", back="/papers", page="/sign-in"):
        """The provider's address that the button leads to."""
        answer = self.post(page, f"/sign-in/openid/{provider}", back=back)
        assert answer.status == 200, answer.text
        address = answer.headers["Refresh"].removeprefix("0;url=")
        assert f'href="{html.escape(address)}"' in answer.text
        return address

    def sign_in(self, provider, sub, **options):
        return self.get(provider.agree(self.begin(**options), sub))

    @property
    def name(self):
        """The account that is signed in to, once the code of conduct is accepted; None where there is none."""
        answer = self.get("/account")
        if answer.status == 303:
            acceptance = answer.headers["Location"]
            version = re.search(r'name="version" value="([^"]+)"', self.get(acceptance).text)[1]
            assert self.post(acceptance, "/conduct-acceptance", version=version, back="/account").status == 303
        page = self.get("/account").text
        found = re.search(r'<p dir="auto">([^<]*), <span dir="ltr">([^<]*)</span>', page)
        return found and (html.unescape(found[1]), found[2])


class Server:
    def __init__(self, data, providers):
        self.data, self.log = data, pathlib.Path(f"{data}.log")
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port = listener.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        (data / "settings.json").write_text(json.dumps({"openid": providers}))
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                [HATATA, "serve", "--data", str(data), "--port", str(self.port), "--log-level", "trace"], stderr=log, env=clean(HATATA_OPENID_STORY_SECRET=SECRET, HATATA_OPENID_OTHER_SECRET=SECRET))
        for _ in range(600):
            try:
                if request(self.port, "GET", "/health/ready").status == 200:
                    return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("the server did not become ready")

    def rows(self, sql):
        with sqlite3.connect(f"file:{self.data}/hatata.sqlite?mode=ro", uri=True, timeout=20) as database:
            return database.execute(sql).fetchall()

    def registration(self, mode):
        """Lets an organizer choose who may get an account."""
        link = hatata("organizer", "add", "Abeba Chair", "chair@example.org", "--data", self.data, "--address", self.address).splitlines()[1]
        organizer = Visitor(self)
        secret = link.rsplit("/", 1)[1]
        assert organizer.post(link, "/sign-in/link", link=secret, back="/").status == 303
        assert organizer.name
        assert organizer.post("/organize/access", "/organize/registration", mode=mode, code="code of the story").status == 303

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=30) == 0


@pytest.fixture(scope="session")
def provider():
    provider = Provider()
    yield provider
    provider.stop()


@pytest.fixture(scope="session")
def liar():
    """Another provider, of which nothing true was ever heard."""
    provider = Provider()
    yield provider
    provider.stop()


@pytest.fixture(scope="session")
def server(provider, liar, tmp_path_factory):
    data = tmp_path_factory.mktemp("data")
    hatata("demo", "--data", data, "--papers", "5")
    people = data.parent / "people.csv"
    people.write_text("email,name\nada@example.org,Ada Story\nbanned@example.org,Bad Story\nuna@example.org,Una Story\ntia@example.org,Tia Story\nvic@example.org,Vic Victim\n")
    hatata("people", "import", people, "--data", data)
    hatata("people", "standing", "banned@example.org", "banned", "--data", data)
    story = {"name": "Story ID", "issuer": provider.issuer, "client": "hatata"}
    server = Server(data, {"story": story, "away": {**story, "name": "Away", "issuer": "http://127.0.0.1:1"}, "liar": {**story, "name": "Liar", "issuer": liar.issuer}, "other": {**story, "name": "Other", "issuer": f"http://localhost:{provider.port}"}})
    yield server
    server.stop()


@pytest.fixture
def visitor(server, provider):
    """Makes visitors, each with a browser of their own; the provider is honest at first."""
    provider.mood()
    return lambda: Visitor(server)
