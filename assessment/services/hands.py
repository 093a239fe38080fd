"""A show of hands or slips of paper, typed in: a round of votes without a rating, and the value it comes to."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.answered.workshop import COUNTED_SOURCES, MOST_ROUNDS, RoundSource, VoteRound
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.hands import Proposal, Tally, propose, tally_of
from assessment.domain.workshop.room import Phase
from assessment.errors import InvalidInput
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.drafts import Draft
from assessment.services.repository import Repository, stored_header
from assessment.services.validation import checked


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRound:
    """A round of votes with its version, and what it comes to."""

    round: VoteRound
    version: int

    @property
    def proposal(self) -> Proposal:
        """What it comes to."""
        return propose(tally_of(self.round))


class HandsService:
    """Rounds that are counted in the room."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("hands.rounds", Permission.READ, on=Subject.ASSESSMENT)
    def rounds(self, permit: Permit, assessment_id: str, item_id: str) -> tuple[StoredRound, ...]:
        """Every round of votes on a question, of both horizons, the oldest first."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            found = reader.entries(assessment_id, VoteRound, item_id=item_id)
        stored = [StoredRound(round=one.entry, version=one.version) for one in found]
        return tuple(sorted(stored, key=lambda one: (one.round.horizon, one.round.number)))

    @operation("hands.count", Permission.EDIT, on=Subject.ASSESSMENT)
    def count(
        self,
        permit: Permit,
        assessment_id: str,
        item_id: str,
        horizon: Horizon,
        tally: Tally,
        *,
        number: int,
        source: RoundSource = RoundSource.HANDS,
        expected_version: int = 0,
    ) -> StoredRound:
        """Keep a count as the round of that number, from 1; a round that was typed in may be corrected.

        Repeating it is harmless. Conflict when the round was stored or changed since `expected_version`, 0 for a new
        one. Raises InvalidInput for a count of nobody, for more rounds than are kept, and for a
        round that phones voted in or are voting in.
        """
        _require_count(tally, number, source)
        entry = checked(
            VoteRound,
            item_id=item_id,
            horizon=horizon,
            number=number,
            source=source,
            code_counts=tally.code_counts,
            dont_know_count=tally.dont_know_count,
            not_applicable_count=tally.not_applicable_count,
        )
        with self._repository.changing(permit, assessment_id) as draft:
            _require_own_round(draft, item_id, number)
            before = draft.writer.entries(assessment_id, VoteRound, item_id=item_id)
            same = [one.entry for one in before if (one.entry.horizon, one.entry.number) == (horizon, number)]
            if any(one.source not in COUNTED_SOURCES for one in same):
                raise InvalidInput("The round of votes", "it came from phones", "Count a new round.")
            version, _ = draft.put(entry, expected_version)
        return StoredRound(round=entry, version=version)


def _require_count(tally: Tally, number: int, source: RoundSource) -> None:
    if source not in COUNTED_SOURCES:
        raise InvalidInput("The round of votes", "it was not counted in the room", "Count hands or read paper.")
    if not tally.people_count:
        raise InvalidInput("The count", "nobody is counted", "Type how many people chose each statement.")
    if number > MOST_ROUNDS:
        reason = f"a question keeps at most {MOST_ROUNDS} rounds"
        raise InvalidInput("The round of votes", reason, "Correct the last one.")


def _require_own_round(draft: Draft, item_id: str, number: int) -> None:
    """Raise InvalidInput for a round that phones are voting in."""
    rooms = draft.writer.room_writer.rooms_of(draft.stored.header.id)
    asked = [one.round_number for one in rooms if one.is_open and one.phase is Phase.VOTING and one.item_id == item_id]
    if any(number <= round_number for round_number in asked):
        raise InvalidInput("The round of votes", "phones are voting in it", "Count a round of its own.")
