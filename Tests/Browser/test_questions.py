"""Two people and a host in browsers of their own: asking, voting, reading aloud, the big screen."""

import re
import subprocess

import pytest
from conftest import BORDER, HATATA, HEROINE_PAPER, NOW, OUTLINE, Server, violations, wait_until
from playwright.sync_api import expect

KEYNOTE = "/questions/keynotes/1"


def hatata(*arguments):
    return subprocess.run([HATATA, *map(str, arguments)], check=True, capture_output=True, text=True, timeout=120).stdout


@pytest.fixture(scope="module")
def conference(tmp_path_factory):
    """A story conference with a few participants, on a server of its own. Nobody asks more than ten questions in ten minutes."""
    data = tmp_path_factory.mktemp("questions")
    hatata("demo", "--data", data, "--papers", "12", "--today", "2026-04-28")
    people = data / "first.csv"
    people.write_text("email,name\nada@example.org,Ada Nwosu\nben@example.org,Ben Mensah\nesi@example.org,Esi Boateng\nadaeze.okonkwo@example.org,Adaeze Okonkwo\n")
    hatata("people", "import", people, "--data", data)
    server = Server(data, NOW)
    server.data = data
    yield server
    server.stop()


@pytest.fixture
def sign_in(conference, visit):
    """A browser in which somebody is signed in: sign_in("ada@example.org", scripts=...)."""

    def enter(email, **settings):
        if email in ("chair@example.org", "host@example.org"):
            told = hatata("organizer", "add", f"Abeba {email[:5]}", email, "--data", conference.data, "--address", conference.address)
        else:
            told = hatata("people", "code", email, "--data", conference.data, "--address", conference.address)
        page = visit(re.search(r"http://\S+/sign-in/link/\S+", told).group(0), **settings)
        with page.expect_navigation():
            page.locator("main").get_by_role("button", name="Sign in").click()
        page.goto(conference.address + "/account")
        if "/conduct-acceptance" in page.url:
            with page.expect_navigation():
                page.get_by_role("button", name="I will keep to it").click()
        return page

    return enter


def ask(page, text):
    page.get_by_label("Ask the", exact=False).first.fill(text)
    answered = mark(page)
    page.get_by_role("button", name="Ask", exact=True).click()
    answered()
    # A formula may be set already, and is another text then.
    page.locator(".question-text", has_text=text.split("$")[0]).wait_for()


def mark(page):
    """Marks the part of the page that an answer replaces; what this gives waits for that. The stream alone may bring what is asked sooner."""
    page.locator(".questions[data-part-body]").first.evaluate("(body) => (body.id = 'before')")
    return lambda: page.locator("#before").wait_for(state="detached")


def test_a_vote_is_seen_by_the_other_and_what_is_taken_up_on_every_page(conference, sign_in):
    ada, ben, host, screen = (sign_in(email) for email in ("ada@example.org", "ben@example.org", "chair@example.org", "adaeze.okonkwo@example.org"))
    for page, path in [(ada, KEYNOTE), (ben, KEYNOTE), (host, KEYNOTE + "/host"), (screen, KEYNOTE + "/screen")]:
        page.goto(conference.address + path)
    ask(ada, "Does it hold for languages without tones?")
    row = ben.locator(".question", has_text="languages without tones")
    row.wait_for()
    ask(ben, "What would you do otherwise today?")
    row.locator("button.vote").click()
    expect(ada.locator(".question", has_text="languages without tones").locator(".vote-count")).to_have_text("2", timeout=30_000)
    assert row.locator("button.vote").get_attribute("aria-pressed") == "true"
    queued = host.locator(".queued", has_text="languages without tones")
    expect(queued.locator("[id^=votes-]")).to_have_text("2", timeout=30_000)
    queued.get_by_role("button", name="Take up").click()
    for page in (ada, ben):
        page.locator(".question.is-pinned", has_text="languages without tones").wait_for()
    # Rows do not move under who points at them or is within the list.
    ada.locator("[data-part-body] .question:first-child.is-pinned").wait_for()
    screen.locator("#pinned", has_text="languages without tones").wait_for()
    host.locator(".queued.is-pinned").get_by_role("button", name="Answered").click()
    for page in (ada, ben):
        page.locator(".question.is-live", has_text="languages without tones").get_by_text("Answered live").wait_for()
    screen.get_by_text("The next question comes here").wait_for()
    row.get_by_role("link", name="More").click()
    assert ben.get_by_role("button", name="Vote for it").count() == 0


