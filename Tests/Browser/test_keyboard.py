"""What people do together, without a mouse: every control is reached by Tab, pressed by Enter or the space bar, and nobody loses their place."""

import re
import subprocess

import pytest
from conftest import HATATA, NOW, Server
from hands import is_at

CORRIDOR = "/chat/general/corridor"
KEYNOTE = "/questions/keynotes/1"
PEOPLE = {
    "ada": ("Ada Nwosu", "participant"), "ben": ("Ben Mensah", "participant"), "bob": ("Bob Adu", "participant"),
    "vera": ("Vera Silva", "volunteer"), "mona": ("Mona Haddad", "moderator"),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A server with people of all roles."""
    data = tmp_path_factory.mktemp("keyboard")
    subprocess.run([HATATA, "demo", "--data", str(data), "--papers", "12", "--today", "2026-04-28"], check=True, stdout=subprocess.DEVNULL)
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
    """A browser in which somebody has signed in by keys: person("ada"); its console may complain of nothing, unless it is not watched."""
    contexts, complaints = [], []

    def complain(message):
        # A stream that the server ends, since somebody's rights have changed, is opened again.
        if message.type == "error" and "INCOMPLETE_CHUNKED_ENCODING" not in message.text:
            complaints.append(message.text)

    def sign_in(key, is_watched=True):
        told = subprocess.run(
            [HATATA, "people", "code", f"{key}@example.org", "--data", str(place.data)], check=True, capture_output=True, text=True
        ).stdout
        context = chromium.new_context(viewport={"width": 1440, "height": 900}, timezone_id="Africa/Lagos", reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        if is_watched:
            page.on("console", complain)
            page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(place.address + "/sign-in/link/" + re.search(r"/sign-in/link/(\S+)", told)[1])
        # The first page of a visitor loads itself again in the visitor's zone.
        page.wait_for_selector("html[data-zone='Africa/Lagos']", state="attached")
        follow(page, "button", "Sign in")
        if "/conduct-acceptance" in page.url:
            follow(page, "button", "I will keep to it")
        return page

    yield sign_in
    for context in contexts:
        context.close()
    assert complaints == []


def reach(page, role, name, key="Tab", most=300):
    """Goes from control to control until one has the role and the name; fails where none of the next ones has."""
    target = page.get_by_role(role, name=name, exact=True)
    for _ in range(most):
        page.keyboard.press(key)
        if is_at(target):
            return
    raise AssertionError(f"{most} times {key} lead to no {role} “{name}”")


def press(page, role, name, by="Enter", key="Tab"):
    reach(page, role, name, key)
    page.keyboard.press(by)


def follow(page, role, name, key="Tab"):
    """Presses what leads to another page."""
    reach(page, role, name, key)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page, name, text):
    """Writes into a field."""
    reach(page, "textbox", name)
    page.keyboard.type(text)


def has_its_place(page):
    """Whether the focus is anywhere, rather than lost with what had it."""
    return page.evaluate("document.activeElement !== document.body")


def until(page, check, what):
    """The page's policy forbids to wait within it."""
    for _ in range(200):
        if check():
            return
        page.wait_for_timeout(50)
    raise AssertionError(what)


def box(page):
    return page.get_by_role("textbox", name="Message", exact=True)


def enter(page, address):
    """Opens the corridor, and goes past its messages to where one writes."""
    page.goto(address + CORRIDOR)
    page.get_by_role("heading", name="Corridor", level=1).wait_for()
    press(page, "link", "Skip to the content")
    press(page, "link", "Skip the messages")
    until(page, lambda: is_at(box(page)), "the way past the messages leads to the box")


def rows(page, text):
    return page.locator(".message", has_text=text)


def test_two_people_talk_reply_and_pause(place, person):
    ada, ben = person("ada"), person("ben")
    for page in (ada, ben):
        enter(page, place.address)
    ada.keyboard.type("Hello from my keyboard")
    ada.keyboard.press("Enter")
    rows(ben, "Hello from my keyboard").wait_for()
    ben.keyboard.type("I was about to sa")
    enter(ben, place.address)
    assert box(ben).input_value() == "I was about to sa"
    ben.keyboard.press("End")
    ben.keyboard.type("y hello")
    ben.keyboard.press("Enter")
    rows(ada, "I was about to say hello").wait_for()
    # One goes on writing where one was.
    assert is_at(box(ada)) and is_at(box(ben))
    # Whoever stands at a message stands at it still when it comes anew, with its first reply.
    reach(ada, "link", "Reply to Ada Nwosu", key="Shift+Tab")
    follow(ben, "link", "Reply to Ada Nwosu", key="Shift+Tab")
    # Whoever came to reply is at the box already.
    until(ben, lambda: is_at(ben.get_by_role("textbox", name="Reply", exact=True)), "the box to reply in")
    ben.keyboard.type("By keys alone")
    ben.keyboard.press("Enter")
    rows(ben, "By keys alone").wait_for()
    rows(ada, "Hello from my keyboard").get_by_role("link", name="1 reply to Ada Nwosu").wait_for()
    assert is_at(ada.get_by_role("link", name="1 reply to Ada Nwosu"))
    log = ada.get_by_role("log", name="Messages")
    assert log.get_attribute("aria-live") == "polite"
    press(ada, "button", "Pause", by="Space", key="Shift+Tab")
    assert log.get_attribute("aria-live") == "off"
    assert is_at(ada.get_by_role("button", name="Pause", exact=True, pressed=True))
    ada.keyboard.press("Space")
    assert log.get_attribute("aria-live") == "polite"


def ask(page, text):
    write(page, re.compile("^Ask the "), text)
    press(page, "button", "Ask")
    page.locator(".question-text", has_text=text).wait_for()
    assert has_its_place(page)


def test_a_question_is_asked_voted_for_and_answered_on_the_hosts_view(place, person):
    ada, ben, mona = person("ada"), person("ben"), person("mona")
    for page in (ada, ben):
        page.goto(place.address + KEYNOTE)
    ask(ada, "Can keys do it?")
    ask(ben, "And what then?")
    row = ben.locator(".question", has_text="Can keys do it?")
    button = re.compile("votes for: Can keys do it")
    count = ada.locator(".question", has_text="Can keys do it?").locator(".vote-count")
    reach(ben, "button", button)
    for votes, pressed in [("2", "true"), ("1", "false"), ("2", "true")]:
        ben.keyboard.press("Space")
        ben.wait_for_timeout(300)
        if not row.locator(f"button.vote[aria-pressed={pressed}]").count():
            # The row was told anew between the key's going down and up: nothing was pressed, else it would be marked at once.
            ben.keyboard.press("Space")
        row.locator(f"button.vote[aria-pressed={pressed}]:not([data-busy])").wait_for()
        until(ada, lambda: count.inner_text() == votes, f"{votes} votes are seen by the other")
        assert is_at(ben.get_by_role("button", name=button))
    mona.goto(f"{place.address}{KEYNOTE}/host")
    queued = mona.locator(".queued", has_text="Can keys do it?")
    press(mona, "button", re.compile("^Take up ?: Can keys do it"))
    mona.locator(".queued.is-pinned", has_text="Can keys do it?").wait_for()
    for page in (ada, ben):
        page.locator(".question.is-pinned", has_text="Can keys do it?").wait_for()
    # What was pressed is there no more; one is still at its question.
    assert is_at(queued)
    press(mona, "button", re.compile("^Answered ?: Can keys do it"))
    mona.locator(".queued.is-live", has_text="Can keys do it?").wait_for(state="attached")
    for page in (ada, ben):
        page.locator(".question.is-live", has_text="Can keys do it?").get_by_text("Answered live").wait_for()
    # The question is not shown any more; one is at the next.
    until(mona, lambda: is_at(mona.locator(".queued", has_text="And what then?")), "the next question has the focus")
    press(mona, "checkbox", "Show what is answered and dismissed", by="Space")
    queued.wait_for()
    follow(mona, "link", re.compile("^More about: Can keys do it"), key="Shift+Tab")
    write(mona, re.compile("^In Markdown"), "They *can*.")
    follow(mona, "button", "Answer")
    for page in (ada, ben):
        page.locator(".question", has_text="Can keys do it?").locator(".question-answer", has_text="They can.").wait_for()


def test_help_is_asked_for_and_given(place, person):
    ada, vera, mona = person("ada"), person("vera"), person("mona")
    ada.goto(place.address + "/about")
    follow(ada, "link", "Help desk")
    words = "My keys are sticky"
    write(ada, "What can we help with?", words)
    follow(ada, "button", "Ask for help")
    ada.get_by_text("in the queue").first.wait_for()
    for page in (vera, mona):
        page.goto(place.address + "/help/queue")
    reach(mona, "link", words)
    follow(vera, "link", words)
    follow(vera, "button", "Take it")
    ada.get_by_text("Vera Silva answers").wait_for()
    # Who was at the line that went from those who wait is not sent back to the top of the page.
    mona.locator("#help-taken", has_text=words).wait_for()
    assert has_its_place(mona)
    write(vera, "Message", "Which ones?")
    vera.keyboard.press("Enter")
    rows(ada, "Which ones?").wait_for()
    write(ada, "Message", "All of them")
    ada.keyboard.press("Enter")
    rows(vera, "All of them").wait_for()
    write(vera, "Close it, with a note for other helpers (optional)", "Soap")
    follow(vera, "button", "Close")
    vera.get_by_role("status").filter(has_text="Closed.").wait_for()
    ada.locator("#help-state").get_by_text("Closed").wait_for()


def test_a_report_is_followed_to_a_ban_that_ends_the_stream(place, person):
    ada, bob, mona = person("ada"), person("bob", is_watched=False), person("mona")
    enter(bob, place.address)
    bob.keyboard.type("Something very rude")
    bob.keyboard.press("Enter")
    rows(bob, "Something very rude").wait_for()
    ada.goto(place.address + CORRIDOR)
    rows(ada, "Something very rude").wait_for()
    follow(ada, "link", "Report what Bob Adu wrote")
    assert "Mona Haddad" in ada.locator("main").inner_text()
    write(ada, re.compile("^What should they know"), "Nobody should read this")
    follow(ada, "button", "Send the report")
    mona.goto(place.address + "/conduct/cases")
    follow(mona, "link", re.compile("^Case of"))
    follow(mona, "button", "Take it")
    ada.locator("#case-state").get_by_text("Mona Haddad looks after it").wait_for()
    write(mona, "Write to the reporter", "We look into it")
    follow(mona, "button", "Send")
    ada.get_by_text("We look into it").wait_for()
    write(ada, "Write to the desk", "Thank you")
    follow(ada, "button", "Send")
    mona.get_by_text("Thank you").first.wait_for()
    follow(mona, "button", "Hide the message")
    mona.get_by_role("button", name="Show the message again").wait_for()
    write(mona, "Decision, for the desk", "Hidden, and a ban")
    write(mona, "What the reporter is told (optional)", "It is hidden now")
    follow(mona, "button", "Decide the case")
    ada.get_by_text("It is hidden now").wait_for()
    bob.locator("html[data-live=here]").wait_for(state="attached")
    follow(mona, "link", "Bob Adu")
    follow(mona, "button", "Ban Bob Adu")
    mona.get_by_role("status").filter(has_text="Banned").wait_for()
    bob.locator("html:not([data-topics~=me])").wait_for(state="attached", timeout=5_000)
    assert bob.request.get(place.address + "/account", max_redirects=0).status == 401
