"""People write to each other in real browsers: nothing is lost, nothing is there twice, and it works by keyboard and without scripts."""

import re
import subprocess

import pytest
from conftest import HATATA, HEROINE_PAPER, NOW, Server, violations, wait_until

CORRIDOR = "/chat/general/corridor"


def hatata(*arguments):
    return subprocess.run([HATATA, *map(str, arguments)], check=True, capture_output=True, text=True, timeout=120).stdout


@pytest.fixture(scope="module")
def conference(tmp_path_factory):
    data = tmp_path_factory.mktemp("chat")
    hatata("demo", "--data", data, "--papers", "20", "--today", "2026-04-28")
    server = Server(data, NOW)
    server.data = data
    yield server
    server.stop()


@pytest.fixture
def person(conference, visit):
    """A browser in which somebody is signed in: person("Ada Nwosu", width=..., scripts=...)."""

    def sign_in(name, **settings):
        email = name.lower().replace(" ", ".") + "@example.org"
        told = hatata("organizer", "add", name, email, "--data", conference.data, "--address", conference.address)
        page = visit(re.search(r"http://\S+/sign-in/link/\S+", told).group(0), **settings)
        with page.expect_navigation():
            page.locator("main").get_by_role("button", name="Sign in").click()
        page.goto(conference.address + "/chat")
        if "/conduct-acceptance" in page.url:
            with page.expect_navigation():
                page.get_by_role("button", name="I will keep to it").click()
        page.goto(conference.address + CORRIDOR)
        page.get_by_role("heading", name="Corridor", level=1).wait_for()
        return page

    return sign_in


def write(page, text):
    box = page.get_by_role("textbox", name="Message")
    box.fill(text)
    page.keyboard.press("Enter")


def rows(page, text):
    return page.locator(".message", has_text=text)


def test_two_people_talk_and_a_reload_in_the_middle_of_typing_loses_nothing(person):
    ada, ben = person("Ada Nwosu"), person("Ben Mensah", width=360)
    write(ada, "Hello from **Ada**")
    rows(ben, "Hello from Ada").wait_for()
    ben.get_by_role("textbox", name="Message").fill("I was about to sa")
    ben.reload()
    assert ben.get_by_role("textbox", name="Message").input_value() == "I was about to sa"
    ben.get_by_role("textbox", name="Message").press_sequentially("y hello")
    ben.keyboard.press("Enter")
    rows(ada, "I was about to say hello").wait_for()
    ben.get_by_text("Sent", exact=True).wait_for()
    rows(ben, "I was about to say hello").wait_for()
    assert ben.get_by_role("textbox", name="Message").input_value() == ""
    assert rows(ben, "I was about to say hello").count() == 1


def test_ten_seconds_without_a_connection_lose_and_double_nothing(person):
    ada, ben = person("Ada Nwosu"), person("Ben Mensah")
    # What fails for want of a connection is told in the console, and is no fault of the page.
    ben.context.set_offline(True)
    # It is told before it is so.
    wait_until(ben, lambda: ben.evaluate("fetch('/health/live').then(() => false, () => true)"))
    write(ben, "Written in a tunnel")
    ben.get_by_text("No connection.").wait_for()
    write(ada, "Written meanwhile")
    rows(ada, "Written meanwhile").wait_for()
    ada.wait_for_timeout(10_000)
    assert rows(ada, "Written in a tunnel").count() == 0
    assert ben.get_by_role("textbox", name="Message").input_value() == "Written in a tunnel"
    ben.context.set_offline(False)
    rows(ada, "Written in a tunnel").wait_for()
    rows(ben, "Written meanwhile").wait_for()
    ben.get_by_text("Sent", exact=True).wait_for()
    assert ben.get_by_role("textbox", name="Message").input_value() == ""
    ben.wait_for_timeout(1_500)
    for page in (ada, ben):
        for text in ("Written in a tunnel", "Written meanwhile"):
            assert rows(page, text).count() == 1, text
    # So it is in the database, too.
    ben.reload()
    rows(ben, "Written meanwhile").wait_for()
    assert rows(ben, "Written in a tunnel").count() == 1 and rows(ben, "Written meanwhile").count() == 1


