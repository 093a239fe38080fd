"""Surveys: people answer in their own time, by a link of their own or one for all; nothing counts until it is taken in.

Opening, links and who is in it are the rooms' (`rooms`); here is what only a survey has: how many have answered, and
taking in what waits, all at once, where the floor permits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from assessment.domain.answered.asking import everybody_asked
from assessment.domain.answered.assessment import Assessment, Respondent
from assessment.domain.answered.workshop import RoomKind
from assessment.domain.authored.framework import Framework
from assessment.domain.workshop.response import Answering
from assessment.domain.workshop.room import Participant, Room, Vote
from assessment.domain.workshop.sealing import is_anonymous_id
from assessment.domain.workshop.survey import SurveyState
from assessment.domain.workshop.waiting import waiting
from assessment.errors import InvalidInput
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.leading import take_in_waiting
from assessment.services.repository import Repository, stored_header
from assessment.services.room_state import people_in
from assessment.services.taking_in import TakenIn
from assessment.store import Reader

Places = set[tuple[str, str]]


class SurveyService:
    """The survey of an assessment: the newest there is, open or closed."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("surveys.state", Permission.READ, on=Subject.ASSESSMENT)
    def state(self, permit: Permit, assessment_id: str) -> SurveyState:
        """Who is how far and what waits; nobody's values, and of people without a name no more than their number."""
        del permit
        with self._repository.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            framework = self._repository.pinned(reader, stored)
            assessment = self._repository.load(reader, stored)
            room = survey_of(reader, assessment_id)
            participants = () if room is None else people_in(reader.rooms.participants(room.id))
            votes = () if room is None else reader.rooms.votes(room.id)
            return SurveyState(
                room=room,
                people=tuple(_people(reader, framework, assessment, participants, votes)),
                linked_ids=reader.rooms.linked_respondent_ids(assessment_id),
                floor=stored.header.anonymity_floor,
                waiting=waiting(votes, participants, stored.header.anonymity_floor),
                moment=self._repository.store.now(),
            )

    @operation("surveys.take-in", Permission.EDIT, on=Subject.ASSESSMENT)
    def take_in(self, permit: Permit, assessment_id: str) -> TakenIn:
        """Let the sealed answers that may be taken in count, a question with all its answers at once.

        Raises InvalidInput where there is no survey, nothing in it, or nothing that may be taken in: too few people
        without a name answered anew.
        """
        with self._repository.store.reading() as reader:
            floor = stored_header(reader, assessment_id).header.anonymity_floor
            room = survey_of(reader, assessment_id)
        if room is None:
            raise InvalidInput("Survey", "none was opened", "Open one, and give people its link.")
        taken = take_in_waiting(self._repository, permit, assessment_id, room.id)
        if not taken.answer_count:
            raise _nothing_taken(taken, floor)
        return taken


def _nothing_taken(taken: TakenIn, floor: int) -> InvalidInput:
    if taken.sealed_count:
        reason = f"fewer than {floor} people without a name have newly answered the same question"
        return InvalidInput("Survey", reason, "Their answers stay sealed, so that nobody is found by what changes.")
    if taken.unfit_count:
        return InvalidInput("Survey", "what waits is asked no longer", "Put it in scope again in Set-up.")
    return InvalidInput("Survey", "nobody has answered anew", "Wait for answers, or remind people.")


def survey_of(reader: Reader, assessment_id: str) -> Room | None:
    """The newest survey of an assessment; None where there was none."""
    rooms = reader.rooms.rooms_of(assessment_id)
    return next((room for room in rooms if room.kind is RoomKind.SURVEY), None)


def _people(
    reader: Reader,
    framework: Framework,
    assessment: Assessment,
    participants: Sequence[Participant],
    votes: Sequence[Vote],
) -> Iterator[Answering]:
    """Everybody the facilitator knows, in the assessment's order, then everybody without a name who came."""
    people = [
        *(one for one in assessment.respondents if not is_anonymous_id(one.id)),
        *(Respondent(id=one.respondent_id, role=one.role) for one in participants if one.is_anonymous),
    ]
    asked, given = _asked(framework, assessment, people), _given(reader, assessment.header.id, participants, votes)
    for one in people:
        yield Answering(
            id=one.id,
            role=one.role,
            is_anonymous=is_anonymous_id(one.id),
            asked_count=len(asked[one.id]),
            answered_count=len(asked[one.id] & given[one.id]),
        )


def _asked(framework: Framework, assessment: Assessment, people: Sequence[Respondent]) -> Mapping[str, Places]:
    asked: dict[str, Places] = defaultdict(set)
    everybody = assessment.model_copy(update={"respondents": tuple(people)})
    for respondent_id, _, places in everybody_asked(framework, everybody):
        asked[respondent_id].update((item.id, str(horizon)) for item, horizon in places)
    return asked


def _given(
    reader: Reader, assessment_id: str, participants: Sequence[Participant], votes: Sequence[Vote]
) -> Mapping[str, Places]:
    """Where each respondent has an answer, counted already or sealed."""
    given: dict[str, Places] = defaultdict(set)
    for place in reader.answered(assessment_id):
        given[place.respondent_id].add((place.item_id, place.horizon))
    respondent_by = {one.id: one.respondent_id for one in participants}
    for vote in votes:
        if vote.participant_id in respondent_by:
            given[respondent_by[vote.participant_id]].add((vote.item_id, str(vote.horizon)))
    return given
