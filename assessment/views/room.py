"""What a room has before it when it agrees on the value of a question: the answers so far, and who may be present."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.computed import Computed
from assessment.domain.rating.results import ItemResult
from assessment.views.model import View
from assessment.views.names import item_name, people_names
from assessment.views.wording import room as words
from assessment.views.wording.terms import ANSWERS_WITHOUT_CODE


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView(View):
    """How many people chose what; nobody is named with an answer.

    `people`: everybody of the assessment by id, no two called alike. `answered_ids`: those who answered the question,
    in the same order; they are taken to be present until somebody says otherwise.
    """

    people: Mapping[str, str]
    answered_ids: tuple[str, ...]


def room_view(computed: Computed, item_id: str, horizon: Horizon) -> RoomView:
    """The room before it agrees. Raises KeyError where the item's process is not in scope."""
    assessment = computed.assessment
    answered = {rating.respondent_id for rating in assessment.ratings_by_item.get((item_id, horizon), ())}
    people = people_names(assessment.respondents)
    return RoomView(
        id="room",
        question=item_name(computed.framework, item_id),
        finding=_so_far(computed, item_id, horizon),
        people=people,
        answered_ids=tuple(respondent_id for respondent_id in people if respondent_id in answered),
    )


def _so_far(computed: Computed, item_id: str, horizon: Horizon) -> str:
    """How many people chose what, in the order of the scale."""
    process = computed.result.process(computed.framework.item_by_id[item_id].process_id)
    attributes = process.attributes if horizon is Horizon.AS_IS else process.to_be_attributes
    found = next((one for attribute in attributes for one in attribute.items if one.item_id == item_id), None)
    answers = [] if found is None else list(_answers(computed.framework, found))
    return words.answers_so_far(answers) if answers else words.NOBODY_ANSWERED


def _answers(framework: Framework, item: ItemResult) -> Iterator[str]:
    names = (*(point.name for point in framework.scale), *ANSWERS_WITHOUT_CODE.values())
    counts = {AnswerKind.NOT_APPLICABLE: item.not_applicable_count, AnswerKind.DONT_KNOW: item.dont_know_count}
    for name, count in zip(names, (*item.code_counts, *(counts[kind] for kind in ANSWERS_WITHOUT_CODE)), strict=True):
        if count:
            yield words.chosen_by(name, count)
