"""Many tabs, lost connections, ended sessions and a server that is away: pages still load, are told what happens, and lose nothing that was typed."""

import contextlib
import re
import sqlite3
import subprocess

import pytest
from conftest import HATATA, HEROINE_PAPER, NOW, Server

CORRIDOR = "/chat/general/corridor"
# As Chromium would say of a tab behind others: its pages here are windows of their own, which are always in view.
HIDE = """
  let isHidden = false;
  Object.defineProperty(Document.prototype, "hidden", { get: () => isHidden });
  window.show = (on) => { isHidden = !on; document.dispatchEvent(new Event("visibilitychange")); };
"""


def hatata(*arguments):
    return subprocess.run([HATATA, *map(str, arguments)], check=True, capture_output=True, text=True, timeout=120).stdout


@pytest.fixture(scope="module")
def conference(tmp_path_factory):
    data = tmp_path_factory.mktemp("tabs")
    hatata("demo", "--data", data, "--papers", "20", "--today", "2026-04-28")
    (data / "people.csv").write_text("email,name\nada@example.org,Ada Nwosu\nben@example.org,Ben Mensah\ncy@example.org,Cy Okoro\ndi@example.org,Di Vargas\n")
    hatata("people", "import", data / "people.csv", "--data", data)
    server = Server(data, NOW)
    server.data = data
    yield server
    server.stop()


