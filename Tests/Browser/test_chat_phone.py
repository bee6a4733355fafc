"""On a phone the parts of a page are tabs, in real browsers; who writes is told as a number; what was put away and what was typed follow their person."""

import re
import subprocess
import time

import pytest
from conftest import HATATA, HEROINE_PAPER, NOW, Server, violations, wait_until

PAPER = f"/papers/{HEROINE_PAPER}"
CORRIDOR = "/chat/general/corridor"


def hatata(*arguments):
    return subprocess.run([HATATA, *map(str, arguments)], check=True, capture_output=True, text=True, timeout=120).stdout


@pytest.fixture(scope="module")
def conference(tmp_path_factory):
    data = tmp_path_factory.mktemp("chat-phone")
    hatata("demo", "--data", data, "--papers", "20", "--today", "2026-04-28")
    server = Server(data, NOW)
    server.data = data
    yield server
    server.stop()


@pytest.fixture
def person(conference, visit):
    """A browser in which somebody is signed in, on a page: person("Ada Nwosu", PAPER, width=..., scripts=...)."""

    def sign_in(name, path, **settings):
        email = name.lower().replace(" ", ".") + "@example.org"
        told = hatata("organizer", "add", name, email, "--data", conference.data, "--address", conference.address)
        page = visit(re.search(r"http://\S+/sign-in/link/\S+", told).group(0), **settings)
        with page.expect_navigation():
            page.locator("main").get_by_role("button", name="Sign in").click()
        page.goto(conference.address + "/chat")
        if "/conduct-acceptance" in page.url:
            with page.expect_navigation():
                page.get_by_role("button", name="I will keep to it").click()
        page.goto(conference.address + path)
        return page

    return sign_in


def tab(page, name):
    return page.get_by_role("tab", name=re.compile(f"^{name}"))


def box(page):
    return page.get_by_role("textbox", name="Message")


def unread(page):
    return page.evaluate("fetch('/chat/unread.json').then((answer) => answer.json())")["unread"]


def rows(page, text):
    return page.locator(".message", has_text=text)


@pytest.mark.parametrize("path,name", [(PAPER, "Paper"), ("/keynotes/1", "Keynote")])
def test_the_parts_of_a_page_are_tabs_and_back_leads_back(person, path, name):
    page = person("Ada Nwosu", path, width=360, height=740)
    assert tab(page, name).get_attribute("aria-selected") == "true"
    assert page.locator("#chat").is_hidden() and page.locator("#ask").is_hidden()
    tab(page, "Chat").click()
    assert page.url.endswith("#chat")
    box(page).wait_for()
    assert page.get_by_role("tabpanel").get_attribute("id") == "chat"
    assert page.locator("#ask").is_hidden()
    tab(page, "Questions").click()
    page.get_by_label("Ask the", exact=False).first.wait_for()
    assert box(page).is_hidden()
    page.go_back()
    box(page).wait_for()
    page.go_back()
    page.wait_for_function("() => document.querySelector('#tab-page').getAttribute('aria-selected') === 'true'")
    assert page.locator("#chat").is_hidden() and page.get_by_role("tabpanel").get_attribute("id") == "page"


def test_tabs_are_walked_by_arrows_and_are_one_stop_for_the_tab_key(person):
    page = person("Ada Nwosu", PAPER, width=360, height=740)
    tab(page, "Paper").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "tab-ask"
    assert page.locator("#ask").is_visible() and page.locator("#chat").is_hidden()
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.id") == "tab-chat"
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "tab-page"
    page.keyboard.press("ArrowLeft")
    assert page.locator("#chat").is_visible()
    page.keyboard.press("Home")
    assert page.evaluate("[...document.querySelectorAll('.tabs a')].map((tab) => tab.tabIndex)") == [0, -1, -1]


def test_the_row_stays_in_view_and_can_be_touched(person):
    page = person("Ada Nwosu", PAPER, width=360, height=740)
    page.evaluate("scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' })")
    page.wait_for_timeout(100)
    place = page.locator(".tabs").bounding_box()
    assert abs(place["y"]) < 1 and place["height"] >= 44
    tab(page, "Chat").click()
    box(page).wait_for()
    assert page.locator("#chat").bounding_box()["y"] >= place["height"]


