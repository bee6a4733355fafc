"""Moderators keep order in the rows of messages, without leaving the page and with the keyboard alone."""

import re

from conftest import wait_until
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


def test_a_mute_that_has_ended_is_offered_again_on_a_page_that_stays_open(place, person):  # noqa: F811
    bob, mona = person("bob"), person("mona")
    row = say(bob, "Muted for a while")
    mona.clock.install()
    mona.goto(place.address + CORRIDOR)
    offered = mona.locator("#" + row).get_by_role("button", name=re.compile("^Mute for an hour"))
    muted = mona.locator("#" + row).get_by_role("button", name=re.compile("^Muted"))

    def is_muted(words):
        expect(muted).to_have_text(words)
        expect(muted).to_have_attribute("aria-disabled", "true")
        expect(offered).to_have_count(0)

    offered.click()
    is_muted("Muted for an hour")
    mona.reload()
    is_muted("Muted")
    mona.clock.fast_forward("01:00:05")
    expect(muted).to_have_count(0)
    offered.click()
    is_muted("Muted for an hour")
    mona.clock.fast_forward("01:00:05")
    # Whoever pressed it is at it.
    expect(offered).to_be_focused()
    # That is told by the focus alone: in the log, it would be told of each row of that person.
    expect(offered).to_have_attribute("aria-live", "off")
    expect(muted).to_have_count(0)
    # On the server's clock neither has ended.
    for _ in range(2):
        undo_last(mona, place.address, "mute Bob Mensah")


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


def let_only_organizers_write(console, address, is_so):
    console.goto(address + "/organize/channels")
    card = console.locator("details.card", has=console.locator("summary", has_text="Corridor"))
    card.locator("summary").click()
    card.get_by_label("Only organizers write in it").set_checked(is_so)
    with console.expect_navigation():
        card.get_by_role("button", name="Change it").click()


def undo_last(moderator, address, what):
    moderator.goto(address + "/conduct/record")
    with moderator.expect_navigation():
        moderator.get_by_role("button", name=re.compile(f"Undo ?: {what}")).first.click()


def say(page, text):
    """Writes in the corridor; gives the id of the row."""
    page.goto(page.url.split("/account")[0] + CORRIDOR)
    page.get_by_role("textbox", name="Message").fill(text)
    page.keyboard.press("Enter")
    row = page.locator(".message", has_text=text).last
    row.wait_for()
    return row.get_attribute("id")


def test_an_open_page_takes_up_who_may_write(place, person):  # noqa: F811
    ada, olga, console = person("ada"), person("olga"), person("olga")
    for page in (ada, olga):
        page.goto(place.address + CORRIDOR)
    box = ada.get_by_role("textbox", name="Message")
    box.fill("Half a thought")
    let_only_organizers_write(console, place.address, True)
    for page in (ada, olga):
        page.get_by_text("Only organizers write here.").wait_for()
    expect(box).to_be_hidden()
    expect(olga.get_by_role("textbox", name="Message")).to_be_visible()
    # Nor is a box offered to who comes now, who then needs not come again.
    ada.reload()
    expect(ada.get_by_text("Only organizers write here.")).to_be_visible()
    expect(box).to_be_hidden()
    assert ada.get_by_role("link", name="Skip the messages").count() == 0
    let_only_organizers_write(console, place.address, False)
    expect(box).to_have_value("Half a thought")
    expect(ada.get_by_text("Only organizers write here.")).to_be_hidden()


def test_a_message_with_its_replies_takes_up_who_may_write(place, person):  # noqa: F811
    ada, mona, olga = person("ada"), person("mona"), person("olga")
    row = say(ada, "Who may reply to this?")
    ada.goto(place.address + "/messages/" + row.removeprefix("m-"))
    box = ada.get_by_role("textbox", name="Reply")
    box.fill("Half a reply")

    def is_kept_from(words):
        """What says so stands in place of the box, and has the focus."""
        ada.get_by_text(words).first.wait_for()
        expect(box).to_be_hidden()
        assert ada.evaluate("document.activeElement.matches('.is-thread p')")

    def is_let():
        expect(box).to_have_value("Half a reply")
        box.focus()

    mona.goto(place.address + CORRIDOR)
    mona.get_by_role("button", name="Close the channel").click()
    is_kept_from("A moderator has closed this channel.")
    mona.get_by_role("button", name="Open the channel again").click()
    is_let()
    mona.get_by_role("button", name="Slow down").click()
    ada.get_by_text("one message of each person in 30 seconds").wait_for()
    is_let()
    mona.get_by_role("button", name="End slow mode").click()
    expect(ada.get_by_text("one message of each person in 30 seconds")).to_be_hidden()
    let_only_organizers_write(olga, place.address, True)
    is_kept_from("Only organizers write here.")
    let_only_organizers_write(olga, place.address, False)
    is_let()
    mona.locator("#" + row).get_by_role("button", name=re.compile("Mute for an hour")).click()
    is_kept_from("A moderator has muted you in this channel until")
    undo_last(mona, place.address, "mute Ada Nwosu")
    # Whoever was at what said so is at the box.
    wait_until(ada, lambda: ada.evaluate("document.activeElement.closest('.composer') !== null"))
    is_let()


