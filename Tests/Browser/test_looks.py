"""What a page must not look like, measured in a browser."""

import pytest
from conftest import HEROINE_PAPER


@pytest.fixture
def story(server, visit):
    """Opens a page of the story: story(path, ...)."""

    def open_page(path, **choices):
        page = visit(server.address, **choices)
        page.goto(server.address + path)
        return page

    return open_page


def test_the_line_of_now_strikes_no_words_through(story):
    page = story("/schedule")
    body = page.locator(".timetable .event.is-now .event-body").first
    line = page.locator(".timetable .now-line").bounding_box()
    event = page.locator(".timetable .event.is-now").first.bounding_box()
    assert event["y"] < line["y"] < event["y"] + event["height"], "the line crosses what is on"
    with_line = body.screenshot()
    page.evaluate("document.querySelector('.now-line').style.visibility = 'hidden'")
    assert body.screenshot() == with_line


def test_on_a_wide_screen_nothing_leads_to_a_now_that_is_not_among_the_hours_shown(story):
    page = story("/schedule")
    link = page.get_by_role("link", name="Jump to now")
    assert link.is_visible()
    page.evaluate("document.querySelector('.now-line').classList.add('is-outside')")
    assert link.is_hidden()
    page.set_viewport_size({"width": 360, "height": 740})
    assert link.is_visible()


@pytest.mark.parametrize("width", [360, 1440])
def test_a_star_pushes_nothing_away(story, width):
    page = story("/papers", width=width)
    gaps = page.evaluate(
        "[...document.querySelectorAll('.paper-card')].map((card) => "
        "card.querySelector('.authors').getBoundingClientRect().top - card.querySelector('.paper-title').getBoundingClientRect().bottom)"
    )
    assert max(gaps) < 8


@pytest.mark.parametrize("width", [360, 1440])
def test_a_figure_keeps_its_shape_in_a_place_of_its_own(story, width):
    page = story("/papers", width=width)
    boxes = page.evaluate("[...document.querySelectorAll('.paper-thumb img')].map((image) => [image.clientWidth / image.clientHeight, getComputedStyle(image).objectFit])")
    assert boxes and all(1.9 < ratio < 2.1 and fit == "contain" for ratio, fit in boxes)
    page.goto(page.locator(".paper-thumb").first.evaluate("link => link.href"))
    assert page.locator(".paper-figure img").evaluate("image => getComputedStyle(image).objectFit") == "contain"


def test_paper_prints_no_moment_and_nothing_to_press(story):
    page = story("/schedule")
    page.emulate_media(media="print")
    for selector in [".event-meta .live", ".opens", "[data-soon]", ".now-line", ".save", ".button", ".top-nav", ".bar", ".schedule-tools"]:
        shown = page.locator(selector).evaluate_all("places => places.filter((place) => place.checkVisibility()).length")
        assert shown == 0, selector
    assert page.locator(".event-title").first.is_visible()


def test_scripts_count_down_in_the_words_of_the_server(story):
    page = story("/")
    module = page.locator("link[rel=modulepreload][href*='/soon.js']").get_attribute("href")
    seconds = [480, 421, 1, 7500, 35880, 86340, 86400, 129600]
    texts = page.evaluate(
        "async ([module, seconds]) => { const { soonText } = await import(module);"
        " return seconds.map((each) => [soonText(each * 1000, 'starts', 0), soonText(each * 1000, 'ends', 0)]); }",
        [module, seconds],
    )
    words = ["8 min", "8 min", "1 min", "2 h 5 min", "9 h 58 min", "23 h 59 min", "1 day", "2 days"]
    assert texts == [[f"in {word}", f"{word} left"] for word in words]


def test_scripts_say_times_in_the_words_of_the_server(story):
    page = story("/", zone="Asia/Kathmandu")
    module = page.locator("link[rel=modulepreload][href*='/live-apply.js']").get_attribute("href")
    # As LocalTimesTests has them of the server.
    times = {
        ("2026-04-28T12:00:00Z", ""): ["17:45", "Tue 28 Apr, 17:45 (Asia/Kathmandu)"],
        ("2026-04-28T18:20:00Z", ""): ["Wed 29 Apr, 00:05", "Wed 29 Apr, 00:05 (Asia/Kathmandu)"],
        ("2026-04-29T19:20:00Z", "2026-04-29T18:20:00Z"): ["01:05", "Thu 30 Apr, 01:05 (Asia/Kathmandu)"],
        ("2026-04-29T19:20:00Z", "2026-04-29T17:20:00Z"): ["Thu 30 Apr, 01:05", "Thu 30 Apr, 01:05 (Asia/Kathmandu)"],
        ("2026-09-07T03:00:00Z", ""): ["Mon 7 Sep, 08:45", "Mon 7 Sep, 08:45 (Asia/Kathmandu)"],
    }
    told = page.evaluate(
        """async ([module, times]) => {
          const { localize } = await import(module);
          return times.map(([time, after]) => {
            const place = document.createElement("p");
            place.innerHTML = `<time datetime="${time}" data-local${after && ` data-after="${after}"`}>?</time>`;
            localize(place);
            return [place.textContent, place.firstElementChild.title];
          });
        }""",
        [module, list(times)],
    )
    assert told == list(times.values())


@pytest.mark.parametrize("width", [360, 1440])
def test_what_scripts_bring_in_moves_nothing(story, width):
    page = story("/", width=width)
    page.evaluate("id => localStorage.setItem('hatata.saved', JSON.stringify({ papers: [id], sessions: ['P2S2', 'P2S4'] }))", HEROINE_PAPER)
    page.context.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    for path, arrived in [
        ("/plan", "#plan .event"), ("/keynotes/1", ".player video, .player a"), ("/sessions/P2S2", "[data-visited-count]:not(:empty)"),
        (f"/papers/{HEROINE_PAPER}", ".save.is-saved"),
    ]:
        page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + path)
        page.locator(arrived).first.wait_for()
        page.wait_for_timeout(300)
        assert page.evaluate("window.shift") < 0.01, path


def test_a_name_from_right_to_left_stands_above_its_role(story):
    page = story("/committee", width=360)
    lefts = page.evaluate(
        "[...document.querySelectorAll('.person b')].map((name) => { const range = document.createRange(); range.selectNodeContents(name);"
        " return [getComputedStyle(name).direction, range.getBoundingClientRect().left]; })"
    )
    assert "rtl" in [direction for direction, left in lefts]
    assert len({round(left) for direction, left in lefts}) == 1


@pytest.mark.parametrize("width", [640, 768, 1024])
def test_the_name_of_the_conference_is_read_in_full(story, width):
    page = story("/schedule", width=width)
    brand = page.locator(".brand")
    assert brand.evaluate("name => name.scrollHeight <= name.clientHeight + 1")


def test_a_zone_off_the_hour_takes_two_lines_of_a_phone_at_most(server, visit):
    page = visit(server.address, width=360, zone="Asia/Kathmandu")
    lines = page.locator(".zone > span").evaluate("text => text.getBoundingClientRect().height / parseFloat(getComputedStyle(text).lineHeight)")
    assert lines < 2.5


def test_when_to_meet_the_authors_stands_beside_the_title_on_a_wide_screen(story):
    page = story(f"/papers/{HEROINE_PAPER}", width=1440)
    title, aside = page.locator(".title-page").bounding_box(), page.locator(".aside-part").bounding_box()
    assert abs(aside["y"] - title["y"]) < 1 and aside["x"] > title["x"] + title["width"]
    assert page.locator(".main-part").first.bounding_box()["y"] >= title["y"] + title["height"]
