"""Reading the schedule and the papers: what stands beside what, talks on outside players, citations, and what one has seen."""

import datetime
import itertools

from conftest import HEROINE_PAPER, wait_until
from playwright.sync_api import expect

BOXES = """() => [...document.querySelectorAll('.timetable .event')].map((event) => {
  const { left, top, right, bottom } = event.getBoundingClientRect();
  const [start, end] = [...event.querySelectorAll('.event-when time')].map((time) => time.dateTime);
  const isWhole = [...event.querySelectorAll('.event-title')].every(
    (title) => title.scrollWidth <= title.clientWidth && title.getBoundingClientRect().bottom <= bottom,
  );
  return { left, top, right, bottom, start, end, isWhole: isWhole && event.scrollHeight <= event.clientHeight + 1 };
})"""


def is_apart(one, other, *sides):
    """Whether two boxes do not meet, to the sides or above and below."""
    return any(one[last] <= other[first] or other[last] <= one[first] for first, last in sides)


def test_what_is_on_at_once_stands_side_by_side_on_a_wide_screen_and_all_below_each_other_on_a_phone(server, visit):
    page = visit(server.address, zone="UTC")
    page.goto(server.address + "/schedule?day=2026-04-28")
    boxes = page.evaluate(BOXES)
    assert all(box["isWhole"] and box["right"] - box["left"] > 150 for box in boxes)
    pairs = list(itertools.combinations(boxes, 2))
    assert all(is_apart(one, other, ("left", "right"), ("top", "bottom")) for one, other in pairs)
    parallel = [(one, other) for one, other in pairs if one["start"] < other["end"] and other["start"] < one["end"]]
    assert len(parallel) > 10 and all(is_apart(one, other, ("left", "right")) for one, other in parallel)
    page.set_viewport_size({"width": 360, "height": 740})
    # What is over is folded away on a phone.
    page.locator(".past-fold summary").click()
    narrow = page.evaluate(BOXES)
    assert len(narrow) == len(boxes) and len({(box["left"], box["right"]) for box in narrow}) == 1
    assert all(box["isWhole"] and 0 <= box["left"] and box["right"] <= 360 and box["right"] - box["left"] > 240 for box in narrow)
    assert all(above["bottom"] <= below["top"] and above["start"] <= below["start"] for above, below in itertools.pairwise(narrow))
    # In a rehearsal the browser's clock goes by the server's, too.
    rendered = datetime.datetime.fromisoformat(page.locator("html").get_attribute("data-now"))
    assert page.locator("[data-clock]").first.inner_text() in {(rendered + datetime.timedelta(minutes=late)).strftime("%H:%M") for late in range(3)}


def test_an_outside_player_says_whose_it_is_and_loads_only_after_a_click_from_the_moment_that_led_there(hard, visit):
    page = visit(hard.address)
    outside = []
    page.on("request", lambda request: outside.append(request.url) if not request.url.startswith(hard.address) else None)
    page.goto(hard.address + "/papers/many#t=83")
    player = page.locator(".player")
    assert "It is on SlidesLive and loads only after you press play; SlidesLive then sees your address." in player.inner_text()
    assert outside == [] and player.locator("iframe").count() == 0
    # That it is asked for is enough.
    page.context.set_offline(True)
    with page.expect_request("https://slideslive.com/embed/presentation/38926698"):
        player.get_by_role("link", name="Play the talk").click()
    assert player.locator("iframe").get_attribute("src") == "https://slideslive.com/embed/presentation/38926698#t=83s"
    assert player.locator("iframe").get_attribute("title") == "Talk: Sixty authors write one paper"
    assert len(outside) == 1 and page.url.startswith(hard.address)


