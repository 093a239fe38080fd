"""What is on record of each question: its votes round by round, the agreed value, and who still saw it otherwise.

| symbol | name | unit | range |
|---|---|---|---|
| floor | the anonymity floor of the assessment | people | 1 to 50 |
| near | answers one step from the agreed value | answers | 0 up |
| far | answers two steps or more from it, and not applicable beside a number or the other way | answers | 0 up |

Of a round that fewer people than the floor answered nothing is told, to nobody: `counts` is None. Agreeing takes
nobody's answer away: what differs stays on record (METHOD.md section 8).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.agreement.measures import consensus_share
from assessment.domain.answered.assessment import AgreedValue, Assessment
from assessment.domain.answered.workshop import RoundSource, VoteRound
from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.rating.consensus import REASON_CODES
from assessment.domain.rating.results import AssessmentResult, ItemResult, ProcessResult

Place = tuple[str, Horizon]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many gave each answer: codes 0 to 5, don't know, not applicable."""

    codes: tuple[int, ...]
    dont_know: int
    not_applicable: int

    @property
    def total(self) -> int:
        """Everybody who answered."""
        return sum(self.codes) + self.dont_know + self.not_applicable


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundOnRecord:
    """One round of votes on a question. `counts` and `consensus_share` are None where it is not told."""

    number: int
    source: RoundSource
    counts: Counts | None
    consensus_share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """How far the answers stand from the agreed value; all of them None where few answered and it is not told."""

    answer_count: int | None
    near_count: int | None
    far_count: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionOnRecord:
    """A question that was voted on, or whose value was agreed. `standing` is what counts now, None out of scope.

    `apart` is None where nothing is agreed or nobody answered.
    """

    item_id: str
    process_id: str
    horizon: Horizon
    rounds: tuple[RoundOnRecord, ...]
    agreed: AgreedValue | None
    apart: Apart | None
    standing: ItemResult | None


def questions_on_record(
    framework: Framework, assessment: Assessment, result: AssessmentResult
) -> tuple[QuestionOnRecord, ...]:
    """Every question with a round of votes, and every agreed one of a process that is on the agenda or was voted on.

    Where there is neither agenda nor round, every agreed one. As the agenda has the processes, then as the model.
    """
    rounds = {(one.item_id, one.horizon) for one in assessment.rounds}
    places = _places(framework, assessment, {*rounds, *assessment.agreed_by_item})
    return _records(framework, assessment, result.processes, tuple(places))


def agreed_on_record(
    framework: Framework, assessment: Assessment, process: ProcessResult
) -> tuple[QuestionOnRecord, ...]:
    """Every question of a process that has an agreed value, in the order in which these are kept."""
    places = (
        (value.item_id, value.horizon)
        for value in assessment.agreed
        if value.item_id in framework.item_by_id
        and framework.item_by_id[value.item_id].process_id == process.process_id
    )
    return _records(framework, assessment, (process,), tuple(places))


def _records(
    framework: Framework, assessment: Assessment, processes: Iterable[ProcessResult], places: Sequence[Place]
) -> tuple[QuestionOnRecord, ...]:
    rounds: dict[Place, list[VoteRound]] = {}
    for vote_round in assessment.rounds:
        rounds.setdefault((vote_round.item_id, vote_round.horizon), []).append(vote_round)
    standing = {
        (item.item_id, item.horizon): item
        for process in processes
        for attribute in (*process.attributes, *process.to_be_attributes)
        for item in attribute.items
    }
    floor, agreed = assessment.header.anonymity_floor, assessment.agreed_by_item
    return tuple(
        _on_record(framework, place, rounds.get(place, ()), agreed.get(place), standing, floor) for place in places
    )


def round_counts(vote_round: VoteRound) -> Counts:
    """The answers of a round."""
    return Counts(
        codes=vote_round.code_counts,
        dont_know=vote_round.dont_know_count,
        not_applicable=vote_round.not_applicable_count,
    )


def answers_apart(counts: Counts, code: int | None, floor: int) -> Apart:
    """How far answers stand from an agreed code, None for not applicable. Who does not know is not apart.

    >>> answers_apart(Counts(codes=(1, 0, 4, 2, 0, 0), dont_know=1, not_applicable=0), 2, floor=3)
    Apart(answer_count=8, near_count=2, far_count=1)
    """
    if counts.total < floor:
        return Apart(answer_count=None, near_count=None, far_count=None)
    if code is None:
        return Apart(answer_count=counts.total, near_count=0, far_count=sum(counts.codes))
    steps = [(abs(at - code), count) for at, count in enumerate(counts.codes)]
    return Apart(
        answer_count=counts.total,
        near_count=sum(count for away, count in steps if away == 1),
        far_count=sum(count for away, count in steps if away >= REASON_CODES) + counts.not_applicable,
    )


def _places(framework: Framework, assessment: Assessment, found: set[Place]) -> Iterator[Place]:
    """The places that the framework has, in order: both horizons of a question one after the other."""
    items = framework.item_by_id
    agenda = [slot.process_id for slot in sorted(assessment.agenda, key=lambda slot: slot.place)]
    order = dict.fromkeys((*agenda, *(process.id for process in framework.processes)))
    by_process: dict[str, list[str]] = {}
    for item in items.values():
        by_process.setdefault(item.process_id, []).append(item.id)
    kept = {*agenda, *(items[one.item_id].process_id for one in assessment.rounds if one.item_id in items)}
    for process_id in order:
        if kept and process_id not in kept:
            continue
        for item_id in by_process.get(process_id, ()):
            yield from ((item_id, horizon) for horizon in Horizon if (item_id, horizon) in found)


def _on_record(
    framework: Framework,
    place: Place,
    rounds: Sequence[VoteRound],
    agreed: AgreedValue | None,
    standing: Mapping[Place, ItemResult],
    floor: int,
) -> QuestionOnRecord:
    told = tuple(_round(one, floor) for one in sorted(rounds, key=lambda one: one.number))
    last = next((one.counts for one in reversed(told) if one.counts is not None), None)
    counts = _standing_counts(standing.get(place)) or last
    has_answers = bool(rounds) or (place in standing and standing[place].answer_count != 0)
    apart = None
    if agreed is not None and has_answers:
        unknown = Apart(answer_count=None, near_count=None, far_count=None)
        apart = unknown if counts is None else answers_apart(counts, agreed.answer.code, floor)
    item_id, horizon = place
    return QuestionOnRecord(
        item_id=item_id,
        process_id=framework.item_by_id[item_id].process_id,
        horizon=horizon,
        rounds=told,
        agreed=agreed,
        apart=apart,
        standing=standing.get(place),
    )


def _standing_counts(item: ItemResult | None) -> Counts | None:
    """What people answer by now; None where nobody did, or it is not told."""
    if item is None or not item.answer_count or item.code_counts is None:
        return None
    return Counts(
        codes=item.code_counts, dont_know=item.dont_know_count or 0, not_applicable=item.not_applicable_count or 0
    )


def _round(vote_round: VoteRound, floor: int) -> RoundOnRecord:
    counts = round_counts(vote_round)
    is_told = counts.total >= floor
    return RoundOnRecord(
        number=vote_round.number,
        source=vote_round.source,
        counts=counts if is_told else None,
        consensus_share=consensus_share(counts.codes) if is_told else None,
    )
