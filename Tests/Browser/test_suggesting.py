"""While one types in the search of the header, the best of what it finds stands below it: a list that one may choose from by keys, or leave alone."""

import re

import pytest
from conftest import HEROINE, HEROINE_PAPER, violations

FIELD = "#top-q"
NOW_CHOSEN = "field => document.getElementById(field.getAttribute('aria-activedescendant'))?.textContent ?? ''"


@pytest.fixture
def page(server, visit):
    """The home page, with the focus in the search of the header."""
    page = visit(server.address)
    page.wait_for_selector("html[data-zone='Africa/Lagos']")
    page.keyboard.press("/")
    page.locator(FIELD + "[role=combobox]").wait_for()
    return page


def options(page):
    page.get_by_role("listbox", name="Suggestions").wait_for()
    return [text.strip() for text in page.locator("#top-hits [role=option]").all_inner_texts()]


def chosen(page):
    return page.locator(FIELD).evaluate(NOW_CHOSEN)


def test_arrows_choose_what_enter_opens_and_escape_leaves_what_was_typed(page):
    field = page.locator(FIELD)
    assert field.get_attribute("aria-expanded") == "false"
    page.keyboard.type("okonk")
    found = options(page)
    assert field.get_attribute("aria-expanded") == "true" and 1 < len(found) <= 8
    assert page.evaluate("document.activeElement.id") == "top-q" and chosen(page) == ""
    page.locator("[role=status].sr", has_text=f"{len(found)} suggestions").wait_for(state="attached")
    page.keyboard.press("ArrowDown")
    first = chosen(page)
    assert page.get_by_role("option", selected=True).count() == 1
    page.keyboard.press("ArrowUp")
    last = chosen(page)
    assert last != first
    page.keyboard.press("ArrowDown")
    assert chosen(page) == first
    # A key that moves in the text chooses nothing, and what is typed on neither.
    page.keyboard.press("ArrowLeft")
    assert chosen(page) == "" and page.get_by_role("option", selected=True).count() == 0
    page.keyboard.press("Escape")
    page.get_by_role("listbox", name="Suggestions").wait_for(state="hidden")
    assert field.input_value() == "okonk" and field.get_attribute("aria-expanded") == "false"
    page.keyboard.press("ArrowDown")
    assert chosen(page) == first
    page.keyboard.press("Tab")
    page.get_by_role("listbox", name="Suggestions").wait_for(state="hidden")
    assert field.get_attribute("aria-activedescendant") is None
    # Who comes back asks for it anew.
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    assert options(page) == found and chosen(page) == ""


def test_what_was_chosen_is_let_go_when_others_are_suggested(page):
    page.keyboard.type("okonk")
    options(page)
    held = []
    page.route("**/search?q=okonkw", lambda route: held.append(route))
    page.keyboard.type("w")
    while not held:
        page.wait_for_timeout(20)
    page.keyboard.press("ArrowDown")
    assert chosen(page) != ""
    held[0].continue_()
    page.locator(FIELD + ":not([aria-activedescendant])").wait_for()
    assert chosen(page) == "" and page.locator("#top-hits [aria-selected=true]").count() == 0
    assert page.locator("#top-hits [aria-selected=false]").count() == len(options(page))


def test_a_paper_and_a_session_are_opened_from_the_list(server, page):
    page.keyboard.type(HEROINE_PAPER)
    assert len(options(page)) == 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/papers/{HEROINE_PAPER}")
    page.keyboard.press("/")
    page.keyboard.type("poster session 2")
    page.get_by_role("option").filter(has_text="Sessions").first.click()
    page.wait_for_url("**/sessions/*")


def test_an_author_leads_to_their_papers(page):
    page.keyboard.type(HEROINE.split()[0])
    page.get_by_role("option").filter(has_text="Authors").filter(has_text=HEROINE).wait_for()
    found = options(page)
    place = next(index for index, text in enumerate(found) if text.startswith(HEROINE))
    for _ in range(place + 1):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/papers\?author="))
    page.locator(f"[data-paper='{HEROINE_PAPER}']").wait_for()


def test_enter_searches_everything_where_nothing_is_chosen_and_nothing_found_is_said(page):
    page.keyboard.type("zzzzqqqq")
    page.locator("[role=status].sr", has_text="No suggestions").wait_for(state="attached")
    assert page.locator("#top-hits").is_hidden()
    page.locator(FIELD).fill("weaving")
    options(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=weaving")


@pytest.mark.parametrize("width", [640, 1024, 1440])
def test_the_list_is_sound_and_fits(server, visit, width):
    page = visit(server.address + "/papers", width=width)
    page.locator(FIELD).fill("learning")
    options(page)
    page.locator(FIELD).press("ArrowDown")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator("#top-hits").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert all(option.bounding_box()["height"] >= 44 for option in page.locator("#top-hits [role=option]").all())


def test_the_script_comes_with_the_focus_and_the_form_is_plain_without_scripts(server, visit):
    page = visit(server.address)
    page.wait_for_load_state("networkidle")
    loaded = "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/suggest.js'))"
    assert not page.evaluate(loaded)
    page.locator(FIELD).focus()
    page.locator(FIELD + "[role=combobox]").wait_for()
    assert page.evaluate(loaded)
    plain = visit(server.address, scripts=False)
    assert plain.locator(FIELD).get_attribute("role") is None
    plain.locator(FIELD).fill("okonkwo")
    plain.keyboard.press("Enter")
    plain.wait_for_url("**/search?q=okonkwo")
