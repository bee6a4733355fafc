"""Moderators keep order in the rows of messages, without leaving the page and with the keyboard alone."""

import re

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
    assert again.evaluate("element => element === document.activeElement")
    mona.keyboard.press("Enter")
    row.get_by_text("Something rude").wait_for()
    row.get_by_role("button", name=re.compile("Mute for an hour ?: Bob Mensah")).focus()
    mona.keyboard.press("Enter")
    row.get_by_role("button", name="Muted for an hour").wait_for()
    assert mona.url.endswith(CORRIDOR)
    mona.goto(place.address + "/conduct/record")
    undo = mona.get_by_role("button", name=re.compile("Undo ?: mute Bob Mensah"))
    with mona.expect_navigation():
        undo.click()
    assert undo.count() == 0