def test_without_scripts_one_writes_replies_and_takes_back_by_forms(person):
    page = person("Ada Nwosu", scripts=False)
    assert page.locator("[data-pause]").is_hidden(), "what only scripts do is not offered"
    page.get_by_role("textbox", name="Message").fill("By a plain form")
    page.get_by_role("button", name="Send", exact=True).click()
    rows(page, "By a plain form").get_by_role("link", name="Reply to Ada Nwosu").click()
    page.get_by_role("textbox", name="Reply").fill("And a reply")
    page.get_by_role("button", name="Send", exact=True).click()
    assert rows(page, "And a reply").count() == 1
    page.get_by_role("button", name="Take it back").click()
    page.get_by_text("Taken back by who wrote it.").first.wait_for()


def test_without_scripts_one_marks_a_channel_as_read(conference, person):
    ada, ben = person("Ada Nwosu"), person("Ben Mensah", scripts=False)
    ben.get_by_role("textbox", name="Message").fill("I am here")
    ben.get_by_role("button", name="Send", exact=True).click()
    write(ada, "And so am I")
    rows(ada, "And so am I").wait_for()
    ben.goto(conference.address + CORRIDOR)
    ben.get_by_role("button", name="Mark as read").click()
    assert ben.url == conference.address + CORRIDOR
    assert ben.get_by_role("button", name="Mark as read").count() == 0
    # With scripts it is nowhere to be seen.
    assert ada.get_by_role("button", name="Mark as read").count() == 0


def test_without_scripts_a_message_has_the_time_that_it_has_with_them(conference, person):
    ada, ben = person("Ada Nwosu", zone="Asia/Kathmandu"), person("Ben Mensah", scripts=False)
    write(ada, "What time is it?")
    by_script = rows(ada, "What time is it?").locator("time[title]")
    by_script.wait_for()
    ben.context.add_cookies([{"name": "zone", "value": "Asia%2FKathmandu", "url": conference.address}])
    ben.goto(conference.address + CORRIDOR)
    by_server = rows(ben, "What time is it?").locator("time")
    times = [(time.inner_text(), time.get_attribute("title")) for time in [by_script, by_server]]
    assert times[0] == times[1] and times[0][1].endswith(f", {times[0][0]} (Asia/Kathmandu)"), times


def test_a_paper_has_its_chat_beside_it(conference, person):
    ada = person("Ada Nwosu")
    ada.goto(f"{conference.address}/papers/{HEROINE_PAPER}")
    ada.get_by_role("heading", name="Chat", level=2).scroll_into_view_if_needed()
    ada.get_by_role("textbox", name="Message").fill("Which data did you use?")
    ada.get_by_role("button", name="Send", exact=True).click()
    rows(ada, "Which data did you use?").wait_for()
    ada.get_by_text("Sent", exact=True).wait_for()
    ada.get_by_text("Send a picture").click()
    ada.get_by_label("Picture:", exact=False).set_input_files({"name": "plot.png", "mimeType": "image/png", "buffer": ada.screenshot()})
    ada.get_by_label("What it shows").fill("The figure that I mean")
    ada.get_by_role("button", name="Send the picture").click()
    ada.get_by_role("img", name="A picture by Ada Nwosu").wait_for()
    assert "/papers/" in ada.url


def test_a_formula_in_a_message_that_comes_to_an_open_page_is_typeset_there(person):
    ada, ben = person("Ada Nwosu"), person("Ben Mensah")
    ben.wait_for_selector("html[data-live=here]", state="attached")
    write(ada, r"Fresh: $\alpha_i < 5$, for $3 and $4")
    for page in (ben, ada):
        row = rows(page, "Fresh:")
        row.locator(".katex-html .mord").first.wait_for()
        assert row.locator(".katex").count() == 1 and "for $3 and $4" in row.inner_text()


