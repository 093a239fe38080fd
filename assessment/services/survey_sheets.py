"""What one person is asked in a survey and what they answered, for whoever holds the token of their place.

The token is the authority: it is what the phone was given when it came in, and nobody else has it.
"""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.answered.asking import asked_items
from assessment.domain.answered.assessment import Assessment, Assignment, Note, NoteKind, Rating, Respondent
from assessment.domain.answered.workshop import RoomKind
from assessment.domain.authored.framework import Framework
from assessment.domain.workshop.place import COMMENT_LIMIT
from assessment.domain.workshop.room import SURVEY_ROUND, Participant, ParticipantState, Vote
from assessment.domain.workshop.survey import OwnAnswer, Place, SurveySheet
from assessment.errors import NoPlace, PutOut
from assessment.services.identity import token_hash
from assessment.services.repository import Repository, stored_header
from assessment.store import Reader, StoredHeader

__all__ = ["SURVEY_ROUND", "SurveySheets"]


class SurveySheets:
    """The sheets of surveys."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def participant_id(self, token: str) -> str:
        """Whose place a token opens. NoPlace for one that opens none."""
        with self._repository.store.reading() as reader:
            participant = reader.rooms.participant_by_token(token_hash(token), self._repository.store.now())
        if participant is None:
            raise NoPlace
        return participant.id

    def sheet(self, token: str) -> SurveySheet:
        """The sheet of whoever holds a token, also once the survey is over.

        Raises NoPlace for a token that opens no survey, PutOut for somebody whom the facilitator put out.
        """
        moment = self._repository.store.now()
        with self._repository.store.reading() as reader:
            participant = reader.rooms.participant_by_token(token_hash(token), moment)
            room = None if participant is None else reader.rooms.room(participant.room_id)
            if participant is None or room is None or room.kind is not RoomKind.SURVEY:
                raise NoPlace
            if participant.state is not ParticipantState.IN:
                raise PutOut(is_merged=participant.state is ParticipantState.MERGED)
            stored = stored_header(reader, room.assessment_id)
            framework = self._repository.pinned(reader, stored)
            known = reader.find(room.assessment_id, Respondent, participant.respondent_id)
            votes = reader.rooms.votes_of(participant.id)
            latest = max(votes, key=lambda vote: vote.sequence, default=None)
            return SurveySheet(
                room=room,
                participant_id=participant.id,
                header=stored.header,
                framework=framework,
                name=None if known is None else known.entry.name,
                is_anonymous=participant.is_anonymous,
                places=_places(reader, stored, framework, participant),
                answers=_answers(reader, participant, votes),
                latest_item_id=latest.item_id if latest else None,
                last_sequence=latest.sequence if latest else 0,
                moment=moment,
            )


def _places(reader: Reader, stored: StoredHeader, framework: Framework, participant: Participant) -> tuple[Place, ...]:
    """What somebody is asked; an anonymous one what their role is, whatever may be told of it."""
    assessment_id, respondent_id = stored.header.id, participant.respondent_id
    assignments = reader.entries(assessment_id, Assignment, respondent_id=respondent_id)
    part = Assessment(
        header=stored.header,
        scope=stored.scope,
        respondents=(Respondent(id=respondent_id, role=participant.role),),
        assignments=tuple(one.entry for one in assignments),
    )
    return tuple(
        Place(item=item, horizon=horizon)
        for process_id in stored.scope
        for item, horizon in asked_items(framework, part, respondent_id, process_id)
    )


def _answers(reader: Reader, participant: Participant, votes: Sequence[Vote]) -> tuple[OwnAnswer, ...]:
    """What somebody answered: what counts by now, and before it what waits.

    A note that is longer than a comment may be, as an interviewer writes them, stays where it is.
    """
    assessment_id, respondent_id = participant.assessment_id, participant.respondent_id
    ratings = reader.entries(assessment_id, Rating, respondent_id=respondent_id)
    notes = reader.entries(assessment_id, Note, respondent_id=respondent_id, kind=NoteKind.NOTE.value)
    said = {one.entry.item_id: one.entry.text for one in notes if len(one.entry.text) <= COMMENT_LIMIT}
    found = {
        (one.entry.item_id, one.entry.horizon): OwnAnswer(
            item_id=one.entry.item_id,
            horizon=one.entry.horizon,
            answer=one.entry.answer,
            comment=said.get(one.entry.item_id),
        )
        for one in ratings
    }
    for vote in votes:
        place = vote.item_id, vote.horizon
        if not vote.is_taken or place not in found:
            found[place] = OwnAnswer(
                item_id=vote.item_id, horizon=vote.horizon, answer=vote.answer, comment=vote.comment
            )
    return tuple(found.values())
