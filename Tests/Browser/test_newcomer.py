"""A newcomer finds a paper, the times in their own zone, and keeps it."""

import pytest
from conftest import HEROINE, HEROINE_PAPER
from icalendar import Calendar


def test_the_first_visit_takes_the_zone_of_the_browser_and_says_so(server, visit):
    page = visit(server.address, zone="Asia/Kolkata")
    page.wait_for_selector("html[data-zone='Asia/Kolkata']")
    assert "Kolkata, UTC+5:30" in page.locator("header.top").inner_text()
    assert "taken from your browser" in page.get_by_role("status").filter(has_text="browser").inner_text()


def test_a_paper_is_found_by_a_mistyped_author_saved_and_taken_along(server, visit):
    page = visit(server.address)
    page.wait_for_selector("html[data-zone='Africa/Lagos']")
    page.goto(server.address + "/papers")
    page.locator("[data-search-first]").fill("Okonkow")
    page.wait_for_url("**q=Okonkow*")
    card = page.locator(f"[data-paper='{HEROINE_PAPER}']")
    card.wait_for()
    card.locator(".paper-title a").click()
    page.wait_for_url(f"**/papers/{HEROINE_PAPER}")
    assert HEROINE in page.locator("main").inner_text()
    # Lagos is an hour ahead of UTC: the session at 08:00 UTC is at 09:00.
    assert page.locator("time[datetime='2026-04-28T08:00:00Z']").first.inner_text() == "09:00"

    page.get_by_role("button", name="Save").first.click()
    with page.expect_download() as download:
        page.goto(server.address + "/plan")
        page.locator("time[datetime='2026-04-28T08:00:00Z']").first.wait_for()
        page.get_by_role("link", name="Calendar").first.evaluate("link => link.setAttribute('download', '')")
        page.get_by_role("link", name="Calendar").first.click()
    calendar = Calendar.from_ical(open(download.value.path(), "rb").read())
    starts = sorted(event.decoded("dtstart").isoformat() for event in calendar.walk("VEVENT"))
    # Two poster sessions, besides the oral session.
    assert {"2026-04-28T08:00:00+00:00", "2026-04-28T17:00:00+00:00"} <= set(starts)


def test_a_chosen_zone_holds_on_every_page(server, visit):
    page = visit(server.address)
    page.wait_for_selector("html[data-zone='Africa/Lagos']")
    page.locator("[data-zone-picker]").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill("auckland")
    dialog.get_by_role("button", name="Auckland").first.click()
    page.wait_for_selector("html[data-zone='Pacific/Auckland']")
    for path in ["/schedule", "/papers", f"/papers/{HEROINE_PAPER}", "/sessions/P2S2", "/plan?sessions=P2S2", "/keynotes"]:
        page.goto(server.address + path)
        assert "Auckland, UTC+12" in page.locator("header.top").inner_text(), path
    for path in ["/", "/schedule", "/sessions/P2S2", f"/papers/{HEROINE_PAPER}", "/plan?sessions=P2S2"]:
        page.goto(server.address + path)
        times = page.locator("time[datetime='2026-04-28T08:00:00Z']")
        times.first.wait_for(state="attached")
        shown = [text.strip() for text in times.all_inner_texts()]
        assert all(text.endswith("20:00") for text in shown), (path, shown)


def test_everything_but_saving_works_without_scripts(server, visit):
    page = visit(server.address + "/papers", scripts=False, width=360, height=740)
    page.locator("[data-search-first]").fill("Okonkow")
    page.keyboard.press("Enter")
    page.locator(f"[data-paper='{HEROINE_PAPER}'] .paper-title a").click()
    assert page.locator("time[datetime='2026-04-28T08:00:00Z']").first.inner_text() == "08:00"
    page.locator("[data-zone-picker]").first.click()
    page.locator("main").get_by_role("searchbox").fill("nairobi")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Nairobi").first.click()
    assert page.url.endswith(f"/papers/{HEROINE_PAPER}")
    assert page.locator("time[datetime='2026-04-28T08:00:00Z']").first.inner_text() == "11:00"
    # What only scripts do is neither offered nor given room.
    for button in page.locator("button[data-save], button[data-copy]").all():
        assert button.is_hidden() and button.bounding_box() is None
    page.goto(server.address + "/help")
    page.locator("main summary, main dt, main h3").first.wait_for()


@pytest.mark.parametrize("width", [360, 1440])
def test_the_keyboard_is_enough(server, visit, width):
    page = visit(server.address + "/papers", width=width)
    page.wait_for_selector("html[data-zone='Africa/Lagos']")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.matches('[data-search]')")
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    page.keyboard.press("ArrowDown")
    page.locator("[data-card] a:focus").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/papers/*")


def test_the_note_about_the_zone_covers_no_door_and_goes_at_the_first_tap_elsewhere(server, visit):
    page = visit(server.address + "/sign-in", width=360, height=740)
    page.wait_for_load_state()
    note = page.locator(".note", has_text="taken from your browser")
    assert note.count() == 0
    page.goto(server.address + "/papers")
    note.wait_for()
    page.locator("h1").click()
    note.wait_for(state="detached")


def test_the_note_about_the_zone_counts_by_the_conferences_clock(server, visit):
    page = visit(server.address + "/sign-in", zone="Europe/Berlin")
    # A rehearsal in winter of what is on in April.
    page.clock.set_system_time("2026-01-10T12:00:00Z")
    page.goto(server.address + "/papers")
    assert "Berlin time (UTC+2)" in page.locator(".note", has_text="taken from your browser").inner_text()