def test_a_picture_is_looked_at_before_it_is_sent_and_what_it_shows_is_kept_until_it_was(person):
    ada = person("Ada Nwosu")
    requests = []
    ada.on("request", lambda request: requests.append(request.url) if request.url.endswith("/pictures") else None)
    ada.get_by_text("Send a picture").click()
    picture, shows, state = ada.get_by_label("Picture:", exact=False), ada.get_by_label("What it shows"), ada.locator("#picture-state")
    send = ada.get_by_role("button", name="Send the picture")
    shows.fill("The figure that nobody saw yet")
    for kind, size, why in [("png", (5 << 20) + 1, "It is larger than 5 MB."), ("gif", 10, "It is no JPEG, PNG or WebP.")]:
        picture.set_input_files({"name": f"plot.{kind}", "mimeType": f"image/{kind}", "buffer": bytes(size)})
        state.get_by_text(why).wait_for()
        send.click()
    assert requests == []
    ada.reload()
    assert shows.is_visible() and shows.input_value() == "The figure that nobody saw yet"
    picture.set_input_files({"name": "plot.png", "mimeType": "image/png", "buffer": ada.screenshot()})
    send.click()
    state.get_by_text("Sent", exact=True).wait_for()
    rows(ada, "The figure that nobody saw yet").get_by_role("img").wait_for()
    assert len(requests) == 1 and shows.input_value() == "" and picture.input_value() == ""
    ada.reload()
    assert shows.input_value() == "", "it is no draft any more"


def test_what_waits_for_a_server_is_sent_and_told_after_its_part_came_anew(conference, person):
    ada = person("Ada Nwosu")
    ada.goto(f"{conference.address}/papers/{HEROINE_PAPER}")
    ada.get_by_role("heading", name="Chat", level=2).scroll_into_view_if_needed()
    ada.get_by_role("textbox", name="Message").wait_for()
    ada.route("**/messages", lambda route: route.abort())
    write(ada, "Sent when it is back")
    ada.get_by_text("No connection.").wait_for()
    ada.locator("#chat form[action$='/follow'] button").click()
    ada.locator("#chat").get_by_role("button", name="Following").or_(ada.locator("#chat").get_by_role("button", name="Follow", exact=True)).wait_for()
    ada.unroute("**/messages")
    ada.get_by_text("Sent", exact=True).wait_for()
    rows(ada, "Sent when it is back").wait_for()
    assert ada.get_by_role("textbox", name="Message").input_value() == ""
    ada.reload()
    ada.get_by_role("heading", name="Chat", level=2).scroll_into_view_if_needed()
    rows(ada, "Sent when it is back").wait_for()
    assert ada.get_by_role("textbox", name="Message").input_value() == "", "it is no draft any more"


def test_a_reaction_moves_nobody_and_is_not_read_out_as_a_message(conference, person):
    ada, ben = person("Ada Nwosu", height=500), person("Ben Mensah")
    write(ada, "Of mine, in the middle")
    for number in range(4):
        write(ben, f"And line {number} after it\n\nwhich makes\n\nthe log longer\n\nthan its box")
        ben.get_by_text("Sent", exact=True).wait_for()
        rows(ada, f"And line {number} after").wait_for()
    log = ada.locator(".chat-log")
    log.evaluate("(box) => (box.scrollTop = 0)")
    message = rows(ada, "Of mine, in the middle").last.get_attribute("id").removeprefix("m-")
    ben.goto(f"{conference.address}/messages/{message}")
    ben.get_by_role("button", name="👍").click()
    rows(ada, "Of mine, in the middle").last.locator("[data-react]").wait_for()
    assert log.evaluate("(box) => box.scrollTop") == 0
    assert rows(ada, "Of mine, in the middle").last.get_attribute("aria-live") == "off"
    assert rows(ada, "And line 3 after").get_attribute("aria-live") is None


