"""Letters that the facilitator copies into their own mail: to invite somebody, and to remind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from assessment.domain.answered.assessment import AssessmentHeader, Respondent
from assessment.domain.workshop.response import Answering
from assessment.views.wording.workshop import reminders as words

SECONDS_AN_ANSWER = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter to one person; `note` tells the facilitator of the link in it, or that there is none."""

    text: str
    note: str


def letter(
    header: AssessmentHeader,
    person: Respondent,
    answering: Answering,
    link: str | None,
    deadline: datetime | None,
    local: Callable[[datetime], datetime] = lambda moment: moment,
) -> Letter:
    """The letter to a person. `link` is in it only where it was just made; it cannot be told again later."""
    until = None if deadline is None else local(deadline)
    lines = "\n\n".join(_lines(header, person, answering, link, until))
    return Letter(text=lines, note=words.NO_LINK_IN_IT if link is None else words.LINK_ONCE)


def circular(
    header: AssessmentHeader,
    deadline: datetime | None,
    local: Callable[[datetime], datetime] = lambda moment: moment,
) -> Letter:
    """One letter to all who have a link and are not done; it names nobody."""
    until = () if deadline is None else (words.until(local(deadline)),)
    ending = " ".join((*until, words.KEPT))
    lines = (words.greeting(None), words.asked(header.name, header.organisation), words.by_former_link(), ending)
    return Letter(text="\n\n".join(lines), note=words.TO_MANY)


def _lines(
    header: AssessmentHeader, person: Respondent, answering: Answering, link: str | None, until: datetime | None
) -> Iterator[str]:
    yield words.greeting(person.name)
    yield words.asked(header.name, header.organisation)
    left_count = answering.asked_count - answering.answered_count
    yield words.left(left_count) if answering.is_begun else words.takes(-(-left_count * SECONDS_AN_ANSWER // 60))
    yield words.by_former_link() if link is None else words.by_link(link)
    yield words.KEPT if until is None else f"{words.until(until)} {words.KEPT}"
