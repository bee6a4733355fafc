"""Moderators keep order in the rows of messages, without leaving the page and with the keyboard alone."""

import re

from playwright.sync_api import expect
from test_respect import person, place  # noqa: F401

CORRIDOR = "/chat/general/corridor"


def test_a_message_is_hidden_and_shown_again_in_its_row_and_its_author_muted(place, person):  # noqa: F811
    bob, mona = person("bob"), person("mona")
    for page in (bob, mona):
        page.goto(place.address + CORRIDOR)
    bob.get_by_role("textbox", name="Message").fill("Something rude")
    bob.keyboard.press("Enter")
    row = mona.locator(".message", has_text="Bob Mensah").last
    mona.get_by_text("Something rude").wait_for()
    assert bob.locator("[data-moderate]").count() == 0
    row.get_by_role("button", name="Hide what Bob Mensah wrote").focus()
    mona.keyboard.press("Enter")
    row.get_by_text("Hidden by a moderator.").wait_for()
    bob.get_by_text("Hidden by a moderator.").last.wait_for()
    # One goes on where one was.
    again = row.get_by_role("button", name="Show again what Bob Mensah wrote")
    again.wait_for()
    assert row.get_by_role("link", name=re.compile("See it ?: what Bob Mensah wrote")).get_attribute("href").startswith("/messages/")
    assert again.evaluate("element => element === document.activeElement")
    mona.keyboard.press("Enter")
    row.get_by_text("Something rude").wait_for()
    row.get_by_role("button", name=re.compile("Mute for an hour ?: Bob Mensah")).focus()
    mona.keyboard.press("Enter")
    row.get_by_role("button", name="Muted for an hour").wait_for()
    assert mona.url.endswith(CORRIDOR)
    mona.reload()
    expect(row.get_by_role("button", name="Muted")).to_have_attribute("aria-disabled", "true")
    mona.goto(place.address + "/conduct/record")
    undo = mona.get_by_role("button", name=re.compile("Undo ?: mute Bob Mensah"))
    with mona.expect_navigation():
        undo.click()
    assert undo.count() == 0


def test_who_writes_while_a_channel_is_closed_keeps_their_text_until_it_is_open_again(place, person):  # noqa: F811
    ada, mona = person("ada"), person("mona")
    for page in (ada, mona):
        page.goto(place.address + "/chat/general/feedback")
    box = ada.get_by_role("textbox", name="Message")
    box.fill("I was about to")
    mona.get_by_role("button", name="Close the channel").click()
    ada.get_by_text("While the channel is closed, only moderators write here.").wait_for()
    assert box.count() == 0
    assert ada.evaluate("document.activeElement.matches('.chat-log')")
    mona.goto(place.address + "/chat/general/feedback")
    mona.get_by_role("textbox", name="Message").wait_for()
    assert mona.get_by_text("While the channel is closed").is_hidden()
    mona.goto(place.address + "/conduct/channels/general/feedback")
    with mona.expect_navigation():
        mona.get_by_role("button", name=re.compile("Undo")).first.click()
    box.wait_for()
    assert box.input_value() == "I was about to"
    assert ada.get_by_text("While the channel is closed").is_hidden()


def test_of_ones_own_one_shows_again_only_what_one_hid_oneself(place, person):  # noqa: F811
    mona, olga = person("mona"), person("olga")
    for page in (mona, olga):
        page.goto(place.address + CORRIDOR)
    box = mona.get_by_role("textbox", name="Message")
    for text in ("Hidden by another", "Hidden by myself"):
        box.fill(text)
        mona.keyboard.press("Enter")
        olga.get_by_text(text).wait_for()
        expect(box).to_have_value("")
    ids = [mona.locator(".message", has_text=text).get_attribute("id") for text in ("Hidden by another", "Hidden by myself")]
    for page, id in zip((olga, mona), ids):
        page.locator(f"#{id}").get_by_role("button", name="Hide what Mona Haddad wrote").click()
        for other in (mona, olga):
            other.locator(f"#{id}").get_by_text("Hidden by a moderator.").wait_for()
        olga.locator(f"#{id}").get_by_role("button", name="Show again what Mona Haddad wrote").wait_for()
    assert mona.locator(f"#{ids[0]}").get_by_role("button").count() == 0
    mona.locator(f"#{ids[1]}").get_by_role("button", name="Show again what Mona Haddad wrote").click()
    olga.get_by_text("Hidden by myself").wait_for()


def test_an_open_page_takes_up_who_may_write(place, person):  # noqa: F811
    ada, olga, console = person("ada"), person("olga"), person("olga")
    for page in (ada, olga):
        page.goto(place.address + CORRIDOR)
    box = ada.get_by_role("textbox", name="Message")
    box.fill("Half a thought")

    def choose(is_for_organizers):
        console.goto(place.address + "/organize/channels")
        card = console.locator("details.card", has=console.locator("summary", has_text="Corridor"))
        card.locator("summary").click()
        card.get_by_label("Only organizers write in it").set_checked(is_for_organizers)
        with console.expect_navigation():
            card.get_by_role("button", name="Change it").click()

    choose(True)
    for page in (ada, olga):
        page.get_by_text("Only organizers write here.").wait_for()
    expect(box).to_be_hidden()
    expect(olga.get_by_role("textbox", name="Message")).to_be_visible()
    ada.reload()
    expect(ada.get_by_text("Only organizers write here.")).to_be_visible()
    assert ada.get_by_role("link", name="Load the page again").count() == 0
    choose(False)
    ada.get_by_role("link", name="Load the page again").click()
    expect(box).to_have_value("Half a thought")