@pytest.mark.parametrize("width,scheme", [(360, "dark"), (1440, "light")])
def test_no_page_of_chat_violates_an_accessibility_rule_or_is_too_wide(conference, person, width, scheme):
    page = person("Ada Nwosu", width=width, scheme=scheme)
    write(page, "A message with `code`, a [link](https://example.org) and averyverylongwordwithoutanyspacesinitwhatsoeverthatgoesonandonandon")
    rows(page, "A message with").first.wait_for()
    message = page.locator(".message-when").first.get_attribute("href")
    found = {}
    for path in ["/chat", CORRIDOR, message, "/chat/search?q=message", "/organize/channels", f"/papers/{HEROINE_PAPER}"]:
        page.goto(conference.address + path)
        page.wait_for_timeout(300)
        problems = violations(page)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if problems or overflow > 0:
            found[path] = (problems, overflow)
    assert found == {}


def test_a_page_of_the_past_takes_changes_of_what_stands_on_it_and_nothing_that_comes_after_it(conference, person):
    ada, ben = person("Dalia Haddad"), person("Ben Mensah")
    write(ada, "Of the past")
    row = rows(ada, "Of the past")
    row.wait_for()
    number, message = int(row.get_attribute("data-number")), row.locator(".message-when").get_attribute("href")
    ben.goto(f"{conference.address}{CORRIDOR}?before={number + 1}")
    rows(ben, "Of the past").wait_for()
    write(ada, "Of the present")
    rows(ada, "Of the present").wait_for()
    ada.goto(conference.address + message)
    ada.get_by_text("Change it").click()
    ada.get_by_label("The message", exact=True).fill("Of the past, as it was")
    ada.get_by_role("button", name="Save").click()
    rows(ben, "Of the past, as it was").wait_for()
    assert rows(ben, "Of the present").count() == 0
    write(ben, "Written on a page of the past")
    ben.get_by_text("Sent. It stands among the newer messages.").wait_for()


def test_who_looks_at_a_channel_has_read_the_replies_in_it_too(conference, person):
    ada, ben = person("Dalia Haddad"), person("Ben Mensah")
    write(ada, "Who replies to this?")
    row = rows(ada, "Who replies to this?")
    row.wait_for()
    ben.goto(conference.address + row.locator(".message-when").get_attribute("href"))
    ben.get_by_role("textbox", name="Reply").fill("Somebody does")
    ben.get_by_role("button", name="Send", exact=True).click()
    row.get_by_role("link", name="1 reply").wait_for()
    # The end of a channel is read once it was in view for a moment.
    counts = "fetch('/chat/unread.json').then((answer) => answer.json()).then(({ unread, forYou }) => [unread, forYou])"
    wait_until(ada, lambda: ada.evaluate(counts) == [0, 0])


def test_the_first_reply_takes_the_place_of_what_says_that_there_is_none(conference, person):
    ada, ben = person("Ada Nwosu"), person("Ben Mensah")
    write(ada, "Nobody answers yet")
    message = rows(ada, "Nobody answers yet").locator(".message-when").get_attribute("href")
    ben.goto(conference.address + message)
    ben.get_by_text("None yet.").wait_for()
    # What happens to the message itself is no reply.
    ada.goto(conference.address + message)
    ada.locator("#react").get_by_role("button", name="heart").click()
    ben.locator(".reaction").wait_for()
    assert ben.get_by_text("None yet.").is_visible()
    ada.get_by_role("textbox", name="Reply").fill("I do")
    ada.get_by_role("button", name="Send", exact=True).click()
    rows(ben, "I do").wait_for()
    assert ben.get_by_text("None yet.").count() == 0


def test_names_are_offered_where_a_message_is_changed_too(conference, person):
    ben, ada = person("Ben Mensah"), person("Ada Nwosu")
    write(ben, "Here I am")
    rows(ben, "Here I am").wait_for()
    write(ada, "Thanks to nobody")
    ada.goto(conference.address + rows(ada, "Thanks to nobody").locator(".message-when").get_attribute("href"))
    ada.get_by_text("Change it").click()
    box = ada.get_by_label("The message", exact=True)
    box.fill("Thanks to ")
    box.press_sequentially("@ben")
    ada.get_by_role("option", name="Ben Mensah").wait_for()
    ada.keyboard.press("Enter")
    assert box.input_value() == "Thanks to @Ben Mensah "
    ada.get_by_role("button", name="Save").click()
    rows(ada, "Thanks to @Ben Mensah").locator(".mention").wait_for()


