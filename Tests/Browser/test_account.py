"""Somebody who signs in: the plan goes along into the account, to other browsers, and works without scripts."""

import re
import subprocess

import pytest
from conftest import HATATA, HEROINE, HEROINE_PAPER, NOW, Server, violations, wait_until


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A server of its own, whose people are signed in by codes from the command line."""
    data = tmp_path_factory.mktemp("account")
    subprocess.run([HATATA, "demo", "--data", str(data), "--today", "2026-04-28"], check=True, stdout=subprocess.DEVNULL)
    people = data / "people.csv"
    rows = [f"{HEROINE},ada@example.org,participant", "Ben,ben@example.org,participant", "Chair,chair@example.org,chair"]
    # As the program has the address of the heroine's paper.
    rows.append("Adaeze,adaeze.okonkwo@example.org,participant")
    people.write_text("name,email,role\n" + "\n".join(rows) + "\n")
    subprocess.run([HATATA, "people", "import", str(people), "--data", str(data)], check=True, stdout=subprocess.DEVNULL)
    server = Server(data, NOW)
    server.data = data
    yield server
    server.stop()


def sign_in(page, server, email):
    said = subprocess.run([HATATA, "people", "code", email, "--data", str(server.data)], check=True, capture_output=True, text=True).stdout
    page.goto(server.address + "/sign-in/link/" + re.search(r"/sign-in/link/(\S+)", said)[1])
    page.get_by_role("button", name="Sign in").click()
    if "/conduct-acceptance" in page.url:
        page.get_by_role("button", name="I will keep to it").click()
    page.goto(server.address + "/account")
    page.get_by_role("heading", name="My account").wait_for()


def star(page, server, paper):
    """Saves the paper, unless it is saved."""
    page.goto(f"{server.address}/papers/{paper}")
    button = page.locator(f".title-page [data-save='papers:{paper}']")
    button.wait_for()
    if button.inner_text() == "Save":
        button.click()


def until(page, expression):
    """Waits until what the page's own script wrote down is so; the page's policy forbids to wait within it."""
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"never true: {expression}")


def test_what_was_saved_before_signing_in_is_seen_in_another_browser(place, visit):
    first = visit(place.address)
    star(first, place, HEROINE_PAPER)
    sign_in(first, place, "ada@example.org")
    until(first, "Object.keys(JSON.parse(localStorage['hatata.unsent'] ?? '{}').saved ?? { none: 0 }).length === 0")
    first.goto(place.address + "/plan")
    first.get_by_text("Kept in your account.").wait_for()
    second = visit(place.address, width=360, height=740)
    sign_in(second, place, "ada@example.org")
    second.goto(place.address + "/plan")
    assert second.locator(f"a[href='/papers/{HEROINE_PAPER}']").first.is_visible()
    # What the second takes off is off in the first, and the copy in the browser follows.
    second.locator(f"[data-save='papers:{HEROINE_PAPER}']").first.click()
    with second.expect_response("**/account/saved"):
        second.goto(place.address + "/plan")
    first.goto(place.address + "/plan")
    first.get_by_role("heading", name="My plan").wait_for()
    until(first, "JSON.parse(localStorage['hatata.saved']).papers.length === 0")
    assert first.locator(f"a[href='/papers/{HEROINE_PAPER}']").count() == 0


def test_a_paper_that_was_opened_in_one_browser_is_marked_in_another_and_not_for_somebody_else(place, visit):
    first = visit(place.address)
    sign_in(first, place, "ben@example.org")
    first.goto(f"{place.address}/papers/{HEROINE_PAPER}")
    # What was opened goes along with the next page.
    with first.expect_response(lambda answer: answer.url.endswith("/account/saved") and answer.request.method == "POST"):
        first.goto(place.address + "/plan")
    second = visit(place.address, width=360, height=740)
    sign_in(second, place, "ben@example.org")
    second.goto(f"{place.address}/papers?q=tonal")
    mark = f"[data-paper='{HEROINE_PAPER}'] .visited"
    second.locator(mark).wait_for()
    assert second.locator(".visited:visible").count() == 1
    # It is not saved by that.
    until(second, "JSON.parse(localStorage['hatata.saved']).papers.length === 0")
    third = visit(place.address)
    sign_in(third, place, "chair@example.org")
    third.goto(f"{place.address}/papers?q=tonal")
    until(third, "JSON.parse(localStorage['hatata.account'] ?? 'null') !== null")
    assert third.locator(mark).count() == 1 and not third.locator(mark).is_visible()


def test_a_browser_keeps_nothing_of_who_signed_out_and_gives_nothing_to_the_next(place, visit):
    page = visit(place.address)
    sign_in(page, place, "ada@example.org")
    star(page, place, HEROINE_PAPER)
    until(page, "Object.keys(JSON.parse(localStorage['hatata.unsent']).saved).length === 0")
    page.goto(place.address + "/account")
    page.get_by_role("button", name="Sign out", exact=True).click()
    until(page, "JSON.parse(localStorage['hatata.account']) === null")
    assert HEROINE_PAPER not in page.evaluate("JSON.stringify(localStorage)")
    sign_in(page, place, "ben@example.org")
    page.goto(place.address + "/plan")
    assert page.locator(f"a[href='/papers/{HEROINE_PAPER}']").count() == 0


def test_authors_find_the_way_to_edit_their_paper_on_its_page_without_a_request_of_its_own(place, visit):
    for email in ("adaeze.okonkwo@example.org", "ben@example.org"):
        page = visit(place.address)
        sign_in(page, place, email)
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        edit = page.get_by_role("link", name="Edit my paper")
        page.goto(f"{place.address}/papers/{HEROINE_PAPER}")
        until(page, "Array.isArray(JSON.parse(localStorage['hatata.own'] ?? 'null'))")
        assert edit.is_visible() == email.startswith("adaeze")
        assert asked and not any("/account/now" in address for address in asked)


def test_what_cannot_be_sent_now_is_sent_later(place, visit):
    page = visit(place.address)
    sign_in(page, place, "ben@example.org")
    page.goto(f"{place.address}/papers/{HEROINE_PAPER}")
    until(page, "JSON.parse(localStorage['hatata.account']) !== null")
    page.route("**/account/saved", lambda route: route.fulfill(status=204, body=""))
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.get_by_role("button", name="Saved", exact=True).first.wait_for()
    page.unroute("**/account/saved")
    page.goto(place.address + "/plan")
    page.locator(f"a[href='/papers/{HEROINE_PAPER}']").first.wait_for()


def test_the_plan_the_note_and_the_profile_need_no_scripts(place, visit):
    page = visit(place.address, scripts=False, width=360, height=740)
    sign_in(page, place, "chair@example.org")
    page.goto(f"{place.address}/account/saved/papers:{HEROINE_PAPER}")
    page.get_by_label("Note, which only you see").fill("Ask about tones")
    page.get_by_role("button", name="Keep the note").click()
    page.get_by_role("button", name="Put it on my plan").click()
    page.get_by_role("link", name="My plan").last.click()
    assert page.get_by_text("Ask about tones").first.is_visible()
    page.goto(place.address + "/account/profile")
    page.get_by_label("Languages, with commas between them", exact=True).fill("Amharic, Igbo")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="What others see").click()
    assert page.get_by_text("Amharic, Igbo").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_no_page_of_ones_own_violates_an_accessibility_rule_or_is_too_wide(place, visit, width, scheme):
    page = visit(place.address, width=width, scheme=scheme)
    sign_in(page, place, "chair@example.org")
    star(page, place, HEROINE_PAPER)
    found = {}
    paths = ["/account", "/account/profile", "/account/data", f"/papers/{HEROINE_PAPER}/mine", "/organize/claims", "/keynotes/1/mine", "/sponsors/rainwright/mine", "/plan", f"/account/saved/papers:{HEROINE_PAPER}"]
    for path in paths:
        page.goto(place.address + path)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found[path] = "too wide"
        problems = violations(page)
        if problems:
            found[path] = problems
    assert found == {}


WAITS = """
(() => {
  const wait = window.setTimeout;
  window.waits = [];
  window.setTimeout = (action, milliseconds, ...rest) => (waits.push(milliseconds), wait(action, milliseconds, ...rest));
  Math.random = () => 0.777;
})();
"""


def announce(place, session, title):
    words = ["announce", title, "Come to the other room.", "--session", session, "--from", "2026-04-28T00:00:00Z", "--until", "2026-04-30T00:00:00Z"]
    subprocess.run([HATATA, *words, "--data", str(place.data)], check=True, stdout=subprocess.DEVNULL)


def test_what_is_announced_to_those_of_a_session_comes_to_who_saved_a_paper_in_it_and_to_nobody_else(place, visit):
    mine, other, nobody = visit(place.address), visit(place.address), visit(place.address)
    people = place.data / "more.csv"
    people.write_text("name,email\nZoe,zoe@example.org\n")
    subprocess.run([HATATA, "people", "import", str(people), "--data", str(place.data)], check=True, stdout=subprocess.DEVNULL)
    sign_in(mine, place, "ben@example.org")
    sign_in(other, place, "zoe@example.org")
    star(mine, place, HEROINE_PAPER)
    until(mine, "Object.keys(JSON.parse(localStorage['hatata.unsent'] || '{}').saved || {}).length === 0")
    session = mine.locator("a[href^='/sessions/']").first.get_attribute("href").split("/")[2].split("#")[0]
    mine.add_init_script(WAITS)
    mine.reload()
    announce(place, session, "Only for some")
    # It comes to the open page, stays when the page is loaded again, and goes when it is put away.
    banner = mine.locator(".announcement", has_text="Only for some")
    banner.wait_for()
    assert 777 in mine.evaluate("waits"), "not all open pages ask at once, and none later than after a second"
    mine.goto(place.address + "/papers")
    banner.wait_for()
    assert banner.count() == 1
    other.goto(place.address + "/papers")
    nobody.goto(place.address + "/papers")
    other.wait_for_timeout(500)
    for page in [other, nobody]:
        assert page.locator(".announcement", has_text="Only for some").count() == 0
    # It stays while it is asked what else is announced.
    held = []
    mine.route("**/account/announcements.html", lambda route: held.append(route))
    announce(place, session, "For some, too")
    wait_until(mine, lambda: held)
    assert banner.is_visible()
    held.pop().continue_()
    mine.locator(".announcement", has_text="For some, too").wait_for()
    assert banner.count() == 1
    banner.get_by_role("button", name="Dismiss: Only for some").click()
    assert not banner.is_visible()


@pytest.mark.parametrize(("scripts", "email"), [(True, "ada@example.org"), (False, "ben@example.org")])
def test_interests_are_picked_or_found_among_all_keywords_and_taken_away_again(place, visit, scripts, email):
    page = visit(place.address, scripts=scripts, width=360)
    sign_in(page, place, email)
    page.goto(place.address + "/account/profile")
    chips = page.locator(".interests .chip")
    offered = chips.all_inner_texts()
    # On a phone a dozen of two are in view.
    assert len(offered) == 24 and [chip.is_visible() for chip in chips.all()] == [True] * 12 + [False] * 12
    rare = page.locator("#keywords option").last.get_attribute("value")
    field = page.get_by_label("Other keywords, with commas between them")
    # What is out of view is found, too.
    field.press_sequentially(f"{rare.upper()}, {offered[20].upper()},")
    typed = [page.locator(f".interests input[value='{word}']") for word in [rare, offered[20]]]
    if scripts:
        for chip in typed:
            chip.wait_for()
        assert field.input_value() == "" and chips.count() == 25
    chips.first.click()
    save = page.get_by_role("button", name="Save", exact=True)
    with page.expect_navigation():
        save.click()
    page.get_by_text("Saved.").wait_for()
    assert {chip.inner_text() for chip in chips.all() if chip.locator("input").is_checked()} == {rare, offered[0], offered[20]}
    # Unticked, it is there to be ticked again until that is saved.
    chips.filter(has=page.locator(f"input[value='{rare}']")).click()
    assert typed[0].is_visible() and not typed[0].is_checked()
    with page.expect_navigation():
        save.click()
    page.get_by_text("Saved.").wait_for()
    assert typed[0].count() == 0 and typed[1].is_checked()