def test_a_vote_that_the_server_does_not_hear_of_is_taken_back_with_a_word_beside_the_question(conference, sign_in):
    ada, ben = sign_in("ada@example.org"), sign_in("ben@example.org")
    path = "/questions/tutorials/T3"
    for page in (ada, ben):
        page.goto(conference.address + path)
    ask(ben, "Who hears of this vote?")
    row = ada.locator(".question", has_text="Who hears of this vote?")
    row.wait_for()
    button, problem = row.locator("button.vote"), row.get_by_text("The vote did not count. Try again.")
    ada.route("**/votes", lambda route: route.abort())
    for _ in range(2):
        button.click()
        expect(problem).to_be_visible()
        expect(button).to_have_attribute("aria-pressed", "false")
        expect(row.locator(".vote-count")).to_have_text("1")
    ada.unroute("**/votes")
    button.click()
    expect(problem).to_have_count(0)
    expect(row.locator(".vote-count")).to_have_text("2")
    expect(button).to_have_attribute("aria-pressed", "true")


def test_in_forced_colors_ones_own_vote_and_the_question_that_one_is_led_to_are_told_from_others(conference, sign_in):
    page = sign_in("ada@example.org")
    page.emulate_media(forced_colors="active")
    page.goto(conference.address + "/questions/expos/E1")
    ask(page, "Seen in forced colors?")
    row = page.locator(".question", has_text="Seen in forced colors?")
    button = row.locator("button.vote")
    expect(button).to_have_attribute("aria-pressed", "true")
    mine = button.evaluate(BORDER)
    button.click()
    page.mouse.move(0, 0)
    expect(button).to_have_attribute("aria-pressed", "false")
    assert button.evaluate(BORDER) != mine
    assert row.evaluate(OUTLINE) == "none"
    page.evaluate("(id) => { location.hash = id; }", row.get_attribute("id"))
    assert row.evaluate(OUTLINE) == "solid"


def test_what_a_link_in_the_queue_leads_to_is_waited_for_and_where_it_is_not_reached_the_queue_stays(conference, sign_in):
    page = sign_in("chair@example.org")
    path = "/questions/expos/E1"
    page.goto(conference.address + path)
    ask(page, "Reached at once?")
    page.goto(f"{conference.address}{path}/host")
    row, body = page.locator(".queued", has_text="Reached at once?"), page.locator("[data-part-body]")
    link, problem = row.get_by_role("link", name="Merge"), row.get_by_text("It could not be loaded. Nothing is lost: try again.")
    held = []
    page.route("**/merge", lambda route: held.append(route))
    link.click()
    wait_until(page, lambda: held)
    expect(body).to_have_attribute("aria-busy", "true")
    held.pop().abort()
    expect(problem).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="It could not be loaded.")).to_have_count(1)
    assert body.get_attribute("aria-busy") is None and page.url.endswith("/host")
    link.click()
    wait_until(page, lambda: held)
    held.pop().continue_()
    page.get_by_role("heading", name="Merge a question into another one").wait_for()
    expect(page.get_by_text("It could not be loaded.").and_(page.locator(".problem"))).to_have_count(0)
    assert page.url.endswith("/host")


def test_the_queue_is_worked_by_keys_alone(conference, sign_in):
    page = sign_in("chair@example.org")
    page.goto(conference.address + "/questions/keynotes/2")
    ask(page, "First by keys?")
    ask(page, "Second by keys?")
    page.goto(conference.address + "/questions/keynotes/2/host")
    page.keyboard.press("n")
    page.locator(".queued.is-pinned", has_text="First by keys?").wait_for()
    page.keyboard.press("n")
    page.locator(".queued.is-pinned", has_text="Second by keys?").wait_for()
    page.locator(".queued.is-live", has_text="First by keys?").wait_for(state="attached")
    page.keyboard.press("a")
    page.locator(".queued.is-live", has_text="Second by keys?").wait_for(state="attached")
    page.get_by_label("Show what is answered and dismissed").focus()
    page.keyboard.press("Space")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.locator(".queued.is-open").wait_for()
    page.keyboard.press("c")
    page.get_by_role("button", name="Take questions again").wait_for()
    page.keyboard.press("c")
    page.get_by_role("button", name="Take no more questions").wait_for()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Answer in writing").wait_for()