FAILING = """
window.asked = 0;
window.real = window.fetch;
window.fetch = async (address, options) => {
  if (!String(address).endsWith("/messages")) return window.real(address, options);
  window.asked += 1;
  return new Response("", { status: 503 });
};
undefined;  // What is a function would be called.
"""


def test_a_server_that_goes_on_failing_is_asked_no_more_and_the_text_stays(person):
    page = person("Dalia Haddad")
    page.clock.install()
    page.reload()
    page.evaluate(FAILING)
    write(page, "Not now")
    for _ in range(12):
        page.wait_for_timeout(200)
        page.clock.fast_forward(40_000)
    page.get_by_text("The server could not take it. Your message is kept: send it again later.").wait_for()
    assert page.evaluate("asked") == 10
    assert page.get_by_role("textbox", name="Message").input_value() == "Not now"
    page.evaluate("void (window.fetch = window.real)")
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_text("Sent", exact=True).wait_for()
    rows(page, "Not now").wait_for()


def test_a_pause_outlives_what_comes_anew_and_what_is_new_is_a_button_away(conference, person):
    ada, ben = person("Hana Bekele", height=500), person("Ibo Sarr")
    for page in (ada, ben):
        page.goto(f"{conference.address}/papers/{HEROINE_PAPER}")
        page.get_by_role("heading", name="Chat", level=2).scroll_into_view_if_needed()
        page.get_by_role("textbox", name="Message").wait_for()
    pause, log = ada.get_by_role("button", name="Pause", exact=True), ada.get_by_role("log", name="Messages")
    pause.click()
    ada.locator("#chat form[action$='/follow'] button").click()
    ada.locator("#chat").get_by_role("button", name="Following").wait_for()
    assert pause.get_attribute("aria-pressed") == "true" and log.get_attribute("aria-live") == "off"
    write(ben, "While it is paused\n\nand\n\nlong\n\nenough\n\nto be\n\nscrolled\n\nfor\n\nlonger\n\nthan\n\nthe box\n\nis\n\nhigh")
    fresh = ada.get_by_role("button", name="New messages")
    fresh.wait_for()
    fresh.click()
    assert ada.evaluate("document.activeElement.matches('.chat-log')")
    fresh.wait_for(state="hidden")
    write(ben, "Another one")
    fresh.wait_for()
    log.focus()
    ada.keyboard.press("Home")
    ada.keyboard.press("End")
    fresh.wait_for(state="hidden")
    pause.click()
    assert pause.get_attribute("aria-pressed") == "false" and log.get_attribute("aria-live") == "polite"


# Lets everybody write as much as can be chosen, or as much as before.
LIMITS = """async ([burst, hourly, channelBurst, channelHourly]) => {
  const token = document.querySelector("[data-token]").dataset.token;
  const body = new URLSearchParams({ token, burst, hourly, "channel-burst": channelBurst, "channel-hourly": channelHourly, pictures: 1 });
  return (await fetch("/organize/conduct/limits", { method: "POST", body })).status;
}"""
FILL = """async (channel) => {
  const token = document.querySelector("[data-token]").dataset.token;
  for (let number = 0; number < 60; number += 1) {
    await fetch(`/chat/${channel}/messages`, { method: "POST", redirect: "manual", body: new URLSearchParams({ token, text: `Filling ${number}`, client: crypto.randomUUID() }) });
  }
}"""


