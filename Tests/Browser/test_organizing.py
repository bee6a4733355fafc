"""An organizer runs the console in a browser; what is done there is seen by others at once."""

import contextlib
import datetime
import re
import sqlite3
import subprocess
import time

import pytest
from conftest import HATATA, NOW, Server, violations, wait_until

CONSOLE = [
    "/organize", "/organize/access", "/organize/people", "/organize/people/waiting", "/organize/people/import", "/organize/questions", "/organize/announcements",
    "/organize/outbox", "/organize/appearance", "/organize/record", "/organize/tokens", "/organize/channels", "/organize/people/new",
    "/organize/people?q=nobodyofthisname", "/organize/questions?fewer=3", "/account/announcements", "/announcements", "/about",
]


def hatata(*arguments):
    return subprocess.run([HATATA, *map(str, arguments)], check=True, capture_output=True, text=True, timeout=120).stdout


@pytest.fixture(scope="module")
def conference(tmp_path_factory):
    """A story conference with a few people in it, on a server of its own."""
    data = tmp_path_factory.mktemp("organizing")
    hatata("demo", "--data", data, "--papers", "20", "--today", "2026-04-28")
    people = data / "first.csv"
    people.write_text("email,name\nselam@example.org,Selam Tesfaye\nada@example.org,Ada Nwosu\n")
    hatata("people", "import", people, "--data", data)
    server = Server(data, NOW)
    server.data = data
    yield server
    server.stop()


@pytest.fixture
def organizer(conference, visit):
    """A browser in which an organizer is signed in: organizer(width=..., scripts=...)."""

    def sign_in(**settings):
        told = hatata("organizer", "add", "Abeba Chair", "chair@example.org", "--data", conference.data, "--address", conference.address)
        page = visit(re.search(r"http://\S+/sign-in/link/\S+", told).group(0), **settings)
        with page.expect_navigation():
            page.locator("main").get_by_role("button", name="Sign in").click()
        page.goto(conference.address + "/organize")
        if "/conduct-acceptance" in page.url:
            with page.expect_navigation():
                page.get_by_role("button", name="I will keep to it").click()
            page.goto(conference.address + "/organize")
        page.get_by_role("heading", name="Organizing", level=1).wait_for()
        return page

    return sign_in


@pytest.mark.parametrize("scripts", [True, False])
def test_an_organizer_finds_a_person_changes_the_role_imports_and_announces(conference, organizer, visit, tmp_path, scripts):
    page = organizer(scripts=scripts)
    page.get_by_role("link", name="People", exact=True).click()
    page.locator("main").get_by_role("searchbox").fill("sela tesf")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Selam Tesfaye").click()
    page.get_by_role("combobox", name="Role").select_option(label="Moderator" if scripts else "Volunteer")
    page.get_by_role("button", name="Change the role").click()
    page.get_by_role("status").filter(has_text="The role is changed").wait_for()

    people = tmp_path / "people.csv"
    people.write_text(f"email,name\nbob{scripts}@example.org,Bob Mensah\nnobody.example.org,No Address\n")
    page.goto(conference.address + "/organize/people/import")
    page.get_by_label("The list, at most 16 MB").set_input_files(people)
    page.get_by_role("button", name="See what would change").click()
    assert "line 3, column 1: “nobody.example.org” is no e-mail address" in page.locator("main").inner_text()
    page.get_by_label("Leave out rows that are wrong").check()
    page.get_by_role("button", name="Look again").click()
    assert re.search(r"Added\s+1\b", page.locator("main").inner_text())
    page.get_by_role("button", name="Import now").click()
    page.get_by_role("heading", name="The list is imported").wait_for()

    reader = visit(conference.address + "/papers", scripts=scripts)
    title = f"Fire drill {scripts}"
    page.goto(conference.address + "/organize/announcements")
    page.get_by_role("textbox", name="Title").fill(title)
    page.get_by_label("Text, in Markdown").fill("Please **leave** the hall.")
    page.get_by_role("button", name="Announce it").click()
    page.get_by_role("status").filter(has_text="Announced").wait_for()
    reader.reload()
    reader.get_by_text(title, exact=True).wait_for()
    page.locator(".rows").get_by_role("link", name=title).click()
    page.get_by_role("button", name="Withdraw").click()
    page.get_by_role("status").filter(has_text="Withdrawn").wait_for()
    reader.reload()
    assert reader.get_by_text(title, exact=True).count() == 0


def clock_of(server):
    """The server's instant, which goes on from the one that it was begun with."""
    timing = server.get("/help").getheader("Server-Timing")
    return datetime.datetime.fromisoformat(re.search(r'now;desc="([^"]+)"', timing)[1])


