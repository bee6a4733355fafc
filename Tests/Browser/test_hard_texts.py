"""Texts as long, as foreign and as broken as they come."""

import pytest
from conftest import violations
from hard_conference import HARD_PAGES


@pytest.mark.parametrize("width", [320, 1440])
def test_no_text_is_too_long_or_too_foreign_for_a_page(hard, visit, width):
    page = visit(hard.address, width=width)
    found = {}
    for path in HARD_PAGES:
        page.goto(hard.address + path)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        problems = violations(page)
        if overflow > 0 or problems:
            found[path] = (overflow, problems)
    assert found == {}


def test_right_to_left_texts_begin_on_the_right_and_formulas_in_them_on_the_left(hard, visit):
    page = visit(hard.address)
    page.goto(hard.address + "/papers/arabic")
    for selector in ["h1", ".authors", ".prose"]:
        assert page.locator(f"main {selector}").first.evaluate("place => getComputedStyle(place).direction") == "rtl", selector
    formula = page.locator(".prose .katex")
    formula.wait_for()
    lefts = formula.locator(".katex-html .mord, .katex-html .mrel").evaluate_all("signs => signs.map((sign) => [sign.textContent, sign.getBoundingClientRect().left])")
    order = [text for text, left in sorted(lefts, key=lambda sign: sign[1])]
    assert order.index("p") < order.index("<")


def test_what_is_no_formula_stays_as_it_was_written(hard, visit):
    page = visit(hard.address)
    page.goto(hard.address + "/papers/broken")
    page.locator("h1 .katex").wait_for()
    assert r"$\frac{1$ and $\href{javascript:1}{x}$, whole" in page.locator("h1").inner_text()
    assert page.locator(".prose").first.inner_text() == r"$$\unknown$$, $5 and $6."
    assert page.locator("main [style*='#cc0000']").count() == 0
