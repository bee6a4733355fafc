"""Calendars as calendar programs read them."""

from conftest import SHARED
from icalendar import Calendar


def events(text):
    return {(str(event["summary"]), event.decoded("dtstart"), event.decoded("dtend")) for event in Calendar.from_ical(text).walk("VEVENT")}


def test_the_times_of_iclr_are_those_of_its_published_calendar(iclr):
    ours = events(iclr.get("/calendars/all.ics").text)
    published = events((SHARED / "iclr2020/calendar.ics").read_text())
    posters = {times for title, *times in published if title.startswith("Poster") for times in [tuple(times)]}
    questions = {times for title, *times in published if title.startswith("Live Q&A") for times in [tuple(times)]}
    assert len(posters) == 20 and len(questions) == 8
    assert {(start, end) for title, start, end in ours if title.startswith("Poster session")} == posters
    assert {(start, end) for title, start, end in ours if title.startswith("Live Q&A")} == questions


def test_every_calendar_is_one_that_programs_read(server):
    for path in ["/calendars/all.ics", "/calendars/poster.ics", "/calendars/social.ics", "/sessions/P2S2.ics", "/papers/hT7borrowD.ics", "/calendars/plan.ics?sessions=P2S2&papers=hT7borrowD"]:
        answer = server.get(path)
        assert answer.headers["Content-Type"].startswith("text/calendar"), path
        assert "\r\n" in answer.text and all(len(line.encode()) <= 75 for line in answer.text.split("\r\n"))
        calendar = Calendar.from_ical(answer.text)
        items = calendar.walk("VEVENT")
        assert items, path
        assert len({str(item["uid"]) for item in items}) == len(items)
        for item in items:
            assert {"DTSTAMP", "SEQUENCE", "LAST-MODIFIED", "STATUS"} <= set(item.keys())
            assert item.decoded("dtend") > item.decoded("dtstart")
