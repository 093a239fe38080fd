"""An assessment as a reader may see it: results, roadmap, report and everything else that leaves the facilitator.

| what somebody entered | a reader is told |
|---|---|
| names and units of people who answer | nothing; owners, sponsors and approvers answer for something and are named |
| notes, evidence | those that were released, where enough people were asked the question |
| which way evidence speaks | that it speaks against a value, not what it says |
| files of evidence | what they are called and are, never what is in them; who handed them in is not kept |
| the room's reason for a value | where as many people as the floor answered, or were present |
| why a question does not apply, or is marked | that it is so, not why: nobody released these words |
| answers, views of pain and importance | the value that counts; `concealed` says what else |
| how a round of votes came out | where as many people as the floor answered; of the last one where those whose |
| | answers count now and are not in it are as many, or nobody: from both the rest could be worked out |
| who took part in a workshop | how many; the facilitator's own notes on the agenda are not told |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from assessment.domain.answered.assessment import AgreedValue, Assessment, Opinion, Rating
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.workshop import RoundSource, VoteRound
from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.disclosure.concealed import conceal_result, is_concealed
from assessment.domain.disclosure.people import voices
from assessment.domain.rating.consensus import lower_median
from assessment.domain.rating.results import AssessmentResult, ItemResult, Outcome
from assessment.domain.rating.scale import CODE_COUNT

_Place = tuple[str, Horizon]
_OF_ANSWERS = (RoundSource.PHONES, RoundSource.SURVEY)
_NO_COUNTS = {"code_counts": (0,) * CODE_COUNT, "dont_know_count": 0, "not_applicable_count": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a reader may see, and what draws of people may be made of; `drawn` is None where nothing is concealed."""

    assessment: Assessment
    result: AssessmentResult
    drawn: Assessment | None


def tell(framework: Framework, assessment: Assessment, result: AssessmentResult) -> Told:
    """The assessment and its result as a reader may see them."""
    concealed = _concealed_items(result, assessment.header.anonymity_floor)
    drawn = _drawn(assessment, concealed)
    return Told(
        assessment=_told_assessment(framework, assessment, result),
        result=conceal_result(framework, assessment, result),
        drawn=None if drawn == assessment else drawn,
    )


def _concealed_items(result: AssessmentResult, floor: int) -> Mapping[_Place, ItemResult]:
    return {
        (item.item_id, item.horizon): item
        for process in result.processes
        for attribute in (*process.attributes, *process.to_be_attributes)
        for item in attribute.items
        if is_concealed(item, floor)
    }


def _told_assessment(framework: Framework, assessment: Assessment, result: AssessmentResult) -> Assessment:
    people_counts = {
        (item.item_id, item.horizon): max(item.people_count, item.answer_count or 0)
        for process in result.processes
        for attribute in (*process.attributes, *process.to_be_attributes)
        for item in attribute.items
    }
    floor = assessment.header.anonymity_floor
    return assessment.model_copy(
        update={
            "respondents": tuple(one.model_copy(update={"name": None, "unit": None}) for one in assessment.respondents),
            "ratings": tuple(map(_without_reason, assessment.ratings)),
            "agreed": tuple(
                _told_agreement(value, people_counts.get((value.item_id, value.horizon), 0) >= floor)
                for value in assessment.agreed
            ),
            "notes": tuple(voice.note for voice in voices(framework, assessment)),
            "flags": tuple(flag.model_copy(update={"reason": None}) for flag in assessment.flags),
            "opinions": (),
            "agenda": tuple(slot.model_copy(update={"note": None}) for slot in assessment.agenda),
            "rounds": told_rounds(assessment),
        }
    )


def told_rounds(assessment: Assessment) -> tuple[VoteRound, ...]:
    """The rounds of votes, each that is not told without its counts.

    A show of hands and letters on paper are no answers of the assessment: nothing can be worked out from both.
    """
    floor = assessment.header.anonymity_floor
    last: dict[_Place, int] = {}
    for one in assessment.rounds:
        if one.source not in _OF_ANSWERS:
            continue
        last[one.item_id, one.horizon] = max(one.number, last.get((one.item_id, one.horizon), 0))

    def is_told(one: VoteRound) -> bool:
        place = one.item_id, one.horizon
        if one.answer_count < floor:
            return False
        if one.source not in _OF_ANSWERS or one.number < last[place]:
            return True
        others = abs(len(assessment.ratings_by_item.get(place, ())) - one.answer_count)
        return not 0 < others < floor

    return tuple(one if is_told(one) else one.model_copy(update=_NO_COUNTS) for one in assessment.rounds)


def _without_reason(rating: Rating) -> Rating:
    if rating.answer.reason is None:
        return rating
    return rating.model_copy(update={"answer": rating.answer.model_copy(update={"reason": None})})


def _told_agreement(value: AgreedValue, is_told: bool) -> AgreedValue:
    """The agreed value without who was there, and with its reason where that is told; "" stands for a kept one."""
    reasonless = value.answer.model_copy(update={"reason": None})
    return value.model_copy(
        update={"answer": reasonless, "note": value.note if is_told or value.note is None else "", "present_ids": ()}
    )


def _drawn(assessment: Assessment, concealed: Mapping[_Place, ItemResult]) -> Assessment:
    """The assessment with every question that is concealed at the value that counts, and few people's opinions too.

    How firm an order is comes from drawing people anew; where few answered that would tell what they said.
    """
    floor = assessment.header.anonymity_floor
    return assessment.model_copy(
        update={
            "ratings": tuple(
                rating for rating in assessment.ratings if (rating.item_id, rating.horizon) not in concealed
            ),
            "agreed": (*assessment.agreed, *(_fixed(item) for item in concealed.values() if _is_fixed(item))),
            "opinions": _fixed_opinions(assessment.opinions, floor),
        }
    )


def _is_fixed(item: ItemResult) -> bool:
    return item.outcome is not Outcome.UNRATED and not item.is_agreed


def _fixed(item: ItemResult) -> AgreedValue:
    kind = AnswerKind.NOT_APPLICABLE if item.code is None else AnswerKind.RATED
    answer = Answer.model_construct(kind=kind, code=item.code, reason=None)
    return AgreedValue.model_construct(item_id=item.item_id, horizon=item.horizon, answer=answer, note="")


def _fixed_opinions(opinions: tuple[Opinion, ...], floor: int) -> tuple[Opinion, ...]:
    """The opinions, those on a process by fewer people than the floor all at the value that counts."""
    counts: Mapping[tuple[str, str], list[int]] = defaultdict(lambda: [0] * CODE_COUNT)
    for opinion in opinions:
        for criterion, code in (("pain", opinion.pain), ("importance", opinion.importance)):
            if code is not None:
                counts[opinion.process_id, criterion][code] += 1

    def fixed(opinion: Opinion, criterion: str, code: int | None) -> int | None:
        own = counts[opinion.process_id, criterion]
        return code if code is None or sum(own) >= floor else lower_median(own)

    return tuple(
        opinion.model_copy(
            update={
                "pain": fixed(opinion, "pain", opinion.pain),
                "importance": fixed(opinion, "importance", opinion.importance),
            }
        )
        for opinion in opinions
    )
