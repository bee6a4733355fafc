"""One reacts to messages in their rows, with the mouse, by keyboard alone, by touch and without scripts."""

import re

import pytest
from conftest import BORDER, OUTLINE, violations, wait_until
from playwright.sync_api import expect
from test_chat import CORRIDOR, conference, person, rows, write  # noqa: F401


def react(page, text):
    return rows(page, text).get_by_role("button", name=re.compile("^React to what"))


def menu(page):
    return page.get_by_role("toolbar", name="Reactions")


def focused(page):
    return page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.dataset.focus")


def reaction(page, text, sign, count):
    return rows(page, text).locator(f"a.reaction[data-react='{sign}']", has_text=f"{sign} {count}")


def test_the_first_reaction_is_chosen_in_the_row_and_others_join_it(person):  # noqa: F811
    ada, ben = person("Ada Nwosu"), person("Ben Mensah")
    write(ada, "Who likes this?")
    rows(ben, "Who likes this?").wait_for()
    react(ben, "Who likes this?").click()
    assert react(ben, "Who likes this?").get_attribute("aria-expanded") == "true"
    menu(ben).get_by_role("button", name="celebration").click()
    assert menu(ben).count() == 0 and ben.url.endswith(CORRIDOR)
    reaction(ben, "Who likes this?", "🎉", 1).wait_for()
    reaction(ada, "Who likes this?", "🎉", 1).click()
    reaction(ben, "Who likes this?", "🎉", 2).wait_for()
    # What one chose already is taken back in the same place.
    react(ben, "Who likes this?").click()
    chosen = menu(ben).get_by_role("button", name="celebration")
    assert chosen.get_attribute("aria-pressed") == "true"
    chosen.click()
    reaction(ada, "Who likes this?", "🎉", 1).wait_for()


def test_one_reacts_by_keyboard_alone_and_is_where_one_was(person):  # noqa: F811
    page = person("Ada Nwosu")
    write(page, "By keys alone")
    rows(page, "By keys alone").wait_for()
    react(page, "By keys alone").focus()
    page.keyboard.press("Enter")
    assert focused(page) == "thumbs up"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert focused(page) == "celebration"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "looking"
    page.keyboard.press("Escape")
    assert menu(page).count() == 0 and focused(page) == "react"
    page.keyboard.press(" ")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    reaction(page, "By keys alone", "👀", 1).wait_for()
    assert menu(page).count() == 0 and focused(page) == "react"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert menu(page).count() == 0


def test_what_is_open_stays_open_when_somebody_else_reacts(person):  # noqa: F811
    ada, ben = person("Ada Nwosu"), person("Ben Mensah")
    write(ada, "Two at once")
    rows(ben, "Two at once").wait_for()
    react(ada, "Two at once").click()
    ada.keyboard.press("ArrowRight")
    react(ben, "Two at once").click()
    menu(ben).get_by_role("button", name="idea").click()
    reaction(ada, "Two at once", "💡", 1).wait_for()
    assert menu(ada).count() == 1 and focused(ada) == "heart"
    # Who is elsewhere is not brought there.
    ada.evaluate("document.activeElement.blur()")
    ada.evaluate("() => { window.scrolled = 0; Element.prototype.scrollIntoView = () => (window.scrolled += 1); }")
    react(ben, "Two at once").click()
    menu(ben).get_by_role("button", name="celebration").click()
    reaction(ada, "Two at once", "🎉", 1).wait_for()
    assert menu(ada).count() == 1 and ada.evaluate("document.activeElement === document.body && window.scrolled === 0")
    ada.get_by_role("textbox", name="Message").click()
    assert menu(ada).count() == 0


