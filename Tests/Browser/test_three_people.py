"""Two people and a moderator in three browsers, each a program of its own, from their first words to a ban: once with a pointer, and all of it again with keys alone."""

import re

import pytest
from conftest import LAUNCH
from hands import Keys, Pointer, control
from playwright.sync_api import expect
from test_keyboard import CORRIDOR, PEOPLE, person, place, rows  # noqa: F401

# Another test has the machine's other processor.
expect.set_options(timeout=30_000)
# How it is operated, with whom ada meets, as whoever is banned comes to no second run, and whose talk they ask about.
WAYS = {"pointer": (Pointer(), "ben", "/questions/keynotes/2"), "keys": (Keys(), "bob", "/questions/keynotes/1")}


@pytest.fixture
def chromium(chromium):
    """Starts a browser for everybody who comes: nobody has connections, a cache or a process with another."""
    started = []

    class Programs:
        def new_context(self, **settings):
            started.append(chromium.browser_type.launch(**LAUNCH))
            return started[-1].new_context(**settings)

    yield Programs()
    for browser in started:
        browser.close()


class Three:
    """Ada, whom she meets, and the moderator, each in a browser."""

    def __init__(self, place, person, way):  # noqa: F811
        self.address, self.way = place.address, way
        self.hands, other, self.keynote = WAYS[way]
        self.name = PEOPLE[other][0]
        # The other one loses the connection and is banned, both of which are told in the console.
        self.ada, self.other, self.mona = person("ada"), person(other, is_watched=False), person("mona")
        assert len({page.context.browser for page in (self.ada, self.other, self.mona)}) == 3

    def said(self, text):
        """Words of this run."""
        return f"{text}, by {self.way}"

    def open(self, page, path):
        page.goto(self.address + path)

    def say(self, page, text):
        self.hands.write(page, box(page), text)
        if isinstance(self.hands, Keys):
            page.keyboard.press("Enter")
        else:
            control(page, "button", "Send").first.click()


def box(page):
    return control(page, "textbox", "Message")


@pytest.fixture(params=WAYS)
def three(request, place, person):  # noqa: F811
    return Three(place, person, request.param)


def test_three_people_talk_ask_and_are_kept_from_harm(three):
    talk(three)
    lose_the_connection(three)
    ask_and_answer(three)
    report_and_ban(three)


def talk(three):
    """In both directions, with a reload in the middle of typing."""
    ada, other = three.ada, three.other
    for page in (ada, other):
        three.open(page, CORRIDOR)
        page.locator("html[data-live=here]").wait_for(state="attached")
    three.say(ada, three.said("Hello"))
    rows(other, three.said("Hello")).wait_for()
    three.hands.write(other, box(other), "I was about to sa")
    other.reload()
    expect(box(other)).to_have_value("I was about to sa")
    three.say(other, three.said("y hello"))
    rows(ada, three.said("I was about to say hello")).wait_for()
    other.get_by_text("Sent", exact=True).wait_for()
    expect(box(other)).to_have_value("")
    expect(rows(other, three.said("I was about to say hello"))).to_have_count(1)


def lose_the_connection(three):
    """Ten seconds without one: nothing is lost, and nothing is there twice."""
    ada, other = three.ada, three.other
    tunnel, meanwhile = three.said("Written in a tunnel"), three.said("Written meanwhile")
    other.context.set_offline(True)
    # It is told before it is so.
    while not other.evaluate("fetch('/health/live').then(() => false, () => true)"):
        other.wait_for_timeout(50)
    three.say(other, tunnel)
    other.get_by_text("No connection.").wait_for()
    three.say(ada, meanwhile)
    rows(ada, meanwhile).wait_for()
    ada.wait_for_timeout(10_000)
    assert rows(ada, tunnel).count() == 0
    expect(box(other)).to_have_value(tunnel)
    other.context.set_offline(False)
    rows(ada, tunnel).wait_for()
    rows(other, meanwhile).wait_for()
    other.get_by_text("Sent", exact=True).wait_for()
    expect(box(other)).to_have_value("")
    # So it is in the database, too.
    other.reload()
    for page in (ada, other):
        for text in (tunnel, meanwhile):
            expect(rows(page, text)).to_have_count(1)


