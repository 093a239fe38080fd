"""What is due as an iCalendar file (RFC 5545): an event of a whole day each, which every calendar shows.

Events and not to-dos: common calendars leave out to-dos. They take no time of anybody's day (`TRANSPARENT`). The same
view gives the same bytes.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from assessment.views.board.calendar import CalendarEntry, CalendarView

VERSION = "2.0"


def calendar_bytes(view: CalendarView) -> bytes:
    """The file, lines folded and texts escaped as the standard wants them."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{view.product}//EN")
    calendar.add("version", VERSION)
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", view.name)
    stamp = datetime.combine(view.made_on, time.min, tzinfo=UTC)
    for entry in view.entries:
        calendar.add_component(_event(entry, stamp))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("description", entry.description)
    event.add("categories", list(entry.categories))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED")
    return event
