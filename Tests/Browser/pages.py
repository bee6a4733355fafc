"""Every kind of page of the story conference; a session that is on, one that is over and one that is cancelled."""

from conftest import CANCELLED_SESSION, HEROINE_PAPER

PAGES = [
    "/", "/schedule", "/schedule?day=2026-04-25&kind=workshop", "/papers", "/papers?show=titles", "/papers?q=speech", "/papers?q=nothingofthekind",
    f"/papers/{HEROINE_PAPER}", "/sessions", "/sessions/P2S2", "/sessions/P1S1", f"/sessions/{CANCELLED_SESSION}", "/keynotes", "/keynotes/1", "/workshops", "/workshops/W2", "/socials", "/socials/S1",
    "/tutorials", "/tutorials/T1", "/plenary", "/plenary/opening", "/expos", "/expos/E1", "/sponsors", "/sponsors/rainwright", "/help", "/help?q=zone", "/committee", "/code-of-conduct", "/about", "/api", "/announcements", "/search", "/search?q=tone", "/search?q=nothingofthekind", "/papers?show=abstracts",
    "/plan", f"/plan?papers={HEROINE_PAPER}&sessions=P2S2,P2S4", "/zones", "/calendars", "/nowhere",
]
