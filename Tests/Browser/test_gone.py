"""What a page may not follow, or not any more: it is told of the rest, and does not ask again and again."""

FOLLOW = """
  (topics) => {
    const part = document.createElement("div");
    part.dataset.topics = topics;
    document.querySelector("main").append(part);
    document.dispatchEvent(new CustomEvent("hatata:swapped", { detail: part }));
  }
"""
# Whatever was under way on the page before has had its answer, too.
ROUND = "() => fetch('/health/live').then((answer) => answer.text())"
CLOSED = "chat/general/corridor"


def live(page):
    page.locator("html[data-live=here]").wait_for(state="attached")


def test_what_may_not_be_followed_is_said_and_forgotten_while_the_rest_is_told(server, visit):
    page = visit(server.address + "/")
    live(page)
    page.evaluate(FOLLOW, CLOSED)
    page.get_by_role("status").filter(has_text="Nothing new is shown here any more").wait_for()
    assert page.locator("html").get_attribute("data-topics") == "announcements"
    assert page.locator("main [data-topics]").last.get_attribute("data-topics") == ""
    with page.expect_request("**/live?*") as asked:
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert "topics=announcements&" in asked.value.url
    live(page)


def test_who_is_refused_everything_is_told_and_asks_no_more_until_the_page_follows_something_else(server, chromium):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(server.address + "/")
    live(page)
    asked = []
    page.on("request", lambda request: asked.append(request.resource_type) if "/live?" in request.url else None)
    page.evaluate("document.documentElement.dataset.topics = ''")
    with page.expect_response(lambda answer: "/live?" in answer.url and answer.request.resource_type == "fetch") as refusal:
        page.evaluate(FOLLOW, CLOSED)
    assert refusal.value.status == 401
    page.get_by_role("status").filter(has_text="Nothing new is shown here any more").wait_for()
    assert page.locator("main [data-topics]").last.get_attribute("data-topics") == ""
    page.evaluate(ROUND)
    page.evaluate("dispatchEvent(new Event('online'))")
    page.evaluate(ROUND)
    assert asked == ["eventsource", "fetch"]
    page.evaluate(FOLLOW, "announcements")
    live(page)
    context.close()
