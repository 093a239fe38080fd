"""What is due, for calendars: a day each, known by an id that stays the same from one file to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessment.domain.computed import Computed
from assessment.domain.planning.running import run_of
from assessment.views.board.lines import Line, action_lines, step_lines
from assessment.views.wording import board as words
from assessment.views.wording.pages.shared import PRODUCT


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """Something that is due on a day. `uid` names it in every calendar; `categories` are words to filter by."""

    uid: str
    day: date
    title: str
    description: str
    categories: tuple[str, ...]
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """A calendar as it is on a day."""

    name: str
    made_on: date
    product: str
    entries: tuple[CalendarEntry, ...]


def calendar_view(computed: Computed, day: date) -> CalendarView:
    """Steps with a day, and those actions for which somebody was named or a day was set, by day."""
    run, header = run_of(computed, day), computed.assessment.header
    steps = step_lines(computed, run)
    actions = [line for line in action_lines(computed, run) if line.is_set]
    entries = [_entry(header.id, line, line.due) for line in (*steps, *actions) if line.due is not None]
    return CalendarView(
        name=words.calendar_name(header.organisation, header.name),
        made_on=day,
        product=PRODUCT,
        entries=tuple(sorted(entries, key=lambda entry: (entry.day, entry.uid))),
    )


def _entry(assessment_id: str, line: Line, due: date) -> CalendarEntry:
    owner = line.owner or words.NOBODY
    stands = line.stands if line.stands and not line.is_done else ""
    return CalendarEntry(
        uid=f"{line.id}@{assessment_id}.plumbline",
        day=due,
        title=words.event(line.title, is_done=line.is_done),
        description=words.event_facts(owner, line.status, stands, line.note),
        categories=(words.CATEGORY_STEP if line.is_step else words.CATEGORY_ACTION,),
        is_done=line.is_done,
    )