@pytest.mark.parametrize("name,width", [("Fatou Ndiaye", 360), ("Gita Rao", 1440)])
def test_a_link_to_an_old_message_leads_to_it_on_its_papers_page_and_on_its_channels(conference, person, name, width):
    ada = person(name, width=width)
    channel = f"papers/{HEROINE_PAPER}"
    ada.goto(f"{conference.address}/chat/{channel}")
    write(ada, f"Long ago {width}")
    row = rows(ada, f"Long ago {width}")
    row.wait_for()
    place = row.get_attribute("id")
    ada.evaluate(LIMITS, [100, 10_000, 100, 10_000])
    ada.evaluate(FILL, channel)
    ada.evaluate(LIMITS, [8, 240, 6, 120])
    for path in (f"/papers/{HEROINE_PAPER}", f"/chat/{channel}"):
        ada.goto(conference.address + "/chat")
        ada.goto(f"{conference.address}{path}#{place}")
        row.wait_for()
        ada.wait_for_function("(name) => document.getElementById(name)?.matches('.is-sought')", arg=place)
        ada.wait_for_function("(name) => { const { top, bottom } = document.getElementById(name).getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }", arg=place)
        assert ada.get_by_role("link", name="Newer messages").count() == 1
    # A link on a page that is open already leads there, too.
    ada.goto(f"{conference.address}/papers/{HEROINE_PAPER}#chat")
    rows(ada, "Filling 59").last.wait_for()
    ada.evaluate("(name) => { location.hash = name; }", place)
    ada.wait_for_function("(name) => document.getElementById(name)?.matches('.is-sought')", arg=place)
    # What is nowhere is asked for once.
    ada.goto(f"{conference.address}/papers/{HEROINE_PAPER}#m-none")
    rows(ada, "Filling 59").last.wait_for()


AWAY = """
window.notes = [];
window.Notification = class {
  static permission = "granted";
  constructor(title, { body }) { notes.push(body); }
  addEventListener() {}
};
Object.defineProperty(document, "hidden", { get: () => Boolean(window.isAway) });
window.turn = (isAway) => { window.isAway = isAway; document.dispatchEvent(new Event("visibilitychange")); };
"""


def test_one_is_told_of_what_is_new_since_one_looked_away(person):
    page = person("Dalia Haddad")
    unread = {}
    page.route("**/chat/unread.json", lambda route: route.fulfill(json=unread))
    page.add_init_script(AWAY)
    page.evaluate("localStorage.setItem('hatata.notify', 'true')")
    page.clock.install()
    page.reload()

    def away(before, after):
        unread.update(before)
        with page.expect_response("**/chat/unread.json"):
            page.evaluate("turn(true)")
        page.wait_for_timeout(500)
        unread.update(after)
        with page.expect_response("**/chat/unread.json"):
            page.clock.fast_forward(61_000)
        page.wait_for_timeout(500)
        page.evaluate("turn(false)")

    def news(unread, for_you, newest):
        return {"unread": unread, "forYou": for_you, "newest": newest}

    away(news(5, 0, 17), news(8, 0, 20))
    away(news(0, 0, 0), news(3, 0, 23))
    away(news(2, 0, 23), news(2, 0, 23))
    # How much it is says nothing any more where it is very much.
    away(news(100, 0, 300), news(100, 1, 301))
    away(news(100, 1, 301), news(100, 1, 302))
    away(news(100, 1, 302), news(98, 1, 301))
    assert page.evaluate("notes") == ["8 new messages", "3 new messages", "99+ new messages, 1 for you", "99+ new messages, 1 for you"]


PHONE = """
window.Notification = class {
  static permission = "PERMISSION";
  constructor() { throw new TypeError("Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead."); }
};
"""


def test_notifications_are_offered_only_where_a_page_can_make_them(conference, person):
    page, phone = person("Ben Mensah"), person("Ada Nwosu", width=360)
    phone.add_init_script(PHONE.replace("PERMISSION", "default"))
    for one in (page, phone):
        one.goto(conference.address + "/chat")
        one.wait_for_selector("html[data-live=here]")
    assert page.get_by_role("button", name="Tell me on this device").is_visible()
    assert not phone.get_by_role("heading", name="On this device").is_visible()