def test_what_is_announced_comes_to_all_open_pages_at_once_or_at_its_time_and_goes_from_them(conference, organizer, visit):
    pages = [visit(conference.address + "/papers"), organizer()]
    for page in pages:
        page.goto(conference.address + "/papers")
        page.evaluate("window.isOpenSinceBefore = true")
    when = clock_of(conference) + datetime.timedelta(seconds=10)
    for title, start in [("The hall opens", when.isoformat()), ("The doors open", "2026-04-28T08:00:00Z")]:
        hatata("announce", title, "Come.", "--from", start, "--data", conference.data)
    for page in pages:
        page.locator(".announcement", has_text="The doors open").wait_for()
        assert page.locator(".announcement", has_text="The hall opens").count() == 0 or clock_of(conference) >= when
    for page in pages:
        page.locator(".announcement", has_text="The hall opens").wait_for()
    console = organizer()
    console.goto(conference.address + "/organize/announcements")
    console.locator(".rows").get_by_role("link", name="The hall opens").click()
    console.get_by_role("button", name="Withdraw").click()
    for page in pages:
        page.locator(".announcement", has_text="The hall opens").wait_for(state="detached")
        assert page.locator(".announcement", has_text="The doors open").is_visible()
        assert page.evaluate("window.isOpenSinceBefore"), "the page was not loaded again"


# Notes when something of a title is first among what is announced on an open page.
WATCH = """
  (title) => {
    const look = () => document.getElementById("announced").textContent.includes(title) && (window.cameAt ??= Date.now());
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  }
"""
# Sends a form as it stands, and gives when it was answered.
SEND = """
  async (form) => {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
    return answer.type === "opaqueredirect" ? Date.now() : undefined;
  }
"""


def test_what_is_announced_is_on_all_open_pages_within_two_seconds(conference, organizer, visit):
    console, pages = organizer(), [visit(conference.address + "/papers"), organizer(width=360)]
    console.goto(conference.address + "/organize/announcements")
    pages[1].goto(conference.address + "/papers")
    for page in pages:
        page.wait_for_selector("html[data-live=here]", state="attached")
        page.evaluate(WATCH, "The lift is stuck")
    console.get_by_role("textbox", name="Title").fill("The lift is stuck")
    console.get_by_label("Text, in Markdown").fill("Take the stairs.")
    answered = console.locator("form", has=console.get_by_role("button", name="Announce it")).evaluate(SEND)
    for page in pages:
        wait_until(page, lambda: page.evaluate("window.cameAt"))
        assert page.evaluate("cameAt") - answered < 2_000


# Notes how often what is announced comes by the stream, and what is said to who does not see it.
HEAR = """
  window.came = 0;
  window.said = [];
  document.addEventListener("hatata:live", ({ detail }) => (came += detail.id === "announced"));
  addEventListener("DOMContentLoaded", () => {
    const status = document.querySelector("body > .sr[role=status]");
    new MutationObserver(() => status.textContent && said.push(status.textContent)).observe(status, { childList: true });
  });
"""


def test_what_is_announced_to_an_open_page_is_said_once_and_what_came_with_the_page_is_not(conference, visit):
    page = visit(conference.address + "/papers")
    page.add_init_script(HEAR)
    hatata("announce", "There before", "Come.", "--from", "2026-04-28T08:00:00Z", "--data", conference.data)
    for _ in range(40):
        page.reload()
        if page.locator(".announcement", has_text="There before").count():
            break
        time.sleep(0.1)
    page.reload()
    wait_until(page, lambda: page.evaluate("came") > 0)
    hatata("announce", "Said to all", "Come.", "--from", "2026-04-28T08:00:00Z", "--data", conference.data)
    wait_until(page, lambda: page.evaluate("said") == ["Said to all"])
    assert page.locator(".announcement", has_text="Said to all").is_visible()
    # All that is announced comes again with each stream.
    came = page.evaluate("came")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    wait_until(page, lambda: page.evaluate("came") > came)
    page.wait_for_timeout(300)
    assert page.evaluate("said") == ["Said to all"]
    page.reload()
    wait_until(page, lambda: page.evaluate("came") > 0)
    page.wait_for_timeout(300)
    assert page.evaluate("said") == []


def test_what_was_dismissed_stays_away_in_that_browser_and_moves_nothing(conference, visit):
    hatata("announce", "The wall is down", "Come and **see**.", "--from", "2026-04-28T08:00:00Z", "--data", conference.data)
    page = visit(conference.address + "/papers", zone="UTC")
    banner = page.locator(".announcement", has_text="The wall is down")
    for _ in range(20):
        if banner.count():
            break
        time.sleep(0.1)
        page.reload()
    banner.get_by_role("button", name="Dismiss: The wall is down").click()
    assert not banner.is_visible()
    page.context.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(conference.address + "/schedule")
    page.wait_for_timeout(150)
    assert not page.locator(".announcement", has_text="The wall is down").is_visible()
    assert page.evaluate("window.shift") < 0.01
    other = visit(conference.address + "/schedule", zone="UTC")
    assert other.locator(".announcement", has_text="The wall is down").is_visible()