def test_on_a_wide_screen_all_parts_are_in_view_and_none_is_a_tab(person):
    page = person("Ada Nwosu", PAPER, width=1440)
    assert page.get_by_role("tab").count() == 0 and page.locator(".tabs").is_hidden()
    assert page.locator("#chat").is_visible() and page.locator("#ask").is_visible()
    page.set_viewport_size({"width": 360, "height": 740})
    tab(page, "Chat").wait_for()
    assert page.locator("#chat").is_hidden()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.locator("#chat").wait_for()
    page.locator("[role=tabpanel]").wait_for(state="detached")
    assert page.locator("[role=tab]").count() == 0


@pytest.mark.parametrize("end,part", [("#chat", "chat"), ("#m-none", "chat"), ("?message=none", "chat"), ("#questions", "ask"), ("#cite", "page"), ("", "page")])
def test_an_address_opens_the_tab_that_it_leads_to(conference, person, end, part):
    page = person("Ada Nwosu", "/schedule", width=360, height=740)
    page.goto(conference.address + PAPER + end)
    page.locator(f"#tab-{part}[aria-selected=true]").wait_for()
    assert page.locator("#chat").is_visible() == (part == "chat")
    assert page.locator("#ask").is_visible() == (part == "ask")


def test_a_link_into_another_tab_opens_it(person):
    page = person("Ada Nwosu", PAPER + "#chat", width=360, height=740)
    box(page).wait_for()
    page.locator(".title-page").get_by_role("link", name="Cite").click()
    page.locator("#bibtex").wait_for()
    assert tab(page, "Paper").get_attribute("aria-selected") == "true"


def test_without_scripts_all_parts_are_in_view_and_the_row_leads_to_them(person):
    page = person("Ada Nwosu", PAPER, width=360, height=740, scripts=False)
    assert page.locator("#abstract").is_visible() and page.locator("#ask").is_visible() and page.locator("#chat").is_visible()
    page.locator(".tabs").get_by_role("link", name="Chat").click()
    assert page.url.endswith("#chat")
    assert page.locator("#chat").bounding_box()["y"] < 740


def test_what_comes_while_another_tab_is_open_is_told_and_counts_as_unread_until_it_is_seen(conference, person):
    esi, kofi = person("Esi Boateng", PAPER + "#chat", width=360, height=740), person("Kofi Mensah", f"/chat{PAPER}")
    box(esi).fill("Who is here?")
    esi.get_by_role("button", name="Send", exact=True).click()
    rows(esi, "Who is here?").wait_for()
    tab(esi, "Paper").click()
    box(kofi).fill("I am here")
    kofi.keyboard.press("Enter")
    esi.locator("#tab-chat.is-new").wait_for()
    # Long enough to be taken for read, were it in view.
    esi.wait_for_timeout(1_500)
    assert esi.locator("#tab-chat [data-tab-count]").inner_text() == "1"
    assert unread(esi) == 1
    tab(esi, "Chat").click()
    rows(esi, "I am here").wait_for()
    assert esi.locator("#tab-chat.is-new").count() == 0
    wait_until(esi, lambda: unread(esi) == 0)


def test_nothing_moves_while_a_page_with_tabs_loads(conference, person, visit):
    # With somebody who can sign in, there is a chat.
    person("Ada Nwosu", "/chat")
    page = visit(conference.address, width=360, height=740)
    page.wait_for_selector("html[data-zone='Africa/Lagos']")
    page.context.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    for path in [PAPER, PAPER + "?again#chat", "/keynotes/1"]:
        page.goto(conference.address + path)
        page.wait_for_timeout(400)
        assert page.evaluate("window.shift") < 0.01, path


