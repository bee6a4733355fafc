"""Every page, looked at by programs: accessible, inside its width, still, and free of errors."""

import http.client

import pytest
from conftest import violations
from pages import PAGES


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_no_page_violates_an_accessibility_rule_or_is_too_wide(server, visit, width, scheme):
    page = visit(server.address, width=width, scheme=scheme)
    found = {}
    for path in PAGES:
        page.goto(server.address + path)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        problems = violations(page)
        if problems or overflow > 0:
            found[path] = (problems, overflow)
    assert found == {}


# Two more widths are looked at above.
@pytest.mark.parametrize("width", [320, 768, 1024])
def test_no_page_is_wider_than_the_window(server, visit, width):
    page = visit(server.address, width=width)
    wide = {}
    for path in PAGES:
        page.goto(server.address + path)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if overflow > 0:
            wide[path] = overflow
    assert wide == {}


def test_nothing_moves_while_a_page_loads(server, visit):
    page = visit(server.address, width=360, height=740)
    page.context.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    moved = {}
    for path in PAGES:
        page.goto(server.address + path)
        page.wait_for_timeout(150)
        shift = page.evaluate("window.shift")
        if shift > 0.01:
            moved[path] = shift
    assert moved == {}


def test_nothing_is_loaded_from_another_host(server, visit):
    page = visit(server.address)
    foreign = set()
    page.on("request", lambda request: foreign.add(request.url) if not request.url.startswith((server.address, "data:", "blob:")) else None)
    for path in PAGES:
        page.goto(server.address + path)
    assert foreign == set()


def test_a_request_that_cannot_be_read_is_refused_with_a_policy_like_any_other(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request("BREWING", "/")
    answer = connection.getresponse()
    connection.close()
    assert answer.status == 400 and "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff" and answer.headers["Referrer-Policy"]