def test_where_they_are_allowed_and_cannot_be_made_it_does_not_say_that_one_is_told(conference, person):
    phone = person("Ada Nwosu", width=360)
    phone.add_init_script(AWAY + PHONE.replace("PERMISSION", "granted"))
    phone.evaluate("localStorage.setItem('hatata.notify', 'true')")
    unread = {"unread": 1, "newest": 1}
    phone.route("**/chat/unread.json", lambda route: route.fulfill(json=unread))
    phone.clock.install()
    phone.reload()
    with phone.expect_response("**/chat/unread.json"):
        phone.evaluate("turn(true)")
    phone.wait_for_timeout(500)
    unread["newest"] = 2
    with phone.expect_response("**/chat/unread.json"):
        phone.clock.fast_forward(61_000)
    for _ in range(100):
        phone.clock.fast_forward(200)
        if phone.evaluate("localStorage['hatata.notify']") == "false":
            break
    assert phone.evaluate("localStorage['hatata.notify']") == "false"


def thank(page, whom):
    """Writes a message that names somebody, by the button: after an @, enter may choose a name."""
    page.get_by_role("textbox", name="Message").fill(f"Thanks to @{whom}")
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_text("Sent", exact=True).wait_for()


def test_who_looks_away_is_told_at_once_of_what_names_them_and_not_where_another_tab_is_in_view(conference, person):
    ben, dalia = person("Ben Mensah"), person("Dalia Haddad")
    write(dalia, "Here I was")
    rows(ben, "Here I was").first.wait_for()
    dalia.add_init_script(AWAY)
    dalia.evaluate("localStorage.setItem('hatata.notify', 'true')")
    dalia.goto(conference.address + "/chat")
    dalia.wait_for_selector("html[data-live=here]")
    with dalia.expect_response("**/chat/unread.json"):
        dalia.evaluate("turn(true)")
    thank(ben, "Dalia Haddad")
    wait_until(dalia, lambda: dalia.evaluate("notes.length") == 1)
    assert "for you" in dalia.evaluate("notes[0]")
    # Whoever looks at another page of the site sees it there.
    other = dalia.context.new_page()
    other.goto(conference.address + "/papers")
    before = dalia.locator("#unread-for-me").text_content()
    with dalia.expect_response("**/chat/unread.json"):
        thank(ben, "Dalia Haddad")
    dalia.wait_for_function("(before) => document.getElementById('unread-for-me').textContent !== before", arg=before)
    dalia.wait_for_timeout(800)
    assert dalia.evaluate("notes.length") == 1


# Whether the list of an open page is the one of a page that is loaded now.
IS_AS_NOW = """
async () => {
  const now = new DOMParser().parseFromString(await (await fetch("/chat")).text(), "text/html");
  const [open, fresh] = [document, now].map((page) => page.querySelector("#conversations .channel-list").outerHTML);
  return open === fresh;
}
"""


def test_my_conversations_on_an_open_page_become_those_of_one_that_is_loaded_now(conference, person):
    ada, ben = person("Ada Nwosu"), person("Ben Mensah")
    write(ben, "Here I am, too")
    rows(ada, "Here I am, too").wait_for()
    ben.clock.install()
    ben.goto(conference.address + "/chat")
    ben.wait_for_selector("html[data-live=here]", state="attached")
    corridor = ben.locator("#conversations li", has_text="Corridor")
    thank(ada, "Ben Mensah")
    corridor.get_by_text("for you").wait_for()
    assert ben.evaluate(IS_AS_NOW)
    corridor.get_by_role("link", name="Corridor").focus()
    write(ada, "To nobody in particular")
    rows(ada, "To nobody in particular").wait_for()
    ben.clock.fast_forward(61_000)
    corridor.get_by_text("To nobody in particular").wait_for()
    assert ben.evaluate(IS_AS_NOW) and ben.evaluate("document.activeElement.textContent") == "Corridor"
    other = ben.context.new_page()
    with other.expect_response("**/read"):
        other.goto(conference.address + CORRIDOR)
    ben.clock.fast_forward(61_000)
    corridor.get_by_text("for you").wait_for(state="detached")
    assert ben.evaluate(IS_AS_NOW)
