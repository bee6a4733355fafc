"""Every kind of page of the story conference."""

from conftest import HEROINE_PAPER

PAGES = [
    "/", "/schedule", "/schedule?day=2026-04-25&kind=workshop", "/papers", "/papers?show=titles", "/papers?q=speech", "/papers?q=nothingofthekind",
    f"/papers/{HEROINE_PAPER}", "/sessions", "/sessions/P2S2", "/keynotes", "/keynotes/1", "/workshops", "/workshops/W2", "/socials", "/socials/S1",
    "/tutorials", "/plenary", "/expos", "/sponsors", "/help", "/help?q=zone", "/committee", "/code-of-conduct", "/about", "/search?q=tone",
    "/plan", f"/plan?papers={HEROINE_PAPER}&sessions=P2S2,P2S4", "/zones", "/calendars", "/nowhere",
]