def test_on_a_phone_the_newest_announcement_stands_alone_until_the_others_are_asked_for(conference, visit):
    for number, title in enumerate(["First of many", "Second of many"]):
        hatata("announce", title, "Come.", "--from", f"2026-04-28T08:0{number}:00Z", "--data", conference.data)
    page = visit(conference.address + "/papers", width=360)
    for _ in range(40):
        if page.locator(".announcement", has_text="Second of many").count():
            break
        time.sleep(0.1)
        page.reload()
    shown = page.locator(".announcement:visible")
    assert shown.count() == 1
    button = page.get_by_role("button", name=re.compile(r"^\d+ more announcements?$"))
    button.click()
    page.locator(".announcement", has_text="First of many").wait_for()
    assert page.locator(".announcement", has_text="Second of many").is_visible() and button.count() == 0
    wide = visit(conference.address + "/papers")
    assert wide.locator(".announcement", has_text="First of many").is_visible()
    assert not wide.get_by_role("button", name=re.compile("more announcement")).is_visible()


def test_what_is_dismissed_in_one_browser_goes_from_the_open_page_of_another(conference, organizer):
    hatata("announce", "The loom is free", "Come and **weave**.", "--from", "2026-04-28T08:00:00Z", "--data", conference.data)
    page, other = organizer(), organizer()
    for one in (page, other):
        one.goto(conference.address + "/papers")
        one.locator(".announcement", has_text="The loom is free").wait_for()
    page.get_by_role("button", name="Dismiss: The loom is free").click()
    other.locator(".announcement", has_text="The loom is free").wait_for(state="hidden")
    assert other.locator("html").get_attribute("data-live") == "here"


def test_the_header_fits_for_who_has_most_in_it(conference, organizer):
    page = organizer(width=1280)
    page.goto(conference.address + "/help/desk")
    page.get_by_label("What can we help with?").fill("Who wrote this?")
    page.get_by_role("button", name="Ask for help").click()
    page.locator(".top-own").get_by_role("link", name="Help desk (1)").wait_for()
    found = {}
    for width in range(320, 1300, 20):
        page.set_viewport_size({"width": width, "height": 700})
        page.goto(conference.address + "/chat")
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        ways = page.locator("header").get_by_role("link", name="Organize", exact=True).filter(visible=True).count()
        clipped = page.evaluate("[...document.querySelectorAll('.top-row a')].filter((link) => link.getClientRects().length && link.getBoundingClientRect().right > innerWidth).map((link) => link.textContent)")
        is_split = width >= 1200 and page.locator(".top-own").bounding_box()["y"] >= 44
        if overflow > 0 or ways != 1 or clipped or is_split:
            found[width] = (overflow, ways, clipped, is_split)
    assert not found


def test_on_a_phone_the_menu_of_the_console_is_one_line_that_says_where_one_is_and_unfolds(conference, organizer):
    page = organizer(width=360)
    page.goto(conference.address + "/organize/outbox")
    menu = page.get_by_role("navigation", name="Organizing")
    assert menu.bounding_box()["height"] < 80
    assert menu.get_by_role("link").count() == 0
    menu.get_by_text("Menu: Mail").click()
    links = menu.get_by_role("link")
    assert links.count() == 15
    boxes = [link.bounding_box() for link in links.all()]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["height"] >= 44 for box in boxes)
    assert menu.locator("[aria-current]").filter(visible=True).text_content() == "Mail"
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("scripts", [True, False])
def test_a_day_from_which_everybody_sees_something_and_a_code_are_asked_for_only_where_they_count(conference, organizer, scripts):
    page = organizer(width=1440, scripts=scripts)
    page.goto(conference.address + "/organize/access")
    papers = page.get_by_role("group", name="Papers", exact=True)
    choices = [box["y"] for box in (choice.bounding_box() for choice in papers.get_by_role("radio").all())]
    assert len(choices) == 3 and max(choices) - min(choices) < 1
    when = papers.get_by_label("open to everybody from")
    assert not when.is_visible()
    papers.get_by_role("radio", name="participants, and everybody from").check()
    assert when.is_visible()
    papers.get_by_role("radio", name="everybody", exact=True).check()
    assert not when.is_visible()
    code = page.get_by_label("Registration code")
    page.get_by_role("radio", name="anybody", exact=True).check()
    assert not code.is_visible()
    page.get_by_role("radio", name="or knows the code below").check()
    assert code.is_visible()