def ask_and_answer(three):
    """A vote is seen by who asked and by the host, and what the host takes up by both."""
    ada, other, mona, hands = three.ada, three.other, three.mona, three.hands
    question = three.said("Does it hold without tones") + "?"
    name = re.escape(question)
    for page in (ada, other):
        three.open(page, three.keynote)
    hands.write(ada, ada.get_by_role("textbox", name=re.compile("^Ask the ")), question)
    hands.press(ada, control(ada, "button", "Ask"))
    row, own = (page.locator(".question", has_text=question) for page in (other, ada))
    for shown in (row, own):
        shown.wait_for()
    expect(own.locator(".vote-count")).to_have_text("1")
    hands.press(other, other.get_by_role("button", name=re.compile(f"votes for: {name}")))
    row.locator("button.vote[aria-pressed=true]:not([data-busy])").wait_for()
    expect(own.locator(".vote-count")).to_have_text("2", timeout=30_000)
    three.open(mona, three.keynote + "/host")
    expect(mona.locator(".queued", has_text=question).locator("[id^=votes-]")).to_have_text("2")
    hands.press(mona, mona.get_by_role("button", name=re.compile(f"^Take up ?: {name}")))
    mona.locator(".queued.is-pinned", has_text=question).wait_for()
    for page in (ada, other):
        page.locator(".question.is-pinned", has_text=question).wait_for()
    hands.press(mona, mona.get_by_role("button", name=re.compile(f"^Answered ?: {name}")))
    mona.locator(".queued.is-live", has_text=question).wait_for(state="attached")
    for page in (ada, other):
        page.locator(".question.is-live", has_text=question).get_by_text("Answered live").wait_for()


def report_and_ban(three):
    """A report is followed to its end, and a ban ends what its person has open."""
    ada, other, mona, hands = three.ada, three.other, three.mona, three.hands
    rude, thanks, told = three.said("Something very rude"), three.said("Thank you"), three.said("It is hidden now")
    for page in (other, ada):
        three.open(page, CORRIDOR)
    three.say(other, rude)
    rows(ada, rude).wait_for()
    hands.follow(ada, control(rows(ada, rude), "link", f"Report what {three.name} wrote"))
    assert rude in ada.locator("main").inner_text()
    assert "Mona Haddad" in ada.locator("main").inner_text()
    hands.write(ada, ada.get_by_role("textbox", name=re.compile("^What should they know")), "Nobody should read this")
    hands.follow(ada, control(ada, "button", "Send the report"))
    case = re.search(r"/reports/([^/?#]+)", ada.url)[1]
    three.open(mona, "/conduct/cases")
    hands.follow(mona, mona.locator(f"main a[href$='/conduct/cases/{case}']"))
    hands.follow(mona, control(mona, "button", "Take it"))
    ada.locator("#case-state").get_by_text("Mona Haddad looks after it").wait_for()
    hands.write(mona, control(mona, "textbox", "Write to the reporter"), three.said("We look into it"))
    hands.follow(mona, control(mona, "button", "Send"))
    ada.get_by_text(three.said("We look into it")).wait_for()
    hands.write(ada, control(ada, "textbox", "Write to the desk"), thanks)
    hands.follow(ada, control(ada, "button", "Send"))
    mona.get_by_text(thanks).first.wait_for()
    hands.follow(mona, control(mona, "button", "Hide the message"))
    control(mona, "button", "Show the message again").wait_for()
    expect(rows(other, rude)).to_have_count(0)
    three.open(mona, f"/conduct/cases/{case}")
    hands.write(mona, control(mona, "textbox", "Decision, for the desk"), "Hidden, and a ban")
    hands.write(mona, control(mona, "textbox", "What the reporter is told (optional)"), told)
    hands.follow(mona, control(mona, "button", "Decide the case"))
    ada.get_by_text(told).wait_for()
    assert "a ban" not in ada.locator("main").inner_text()
    other.locator("html[data-live=here]").wait_for(state="attached")
    hands.follow(mona, control(mona, "link", three.name))
    hands.follow(mona, control(mona, "button", f"Ban {three.name}"))
    mona.get_by_role("status").filter(has_text="Banned").wait_for()
    other.locator("html:not([data-topics~=me])").wait_for(state="attached")
    assert other.request.get(three.address + "/account", max_redirects=0).status == 401