def test_on_a_phone_what_is_being_answered_is_in_view_with_its_buttons(conference, sign_in):
    page = sign_in("chair@example.org", width=375, height=740)
    path = "/questions/tutorials/T1"
    page.goto(conference.address + path)
    ask(page, "Does what you showed hold for languages without tones, and if so, which of the three corpora would you have to annotate anew to be sure of it?")
    page.goto(f"{conference.address}{path}/host")
    page.get_by_role("button", name="Next question").click()
    pinned = page.locator(".queued.is-pinned")
    pinned.get_by_role("button", name="Hide").wait_for()
    page.evaluate("scrollTo(0, 0)")
    edge = page.locator("nav.bar").bounding_box()["y"]
    ends = {way.inner_text(): way.bounding_box()["y"] + way.bounding_box()["height"] for way in pinned.locator("[data-ways] > *").all()}
    assert len(ends) == 6 and all(end <= edge for end in ends.values()), (ends, edge)


def test_duplicates_are_merged_from_the_queue_by_keys_alone(conference, sign_in):
    page = sign_in("host@example.org")
    path = "/questions/workshops/W1"
    page.goto(conference.address + path)
    ask(page, "How many annotators were trained for this?")
    ask(page, "Something else altogether?")
    ask(page, "How were those annotators trained?")
    page.goto(f"{conference.address}{path}/host")
    page.locator(".queued", has_text="How were those").focus()
    page.keyboard.press("m")
    first = page.get_by_role("radio", name="How many annotators were trained for this?")
    first.wait_for()
    page.wait_for_function("() => document.activeElement.type === 'radio'")
    assert first.is_checked() and page.url.endswith("/host")
    assert page.get_by_role("group", name="Similar open questions").get_by_role("radio").count() == 1
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.activeElement.textContent.includes('How were those')")
    page.keyboard.press("m")
    page.wait_for_function("() => document.activeElement.type === 'radio'")
    page.keyboard.press("Enter")
    page.locator("[data-part-body] .notice", has_text="Merged; each voter has one vote for both.").wait_for()
    page.wait_for_function("() => document.activeElement.closest('.queued')?.textContent.includes('How many')")
    assert page.locator(".queued:visible").count() == 2
    # The queue is followed again.
    other = sign_in("ada@example.org")
    other.goto(conference.address + path)
    ask(other, "One more by then?")
    page.locator(".queued", has_text="One more by then?").wait_for()


def test_moderators_who_come_to_the_queue_from_a_merge_hide_questions_in_it(conference, sign_in):
    page = sign_in("chair@example.org")
    path = "/questions/keynotes/3"
    page.goto(conference.address + path)
    ask(page, "To be merged, or to be hidden?")
    page.goto(f"{conference.address}{path}/host")
    page.goto(conference.address + page.locator(".queued [data-focus=merge]").first.get_attribute("href"))
    page.get_by_role("link", name="Back to the queue").click()
    page.locator(".queued").first.get_by_role("button", name="Hide").wait_for()


def test_nobody_is_offered_to_report_what_they_asked(conference, sign_in):
    chair, ben = sign_in("chair@example.org"), sign_in("ben@example.org")
    path = "/questions/keynotes/3"
    for page in (chair, ben):
        page.goto(conference.address + path)
    ask(chair, "Asked by the chair alone?")
    ben.locator(".question", has_text="Asked by the chair").get_by_role("link", name="Report").wait_for()
    row = chair.locator(".question", has_text="Asked by the chair")
    expect(row.get_by_role("link", name="Answer")).to_be_visible()
    expect(row.get_by_role("link", name="Report")).to_have_count(0)
    chair.goto(f"{conference.address}{path}/host")
    queued = chair.locator(".queued", has_text="Asked by the chair")
    expect(queued.get_by_role("link", name="More")).to_be_visible()
    expect(queued.get_by_role("link", name="Report")).to_have_count(0)


