"""People who need help or are badly treated: a request answered, a report followed to its end, a ban that ends the session."""

import re
import subprocess

import pytest
from conftest import HATATA, NOW, Server, violations, wait_until
from playwright.sync_api import expect

PEOPLE = {
    "ada": ("Ada Nwosu", "participant"), "bob": ("Bob Mensah", "participant"), "vera": ("Vera Silva", "volunteer"),
    "mona": ("Mona Haddad", "moderator"), "olga": ("Olga Berg", "organizer"),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A server with people of all roles."""
    data = tmp_path_factory.mktemp("respect")
    subprocess.run([HATATA, "demo", "--data", str(data), "--papers", "20", "--today", "2026-04-28"], check=True, stdout=subprocess.DEVNULL)
    people = data / "people.csv"
    rows = [f"{name},{key}@example.org,{role}" for key, (name, role) in PEOPLE.items()]
    people.write_text("name,email,role\n" + "\n".join(rows) + "\n")
    subprocess.run([HATATA, "people", "import", str(people), "--data", str(data)], check=True, stdout=subprocess.DEVNULL)
    server = Server(data, NOW)
    server.data = data
    yield server
    server.stop()


@pytest.fixture
def person(place, chromium):
    """A browser in which somebody is signed in: person("ada", width=..., scripts=...); its console may complain of nothing, unless it is not watched."""
    contexts, complaints = [], []

    def complain(message):
        # A stream that the server ends, since somebody's rights have changed, is opened again.
        if message.type == "error" and "INCOMPLETE_CHUNKED_ENCODING" not in message.text:
            complaints.append(message.text)

    def sign_in(key, is_watched=True, width=1440, height=900, scripts=True, touch=False):
        said = subprocess.run(
            [HATATA, "people", "code", f"{key}@example.org", "--data", str(place.data)], check=True, capture_output=True, text=True
        ).stdout
        context = chromium.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=scripts, has_touch=touch, timezone_id="Africa/Lagos", reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        if is_watched:
            page.on("console", complain)
            page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(place.address + "/sign-in/link/" + re.search(r"/sign-in/link/(\S+)", said)[1])
        page.locator("main").get_by_role("button", name="Sign in").click()
        if "/conduct-acceptance" in page.url:
            page.get_by_role("button", name="I will keep to it").click()
        page.goto(place.address + "/account")
        page.get_by_role("heading", name="My account").wait_for()
        return page

    yield sign_in
    for context in contexts:
        context.close()
    assert complaints == []


def press(page, name, role="button"):
    """Goes to a control with the keyboard alone, and presses it."""
    target = page.locator("main").get_by_role(role, name=name, exact=True).first
    target.focus()
    assert target.evaluate("element => element === document.activeElement")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def account(page):
    """The id of somebody's account, as their messages have it."""
    page.goto(page.url.split("/account")[0] + "/chat/general/corridor")
    return page.locator("[data-me]").get_attribute("data-me")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_question_is_asked_taken_answered_and_closed(place, person, scripts):
    ada, vera = person("ada", scripts=scripts), person("vera", scripts=scripts)
    ada.goto(place.address + "/papers")
    ada.locator("footer").get_by_role("link", name="Help desk").click()
    assert ada.get_by_label("Which page is it about?").input_value().endswith("/papers")
    assert "Chrome" in ada.get_by_label("Your browser").input_value()
    vera.goto(place.address + "/help/queue")
    words = f"No sound at all, scripts {scripts}"
    ada.get_by_label("What can we help with?").fill(words)
    ada.get_by_role("button", name="Ask for help").click()
    ada.get_by_text("in the queue").first.wait_for()
    if not scripts:
        vera.reload()
    vera.get_by_role("link", name=words).click()
    vera.get_by_role("button", name="Take it").click()
    vera.get_by_text("Vera Silva answers").wait_for()
    if not scripts:
        ada.reload()
    ada.get_by_text("Vera Silva answers").wait_for()
    vera.get_by_label("Message", exact=True).fill("Is the tab muted?")
    vera.get_by_role("button", name="Send", exact=True).click()
    if not scripts:
        ada.reload()
    ada.get_by_text("Is the tab muted?").first.wait_for()
    vera.goto(place.address + "/help/queue")
    vera.get_by_role("link", name=words).click()
    vera.get_by_label("Close it, with a note").fill("It was")
    vera.get_by_role("button", name="Close", exact=True).click()
    vera.get_by_role("status").filter(has_text="Closed.").wait_for()
    if not scripts:
        ada.reload()
    ada.locator("#help-state").get_by_text("Closed").wait_for()


# Notes what comes by the stream, and how often something changes where it is heard.
OVERHEAR = """
  window.came = [];
  window.heard = 0;
  document.addEventListener("hatata:live", ({ detail }) => came.push(detail.id));
  addEventListener("DOMContentLoaded", () => {
    const place = ({ target }) => (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement);
    const watch = new MutationObserver((changes) => (heard += changes.filter((change) => !place(change)?.closest("[aria-live=off]")).length));
    for (const region of document.querySelectorAll("#help-call, #help-state, #help-waiting")) {
      watch.observe(region, { attributes: true, childList: true, characterData: true, subtree: true });
    }
  });
"""
CALLED = "came.filter((id) => id === 'help-call').length"
OPEN_AGAIN = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


def test_who_waits_for_help_hears_what_changes_and_neither_the_minutes_nor_what_is_as_it_was(place, person):
    ada, vera = person("ada"), person("vera")
    for page in (ada, vera):
        page.add_init_script(OVERHEAR)
        page.clock.install()
    words = "Who hears the minutes?"
    ada.goto(place.address + "/help/desk")
    ada.get_by_label("What can we help with?").fill(words)
    with ada.expect_navigation():
        ada.get_by_role("button", name="Ask for help").click()
    vera.goto(place.address + "/help/queue")
    waits = [ada.locator("#help-state [data-since]"), vera.get_by_role("listitem").filter(has_text=words).locator("[data-since]")]
    for page, wait in zip((ada, vera), waits):
        # Who is on call is told whenever a stream opens.
        wait_until(page, lambda: page.evaluate(CALLED) > 0)
        called = page.evaluate(CALLED)
        page.evaluate(OPEN_AGAIN)
        wait_until(page, lambda: page.evaluate(CALLED) > called)
        before = wait.text_content()
        page.clock.fast_forward("03:00")
        expect(wait).not_to_have_text(before)
        assert page.evaluate("heard") == 0
    bob = person("bob")
    bob.goto(place.address + "/help/desk")
    bob.get_by_label("What can we help with?").fill("Who else waits?")
    bob.get_by_role("button", name="Ask for help").click()
    wait_until(vera, lambda: vera.evaluate("heard") > 0)
    vera.get_by_role("link", name=words).click()
    vera.get_by_role("button", name="Take it").click()
    ada.get_by_text("Vera Silva answers").wait_for()
    assert ada.evaluate("heard") > 0


def test_who_is_at_a_shift_when_it_ends_is_at_the_next_one(place, person):
    olga, vera = person("olga"), person("vera")
    for start, end in [("09:00", "10:00"), ("13:00", "14:00")]:
        olga.goto(place.address + "/organize/help-desk")
        olga.get_by_label("From, Lagos time").fill(f"2026-04-28T{start}")
        olga.get_by_label("Until, Lagos time").fill(f"2026-04-28T{end}")
        with olga.expect_navigation():
            olga.get_by_role("button", name="Add", exact=True).click()
    vera.clock.install()
    vera.goto(place.address + "/help/shifts")
    shifts = vera.locator("#help-shifts > li")
    expect(shifts).to_have_count(2)
    shifts.first.get_by_role("button", name="Sign up").focus()
    # From half past eight on.
    vera.clock.fast_forward("31:00")
    expect(shifts).to_have_count(1)
    expect(shifts.first).to_be_focused()


def test_questions_of_who_is_blocked_are_out_of_view_and_back_when_they_are_not(place, person):
    bob, vera = person("bob"), person("vera")
    profile = f"{place.address}/people/{account(bob)}"
    for page in (bob, vera):
        page.goto(place.address + "/questions/keynotes/1")

    def ask(text):
        bob.locator("textarea[name=text]").fill(text)
        bob.get_by_role("button", name="Ask", exact=True).click()
        bob.locator(".question-text", has_text=text).wait_for()

    ask("Asked before the block?")
    vera.locator(".question", has_text="Asked before the block?").wait_for()
    vera.goto(profile)
    vera.get_by_role("button", name="Block", exact=True).click()
    vera.get_by_role("button", name="Unblock", exact=True).wait_for()
    vera.goto(place.address + "/questions/keynotes/1")
    ask("Asked after the block?")
    for text in ("Asked before the block?", "Asked after the block?"):
        row = vera.locator(".question", has_text=text)
        row.wait_for(state="attached")
        expect(row).to_be_hidden()
    vera.goto(profile)
    vera.get_by_role("button", name="Unblock", exact=True).click()
    vera.get_by_role("button", name="Block", exact=True).wait_for()
    vera.goto(place.address + "/questions/keynotes/1")
    expect(vera.locator(".question", has_text="Asked after the block?")).to_be_visible()


def test_open_pages_take_up_that_somebody_is_blocked_and_that_it_ends(place, person):
    bob, vera = person("bob"), person("vera")
    profile = f"{place.address}/people/{account(bob)}"
    bob.get_by_label("Message", exact=True).fill("Written before the block")
    bob.get_by_role("button", name="Send", exact=True).click()
    bob.get_by_text("Sent", exact=True).wait_for()
    bob.goto(place.address + "/questions/keynotes/1")
    bob.locator("textarea[name=text]").fill("Asked before a block?")
    bob.get_by_role("button", name="Ask", exact=True).click()
    bob.locator(".question-text", has_text="Asked before a block?").wait_for()
    chat, asked = vera.context.new_page(), vera.context.new_page()
    rows = {chat: chat.locator(".message", has_text="Written before the block"), asked: asked.locator(".question", has_text="Asked before a block?")}
    chat.goto(place.address + "/chat/general/corridor")
    asked.goto(place.address + "/questions/keynotes/1")
    for page, row in rows.items():
        expect(row).to_be_visible()
        page.wait_for_selector("html[data-live=here]")
        page.evaluate("window.isOpenSinceBefore = true")
    vera.goto(profile)
    vera.get_by_role("button", name="Block", exact=True).click()
    for page, row in rows.items():
        expect(row).to_be_hidden()
        assert page.evaluate("window.isOpenSinceBefore")
    # One that is loaded meanwhile has the rows of a chat when they are to be seen again, too.
    chat.reload()
    chat.wait_for_selector("html[data-live=here]")
    vera.get_by_role("button", name="Unblock", exact=True).click()
    for row in rows.values():
        expect(row).to_be_visible()
    assert asked.evaluate("window.isOpenSinceBefore")


def test_a_message_is_reported_in_two_taps(place, person):
    bob, ada = person("bob"), person("ada", width=360, height=740, touch=True)
    for page in (bob, ada):
        page.goto(place.address + "/chat/general/corridor")
    assert ada.evaluate("matchMedia('(pointer: coarse)').matches")
    bob.get_by_label("Message", exact=True).fill("Rude to who taps")
    bob.get_by_role("button", name="Send", exact=True).click()
    row = ada.locator(".message", has_text="Rude to who taps")
    row.wait_for()
    # The ways fit beside each other, each as large as a finger.
    boxes = [way.bounding_box() for way in row.locator(".message-foot .message-link:visible").all()]
    assert len(boxes) == 4 and len({box["y"] for box in boxes}) == 1 and min(box["height"] for box in boxes) >= 44
    assert ada.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    row.get_by_role("link", name="Report what Bob Mensah wrote").tap()
    ada.get_by_role("button", name="Send the report").tap()
    ada.get_by_text("It is sent. Thank you.").wait_for()


@pytest.mark.parametrize("width", [360, 1440])
def test_whom_it_is_about_is_chosen_in_lines_that_can_be_touched(place, person, width):
    ada = person("ada", width=width)
    ada.goto(place.address + "/report")
    boxes = ada.locator("fieldset .choice").evaluate_all("rows => rows.map((row) => row.getBoundingClientRect()).map(({ top, height }) => [top, height])")
    assert len(boxes) > 1 and all(height >= 44 for _, height in boxes)
    assert all(below - above >= 44 for (above, _), (below, _) in zip(boxes, boxes[1:]))


def test_a_report_is_followed_to_its_end_by_keyboard_alone(place, person):
    ada, bob, mona = person("ada"), person("bob"), person("mona")
    bob.goto(place.address + "/chat/general/corridor")
    bob.get_by_label("Message", exact=True).fill("Something very rude")
    bob.get_by_role("button", name="Send", exact=True).click()
    bob.locator(".messages").get_by_text("Something very rude").wait_for()
    ada.goto(place.address + "/chat/general/corridor")
    message = ada.get_by_role("listitem").filter(has_text="Something very rude")
    message.get_by_role("link", name="Report what Bob Mensah wrote").focus()
    with ada.expect_navigation():
        ada.keyboard.press("Enter")
    assert "Something very rude" in ada.locator("main").inner_text()
    assert "Mona Haddad" in ada.locator("main").inner_text()
    press(ada, "Send the report")
    report = ada.url
    mona.goto(place.address + "/conduct/cases")
    mona.get_by_role("link", name="Case of").first.focus()
    with mona.expect_navigation():
        mona.keyboard.press("Enter")
    case = mona.url
    press(mona, "Take it")
    ada.locator("#case-state").get_by_text("Mona Haddad looks after it").wait_for()
    mona.get_by_label("Write to the reporter").focus()
    mona.keyboard.type("We look into it")
    press(mona, "Send")
    ada.get_by_text("We look into it").wait_for()
    ada.get_by_label("Write to the desk").focus()
    ada.keyboard.type("Thank you")
    press(ada, "Send")
    mona.get_by_text("Thank you").first.wait_for()
    press(mona, "Hide the message")
    # What is hidden is not offered to be hidden, but to be shown again.
    mona.get_by_role("button", name="Show the message again").wait_for()
    assert mona.get_by_role("button", name="Hide the message").count() == 0
    mona.goto(case)
    mona.get_by_label("Decision, for the desk").focus()
    mona.keyboard.type("Hidden, and a warning")
    mona.get_by_label("What the reporter is told").focus()
    mona.keyboard.type("It is hidden now")
    press(mona, "Decide the case")
    ada.get_by_text("It is hidden now").wait_for()
    assert "a warning" not in ada.locator("main").inner_text()
    assert bob.request.get(case).status == 403
    assert bob.request.get(report).status == 404
    bob.goto(place.address + "/chat/general/corridor")
    assert "Something very rude" not in bob.locator("main").inner_text()


def test_a_ban_ends_the_session_and_its_stream(place, person):
    bob, mona = person("bob", is_watched=False), person("mona")
    id = account(bob)
    bob.locator("html[data-live=here]").wait_for(state="attached")
    mona.goto(f"{place.address}/conduct/people/{id}")
    mona.locator("#ban-why").fill("Threats")
    mona.get_by_role("button", name="Ban Bob Mensah").click()
    mona.get_by_role("status").filter(has_text="Banned").wait_for()
    bob.locator("html:not([data-topics~=me])").wait_for(state="attached", timeout=5_000)
    assert bob.request.get(place.address + "/account", max_redirects=0).status == 401
    with mona.expect_navigation():
        mona.get_by_role("button", name=re.compile("^Undo")).first.click()
    mona.goto(f"{place.address}/conduct/record")
    assert "undone" in mona.locator("main").inner_text()


def test_pages_have_no_violation_and_fit(place, person):
    ada, olga = person("ada", width=360, height=740), person("olga", width=360, height=740)
    bob = account(person("bob"))
    ada.goto(place.address + "/help/desk")
    ada.get_by_label("What can we help with?").fill("How do I join?")
    with ada.expect_navigation():
        ada.get_by_role("button", name="Ask for help").click()
    request = ada.url
    ada.goto(f"{place.address}/report/people/{bob}")
    ada.get_by_label("What should they know?").fill("Unwanted messages")
    with ada.expect_navigation():
        ada.get_by_role("button", name="Send the report").click()
    report = ada.url.split("?")[0]
    case = f"{place.address}/conduct/cases/{report.rsplit('/', 1)[1]}"
    plain = [request, report, f"{place.address}/report/people/{bob}"]
    plain += [place.address + path for path in ["/help", "/help/desk?page=%2Fpapers", "/report", "/account/reports", f"/people/{bob}", "/code-of-conduct"]]
    staff = [case, request] + [
        place.address + path
        for path in [
            "/help/queue", "/help/shifts", "/organize/help-desk", "/organize/conduct", "/conduct/cases", "/conduct/record",
            f"/conduct/people/{bob}?channel=general/corridor", "/conduct/channels/general/corridor",
        ]
    ]
    for page, addresses in [(ada, plain), (olga, staff)]:
        for address in addresses:
            for scheme in ["light", "dark"]:
                page.emulate_media(color_scheme=scheme)
                page.goto(address)
                assert violations(page) == [], f"{address} {scheme}"
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_pages_that_many_share_say_to_who_is_on_the_desk_how_many_cases_wait(place, person):
    ada, mona = person("ada"), person("mona")
    bob = account(person("bob"))
    ada.goto(f"{place.address}/report/people/{bob}")
    press(ada, "Send the report")
    door = mona.locator(".top-own a[href='/conduct/cases']")
    mona.goto(place.address + "/account")
    count = door.text_content()
    for path in ("/papers", "/"):
        mona.goto(place.address + path)
        expect(door).to_have_text(count)
        expect(mona.locator(".top-nav .is-door a[href='/conduct/cases']")).to_have_text(count)
        with ada.expect_response("**/chat/unread.json"):
            ada.goto(place.address + path)
        assert ada.locator("a[href='/conduct/cases']").count() == 0
    with mona.expect_navigation():
        door.click()
    mona.get_by_role("heading", name="Conduct desk", level=1).wait_for()


def test_pages_that_many_share_say_to_who_helps_how_many_wait_and_the_queue_keeps_it_true(place, person):
    ada, vera, mona = person("ada"), person("vera"), person("mona")

    def ask(words):
        ada.goto(place.address + "/help/desk")
        ada.get_by_label("What can we help with?").fill(words)
        ada.get_by_role("button", name="Ask for help").click()
        ada.get_by_text("in the queue").first.wait_for()

    ask("The first thing")
    vera.goto(place.address + "/papers")
    door = vera.locator(".top-own a[href='/help/queue']")
    expect(door).to_have_text(re.compile(r"^Help desk \([1-9]\d*\)$"))
    with ada.expect_response("**/chat/unread.json"):
        ada.goto(place.address + "/papers")
    assert ada.locator("a[href='/help/queue']").count() == 0
    with vera.expect_navigation():
        door.click()
    waiting = vera.locator("#help-count")
    before = int(waiting.text_content())
    expect(door).to_have_text(f"Help desk ({before})")
    ask("The second thing")
    expect(waiting).to_have_text(str(before + 1))
    expect(door).to_have_text(f"Help desk ({before + 1})")
    mona.goto(place.address + "/help/queue")
    for words in ("The first thing", "The second thing"):
        mona.get_by_role("link", name=words).click()
        mona.get_by_role("button", name="Take it").click()
        mona.get_by_text("Mona Haddad answers").wait_for()
        mona.goto(place.address + "/help/queue")
    expect(waiting).to_have_text(str(before - 1))
    expect(door).to_have_text(f"Help desk ({before - 1})" if before > 1 else [])