@pytest.fixture
def person(conference, chromium):
    """A browser in which somebody is signed in, with an open corridor: person("ada")."""
    contexts = []

    def enter(page, name, then=CORRIDOR):
        told = hatata("people", "code", f"{name}@example.org", "--data", conference.data)
        page.goto(conference.address + re.search(r"/sign-in/link/\S+", told).group(0))
        with page.expect_navigation():
            page.locator("main").get_by_role("button", name="Sign in").click()
        if "/conduct-acceptance" in page.url:
            with page.expect_navigation():
                page.get_by_role("button", name="I will keep to it").click()
        page.goto(conference.address + then)

    def sign_in(name, then=CORRIDOR):
        context = chromium.new_context(timezone_id="Africa/Lagos", reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        enter(page, name, then)
        return page

    sign_in.again = enter
    yield sign_in
    for context in contexts:
        context.close()


def box(page):
    return page.get_by_role("textbox", name="Message")


def write(page, text):
    box(page).fill(text)
    page.keyboard.press("Enter")


def rows(page, text):
    return page.locator(".message", has_text=text)


def live(page):
    page.locator("html[data-live=here]").wait_for(state="attached")


def test_twenty_tabs_in_view_load_and_are_told_what_happens(conference, person):
    ada, ben = person("ada"), person("ben")
    paths = [CORRIDOR, f"/chat/papers/{HEROINE_PAPER}", "/schedule", f"/papers/{HEROINE_PAPER}", "/chat"]
    tabs = [ada]
    for number in range(1, 20):
        tab = ada.context.new_page()
        tab.goto(conference.address + paths[number % len(paths)])
        tab.get_by_role("heading", level=1).first.wait_for()
        tabs.append(tab)
    for tab in tabs:
        live(tab)
    write(ben, "Who has twenty tabs open?")
    rows(ben, "twenty tabs").wait_for()
    following = [tab for tab in tabs if tab.url.endswith(CORRIDOR)]
    assert len(following) == 4
    for tab in following:
        rows(tab, "twenty tabs").wait_for()
    # The newest tab may take its turn with others; what it writes is told to all, too.
    last = tabs[-5]
    assert last.url.endswith(CORRIDOR)
    write(last, "I have")
    rows(ben, "I have").wait_for()
    for tab in following:
        rows(tab, "I have").wait_for()
        assert rows(tab, "I have").count() == 1


def test_a_hidden_tab_lets_go_of_its_stream_and_catches_up_when_it_is_seen(conference, person):
    ada, ben = person("ada", "/"), person("ben")
    tab = ada.context.new_page()
    tab.add_init_script(HIDE)
    tab.clock.install()
    tab.goto(conference.address + CORRIDOR)
    live(tab)
    tab.evaluate("show(false)")
    with tab.expect_event("requestfailed", lambda request: "/live?" in request.url):
        tab.clock.run_for(31_000)
    write(ben, "Said behind a tab")
    rows(ben, "behind a tab").wait_for()
    assert rows(tab, "behind a tab").count() == 0
    tab.evaluate("show(true)")
    rows(tab, "behind a tab").wait_for()


def test_a_tab_in_view_gets_the_place_of_one_that_is_hidden(conference, person):
    ada, ben = person("ada", "/"), person("ben")
    hidden = []
    for _ in range(3):
        tab = ada.context.new_page()
        tab.add_init_script(HIDE)
        tab.goto(conference.address + CORRIDOR)
        live(tab)
        tab.evaluate("show(false)")
        hidden.append(tab)
    gone = []
    for tab in hidden:
        tab.on("requestfailed", lambda request: gone.append(request.url) if "/live?" in request.url else None)
    fresh = ada.context.new_page()
    fresh.goto(conference.address + CORRIDOR)
    live(fresh)
    write(ben, "To the tab in view")
    rows(fresh, "To the tab in view").wait_for()
    # All of them were asked, as it is not known how many are hidden.
    assert len(gone) == 3
    assert [rows(tab, "To the tab in view").count() for tab in hidden] == [0, 0, 0]
    hidden[0].evaluate("show(true)")
    rows(hidden[0], "To the tab in view").wait_for()


def test_what_was_typed_is_there_after_a_page_that_is_too_old_has_loaded_itself_anew(conference, person):
    ada, ben = person("ada", "/"), person("ben")
    tab = ada.context.new_page()
    tab.add_init_script(HIDE)
    tab.clock.install()
    tab.goto(conference.address + CORRIDOR)
    live(tab)
    box(tab).fill("Half a thou")
    tab.evaluate("show(false)")
    with tab.expect_event("requestfailed", lambda request: "/live?" in request.url):
        tab.clock.run_for(31_000)
    for text in ("Missed first", "Missed then"):
        write(ben, text)
        rows(ben, text).wait_for()
    # As after more than a day in a drawer: what was told then is not known any more.
    conference.stop()
    with contextlib.closing(sqlite3.connect(conference.data / "hatata.sqlite")) as database, database:
        database.execute("DELETE FROM events WHERE id < (SELECT MAX(id) FROM events)")
    conference.start()
    with tab.expect_navigation():
        tab.evaluate("show(true)")
        tab.clock.run_for(2_000)
    assert box(tab).input_value() == "Half a thou"
    rows(tab, "Missed first").wait_for()


def test_a_message_written_while_the_server_is_away_is_sent_once_when_it_is_back(conference, person):
    ada, ben = person("ada"), person("ben")
    live(ada)
    box(ben).fill("Typed before it went")
    conference.stop()
    write(ada, "Written to nobody")
    ada.get_by_text("Your message is kept and sent").wait_for()
    assert box(ada).input_value() == "Written to nobody"
    assert ada.locator("form.composer.is-waiting").count() == 1
    conference.start()
    ada.get_by_text("Sent", exact=True).wait_for()
    rows(ben, "Written to nobody").wait_for()
    assert box(ben).input_value() == "Typed before it went"
    ben.reload()
    assert box(ben).input_value() == "Typed before it went"
    for page in (ada, ben):
        page.reload()
        rows(page, "Written to nobody").wait_for()
        assert rows(page, "Written to nobody").count() == 1


# Notes when the stream went away, and when that was said.
NOTE_WHEN = """() => {
  document.addEventListener("hatata:stream", ({ detail }) => { if (detail === "away") window.left ??= performance.now(); });
  const sign = document.querySelector(".lost");
  new MutationObserver(() => { window.said ??= performance.now(); }).observe(sign, { childList: true });
}"""


def test_a_page_says_that_its_stream_is_away_where_it_would_change_until_it_is_back(conference, person):
    ada, ben = person("ada"), person("ben", "/about")
    for page in (ada, ben):
        live(page)
        page.locator(".lost").wait_for(state="attached")
    sign = [page.get_by_role("status").filter(has_text="Connection lost; reconnecting") for page in (ada, ben)]
    ada.evaluate(NOTE_WHEN)
    conference.stop()
    try:
        sign[0].wait_for()
        # A moment without it is nothing to speak of.
        assert ada.evaluate("said - left") >= 4_900
        ben.locator("html[data-live=away]").wait_for(state="attached")
        ben.wait_for_timeout(6_000)
        assert sign[1].count() == 0, "nothing would change on that page"
    finally:
        conference.start()
    live(ada)
    sign[0].wait_for(state="detached")


def test_a_message_whose_answer_was_lost_is_there_once_and_what_is_written_instead_is_another(person):
    ada, ben = person("ada"), person("ben")

    def lose(route):
        route.fetch(max_redirects=0)
        route.abort()

    ada.route("**/messages", lose, times=1)
    write(ada, "Heard but not answered")
    rows(ben, "Heard but not answered").wait_for()
    ada.reload()
    assert box(ada).input_value() == "Heard but not answered"
    box(ada).press("Enter")
    ada.get_by_text("Sent", exact=True).wait_for()
    ada.route("**/messages", lose, times=1)
    write(ada, "Heard, too")
    rows(ben, "Heard, too").wait_for()
    ada.reload()
    write(ada, "Something else instead")
    rows(ben, "Something else instead").wait_for()
    assert [rows(ben, text).count() for text in ("Heard but not answered", "Heard, too")] == [1, 1]


def test_what_was_typed_outlives_a_session_that_ended_and_is_for_nobody_else(conference, person):
    di = person("di")
    box(di).fill("Before my session ends")
    di.context.clear_cookies()
    box(di).press("Enter")
    di.get_by_text("You are signed out. What you wrote stays here.").wait_for()
    assert box(di).input_value() == "Before my session ends"
    with di.expect_navigation():
        di.locator("[data-state]").get_by_role("link", name="Sign in").click()
    assert "/sign-in?back=" in di.url
    person.again(di, "di")
    assert box(di).input_value() == "Before my session ends"
    di.context.clear_cookies()
    person.again(di, "cy", "/account")
    di.wait_for_function("() => localStorage.getItem('hatata.drafts') === '{}'")
    di.goto(conference.address + CORRIDOR)
    assert box(di).input_value() == ""
    box(di).fill("For my own eyes")
    di.goto(conference.address + "/account")
    with di.expect_navigation():
        di.get_by_role("button", name="Sign out", exact=True).click()
    assert di.evaluate("localStorage.getItem('hatata.drafts')") == "{}"


# Of the next form in which something goes wrong, not even that can be told.
SPEECHLESS = """() => {
  const append = Element.prototype.append;
  Element.prototype.append = function (...nodes) {
    if (!this.matches("form")) return append.apply(this, nodes);
    Element.prototype.append = append;
    throw new Error("Not even that");
  };
}"""


def test_what_fails_in_a_part_holds_up_nothing_that_is_asked_of_it_afterwards(person):
    path = "/questions/keynotes/1"
    page = person("ben", path)
    page.route(f"**{path}", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.evaluate(SPEECHLESS)
    page.get_by_label("Ask the", exact=False).first.fill("Does it go on?")
    with page.expect_event("pageerror") as failure:
        page.get_by_role("button", name="Ask", exact=True).click()
    assert "Not even that" in str(failure.value)
    page.unroute(f"**{path}")
    # What is asked now is the very same.
    page.get_by_role("button", name="Ask", exact=True).click()
    page.locator(".question-text", has_text="Does it go on?").wait_for()


# Does at once what waits to open a stream again, and notes how long that would have been.
AT_ONCE = """
(() => {
  const wait = window.setTimeout;
  window.waits = [];
  window.setTimeout = (action, milliseconds, ...rest) => {
    if (action.name !== "open") return wait(action, milliseconds, ...rest);
    waits.push(milliseconds);
    return wait(action, 0);
  };
})();
"""


def test_pages_whose_server_is_gone_ask_for_it_later_and_later_and_at_times_that_are_spread(conference, visit):
    page = visit(conference.address)
    page.add_init_script(AT_ONCE)
    page.route("**/live?*", lambda route: route.abort())
    firsts = []
    for _ in range(8):
        page.reload()
        page.wait_for_function("() => waits.length > 0")
        firsts.append(page.evaluate("waits[0]"))
    page.wait_for_function("() => waits.length >= 26")
    latest = page.evaluate("waits.slice(6, 26)")
    for waits, base in ((firsts, 1_000), (latest, 30_000)):
        assert all(0.5 * base <= wait <= 1.5 * base for wait in waits)
        assert max(waits) - min(waits) > 0.05 * base


@pytest.fixture
def chair(conference, person):
    """An organizer's browser, on the page where it is chosen how questions are asked: chair(reviewed), which chooses, and is on another page then."""
    hatata("organizer", "add", "Abeba Chair", "chair@example.org", "--data", conference.data, "--address", conference.address)
    page = person("chair", "/organize/questions")

    def choose(is_reviewed):
        page.goto(conference.address + "/organize/questions")
        for label in ("Others see a question only once a host has looked at it", "One may ask without one's name"):
            page.get_by_label(label).set_checked(is_reviewed)
        with page.expect_navigation():
            page.get_by_role("button", name="Save", exact=True).click()
        return page

    yield choose
    choose(False)


# Whether some of an open page is what it is on a page that is loaded now.
IS_AS_NOW = """
async (selector) => {
  const now = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const whole = (page) => [...page.querySelectorAll(selector)].map((element) => element.outerHTML).join();
  return whole(document) === whole(now) && whole(document) !== "";
}
"""


def test_what_one_asks_and_what_becomes_of_it_stands_in_ones_other_tab_and_in_nobody_elses(conference, person, chair):
    path = "/questions/keynotes/2"
    host = chair(True)
    ada, ben = person("ada", path), person("ben", path)
    tab = ada.context.new_page()
    for page in (tab, host):
        page.goto(conference.address + path + ("/host" if page is host else ""))
    for page in (tab, ben, host):
        live(page)
    typed = tab.get_by_label("Ask the", exact=False).first
    typed.fill("Half a question")
    typed.focus()
    ada.get_by_label("Ask the", exact=False).first.fill("Who may know that I ask?")
    ada.get_by_label("Without my name").check()
    ada.get_by_role("button", name="Ask", exact=True).click()
    mine = tab.locator(".questions-mine li", has_text="Who may know that I ask?")
    mine.get_by_text("Waits until a host has looked at it", exact=True).wait_for()
    asked = host.locator(".queued", has_text="Who may know that I ask?")
    asked.get_by_role("button", name="Let others see it").click()
    row = ".question:has-text('Who may know that I ask?')"
    for page in (tab, ben):
        page.locator(row).get_by_text("Anonymous").wait_for()
    mine.get_by_text("Open", exact=True).wait_for()
    # Whoever asks has voted, and reports nothing of one's own.
    tab.locator(f"{row} button.vote[aria-pressed=true]").wait_for()
    assert tab.locator(row).get_by_role("link", name="Report").count() == 0
    assert ben.locator(row).get_by_role("link", name="Report").count() == 1
    assert ben.locator(".questions-mine li").count() == 0 and not ben.locator(".questions-mine").is_visible()
    asked.get_by_role("button", name="Take up").click()
    mine.get_by_text("Being answered now", exact=True).wait_for()
    asked.get_by_role("button", name="Answered").click()
    mine.get_by_text("Answered live", exact=True).wait_for()
    assert tab.evaluate(IS_AS_NOW, ".questions-mine") and ada.evaluate(IS_AS_NOW, ".questions-mine")
    host.get_by_label("Show what is answered and dismissed").check()
    asked.get_by_role("button", name="Open again").click()
    mine.get_by_text("Open", exact=True).wait_for()
    asked.get_by_role("button", name="Dismiss").click()
    mine.get_by_text("Dismissed", exact=True).wait_for()
    for page in (tab, ben):
        page.locator(row).wait_for(state="detached")
    assert tab.evaluate(IS_AS_NOW, ".questions-mine")
    assert typed.input_value() == "Half a question" and typed.evaluate("(field) => field === document.activeElement")


def test_a_vote_and_one_taken_back_show_in_ones_other_tab(conference, person, chair):
    path = "/questions/keynotes/4"
    chair(False)
    ben, ada = person("ben", path), person("ada", path)
    tab = ada.context.new_page()
    tab.goto(conference.address + path)
    for page in (ada, tab):
        live(page)
    ben.get_by_label("Ask the", exact=False).first.fill("Shall we vote?")
    ben.get_by_role("button", name="Ask", exact=True).click()
    row = ".question:has-text('Shall we vote?')"
    for is_mine in ("true", "false"):
        ada.locator(f"{row} button.vote").click()
        tab.locator(f"{row} button.vote[aria-pressed={is_mine}]").wait_for()
    ben.locator(f"{row} button.vote[aria-pressed=true]").wait_for()
    ada.locator(f"{row} button.vote").click()
    for page in (ada, tab, ben):
        page.locator(f"{row} [id^=votes-]").filter(has_text="2").first.wait_for()
    tab.locator(f"{row} button.vote[aria-pressed=true]").wait_for()


def test_nothing_of_a_question_that_waits_comes_to_anybody_elses_tab(conference, person, chair):
    path = "/questions/keynotes/3"
    host = chair(True)
    ada, ben = person("ada", path), person("ben", path)
    ben.add_init_script("window.came = []; for (const name of ['hatata:live', 'hatata:elsewhere']) document.addEventListener(name, ({ detail }) => came.push(detail.outerHTML));")
    ben.reload()
    host.goto(conference.address + path + "/host")
    for page in (ben, host):
        live(page)
    ada.get_by_label("Ask the", exact=False).first.fill("Is this seen by anybody?")
    ada.get_by_role("button", name="Ask", exact=True).click()
    host.locator(".queued", has_text="Is this seen by anybody?").wait_for()
    # What is told after it has come, and nothing of it.
    ben.get_by_label("Ask the", exact=False).first.fill("May I ask, too?")
    ben.get_by_role("button", name="Ask", exact=True).click()
    ben.locator(".questions-mine li", has_text="May I ask, too?").wait_for()
    ben.wait_for_function("() => came.some((html) => html.includes('May I ask, too?'))")
    assert not ben.evaluate("came.some((html) => html.includes('seen by anybody') || html.includes('Ada'))")
    assert "seen by anybody" not in ben.content()


def test_my_conversations_follow_what_one_does_in_another_tab_and_what_others_write(conference, person, chair):
    console = chair(False)
    paper = f"/chat/papers/{HEROINE_PAPER}"
    ada, ben = person("ada", "/chat"), person("ben", paper)
    live(ada)
    sought = ada.get_by_role("searchbox", name="Search what was written")
    sought.fill("half a word")
    sought.focus()
    tab = ada.context.new_page()
    tab.goto(conference.address + paper)
    tab.get_by_role("button", name="Follow", exact=True).click()
    row = ada.locator(f"#conversations li[data-channel='{paper.removeprefix('/chat/')}']")
    row.wait_for()
    tab.goto(conference.address + "/papers")
    write(ben, "A word to who follows")
    row.get_by_text("A word to who follows").wait_for()
    row.locator(".count", has_text="1 new").wait_for()
    # The header says the same, without being asked.
    assert ada.locator("#unread-count").text_content() == ada.locator("#chat-lists").get_attribute("data-unread-count")
    # What has something new comes first.
    assert ada.locator("#conversations li").first.get_attribute("data-channel") == row.get_attribute("data-channel")
    tab.goto(conference.address + paper)
    rows(tab, "A word to who follows").wait_for()
    row.locator(".count").wait_for(state="detached")
    write(tab, "My own word")
    row.get_by_text("My own word").wait_for()
    # Many words are asked for together.
    asked = []
    ada.on("request", lambda request: asked.append(request.url) if request.url.endswith("/chat") else None)
    # No more than one may write at once.
    for number in range(3):
        write(ben, f"Word {number}")
        rows(ben, f"Word {number}").wait_for()
    row.get_by_text("Word 2").wait_for()
    assert 1 <= len(asked) <= 2
    console.goto(conference.address + "/organize/channels")
    console.get_by_label("Title").last.fill("Lost and found")
    console.get_by_role("button", name="Make it").click()
    ada.locator("[data-list]").get_by_role("link", name="Lost and found").wait_for()
    tab.get_by_role("button", name="Following", exact=True).click()
    row.wait_for(state="detached")
    assert ada.evaluate(IS_AS_NOW, "[data-list]")
    assert sought.input_value() == "half a word" and sought.evaluate("(field) => field === document.activeElement")


def test_a_list_of_conversations_asks_once_for_all_that_is_heard_and_not_at_the_earliest_of_many_times(conference, person):
    ada = person("ada", "/")
    tab = ada.context.new_page()
    tab.clock.install()
    tab.goto(conference.address + "/chat")
    live(tab)
    # What was published before the page has been asked for by then.
    tab.clock.run_for(70_000)
    tab.wait_for_timeout(500)
    asked = []
    tab.on("request", lambda request: asked.append(request.url) if request.url.endswith("/chat") else None)
    tab.evaluate("""() => {
      const parts = [0.5];
      Math.random = () => parts.shift() ?? 0;
      for (let count = 0; count < 20; count += 1) {
        const news = Object.assign(document.createElement("span"), { id: "conversations-news" });
        Object.assign(news.dataset, { listed: "", within: "60" });
        document.dispatchEvent(new CustomEvent("hatata:elsewhere", { detail: news }));
      }
    }""")
    tab.clock.run_for(10_000)
    tab.wait_for_timeout(500)
    assert asked == []
    with tab.expect_request(lambda request: request.url.endswith("/chat")):
        tab.clock.run_for(25_000)
    tab.clock.run_for(10_000)
    assert len(asked) == 1