def test_what_is_typed_while_a_question_is_on_its_way_stays_in_the_box(conference, sign_in):
    page = sign_in("esi@example.org")
    path = f"/questions/papers/{HEROINE_PAPER}"
    page.goto(conference.address + path)
    held = hold(page, path)
    box = page.get_by_label("Ask the", exact=False).first
    box.fill("One at a time?")
    answered = mark(page)
    page.get_by_role("button", name="Ask", exact=True).click()
    wait_until(page, lambda: held)
    box.fill("And the next one")
    page.get_by_label("At minute").fill("0:03")
    held.pop().continue_()
    answered()
    assert box.input_value() == "And the next one"
    assert page.get_by_label("At minute").input_value() == "0:03"
    answered = mark(page)
    page.get_by_role("button", name="Ask", exact=True).click()
    wait_until(page, lambda: held)
    held.pop().continue_()
    answered()
    page.locator(".question", has_text="And the next one").locator("[data-moment='3']").wait_for()
    assert box.input_value() == ""


@pytest.mark.parametrize("width", [360, 1440])
def test_the_ways_of_hosts_stand_in_one_row_of_the_head(conference, sign_in, width):
    author = sign_in("adaeze.okonkwo@example.org", width=width)
    author.goto(f"{conference.address}/questions/papers/{HEROINE_PAPER}")
    ways = author.locator("main").get_by_role("link", name=re.compile("^(Host's view|Big screen)$"))
    expect(ways).to_have_text(["Host's view", "Big screen"])
    boxes = [way.bounding_box() for way in ways.all()]
    assert boxes[0]["y"] == boxes[1]["y"] and boxes[1]["x"] + boxes[1]["width"] <= width


def test_an_author_answers_from_the_row_of_a_question(conference, sign_in):
    ben, author = sign_in("ben@example.org"), sign_in("adaeze.okonkwo@example.org")
    ben.goto(f"{conference.address}/questions/papers/{HEROINE_PAPER}")
    ask(ben, "Who answers from the row?")
    author.goto(f"{conference.address}/papers/{HEROINE_PAPER}")
    author.locator("[data-part^='/questions']").scroll_into_view_if_needed()
    expect(author.get_by_role("link", name="Host's view")).to_be_visible()
    row = author.locator(".question", has_text="Who answers from the row?")
    with author.expect_navigation():
        row.get_by_role("link", name=re.compile("^Answer")).click()
    assert author.url.endswith("#answer")
    author.locator("#answer").fill("The author does.")
    author.get_by_role("button", name="Answer", exact=True).click()
    author.get_by_text("Answered; whoever sees the question sees it.").wait_for()
    answered = ben.locator(".question.is-written", has_text="Who answers from the row?")
    expect(answered.get_by_role("link", name="More")).to_be_visible()


WAYS = """
  () => {
    const make = () => {
      const part = document.createElement("div");
      part.innerHTML = '<form data-draft="/of-a-test"><textarea></textarea><input type="radio" name="way" value="a"><input type="radio" name="way" value="b"></form>';
      document.querySelector("main").append(part);
      document.dispatchEvent(new CustomEvent("hatata:swapped", { detail: part }));
      return part.firstElementChild;
    };
    const form = make();
    form.elements.way.value = "a";
    const box = form.querySelector("textarea");
    box.value = "Half a thought";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    form.remove();
    return make().elements.way.value;
  }
"""


def test_of_several_ways_the_one_that_was_chosen_is_kept_with_what_was_typed(conference, sign_in):
    page = sign_in("ada@example.org")
    page.goto(conference.address + KEYNOTE)
    assert page.evaluate(WAYS) == "a"


