"""What comes in otherwise than by forms: folders, lists of people, the API, and what live pages are told of somebody whose name is a payload."""

import json
import re
import subprocess
import urllib.request

import pytest
from conftest import HATATA, HEROINE_PAPER, NOW, Server
from hostile_folder import REFUSED, rewrite
from payloads import BROKEN, PAYLOADS
from test_payloads import POST, Tour, hatata

# Their names, short enough for a badge.
NAMES = {
    "organizer": "<img data-pwn src=x onerror=ran(70)>", "participant": "\"><svg data-pwn onload=ran(71)> ' autofocus onfocus=ran(72) x='",
    "author": "</title></textarea><script data-pwn>ran(73)</script>",
}
# Pages of the console that show nothing of the program are tried by what is typed into them.
CONSOLE = re.compile(r"^/organize(?!/program|$)")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A conference that was imported from a folder in which every text is a payload."""
    story, data = tmp_path_factory.mktemp("before"), tmp_path_factory.mktemp("hostile")
    folder = story / "folder"
    hatata("demo", "--data", story, "--papers", "6", "--today", "2026-04-28")
    hatata("export", "folder", "--to", folder, "--data", story)
    rewrite(folder)
    imported = subprocess.run([HATATA, "import", str(folder), "--data", str(data)], capture_output=True, text=True, timeout=120)
    assert imported.returncode == 0, imported.stdout[-3000:] + imported.stderr[-3000:]
    table = data / "people.csv"
    quoted = ['"' + name.replace('"', '""') + '"' for name in NAMES.values()]
    table.write_text("email,name,affiliation,country,role\n" + "".join(f"{key}@example.org,{name},{name},Nowhere,{'organizer' if key == 'organizer' else 'participant'}\n" for key, name in zip(NAMES, quoted)))
    hatata("people", "import", table, "--data", data)
    server = Server(data, NOW)
    server.data = data
    yield server
    server.stop()


def send(place, method, path, value):
    """What another program sends to the API."""
    kind = "application/merge-patch+json" if method == "PATCH" else "application/json"
    request = urllib.request.Request(f"{place.address}/api/v1{path}", json.dumps(value).encode(), {"Authorization": f"Bearer {place.token}", "Content-Type": kind}, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.status


def write_by_api(place):
    """Texts in JSON, in what is announced, in a channel's title and in a paper."""
    place.token = hatata("token", "add", "Payloads", "announcements:write", "conversation:write", "program:write", "--data", place.data).splitlines()[0]
    text = "\n\n".join(PAYLOADS)
    send(place, "POST", "/announcements", {"title": NAMES["author"], "text": text[:1900]})
    send(place, "POST", "/channels", {"title": "Looms <img data-pwn src=x onerror=ran(74)>", "purpose": NAMES["participant"]})
    send(place, "PATCH", f"/program/papers/{HEROINE_PAPER}", {"tldr": NAMES["organizer"], "abstract": text, "title": "Tones \"><img data-pwn src=x onerror=ran(75)>"})


def tell_live_pages(tours, place):
    """Pages that are open are told of somebody whose name, profile and words are payloads; what they become is looked at."""
    writer, reader = tours["participant"].page, tours["organizer"]
    keynote = "/questions/keynotes/1"
    # A browser follows four streams at most.
    reader.page.goto("about:blank")
    open_pages = {path: reader.context.new_page() for path in ["/chat/general/corridor", keynote, keynote + "/host", "/help/queue"]}
    for path, page in open_pages.items():
        page.goto(place.address + path)
        page.locator("html[data-live=here]").wait_for(state="attached")
    profile = {"pronouns": "<b data-pwn>x</b>", "languages": "<i data-pwn>, \" onfocus=ran(76) x=\"", "links": "https://evil.example/#javascript:ran(77)", "affiliation": NAMES["author"]}
    assert writer.evaluate(POST, ["/account/profile", "/account/profile", {"name": NAMES["participant"], **profile}]).startswith("/")
    text = "\n\n".join(PAYLOADS)[:900] + " the end of it"
    assert writer.evaluate(POST, ["/chat/general/corridor", "/chat/general/corridor/messages", {"text": text}]).startswith("/chat/")
    assert writer.evaluate(POST, [keynote, keynote, {"text": text}]) == keynote
    request = writer.evaluate(POST, ["/help/desk", "/help/requests", {"question": text}])
    assert request.startswith("/help/requests/"), request
    for path, row in [("/chat/general/corridor", ".message"), (keynote, ".question"), (keynote + "/host", ".queued"), ("/help/queue", "main a[href^='/help/requests/']")]:
        open_pages[path].locator(row).first.wait_for()
    bad = []
    for path, page in open_pages.items():
        bad += [("live", path, what) for what in page.evaluate("window.seen ?? []") + page.evaluate(BROKEN)]
        page.close()
    return bad, ["/chat/general/corridor", keynote, keynote + "/host", request]


def test_nothing_of_an_imported_conference_runs_on_any_kind_of_page(place, chromium, capsys):
    write_by_api(place)
    tours = {who: Tour(chromium, place, who) for who in ["organizer", "participant", "visitor"]}
    bad, written = tell_live_pages(tours, place)
    organizer = tours["organizer"]
    pages = organizer.crawl([*written, "/", "/plan", "/search?q=img", "/organize/program", "/account/profile", "/chat"])[0]
    for path in pages:
        if not CONSOLE.search(path):
            organizer.go(path)
    for path in ["/", f"/papers/{HEROINE_PAPER}", "/code-of-conduct", "/announcements", "/search?q=img"]:
        tours["visitor"].go(path)
    for tour in tours.values():
        tour.context.close()
        bad += tour.bad
    with capsys.disabled():
        print(f"\n{sum(tour.visits for tour in tours.values())} pages looked at, {len(PAYLOADS)} payloads in every field, ran {len(bad)}")
    assert bad == []
    # Every sort of page that shows something of the program is among them, should discovery break.
    kinds = {path.split("/")[1].split("?")[0] for path in pages}
    assert {"papers", "sessions", "keynotes", "workshops", "socials", "tutorials", "sponsors", "committee", "help", "schedule", "chat", "questions"} <= kinds, kinds


def test_an_import_refuses_addresses_that_run(tmp_path):
    folder, data = tmp_path / "folder", tmp_path / "data"
    folder.mkdir()
    (folder / "conference.yml").write_text("id: pwn\nname: Conference\n")
    (folder / "papers.csv").write_text("id,title\np1,A paper\n")
    rows = [f'paper/p1,Link,"{address}"' for address in REFUSED]
    (folder / "links.csv").write_text("\n".join(["of,label,url", *rows]) + "\n")
    done = subprocess.run([HATATA, "import", str(folder), "--data", str(data)], capture_output=True, text=True, timeout=60)
    told = done.stdout + done.stderr
    assert done.returncode != 0, told
    for line, address in enumerate(REFUSED, start=2):
        assert f"links.csv:{line}:" in told, address
