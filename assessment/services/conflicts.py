"""What the store found outdated, as a conflict in words: what it is called, theirs and yours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from assessment.domain.answered.assessment import Respondent
from assessment.domain.authored.framework import Framework
from assessment.domain.workshop.room import Room
from assessment.errors import Conflict
from assessment.store import Outdated, OutdatedHeader, OutdatedName, OutdatedRoom, OutdatedWhole, Writer
from assessment.views.conflicts import Teller
from assessment.views.wording import conflicts as words


@contextmanager
def conflicts_told(writer: Writer, assessment_id: str, framework: Framework) -> Iterator[None]:
    """Raise Conflict for what is outdated in one assessment; the names are read within its transaction."""
    try:
        yield
    except Outdated as error:
        teller = Teller(
            framework=framework,
            respondents=tuple(one.entry for one in writer.entries(assessment_id, Respondent)),
        )
        theirs, yours = teller.both(error.theirs, error.yours)
        theirs = words.with_answers(theirs, error.their_count)
        what = teller.thing(error.model, error.key, error.theirs or error.yours)
        raise Conflict(what, theirs, yours, error.version) from error
    except OutdatedHeader as error:
        teller = Teller(framework=framework, respondents=())
        raise Conflict(words.HEADER, *teller.fields(error.theirs, error.yours), error.version) from error
    except OutdatedRoom as error:
        raise Conflict(words.ROOM, _room_now(framework, error.theirs), words.ROOM_AS_SEEN, error.theirs.step) from error
    except OutdatedWhole as error:
        what = words.called_assessment(error.name)
        raise Conflict(what, words.changes_since(error.change_count), words.AS_SEEN, error.version) from error


@contextmanager
def name_conflicts_told() -> Iterator[None]:
    """Raise Conflict for an organisation or unit that is not called what it was."""
    try:
        yield
    except OutdatedName as error:
        what = words.name_of(error.kind, error.theirs)
        raise Conflict(what, error.theirs, error.yours or words.TO_BE_MERGED, error.version) from error


def _room_now(framework: Framework, room: Room) -> str:
    """Where a room stands that somebody else led on."""
    item = framework.item_by_id.get(room.item_id or "")
    return words.room_at(room.phase, "" if item is None else item.name) if room.is_open else words.CLOSED_ROOM
