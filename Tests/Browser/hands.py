"""Two ways to operate a page: with a pointer, and with keys alone. What is meant is a locator, by its role and its name."""

# Whether what has the focus is in view, under nothing, and marked as what has it.
IS_SEEN = """() => {
  const at = document.activeElement;
  const box = [...at.getClientRects()].find(({ width, height }) => width > 1 && height > 1);
  if (!box || at === document.body) return false;
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, innerHeight / 2)];
  const on = document.elementFromPoint(x, y);
  const { outlineStyle, outlineWidth, opacity, visibility } = getComputedStyle(at);
  return Boolean(on && at.contains(on)) && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && Number(opacity) > 0 && visibility === 'visible';
}"""


def control(within, role, name):
    """What has a role and a name, which is whole unless it is a pattern."""
    return within.get_by_role(role, name=name, exact=True)


def is_at(target):
    """Whether what has the focus is among what was found."""
    return target.evaluate_all("found => found.some(one => one === document.activeElement)")


class Pointer:
    """Points at things, and types into what was pointed at."""

    def press(self, page, target):
        target.first.click()

    def follow(self, page, target):
        """Presses what leads to another page."""
        with page.expect_navigation():
            target.first.click()

    def write(self, page, target, text):
        """Goes to a field, and writes behind what is in it."""
        target.first.click()
        page.keyboard.press("Control+End")
        page.keyboard.type(text)


class Keys:
    """Has no pointer: goes from control to control by Tab, and sees where it is."""

    MOST = 300

    def reach(self, page, target):
        target.first.wait_for(state="attached")
        for key in ["Tab"] * self.MOST + ["Shift+Tab"] * self.MOST:
            if is_at(target):
                assert page.evaluate(IS_SEEN), f"nobody sees that the focus is at {target}"
                return
            page.keyboard.press(key)
        raise AssertionError(f"no way by Tab leads to {target}")

    def press(self, page, target):
        self.reach(page, target)
        page.keyboard.press("Enter")

    def follow(self, page, target):
        self.reach(page, target)
        with page.expect_navigation():
            page.keyboard.press("Enter")

    def write(self, page, target, text):
        self.reach(page, target)
        page.keyboard.press("Control+End")
        page.keyboard.type(text)