def test_a_time_in_the_zone_of_the_header_has_what_it_is_in_utc_beside_it(conference, organizer):
    page = organizer()
    page.goto(conference.address + "/organize/announcements")
    page.get_by_label("Shown from, Lagos time").fill("2026-04-29T00:30")
    beside = page.locator("#from + [data-utc]")
    assert beside.text_content() == "= Tue 28 Apr, 23:30 UTC"
    page.get_by_label("Shown from, Lagos time").fill("")
    assert beside.text_content() == ""


def test_a_time_that_was_typed_stays_through_a_reload_only_in_its_zone(conference, organizer):
    page = organizer()
    page.goto(conference.address + "/organize/announcements")
    for zone, time_kept in [("Africa/Lagos", "2026-04-29T00:30"), ("Asia/Tokyo", "")]:
        page.evaluate("""zone => sessionStorage.setItem("hatata.kept", JSON.stringify({
            path: location.pathname, at: Date.now(),
            typed: [["/organize/announcements 0", [["title", "Moved"], [`from ${zone}`, "2026-04-29T00:30"]]]],
        }))""", zone)
        page.reload()
        assert page.locator("#title").input_value() == "Moved"
        assert page.locator("#from").input_value() == time_kept


@pytest.mark.parametrize("scripts", [True, False])
def test_an_announcement_asks_for_a_session_only_where_it_is_for_those_of_one(conference, organizer, scripts):
    page = organizer(scripts=scripts)
    page.goto(conference.address + "/organize/announcements")
    everybody = page.get_by_role("radio", name="everybody, also who is not signed in")
    session = page.get_by_label("Which session")
    everybody.check()
    assert not session.is_visible()
    page.get_by_role("radio", name="those of one session only").check()
    session.fill("P2S2")
    everybody.check()
    assert session.is_visible(), "what was typed would be refused"
    session.fill("")
    assert not session.is_visible()


FACTS = """() => {
  const list = document.createElement("dl");
  list.className = "facts";
  list.innerHTML = '<div><dt>One</dt><dd id="one">1</dd></div><div hidden><dt>Two</dt><dd id="two">2</dd></div><div><dt>Three</dt><dd id="three">3</dd></div>';
  document.getElementById("main").append(list);
}"""


def test_facts_stand_below_each_other_on_ones_own_pages_and_in_the_console_and_hidden_ones_nowhere(conference, organizer):
    page = organizer()
    for path in ("/account", "/help/desk", "/organize/help-desk", "/organize/conduct"):
        page.goto(conference.address + path)
        page.evaluate(FACTS)
        one, three = page.locator("#one").bounding_box(), page.locator("#three").bounding_box()
        assert one["x"] == three["x"] and one["y"] + one["height"] <= three["y"], path
        assert page.locator("#two").is_hidden(), path


def mail_pages(conference):
    """The pages to which links in mails lead."""
    with contextlib.closing(sqlite3.connect(conference.data / "hatata.sqlite", timeout=10)) as database, database:
        account = database.execute("SELECT id FROM accounts WHERE email = 'selam@example.org'").fetchone()[0]
        tokens = []
        for table in ("mail_wishes", "question_digests"):
            database.execute(f"INSERT OR IGNORE INTO {table} (account, token) VALUES (?, 'link-of-selam')", (account,))
            tokens += database.execute(f"SELECT token FROM {table} WHERE account = ?", (account,)).fetchone()
    return [f"/{path}/{tokens[0]}" for path in ("mail", "notice-mail", "reminder-mail", "invitation-mail")] + [f"/question-mail/{tokens[1]}"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_no_page_of_the_console_violates_an_accessibility_rule_or_is_too_wide(conference, organizer, width, scheme):
    page = organizer(width=width, scheme=scheme)
    page.goto(conference.address + "/organize/people")
    person = page.locator(".people a").first.get_attribute("href")
    found = {}
    for path in [*CONSOLE, person, f"{person}/details", *mail_pages(conference)]:
        assert page.goto(conference.address + path).status == 200, path
        problems = violations(page)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if problems or overflow > 0:
            found[path] = (problems, overflow)
    assert found == {}


def test_access_is_set_on_the_command_line_and_holds_in_a_server_that_runs(conference):
    told = hatata("access", "--data", conference.data, "--papers", "participants", "--registration", "approval")
    assert "papers: participants" in told and "registration: approval" in told
    for _ in range(40):
        if conference.get("/papers").status == 401:
            break
        time.sleep(0.05)
    assert conference.get("/papers").status == 401
    looked = hatata("access", "--data", conference.data, "--papers", "everyone", "--dry-run")
    assert "Visitors will see: " in looked and "papers: participants\n" in looked
    assert "papers: everyone\n" in hatata("access", "--data", conference.data, "--papers", "everyone")
    wrong = subprocess.run([HATATA, "access", "--data", conference.data, "--papers", "some"], capture_output=True, text=True)
    assert wrong.returncode == 64 and "2026-05-14T00:00:00Z" in wrong.stderr
