"""What holds a process at its level, and the fewest answers that have to rise for the next."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.domain.rating.next_level import AnswerRaise, AttributeNeed, NextLevel, find_next_level
from assessment.domain.rating.results import ProcessResult, ProcessStatus
from assessment.domain.rating.scale import letter_of_code
from assessment.views.model import View
from assessment.views.names import attribute_name, item_name, level_name
from assessment.views.profile import rated_percent
from assessment.views.wording import next_level as words


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseText:
    """One answer that has to rise, from one code to another, 0 to 5, and that in words."""

    item_id: str
    from_code: int
    to_code: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedText:
    """An attribute that holds the level: its percent, what it has to pass, and by which answers.

    `percent` is None where nothing of it is rated: it counts 0 for the level, and unknown is not shown as zero.
    `unanswered` says how many questions have none and is empty where all have one; `sentence` is all of it in one.
    """

    attribute_id: str
    name: str
    percent: float | None
    bound_percent: float
    text: str
    raises: tuple[RaiseText, ...]
    unanswered_count: int
    unanswered: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLevelView(View):
    """The shortest way up: `level` None and no needs where nothing holds it or there is no level to raise."""

    level: int | None
    raise_count: int
    needs: tuple[NeedText, ...]


def next_level_view(computed: Computed, process: ProcessResult) -> NextLevelView:
    """What the process needs for its next level."""
    following = find_next_level(computed.framework, process, computed.assessment.header.carry_percent)
    if following is None:
        return NextLevelView(
            id="next-level",
            question=words.NOTHING_HOLDS if process.is_assessed else words.NO_LEVEL,
            finding=_ENDS[process.status],
            level=None,
            raise_count=0,
            needs=(),
        )
    needs = tuple(_need(computed.framework, process, need) for need in following.needs)
    return NextLevelView(
        id="next-level",
        question=words.shortest_way(following.level),
        finding=_finding(computed.framework, following),
        notes=tuple(need.sentence for need in needs),
        level=following.level,
        raise_count=following.raise_count,
        needs=needs,
    )


_ENDS = {
    ProcessStatus.ASSESSED: words.HIGHEST_LEVEL,
    ProcessStatus.NOT_ASSESSED: words.NOT_ASSESSED,
    ProcessStatus.NOT_APPLICABLE: words.NOT_APPLICABLE,
}


def _finding(framework: Framework, following: NextLevel) -> str:
    name = level_name(framework, following.level)
    return words.fewest_raises(following.raise_count, name) if following.raise_count else words.only_open(name)


def _need(framework: Framework, process: ProcessResult, need: AttributeNeed) -> NeedText:
    name = attribute_name(framework, need.attribute_id)
    percent = rated_percent(process.attribute(need.attribute_id))
    text = words.not_rated(need.bound_percent) if percent is None else words.has_to_pass(percent, need.bound_percent)
    raises = tuple(_raise(framework, change) for change in need.raises)
    unanswered = words.without_answer(need.unanswered_count) if need.unanswered_count else ""
    return NeedText(
        attribute_id=need.attribute_id,
        name=name,
        percent=percent,
        bound_percent=need.bound_percent,
        text=text,
        raises=raises,
        unanswered_count=need.unanswered_count,
        unanswered=unanswered,
        sentence=words.need(name, [text, *(change.text for change in raises), *([unanswered] if unanswered else [])]),
    )


def _raise(framework: Framework, change: AnswerRaise) -> RaiseText:
    first, last = letter_of_code(change.from_code).value, letter_of_code(change.to_code).value
    return RaiseText(
        item_id=change.item_id,
        from_code=change.from_code,
        to_code=change.to_code,
        text=words.raise_answer(first, last, item_name(framework, change.item_id)),
    )