def test_a_paper_that_was_read_is_marked_and_its_citation_is_copied(server, visit):
    page = visit(server.address)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(server.address + "/papers?q=tonal")
    card = page.locator(f"[data-paper='{HEROINE_PAPER}']")
    assert not card.locator(".visited").is_visible()
    card.locator(".paper-title a").click()
    copy = page.get_by_role("button", name="Copy BibTeX")
    copy.click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#bibtex").inner_text()
    page.go_back()
    card.locator(".visited").wait_for()
    assert card.locator(".visited").inner_text() == "Visited" and page.locator(".visited:visible").count() == 1
    # Also in what is fetched while one types, which is in the order that the form names then.
    order = page.locator("#sort option:checked")
    assert order.inner_text() == "Best match first"
    page.goto(server.address + "/papers")
    assert order.inner_text() == "Shuffled for you, today"
    page.locator("[data-search-first]").fill("tonal lang")
    page.wait_for_url("**q=tonal+lang*")
    card.locator(".visited").wait_for()
    assert order.inner_text() == "Best match first"


# A field and a button that copies it, as a page may have them.
FIELD = """() => {
  const place = document.createElement("p");
  place.innerHTML = '<input id="address" value="https://example.org/calendar" readonly><button type="button" data-copy="#address">Copy the address</button>';
  document.querySelector("main").append(place);
}"""


def test_of_a_field_what_stands_in_it_is_copied_and_where_that_is_not_allowed_selected(server, visit):
    page = visit(server.address + "/about")
    page.evaluate(FIELD)
    button = page.locator("[data-copy='#address']")
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('closed')))")
    button.click()
    expect(button).to_have_text("Selected: press Ctrl+C")
    assert page.evaluate("(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(document.getElementById('address'))") == "https://example.org/calendar"
    assert page.evaluate("document.activeElement.id") == "address"
    page.reload()
    page.evaluate(FIELD)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button.click()
    expect(button).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "https://example.org/calendar"


# Notes what is said to who does not see it.
HEAR = """() => {
  window.said = [];
  const status = document.querySelector("body > .sr[role=status]");
  new MutationObserver(() => status.textContent && said.push(status.textContent)).observe(status, { childList: true });
}"""
SAY_BOTH = """async () => {
  const { say } = await import(document.querySelector("link[rel=modulepreload][href$='/js/say.js']").href);
  say("One thing.");
  say("Another.");
}"""


def test_what_is_found_is_said_where_it_is_something_else_and_nothing_that_is_said_is_lost(server, visit):
    page = visit(server.address + "/zones")
    page.evaluate(HEAR)
    field = page.locator("#zone-q")
    for text in ["qqqq", "qqqqq", "lagos"]:
        field.fill(text)
        page.wait_for_url(f"**q={text}")
        # It is said a moment later.
        page.wait_for_timeout(200)
    said = page.evaluate("said")
    assert len(said) == 2 and said[0].startswith("No zones found.") and said[1].endswith(("zone", "zones")), said
    page.evaluate(SAY_BOTH)
    wait_until(page, lambda: len(page.evaluate("said")) > 2)
    assert page.evaluate("said")[2:] == ["One thing. Another."]


def test_papers_of_a_hall_are_found_by_words_and_those_visited_are_left_out(server, visit):
    page = visit(server.address, zone="UTC")
    page.goto(server.address + f"/papers/{HEROINE_PAPER}")
    page.goto(server.address + "/sessions/P2S2")
    cards, one = page.locator(".hall-grid .poster"), page.locator(f".hall-grid [data-paper='{HEROINE_PAPER}']")
    assert cards.count() > 12
    page.get_by_label("Title or author").fill("okonkwo")
    expect(page.locator(".hall-find output")).to_have_text(f"{cards.locator('visible=true').count()} of {cards.count()} shown")
    expect(one).to_be_visible()
    page.get_by_label("Only not visited").check()
    expect(one).to_be_hidden()
    page.get_by_label("Title or author").fill("")
    expect(page.locator(".hall-find output")).to_have_text(f"{cards.count() - 1} of {cards.count()} shown")
