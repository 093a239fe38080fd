"""What is due as an iCalendar file (RFC 5545): an event of a whole day each, which every calendar shows.

Events and not to-dos: common calendars leave out to-dos. They take no time of anybody's day (`TRANSPARENT`). A text has
no control characters but new lines and tabs, as the standard knows none. The same view gives the same bytes.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, vText

from assessment.views.board.calendar import CalendarEntry, CalendarView

VERSION = "2.0"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def calendar_bytes(view: CalendarView) -> bytes:
    """The file, lines folded and texts escaped as the standard wants them."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{view.product}//EN")
    calendar.add("version", VERSION)
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(_text(view.name)))  # of a property of its own the library escapes nothing
    stamp = datetime.combine(view.made_on, time.min, tzinfo=UTC)
    for entry in view.entries:
        calendar.add_component(_event(entry, stamp))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.day)
    if entry.day < date.max:  # without an end it is a day long too
        event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", _text(entry.title))
    event.add("description", _text(entry.description))
    event.add("categories", list(entry.categories))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED")
    return event


def _text(text: str) -> str:
    return _CONTROL.sub("", text)