def test_a_page_prints_all_of_its_parts(person):
    page = person("Ada Nwosu", PAPER, width=360, height=740)
    page.emulate_media(media="print")
    assert page.locator(".tabs").is_hidden()
    assert page.locator("#abstract").is_visible() and page.locator("#chat").is_visible() and page.locator("#ask").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_tab_violates_an_accessibility_rule_or_is_too_wide(conference, person, scheme):
    page = person("Ada Nwosu", PAPER, width=360, height=740, scheme=scheme)
    found = {}
    for name in ["Paper", "Questions", "Chat"]:
        tab(page, name).click()
        page.wait_for_timeout(500)
        problems = violations(page)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if problems or overflow > 0:
            found[name] = (problems, overflow)
    assert found == {}


def test_how_many_are_writing_is_told_to_the_others_and_moves_nothing(person):
    ada, ben = person("Ada Nwosu", CORRIDOR), person("Ben Mensah", CORRIDOR)
    ada.locator("html[data-live=here]").wait_for(state="attached")
    before = box(ada).bounding_box()
    box(ben).fill("I am about to")
    ada.get_by_text("1 person is typing", exact=True).wait_for()
    assert box(ada).bounding_box() == before
    assert ben.locator("[data-typing]").inner_text().strip() == ""
    box(ben).press("Enter")
    rows(ada, "I am about to").wait_for()
    ada.get_by_text("1 person is typing", exact=True).wait_for(state="hidden")


def test_what_one_puts_away_is_gone_on_ones_other_devices(conference, person, visit):
    one, other = person("Ada Nwosu", "/papers"), person("Ada Nwosu", "/papers")
    hatata("announce", "The wall is down", "Come and see.", "--from", "2026-04-28T08:00:00Z", "--data", conference.data)
    banner = one.locator(".announcement", has_text="The wall is down")
    for _ in range(40):
        if banner.count():
            break
        time.sleep(0.1)
        one.reload()
    with one.expect_response(lambda answer: answer.url.endswith("/account/announcements") and answer.request.method == "POST"):
        banner.get_by_role("button", name="Dismiss: The wall is down").click()
    one.wait_for_timeout(200)
    for page in (one, other, person("Ada Nwosu", "/papers", scripts=False)):
        page.goto(conference.address + "/schedule")
        assert page.locator(".announcement", has_text="The wall is down").is_hidden()
    reader = visit(conference.address + "/schedule")
    assert reader.locator(".announcement", has_text="The wall is down").is_visible()
    other.goto(conference.address + "/account/announcements")
    other.get_by_role("button", name=re.compile("Show it again ?: The wall is down")).click()
    one.goto(conference.address + "/papers")
    assert banner.is_visible()


def test_what_stands_in_a_form_outlives_a_page_that_loads_itself_anew(conference, person):
    page = person("Ada Nwosu", "/schedule")
    held = []

    def hold(route):
        # The stream of the page that one leaves is not meant.
        route.continue_() if held or "/account/saved/" not in route.request.frame.url else held.append(route)

    page.route("**/live?*", hold)
    page.goto(f"{conference.address}/account/saved/papers:{HEROINE_PAPER}")
    note = page.get_by_label("Note, which only you see")
    note.fill("Ask about tones")
    wait_until(page, lambda: held)
    with page.expect_navigation():
        held[0].fulfill(status=200, content_type="text/event-stream", body="event: reset\ndata:\n\n")
    assert note.input_value() == "Ask about tones"
    with page.expect_navigation():
        page.get_by_role("button", name="Keep the note").click()
    page.get_by_text("Kept.", exact=True).wait_for()
    assert page.evaluate("sessionStorage.getItem('hatata.kept')") is None


@pytest.mark.parametrize("width,height", [(1440, 900), (360, 740), (360, 640)])
def test_the_box_to_write_in_is_in_view_and_long_talk_does_not_lengthen_the_page(person, width, height):
    page = person(f"Talker At{width}x{height}", CORRIDOR, width=width, height=height)
    for number in range(5):
        box(page).fill(f"Line {number} of a long talk {width}x{height}")
        page.get_by_role("button", name="Send", exact=True).click()
        rows(page, f"Line {number} of a long talk {width}x{height}").first.wait_for()
    page.reload()
    box(page).wait_for()
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    place = box(page).bounding_box()
    bar = page.locator(".bar")
    assert place["y"] + place["height"] <= (bar.bounding_box()["y"] if bar.is_visible() else height)
    blank = "document.documentElement.scrollHeight - document.querySelector('.foot').getBoundingClientRect().bottom - scrollY"
    assert page.evaluate(blank) <= (80 if bar.is_visible() else 2)


