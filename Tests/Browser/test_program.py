"""The organizers' console for the program: accessible, inside its width, and complete without scripts."""

import json
import re
import subprocess

import pytest
from conftest import HATATA, NOW, Server, violations

PAGES = [
    "/organize/program", "/organize/program?kind=session", "/organize/program/changes", "/organize/program/clashes",
    "/organize/program/entry?of=session&id=B1a", "/organize/program/entry?of=paper&id=hT7borrowD",
    "/organize/program/entry?of=event&id=expo/E1", "/organize/program/entry?of=session", "/organize/import",
]
KINDS = ["sponsor", "answer", "member", "theme"]


@pytest.fixture(scope="module")
def console(tmp_path_factory):
    """A server with the story, and a browser's state in which an organizer is signed in."""
    data = tmp_path_factory.mktemp("console")
    subprocess.run([HATATA, "demo", "--data", str(data), "--today", "2026-04-28"], check=True, stdout=subprocess.DEVNULL)
    server = Server(data, NOW)
    yield server, data
    server.stop()


@pytest.fixture(scope="module")
def signed_in(console, chromium):
    server, data = console
    added = subprocess.run(
        [HATATA, "organizer", "add", "Abeba Chair", "chair@example.org", "--data", str(data), "--address", server.address],
        check=True, capture_output=True, text=True,
    )
    link = next(line for line in added.stdout.splitlines() if line.startswith(server.address))
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(link)
    page.click("main form button[type=submit]")
    if "conduct" in page.url:
        for box in page.query_selector_all("main input[type=checkbox]"):
            box.check()
        page.click("main form button[type=submit]")
    state = context.storage_state()
    context.close()
    return state


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_no_page_of_the_console_violates_a_rule_or_is_too_wide(console, signed_in, chromium, width, scheme):
    context = chromium.new_context(storage_state=signed_in, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    found, paths = {}, list(PAGES)
    for kind in KINDS:
        page.goto(f"{console[0].address}/organize/program?kind={kind}")
        paths += [f"/organize/program/entry?of={kind}", page.locator(".rows a").first.get_attribute("href")]
    page.goto(console[0].address + "/organize/program")
    paths.append(page.get_by_role("link", name="Days, zone and texts of the conference").get_attribute("href"))
    for path in paths:
        assert page.goto(console[0].address + path).status == 200, path
        problems = violations(page)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if problems or overflow > 0:
            found[path] = (problems, overflow)
    context.close()
    assert found == {}


def test_a_paper_is_edited_by_keyboard_without_scripts_and_the_edit_is_undone(console, signed_in, chromium):
    context = chromium.new_context(storage_state=signed_in, java_script_enabled=False)
    page = context.new_page()
    page.goto(console[0].address + "/organize/program?q=hT7borrowD")
    page.get_by_role("listitem").filter(has_text="paper hT7borrowD").get_by_role("link").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/entry?of=paper*")
    old = page.get_by_label("Title").input_value()
    page.get_by_label("Title").fill("Edited by keyboard")
    page.keyboard.press("Enter")
    page.wait_for_url("**&done=saved")
    assert "Edited by keyboard" in console[0].get("/papers/hT7borrowD").text
    page.goto(console[0].address + "/organize/program")
    page.get_by_role("button", name="Undo change 1").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**done=undo")
    assert "Edited by keyboard" not in console[0].get("/papers/hT7borrowD").text
    page.goto(console[0].address + "/organize/program/entry?of=paper&id=hT7borrowD")
    assert page.get_by_label("Title").input_value() == old
    context.close()


def test_a_speaker_writes_about_the_own_keynote_without_scripts_and_at_360_pixels(console, chromium):
    server, data = console
    event = json.loads(subprocess.run([HATATA, "program", "show", "event", "keynote/1", "--json", "--data", str(data)], check=True, capture_output=True, text=True).stdout)
    event["people"][0]["email"] = "speaker@example.org"
    subprocess.run([HATATA, "program", "set", "event", "keynote/1", f"people={json.dumps(event['people'])}", "--data", str(data)], check=True)
    people = data / "speaker.csv"
    people.write_text("email,name\nspeaker@example.org,Sara Speaker\n")
    subprocess.run([HATATA, "people", "import", str(people), "--data", str(data)], check=True, stdout=subprocess.DEVNULL)
    said = subprocess.run([HATATA, "people", "code", "speaker@example.org", "--data", str(data)], check=True, capture_output=True, text=True).stdout
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(server.address + "/sign-in/link/" + re.search(r"/sign-in/link/(\S+)", said)[1])
    page.get_by_role("button", name="Sign in").click()
    if "/conduct-acceptance" in page.url:
        page.get_by_role("button", name="I will keep to it").click()
    page.goto(server.address + "/account")
    page.get_by_role("link", name=f"Edit {event['title']}").click()
    page.get_by_label("Description").fill("All about **looms**.")
    page.get_by_role("button", name="Look at it first").click()
    page.locator("strong", has_text="looms").wait_for()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("status").filter(has_text="Saved").wait_for()
    assert "<strong>looms</strong>" in server.get("/keynotes/1").text
    context.close()
