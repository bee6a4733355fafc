"""A real server with the story conference, and a real browser to visit it."""

import http.client
import os
import pathlib
import socket
import subprocess
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from hard_conference import write_hard_conference
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHARED = ROOT.parent / "shared/data"
HATATA = os.environ.get("HATATA", str(ROOT / ".build/debug/hatata"))
NOW = "2026-04-28T08:30:00Z"
LAUNCH = {"executable_path": "/usr/bin/chromium-headless-shell", "args": ["--no-sandbox"]}

# The person whose story the generated conference tells; see Story.heroine.
HEROINE = "Adaeze Okonkwo"
HEROINE_PAPER = "hT7borrowD"
# A mentoring session of the day after, which does not take place.
CANCELLED_SESSION = "M33"

# What an element is told from others by where colors are forced.
BORDER = "(element) => { const { borderTopWidth, borderTopColor } = getComputedStyle(element); return [borderTopWidth, borderTopColor]; }"
OUTLINE = "(element) => getComputedStyle(element).outlineStyle"

# What of its rules axe looks at. It tells of what is wrong alone: to tell of the rest, it would have to find a name for every element.
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}
# What takes longest begins first, so that neither of two processes has much left to do when the other has ended.
LONGEST = ["test_payloads", "test_pages", "test_program", "test_three_people"]


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST))


def violations(page):
    """The accessibility rules that a page violates, each with some of the places where it does."""
    return [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in Axe().run(page, options=OPTIONS).response["violations"]]


def wait_until(page, is_so):
    """Waits, while the page goes on, until something is so, and fails where it never is."""
    for _ in range(1_500):
        if is_so():
            return
        page.wait_for_timeout(20)
    raise AssertionError("it never came to be so")


class Server:
    """A hatata that serves a data folder on a free port of the loopback."""

    def __init__(self, data, clock, *flags):
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port = listener.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.command = [HATATA, "serve", "--data", str(data), "--port", str(self.port), "--clock", clock, "--log-level", "error", *flags]
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command)
        for _ in range(400):
            try:
                if self.get("/health/ready").status == 200:
                    return
            except OSError:
                pass
            time.sleep(0.05)
        raise RuntimeError("the server did not become ready")

    def get(self, path, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers=headers or {})
        answer = connection.getresponse()
        answer.text = answer.read().decode()
        connection.close()
        return answer

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=20) == 0, "the server ends in order when it is told to"


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    data = tmp_path_factory.mktemp("story")
    subprocess.run([HATATA, "demo", "--data", str(data), "--today", "2026-04-28"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([HATATA, "program", "set", "session", CANCELLED_SESSION, "isCancelled=true", "--data", str(data)], check=True, stdout=subprocess.DEVNULL)
    server = Server(data, NOW)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def iclr(tmp_path_factory):
    folder = SHARED / "iclr2020/sitedata"
    if not folder.exists():
        pytest.skip("the ICLR 2020 data (../shared/data) is not here")
    data = tmp_path_factory.mktemp("iclr")
    subprocess.run([HATATA, "import", str(folder), "--data", str(data)], check=True, stdout=subprocess.DEVNULL)
    server = Server(data, "2020-04-28T13:05:00Z")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def hard(tmp_path_factory):
    """A conference without dates, with texts that are hard on pages."""
    folder, data = tmp_path_factory.mktemp("hard-folder"), tmp_path_factory.mktemp("hard")
    write_hard_conference(folder)
    subprocess.run([HATATA, "import", str(folder), "--data", str(data)], check=True, stdout=subprocess.DEVNULL)
    server = Server(data, NOW)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**LAUNCH)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium):
    """Opens a page as a new visitor: visit(address, width=..., scripts=..., zone=..., scheme=...); fails on errors in its console."""
    contexts, complaints = [], []

    def open_page(address, width=1440, height=900, scripts=True, zone="Africa/Lagos", scheme="light"):
        context = chromium.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=scripts, timezone_id=zone, color_scheme=scheme,
            reduced_motion="reduce", accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        # That a page is not there is said in the console, too; it is no fault of the page.
        # That a connection ended, as streams do, is said there too.
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" and "/nowhere" not in message.location["url"] and "net::ERR_" not in message.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        # The first page of a visitor loads itself again in the visitor's zone.
        if scripts:
            page.wait_for_selector(f"html[data-zone='{zone}']", state="attached")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