def test_the_way_back_stands_in_one_line_beside_a_long_title(person):
    page = person("Ada Nwosu", f"/chat{PAPER}", width=360, height=740)
    page.locator(".channel-head h1").evaluate("(title) => { title.textContent = 'Borrowed words and their tones '.repeat(6); }")
    assert page.locator(".channel-head .crumb a").bounding_box()["height"] < 60
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width,height,least", [(1440, 900, 380), (360, 640, 160)])
def test_a_channel_fills_the_window_also_below_an_announcement(person, width, height, least):
    page = person("Ada Nwosu", CORRIDOR, width=width, height=height)
    box(page).wait_for()
    announce = "() => document.querySelector('#main').insertAdjacentHTML('beforebegin', '<div class=announcement><div>The rooms of poster session 8 open ten minutes later than planned</div></div>')"
    for change in [None, announce]:
        if change:
            page.evaluate(change)
        log, send = page.locator(".chat-log").bounding_box(), page.get_by_role("button", name="Send", exact=True).bounding_box()
        assert log["height"] >= least
        assert send["y"] + send["height"] <= height - (57 if width == 360 else 0)
        assert page.locator(".foot").bounding_box()["y"] >= height
    # The line from one's plan stands above it.
    page.evaluate("() => document.querySelector('#main').insertAdjacentHTML('beforebegin', '<aside class=near>On now: Poster session 8</aside>')")
    near = page.locator("aside.near").last.bounding_box()
    assert near["y"] + near["height"] <= page.locator(".channel-head").bounding_box()["y"] + 1


def test_sending_a_picture_has_room_and_labels_on_the_narrowest_screen(person):
    page = person("Ada Nwosu", CORRIDOR, width=320, height=740)
    page.get_by_text("Send a picture").click()
    assert page.locator("label", has_text="What it shows").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_who_replies_writes_at_once_sees_what_is_answered_and_then_the_reply(person):
    page = person("Ada Nwosu", CORRIDOR, width=360, height=740)
    box(page).fill("Who knows a good loom?")
    page.get_by_role("button", name="Send", exact=True).click()
    row = rows(page, "Who knows a good loom?").first
    row.get_by_role("link", name="Reply").click()
    reply = page.get_by_role("textbox", name="Reply")
    reply.wait_for()
    wait_until(page, lambda: page.evaluate("document.activeElement.id") == "message-text")
    inside = "(element) => { const box = element.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight - 57; }"
    assert rows(page, "Who knows a good loom?").first.evaluate(inside)
    reply.fill("The one in room two")
    page.get_by_role("button", name="Send", exact=True).click()
    answer = rows(page, "The one in room two").first
    answer.wait_for()
    wait_until(page, lambda: answer.evaluate(inside))


def test_the_badge_in_the_bar_says_how_much_names_its_reader_and_moves_nothing(person):
    page = person("Ada Nwosu", "/papers", width=360, height=740)
    page.route("**/chat/unread.json", lambda route: route.fulfill(json={"unread": 0}))
    page.reload()
    word = page.locator(".bar a", has_text="Chat")
    before = word.locator("svg").bounding_box()
    page.unroute("**/chat/unread.json")
    page.route("**/chat/unread.json", lambda route: route.fulfill(json={"unread": 5, "forYou": 2}))
    page.reload()
    badge = page.locator("[data-unread-copy]")
    wait_until(page, lambda: badge.text_content() == "2")
    assert badge.evaluate("(element) => getComputedStyle(element, '::before').content").startswith('"@"')
    assert badge.bounding_box()["height"] < 24
    assert word.locator("svg").bounding_box() == before
    assert page.locator("#unread-count").text_content() == "5"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
