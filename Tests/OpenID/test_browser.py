"""The way to a provider and back in a real browser, from one site to another."""

import pathlib
import re
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Server, Visitor, hatata
from playwright.sync_api import sync_playwright

sys.path.append(str(pathlib.Path(__file__).parent.parent / "Browser"))
from payloads import BROKEN, WATCH, packed  # noqa: E402


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_button_leads_there_and_back_signed_in(server, provider, chromium, scripts):
    """The provider is at localhost, the conference at 127.0.0.1: cookies go as between any two sites."""
    provider.mood()
    provider.knows("cross", email="ada@example.org", email_verified=True)
    context = chromium.new_context(java_script_enabled=scripts)
    page, complaints = context.new_page(), []
    # That a stream ended, as streams do when rights change, is said in the console, too.
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" and server.address in message.location["url"] and "INCOMPLETE_CHUNKED_ENCODING" not in message.text else None)
    page.goto(f"{server.address}/sign-in?back=/papers")
    page.get_by_role("button", name="Sign in with Other").press("Enter")
    page.wait_for_url(re.compile(f"http://localhost:{provider.port}/oauth2/authorize"))
    page.fill("input[name=sub]", "cross")
    page.get_by_role("button", name="Authorize").press("Enter")
    page.wait_for_url(re.compile(r"/papers|/conduct-acceptance"))
    if "/conduct-acceptance" in page.url:
        page.get_by_role("button", name="I will keep to it").press("Enter")
    page.wait_for_url(f"{server.address}/papers")
    page.goto(f"{server.address}/account")
    assert page.get_by_role("button", name="Untie Other").count() == 1
    page.get_by_role("button", name="Untie Other").press("Enter")
    page.wait_for_url(re.compile("/account#identities"))
    assert page.get_by_role("button", name="Tie Other to my account").count() == 1
    assert complaints == []
    context.close()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_pages_are_for_everybody(server, provider, chromium, width, scheme):
    provider.mood()
    provider.knows("nobody", name="Nobody")
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()

    def check(heading):
        assert page.get_by_role("heading", level=1).inner_text() == heading
        assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.goto(f"{server.address}/sign-in")
    check("Sign in")
    page.get_by_role("button", name="Sign in with Story ID").click()
    page.wait_for_url(re.compile(f":{provider.port}/"))
    page.fill("input[name=sub]", "nobody")
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(re.compile("/sign-in/openid/story/return"))
    check("One more step")
    page.reload()
    check("This sign-in has ended")
    context.close()


@pytest.fixture
def strangers(provider, tmp_path):
    """A server of its own: one client signs in so often, and no more, within ten minutes."""
    hatata("demo", "--data", tmp_path, "--papers", "5")
    server = Server(tmp_path, {"story": {"name": "Story ID", "issuer": provider.issuer, "client": "hatata"}})
    yield server
    server.stop()


def test_no_name_that_a_provider_gives_runs_on_a_page(strangers, provider, chromium):
    """People come in with payloads for names, and an organizer looks at the pages that name them."""
    provider.mood()
    server = strangers
    server.registration("open")
    names = packed(110, " ")[:8]
    for number, name in enumerate(names):
        provider.knows(f"pwn-{number}", name=name, email=f"pwn-{number}@example.net", email_verified=True)
        browser = Visitor(server)
        assert browser.sign_in(provider, f"pwn-{number}").status == 303, name
        assert browser.name, name
    server.registration("closed")
    ids = [row[0] for row in server.rows("SELECT id FROM accounts WHERE email LIKE 'pwn-%'")]
    assert len(ids) == len(names)
    context = chromium.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    told = hatata("organizer", "add", "Olga Organizer", "olga@example.org", "--data", server.data, "--address", server.address)
    page.goto(re.search(r"http://\S+/sign-in/link/\S+", told).group(0))
    page.locator("main").get_by_role("button", name="Sign in").click()
    if "/conduct-acceptance" in page.url:
        page.get_by_role("button", name="I will keep to it").click()
    shown = [f"{path}/{id}" for id in ids[:4] for path in ("/organize/people", "/people", "/conduct/people", "/report/people")]
    bad = []
    for path in ["/organize/people", "/organize/record", "/conduct/cases", *shown]:
        page.goto(server.address + path)
        bad += [(path, what) for what in page.evaluate("window.seen ?? []") + page.evaluate(BROKEN)]
    context.close()
    print(f"tried {len(names)} names on {len(shown) + 3} pages, ran {len(bad)}")
    assert bad == []