def test_in_forced_colors_ones_own_reactions_and_the_message_that_one_is_led_to_are_told_from_others(conference, person):  # noqa: F811
    ada, ben, text = person("Ada Nwosu"), person("Ben Mensah"), "Told in forced colors"
    write(ada, text)
    for page, name in [(ada, "heart"), (ben, "celebration")]:
        react(page, text).click()
        menu(page).get_by_role("button", name=name).click()
    reaction(ada, text, "🎉", 1).wait_for()
    ada.emulate_media(forced_colors="active")
    mine, other = rows(ada, text).locator("a.reaction.is-mine"), rows(ada, text).locator("a.reaction:not(.is-mine)")
    expect(mine).to_have_attribute("data-react", "❤️")
    assert mine.evaluate(BORDER) != other.evaluate(BORDER)
    react(ada, text).click()
    heart, idea = (menu(ada).get_by_role("button", name=name) for name in ("heart", "idea"))
    assert heart.evaluate(BORDER) != idea.evaluate(BORDER)
    assert rows(ada, text).evaluate(OUTLINE) == "none"
    ada.goto(f"{conference.address}{CORRIDOR}#{rows(ada, text).get_attribute('id')}")
    rows(ada, text).and_(ada.locator(".is-sought")).wait_for()
    assert rows(ada, text).evaluate(OUTLINE) == "solid"


def test_a_reaction_that_the_server_does_not_hear_of_says_so_in_its_row_and_leads_nowhere(person):  # noqa: F811
    page, text = person("Ada Nwosu"), "Who hears of this reaction?"
    write(page, text)
    rows(page, text).wait_for()
    problem, failed = rows(page, text).get_by_text("It could not be sent. Try again."), []

    def fail(route):
        failed.append(route.request.url)
        route.abort()

    def like():
        react(page, text).click()
        menu(page).get_by_role("button", name="heart").click()

    page.route("**/reactions", fail)
    for times in (1, 2):
        like()
        wait_until(page, lambda: len(failed) == times)
        expect(problem).to_have_count(1)
        assert page.url.endswith(CORRIDOR) and rows(page, text).locator("a.reaction").count() == 0
    page.unroute("**/reactions")
    like()
    reaction(page, text, "❤️", 1).wait_for()
    expect(problem).to_have_count(0)


@pytest.mark.parametrize("width,scheme", [(360, "dark"), (1440, "light")])
def test_an_open_row_of_signs_violates_no_rule_and_is_not_too_wide(person, width, scheme):  # noqa: F811
    page = person("Ada Nwosu", width=width, scheme=scheme)
    write(page, f"At {width} pixels")
    rows(page, f"At {width} pixels").wait_for()
    react(page, f"At {width} pixels").click()
    menu(page).wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_without_scripts_the_way_leads_to_the_page_of_the_message(person):  # noqa: F811
    page = person("Ada Nwosu", scripts=False)
    page.get_by_role("textbox", name="Message").fill("A plain reaction")
    page.get_by_role("button", name="Send", exact=True).click()
    rows(page, "A plain reaction").get_by_role("link", name=re.compile("^React to what")).click()
    assert page.url.endswith("#react")
    page.locator("#react").get_by_role("button", name="heart").click()
    reaction(page, "A plain reaction", "❤️", 1).wait_for()


def test_what_one_does_with_a_message_is_large_enough_to_be_touched(person):  # noqa: F811
    page = person("Ada Nwosu", width=360)
    # As on a phone, where nothing points finely.
    page.context.new_cdp_session(page).send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    page.reload()
    assert page.evaluate("matchMedia('(pointer: coarse)').matches")
    page.get_by_role("textbox", name="Message").fill("To be touched")
    page.get_by_role("button", name="Send", exact=True).click()
    react(page, "To be touched").click()
    menu(page).get_by_role("button", name="heart").click()
    reaction(page, "To be touched", "❤️", 1).wait_for()
    react(page, "To be touched").click()
    menu(page).wait_for()
    found = [one.bounding_box() for one in rows(page, "To be touched").locator(".message-foot a, .message-foot button").all()]
    # A reaction, three ways and six signs at least; moderators have more. What is not seen here, such as the report of one's own, has no box.
    seen = [box for box in found if box]
    assert len(seen) >= 10
    assert [box for box in seen if box["height"] < 44 or box["width"] < 44] == []
