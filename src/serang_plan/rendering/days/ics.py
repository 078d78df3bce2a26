"""Days as iCalendar (RFC 5545): each a whole day, and the same name for the same thing on every day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from serang_plan.page import Event, Page
from serang_plan.wording import escape_invisible

_PROGRAM = "-//serang-plan//ID"


def render(page: Page, events: Sequence[Event]) -> bytes:
    """Return the days as one calendar; it is stamped with the page's date, and no clock is looked at."""
    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", escape_invisible(page.title))
    stamped = datetime.combine(page.as_of, time(), UTC) if page.as_of else None
    for event in events:
        entry = Entry()
        entry.add("uid", escape_invisible(event.name))
        if stamped:
            entry.add("dtstamp", stamped)
        entry.add("dtstart", event.day)
        entry.add("dtend", event.day + timedelta(days=1))
        entry.add("summary", escape_invisible(event.title))
        if event.details:
            lines = map(escape_invisible, event.details.split("\n"))
            entry.add("description", "\n".join(lines))
        if event.place:
            entry.add("location", escape_invisible(event.place))
        entry.add("transp", "TRANSPARENT")
        calendar.add_component(entry)
    return bytes(calendar.to_ical())