def hold(page, path):
    """Holds what the page sends to a path."""
    held = []
    page.route(f"**{path}", lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    return held


def test_what_came_while_an_answer_was_on_its_way_is_told_again(conference, sign_in):
    ada, ben = sign_in("ada@example.org"), sign_in("ben@example.org")
    path = "/questions/workshops/W1"
    for page in (ada, ben):
        page.goto(conference.address + path)
    held = hold(ada, path)
    ada.get_by_label("Ask the", exact=False).first.fill("Rendered early, shown late?")
    answered = mark(ada)
    ada.get_by_role("button", name="Ask", exact=True).click()
    wait_until(ada, lambda: held)
    # The answer is made now, and comes when the page knows more than it.
    early = held[0].fetch()
    ask(ben, "Asked in between?")
    ada.locator(".question-text", has_text="Asked in between?").wait_for()
    held[0].fulfill(response=early)
    answered()
    ada.locator(".question-text", has_text="Asked in between?").wait_for()
    ada.locator(".question-text", has_text="Rendered early, shown late?").wait_for()


def test_keys_that_are_pressed_faster_than_the_server_answers_are_all_taken_in_their_order(conference, sign_in):
    page = sign_in("host@example.org")
    path = "/questions/keynotes/5"
    page.goto(conference.address + path)
    ask(page, "First in a hurry?")
    ask(page, "Second in a hurry?")
    page.goto(f"{conference.address}{path}/host")
    (held, sent) = ([], [])

    def hold_the_first(route):
        if route.request.method == "POST":
            sent.append(re.search("(next|close)=1", route.request.post_data).group(1))
        if sent == ["next"] and not held:
            held.append(route)
        else:
            route.continue_()

    page.route("**/host", hold_the_first)
    page.locator("#queue > li").first.focus()
    for key in ["n", "n", "c"]:
        page.keyboard.press(key)
    wait_until(page, lambda: held)
    assert sent == ["next"]
    held[0].continue_()
    page.get_by_role("button", name="Take questions again").wait_for()
    page.locator(".queued.is-pinned", has_text="First in a hurry?").wait_for()
    assert sent == ["next", "close"], "what was pressed twice before an answer is taken once"
    page.reload()
    assert page.locator(".queued.is-pinned", has_text="First in a hurry?").count() == 1
    assert page.get_by_role("button", name="Take questions again").is_visible()


def test_a_host_whose_page_is_behind_skips_no_question(conference, sign_in):
    (one, other) = (sign_in("chair@example.org"), sign_in("chair@example.org"))
    path = "/questions/keynotes/4"
    one.goto(conference.address + path)
    ask(one, "First of two hosts?")
    ask(one, "Second of two hosts?")
    other.route("**/live?*", lambda route: route.abort())
    for page in (one, other):
        page.goto(f"{conference.address}{path}/host")
    one.keyboard.press("n")
    one.locator(".queued.is-pinned", has_text="First of two hosts?").wait_for()
    other.keyboard.press("n")
    other.locator(".queued.is-pinned", has_text="First of two hosts?").wait_for()
    assert other.locator(".queued.is-live").count() == 0
    other.keyboard.press("n")
    other.locator(".queued.is-pinned", has_text="Second of two hosts?").wait_for()
    # By live updates alone, one's page knows what it is after now.
    one.locator(".queued.is-pinned", has_text="Second of two hosts?").wait_for()
    one.keyboard.press("n")
    one.locator("[data-part-body] .notice", has_text="Nothing is open just now.").wait_for()


def test_a_hosts_page_that_stays_open_says_when_it_begins_how_long_it_is_on_and_that_it_is_over(conference, sign_in):
    page = sign_in("chair@example.org")
    page.clock.install()
    # From 14:00 to 15:00 UTC; the server's day began at half past eight, and goes on.
    page.goto(conference.address + "/questions/expos/E2/host")
    time = page.locator(".host-time:visible")
    expect(time).to_have_text(re.compile("^It begins Tue 28 Apr, 15:00 in 5 h"))
    page.clock.fast_forward("05:30:00")
    expect(time).to_have_text(re.compile("^On now until 16:00, ([1-5]?[0-9] min|1 h) left$"))
    page.clock.fast_forward("01:00:00")
    expect(time).to_have_text(re.compile("^It is over"))


def test_a_page_that_is_open_takes_up_the_first_questions_and_whether_one_may_ask_without_a_name(conference, sign_in):
    ada, console, ben = sign_in("ada@example.org"), sign_in("host@example.org"), sign_in("ben@example.org")
    path = "/questions/tutorials/T2"
    for page in (ada, ben):
        page.goto(conference.address + path)
    orders, nameless = ada.get_by_role("navigation", name="Order"), ada.get_by_label("Without my name")
    ask(ben, "The first of two?")
    ada.locator(".question", has_text="The first of two?").wait_for()
    expect(orders).to_be_hidden()
    ask(ben, "The second of two?")
    expect(orders).to_be_visible()
    expect(nameless).to_be_hidden()
    rule = "One may ask without one's name"
    console.goto(conference.address + "/organize/questions")

    def let(is_allowed):
        console.get_by_label(rule).set_checked(is_allowed)
        with console.expect_navigation():
            console.get_by_role("button", name="Save", exact=True).click()

    let(True)
    nameless.check()
    # What was chosen is not taken back unseen.
    let(False)
    expect(ada.get_by_text("Others see your name.", exact=True)).to_be_visible()
    expect(nameless).to_be_checked()
    nameless.uncheck()
    expect(nameless).to_be_hidden()


def test_what_was_typed_outlives_a_reload_and_what_is_asked_already_is_shown(conference, sign_in):
    page = sign_in("ada@example.org")
    page.goto(conference.address + "/questions/workshops/W2")
    ask(page, "How were the annotators trained?")
    field = page.get_by_label("Ask the organizers")
    field.fill("how did you train annotators")
    page.locator("#ask-similar a", has_text="How were the annotators trained?").wait_for()
    page.reload()
    assert page.get_by_label("Ask the organizers").input_value() == "how did you train annotators"
    answered = mark(page)
    page.get_by_role("button", name="Ask", exact=True).click()
    answered()
    page.locator(".question-text", has_text="how did you train").wait_for()
    assert page.get_by_label("Ask the organizers").input_value() == ""
    host = sign_in("chair@example.org")
    host.goto(conference.address + "/questions/workshops/W2/host")
    host.locator(".queued", has_text="How were the annotators trained?").get_by_role("button", name="Answered").click()
    page.locator(".question.is-live", has_text="How were the annotators trained?").wait_for()
    page.get_by_label("Ask the organizers").fill("were annotators trained")
    page.locator("#ask-similar", has_text=re.compile("Vote for it instead:.*Answered already:.*How were")).wait_for()


def test_questions_stand_beside_a_paper_and_lead_into_its_talk(conference, sign_in):
    page = sign_in("ada@example.org")
    page.goto(f"{conference.address}/papers/{HEROINE_PAPER}")
    page.locator("[data-part^='/questions']").scroll_into_view_if_needed()
    ask(page, "Why borrow, at 0:02 of the talk?")
    assert page.url.endswith(f"/papers/{HEROINE_PAPER}")
    page.locator(".question [data-moment='2']").first.click()
    page.wait_for_function("() => document.querySelector('.player video')?.currentTime >= 2")


def test_a_part_that_comes_from_a_server_that_was_updated_meanwhile_runs_no_script_twice(conference, sign_in):
    page, (path, fetched) = sign_in("ada@example.org"), (f"/questions/papers/{HEROINE_PAPER}", [])

    def update(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub("/assets/[^/]+/", "/assets/another/", answer.text()))

    page.route(f"**{path}", update)
    page.on("request", lambda request: fetched.append(request.url) if request.resource_type == "script" else None)
    page.goto(f"{conference.address}/papers/{HEROINE_PAPER}")
    page.locator("[data-part^='/questions']").scroll_into_view_if_needed()
    page.get_by_role("button", name="Ask", exact=True).wait_for()
    wait_until(page, lambda: any(url.endswith("/js/questions.js") for url in fetched))
    assert not any("/assets/another/" in url for url in fetched)
    star = page.locator(f".title-page [data-save='papers:{HEROINE_PAPER}']")
    star.click()
    expect(star).to_have_text("Saved")


def test_a_question_is_reported_and_hidden_in_its_row_and_shown_again(conference, sign_in):
    ada, ben, chair = sign_in("ada@example.org"), sign_in("ben@example.org"), sign_in("chair@example.org")
    path = "/questions/keynotes/6"
    for page in (ada, ben, chair):
        page.goto(conference.address + path)
    ask(ben, "Something rude?")
    ask(ada, "Something polite?")
    row = ada.locator(".question", has_text="Something rude?")
    row.wait_for()
    assert ada.get_by_role("button", name="Hide").count() == 0
    with ada.expect_navigation():
        row.get_by_role("link", name="Report").click()
    with ada.expect_navigation():
        ada.get_by_role("button", name="Send the report").click()
    assert "/reports/" in ada.url
    ada.goto(conference.address + path)
    # By keys, without leaving the page, also in a row that came by the stream.
    chair.get_by_label("Ask the", exact=False).first.fill("What is typed meanwhile")
    hide = chair.get_by_role("button", name=re.compile("Hide ?: Something polite"))
    hide.focus()
    chair.keyboard.press("Enter")
    ada.locator(".question", has_text="Something polite?").wait_for(state="detached")
    again = chair.get_by_role("button", name=re.compile("Show again ?: Something polite"))
    again.focus()
    assert chair.get_by_label("Ask the", exact=False).first.input_value() == "What is typed meanwhile"
    chair.keyboard.press("Enter")
    ada.locator(".question", has_text="Something polite?").wait_for()
    chair.locator(".question", has_text="Something polite?").wait_for()
    again.wait_for(state="detached")
    assert chair.url.endswith(path)
    chair.goto(f"{conference.address}{path}/host")
    chair.locator(".queued", has_text="Something polite?").get_by_role("button", name="Hide").click()
    chair.get_by_role("button", name=re.compile("Show again ?: Something polite")).wait_for()
    assert violations(chair) == []
    chair.get_by_role("button", name=re.compile("Show again ?: Something polite")).click()
    chair.locator(".queued", has_text="Something polite?").wait_for()


@pytest.mark.parametrize("path", [KEYNOTE])
def test_without_scripts_one_asks_votes_and_hosts_by_forms(conference, sign_in, path):
    ada, host = sign_in("esi@example.org", scripts=False), sign_in("chair@example.org", scripts=False)
    ada.goto(conference.address + path)
    ask(ada, "Without scripts?")
    host.goto(conference.address + path)
    host.locator(".question", has_text="Without scripts?").locator("button.vote").click()
    assert host.locator(".question", has_text="Without scripts?").locator(".vote-count").inner_text() == "2"
    ask(ada, "Also without scripts?")
    host.goto(conference.address + path + "/host")
    host.locator(".queued", has_text="Also without scripts?").get_by_role("link", name="Merge").click()
    host.get_by_role("radio", name="Without scripts?").first.check()
    host.get_by_role("button", name="Merge").click()
    assert host.url.endswith(path + "/host?done=merged")
    host.locator(".queued:not(.is-done)", has_text="Without scripts?").get_by_role("button", name="Take up").click()
    assert "Without scripts?" in host.locator(".queued.is-pinned").inner_text()
    ada.reload()
    assert "Without scripts?" in ada.locator(".question.is-pinned").inner_text()
    ada.goto(f"{conference.address}/papers/{HEROINE_PAPER}")
    ada.get_by_role("link", name="Questions", exact=True).click()
    ada.get_by_role("heading", name="Questions", level=1).wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_no_page_of_questions_violates_an_accessibility_rule_or_is_too_wide(conference, sign_in, width, scheme):
    page = sign_in("host@example.org", width=width, scheme=scheme)
    page.goto(conference.address + "/questions/keynotes/3")
    ask(page, f"A question {scheme} {width} that is longer than most, with $x^2$ and averyverylongwordthatdoesnotendandgoesonandonandonandon in it?")
    one = page.locator(".question [data-ways] a[href^='/question/']").first.get_attribute("href")
    found = {}
    for path in ["/questions/keynotes/3", "/questions/keynotes/3/host", "/questions/keynotes/3/screen", one, one.split("#")[0] + "/merge", "/organize/questions", "/organize/questions?fewer=2", "/questions/keynotes/4", f"/papers/{HEROINE_PAPER}"]:
        page.goto(conference.address + path)
        problems = violations(page)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if problems or overflow > 0:
            found[path] = (problems, overflow)
    assert found == {}
