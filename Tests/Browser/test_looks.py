"""What a page must not look like, measured in a browser."""

import pytest
from conftest import HEROINE_PAPER
from pages import PAGES


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


def test_paper_prints_no_moment_and_nothing_to_press(server, story):
    page = story("/schedule")
    page.emulate_media(media="print")
    selectors = [
        ".live", ".opens", "[data-soon]", ".now-line", ".meet-now", ".save", ".visited", ".button", ".top-nav", ".top-own", ".bar", ".days",
        ".schedule-tools", ".hall-tools", ".hero-start", "a[href='#now']",
    ]
    found = {}
    for path in PAGES:
        page.goto(server.address + path)
        for selector in selectors:
            if page.locator(selector).evaluate_all("places => places.filter((place) => place.checkVisibility()).length"):
                found[path] = [*found.get(path, []), selector]
    assert found == {}
    page.goto(server.address)
    assert page.get_by_text("The days", exact=True).is_hidden()
    page.goto(server.address + "/schedule")
    assert page.locator(".event-title").first.is_visible()


def test_without_scripts_nothing_is_glued_and_no_place_is_kept_for_what_scripts_bring(story):
    page = story("/zones", scripts=False)
    field, button = page.locator("#zone-q").bounding_box(), page.get_by_role("main").get_by_role("button", name="Search").bounding_box()
    assert button["y"] - field["y"] - field["height"] >= 8
    page = story("/plan", scripts=False)
    buttons, words = page.locator(".empty .actions").bounding_box(), page.locator(".empty noscript p").bounding_box()
    assert words["y"] - buttons["y"] - buttons["height"] >= 12
    page = story("/sessions/P2S2", scripts=False)
    assert page.locator("[data-visited-count]").is_hidden()


def test_when_a_room_opens_begins_no_line_with_a_dot(story):
    page = story("/schedule")
    page.locator(".event-when").first.evaluate("(place) => place.insertAdjacentHTML('beforeend', ' <small class=opens>opens 17:50</small>')")
    signs = page.locator(".event-when .opens").last.evaluate("(place) => ['::before', '::after'].map((each) => getComputedStyle(place, each).content)")
    assert signs == ['"("', '")"']


@pytest.mark.parametrize("width,line", [(360, "0px"), (1440, "1px")])
def test_themes_of_a_hall_have_lines_round_them_only_where_there_is_room(story, width, line):
    page = story("/sessions/P2S2", width=width)
    tools = page.locator(".hall-tools")
    assert tools.evaluate("(tools) => [getComputedStyle(tools).borderTopWidth, getComputedStyle(tools).borderBottomWidth]") == [line, line]


def test_a_button_without_a_frame_begins_where_the_lines_above_do(story):
    page = story("/schedule")
    page.locator("main").evaluate("(main) => main.insertAdjacentHTML('afterbegin', '<p class=actions id=quiet><a class=\\'button is-quiet\\' href=/plan>Copy</a></p>')")
    left, word = page.evaluate(
        "() => { const place = document.querySelector('#quiet'); const range = document.createRange(); range.selectNodeContents(place.firstChild);"
        " return [place, range].map((each) => each.getBoundingClientRect().left); }"
    )
    assert abs(word - left) <= 1.5


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
def test_what_scripts_bring_in_moves_nothing(server, story, width):
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
        page.goto(server.address + path)
        page.locator(arrived).first.wait_for()
        page.wait_for_timeout(300)
        assert page.evaluate("window.shift") < 0.01, path


@pytest.mark.parametrize("width", [360, 1440])
def test_what_one_saved_and_is_on_stands_below_the_header_and_moves_nothing(story, width):
    page = story("/", width=width)
    item = page.locator(".now-item").first
    title = item.locator("h3").inner_text()
    item.locator(".save").click()
    near = page.locator(".near", has_text=f"On now: {title}")
    near.wait_for()
    page.get_by_role("heading", name="Yours today").wait_for()
    page.context.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    home = page.url
    for path in ["papers", "schedule"]:
        page.goto(home + path)
        near.wait_for()
        page.wait_for_timeout(300)
        assert page.evaluate("window.shift") < 0.01, path
    # What the server refuses is no empty day.
    page.context.add_init_script("{ const real = fetch; window.fetch = (path, ...more) => `${path}`.includes('today.json') ? Promise.resolve(new Response('', { status: 503 })) : real(path, ...more); }")
    page.evaluate("() => localStorage.setItem('hatata.today', JSON.stringify({ ...JSON.parse(localStorage.getItem('hatata.today')), at: 0 }))")
    page.goto(home + "papers")
    near.wait_for()
    # The page of the session says it by itself.
    near.get_by_role("link", name=title).click()
    page.get_by_role("heading", name=title, level=1).wait_for()
    assert near.count() == 0


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
