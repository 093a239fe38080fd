"""Erasing a person from rooms: their places end, what is sealed of theirs goes, and sealed texts lose the name."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, delete, or_, select, update

from assessment.domain.workshop.room import ParticipantState
from assessment.store.naming_text import holds, pattern_of, put_out
from assessment.store.rooms import PARTICIPANT, PERSONAL_LINK, PLACE_TOKEN, ROOM, VOTE

_TEXTS = ("comment", "answer_reason")
_KEY = ("participant_id", "item_id", "horizon")


def end_places(connection: Connection, assessment_id: str, respondent_id: str) -> None:
    """Put somebody out of every room of an assessment: votes, phones and link of their own are forgotten.

    What was taken in of them is the assessment's, and stays or goes with their answers there.
    """
    rooms = select(ROOM.c.id).where(ROOM.c.assessment_id == assessment_id).order_by(ROOM.c.id)
    connection.execute(rooms.with_for_update()).all()  # nobody votes meanwhile
    theirs = (PARTICIPANT.c.assessment_id == assessment_id, PARTICIPANT.c.respondent_id == respondent_id)
    ids = select(PARTICIPANT.c.id).where(*theirs)
    connection.execute(delete(VOTE).where(VOTE.c.participant_id.in_(ids)))
    connection.execute(delete(PLACE_TOKEN).where(PLACE_TOKEN.c.participant_id.in_(ids)))
    out = {"state": ParticipantState.OUT.value, "seen_at": None}
    connection.execute(update(PARTICIPANT).where(*theirs).values(**out))
    own = (PERSONAL_LINK.c.assessment_id == assessment_id, PERSONAL_LINK.c.respondent_id == respondent_id)
    connection.execute(delete(PERSONAL_LINK).where(*own))


def assessments_with(connection: Connection, name: str, assessment_id: str | None) -> frozenset[str]:
    """The assessments in whose rooms a vote has a text with a name; nobody is told whose or what."""
    found = pattern_of(name)
    return frozenset(
        one for one, row in _texts(connection, assessment_id) if any(holds(row[at], found) for at in _TEXTS)
    )


def put_out_of_votes(connection: Connection, name: str, assessment_id: str) -> int:
    """Take a name out of the texts of all votes of an assessment; returns how many had it."""
    found, count = pattern_of(name), 0
    for _, row in tuple(_texts(connection, assessment_id)):
        values = {at: put_out(row[at] or "", found) for at in _TEXTS if holds(row[at], found)}
        if values:
            key = [VOTE.c[one] == row[one] for one in _KEY]
            connection.execute(update(VOTE).where(*key).values(**values))
            count += len(values)
    return count


def _texts(connection: Connection, assessment_id: str | None) -> Iterator[tuple[str, dict[str, str | None]]]:
    """The votes that have a text, each with the id of its assessment."""
    texts = (VOTE.c[one].is_not(None) for one in _TEXTS)
    query = select(ROOM.c.assessment_id.label("of"), VOTE).join_from(VOTE, ROOM, VOTE.c.room_id == ROOM.c.id)
    query = query.where(or_(*texts))
    if assessment_id is not None:
        query = query.where(ROOM.c.assessment_id == assessment_id)
    for row in connection.execute(query).mappings():
        yield row["of"], {name: row[name] for name in (*_KEY, *_TEXTS)}