def test_who_may_not_react_reads_why_in_the_row_and_stays_on_the_page(place, person):  # noqa: F811
    # That it is refused is told in the console, too.
    bob, ada, mona = person("bob"), person("ada", is_watched=False), person("mona")
    row = say(bob, "React to this, if you can")
    ada.goto(place.address + CORRIDOR)
    mona.goto(place.address + "/people/" + ada.locator("[data-me]").get_attribute("data-me"))
    mona.get_by_role("button", name="Mute everywhere for an hour").click()
    ada.get_by_text("A moderator has muted you until").wait_for()
    line = ada.locator("#" + row)
    line.get_by_role("button", name=re.compile("^React to what")).click()
    ada.get_by_role("toolbar", name="Reactions").get_by_role("button", name="heart").click()
    expect(line.locator(".problem")).to_contain_text("A moderator has muted you")
    # What refers to the title of the page that was answered makes no sense here.
    expect(line.locator(".problem")).not_to_contain_text("Ask the organizers")
    assert ada.url.endswith(CORRIDOR) and line.locator("a.reaction").count() == 0
    undo_last(mona, place.address, "mute Ada Nwosu")


def test_who_is_muted_everywhere_reads_so_on_pages_that_are_open_and_writes_again_once_it_has_ended(place, person):  # noqa: F811
    ada, mona = person("ada"), person("mona")
    ada.clock.install()
    say(ada, "Something rude")
    me = ada.locator("[data-me]").get_attribute("data-me")
    box = ada.get_by_role("textbox", name="Message")
    box.fill("And another thing")
    mona.goto(place.address + "/people/" + me)
    mona.get_by_role("button", name="Mute everywhere for an hour").click()
    words = ada.get_by_text("A moderator has muted you until")
    words.wait_for()
    expect(box).to_be_hidden()
    assert ada.evaluate("document.activeElement.matches('.chat-log')")
    # The time is the reader's.
    assert re.search(r"until 10:\d\d\. You can read, and write again after that\.", words.inner_text())
    ada.clock.fast_forward("30:00")
    expect(words).to_be_visible()
    ada.clock.fast_forward("30:05")
    expect(words).to_be_hidden()
    expect(box).to_have_value("And another thing")
    # On the server's clock it has not ended.
    undo_last(mona, place.address, "mute Ada Nwosu")


def test_who_is_muted_reads_so_in_place_of_the_form_for_questions_and_asks_again_once_it_has_ended(place, person):  # noqa: F811
    ada, mona = person("ada"), person("mona")
    ada.goto(place.address + CORRIDOR)
    me = ada.locator("[data-me]").get_attribute("data-me")
    ada.clock.install()
    ada.goto(place.address + "/questions/keynotes/1")
    box = ada.get_by_label("Ask the speaker")
    box.fill("Half a question")
    mona.goto(place.address + "/people/" + me)
    mona.get_by_role("button", name="Mute everywhere for an hour").click()
    words = ada.get_by_text("A moderator has muted you until")
    words.wait_for()
    expect(box).to_be_hidden()
    assert ada.evaluate("document.activeElement.matches('.is-silence')")
    # The time is the reader's.
    assert re.search(r"until 10:\d\d\. You can read and vote, and ask again after that\.", words.inner_text())
    ada.clock.fast_forward("01:00:05")
    expect(words).to_be_hidden()
    expect(box).to_have_value("Half a question")
    expect(box).to_be_visible()
    # On the server's clock it has not ended.
    undo_last(mona, place.address, "mute Ada Nwosu")
